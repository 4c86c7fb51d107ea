//! The archive file: a whole archive, or what is new in it, as one zip to carry on a stick.
//!
//! | entry | |
//! |---|---|
//! | `offline.json` | the list: digest of `archive.json`, then path, length and SHA-256 of every part |
//! | `archive.json` | the manifest |
//! | `parts/…` | the parts; an update leaves out those that the older archive has |
//!
//! What comes in is hostile until it is checked: names must be those of parts, nothing is unpacked
//! beyond the length that the list states, and everything must match its digest. It is taken whole
//! or not at all. The viewer's `static/archive-file.js` reads and writes the same.

use std::collections::BTreeSet;
use std::io::{self, Cursor, Read, Seek, Write as _};

use bindery::offline;
use model::bundle::digest::sha256_hex;
use model::bundle::write::File;
use serde::Deserialize;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

const MANIFEST: &str = "archive.json";
/// The list and the manifest: thousands of parts are some hundred kilobytes.
const MOST_LISTED: u64 = 64 << 20;
/// A part is some kilobytes; one of a very long article some megabytes.
const MOST_PART: u64 = 256 << 20;

/// Why an archive file cannot be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// It is no zip, or a broken one, in the reader's words.
    NotZip(String),
    /// An entry is not there, here or in the older archive.
    Missing(String),
    /// An entry does not match the list.
    Damaged(String),
    /// An entry is larger than the list says, or than anything of ours.
    TooLarge(String),
    /// The list cannot be read, or names what is no part.
    BadList,
}

/// The list of an archive's files.
#[derive(Debug, Deserialize)]
struct List {
    schema: u32,
    manifest: String,
    files: Vec<Entry>,
}

#[derive(Debug, Deserialize)]
struct Entry {
    path: String,
    bytes: u64,
    sha256: String,
}

/// Writes an archive file of a bundle, without the parts that the reader has already.
pub(crate) fn write(bundle: &[File], had: &BTreeSet<String>) -> io::Result<Vec<u8>> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    // No time stamps: the same archive gives the same file.
    let packed = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(zip::DateTime::default());
    let list = offline::list(bundle, &[]);
    let wanted = bundle.iter().filter(|file| !had.contains(&file.path));
    for file in std::iter::once(&list).chain(wanted) {
        zip.start_file(file.path.as_str(), packed)?;
        zip.write_all(&file.bytes)?;
    }
    Ok(zip.finish()?.into_inner())
}

/// Reads an archive file; `had` answers a part that is at hand already. The bundle's files,
/// `archive.json` first.
pub(crate) fn read(
    file: impl Read + Seek,
    had: &dyn Fn(&str) -> Option<Vec<u8>>,
) -> Result<Vec<File>, Fault> {
    let mut zip = ZipArchive::new(file).map_err(|error| Fault::NotZip(error.to_string()))?;
    collect(&mut |path, most| entry(&mut zip, path, most), had)
}

/// Reads a bundle that lies unpacked in a folder; `read` answers a file's bytes.
pub(crate) fn from_folder(read: &dyn Fn(&str) -> Option<Vec<u8>>) -> Result<Vec<File>, Fault> {
    let get = &mut |path: &str, _| read(path).ok_or_else(|| Fault::Missing(path.to_owned()));
    collect(get, &|_| None)
}

/// Answers a file by its path, never more than so many bytes of it.
type Get<'a> = dyn FnMut(&str, u64) -> Result<Vec<u8>, Fault> + 'a;

/// Everything that the list names, each checked.
fn collect(get: &mut Get<'_>, had: &dyn Fn(&str) -> Option<Vec<u8>>) -> Result<Vec<File>, Fault> {
    let list = parse(&get(offline::LIST, MOST_LISTED)?).ok_or(Fault::BadList)?;
    let manifest = get(MANIFEST, MOST_LISTED)?;
    if sha256_hex(&manifest) != list.manifest {
        return Err(Fault::Damaged(MANIFEST.to_owned()));
    }
    let mut files = vec![File { path: MANIFEST.to_owned(), bytes: manifest }];
    for Entry { path, bytes: length, sha256 } in list.files {
        let good = |bytes: &Vec<u8>| bytes.len() as u64 == length && sha256_hex(bytes) == sha256;
        let bytes = match had(&path).filter(good) {
            Some(bytes) => bytes,
            None => {
                let bytes = get(&path, length)?;
                if !good(&bytes) {
                    return Err(Fault::Damaged(path));
                }
                bytes
            }
        };
        files.push(File { path, bytes });
    }
    Ok(files)
}

