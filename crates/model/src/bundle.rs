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
//! known (else event), oldest first, then by id. The search index counts documents the same way.

use calendar::PartialDate;
use serde::{Deserialize, Serialize};

use crate::article::{Article, ArticleId};
use crate::known::Status;
use crate::unit::UnitId;

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
}

/// What a part holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
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
    #[serde(other)]
    Unknown,
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
