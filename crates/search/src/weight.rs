//! What an occurrence is worth in a document of its length: BM25's saturation, from a term's class
//! and the document's length, at the time of the question.

use crate::format::CLASSES;

/// How fast further occurrences stop to count (BM25's k1).
const SATURATION: f32 = 1.0;
/// How much a long document's occurrences count less (BM25's b).
const LENGTH: f32 = 0.75;

/// A document's length as a byte: power of two, and three bits behind its first.
pub(crate) fn length_byte(length: u32) -> u8 {
    let power = length.max(1).ilog2();
    let fraction = if power < 3 { length.max(1) << (3 - power) } else { length >> (power - 3) } & 7;
    (power << 3 | fraction) as u8
}

/// The middle of the lengths that have a byte.
fn length(byte: u8) -> f32 {
    let power = i32::from(byte >> 3);
    (8.5 + f32::from(byte & 7)) / 8.0 * (0..power).fold(1.0, |length, _| length * 2.0)
}

/// The sum of some documents' lengths.
pub(crate) fn total(lengths: &[u8]) -> f64 {
    lengths.iter().map(|&byte| f64::from(length(byte))).sum()
}

/// What each class is worth at each length.
pub(crate) struct Impacts(Vec<u8>);

impl Impacts {
    /// For documents of this mean length.
    pub(crate) fn new(mean: f32) -> Self {
        let mut impacts = Vec::with_capacity(CLASSES.len() << 8);
        for byte in 0..=255 {
            let norm = SATURATION * (1.0 - LENGTH + LENGTH * length(byte) / mean.max(1.0));
            impacts.extend(CLASSES.iter().map(|&(_, quarters)| {
                let occurrences = quarters as f32 / 4.0;
                ((255.0 * occurrences / (occurrences + norm)) as u8).max(1)
            }));
        }
        Self(impacts)
    }

    /// From 1 to 255.
    #[inline]
    pub(crate) fn of(&self, class: u8, length: u8) -> u8 {
        self.0.get(usize::from(length) << 3 | usize::from(class & 7)).copied().unwrap_or(1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_keep_their_order_and_an_eighth() {
        let mut last = 0;
        for of in (1..5000).chain([1 << 20, u32::MAX]) {
            let byte = length_byte(of);
            assert!(byte >= last, "{of}");
            last = byte;
            let ratio = length(byte) / of as f32;
            assert!((0.9..1.1).contains(&ratio) || of < 8, "{of}: {ratio}");
        }
    }

    #[test]
    fn more_occurrences_count_more_and_longer_documents_less() {
        let impacts = Impacts::new(1000.0);
        for class in 1..8 {
            assert!(impacts.of(class, 80) > impacts.of(class - 1, 80));
            assert!(impacts.of(class, 60) > impacts.of(class, 90));
        }
    }
}
