//! The layout of the index: constants, and what every piece begins with. The layout as a whole,
//! with an example that a test reads:
#![doc = include_str!("../../../docs/search-index.md")]

/// First bytes of every piece.
pub(crate) const MAGIC: [u8; 4] = *b"BNIX";
/// Of this layout.
pub(crate) const VERSION: u8 = 3;
/// Length of what every piece begins with.
pub(crate) const PREFIX: usize = 12;
/// Terms in a block of the lexicon: a block is decoded as a whole to find one of its terms.
pub(crate) const BLOCK_TERMS: usize = 64;
/// What a term weighs in a document, in quarters of an occurrence in a paragraph: the most of each
/// class, and what it is taken for.
pub(crate) const CLASSES: [(u32, u32); 8] =
    [(4, 4), (8, 8), (12, 12), (16, 15), (22, 19), (32, 27), (52, 40), (u32::MAX, 80)];
/// Bits of a class of what follows a term, and how many classes that makes.
pub(crate) use tally::NEXT_BITS;
pub(crate) const NEXT_CLASSES: u32 = 1 << NEXT_BITS;
/// Low bits of the Rice code of places in titles, and how many places are kept.
pub(crate) use tally::{TITLE_LOW_BITS, TITLE_PLACES};
/// Lengths in the first byte of a term of the lexicon that say: more follows.
pub(crate) const LONG: usize = 15;
/// Positions between two zones, so that no phrase reaches across.
pub(crate) const ZONE_GAP: u32 = 8;
/// A piece of the lexicon is closed when it has grown to this: a word costs one of them.
pub(crate) const LEXICON_BYTES: usize = 4 * 1024;
/// A piece of positions is closed when it has grown to this.
pub(crate) const POSITIONS_BYTES: usize = 32 * 1024;
/// A piece of postings holds so many times the square root of all their bytes, within bounds: of what
/// a query fetches beside its words' own postings and of the list of all pieces, neither outgrows the
/// other as an archive grows.
pub(crate) const POSTINGS_ROOTS: usize = 6;
pub(crate) const POSTINGS_BYTES: std::ops::RangeInclusive<usize> = 4 * 1024..=64 * 1024;
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
    Columns,
}

impl Kind {
    const ALL: [Self; 7] = [
        Self::Head,
        Self::Lexicon,
        Self::Postings,
        Self::Positions,
        Self::Directory,
        Self::Keys,
        Self::Columns,
    ];

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
            Self::Columns => "columns".to_owned(),
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
