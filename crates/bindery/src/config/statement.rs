//! What the publisher states about single articles.

use std::collections::BTreeMap;

use calendar::PartialDate;
use import::Encoding;
use model::{ArticleId, UnitId};

use super::reader::{Reader, Section};
use crate::problem::{Expected, Instead, SettingFault, Severity};

/// What the publisher states about one article; outranks what the text gives.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Statement {
    /// Line in archive.toml.
    pub line: usize,
    /// Stable name.
    pub id: Option<ArticleId>,
    /// Stable names it had before.
    pub old_ids: Vec<ArticleId>,
    /// Title.
    pub title: Option<String>,
    /// Section.
    pub section: Option<String>,
    /// Published.
    pub published: Option<PartialDate>,
    /// Event.
    pub event: Option<PartialDate>,
    /// Who signed it; empty when nothing is stated.
    pub bylines: Vec<String>,
    /// Unit.
    pub unit: Option<UnitId>,
    /// Publisher.
    pub publisher: Option<String>,
    /// The page's address.
    pub url: Option<String>,
    /// How the file's letters are written, where that is not found out rightly.
    pub encoding: Option<Encoding>,
    /// Why, for readers.
    pub note: String,
    /// The file stays in the folder, and the archive goes without it.
    pub left_out: bool,
    /// Files that it is no copy of, however alike.
    pub distinct_from: Vec<String>,
    /// Who stated what and when, by key.
    pub told: BTreeMap<String, Told>,
}

/// Who stated something, and when. For the publisher's own memory: no bundle has it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Told {
    /// Who.
    pub by: Option<String>,
    /// When.
    pub at: Option<PartialDate>,
}

const KEYS: &[&str] = &[
    "id",
    "old_ids",
    "title",
    "section",
    "published",
    "event",
    "bylines",
    "unit",
    "publisher",
    "url",
    "encoding",
    "note",
    "left_out",
    "distinct_from",
    "stated",
];

/// All statements, by file name.
pub(super) fn all(reader: &mut Reader<'_>, root: &Section<'_, '_>) -> BTreeMap<String, Statement> {
    let Some(articles) = root.section(reader, "articles") else { return BTreeMap::new() };
    let mut statements = BTreeMap::new();
    for (name, at) in articles.entries() {
        let Some(section) = articles.section(reader, name) else { continue };
        statements.insert(name.to_owned(), one(reader, name, at, &section));
    }
    statements
}

fn one(reader: &mut Reader<'_>, name: &str, at: usize, section: &Section<'_, '_>) -> Statement {
    section.expect_keys(reader, KEYS);
    let old_ids = section.texts(reader, "old_ids");
    Statement {
        line: reader.line(at),
        id: section.parsed(reader, "id", Expected::ArticleId, Instead::LeftOut),
        old_ids: old_ids
            .into_iter()
            .filter_map(|id| {
                let parsed = id.parse().ok();
                if parsed.is_none() {
                    let key = format!("articles.{name}.old_ids");
                    let (expected, instead) = (Expected::ArticleId, Instead::LeftOut);
                    let fault = SettingFault::Wrong { key, expected, instead };
                    reader.report(Severity::Error, at, fault);
                }
                parsed
            })
            .collect(),
        title: section.text(reader, "title"),
        section: section.text(reader, "section"),
        published: section.date(reader, "published"),
        event: section.date(reader, "event"),
        bylines: section.texts(reader, "bylines"),
        unit: section.parsed(reader, "unit", Expected::UnitId, Instead::LeftOut),
        publisher: section.text(reader, "publisher"),
        url: super::url(reader, section, "url"),
        encoding: encoding(reader, section),
        note: section.text(reader, "note").unwrap_or_default(),
        left_out: section.flag(reader, "left_out", false),
        distinct_from: section.texts(reader, "distinct_from"),
        told: told(reader, section),
    }
}

/// `stated.title = { by = "Lan", at = 2026-10-14 }`.
fn told(reader: &mut Reader<'_>, section: &Section<'_, '_>) -> BTreeMap<String, Told> {
    let Some(stated) = section.section(reader, "stated") else { return BTreeMap::new() };
    stated.expect_keys(reader, KEYS);
    let mut all = BTreeMap::new();
    for (key, _) in stated.entries() {
        let Some(one) = stated.section(reader, key) else { continue };
        one.expect_keys(reader, &["by", "at"]);
        let told = Told { by: one.text(reader, "by"), at: one.date(reader, "at") };
        all.insert(key.to_owned(), told);
    }
    all
}

fn encoding(reader: &mut Reader<'_>, section: &Section<'_, '_>) -> Option<Encoding> {
    let expected =
        Expected::OneOf("utf-8, utf-16le, utf-16be, tcvn3, vni-windows, viscii, windows-1258");
    section
        .text_if(reader, "encoding", expected, Instead::LeftOut, |code| {
            Encoding::of_code(code).is_some()
        })
        .and_then(|code| Encoding::of_code(&code))
}
