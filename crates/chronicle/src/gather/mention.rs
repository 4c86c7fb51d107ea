//! Mentions as the archive keeps them: places, with the words as printed.

use std::collections::BTreeSet;

use model::Span;
use model::article::{Article, FactMention};
use model::chronicle::{Mention, SubjectRef};

/// The words of a span with white space folded; empty when the span does not fit the text.
pub(super) fn words(article: &Article, span: Span) -> String {
    let words: Vec<&str> = span.of(&article.text).unwrap_or_default().split_whitespace().collect();
    words.join(" ")
}

/// A mention in an article.
pub(super) fn mention(article: &Article, at: Span, sentence: Span) -> Mention {
    Mention {
        article: article.id.clone(),
        at,
        wording: words(article, at),
        sentence,
        quote: words(article, sentence),
    }
}

/// What an article mentions, as the article itself lists it.
pub(super) fn fact(of: SubjectRef, mention: &Mention) -> FactMention {
    FactMention { of, at: mention.at, sentence: mention.sentence }
}

/// Identifiers given so far; a second entry of one name gets a number.
#[derive(Debug, Default)]
pub(super) struct Ids(BTreeSet<String>);

impl Ids {
    /// The longest identifier, in bytes of ASCII.
    const LONGEST: usize = 72;

    /// An identifier nobody else has, made from `wanted`; `unnamed` stands for an empty one.
    pub(super) fn take(&mut self, wanted: &str) -> String {
        let short = match wanted.get(..Self::LONGEST) {
            // Cut between words.
            Some(cut) => cut.rsplit_once('-').map_or(cut, |(words, _)| words),
            None => wanted,
        };
        let base = if short.is_empty() { "unnamed" } else { short };
        let mut id = base.to_owned();
        let mut number = 1;
        while !self.0.insert(id.clone()) {
            number += 1;
            id = format!("{base}-{number}");
        }
        id
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identifiers_are_short_and_told_apart() {
        let mut ids = Ids::default();
        assert_eq!(ids.take("dan-van"), "dan-van");
        assert_eq!(ids.take("dan-van"), "dan-van-2");
        assert_eq!(ids.take(""), "unnamed");
        let long = "mot-hai-ba-bon-nam-".repeat(9);
        let id = ids.take(&long);
        assert!(id.len() <= Ids::LONGEST && long.starts_with(&id) && !id.ends_with('-'), "{id}");
    }
}
