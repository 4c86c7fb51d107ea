//! Holds the dependencies between our crates to `arrows.txt`.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::Command;

use serde_json::Value;

type Arrows = BTreeMap<String, BTreeSet<String>>;

fn allowed() -> Arrows {
    include_str!("arrows.txt")
        .lines()
        .filter(|line| !line.starts_with('#') && !line.trim().is_empty())
        .map(|line| {
            let (name, rest) = line.split_once(':').expect("a line reads `crate: crates`");
            (name.to_owned(), rest.split_whitespace().map(str::to_owned).collect())
        })
        .collect()
}

/// What cargo says, development dependencies left out.
fn actual() -> Arrows {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("a parent");
    let out = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--no-deps", "--offline"])
        .current_dir(root)
        .output()
        .expect("cargo runs");
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
    let metadata: Value = serde_json::from_slice(&out.stdout).expect("JSON");
    let packages = metadata["packages"].as_array().expect("packages");
    packages.iter().map(|package| (name(package), ours(package))).collect()
}

fn ours(package: &Value) -> BTreeSet<String> {
    let all = package["dependencies"].as_array().expect("dependencies");
    all.iter()
        .filter(|dependency| dependency["kind"] != "dev" && !dependency["path"].is_null())
        .map(name)
        .collect()
}

fn name(entry: &Value) -> String {
    entry["name"].as_str().expect("a name").to_owned()
}

#[test]
fn arrows_point_one_way() {
    let allowed = allowed();
    let actual = actual();
    let crates: Vec<&String> = actual.keys().collect();
    assert_eq!(crates, allowed.keys().collect::<Vec<_>>(), "arrows.txt lists other crates");
    for (from, targets) in &actual {
        let more: Vec<_> = targets.difference(&allowed[from]).collect();
        assert!(more.is_empty(), "{from} depends on {more:?}, which arrows.txt does not allow");
    }
}

#[test]
fn the_table_itself_has_no_circle() {
    let allowed = allowed();
    let mut left: BTreeSet<&String> = allowed.keys().collect();
    while !left.is_empty() {
        let free: Vec<&String> = left
            .iter()
            .copied()
            .filter(|name| allowed[*name].iter().all(|target| !left.contains(target)))
            .collect();
        assert!(!free.is_empty(), "a circle among {left:?}");
        for name in free {
            left.remove(name);
        }
    }
}
