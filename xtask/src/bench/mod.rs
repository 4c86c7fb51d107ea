//! Times, bytes and memory in a real browser, on a corpus of any size, with other engines beside
//! ours; kept apart from `test`, since a busy machine must not fail it. `docs/bench.md` tells the
//! method.
//!
//! 1. [`corpus`] reads articles or has [`generate`] make them up; [`queries`] samples what is asked;
//! 2. [`pack`] binds them with the release packer, measured, and [`bundle`] counts the bytes;
//! 3. [`peers`] builds the other engines' indexes;
//! 4. `tests/bench/run.mjs` measures in headless Chromium and writes what it saw;
//! 5. [`measured`] makes percentiles of it ([`stats`]), and [`table`] prints them.

mod base64;
mod budget;
mod bundle;
mod corpus;
mod cost;
mod generate;
mod lighthouse;
mod measured;
mod pack;
mod peers;
mod queries;
mod reasons;
mod stats;
mod table;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use pico_args::Arguments;
use serde_json::{Value, json};

use crate::process::{self, say};
use crate::project::Project;
use crate::{dist, journeys, shell, static_files};
use corpus::Corpus;
use measured::Measured;
use queries::Query;

/// The stand-in for a phone of the lower end.
const THROTTLE: u32 = 6;
/// Queries of each kind when nothing is said.
const QUERIES: usize = 200;
/// Makes the queries the same from run to run.
const SEED: u64 = 1930;

/// What was asked for on the command line.
pub(crate) struct Options {
    corpus: Option<PathBuf>,
    articles: Option<usize>,
    queries: usize,
    peers: bool,
    json: Option<PathBuf>,
    no_build: bool,
    table: Option<PathBuf>,
    desk: Option<usize>,
    into: Option<String>,
    lighthouse: bool,
    runs: u32,
}

impl Options {
    /// Reads the command line.
    pub(crate) fn parse(mut args: Arguments) -> Result<Self> {
        let options = Self {
            corpus: args.opt_value_from_str("--corpus")?,
            articles: args.opt_value_from_str("--articles")?,
            queries: args.opt_value_from_str("--queries")?.unwrap_or(QUERIES),
            peers: args.contains("--peers"),
            json: args.opt_value_from_str("--json")?,
            no_build: args.contains("--no-build"),
            table: args.opt_value_from_str("--table")?,
            desk: args.opt_value_from_str("--desk")?,
            into: args.opt_value_from_str("--into")?,
            lighthouse: args.contains("--lighthouse"),
            runs: args.opt_value_from_str("--runs")?.unwrap_or(lighthouse::RUNS),
        };
        crate::no_more(args)?;
        Ok(options)
    }
}

/// Prints the table and writes the JSON file; or only prints the table of such a file.
pub(crate) fn run(project: &Project, options: &Options) -> Result<()> {
    if let Some(file) = &options.table {
        let table = table::of(&json(file)?);
        return match &options.into {
            Some(name) => keep(project, name, &table),
            None => {
                println!("{table}");
                Ok(())
            }
        };
    }
    if options.lighthouse {
        return lighthouse::run(project, options.runs, options.no_build);
    }
    if let Some(files) = options.desk {
        return desk(project, files, options.no_build);
    }
    if !options.no_build {
        shell::build(project)?;
    }
    let corpus = Corpus::new(options.corpus.as_deref(), options.articles)?;
    let queries = queries::sample(&corpus, options.queries, SEED);
    let scratch = project.scratch().join("bench");
    static_files::fresh(&scratch)?;
    announce(&corpus, &queries);

    let packed = pack::pack(project, &corpus, &scratch)?;
    let peers = if options.peers { peers::build(project, &corpus)? } else { Vec::new() };
    let seen = browse(project, &packed.site, &scratch, &queries, &peers)?;
    let measured = Measured { corpus, queries, packed, peers, seen };

    let figures = measured.figures()?;
    println!("{}", table::of(&figures));
    let file = options.json.clone().unwrap_or_else(|| project.target.join("bench.json"));
    fs::write(&file, format!("{figures:#}\n"))
        .with_context(|| format!("cannot write {}", file.display()))?;
    say(&format!("all figures in {}", file.display()));
    Ok(())
}

