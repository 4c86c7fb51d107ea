//! What a reader downloads, against the budgets of design.md §9.

use std::path::Path;

use anyhow::{Result, bail};

use crate::compress::{self, Sizes};
use crate::process::say;
use crate::setup;
use crate::static_files::{SINGLE, files, is_elsewhere, is_first, is_offline};
use crate::workers::WORKERS;

/// The budgets count in thousands of bytes.
const KB: usize = 1000;

/// A group of files that is loaded together.
struct Group {
    name: &'static str,
    /// Most bytes after brotli; `None` is only shown.
    budget: Option<usize>,
    holds: fn(&str) -> bool,
}

/// Every file of a site belongs to the first group that holds it.
const GROUPS: [Group; 18] = [
    // For two of these a question takes about half the time, the slowest a third: see ARCHITECTURE.md.
    Group { name: "search worker", budget: Some(66 * KB), holds: |path| is_worker(path, 0) },
    Group { name: "indexer", budget: Some(400 * KB), holds: |path| is_worker(path, 1) },
    Group { name: "annex", budget: Some(200 * KB), holds: |path| is_named(path, "annex") },
    Group { name: "beside", budget: Some(60 * KB), holds: |path| is_named(path, "beside") },
    Group { name: "keys", budget: Some(12 * KB), holds: |path| is_named(path, "keys") },
    Group { name: "desk", budget: Some(70 * KB), holds: |path| is_named(path, "desk-pages") },
    // Ours alone: the plan has 400 for the indexer, which is less for it.
    Group { name: "desk reader", budget: Some(404 * KB), holds: is_desk_reader },
    Group { name: "desk script", budget: Some(6 * KB), holds: |path| is_named(path, "desk") },
    Group { name: "gazetteer", budget: Some(250 * KB), holds: |path| is_named(path, "gazetteer") },
    Group { name: "fonts, icons", budget: None, holds: is_drawing },
    Group { name: "offline", budget: Some(11 * KB), holds: is_offline },
    Group { name: "single file", budget: None, holds: |path| path == SINGLE },
    Group { name: "embed, host", budget: Some(4 * KB), holds: |path| path == "embed.js" },
    Group { name: "embed, frame", budget: Some(4 * KB), holds: |path| path.starts_with("embed") },
    Group { name: "kiosk", budget: Some(8 * KB), holds: is_elsewhere },
    Group { name: "first words", budget: Some(2 * KB), holds: is_first },
    Group { name: "viewer shell", budget: Some(200 * KB), holds: is_shell },
    Group { name: "archive", budget: None, holds: |_| true },
];

fn is_worker(path: &str, which: usize) -> bool {
    is_named(path, WORKERS[which].name)
}

/// The part of the indexer that only the clerk's desk loads.
fn is_desk_reader(path: &str) -> bool {
    is_named(path, "desk-reader")
}

/// A file of this name and of some content.
fn is_named(path: &str, name: &str) -> bool {
    path.strip_prefix(name).is_some_and(|rest| rest.starts_with('-'))
}

/// Not in the shell's budget: the page is readable before they arrive.
fn is_drawing(path: &str) -> bool {
    matches!(Path::new(path).extension().and_then(|e| e.to_str()), Some("woff2" | "svg" | "png"))
}

/// At the top of the site, and neither the archive's manifest nor prerendered pages.
fn is_shell(path: &str) -> bool {
    !path.contains('/') && path != "archive.json" && path != "offline.json"
}

/// Prints the table and fails when a group is over its budget.
pub(crate) fn run(site: &Path) -> Result<()> {
    if setup::quick() {
        say("BIEN_NIEN_QUICK=1: these are not the sizes of what is published");
    }
    let mut over = Vec::new();
    println!("{:16}{:>11}{:>11}{:>11}{:>11}", "", "raw", "gzip", "brotli", "budget");
    for (index, group) in GROUPS.iter().enumerate() {
        let sizes = total(site, index)?;
        let budget = group.budget.map(|bytes| format!("{} KB", bytes / KB)).unwrap_or_default();
        println!(
            "{:16}{:>11}{:>11}{:>11}{budget:>11}",
            group.name, sizes.raw, sizes.gzip, sizes.brotli
        );
        if group.budget.is_some_and(|most| sizes.brotli > most) {
            over.push(group.name);
        }
        if group.budget.is_some() && sizes.raw == 0 {
            bail!("{} has no {}: build it with `cargo xtask dist`", site.display(), group.name);
        }
    }
    if over.is_empty() {
        return Ok(());
    }
    bail!(
        "over budget after brotli: {}; find what grew with `twiggy` or `cargo bloat`",
        over.join(", ")
    )
}

fn total(site: &Path, group: usize) -> Result<Sizes> {
    let mut all = Vec::new();
    for path in files(site)? {
        let relative = path.strip_prefix(site)?.to_string_lossy().replace('\\', "/");
        if is_beside(&relative) || group_of(&relative) != group {
            continue;
        }
        all.push(compress::sizes(&path)?);
    }
    Ok(all.into_iter().sum())
}

/// A packed form of another file, not a file of its own.
fn is_beside(path: &str) -> bool {
    Path::new(path).extension().is_some_and(|extension| extension == "br" || extension == "gz")
}

fn group_of(path: &str) -> usize {
    GROUPS.iter().position(|group| (group.holds)(path)).unwrap_or(GROUPS.len() - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check_group(path: &str, group: &str) {
        assert_eq!(GROUPS[group_of(path)].name, group, "{path}");
    }

    #[test]
    fn every_file_has_its_group() {
        check_group("index.html", "viewer shell");
        check_group("start-0123456789ab.js", "viewer shell");
        check_group("search-worker-0123456789ab.wasm", "search worker");
        check_group("indexer-0123456789ab.js", "indexer");
        check_group("annex-0123456789ab.wasm", "annex");
        check_group("gazetteer-0123456789ab.txt", "gazetteer");
        check_group("annex-common-0123456789ab.wasm", "annex");
        check_group("beside-0123456789ab.wasm", "beside");
        check_group("desk-pages-0123456789ab.wasm", "desk");
        check_group("desk-0123456789ab.js", "desk script");
        check_group("desk-reader-0123456789ab.wasm", "desk reader");
        check_group("annex-0123456789ab.css", "annex");
        check_group("bien-nien-serif-0123456789ab.woff2", "fonts, icons");
        check_group("sw.js", "offline");
        check_group("app.html", "offline");
        check_group("embed.js", "embed, host");
        check_group("embed-frame.js", "embed, frame");
        check_group("embed.css", "embed, frame");
        check_group("kiosk.js", "kiosk");
        check_group("kiosk.css", "kiosk");
        check_group("offline-0123456789abcdef.js", "viewer shell");
        check_group("bien-nien.html", "single file");
        check_group("offline.json", "archive");
        check_group("archive.json", "archive");
        check_group("parts/index-0123.bin", "archive");
    }
}
