//! Which character set bytes are in.

use crate::letter::Letter;
use crate::normal::lowercase;
use crate::syllable::is_syllable;

use super::{Charset, decode, decode_text};

/// How much of a text is read: a few pages decide.
const ENOUGH: usize = 16 * 1024;

/// Words with marks that must be syllables, of a hundred: names and misprints are the rest.
const SURE: usize = 80;

/// Words with marks that a text must have at least, to be told from a foreign word or two.
const FEWEST: usize = 4;

/// The character set in which bytes that are no UTF-8 are Vietnamese, if there is one.
pub fn guess(bytes: &[u8]) -> Option<Charset> {
    let head = &bytes[..bytes.len().min(ENOUGH)];
    if head.is_ascii() {
        return None;
    }
    best(|charset| decode(head, charset))
}

/// The character set that text was in whose bytes were taken for Western European letters:
/// `None` for text that is as it should be.
pub fn guess_text(text: &str) -> Option<Charset> {
    let mut end = text.len().min(ENOUGH);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let head = &text[..end];
    // A letter with shape and tone, or ă ơ ư đ, is in no Western alphabet: this is Unicode already.
    let native = head.chars().filter(|&c| is_native(c)).count();
    let western =
        head.chars().filter(|&c| ('\u{80}'..='\u{ff}').contains(&c) && c.is_alphabetic()).count();
    if western < FEWEST || native * 20 > western || score(head) >= SURE {
        return None;
    }
    best(|charset| decode_text(head, charset))
}

/// The charset whose reading has the most syllables, when it is Vietnamese at all.
fn best(read: impl Fn(Charset) -> String) -> Option<Charset> {
    let mut best: Option<(usize, Charset)> = None;
    for charset in Charset::ALL {
        let found = score(&read(charset));
        if found >= SURE && best.is_none_or(|(most, _)| found > most) {
            best = Some((found, charset));
        }
    }
    best.map(|(_, charset)| charset)
}

/// Of a hundred words with marks, how many are syllables; 0 for too few words. In a wrong reading
/// signs stand inside words, so only what never does ends one.
fn score(text: &str) -> usize {
    let (mut marked, mut good) = (0, 0);
    for word in text.split(ends_word).filter(|word| !word.is_ascii()) {
        marked += 1;
        let small: String = word.chars().map(lowercase).collect();
        good += usize::from(is_syllable(&small));
    }
    if marked < FEWEST { 0 } else { good * 100 / marked }
}

fn ends_word(c: char) -> bool {
    c.is_whitespace()
        || (c.is_ascii() && !c.is_ascii_alphanumeric())
        || matches!(c, '\u{2010}'..='\u{203a}' | '«' | '»')
}

/// A Vietnamese letter that no Western alphabet has.
fn is_native(c: char) -> bool {
    let small = lowercase(c);
    u32::from(c) > 0xff && Letter::of(small) != Letter::plain(small)
}
