//! The browser journeys, and the screenshots that people look at.

use std::path::Path;
use std::process::Command;

use anyhow::{Result, ensure};

use crate::process::{self, say};
use crate::project::Project;
use crate::{dist, setup, static_files};

/// Runs the journeys on a finished site; `only` picks those whose names contain it.
pub(crate) fn run(project: &Project, site: &Path, only: Option<String>) -> Result<()> {
    let mut command = node(project, site)?;
    command.arg("--test").arg("--test-reporter=spec");
    if let Some(only) = only {
        command.arg(format!("--test-name-pattern={only}"));
    }
    let tests = static_files::files(&project.root.join("tests/journeys"))?;
    let tests: Vec<_> = tests
        .iter()
        .filter(|path| path.to_string_lossy().ends_with(".test.mjs"))
        .filter(|path| !path.components().any(|part| part.as_os_str() == "node_modules"))
        .collect();
    ensure!(!tests.is_empty(), "tests/journeys holds no *.test.mjs; is the clone complete?");
    command.args(tests);
    process::show(
        &mut command,
        "run `cargo xtask journeys --no-build --only \"<name>\"` for one alone",
    )
}

/// Five hundred visitors of a hall's screen, one after another; then a long walk that presses whatever
/// there is.
pub(crate) fn soak(project: &Project, site: &Path) -> Result<()> {
    let mut command = node(project, site)?;
    command.arg(project.root.join("tests/journeys/kiosk-soak.mjs"));
    say("500 visitors of a hall's screen, some ten minutes");
    process::show(&mut command, "what grew is named above")?;
    let mut command = node(project, site)?;
    command.env("BIEN_NIEN_STEPS", "2000").arg("--test").arg("--test-reporter=spec");
    command.arg("--test-name-pattern=a walk that presses");
    command.arg(project.root.join("tests/journeys/kiosk.test.mjs"));
    say("a walk of 2,000 steps through it, some five minutes");
    process::show(&mut command, "the steps before the way out are named above")
}

/// Takes the screenshots.
pub(crate) fn shots(project: &Project, site: &Path) -> Result<()> {
    let mut command = node(project, site)?;
    command.arg(project.root.join("tests/journeys/shots.mjs"));
    say("screenshots of every page, about two minutes");
    process::show(&mut command, "read what the browser says above")?;
    say(&format!("look at them in {}", project.target.join("shots").display()));
    Ok(())
}

/// Draws the icons that must be PNG from the SVG that is one of our sources.
pub(crate) fn icons(project: &Project) -> Result<()> {
    let mut command = node(project, &project.dist)?;
    command.arg(project.root.join("tests/journeys/icons.mjs"));
    process::show(&mut command, "read what the browser says above")?;
    say("look at them in static/icons/app, and commit them");
    Ok(())
}

/// Node with what the scripts need to know.
pub(crate) fn node(project: &Project, site: &Path) -> Result<Command> {
    let browser = setup::browser::chromium(project)?;
    setup::browser::journeys(project)?;
    let mut command = Command::new("node");
    command
        .current_dir(project.root.join("tests/journeys"))
        .env("BIEN_NIEN_SITE", site)
        .env("BIEN_NIEN_OUT", &project.target)
        // What a site was finished with, to make bundles that the browser's are compared with.
        .env("BIEN_NIEN_PACKER", dist::packer(project)?)
        .env("BIEN_NIEN_CHROMIUM", browser);
    Ok(command)
}
