//! A stretch of an article's text.

use std::ops::Range;

use serde::{Deserialize, Serialize};

/// Bytes `start..end` of the UTF-8 text of one article. Written in JSON as `[start, end]`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(from = "(u32, u32)", into = "(u32, u32)")]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last byte; never before `start`.
    pub end: u32,
}

impl Span {
    /// The span of a range of a text shorter than 4 GiB.
    ///
    /// # Panics
    /// When an end lies beyond 4 GiB, which no importer lets through.
    pub fn new(range: Range<usize>) -> Self {
        let offset = |at: usize| u32::try_from(at).expect("texts are limited to far below 4 GiB");
        Self::from((offset(range.start), offset(range.end)))
    }

    /// As a range, for slicing.
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The text it covers, or `None` when it does not lie in `text` at character borders (a
    /// damaged bundle): callers show the fact without its quotation then.
    pub fn of(self, text: &str) -> Option<&str> {
        text.get(self.range())
    }

    /// Whether `other` lies wholly inside.
    pub fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Length in bytes.
    pub fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether it covers nothing.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }
}

impl From<(u32, u32)> for Span {
    fn from((start, end): (u32, u32)) -> Self {
        Self { start, end: end.max(start) }
    }
}

impl From<Span> for (u32, u32) {
    fn from(span: Span) -> Self {
        (span.start, span.end)
    }
}
