//! Reads a hand-written article set (`archive.json`, see [`model::bundle::set`]).

use std::collections::BTreeMap;

use model::article::{Article, Block, BlockKind, Byline, NotALanguage, Source, language};
use model::bundle::digest::sha256_hex;
use model::bundle::set::{ArticleSet, SetArticle, SetFault, SetProblem};
use model::bundle::{About, ManifestError};
use model::known::Known;
use model::unit::UnitKind;
use model::{ArticleId, Evidence, Rule, Span, Status, Unit, UnitId};
use units::Registry;

use crate::bind::Draft;
use crate::config::ArchiveConfig;
use crate::problem::{Problem, Severity, What, must_be_set};

/// The set's file.
pub const FILE: &str = "archive.json";

/// Reads a set.
///
/// # Errors
/// A problem when the file is no set at all: not JSON, something else, of a newer schema.
pub fn read(bytes: &[u8]) -> Result<Draft, Problem> {
    let fatal = |what| Problem::error(FILE, line_of(&what), what);
    must_be_set(bytes).map_err(fatal)?;
    let (set, faults) =
        ArticleSet::parse(bytes).map_err(|error| fatal(What::NotASet(Box::new(error))))?;

    let mut units = Units::new(set.units);
    let mut draft = Draft::default();
    draft.problems = faults.into_iter().map(told).collect();
    // One after another: the set's texts go as the articles' come.
    for entry in set.articles {
        let unit = entry.unit.as_deref().and_then(|name| units.called(name));
        if let (Some(name), None) = (&entry.unit, &unit) {
            draft.problems.push(told(fault(&entry, "unit", SetFault::NotAnId(name.clone()))));
        }
        let language = entry.language.as_deref().map_or(Ok(None), language);
        if let (Some(text), Err(NotALanguage)) = (&entry.language, &language) {
            let fault = fault(&entry, "language", SetFault::NotALanguage(text.clone()));
            draft.problems.push(Problem { severity: Severity::Warning, ..told(fault) });
        }
        draft.push(article(&entry, unit, language.unwrap_or_default()), Vec::new());
    }
    draft.config = ArchiveConfig {
        about: About {
            title: set.title,
            publisher: set.publisher,
            description: set.description,
            language: set.language,
            base_url: set.base_url,
            contact: set.contact,
            aliases: Default::default(),
            extra: set.extra,
        },
        units: units.list.into_iter().map(|unit| (0, unit)).collect(),
        ..ArchiveConfig::default()
    };
    Ok(draft)
}

/// A fault of an article that is kept.
fn fault(entry: &SetArticle, field: &str, fault: SetFault) -> SetProblem {
    SetProblem {
        list: "articles",
        index: entry.index,
        title: Some(entry.title.clone()),
        field: field.to_owned(),
        fault,
    }
}

fn told(problem: SetProblem) -> Problem {
    Problem::error(FILE, None, What::Set(Box::new(problem)))
}

fn line_of(what: &What) -> Option<usize> {
    match what {
        What::NotASet(error) => match **error {
            ManifestError::NotJson { line, .. } => Some(line),
            _ => None,
        },
        _ => None,
    }
}

