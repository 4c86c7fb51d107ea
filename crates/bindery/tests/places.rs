//! An archive whose publisher names one commune: the official lists tell what it was made from, and
//! old articles find their places.

#![allow(clippy::unwrap_used)]

use std::sync::Arc;

use bindery::folder::{self, ArticleFile};
use bindery::problem::What;
use bindery::report::Field;
use bindery::{Bound, bind};
use model::Unit;
use units::gazetteer::Gazetteer;

const SETTINGS: &str = r#"
title = "Tin xã Hải Lựu"

[[units]]
id = "tinh-phu-tho"
kind = "tỉnh"
name = "Tỉnh Phú Thọ"

[[units]]
id = "xa-hai-luu"
kind = "xã"
name = "Xã Hải Lựu"
parent = "tinh-phu-tho"
"#;

fn bound(settings: &str, pages: &[(&str, &str)]) -> Bound {
    let files = pages.iter().map(|(name, text)| ArticleFile {
        name: (*name).to_owned(),
        content: Ok(text.as_bytes().to_vec()),
    });
    let mut draft = folder::read(Some(settings.as_bytes()), files);
    draft.gazetteer = Some(Arc::new(Gazetteer::official().unwrap()));
    bind(draft, &mut |_| ())
}

fn units(bound: &Bound) -> Vec<Unit> {
    let file = bound.files.iter().find(|file| file.path.starts_with("parts/units-")).unwrap();
    serde_json::from_slice(&file.bytes).unwrap()
}

const OLD: (&str, &str) = (
    "cu.txt",
    "Xã Nhân Đạo ra quân làm thủy lợi\n\nNgày đăng: 02/11/2020\n\nSáng 2/11, xã Nhân Đạo (huyện Sông Lô) ra quân.",
);
const OTHER: (&str, &str) = (
    "khac.txt",
    "Xã Phương Khoan ở đâu\n\nNgày đăng: 03/11/2020\n\nXã Nhân Đạo, huyện Lý Nhân cũng ra quân.",
);

#[test]
fn old_articles_find_their_place_under_its_old_name() {
    let bound = bound(SETTINGS, &[OLD]);
    let units = units(&bound);
    let old = units.iter().find(|unit| unit.name == "Xã Nhân Đạo").unwrap();
    assert_eq!(old.successors[0].unit.as_str(), "xa-hai-luu");
    let article = &bound.report.articles[0];
    assert!(article.found.iter().any(|found| found.value == "Xã Nhân Đạo"), "{article:?}");
    assert_eq!(bound.report.errors(), 0, "{:?}", bound.report.problems);
}

#[test]
fn a_name_that_means_another_place_counts_for_none() {
    let bound = bound(SETTINGS, &[OTHER]);
    // Nhân Đạo of Lý Nhân is no unit of this archive; Phương Khoan is.
    assert_eq!(bound.report.articles[0].mentions.units, 1);
}

#[test]
fn a_name_that_may_be_two_places_is_told_to_the_clerk() {
    let settings = format!(
        "{SETTINGS}\n[[units]]\nid = \"huyen-ly-nhan\"\nkind = \"huyện\"\nname = \"Huyện Lý Nhân\"\n\
         [[units]]\nid = \"xa-nhan-dao\"\nkind = \"xã\"\nname = \"Xã Nhân Đạo\"\nparent = \"huyen-ly-nhan\"\n"
    );
    let page = ("a.txt", "Tin\n\nNgày đăng: 02/11/2020\n\nCán bộ xã Nhân Đạo đi họp.");
    let bound = bound(&settings, &[page]);
    assert_eq!(bound.report.articles[0].mentions.units, 0);
    let told = bound.report.problems.iter().find_map(|problem| match &problem.what {
        What::AmbiguousPlace { words, places, mentions: 1, articles: 1 } => {
            Some((problem.line, words.as_str(), places.len()))
        }
        _ => None,
    });
    assert_eq!(told, Some((Some(5), "xã Nhân Đạo", 2)), "{:?}", bound.report.problems);
}

