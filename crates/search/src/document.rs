//! What is put in: a document, and what stretches of its text are worth; what comes out: pieces.

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

/// Changes whenever the same document is indexed otherwise than before: other terms, other weights.
/// A test watches over it.
const ANALYSIS: u32 = 1;

/// Tells documents apart by all that is indexed of them: equal keys, equal entries in the index.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key(u64);

/// Bytes of a key as it is kept.
pub(crate) const KEY_BYTES: usize = 6;

impl Key {
    /// As it is kept.
    pub(crate) fn bytes(self) -> impl Iterator<Item = u8> {
        self.0.to_le_bytes().into_iter().take(KEY_BYTES)
    }

    /// From what [`bytes`](Self::bytes) gave.
    pub(crate) fn of_bytes(bytes: &[u8]) -> Self {
        Self(bytes.iter().rev().fold(0, |key, &byte| key << 8 | u64::from(byte)))
    }
}

impl Document<'_> {
    /// Its key.
    pub fn key(&self) -> Key {
        let mut hash = Hash::new();
        hash.number(u64::from(ANALYSIS));
        hash.number(u64::from(viet::abbreviations::version()));
        hash.text(self.title);
        for (zone, range) in self.zones {
            if let Some(text) = self.text.get(range.clone()) {
                hash.number(*zone as u64);
                hash.text(text);
            }
        }
        for (field, value) in self.facets {
            hash.number(u64::MAX);
            hash.text(field);
            hash.text(value);
        }
        hash.number(self.day.map_or(u64::MAX, |day| u64::from(day as u32)));
        Key(hash.0 >> (64 - 8 * KEY_BYTES))
    }

    /// Bytes of text that are searched.
    pub fn bytes(&self) -> usize {
        let zones = self.zones.iter().filter_map(|(_, range)| self.text.get(range.clone()));
        self.title.len() + zones.map(str::len).sum::<usize>()
    }
}

/// A hash over eight bytes at a time: the sum so far and a word, multiplied to 128 bits and folded.
struct Hash(u64);

impl Hash {
    fn new() -> Self {
        Self(0x9e37_79b9_7f4a_7c15)
    }

    fn number(&mut self, number: u64) {
        let product = u128::from(self.0 ^ number) * 0xd6e8_feb8_6659_fd93_u128;
        self.0 = (product >> 64) as u64 ^ product as u64 ^ self.0.rotate_left(23);
    }

    fn text(&mut self, text: &str) {
        for word in text.as_bytes().chunks(8) {
            self.number(word.iter().fold(1, |number, &byte| number << 8 | u64::from(byte)));
        }
        self.number(text.len() as u64);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn whatever_is_indexed_changes_the_key() {
        let text = "Huyện ủy\nSông Lô";
        let zones = [(Zone::Body, 0..11), (Zone::Body, 12..text.len())];
        let led = [(Zone::Lead, 0..11), zones[1].clone()];
        let of = |title, zones, facets, day| Document { title, text, zones, facets, day }.key();
        let keys = [
            of("a", &zones[..], &[("unit", "x")][..], Some(1)),
            of("b", &zones, &[("unit", "x")], Some(1)),
            of("a", &zones[..1], &[("unit", "x")], Some(1)),
            of("a", &led, &[("unit", "x")], Some(1)),
            of("a", &zones, &[("unit", "y")], Some(1)),
            of("a", &zones, &[("year", "x")], Some(1)),
            of("a", &zones, &[], Some(1)),
            of("a", &zones, &[("unit", "x")], None),
            of("", &zones, &[("unit", "x")], Some(1)),
        ];
        assert_eq!(keys.iter().collect::<BTreeSet<_>>().len(), keys.len());
        assert_eq!(keys[0], of("a", &zones, &[("unit", "x")], Some(1)));
    }

    #[test]
    fn keys_are_kept_whole() {
        let document = Document { title: "t", text: "", zones: &[], facets: &[], day: None };
        let bytes: Vec<u8> = document.key().bytes().collect();
        assert_eq!((Key::of_bytes(&bytes), bytes.len()), (document.key(), KEY_BYTES));
    }
}
