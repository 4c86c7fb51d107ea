//! Node and npm: they run wasm-opt and the browser journeys.

use anyhow::{Result, bail};

use super::apt;
use crate::process::{self, ready};
use crate::project::Project;

/// The oldest that Debian 12 brings and the tools still run on.
const OLDEST: u32 = 18;

/// Finds or installs both.
pub(crate) fn node(project: &Project) -> Result<()> {
    let missing: Vec<&str> = [("node", "nodejs"), ("npm", "npm")]
        .into_iter()
        .filter(|(program, _)| process::ask(program, &["--version"]).is_none())
        .map(|(_, package)| package)
        .collect();
    if !missing.is_empty() {
        apt::install(project, &missing, "node with npm (for wasm-opt and the browser tests)")?;
    }
    let version = process::ask("node", &["--version"]).unwrap_or_default();
    match major(&version) {
        Some(found) if found >= OLDEST => {
            ready(&format!("node {version}"));
            Ok(())
        }
        _ => bail!("node is {version:?} but {OLDEST} or newer is needed; install a newer one"),
    }
}

fn major(version: &str) -> Option<u32> {
    version.strip_prefix('v')?.split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::major;

    #[test]
    fn the_major_version_is_read() {
        assert_eq!(major("v20.20.2"), Some(20));
        assert_eq!(major("v18"), Some(18));
        assert_eq!(major("20.1"), None);
        assert_eq!(major(""), None);
    }
}
