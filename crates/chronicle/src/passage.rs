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

    /// The dates that begin at one of these tokens.
    pub(crate) fn dates_in(&self, tokens: Range<usize>) -> &[Found] {
        let from = self.dates.partition_point(|date| date.tokens.start < tokens.start);
        let to = self.dates.partition_point(|date| date.tokens.start < tokens.end);
        &self.dates[from..to.max(from)]
    }

    /// The last date that begins before a token.
    pub(crate) fn date_before(&self, token: usize) -> Option<&Found> {
        self.dates[..self.dates.partition_point(|date| date.tokens.start < token)].last()
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
