//! How well the search finds: judged queries asked of the native index, in several ways of typing.
//! `docs/quality.md` describes the files and the figures.

pub(crate) mod judged;
pub(crate) mod variants;

use std::collections::HashMap;
use std::path::PathBuf;
use std::thread;

use anyhow::{Context, Result};
use pico_args::Arguments;
use search::{Index, Outcome, Request, Text};
use serde_json::{Value, json};

use crate::project::Project;
use judged::{Corpus, Judged};
use variants::Variant;

/// Hits looked at.
const DEPTH: usize = 10;
/// Makes the typing errors the same from run to run.
const SEED: u64 = 2026;

/// What was asked for on the command line.
pub(crate) struct Options {
    docs: PathBuf,
    queries: PathBuf,
    json: bool,
    misses: bool,
    ways: Vec<Variant>,
}

impl Options {
    /// Reads the command line; `None` for the flags that no run needs.
    pub(crate) fn parse(mut args: Arguments) -> Result<Self> {
        let options = Self {
            docs: args.value_from_str("--docs")?,
            queries: args.value_from_str("--queries")?,
            json: args.contains("--json"),
            misses: args.contains("--misses"),
            ways: ways(args.opt_value_from_str("--ways")?)?,
        };
        crate::no_more(args)?;
        Ok(options)
    }

    /// The same as arguments.
    fn arguments(&self) -> Vec<std::ffi::OsString> {
        let mut all = vec!["--docs".into(), self.docs.clone().into()];
        all.extend(["--queries".into(), self.queries.clone().into()]);
        all.extend(self.json.then(|| "--json".into()));
        all.extend(self.misses.then(|| "--misses".into()));
        let ways: Vec<&str> = self.ways.iter().map(|way| way.name()).collect();
        all.extend(["--ways".into(), ways.join(",").into()]);
        all
    }
}

/// The ways of typing that are listed by name, or all.
fn ways(listed: Option<String>) -> Result<Vec<Variant>> {
    let Some(listed) = listed else { return Ok(Variant::ALL.to_vec()) };
    let find = |name: &str| {
        let way = Variant::ALL.into_iter().find(|way| way.name() == name);
        way.with_context(|| format!("“{name}” is no way of typing; docs/quality.md lists them"))
    };
    listed.split(',').map(|name| find(name.trim())).collect()
}

/// Measures and prints. A debug build hands over to a release build, which is many times faster.
pub(crate) fn run(project: &Project, options: &Options) -> Result<()> {
    if cfg!(debug_assertions) {
        let mut release =
            project.cargo(&["run", "--quiet", "--release", "--package", "xtask", "--", "quality"]);
        release.args(options.arguments()).current_dir(std::env::current_dir()?);
        return crate::process::show(&mut release, "read what it says above");
    }
    let corpus = judged::corpus(&options.docs)?;
    let queries = judged::queries(&options.queries)?;
    let asked = ask_all(&corpus, &queries, &options.ways);
    if options.misses {
        print_misses(&corpus, &queries, &asked);
    }
    let sets = score(&queries, &asked, &options.ways);
    match options.json {
        true => println!("{:#}", as_json(&corpus, &sets, &options.ways)),
        false => print_table(&corpus, &sets, &options.ways),
    }
    Ok(())
}

/// What one query, typed in one way, brought.
struct Asked {
    /// Number of the query.
    query: usize,
    variant: Variant,
    /// The documents of the first page, by their numbers.
    page: Vec<u32>,
    /// One over the place of the first relevant one, or 0.
    reciprocal: f64,
    /// Share of the relevant ones that are on the page.
    recall: f64,
}

