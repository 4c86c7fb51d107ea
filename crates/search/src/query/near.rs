//! Which words stand together: from positions where the segment keeps them, else from the classes
//! of what follows each word.

use std::ops::Range;

use super::plan::Plan;
use super::terms::{Found, Level};
use super::values::here;
use crate::index::Index;
use crate::postings::{self, Positions, Posting};
use crate::sort::sort;
use crate::term;

/// One place where a slot, or several by an overlay, is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    document: u32,
    start: u32,
    end: u32,
    /// The slot that must come next.
    next: u8,
    level: Level,
}

/// What is known about neighbours in one segment.
pub(crate) enum Near {
    /// Places by slot, in order.
    Places(Vec<Vec<Place>>),
    /// For each slot but the last, whether the next follows it, by document: certain when it does
    /// not, likely when it does.
    Followed(Vec<Vec<bool>>),
}

/// Syllables that may stand between neighbours in the first tier.
const NEAR_GAP: u32 = 1;

impl Near {
    /// Collects what the plan needs.
    pub(crate) fn collect(index: &Index, segment: usize, plan: &Plan) -> Self {
        if index.segments[segment].head.positions {
            Self::Places(places(index, segment, plan))
        } else {
            Self::Followed(followed(index, segment, plan))
        }
    }

    /// Whether the document has all slots in order, neighbours near.
    pub(crate) fn all(&self, document: u32) -> bool {
        match self {
            Self::Places(places) => chain(places, document, 0..places.len(), NEAR_GAP, false),
            Self::Followed(followed) => followed.iter().all(|next| next[document as usize]),
        }
    }

    /// Whether the slots of a phrase stand together in the document, as far as can be told.
    pub(crate) fn phrase(&self, document: u32, slots: Range<usize>) -> bool {
        match self {
            Self::Places(places) => chain(places, document, slots, 0, true),
            Self::Followed(followed) => {
                let inner = slots.start..slots.end.max(slots.start + 1) - 1;
                followed[inner].iter().all(|next| next[document as usize])
            }
        }
    }

    /// The most that different slots in one stretch of `span` syllables of a document weigh, and
    /// whether all stand in one; `None` where positions are not kept.
    pub(crate) fn window(
        &self,
        document: u32,
        span: u32,
        weight: impl Fn(usize, Level) -> f32,
    ) -> Option<(f32, bool)> {
        let Self::Places(places) = self else { return None };
        let mut all: Vec<(u32, usize, f32)> = Vec::new();
        for (slot, places) in places.iter().enumerate() {
            for place in of(places, document) {
                let slots = slot..usize::from(place.next);
                all.extend(slots.map(|slot| (place.start, slot, weight(slot, place.level))));
            }
        }
        sort(&mut all, |a, b| (a.0, a.1) < (b.0, b.1));
        let stretch = |from: usize| {
            let end = all[from].0.saturating_add(span);
            let (mut seen, mut sum) = (0u64, 0.0f32);
            for (_, slot, weight) in all[from..].iter().take_while(|(start, ..)| *start < end) {
                if seen >> slot & 1 == 0 {
                    seen |= 1 << slot;
                    sum += weight;
                }
            }
            (sum, seen.count_ones() as usize == places.len())
        };
        let best = |a: (f32, bool), b: (f32, bool)| (a.0.max(b.0), a.1 || b.1);
        Some((0..all.len()).map(stretch).fold((0.0, false), best))
    }

    /// For each slot and the next, the documents where they stand together, and how much that says,
    /// given how much the slot alone says there.
    pub(crate) fn neighbours(&self, alone: impl Fn(usize, u32) -> f32) -> Vec<Vec<(u32, f32)>> {
        match self {
            Self::Followed(followed) => {
                let found = |(slot, next): (usize, &Vec<bool>)| {
                    let documents = (0u32..).zip(next).filter(|(_, next)| **next);
                    let both = |at: u32| alone(slot, at).min(alone(slot + 1, at));
                    documents.map(|(document, _)| (document, both(document))).collect()
                };
                followed.iter().enumerate().map(found).collect()
            }
            Self::Places(places) => {
                let strength = |slot: usize, document: u32, share: f32| {
                    // The saturation of the slot's own occurrences, from which all but a share go.
                    let alone = alone(slot, document).max(0.05);
                    share * alone / (share * alone + 1.0 - alone)
                };
                let shares = |slot: usize| {
                    let mut found = neighbours(places, slot);
                    found.iter_mut().for_each(|(at, share)| *share = strength(slot, *at, *share));
                    found
                };
                (1..places.len()).map(|slot| shares(slot - 1)).collect()
            }
        }
    }
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
            if follows && next <= slots.end && (place.level <= Level::Compatible || !quoted) {
                ends[next - slots.start].push(place.end);
            }
        }
    }
    !ends[slots.len()].is_empty()
}

