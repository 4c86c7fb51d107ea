//! rustfmt and clippy: components of rustup's stable, needed by `test` only.

use std::process::Command;

use anyhow::Result;

use crate::process::{self, ready, say};
use crate::project::Project;

/// Adds those that are missing.
pub(crate) fn components(project: &Project) -> Result<()> {
    let missing: Vec<&str> = [("fmt", "rustfmt"), ("clippy", "clippy")]
        .into_iter()
        .filter(|(tool, _)| process::ask("cargo", &[tool, "--version"]).is_none())
        .map(|(_, component)| component)
        .collect();
    if missing.is_empty() {
        ready("rustfmt and clippy");
        return Ok(());
    }
    let names = missing.join(" ");
    say(&format!("{names}: rustup component add {names}, about 20 s"));
    let mut command = Command::new("rustup");
    command.args(["component", "add"]).args(missing);
    let log = project.scratch().join("rustup-component.log");
    let fix = format!("run `rustup component add {names}` where rustup can download");
    process::logged(&mut command, &log, &fix)
}
