//! What an index weighs, part by part, and how long building and asking take, natively: figures
//! for `docs/search-index.md`. The browser's figures are `bench`'s.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use anyhow::Result;
use pico_args::Arguments;
use search::{Index, Outcome, Request};

use crate::project::Project;
use crate::quality::judged::{self, Corpus};

/// What was asked for on the command line.
pub(crate) struct Options {
    docs: PathBuf,
    queries: Option<PathBuf>,
    most: usize,
}

impl Options {
    /// Reads the command line.
    pub(crate) fn parse(mut args: Arguments) -> Result<Self> {
        let options = Self {
            docs: args.value_from_str("--docs")?,
            queries: args.opt_value_from_str("--queries")?,
            most: args.opt_value_from_str("--most")?.unwrap_or(500),
        };
        crate::no_more(args)?;
        Ok(options)
    }

    fn arguments(&self) -> Vec<std::ffi::OsString> {
        let mut all = vec!["--docs".into(), self.docs.clone().into()];
        all.extend(self.queries.iter().flat_map(|file| ["--queries".into(), file.clone().into()]));
        all.extend(["--most".into(), self.most.to_string().into()]);
        all
    }
}

/// Measures and prints. A debug build hands over to a release build.
pub(crate) fn run(project: &Project, options: &Options) -> Result<()> {
    if cfg!(debug_assertions) {
        let mut release =
            project.cargo(&["run", "--quiet", "--release", "--package", "xtask", "--", "weigh"]);
        release.args(options.arguments()).current_dir(std::env::current_dir()?);
        return crate::process::show(&mut release, "read what it says above");
    }
    let start = Instant::now();
    let corpus = judged::corpus(&options.docs)?;
    println!(
        "{} documents, {} bytes of text; read and indexed in {:.1} s",
        corpus.ids.len(),
        corpus.bytes,
        start.elapsed().as_secs_f64()
    );
    print_parts(&corpus);
    if let Some(file) = &options.queries {
        let queries = judged::queries(file)?;
        let texts = queries.iter().map(|judged| (judged.set.as_str(), judged.query.as_str()));
        print_times(&corpus, texts, options.most);
    }
    Ok(())
}

fn print_parts(corpus: &Corpus) {
    let mut kinds: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for piece in &corpus.pieces {
        let kind = piece.name.split('-').next().unwrap_or_default();
        let (count, bytes) = kinds.entry(kind).or_default();
        *count += 1;
        *bytes += piece.bytes.len();
    }
    let share = |bytes: usize| 100.0 * bytes as f64 / corpus.bytes as f64;
    let mut all = 0;
    for (kind, (count, bytes)) in kinds {
        println!("{kind:<10} {count:>4} pieces {bytes:>10} bytes {:>6.2} %", share(bytes));
        all += bytes;
    }
    println!(
        "{:<10} {:>4} pieces {all:>10} bytes {:>6.2} %",
        "all",
        corpus.pieces.len(),
        share(all)
    );
}

/// Asks up to `most` queries of each set, evenly taken, once to warm and once to measure.
fn print_times<'a>(
    corpus: &Corpus,
    queries: impl Iterator<Item = (&'a str, &'a str)>,
    most: usize,
) {
    let index = Index::of_pieces(&corpus.pieces);
    let mut sets: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    queries.for_each(|(set, query)| sets.entry(set).or_default().push(query));
    for (set, queries) in sets {
        let step = queries.len().div_ceil(most.max(1)).max(1);
        let mut times: Vec<Duration> =
            queries.iter().step_by(step).map(|query| time(&index, query)).collect();
        times.sort_unstable();
        let at = |share: usize| times[(times.len() - 1) * share / 100].as_secs_f64() * 1000.0;
        let (half, most) = (at(50), at(99));
        println!("{set:<18} {:>5} queries, p50 {half:>7.2} ms, p99 {most:>7.2} ms", times.len());
    }
}

fn time(index: &Index, query: &str) -> Duration {
    let request = Request { text: query.to_owned(), count: 10, ..Request::default() };
    let ask = || {
        let start = Instant::now();
        let outcome = index.search(&request);
        debug_assert!(matches!(outcome, Outcome::Done(_)), "all pieces are here");
        start.elapsed()
    };
    ask().min(ask())
}
