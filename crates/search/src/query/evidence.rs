//! All that the postings of a segment say about the slots of a plan, read in one go.

use std::ops::Range;

use super::follow::{Follow, Pairs, SURELY, Together};
use super::near::{Place, Places};
use super::plan::Plan;
use super::terms::{Found, Level};
use super::values::{NOTHING, here, number};
use crate::directory::DROPPED;
use crate::index::Index;
use crate::postings::Positions;

/// What a segment's documents have for each slot.
pub(crate) struct Evidence {
    /// Level and impact by slot, then by document of the segment: see [`super::values`].
    pub(crate) values: Vec<Vec<u16>>,
    /// By document, a bit for each slot that it has; and see [`TITLED`].
    pub(crate) seen: Vec<u64>,
    /// Places in titles.
    pub(crate) titles: Places,
    /// What is known about neighbours in the whole text.
    pub(crate) near: Near,
    /// By slot but the last, then by document: how it and the next stand together.
    pub(crate) together: Vec<Vec<Together>>,
}

/// What is known about neighbours.
pub(crate) enum Near {
    /// Every place is kept.
    Places(Places),
    /// Classes of what follows are.
    Follow(Follow),
}

/// From this bit of what a document has on: its title has a word of the first slot, one of the last.
const TITLED: u32 = 62;
/// How likely all pairs of a query must be to count as one run.
const LIKELY: f32 = 0.5;

/// Looks at all segments together: for each slot but the last, in how many documents it and the
/// next stand side by side.
pub(crate) fn neighbours(segments: &mut [Evidence], slots: usize) -> Vec<f32> {
    (1..slots).map(|next| pair(segments, next)).collect()
}

fn pair(segments: &mut [Evidence], next: usize) -> f32 {
    let mut pairs = Pairs::default();
    for evidence in &*segments {
        if let Near::Follow(follow) = &evidence.near {
            follow.count_pairs(next - 1, &evidence.values[next], &mut pairs);
        }
    }
    let mut documents = pairs.documents();
    for evidence in segments {
        let after = &evidence.values[next];
        let together = match &evidence.near {
            Near::Follow(follow) => follow.together(next - 1, after, &mut pairs),
            Near::Places(places) => {
                let mut together = vec![0; after.len()];
                for (document, share) in places.neighbours(next - 1) {
                    documents += 1.0;
                    together[document as usize] = SURELY & 0xff00 | (255.0 * share) as u16;
                }
                together
            }
        };
        evidence.together.push(together);
    }
    documents
}

impl Evidence {
    /// Reads what the plan needs.
    pub(crate) fn collect(index: &Index, segment: usize, plan: &Plan) -> Self {
        let head = &index.segments[segment].head;
        let (slots, documents) = (plan.slots.len(), head.documents as usize);
        let near = match head.positions {
            true => Near::Places(Places::new(slots)),
            false => Near::Follow(Follow::new(plan, documents)),
        };
        let values = vec![vec![NOTHING; documents]; slots];
        let (seen, titles) = (vec![0; documents], Places::new(slots));
        let mut all = Self { values, seen, titles, near, together: Vec::new() };
        for (at, slot) in plan.slots.iter().enumerate() {
            // What is only known by a slip of the pen has neighbours; what may be one, too many.
            let only = slot.found.iter().all(|found| found.level == Level::Typo);
            let slots = at..at + 1;
            here(&slot.found, segment).for_each(|found| all.add(index, found, &slots, only));
        }
        for overlay in &plan.overlays {
            here(&overlay.found, segment)
                .for_each(|found| all.add(index, found, &overlay.slots, false));
        }
        // What is gone must not count among what the others are compared with.
        let of = &index.segments[segment];
        for document in 0..if of.is_whole() { 0 } else { documents } {
            if of.numbers[document] == DROPPED {
                all.values.iter_mut().for_each(|values| values[document] = NOTHING);
                all.seen[document] = 0;
            }
        }
        all.titles.in_order();
        if let Near::Places(places) = &mut all.near {
            places.in_order();
        }
        all
    }

    /// Whether the document has all slots in order, neighbours near. `run` says how likely its
    /// neighbours stand together.
    pub(crate) fn all(&self, document: u32, run: f32) -> bool {
        match &self.near {
            Near::Places(places) => places.all(document),
            Near::Follow(_) => {
                // Most titles have neither the first word nor the last.
                let seen = self.seen.get(document as usize).copied().unwrap_or(0);
                run >= LIKELY || seen >> TITLED == 3 && self.titles.all(document)
            }
        }
    }

    /// Whether the slots of a phrase stand together in the document, as far as can be told.
    pub(crate) fn phrase(&self, document: u32, slots: Range<usize>) -> bool {
        match &self.near {
            Near::Places(places) => places.phrase(document, slots),
            Near::Follow(follow) => {
                (slots.start + 1..slots.end).all(|slot| follow.may(slot - 1, document as usize))
            }
        }
    }

    /// Reads the postings of a word that stands for some slots, as far as they are here and sound. A slip
    /// of the pen has neighbours only where no word is known but by a slip.
    fn add(&mut self, index: &Index, found: &Found, slots: &Range<usize>, only: bool) {
        let head = &index.segments[found.segment].head;
        let Some(word) = index.word(found) else { return };
        let has_neighbours = found.level < Level::Typo || only;
        let wants_places = head.positions && has_neighbours;
        let positions = index.positions(found.segment, found.positions).filter(|_| wants_places);
        let mut positions = positions.map(Positions::new);
        let length = viet::parts(&found.name, b' ').count() as u32;
        let place = |document: u32, start: u32| {
            let end = start.saturating_add(length);
            Place { document, start, end, next: slots.end as u8, level: found.level }
        };
        let Self { values, seen, titles, near, .. } = self;
        for slot in slots.clone() {
            let (level, values) = (number(found.level), &mut values[slot]);
            let impacts = &index.impacts.of;
            tally::raise(&word.entries, level, impacts, &head.lengths, 1 << slot, values, seen);
        }
        let ends = u64::from(slots.start == 0) | u64::from(slots.end == titles.0.len()) << 1;
        for &(document, _) in word.titles.iter().filter(|_| ends > 0) {
            if let Some(seen) = seen.get_mut(document as usize) {
                *seen |= ends << TITLED;
            }
        }
        let titles = &mut titles.0[slots.start];
        titles.extend(word.titles.iter().map(|&(document, start)| place(document, start)));
        if let (Near::Places(places), Some(positions)) = (&mut *near, &mut positions) {
            let places = &mut places.0[slots.start];
            for &entry in &word.entries {
                let document = tally::document(entry);
                let _ = positions.next(|start| places.push(place(document, start)));
            }
        }
        if let Near::Follow(follow) = near
            && has_neighbours
        {
            follow.add(slots, &found.name, word);
        }
    }
}
