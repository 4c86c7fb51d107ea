//! Bytes to text, in whatever encoding they are, or a reason why not.

use std::borrow::Cow;

use viet::legacy;

use crate::problem::{Encoding, Place, ProblemKind};

/// An article is a page of prose. The longest of 45,000 real ones has 0.15 MB; fifty times that
/// leaves room for a yearbook, and keeps a stray video or dump from stopping a phone.
pub const MAX_BYTES: u64 = 8 * 1024 * 1024;

/// How much of the head is looked at for the zero-byte pattern of unmarked UTF-16.
const PATTERN_BYTES: usize = 4096;

/// The text of a file.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Decoded<'b> {
    pub(crate) text: Cow<'b, str>,
    /// How many bytes of a byte order mark preceded it in UTF-8.
    pub(crate) mark: usize,
    pub(crate) encoding: Encoding,
    /// Whether the encoding was concluded from the letters, not stated or marked.
    pub(crate) is_guess: bool,
}

impl Decoded<'_> {
    /// What the file is, when it is not this text byte for byte.
    pub(crate) fn from(&self) -> Option<&'static str> {
        match (self.encoding, self.mark) {
            (Encoding::Utf8, 0) => None,
            (Encoding::Utf8, _) => Some("utf-8-bom"),
            (other, _) => Some(other.code()),
        }
    }
}

/// Whether a file of that length can be an article.
///
/// # Errors
/// [`ProblemKind::TooLarge`].
pub fn check_size(bytes: u64) -> Result<(), ProblemKind> {
    if bytes > MAX_BYTES {
        return Err(ProblemKind::TooLarge { bytes, limit: MAX_BYTES });
    }
    Ok(())
}

/// Reads a text: in the encoding stated, else in UTF-8, else in the one that fits. A byte order
/// mark is accepted and left out.
pub(crate) fn decode(
    bytes: &[u8],
    stated: Option<Encoding>,
) -> Result<Decoded<'_>, (Option<Place>, ProblemKind)> {
    check_size(bytes.len() as u64).map_err(|kind| (None, kind))?;
    let decoded = match stated {
        Some(encoding) => read_as(bytes, encoding, false)?,
        None => found_out(bytes)?,
    };
    if decoded.text.is_empty() {
        return Err((None, ProblemKind::Empty));
    }
    if let Some(at) = decoded.text.bytes().position(|b| b == 0) {
        return Err((Some(place(decoded.text.as_bytes(), at, decoded.mark)), ProblemKind::Nul));
    }
    if decoded.text.chars().all(crate::words::is_space) {
        return Err((None, ProblemKind::Blank { bytes: bytes.len() as u64 }));
    }
    Ok(decoded)
}

/// Reads a text whose encoding nobody stated.
fn found_out(bytes: &[u8]) -> Result<Decoded<'_>, (Option<Place>, ProblemKind)> {
    if let Some((encoding, marked)) = other_unicode(bytes) {
        return read_as(bytes, encoding, !marked);
    }
    let unicode = read_as(bytes, Encoding::Utf8, false);
    let charset = match &unicode {
        Ok(decoded) => legacy::guess_text(&decoded.text),
        Err(_) => legacy::guess(bytes),
    };
    match charset {
        Some(charset) => read_as(bytes, Encoding::Legacy(charset), true),
        None => unicode,
    }
}

fn read_as(
    bytes: &[u8],
    encoding: Encoding,
    is_guess: bool,
) -> Result<Decoded<'_>, (Option<Place>, ProblemKind)> {
    let (mark, text) = match encoding {
        Encoding::Utf8 => {
            let (mark, body) = without(bytes, b"\xEF\xBB\xBF");
            (mark, Cow::Borrowed(utf8(body, mark)?))
        }
        Encoding::Utf16LittleEndian => {
            (0, Cow::Owned(utf16(without(bytes, b"\xFF\xFE").1, u16::from_le_bytes)))
        }
        Encoding::Utf16BigEndian => {
            (0, Cow::Owned(utf16(without(bytes, b"\xFE\xFF").1, u16::from_be_bytes)))
        }
        Encoding::Utf32 => {
            return Err((None, ProblemKind::OtherEncoding { encoding, marked: !is_guess }));
        }
        Encoding::Legacy(charset) => {
            let (_, body) = without(bytes, b"\xEF\xBB\xBF");
            // Letters of such a font that a program took for Western European ones are UTF-8 now.
            let text = match std::str::from_utf8(body) {
                Ok(western) => legacy::decode_text(western, charset),
                Err(_) => legacy::decode(body, charset),
            };
            (0, Cow::Owned(text))
        }
    };
    Ok(Decoded { text, mark, encoding, is_guess })
}

/// The bytes after a mark, and the mark's length.
fn without<'b>(bytes: &'b [u8], mark: &[u8]) -> (usize, &'b [u8]) {
    bytes.strip_prefix(mark).map_or((0, bytes), |body| (mark.len(), body))
}

fn utf8(body: &[u8], mark: usize) -> Result<&str, (Option<Place>, ProblemKind)> {
    std::str::from_utf8(body).map_err(|error| {
        let at = error.valid_up_to();
        let byte = body.get(at).copied().unwrap_or_default();
        (Some(place(body, at, mark)), ProblemKind::BrokenUtf8 { byte })
    })
}

/// Halves of a pair without the other, and a last odd byte, become U+FFFD: lost letters.
fn utf16(body: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let (pairs, rest) = body.as_chunks();
    let units = pairs.iter().map(|pair| unit(*pair));
    let lost = (!rest.is_empty()).then_some(char::REPLACEMENT_CHARACTER);
    char::decode_utf16(units)
        .map(|read| read.unwrap_or(char::REPLACEMENT_CHARACTER))
        .chain(lost)
        .collect()
}

