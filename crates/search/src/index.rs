//! The index as far as it is loaded: heads, and the pieces that queries have asked for.

use std::cell::RefCell;

use crate::bytes::Reader;
use crate::document::Piece;
use crate::format::{self, Kind, LONG};
use crate::head::Head;
use crate::weight::{self, Impacts};

/// Why a piece cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PieceError {
    /// It is not a piece of this layout, or breaks off.
    #[error("the piece of the index cannot be read")]
    Unreadable,
    /// It belongs to another build of the index, or to another place in it.
    #[error("the piece belongs to another index")]
    Foreign,
}

/// An index being loaded and asked.
///
/// The files of an index are numbered from 0 in the order in which the builder gave them. Give the
/// heads first, as [`Index::next_head`] says; then a query says which further files it needs.
pub struct Index {
    pub(crate) segments: Vec<Segment>,
    files: usize,
    /// The file that may be the next head.
    next_head: usize,
    /// What occurrences are worth in documents of the segments that are here.
    pub(crate) impacts: Impacts,
    pub(crate) wanted: RefCell<Vec<usize>>,
}

/// A segment: its head, and its pieces as far as they are here.
pub(crate) struct Segment {
    pub(crate) head: Head,
    first_file: usize,
    mark: u32,
    pieces: Vec<Slot>,
}

enum Slot {
    Absent,
    Here(Vec<u8>),
    Lost,
}

impl Index {
    /// An index of so many files, none of them here yet.
    pub fn new(files: usize) -> Self {
        Self {
            segments: Vec::new(),
            files,
            next_head: 0,
            impacts: Impacts::new(1.0),
            wanted: RefCell::default(),
        }
    }

    /// An index with everything at hand; what cannot be read is left out.
    pub fn of_pieces(pieces: &[Piece]) -> Self {
        let mut index = Self::new(pieces.len());
        while let Some(file) = index.next_head() {
            if index.give(file, pieces[file].bytes.clone()).is_err() {
                index.lose(file);
            }
        }
        for (file, piece) in pieces.iter().enumerate() {
            if index.lacks(file) && index.give(file, piece.bytes.clone()).is_err() {
                index.lose(file);
            }
        }
        index
    }

    /// The file to give next, until all heads are known.
    pub fn next_head(&self) -> Option<usize> {
        (self.next_head < self.files).then_some(self.next_head)
    }

    /// Documents that can be found.
    pub fn documents(&self) -> u32 {
        self.segments.iter().map(|segment| segment.head.documents).sum()
    }

    /// Whether a file could still be given.
    pub fn lacks(&self, file: usize) -> bool {
        self.place(file).is_some_and(|(segment, piece)| {
            matches!(self.segments[segment].pieces[piece], Slot::Absent)
        })
    }

    /// Takes a file.
    ///
    /// # Errors
    /// When it is damaged; the caller decides whether to try again or to [`lose`](Self::lose) it.
    pub fn give(&mut self, file: usize, bytes: Vec<u8>) -> Result<(), PieceError> {
        let Some((segment, piece)) = self.place(file) else {
            return self.give_head(file, &bytes);
        };
        let segment = &mut self.segments[segment];
        let kind = segment.head.kind(piece);
        let (number, mark, _) = format::open(&bytes, kind).ok_or(PieceError::Unreadable)?;
        if mark != segment.mark || usize::from(number) != piece {
            return Err(PieceError::Foreign);
        }
        segment.pieces[piece] = Slot::Here(bytes);
        Ok(())
    }

    /// Gives a file up: the rest is searched without it.
    pub fn lose(&mut self, file: usize) {
        match self.place(file) {
            Some((segment, piece)) => self.segments[segment].pieces[piece] = Slot::Lost,
            // Without its head a segment is lost; the next one begins somewhere behind.
            None => self.next_head = self.next_head.max(file + 1),
        }
    }

    fn give_head(&mut self, file: usize, bytes: &[u8]) -> Result<(), PieceError> {
        if file != self.next_head {
            return Err(PieceError::Foreign);
        }
        let (number, mark, content) =
            format::open(bytes, Kind::Head).ok_or(PieceError::Unreadable)?;
        let head = Head::read(content).ok_or(PieceError::Unreadable)?;
        if number != 0 || head.pieces() > self.files - file {
            return Err(PieceError::Foreign);
        }
        let mut pieces: Vec<Slot> = Vec::new();
        pieces.resize_with(head.pieces(), || Slot::Absent);
        pieces[0] = Slot::Lost; // Read into `head`; its bytes are not needed again.
        self.next_head = file + head.pieces();
        self.segments.push(Segment { head, first_file: file, mark, pieces });
        let total: f64 = self.segments.iter().map(|s| weight::total(&s.head.lengths)).sum();
        self.impacts = Impacts::new((total / f64::from(self.documents().max(1))) as f32);
        Ok(())
    }

