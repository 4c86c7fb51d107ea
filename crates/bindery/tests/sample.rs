//! The sample archive, bound: the unit column of the golden table, what the reader of a report is
//! told, and that binding is repeatable.

#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::{Path, PathBuf};

use bindery::folder::{self, ArticleFile};
use bindery::messages::{self, Lang};
use bindery::report::{Field, Report};
use bindery::{Bound, Previous, Severity, bind};
use model::body::UnitBodies;
use model::bundle::read::{
    parse_catalogue, parse_chunk, parse_facts, parse_leads, parse_names, parse_order,
    parse_overview, parse_recent_bodies, parse_reference, parse_told, parse_unit_facts,
    parse_units,
};
use model::bundle::whole::{Whole, names};
use model::bundle::{Manifest, PartDamage, PartKind};
use model::chronicle::{Chronicle, SubjectRef};
use model::{Article, Evidence, Rule, Status, Unit};
use units::lineage;

fn sample() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../archive")
}

/// Binds the sample with other settings, or its own.
fn bound(settings: Option<&str>) -> Bound {
    let own = fs::read_to_string(sample().join("archive.toml")).unwrap();
    let mut names: Vec<String> = fs::read_dir(sample().join("articles"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    // The order in which files come makes no difference.
    names.sort_unstable_by(|a, b| b.cmp(a));
    let files = names.into_iter().map(|name| {
        let content = fs::read(sample().join("articles").join(&name)).unwrap();
        ArticleFile { name, content: Ok(content) }
    });
    bind(folder::read(Some(settings.unwrap_or(&own).as_bytes()), files), &mut |_| ())
}

/// What a viewer reads of a bundle.
struct Read {
    articles: Vec<Article>,
    units: Vec<Unit>,
    chronicle: Chronicle,
}

fn read(bound: &Bound) -> Read {
    let manifest = Manifest::parse(&bound.files[0].bytes).unwrap();
    let whole = Whole { manifest: &manifest, file: &|path| bytes(bound, path) };
    Read {
        articles: whole.articles().unwrap(),
        units: whole.units().unwrap(),
        chronicle: whole.chronicle().unwrap(),
    }
}

fn bytes(bound: &Bound, path: &str) -> Option<Vec<u8>> {
    bound.files.iter().find(|file| file.path == path).map(|file| file.bytes.clone())
}

fn file(article: &Article) -> &str {
    &article.source.file.as_ref().unwrap()[..3]
}

fn report(report: &Report, file: &str, field: Field) -> Option<String> {
    let wanted = format!("articles/{file}");
    let article =
        report.articles.iter().find(|a| a.file.as_ref().is_some_and(|f| f.starts_with(&wanted)));
    article.unwrap().found.iter().find(|found| found.field == field).map(|f| f.value.clone())
}

#[test]
fn articles_are_in_the_order_of_their_dates() {
    let read = read(&bound(None));
    let order: Vec<&str> = read.articles.iter().map(file).collect();
    assert_eq!(order, ["000", "003", "002", "004", "001"]);
}

#[test]
fn each_article_has_its_unit_and_004_has_none() {
    let bound = bound(None);
    let problems: Vec<String> = bound
        .report
        .problems
        .iter()
        .map(|problem| format!("{} {}", problem.what.code(), messages::place(problem)))
        .collect();
    assert_eq!(
        problems,
        [
            "term-before-congress articles/002_b866992cb7e5a012.txt:19",
            "no-unit articles/004_fbc40ca82c7a5395.txt",
        ]
    );
    for (file, expected) in [
        ("000", Some("Huyện ủy Sông Lô")),
        ("001", Some("Đảng ủy phường Đức Giang")),
        ("002", Some("Ban Tổ chức Huyện ủy Sông Lô")),
        ("003", Some("Đảng ủy Khối các cơ quan tỉnh Lạng Sơn")),
        ("004", None),
    ] {
        assert_eq!(report(&bound.report, file, Field::Unit).as_deref(), expected, "{file}");
    }
    let read = read(&bound);
    let nowhere = read.articles.iter().find(|article| file(article) == "004").unwrap();
    let units = nowhere.mentions.iter().filter(|m| matches!(m.of, SubjectRef::Unit(_))).count();
    assert_eq!(units, 0, "“Huyện ủy” alone is no unit");
}

#[test]
fn every_mention_points_at_words_of_its_article() {
    for article in read(&bound(None)).articles {
        for mention in &article.mentions {
            let words = mention.at.of(&article.text).unwrap();
            let sentence = mention.sentence.of(&article.text).unwrap();
            assert!(mention.sentence.contains(mention.at), "{words} in {sentence}");
        }
    }
}

#[test]
fn the_reform_of_2025_is_told_as_it_was() {
    let read = read(&bound(None));
    let (registry, faults) = units::Registry::new(read.units);
    assert_eq!(faults, []);
    let heirs = |id: &str| -> Vec<String> {
        let heirs = lineage::became(&registry, &id.parse().unwrap());
        assert!(heirs.iter().all(|heir| heir.share == model::unit::Share::Part), "{id}");
        heirs.iter().map(|heir| heir.unit.name.clone()).collect()
    };
    assert_eq!(
        heirs("huyen-song-lo"),
        ["Xã Hải Lựu", "Xã Sơn Đông", "Xã Sông Lô", "Xã Tam Sơn", "Xã Yên Lãng"]
    );
    assert_eq!(heirs("phuong-duc-giang"), ["Phường Việt Hưng", "Phường Bồ Đề"]);
    let called: Vec<&str> = registry
        .units()
        .iter()
        .filter(|unit| unit.name.ends_with("Sông Lô") && unit.kind != model::unit::UnitKind::Body)
        .map(|unit| unit.id.as_str())
        .collect();
    assert_eq!(called, ["huyen-song-lo", "xa-song-lo", "xa-song-lo-viet-tri"]);
    for unit in registry.units().iter().filter(|unit| unit.kind != model::unit::UnitKind::Body) {
        assert!(unit.source.is_some(), "{} has no source", unit.id);
    }
}

#[test]
fn the_same_archive_gives_the_same_bytes() {
    assert_eq!(bound(None).files, bound(None).files);
}

#[test]
fn the_publisher_s_word_outranks_the_text() {
    let settings = r#"
title = "Kho"
[people]
index = false
[[units]]
id = "noi-khac"
kind = "xã"
name = "Xã Nơi Khác"
[[sources]]
name = "Trang tin huyện"
url = "https://trang.example/"
[articles."004_fbc40ca82c7a5395.txt"]
unit = "noi-khac"
published = 2020-10-15
note = "Theo sổ của văn phòng"
url = "https://trang.example/tin/4"
old_ids = ["cu_004"]
[articles."003_935c444eb72e4165.txt"]
unit = "khong-co"
"#;
    let bound = bound(Some(settings));
    let read = read(&bound);
    let article = read.articles.iter().find(|article| file(article) == "004").unwrap();
    let unit = article.unit.as_ref().unwrap();
    assert_eq!(unit.value.as_str(), "noi-khac");
    assert_eq!(unit.rule, Some(Rule::PublisherStatement));
    assert_eq!(article.published.as_ref().unwrap().value.to_string(), "2020-10-15");
    assert_eq!(article.publisher.as_ref().unwrap().value, "Trang tin huyện");
    assert_eq!(read.chronicle.officials, []);
    let manifest = Manifest::parse(&bound.files[0].bytes).unwrap();
    assert_eq!(manifest.aliases.len(), 1);
    assert_eq!(manifest.aliases.values().next(), Some(&article.id));
    let errors = bound.report.problems.iter().filter(|p| p.severity == Severity::Error);
    let problems: Vec<String> = errors.map(|p| messages::problem(p, Lang::Vi)).collect();
    assert_eq!(
        problems,
        [
            "lỗi: archive.toml:18: không có đơn vị nào mang mã `khong-co`; đơn vị của bài được để trống: hãy \
          khai báo đơn vị trong mục [[units]] hoặc sửa mã"
        ]
    );
}

#[test]
fn the_small_readers_read_what_serde_reads() {
    let bound = bound(None);
    let manifest = Manifest::parse(&bound.files[0].bytes).unwrap();
    assert_eq!(manifest, serde_json::from_slice(&bound.files[0].bytes).unwrap());
    for shelf in &manifest.parts {
        for name in names(&shelf.pages) {
            let bytes = bytes(&bound, &shelf.kind.path(&name)).unwrap();
            let alike = match shelf.kind {
                PartKind::Catalogue => alike(parse_catalogue, &bytes),
                PartKind::Leads => alike(parse_leads, &bytes),
                PartKind::Order => alike(parse_order, &bytes),
                PartKind::Overview => alike(parse_overview, &bytes),
                PartKind::Names => alike(parse_names, &bytes),
                PartKind::Recent => alike(parse_facts, &bytes),
                PartKind::RecentBodies => alike(parse_recent_bodies, &bytes),
                PartKind::UnitFacts => alike(parse_unit_facts, &bytes),
                PartKind::Articles => alike(parse_chunk, &bytes),
                PartKind::Units => alike(parse_units, &bytes),
                PartKind::Reference => alike(parse_reference, &bytes),
                _ if PartKind::TOLD.contains(&shelf.kind) => alike(parse_told, &bytes),
                PartKind::Index => continue,
                _ => panic!("{:?} in so small an archive", shelf.kind),
            };
            assert!(alike, "{:?}", shelf.kind);
        }
    }
}

fn alike<T: PartialEq + serde::de::DeserializeOwned>(
    parse: fn(&[u8]) -> Result<T, PartDamage>,
    bytes: &[u8],
) -> bool {
    parse(bytes).unwrap() == serde_json::from_slice(bytes).unwrap()
}

#[test]
fn articles_keep_their_places_when_others_are_added() {
    let draft = |names: &[&str]| {
        let files = names.iter().map(|name| ArticleFile {
            name: (*name).to_owned(),
            content: Ok(fs::read(sample().join("articles").join(name)).unwrap()),
        });
        folder::read(None, files.collect::<Vec<_>>().into_iter())
    };
    let all: Vec<String> = fs::read_dir(sample().join("articles"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    let mut all: Vec<&str> = all.iter().map(String::as_str).collect();
    all.sort_unstable();
    let ids = |bound: &Bound| -> Vec<_> {
        read(bound).articles.into_iter().map(|article| article.id).collect()
    };
    // Without the oldest: when it is added, it stands behind the others all the same.
    let before = ids(&bind(draft(&all[1..]), &mut |_| ()));
    let mut more = draft(&all);
    more.previous = Previous { articles: before.clone(), index: Vec::new() };
    let after = ids(&bind(more, &mut |_| ()));
    assert_eq!((&after[..4], after.len()), (&before[..], 5));
    let mut fewer = draft(&all[..3]);
    fewer.previous.articles = after[4..].to_vec();
    let by_date = ids(&bind(draft(&all[..3]), &mut |_| ()));
    assert_eq!(ids(&bind(fewer, &mut |_| ())), by_date, "most is new");
}

#[test]
fn bodies_that_the_articles_name() {
    let bound = bound(None);
    let file = bound.files.iter().find(|file| file.path.starts_with("parts/recent-bodies-"));
    let told: Vec<UnitBodies> = parse_recent_bodies(&file.unwrap().bytes).unwrap();
    let of = |id: &str| {
        let unit = told.iter().find(|told| told.unit.as_str() == id).unwrap();
        let bodies = unit.bodies.iter();
        bodies.map(|body| (body.name.as_str(), body.status, body.articles)).collect::<Vec<_>>()
    };
    let song_lo = of("huyen-song-lo");
    for expected in [
        ("Huyện ủy Sông Lô", Status::Stated, 2),
        // Only its publisher's entry names it in full.
        ("Ban Tổ chức Huyện ủy Sông Lô", Status::Inferred, 2),
        ("Đảng bộ huyện Sông Lô", Status::Stated, 2),
        ("Văn phòng Huyện ủy Sông Lô", Status::Inferred, 1),
        ("Ủy ban nhân dân huyện Sông Lô", Status::Inferred, 1),
    ] {
        assert!(song_lo.contains(&expected), "{song_lo:?}");
    }
    let duc_giang = of("phuong-duc-giang");
    assert!(duc_giang.contains(&("Văn phòng Đảng ủy phường Đức Giang", Status::Stated, 1)));
    // 004 names no district: its bodies are nobody's.
    let read = read(&bound);
    let unknown = read.articles.iter().find(|article| article.unit.is_none()).unwrap();
    let seen =
        told.iter().flat_map(|told| &told.bodies).flat_map(|body| [&body.first, body.last()]);
    for sighting in seen {
        let Evidence::Text { article, at, quote } = &sighting.source else {
            panic!("{sighting:?}")
        };
        assert_ne!(*article, unknown.id);
        let article = read.articles.iter().find(|known| known.id == *article).unwrap();
        let words = at.of(&article.text).unwrap().split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(quote.contains(&words), "{quote}: {words}");
    }
}
