//! `dist/`: the shell with the archive packed into it, for any static host under any path.

use std::path::Path;

use anyhow::{Result, ensure};
use pico_args::Arguments;

use crate::process::{self, ready, say};
use crate::project::Project;
use crate::{compress, shell};

/// The clerk's command line, which packs an archive.
const PACKER: &str = "pack";

/// What `dist` takes.
pub(crate) struct Options {
    release: bool,
}

impl Options {
    /// Reads them.
    pub(crate) fn parse(mut args: Arguments) -> Result<Self> {
        let release = args.contains("--release");
        crate::no_more(args)?;
        Ok(Self { release })
    }
}

/// Builds the site, and on demand the packer with the viewer inside it.
pub(crate) fn run(project: &Project, options: &Options) -> Result<()> {
    build(project)?;
    if options.release {
        release(project)?;
    }
    Ok(())
}

/// The site as it was last built.
pub(crate) fn existing(project: &Project) -> Result<&Path> {
    ensure!(
        project.dist.join("index.html").exists(),
        "there is no dist/ yet: run `cargo xtask dist`, or leave --no-build away"
    );
    Ok(&project.dist)
}

/// Builds the shell and packs `archive/` into `dist/`.
pub(crate) fn build(project: &Project) -> Result<()> {
    shell::build(project)?;
    say("packing archive/ into dist/");
    pack(project, &project.root.join("archive"), &project.dist)?;
    compress::site(&project.dist)?;
    ready(&format!("site in {}", project.dist.display()));
    Ok(())
}

/// Packs an archive with the packer of this clone.
pub(crate) fn pack(project: &Project, archive: &Path, out: &Path) -> Result<()> {
    let binary = project.binary_of(PACKER)?;
    let mut build = project.cargo(&["build", "--package", PACKER, "--bin", binary]);
    process::show(&mut build, "correct what the compiler reports above")?;
    let mut command = std::process::Command::new(packer(project)?);
    command.arg("build").arg(archive).arg("-o").arg(out).arg("--viewer").arg(project.shell());
    command.arg("--single");
    process::show(&mut command, "correct what the packer reports above")
}

/// Where the packer that finishes sites lies, once it is built.
pub(crate) fn packer(project: &Project) -> Result<std::path::PathBuf> {
    Ok(project.target.join("debug").join(project.binary_of(PACKER)?))
}

/// Builds the packer with the viewer inside, for clerks who have neither Rust nor this clone.
fn release(project: &Project) -> Result<()> {
    let binary = project.binary_of(PACKER)?;
    say("building the packer with the viewer inside it, one to three minutes");
    let mut command = project.cargo(&["build", "--release", "--package", PACKER, "--bin", binary]);
    command.args(["--features", "embedded-viewer"]).env("BIEN_NIEN_VIEWER", project.shell());
    process::show(&mut command, "correct what the compiler reports above")?;
    ready(&format!("packer in {}", project.target.join("release").join(binary).display()));
    Ok(())
}
