//! The index as far as it is loaded: directory, heads, and the pieces that queries asked for.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use crate::columns::Columns;
use crate::directory::{self, DROPPED, Listed};
use crate::document::Piece;
use crate::format::{self, Kind, Opened};
use crate::head::{COLUMNS, Head};
use crate::kept::{Kept, Word};
use crate::lexicon::{Entry, Wanted, read_piece};
use crate::query::terms::Found;
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
/// The files of an index are numbered from 0 in the order in which the builder gave them. A query
/// says which of them it needs; they may also be given unasked, the first one first.
pub struct Index {
    /// Those whose head is here, in the order of the directory.
    pub(crate) segments: Vec<Segment>,
    /// What the first file says of the segments, and where the files of each begin.
    listed: Vec<(usize, Listed)>,
    files: Vec<Slot>,
    /// What occurrences are worth in documents of the segments that are here.
    pub(crate) impacts: Impacts,
    wanted: RefCell<Vec<usize>>,
    kept: Kept,
}

/// A segment: its head, and which of its documents are still there.
pub(crate) struct Segment {
    pub(crate) head: Head,
    first_file: usize,
    /// Documents of the segments before it: a document's place in the index is this and its place
    /// in the segment.
    pub(crate) first: u32,
    /// The number of each document, or [`DROPPED`].
    pub(crate) numbers: Vec<u32>,
    /// How many documents are still there.
    there: u32,
}

impl Segment {
    /// Whether none of its documents was dropped.
    pub(crate) fn is_whole(&self) -> bool {
        self.there == self.head.documents
    }

    /// A document's place in the segment, by its place in the index.
    pub(crate) fn at(&self, place: u32) -> Option<u32> {
        place.checked_sub(self.first).filter(|&at| at < self.head.documents)
    }
}

enum Slot {
    Absent,
    /// Needed as it is, and whether a question has wanted it of late.
    Here(Vec<u8>, Cell<bool>),
    /// Taken apart when it came.
    Read,
    /// The same, and kept here.
    Columns(Columns),
    Lost,
}

impl Index {
    /// An index of so many files, none of them here yet.
    pub fn new(files: usize) -> Self {
        let mut all = Vec::new();
        all.resize_with(files, || Slot::Absent);
        Self {
            segments: Vec::new(),
            listed: Vec::new(),
            files: all,
            impacts: Impacts::new(1.0),
            wanted: RefCell::default(),
            kept: Kept::default(),
        }
    }

    /// An index with everything at hand; what cannot be read is left out.
    pub fn of_pieces(pieces: &[Piece]) -> Self {
        let mut index = Self::new(pieces.len());
        for (file, piece) in pieces.iter().enumerate() {
            if index.give(file, piece.bytes.clone()).is_err() {
                index.lose(file);
            }
        }
        index
    }

    /// Documents that can be found.
    pub fn documents(&self) -> u32 {
        self.segments.iter().map(|segment| segment.there).sum()
    }

    /// Whether a file could still be given, for all that is known.
    pub fn lacks(&self, file: usize) -> bool {
        matches!(self.files.get(file), Some(Slot::Absent))
    }

    /// Whether the directory is here, without which no other file can be taken.
    pub fn has_directory(&self) -> bool {
        matches!(self.files.first(), Some(Slot::Read))
    }

    /// Takes a file.
    ///
    /// # Errors
    /// When it is damaged; the caller decides whether to try again or to [`lose`](Self::lose) it.
    pub fn give(&mut self, file: usize, bytes: Vec<u8>) -> Result<(), PieceError> {
        let opened = format::open(&bytes).ok_or(PieceError::Unreadable)?;
        let slot = if file == 0 {
            self.give_directory(&opened)?;
            Slot::Read
        } else {
            let (at, number) = self.place(file).ok_or(PieceError::Foreign)?;
            if opened.mark != self.listed[at].1.mark || usize::from(opened.number) != number {
                return Err(PieceError::Foreign);
            }
            match number {
                0 => {
                    self.give_head(at, &opened)?;
                    Slot::Read
                }
                COLUMNS => Slot::Columns(self.read_columns(at, &opened)?),
                _ => Slot::Here(bytes, Cell::new(true)),
            }
        };
        let place = self.files.get_mut(file).ok_or(PieceError::Foreign)?;
        *place = slot;
        Ok(())
    }

