//! A stretch of text as names are looked for in it: what stands at a syllable, and around it.

use model::unit::UnitKind;
use viet::Token;

use super::table::{Name, Word};
use super::words::{
    PLACE_WORDS, SURNAMES, WHEREABOUTS, common_head, is_capital, place_word, starts_with,
};

/// A stretch of text cut into syllables, for finding names in it.
pub(crate) struct Stretch<'t> {
    text: &'t str,
    /// Its syllables.
    pub(crate) tokens: Vec<Token<'t>>,
    /// As they are compared.
    pub(crate) canonical: Vec<String>,
    /// Nothing is in lower case: capitals tell nothing.
    pub(crate) shouted: bool,
    /// Nothing has a mark: marks tell nothing.
    pub(crate) unmarked: bool,
}

impl<'t> Stretch<'t> {
    /// Cuts a text.
    pub(crate) fn new(text: &'t str) -> Self {
        let tokens: Vec<Token<'_>> = viet::tokens(text).collect();
        let canonical = tokens.iter().map(|token| viet::canonical(token.text)).collect();
        let shouted = !text.chars().any(char::is_lowercase);
        Self { text, tokens, canonical, shouted, unmarked: text.is_ascii() }
    }

    /// Whether only white space lies before a token (and a token lies before that).
    pub(crate) fn joined(&self, at: usize) -> bool {
        let (Some(before), Some(token)) =
            (at.checked_sub(1).and_then(|i| self.tokens.get(i)), self.tokens.get(at))
        else {
            return false;
        };
        let gap = &self.text[before.span.end..token.span.start];
        !gap.contains('\n') && gap.chars().all(|c| c.is_whitespace() || c == '\u{200b}')
    }

    /// What lies between a token and the one before it; nothing for the first and past the last.
    pub(crate) fn gap(&self, at: usize) -> &str {
        match (at.checked_sub(1).and_then(|i| self.tokens.get(i)), self.tokens.get(at)) {
            (Some(before), Some(token)) => &self.text[before.span.end..token.span.start],
            _ => "",
        }
    }

    /// Whether a token may belong to one name with the one before it: white space, a hyphen or an
    /// apostrophe lies between them.
    pub(crate) fn binds(&self, at: usize) -> bool {
        self.joined(at) || matches!(self.gap(at).trim(), "-" | "–" | "'" | "’" | ".")
    }

    /// Whether a token opens a sentence, so that its capital tells nothing.
    pub(crate) fn opens(&self, at: usize) -> bool {
        at == 0 || self.gap(at).contains(['.', '!', '?', ':', '\n', '“', '"', ';', '•'])
    }

    /// Whether a token begins with a capital.
    pub(crate) fn capital(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| is_capital(token.text))
    }

    /// Whether a name is written at a token.
    pub(crate) fn is_name_at(&self, name: &Name, at: usize) -> bool {
        let end = at + name.words.len();
        end <= self.tokens.len()
            && name.words.iter().zip(at..).all(|(word, i)| self.is_word_at(word, i))
            && (at + 1..end).all(|i| self.joined(i))
            && (!name.bare || self.confirms_bare(name, at))
    }

    fn is_word_at(&self, word: &Word, at: usize) -> bool {
        self.canonical[at] == word.canonical || (self.unmarked && self.canonical[at] == word.folded)
    }

    /// A name without a word for its kind must be written with its capitals, and be neither part of
    /// a longer name nor called something else.
    fn confirms_bare(&self, name: &Name, at: usize) -> bool {
        let capitals =
            name.words.iter().zip(at..).all(|(word, i)| !word.capital || self.capital(i));
        let before = at.checked_sub(1).filter(|_| self.joined(at));
        capitals
            && (self.shouted || before.is_none_or(|i| !self.capital(i) || self.ends_common(at)))
    }

    /// Whether a common phrase ends right before a token ("Báo", "Huyện ủy").
    fn ends_common(&self, at: usize) -> bool {
        (1..=4.min(at)).any(|n| common_head(&self.canonical[at - n..at]) == n)
            || self.canonical[at - 1] == "báo"
    }

    /// The kind of place that the word right before a token says.
    pub(crate) fn kind_before(&self, at: usize) -> Option<UnitKind> {
        let joined = |n: usize| n <= at && (at + 1 - n..=at).all(|i| self.joined(i));
        PLACE_WORDS
            .iter()
            .find(|(phrase, _)| {
                joined(phrase.len()) && starts_with(&self.canonical[at - phrase.len()..at], phrase)
            })
            .map(|(_, kind)| *kind)
    }

    /// Whether the name ending before `end` goes on into a longer one.
    pub(crate) fn goes_on(&self, end: usize, short: bool) -> bool {
        if !self.joined(end) {
            return false;
        }
        if self.shouted {
            return short;
        }
        // After a full name, a capital may begin a person's name: "Bí thư Huyện ủy Sông Lô Lê …".
        self.capital(end) && (short || !SURNAMES.contains(&self.canonical[end].as_str()))
    }

    /// Whether a name is said only as a whereabouts, an origin, or one of a list.
    pub(crate) fn is_aside(&self, at: usize, end: usize, bare: bool) -> bool {
        let before = at.checked_sub(1).filter(|_| self.joined(at));
        let whereabouts = before.is_some_and(|i| WHEREABOUTS.contains(&self.canonical[i].as_str()));
        let listed = |left: usize| {
            let (Some(a), Some(b)) = (self.tokens.get(left), self.tokens.get(left + 1)) else {
                return false;
            };
            let gap = &self.text[a.span.end..b.span.start];
            gap.contains([',', '-', '–']) && !gap.contains('\n')
        };
        let capital = |i: usize| self.capital(i) && !self.shouted;
        whereabouts
            || bare && listed(end - 1) && capital(end)
            || bare && at > 0 && listed(at - 1) && capital(at - 1)
    }

    /// The place named right after a token: ", huyện Vũ Quang".
    pub(crate) fn qualifier(&self, end: usize) -> Option<(UnitKind, usize)> {
        let last = self.tokens.get(end.checked_sub(1)?)?;
        let next = self.tokens.get(end)?;
        let gap = &self.text[last.span.end..next.span.start];
        if gap.contains('\n') || !gap.chars().all(|c| c.is_whitespace() || ",-–(".contains(c)) {
            return None;
        }
        let (kind, head) = place_word(&self.canonical[end..])?;
        let name = end + head;
        (self.capital(name) && self.joined(name)).then_some((kind, name))
    }
}
