//! The conformance suite: the cases of `conformance/*.txt`, whose format `conformance/README.md`
//! describes, each asked with the query and the documents as they stand and in NFD.

#![allow(clippy::unwrap_used, reason = "a helper of tests may stop the test")]

#[path = "conformance/cases.rs"]
mod cases;
#[path = "conformance/expected.rs"]
mod expected;

use cases::{Case, Page, Set};
use expected::Part;
use search::{Builder, Document, Index, Note, Outcome, Request, Results, Tier, Zone};

/// Fewer cases than this mean that some were lost.
const CASES: usize = 300;

#[test]
fn every_case_of_every_subject() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/conformance");
    let mut files: Vec<_> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|file| file.extension().is_some_and(|end| end == "txt"));
    files.sort();
    let (mut count, mut wrong) = (0, Vec::new());
    for file in files {
        let name = file.file_name().unwrap().to_string_lossy().into_owned();
        for set in cases::read(&std::fs::read_to_string(&file).unwrap()) {
            for apart in [false, true] {
                let index = index(&set, apart);
                for case in &set.cases {
                    count += usize::from(!apart);
                    for query_apart in [false, true] {
                        if let Err(why) = check(&index, &set, case, query_apart) {
                            let how = ["", " (query in NFD)"][usize::from(query_apart)];
                            let kept = ["", " (documents in NFD)"][usize::from(apart)];
                            let line = format!("{name}:{}", case.line);
                            wrong.push(format!("{line}{how}{kept}: {} → {why}", case.query));
                        }
                    }
                }
            }
        }
    }
    assert!(count >= CASES, "only {count} cases were read");
    assert!(wrong.is_empty(), "{} of {}\n{}", wrong.len(), count * 4, wrong.join("\n"));
}

fn index(set: &Set, apart: bool) -> Index {
    let write = |text: &str| if apart { cases::nfd(text) } else { text.to_owned() };
    let mut builder = Builder::new();
    for Page { title, text, fields, .. } in &set.pages {
        let (title, text) = (write(title), write(text));
        let fields: Vec<(&str, &str)> =
            fields.iter().map(|(field, value)| (field.as_str(), value.as_str())).collect();
        let zones = [(Zone::Body, 0..text.len())];
        builder.add(&Document {
            title: &title,
            text: &text,
            zones: &zones,
            facets: &fields,
            day: None,
        });
    }
    Index::of_pieces(&builder.finish())
}

fn ask(index: &Index, query: &str, typing: bool) -> Results {
    let request = Request { text: query.to_owned(), count: 100, typing, ..Request::default() };
    match index.search(&request) {
        Outcome::Done(results) => results,
        Outcome::Needs(files) => panic!("everything was given, yet {files:?} are wanted"),
    }
}

/// Asks one case and compares; the error says what came instead.
fn check(index: &Index, set: &Set, case: &Case, apart: bool) -> Result<(), String> {
    let write = |text: &str| if apart { cases::nfd(text) } else { text.to_owned() };
    let results = ask(index, &write(&case.query), case.typing);
    let firmest = results.hits.first().map(|hit| hit.tier);
    let mut tier_parts = 0;
    for part in
        expected::read(&case.expected).map_err(|why| format!("line not understood: {why}"))?
    {
        let holds = match &part {
            Part::Tier { tier, ranks } => {
                let here = tier.or(firmest);
                let in_order = results.tiers.get(tier_parts).map(|(tier, _)| *tier) == here;
                tier_parts += 1;
                in_order && expected::fits(set, &results, here, ranks)
            }
            Part::First(name) => {
                let first = results.hits.first().map(|hit| set.name(hit.document));
                first == Some(name.as_str())
            }
            Part::Weak => firmest.is_none_or(|tier| !matches!(tier, Tier::Near | Tier::All)),
            Part::None => results.hits.is_empty(),
            Part::Same(query) => shape(&results) == shape(&ask(index, &write(query), case.typing)),
            Part::Read(text) => results.notes.contains(&Note::Keystrokes(text.clone())),
            Part::Hint(text) => results.suggestion.as_deref() == Some(text),
            Part::Words => results.notes.contains(&Note::PhraseAsWords),
            Part::Unclosed => results.notes.contains(&Note::Unclosed),
            Part::Unknown => results.notes.iter().any(|note| matches!(note, Note::UnknownField(_))),
            Part::Lacks(word) => results.hits.first().is_some_and(|hit| hit.lacks.contains(word)),
        };
        if !holds {
            return Err(format!("{} (expected {})", expected::shown(set, &results), case.expected));
        }
    }
    Ok(())
}

/// The documents of each tier.
fn shape(results: &Results) -> Vec<(Tier, u32)> {
    let mut shape: Vec<(Tier, u32)> =
        results.hits.iter().map(|hit| (hit.tier, hit.document)).collect();
    shape.sort_unstable();
    shape
}
