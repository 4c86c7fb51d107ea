//! The two workers: the search worker and the indexer.
//!
//! Built here and not as Trunk's worker assets, because Trunk never hashes a worker's files, gives
//! it a loader that loses messages sent before the wasm is there, and has one optimisation level
//! for all. They are classic scripts: Firefox 113, our floor, has no module workers.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, anyhow, ensure};
use wasm_split_cli_support::{Options, transform};

use crate::imports;
use crate::process::{self, say};
use crate::project::Project;
use crate::setup::Web;
use crate::static_files::{content_name, digest};
use crate::viewer::PARTED;

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
    /// What is split off it.
    pub(crate) part: Option<Part>,
}

/// A part of a worker in a wasm of its own, which only some of its users load.
pub(crate) struct Part {
    /// The splitter's name for what it makes of the part's gate.
    file: &'static str,
    /// The beginning of its file's name.
    pub(crate) name: &'static str,
    /// Which first message asks for it: a condition in JavaScript on `data`.
    asked: &'static str,
    /// Where the worker leaves its table of functions.
    table: &'static str,
}

/// As small as can be, without notes on who made it: loops and branches laid out anew, small calls put in
/// place, and what is called from one place alone left where it stands, as it packs better there.
const SMALL: [&str; 13] = [
    "-Oz",
    "--flatten",
    "--rereloop",
    "-Oz",
    "-Oz",
    "--one-caller-inline-max-function-size=0",
    "--always-inline-max-function-size=4",
    // Rust's programs never count on a load that traps.
    "-iit",
    "--merge-similar-functions",
    "--code-folding",
    "-Oz",
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
        part: None,
    },
    Worker {
        package: "indexer",
        profile: "web",
        level: &SMALL,
        name: "indexer",
        meta: "bien-nien-indexer",
        // A set comes as one array of bytes, the desk's messages as lists (crates/indexer/src/browser.rs).
        part: Some(Part {
            file: "split_desk.wasm",
            name: "desk-reader",
            asked: "Array.isArray(data)",
            table: "indexerTable",
        }),
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
    /// What it loads besides, for those who ask for it.
    pub(crate) part: Option<(String, Vec<u8>)>,
}

