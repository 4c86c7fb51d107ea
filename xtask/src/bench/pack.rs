//! The corpus bound by the release packer, measured.

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
    /// As a clerk makes it: bundle, viewer, compressed copies.
    pub(crate) cost: Cost,
    /// The bundle, every copy made with brotli's best.
    pub(crate) files: Vec<bundle::File>,
    /// Bytes of the bundle's copies as the packer chose to make them.
    pub(crate) as_packed: usize,
    /// Bytes to fetch when the newest articles are added to the rest.
    pub(crate) update: usize,
    /// How many articles that were.
    pub(crate) added: usize,
}

/// Packs the corpus, and once more without its newest articles.
pub(crate) fn pack(project: &Project, corpus: &Corpus, scratch: &Path) -> Result<Packed> {
    let packer = packer(project)?;
    let added = ADDED.min(corpus.articles.len() / 2);
    let (before, mut all) = (corpus.without_newest(added), 0..corpus.articles.len());
    let (old, site) = (scratch.join("before"), scratch.join("site"));

    say("packing: without the newest articles, then all of them");
    let run =
        |numbers: &mut dyn Iterator<Item = usize>, out: &Path, rest: &[&Path]| -> Result<Cost> {
            let set = scratch.join("set.json");
            fs::write(&set, corpus.as_set(numbers).to_string())?;
            let mut command = Command::new(&packer);
            command.arg("build").arg(&set).arg("-o").arg(out).args(rest);
            cost::run(&mut command, &scratch.join("pack.log"), WITH_FAULTS)
        };
    run(&mut before.into_iter(), &old, &[Path::new("--bundle-only")])?;
    let cost = run(&mut all, &site, &[Path::new("--viewer"), &project.shell()])?;

    let as_packed = bundle::files(&site)?.iter().map(|file| file.sizes.brotli).sum();
    say("compressing the bundle with brotli 11, about a second for each megabyte");
    compress::best(&bundle::paths(&site)?)?;
    let files = bundle::files(&site)?;
    let update = bundle::to_fetch(&bundle::files(&old)?, &files);
    fs::remove_dir_all(old)?;
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
