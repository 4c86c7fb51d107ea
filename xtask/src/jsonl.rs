//! Files of one JSON object a line, also packed by `xz`.

use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};
use serde_json::Value;

/// The JSON objects of a file, each with its place for messages.
pub(crate) fn lines(path: &Path) -> Result<impl Iterator<Item = Result<(String, Value)>>> {
    let text = content(path)?;
    let name = path.display().to_string();
    let lines: Vec<String> = text.lines().map(str::to_owned).collect();
    let filled = (1..).zip(lines).filter(|(_, line)| !line.trim().is_empty());
    Ok(filled.map(move |(number, line)| {
        let at = format!("{name}:{number}");
        let value = serde_json::from_str(&line).with_context(|| format!("{at}: not JSON"))?;
        Ok((at, value))
    }))
}

/// The text of a file; one that ends in `.xz` is unpacked by `xz`.
fn content(path: &Path) -> Result<String> {
    if path.extension().is_none_or(|end| end != "xz") {
        return std::fs::read_to_string(path)
            .with_context(|| format!("cannot read {}", path.display()));
    }
    let unpacked = Command::new("xz").arg("-dc").arg(path).stderr(Stdio::inherit()).output();
    let unpacked = unpacked.context("cannot start xz; install it, or unpack the file first")?;
    if !unpacked.status.success() {
        bail!("xz could not unpack {}", path.display());
    }
    String::from_utf8(unpacked.stdout)
        .with_context(|| format!("{} is not UTF-8 inside", path.display()))
}
