//! From terms to pieces, as laid out in [`crate::format`].

use super::{
    Builder,
    gather::{Gathered, Term},
};
use crate::bytes::{put_packed, put_text, put_varint};
use crate::document::Piece;
use crate::format::{
    self, BLOCK_TERMS, HAS_POSITIONS, Kind, LEXICON_BYTES, LONG, POSITIONS_BYTES, POSTINGS_BYTES,
    POSTINGS_ROOTS,
};
use crate::postings;
use crate::term;

/// A segment as written.
pub(super) struct Segment {
    pub(super) mark: u32,
    pub(super) pieces: Vec<Piece>,
}

/// What the terms have of one kind, term after term.
#[derive(Default)]
struct Space {
    bytes: Vec<u8>,
    /// Where each term ends.
    ends: Vec<usize>,
}

/// Pieces of one kind.
struct Pieces {
    contents: Vec<Vec<u8>>,
    /// Where each piece begins in the space of all of them.
    starts: Vec<u32>,
}

impl Space {
    fn push(&mut self, bytes: &[u8]) {
        self.bytes.extend_from_slice(bytes);
        self.ends.push(self.bytes.len());
    }

    fn end(&self) -> u32 {
        self.bytes.len() as u32
    }

    /// Cuts it into pieces of at most so many bytes; a term lies whole in one of them, and what is
    /// larger is a piece of its own.
    fn cut(&self, most: usize) -> Pieces {
        let mut pieces = Pieces { contents: Vec::new(), starts: Vec::new() };
        let (mut start, mut last) = (0, 0);
        let mut close = |start: usize, end: usize| {
            pieces.starts.push(start as u32);
            pieces.contents.push(self.bytes[start..end].to_vec());
        };
        for &end in &self.ends {
            if end - start > most && last > start {
                close(start, last);
                start = last;
            }
            last = end;
        }
        if last > start {
            close(start, last);
        }
        pieces
    }
}

/// As many bytes as a piece of postings should have at most, of so many in all.
fn postings_bytes(all: usize) -> usize {
    (all.isqrt() * POSTINGS_ROOTS).clamp(*POSTINGS_BYTES.start(), *POSTINGS_BYTES.end())
}

fn write_starts(out: &mut Vec<u8>, starts: &[u32]) {
    let mut last = 0;
    for &start in starts {
        put_varint(out, start - last);
        last = start;
    }
}

/// The lexicon being written: its pieces, and the folded key each begins with.
#[derive(Default)]
struct Lexicon {
    pieces: Vec<Vec<u8>>,
    firsts: Vec<String>,
}

impl Lexicon {
    fn push(&mut self, first: &str, block: &[u8]) {
        if self.pieces.last().is_none_or(|piece| piece.len() + block.len() > LEXICON_BYTES) {
            self.pieces.push(Vec::new());
            self.firsts.push(first.to_owned());
        }
        if let Some(bytes) = self.pieces.last_mut() {
            put_varint(bytes, block.len() as u32);
            bytes.extend_from_slice(block);
        }
    }
}

/// Writes the pieces of a segment.
pub(super) fn write(builder: &Builder, gathered: Gathered, positions: bool) -> Segment {
    let Gathered { mut terms, lengths } = gathered;
    let documents = lengths.len() as u32;
    let mut order: Vec<(String, u32)> =
        builder.names.iter().zip(0..).map(|(name, number)| (term::fold(name), number)).collect();
    order.retain(|&(_, number)| !terms[number as usize].postings.is_empty());
    order.sort_by(|a, b| {
        (&a.0, &builder.names[a.1 as usize]).cmp(&(&b.0, &builder.names[b.1 as usize]))
    });
    let (mut lexicon, mut data, mut places) =
        (Lexicon::default(), Space::default(), Space::default());
    for block in order.chunks(BLOCK_TERMS) {
        let mut out = Vec::new();
        put_varint(&mut out, block.len() as u32);
        put_varint(&mut out, data.end());
        put_varint(&mut out, places.end());
        let mut last = "";
        for (folded, number) in block {
            let term = std::mem::take(&mut terms[*number as usize]);
            let name = &builder.names[*number as usize];
            put_name(&mut out, last, folded, name);
            last = folded;
            put_term(&mut out, &term, documents, positions, &mut data, &mut places);
        }
        lexicon.push(&block[0].0, &out);
    }
    let (data, places) = (data.cut(postings_bytes(data.bytes.len())), places.cut(POSITIONS_BYTES));
    let head = head(&lengths, &lexicon, &data, &places, positions);
    let keys = builder.documents.iter().flat_map(|entry| entry.key.bytes()).collect();
    assemble([
        (Kind::Head, vec![head]),
        (Kind::Columns, vec![columns(builder)]),
        (Kind::Lexicon, lexicon.pieces),
        (Kind::Postings, data.contents),
        (Kind::Positions, places.contents),
        (Kind::Keys, vec![keys]),
    ])
}

