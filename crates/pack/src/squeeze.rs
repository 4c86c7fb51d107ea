//! The compressed copies beside each file: `.br` and `.gz`, for servers that send them.

use std::io::Write as _;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

use flate2::Compression;
use flate2::write::GzEncoder;
use model::bundle::write::File;

use crate::single;

/// Files that shrink; pictures and fonts are compressed already.
const TEXTUAL: &[&str] = &[
    "html",
    "css",
    "js",
    "json",
    "wasm",
    "svg",
    "webmanifest",
    "txt",
    "xml",
    "ics",
    "atom",
    "bin",
    "map",
];

/// A smaller file travels in one packet either way.
const WORTH_IT: usize = 256;

/// Up to so many bytes, brotli's best: some 0.6 MB a second for one core. A site is built rarely.
const BEST_UP_TO: usize = 24 * 1024 * 1024;

const BEST: u32 = 11;
/// Some forty times as fast as the best, and a seventh larger.
const QUICK: u32 = 6;

/// Adds the compressed copies. Files that come with theirs keep them, and those of `before`, the site
/// that is to be replaced, are taken over where the file is the same: compressing is most of the work.
/// `step` is told how many are done.
pub(crate) fn with_compressed(
    mut files: Vec<File>,
    before: &dyn Fn(&str) -> Option<Vec<u8>>,
    step: &(dyn Fn(usize, usize) + Sync),
) -> Vec<File> {
    let has = |path: &str| files.iter().any(|file| file.path == path);
    let mut kept = Vec::new();
    let wanted: Vec<&File> = files
        .iter()
        .filter(|file| is_textual(&file.path) && file.bytes.len() >= WORTH_IT)
        .filter(|file| !has(&format!("{}.br", file.path)))
        .filter(|file| match taken_over(file, before) {
            Some(copies) => {
                kept.extend(copies);
                false
            }
            None => true,
        })
        .collect();
    let bytes: usize = wanted.iter().map(|file| file.bytes.len()).sum();
    let quality = if bytes <= BEST_UP_TO { BEST } else { QUICK };

    let next = AtomicUsize::new(0);
    let made = Mutex::new(Vec::new());
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                while let Some(file) = wanted.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let copies = [
                        File {
                            path: format!("{}.br", file.path),
                            bytes: brotli(&file.bytes, quality),
                        },
                        File { path: format!("{}.gz", file.path), bytes: gzip(&file.bytes) },
                    ];
                    let mut made = made.lock().unwrap_or_else(PoisonError::into_inner);
                    made.extend(
                        copies.into_iter().filter(|copy| copy.bytes.len() < file.bytes.len()),
                    );
                    step(next.load(Ordering::Relaxed).min(wanted.len()), wanted.len());
                }
            });
        }
    });
    let mut made = made.into_inner().unwrap_or_else(PoisonError::into_inner);
    made.extend(kept);
    made.sort_by(|a, b| a.path.cmp(&b.path));
    made.dedup_by(|a, b| a.path == b.path);
    let fresh: Vec<File> =
        made.into_iter().filter(|copy| files.iter().all(|file| file.path != copy.path)).collect();
    files.extend(fresh);
    files
}

/// The compressed copies of the same file in the site before.
fn taken_over(file: &File, before: &dyn Fn(&str) -> Option<Vec<u8>>) -> Option<Vec<File>> {
    let copies = ["br", "gz"].map(|ending| {
        let path = format!("{}.{ending}", file.path);
        before(&path).map(|bytes| File { path, bytes })
    });
    let copies: Vec<File> = copies.into_iter().collect::<Option<_>>()?;
    before(&file.path).is_some_and(|bytes| bytes == file.bytes).then_some(copies)
}

/// The one-file archive goes by hand, and what is in it is packed already.
fn is_textual(path: &str) -> bool {
    path != single::FILE
        && path.rsplit_once('.').is_some_and(|(_, extension)| TEXTUAL.contains(&extension))
}

/// Compressed bytes; none (so that no copy is kept) in the case that cannot happen.
fn brotli(bytes: &[u8], quality: u32) -> Vec<u8> {
    const BUFFER: usize = 64 * 1024;
    const WINDOW: u32 = 22;
    let mut out = Vec::new();
    let mut writer = brotli::CompressorWriter::new(&mut out, BUFFER, quality, WINDOW);
    let written = writer.write_all(bytes);
    drop(writer);
    if written.is_ok() { out } else { bytes.to_vec() }
}

/// Gzip's turn. The header carries no time, so that the same bytes give the same file.
pub(crate) fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut writer = GzEncoder::new(Vec::new(), Compression::best());
    let out = writer.write_all(bytes).and_then(|()| writer.finish());
    out.unwrap_or_else(|_| bytes.to_vec())
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use super::*;

    fn file(path: &str, bytes: &[u8]) -> File {
        File { path: path.to_owned(), bytes: bytes.to_vec() }
    }

    #[test]
    fn copies_read_back() {
        let text = "Huyện ủy Sông Lô ".repeat(100).into_bytes();
        let files = vec![file("a.json", &text), file("b.json", b"{}"), file("c.png", &text)];
        let all = with_compressed(files.clone(), &|_| None, &|_, _| ());
        let paths: Vec<_> = all.iter().map(|file| file.path.as_str()).collect();
        assert_eq!(paths, ["a.json", "b.json", "c.png", "a.json.br", "a.json.gz"]);
        let mut plain = Vec::new();
        brotli::Decompressor::new(&all[3].bytes[..], 4096).read_to_end(&mut plain).unwrap();
        assert_eq!(plain, text);
        plain.clear();
        flate2::read::GzDecoder::new(&all[4].bytes[..]).read_to_end(&mut plain).unwrap();
        assert_eq!(plain, text);
        assert_eq!(
            all,
            with_compressed(files.clone(), &|_| None, &|_, _| ()),
            "the same files give the same bytes"
        );
        assert_eq!(
            with_compressed(all.clone(), &|_| None, &|_, _| ()),
            all,
            "copies that are there are kept"
        );
        // Those of the site before are taken over for the same file, and for no other.
        let marked = |path: &str| match path {
            "a.json" => Some(text.clone()),
            "a.json.br" | "a.json.gz" => Some(b"x".to_vec()),
            _ => None,
        };
        let again = with_compressed(files.clone(), &marked, &|_, _| ());
        assert_eq!((again[3].bytes.as_slice(), again.len()), (&b"x"[..], 5));
        let other = with_compressed(vec![file("a.json", &text[1..])], &marked, &|_, _| ());
        assert_ne!(other[1].bytes, b"x");
    }
}
