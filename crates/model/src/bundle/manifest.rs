//! `archive.json` of a packed bundle: what the archive is, and the names of its pages.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::digest;
use super::fault::PartDamage;
use crate::article::ArticleId;

/// `archive.json` of a packed bundle.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
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
    /// SHA-256 over the names of all pages, line by line in the order of the shelves: names this
    /// state of the archive.
    pub digest: String,
    /// How much there is.
    pub counts: Counts,
    /// Identifiers that articles had before, and those they have now, so that old links work.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub aliases: BTreeMap<ArticleId, ArticleId>,
    /// All pages, kind by kind.
    pub parts: Vec<Shelf>,
    /// Keys of newer writers, kept.
    #[serde(flatten)]
    pub unknown: serde_json::Map<String, serde_json::Value>,
}

impl Manifest {
    /// The shelf of a kind; none where the archive has nothing of it.
    pub fn shelf(&self, kind: &PartKind) -> Option<&Shelf> {
        self.parts.iter().find(|shelf| shelf.kind == *kind)
    }
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

/// All pages of a kind.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shelf {
    /// What they hold.
    pub kind: PartKind,
    /// Bytes of all pages together.
    pub bytes: u64,
    /// The pages; of a shelf that is `listed`, the lists of pages, each with the items that its
    /// pages hold together.
    #[serde(flatten)]
    pub pages: Pages,
    /// There are so many pages that they are listed in parts of kind [`PartKind::List`], so that
    /// neither a first visit nor an update fetches the names of all.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub listed: bool,
    /// Keys of newer writers, kept.
    #[serde(flatten)]
    pub unknown: serde_json::Map<String, serde_json::Value>,
}

/// Hexadecimal digits of a name.
pub const NAME_DIGITS: usize = 16;

/// Some pages in their order: their names and how many items each holds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pages {
    /// The names one after another, [`NAME_DIGITS`] each: the beginning of the SHA-256 of what the
    /// page holds. Enough to name a page, and to show any damage to it.
    pub names: String,
    /// Items in a page, and how many such pages follow each other; empty where pages hold no
    /// items that are counted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub counts: Vec<(u32, u32)>,
}

impl Pages {
    /// Number of pages.
    pub fn len(&self) -> usize {
        self.names.len() / NAME_DIGITS
    }

    /// Whether there is no page.
    pub fn is_empty(&self) -> bool {
        self.names.is_empty()
    }

    /// The name of a page.
    pub fn name(&self, page: usize) -> Option<&str> {
        self.names.get(page.checked_mul(NAME_DIGITS)?..)?.get(..NAME_DIGITS)
    }

    /// Items in all pages.
    pub fn items(&self) -> u32 {
        self.counts
            .iter()
            .fold(0, |sum, (items, pages)| sum.saturating_add(items.saturating_mul(*pages)))
    }

    /// The page that holds an item, and the first item of that page.
    pub fn page_of(&self, item: u32) -> Option<(usize, u32)> {
        let (mut page, mut first) = (0, 0_u32);
        for &(items, pages) in &self.counts {
            let end = first.checked_add(items.checked_mul(pages)?)?;
            if item < end {
                let further = (item - first) / items;
                return Some(((page + further) as usize, first + further * items));
            }
            (page, first) = (page + pages, end);
        }
        None
    }

    /// The first item of a page, and how many it holds.
    pub fn span(&self, page: usize) -> Option<(u32, u32)> {
        let (mut left, mut first) = (u32::try_from(page).ok()?, 0_u32);
        for &(items, pages) in &self.counts {
            if left < pages {
                return Some((first.checked_add(items.checked_mul(left)?)?, items));
            }
            left -= pages;
            first = first.checked_add(items.checked_mul(pages)?)?;
        }
        None
    }

    /// Puts a page behind the others.
    pub(super) fn push(&mut self, name: &str, items: Option<u32>) {
        self.names.push_str(name);
        match (self.counts.last_mut(), items) {
            (Some((same, pages)), Some(items)) if *same == items => *pages += 1,
            (_, Some(items)) => self.counts.push((items, 1)),
            (_, None) => {}
        }
    }
}

/// What a part holds.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PartKind {
    /// [`Pages`] of another kind.
    List,
    /// [`Overview`](super::Overview).
    Overview,
    /// `[Unit]`.
    Units,
    /// [`Catalogue`](super::Catalogue): pages count articles.
    Catalogue,
    /// The openings of leads, `[String]`, cut as the catalogue is.
    Leads,
    /// [`Order`](super::Order).
    Order,
    /// Ordinals by identifier: see [`Ids`](super::Ids).
    Ids,
    /// `[Name]`: what can be looked up by name, in order of first mention; pages count names.
    Names,
    /// [`Facts`](super::Facts): anniversaries; pages count entries.
    Anniversaries,
    /// [`Facts`](super::Facts): officials.
    Officials,
    /// [`Facts`](super::Facts): programmes.
    Programmes,
    /// [`Facts`](super::Facts): directives.
    Directives,
    /// [`Facts`](super::Facts) of the articles added last; pages count articles.
    Recent,
    /// [`Told`](super::Told): days of every year; pages count the articles of their runs.
    Days,
    /// `[ReferenceDay]`: the reference calendar, on one page.
    Reference,
    /// [`Told`](super::Told): congresses.
    Congresses,
    /// [`Told`](super::Told): awards.
    Awards,
    /// [`Told`](super::Told): quotations.
    Quotations,
    /// [`Told`](super::Told): figures with their sentences.
    Figures,
    /// `[UnitFacts]`: pages count units, as the overview lists them.
    UnitFacts,
    /// `[[ToldBody]]`: bodies that the settled articles name, by unit; pages count units.
    Bodies,
    /// `[UnitBodies]`: bodies that the articles added last name; pages count articles.
    RecentBodies,
    /// [`Chunk`](super::Chunk): pages count articles.
    Articles,
    /// A piece of the search index.
    Index,
    /// A picture, as are the three that follow.
    Jpeg,
    /// A picture.
    Png,
    /// A picture.
    Webp,
    /// A picture.
    Gif,
    /// Of a newer writer; left alone.
    #[serde(untagged)]
    Unknown(String),
}

