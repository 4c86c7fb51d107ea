//! Chromium, and the journeys' npm packages: needed by tests, bench and shots only.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};

use super::{apt, node};
use crate::process::{self, ready, say};
use crate::project::Project;

/// Names under which distributions and vendors install it.
const NAMES: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/// Finds or installs the browser.
pub(crate) fn chromium(project: &Project) -> Result<PathBuf> {
    if let Some(chosen) = std::env::var_os("BIEN_NIEN_CHROMIUM").map(PathBuf::from) {
        process::ask(&chosen, &["--version"]).with_context(|| {
            format!("BIEN_NIEN_CHROMIUM is {}, which does not run", chosen.display())
        })?;
        return Ok(chosen);
    }
    if find().is_none() {
        apt::install(project, &["chromium"], "Chromium (for the browser tests)")?;
    }
    let found = find().context("apt-get installed chromium but no `chromium` is on PATH")?;
    let version = process::ask(&found, &["--version"]).unwrap_or_default();
    ready(version.split(" built").next().unwrap_or("Chromium"));
    Ok(found)
}

fn find() -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
    let all = NAMES.iter().flat_map(|name| folders.iter().map(move |folder| folder.join(name)));
    all.into_iter().find(|candidate| candidate.is_file())
}

/// Installs what the journeys import, exactly as locked.
pub(crate) fn journeys(project: &Project) -> Result<()> {
    packages(project, "tests/journeys", &["ci"], "packages of the browser tests")
}

/// Installs Lighthouse as locked. Not by `npm ci`: two packages of its own want different versions of a
/// third, and `ci` refuses the lock that `install` makes of that.
pub(crate) fn lighthouse(project: &Project) -> Result<()> {
    packages(project, "tests/lighthouse", &["install", "--no-save"], "Lighthouse")
}

/// Installs the search engines that `bench --peers` measures beside ours. Not by `npm ci`: Pagefind
/// has a package for every kind of machine, and a lock made on one of them does not list them all.
pub(crate) fn peers(project: &Project) -> Result<()> {
    packages(project, "tests/bench/peers", &["install", "--no-save"], "the other search engines")
}

/// Installs the npm packages of a folder once, until its lock changes.
fn packages(project: &Project, folder: &str, how: &[&str], what: &str) -> Result<()> {
    node::node(project)?;
    let home = project.root.join(folder);
    let lock = home.join("package-lock.json");
    let stamp = home.join("node_modules/.installed-lock");
    let wanted = std::fs::read(&lock).with_context(|| format!("no {}", lock.display()))?;
    if std::fs::read(&stamp).is_ok_and(|installed| installed == wanted) {
        ready(what);
        return Ok(());
    }
    say(&format!("{what}: npm in {folder}, about 10 s"));
    let mut command = Command::new("npm");
    command.args(how).args(["--no-audit", "--no-fund"]).current_dir(&home);
    let log = project.scratch().join("npm.log");
    let fix = "check the connection to the npm registry, then run the same chore again";
    process::logged(&mut command, &log, fix)?;
    std::fs::write(stamp, wanted)?;
    Ok(())
}
