//! Where the syllables of a text are.

use std::ops::Range;

use crate::normal::is_ignorable;

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
    let mut chars = text.char_indices().peekable();
    std::iter::from_fn(move || {
        let (start, first) = chars.by_ref().find(|&(_, c)| c.is_alphanumeric())?;
        let mut end = start + first.len_utf8();
        while let Some(&(at, c)) = chars.peek() {
            if continues(c) {
                end = at + c.len_utf8();
            } else if !is_ignorable(c) {
                break;
            }
            chars.next();
        }
        Some(Token { text: &text[start..end], span: start..end })
    })
}

fn continues(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '\u{300}'..='\u{36f}')
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

    proptest! {
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
