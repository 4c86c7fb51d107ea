//! Postings: which documents hold a term, how often, where in their titles, and what comes next.
//! See [`crate::format`].

use crate::bytes::{BitWriter, Reader, put_varint, rice_low_bits};
use crate::format::{CLASSES, NEXT_BITS, NEXT_CLASSES, TITLE_LOW_BITS};

/// A term in a document, as it is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Posting {
    pub(crate) document: u32,
    /// How much the term occurs: see [`class_of`].
    pub(crate) class: u8,
    /// A bit for each class of what follows the term: see [`next_class`].
    pub(crate) next: u8,
}

/// The class of a term's weight in a document; weights are in quarters of an occurrence.
pub(crate) fn class_of(weight: u32) -> u8 {
    CLASSES.iter().take_while(|&&(most, _)| most < weight).count().min(CLASSES.len() - 1) as u8
}

/// A term's class among those that may follow another: a hash of its folded form, i and y alike.
pub(crate) fn next_class(folded: &str) -> u8 {
    let hash = folded.bytes().fold(0x811c_9dc5u32, |hash, byte| {
        let byte = if byte == b'y' { b'i' } else { byte };
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    });
    ((hash >> 8) % NEXT_CLASSES) as u8
}

/// Writes the postings of a term, documents in rising order. `titles` are its places in titles,
/// by document and place.
pub(crate) fn write(postings: &[Posting], titles: &[(u32, u32)], documents: u32) -> Vec<u8> {
    let mut out = BitWriter::default();
    let low = rice_low_bits(documents, postings.len() as u32);
    let (mut next, mut titles) = (0, titles.iter().peekable());
    for posting in postings {
        out.put_rice(posting.document - next, low);
        next = posting.document + 1;
        put_class(&mut out, posting.class);
        if posting.class >= 2 {
            let mut last = 0;
            while let Some((_, place)) = titles.next_if(|title| title.0 == posting.document) {
                out.put(1, 1);
                out.put_rice(place - last, TITLE_LOW_BITS);
                last = place + 1;
            }
            out.put(0, 1);
        }
        put_next(&mut out, posting);
    }
    debug_assert!(titles.peek().is_none(), "a place in a title is of class 2 or more");
    out.finish()
}

fn put_class(out: &mut BitWriter, class: u8) {
    let last = CLASSES.len() as u32 - 1;
    match u32::from(class) {
        class if class < last => out.put_unary(class),
        _ => out.put((1 << last) - 1, last),
    }
}

/// One class for one occurrence, two for two, all as bits for more. What is followed by nothing
/// is written as if followed by class 0.
fn put_next(out: &mut BitWriter, posting: &Posting) {
    let first = posting.next.trailing_zeros() % NEXT_CLASSES;
    let last = 7u32.saturating_sub(posting.next.leading_zeros());
    match posting.class {
        0 => out.put(first, NEXT_BITS),
        1 => {
            out.put(first, NEXT_BITS);
            out.put(last, NEXT_BITS);
        }
        _ => out.put(u32::from(posting.next), NEXT_CLASSES),
    }
}

/// Reads the postings of a term that `count` of `documents` documents have: entries (see [`tally`]), and
/// with their documents its places in titles. Stops at the first thing that cannot be; answers whether
/// all were there.
pub(crate) fn read(
    bytes: &[u8],
    count: u32,
    documents: u32,
    titles: &mut Vec<(u32, u32)>,
) -> (Vec<u32>, bool) {
    tally::read(bytes, count, documents, rice_low_bits(documents, count), titles)
}

/// Appends the positions of a term in one document, in rising order.
pub(crate) fn write_positions(out: &mut Vec<u8>, positions: &[u32]) {
    put_varint(out, positions.len() as u32);
    let mut last = 0;
    for &position in positions {
        put_varint(out, position - last);
        last = position;
    }
}

/// Reads the positions of a term document by document, in the order of its postings.
pub(crate) struct Positions<'a>(Reader<'a>);

impl<'a> Positions<'a> {
    pub(crate) fn new(bytes: &'a [u8]) -> Self {
        Self(Reader::new(bytes))
    }

