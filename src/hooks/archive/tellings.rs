//! What only pages of the annex read: how far it goes, and what its pages teach.

use model::bundle::read::parse_unit_facts;
use model::bundle::{PartKind, UnitFacts};
use model::{ArticleId, UnitId};

use super::shelf::{Page, Raw};
use super::store::{Absent, Archive, Asked};

impl Archive {
    /// The page that holds an item of a kind that only the annex reads, and the number of its first
    /// item.
    pub fn raw(&self, kind: &PartKind, item: u32) -> Asked<(&Raw, u32)> {
        match self.page(kind, item)? {
            (Page::Raw(raw), first) => Ok((raw, first)),
            _ => Err(Absent::Lost),
        }
    }

    /// All pages of such a kind whose pages count items; those that are here when some are lost.
    pub fn raw_all(&self, kind: &PartKind) -> Asked<Vec<&Raw>> {
        let raw = self.all(kind)?.into_iter().filter_map(|page| match page {
            Page::Raw(raw) => Some(raw),
            _ => None,
        });
        Ok(raw.collect())
    }

    /// How many items the pages of a kind count; 0 where the archive has none of it.
    pub fn items(&self, kind: &PartKind) -> u32 {
        self.shelf(kind).map_or(0, |(_, shelf)| shelf.items())
    }

    /// The first item of the page (or of the list of pages) that an item stands on.
    pub fn first_beside(&self, kind: &PartKind, item: u32) -> u32 {
        let found = self.shelf(kind).and_then(|(_, shelf)| shelf.find(item));
        found.map_or(item, |found| found.first)
    }

    /// The page of a kind that has only one.
    pub fn raw_only(&self, kind: &PartKind) -> Asked<&Raw> {
        match self.only(kind)? {
            Page::Raw(raw) => Ok(raw),
            _ => Err(Absent::Lost),
        }
    }

    /// Learns where articles stand.
    pub fn meet(&self, articles: &[(ArticleId, u32)]) {
        let mut ordinals = self.ordinals.borrow_mut();
        for (id, ordinal) in articles {
            *ordinals.slot(id.clone()) = *ordinal;
        }
    }

    /// What the articles about a unit, or anything in it, tell.
    pub fn unit_facts(&self, id: &UnitId) -> Asked<&UnitFacts> {
        let units = &self.overview()?.units;
        let at = units.iter().position(|(unit, _)| unit == id).ok_or(Absent::Unknown)? as u32;
        let (raw, first) = self.raw(&PartKind::UnitFacts, at)?;
        let page = raw.get(parse_unit_facts).ok_or(Absent::Lost)?;
        page.get((at - first) as usize).ok_or(Absent::Lost)
    }
}
