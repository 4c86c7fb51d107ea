//! Which words stand together: from positions where the segment keeps them, else from the pairs
//! that are terms of their own.

use std::ops::Range;

use super::plan::Plan;
use super::terms::{self, Found, Level};
use super::values::{each_posting, here};
use crate::index::Index;
use crate::postings::{self, Positions};
use crate::sort::merge;

/// One place where a slot, or several by an overlay, is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    document: u32,
    start: u32,
    end: u32,
    /// The slot that must come next.
    next: u8,
    quotable: bool,
}

/// What is known about neighbours in one segment.
pub(crate) enum Near {
    /// Places by slot, in order.
    Places(Vec<Vec<Place>>),
    /// For each slot and the next, the documents with the pair and how much it says there; `None`
    /// when the pair is no term.
    Pairs(Vec<Option<Vec<(u32, f32)>>>),
}

/// Syllables that may stand between neighbours in the first tier.
const NEAR_GAP: u32 = 1;

impl Near {
    /// Collects what the plan needs.
    pub(crate) fn collect(index: &Index, segment: usize, plan: &Plan) -> Self {
        if index.segments[segment].head.positions {
            Self::Places(places(index, segment, plan))
        } else {
            Self::Pairs(pairs(index, segment, plan))
        }
    }

    /// Whether the document has all slots in order, neighbours near.
    pub(crate) fn all(&self, document: u32) -> bool {
        match self {
            Self::Places(places) => chain(places, document, 0..places.len(), NEAR_GAP, false),
            Self::Pairs(pairs) => {
                let mut known = pairs.iter().flatten().peekable();
                pairs.is_empty()
                    || known.peek().is_some() && known.all(|pair| holds(pair, document))
            }
        }
    }

    /// Whether the slots of a phrase stand together in the document, as far as can be told.
    pub(crate) fn phrase(&self, document: u32, slots: Range<usize>) -> bool {
        match self {
            Self::Places(places) => chain(places, document, slots, 0, true),
            Self::Pairs(pairs) => pairs[slots.start..slots.end.max(1) - 1]
                .iter()
                .flatten()
                .all(|pair| holds(pair, document)),
        }
    }

    /// For each slot and the next, the documents where they stand together, and how much that says.
    pub(crate) fn neighbours(self) -> Vec<Vec<(u32, f32)>> {
        match self {
            Self::Pairs(pairs) => pairs.into_iter().map(Option::unwrap_or_default).collect(),
            Self::Places(places) => {
                (1..places.len()).map(|slot| neighbours(&places, slot - 1)).collect()
            }
        }
    }
}

fn holds(pair: &[(u32, f32)], document: u32) -> bool {
    pair.binary_search_by_key(&document, |(document, _)| *document).is_ok()
}

/// The places of one slot in one document.
fn of(places: &[Place], document: u32) -> &[Place] {
    let start = places.partition_point(|place| place.document < document);
    let len = places[start..].partition_point(|place| place.document == document);
    &places[start..start + len]
}

/// Whether some places follow one another through `slots`, at most `gap` syllables apart.
fn chain(
    places: &[Vec<Place>],
    document: u32,
    slots: Range<usize>,
    gap: u32,
    quoted: bool,
) -> bool {
    let mut ends: Vec<Vec<u32>> = vec![Vec::new(); slots.len() + 1];
    for slot in slots.clone() {
        let at = slot - slots.start;
        let before = std::mem::take(&mut ends[at]);
        for place in of(&places[slot], document) {
            let next = usize::from(place.next);
            let follows =
                at == 0 || before.iter().any(|&end| (end..=end + gap).contains(&place.start));
            if follows && next <= slots.end && (place.quotable || !quoted) {
                ends[next - slots.start].push(place.end);
            }
        }
    }
    !ends[slots.len()].is_empty()
}