/// The kinds that are known, as written in the manifest and in file names.
const KINDS: [(&str, PartKind); 28] = [
    ("list", PartKind::List),
    ("overview", PartKind::Overview),
    ("units", PartKind::Units),
    ("catalogue", PartKind::Catalogue),
    ("leads", PartKind::Leads),
    ("order", PartKind::Order),
    ("ids", PartKind::Ids),
    ("names", PartKind::Names),
    ("anniversaries", PartKind::Anniversaries),
    ("officials", PartKind::Officials),
    ("programmes", PartKind::Programmes),
    ("directives", PartKind::Directives),
    ("recent", PartKind::Recent),
    ("days", PartKind::Days),
    ("reference", PartKind::Reference),
    ("congresses", PartKind::Congresses),
    ("awards", PartKind::Awards),
    ("quotations", PartKind::Quotations),
    ("figures", PartKind::Figures),
    ("unit-facts", PartKind::UnitFacts),
    ("bodies", PartKind::Bodies),
    ("recent-bodies", PartKind::RecentBodies),
    ("articles", PartKind::Articles),
    ("index", PartKind::Index),
    ("jpeg", PartKind::Jpeg),
    ("png", PartKind::Png),
    ("webp", PartKind::Webp),
    ("gif", PartKind::Gif),
];

impl PartKind {
    /// The kinds whose pages are [`Told`](super::Told).
    pub const TOLD: [Self; 5] =
        [Self::Days, Self::Congresses, Self::Awards, Self::Quotations, Self::Figures];

    /// The kind of a name.
    pub fn of(name: &str) -> Self {
        let known = KINDS.iter().find(|(known, _)| *known == name);
        known.map_or_else(|| Self::Unknown(name.to_owned()), |(_, kind)| kind.clone())
    }

    /// As written in the manifest and in file names.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Unknown(name) => name,
            known => KINDS.iter().find(|(_, kind)| kind == known).map_or("", |(name, _)| name),
        }
    }

    /// Whether its pages are pictures: read by nobody but who looks at an article.
    pub fn is_picture(&self) -> bool {
        matches!(self, Self::Jpeg | Self::Png | Self::Webp | Self::Gif)
    }

    /// Where the page of a name lies, relative to `archive.json`.
    pub fn path(&self, name: &str) -> String {
        let end = match self {
            Self::Index => ".bin",
            Self::Jpeg => ".jpg",
            Self::Png => ".png",
            Self::Webp => ".webp",
            Self::Gif => ".gif",
            _ => ".json",
        };
        ["parts/", self.as_str(), "-", name, end].concat()
    }
}

/// What a page of this content is named.
pub fn name_of(bytes: &[u8]) -> String {
    let mut name = digest::sha256_hex(bytes);
    name.truncate(NAME_DIGITS);
    name
}

/// Checks that a page holds what its name says.
pub fn verify(name: &str, bytes: &[u8]) -> Result<(), PartDamage> {
    let found = name_of(bytes);
    if found == name {
        Ok(())
    } else {
        Err(PartDamage::Digest { expected: name.to_owned(), found })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_are_found_on_their_pages() {
        let mut pages = Pages::default();
        for (at, items) in [32, 32, 32, 5].into_iter().enumerate() {
            pages.push(&name_of(&[at as u8]), Some(items));
        }
        assert_eq!(pages.counts, [(32, 3), (5, 1)]);
        assert_eq!((pages.len(), pages.items()), (4, 101));
        assert_eq!(pages.page_of(0), Some((0, 0)));
        assert_eq!(pages.page_of(64), Some((2, 64)));
        assert_eq!(pages.page_of(100), Some((3, 96)));
        assert_eq!(pages.page_of(101), None);
        assert_eq!((pages.span(2), pages.span(3)), (Some((64, 32)), Some((96, 5))));
        assert_eq!(pages.span(4), None);
        assert_eq!(pages.name(3), Some(name_of(&[3]).as_str()));
        assert_eq!(pages.name(4), None);
        assert_eq!(pages.name(usize::MAX), None);
    }

    #[test]
    fn counts_of_hostile_pages_do_no_harm() {
        let pages = |counts: &[(u32, u32)]| Pages { names: String::new(), counts: counts.to_vec() };
        assert_eq!(pages(&[(u32::MAX, u32::MAX)]).page_of(1), None);
        assert_eq!(pages(&[(0, 9), (1, 1)]).page_of(0), Some((9, 0)));
        assert_eq!(pages(&[(u32::MAX, 3)]).items(), u32::MAX);
        assert_eq!(
            Pages { names: "đđđđđđđđđ".to_owned(), counts: Vec::new() }.name(0),
            Some("đđđđđđđđ")
        );
    }

    #[test]
    fn kinds_are_written_as_they_are_named() {
        for (name, kind) in KINDS {
            assert_eq!(serde_json::to_value(&kind).unwrap(), name);
            assert_eq!((PartKind::of(name).as_str(), PartKind::of(name)), (name, kind));
        }
        assert_eq!(PartKind::of("later").path("00"), "parts/later-00.json");
        assert_eq!(PartKind::Jpeg.path("00"), "parts/jpeg-00.jpg");
    }
}
