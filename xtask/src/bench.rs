//! Times and bytes in a real browser, on the built sample; kept apart from `test`, since a busy
//! machine must not fail it.

use std::path::Path;

use anyhow::Result;

use crate::journeys;
use crate::process::{self, say};
use crate::project::Project;

/// Prints the table and writes `target/bench.json`.
pub(crate) fn run(project: &Project, site: &Path) -> Result<()> {
    let mut command = journeys::node(project, site)?;
    command.arg(project.root.join("tests/journeys/bench.mjs"));
    say("measuring in headless Chromium, about a minute");
    process::show(&mut command, "read what the browser says above")
}
