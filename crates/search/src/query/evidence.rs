//! All that the postings of a segment say about the slots of a plan, read in one go.

use std::ops::Range;

use super::follow::{self, Follow, Pairs, Together};
use super::near::{Place, Places};
use super::plan::Plan;
use super::terms::{Found, Level};
use super::values::{NOTHING, here, pack, raise};
use crate::directory::DROPPED;
use crate::index::Index;
use crate::postings::{self, Positions, Posting};

/// What a segment's documents have for each slot.
pub(crate) struct Evidence {
    /// Level and impact by slot, then by document of the segment: see [`super::values`].
    pub(crate) values: Vec<Vec<u16>>,
    /// Places in titles.
    pub(crate) titles: Places,
    /// What is known about neighbours in the whole text.
    pub(crate) near: Near,
    /// By slot but the last, then by document: how it and the next stand together.
    together: Vec<Vec<Together>>,
}

/// What is known about neighbours.
pub(crate) enum Near {
    /// Every place is kept.
    Places(Places),
    /// Classes of what follows are.
    Follow(Follow),
}

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
                let mut together = vec![(0, 0); after.len()];
                for (document, share) in places.neighbours(next - 1) {
                    documents += 1.0;
                    together[document as usize] = (255, (255.0 * share) as u8);
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
        let mut all = Self { values, titles: Places::new(slots), near, together: Vec::new() };
        for (at, slot) in plan.slots.iter().enumerate() {
            here(&slot.found, segment).for_each(|found| all.add(index, found, &(at..at + 1)));
        }
        for overlay in &plan.overlays {
            here(&overlay.found, segment).for_each(|found| all.add(index, found, &overlay.slots));
        }
        // What is gone must not count among what the others are compared with.
        for (document, number) in index.segments[segment].numbers.iter().enumerate() {
            if *number == DROPPED {
                all.values.iter_mut().for_each(|values| values[document] = NOTHING);
            }
        }
        all.titles.in_order();
        if let Near::Places(places) = &mut all.near {
            places.in_order();
        }
        all
    }

    /// Whether the document has all slots in order, neighbours near.
    pub(crate) fn all(&self, document: u32) -> bool {
        let at = document as usize;
        match &self.near {
            Near::Places(places) => places.all(document),
            Near::Follow(_) => {
                let likely = self.together.iter().map(|t| f32::from(t[at].0) / 255.0);
                likely.product::<f32>() >= LIKELY || self.titles.all(document)
            }
        }
    }

    /// How likely a slot and the next stand side by side in a document, and for which share of the
    /// slot's occurrences.
    pub(crate) fn together(&self, slot: usize, document: u32) -> (f32, f32) {
        let (likely, share) = self.together[slot][document as usize];
        (f32::from(likely) / 255.0, f32::from(share) / 255.0)
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

    /// Reads the postings of a word that stands for some slots, as far as they are here and sound.
    fn add(&mut self, index: &Index, found: &Found, slots: &Range<usize>) {
        let head = &index.segments[found.segment].head;
        let Some(bytes) = index.postings(found.segment, found.postings) else { return };
        let wants_places = head.positions && found.level < Level::Typo;
        let positions = index.positions(found.segment, found.positions).filter(|_| wants_places);
        let mut positions = positions.map(Positions::new);
        let length = viet::parts(&found.name, b' ').count() as u32;
        let place = |document: u32, start: u32| {
            let end = start.saturating_add(length);
            Place { document, start, end, next: slots.end as u8, level: found.level }
        };
        let mut word = Vec::new();
        let Self { values, titles, near, .. } = self;
        let each = |Posting { document, class, next }: Posting| {
            let at = document as usize;
            let length = head.lengths.get(at).copied().unwrap_or(0);
            let value = pack(found.level, index.impacts.of(class, length));
            values[slots.clone()].iter_mut().for_each(|values| raise(&mut values[at], value));
            match near {
                Near::Places(places) => {
                    if let Some(positions) = &mut positions {
                        let places = &mut places.0[slots.start];
                        let _ = positions.next(|start| places.push(place(document, start)));
                    }
                }
                Near::Follow(_) => word.push(follow::packed(document, next)),
            }
        };
        let titles = &mut titles.0[slots.start];
        let title = |document, start| titles.push(place(document, start));
        postings::read(bytes, found.documents, head.documents, each, title);
        if let Near::Follow(follow) = near
            && found.level < Level::Typo
        {
            follow.add(slots, &found.name, word);
        }
    }
}
