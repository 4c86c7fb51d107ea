//! What was built into a folder before.

use std::fs;
use std::path::Path;

use bindery::Previous;
use model::bundle::whole::Whole;
use model::bundle::{Manifest, PartKind};

/// What a bundle has that another is to follow. What is missing or damaged counts as not there; where
/// there is no bundle that can be read, there is nothing.
pub(crate) fn read(folder: &Path) -> Previous {
    let manifest = fs::read(folder.join("archive.json"));
    let Some(manifest) = manifest.ok().and_then(|bytes| Manifest::parse(&bytes).ok()) else {
        return Previous::default();
    };
    let whole = Whole { manifest: &manifest, file: &|path| fs::read(folder.join(path)).ok() };
    let articles = whole.summaries().unwrap_or_default();
    let pieces = whole.names(&PartKind::Index).unwrap_or_default();
    Previous {
        articles: articles.into_iter().map(|article| article.id).collect(),
        index: pieces
            .iter()
            .map(|name| whole.page(&PartKind::Index, name).unwrap_or_default())
            .collect(),
    }
}
