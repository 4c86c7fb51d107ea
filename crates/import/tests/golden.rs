//! The five seeds and this crate's own fixtures, laid out as text and compared with the snapshots
//! in `tests/golden`. `UPDATE_GOLDEN=1 cargo test -p import` writes them anew: read the diff.

#![allow(clippy::unwrap_used, reason = "a failing helper fails its test")]

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use calendar::PartialDate;
use import::{Context, Imported, read};
use model::article::BlockKind;
use model::known::Dated;
use model::{Rule, Status};

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

fn seed(number: &str) -> Imported {
    let (name, bytes) = files("../../archive/articles")
        .into_iter()
        .find(|(name, _)| name.starts_with(number))
        .unwrap();
    let imported = read(&name, &bytes, &Context::default()).unwrap();
    assert_eq!(imported.article.text.as_bytes(), bytes, "{name} is kept byte for byte");
    assert_eq!(imported.article.source.bytes, bytes.len() as u64);
    assert_eq!(imported.problems, [], "{name}");
    imported
}

fn known(dated: Option<&Dated>) -> String {
    dated.map_or("–".to_owned(), |dated| format!("{} {:?}", dated.value, dated.status))
}

fn blocks(imported: &Imported, kind: BlockKind) -> Vec<String> {
    let article = &imported.article;
    let of_kind = article.blocks.iter().filter(|block| block.kind == kind);
    of_kind.map(|block| block.span.of(&article.text).unwrap().to_owned()).collect()
}

#[test]
fn fields_of_the_seeds() {
    let check =
        |number: &str, section: Option<&str>, published: &str, event: &str, names: &[&str]| {
            let article = seed(number).article;
            assert_eq!(article.section.as_deref(), section, "{number}");
            assert_eq!(known(article.published.as_ref()), published, "{number}");
            assert_eq!(known(article.event.as_ref()), event, "{number}");
            let signed: Vec<&str> =
                article.bylines.iter().map(|byline| byline.name.as_str()).collect();
            assert_eq!(signed, names, "{number}");
            assert!(article.unit.is_none() && article.mentions.is_empty(), "{number}");
        };
    let both = ["Bích Ngọc", "Thu Hà"];
    check("000", Some("Thời sự tổng hợp"), "2020-10-09 Stated", "2020-10-09 Stated", &both);
    check("001", Some("CÔNG TÁC ĐẢNG"), "2020-10-16T15:34 Stated", "2020-10-15 Stated", &[]);
    check("002", Some("Thời sự tổng hợp"), "2020-10-13 Stated", "–", &both);
    check("003", None, "2020-10-12 Inferred", "2020-10-12 Inferred", &["Phương Dung"]);
    check("004", None, "2020-10-14 Stated", "2020-10-08 Stated", &["Mỹ Nhiên"]);
}

#[test]
fn views_publisher_and_words_of_the_seeds() {
    let check =
        |number: &str, views: Option<(u64, Status)>, publisher: Option<&str>, words: usize| {
            let article = seed(number).article;
            assert_eq!(article.views.map(|views| (views.value, views.status)), views, "{number}");
            let known = article.publisher.as_ref().map(|publisher| publisher.value.as_str());
            assert_eq!(known, publisher, "{number}");
            assert_eq!(article.text.split_whitespace().count(), words, "{number}");
        };
    check("000", None, None, 1256);
    check("001", Some((162, Status::Stated)), None, 1132);
    check("002", None, None, 1411);
    check("003", None, Some("Báo Lạng Sơn"), 688);
    check("004", Some((68, Status::Inferred)), None, 650);
    assert_eq!(seed("003").article.publisher.unwrap().status, Status::Inferred);
}

#[test]
fn orders_of_the_seeds() {
    let order = |date: fn(&Imported) -> Option<PartialDate>| {
        let mut dated: Vec<_> = ["000", "001", "002", "003", "004"]
            .into_iter()
            .filter_map(|number| Some((date(&seed(number))?, number)))
            .collect();
        dated.sort();
        dated.into_iter().map(|(_, number)| number).collect::<Vec<_>>()
    };
    let published = |imported: &Imported| Some(imported.article.published.as_ref()?.value);
    let event = |imported: &Imported| Some(imported.article.event.as_ref()?.value);
    assert_eq!(order(published), ["000", "003", "002", "004", "001"]);
    assert_eq!(order(event), ["004", "000", "003", "001"]);
}

/// Trap 1: the clock of seed 003 dates the crawl and nothing else.
#[test]
fn the_clock_is_no_publication() {
    let article = seed("003").article;
    let crawled = article.crawled.unwrap();
    assert_eq!(
        (crawled.value.to_string().as_str(), crawled.rule),
        ("2022-01-18", Some(Rule::SiteClock))
    );
    for dated in [&article.published, &article.event] {
        assert_eq!(dated.as_ref().unwrap().value.year(), 2020);
    }
    for number in ["000", "001", "002", "004"] {
        assert_eq!(seed(number).article.crawled, None, "{number}");
    }
}

/// Trap 4: what the site printed around seed 004 is not read as its text, but kept.
#[test]
fn furniture_is_not_body() {
    let imported = seed("004");
    assert_eq!(blocks(&imported, BlockKind::Furniture).len(), 2);
    assert_eq!(blocks(&imported, BlockKind::Image).len(), 2);
    assert_eq!(blocks(&imported, BlockKind::SiteData), ["68", "14/10/2020"]);
    let body: String = imported.article.body().map(|(_, text)| text).collect();
    for printed in ["GIẢM-", ".png", "Ý kiến bạn đọc", "Mỹ Nhiên"] {
        assert!(!body.contains(printed), "{printed}");
        assert!(imported.article.text.contains(printed), "{printed}");
    }
}

/// Traps 13, 15, 16: captions without pictures, one over three lines; a text that breaks off; no
/// final newline.
#[test]
fn captions_and_ends() {
    let count = |number: &str| blocks(&seed(number), BlockKind::Caption).len();
    assert_eq!(["000", "001", "002", "003", "004"].map(count), [5, 0, 1, 2, 1]);
    let caption = blocks(&seed("003"), BlockKind::Caption).remove(1);
    assert_eq!(caption.lines().count(), 3);
    assert!(caption.starts_with("Lãnh đạo Đảng ủy Khối") && caption.ends_with("2017-2020"));
    for number in ["000", "001", "002", "003", "004"] {
        let article = seed(number).article;
        assert_eq!(article.cut_off, number == "001", "{number}");
        assert!(!article.text.ends_with('\n'), "{number}");
    }
}
