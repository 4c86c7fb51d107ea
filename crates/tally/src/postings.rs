//! Postings read: see the layout of the index for how they are written. Bytes that cannot be read
//! end it, whatever they are.

use crate::entry;

/// Documents that a segment may have: numbers must fit into an entry.
pub const MOST_DOCUMENTS: u32 = 1 << 21;
/// Bits of a class of what follows a term.
pub const NEXT_BITS: u32 = 3;
/// Low bits of the Rice code of places in titles.
pub const TITLE_LOW_BITS: u32 = 3;
/// How many places of a title are kept.
pub const TITLE_PLACES: u32 = 256;

/// The last class of weights.
const LAST_CLASS: u32 = 7;
/// Bits that a window has at least, wherever it begins.
const WINDOW: u32 = 57;
/// A gap with so many ones or fewer before its zero is in one window with its low bits (at most 20), a
/// class, and what follows.
const FEW_ONES: u32 = 20;
/// A posting has no fewer bits: a zero for the gap, one for the class, and a class of what follows.
const LEAST_BITS: usize = 5;

/// Reads `count` postings of documents below `documents`, whose gaps have `low` low bits, into entries,
/// and the places in titles, each with its document. Answers whether all could be read; what came
/// before stays.
pub fn read(
    bytes: &[u8],
    count: u32,
    documents: u32,
    low: u32,
    titles: &mut Vec<(u32, u32)>,
) -> (Vec<u32>, bool) {
    if documents > MOST_DOCUMENTS || low > FEW_ONES {
        return (Vec::new(), false);
    }
    let most = (bytes.len() * 8 / LEAST_BITS).min(count as usize);
    let mut entries = vec![0; most];
    let mut bits = Bits { bytes, at: 0 };
    let end = bytes.len() * 8;
    let (mut least, mut read) = (0, 0);
    for slot in &mut entries {
        let before = titles.len();
        let Some(found) = one(&mut bits, least, documents, low, titles).filter(|_| bits.at <= end)
        else {
            titles.truncate(before);
            break;
        };
        *slot = found;
        least = crate::document(found) + 1;
        read += 1;
    }
    entries.truncate(read);
    (entries, read == count as usize)
}

/// The next posting, of a document from `least` on.
#[inline(always)]
fn one(
    bits: &mut Bits<'_>,
    least: u32,
    documents: u32,
    low: u32,
    titles: &mut Vec<(u32, u32)>,
) -> Option<u32> {
    let mut window = bits.window();
    let ones = window.trailing_ones();
    let gap = if ones <= FEW_ONES {
        window >>= ones + 1;
        let gap = u64::from(ones) << low | window & ((1 << low) - 1);
        window >>= low;
        bits.at += (ones + 1 + low) as usize;
        gap
    } else {
        let gap = bits.rice(low)?;
        window = bits.window();
        gap
    };
    let document = gap + u64::from(least);
    if document >= u64::from(documents) {
        return None;
    }
    let document = document as u32;
    let class = window.trailing_ones().min(LAST_CLASS);
    let taken = (class + 1).min(LAST_CLASS);
    window >>= taken;
    bits.at += taken as usize;
    let next = match class {
        0 => {
            bits.at += NEXT_BITS as usize;
            1 << (window & 7)
        }
        1 => {
            bits.at += 2 * NEXT_BITS as usize;
            1 << (window & 7) | 1 << (window >> NEXT_BITS & 7)
        }
        _ => {
            bits.at += 1;
            if window & 1 == 1 {
                bits.places(document, titles)?;
                window = bits.window();
            } else {
                window >>= 1;
            }
            bits.at += 8;
            window as u8
        }
    };
    Some(entry(document, class as u8, next))
}

/// A place in some bits, low bits first. Behind the last there are zeros: whoever reads looks whether
/// the place still lies in the bytes.
struct Bits<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl Bits<'_> {
    /// The next bits, at least [`WINDOW`] of them.
    #[inline(always)]
    fn window(&self) -> u64 {
        let at = self.at / 8;
        let word = match self.bytes.get(at..).and_then(<[u8]>::first_chunk) {
            Some(word) => u64::from_le_bytes(*word),
            None => self.last(at),
        };
        word >> (self.at % 8)
    }

    /// The last bytes, and zeros.
    #[cold]
    fn last(&self, at: usize) -> u64 {
        let rest = self.bytes.get(at..).unwrap_or_default();
        rest.iter().rev().fold(0, |word, byte| word << 8 | u64::from(*byte))
    }

    /// A Rice code of any length.
    #[cold]
    fn rice(&mut self, low: u32) -> Option<u64> {
        let mut high = 0;
        loop {
            let ones = self.window().trailing_ones().min(WINDOW - 1);
            high += u64::from(ones);
            self.at += ones as usize;
            if ones < WINDOW - 1 {
                break;
            }
            if self.at > self.bytes.len() * 8 {
                return None;
            }
        }
        self.at += 1;
        let value = high << low | self.window() & ((1 << low) - 1);
        self.at += low as usize;
        Some(value)
    }

    /// The places in a title, behind the one that says that there is one.
    #[inline(never)]
    fn places(&mut self, document: u32, titles: &mut Vec<(u32, u32)>) -> Option<()> {
        let mut least = 0;
        loop {
            let place = self.rice(TITLE_LOW_BITS)? + least;
            if place >= u64::from(TITLE_PLACES) {
                return None;
            }
            titles.push((document, place as u32));
            least = place + 1;
            let more = self.window() & 1;
            self.at += 1;
            if more == 0 {
                return Some(());
            }
        }
    }
}
