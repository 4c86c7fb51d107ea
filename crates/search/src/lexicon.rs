//! Pieces of the lexicon: which terms there are. A question wants few of them, so blocks that cannot
//! hold any are stepped over, and of the others only what is wanted is made a text.

use crate::bytes::Reader;
use crate::format::LONG;
use crate::slips;

/// Which entries are wanted, told from their folded keys.
#[derive(Clone, Copy)]
pub(crate) enum Wanted<'a> {
    /// Those from this key on.
    From(&'a str),
    /// Those at most one error away from one of these.
    Near(&'a [String]),
}

impl Wanted<'_> {
    /// Whether any may stand from one key on and before another.
    pub(crate) fn may_be_between(self, first: &[u8], next: &[u8]) -> bool {
        match self {
            Self::From(from) => next >= from.as_bytes(),
            Self::Near(near) => {
                let common = first.iter().zip(next).take_while(|(a, b)| a == b).count();
                near.iter().any(|typed| slips::begins(typed.as_bytes(), &first[..common]))
            }
        }
    }

    fn is(self, folded: &[u8]) -> bool {
        match self {
            Self::From(from) => folded >= from.as_bytes(),
            Self::Near(near) => near.iter().any(|typed| slips::is(typed.as_bytes(), folded)),
        }
    }
}

/// A term of the lexicon.
pub(crate) struct Entry<'a> {
    pub(crate) folded: &'a str,
    pub(crate) name: &'a str,
    pub(crate) documents: u32,
    pub(crate) postings: (u32, u32),
    pub(crate) positions: (u32, u32),
}

/// Reads the blocks of a piece that may hold what is wanted; answers whether `each` wants to go on,
/// `None` when the piece is damaged.
pub(crate) fn read_piece(
    bytes: &[u8],
    with_positions: bool,
    wanted: Wanted<'_>,
    each: &mut dyn FnMut(&Entry<'_>) -> bool,
) -> Option<bool> {
    let mut reader = Reader::new(bytes);
    while !reader.is_empty() {
        let first = first_key(reader);
        let len = reader.varint()? as usize;
        let block = reader.take(len)?;
        let may = match (first, first_key(reader)) {
            (Some(first), Some(next)) => wanted.may_be_between(first, next),
            _ => true,
        };
        if may && !read_block(block, with_positions, wanted, each)? {
            return Some(false);
        }
    }
    Some(true)
}

/// The folded key with which the next block begins.
fn first_key(mut reader: Reader<'_>) -> Option<&[u8]> {
    for _ in 0..4 {
        reader.varint()?;
    }
    let lens = reader.byte()?;
    let len = long(&mut reader, lens & 15)?;
    reader.take(len)
}

/// Reads what is wanted of a block; answers whether `each` wants to go on, `None` when the block is damaged.
fn read_block(
    bytes: &[u8],
    with_positions: bool,
    wanted: Wanted<'_>,
    each: &mut dyn FnMut(&Entry<'_>) -> bool,
) -> Option<bool> {
    let mut reader = Reader::new(bytes);
    let count = reader.varint()?;
    let (mut postings, mut positions) = (reader.varint()?, reader.varint()?);
    let mut folded: Vec<u8> = Vec::new();
    for _ in 0..count {
        let lens = reader.byte()?;
        let shared = long(&mut reader, lens >> 4)?;
        let rest = long(&mut reader, lens & 15)?;
        if shared > folded.len() {
            return None;
        }
        folded.truncate(shared);
        folded.extend_from_slice(reader.take(rest)?);
        let len = reader.varint()? as usize;
        let name = reader.take(len)?;
        let documents = reader.varint()?;
        let postings_len = reader.varint()?;
        let positions_len = if with_positions { reader.varint()? } else { 0 };
        // Most are passed over: only what is wanted is made a text.
        if wanted.is(&folded) {
            let name = if name.is_empty() { &folded } else { name };
            let entry = Entry {
                folded: std::str::from_utf8(&folded).ok()?,
                name: std::str::from_utf8(name).ok()?,
                documents,
                postings: (postings, postings_len),
                positions: (positions, positions_len),
            };
            if !each(&entry) {
                return Some(false);
            }
        }
        postings = postings.checked_add(postings_len)?;
        positions = positions.checked_add(positions_len)?;
    }
    Some(true)
}

/// A length that four bits hold, or say that it follows.
fn long(reader: &mut Reader<'_>, len: u8) -> Option<usize> {
    let len = usize::from(len);
    if len < LONG { Some(len) } else { LONG.checked_add(reader.varint()? as usize) }
}
