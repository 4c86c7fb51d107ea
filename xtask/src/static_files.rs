//! What is known of the files of a site: their kinds, their names by content, their listing.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

/// Hexadecimal digits of a content name: 48 bits are plenty for a few dozen files.
const NAME_DIGITS: usize = 12;

pub(crate) use host::media_type;

/// The whole archive in one file, which the packer makes.
pub(crate) const SINGLE: &str = "bien-nien.html";

/// Fetched after the page, to keep it: the service worker's scripts and the web manifest.
pub(crate) fn is_offline(path: &str) -> bool {
    matches!(path, "sw.js" | "app.html" | "archive-file.js" | "saving.js" | "manifest.webmanifest")
}

/// Shows an article's words before the viewer has started, on a first visit that begins with one.
pub(crate) fn is_first(path: &str) -> bool {
    path == "first.js"
}

/// Loaded where the viewer stands elsewhere than on a reader's own device: in other sites, in a hall.
pub(crate) fn is_elsewhere(path: &str) -> bool {
    matches!(path, "embed.js" | "embed-frame.js" | "embed.css" | "kiosk.js" | "kiosk.css")
}

/// Not worth compressing, or compressed already.
pub(crate) fn is_compressed(path: &Path) -> bool {
    let extension = path.extension().and_then(|text| text.to_str()).unwrap_or_default();
    let packed =
        matches!(extension, "br" | "gz" | "woff2" | "png" | "jpg" | "webp" | "zip" | "template");
    packed || path.ends_with(SINGLE)
}

/// A short name for these bytes.
pub(crate) fn content_name(bytes: &[u8]) -> String {
    let mut name = digest(bytes);
    name.truncate(NAME_DIGITS);
    name
}

/// SHA-256 in hexadecimal.
pub(crate) fn digest(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Every file under a folder, sorted, so that whatever is made of them is the same each time.
pub(crate) fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    collect(folder, &mut found)?;
    found.sort();
    Ok(found)
}

fn collect(folder: &Path, found: &mut Vec<PathBuf>) -> Result<()> {
    let entries =
        fs::read_dir(folder).with_context(|| format!("cannot list {}", folder.display()))?;
    for entry in entries {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, found)?;
        } else {
            found.push(path);
        }
    }
    Ok(())
}

/// Empties a folder, making it when it is not there.
pub(crate) fn fresh(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| format!("cannot empty {}", folder.display()))?;
    }
    fs::create_dir_all(folder).with_context(|| format!("cannot create {}", folder.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds() {
        assert!(is_compressed(Path::new("a.js.br")));
        assert!(!is_compressed(Path::new("a.js")));
    }

    #[test]
    fn names_follow_content() {
        assert_eq!(content_name(b""), "e3b0c44298fc");
        assert_ne!(content_name(b"a"), content_name(b"b"));
    }
}
