//! What an occurrence is worth in a document of its length: BM25's saturation, from a term's class
//! and the document's length, at the time of the question.

use crate::format::CLASSES;

/// How fast further occurrences stop to count (BM25's k1).
const SATURATION: f32 = 1.0;
/// How much a long document's occurrences count less (BM25's b).
const LENGTH: f32 = 0.75;

/// The shortest length that is told from shorter ones.
const SHORTEST: f32 = 90.0;

/// A document's length in four bits: half powers of two above [`SHORTEST`].
pub(crate) fn length_class(length: u32) -> u8 {
    (1..16).take_while(|&class| middle(class) <= length as f32 * 1.19).count() as u8
}

/// The middle of the lengths of a class.
fn middle(class: u8) -> f32 {
    let whole = f32::from(1u16 << (class >> 1));
    SHORTEST * whole * if class & 1 == 1 { std::f32::consts::SQRT_2 } else { 1.0 }
}

/// The sum of some documents' lengths.
pub(crate) fn total(lengths: &[u8]) -> f64 {
    lengths.iter().map(|&class| f64::from(middle(class & 15))).sum()
}

/// How many occurrences in a text of this length count half as much as endless ones do; lengths in
/// quarters of a word in a paragraph.
pub(crate) fn norm(length: f32, mean: f32) -> f32 {
    SATURATION * (1.0 - LENGTH + LENGTH * length / mean.max(1.0))
}

/// What each class is worth at each length.
pub(crate) struct Impacts {
    /// By length and class.
    pub(crate) of: [u8; 128],
    /// The mean length of documents.
    pub(crate) mean: f32,
}

impl Impacts {
    /// For documents of this mean length.
    pub(crate) fn new(mean: f32) -> Self {
        let mut of = [1; 128];
        for (at, impact) in of.iter_mut().enumerate() {
            let occurrences = CLASSES[at & 7].1 as f32 / 4.0;
            let norm = norm(middle((at >> 3) as u8), mean);
            *impact = ((255.0 * occurrences / (occurrences + norm)) as u8).max(1);
        }
        Self { of, mean }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_keep_their_order_and_a_fifth() {
        let mut last = 0;
        for of in (1..9000).chain([1 << 14, 1 << 20, u32::MAX]) {
            let class = length_class(of);
            assert!(class >= last && class < 16, "{of}");
            last = class;
            let ratio = middle(class) / of as f32;
            let told = (SHORTEST as u32..16_000).contains(&of);
            assert!(!told || (0.83..1.2).contains(&ratio), "{of}: {ratio}");
        }
    }

    #[test]
    fn more_occurrences_count_more_and_longer_documents_less() {
        let impacts = Impacts::new(1000.0);
        let of = |class: usize, length: usize| impacts.of[length << 3 | class];
        for class in 1..8 {
            assert!(of(class, 8) > of(class - 1, 8));
            assert!(of(class, 4) > of(class, 12));
        }
    }
}