#[test]
fn a_publisher_may_do_without() {
    let settings = SETTINGS.replacen("title", "gazetteer = false\ntitle", 1);
    let bound = bound(&settings, &[OLD]);
    assert_eq!(units(&bound).len(), 2);
}

const NO_UNITS: &str = "title = \"Tin huyện\"\n";

fn page(name: &'static str, text: &'static str) -> (&'static str, &'static str) {
    (name, text)
}

#[test]
fn without_units_places_that_articles_are_about_become_units() {
    let bound = bound(
        NO_UNITS,
        &[
            page(
                "1.txt",
                "UBND xã Nhân Đạo, huyện Sông Lô họp\n\nNgày đăng: 02/11/2020\n\nSáng 2/11, UBND xã Nhân Đạo, huyện Sông Lô, tỉnh Vĩnh Phúc họp.",
            ),
            page(
                "2.txt",
                "Huyện Sông Lô ra quân\n\nNgày đăng: 03/11/2020\n\nHuyện Sông Lô và huyện Lập Thạch ra quân.",
            ),
            // Dozens of communes are called so, and nothing says which.
            page("3.txt", "Xã Tân Lập họp\n\nNgày đăng: 04/11/2020\n\nXã Tân Lập họp."),
        ],
    );
    let units = units(&bound);
    let names: Vec<&str> = units.iter().map(|unit| unit.name.as_str()).collect();
    for name in ["Xã Nhân Đạo", "Huyện Sông Lô", "Tỉnh Vĩnh Phúc", "Xã Hải Lựu", "Tỉnh Phú Thọ"]
    {
        assert!(names.contains(&name), "{name}: {names:?}");
    }
    // Named, but no article is about it.
    assert!(!names.contains(&"Huyện Lập Thạch"), "{names:?}");
    let about = |at: usize| {
        let found = &bound.report.articles[at].found;
        found.iter().find(|found| found.field == Field::Unit).map(|found| found.value.as_str())
    };
    assert_eq!([about(0), about(1), about(2)], [Some("Xã Nhân Đạo"), Some("Huyện Sông Lô"), None]);
    let told = bound.report.problems.iter().any(
        |problem| matches!(&problem.what, What::AmbiguousPlace { words, .. } if words == "Xã Tân Lập"),
    );
    assert!(told, "{:?}", bound.report.problems);
}

#[test]
fn news_from_everywhere_makes_no_units() {
    let bound = bound(
        NO_UNITS,
        &[
            page("1.txt", "Huyện Sông Lô họp\n\nHuyện Sông Lô, tỉnh Vĩnh Phúc họp."),
            page("2.txt", "Huyện Vũ Quang họp\n\nHuyện Vũ Quang, tỉnh Hà Tĩnh họp."),
            page("3.txt", "Quận Long Biên họp\n\nQuận Long Biên, thành phố Hà Nội họp."),
        ],
    );
    assert!(
        !bound
            .files
            .iter()
            .any(|file| file.path.starts_with("parts/units-") && file.bytes != b"[]")
    );
    assert_eq!(bound.report.totals.counts.units, 0);
}

#[test]
fn names_on_no_list_are_told_to_the_clerk_once() {
    let page = page(
        "a.txt",
        "Tin\n\nNgày đăng: 02/11/2020\n\nCán bộ xã Hoa Ban đi họp.\n\nXã Hoa Ban có khách.",
    );
    let bound = bound(SETTINGS, &[page]);
    let told: Vec<_> = bound
        .report
        .problems
        .iter()
        .filter(|problem| matches!(problem.what, What::UnknownPlace { .. }))
        .map(|problem| (problem.line, problem.what.clone()))
        .collect();
    let what = What::UnknownPlace { words: "xã Hoa Ban".to_owned(), mentions: 2, articles: 1 };
    assert_eq!(told, [(Some(5), what)]);
}
