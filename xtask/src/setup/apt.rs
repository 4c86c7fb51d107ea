//! Debian packages: installed only as root or where sudo asks nothing, else the line to run is
//! printed.

use std::process::Command;

use anyhow::{Result, bail};

use crate::process::{self, say};
use crate::project::Project;

/// Installs packages, after saying what for.
pub(crate) fn install(project: &Project, packages: &[&str], what: &str) -> Result<()> {
    let names = packages.join(" ");
    let line = format!(
        "apt-get update && sudo apt-get install --no-install-recommends --no-remove {names}"
    );
    if process::ask("apt-get", &["--version"]).is_none() {
        bail!("{what} is missing and this is no Debian machine: install what Debian calls {names}");
    }
    let Some(sudo) = prefix() else {
        bail!("{what} is missing and installing it takes an administrator: run `sudo {line}`");
    };
    let log = project.scratch().join("apt.log");
    let fix = format!("run `sudo {line}` by hand and read what it says");
    say(&format!("{what}: installing Debian's {names} with apt-get, a minute or two"));
    for arguments in [
        vec!["update"],
        // A package that would push out one of the user's own is not worth it.
        [vec!["install", "-y", "--no-install-recommends", "--no-remove"], packages.to_vec()]
            .concat(),
    ] {
        let mut command = apt(sudo);
        command.args(arguments);
        process::logged(&mut command, &log, &fix)?;
    }
    Ok(())
}

/// How apt-get may be called: directly, through sudo, or not at all.
fn prefix() -> Option<bool> {
    if process::ask("id", &["-u"]).as_deref() == Some("0") {
        return Some(false);
    }
    process::ask("sudo", &["-n", "true"]).map(|_| true)
}

fn apt(sudo: bool) -> Command {
    let mut command = Command::new(if sudo { "sudo" } else { "apt-get" });
    if sudo {
        command.args(["-n", "DEBIAN_FRONTEND=noninteractive", "apt-get"]);
    } else {
        command.env("DEBIAN_FRONTEND", "noninteractive");
    }
    command
}
