//! Pictures beside articles: what kind, how large. Their bytes are never decoded.

use imagesize::ImageType;

use crate::id::sha256_hex;
use crate::problem::ProblemKind;

/// A picture of an article has at most so many bytes: more than any phone's photo made for the web,
/// and little enough to be opened over a phone's network.
pub const MAX_PICTURE_BYTES: u64 = 5 * 1024 * 1024;

/// Pixels along a side at most; what claims more is damaged, or would stop a phone.
const LONGEST_SIDE: usize = 20_000;

/// A format that every browser shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PictureKind {
    /// Photos.
    Jpeg,
    /// Drawings, scans.
    Png,
    /// Either, smaller.
    Webp,
    /// Drawings that move.
    Gif,
}

/// What is known of a picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Measured {
    /// Its format, by its first bytes.
    pub kind: PictureKind,
    /// Length in bytes.
    pub bytes: u64,
    /// Pixels across, as shown.
    pub width: u32,
    /// Pixels down, as shown.
    pub height: u32,
    /// SHA-256, 64 hexadecimal digits.
    pub sha256: String,
}

/// Whether a name is a picture's of a format that is shown.
pub fn is_picture(name: &str) -> bool {
    const ENDINGS: [&str; 6] = [".jpg", ".jpeg", ".jfif", ".png", ".webp", ".gif"];
    let lower = name.to_ascii_lowercase();
    ENDINGS.iter().any(|ending| lower.ends_with(ending))
}

/// Reads what kind of picture bytes are and how large it is. Its name says nothing: portals save one
/// format under the name of another.
///
/// # Errors
/// [`ProblemKind::TooLarge`], [`ProblemKind::Empty`] or [`ProblemKind::BrokenPicture`].
pub fn measure(bytes: &[u8]) -> Result<Measured, ProblemKind> {
    let length = bytes.len() as u64;
    if length == 0 {
        return Err(ProblemKind::Empty);
    }
    if length > MAX_PICTURE_BYTES {
        return Err(ProblemKind::TooLarge { bytes: length, limit: MAX_PICTURE_BYTES });
    }
    let kind = match imagesize::image_type(bytes) {
        Ok(ImageType::Jpeg) => PictureKind::Jpeg,
        Ok(ImageType::Png) => PictureKind::Png,
        Ok(ImageType::Webp) => PictureKind::Webp,
        Ok(ImageType::Gif) => PictureKind::Gif,
        _ => return Err(ProblemKind::BrokenPicture),
    };
    let size = imagesize::blob_size(bytes).map_err(|_| ProblemKind::BrokenPicture)?;
    let sides = if kind == PictureKind::Jpeg && is_turned(bytes) {
        [size.height, size.width]
    } else {
        [size.width, size.height]
    };
    if sides.iter().any(|side| !(1..=LONGEST_SIDE).contains(side)) {
        return Err(ProblemKind::BrokenPicture);
    }
    let [width, height] = sides.map(|side| u32::try_from(side).unwrap_or(u32::MAX));
    Ok(Measured { kind, bytes: length, width, height, sha256: sha256_hex(bytes) })
}

/// Whether a photo is shown turned by a quarter: phones write how they were held into the file
/// (Exif's tag 0x0112), and browsers follow it.
fn is_turned(bytes: &[u8]) -> bool {
    orientation(bytes).is_some_and(|turn| (5..=8).contains(&turn))
}

