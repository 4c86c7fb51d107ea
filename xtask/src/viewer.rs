//! The viewer's wasm, parted: what every visit loads, and wings, which hold what only some visits need.
//!
//! The compiler and the linker make one wasm and note in it what refers to what (`build.rs`);
//! `wasm_split_cli_support` moves all code and data that only one gate (`src/wings`) reaches into a file
//! of that wing, and what several wings reach and the first wasm does not into a file that comes with each
//! of them. They ask for the memory, the table of functions and the stack of the first. After that each
//! goes its way: wasm-bindgen for the first, wasm-opt for all.

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

/// The wings: the splitter's name, which a gate states as `__wasm_split_00name00_…`; the beginning of its
/// file's name; the `<meta>` by which `src/platform/wing.rs` finds its files.
const WINGS: [(&str, &str, &str); 4] = [
    ("annex", "annex", "bien-nien-annex"),
    ("desk", "desk-pages", "bien-nien-desk-pages"),
    ("beside", "beside", "bien-nien-beside"),
    ("keys", "keys", "bien-nien-keys"),
];

/// How files begin that several wings need.
const COMMON: &str = "annex-common";

/// The `<meta>` by which the viewer finds the annex's stylesheet.
pub(crate) const ANNEX_STYLE_META: &str = "bien-nien-annex-style";

/// Its finished files, without names.
pub(crate) struct Files {
    /// The script that starts the first wasm.
    pub(crate) glue: String,
    /// What every visit loads.
    pub(crate) wasm: Vec<u8>,
    /// The files of the wings: how each begins, and its bytes.
    pub(crate) wings: Vec<(String, Vec<u8>)>,
    /// The `<meta>` of each wing and the places of its files in that list.
    pub(crate) metas: Vec<(String, Vec<usize>)>,
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
        for stem in stems(&parts(&folder)?) {
            let file = |end: &str| folder.join(format!("{stem}{end}"));
            workers::optimise(web, &BEST, &file(".wasm"), &file("-optimised.wasm"))?;
        }
        fs::write(&stamp, recipe)?;
    }
    let read = |name: &str| {
        let path = folder.join(name);
        fs::read(&path).with_context(|| format!("no {}", path.display()))
    };
    let glue = String::from_utf8(read(&format!("{PACKAGE}.js"))?).context("a script is no text")?;
    let wasm = read("viewer-optimised.wasm")?;
    let (glue, wasm) = imports::shorten(&imports::without_indents(&glue), &wasm)?;
    let parts = parts(&folder)?;
    let stems = stems(&parts);
    let wings = stems.iter().map(|stem| {
        let wing = WINGS.iter().find(|(split, ..)| stem.strip_prefix(SPLIT) == Some(split));
        let name = wing.map_or(COMMON, |(_, name, _)| name);
        Ok((name.to_owned(), read(&format!("{stem}-optimised.wasm"))?))
    });
    let place = |stem: &String| stems.iter().position(|other| other == stem);
    let metas = WINGS
        .iter()
        .zip(&parts)
        .map(|((.., meta), of)| ((*meta).to_owned(), of.iter().filter_map(place).collect()));
    Ok(Files { glue, wasm, wings: wings.collect::<Result<_>>()?, metas: metas.collect() })
}

/// How the splitter begins the name of a wing's file.
const SPLIT: &str = "split_";

/// The note of what [`part`] made.
const PARTS: &str = "parts";

/// The stems of each wing's files, in the order of [`WINGS`], as [`part`] noted them.
fn parts(folder: &Path) -> Result<Vec<Vec<String>>> {
    let note = fs::read_to_string(folder.join(PARTS)).context("no list of the viewer's parts")?;
    Ok(note.lines().map(|line| line.split(' ').map(str::to_owned).collect()).collect())
}

/// Every stem once.
fn stems(parts: &[Vec<String>]) -> Vec<String> {
    let mut stems: Vec<String> = parts.iter().flatten().cloned().collect();
    stems.sort();
    stems.dedup();
    stems
}

/// Everything that the finished files depend on.
fn recipe(web: &Web, raw: &Path) -> Result<String> {
    let bytes = fs::read(raw).with_context(|| format!("no {}", raw.display()))?;
    Ok(format!("{} {} {EFFORT:?} {FEATURES:?}", digest(&bytes), web.quick))
}

/// Splits what the linker wrote into `main.wasm` and the wings, and notes which files a wing needs.
fn part(raw: &Path, folder: &Path) -> Result<()> {
    let bytes = fs::read(raw).with_context(|| format!("no {}", raw.display()))?;
    let main = folder.join("main.wasm");
    let mut options = Options::new(&bytes);
    options.output_dir = folder;
    options.main_out_path = &main;
    let parts = transform(options)
        .map_err(|error| anyhow!("the viewer cannot be split: {error:#}; see build.rs"))?;
    let mut found: Vec<&str> = parts.prefetch_map.keys().map(String::as_str).collect();
    found.sort_unstable();
    let mut known = WINGS.map(|(split, ..)| split);
    known.sort_unstable();
    ensure!(
        found == known,
        "the viewer was split into {found:?}; gates and `WINGS` in xtask/src/viewer.rs should name the same"
    );
    let mut note = String::new();
    for (split, ..) in WINGS {
        let mut files = parts.prefetch_map[split].clone();
        files.sort();
        note.push_str(&files.join(" "));
        note.push('\n');
    }
    fs::write(folder.join(PARTS), note)?;
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
