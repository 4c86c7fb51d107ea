//! The files a viewer loads.
//!
//! A bundle is a folder: `archive.json`, the [`Manifest`], is revalidated on every visit; every
//! other file is a *part*, named by its content and never changed.
//!
//! | part | content |
//! |---|---|
//! | catalogue | [`Catalogue`]: one [`Summary`] per article, in the archive's order |
//! | articles | [`Chunk`]: a run of whole articles, in the same order |
//! | units | `[Unit]` |
//! | chronicle | [`Chronicle`](crate::chronicle::Chronicle) |
//! | index | a piece of the search index, binary, see the `search` crate |
//!
//! An article's *ordinal* is its place in the catalogue, from 0: by publication date where one is
//! known (else event), oldest first, then by id; articles without either date come last. The search
//! index counts documents the same way. [`in_order`] puts articles so.
//!
//! A part's path is `parts/<kind>-<first 16 hexadecimal digits of its SHA-256>.<json|bin>`. All
//! JSON is compact UTF-8 with keys in a fixed order, so that the same archive gives the same bytes.
//!
//! The other form of `archive.json` is a set of articles written by hand: see [`set`]. [`Form::of`]
//! tells the two apart.
//!
//! | module | holds |
//! |---|---|
//! | [`write`](mod@write) | [`Contents`] → files |
//! | [`read`] | bytes → [`Manifest`] and parts, digests checked |
//! | [`set`] | the hand-written form |
//! | `fault` | what can be wrong with any of them |
//! | `text`, `json`, `parts` | bytes → JSON → types, in little code |
//! | [`digest`] | SHA-256 |

pub mod digest;
mod fault;
mod json;
mod parts;
pub mod read;
pub mod set;
mod text;
pub mod write;

use std::cmp::Ordering;
use std::collections::BTreeMap;

use calendar::PartialDate;
use serde::{Deserialize, Serialize};

use crate::article::{Article, ArticleId, BlockKind};
use crate::known::Status;
use crate::unit::UnitId;

pub use read::{Form, ManifestError, PartDamage};
pub use write::{About, Contents};

/// The schema this code writes, and the newest it reads.
pub const SCHEMA: u32 = 1;

/// `archive.json` of a packed bundle.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// Version of the layout.
    pub schema: u32,
    /// The archive's name.
    pub title: String,
    /// Who publishes it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub publisher: Option<String>,
    /// A sentence about it, for the about page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// BCP 47 language of the texts.
    pub language: String,
    /// Where it is published, when known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub base_url: Option<String>,
    /// Whom to write to about errors.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact: Option<String>,
    /// SHA-256 over the parts' digests in their order: names this state of the archive.
    pub digest: String,
    /// How much there is.
    pub counts: Counts,
    /// Identifiers that articles had before, and those they have now, so that old links work.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub aliases: BTreeMap<ArticleId, ArticleId>,
    /// Every part, in reading order.
    pub parts: Vec<PartRef>,
    /// Keys of newer writers, kept.
    #[serde(flatten)]
    pub unknown: serde_json::Map<String, serde_json::Value>,
}

/// How much an archive holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    /// Articles.
    pub articles: u32,
    /// Units and bodies.
    pub units: u32,
    /// Anniversaries.
    pub anniversaries: u32,
    /// Bytes of source text.
    pub text_bytes: u64,
}

/// One part, as the manifest lists it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartRef {
    /// What it holds.
    pub kind: PartKind,
    /// Relative to `archive.json`.
    pub path: String,
    /// Length.
    pub bytes: u64,
    /// SHA-256, 64 hexadecimal digits.
    pub sha256: String,
    /// For articles: ordinal of the first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first: Option<u32>,
    /// For articles: how many.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub count: Option<u32>,
    /// Keys of newer writers, kept.
    #[serde(flatten)]
    pub unknown: serde_json::Map<String, serde_json::Value>,
}

/// What a part holds.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PartKind {
    /// [`Catalogue`].
    Catalogue,
    /// [`Chunk`].
    Articles,
    /// `[Unit]`.
    Units,
    /// [`Chronicle`](crate::chronicle::Chronicle).
    Chronicle,
    /// A piece of the search index.
    Index,
    /// Of a newer writer; left alone.
    #[serde(untagged)]
    Unknown(String),
}

impl PartKind {
    /// As written in the manifest and in file names.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Catalogue => "catalogue",
            Self::Articles => "articles",
            Self::Units => "units",
            Self::Chronicle => "chronicle",
            Self::Index => "index",
            Self::Unknown(name) => name,
        }
    }
}

/// The list of articles.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Catalogue {
    /// In order of ordinals.
    pub articles: Vec<Summary>,
}

/// What a list shows of an article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Summary {
    /// Stable name.
    pub id: ArticleId,
    /// Title.
    pub title: String,
    /// The opening of the lead, cut at a word at about 200 characters.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub lead: String,
    /// Section.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub section: Option<String>,
    /// Unit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<UnitId>,
    /// Published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published: Option<(PartialDate, Status)>,
    /// Event.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub event: Option<(PartialDate, Status)>,
    /// Words of the source text.
    pub words: u32,
}

impl Summary {
    /// The date it is listed under: published, else event.
    pub fn listed(&self) -> Option<(PartialDate, Status)> {
        self.published.or(self.event)
    }
}

/// A run of whole articles.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Chunk {
    /// In order of ordinals.
    pub articles: Vec<Article>,
}

/// Characters of a lead that a list shows.
const LEAD_CHARS: usize = 200;

impl Summary {
    /// What a list shows of `article`: its lead is the lead's opening, else the first paragraph's.
    pub fn of(article: &Article) -> Self {
        Self {
            id: article.id.clone(),
            title: article.title.clone(),
            lead: opening(article),
            section: article.section.clone(),
            unit: article.unit.as_ref().map(|known| known.value.clone()),
            published: article.published.as_ref().map(|date| (date.value, date.status)),
            event: article.event.as_ref().map(|date| (date.value, date.status)),
            words: u32::try_from(article.words()).unwrap_or(u32::MAX),
        }
    }
}

/// The opening of the lead (else of the first paragraph), white space folded, cut at a word.
fn opening(article: &Article) -> String {
    let text_of = |kind| article.body().find(|(block, _)| block.kind == kind).map(|(_, text)| text);
    let Some(text) = text_of(BlockKind::Lead).or_else(|| text_of(BlockKind::Paragraph)) else {
        return String::new();
    };
    let mut opening = String::new();
    let mut chars = 0;
    for word in text.split_whitespace() {
        chars += word.chars().count() + 1;
        if chars > LEAD_CHARS && !opening.is_empty() {
            opening.push('…');
            break;
        }
        if !opening.is_empty() {
            opening.push(' ');
        }
        opening.push_str(word);
    }
    opening
}

/// Compares two articles by their place in the catalogue.
pub fn in_order(a: &Article, b: &Article) -> Ordering {
    let key = |article: &Article| {
        let date = article.published.as_ref().or(article.event.as_ref()).map(|dated| dated.value);
        (date.is_none(), date)
    };
    key(a).cmp(&key(b)).then_with(|| a.id.cmp(&b.id))
}
