//! What each document of a segment has for each slot, packed into one number: the level first, so
//! that the better of two is the greater.

use super::terms::{Found, Level};
use crate::index::Index;
use crate::postings::{self, Posting};

/// Nothing found.
pub(crate) const NOTHING: u16 = 0;

/// A level and an impact as one number.
pub(crate) fn pack(level: Level, impact: u8) -> u16 {
    ((5 - level as u16) << 8) | u16::from(impact)
}

/// The level of a packed value.
pub(crate) fn level(value: u16) -> Option<Level> {
    Some(match value >> 8 {
        5 => Level::Exact,
        4 => Level::Compatible,
        3 => Level::Equivalent,
        2 => Level::Expansion,
        1 => Level::Typo,
        _ => return None,
    })
}

/// What a value counts, from 0 to 1.
pub(crate) fn strength(value: u16, marked: bool) -> f32 {
    level(value).map_or(0.0, |level| trust(level, marked) * f32::from(value & 0xff) / 255.0)
}

/// What an agreement of this level counts. Whoever types marks has an input method: a word left
/// bare in a query with marks is rather meant as it stands.
pub(crate) fn trust(level: Level, marked: bool) -> f32 {
    match level {
        Level::Exact => 1.0,
        Level::Compatible if marked => 0.4,
        Level::Compatible => 0.95,
        Level::Equivalent | Level::Expansion => 0.9,
        Level::Typo => 0.5,
    }
}

pub(crate) fn raise(value: &mut u16, to: u16) {
    *value = (*value).max(to);
}

/// The terms found in a segment.
pub(crate) fn here(found: &[Found], segment: usize) -> impl Iterator<Item = &Found> {
    found.iter().filter(move |found| found.segment == segment)
}

/// Reads the postings of a term, as far as they are here and sound: document and impact.
pub(crate) fn each_posting(
    index: &Index,
    found: &Found,
    documents: u32,
    mut each: impl FnMut(u32, u8),
) {
    let Some(bytes) = index.postings(found.segment, found.postings) else { return };
    let lengths = &index.segments[found.segment].head.lengths;
    let impact = |Posting { document, class, .. }: Posting| {
        let length = lengths.get(document as usize).copied().unwrap_or(0);
        each(document, index.impacts.of(class, length));
    };
    postings::read(bytes, found.documents, documents, impact, |_, _| ());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_better_level_is_a_greater_value() {
        let levels =
            [Level::Exact, Level::Compatible, Level::Equivalent, Level::Expansion, Level::Typo];
        for pair in levels.windows(2) {
            assert!(pack(pair[0], 1) > pack(pair[1], 255));
        }
        for of in levels {
            assert_eq!(level(pack(of, 7)), Some(of));
        }
        assert_eq!(level(NOTHING), None);
    }
}
