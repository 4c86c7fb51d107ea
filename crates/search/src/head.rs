//! The head of a segment, read once and kept. See [`crate::format`].

use crate::bytes::Reader;
use crate::format::HAS_POSITIONS;

/// Pieces of a segment before the lexicon: the head and the columns.
const FIRST_LEXICON: usize = 2;
/// Number of the piece of columns in its segment.
pub(crate) const COLUMNS: usize = 1;

/// What a segment's head says.
pub(crate) struct Head {
    /// How many documents it has.
    pub(crate) documents: u32,
    /// Whether positions are kept.
    pub(crate) positions: bool,
    /// How many pieces of each kind follow the head.
    counts: [usize; 3],
    /// Where postings and positions pieces begin.
    starts: [Vec<u32>; 2],
    /// The folded key with which each piece of the lexicon begins.
    pub(crate) lexicon: Vec<String>,
    /// A length for each document: see [`crate::weight`].
    pub(crate) lengths: Vec<u8>,
}

impl Head {
    /// Reads the content of a head piece.
    pub(crate) fn read(content: &[u8]) -> Option<Self> {
        let mut reader = Reader::new(content);
        let documents = reader.count(0)? as u32;
        let positions = reader.varint()? & HAS_POSITIONS != 0;
        let _abbreviations = reader.varint()?;
        let counts = [reader.count(1)?, reader.count(1)?, reader.count(0)?];
        if counts.iter().any(|&count| count > usize::from(u16::MAX)) {
            return None;
        }
        let starts = [read_starts(&mut reader, counts[1])?, read_starts(&mut reader, counts[2])?];
        let mut lexicon = Vec::new();
        for _ in 0..counts[0] {
            lexicon.push(reader.text()?.to_owned());
        }
        let mut lengths = Vec::new();
        for two in reader.take((documents as usize).div_ceil(2))? {
            lengths.push(two & 15);
            lengths.push(two >> 4);
        }
        lengths.truncate(documents as usize);
        Some(Self { documents, positions, counts, starts, lexicon, lengths })
    }

    /// Pieces of the segment, the head, the columns and the keys included.
    pub(crate) fn pieces(&self) -> usize {
        3 + self.counts.iter().sum::<usize>()
    }

    /// Number of a lexicon piece in the segment.
    pub(crate) fn lexicon_piece(&self, piece: usize) -> usize {
        FIRST_LEXICON + piece
    }

    /// Number of the piece that holds byte `at` of the space of postings, and the byte in it.
    pub(crate) fn postings_at(&self, at: u32) -> Option<(usize, usize)> {
        locate(&self.starts[0], at)
            .map(|(piece, byte)| (FIRST_LEXICON + self.counts[0] + piece, byte))
    }

    /// The same for positions.
    pub(crate) fn positions_at(&self, at: u32) -> Option<(usize, usize)> {
        let before = FIRST_LEXICON + self.counts[0] + self.counts[1];
        locate(&self.starts[1], at).map(|(piece, byte)| (before + piece, byte))
    }
}

fn locate(starts: &[u32], at: u32) -> Option<(usize, usize)> {
    let piece = starts.partition_point(|&start| start <= at).checked_sub(1)?;
    Some((piece, (at - starts[piece]) as usize))
}

// Loops rather than iterators that collect options: those are half a kilobyte each in the worker.

fn read_starts(reader: &mut Reader<'_>, count: usize) -> Option<Vec<u32>> {
    let (mut at, mut starts) = (0u32, Vec::new());
    for _ in 0..count {
        at = at.checked_add(reader.varint()?)?;
        starts.push(at);
    }
    Some(starts)
}