/// Builds one.
pub(crate) fn build(project: &Project, web: &Web, worker: &Worker) -> Result<Files> {
    let features: &[&str] = if worker.part.is_some() { &[PARTED] } else { &[] };
    let raw = compile(project, web, worker.package, worker.profile, features)?;
    let folder = project.scratch().join(worker.name);
    let recipe = recipe(web, worker, &raw)?;
    let stamp = folder.join("recipe");
    let (main, part) = (folder.join("optimised.wasm"), folder.join("optimised-part.wasm"));
    if !fs::read_to_string(&stamp).is_ok_and(|made| made == recipe) {
        crate::static_files::fresh(&folder)?;
        let mut whole = raw;
        if let Some(Part { file, .. }) = &worker.part {
            whole = split(&whole, &folder, file)?;
            optimise(web, worker.level, &folder.join(file), &part)?;
        }
        bind(web, worker, &whole, &folder)?;
        let bound = folder.join(format!("{}_bg.wasm", worker.name));
        optimise(web, worker.level, &bound, &main)?;
        fs::write(&stamp, recipe)?;
    }
    let read = |path: &Path| fs::read(path).with_context(|| format!("no {}", path.display()));
    let glue = String::from_utf8(read(&folder.join(format!("{}.js", worker.name)))?)
        .context("a script is no text")?;
    let glue = imports::with_loader(&imports::without_indents(&glue))?;
    let (glue, wasm) = imports::shorten(&glue, &read(&main)?)?;
    let part = worker.part.as_ref().map(|_| read(&part)).transpose()?;
    Ok(name(worker, &glue, wasm, part))
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

/// Splits what the linker wrote into the part, a file of that name, and the rest, of which this is the path.
fn split(raw: &Path, folder: &Path, part: &str) -> Result<PathBuf> {
    let bytes = fs::read(raw).with_context(|| format!("no {}", raw.display()))?;
    let main = folder.join("main.wasm");
    let mut options = Options::new(&bytes);
    options.output_dir = folder;
    options.main_out_path = &main;
    let parts = transform(options)
        .map_err(|error| anyhow!("{} cannot be split: {error:#}", raw.display()))?;
    ensure!(
        parts.split_modules == [folder.join(part)],
        "{} was split into {:?}; it should have one gate",
        raw.display(),
        parts.split_modules
    );
    Ok(main)
}

fn bind(web: &Web, worker: &Worker, whole: &Path, folder: &Path) -> Result<()> {
    let mut command = Command::new(&web.bindgen);
    command.args(["--target", "no-modules", "--no-typescript", "--out-name", worker.name]);
    command.arg("--out-dir").arg(folder).arg(whole);
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

/// Gives the files names by their content and makes the script start itself.
fn name(worker: &Worker, glue: &str, wasm: Vec<u8>, part: Option<Vec<u8>>) -> Files {
    let named =
        |name: &str, bytes: Vec<u8>| (format!("{name}-{}.wasm", content_name(&bytes)), bytes);
    let wasm = named(worker.name, wasm);
    let mut loading = String::new();
    let mut kept = None;
    if let (Some(part), Some(bytes)) = (&worker.part, part) {
        let (file, bytes) = named(part.name, bytes);
        loading = load_part(part, &file);
        kept = Some((file, bytes));
    }
    let script = format!("{glue}\n{}", start(&wasm.0, &loading)).into_bytes();
    let script_name = format!("{}-{}.js", worker.name, content_name(&script));
    Files { script: (script_name, script), wasm, part: kept }
}

/// What the script does before it hands over the first message: loads the part, into the memory and
/// with the functions of the first wasm, when that message is one for it. Until then nobody else hears
/// of messages: the first wasm is there already, and would call what is not.
fn load_part(Part { asked, table, .. }: &Part, file: &str) -> String {
    format!(
        "    const data = await first;
    if ({asked}) {{
      const shared = {{ ...wasm, __indirect_function_table: self.{table} }};
      const response = await fetch(new URL('{file}', self.location.href));
      if (!response.ok) throw new Error('{file}');
      await WebAssembly.instantiate(await response.arrayBuffer(), {{ __wasm_split: shared }});
    }}
"
    )
}

/// How messages are kept that come before the wasm is there.
const KEEP: &str = "  const keep = (event) => early.push(event.data);
";

/// The same where a part is to be loaded after the first of them.
const KEEP_ALL: &str = "  let heard;
  const first = new Promise((resolve) => (heard = resolve));
  const keep = (event) => {
    event.stopImmediatePropagation();
    early.push(event.data);
    heard(event.data);
  };
";

/// The end of a worker's script. Messages that arrive while the wasm loads are kept for it. A
/// failure to load, and a trap (a panic) in what answers a message, are thrown outside their
/// promise, where the page's `onerror` hears of them and starts another worker.
fn start(wasm: &str, loading: &str) -> String {
    let (keep, begin) = if loading.is_empty() { (KEEP, "()") } else { (KEEP_ALL, "async (wasm)") };
    format!(
        "(() => {{
  const early = [];
{keep}  self.addEventListener('message', keep);
  self.addEventListener('unhandledrejection', (event) => setTimeout(() => {{ throw event.reason; }}));
  wasm_bindgen({{ module_or_path: new URL('{wasm}', self.location.href) }}).then({begin} => {{
{loading}    self.removeEventListener('message', keep);
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
        let one = name(&WORKERS[0], "glue", vec![1], None);
        let two = name(&WORKERS[0], "glue", vec![2], None);
        assert_ne!(one.wasm.0, two.wasm.0);
        assert_ne!(one.script.0, two.script.0, "another wasm is another script");
        assert!(String::from_utf8(one.script.1).unwrap().contains(&one.wasm.0));
    }
}
