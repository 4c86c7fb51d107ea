//! Habits that a reader of the code relies on, held by machine.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The largest file that a clone should carry.
const LARGEST: u64 = 1024 * 1024;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("a parent")
}

/// Files that git knows or would take.
fn committed() -> Vec<PathBuf> {
    let out = Command::new("git")
        .args(["ls-files", "--cached", "--others", "--exclude-standard", "-z"])
        .current_dir(root())
        .output()
        .expect("git runs");
    assert!(out.status.success(), "git ls-files: {}", String::from_utf8_lossy(&out.stderr));
    let names = String::from_utf8(out.stdout).expect("file names are UTF-8");
    let paths = names.split('\0').filter(|name| !name.is_empty()).map(PathBuf::from);
    // Deleted in the work tree but not yet in the index.
    paths.filter(|path| root().join(path).exists()).collect()
}

/// Committed text files that are ours, with their text.
fn our_texts() -> Vec<(PathBuf, String)> {
    committed()
        .into_iter()
        .filter(|path| !path.starts_with("archive/articles"))
        .filter_map(|path| Some((fs::read_to_string(root().join(&path)).ok()?, path)))
        .map(|(text, path)| (path, text))
        .collect()
}

#[test]
fn no_large_files() {
    for path in committed() {
        let bytes = fs::metadata(root().join(&path)).expect("it exists").len();
        assert!(
            bytes <= LARGEST,
            "{} has {bytes} bytes; a clone should stay light",
            path.display()
        );
    }
}

#[test]
fn no_paths_of_one_machine() {
    // In pieces, so that this file does not find itself.
    let homes =
        [["/ro", "ot/"], ["/ho", "me/"], ["/wo", "rk/"], ["/Us", "ers/"]].map(|two| two.concat());
    for (path, text) in our_texts() {
        for (number, line) in text.lines().enumerate() {
            for home in &homes {
                let found = line.match_indices(home.as_str()).any(|(at, _)| {
                    // `frame/work/x` is no path from the root.
                    !line[..at]
                        .ends_with(|c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '_'))
                });
                assert!(!found, "{}:{}: a path of one machine: {line}", path.display(), number + 1);
            }
        }
    }
}

#[test]
fn no_hosts_in_the_npm_locks() {
    for lock in ["tests/journeys/package-lock.json", "tests/bench/peers/package-lock.json"] {
        let text = fs::read_to_string(root().join(lock)).expect(lock);
        assert!(
            !text.contains("\"resolved\""),
            "{lock}: write it with omit-lockfile-registry-resolved"
        );
    }
}

#[test]
fn every_crate_opens_with_docs() {
    let sources = our_texts()
        .into_iter()
        .filter(|(path, _)| path.ends_with("src/lib.rs") || path.ends_with("src/main.rs"));
    for (path, text) in sources {
        assert!(text.starts_with("//! "), "{} says nothing of what it holds", path.display());
    }
}

/// Only these may name the browser.
const BROWSER_CODE: [&str; 3] = ["src/platform", "crates/worker/src", "crates/indexer/src"];

#[test]
fn only_the_edges_name_the_browser() {
    let rust =
        our_texts().into_iter().filter(|(path, _)| path.extension().is_some_and(|e| e == "rs"));
    for (path, text) in rust {
        let is_edge = BROWSER_CODE.iter().any(|edge| path.starts_with(edge));
        if is_edge || path.starts_with("xtask") {
            continue;
        }
        for (number, line) in text.lines().enumerate() {
            let code = line.trim_start();
            let names = code.contains("web_sys::") || code.contains("js_sys::");
            // Types of events and of elements are what Yew itself hands to a component.
            let is_event = code.contains("web_sys::")
                && (code.contains("Event") || code.contains("web_sys::Html"));
            let found = names && !is_event && !code.starts_with("//");
            assert!(!found, "{}:{}: belongs in src/platform: {code}", path.display(), number + 1);
        }
    }
}

/// Crates whose business is the outside world.
const DOES_IO: [&str; 5] =
    ["crates/host", "crates/pack", "crates/worker", "crates/indexer", "xtask"];

#[test]
fn libraries_do_no_input_and_no_output() {
    let words =
        ["std::fs", "std::net", "std::env", "std::process", "println!", "print!(", "eprint"];
    for (path, text) in our_texts() {
        let is_library = path.starts_with("crates") || path.starts_with("src");
        let is_source = path.extension().is_some_and(|e| e == "rs")
            && path.components().any(|part| part.as_os_str() == "src");
        let is_test =
            path.ends_with("tests.rs") || path.components().any(|p| p.as_os_str() == "tests");
        if !is_library || !is_source || is_test || DOES_IO.iter().any(|edge| path.starts_with(edge))
        {
            continue;
        }
        // Tests stand at the foot of a file and may read fixtures.
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        for (number, line) in code.lines().enumerate() {
            let comment = line.trim_start().starts_with("//");
            let found = words.iter().find(|word| !comment && line.contains(**word));
            assert!(found.is_none(), "{}:{}: {found:?} in a library", path.display(), number + 1);
        }
    }
}
