//! Where words stand together, told from their places in a text or a title.

use std::ops::Range;

use super::terms::Level;
use crate::sort::sort;

/// One place where a slot, or several by an overlay, is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) document: u32,
    pub(crate) start: u32,
    pub(crate) end: u32,
    /// The slot that must come next.
    pub(crate) next: u8,
    pub(crate) level: Level,
}

/// Places by slot, in order of documents and places once [`Places::in_order`] was called.
pub(crate) struct Places(pub(crate) Vec<Vec<Place>>);

/// Syllables that may stand between neighbours in the first tier.
const NEAR_GAP: u32 = 1;

impl Places {
    /// Of so many slots, none found yet.
    pub(crate) fn new(slots: usize) -> Self {
        Self(vec![Vec::new(); slots])
    }

    /// Puts in order what came word by word.
    pub(crate) fn in_order(&mut self) {
        self.0.iter_mut().for_each(in_order);
    }

    /// Whether the document has all slots in order, neighbours near.
    pub(crate) fn all(&self, document: u32) -> bool {
        self.chain(document, 0..self.0.len(), NEAR_GAP, false)
    }

    /// Whether the slots of a phrase stand together in the document, marks as typed.
    pub(crate) fn phrase(&self, document: u32, slots: Range<usize>) -> bool {
        self.chain(document, slots, 0, true)
    }

    /// Whether some places follow one another through `slots`, at most `gap` syllables apart.
    fn chain(&self, document: u32, slots: Range<usize>, gap: u32, quoted: bool) -> bool {
        // Most titles have none of them: nothing is set up for those.
        if self.0.get(slots.start).is_none_or(|places| of(places, document).is_empty()) {
            return false;
        }
        let mut ends: Vec<Vec<u32>> = vec![Vec::new(); slots.len() + 1];
        for slot in slots.clone() {
            let at = slot - slots.start;
            let before = std::mem::take(&mut ends[at]);
            for place in of(&self.0[slot], document) {
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

    /// The most that different slots in one stretch of `span` syllables of a document weigh, and
    /// whether all stand in one.
    pub(crate) fn window(
        &self,
        document: u32,
        span: u32,
        weight: impl Fn(usize, Level) -> f32,
    ) -> (f32, bool) {
        let mut all: Vec<(u32, usize, f32)> = Vec::new();
        for (slot, places) in self.0.iter().enumerate() {
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
            (sum, seen.count_ones() as usize == self.0.len())
        };
        let best = |a: (f32, bool), b: (f32, bool)| (a.0.max(b.0), a.1 || b.1);
        (0..all.len()).map(stretch).fold((0.0, false), best)
    }

    /// Documents where a slot and the next stand side by side, and for which share of the slot's
    /// occurrences.
    pub(crate) fn neighbours(&self, slot: usize) -> Vec<(u32, f32)> {
        let next = slot + 1;
        // Document, occurrences, and how many of them stand beside the next slot.
        let mut found: Vec<(u32, f32, f32)> = Vec::new();
        let mut rest = self.0[next].iter().peekable();
        for place in &self.0[slot] {
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
}

/// The places of one slot in one document.
fn of(places: &[Place], document: u32) -> &[Place] {
    let start = places.partition_point(|place| place.document < document);
    let len = places[start..].partition_point(|place| place.document == document);
    &places[start..start + len]
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
