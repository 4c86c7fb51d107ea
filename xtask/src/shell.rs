//! The shell: the viewer, its annex and its workers, without any archive, in `target/viewer`.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::process::{self, ready, say};
use crate::project::Project;
use crate::setup::{self, Web};
use crate::static_files::{digest, files, fresh};
use crate::workers::{self, WORKERS};
use crate::{compress, finish, single, viewer};

/// Builds it, with `.br` and `.gz` beside each file.
pub(crate) fn build(project: &Project) -> Result<()> {
    let web = setup::web(project)?;
    let mut made = Vec::new();
    for worker in &WORKERS {
        made.push((worker, workers::build(project, &web, worker)?));
    }
    let viewer = viewer::build(project, &web)?;
    let trunk = trunk(project, &web)?;
    let shell = project.shell();
    // Finished beside the old one, which still holds the compressed files to reuse.
    let next = project.scratch().join("shell");
    let sources = project.root.join("static");
    finish::shell(&trunk, &sources, &viewer, &made, &next)?;
    single::write(&next, &sources)?;
    reuse_compressed(&shell, &next)?;
    say("compressing the shell (brotli 11), some seconds when it changed");
    compress::site(&next)?;
    fresh(&shell)?;
    fs::remove_dir(&shell)?;
    fs::rename(&next, &shell)?;
    ready(&format!("viewer in {}", shell.display()));
    Ok(())
}

/// Runs Trunk when what it makes of the page has changed; returns its output. Its wasm is that of
/// `viewer::build`, not split yet, and goes no further.
fn trunk(project: &Project, web: &Web) -> Result<std::path::PathBuf> {
    let out = project.scratch().join("trunk");
    let stamp = project.scratch().join("trunk-recipe");
    let recipe = recipe(project)?;
    if out.join("index.html").exists() && fs::read_to_string(&stamp).is_ok_and(|old| old == recipe)
    {
        return Ok(out);
    }
    say("Trunk: the page and its styles, some seconds");
    fresh(&out)?;
    let mut command = std::process::Command::new(&web.trunk);
    command.args(["build", "--release", "--offline", "--features", viewer::PARTED]);
    command.arg("--dist").arg(&out).current_dir(&project.root);
    command.env("RUST_BACKTRACE", "0");
    // Trunk 0.21 reads this variable as its own true-or-false switch and refuses NO_COLOR=1.
    command.env_remove("NO_COLOR");
    web.equip(&mut command)?;
    let log = project.scratch().join("trunk.log");
    process::logged(&mut command, &log, "correct what Trunk reports above")?;
    fs::write(stamp, recipe)?;
    Ok(out)
}

/// Everything that the page and its styles depend on.
fn recipe(project: &Project) -> Result<String> {
    let mut inputs = vec![project.root.join("index.html"), project.root.join("Trunk.toml")];
    inputs.extend(files(&project.root.join("static"))?);
    let mut lines = String::new();
    for path in inputs {
        let bytes = fs::read(&path).with_context(|| format!("no {}", path.display()))?;
        lines.push_str(&format!("{} {}\n", digest(&bytes), path.display()));
    }
    Ok(lines)
}

/// Takes over `.br` and `.gz` of files that kept their names; stale ones are replaced later.
fn reuse_compressed(old: &Path, new: &Path) -> Result<()> {
    for path in files(new)? {
        let relative = path.strip_prefix(new)?;
        for extension in ["br", "gz"] {
            let from = compress::beside(&old.join(relative), extension);
            if from.exists() {
                fs::copy(&from, compress::beside(&path, extension))?;
            }
        }
    }
    Ok(())
}
