//! Serves `dist/` on this machine, as a plain static host would.

use anyhow::{Context, Result};
use pico_args::Arguments;

use crate::dist;
use crate::process::say;
use crate::project::Project;

/// What `serve` takes.
pub(crate) struct Options {
    port: Option<u16>,
    under: String,
    build: bool,
}

impl Options {
    /// Reads them.
    pub(crate) fn parse(mut args: Arguments) -> Result<Self> {
        let port = args.opt_value_from_str("--port")?;
        let under: Option<String> = args.opt_value_from_str("--under")?;
        let build = !args.contains("--no-build");
        crate::no_more(args)?;
        Ok(Self { port, under: host::under(&under.unwrap_or_default()), build })
    }
}

/// Builds, then serves until it is stopped.
pub(crate) fn run(project: &Project, options: Options) -> Result<()> {
    if options.build {
        dist::build(project)?;
    } else {
        dist::existing(project)?;
    }
    let listener = host::listen(options.port).context("choose another port with --port")?;
    say(&format!("http://127.0.0.1:{}{} (stop with Ctrl+C)", listener.port, options.under));
    host::serve(&listener, &project.dist, &options.under);
    Ok(())
}
