//! The keys under which words are kept.
//!
//! A term is one canonical syllable (`ủy`), or several joined by spaces: a pair of syllables that
//! belong together, or the spelled-out form of an abbreviation (`ủy ban nhân dân`). Terms are
//! ordered by their folded key, then by themselves, so that all readings of `uy ban` lie together.

use std::ops::Range;

/// Longer tokens are cut here: no word is so long, but a crawled page may hold such junk.
const MAX_BYTES: usize = 48;

/// The term of one token.
pub(crate) fn key(token: &str) -> String {
    let mut key = viet::canonical(token);
    if key.len() > MAX_BYTES {
        let cut = (0..=MAX_BYTES).rev().find(|&at| key.is_char_boundary(at)).unwrap_or(0);
        key.truncate(cut);
    }
    key
}

/// The folded key of a term. Small numbers lose leading zeros: 05 lies with 5, 08/10 with 8/10.
pub(crate) fn fold(term: &str) -> String {
    let mut out = String::with_capacity(term.len());
    for (at, syllable) in viet::parts(term, b' ').enumerate() {
        if at > 0 {
            out.push(' ');
        }
        match syllable.as_bytes() {
            [b'0', digit @ b'0'..=b'9'] => out.push(char::from(*digit)),
            _ => out.push_str(&viet::fold(syllable)),
        }
    }
    out
}

/// The terms of a text's tokens, an abbreviation parted from the number that follows it in one
/// token (`TW4`, `NQ26`).
pub(crate) fn keys(text: &str) -> Vec<(String, Range<usize>)> {
    let mut keys = Vec::new();
    for viet::Token { text, span } in viet::tokens(text) {
        match part_number(text) {
            Some(at) => {
                keys.push((key(&text[..at]), span.start..span.start + at));
                keys.push((key(&text[at..]), span.start + at..span.end));
            }
            None => keys.push((key(text), span)),
        }
    }
    keys
}

/// Party and state abbreviations that are printed with a number and no space.
const NUMBERED: [&str; 9] = ["tw", "tư", "nq", "ct", "kl", "qđ", "nđ", "kh", "đa"];

fn part_number(token: &str) -> Option<usize> {
    let at = token.find(|c: char| c.is_ascii_digit())?;
    let (word, number) = token.split_at(at);
    let fits = word.len() <= 4
        && number.bytes().all(|b| b.is_ascii_digit())
        && NUMBERED.contains(&viet::canonical(word).as_str());
    fits.then_some(at)
}

/// Syllables with spaces between them: what `join` does, in less code.
pub(crate) fn joined(syllables: &[&str]) -> String {
    let mut all = String::new();
    for syllable in syllables {
        if !all.is_empty() {
            all.push(' ');
        }
        all.push_str(syllable);
    }
    all
}

/// A text without white space at its ends. What `str::trim` does in one go is done by its halves, which
/// are needed anyway.
pub(crate) fn trim(text: &str) -> &str {
    text.trim_start().trim_end()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let found: Vec<String> = keys(text).into_iter().map(|(key, _)| key).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn tokens_become_terms() {
        check("Huyện uỷ", &["huyện", "ủy"]);
        check("Nghị quyết TW4, NQ26", &["nghị", "quyết", "tw", "4", "nq", "26"]);
        check("covid19 H5N1", &["covid19", "h5n1"]);
        assert_eq!(key(&"ả".repeat(40)).len(), 48);
    }

    #[test]
    fn folded_keys() {
        assert_eq!(fold("ủy ban"), "uy ban");
        assert_eq!(fold("05"), "5");
        assert_eq!(fold("005"), "005");
    }
}
