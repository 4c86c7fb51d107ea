//! What the gazetteer knows of the places that articles name, beside the archive's own names.
//!
//! An archive's "Xã Tân Lập" is one of dozens in the country. Where the text says that it means
//! another, the mention is dropped; where the text says that it means this one, it counts even
//! without the archive's own reasons; where nothing says which, the clerk is told.

use std::collections::BTreeMap;

use model::article::{Article, BlockKind, FactMention};
use model::chronicle::SubjectRef;
use model::unit::UnitKind;
use model::{Evidence, Span, UnitId};
use units::Registry;
use units::gazetteer::reading::{Context, Meaning, Reading, read};
use units::gazetteer::{Gazetteer, PlaceId};

use crate::problem::{Problem, What};

/// The gazetteer, and which of its places are units of the archive.
pub(crate) struct Places<'g> {
    gazetteer: &'g Gazetteer,
    of_place: BTreeMap<PlaceId, UnitId>,
}

impl<'g> Places<'g> {
    /// Over units that are tied to places.
    pub(crate) fn new(gazetteer: &'g Gazetteer, of_place: BTreeMap<PlaceId, UnitId>) -> Self {
        Self { gazetteer, of_place }
    }

    /// Corrects the units found in an article by what its text says of places.
    pub(crate) fn correct(
        &self,
        article: &Article,
        registry: &Registry,
        found: &mut units::Found,
        name: &str,
    ) -> Vec<Problem> {
        if self.of_place.is_empty() {
            return Vec::new();
        }
        let spans: Vec<Span> = article
            .blocks
            .iter()
            .filter(|block| block.kind == BlockKind::Title || block.kind.is_body())
            .map(|block| block.span)
            .collect();
        let parts: Vec<&str> =
            spans.iter().map(|span| span.of(&article.text).unwrap_or_default()).collect();
        let dated = article.event.as_ref().or(article.published.as_ref());
        let context =
            Context { date: dated.map(|dated| dated.value), within: self.within(article) };
        let mut problems = Vec::new();
        for (block, readings) in spans.iter().zip(read(self.gazetteer, &parts, &context)) {
            for reading in readings {
                let at = shifted(&reading.place, *block);
                match &reading.meaning {
                    Meaning::One(place) => {
                        self.settle(article, registry, found, *place, &reading, at);
                    }
                    Meaning::Several(places) => {
                        problems.extend(self.told(article, found, places, at, name));
                    }
                    Meaning::Unknown => {}
                }
            }
        }
        found.mentions.sort_by_key(|mention| mention.at);
        problems
    }

    /// The places that the publisher says an article is about.
    fn within(&self, article: &Article) -> Vec<PlaceId> {
        let Some(unit) = &article.unit else { return Vec::new() };
        self.of_place.iter().filter(|(_, id)| **id == unit.value).map(|(place, _)| *place).collect()
    }

    fn settle(
        &self,
        article: &Article,
        registry: &Registry,
        found: &mut units::Found,
        place: PlaceId,
        reading: &Reading,
        at: Span,
    ) {
        let unit = self.of_place.get(&place);
        let is_place = |id: &UnitId| {
            registry.get(id).is_some_and(|unit| unit.kind != UnitKind::Body)
                && self.of_place.values().any(|tied| tied == id)
        };
        // Names of bodies are the publisher's own: the gazetteer knows none.
        let is_other = |mention: &FactMention| {
            matches!(&mention.of, SubjectRef::Unit(id) if overlap(mention.at, at)
                && is_place(id) && Some(id) != unit)
        };
        found.mentions.retain(|mention| !is_other(mention));
        let about_other = found.unit.as_ref().is_some_and(|known| {
            matches!(&known.source, Some(Evidence::Text { at: said, .. }) if overlap(*said, at))
                && is_place(&known.value)
                && Some(&known.value) != unit
        });
        if about_other {
            found.unit = None;
        }
        let is_known = found.mentions.iter().any(|mention| overlap(mention.at, at));
        if let Some(unit) = unit.filter(|_| !is_known && !reading.is_body) {
            let of = SubjectRef::Unit(unit.clone());
            let sentence = units::sentence_around(article, at);
            found.mentions.push(FactMention { of, at, sentence });
        }
    }

    /// A name of several places, one of them the archive's, that is tied to none.
    fn told(
        &self,
        article: &Article,
        found: &units::Found,
        places: &[PlaceId],
        at: Span,
        name: &str,
    ) -> Option<Problem> {
        let concerns = places.iter().any(|place| self.of_place.contains_key(place));
        if !concerns || found.mentions.iter().any(|mention| overlap(mention.at, at)) {
            return None;
        }
        let full = |place: &PlaceId| {
            let above = self.gazetteer.above(*place, None);
            let chain = std::iter::once(*place).chain(above);
            chain.map(|id| self.gazetteer.place(id).name.as_str()).collect::<Vec<_>>().join(", ")
        };
        let words = at.of(&article.text)?.split_whitespace().collect::<Vec<_>>().join(" ");
        let what = What::AmbiguousPlace { words, places: places.iter().map(full).collect() };
        let line = article.text[..at.range().start].matches('\n').count() + 1;
        Some(Problem::warning(name, Some(line), what))
    }
}

fn shifted(range: &std::ops::Range<usize>, block: Span) -> Span {
    let start = block.range().start;
    Span::new(start + range.start..start + range.end)
}

fn overlap(a: Span, b: Span) -> bool {
    a.start < b.end && b.start < a.end
}