/// Measures the clerk's desk on a folder of so many mixed files.
fn desk(project: &Project, files: usize, no_build: bool) -> Result<()> {
    if !no_build {
        dist::build(project)?;
    }
    let mut command = journeys::node(project, dist::existing(project)?)?;
    command.arg(project.root.join("tests/bench/desk.mjs")).arg(files.to_string());
    say("measuring the desk in headless Chromium, a minute or two");
    process::show(&mut command, "see which figure is over its budget above")
}

/// Puts a table into `docs/bench.md`, between the comments that bear its name.
fn keep(project: &Project, name: &str, table: &str) -> Result<()> {
    let path = project.root.join("docs/bench.md");
    let page = fs::read_to_string(&path).with_context(|| format!("no {}", path.display()))?;
    let page = replaced(&page, name, table)
        .with_context(|| format!("docs/bench.md has no <!-- {name} --> … <!-- /{name} -->"))?;
    fs::write(&path, page).with_context(|| format!("cannot write {}", path.display()))
}

/// The page with another text between the comments of a name.
fn replaced(page: &str, name: &str, text: &str) -> Option<String> {
    let (before, rest) = page.split_once(&format!("<!-- {name} -->\n"))?;
    let (_, after) = rest.split_once(&format!("<!-- /{name} -->"))?;
    Some(format!("{before}<!-- {name} -->\n\n{}\n\n<!-- /{name} -->{after}", text.trim()))
}

fn announce(corpus: &Corpus, queries: &[Query]) {
    say(&format!(
        "{} articles ({}), {:.1} MB of text, {} queries",
        corpus.articles.len(),
        corpus.name,
        corpus.bytes() as f64 / 1e6,
        queries.len()
    ));
}

/// Has the browser measure, and reads what it saw.
fn browse(
    project: &Project,
    site: &Path,
    scratch: &Path,
    queries: &[Query],
    peers: &[peers::Peer],
) -> Result<Value> {
    let (job, result) = (scratch.join("job.json"), scratch.join("seen.json"));
    let queries: Vec<Value> = (0..).zip(queries).map(|(at, query)| asked(at, query)).collect();
    let names: Vec<&str> = peers.iter().map(|peer| peer.name).collect();
    let about = json!({
        "site": site,
        "indexes": peers::folder(project),
        "throttle": THROTTLE,
        "queries": queries,
        "peers": names,
    });
    fs::write(&job, about.to_string())?;
    let mut command = journeys::node(project, site)?;
    command.arg(project.root.join("tests/bench/run.mjs")).arg(&job).arg(&result);
    say("measuring in headless Chromium; some minutes, with peers many");
    process::show(&mut command, "read what the browser says above")?;
    json(&result)
}

fn json(path: &Path) -> Result<Value> {
    let bytes = fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
    serde_json::from_slice(&bytes).with_context(|| format!("{} is not JSON", path.display()))
}

/// A query as the browser's side wants it.
fn asked(at: usize, query: &Query) -> Value {
    let filter = query.filter.as_ref();
    json!({
        "kind": query.kind.name(),
        "text": query.text,
        "filter": filter.map(|(field, value)| json!({ "field": field, "value": value })),
        "request": base64::encode(&query.request(at, queries::HITS)),
        // Found and counted, but no passages cut: what the index itself takes.
        "bare": base64::encode(&query.request(at, 0)),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_takes_the_place_of_the_last() {
        let page = "a\n<!-- one -->\n\nold\n\n<!-- /one -->\nb\n";
        let once = replaced(page, "one", "new\n").expect("it is there");
        assert_eq!(once, "a\n<!-- one -->\n\nnew\n\n<!-- /one -->\nb\n");
        assert_eq!(replaced(&once, "one", "new"), Some(once.clone()));
        assert_eq!(replaced(page, "two", "new"), None);
    }
}
