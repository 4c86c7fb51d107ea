//! The syllables of long texts: [`tokens`](crate::tokens) and [`number`](crate::number) in one look at
//! each letter, by what was learnt of the letters before.

use std::ops::Range;

use crate::letter::{Letter, combining};
use crate::normal::{is_ignorable, lowercase};
use crate::token::{SEED, continues, is_letter, mixed};

/// Letters below this are remembered: Latin, Greek, Cyrillic, and all of Vietnamese.
const REMEMBERED: usize = 0x2000;

// What is remembered of a character, beside the base of a letter whose base is ASCII.
const UNKNOWN: u8 = 0;
const BETWEEN: u8 = 1;
const IGNORED: u8 = 2;
/// A mark on the letter before it.
const MARK: u8 = 3;
/// Whatever else: it is looked at each time.
const OTHER: u8 = 4;

/// Finds the syllables of texts. It learns which letters there are: keep it for the next text.
#[derive(Clone, Debug)]
pub struct Scanner {
    known: Vec<u8>,
}

impl Default for Scanner {
    fn default() -> Self {
        Self { known: vec![UNKNOWN; REMEMBERED] }
    }
}

impl Scanner {
    /// Where the syllables of a text are, each with its number.
    ///
    /// ```
    /// let mut all = Vec::new();
    /// viet::Scanner::default().scan("Chợ cho", &mut |span, number| all.push((span, number)));
    /// assert_eq!(all[0], (0..5, all[1].1));
    /// assert_eq!(all[1], (6..9, viet::number("cho")));
    /// ```
    pub fn scan(&mut self, text: &str, each: &mut dyn FnMut(Range<usize>, u32)) {
        let (mut start, mut end, mut number) = (0, 0, SEED);
        for (at, c) in text.char_indices() {
            let kind = match self.known.get_mut(c as usize) {
                Some(known) => {
                    if *known == UNKNOWN {
                        *known = kind(c);
                    }
                    *known
                }
                None => kind(c),
            };
            let base = match kind {
                IGNORED => continue,
                BETWEEN => {
                    if end > start {
                        each(start..end, number);
                    }
                    (end, number) = (start, SEED);
                    continue;
                }
                MARK => '\0',
                OTHER => Letter::of(lowercase(c)).base,
                base => char::from(base),
            };
            if end <= start {
                // A mark begins no syllable.
                if !is_letter(c) {
                    continue;
                }
                start = at;
            }
            end = at + c.len_utf8();
            if kind != MARK {
                number = mixed(number, base);
            }
        }
        if end > start {
            each(start..end, number);
        }
    }
}

fn kind(c: char) -> u8 {
    if is_ignorable(c) {
        return IGNORED;
    }
    if !continues(c) {
        return BETWEEN;
    }
    if combining(c).is_some() {
        return MARK;
    }
    let base = Letter::of(lowercase(c)).base;
    if base.is_ascii() { base as u8 } else { OTHER }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn it_finds_what_tokens_and_number_do(
            texts in proptest::collection::vec(
                "(\\PC|[a-zA-Z0-9đĐừỮẨơ \u{300}-\u{32f}\u{ad}\u{200b}ü\u{3c9}\u{431}Ｂ./-]){0,40}", 1..4)
        ) {
            let mut scanner = Scanner::default();
            for text in &texts {
                let mut found = Vec::new();
                scanner.scan(text, &mut |span, number| found.push((span, number)));
                let expected: Vec<_> =
                    crate::tokens(text).map(|token| (token.span, crate::number(token.text))).collect();
                prop_assert_eq!(found, expected);
            }
        }
    }
}
