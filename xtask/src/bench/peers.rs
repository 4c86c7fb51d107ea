//! The other engines' indexes over the same documents.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::Result;

use super::corpus::Corpus;
use super::cost::{self, Cost};
use crate::compress;
use crate::process::say;
use crate::project::Project;
use crate::setup;
use crate::static_files;

/// The engines; `tests/bench/peers/NAME.mjs` says how each is set.
const NAMES: [&str; 4] = ["pagefind", "minisearch", "flexsearch", "orama"];

/// An engine's index.
pub(crate) struct Peer {
    pub(crate) name: &'static str,
    pub(crate) cost: Cost,
    /// What is searched.
    pub(crate) index: Bytes,
    /// With what is shown of articles, where the engine keeps that too.
    pub(crate) all: Bytes,
    pub(crate) files: usize,
}

/// Bytes of some files.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Bytes {
    pub(crate) raw: u64,
    /// Each file packed with brotli's best, where that is smaller.
    pub(crate) brotli: u64,
}

impl Bytes {
    fn add(&mut self, file: Self) {
        self.raw += file.raw;
        self.brotli += file.brotli;
    }
}

/// Where the indexes are built.
pub(crate) fn folder(scratch: &Path) -> PathBuf {
    scratch.join("peers")
}

/// Builds all of them.
pub(crate) fn build(project: &Project, corpus: &Corpus, scratch: &Path) -> Result<Vec<Peer>> {
    setup::browser::peers(project)?;
    let documents = scratch.join("documents.json");
    fs::write(&documents, corpus.as_documents().to_string())?;
    NAMES.into_iter().map(|name| one(project, name, &documents, scratch)).collect()
}

fn one(project: &Project, name: &'static str, documents: &Path, scratch: &Path) -> Result<Peer> {
    say(&format!("{name}: building its index"));
    let out = folder(scratch).join(name);
    let mut command = Command::new("node");
    command.arg("--max-old-space-size=12000");
    command.arg(project.root.join("tests/bench/peers/build.mjs"));
    command.arg(name).arg(documents).arg(&out);
    let cost = cost::run(&mut command, &scratch.join(format!("{name}.log")), 0)?;
    let files = static_files::files(&out)?;
    say(&format!("{name}: compressing {} files with brotli 11", files.len()));
    compress::best(&files)?;
    let (mut index, mut all) = (Bytes::default(), Bytes::default());
    for file in &files {
        let raw = fs::metadata(file)?.len();
        let brotli = fs::metadata(compress::beside(file, "br")).map_or(raw, |packed| packed.len());
        let bytes = Bytes { raw, brotli };
        all.add(bytes);
        if is_index(file) {
            index.add(bytes);
        }
    }
    Ok(Peer { name, cost, index, all, files: files.len() })
}

/// Whether a file is searched: Pagefind's fragments are what it shows, its scripts are code.
fn is_index(file: &Path) -> bool {
    let end = file.extension().and_then(|end| end.to_str()).unwrap_or_default();
    matches!(end, "pf_index" | "pf_meta" | "pf_filter") || file.ends_with("index.json")
}
