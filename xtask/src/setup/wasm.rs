//! A compiler for wasm32 with the standard library's source: rustup's, else Debian's own.
//!
//! The standard library is built with the program (`build-std`), for size and without messages for
//! panics, which end in a trap: together a seventh of the viewer. Cargo offers that to nightly
//! compilers only; `RUSTC_BOOTSTRAP` lets a stable one do it too, for these artifacts alone.
//!
//! `rust-toolchain.toml` does not list the source on purpose: where it cannot be downloaded, every
//! call of cargo would fail. There Debian's `rustc-web` comes with its own.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use super::apt;
use crate::process::{self, ready, say};
use crate::project::Project;

/// Where a toolchain keeps the library's source, under its sysroot.
const SOURCE: &str = "lib/rustlib/src/rust/library/std/Cargo.toml";
/// Flags that take out what only tells of panics and what only `{:?}` prints, and choose the small
/// SHA-256 over the unrolled one.
const FLAGS: &str = "-Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none \
                     -Zfmt-debug=none --cfg sha2_backend_soft=\"compact\"";
/// The name under which Debian's compiler is linked into rustup.
const LINK: &str = "debian-web";

/// Which compiler builds for the browser.
pub(crate) enum Toolchain {
    /// The one that builds everything else.
    Rustup,
    /// Debian's, with this linker.
    Debian { linker: PathBuf },
}

impl Toolchain {
    /// What cargo must find in its environment.
    pub(crate) fn variables(&self) -> Vec<(&'static str, String)> {
        let mut variables = vec![
            ("RUSTC_BOOTSTRAP", "1".to_owned()),
            ("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort".to_owned()),
            ("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size".to_owned()),
            ("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", FLAGS.to_owned()),
        ];
        if let Self::Debian { linker } = self {
            let linker = linker.display().to_string();
            variables.push(("RUSTUP_TOOLCHAIN", LINK.to_owned()));
            variables.push(("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", linker));
        }
        variables
    }
}

/// Finds or installs it.
pub(crate) fn toolchain(project: &Project) -> Result<Toolchain> {
    let wants_debian = std::env::var("BIEN_NIEN_WASM").is_ok_and(|value| value == "debian");
    if !wants_debian && rustup_has_source() {
        ready("wasm target: rustup's");
        return Ok(Toolchain::Rustup);
    }
    let installed = debian_compiler_is_complete();
    if !wants_debian && !installed && add_source(project) {
        return Ok(Toolchain::Rustup);
    }
    if !installed {
        let packages = ["rustc-web", "cargo-web", "rust-web-src"];
        apt::install(project, &packages, "a compiler for wasm")?;
    }
    link(project)?;
    let linker = linker()?;
    ready("wasm target: Debian's rustc-web, linked into rustup as debian-web");
    Ok(Toolchain::Debian { linker })
}

fn rustup_has_source() -> bool {
    process::ask("rustc", &["--print", "sysroot"])
        .is_some_and(|sysroot| Path::new(&sysroot).join(SOURCE).exists())
}

fn add_source(project: &Project) -> bool {
    say("wasm target: rustup component add rust-src, about 20 s");
    let mut command = Command::new("rustup");
    command.args(["component", "add", "rust-src"]);
    let log = project.scratch().join("rustup-source.log");
    let done = process::logged(&mut command, &log, "Debian's compiler is tried instead");
    if let Err(error) = &done {
        eprintln!("  {error:#}");
    }
    done.is_ok() && rustup_has_source()
}

/// Debian's compiler and the library source of the same version.
fn debian_compiler_is_complete() -> bool {
    process::ask("/usr/bin/rustc", &["--print", "sysroot"])
        .is_some_and(|sysroot| Path::new(&sysroot).join(SOURCE).exists())
        && Path::new("/usr/bin/cargo").exists()
}

fn link(project: &Project) -> Result<()> {
    let linked = process::ask("rustup", &["run", LINK, "rustc", "--print", "sysroot"]);
    if linked.as_deref() == Some("/usr") {
        return Ok(());
    }
    say("linking Debian's compiler into rustup: rustup toolchain link debian-web /usr");
    eprintln!("  (undo with `rustup toolchain uninstall debian-web`; your default stays as it is)");
    let mut command = Command::new("rustup");
    command.args(["toolchain", "link", LINK, "/usr"]);
    let log = project.scratch().join("rustup-link.log");
    process::logged(&mut command, &log, "run it by hand and read what it says")
}

/// rustup's own linker for wasm, else Debian's.
fn linker() -> Result<PathBuf> {
    let sysroot = process::output(Command::new("rustc").args(["--print", "sysroot"]))?;
    let about = process::output(Command::new("rustc").arg("-vV"))?;
    let host = about.lines().find_map(|line| line.strip_prefix("host: "));
    let host = host.context("`rustc -vV` names no host; update rustup")?;
    let bundled =
        Path::new(sysroot.trim()).join("lib/rustlib").join(host).join("bin").join("rust-lld");
    let debian = PathBuf::from("/usr/bin/wasm-ld-19");
    match [bundled, debian].into_iter().find(|path| path.exists()) {
        Some(found) => Ok(found),
        None => bail!("no linker for wasm: run `sudo apt-get install lld-19`"),
    }
}
