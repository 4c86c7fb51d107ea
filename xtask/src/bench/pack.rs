//! The corpus bound by the release packer, measured.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use super::bundle;
use super::corpus::Corpus;
use super::cost::{self, Cost};
use crate::compress;
use crate::process::{self, say};
use crate::project::Project;

/// Articles added to a finished archive, to see what its readers must fetch again.
const ADDED: usize = 50;
/// The packer's exit code when something was left out or doubtful; real corpora have such articles.
const WITH_FAULTS: i32 = 1;

/// A packed site and what packing cost.
pub(crate) struct Packed {
    pub(crate) site: PathBuf,
    /// Of the first packing: bundle, viewer, compressed copies.
    pub(crate) cost: Cost,
    /// The bundle, every copy made with brotli's best.
    pub(crate) files: Vec<bundle::File>,
    /// Bytes of the bundle's copies as the packer chose to make them.
    pub(crate) as_packed: usize,
    /// Bytes to fetch when the newest articles are added to the rest, by kind.
    pub(crate) update: BTreeMap<String, usize>,
    /// How many articles that were.
    pub(crate) added: usize,
}

/// Packs the corpus without its newest articles, and over that all of it, as a clerk does who adds
/// some: what is served and measured is an archive that has grown.
pub(crate) fn pack(project: &Project, corpus: &Corpus, scratch: &Path) -> Result<Packed> {
    let packer = packer(project)?;
    let added = ADDED.min(corpus.articles.len() / 2);
    let site = scratch.join("site");
    let run = |numbers: &mut dyn Iterator<Item = usize>| -> Result<Cost> {
        let set = scratch.join("set.json");
        fs::write(&set, corpus.as_set(numbers).to_string())?;
        let mut command = Command::new(&packer);
        command.arg("build").arg(&set).arg("-o").arg(&site).arg("--viewer").arg(project.shell());
        cost::run(&mut command, &scratch.join("pack.log"), WITH_FAULTS)
    };
    say(&format!("packing all but the {added} newest articles"));
    let cost = run(&mut corpus.without_newest(added).into_iter())?;
    let before = bundle::files(&site)?;
    say("packing all of them over that");
    run(&mut (0..corpus.articles.len()))?;

    let as_packed = bundle::files(&site)?.iter().map(|file| file.sizes.brotli).sum();
    say("compressing the bundle with brotli 11, about a second for each megabyte");
    compress::best(&bundle::paths(&site)?)?;
    let files = bundle::files(&site)?;
    let update = bundle::new_files(&before, &files);
    Ok(Packed { site, cost, files, as_packed, update, added })
}

/// Builds the release packer.
fn packer(project: &Project) -> Result<PathBuf> {
    let binary = project.binary_of("pack")?;
    say("building the release packer; cold, one to two minutes");
    let mut build = project.cargo(&["build", "--release", "--package", "pack", "--bin", binary]);
    process::show(&mut build, "correct what the compiler reports above")?;
    let path = project.target.join("release").join(binary);
    path.exists().then_some(path).context("cargo built no packer")
}
