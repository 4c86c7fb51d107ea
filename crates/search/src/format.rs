//! The layout of the index, byte by byte.
//!
//! An index is a run of *pieces* (files): the directory, then the pieces of each *segment*, its head
//! first. A segment is written once and never changed: what is added later makes another segment,
//! and the directory says which documents of each segment are still there, and their numbers. Numbers are little-endian; *varint* is seven bits a byte,
//! low bits first, the high bit meaning "more"; *text* is a varint length and UTF-8.
//!
//! Every piece begins with 12 bytes: `BNIX`, version `u8` = 2, kind `u8`, number of the piece in
//! its segment `u16`, segment mark `u32` (FNV-1a of all contents of the segment, so that pieces of
//! different builds are never mixed; of the directory, of its own content).
//!
//! **Directory** (kind 4, number 0): varint count of segments; for each: varint pieces; mark `u32`;
//! varint documents; varint count of runs; for each run varint documents dropped before it, varint
//! zigzag of its first number less the number behind the last run, varint documents. Documents
//! behind the last run are dropped.
//!
//! **Head** (kind 0), after the 12 bytes:
//! | field | form |
//! |---|---|
//! | documents | varint |
//! | flags | varint; bit 0: positions are kept |
//! | version of the abbreviations | varint |
//! | pieces of kind 1, 2, 3 | three varints; they follow in this order, and behind them one of kind 5 |
//! | first byte of each postings piece in the space of postings | varint each, as difference |
//! | the same for positions | varint each |
//! | lexicon blocks | varint count, then for each: number of its lexicon piece varint, byte in that piece varint, folded key of its first term text |
//! | lengths | a byte for each document |
//! | days | for each document a varint: 0 = no date, else 1 + zigzag of the difference to the last day |
//! | fields | varint count, then columns |
//!
//! **Column**: name text; varint count of values; values text each, in order of first use; then
//! `u8` width. Width 1–24: one value a document, packed: 0 = none, else value + 1. Width 255: for
//! each document varint count and varint values.
//!
//! **Lexicon** (kind 1): blocks of up to [`BLOCK_TERMS`] terms in order of (folded key, term). A
//! block: varint count; varint offset of its first postings in the space of postings; the same for
//! positions; then per term: `u8` with the bytes shared with the folded key before it in the high
//! and the bytes of the rest in the low four bits, [`LONG`] meaning that a varint follows to be
//! added (shared first); the rest; text of the term, empty when it is its folded key; varint
//! documents; varint length of postings; varint length of positions (only when kept).
//!
//! **Postings** (kind 2): bits, low bits first, padded to bytes at the end of each term. For each
//! document of the term, in order:
//! | what | form |
//! |---|---|
//! | documents left out since the last | Rice code: the value without its low *k* bits as so many ones and a zero, then these bits; *k* = ⌊log₂ max(1, 0.69 × documents of the segment ÷ documents of the term)⌋ |
//! | class of its weight here, 0–7 | so many ones, then a zero unless it is 7; see [`CLASSES`] |
//! | only of class 2 and more: its places in the title | for each a one and a Rice code (*k* = 3) of the places left out since the last; then a zero |
//! | classes of what follows it | class 0: one in 3 bits; class 1: the least and the greatest in 3 bits each; above: 8 bits, one for each class |
//!
//! The class of what follows is (FNV-1a of the folded key, `y` read as `i`, shifted right by 8)
//! modulo 8. A document's *weight* for a term is the sum of its occurrences' zones', in quarters of
//! an occurrence in a paragraph; its *length* is the sum over all its syllables. The byte of a
//! length is its binary exponent, shifted left by 3, and the three bits behind its leading one.
//!
//! **Positions** (kind 3): for each document of the term: varint count, varint differences of
//! positions. Titles and zones are [`ZONE_GAP`] positions apart.
//!
//! **Keys** (kind 5): for each document the low 6 bytes of a hash of all that is indexed of it. Only
//! the packer reads them, to find what it need not index again.
//!
//! A term lies whole in one piece of each kind.