fn parse(bytes: &[u8]) -> Option<List> {
    let list: List = serde_json::from_slice(bytes).ok()?;
    let sound = |entry: &Entry| {
        is_part(&entry.path) && entry.bytes <= MOST_PART && is_hex(&entry.sha256, 64)
    };
    (list.schema == 1 && list.files.iter().all(sound)).then_some(list)
}

/// `parts/<kind>-<16 hexadecimal digits>.<ending>`: no way up, no root, no drive.
fn is_part(path: &str) -> bool {
    let split = || path.strip_prefix("parts/")?.rsplit_once('.')?.0.rsplit_once('-');
    let word = |text: &str| {
        !text.is_empty()
            && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
    };
    const ENDINGS: [&str; 6] = [".json", ".bin", ".jpg", ".png", ".webp", ".gif"];
    let known = ENDINGS.iter().any(|ending| path.ends_with(ending));
    known && split().is_some_and(|(kind, digits)| word(kind) && is_hex(digits, 16))
}

fn is_hex(text: &str, digits: usize) -> bool {
    text.len() == digits && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

/// An entry, never more than `most` bytes of it, whatever it claims.
fn entry(zip: &mut ZipArchive<impl Read + Seek>, path: &str, most: u64) -> Result<Vec<u8>, Fault> {
    let found = match zip.by_name(path) {
        Ok(found) => found,
        Err(zip::result::ZipError::FileNotFound) => return Err(Fault::Missing(path.to_owned())),
        Err(_) => return Err(Fault::Damaged(path.to_owned())),
    };
    let mut bytes = Vec::new();
    let read = found.take(most + 1).read_to_end(&mut bytes);
    match read {
        Ok(length) if length as u64 > most => Err(Fault::TooLarge(path.to_owned())),
        Ok(_) => Ok(bytes),
        Err(_) => Err(Fault::Damaged(path.to_owned())),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn bundle(texts: &[&str]) -> Vec<File> {
        let part = |text: &&str| {
            let bytes = text.as_bytes().to_vec();
            File { path: format!("parts/articles-{}.json", &sha256_hex(&bytes)[..16]), bytes }
        };
        let mut files =
            vec![File { path: MANIFEST.to_owned(), bytes: texts.concat().into_bytes() }];
        files.extend(texts.iter().map(part));
        files
    }

    fn none(_: &str) -> Option<Vec<u8>> {
        None
    }

    fn packed(files: &[File], had: &BTreeSet<String>) -> Vec<u8> {
        write(files, had).unwrap()
    }

    fn check(bytes: Vec<u8>, fault: Fault) {
        assert_eq!(read(Cursor::new(bytes), &none), Err(fault));
    }

    /// An archive file with these entries, whatever they are.
    fn raw(entries: &[(&str, &[u8])]) -> Vec<u8> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
        for (path, bytes) in entries {
            zip.start_file(*path, options).unwrap();
            zip.write_all(bytes).unwrap();
        }
        zip.finish().unwrap().into_inner()
    }

    #[test]
    fn what_goes_in_comes_out() {
        let files = bundle(&["một", "hai", "ba"]);
        let bytes = packed(&files, &BTreeSet::new());
        assert_eq!(bytes, packed(&files, &BTreeSet::new()), "the same archive, the same file");
        assert_eq!(read(Cursor::new(bytes), &none), Ok(files));
    }

    #[test]
    fn an_update_needs_what_it_updates() {
        let old = bundle(&["một", "hai"]);
        let new = bundle(&["một", "hai", "ba"]);
        let had: BTreeSet<String> = old.iter().skip(1).map(|file| file.path.clone()).collect();
        let update = packed(&new, &had);
        assert!(update.len() < packed(&new, &BTreeSet::new()).len());
        let at_hand =
            |path: &str| old.iter().find(|file| file.path == path).map(|file| file.bytes.clone());
        assert_eq!(read(Cursor::new(update.clone()), &at_hand).as_ref(), Ok(&new));
        check(update.clone(), Fault::Missing(new[1].path.clone()));
        // What is at hand but damaged counts as not at hand.
        let damaged = |path: &str| at_hand(path).map(|_| b"x".to_vec());
        let fault = Fault::Missing(new[1].path.clone());
        assert_eq!(read(Cursor::new(update), &damaged), Err(fault));
    }

    #[test]
    fn a_tampered_part_is_named() {
        let files = bundle(&["một", "hai"]);
        let list = offline::list(&files, &[]);
        let bytes = raw(&[
            (offline::LIST, &list.bytes),
            (MANIFEST, &files[0].bytes),
            (&files[1].path, &files[1].bytes),
            (&files[2].path, b"hay"),
        ]);
        check(bytes, Fault::Damaged(files[2].path.clone()));
        let bytes = raw(&[(offline::LIST, &list.bytes), (MANIFEST, b"other")]);
        check(bytes, Fault::Damaged(MANIFEST.to_owned()));
    }

    #[test]
    fn a_bomb_is_not_unpacked() {
        let files = bundle(&["một"]);
        let list = offline::list(&files, &[]);
        let bomb = vec![0; 64 << 20];
        let bytes = raw(&[
            (offline::LIST, &list.bytes),
            (MANIFEST, &files[0].bytes),
            (&files[1].path, &bomb),
        ]);
        assert!(bytes.len() < 1 << 20, "a thousand times smaller than what is in it");
        check(bytes, Fault::TooLarge(files[1].path.clone()));
    }

    #[test]
    fn names_that_lead_elsewhere_are_refused() {
        let name = "0123456789abcdef";
        for path in ["../x", "/parts/a.json", "parts/../../a-0123456789abcdef.json", "parts\\x", ""]
        {
            assert!(!is_part(path), "{path}");
        }
        assert!(is_part(&format!("parts/index-{name}.bin")));
        assert!(!is_part(&format!("parts/a/b-{name}.json")), "no folders inside");
        assert!(!is_part(&format!("parts/-{name}.json")));
        let list = format!(
            r#"{{"schema":1,"manifest":"{0}","files":[{{"path":"../../x","bytes":1,"sha256":"{0}"}}]}}"#,
            "0".repeat(64)
        );
        check(raw(&[(offline::LIST, list.as_bytes()), (MANIFEST, b"")]), Fault::BadList);
    }

    #[test]
    fn other_files_are_refused() {
        assert!(matches!(read(Cursor::new(b"PK"), &none), Err(Fault::NotZip(_))));
        check(raw(&[("x", b"y")]), Fault::Missing(offline::LIST.to_owned()));
        check(raw(&[(offline::LIST, b"{}")]), Fault::BadList);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn arbitrary_bytes_never_panic(bytes in any::<Vec<u8>>()) {
            prop_assert!(read(Cursor::new(bytes), &none).is_err());
        }

        /// A stretch cut out, doubled or overwritten: as it was, or a fault.
        #[test]
        fn a_damaged_file_is_whole_or_refused(
            texts in prop::collection::vec("[a-zđêô ]{0,40}", 1..6),
            at in any::<prop::sample::Index>(),
            length in 0_usize..200,
            with in prop::collection::vec(any::<u8>(), 0..200),
        ) {
            // A bundle holds no file twice.
            let texts: BTreeSet<&str> = texts.iter().map(String::as_str).collect();
            let texts: Vec<&str> = texts.into_iter().collect();
            let files = bundle(&texts);
            let mut bytes = packed(&files, &BTreeSet::new());
            let start = at.index(bytes.len());
            let end = (start + length).min(bytes.len());
            bytes.splice(start..end, with);
            if let Ok(found) = read(Cursor::new(bytes), &none) {
                prop_assert_eq!(found, files);
            }
        }
    }

    /// Every byte changed, one after another: read whole as it was, or a fault, never a panic.
    #[test]
    fn no_changed_byte_goes_unnoticed() {
        let files = bundle(&["một", "hai", "ba"]);
        let whole = packed(&files, &BTreeSet::new());
        for at in 0..whole.len() {
            let mut bytes = whole.clone();
            bytes[at] ^= 0x55;
            if let Ok(found) = read(Cursor::new(bytes), &none) {
                assert_eq!(found, files, "byte {at}");
            }
        }
    }
}
