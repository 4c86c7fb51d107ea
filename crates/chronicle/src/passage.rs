//! One block of an article, read into tokens, sentences and dates.

use std::ops::Range;

use model::article::{Article, Block, BlockKind};

use crate::date::{self, Found, TextDate};
use crate::sentence::sentences;
use crate::token::{Token, tokens};

/// A block made ready for the rules.
#[derive(Debug)]
pub(crate) struct Passage {
    /// Its tokens, with places in the article's text.
    pub(crate) tokens: Vec<Token>,
    /// Index ranges of its sentences.
    pub(crate) sentences: Vec<Range<usize>>,
    /// Its dates, by tokens.
    pub(crate) dates: Vec<Found>,
}

impl Passage {
    /// Reads one stretch of a text.
    pub(crate) fn read(text: &str, range: Range<usize>) -> Self {
        let tokens = tokens(text, range);
        Self { sentences: sentences(&tokens), dates: date::dates(&tokens), tokens }
    }

    /// Its dates, by places in the text.
    pub(crate) fn text_dates(&self) -> impl Iterator<Item = TextDate> {
        self.dates.iter().filter_map(|found| found.text_date(&self.tokens))
    }
}

/// The blocks of an article in which facts are looked for: the title and what is read.
pub(crate) fn passages(article: &Article) -> Vec<Passage> {
    article
        .blocks
        .iter()
        .filter(|block| tells(block))
        .filter(|block| block.span.of(&article.text).is_some())
        .map(|block| Passage::read(&article.text, block.span.range()))
        .filter(|passage| !passage.tokens.is_empty())
        .collect()
}

fn tells(block: &Block) -> bool {
    block.kind.is_body() || block.kind == BlockKind::Title
}
