//! `bien-nien`: the clerk's command line.
//!
//! | module | holds |
//! |---|---|
//! | [`args`] | what is typed |
//! | [`says`] | what is said, in Vietnamese and English |
//! | [`source`] | an archive read from the disk |
//! | [`new`], [`build`], [`check`], [`serve`], [`watch`], [`inspect`], [`export`], [`receive`] (`import`), [`extract`] | the commands |
//! | [`site`] | a folder written aside and put in place whole |
//! | [`squeeze`] | the compressed copies beside each file |
//! | [`portable`] | the archive file: written, read, checked |
//! | [`page`] | the report of `check` as a page |
//! | [`single`] | the whole archive in one file |
//! | [`viewer`] | the built viewer: embedded, or a folder |
//!
//! Exit codes: 0 all is well; 1 done, but something was left out or is damaged; 2 wrong arguments;
//! 3 not done, and nothing was changed.

mod args;
mod build;
mod check;
mod export;
mod extract;
mod inspect;
mod look;
mod new;
mod page;
mod portable;
mod previous;
mod progress;
mod receive;
mod says;
mod serve;
mod single;
mod site;
mod source;
mod squeeze;
mod viewer;
mod watch;

use std::process::ExitCode;

use clap::Parser;

use args::{Args, Command};

/// How a command ended, when it did what it should.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    /// All is well.
    Fine,
    /// Something was left out or is damaged; it has been said what.
    WithFaults,
}

fn main() -> ExitCode {
    let args = Args::parse();
    let lang = args.lang.into();
    let outcome = match args.command {
        Command::New(args) => new::run(&args, lang),
        Command::Build(args) => build::run(&args, lang),
        Command::Check(args) => check::run(&args, lang),
        Command::Serve(args) => serve::run(&args, lang),
        Command::Watch(args) => watch::run(&args, lang),
        Command::Inspect(args) => inspect::run(&args, lang),
        Command::Export(args) => export::run(&args, lang),
        Command::Import(args) => receive::run(&args, lang),
        Command::Extract(args) => extract::run(&args, lang),
    };
    match outcome {
        Ok(Outcome::Fine) => ExitCode::SUCCESS,
        Ok(Outcome::WithFaults) => ExitCode::from(1),
        Err(error) => {
            eprintln!("{}", says::failed(&error, lang));
            ExitCode::from(3)
        }
    }
}