/// First bytes of every piece.
pub(crate) const MAGIC: [u8; 4] = *b"BNIX";
/// Of this layout.
pub(crate) const VERSION: u8 = 2;
/// Length of what every piece begins with.
pub(crate) const PREFIX: usize = 12;
/// Terms in a block of the lexicon: a block is decoded as a whole to find one of its terms.
pub(crate) const BLOCK_TERMS: usize = 64;
/// What a term weighs in a document, in quarters of an occurrence in a paragraph: the most of each
/// class, and what it is taken for.
pub(crate) const CLASSES: [(u32, u32); 8] =
    [(4, 4), (8, 8), (12, 12), (16, 15), (22, 19), (32, 27), (52, 40), (u32::MAX, 80)];
/// Bits of a class of what follows a term, and how many classes that makes.
pub(crate) const NEXT_BITS: u32 = 3;
pub(crate) const NEXT_CLASSES: u32 = 1 << NEXT_BITS;
/// Low bits of the Rice code of places in titles, and how many places are kept.
pub(crate) const TITLE_LOW_BITS: u32 = 3;
pub(crate) const TITLE_PLACES: u32 = 256;
/// Lengths in the first byte of a term of the lexicon that say: more follows.
pub(crate) const LONG: usize = 15;
/// Positions between two zones, so that no phrase reaches across.
pub(crate) const ZONE_GAP: u32 = 8;
/// A piece is closed when it has grown to this: some 30 to 60 KB travel.
pub(crate) const PIECE_BYTES: usize = 64 * 1024;
/// Flag: positions are kept.
pub(crate) const HAS_POSITIONS: u32 = 1;
/// Width that says a field may have several values.
pub(crate) const MANY: u8 = 255;

/// What a piece holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Head,
    Lexicon,
    Postings,
    Positions,
    Directory,
    Keys,
}

impl Kind {
    const ALL: [Self; 6] =
        [Self::Head, Self::Lexicon, Self::Postings, Self::Positions, Self::Directory, Self::Keys];

    /// The kind of this number.
    pub(crate) fn of(number: u8) -> Option<Self> {
        Self::ALL.get(usize::from(number)).copied()
    }

    /// What its piece number `at` is called, for people.
    pub(crate) fn piece_name(self, at: usize) -> String {
        match self {
            Self::Head => "head".to_owned(),
            Self::Lexicon => format!("lexicon-{at}"),
            Self::Postings => format!("postings-{at}"),
            Self::Positions => format!("positions-{at}"),
            Self::Directory => "directory".to_owned(),
            Self::Keys => "keys".to_owned(),
        }
    }
}

/// A piece of its content.
pub(crate) fn piece(kind: Kind, number: u16, mark: u32, content: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(PREFIX + content.len());
    out.extend(MAGIC);
    out.extend([VERSION, kind as u8]);
    out.extend(number.to_le_bytes());
    out.extend(mark.to_le_bytes());
    out.extend(content);
    out
}

/// What a piece says of itself, and its content.
pub(crate) struct Opened<'a> {
    pub(crate) kind: u8,
    pub(crate) number: u16,
    pub(crate) mark: u32,
    pub(crate) content: &'a [u8],
}

/// Opens a piece; `None` when it is no such piece.
pub(crate) fn open(bytes: &[u8]) -> Option<Opened<'_>> {
    let (prefix, content) = bytes.split_at_checked(PREFIX)?;
    let fits = prefix[..4] == MAGIC && prefix[4] == VERSION;
    let number = u16::from_le_bytes([prefix[6], prefix[7]]);
    let mark = u32::from_le_bytes([prefix[8], prefix[9], prefix[10], prefix[11]]);
    fits.then_some(Opened { kind: prefix[5], number, mark, content })
}

/// The mark of some contents (FNV-1a).
pub(crate) fn mark<'a>(contents: impl IntoIterator<Item = &'a [u8]>) -> u32 {
    let bytes = contents.into_iter().flatten();
    bytes.fold(0x811c_9dc5, |mark, byte| (mark ^ u32::from(*byte)).wrapping_mul(0x0100_0193))
}
