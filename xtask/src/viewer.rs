//! The viewer's wasm, parted: what every visit loads, and the annex, which holds what only the rare
//! pages reach.
//!
//! The compiler and the linker make one wasm and note in it what refers to what (`build.rs`);
//! `wasm_split_cli_support` moves all code and data that only `src/annex` reaches into a second one,
//! which asks for the memory, the table of functions and the stack of the first. After that each
//! goes its way: wasm-bindgen for the first, wasm-opt for both.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, anyhow, ensure};
use wasm_split_cli_support::{Options, transform};

use crate::imports;
use crate::process::{self, say};
use crate::project::Project;
use crate::setup::Web;
use crate::static_files::{digest, fresh};
use crate::workers::{self, EFFORT, FEATURES};

/// What wasm-opt is told of the level, for the viewer: functions in an order that packs well.
const BEST: [&str; 2] = ["-Oz", "--reorder-functions"];

/// The root package.
pub(crate) const PACKAGE: &str = "bien-nien-viewer";

/// Its feature that leaves the annex to be split off.
pub(crate) const PARTED: &str = "parted";

/// The splitter's name for what it makes of `__wasm_split_00annex00_…` in `src/annex/gate.rs`.
const ANNEX: &str = "split_annex.wasm";

/// The `<meta>` by which the viewer finds the annex.
pub(crate) const ANNEX_META: &str = "bien-nien-annex";

/// The `<meta>` by which the viewer finds the annex's stylesheet.
pub(crate) const ANNEX_STYLE_META: &str = "bien-nien-annex-style";

/// Its finished files, without names.
pub(crate) struct Files {
    /// The script that starts the first wasm.
    pub(crate) glue: String,
    /// What every visit loads.
    pub(crate) wasm: Vec<u8>,
    /// The rare pages.
    pub(crate) annex: Vec<u8>,
}

/// Builds it.
pub(crate) fn build(project: &Project, web: &Web) -> Result<Files> {
    let raw = workers::compile(project, web, PACKAGE, "web", &[PARTED])?;
    let folder = project.scratch().join("parted");
    let recipe = recipe(web, &raw)?;
    let stamp = folder.join("recipe");
    if !fs::read_to_string(&stamp).is_ok_and(|made| made == recipe) {
        fresh(&folder)?;
        part(&raw, &folder)?;
        bind(web, &folder)?;
        let bound = folder.join(format!("{PACKAGE}_bg.wasm"));
        workers::optimise(web, &BEST, &bound, &folder.join("viewer-optimised.wasm"))?;
        workers::optimise(web, &BEST, &folder.join(ANNEX), &folder.join("annex-optimised.wasm"))?;
        fs::write(&stamp, recipe)?;
    }
    let read = |name: &str| {
        let path = folder.join(name);
        fs::read(&path).with_context(|| format!("no {}", path.display()))
    };
    let glue = String::from_utf8(read(&format!("{PACKAGE}.js"))?).context("a script is no text")?;
    let wasm = read("viewer-optimised.wasm")?;
    let (glue, wasm) = imports::shorten(&imports::without_indents(&glue), &wasm)?;
    Ok(Files { glue, wasm, annex: read("annex-optimised.wasm")? })
}

/// Everything that the finished files depend on.
fn recipe(web: &Web, raw: &Path) -> Result<String> {
    let bytes = fs::read(raw).with_context(|| format!("no {}", raw.display()))?;
    Ok(format!("{} {} {EFFORT:?} {FEATURES:?}", digest(&bytes), web.quick))
}

/// Splits what the linker wrote into `main.wasm` and the annex.
fn part(raw: &Path, folder: &Path) -> Result<()> {
    let bytes = fs::read(raw).with_context(|| format!("no {}", raw.display()))?;
    let main = folder.join("main.wasm");
    let mut options = Options::new(&bytes);
    options.output_dir = folder;
    options.main_out_path = &main;
    let parts = transform(options)
        .map_err(|error| anyhow!("the viewer cannot be split: {error:#}; see build.rs"))?;
    let annex = folder.join(ANNEX);
    ensure!(
        parts.split_modules == [annex.as_path()],
        "the viewer was split into {:?}; src/annex/gate.rs should be its only gate",
        parts.split_modules
    );
    Ok(())
}

fn bind(web: &Web, folder: &Path) -> Result<()> {
    let mut command = Command::new(&web.bindgen);
    command.args(["--target", "web", "--no-typescript", "--out-name", PACKAGE]);
    command.arg("--out-dir").arg(folder).arg(folder.join("main.wasm"));
    say("wasm-bindgen on the viewer");
    process::show(
        &mut command,
        "wasm-bindgen and the crate of that name must be the same version",
    )?;
    ensure!(
        !folder.join("snippets").exists(),
        "a dependency brings scripts of its own (snippets), which nothing here copies"
    );
    Ok(())
}
