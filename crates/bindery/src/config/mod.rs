//! `archive.toml`: what a publisher states about an archive.
//!
//! ```toml
//! title = "Tin xã Tam Sơn"          # the only setting that must be there
//! publisher = "UBND xã Tam Sơn"
//! description = "…"
//! language = "vi"
//! base_url = "https://tamson.example/tin/"
//! contact = "vanphong@tamson.example"
//!
//! gazetteer = true                  # false: the official lists add nothing to the units below
//!
//! [people]
//! index = true                      # false: no page and no filter for persons
//! removed = ["Nguyễn Văn A"]        # these are never listed
//!
//! [[units]]
//! id = "huyen-song-lo"
//! kind = "huyện"
//! name = "Huyện Sông Lô"
//! aliases = []                      # other full names
//! short_names = []                  # names that count only where the text names it in full
//! parent = "tinh-vinh-phuc"
//! valid_from = 2008-12-23
//! valid_to = 2025-07-01             # the first day it was no more
//! successors = [{ unit = "xa-tam-son", share = "part" }]
//! predecessors = []
//! note = "…"
//! source = "…"                      # or { text = "…", url = "…" }
//!
//! [[sources]]                       # articles whose `url` begins so were published there
//! name = "Trang tin huyện"
//! url = "https://songlo.example/"
//!
//! [articles."004_fbc40ca8.txt"]     # what is stated here outranks what the text gives
//! unit = "huyen-song-lo"            # also: id, old_ids, title, section, published, event, bylines,
//!                                   # publisher, url, encoding (utf-8, tcvn3, vni-windows, …), note
//! stated.unit = { by = "Lan", at = 2026-10-14 }   # who said so and when; never published
//! left_out = false                  # true: the file stays, the archive goes without it
//! distinct_from = ["b.txt"]         # no copy of that one, however alike
//!
//! [[anniversaries]]                 # a remark on an anniversary the articles mention
//! name = "1930-10-15-dan-van"       # its id or any of its names
//! note = "…"
//! source = "…"
//! valid_to = 2025-02-01             # when it ceased to be observed as such
//!
//! reference_calendar = true         # national days that a law or decision sets; false: none
//!                                   # (stands at the top, before any [table])
//! [[reference]]                     # further days, shown as reference
//! day = "19/4"                      # or "10/3 âm lịch"
//! name = "Ngày giải phóng huyện"
//! kind = "sự kiện"                  # thành lập, truyền thống, sự kiện, ngày sinh, ngày mất, hưởng ứng
//! founding = 1972-04-19             # what it is counted from, where the source tells
//! source = "…"                      # must be there: a day without a source is left out
//!
//! [kiosk]                           # in a hall: see docs/kiosk.md
//! on = true                         # always; else only with ?kiosk=1 in the address
//! idle = 60                         # seconds without a touch, 30 to 300
//! keyboard = "telex"                # telex, vni, không dấu
//! tones = "cũ"                      # cũ: hòa, ủy; mới: hoà, uỷ
//!
//! [embed]                           # in other sites: see docs/embed.md
//! hosts = ["https://phuong.example"]   # these sites only; left out: any
//!
//! [theme]                           # colours of one's own: each must be readable (4.5 to 1)
//! accent = "#9e2a22"                # also: link, anniversary; and accent_dark … for dark paper
//! logo = "logo.svg"                 # beside archive.toml; also .png, .webp
//! ```
//!
//! Each setting that cannot be used is one [`Problem`] with its line, and the rest is used.

pub mod edit;
mod look;
mod places;
mod reader;
mod reference;
mod statement;
#[cfg(test)]
mod tests;
mod units;

use std::collections::BTreeMap;

use calendar::PartialDate;
use model::bundle::About;
use model::days::ReferenceDay;
use model::{Evidence, Unit};
use toml::de::DeTable;

use crate::problem::{Expected, Instead, Problem, SettingFault, Severity, What};
use reader::{Reader, Section};
pub use statement::{Statement, Told};

/// The settings file, relative to the archive.
pub const FILE: &str = "archive.toml";

/// What an archive is called whose publisher has not named it.
const NO_TITLE: &str = "Kho bài chưa đặt tên";