/// Documents where a slot and the next stand side by side, and for which share of its occurrences.
fn neighbours(places: &[Vec<Place>], slot: usize) -> Vec<(u32, f32)> {
    let next = slot + 1;
    // Document, occurrences, and how many of them stand beside the next slot.
    let mut found: Vec<(u32, f32, f32)> = Vec::new();
    let mut rest = places[next].iter().peekable();
    for place in &places[slot] {
        let end = (place.document, place.end);
        while rest.next_if(|other| (other.document, other.start) < end).is_some() {}
        let together = usize::from(place.next) > next
            || rest.peek().is_some_and(|other| (other.document, other.start) == end);
        if found.last().is_none_or(|(last, ..)| *last != place.document) {
            found.push((place.document, 0.0, 0.0));
        }
        if let Some((_, all, beside)) = found.last_mut() {
            *all += 1.0;
            *beside += f32::from(u8::from(together));
        }
    }
    found.retain(|(.., beside)| *beside > 0.0);
    found.into_iter().map(|(document, all, beside)| (document, beside / all)).collect()
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
    places.iter_mut().for_each(in_order);
    places
}

/// Sorts places that came word by word, each in order: by document in one count, then the few of
/// each document.
fn in_order(places: &mut Vec<Place>) {
    let key = |place: &Place| (place.document, place.start);
    if places.is_sorted_by_key(key) {
        return;
    }
    let last = places.iter().map(|place| place.document).max().unwrap_or(0);
    let mut ends = vec![0usize; last as usize + 2];
    places.iter().for_each(|place| ends[place.document as usize + 1] += 1);
    (1..ends.len()).for_each(|at| ends[at] += ends[at - 1]);
    let mut sorted = places.clone();
    for place in &*places {
        let end = &mut ends[place.document as usize];
        sorted[*end] = *place;
        *end += 1;
    }
    for here in sorted.chunk_by_mut(|a, b| a.document == b.document) {
        if !here.is_sorted_by_key(key) {
            sort(here, |a, b| a.start < b.start);
        }
    }
    *places = sorted;
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
    let mut positions = Positions::new(positions);
    let each = |Posting { document, .. }: Posting| {
        let _ = positions.next(|start| {
            let end = start.saturating_add(length);
            places.push(Place { document, start, end, next: next as u8, level: found.level });
        });
    };
    postings::read(postings, found.documents, head.documents, each, |_, _| ());
}

/// For each slot but the last, the documents where the next may follow it.
fn followed(index: &Index, segment: usize, plan: &Plan) -> Vec<Vec<bool>> {
    let documents = index.segments[segment].head.documents;
    let Some(last) = plan.slots.len().checked_sub(1) else { return Vec::new() };
    let mut all = vec![vec![false; documents as usize]; last];
    // What a slot begins with: its words, and other forms of it.
    let mut wanted: Vec<u8> = plan.slots.iter().map(|slot| first_classes(&slot.found)).collect();
    for overlay in &plan.overlays {
        wanted[overlay.slots.start] |= first_classes(&overlay.found);
    }
    let forms = plan.slots.iter().enumerate().map(|(at, slot)| (at..at + 1, &slot.found));
    let forms = forms.chain(plan.overlays.iter().map(|o| (o.slots.clone(), &o.found)));
    for (slots, found) in forms {
        for found in here(found, segment).filter(|found| found.level < Level::Typo) {
            let Some(bytes) = index.postings(segment, found.postings) else { continue };
            let each = |posting: Posting| {
                let document = posting.document as usize;
                all[slots.start..slots.end - 1].iter_mut().for_each(|next| next[document] = true);
                if let Some(next) = all.get_mut(slots.end - 1) {
                    next[document] |= posting.next & wanted[slots.end] != 0;
                }
            };
            postings::read(bytes, found.documents, documents, each, |_, _| ());
        }
    }
    all
}

/// The classes of the first syllables of some terms.
fn first_classes(found: &[Found]) -> u8 {
    let first = |found: &Found| term::fold(found.name.split(' ').next().unwrap_or_default());
    found.iter().fold(0, |classes, found| classes | 1 << postings::next_class(&first(found)))
}
