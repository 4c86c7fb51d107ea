//! Which segments of an earlier index are kept, and which documents make a new one.
//!
//! A reader who has the index fetches only the pieces that are new. So a segment stays as it is as
//! long as most of its documents do, what is added becomes one small segment, and now and then the
//! small ones are made into one, that there are never many.

use std::collections::HashMap;

use super::Builder;
use crate::directory::{self, DROPPED, Listed};
use crate::document::{KEY_BYTES, Key, Piece};
use crate::format::{self, Kind};
use crate::head::Head;

/// A segment of which so large a share is there no more (one in so many) is made anew.
const DROPPED_SHARE: usize = 4;
/// So many segments that are hardly larger than the newest are made one with it.
const SMALL_SEGMENTS: usize = 4;

/// An earlier index.
#[derive(Default)]
pub struct Previous {
    segments: Vec<Old>,
}

/// A segment of it.
struct Old {
    mark: u32,
    positions: bool,
    keys: Vec<Key>,
    pieces: Vec<Piece>,
}

impl Previous {
    /// Reads the pieces of an earlier index, in their order. What is of another layout, or damaged,
    /// counts as not there.
    pub fn read(pieces: Vec<Vec<u8>>) -> Self {
        Self { segments: read_segments(pieces).unwrap_or_default() }
    }
}

fn read_segments(pieces: Vec<Vec<u8>>) -> Option<Vec<Old>> {
    let mut pieces = pieces.into_iter();
    let first = pieces.next()?;
    let opened = format::open(&first).filter(|opened| opened.kind == Kind::Directory as u8)?;
    let listed = directory::read(opened.content)?;
    let segments = listed.iter().map(|listed| {
        let pieces: Vec<Vec<u8>> = pieces.by_ref().take(listed.pieces).collect();
        read_segment(listed, pieces)
    });
    // Each takes its pieces, whether it can be read or not.
    Some(segments.collect::<Vec<_>>().into_iter().flatten().collect())
}

fn read_segment(listed: &Listed, pieces: Vec<Vec<u8>>) -> Option<Old> {
    let opened: Vec<_> = pieces.iter().map(|piece| format::open(piece)).collect::<Option<_>>()?;
    let contents = opened.iter().map(|piece| piece.content);
    let fits = opened.len() == listed.pieces && format::mark(contents) == listed.mark;
    let (head, keys) = (opened.first()?, opened.last()?);
    if !fits || head.kind != Kind::Head as u8 || keys.kind != Kind::Keys as u8 {
        return None;
    }
    let head = Head::read(head.content)?;
    let keys: Vec<Key> = keys.content.chunks_exact(KEY_BYTES).map(Key::of_bytes).collect();
    if keys.len() != head.documents as usize {
        return None;
    }
    let (mark, positions) = (listed.mark, head.positions);
    let kinds: Vec<Kind> =
        opened.iter().map(|piece| Kind::of(piece.kind)).collect::<Option<_>>()?;
    let name = |at: usize| {
        let before = kinds[..at].iter().filter(|&&kind| kind == kinds[at]).count();
        kinds[at].piece_name(before)
    };
    let names: Vec<String> = (0..kinds.len()).map(name).collect();
    let pieces = names.into_iter().zip(pieces).map(|(name, bytes)| Piece { name, bytes });
    Some(Old { mark, positions, keys, pieces: pieces.collect() })
}

/// What a new index is made of: segments of the earlier one, and a segment of what must be added.
pub struct Layout {
    kept: Vec<Kept>,
    fresh: Vec<u32>,
    positions: bool,
}

struct Kept {
    segment: Old,
    /// Numbers of its documents.
    numbers: Vec<u32>,
}

impl Kept {
    /// The numbers of those that are still there.
    fn there(&self) -> impl Iterator<Item = u32> {
        self.numbers.iter().copied().filter(|&number| number != DROPPED)
    }
}

impl Layout {
    /// For documents with these keys, in the order of their numbers, and so many bytes of text.
    pub fn new(previous: Previous, keys: &[Key], bytes: usize) -> Self {
        Self::with_positions(previous, keys, bytes <= super::POSITIONS_UP_TO)
    }

    pub(super) fn with_positions(previous: Previous, keys: &[Key], positions: bool) -> Self {
        let mut by_key: HashMap<Key, Vec<u32>> = HashMap::new();
        for (number, key) in keys.iter().enumerate().rev() {
            by_key.entry(*key).or_default().push(number as u32);
        }
        let old = previous.segments.into_iter().filter(|old| old.positions == positions);
        let mut kept: Vec<Kept> = Vec::new();
        for segment in old {
            let number = |key: &Key| by_key.get_mut(key).and_then(Vec::pop).unwrap_or(DROPPED);
            let numbers = segment.keys.iter().map(number).collect();
            kept.push(Kept { segment, numbers });
        }
        let fresh = by_key.into_values().flatten().collect();
        let mut layout = Self { kept, fresh, positions };
        layout.give_up(|segment| {
            let all = segment.numbers.len();
            segment.there().count() * DROPPED_SHARE <= all * (DROPPED_SHARE - 1)
        });
        layout.make_one_of_small(keys.len());
        layout.fresh.sort_unstable();
        layout
    }

