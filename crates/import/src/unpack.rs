//! Zips: files that came packed, one after another, and single files of one.
//!
//! A zip is hostile until it is read: what it says of its files' lengths is not believed, names that
//! lead out of it are refused, and of a bomb no more is unpacked than a real archive has.

use std::io::{Cursor, Read as _};

use viet::legacy;
use zip::result::ZipError;
use zip::{ZipArchive, read::ZipFile};

use crate::problem::ProblemKind;

/// A zip that is read at all has at most so many bytes: it lies in memory whole.
pub const MAX_ZIP_BYTES: u64 = 512 * 1024 * 1024;

/// Files of a zip at most.
const MOST_FILES: usize = 20_000;

/// Bytes unpacked for each byte packed, over the whole zip; text shrinks to a tenth, and a page of
/// blanks to a hundredth.
const MOST_TIMES: u64 = 100;
/// So much may be unpacked of even the smallest.
const ALWAYS: u64 = 64 * 1024 * 1024;

/// Whether a name is a zip's.
pub fn is_zip(name: &str) -> bool {
    let end = name.len().saturating_sub(4);
    name.get(end..).is_some_and(|end| end.eq_ignore_ascii_case(".zip"))
}

/// Whether a file says nothing to anybody: what systems and programs leave in folders.
pub fn is_litter(path: &str) -> bool {
    const NAMES: [&str; 3] = ["thumbs.db", "desktop.ini", "__macosx"];
    path.split('/').any(|step| {
        step.starts_with(['.', '~']) || NAMES.contains(&step.to_ascii_lowercase().as_str())
    })
}

/// Hears of each file of a zip: its path, and its bytes or why there are none.
pub type Take<'a> = dyn FnMut(&str, Result<Vec<u8>, ProblemKind>) + 'a;

/// Unpacks the files of a zip in their order: the path in the zip, and the bytes or why there are
/// none. A file of which `wants` says no more than so many bytes is not unpacked further: `Err` with
/// [`ProblemKind::TooLarge`]; one that is not wanted at all (`None`) comes with no bytes.
///
/// # Errors
/// A [`ProblemKind`] when nothing can be read of it, or when it ends early: what came before counts.
pub fn unpack(
    bytes: &[u8],
    wants: &dyn Fn(&str) -> Option<u64>,
    take: &mut Take<'_>,
) -> Result<(), ProblemKind> {
    let mut zip = open(bytes)?;
    let (count, mut taken) = (zip.len(), 0);
    let mut left = ALWAYS.max((bytes.len() as u64).saturating_mul(MOST_TIMES));
    for index in 0..count {
        if taken == MOST_FILES || left == 0 {
            return Err(ProblemKind::ZipTooLarge { files: taken });
        }
        let (path, sound) = match zip.by_index_raw(index) {
            Ok(file) if file.is_dir() || file.is_symlink() => continue,
            Ok(file) => path(&file),
            // Not even the name can be read.
            Err(error) => return Err(said(&error)),
        };
        if !sound {
            taken += 1;
            take(&path, Err(ProblemKind::OddName));
            continue;
        }
        if is_litter(&path) {
            continue;
        }
        taken += 1;
        let Some(most) = wants(&path) else {
            take(&path, Ok(Vec::new()));
            continue;
        };
        let found = match zip.by_index(index) {
            Ok(file) => contents(file, most, &mut left),
            Err(error) => Err(said(&error)),
        };
        take(&path, found);
    }
    Ok(())
}

/// One file of a zip, when it is there and has no more than so many bytes.
pub fn entry(bytes: &[u8], wanted: &str, most: u64) -> Option<Vec<u8>> {
    let mut zip = open(bytes).ok()?;
    let index = (0..zip.len()).find(|&index| {
        zip.by_index_raw(index).is_ok_and(|file| path(&file) == (wanted.to_owned(), true))
    })?;
    contents(zip.by_index(index).ok()?, most, &mut most.saturating_add(1)).ok()
}

