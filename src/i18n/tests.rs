//! Nothing visible is said outside the catalogues.

use std::fs;
use std::path::{Path, PathBuf};

use super::{EN, Messages, VI};

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

/// The code of a file: without its tests, and without comment lines.
fn code(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let end = text.find("#[cfg(test)]").unwrap_or(text.len());
    let lines = (1..).zip(text[..end].lines());
    lines.filter(|(_, line)| !line.trim_start().starts_with("//"))
}

fn viewer_code() -> Vec<(PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut paths = Vec::new();
    sources(&root, &mut paths);
    let outside = |path: &PathBuf| {
        !path.starts_with(root.join("i18n")) && path.file_stem().is_none_or(|name| name != "tests")
    };
    paths
        .into_iter()
        .filter(outside)
        .map(|path| (path.clone(), fs::read_to_string(path).unwrap()))
        .collect()
}

/// String literals of a line of code.
fn literals(line: &str) -> impl Iterator<Item = &str> {
    line.split('"').skip(1).step_by(2)
}

/// Letters that English does without.
fn is_vietnamese(letter: char) -> bool {
    letter.is_alphabetic() && !letter.is_ascii()
}

#[test]
fn vietnamese_is_said_in_the_catalogue_only() {
    let mut strays = Vec::new();
    for (path, text) in viewer_code() {
        for (number, line) in code(&text) {
            if literals(line).any(|literal| literal.contains(is_vietnamese)) {
                strays.push(format!("{}:{number}: {}", path.display(), line.trim()));
            }
        }
    }
    assert!(strays.is_empty(), "move these into src/i18n:\n{}", strays.join("\n"));
}

/// A literal shown as text in `html!`: one that stands alone between tags or braces.
fn shown_literal(line: &str) -> Option<&str> {
    let line = line.trim();
    let inner = line.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')).unwrap_or(line);
    let text = inner.trim().strip_prefix('"')?.strip_suffix('"')?;
    (!text.contains('"')).then_some(text)
}

/// Three letters in a row: paths of icons have no such thing.
fn has_a_word(text: &str) -> bool {
    text.split(|c: char| !c.is_alphabetic()).any(|run| run.chars().count() > 2)
}

/// Attributes whose value is read out or shown.
const SPOKEN: [&str; 4] = ["aria-label", "title", "placeholder", "alt"];

#[test]
fn english_is_said_in_the_catalogue_only() {
    let mut strays = Vec::new();
    for (path, text) in viewer_code() {
        if !text.contains("html!") {
            continue;
        }
        for (number, line) in code(&text) {
            let between = line
                .split('>')
                .skip(1)
                .filter_map(|rest| shown_literal(rest.split('<').next().unwrap_or_default()));
            let spoken = SPOKEN.iter().filter_map(|name| {
                let start = line.find(&format!("{name}=\""))? + name.len() + 2;
                line[start..].split('"').next()
            });
            let said = between.chain(spoken).chain(shown_literal(line));
            if said.into_iter().any(has_a_word) {
                strays.push(format!("{}:{number}: {}", path.display(), line.trim()));
            }
        }
    }
    assert!(strays.is_empty(), "move these into src/i18n:\n{}", strays.join("\n"));
}

#[test]
fn the_test_itself_sees_strays() {
    assert!(literals(r#"html! { <p>{ "Tìm" }</p> }"#).any(|text| text.contains(is_vietnamese)));
    assert_eq!(shown_literal(r#" { "Search" } "#), Some("Search"));
    assert_eq!(shown_literal(r#""loading""#), Some("loading"));
    assert_eq!(shown_literal(r#"{ title }"#), None);
}

fn said(messages: &Messages) -> Vec<String> {
    use model::article::{BlockKind, DoubtKind};
    use model::{Rule, Status};
    use protocol::DamageKind;

    let date = "2020-10-13".parse().unwrap();
    let facts = &messages.facts;
    let mut said = Vec::new();
    for status in [Status::Stated, Status::Inferred, Status::Derived, Status::Reference] {
        said.push((facts.status)(status).to_owned());
        said.push((facts.status_means)(status).to_owned());
    }
    for rule in [
        Rule::LabelledLine,
        Rule::BareLine,
        Rule::OpeningDate,
        Rule::YearFromContext { year: 2020 },
        Rule::SameDayReport,
        Rule::SiteClock,
        Rule::FoundingPair,
        Rule::YearsSubtracted { year: 2020, years: 72 },
        Rule::AgencyCode { code: "LSO".into() },
        Rule::NamedInTitle,
        Rule::NamedInLead,
        Rule::NamedInBody,
        Rule::PublisherStatement,
        Rule::GivenInSet,
    ] {
        said.push((facts.rule)(&rule));
    }
    let term = DoubtKind::TermBeforeCongress {
        term: "XIII".into(),
        article_date: date,
        congress: "2021-01-25".parse().unwrap(),
    };
    for doubt in [term, DoubtKind::YearsDisagree { claimed: 91, computed: 90 }] {
        said.push((facts.doubt)(&doubt));
    }
    for kind in [BlockKind::Section, BlockKind::Lead, BlockKind::Caption, BlockKind::Furniture] {
        said.push((facts.block)(kind).to_owned());
    }
    for kind in [DamageKind::Missing, DamageKind::Digest, DamageKind::Format] {
        said.push((messages.troubles.damage)(kind).to_owned());
    }
    said
}

#[test]
fn every_sentence_about_facts_is_said_once_in_each_language() {
    let (vi, en) = (said(&VI), said(&EN));
    for language in [&vi, &en] {
        let mut sorted = language.clone();
        sorted.sort();
        sorted.dedup();
        assert_eq!(sorted.len(), language.len(), "two facts are told by one sentence");
        assert!(language.iter().all(|sentence| !sentence.trim().is_empty()));
    }
    assert!(vi.iter().zip(&en).all(|(vi, en)| vi != en));
    assert!(vi.iter().any(|sentence| sentence.contains("2020 − 72 = 1948")));
}
