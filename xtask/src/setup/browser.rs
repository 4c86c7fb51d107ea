//! Chromium, and the journeys' npm packages: needed by tests, bench and shots only.

use std::path::{Path, PathBuf};
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
    node::node(project)?;
    let home = project.root.join("tests/journeys");
    let lock = home.join("package-lock.json");
    let stamp = home.join("node_modules/.installed-lock");
    let wanted = std::fs::read(&lock).with_context(|| format!("no {}", lock.display()))?;
    if std::fs::read(&stamp).is_ok_and(|installed| installed == wanted) {
        ready("packages of the browser tests");
        return Ok(());
    }
    say("packages of the browser tests: npm ci in tests/journeys, about 10 s");
    install(&home, project)?;
    std::fs::write(stamp, wanted)?;
    Ok(())
}

fn install(home: &Path, project: &Project) -> Result<()> {
    let mut command = Command::new("npm");
    command.args(["ci", "--no-audit", "--no-fund"]).current_dir(home);
    let log = project.scratch().join("npm-ci.log");
    let fix = "check the connection to the npm registry, then run the same chore again";
    process::logged(&mut command, &log, fix)
}
