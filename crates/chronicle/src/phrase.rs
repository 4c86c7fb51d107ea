//! Vocabularies kept in data files, and finding their phrases among tokens.
//!
//! A vocabulary is a text: one entry a line, its phrasings separated by `|`, `#` begins a comment.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use crate::token::{Token, tokens};

/// The phrases of a vocabulary, found by their first word; each belongs to an entry (a line).
#[derive(Debug, Default)]
pub(crate) struct PhraseBook {
    /// By the [mark](Token::mark) of their first word: every word of every text is looked up in every
    /// vocabulary, and making a number of its letters each time was most of that.
    by_first: HashMap<u32, Vec<Phrase>, BuildHasherDefault<AsItIs>>,
}

/// A phrase.
#[derive(Debug)]
struct Phrase {
    first: Box<str>,
    rest: Vec<Box<str>>,
    entry: usize,
}

/// Marks are spread over all numbers as they are: they need no hashing.
#[derive(Debug, Default)]
struct AsItIs(u64);

impl Hasher for AsItIs {
    fn write_u32(&mut self, mark: u32) {
        // Tables look at the uppermost bits as well as at the lowest.
        self.0 = u64::from(mark) << 32 | u64::from(mark);
    }

    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|byte| self.0 = self.0 << 8 ^ u64::from(*byte));
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

/// Lines of a vocabulary, comments and blank lines left out.
pub(crate) fn lines(source: &str) -> impl Iterator<Item = &str> {
    source
        .lines()
        .map(|line| line.split('#').next().unwrap_or_default().trim())
        .filter(|line| !line.is_empty())
}

impl PhraseBook {
    /// Reads a vocabulary whose lines are phrasings of one entry each.
    pub(crate) fn read(source: &str) -> Self {
        let mut book = Self::default();
        for (entry, line) in lines(source).enumerate() {
            for phrase in line.split('|') {
                book.add(phrase, entry);
            }
        }
        book
    }

    /// Adds a phrasing of an entry.
    pub(crate) fn add(&mut self, phrase: &str, entry: usize) {
        let tokens = tokens(phrase, 0..phrase.len());
        let mut words = tokens.into_iter().filter(|token| !is_joint(token));
        if let Some(Token { key: first, mark, .. }) = words.next() {
            let rest = words.map(|token| token.key).collect();
            self.by_first.entry(mark).or_default().push(Phrase { first, rest, entry });
        }
    }

    /// Whether there is no phrase at all.
    #[cfg(test)]
    pub(crate) fn is_empty(&self) -> bool {
        self.by_first.is_empty()
    }

    /// The longest phrase that begins with the first of `tokens`: how many tokens it takes, and
    /// its entry. Dashes and dots between the words of either side do not matter.
    pub(crate) fn longest(&self, tokens: &[Token]) -> Option<(usize, usize)> {
        let first = tokens.first()?;
        let phrases = self.by_first.get(&first.mark)?;
        phrases
            .iter()
            .filter(|phrase| phrase.first == first.key)
            .filter_map(|phrase| Some((1 + follows(&tokens[1..], &phrase.rest)?, phrase.entry)))
            .max_by_key(|(taken, _)| *taken)
    }

    /// The entry of the phrase that is all of `tokens`.
    pub(crate) fn whole(&self, tokens: &[Token]) -> Option<usize> {
        self.longest(tokens).filter(|(taken, _)| *taken == tokens.len()).map(|(_, entry)| entry)
    }

    /// Whether a phrase begins with the first of `tokens`.
    pub(crate) fn begins(&self, tokens: &[Token]) -> bool {
        self.longest(tokens).is_some()
    }
}

/// Dashes and dots, which join the words of a name in one text and not in another.
fn is_joint(token: &Token) -> bool {
    token.is_any(&["-", "."])
}

/// How many of `tokens` are taken by the words of `rest`.
fn follows(tokens: &[Token], rest: &[Box<str>]) -> Option<usize> {
    let mut taken = 0;
    for word in rest {
        while tokens.get(taken).is_some_and(is_joint) {
            taken += 1;
        }
        if tokens.get(taken).is_none_or(|token| token.key != *word) {
            return None;
        }
        taken += 1;
    }
    Some(taken)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Option<(usize, usize)>) {
        let book = PhraseBook::read(
            "# vocabulary\ndân vận | dân vận của đảng\nthương binh liệt sĩ\n\nUV.BTV # short\n",
        );
        assert_eq!(book.longest(&tokens(text, 0..text.len())), expected, "{text}");
    }

    #[test]
    fn the_longest_phrase_is_found() {
        check("Dân vận của Đảng và", Some((4, 0)));
        check("DÂN VẬN khéo", Some((2, 0)));
        check("Thương binh - Liệt sĩ", Some((5, 1)));
        check("thương binh liệt sỹ", Some((4, 1)));
        check("UV.BTV,", Some((3, 2)));
        check("dân", None);
        check("", None);
    }
}