fn open(bytes: &[u8]) -> Result<ZipArchive<Cursor<&[u8]>>, ProblemKind> {
    let length = bytes.len() as u64;
    if length == 0 {
        return Err(ProblemKind::Empty);
    }
    if length > MAX_ZIP_BYTES {
        return Err(ProblemKind::TooLarge { bytes: length, limit: MAX_ZIP_BYTES });
    }
    ZipArchive::new(Cursor::new(bytes)).map_err(|error| said(&error))
}

/// The bytes of a file, whatever length it claims, taken off what may be unpacked yet.
fn contents<R: std::io::Read>(
    file: ZipFile<'_, R>,
    most: u64,
    left: &mut u64,
) -> Result<Vec<u8>, ProblemKind> {
    let claimed = file.size();
    let limit = most.min(*left);
    let mut bytes = Vec::new();
    let read = file
        .take(limit.saturating_add(1))
        .read_to_end(&mut bytes)
        .map_err(|error| ProblemKind::BrokenZip { why: error.to_string() })?;
    *left = left.saturating_sub(read as u64);
    if read as u64 > limit {
        return Err(ProblemKind::TooLarge { bytes: claimed.max(read as u64), limit });
    }
    Ok(bytes)
}

/// The path of a file with `/` between folders, and whether it stays inside.
///
/// Programs that do not say in what letters names are written use UTF-8 (Mac OS) or those of the
/// system: on a Vietnamese Windows, code page 1258; elsewhere the old one of DOS.
fn path<R: std::io::Read>(file: &ZipFile<'_, R>) -> (String, bool) {
    let raw = file.name_raw();
    let name = match std::str::from_utf8(raw) {
        Ok(name) => name.to_owned(),
        Err(_) => match legacy::guess(raw) {
            Some(charset) => legacy::decode(raw, charset),
            None => file.name().map_or_else(
                |_| String::from_utf8_lossy(raw).into_owned(),
                std::borrow::Cow::into_owned,
            ),
        },
    };
    let name = name.replace('\\', "/");
    let name = name.strip_prefix("./").map(str::to_owned).unwrap_or(name);
    let inside = name.split('/').all(|step| !matches!(step, "" | "." | ".."))
        && !name.contains(['\0', ':'])
        && name.chars().all(|c| !c.is_control());
    (name, inside)
}