/// Asks every query in every way, on all cores; the order is the queries'.
fn ask_all(corpus: &Corpus, queries: &[Judged], ways: &[Variant]) -> Vec<Asked> {
    let numbers: HashMap<&str, u32> = corpus.ids.iter().map(String::as_str).zip(0..).collect();
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let share = queries.len().div_ceil(cores).max(1);
    thread::scope(|scope| {
        let threads: Vec<_> = (0..queries.len())
            .step_by(share)
            .map(|start| {
                let numbers = &numbers;
                scope.spawn(move || {
                    let index = Index::of_pieces(&corpus.pieces);
                    let end = queries.len().min(start + share);
                    let each = (start..end).flat_map(|at| ways.iter().map(move |of| (at, *of)));
                    each.map(|(at, of)| ask(&index, corpus, numbers, at, &queries[at], of))
                        .collect()
                })
            })
            .collect();
        let joined = threads.into_iter().map(thread::ScopedJoinHandle::join);
        joined.flat_map(|result: thread::Result<Vec<Asked>>| result.unwrap_or_default()).collect()
    })
}

fn ask(
    index: &Index,
    corpus: &Corpus,
    numbers: &HashMap<&str, u32>,
    query: usize,
    judged: &Judged,
    variant: Variant,
) -> Asked {
    let text = variant.of(&judged.query, SEED.wrapping_add(query as u64));
    let request = Request { text, count: DEPTH, ..Request::default() };
    let page: Vec<u32> = match index.search(&request) {
        Outcome::Done(mut results) => {
            let look = |document: u32| {
                let (title, text) = &corpus.texts[document as usize];
                let zones = judged::paragraphs(text);
                results.highlighter.look(&Text { title, text, zones: &zones })
            };
            let (mut sights, mut holds) = (Vec::new(), Vec::new());
            for hit in &results.hits {
                let sight = look(hit.document);
                holds.push(results.holds(hit, &sight));
                sights.push(Some(sight));
            }
            results.decide(&mut sights, &holds);
            results.hits.iter().map(|hit| hit.document).collect()
        }
        // All pieces were given to the index.
        Outcome::Needs(_) => Vec::new(),
    };
    let relevant: Vec<u32> =
        judged.relevant.iter().filter_map(|id| numbers.get(id.as_str()).copied()).collect();
    let first = page.iter().position(|document| relevant.contains(document));
    let found = relevant.iter().filter(|document| page.contains(document)).count();
    Asked {
        query,
        variant,
        reciprocal: first.map_or(0.0, |at| 1.0 / (at + 1) as f64),
        recall: found as f64 / relevant.len().max(1) as f64,
        page,
    }
}

/// The figures of one set of queries.
struct Set<'a> {
    name: &'a str,
    queries: usize,
    /// MRR@10 and recall@10 for each way of typing.
    figures: Vec<(f64, f64)>,
}

/// Means over all queries and over each set, sets in order of their names.
fn score<'a>(queries: &'a [Judged], asked: &[Asked], ways: &[Variant]) -> Vec<Set<'a>> {
    let mut names: Vec<&str> = queries.iter().map(|judged| judged.set.as_str()).collect();
    names.sort_unstable();
    names.dedup();
    let all = std::iter::once(("all", None));
    all.chain(names.iter().map(|name| (*name, Some(*name))))
        .map(|(name, only)| {
            let counts = |query: usize| only.is_none_or(|only| queries[query].set == only);
            let mean = |variant: Variant| {
                let here: Vec<&Asked> =
                    asked.iter().filter(|a| a.variant == variant && counts(a.query)).collect();
                let sum = |of: fn(&Asked) -> f64| here.iter().map(|asked| of(asked)).sum::<f64>();
                let len = here.len().max(1) as f64;
                (sum(|asked| asked.reciprocal) / len, sum(|asked| asked.recall) / len)
            };
            Set {
                name,
                queries: (0..queries.len()).filter(|&query| counts(query)).count(),
                figures: ways.iter().map(|way| mean(*way)).collect(),
            }
        })
        .collect()
}