/// An article of a set: its text is the title, a blank line, and the text as given.
fn article(entry: &SetArticle, unit: Option<UnitId>, language: Option<String>) -> Article {
    fn given<T>(value: T) -> Known<T> {
        Known {
            value,
            status: Status::Stated,
            rule: Some(Rule::GivenInSet),
            source: Some(Evidence::Publisher { note: String::new() }),
        }
    }
    let text = format!("{}\n\n{}", entry.title, entry.text);
    let sha256 = sha256_hex(text.as_bytes());
    let seed = || {
        let date = entry.published.map(|date| date.to_string()).unwrap_or_default();
        entry.url.clone().unwrap_or_else(|| format!("{date}\n{text}"))
    };
    let id: ArticleId = entry.id.clone().unwrap_or_else(|| import::hashed_id(&seed()));
    Article {
        id,
        title: entry.title.split_whitespace().collect::<Vec<_>>().join(" "),
        section: entry.section.clone(),
        language,
        blocks: blocks(&text, entry.title.len()),
        bylines: entry.authors.iter().map(|name| Byline { name: name.clone(), at: None }).collect(),
        published: entry.published.map(given),
        event: entry.event.map(given),
        crawled: None,
        views: None,
        unit: unit.map(given),
        publisher: entry.publisher.clone().map(given),
        source: Source {
            file: None,
            url: entry.url.clone(),
            bytes: text.len() as u64,
            sha256,
            reading: None,
        },
        text,
        cut_off: false,
        mentions: Vec::new(),
        doubts: Vec::new(),
        pictures: Vec::new(),
        extra: entry.extra.clone(),
    }
}

/// The title, then a paragraph for each line that says something.
fn blocks(text: &str, title: usize) -> Vec<Block> {
    let trimmed = |start: usize, line: &str| {
        let start = start + (line.len() - line.trim_start().len());
        Span::new(start..start + line.trim().len())
    };
    let mut blocks = vec![Block { kind: BlockKind::Title, span: trimmed(0, &text[..title]) }];
    let mut start = title;
    for line in text[title..].split_inclusive('\n') {
        if !line.trim().is_empty() {
            blocks.push(Block { kind: BlockKind::Paragraph, span: trimmed(start, line) });
        }
        start += line.len();
    }
    blocks
}

/// The units of a set: those it lists, and those it only names.
struct Units {
    list: Vec<Unit>,
    listed: Registry,
    /// What was asked before, by the name's syllables.
    known: BTreeMap<Vec<String>, Option<UnitId>>,
}

impl Units {
    fn new(list: Vec<Unit>) -> Self {
        let (listed, _) = Registry::new(list.clone());
        Self { list, listed, known: BTreeMap::new() }
    }

    /// The unit called so, made if need be; `None` when no identifier can be made of the name, or
    /// several listed units are called so.
    fn called(&mut self, name: &str) -> Option<UnitId> {
        let key: Vec<String> = words(name);
        if let Some(known) = self.known.get(&key) {
            return known.clone();
        }
        let listed = self.listed.called(name).map(|unit| unit.id.clone());
        let id = listed.or_else(|| self.make(name));
        self.known.insert(key, id.clone());
        id
    }

    fn make(&mut self, name: &str) -> Option<UnitId> {
        let mut slug = viet::fold_slug(name);
        slug.truncate(60);
        let id: UnitId = slug.trim_matches('-').parse().ok()?;
        if self.list.iter().any(|unit| unit.id == id) {
            return None;
        }
        self.list.push(Unit {
            id: id.clone(),
            kind: kind_of(name),
            name: name.trim().to_owned(),
            aliases: Vec::new(),
            short_names: Vec::new(),
            parent: None,
            valid_from: None,
            valid_to: None,
            predecessors: Vec::new(),
            successors: Vec::new(),
            note: None,
            source: None,
        });
        Some(id)
    }
}

/// Syllables, as they are compared.
fn words(text: &str) -> Vec<String> {
    viet::tokens(text).map(|token| viet::canonical(token.text)).collect()
}