/// What a publisher states about an archive.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ArchiveConfig {
    /// Title, publisher and so on.
    pub about: About,
    /// The official lists are not to complete the units.
    pub units_as_stated: bool,
    /// Whether persons have an index.
    pub people: People,
    /// Units and bodies, in the file's order, each with its line.
    pub units: Vec<(usize, Unit)>,
    /// The sites that the articles came from.
    pub sources: Vec<Site>,
    /// Statements on single articles, by file name.
    pub articles: BTreeMap<String, Statement>,
    /// Remarks on anniversaries.
    pub anniversaries: Vec<Remark>,
    /// Whether the national reference calendar is in the archive.
    pub reference_calendar: bool,
    /// Further days of reference, each with its source.
    pub reference: Vec<ReferenceDay>,
}

/// Settings of the index of persons.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct People {
    /// Whether there is one.
    pub index: bool,
    /// Names that are never in it.
    pub removed: Vec<String>,
}

impl Default for People {
    fn default() -> Self {
        Self { index: true, removed: Vec::new() }
    }
}

/// A site that articles came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Site {
    /// Its name.
    pub name: String,
    /// What its addresses begin with.
    pub url: Option<String>,
}

/// A remark on an anniversary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// Line in archive.toml.
    pub line: usize,
    /// The anniversary's id or any of its names.
    pub name: String,
    /// The remark.
    pub note: Option<String>,
    /// Whence.
    pub source: Option<Evidence>,
    /// When it ceased to be observed as such.
    pub valid_to: Option<PartialDate>,
}

impl ArchiveConfig {
    /// Reads archive.toml. There is always a usable configuration; what was wrong is listed.
    pub fn parse(bytes: &[u8]) -> (Self, Vec<Problem>) {
        let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
        let Ok(input) = std::str::from_utf8(bytes) else {
            let good = std::str::from_utf8(bytes).map_or_else(|e| e.valid_up_to(), |_| 0);
            let line = bytes[..good].iter().filter(|&&byte| byte == b'\n').count() + 1;
            let fault = What::Setting(SettingFault::NotUtf8);
            return (Self::unnamed(), vec![Problem::error(FILE, Some(line), fault)]);
        };
        let (table, errors) = DeTable::parse_recoverable(input);
        let mut reader = Reader::new(FILE, input);
        for error in &errors {
            let at = error.span().map_or(0, |span| span.start);
            let what = error.message().to_owned();
            reader.report(Severity::Error, at, SettingFault::Syntax { what });
        }
        let config = read(&mut reader, &Section::root(&table));
        let mut problems = reader.problems;
        // What follows from a syntax error in the same line says nothing new.
        let broken: Vec<_> = problems[..errors.len()].iter().map(|problem| problem.line).collect();
        let mut at = 0;
        problems.retain(|problem| {
            at += 1;
            at <= errors.len() || !broken.contains(&problem.line)
        });
        problems.sort_by_key(|problem| problem.line);
        (config, problems)
    }

    /// The configuration of an archive without archive.toml.
    pub fn missing() -> (Self, Vec<Problem>) {
        let fault = What::Setting(SettingFault::NoFile);
        (Self::unnamed(), vec![Problem::error(FILE, None, fault)])
    }

    fn unnamed() -> Self {
        let about =
            About { title: NO_TITLE.to_owned(), language: "vi".to_owned(), ..About::default() };
        Self { about, reference_calendar: true, ..Self::default() }
    }
}

