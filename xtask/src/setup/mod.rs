//! Installs what a chore needs and the machine lacks, one step a file.
//!
//! The order is that of what depends on what: the compiler's wasm target, node (which runs
//! wasm-opt), the two cargo-installed tools, wasm-opt, and for tests Chromium and rustup's
//! components. Nothing that is already there is touched, and nothing outside the project's own
//! `.tools` is written except Debian packages and one rustup link, both announced.

mod apt;
pub(crate) mod browser;
mod cargo_tools;
mod components;
mod node;
mod optimiser;
pub(crate) mod wasm;

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};

use crate::process::say;
use crate::project::Project;
pub(crate) use components::components;

/// What building for the browser takes.
pub(crate) struct Web {
    toolchain: wasm::Toolchain,
    /// Trunk.
    pub(crate) trunk: PathBuf,
    /// `wasm-bindgen`, of the locked version.
    pub(crate) bindgen: PathBuf,
    /// `wasm-opt`.
    pub(crate) optimiser: PathBuf,
    /// Whether the build is only to be looked at, soon: `BIEN_NIEN_QUICK=1`.
    pub(crate) quick: bool,
}

/// What makes a build quick: each crate compiled for itself, in parts, and again only what changed.
const QUICK: [(&str, &str); 4] =
    [("LTO", "off"), ("OPT_LEVEL", "1"), ("CODEGEN_UNITS", "16"), ("INCREMENTAL", "true")];

impl Web {
    /// Gives a command the compiler for wasm and the tools, before anything else on `PATH`.
    pub(crate) fn equip(&self, command: &mut Command) -> Result<()> {
        command.envs(self.toolchain.variables());
        if self.quick {
            for profile in ["WEB", "WEB_FAST"] {
                let name = |what| format!("CARGO_PROFILE_{profile}_{what}");
                command.envs(QUICK.map(|(what, value)| (name(what), value)));
            }
        }
        let ours = [&self.bindgen, &self.optimiser, &self.trunk];
        let folders = ours.iter().filter_map(|tool| tool.parent()).map(PathBuf::from);
        let path = std::env::var_os("PATH").unwrap_or_default();
        let path: OsString = std::env::join_paths(folders.chain(std::env::split_paths(&path)))
            .context("a tool's path contains “:”; clone the project elsewhere")?;
        command.env("PATH", path);
        Ok(())
    }
}

/// Whether the environment asks for a build that is soon there, whatever it weighs.
pub(crate) fn quick() -> bool {
    std::env::var("BIEN_NIEN_QUICK").is_ok_and(|value| value == "1")
}

/// What a build for the browser needs.
pub(crate) fn web(project: &Project) -> Result<Web> {
    let toolchain = wasm::toolchain(project)?;
    node::node(project)?;
    let bindgen = cargo_tools::bindgen(project)?;
    let trunk = cargo_tools::trunk(project)?;
    let optimiser = optimiser::optimiser(project)?;
    let quick = quick();
    if quick {
        say("BIEN_NIEN_QUICK=1: a build to look at; its sizes and speed are not real");
    }
    Ok(Web { toolchain, trunk, bindgen, optimiser, quick })
}

/// Everything, tests included.
pub(crate) fn everything(project: &Project) -> Result<()> {
    components(project)?;
    web(project)?;
    browser::chromium(project)?;
    browser::journeys(project)
}