    /// Segment and piece of a file.
    fn place(&self, file: usize) -> Option<(usize, usize)> {
        self.segments.iter().enumerate().find_map(|(at, segment)| {
            let piece = file.checked_sub(segment.first_file)?;
            (piece < segment.pieces.len()).then_some((at, piece))
        })
    }

    /// The files that queries lacked since the last call.
    pub(crate) fn take_wanted(&self) -> Vec<usize> {
        std::mem::take(&mut *self.wanted.borrow_mut())
    }

    /// Content of a piece; noted as wanted when it is not here.
    fn content(&self, segment: usize, piece: usize) -> Option<&[u8]> {
        let segment = self.segments.get(segment)?;
        match segment.pieces.get(piece)? {
            Slot::Here(bytes) => bytes.get(format::PREFIX..),
            Slot::Lost => None,
            Slot::Absent => {
                let mut wanted = self.wanted.borrow_mut();
                let file = segment.first_file + piece;
                if !wanted.contains(&file) {
                    wanted.push(file);
                }
                None
            }
        }
    }

    /// Bytes of postings.
    pub(crate) fn postings(&self, segment: usize, (at, len): (u32, u32)) -> Option<&[u8]> {
        let (piece, byte) = self.segments.get(segment)?.head.postings_at(at)?;
        self.content(segment, piece)?.get(byte..byte.checked_add(len as usize)?)
    }

    /// Bytes of positions.
    pub(crate) fn positions(&self, segment: usize, (at, len): (u32, u32)) -> Option<&[u8]> {
        let (piece, byte) = self.segments.get(segment)?.head.positions_at(at)?;
        self.content(segment, piece)?.get(byte..byte.checked_add(len as usize)?)
    }

    /// Calls `each` with every entry of the blocks that may hold folded keys from `from` on, as
    /// long as it answers true.
    pub(crate) fn entries(
        &self,
        segment: usize,
        from: &str,
        mut each: impl FnMut(&Entry<'_>) -> bool,
    ) {
        let Some(head) = self.segments.get(segment).map(|segment| &segment.head) else { return };
        let start =
            head.blocks.partition_point(|block| block.first.as_str() < from).saturating_sub(1);
        for (at, block) in head.blocks.iter().enumerate().skip(start) {
            let content = self.content(segment, head.lexicon_piece(block.piece));
            let read = content.map(|bytes| {
                read_block(bytes, block.at as usize, head.positions, &mut |entry| {
                    entry.folded < from || each(entry)
                })
            });
            match read {
                Some(Some(true)) => {}
                // A damaged or absent block may be followed by another that fits.
                None | Some(None) => {
                    let next = head.blocks.get(at + 1);
                    if next.is_none_or(|next| !next.first.starts_with(from)) {
                        return;
                    }
                }
                Some(Some(false)) => return,
            }
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

/// Reads a block; answers whether `each` wants to go on, `None` when the block is damaged.
fn read_block(
    bytes: &[u8],
    at: usize,
    with_positions: bool,
    each: &mut dyn FnMut(&Entry<'_>) -> bool,
) -> Option<bool> {
    let mut reader = Reader::at(bytes, at);
    let count = reader.varint()?;
    let (mut postings, mut positions) = (reader.varint()?, reader.varint()?);
    let mut folded = String::new();
    for _ in 0..count {
        let lens = reader.byte()?;
        let shared = long(&mut reader, lens >> 4)?;
        let rest = long(&mut reader, lens & 15)?;
        if shared > folded.len() || !folded.is_char_boundary(shared) {
            return None;
        }
        folded.truncate(shared);
        folded.push_str(std::str::from_utf8(reader.take(rest)?).ok()?);
        let name = reader.text()?;
        let documents = reader.varint()?;
        let postings_len = reader.varint()?;
        let positions_len = if with_positions { reader.varint()? } else { 0 };
        let entry = Entry {
            folded: &folded,
            name: if name.is_empty() { &folded } else { name },
            documents,
            postings: (postings, postings_len),
            positions: (positions, positions_len),
        };
        if !each(&entry) {
            return Some(false);
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