/// The place of byte `at` of the text after the mark.
pub(crate) fn place(body: &[u8], at: usize, mark: usize) -> Place {
    let line = 1 + crate::lines::breaks(&body[..at.min(body.len())]);
    Place { line, byte: at + mark }
}

/// Another encoding of Unicode, and whether a byte order mark says so.
fn other_unicode(bytes: &[u8]) -> Option<(Encoding, bool)> {
    match bytes {
        [0xFF, 0xFE, 0, 0, ..] | [0, 0, 0xFE, 0xFF, ..] => return Some((Encoding::Utf32, true)),
        [0xFF, 0xFE, ..] => return Some((Encoding::Utf16LittleEndian, true)),
        [0xFE, 0xFF, ..] => return Some((Encoding::Utf16BigEndian, true)),
        _ => {}
    }
    // Latin letters and spaces, most of any Vietnamese text, have a zero high byte.
    let head = &bytes[..bytes.len().min(PATTERN_BYTES)];
    let zeros = |odd: usize| head.iter().skip(odd).step_by(2).filter(|&&b| b == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    let many = head.len() / 2 / 3;
    if many == 0 {
        None
    } else if odd > many && even <= many / 8 {
        Some((Encoding::Utf16LittleEndian, false))
    } else if even > many && odd <= many / 8 {
        Some((Encoding::Utf16BigEndian, false))
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use viet::legacy::Charset;

    use super::*;

    const PAGE: &str = "Tin tức\n\nHội nghị tổng kết công tác năm\n";

    fn in_utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes).collect()
    }

    #[test]
    fn each_bad_file_has_its_own_problem() {
        let check = |bytes: &[u8], place: Option<(usize, usize)>, kind: ProblemKind| {
            let place = place.map(|(line, byte)| Place { line, byte });
            assert_eq!(decode(bytes, None).unwrap_err(), (place, kind));
        };
        let other = |encoding, marked| ProblemKind::OtherEncoding { encoding, marked };
        check(b"", None, ProblemKind::Empty);
        check(b"\xEF\xBB\xBF", None, ProblemKind::Empty);
        check("\n \u{a0}\t\r\n\u{200b}".as_bytes(), None, ProblemKind::Blank { bytes: 10 });
        check(b"\xFF\xFE\0\0a\0\0\0", None, other(Encoding::Utf32, true));
        check(b"mot\nhai \xE1\xBB x", Some((2, 8)), ProblemKind::BrokenUtf8 { byte: 0xE1 });
        check(
            b"\xEF\xBB\xBFmot\r\nhai\r\n\xFF",
            Some((3, 13)),
            ProblemKind::BrokenUtf8 { byte: 0xFF },
        );
        check(b"mot\nhai\0ba", Some((2, 7)), ProblemKind::Nul);
        let huge = vec![b'a'; 50 * 1024 * 1024];
        let kind = ProblemKind::TooLarge { bytes: huge.len() as u64, limit: MAX_BYTES };
        check(&huge, None, kind);
    }

    #[test]
    fn a_mark_is_accepted_and_left_out() {
        let decoded = decode("\u{feff}Tin tức".as_bytes(), None).unwrap();
        assert_eq!((&*decoded.text, decoded.mark), ("Tin tức", 3));
        assert_eq!(decoded.from(), Some("utf-8-bom"));
        let decoded = decode("Tin tức".as_bytes(), None).unwrap();
        assert_eq!((decoded.mark, decoded.from()), (0, None));
    }

    #[test]
    fn other_encodings_are_read() {
        let check = |bytes: &[u8], encoding: Encoding, is_guess: bool| {
            let decoded = decode(bytes, None).unwrap();
            assert_eq!(&*decoded.text, PAGE);
            assert_eq!((decoded.encoding, decoded.is_guess), (encoding, is_guess));
            let stated = decode(bytes, Some(encoding)).unwrap();
            assert_eq!((&*stated.text, stated.is_guess), (PAGE, false));
        };
        let (little, big) = (in_utf16(PAGE, u16::to_le_bytes), in_utf16(PAGE, u16::to_be_bytes));
        check(&little, Encoding::Utf16LittleEndian, true);
        check(&big, Encoding::Utf16BigEndian, true);
        check(&[b"\xFF\xFE".to_vec(), little].concat(), Encoding::Utf16LittleEndian, false);
        check(&[b"\xFE\xFF".to_vec(), big].concat(), Encoding::Utf16BigEndian, false);
        let tcvn3 = b"Tin t\xF8c\n\nH\xE9i ngh\xDE t\xE6ng k\xD5t c\xABng t\xB8c n\xA8m\n";
        check(tcvn3, Encoding::Legacy(Charset::Tcvn3), true);
        let western: String = tcvn3.iter().map(|&byte| char::from(byte)).collect();
        check(western.as_bytes(), Encoding::Legacy(Charset::Tcvn3), true);
    }

    #[test]
    fn a_cut_utf16_file_loses_only_what_was_cut() {
        let mut bytes = in_utf16("Tin \u{1f389} tức", u16::to_le_bytes);
        bytes.truncate(bytes.len() - 1);
        let decoded = decode(&bytes, Some(Encoding::Utf16LittleEndian)).unwrap();
        assert_eq!(decoded.text, "Tin \u{1f389} tứ\u{fffd}");
        let halved = [&in_utf16("Tin", u16::to_le_bytes)[..], &[0x3c, 0xd8]].concat();
        let decoded = decode(&halved, Some(Encoding::Utf16LittleEndian)).unwrap();
        assert_eq!(decoded.text, "Tin\u{fffd}");
    }
}
