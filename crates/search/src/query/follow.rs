//! Which words may stand together where positions are not kept: from the classes of what follows
//! each word. A class that is not there proves that the next word does not follow; one that is
//! there proves it only as far as chance would not have put it there too.

use std::ops::Range;

use super::plan::Plan;
use super::values::NOTHING;
use crate::format::NEXT_CLASSES;
use crate::postings::next_class;
use crate::term;

/// Set where a slot and the next are known to stand together: one word stands for both.
const CERTAIN: u16 = 1 << NEXT_CLASSES;
/// Documents that a pair is in, when no more are seen than by chance.
const RARE_PAIR: f32 = 0.5;

/// What follows each slot, by document of a segment.
pub(crate) struct Follow {
    /// Classes of all words of a slot, by slot and document.
    next: Vec<Vec<u16>>,
    /// The same for each word of a slot: document and classes, packed.
    words: Vec<Vec<(String, Vec<u32>)>>,
    /// The classes of the words of the slot after, by slot.
    wanted: Vec<u16>,
}

/// How likely a document has a slot and the next side by side, and for which share of the slot's
/// occurrences, both from 0 to 255.
pub(crate) type Together = (u8, u8);

/// What was counted, and how much of it would be by chance.
#[derive(Clone, Copy, Default)]
pub(crate) struct Count {
    all: f32,
    seen: f32,
    by_chance: f32,
}

impl Count {
    fn add(&mut self, seen: bool, chance: f32) {
        self.all += 1.0;
        self.seen += f32::from(u8::from(seen));
        self.by_chance += chance;
    }

    /// How many truly hold: of those that do not, the usual share is seen too.
    fn holds(&self) -> f32 {
        let chance = (self.by_chance / self.all.max(1.0)).min(0.99);
        ((self.seen - chance * self.all) / (1.0 - chance)).max(RARE_PAIR).min(self.all)
    }
}

/// What was counted of the words of a slot, over all segments.
#[derive(Default)]
pub(crate) struct Pairs {
    /// Documents where one word stands for a slot and the next.
    certain: f32,
    words: Vec<(String, Count)>,
}

impl Pairs {
    /// In how many documents the slot and the next stand side by side.
    pub(crate) fn documents(&self) -> f32 {
        self.words.iter().map(|(_, count)| count.holds()).sum::<f32>() + self.certain
    }

    fn count(&mut self, word: &str) -> &mut Count {
        let at = match self.words.iter().position(|(known, _)| known == word) {
            Some(at) => at,
            None => {
                self.words.push((word.to_owned(), Count::default()));
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
            1u16 << next_class(&term::fold(viet::parts(name, b' ').next().unwrap_or_default()))
        };
        let mut wanted = vec![0; plan.slots.len()];
        let forms = plan.slots.iter().enumerate().map(|(at, slot)| (at, &slot.found));
        let forms = forms.chain(plan.overlays.iter().map(|o| (o.slots.start, &o.found)));
        for (start, found) in forms.filter(|(start, _)| *start > 0) {
            found.iter().for_each(|found| wanted[start - 1] |= class(&found.name));
        }
        let next = vec![vec![0; documents]; plan.slots.len()];
        Self { next, words: vec![Vec::new(); plan.slots.len()], wanted }
    }

    /// Notes that a word stands for these slots in some documents, and what follows it there.
    pub(crate) fn add(&mut self, slots: &Range<usize>, name: &str, word: Vec<u32>) {
        let last = slots.end - 1;
        for &entry in &word {
            let (document, next) = unpack(entry);
            for slot in slots.start..last {
                self.next[slot][document] |= CERTAIN;
            }
            self.next[last][document] |= next;
        }
        self.words[last].push((name.to_owned(), word));
    }

    /// Whether the next slot may follow this one in the document.
    pub(crate) fn may(&self, slot: usize, document: usize) -> bool {
        self.next[slot][document] & (self.wanted[slot] | CERTAIN) != 0
    }

    /// How likely [`Follow::may`] holds by chance, where these classes follow.
    fn chance_of(&self, slot: usize, classes: u16) -> f32 {
        let bits = if classes & CERTAIN != 0 { 1 } else { classes.count_ones() };
        ((bits * self.wanted[slot].count_ones()) as f32 / NEXT_CLASSES as f32).min(1.0)
    }

    /// Counts, for each word of a slot, documents that have the next slot too, and those where it
    /// may follow. Each word counts for itself: of `thiết` and `thiệt`, only one may keep company
    /// with `thòi`.
    pub(crate) fn count_pairs(&self, slot: usize, after: &[u16], pairs: &mut Pairs) {
        let certain = self.next[slot].iter().zip(after);
        let certain =
            certain.filter(|(next, after)| **next & CERTAIN != 0 && **after != NOTHING).count();
        pairs.certain += certain as f32;
        for (name, word) in &self.words[slot] {
            let count = pairs.count(name);
            for (_, next) in both(word, after) {
                count.add(next & self.wanted[slot] != 0, self.chance_of(slot, next));
            }
        }
    }

    /// By document, how a slot and the next stand together.
    pub(crate) fn together(&self, slot: usize, after: &[u16], pairs: &mut Pairs) -> Vec<Together> {
        let certain = |next: &u16| if next & CERTAIN != 0 { (255, 255) } else { (0, 0) };
        let mut together: Vec<Together> = self.next[slot].iter().map(certain).collect();
        for (name, word) in &self.words[slot] {
            let count = pairs.count(name);
            let holds = count.holds() / count.all.max(1.0);
            let may = both(word, after).filter(|(_, next)| next & self.wanted[slot] != 0);
            for (document, next) in may {
                let likely = (255.0 * likely(holds, self.chance_of(slot, next))) as u8;
                if likely > together[document].0 {
                    together[document] = (likely, (255 / next.count_ones().max(1)) as u8);
                }
            }
        }
        together
    }
}

/// The documents of a word that have the slot after too.
fn both(word: &[u32], after: &[u16]) -> impl Iterator<Item = (usize, u16)> {
    word.iter().map(|&entry| unpack(entry)).filter(|(document, _)| after[*document] != NOTHING)
}

/// Document and classes in one number.
pub(crate) fn packed(document: u32, next: u8) -> u32 {
    document << NEXT_CLASSES | u32::from(next)
}

fn unpack(entry: u32) -> (usize, u16) {
    ((entry >> NEXT_CLASSES) as usize, (entry & ((1 << NEXT_CLASSES) - 1)) as u16)
}

/// How likely something is that was seen, when it holds so often and is else seen by chance.
fn likely(holds: f32, chance: f32) -> f32 {
    holds / (holds + (1.0 - holds) * chance)
}
