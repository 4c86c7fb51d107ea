//! What each document of a segment has for each slot, packed into one number: the level first, so
//! that the better of two is the greater. See [`tally`].

use super::terms::{Found, Level};

/// Nothing found.
pub(crate) const NOTHING: u16 = 0;

/// The number of a level in a value.
pub(crate) fn number(level: Level) -> u8 {
    5 - level as u8
}

/// The level of a number.
pub(crate) fn level(number: u8) -> Option<Level> {
    Some(match number {
        5 => Level::Exact,
        4 => Level::Compatible,
        3 => Level::Equivalent,
        2 => Level::Expansion,
        1 => Level::Typo,
        _ => return None,
    })
}

/// What an agreement of this level counts. Whoever types marks has an input method: a word left
/// bare in a query with marks is rather meant as it stands.
pub(crate) fn trust(level: Level, marked: bool) -> f32 {
    match level {
        Level::Exact => 1.0,
        Level::Compatible if marked => 0.4,
        Level::Compatible => 0.95,
        Level::Equivalent | Level::Expansion => 0.9,
        Level::Typo => 0.7,
    }
}

/// What agreements count by the level's number in a value.
pub(crate) fn trusts(marked: bool) -> [f32; 8] {
    let mut trusts = [0.0; 8];
    for number in 1..6u8 {
        trusts[usize::from(number)] = level(number).map_or(0.0, |level| trust(level, marked));
    }
    trusts
}

/// The terms found in a segment.
pub(crate) fn here(found: &[Found], segment: usize) -> impl Iterator<Item = &Found> {
    found.iter().filter(move |found| found.segment == segment)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_better_level_is_a_greater_value() {
        let levels =
            [Level::Exact, Level::Compatible, Level::Equivalent, Level::Expansion, Level::Typo];
        for pair in levels.windows(2) {
            assert!(number(pair[0]) > number(pair[1]));
        }
        for of in levels {
            assert_eq!(level(number(of)), Some(of));
        }
        assert_eq!(level(NOTHING as u8), None);
    }
}
