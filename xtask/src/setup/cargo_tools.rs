//! Trunk and wasm-bindgen: found when the exact version is there, else built into `.tools`.

use std::path::PathBuf;

use anyhow::Result;

use crate::process::{self, ready, say};
use crate::project::{Project, locked_version};

/// The newest that rustc 1.95 builds.
const TRUNK: &str = "0.21.14";

struct Tool<'a> {
    program: &'a str,
    package: &'a str,
    version: &'a str,
    /// With the versions of dependencies that its authors tested.
    locked: bool,
    time: &'a str,
}

/// Trunk, which builds the viewer's page.
pub(crate) fn trunk(project: &Project) -> Result<PathBuf> {
    let time = "about 7 min on two cores";
    provide(
        project,
        &Tool { program: "trunk", package: "trunk", version: TRUNK, locked: true, time },
    )
}

/// wasm-bindgen's command line, which must be of exactly the version that the code links.
pub(crate) fn bindgen(project: &Project) -> Result<PathBuf> {
    let version = locked_version(&project.root, "wasm-bindgen")?;
    provide(
        project,
        &Tool {
            program: "wasm-bindgen",
            package: "wasm-bindgen-cli",
            version: &version,
            // Its lock file has named releases that registries did not have yet.
            locked: false,
            time: "about 2 min on two cores",
        },
    )
}

fn provide(project: &Project, tool: &Tool<'_>) -> Result<PathBuf> {
    let Tool { program, package, version, .. } = *tool;
    let ours = project.tools.join("bin").join(program);
    for candidate in [ours.clone(), PathBuf::from(program)] {
        if process::ask(&candidate, &["--version"]).is_some_and(|said| is_version(&said, version)) {
            ready(&format!("{program} {version}"));
            // Found on PATH: the bare name goes on working.
            return Ok(candidate);
        }
    }
    say(&format!("{program} {version}: building it from source into .tools, {}", tool.time));
    let mut command = project.cargo(&["install", package, "--version", version, "--force"]);
    if tool.locked {
        command.arg("--locked");
    }
    command.arg("--root").arg(&project.tools);
    let build = project.tools.join("build");
    command.env("CARGO_TARGET_DIR", &build);
    let log = project.scratch().join(format!("install-{program}.log"));
    let fix = "check the connection to the crate registry, then run the same chore again";
    process::logged(&mut command, &log, fix)?;
    // Only the program is wanted: its build folder is half a gigabyte.
    let _ = std::fs::remove_dir_all(build);
    Ok(ours)
}

/// `trunk 0.21.14` is 0.21.14 and not 0.21.1.
fn is_version(said: &str, version: &str) -> bool {
    said.split_whitespace().any(|word| word == version)
}

#[cfg(test)]
mod tests {
    use super::is_version;

    #[test]
    fn versions_match_as_words() {
        assert!(is_version("trunk 0.21.14", "0.21.14"));
        assert!(is_version("wasm-bindgen 0.2.130 (abc)", "0.2.130"));
        assert!(!is_version("trunk 0.21.14", "0.21.1"));
        assert!(!is_version("", "0.21.1"));
    }
}
