//! wasm-opt, from npm's `binaryen`: Debian's is too old for the wasm of today's compilers.

use std::path::PathBuf;
use std::process::Command;

use anyhow::Result;

use crate::process::{self, ready, say};
use crate::project::Project;

/// Of npm's package; wasm-opt itself says “version 132”.
const BINARYEN: &str = "132.0.0";

/// Finds or installs it.
pub(crate) fn optimiser(project: &Project) -> Result<PathBuf> {
    let home = project.tools.join("npm");
    let ours = home.join("node_modules/.bin/wasm-opt");
    let major = BINARYEN.split('.').next().unwrap_or(BINARYEN);
    let right = |said: String| said.split_whitespace().any(|word| word == major);
    if process::ask(&ours, &["--version"]).is_some_and(right) {
        ready(&format!("wasm-opt {major}"));
        return Ok(ours);
    }
    say(&format!("wasm-opt {major}: installing npm's binaryen into .tools, about 20 s"));
    std::fs::create_dir_all(&home)?;
    let mut command = Command::new("npm");
    command.args(["install", "--no-save", "--no-audit", "--no-fund", "--prefix"]).arg(&home);
    command.arg(format!("binaryen@{BINARYEN}"));
    let log = project.scratch().join("install-wasm-opt.log");
    let fix = "check the connection to the npm registry, then run the same chore again";
    process::logged(&mut command, &log, fix)?;
    Ok(ours)
}
