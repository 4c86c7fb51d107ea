//! Building: documents in, pieces out.
//!
//! [`Builder::add`] turns a document into a run of term numbers; [`Builder::finish`] counts,
//! finds phrases and writes. The same documents in the same order give the same bytes. [`Layout`]
//! keeps the segments of an earlier index and says which documents must be added.

mod columns;
mod gather;
mod layout;
mod phrases;
mod write;

use std::collections::HashMap;

use crate::document::{Document, Key, Piece, Zone};
use crate::term;
use columns::Columns;
pub use layout::{Layout, Previous};

/// Up to so many bytes of text (some 4,000 articles) every position is kept, and phrases and neighbours
/// are exact. Beyond, positions would triple the index; classes of what follows stand in for them.
const POSITIONS_UP_TO: usize = 15_000_000;

/// Collects documents and writes the index.
///
/// ```
/// use search::{Builder, Document, Zone};
/// let text = "Hội nghị tổng kết phong trào";
/// let mut builder = Builder::new();
/// builder.add(&Document {
///     title: "Dân vận khéo",
///     text,
///     zones: &[(Zone::Body, 0..text.len())],
///     facets: &[("year", "2020")],
///     day: Some(18_549),
/// });
/// let pieces = builder.finish();
/// assert_eq!(pieces[0].name, "directory");
/// ```
#[derive(Default)]
pub struct Builder {
    /// Number of each term, and the terms by number.
    numbers: HashMap<String, u32>,
    names: Vec<String>,
    /// Terms of a token as printed: saves the work of making them again.
    printed: HashMap<String, Vec<u32>>,
    /// The terms of all documents, one after another.
    tokens: Vec<u32>,
    documents: Vec<Entry>,
    columns: Columns,
    /// Bytes of text so far.
    bytes: usize,
    positions_up_to: Option<usize>,
}

/// A document as collected.
struct Entry {
    /// Its stretches: zone, and where it ends in `tokens`; it begins where the last one ended.
    runs: Vec<(Zone, usize)>,
    day: Option<i32>,
    key: Key,
}

impl Builder {
    /// An empty one.
    pub fn new() -> Self {
        Self::default()
    }

    /// Keeps positions up to so many bytes of text, instead of the usual limit (for measuring).
    #[must_use]
    pub fn positions_up_to(mut self, bytes: usize) -> Self {
        self.positions_up_to = Some(bytes);
        self
    }

    /// Adds the next document: the first is number 0.
    pub fn add(&mut self, document: &Document<'_>) {
        let mut runs = Vec::with_capacity(document.zones.len() + 1);
        self.push_tokens(document.title);
        runs.push((Zone::Title, self.tokens.len()));
        for (zone, range) in document.zones {
            let Some(text) = document.text.get(range.clone()) else { continue };
            self.push_tokens(text);
            runs.push((*zone, self.tokens.len()));
        }
        let number = self.documents.len() as u32;
        for (field, value) in document.facets {
            self.columns.add(number, field, value);
        }
        self.bytes += document.bytes();
        self.documents.push(Entry { runs, day: document.day, key: document.key() });
    }

    /// Writes an index of these documents alone, numbered as they were added; keep the order.
    pub fn finish(self) -> Vec<Piece> {
        let keys: Vec<Key> = self.documents.iter().map(|entry| entry.key).collect();
        let limit = self.positions_up_to.unwrap_or(POSITIONS_UP_TO);
        let positions = self.bytes <= limit;
        Layout::with_positions(Previous::default(), &keys, positions).finish(self)
    }

    fn segment(mut self, positions: bool) -> write::Segment {
        let phrases = phrases::find(&mut self);
        let gathered = gather::gather(&self, &phrases, positions);
        write::write(&self, gathered, positions)
    }

    fn push_tokens(&mut self, text: &str) {
        for token in viet::tokens(text) {
            if let Some(terms) = self.printed.get(token.text) {
                self.tokens.extend(terms);
                continue;
            }
            let terms: Vec<u32> =
                term::keys(token.text).into_iter().map(|(key, _)| self.number(key)).collect();
            self.tokens.extend(&terms);
            self.printed.insert(token.text.to_owned(), terms);
        }
    }

    /// The number of a term, a new one if need be.
    fn number(&mut self, name: String) -> u32 {
        if let Some(&number) = self.numbers.get(&name) {
            return number;
        }
        let number = self.names.len() as u32;
        self.names.push(name.clone());
        self.numbers.insert(name, number);
        number
    }

    /// The stretches of each document, as slices of term numbers with their zones.
    fn runs(&self) -> impl Iterator<Item = Vec<(Zone, &[u32])>> {
        let mut start = 0;
        self.documents.iter().map(move |entry| {
            entry
                .runs
                .iter()
                .map(|&(zone, end)| {
                    let run = &self.tokens[start..end];
                    start = end;
                    (zone, run)
                })
                .collect()
        })
    }
}
