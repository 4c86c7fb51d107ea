//! The loops that a question's time goes into, over plain numbers: reading postings, noting what each
//! document has, counting, adding up, choosing the first; and those that go over every byte of what was
//! fetched: digests, and stepping over what is not wanted.
//!
//! They are a crate of their own because cargo chooses the level of optimisation by crate: in the
//! browser these are compiled for speed, all else of the worker for size. So nothing here is generic
//! over types, and nothing here knows what a number stands for beyond what is said of it.
//!
//! An *entry* is a term in a document: the document's number, three bits for the class of the term's
//! weight there, eight bits for the classes of what follows it. A *value* is what a document has for
//! one word of a question: a level in the high byte, the greater the better, and an impact in the low
//! one; 0 is nothing.

mod first;
mod json;
mod judge;
mod postings;
mod sha256;
mod spread;

pub use first::{Key, first};
pub use json::{skip, unquoted};
pub use judge::{Judged, candidates, neighbours, runs, weigh};
pub use postings::{MOST_DOCUMENTS, NEXT_BITS, TITLE_LOW_BITS, TITLE_PLACES, read};
pub use sha256::name;
pub use spread::{Seen, count, count_values, raise, together};

/// Bits of what follows, and of that and the class.
const NEXT: u32 = 8;
const BESIDE: u32 = NEXT + 3;

/// An entry of these.
#[inline]
pub const fn entry(document: u32, class: u8, next: u8) -> u32 {
    document << BESIDE | (class as u32) << NEXT | next as u32
}

/// The document of an entry.
#[inline]
pub const fn document(entry: u32) -> u32 {
    entry >> BESIDE
}

/// The class of an entry's weight.
#[inline]
pub const fn class(entry: u32) -> u8 {
    (entry >> NEXT & 7) as u8
}

/// The classes of what follows, a bit for each.
#[inline]
pub const fn next(entry: u32) -> u8 {
    entry as u8
}