    /// Gives a file up for now: the rest is searched without it.
    pub fn lose(&mut self, file: usize) {
        if let Some(slot) = self.files.get_mut(file) {
            *slot = Slot::Lost;
        }
    }

    /// Wants again what was given up: it may have come back.
    pub fn forgive(&mut self) {
        for slot in self.files.iter_mut().filter(|slot| matches!(slot, Slot::Lost)) {
            *slot = Slot::Absent;
        }
    }

    /// Where more bytes are here than so many, lets go of what no question has wanted since that was
    /// last found: it is asked for again when one does.
    pub fn forget(&mut self, most: usize) {
        let mut total = 0;
        for slot in &self.files {
            if let Slot::Here(bytes, _) = slot {
                total += bytes.len();
            }
        }
        for slot in self.files.iter_mut().filter(|_| total > most) {
            if let Slot::Here(_, wanted) = slot
                && !wanted.replace(false)
            {
                *slot = Slot::Absent;
            }
        }
    }

    fn give_directory(&mut self, opened: &Opened<'_>) -> Result<(), PieceError> {
        if opened.kind != Kind::Directory as u8 {
            return Err(PieceError::Foreign);
        }
        let listed = directory::read(opened.content).ok_or(PieceError::Unreadable)?;
        let mut file = 1usize;
        self.segments.clear();
        self.listed.clear();
        for listed in listed {
            let first_file = file;
            file = file.checked_add(listed.pieces).ok_or(PieceError::Unreadable)?;
            self.listed.push((first_file, listed));
        }
        if file != self.files.len() {
            self.listed.clear();
            return Err(PieceError::Foreign);
        }
        Ok(())
    }

    fn give_head(&mut self, at: usize, opened: &Opened<'_>) -> Result<(), PieceError> {
        let (first_file, listed) = &self.listed[at];
        let head = Head::read(opened.content).ok_or(PieceError::Unreadable)?;
        if opened.kind != Kind::Head as u8
            || head.pieces() != listed.pieces
            || head.documents != listed.documents
        {
            return Err(PieceError::Foreign);
        }
        let before = self.listed[..at].iter().map(|(_, listed)| listed.documents);
        let first = before.fold(0, u32::saturating_add);
        let numbers = listed.numbers(head.documents);
        let there = numbers.iter().filter(|number| **number != DROPPED).count() as u32;
        let segment = Segment { head, first_file: *first_file, first, numbers, there };
        let place = self.segments.partition_point(|other| other.first_file < *first_file);
        if self.segments.get(place).is_none_or(|other| other.first_file != *first_file) {
            self.segments.insert(place, segment);
            self.kept.clear();
        }
        let total: f64 = self.segments.iter().map(|s| weight::total(&s.head.lengths)).sum();
        let documents: u32 = self.segments.iter().map(|s| s.head.documents).sum();
        self.impacts = Impacts::new((total / f64::from(documents.max(1))) as f32);
        Ok(())
    }

    fn read_columns(&self, at: usize, opened: &Opened<'_>) -> Result<Columns, PieceError> {
        if opened.kind != Kind::Columns as u8 {
            return Err(PieceError::Foreign);
        }
        let documents = self.listed[at].1.documents;
        Columns::read(opened.content, documents).ok_or(PieceError::Unreadable)
    }

    /// Which listed segment a file belongs to, and which piece of it it is.
    fn place(&self, file: usize) -> Option<(usize, usize)> {
        let at = self.listed.partition_point(|(first, _)| *first <= file).checked_sub(1)?;
        let (first, listed) = &self.listed[at];
        (file - first < listed.pieces).then_some((at, file - first))
    }

    /// The directory and the heads that are not here: every question needs them.
    pub fn lacking_heads(&self) -> Vec<usize> {
        let heads = self.listed.iter().map(|(first, _)| *first);
        std::iter::once(0).chain(heads).filter(|&file| self.lacks(file)).collect()
    }

