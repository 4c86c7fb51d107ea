//! The head of a segment, read once and kept. See [`crate::format`].

use crate::bytes::{Reader, packed_at, packed_len};
use crate::format::{HAS_POSITIONS, MANY};

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
    pub(crate) blocks: Vec<Block>,
    /// A byte for each document: see [`crate::weight`].
    pub(crate) lengths: Vec<u8>,
    /// Days since 1970, by document.
    pub(crate) days: Vec<Option<i32>>,
    pub(crate) columns: Vec<Column>,
}

/// A lexicon block: where it is and what it begins with.
pub(crate) struct Block {
    pub(crate) piece: u32,
    pub(crate) at: u32,
    pub(crate) first: String,
}

/// A field's values by document.
pub(crate) struct Column {
    pub(crate) name: String,
    pub(crate) values: Vec<String>,
    /// Where each document's values end in `numbers`.
    ends: Vec<u32>,
    numbers: Vec<u32>,
}

impl Column {
    /// Numbers of a document's values.
    pub(crate) fn of(&self, document: u32) -> &[u32] {
        let at = document as usize;
        let start = if at == 0 { Some(0) } else { self.ends.get(at - 1).map(|&e| e as usize) };
        let end = self.ends.get(at).map(|&e| e as usize);
        match (start, end) {
            (Some(start), Some(end)) => self.numbers.get(start..end).unwrap_or_default(),
            _ => &[],
        }
    }
}

impl Head {
    /// Reads the content of a head piece.
    pub(crate) fn read(content: &[u8]) -> Option<Self> {
        let mut reader = Reader::new(content);
        // A document takes at least the byte of its day.
        let documents = reader.count(1)? as u32;
        let positions = reader.varint()? & HAS_POSITIONS != 0;
        let _abbreviations = reader.varint()?;
        let counts = [reader.count(0)?, reader.count(1)?, reader.count(0)?];
        if counts.iter().any(|&count| count > usize::from(u16::MAX)) {
            return None;
        }
        let starts = [read_starts(&mut reader, counts[1])?, read_starts(&mut reader, counts[2])?];
        let mut blocks = Vec::new();
        for _ in 0..reader.count(3)? {
            let (piece, at) = (reader.varint()?, reader.varint()?);
            blocks.push(Block { piece, at, first: reader.text()?.to_owned() });
        }
        let lengths = reader.take(documents as usize)?.to_vec();
        let days = read_days(&mut reader, documents)?;
        let mut columns = Vec::new();
        for _ in 0..reader.count(3)? {
            columns.push(read_column(&mut reader, documents)?);
        }
        Some(Self { documents, positions, counts, starts, blocks, lengths, days, columns })
    }

    /// Pieces of the segment, the head and the keys included.
    pub(crate) fn pieces(&self) -> usize {
        2 + self.counts.iter().sum::<usize>()
    }

    /// Number of a lexicon piece in the segment.
    pub(crate) fn lexicon_piece(&self, piece: u32) -> usize {
        1 + piece as usize
    }

    /// Number of the piece that holds byte `at` of the space of postings, and the byte in it.
    pub(crate) fn postings_at(&self, at: u32) -> Option<(usize, usize)> {
        locate(&self.starts[0], at).map(|(piece, byte)| (1 + self.counts[0] + piece, byte))
    }

    /// The same for positions.
    pub(crate) fn positions_at(&self, at: u32) -> Option<(usize, usize)> {
        let before = 1 + self.counts[0] + self.counts[1];
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

fn read_days(reader: &mut Reader<'_>, documents: u32) -> Option<Vec<Option<i32>>> {
    let (mut last, mut days) = (0i32, Vec::new());
    for _ in 0..documents {
        let step = reader.varint()?;
        let zigzag = step.wrapping_sub(1);
        if step > 0 {
            last = last.wrapping_add((zigzag >> 1) as i32 ^ -((zigzag & 1) as i32));
        }
        days.push((step > 0).then_some(last));
    }
    Some(days)
}

fn read_column(reader: &mut Reader<'_>, documents: u32) -> Option<Column> {
    let name = reader.text()?.to_owned();
    let mut values = Vec::new();
    for _ in 0..reader.count(1)? {
        values.push(reader.text()?.to_owned());
    }
    let (mut ends, mut numbers) = (Vec::new(), Vec::new());
    match reader.byte()? {
        MANY => {
            for _ in 0..documents {
                for _ in 0..reader.count(1)? {
                    numbers.push(reader.varint()?);
                }
                ends.push(numbers.len() as u32);
            }
        }
        wide @ 0..=24 => {
            let packed = reader.take(packed_len(documents as usize, u32::from(wide)))?;
            for document in 0..documents as usize {
                let value = packed_at(packed, document, u32::from(wide))?;
                numbers.extend(value.checked_sub(1));
                ends.push(numbers.len() as u32);
            }
        }
        _ => return None,
    }
    let known = numbers.iter().all(|&number| (number as usize) < values.len());
    known.then_some(Column { name, values, ends, numbers })
}
