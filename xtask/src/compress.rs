//! `.br` and `.gz` beside each file, for hosts that send what is already compressed.

use std::fs;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use anyhow::{Context, Result, bail};

use crate::static_files;

/// brotli's best quality: files are compressed once and downloaded for years.
const BROTLI_QUALITY: u32 = 11;
/// From so many bytes in one file the best takes minutes, and this is used instead …
const HEAVY: usize = 32 * 1024 * 1024;
/// … ten times as fast, and some percent larger.
const HEAVY_QUALITY: u32 = 9;
/// brotli's window, 2^22 bytes, the largest that every browser accepts.
const BROTLI_WINDOW: u32 = 22;
const BUFFER: usize = 64 * 1024;
/// A build to look at is not packed well from so many bytes in one file.
const LARGE: usize = 100 * 1024;

/// How long a body is in each form.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Sizes {
    /// As it is.
    pub(crate) raw: usize,
    /// With gzip -9.
    pub(crate) gzip: usize,
    /// With brotli 11.
    pub(crate) brotli: usize,
}

impl std::iter::Sum for Sizes {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::default(), |a, b| Self {
            raw: a.raw + b.raw,
            gzip: a.gzip + b.gzip,
            brotli: a.brotli + b.brotli,
        })
    }
}

/// Compresses every file of a site that is not compressed yet, or was from other bytes.
pub(crate) fn site(folder: &Path) -> Result<()> {
    for path in static_files::files(folder)? {
        if static_files::is_compressed(&path) {
            continue;
        }
        let bytes = fs::read(&path)?;
        keep(&beside(&path, "br"), &bytes, brotli, unbrotli)?;
        keep(&beside(&path, "gz"), &bytes, gzip, ungzip)?;
    }
    Ok(())
}

/// Packs these files anew with brotli's best (very large ones a little less well), on all cores,
/// whatever quality stands beside them; beside one that does not shrink stands nothing.
pub(crate) fn best(paths: &[PathBuf]) -> Result<()> {
    let next = AtomicUsize::new(0);
    let work = || -> Result<()> {
        while let Some(path) = paths.get(next.fetch_add(1, Ordering::Relaxed)) {
            let (bytes, packed) = (fs::read(path)?, beside(path, "br"));
            let quality = if bytes.len() < HEAVY { BROTLI_QUALITY } else { HEAVY_QUALITY };
            let smaller =
                Some(brotli_at(quality, &bytes)?).filter(|smaller| smaller.len() < bytes.len());
            match smaller {
                Some(smaller) => fs::write(packed, smaller)?,
                None if packed.exists() => fs::remove_file(packed)?,
                None => {}
            }
        }
        Ok(())
    };
    let threads = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        let running: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        let ended = running.into_iter().map(thread::ScopedJoinHandle::join);
        let broken = |_| bail!("a thread that compressed broke off");
        ended.map(|end| end.unwrap_or_else(broken)).fold(Ok(()), Result::and)
    })
}

/// The sizes of a file of a finished site.
pub(crate) fn sizes(path: &Path) -> Result<Sizes> {
    let length = |path: &Path| -> Result<usize> {
        let about = fs::metadata(path).with_context(|| format!("no {}", path.display()))?;
        Ok(usize::try_from(about.len())?)
    };
    let raw = length(path)?;
    if static_files::is_compressed(path) {
        return Ok(Sizes { raw, gzip: raw, brotli: raw });
    }
    Ok(Sizes { raw, gzip: length(&beside(path, "gz"))?, brotli: length(&beside(path, "br"))? })
}

/// `index.html` → `index.html.br`.
pub(crate) fn beside(path: &Path, extension: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".");
    name.push(extension);
    PathBuf::from(name)
}

/// Writes the packed form unless what is there already unpacks to the same bytes.
fn keep(
    path: &Path,
    bytes: &[u8],
    pack: impl Fn(&[u8]) -> Result<Vec<u8>>,
    unpack: impl Fn(&[u8]) -> Option<Vec<u8>>,
) -> Result<()> {
    let kept = fs::read(path).ok().and_then(|old| unpack(&old));
    if kept.as_deref() == Some(bytes) {
        return Ok(());
    }
    fs::write(path, pack(bytes)?).with_context(|| format!("cannot write {}", path.display()))
}

pub(crate) fn brotli(bytes: &[u8]) -> Result<Vec<u8>> {
    let hurried = crate::setup::quick() && bytes.len() >= LARGE;
    brotli_at(if hurried { 1 } else { BROTLI_QUALITY }, bytes)
}

fn brotli_at(quality: u32, bytes: &[u8]) -> Result<Vec<u8>> {
    let mut packed = Vec::new();
    let mut writer = brotli::CompressorWriter::new(&mut packed, BUFFER, quality, BROTLI_WINDOW);
    writer.write_all(bytes)?;
    drop(writer);
    Ok(packed)
}

fn unbrotli(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut plain = Vec::new();
    brotli::Decompressor::new(bytes, BUFFER).read_to_end(&mut plain).ok()?;
    Some(plain)
}

fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    // No name and no time in the header: the same bytes give the same file.
    let mut writer = flate2::GzBuilder::new().write(Vec::new(), flate2::Compression::best());
    writer.write_all(bytes)?;
    Ok(writer.finish()?)
}

fn ungzip(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut plain = Vec::new();
    flate2::read::GzDecoder::new(bytes).read_to_end(&mut plain).ok()?;
    Some(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_packed_unpacks() {
        for bytes in [&b""[..], b"a", "Biên Niên ".repeat(5000).as_bytes()] {
            assert_eq!(unbrotli(&brotli(bytes).unwrap()).unwrap(), bytes);
            assert_eq!(ungzip(&gzip(bytes).unwrap()).unwrap(), bytes);
            assert_eq!(gzip(bytes).unwrap(), gzip(bytes).unwrap());
        }
    }

    #[test]
    fn stale_neighbours_are_replaced() {
        let folder = std::env::temp_dir().join(format!("xtask-compress-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let page = folder.join("index.html");
        for text in ["one", "two"] {
            fs::write(&page, text).unwrap();
            site(&folder).unwrap();
            let packed = fs::read(beside(&page, "br")).unwrap();
            assert_eq!(unbrotli(&packed).unwrap(), text.as_bytes());
        }
        assert_eq!(sizes(&page).unwrap().raw, 3);
        fs::remove_dir_all(folder).unwrap();
    }
}
