//! What is put in: a document, and what stretches of its text are worth.

use std::ops::Range;

/// What a stretch of a document's text is. A word in a title says more than one in a caption.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Zone {
    /// A title or heading inside the text.
    Title,
    /// The paragraph that sums up the rest.
    Lead,
    /// Ordinary paragraphs.
    Body,
    /// The line under a picture.
    Caption,
    /// Anything else that may be found, such as a byline.
    Other,
}

impl Zone {
    /// What one occurrence counts, in quarters of an occurrence in a paragraph.
    pub(crate) const fn weight(self) -> u32 {
        match self {
            Self::Title => 10,
            Self::Lead => 5,
            Self::Body => 4,
            Self::Caption => 3,
            Self::Other => 2,
        }
    }
}

/// One document to be found.
#[derive(Clone, Copy, Debug)]
pub struct Document<'a> {
    /// Its title, searched with the most weight; not part of `text`, or repeated there.
    pub title: &'a str,
    /// The whole text, of which only `zones` are searched.
    pub text: &'a str,
    /// What of `text` is searched, excluding the title, in order. Ranges that do not lie in
    /// `text` at character borders are skipped.
    pub zones: &'a [(Zone, Range<usize>)],
    /// Field and value: `("unit", "Huyện ủy Sông Lô")`. A field may have several values.
    pub facets: &'a [(&'a str, &'a str)],
    /// Days since 1 January 1970, for sorting by date.
    pub day: Option<i32>,
}

/// A file of the index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// What it is, for people: `head`, `lexicon-0`, `postings-3`. The order of pieces counts, not
    /// the names.
    pub name: String,
    /// Its content.
    pub bytes: Vec<u8>,
}
