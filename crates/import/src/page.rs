//! A page as a structured file gives it: text put together line by line, with what the file's own
//! structure says of the lines, and what it states outside the text.

use std::ops::Range;

use calendar::PartialDate;
use model::article::BlockKind;

use crate::layout::Marked;
use crate::words::squeeze;

/// One article of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Page {
    /// Lines, an empty one between paragraphs.
    pub(crate) text: String,
    /// What the structure says of them.
    pub(crate) marked: Marked,
    /// What stands outside the text.
    pub(crate) stated: Stated,
    /// The line of the file where it begins, from 1, where files have such.
    pub(crate) line: Option<usize>,
}

/// What a file states of an article in fields of its own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Stated {
    /// A name for it that lasts: an address or another identifier.
    pub(crate) id: Option<String>,
    pub(crate) url: Option<String>,
    pub(crate) section: Option<String>,
    /// BCP 47, where it is not Vietnamese.
    pub(crate) language: Option<String>,
    pub(crate) author: Option<String>,
    /// The day, and the field as printed.
    pub(crate) published: Option<(PartialDate, String)>,
}

impl Page {
    /// The title, as the text's next line.
    pub(crate) fn title(&mut self, title: &str) {
        self.marked.title = self.line_of(title).or(self.marked.title.take());
    }

    /// A line of which the structure says nothing.
    pub(crate) fn plain(&mut self, line: &str) {
        self.line_of(line);
    }

    /// A picture, named by its file, and what the page says it shows.
    pub(crate) fn picture(&mut self, file: &str, alt: Option<&str>) {
        if let Some(span) = self.line_of(file) {
            let alt = alt.map(squeeze).filter(|alt| !alt.is_empty());
            self.marked.pictures.push((span, alt));
        }
    }

    /// A line that is surely of a kind.
    pub(crate) fn of_kind(&mut self, line: &str, kind: BlockKind) {
        if let Some(span) = self.line_of(line) {
            self.marked.kinds.push((span, kind));
        }
    }

    /// Whether nothing was put in.
    pub(crate) fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    fn line_of(&mut self, line: &str) -> Option<Range<usize>> {
        let line = squeeze(line);
        if line.is_empty() {
            return None;
        }
        if !self.text.is_empty() {
            self.text.push_str("\n\n");
        }
        let start = self.text.len();
        self.text.push_str(&line);
        let span = start..self.text.len();
        Some(span)
    }
}