fn print_table(corpus: &Corpus, sets: &[Set<'_>], ways: &[Variant]) {
    let index: usize = corpus.pieces.iter().map(|piece| piece.bytes.len()).sum();
    println!(
        "{} documents, {:.1} MB of text, index {:.1} MB; MRR@10/recall@10",
        corpus.ids.len(),
        corpus.bytes as f64 / 1e6,
        index as f64 / 1e6
    );
    print!("{:16} {:>5}", "set", "n");
    ways.iter().for_each(|variant| print!("  {:>9}", variant.name()));
    println!();
    for set in sets {
        print!("{:16} {:>5}", set.name, set.queries);
        set.figures.iter().for_each(|(mrr, recall)| print!("  {}/{}", short(*mrr), short(*recall)));
        println!();
    }
}

/// `.856`, and `1.00` for one.
fn short(figure: f64) -> String {
    let long = format!("{figure:.3}");
    long.strip_prefix('0').map_or_else(|| "1.00".to_owned(), str::to_owned)
}

fn as_json(corpus: &Corpus, sets: &[Set<'_>], ways: &[Variant]) -> Value {
    let figures = |set: &Set<'_>| -> Value {
        let of = |(mrr, recall): &(f64, f64)| json!({ "mrr10": mrr, "recall10": recall });
        let pairs = ways.iter().zip(&set.figures);
        pairs.map(|(variant, figure)| (variant.name().to_owned(), of(figure))).collect()
    };
    let sets: Vec<Value> = sets
        .iter()
        .map(|set| json!({ "set": set.name, "queries": set.queries, "figures": figures(set) }))
        .collect();
    json!({ "documents": corpus.ids.len(), "text_bytes": corpus.bytes, "sets": sets })
}

/// Lists the queries whose first hit is wrong: set, way of typing, name, and what came first.
fn print_misses(corpus: &Corpus, queries: &[Judged], asked: &[Asked]) {
    for asked in asked.iter().filter(|asked| asked.reciprocal < 1.0) {
        let judged = &queries[asked.query];
        let first = asked.page.first().map_or("nothing", |&at| corpus.ids[at as usize].as_str());
        eprintln!(
            "{}\t{}\t{}\t{:.2}\t{first}\t{}",
            judged.set,
            asked.variant.name(),
            judged.id,
            asked.reciprocal,
            judged.query
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use search::{Builder, Document, Zone};

    fn corpus(texts: &[&str]) -> Corpus {
        let mut builder = Builder::new();
        for text in texts {
            let zones = [(Zone::Body, 0..text.len())];
            builder.add(&Document { title: "", text, zones: &zones, facets: &[], day: None });
        }
        let ids = (0..texts.len()).map(|at| at.to_string()).collect();
        let texts = texts.iter().map(|text| (String::new(), (*text).to_owned())).collect();
        Corpus { ids, texts, pieces: builder.finish(), bytes: 0 }
    }

    fn judged(set: &str, query: &str, relevant: &[&str]) -> Judged {
        let relevant = relevant.iter().map(|id| (*id).to_owned()).collect();
        Judged { id: query.to_owned(), set: set.to_owned(), query: query.to_owned(), relevant }
    }

    #[test]
    fn figures_are_means_of_the_first_page() {
        let corpus = corpus(&["chợ huyện", "chợ xã", "sân vận động"]);
        let queries = [
            judged("one", "sân vận động", &["2"]),
            judged("one", "chợ huyện", &["0", "missing"]),
            judged("two", "nhà máy", &["1"]),
        ];
        let ways = Variant::ALL;
        let sets = score(&queries, &ask_all(&corpus, &queries, &ways), &ways);
        let typed: Vec<_> =
            sets.iter().map(|set| (set.name, set.queries, set.figures[0])).collect();
        let third = 2.0 / 3.0;
        assert_eq!(
            typed,
            [("all", 3, (third, third)), ("one", 2, (1.0, 1.0)), ("two", 1, (0.0, 0.0))]
        );
        assert_eq!(short(0.8564), ".856");
        assert_eq!(short(1.0), "1.00");
    }
}
