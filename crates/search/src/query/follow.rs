//! Which words may stand together where positions are not kept: from the classes of what follows
//! each word. A class that is not there proves that the next word does not follow; one that is
//! there proves it only as far as chance would not have put it there too.

use std::ops::Range;
use std::rc::Rc;

use tally::Seen;

use super::plan::Plan;
use super::values::NOTHING;
use crate::format::NEXT_CLASSES;
use crate::kept::Word;
use crate::postings::next_class;
use crate::term;

/// Set where a slot and the next are known to stand together: one word stands for both.
const CERTAIN: u16 = 1 << NEXT_CLASSES;
/// Documents that a pair is in, when no more are seen than by chance.
const RARE_PAIR: f32 = 0.5;

/// What follows each slot, by document of a segment.
pub(crate) struct Follow {
    /// Classes of all words of a slot, by slot and document: only where a phrase is asked for, or one
    /// word stands for several slots.
    next: Vec<Vec<u16>>,
    /// For each word of a slot its postings.
    words: Vec<Vec<(String, Rc<Word>)>>,
    /// The classes of the words of the slot after, by slot.
    wanted: Vec<u8>,
}

/// How likely a document has a slot and the next side by side, and for which share of the slot's
/// occurrences, both from 0 to 255, the likelihood in the high byte.
pub(crate) type Together = u16;

/// What is certain.
pub(crate) const SURELY: Together = 0xffff;

/// How many truly hold: of those that do not, the usual share is seen too.
fn holds(of: &Seen) -> f32 {
    let all = of.all as f32;
    let chance = (of.by_chance as f32 / 8.0 / all.max(1.0)).min(0.99);
    ((of.seen as f32 - chance * all) / (1.0 - chance)).max(RARE_PAIR).min(all)
}

/// What was counted of the words of a slot, over all segments.
#[derive(Default)]
pub(crate) struct Pairs {
    /// Documents where one word stands for a slot and the next.
    certain: f32,
    words: Vec<(String, Seen)>,
}

impl Pairs {
    /// In how many documents the slot and the next stand side by side.
    pub(crate) fn documents(&self) -> f32 {
        self.words.iter().map(|(_, count)| holds(count)).sum::<f32>() + self.certain
    }

    fn count(&mut self, word: &str) -> &mut Seen {
        let at = match self.words.iter().position(|(known, _)| known == word) {
            Some(at) => at,
            None => {
                self.words.push((word.to_owned(), Seen::default()));
                self.words.len() - 1
            }
        };
        &mut self.words[at].1
    }
}

impl Follow {
    /// For a plan and so many documents, nothing known yet.
    pub(crate) fn new(plan: &Plan, documents: usize) -> Self {
        let class = |name: &str| {
            1u8 << next_class(&term::fold(viet::parts(name, b' ').next().unwrap_or_default()))
        };
        let mut wanted = vec![0; plan.slots.len()];
        let forms = plan.slots.iter().enumerate().map(|(at, slot)| (at, &slot.found));
        let forms = forms.chain(plan.overlays.iter().map(|o| (o.slots.start, &o.found)));
        for (start, found) in forms.filter(|(start, _)| *start > 0) {
            found.iter().for_each(|found| wanted[start - 1] |= class(&found.name));
        }
        let several = plan.overlays.iter().any(|overlay| overlay.slots.len() > 1);
        let needed = if several || !plan.phrases.is_empty() { plan.slots.len() } else { 0 };
        let next = vec![vec![0; documents]; needed];
        Self { next, words: vec![Vec::new(); plan.slots.len()], wanted }
    }

    /// Notes that a word stands for these slots in some documents, and what follows it there.
    pub(crate) fn add(&mut self, slots: &Range<usize>, name: &str, word: Rc<Word>) {
        let last = slots.end - 1;
        if !self.next.is_empty() {
            for &entry in &word.entries {
                let document = tally::document(entry) as usize;
                for slot in slots.start..last {
                    self.next[slot][document] |= CERTAIN;
                }
                self.next[last][document] |= u16::from(tally::next(entry));
            }
        }
        self.words[last].push((name.to_owned(), word));
    }

    /// Whether the next slot may follow this one in the document.
    pub(crate) fn may(&self, slot: usize, document: usize) -> bool {
        let next = self.next(slot).get(document).copied().unwrap_or(0);
        next & (u16::from(self.wanted[slot]) | CERTAIN) != 0
    }

    /// What follows a slot, where that is kept by document.
    fn next(&self, slot: usize) -> &[u16] {
        self.next.get(slot).map_or(&[], Vec::as_slice)
    }

    /// Counts, for each word of a slot, documents that have the next slot too, and those where it
    /// may follow. Each word counts for itself: of `thiết` and `thiệt`, only one may keep company
    /// with `thòi`.
    pub(crate) fn count_pairs(&self, slot: usize, after: &[u16], pairs: &mut Pairs) {
        for (next, after) in self.next(slot).iter().zip(after) {
            if next & CERTAIN != 0 && *after != NOTHING {
                pairs.certain += 1.0;
            }
        }
        for (name, word) in &self.words[slot] {
            pairs.count(name).add(tally::count(&word.entries, after, self.wanted[slot]));
        }
    }

    /// By document, how a slot and the next stand together.
    pub(crate) fn together(&self, slot: usize, after: &[u16], pairs: &mut Pairs) -> Vec<Together> {
        let mut together = vec![0; after.len()];
        for (together, next) in together.iter_mut().zip(self.next(slot)) {
            if next & CERTAIN != 0 {
                *together = SURELY;
            }
        }
        let wanted = self.wanted[slot];
        for (name, word) in &self.words[slot] {
            let count = pairs.count(name);
            let holds = holds(count) / (count.all as f32).max(1.0);
            let mut worth = [0; 9];
            for classes in 1..9u16 {
                let chance = (u32::from(classes) * wanted.count_ones()) as f32 / 8.0;
                let likely = (255.0 * likely(holds, chance.min(1.0))) as u8;
                worth[usize::from(classes)] = (u16::from(likely) << 8) | (255 / classes);
            }
            tally::together(&word.entries, after, wanted, &worth, &mut together);
        }
        together
    }
}

/// How likely something is that was seen, when it holds so often and is else seen by chance.
fn likely(holds: f32, chance: f32) -> f32 {
    holds / (holds + (1.0 - holds) * chance)
}