/// The kind that a unit's name begins with; a name without one is a body's.
pub fn kind_of(name: &str) -> UnitKind {
    const KINDS: &[(&str, UnitKind)] = &[
        ("thành phố ", UnitKind::City),
        ("thị trấn ", UnitKind::Township),
        ("thị xã ", UnitKind::Town),
        ("đặc khu ", UnitKind::SpecialZone),
        ("tỉnh ủy", UnitKind::Body),
        ("tỉnh đoàn", UnitKind::Body),
        ("quận ủy", UnitKind::Body),
        ("quận đoàn", UnitKind::Body),
        ("huyện ủy", UnitKind::Body),
        ("huyện đoàn", UnitKind::Body),
        ("xã đoàn", UnitKind::Body),
        ("tỉnh ", UnitKind::Province),
        ("quận ", UnitKind::UrbanDistrict),
        ("huyện ", UnitKind::RuralDistrict),
        ("phường ", UnitKind::Ward),
        ("xã ", UnitKind::Commune),
    ];
    let words: Vec<String> = viet::tokens(name).map(|token| viet::canonical(token.text)).collect();
    let name = words.join(" ");
    KINDS.iter().find(|(head, _)| name.starts_with(head)).map_or(UnitKind::Body, |(_, kind)| *kind)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_is_no_language_is_told_and_the_article_kept() {
        let set = json!({
            "schema": 1, "title": "Tin xã",
            "articles": [
                { "title": "Khai giảng", "language": "tiếng lóng", "text": "Trường mới." },
                { "title": "School", "language": "Tiếng Anh", "text": "A new school." },
            ],
        });
        let draft = read(set.to_string().as_bytes()).unwrap();
        let languages: Vec<_> = draft.articles().map(|a| a.language.as_deref()).collect();
        assert_eq!(languages, [None, Some("en")]);
        let [problem] = &draft.problems[..] else { panic!("{:?}", draft.problems) };
        assert_eq!(problem.severity, Severity::Warning);
        let What::Set(set) = &problem.what else { panic!("{problem:?}") };
        assert_eq!((set.index, &*set.field), (0, "language"));
    }

    #[test]
    fn a_set_becomes_articles() {
        let set = json!({
            "schema": 1, "title": "Tin xã Tam Sơn",
            "articles": [
                { "title": " Ra quân  làm thủy lợi", "published": "2024-11-02", "unit": "Xã Tam Sơn",
                  "text": "Sáng 2/11, xã ra quân.\n\n  Bà con dự đông. \n", "authors": "Mỹ Nhiên" },
                { "title": "Khai giảng", "unit": "xã Tam Sơn", "text": "Trường mới." },
                { "title": "Không đơn vị", "unit": "…", "text": "x" },
            ],
        });
        let draft = read(set.to_string().as_bytes()).unwrap();
        let articles: Vec<_> = draft.articles().collect();
        let first = articles[0];
        assert_eq!(first.title, "Ra quân làm thủy lợi");
        let words: Vec<_> = first.blocks.iter().map(|b| b.span.of(&first.text).unwrap()).collect();
        assert_eq!(words, ["Ra quân  làm thủy lợi", "Sáng 2/11, xã ra quân.", "Bà con dự đông."]);
        assert_eq!(first.unit.as_ref().unwrap().value.as_str(), "xa-tam-son");
        assert_eq!(first.published.as_ref().unwrap().rule, Some(Rule::GivenInSet));
        assert_eq!(articles[1].unit, first.unit, "one unit, however it is written");
        assert_eq!(articles[2].unit, None);
        assert_eq!(draft.problems.len(), 1);
        assert_eq!(draft.config.units.len(), 1);
        assert_eq!(draft.config.units[0].1.kind, UnitKind::Commune);
    }

    #[test]
    fn kinds_are_read_from_names() {
        for (name, kind) in [
            ("Huyện uỷ Sông Lô", UnitKind::Body),
            ("huyện Sông Lô", UnitKind::RuralDistrict),
            ("Thị trấn Tam Sơn", UnitKind::Township),
            ("Đảng ủy phường Đức Giang", UnitKind::Body),
        ] {
            assert_eq!(kind_of(name), kind, "{name}");
        }
    }

    #[test]
    fn other_files_are_refused() {
        let problem = read(b"{\n\"schema\": 1,,\n}").unwrap_err();
        assert_eq!(problem.line, Some(2));
        assert!(matches!(read(b"[]").unwrap_err().what, What::NotASet(_)));
    }
}
