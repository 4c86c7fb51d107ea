//! Where the syllables of a text are.

use std::ops::Range;

use crate::letter::{Letter, combining};
use crate::normal::{is_ignorable, lowercase};

/// A run of letters and digits: in Vietnamese, a syllable or a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token<'a> {
    /// As printed.
    pub text: &'a str,
    /// Its bytes in the text.
    pub span: Range<usize>,
}

/// Splits a text at everything that is neither a letter, a digit nor a combining mark: at spaces
/// of any kind, NBSP, hyphens of any kind, `/`, `.`, quotation marks. So `15/10/1930` and
/// `15-10-1930` are the same three tokens, and `UV.BTV` two.
///
/// ```
/// let all: Vec<_> = viet::tokens("Huyện\u{a0}ủy (TW4)").map(|t| (t.text, t.span)).collect();
/// assert_eq!(all, [("Huyện", 0..7), ("ủy", 9..13), ("TW4", 15..18)]);
/// ```
pub fn tokens(text: &str) -> impl Iterator<Item = Token<'_>> {
    Tokens { text, at: 0 }
}

/// What is left of a text.
struct Tokens<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    // Not inlined: there would be a copy in the browser's worker for each use.
    #[inline(never)]
    fn next(&mut self) -> Option<Token<'a>> {
        let mut chars = self.text[self.at..].char_indices();
        let (skipped, first) = chars.by_ref().find(|&(_, c)| is_letter(c))?;
        let start = self.at + skipped;
        let mut end = start + first.len_utf8();
        for (at, c) in chars {
            if continues(c) {
                end = self.at + at + c.len_utf8();
            } else if !is_ignorable(c) {
                break;
            }
        }
        self.at = end;
        Some(Token { text: &self.text[start..end], span: start..end })
    }
}

pub(crate) fn continues(c: char) -> bool {
    is_letter(c) || matches!(c, '\u{300}'..='\u{36f}')
}

/// Whether a character is a letter or a digit: exactly for Latin, Greek, Cyrillic and the scripts of
/// East Asia, and for the rest by the blocks that hold letters. The standard library's tables would be a
/// fortieth of the search worker.
pub fn is_letter(c: char) -> bool {
    match c {
        '\0'..='\x7f' => c.is_ascii_alphanumeric(),
        '\u{80}'..='\u{bf}' => matches!(c, 'ª' | '²' | '³' | 'µ' | '¹' | 'º' | '¼'..='¾'),
        '×' | '÷' => false,
        '\u{c0}'..='\u{2c1}' => true,
        '\u{2c2}'..='\u{36f}' | '\u{37e}' | '\u{387}' | '\u{482}'..='\u{489}' => false,
        '\u{370}'..='\u{1fbc}' => true,
        '\u{2c00}'..='\u{2dff}' | '\u{3041}'..='\u{d7ff}' => {
            !matches!(c, '\u{3097}'..='\u{30a0}' | '\u{30fb}')
        }
        '\u{f900}'..='\u{fd3d}'
        | '\u{fe70}'..='\u{fefc}'
        | '０'..='９'
        | 'Ａ'..='Ｚ'
        | 'ａ'..='ｚ' => true,
        '\u{ff66}'..='\u{ffdc}' | '\u{10000}'..='\u{1efff}' | '\u{20000}'..='\u{3ffff}' => true,
        _ => false,
    }
}

/// The number of no letter.
pub(crate) const SEED: u32 = 0x811c_9dc5;

/// The number of some letters and this one behind them, without its marks.
pub(crate) fn mixed(number: u32, base: char) -> u32 {
    let base = if base == 'y' { 'i' } else { base };
    (number ^ base as u32).wrapping_mul(0x0100_0193)
}

/// A word's number, which it shares with every other way of writing it, whatever its case, its marks,
/// and y for i. A look at each letter, and nothing else.
///
/// ```
/// assert_eq!(viet::number("Chợ"), viet::number("cho"));
/// ```
pub fn number(word: &str) -> u32 {
    word.chars().fold(SEED, |number, c| {
        if combining(c).is_some() || is_ignorable(c) {
            return number;
        }
        let base =
            if c.is_ascii() { c.to_ascii_lowercase() } else { Letter::of(lowercase(c)).base };
        mixed(number, base)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(text: &str, expected: &[&str]) {
        let found: Vec<_> = tokens(text).map(|token| token.text).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn splits_where_readers_do() {
        check("", &[]);
        check("15/10/1930-15/10/2020", &["15", "10", "1930", "15", "10", "2020"]);
        check("15 – 10—1930", &["15", "10", "1930"]);
        check("UV.BTV, TP.HCM", &["UV", "BTV", "TP", "HCM"]);
        check("kinh tế - xã hội…", &["kinh", "tế", "xã", "hội"]);
        check("công tác dân vận”cho 04", &["công", "tác", "dân", "vận", "cho", "04"]);
        check("Chợ\u{a0}Cho\u{31b}\u{323}", &["Chợ", "Cho\u{31b}\u{323}"]);
        check("94,2%", &["94", "2"]);
        check("hu\u{ad}yện \u{200b} x\u{feff}", &["hu\u{ad}yện", "x"]);
    }

    #[test]
    fn letters_are_the_standard_library_s() {
        let latin = (0..0x2c2).chain(0x300..0x345).chain(0x400..0x530).chain(0x1e00..0x1f00);
        let asian = (0x3041..0x3097).chain(0x30a1..0x30ff).chain(0x3400..0x4dc0);
        let asian = asian.chain(0x4e00..0xa000).chain(0xac00..0xd7a4);
        let signs =
            (0x2000..0x2070).chain(0x20a0..0x2100).chain(0x2190..0x2460).chain(0x3000..0x3005);
        for c in latin.chain(asian).chain(signs).filter_map(char::from_u32) {
            assert_eq!(is_letter(c), c.is_alphanumeric(), "{:x}", c as u32);
        }
    }

    proptest! {
        #[test]
        fn one_number_for_all_ways_of_writing_a_word(word in "[a-zA-ZđĐừữỘẨơ\u{300}-\u{309}\u{323}\u{31b}\u{ad}ü]{1,8}") {
            let one = number(&word);
            for other in [crate::canonical(&word), crate::nfc(&word), word.to_uppercase()] {
                prop_assert_eq!(number(&other), one, "{} {}", word, other);
            }
        }

        #[test]
        fn spans_are_the_text(text in "\\PC*") {
            let mut at = 0;
            for token in tokens(&text) {
                prop_assert!(token.span.start >= at && !token.text.is_empty());
                prop_assert_eq!(&text[token.span.clone()], token.text);
                at = token.span.end;
            }
        }
    }
}
