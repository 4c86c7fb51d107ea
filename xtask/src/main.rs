//! The chores of the project, `cargo xtask <chore>`: a table of contents, one file per chore.
//!
//! Every chore installs what it lacks before it starts ([`setup`]), says what it is doing, and ends
//! a failure with one sentence that names the fix.

mod bench;
mod compress;
mod dice;
mod dist;
mod finish;
mod gazetteer;
mod html;
mod imports;
mod journeys;
mod jsonl;
mod mentions;
mod process;
mod project;
mod quality;
mod serve;
mod setup;
mod shell;
mod single;
mod size;
mod soak;
mod static_files;
mod test;
mod viewer;
mod weigh;
mod workers;

use std::process::ExitCode;

use anyhow::{Result, bail};
use pico_args::Arguments;

use crate::project::Project;

const HELP: &str = "\
cargo xtask <chore>

  serve [--port N] [--under /sub/path] [--no-build]
                     build the site from archive/ and serve it on this machine
  test [--only NAME] everything that must hold: format, lints, tests, docs, size, browser journeys
  dist [--release]   build dist/, a site for any static host; --release also builds the packer
                     with the viewer inside it
  size [--no-build]  what a reader downloads, against the budgets; fails when over
  quality --docs FILE --queries FILE [--ways LIST] [--json] [--misses]
                     how well judged queries are answered; docs/quality.md describes the files
  soak [--cases N] [--seed N] [--only CRATE]
                     the tests' properties with thousands of cases each
  soak --kiosk [--no-build]
                     500 visitors of a hall's screen: what grows between the 100th and the last;
                     then 2,000 steps of a walk that looks for a way out
  weigh --docs FILE [--queries FILE] [--most N]
                     what an index weighs part by part, and native times; files as for quality
  bench [--corpus FILE] [--articles N] [--queries N] [--peers] [--json FILE] [--no-build]
                     times, bytes and memory in a real browser, over made-up articles or those of a
                     file; --peers measures other engines beside ours; docs/bench.md tells how
  bench --desk N     the clerk's desk on a folder of N mixed files: time, memory, responsiveness
  bench --lighthouse [--runs N] [--no-build]
                     Lighthouse over three pages of the site; the table goes into docs/lighthouse.md
  shots [--no-build] screenshots of every page into target/shots
  journeys [--no-build] [--only NAME]
                     only the browser journeys
  gazetteer FOLDER   make crates/units/data/gazetteer.tsv from the official tables in a folder
  mentions --docs FILE [--sample N] [--seed N] [--communes]
                     a sample of the places that articles name, to be checked by hand; docs/units.md
                     is one that was, and times of looking places up
  icons              draw the PNG icons anew from static/icons/app/icon.svg
  setup              only install what the other chores need

Environment: BIEN_NIEN_TOOLS, a folder of tools that several clones share (default .tools);
BIEN_NIEN_CHROMIUM, the browser to test with; BIEN_NIEN_WASM=debian, build with Debian's compiler
even when rustup has the wasm target; BIEN_NIEN_QUICK=1, a build that is soon there, to look at:
not optimised, so its sizes and speed are not real.
";

fn main() -> ExitCode {
    match run(Arguments::from_env()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\n✗ {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(mut args: Arguments) -> Result<()> {
    let Some(chore) = args.subcommand()? else {
        print!("{HELP}");
        return Ok(());
    };
    if args.contains(["-h", "--help"]) {
        print!("{HELP}");
        return Ok(());
    }
    let project = Project::find()?;
    match chore.as_str() {
        "setup" => no_more(args).and_then(|()| setup::everything(&project)),
        "serve" => serve::run(&project, serve::Options::parse(args)?),
        "dist" => dist::run(&project, &dist::Options::parse(args)?),
        "size" => size::run(built(&mut args, &project)?),
        "quality" => quality::run(&project, &quality::Options::parse(args)?),
        "soak" => soak::run(&project, args),
        "weigh" => weigh::run(&project, &weigh::Options::parse(args)?),
        "bench" => bench::run(&project, &bench::Options::parse(args)?),
        "shots" => journeys::shots(&project, built(&mut args, &project)?),
        "icons" => no_more(args).and_then(|()| journeys::icons(&project)),
        "journeys" => {
            let only = args.opt_value_from_str("--only")?;
            let site = built(&mut args, &project)?;
            journeys::run(&project, site, only)
        }
        "gazetteer" => gazetteer::run(&project, &gazetteer::folder(args)?),
        "mentions" => mentions::run(&project, &mentions::Options::parse(args)?),
        "test" => test::run(&project, args),
        other => bail!("there is no chore “{other}”; `cargo xtask` lists them"),
    }
}

/// Builds `dist/` unless `--no-build`, for the chores that look at the finished site.
fn built<'a>(args: &mut Arguments, project: &'a Project) -> Result<&'a std::path::Path> {
    let skip = args.contains("--no-build");
    no_more(args.clone())?;
    if skip {
        dist::existing(project)
    } else {
        dist::build(project)?;
        Ok(&project.dist)
    }
}

/// Refuses arguments that no chore took.
fn no_more(args: Arguments) -> Result<()> {
    let rest = args.finish();
    if rest.is_empty() {
        return Ok(());
    }
    bail!("unknown argument {rest:?}; `cargo xtask` lists what each chore takes")
}
