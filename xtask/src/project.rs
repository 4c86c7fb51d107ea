//! Where things are: the clone, the build folder, the tools, the finished site.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use serde_json::Value;

use crate::process;

/// The folders of this clone.
pub(crate) struct Project {
    /// The clone.
    pub(crate) root: PathBuf,
    /// Cargo's build folder, wherever the environment puts it.
    pub(crate) target: PathBuf,
    /// Tools installed for this project alone; shared between clones by `BIEN_NIEN_TOOLS`.
    pub(crate) tools: PathBuf,
    /// The finished site.
    pub(crate) dist: PathBuf,
    metadata: Value,
}

impl Project {
    /// Asks cargo, so that `CARGO_TARGET_DIR` and cargo's own settings count.
    pub(crate) fn find() -> Result<Self> {
        let manifest = std::env::var_os("CARGO_MANIFEST_DIR")
            .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
        let root = manifest.parent().context("xtask has no parent folder")?.to_path_buf();
        let text = process::output(
            Command::new("cargo")
                .args(["metadata", "--format-version", "1", "--no-deps"])
                .current_dir(&root),
        )?;
        let metadata: Value = serde_json::from_str(&text).context("cargo metadata is not JSON")?;
        let target = metadata["target_directory"].as_str().context("no target_directory")?.into();
        let tools =
            std::env::var_os("BIEN_NIEN_TOOLS").map_or_else(|| root.join(".tools"), PathBuf::from);
        Ok(Self { dist: root.join("dist"), root, target, tools, metadata })
    }

    /// The shell without an archive: what the packer puts around each archive.
    pub(crate) fn shell(&self) -> PathBuf {
        self.target.join("viewer")
    }

    /// Where chores leave logs and half-finished work.
    pub(crate) fn scratch(&self) -> PathBuf {
        self.target.join("xtask")
    }

    /// A command of cargo for this clone.
    pub(crate) fn cargo(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new("cargo");
        command.args(arguments).current_dir(&self.root);
        command
    }

    /// The one binary of a workspace package.
    pub(crate) fn binary_of(&self, package: &str) -> Result<&str> {
        let packages = self.metadata["packages"].as_array().context("no packages in metadata")?;
        packages
            .iter()
            .filter(|entry| entry["name"] == package)
            .flat_map(|entry| entry["targets"].as_array().into_iter().flatten())
            .find(|target| target["kind"] == serde_json::json!(["bin"]))
            .and_then(|target| target["name"].as_str())
            .with_context(|| format!("package {package} has no binary to build"))
    }
}

/// The version of a package in `Cargo.lock`.
pub(crate) fn locked_version(root: &Path, package: &str) -> Result<String> {
    let path = root.join("Cargo.lock");
    let lock = std::fs::read_to_string(&path).with_context(|| {
        format!("cannot read {}; run `cargo generate-lockfile`", path.display())
    })?;
    version_in_lock(&lock, package)
        .with_context(|| format!("{package} is not in Cargo.lock; run `cargo update --workspace`"))
}

fn version_in_lock(lock: &str, package: &str) -> Option<String> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    let version = lines.nth(1)?.strip_prefix("version = \"")?;
    Some(version.trim_end_matches('"').to_owned())
}

#[cfg(test)]
mod tests {
    use super::version_in_lock;

    #[test]
    fn versions_are_read_from_the_lock() {
        let lock = "[[package]]\nname = \"a-b\"\nversion = \"1.2.3\"\n\n[[package]]\nname = \"a\"\nversion = \"0.2.130\"\n";
        assert_eq!(version_in_lock(lock, "a").as_deref(), Some("0.2.130"));
        assert_eq!(version_in_lock(lock, "a-b").as_deref(), Some("1.2.3"));
        assert_eq!(version_in_lock(lock, "b"), None);
    }
}
