//! The bytes of a packed site, by what they are for.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde_json::Value;

use super::corpus;
use crate::compress::{self, Sizes};
use crate::static_files;

/// The bundle's manifest.
pub(crate) const MANIFEST: &str = "archive.json";
/// The folder of its parts.
const PARTS: &str = "parts/";

/// Characters of the name of a page.
const NAME: usize = 16;

/// A file of a bundle.
pub(crate) struct File {
    /// In the site.
    pub(crate) path: String,
    /// `archive.json`, or what its name says: `index`, `articles`, `catalogue` …
    pub(crate) kind: String,
    pub(crate) sizes: Sizes,
}

/// The files of a site that belong to its bundle.
pub(crate) fn files(site: &Path) -> Result<Vec<File>> {
    let mut all = Vec::new();
    for path in paths(site)? {
        let name = relative(site, &path)?;
        let raw = usize::try_from(fs::metadata(&path)?.len())?;
        let packed = |end: &str| length(&compress::beside(&path, end)).unwrap_or(raw);
        let sizes = Sizes { raw, gzip: packed("gz"), brotli: packed("br") };
        all.push(File { kind: kind(&name).to_owned(), path: name, sizes });
    }
    Ok(all)
}

/// Where they lie, their compressed copies left out.
pub(crate) fn paths(site: &Path) -> Result<Vec<PathBuf>> {
    let mut all = static_files::files(site)?;
    all.retain(|path| {
        let name = relative(site, path).unwrap_or_default();
        let ours = name == MANIFEST || name.starts_with(PARTS);
        ours && !static_files::is_compressed(path)
    });
    Ok(all)
}

/// The sizes of each kind, and of all.
pub(crate) fn by_kind(files: &[File]) -> BTreeMap<&str, Sizes> {
    let mut kinds: BTreeMap<&str, Vec<Sizes>> = BTreeMap::new();
    for file in files {
        kinds.entry(&file.kind).or_default().push(file.sizes);
        kinds.entry("all").or_default().push(file.sizes);
    }
    kinds.into_iter().map(|(kind, sizes)| (kind, sizes.into_iter().sum())).collect()
}

/// What a file is for, by its path in the site; the viewer's own files have none of these names.
pub(crate) fn kind(path: &str) -> &str {
    let name = path.strip_prefix(PARTS).unwrap_or(path);
    match name.rsplit_once('-') {
        Some((kind, _)) if path != name => kind,
        _ => name,
    }
}

/// Bytes that a reader of the old site fetches to have the new one, by kind: new names, and the
/// manifest.
pub(crate) fn new_files(old: &[File], new: &[File]) -> BTreeMap<String, usize> {
    let known = |path: &str| old.iter().any(|file| file.path == path);
    let mut kinds = BTreeMap::new();
    for file in new.iter().filter(|file| file.path == MANIFEST || !known(&file.path)) {
        *kinds.entry(file.kind.clone()).or_default() += file.sizes.brotli;
        *kinds.entry("all".to_owned()).or_default() += file.sizes.brotli;
    }
    kinds
}

/// The article numbers of the bundle's ordinals.
pub(crate) fn numbers(site: &Path) -> Result<Vec<usize>> {
    let manifest = json(&site.join(MANIFEST))?;
    let mut shelves = manifest["parts"].as_array().context("no parts in archive.json")?.iter();
    let shelf = shelves.find(|shelf| shelf["kind"] == "catalogue");
    let shelf = shelf.context("no catalogue in archive.json")?;
    let pages = |kind: &str, names: &Value| -> Result<Vec<Value>> {
        let names = names.as_str().unwrap_or_default().as_bytes().chunks(NAME);
        let path = |name| format!("{PARTS}{kind}-{}.json", String::from_utf8_lossy(name));
        names.map(|name| json(&site.join(path(name)))).collect()
    };
    let lists =
        if shelf["listed"] == true { pages("list", &shelf["names"])? } else { vec![shelf.clone()] };
    let mut numbers = Vec::new();
    for list in lists {
        for page in pages("catalogue", &list["names"])? {
            let entries = page["articles"].as_array().into_iter().flatten();
            let read = |entry: &Value| corpus::number(entry["id"].as_str()?);
            numbers.extend(entries.filter_map(read));
        }
    }
    Ok(numbers)
}

fn json(path: &Path) -> Result<Value> {
    let bytes = fs::read(path).with_context(|| format!("no {}", path.display()))?;
    serde_json::from_slice(&bytes).with_context(|| format!("{} is not JSON", path.display()))
}

fn length(path: &Path) -> Option<usize> {
    usize::try_from(fs::metadata(path).ok()?.len()).ok()
}

fn relative(site: &Path, path: &Path) -> Result<String> {
    Ok(path.strip_prefix(site)?.to_string_lossy().replace('\\', "/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(path: &str, brotli: usize) -> File {
        let sizes = Sizes { raw: 2 * brotli, gzip: brotli, brotli };
        File { path: path.to_owned(), kind: kind(path).to_owned(), sizes }
    }

    #[test]
    fn kinds_are_read_off_names() {
        assert_eq!(kind("parts/articles-0123456789abcdef.json"), "articles");
        assert_eq!(kind("archive.json"), "archive.json");
        assert_eq!(kind("search-worker-0123.wasm"), "search-worker-0123.wasm");
    }

    #[test]
    fn only_what_is_new_is_fetched() {
        let old = [
            file("archive.json", 10),
            file("parts/index-a.bin", 20),
            file("parts/index-b.bin", 30),
        ];
        let new = [
            file("archive.json", 11),
            file("parts/index-a.bin", 20),
            file("parts/index-c.bin", 40),
        ];
        assert_eq!(new_files(&old, &new)["all"], 51);
        assert_eq!(new_files(&old, &new)["index"], 40);
        assert_eq!(new_files(&old, &old)["all"], 10);
        let kinds = by_kind(&new);
        assert_eq!((kinds["index"].brotli, kinds["all"].brotli), (60, 71));
    }
}