    /// The next document's positions, each given to `each`; `None` when the bytes end.
    pub(crate) fn next(&mut self, mut each: impl FnMut(u32)) -> Option<()> {
        let count = self.0.count(1)?;
        let mut position = 0u32;
        for _ in 0..count {
            position = position.saturating_add(self.0.varint()?);
            each(position);
        }
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::TITLE_PLACES;
    use proptest::prelude::*;
    use std::collections::{BTreeMap, BTreeSet};

    /// What is written of a posting: one or two classes stand for few occurrences.
    fn posting((document, (class, next)): (u32, (u8, u8))) -> Posting {
        let single = 1u8 << (next % 8);
        let next = match class {
            0 => single,
            1 => single | 1 << (next / 8 % 8),
            _ => next,
        };
        Posting { document, class, next }
    }

    fn of(entry: u32) -> Posting {
        let (document, class) = (tally::document(entry), tally::class(entry));
        Posting { document, class, next: tally::next(entry) }
    }

    proptest! {
        #[test]
        fn what_is_written_is_read(
            postings in proptest::collection::btree_map(0u32..100_000, (0u8..8, any::<u8>()), 0..500),
            places in proptest::collection::vec((any::<prop::sample::Index>(), 0u32..TITLE_PLACES), 0..50),
        ) {
            let postings: Vec<Posting> = postings.into_iter().map(posting).collect();
            let mut titles: BTreeSet<(u32, u32)> = BTreeSet::new();
            let may: Vec<u32> = postings.iter().filter(|p| p.class >= 2).map(|p| p.document).collect();
            if !may.is_empty() {
                titles.extend(places.iter().map(|(at, place)| (may[at.index(may.len())], *place)));
            }
            let titles: Vec<(u32, u32)> = titles.into_iter().collect();
            let out = write(&postings, &titles, 100_000);
            let mut read_titles = Vec::new();
            let count = postings.len() as u32;
            let (entries, whole) = read(&out, count, 100_000, &mut read_titles);
            prop_assert!(whole);
            let read_back: Vec<Posting> = entries.into_iter().map(of).collect();
            prop_assert_eq!(read_back, postings);
            prop_assert_eq!(read_titles, titles);
        }

        #[test]
        fn positions_too(all in proptest::collection::vec(
            proptest::collection::btree_map(0u32..5_000, Just(()), 0..20), 0..20)
        ) {
            let all: Vec<Vec<u32>> = all.into_iter().map(|set: BTreeMap<u32, ()>| set.into_keys().collect()).collect();
            let mut out = Vec::new();
            for positions in &all {
                write_positions(&mut out, positions);
            }
            let mut reader = Positions::new(&out);
            for positions in &all {
                let mut read_back = Vec::new();
                prop_assert_eq!(reader.next(|p| read_back.push(p)), Some(()));
                prop_assert_eq!(&read_back, positions);
            }
        }

        #[test]
        fn any_bytes_are_read_without_panic(
            bytes in proptest::collection::vec(any::<u8>(), 0..200), count in 0u32..1000
        ) {
            for documents in [50, 5_000, 2_000_000, u32::MAX] {
                let mut titles = Vec::new();
                let (entries, whole) = read(&bytes, count, documents, &mut titles);
                // Of a segment that is too large nothing is read, be it that nothing was to be read.
                let all = documents <= tally::MOST_DOCUMENTS && entries.len() == count as usize;
                prop_assert_eq!(whole, all);
                prop_assert!(entries.iter().all(|&entry| tally::document(entry) < documents));
                prop_assert!(entries.is_sorted_by_key(|&entry| tally::document(entry)));
                prop_assert!(titles.iter().all(|(_, place)| *place < TITLE_PLACES));
            }
            let mut positions = Positions::new(&bytes);
            while positions.next(|_| ()).is_some() {}
        }
    }

    #[test]
    fn classes_of_weights() {
        assert_eq!([1, 4, 5, 8, 9, 100, 10_000].map(class_of), [0, 0, 1, 1, 2, 7, 7]);
    }

    #[test]
    fn i_and_y_are_followed_alike() {
        assert_eq!(next_class("ky"), next_class("ki"));
    }
}
