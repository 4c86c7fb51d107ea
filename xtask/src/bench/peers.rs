//! The other engines' indexes over the same documents.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use serde_json::{Value, json};

use super::corpus::Corpus;
use super::cost::{self, Cost};
use crate::compress;
use crate::process::say;
use crate::project::Project;
use crate::setup;
use crate::static_files;

/// The engines; `tests/bench/peers/NAME.mjs` says how each is set.
const NAMES: [&str; 4] = ["pagefind", "minisearch", "flexsearch", "orama"];

/// Some engines hold all documents while they build.
const MEMORY: &str = "--max-old-space-size=12000";

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

/// Where the indexes lie, also for the next run over the same documents: some take minutes.
pub(crate) fn folder(project: &Project) -> PathBuf {
    project.scratch().join("bench-peers")
}

/// Builds those that were not built from the same documents, by the same versions.
pub(crate) fn build(project: &Project, corpus: &Corpus) -> Result<Vec<Peer>> {
    setup::browser::peers(project)?;
    let home = folder(project);
    fs::create_dir_all(&home)?;
    let text = corpus.as_documents().to_string();
    let documents = home.join("documents.json");
    fs::write(&documents, &text)?;
    let scripts = project.root.join("tests/bench/peers");
    let build = |name: &'static str| {
        let mut recipe = text.clone();
        for file in [&format!("{name}.mjs"), "fold.mjs", "build.mjs", "package-lock.json"] {
            let path = scripts.join(file);
            recipe +=
                &fs::read_to_string(&path).with_context(|| format!("no {}", path.display()))?;
        }
        one(&scripts, name, &home, &static_files::digest(recipe.as_bytes()))
    };
    NAMES.into_iter().map(build).collect()
}

fn one(scripts: &Path, name: &'static str, home: &Path, recipe: &str) -> Result<Peer> {
    let (out, stamp) = (home.join(name), home.join(format!("{name}.built.json")));
    let cost = match built(&stamp, recipe) {
        Some(cost) => cost,
        None => {
            say(&format!("{name}: building its index"));
            static_files::fresh(&out)?;
            let mut command = Command::new("node");
            command.arg(MEMORY).arg(scripts.join("build.mjs")).arg(name);
            command.arg(home.join("documents.json")).arg(&out);
            let cost = cost::run(&mut command, &home.join(format!("{name}.log")), 0)?;
            say(&format!("{name}: compressing"));
            let mut files = static_files::files(&out)?;
            files.retain(|file| !packs_itself(file));
            compress::best(&files)?;
            let Cost { seconds, bytes } = cost;
            let about = json!({ "recipe": recipe, "seconds": seconds, "bytes": bytes });
            fs::write(&stamp, about.to_string())?;
            cost
        }
    };
    let mut files = static_files::files(&out)?;
    files.retain(|file| !static_files::is_compressed(file));
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

/// Pagefind's pieces are packed by gzip already; brotli would only take time.
fn packs_itself(file: &Path) -> bool {
    file.extension().is_some_and(|end| end.to_string_lossy().starts_with("pf_"))
}

/// What building cost, when it was by this recipe.
fn built(stamp: &Path, recipe: &str) -> Option<Cost> {
    let about: Value = serde_json::from_slice(&fs::read(stamp).ok()?).ok()?;
    let cost =
        || Some(Cost { seconds: about["seconds"].as_f64()?, bytes: about["bytes"].as_u64() });
    if about["recipe"] == recipe { cost() } else { None }
}

/// Whether a file is searched: Pagefind's fragments are what it shows, its scripts are code.
fn is_index(file: &Path) -> bool {
    let end = file.extension().and_then(|end| end.to_str()).unwrap_or_default();
    matches!(end, "pf_index" | "pf_meta" | "pf_filter") || file.ends_with("index.json")
}
