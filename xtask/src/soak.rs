//! Properties with many more cases than `test` takes time for: readers of hostile bytes, the search
//! against a naive scan, corruption. `test` runs the same properties with few cases and a fixed seed.

use anyhow::Result;
use pico_args::Arguments;

use crate::journeys;
use crate::process::{say, show};
use crate::project::Project;

/// The crates with properties.
const CRATES: [&str; 9] =
    ["search", "viet", "model", "worker", "import", "chronicle", "calendar", "pack", "bindery"];
/// Cases of each property, unless told otherwise.
const CASES: u32 = 5_000;

/// Runs them. The seed is new each day it is run, and printed.
pub(crate) fn run(project: &Project, mut args: Arguments) -> Result<()> {
    if args.contains("--kiosk") {
        let site = crate::built(&mut args, project)?;
        return journeys::soak(project, site);
    }
    let cases: u32 = args.opt_value_from_str("--cases")?.unwrap_or(CASES);
    let seed: Option<u64> = args.opt_value_from_str("--seed")?;
    let only: Option<String> = args.opt_value_from_str("--only")?;
    crate::no_more(args)?;
    let seed = seed.unwrap_or_else(of_today);
    say(&format!("{cases} cases of each property; the same again with --seed {seed}"));
    // Optimised, but with the checks of a debug build.
    let mut command = project.cargo(&["test", "--profile", "soak"]);
    let crates = CRATES.iter().filter(|name| only.as_deref().is_none_or(|only| only == **name));
    command.args(crates.flat_map(|name| ["-p", name]));
    command.env("PROPTEST_CASES", cases.to_string()).env("PROPTEST_RNG_SEED", seed.to_string());
    show(&mut command, "the property and its smallest case are named above")?;
    say(&format!("nothing found in {cases} cases of each property, seed {seed}"));
    Ok(())
}

fn of_today() -> u64 {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    since.map_or(0, |time| time.as_secs() / 86_400)
}