/// The folded key after what it shares with the last, then the term where it is another.
fn put_name(out: &mut Vec<u8>, last: &str, folded: &str, name: &str) {
    let shared = last.bytes().zip(folded.bytes()).take_while(|(a, b)| a == b).count().min(255);
    // The rest must be text of its own.
    let shared = (0..=shared).rev().find(|&at| folded.is_char_boundary(at)).unwrap_or(0);
    let rest = &folded[shared..];
    out.push((shared.min(LONG) << 4 | rest.len().min(LONG)) as u8);
    for long in [shared, rest.len()].into_iter().filter(|&len| len >= LONG) {
        put_varint(out, (long - LONG) as u32);
    }
    out.extend(rest.as_bytes());
    put_text(out, if name == folded { "" } else { name });
}

fn put_term(
    out: &mut Vec<u8>,
    term: &Term,
    documents: u32,
    positions: bool,
    data: &mut Space,
    places: &mut Space,
) {
    put_varint(out, term.postings.len() as u32);
    let bytes = postings::write(&term.postings, &term.titles, documents);
    put_varint(out, bytes.len() as u32);
    data.push(&bytes);
    if positions {
        put_varint(out, term.positions.len() as u32);
        places.push(&term.positions);
    }
}

fn head(
    lengths: &[u8],
    lexicon: &Lexicon,
    data: &Pieces,
    places: &Pieces,
    positions: bool,
) -> Vec<u8> {
    let mut out = Vec::new();
    put_varint(&mut out, lengths.len() as u32);
    put_varint(&mut out, if positions { HAS_POSITIONS } else { 0 });
    put_varint(&mut out, viet::abbreviations::version());
    for pieces in [&lexicon.pieces, &data.contents, &places.contents] {
        put_varint(&mut out, pieces.len() as u32);
    }
    write_starts(&mut out, &data.starts);
    write_starts(&mut out, &places.starts);
    lexicon.firsts.iter().for_each(|first| put_text(&mut out, first));
    put_packed(&mut out, lengths.iter().map(|&class| u32::from(class)), 4);
    out
}

fn columns(builder: &Builder) -> Vec<u8> {
    let mut out = Vec::new();
    let mut last = 0i32;
    for entry in &builder.documents {
        match entry.day {
            None => put_varint(&mut out, 0),
            Some(day) => {
                let step = day.clamp(-40_000_000, 40_000_000) - last;
                put_varint(&mut out, 1 + ((step << 1) ^ (step >> 31)) as u32);
                last += step;
            }
        }
    }
    builder.columns.write(&mut out, builder.documents.len());
    out
}

/// Puts the beginnings before the contents.
fn assemble(kinds: [(Kind, Vec<Vec<u8>>); 6]) -> Segment {
    let contents: Vec<(Kind, usize, Vec<u8>)> = kinds
        .into_iter()
        .flat_map(|(kind, pieces)| {
            pieces.into_iter().enumerate().map(move |(at, content)| (kind, at, content))
        })
        .collect();
    let mark = format::mark(contents.iter().map(|(_, _, content)| content.as_slice()));
    let piece = |(number, (kind, at, content)): (u16, (Kind, usize, Vec<u8>))| {
        let bytes = format::piece(kind, number, mark, &content);
        Piece { name: kind.piece_name(at), bytes }
    };
    Segment { mark, pieces: (0u16..).zip(contents).map(piece).collect() }
}