fn orientation(bytes: &[u8]) -> Option<u16> {
    const ORIENTATION: u16 = 0x0112;
    let mut at = 2;
    loop {
        let [mark, kind, high, low] = *bytes.get(at..at + 4)? else { return None };
        // The picture itself begins: no more is said of it.
        if mark != 0xFF || kind == 0xDA {
            return None;
        }
        let length = usize::from(u16::from_be_bytes([high, low]));
        let part = bytes.get(at + 4..at + 2 + length)?;
        if let (0xE1, Some(exif)) = (kind, part.strip_prefix(b"Exif\0\0")) {
            let little = exif.starts_with(b"II");
            let short = |at: usize| {
                let two: [u8; 2] = exif.get(at..at + 2)?.try_into().ok()?;
                Some(if little { u16::from_le_bytes(two) } else { u16::from_be_bytes(two) })
            };
            let long = |at: usize| {
                let four: [u8; 4] = exif.get(at..at + 4)?.try_into().ok()?;
                Some(if little { u32::from_le_bytes(four) } else { u32::from_be_bytes(four) })
            };
            let table = usize::try_from(long(4)?).ok()?;
            let entries = usize::from(short(table)?);
            return (0..entries)
                .map(|entry| table + 2 + 12 * entry)
                .find(|&entry| short(entry) == Some(ORIENTATION))
                .and_then(|entry| short(entry + 8));
        }
        at += 2 + length;
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The head of a PNG.
    fn png(width: u32, height: u32) -> Vec<u8> {
        let head = b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR";
        [&head[..], &width.to_be_bytes(), &height.to_be_bytes(), b"\x08\x02\0\0\0"].concat()
    }

    /// A JPEG of 640 × 480 up to its picture, held like this.
    fn jpeg(turn: Option<u8>) -> Vec<u8> {
        let exif = turn.map(|turn| {
            let tag = [0x12, 0x01, 3, 0, 1, 0, 0, 0, turn, 0, 0, 0];
            [b"Exif\0\0II*\0\x08\0\0\0\x01\0", &tag[..], &[0; 4]].concat()
        });
        let exif = exif.map(|exif| {
            let length = u16::try_from(exif.len() + 2).unwrap().to_be_bytes();
            [&[0xFF, 0xE1], &length[..], &exif].concat()
        });
        let frame = b"\xFF\xC0\0\x11\x08\x01\xE0\x02\x80\x03\x01\x22\0\x02\x11\x01\x03\x11\x01";
        [b"\xFF\xD8", &exif.unwrap_or_default()[..], frame, b"\xFF\xDA\0\x02"].concat()
    }

    fn check(bytes: &[u8], kind: PictureKind, sides: (u32, u32)) {
        let found = measure(bytes).unwrap();
        assert_eq!((found.kind, (found.width, found.height)), (kind, sides));
        assert_eq!(found.bytes, bytes.len() as u64);
    }

    #[test]
    fn heads_tell_kind_and_sides() {
        check(&png(800, 600), PictureKind::Png, (800, 600));
        check(b"GIF89a\x40\x01\xF0\0\0\0\0", PictureKind::Gif, (320, 240));
        check(&jpeg(None), PictureKind::Jpeg, (640, 480));
        check(&jpeg(Some(1)), PictureKind::Jpeg, (640, 480));
        check(&jpeg(Some(6)), PictureKind::Jpeg, (480, 640));
    }

    #[test]
    fn what_cannot_be_shown_is_told() {
        let broken = Err(ProblemKind::BrokenPicture);
        assert_eq!(measure(b"<html>"), broken);
        assert_eq!(measure(&png(0, 9)), broken);
        assert_eq!(measure(&png(4_000_000, 9)), broken);
        assert_eq!(measure(b"\xFF\xD8\xFF"), broken);
        assert_eq!(measure(b""), Err(ProblemKind::Empty));
        let huge = vec![0; 6 << 20];
        assert!(matches!(measure(&huge), Err(ProblemKind::TooLarge { .. })));
    }

    proptest! {
        #[test]
        fn damaged_pictures_never_panic(
            turn in prop::option::of(0..9_u8),
            at in any::<prop::sample::Index>(),
            with in any::<Vec<u8>>(),
        ) {
            let mut bytes = jpeg(turn);
            let start = at.index(bytes.len());
            let end = (start + with.len()).min(bytes.len());
            bytes.splice(start..end, with);
            let _ = measure(&bytes);
        }
    }
}