fn said(error: &ZipError) -> ProblemKind {
    match error {
        ZipError::InvalidPassword => ProblemKind::Protected,
        ZipError::UnsupportedArchive(why) if *why == ZipError::PASSWORD_REQUIRED => {
            ProblemKind::Protected
        }
        other => ProblemKind::BrokenZip { why: other.to_string() },
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use proptest::prelude::*;
    use zip::write::SimpleFileOptions;
    use zip::{CompressionMethod, ZipWriter};

    use super::*;

    fn packed(files: &[(&str, &[u8])]) -> Vec<u8> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
        for (path, bytes) in files {
            zip.start_file(*path, options).unwrap();
            zip.write_all(bytes).unwrap();
        }
        zip.finish().unwrap().into_inner()
    }

    /// What comes out, and how it ended.
    type Entry = (String, Result<Vec<u8>, ProblemKind>);

    fn all(bytes: &[u8]) -> (Vec<Entry>, Result<(), ProblemKind>) {
        let mut found = Vec::new();
        let end = unpack(bytes, &|_| Some(1 << 20), &mut |path, content| {
            found.push((path.to_owned(), content));
        });
        (found, end)
    }

    #[test]
    fn files_come_in_their_order_and_litter_does_not() {
        let bytes = packed(&[
            ("tin/b.txt", b"hai"),
            ("__MACOSX/tin/._b.txt", b"x"),
            ("tin/Thumbs.db", b"x"),
            ("tin/~$b.docx", b"x"),
            ("tin/ảnh đẹp.jpg", b"\xFF\xD8"),
        ]);
        let (found, end) = all(&bytes);
        assert_eq!(end, Ok(()));
        let found: Vec<_> = found.iter().map(|(path, b)| (&**path, b.as_deref())).collect();
        assert_eq!(found, [("tin/b.txt", Ok(&b"hai"[..])), ("tin/ảnh đẹp.jpg", Ok(b"\xFF\xD8"))]);
        assert_eq!(entry(&bytes, "tin/b.txt", 3).as_deref(), Some(&b"hai"[..]));
        assert_eq!(entry(&bytes, "tin/b.txt", 2), None, "larger than wanted");
        assert_eq!(entry(&bytes, "tin/c.txt", 9), None);
    }

    #[test]
    fn names_that_lead_elsewhere_are_told() {
        // As a hostile writer makes them: the library itself would mend some.
        let mut bytes = packed(&[("aa/bad.txt", b"x"), ("good.txt", b"y")]);
        for at in memory(&bytes, b"aa/bad.txt") {
            bytes[at..at + 2].copy_from_slice(b"..");
        }
        let (found, end) = all(&bytes);
        assert_eq!(end, Ok(()));
        assert_eq!(found[0], ("../bad.txt".to_owned(), Err(ProblemKind::OddName)));
        assert_eq!(found[1], ("good.txt".to_owned(), Ok(b"y".to_vec())));
    }

    fn memory(bytes: &[u8], wanted: &[u8]) -> Vec<usize> {
        let starts = bytes.windows(wanted.len()).enumerate();
        starts.filter(|(_, some)| *some == wanted).map(|(at, _)| at).collect()
    }

    #[test]
    fn a_backslash_is_a_folder_and_old_letters_are_read() {
        let mut bytes = packed(&[("tin_/aa.txt", b"x")]);
        for at in memory(&bytes, b"tin_/aa.txt") {
            bytes[at + 4] = b'\\';
        }
        assert_eq!(all(&bytes).0[0].0, "tin_/aa.txt");
    }

    #[test]
    fn a_bomb_is_not_unpacked() {
        let zeros = vec![0; 8 << 20];
        let files: Vec<(String, &[u8])> =
            (0..40).map(|at| (format!("{at}.txt"), &zeros[..])).collect();
        let files: Vec<(&str, &[u8])> = files.iter().map(|(name, b)| (&**name, *b)).collect();
        let bytes = packed(&files);
        assert!(bytes.len() < 1 << 19);
        let mut out = 0;
        let end = unpack(&bytes, &|_| Some(16 << 20), &mut |_, content| {
            out += content.map_or(0, |bytes| bytes.len());
        });
        assert!(matches!(end, Err(ProblemKind::ZipTooLarge { .. })), "{end:?}");
        assert!(out as u64 <= ALWAYS, "{out}");
        // And no single file beyond what is wanted of it.
        let one = packed(&[("a.txt", &zeros)]);
        let (found, end) = all(&one);
        assert_eq!(end, Ok(()));
        let too_large = ProblemKind::TooLarge { bytes: 8 << 20, limit: 1 << 20 };
        assert_eq!(found[0].1, Err(too_large));
    }

    #[test]
    fn passwords_and_damage_are_told() {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        zip.start_file("a.txt", SimpleFileOptions::default()).unwrap();
        zip.write_all(b"x").unwrap();
        let mut locked = zip.finish().unwrap().into_inner();
        // The flag of encryption, in both heads of the file.
        for (head, flags) in [(&b"PK\x03\x04"[..], 6), (b"PK\x01\x02", 8)] {
            for at in memory(&locked, head) {
                locked[at + flags] |= 1;
            }
        }
        assert_eq!(all(&locked).0[0].1, Err(ProblemKind::Protected));
        assert_eq!(all(b"").1, Err(ProblemKind::Empty));
        assert!(matches!(all(b"PK\x03\x04 cut").1, Err(ProblemKind::BrokenZip { .. })));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(128))]

        #[test]
        fn damaged_zips_never_panic(at in any::<prop::sample::Index>(), with in any::<Vec<u8>>()) {
            let mut bytes = packed(&[("a/b.txt", b"mot"), ("c.txt", b"hai")]);
            let start = at.index(bytes.len());
            let end = (start + with.len()).min(bytes.len());
            bytes.splice(start..end, with);
            let _ = all(&bytes);
            let _ = entry(&bytes, "c.txt", 10);
        }
    }
}
