//! Lighthouse over `dist/` as `serve` serves it, and its table in `docs/lighthouse.md`.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde_json::Value;

use super::replaced;
use crate::process::{self, say};
use crate::project::Project;
use crate::{dist, journeys, setup};

/// Runs of each page; their medians are told.
pub(super) const RUNS: u32 = 5;

/// Where the site lies on its host: it must never notice.
const UNDER: &str = "/thu/muc-con/";

/// The page of the docs, and the name of its table.
const PAGE: &str = "docs/lighthouse.md";
const NAME: &str = "lighthouse";

/// What has a column: the score's name, its heading, the least it should be.
const SCORES: [(&str, &str, u64); 4] = [
    ("performance", "Performance", 95),
    ("accessibility", "Accessibility", 100),
    ("best-practices", "Best practices", 100),
    ("seo", "SEO", 100),
];

/// Measures, prints the table and writes it into the docs.
pub(super) fn run(project: &Project, runs: u32, no_build: bool) -> Result<()> {
    if !no_build {
        dist::build(project)?;
    }
    let site = dist::existing(project)?.to_owned();
    setup::browser::lighthouse(project)?;
    let listener = host::listen(None).context("no port is free on this machine")?;
    let address = format!("http://127.0.0.1:{}{UNDER}", listener.port);
    let served = site.clone();
    // Ends with the program.
    std::thread::spawn(move || host::serve(&listener, &served, UNDER));
    let scratch = project.scratch();
    fs::create_dir_all(&scratch).with_context(|| format!("cannot make {}", scratch.display()))?;
    let file = scratch.join("lighthouse.json");
    let mut command = journeys::node(project, &site)?;
    command.arg(project.root.join("tests/lighthouse/run.mjs"));
    command.arg(&address).arg(runs.to_string()).arg(&file);
    say(&format!("Lighthouse, {runs} runs of each of three pages, some minutes"));
    process::show(&mut command, "read what Lighthouse says above")?;
    let table = table(&read(&file)?).context("Lighthouse measured something else")?;
    println!("{table}");
    let path = project.root.join(PAGE);
    let page = fs::read_to_string(&path).with_context(|| format!("no {}", path.display()))?;
    let page = replaced(&page, NAME, &table)
        .with_context(|| format!("{PAGE} has no <!-- {NAME} --> … <!-- /{NAME} -->"))?;
    fs::write(&path, page).with_context(|| format!("cannot write {}", path.display()))
}

fn read(file: &Path) -> Result<Value> {
    let text = fs::read(file).with_context(|| format!("no {}", file.display()))?;
    serde_json::from_slice(&text).context("what Lighthouse told is no JSON")
}

/// The medians of each page, and what cost points.
fn table(told: &Value) -> Option<String> {
    let mut out = format!(
        "Lighthouse {}, medians of {}.\n\n| page |",
        told["version"].as_str()?,
        told["runs"].as_u64()?
    );
    for (_, heading, least) in SCORES {
        out.push_str(&format!(" {heading} (≥ {least}) |"));
    }
    out.push_str(" first paint | largest paint | blocked | shift | bytes |\n|---|");
    out.push_str(&"--:|".repeat(SCORES.len() + 5));
    out.push('\n');
    for page in told["pages"].as_array()? {
        out.push_str(&format!("| {} |", page["name"].as_str()?));
        for (score, _, least) in SCORES {
            let found = page["scores"][score].as_u64()?;
            out.push_str(&format!(" {found}{} |", if found < least { " ✗" } else { "" }));
        }
        let figure = |name: &str| page["figures"][name].as_f64();
        out.push_str(&format!(
            " {:.2} s | {:.2} s | {:.0} ms | {:.3} | {:.0} KB |\n",
            figure("first-contentful-paint")? / 1e3,
            figure("largest-contentful-paint")? / 1e3,
            figure("total-blocking-time")?,
            figure("cumulative-layout-shift")?,
            figure("total-byte-weight")? / 1e3,
        ));
    }
    for page in told["pages"].as_array()? {
        let lost: Vec<&str> = page["lost"].as_array()?.iter().filter_map(Value::as_str).collect();
        if !lost.is_empty() {
            out.push_str(&format!("\n{}: {}.\n", page["name"].as_str()?, lost.join("; ")));
        }
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_score_below_what_it_should_be_is_marked() {
        let told = json!({ "version": "12", "runs": 5, "pages": [{
            "name": "home",
            "scores": { "performance": 94, "accessibility": 100, "best-practices": 100, "seo": 100 },
            "figures": {
                "first-contentful-paint": 900.0, "largest-contentful-paint": 2500.0,
                "total-blocking-time": 12.4, "cumulative-layout-shift": 0.0123,
                "total-byte-weight": 245_000.0,
            },
            "lost": ["performance: Largest Contentful Paint"],
        }] });
        let table = table(&told).expect("a table");
        let row = "| home | 94 ✗ | 100 | 100 | 100 | 0.90 s | 2.50 s | 12 ms | 0.012 | 245 KB |";
        assert!(table.contains(row), "{table}");
        assert!(table.contains("home: performance: Largest Contentful Paint."));
        assert_eq!(super::table(&json!({})), None);
    }
}
