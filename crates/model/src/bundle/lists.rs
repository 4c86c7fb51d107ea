//! What lists show: of an article, of the archive at a first glance, of all dates.

use std::cmp::Ordering;

use calendar::PartialDate;
use serde::{Deserialize, Serialize};

use crate::article::{Article, ArticleId, BlockKind};
use crate::chronicle::{AnniversaryKind, Scope};
use crate::known::Status;
use crate::unit::UnitId;

/// A page of the list of articles.
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
    /// What a list shows of `article`.
    pub fn of(article: &Article) -> Self {
        Self {
            id: article.id.clone(),
            title: article.title.clone(),
            section: article.section.clone(),
            unit: article.unit.as_ref().map(|known| known.value.clone()),
            published: article.published.as_ref().map(|date| (date.value, date.status)),
            event: article.event.as_ref().map(|date| (date.value, date.status)),
            words: u32::try_from(article.words()).unwrap_or(u32::MAX),
        }
    }

    /// The date it is listed under: published, else event.
    pub fn listed(&self) -> Option<(PartialDate, Status)> {
        self.published.or(self.event)
    }
}

/// The dates and units of all articles, each value with how many articles in a row have it: they
/// follow each other by ordinal.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Order {
    /// The dates that articles are listed under.
    pub dates: Vec<(Option<(PartialDate, Status)>, u32)>,
    /// The units they are about.
    pub units: Vec<(Option<UnitId>, u32)>,
}

/// What the first page a reader sees is drawn from.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Overview {
    /// Ordinals of the latest articles, newest first.
    pub latest: Vec<u32>,
    /// How many articles are about a unit or anything in it; units without are left out.
    pub units: Vec<(UnitId, u32)>,
    /// All anniversaries, by founding date, then id.
    pub anniversaries: Vec<AnniversaryHead>,
}

/// An anniversary without its mentions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnniversaryHead {
    /// Stable name.
    pub id: String,
    /// What is remembered.
    pub kind: AnniversaryKind,
    /// The fullest of its names.
    pub name: String,
    /// The day it began, and how that is known.
    pub founding: (PartialDate, Status),
    /// Whose it is.
    pub scope: Scope,
    /// When it ceased to be observed as such.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_to: Option<PartialDate>,
}

/// Articles by identifier: a run of pages by [`bucket`], the last page holding the newest.
pub type Ids = Vec<(ArticleId, u32)>;

/// Which of so many pages holds an identifier: FNV-1a of its bytes, modulo their number.
pub fn bucket(id: &ArticleId, pages: usize) -> usize {
    let hash = id
        .as_str()
        .bytes()
        .fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    hash as usize % pages.max(1)
}

/// Characters of a lead that a list shows.
const LEAD_CHARS: usize = 200;

/// The opening of the lead (else of the first paragraph) that a list shows: white space folded, cut
/// at a word at about 200 characters.
pub fn lead(article: &Article) -> String {
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

/// Compares two articles by date: published, else event; those without either come first, so that
/// what is newest is last; then by id.
pub fn in_order(a: &Article, b: &Article) -> Ordering {
    let date = |article: &Article| {
        article.published.as_ref().or(article.event.as_ref()).map(|dated| dated.value)
    };
    date(a).cmp(&date(b)).then_with(|| a.id.cmp(&b.id))
}
