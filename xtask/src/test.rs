//! Everything that must hold, section by section; stops at the first that does not.

use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use pico_args::Arguments;

use crate::process::show;
use crate::project::Project;
use crate::{dist, journeys, setup, size};

struct Section {
    name: &'static str,
    run: fn(&Project) -> Result<()>,
}

/// In the order of how soon each says something.
const SECTIONS: [Section; 7] = [
    Section { name: "format", run: format },
    Section { name: "lints", run: lints },
    Section { name: "tests", run: tests },
    Section { name: "docs", run: docs },
    Section { name: "site", run: dist::build },
    Section { name: "size", run: |project| size::run(&project.dist) },
    Section { name: "journeys", run: |project| journeys::run(project, &project.dist, None) },
];

/// Runs all of them, or the one named by `--only`.
pub(crate) fn run(project: &Project, mut args: Arguments) -> Result<()> {
    let only: Option<String> = args.opt_value_from_str("--only")?;
    crate::no_more(args)?;
    let names: Vec<&str> = SECTIONS.iter().map(|section| section.name).collect();
    if let Some(only) = &only {
        let known = names.contains(&only.as_str());
        ensure!(known, "there is no section “{only}”, only {}", names.join(", "));
    }
    setup::components(project)?;
    let mut done: Vec<(&str, Duration)> = Vec::new();
    for section in &SECTIONS {
        if only.as_ref().is_some_and(|only| only != section.name) {
            continue;
        }
        header(section.name);
        let start = Instant::now();
        let result = (section.run)(project);
        done.push((section.name, start.elapsed()));
        if result.is_err() {
            summary(&done, true);
        }
        result.with_context(|| format!("section “{}”", section.name))?;
    }
    summary(&done, false);
    Ok(())
}

fn header(name: &str) {
    eprintln!("\n━━━ {name} {}", "━".repeat(60_usize.saturating_sub(name.len())));
}

fn summary(done: &[(&str, Duration)], failed: bool) {
    header("summary");
    for (index, (name, time)) in done.iter().enumerate() {
        let last = index + 1 == done.len();
        let sign = if failed && last { "✗" } else { "✓" };
        eprintln!("{sign} {name:10} {:>5} s", time.as_secs());
    }
}

fn format(project: &Project) -> Result<()> {
    show(&mut project.cargo(&["fmt", "--all", "--check"]), "run `cargo fmt --all`")
}

fn lints(project: &Project) -> Result<()> {
    let mut command = project.cargo(&["clippy", "--workspace", "--all-targets"]);
    command.args(["--", "-D", "warnings"]);
    show(&mut command, "correct what clippy reports above")
}

fn tests(project: &Project) -> Result<()> {
    let mut command = project.cargo(&["test", "--workspace"]);
    // The same cases every time; `soak` takes others, and many.
    command.env("PROPTEST_RNG_SEED", "2026");
    show(
        &mut command,
        "the failing test is named above; run it alone with `cargo test -p CRATE NAME`",
    )
}

fn docs(project: &Project) -> Result<()> {
    let mut command = project.cargo(&["doc", "--workspace", "--no-deps"]);
    command.env("RUSTDOCFLAGS", "-D warnings");
    show(&mut command, "correct what rustdoc reports above")
}
