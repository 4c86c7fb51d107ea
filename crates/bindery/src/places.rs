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

use crate::open_names::OpenName;

/// The gazetteer, and which of its places are units of the archive.
pub(crate) struct Places<'g> {
    gazetteer: &'g Gazetteer,
    of_place: BTreeMap<PlaceId, UnitId>,
    /// The units are nobody's statement: a name counts only where the text says which place it is.
    derived: bool,
}

impl<'g> Places<'g> {
    /// Over the publisher's units that are tied to places.
    pub(crate) fn new(gazetteer: &'g Gazetteer, of_place: BTreeMap<PlaceId, UnitId>) -> Self {
        Self { gazetteer, of_place, derived: false }
    }

    /// Over units that were made from places.
    pub(crate) fn derived(gazetteer: &'g Gazetteer, of_place: BTreeMap<PlaceId, UnitId>) -> Self {
        Self { gazetteer, of_place, derived: true }
    }

    /// Corrects the units found in an article by what its text says of places.
    pub(crate) fn correct(
        &self,
        article: &Article,
        registry: &Registry,
        found: &mut units::Found,
    ) -> Vec<OpenName> {
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
        let (mut open, mut sure) = (Vec::new(), Vec::new());
        for (block, part) in spans.iter().zip(read(self.gazetteer, &parts, &context)) {
            for reading in part.readings {
                let at = shifted(&reading.place, *block);
                match &reading.meaning {
                    Meaning::One(place) => {
                        let unit = self.of_place.get(place);
                        let here = |body: &&mut units::bodies::BodyFound| {
                            body.has_place() && overlap(body.place, at)
                        };
                        for body in found.bodies.iter_mut().filter(here) {
                            body.set_place(unit.cloned(), at);
                        }
                        sure.extend(unit.map(|unit| (at, unit)));
                        self.settle(article, registry, found, *place, &reading, at);
                    }
                    Meaning::Several(places) => {
                        open.extend(self.told(article, found, places, at));
                    }
                    Meaning::Unknown => {}
                }
            }
            for unlisted in part.unlisted {
                let at = shifted(&unlisted, *block);
                if !found.mentions.iter().any(|mention| overlap(mention.at, at)) {
                    open.extend(OpenName::at(article, at, Vec::new()));
                }
            }
        }
        if self.derived {
            keep_sure(found, &sure);
        }
        found.mentions.sort_by_key(|mention| mention.at);
        open
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
        found.ambiguous.retain(|name| !overlap(name.at, at));
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
        found: &mut units::Found,
        places: &[PlaceId],
        at: Span,
    ) -> Option<OpenName> {
        let concerns = self.derived || places.iter().any(|place| self.of_place.contains_key(place));
        if !concerns || found.mentions.iter().any(|mention| overlap(mention.at, at)) {
            return None;
        }
        found.ambiguous.retain(|name| !overlap(name.at, at));
        let full = |place: &PlaceId| {
            let above = self.gazetteer.above(*place, None);
            let chain = std::iter::once(*place).chain(above);
            chain.map(|id| self.gazetteer.place(id).name.as_str()).collect::<Vec<_>>().join(", ")
        };
        OpenName::at(article, at, places.iter().map(full).collect())
    }
}

/// Forgets what a name alone says of units that nobody has stated.
fn keep_sure(found: &mut units::Found, sure: &[(Span, &UnitId)]) {
    let is_sure = |at: Span, unit: &UnitId| {
        sure.iter().any(|(span, known)| overlap(*span, at) && *known == unit)
    };
    found.mentions.retain(|mention| match &mention.of {
        SubjectRef::Unit(unit) => is_sure(mention.at, unit),
        _ => true,
    });
    for body in &mut found.bodies {
        let place = body.place;
        body.unit = body.unit.take().filter(|unit| is_sure(place, unit));
    }
    found.unit = found.unit.take().filter(|known| match &known.source {
        Some(Evidence::Text { at, .. }) => is_sure(*at, &known.value),
        _ => false,
    });
    found.ambiguous.clear();
}

fn shifted(range: &std::ops::Range<usize>, block: Span) -> Span {
    let start = block.range().start;
    Span::new(start + range.start..start + range.end)
}

fn overlap(a: Span, b: Span) -> bool {
    a.start < b.end && b.start < a.end
}
