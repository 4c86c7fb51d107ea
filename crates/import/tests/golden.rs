//! The five seeds and this crate's own fixtures, laid out as text and compared with the snapshots
//! in `tests/golden`. `UPDATE_GOLDEN=1 cargo test -p import` writes them anew: read the diff.

#![allow(clippy::unwrap_used, reason = "a failing helper fails its test")]

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use import::{Context, Imported, read};
use model::known::Dated;

fn here(folder: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)
}

/// File names and bytes of a folder, by name.
fn files(folder: &str) -> Vec<(String, Vec<u8>)> {
    let mut files: Vec<_> = fs::read_dir(here(folder))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .map(|path| {
            (path.file_name().unwrap().to_string_lossy().into_owned(), fs::read(path).unwrap())
        })
        .collect();
    files.sort();
    files
}

/// One line for each field and block.
fn snapshot(imported: &Imported) -> String {
    let article = &imported.article;
    let mut out = String::new();
    let mut field = |name: &str, value: Option<String>| {
        writeln!(out, "{name}: {}", value.as_deref().unwrap_or("–")).unwrap();
    };
    let dated = |dated: &Option<Dated>| {
        dated.as_ref().map(|d| {
            format!("{} {:?} {:?} {}", d.value, d.status, d.rule.as_ref().unwrap(), quote(d))
        })
    };
    field("id", Some(article.id.to_string()));
    field("title", Some(article.title.clone()));
    field("section", article.section.clone());
    field("published", dated(&article.published));
    field("event", dated(&article.event));
    field("crawled", dated(&article.crawled));
    let names: Vec<_> = article.bylines.iter().map(|byline| byline.name.clone()).collect();
    field("byline", (!names.is_empty()).then(|| names.join(" | ")));
    field("views", article.views.as_ref().map(|v| format!("{} {:?}", v.value, v.status)));
    field("publisher", article.publisher.as_ref().map(|p| format!("{} {:?}", p.value, p.status)));
    field("cut off", Some(article.cut_off.to_string()));
    for problem in &imported.problems {
        field("problem", Some(problem.to_string()));
    }
    for block in &article.blocks {
        let printed = block.span.of(&article.text).unwrap();
        let words: Vec<&str> = printed.split_whitespace().take(9).collect();
        let span = block.span.range();
        writeln!(
            out,
            "{:>5}..{:<5} {:<9} {}",
            span.start,
            span.end,
            format!("{:?}", block.kind),
            words.join(" ")
        )
        .unwrap();
    }
    out
}

fn quote(dated: &Dated) -> String {
    match &dated.source {
        Some(model::Evidence::Text { at, quote, .. }) => {
            let head: String = quote.chars().take(40).collect();
            format!("{:?} “{head}”", at.range())
        }
        other => format!("{other:?}"),
    }
}

fn check_folder(folder: &str) {
    let mut stale = Vec::new();
    for (name, bytes) in files(folder) {
        let imported = read(&name, &bytes, &Context::default()).unwrap();
        let seen = snapshot(&imported);
        let path = here("tests/golden").join(&name);
        if std::env::var_os("UPDATE_GOLDEN").is_some() {
            fs::write(&path, &seen).unwrap();
        } else if fs::read_to_string(&path).unwrap_or_default() != seen {
            stale.push(format!("{name}:\n{seen}"));
        }
    }
    assert!(stale.is_empty(), "differ from tests/golden:\n{}", stale.join("\n"));
}

#[test]
fn seeds() {
    check_folder("../../archive/articles");
}

#[test]
fn fixtures() {
    check_folder("tests/fixtures");
}
