//! The two workers: the search worker and the indexer.
//!
//! Built here and not as Trunk's worker assets, because Trunk never hashes a worker's files, gives
//! it a loader that loses messages sent before the wasm is there, and has one optimisation level
//! for all. They are classic scripts: Firefox 113, our floor, has no module workers.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::imports;
use crate::process::{self, say};
use crate::project::Project;
use crate::setup::Web;
use crate::static_files::{content_name, digest};

/// A worker to build.
pub(crate) struct Worker {
    /// The workspace package that holds its main.
    package: &'static str,
    /// Cargo's profile.
    profile: &'static str,
    /// wasm-opt's level, and what else it is told.
    level: &'static [&'static str],
    /// The beginning of its files' names.
    pub(crate) name: &'static str,
    /// The `<meta>` by which the viewer finds it.
    pub(crate) meta: &'static str,
}

/// As small as can be, without notes on who made it: loops and branches laid out anew, small calls put in
/// place, and what is called from one place alone left where it stands, as it packs better there.
const SMALL: [&str; 9] = [
    "-Oz",
    "--flatten",
    "--rereloop",
    "-Oz",
    "-Oz",
    "--one-caller-inline-max-function-size=0",
    "--always-inline-max-function-size=4",
    "--strip-producers",
    "--strip-target-features",
];

/// Both.
pub(crate) const WORKERS: [Worker; 2] = [
    Worker {
        package: "worker",
        profile: "web-fast",
        level: &SMALL,
        name: "search-worker",
        meta: "bien-nien-search-worker",
    },
    Worker {
        package: "indexer",
        profile: "web",
        level: &SMALL,
        name: "indexer",
        meta: "bien-nien-indexer",
    },
];

/// What rustc's wasm uses and wasm-opt must be told of; every browser of the floor has it.
pub(crate) const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
    "--enable-multivalue",
];

/// What wasm-opt does besides: until nothing changes, with the stack below all data (so no address
/// under 1,024 is one of data), and locals in an order that packs well.
pub(crate) const EFFORT: [&str; 3] = ["--low-memory-unused", "--converge", "--reorder-locals"];

/// A finished worker: its files' names and bytes.
pub(crate) struct Files {
    /// The script to start.
    pub(crate) script: (String, Vec<u8>),
    /// What the script loads.
    pub(crate) wasm: (String, Vec<u8>),
}

/// Builds one.
pub(crate) fn build(project: &Project, web: &Web, worker: &Worker) -> Result<Files> {
    let raw = compile(project, web, worker.package, worker.profile, &[])?;
    let folder = project.scratch().join(worker.name);
    let glue = folder.join(format!("{}.js", worker.name));
    let wasm = folder.join("optimised.wasm");
    let recipe = recipe(web, worker, &raw)?;
    let stamp = folder.join("recipe");
    if !fs::read_to_string(&stamp).is_ok_and(|made| made == recipe) {
        crate::static_files::fresh(&folder)?;
        bind(web, worker, &raw, &folder)?;
        let bound = folder.join(format!("{}_bg.wasm", worker.name));
        optimise(web, worker.level, &bound, &wasm)?;
        fs::write(&stamp, recipe)?;
    }
    let wasm = fs::read(&wasm).with_context(|| format!("no {}", wasm.display()))?;
    let glue = fs::read_to_string(&glue).with_context(|| format!("no {}", glue.display()))?;
    let (glue, wasm) = imports::shorten(&imports::without_indents(&glue), &wasm)?;
    Ok(name(worker, &glue, wasm))
}

/// Compiles a package's binary for the browser and returns where it is.
pub(crate) fn compile(
    project: &Project,
    web: &Web,
    package: &str,
    profile: &str,
    features: &[&str],
) -> Result<PathBuf> {
    let binary = project.binary_of(package)?;
    say(&format!("compiling {package} for the browser (profile {profile}); cold, about a minute"));
    let mut command = project.cargo(&["build", "--package", package, "--bin", binary]);
    command.args(["--target", "wasm32-unknown-unknown", "--profile", profile]);
    command.args(["--features", &features.join(",")]);
    web.equip(&mut command)?;
    process::show(&mut command, "correct what the compiler reports above")?;
    let folder = project.target.join("wasm32-unknown-unknown").join(profile);
    Ok(folder.join(format!("{binary}.wasm")))
}

/// Everything that the optimised files depend on.
fn recipe(web: &Web, worker: &Worker, raw: &Path) -> Result<String> {
    let bytes = fs::read(raw).with_context(|| format!("no {}", raw.display()))?;
    let (digest, level, quick) = (digest(&bytes), worker.level, web.quick);
    Ok(format!("{digest} {level:?} {quick} {EFFORT:?} {FEATURES:?}"))
}

fn bind(web: &Web, worker: &Worker, raw: &Path, folder: &Path) -> Result<()> {
    let mut command = Command::new(&web.bindgen);
    command.args(["--target", "no-modules", "--no-typescript", "--out-name", worker.name]);
    command.arg("--out-dir").arg(folder).arg(raw);
    process::show(&mut command, "wasm-bindgen and the crate of that name must be the same version")
}

/// Has wasm-opt rewrite a wasm; a quick build takes it as it is.
pub(crate) fn optimise(web: &Web, level: &[&str], from: &Path, to: &Path) -> Result<()> {
    if web.quick {
        fs::copy(from, to).with_context(|| format!("no {}", from.display()))?;
        return Ok(());
    }
    say(&format!("wasm-opt on {}, some seconds", from.display()));
    let mut command = Command::new(&web.optimiser);
    command.args(level).args(EFFORT).args(FEATURES).arg(from).arg("-o").arg(to);
    process::show(&mut command, "a feature that rustc now uses may be missing from FEATURES")
}

/// Gives both files names by their content and makes the script start itself.
fn name(worker: &Worker, glue: &str, wasm: Vec<u8>) -> Files {
    let wasm_name = format!("{}-{}.wasm", worker.name, content_name(&wasm));
    let script = format!("{glue}\n{}", start(&wasm_name)).into_bytes();
    let script_name = format!("{}-{}.js", worker.name, content_name(&script));
    Files { script: (script_name, script), wasm: (wasm_name, wasm) }
}

/// The end of a worker's script. Messages that arrive while the wasm loads are kept for it. A
/// failure to load, and a trap (a panic) in what answers a message, are thrown outside their
/// promise, where the page's `onerror` hears of them and starts another worker.
fn start(wasm: &str) -> String {
    format!(
        "(() => {{
  const early = [];
  const keep = (event) => early.push(event.data);
  self.addEventListener('message', keep);
  self.addEventListener('unhandledrejection', (event) => setTimeout(() => {{ throw event.reason; }}));
  wasm_bindgen({{ module_or_path: new URL('{wasm}', self.location.href) }}).then(() => {{
    self.removeEventListener('message', keep);
    for (const data of early) self.dispatchEvent(new MessageEvent('message', {{ data }}));
  }}).catch((error) => setTimeout(() => {{ throw error; }}));
}})();
"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_follow_content_through_the_script() {
        let one = name(&WORKERS[0], "glue", vec![1]);
        let two = name(&WORKERS[0], "glue", vec![2]);
        assert_ne!(one.wasm.0, two.wasm.0);
        assert_ne!(one.script.0, two.script.0, "another wasm is another script");
        assert!(String::from_utf8(one.script.1).unwrap().contains(&one.wasm.0));
    }
}