/// Documents where a slot and the next stand together: twice as much at once as one apart.
fn neighbours(places: &[Vec<Place>], slot: usize) -> Vec<(u32, f32)> {
    let next = usize::from(slot as u8 + 1);
    let mut found: Vec<(u32, f32)> = Vec::new();
    let mut add = |document: u32, count: f32| match found.last_mut() {
        Some((last, sum)) if *last == document => *sum += count,
        _ => found.push((document, count)),
    };
    for place in places[slot].iter() {
        if usize::from(place.next) > next {
            add(place.document, 1.0);
            continue;
        }
        let rest = &places[next];
        let from = rest.partition_point(|p| (p.document, p.start) < (place.document, place.end));
        let close = rest[from..].iter().find(|p| p.document == place.document);
        match close.map(|p| p.start - place.end) {
            Some(0) => add(place.document, 1.0),
            Some(1) => add(place.document, 0.5),
            _ => {}
        }
    }
    found.iter_mut().for_each(|(_, count)| *count /= *count + 1.2);
    found
}

fn places(index: &Index, segment: usize, plan: &Plan) -> Vec<Vec<Place>> {
    let mut places: Vec<Vec<Place>> = vec![Vec::new(); plan.slots.len()];
    for (at, slot) in plan.slots.iter().enumerate() {
        for found in here(&slot.found, segment) {
            push_places(index, found, at + 1, &mut places[at]);
        }
    }
    for overlay in &plan.overlays {
        for found in here(&overlay.found, segment) {
            push_places(index, found, overlay.slots.end, &mut places[overlay.slots.start]);
        }
    }
    places
}

fn push_places(index: &Index, found: &Found, next: usize, places: &mut Vec<Place>) {
    if found.level == Level::Typo {
        return;
    }
    let head = &index.segments[found.segment].head;
    let postings = index.postings(found.segment, found.postings);
    let positions = index.positions(found.segment, found.positions);
    let (Some(postings), Some(positions)) = (postings, positions) else { return };
    let length = found.name.split(' ').count() as u32;
    let quotable = found.level <= Level::Compatible;
    let mut positions = Positions::new(positions);
    let mut here = Vec::new();
    postings::read(postings, found.documents, head.documents, |document, _| {
        let _ = positions.next(|start| {
            let end = start.saturating_add(length);
            here.push(Place { document, start, end, next: next as u8, quotable });
        });
    });
    merge(places, &here, |a, b| (a.document, a.start) < (b.document, b.start));
}

fn pairs(index: &Index, segment: usize, plan: &Plan) -> Vec<Option<Vec<(u32, f32)>>> {
    let documents = index.segments[segment].head.documents;
    let mut all: Vec<Option<Vec<(u32, f32)>>> = plan
        .slots
        .windows(2)
        .map(|pair| {
            let found = terms::lookup(index, &[&pair[0].typed, &pair[1].typed]);
            gather(index, here(&found, segment), documents)
        })
        .collect();
    for overlay in &plan.overlays {
        let Some(covered) = gather(index, here(&overlay.found, segment), documents) else {
            continue;
        };
        for pair in &mut all[overlay.slots.start..overlay.slots.end - 1] {
            let pair = pair.get_or_insert_default();
            add_in_order(pair, &covered);
        }
    }
    all
}

fn gather<'a>(
    index: &Index,
    found: impl Iterator<Item = &'a Found>,
    documents: u32,
) -> Option<Vec<(u32, f32)>> {
    let mut pair: Option<Vec<(u32, f32)>> = None;
    for found in found {
        let mut here = Vec::new();
        each_posting(index, found, documents, |document, impact| {
            here.push((document, f32::from(impact) / 15.0));
        });
        add_in_order(pair.get_or_insert_default(), &here);
    }
    pair
}

/// Adds documents in order, keeping of each the strongest.
fn add_in_order(pair: &mut Vec<(u32, f32)>, more: &[(u32, f32)]) {
    merge(pair, more, |a, b| a.0 < b.0 || a.0 == b.0 && a.1 > b.1);
    pair.dedup_by_key(|(document, _)| *document);
}
