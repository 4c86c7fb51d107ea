//! From a term's entries to what each document has, and what was counted on the way.

use crate::{class, document, next};

/// Raises the values of a word of the question to what a term of this level is worth in its documents,
/// and notes the word's bit there. `impacts` are by length and class; `lengths` by document.
pub fn raise(
    entries: &[u32],
    level: u8,
    impacts: &[u8; 128],
    lengths: &[u8],
    bit: u64,
    values: &mut [u16],
    seen: &mut [u64],
) {
    let level = u16::from(level) << 8;
    for &entry in entries {
        let at = document(entry) as usize;
        let (Some(value), Some(seen)) = (values.get_mut(at), seen.get_mut(at)) else { return };
        let length = lengths.get(at).copied().unwrap_or(0) & 15;
        let worth = level | u16::from(impacts[usize::from(length << 3 | class(entry))]);
        *value = worth.max(*value);
        *seen |= bit;
    }
}

/// Documents of a term that have another word too.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Seen {
    /// How many.
    pub all: u32,
    /// In how many of them a wanted class follows.
    pub seen: u32,
    /// In how many it would by chance, in eighths.
    pub by_chance: u32,
}

impl Seen {
    /// Adds another count.
    pub fn add(&mut self, other: Self) {
        self.all += other.all;
        self.seen += other.seen;
        self.by_chance += other.by_chance;
    }
}

/// Counts the entries in whose documents there is a value too.
pub fn count(entries: &[u32], values: &[u16], wanted: u8) -> Seen {
    let mut count = Seen::default();
    let classes = wanted.count_ones();
    for &entry in entries {
        if values.get(document(entry) as usize).is_some_and(|value| *value != 0) {
            let next = next(entry);
            count.all += 1;
            count.seen += u32::from(next & wanted != 0);
            count.by_chance += (next.count_ones() * classes).min(8);
        }
    }
    count
}

/// Notes by document how a term and the word that `values` are of stand together there: of the entries
/// that a wanted class follows, `worth` says by the number of classes how likely (the high byte) and
/// for which share (the low one). What is likelier stays.
pub fn together(
    entries: &[u32],
    values: &[u16],
    wanted: u8,
    worth: &[u16; 9],
    together: &mut [u16],
) {
    for &entry in entries {
        let at = document(entry) as usize;
        let next = next(entry);
        if next & wanted == 0 || values.get(at).is_none_or(|value| *value == 0) {
            continue;
        }
        let worth = worth[next.count_ones() as usize];
        if let Some(together) = together.get_mut(at).filter(|known| worth >> 8 > **known >> 8) {
            *together = worth;
        }
    }
}

/// Counts the numbers of some documents. `ends` says where the numbers of each document end.
pub fn count_values(documents: &[u32], ends: &[u32], numbers: &[u32], counts: &mut [u32]) {
    for &document in documents {
        let at = document as usize;
        let start = if at == 0 { 0 } else { ends.get(at - 1).map_or(0, |end| *end as usize) };
        let end = ends.get(at).map_or(0, |end| *end as usize);
        for &number in numbers.get(start..end).unwrap_or_default() {
            if let Some(count) = counts.get_mut(number as usize) {
                *count += 1;
            }
        }
    }
}
