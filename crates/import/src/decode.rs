//! Bytes to text: UTF-8 or a reason why not.

use crate::problem::{Encoding, Place, ProblemKind};

/// An article is a page of prose. The longest of 45,000 real ones has 0.15 MB; fifty times that
/// leaves room for a yearbook, and keeps a stray video or dump from stopping a phone.
pub const MAX_BYTES: u64 = 8 * 1024 * 1024;

/// How much of the head is looked at for the zero-byte pattern of unmarked UTF-16.
const PATTERN_BYTES: usize = 4096;

/// The text of a file, and how many bytes of a byte order mark preceded it.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Decoded<'b> {
    pub(crate) text: &'b str,
    pub(crate) mark: usize,
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

/// Reads UTF-8. A byte order mark is accepted and left out of the text.
pub(crate) fn decode(bytes: &[u8]) -> Result<Decoded<'_>, (Option<Place>, ProblemKind)> {
    check_size(bytes.len() as u64).map_err(|kind| (None, kind))?;
    if let Some((encoding, marked)) = other_encoding(bytes) {
        return Err((None, ProblemKind::OtherEncoding { encoding, marked }));
    }
    let mark = if bytes.starts_with(b"\xEF\xBB\xBF") { 3 } else { 0 };
    let body = &bytes[mark..];
    if body.is_empty() {
        return Err((None, ProblemKind::Empty));
    }
    let text = std::str::from_utf8(body).map_err(|error| {
        let at = error.valid_up_to();
        let byte = body.get(at).copied().unwrap_or_default();
        (Some(place(body, at, mark)), ProblemKind::BrokenUtf8 { byte })
    })?;
    if let Some(at) = body.iter().position(|&b| b == 0) {
        return Err((Some(place(body, at, mark)), ProblemKind::Nul));
    }
    if text.chars().all(crate::words::is_space) {
        return Err((None, ProblemKind::Blank { bytes: bytes.len() as u64 }));
    }
    Ok(Decoded { text, mark })
}

/// The place of byte `at` of the text after the mark.
pub(crate) fn place(body: &[u8], at: usize, mark: usize) -> Place {
    let line = 1 + crate::lines::breaks(&body[..at.min(body.len())]);
    Place { line, byte: at + mark }
}

fn other_encoding(bytes: &[u8]) -> Option<(Encoding, bool)> {
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
    use super::*;

    fn utf16(text: &str, little: bool) -> Vec<u8> {
        text.encode_utf16()
            .flat_map(|unit| if little { unit.to_le_bytes() } else { unit.to_be_bytes() })
            .collect()
    }

    #[test]
    fn each_bad_file_has_its_own_problem() {
        let page = "Tin tức\n\nHội nghị tổng kết công tác năm\n";
        let le = [b"\xFF\xFE".to_vec(), utf16(page, true)].concat();
        let be = [b"\xFE\xFF".to_vec(), utf16(page, false)].concat();
        let check = |bytes: &[u8], place: Option<(usize, usize)>, kind: ProblemKind| {
            let place = place.map(|(line, byte)| Place { line, byte });
            assert_eq!(decode(bytes).unwrap_err(), (place, kind));
        };
        let other = |encoding, marked| ProblemKind::OtherEncoding { encoding, marked };
        check(b"", None, ProblemKind::Empty);
        check(b"\xEF\xBB\xBF", None, ProblemKind::Empty);
        check("\n \u{a0}\t\r\n\u{200b}".as_bytes(), None, ProblemKind::Blank { bytes: 10 });
        check(&le, None, other(Encoding::Utf16LittleEndian, true));
        check(&be, None, other(Encoding::Utf16BigEndian, true));
        check(&utf16(page, true), None, other(Encoding::Utf16LittleEndian, false));
        check(&utf16(page, false), None, other(Encoding::Utf16BigEndian, false));
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
        let decoded = decode("\u{feff}Tin tức".as_bytes()).unwrap();
        assert_eq!(decoded, Decoded { text: "Tin tức", mark: 3 });
        assert_eq!(decode("Tin tức".as_bytes()).unwrap().mark, 0);
    }
}