fn read(reader: &mut Reader<'_>, root: &Section<'_, '_>) -> ArchiveConfig {
    const KEYS: &[&str] = &[
        "title",
        "publisher",
        "description",
        "language",
        "base_url",
        "contact",
        "gazetteer",
        "people",
        "units",
        "sources",
        "articles",
        "anniversaries",
        "reference_calendar",
        "reference",
        "kiosk",
        "embed",
        "theme",
    ];
    root.expect_keys(reader, KEYS);
    ArchiveConfig {
        about: about(reader, root),
        units_as_stated: !root.flag(reader, "gazetteer", true),
        people: people(reader, root),
        units: root
            .sections(reader, "units")
            .iter()
            .filter_map(|section| Some((reader.line(section.at()), units::unit(reader, section)?)))
            .collect(),
        sources: root
            .sections(reader, "sources")
            .iter()
            .filter_map(|section| site(reader, section))
            .collect(),
        articles: statement::all(reader, root),
        anniversaries: root
            .sections(reader, "anniversaries")
            .iter()
            .filter_map(|section| remark(reader, section))
            .collect(),
        reference_calendar: root.flag(reader, "reference_calendar", true),
        reference: root
            .sections(reader, "reference")
            .iter()
            .filter_map(|section| reference::day(reader, section))
            .collect(),
    }
}

fn about(reader: &mut Reader<'_>, root: &Section<'_, '_>) -> About {
    if !root.has("title") {
        root.missing(reader, "title", Instead::Default(NO_TITLE.to_owned()));
    }
    let default_language = Instead::Default("vi".to_owned());
    About {
        title: root.text(reader, "title").unwrap_or_else(|| NO_TITLE.to_owned()),
        publisher: root.text(reader, "publisher"),
        description: root.text(reader, "description"),
        language: root
            .text_if(reader, "language", Expected::Language, default_language, is_language)
            .unwrap_or_else(|| "vi".to_owned()),
        base_url: url(reader, root, "base_url"),
        contact: root.text(reader, "contact"),
        extra: places::places(reader, root),
        ..About::default()
    }
}

fn is_language(text: &str) -> bool {
    let mut parts = text.split('-');
    let first = parts.next().unwrap_or_default();
    (2..=3).contains(&first.len())
        && first.bytes().all(|b| b.is_ascii_lowercase())
        && parts.all(|part| {
            (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric())
        })
}

fn url(reader: &mut Reader<'_>, section: &Section<'_, '_>, key: &str) -> Option<String> {
    section.text_if(reader, key, Expected::Url, Instead::LeftOut, |text| {
        let host = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
        host.is_some_and(|rest| !rest.is_empty() && !rest.starts_with('/'))
            && !text.contains(char::is_whitespace)
    })
}

fn people(reader: &mut Reader<'_>, root: &Section<'_, '_>) -> People {
    let Some(section) = root.section(reader, "people") else { return People::default() };
    section.expect_keys(reader, &["index", "removed"]);
    People { index: section.flag(reader, "index", true), removed: section.texts(reader, "removed") }
}

/// `source`: a text, or a table with `text` and `url`.
fn citation(reader: &mut Reader<'_>, section: &Section<'_, '_>) -> Option<Evidence> {
    if section.is_text("source") {
        return Some(Evidence::Citation { text: section.text(reader, "source")?, url: None });
    }
    let source = section.section(reader, "source")?;
    source.expect_keys(reader, &["text", "url"]);
    if !source.has("text") {
        source.missing(reader, "text", Instead::EntryLeftOut);
    }
    let url = url(reader, &source, "url");
    Some(Evidence::Citation { text: source.text(reader, "text")?, url })
}

fn site(reader: &mut Reader<'_>, section: &Section<'_, '_>) -> Option<Site> {
    section.expect_keys(reader, &["name", "url"]);
    if !section.has("name") {
        section.missing(reader, "name", Instead::EntryLeftOut);
    }
    let url = url(reader, section, "url");
    Some(Site { name: section.text(reader, "name")?, url })
}

fn remark(reader: &mut Reader<'_>, section: &Section<'_, '_>) -> Option<Remark> {
    section.expect_keys(reader, &["name", "note", "source", "valid_to"]);
    if !section.has("name") {
        section.missing(reader, "name", Instead::EntryLeftOut);
    }
    let remark = Remark {
        line: reader.line(section.at()),
        name: section.text(reader, "name")?,
        note: section.text(reader, "note"),
        source: citation(reader, section),
        valid_to: section.date(reader, "valid_to"),
    };
    // A remark without its source is hearsay.
    if remark.note.is_some() && remark.source.is_none() {
        if !section.has("source") {
            section.missing(reader, "source", Instead::EntryLeftOut);
        }
        return None;
    }
    Some(remark)
}
