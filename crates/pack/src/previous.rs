//! What was built into a folder before.

use std::fs;
use std::path::Path;

use model::bundle::{Manifest, PartKind};

/// The pieces of the index of a bundle, in their order. A piece that is missing or damaged is
/// empty; where there is no bundle that can be read, there are none.
pub(crate) fn index(folder: &Path) -> Vec<Vec<u8>> {
    let manifest = fs::read(folder.join("archive.json"));
    let Some(manifest) = manifest.ok().and_then(|bytes| Manifest::parse(&bytes).ok()) else {
        return Vec::new();
    };
    let pieces = manifest.parts.iter().filter(|part| part.kind == PartKind::Index);
    pieces
        .map(|part| {
            let bytes = fs::read(folder.join(&part.path)).unwrap_or_default();
            if part.verify(&bytes).is_ok() { bytes } else { Vec::new() }
        })
        .collect()
}