    /// Has the documents of some segments added anew.
    fn give_up(&mut self, which: impl Fn(&Kept) -> bool) {
        for segment in self.kept.extract_if(.., |segment| which(segment)) {
            self.fresh.extend(segment.there());
        }
    }

    fn make_one_of_small(&mut self, all: usize) {
        while !self.fresh.is_empty() {
            // Where most is new, one segment is smaller than two.
            let most = self.fresh.len() * 2 > all;
            let limit = if most { usize::MAX } else { self.fresh.len() * 2 };
            let is_small = |segment: &Kept| segment.numbers.len() <= limit;
            let small = self.kept.iter().filter(|segment| is_small(segment)).count();
            if small < if most { 1 } else { SMALL_SEGMENTS } {
                return;
            }
            self.give_up(is_small);
        }
    }

    /// The numbers of the documents to be added, rising.
    pub fn fresh(&self) -> &[u32] {
        &self.fresh
    }

    /// The pieces of the index, given a builder to which just the [`fresh`](Self::fresh) documents
    /// were added.
    pub fn finish(self, builder: Builder) -> Vec<Piece> {
        let Self { kept, fresh, positions } = self;
        let mut listed = Vec::new();
        let mut pieces = Vec::new();
        for Kept { segment, numbers } in kept {
            listed.push(Listed::new(segment.pieces.len(), segment.mark, &numbers));
            pieces.extend(segment.pieces);
        }
        if !fresh.is_empty() {
            let segment = builder.segment(positions);
            listed.push(Listed::new(segment.pieces.len(), segment.mark, &fresh));
            pieces.extend(segment.pieces);
        }
        let content = directory::write(&listed);
        let mark = format::mark([content.as_slice()]);
        let bytes = format::piece(Kind::Directory, 0, mark, &content);
        pieces.insert(0, Piece { name: Kind::Directory.piece_name(0), bytes });
        pieces
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Document;

    /// An index of documents with these words, after an earlier one.
    fn build(words: &[String], before: &[Piece]) -> Vec<Piece> {
        let documents = words.iter().map(|title| Document {
            title,
            text: "",
            zones: &[],
            facets: &[],
            day: None,
        });
        let keys: Vec<Key> = documents.clone().map(|document| document.key()).collect();
        let before = before.iter().map(|piece| piece.bytes.clone()).collect();
        let layout = Layout::new(Previous::read(before), &keys, 100);
        let mut builder = Builder::new();
        for &number in layout.fresh() {
            builder.add(&documents.clone().nth(number as usize).unwrap());
        }
        layout.finish(builder)
    }

    fn words(range: std::ops::Range<u32>) -> Vec<String> {
        range.map(|number| format!("w{number} x")).collect()
    }

    /// Pieces that were not there before.
    fn new_pieces(after: &[Piece], before: &[Piece]) -> usize {
        after.iter().filter(|piece| before.iter().all(|old| old.bytes != piece.bytes)).count()
    }

    fn segments(pieces: &[Piece]) -> usize {
        directory::read(format::open(&pieces[0].bytes).unwrap().content).unwrap().len()
    }

    #[test]
    fn what_was_indexed_stays_as_it_is() {
        let first = build(&words(0..100), &[]);
        assert!(build(&words(0..100), &first) == first, "nothing new");
        let more = build(&words(0..110), &first);
        assert_eq!(segments(&more), 2);
        assert_eq!(more[1..first.len()].len(), first.len() - 1);
        assert!(first[1..].iter().zip(&more[1..]).all(|(old, new)| old.bytes == new.bytes));
        let fewer = build(&words(10..100), &first);
        assert_eq!(new_pieces(&fewer, &first), 1, "only the directory");
        assert_eq!(segments(&build(&words(50..100), &first)), 1);
        assert!(build(&words(50..100), &first) == build(&words(50..100), &[]), "too few are left");
        assert!(build(&words(0..300), &first) == build(&words(0..300), &[]), "most is new");
    }

    #[test]
    fn there_are_never_many_segments() {
        let mut index = build(&words(0..1000), &[]);
        for step in 1..=60 {
            index = build(&words(0..1000 + 5 * step), &index);
            assert!(segments(&index) <= 10, "{step}: {}", segments(&index));
        }
    }

    #[test]
    fn what_is_damaged_is_made_anew() {
        let words = words(0..40);
        let sound = build(&words, &[]);
        for piece in 0..sound.len() {
            let mut before = sound.clone();
            let last = before[piece].bytes.len() - 1;
            before[piece].bytes[last] ^= 1;
            assert!(build(&words, &before) == sound, "{piece}");
        }
        assert!(build(&words, &sound[..2]) == sound);
    }
}