    /// The files that queries lacked since the last call.
    pub(crate) fn take_wanted(&self) -> Vec<usize> {
        std::mem::take(&mut *self.wanted.borrow_mut())
    }

    /// Whether a question has lacked a file since the files were last taken note of: what it found
    /// until then says nothing.
    pub(crate) fn waits(&self) -> bool {
        !self.wanted.borrow().is_empty()
    }

    /// A piece; noted as wanted when it is not here.
    fn piece(&self, segment: usize, piece: usize) -> Option<&Slot> {
        let file = self.segments.get(segment)?.first_file + piece;
        let slot = self.files.get(file)?;
        if matches!(slot, Slot::Absent) {
            let mut wanted = self.wanted.borrow_mut();
            if !wanted.contains(&file) {
                wanted.push(file);
            }
        }
        Some(slot)
    }

    /// Content of a piece that is needed as it is.
    fn content(&self, segment: usize, piece: usize) -> Option<&[u8]> {
        match self.piece(segment, piece)? {
            Slot::Here(bytes, wanted) => {
                wanted.set(true);
                bytes.get(format::PREFIX..)
            }
            _ => None,
        }
    }

    /// Dates and fields of a segment's documents.
    pub(crate) fn columns(&self, segment: usize) -> Option<&Columns> {
        match self.piece(segment, COLUMNS)? {
            Slot::Columns(columns) => Some(columns),
            _ => None,
        }
    }

    /// The same as far as they are here; none is noted as wanted.
    pub(crate) fn columns_here(&self, segment: usize) -> Option<&Columns> {
        match self.files.get(self.segments.get(segment)?.first_file + COLUMNS)? {
            Slot::Columns(columns) => Some(columns),
            _ => None,
        }
    }

    /// The files by which hits are counted, as far as they could still be given.
    pub fn lacking_columns(&self) -> Vec<usize> {
        let columns = self.segments.iter().map(|segment| segment.first_file + COLUMNS);
        columns.filter(|&file| self.lacks(file)).collect()
    }

    /// A word's postings, as far as they are here and sound.
    pub(crate) fn word(&self, found: &Found) -> Option<Rc<Word>> {
        let (segment, (at, len)) = (found.segment, found.postings);
        let head = &self.segments.get(segment)?.head;
        let (piece, byte) = head.postings_at(at)?;
        let bytes = self.content(segment, piece)?.get(byte..byte.checked_add(len as usize)?)?;
        Some(self.kept.word((segment, at), bytes, found.documents, head.documents))
    }

    /// Bytes of positions.
    pub(crate) fn positions(&self, segment: usize, (at, len): (u32, u32)) -> Option<&[u8]> {
        let (piece, byte) = self.segments.get(segment)?.head.positions_at(at)?;
        self.content(segment, piece)?.get(byte..byte.checked_add(len as usize)?)
    }

    /// Calls `each` with the wanted entries as long as it answers true. Of those from a key on, all that
    /// have this key and, when `longer`, all that begin with it, and some behind them.
    pub(crate) fn entries(
        &self,
        segment: usize,
        wanted: Wanted<'_>,
        longer: bool,
        each: &mut dyn FnMut(&Entry<'_>) -> bool,
    ) {
        let Some(head) = self.segments.get(segment).map(|segment| &segment.head) else { return };
        let (from, longer) = match wanted {
            Wanted::From(from) => (from, longer),
            Wanted::Near(_) => ("", true),
        };
        let start = head.lexicon.partition_point(|first| first.as_str() < from).saturating_sub(1);
        for (at, first) in head.lexicon.iter().enumerate().skip(start) {
            if at > start && first != from && !(longer && first.starts_with(from)) {
                return;
            }
            let next = head.lexicon.get(at + 1);
            if next.is_some_and(|next| !wanted.may_be_between(first.as_bytes(), next.as_bytes())) {
                continue;
            }
            let content = self.content(segment, head.lexicon_piece(at));
            let read = content.and_then(|bytes| read_piece(bytes, head.positions, wanted, each));
            // A damaged or absent piece may be followed by another that fits.
            if read == Some(false) {
                return;
            }
        }
    }
}
