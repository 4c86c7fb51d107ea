//! The published JSON Schemas say what the readers accept.

#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::{Path, PathBuf};

use model::bundle::Manifest;
use model::bundle::set::ArticleSet;
use serde_json::{Value, json};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn read(path: &str) -> Value {
    serde_json::from_slice(&fs::read(root().join(path)).unwrap()).unwrap()
}

fn schema(name: &str) -> jsonschema::Validator {
    let schema = read(&format!("docs/schema/{name}.schema.json"));
    jsonschema::draft202012::meta::validate(&schema).unwrap();
    jsonschema::draft202012::new(&schema).unwrap()
}

/// The reader and the schema agree on a set.
fn check_set(set: &Value, good: bool) {
    let read = ArticleSet::parse(set.to_string().as_bytes());
    assert_eq!(read.is_ok_and(|(_, problems)| problems.is_empty()), good, "reader: {set}");
    let error = schema("article-set").validate(set).err();
    assert_eq!(error.is_none(), good, "schema: {set} {error:?}");
}

/// The reader and the schema agree on a manifest.
fn check_manifest(manifest: &Value, good: bool) {
    let read = Manifest::parse(manifest.to_string().as_bytes());
    assert_eq!(read.is_ok(), good, "reader: {read:?}");
    let error = schema("manifest").validate(manifest).err();
    assert_eq!(error.is_none(), good, "schema: {error:?}");
}

#[test]
fn the_example_set_is_good() {
    let set = read("docs/schema/article-set.example.json");
    check_set(&set, true);
    let draft = bindery::set::read(set.to_string().as_bytes()).unwrap();
    assert_eq!(draft.problems, []);
}

#[test]
fn what_the_reader_refuses_the_schema_refuses() {
    let article = |article: Value| json!({ "schema": 1, "title": "x", "articles": [article] });
    check_set(&article(json!({ "title": "a", "text": "b", "khóa lạ": 1 })), true);
    check_set(&article(json!({ "title": "a", "text": "b", "published": "2020-10" })), true);
    check_set(&article(json!({ "title": "a", "text": "b", "published": null })), true);
    check_set(&article(json!({ "title": "a", "text": "b", "authors": "c" })), true);
    check_set(&article(json!({ "title": "a" })), false);
    check_set(&article(json!({ "title": " ", "text": "b" })), false);
    check_set(&article(json!({ "title": "a", "text": "b", "published": "15/10/2020" })), false);
    check_set(&article(json!({ "title": "a", "text": "b", "id": "Bài" })), false);
    check_set(&article(json!({ "title": "a", "text": "b", "authors": [1] })), false);
    check_set(&article(json!("a")), false);
    check_set(&json!({ "schema": 2, "title": "x", "articles": [] }), false);
    check_set(&json!({ "schema": 1, "articles": [] }), false);
    check_set(&json!({ "schema": 1, "title": "x" }), false);
    let unit = json!({ "id": "a", "kind": "làng", "name": "b" });
    check_set(&json!({ "schema": 1, "title": "x", "articles": [], "units": [unit] }), false);
}

#[test]
fn the_sample_s_manifest_is_good_and_damaged_ones_are_not() {
    let settings = fs::read(root().join("archive/archive.toml")).unwrap();
    let files = fs::read_dir(root().join("archive/articles")).unwrap().map(|entry| {
        let entry = entry.unwrap();
        let name = entry.file_name().into_string().unwrap();
        bindery::folder::ArticleFile { name, content: Ok(fs::read(entry.path()).unwrap()) }
    });
    let draft = bindery::folder::read(Some(&settings), files);
    let bound = bindery::bind(draft, &mut |_| ());
    let manifest: Value = serde_json::from_slice(&bound.files[0].bytes).unwrap();
    check_manifest(&manifest, true);

    let damage = |at: &str, with: Value| {
        let mut manifest = manifest.clone();
        *manifest.pointer_mut(at).unwrap() = with;
        check_manifest(&manifest, false);
    };
    damage("/schema", json!(1));
    damage("/title", json!(null));
    damage("/digest", json!("abc"));
    damage("/counts/articles", json!(-1));
    damage("/parts/0/kind", json!("../x"));
    damage("/parts/0/names", json!("../x"));
    damage("/parts/0/names", json!("0123456789abcde"));
    damage("/parts/2/counts", json!([[1]]));
    damage("/parts/0", json!([]));
}
