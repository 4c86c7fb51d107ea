use super::*;
use model::unit::UnitKind;

use crate::messages::{self, Lang};

/// The problems of a settings file, as printed.
fn problems(toml: &str) -> Vec<String> {
    let (_, problems) = ArchiveConfig::parse(toml.as_bytes());
    problems.iter().map(|problem| messages::problem(problem, Lang::En)).collect()
}

fn check(toml: &str, expected: &[&str]) {
    assert_eq!(problems(toml), expected, "{toml}");
}

/// What of settings reaches the manifest beside what it has fields for, and their problems.
pub(super) fn check_extra(settings: &str, expected: &str, problems: &[&str]) {
    let toml = format!("title = 'x'\n{settings}");
    let (config, _) = ArchiveConfig::parse(toml.as_bytes());
    let extra = serde_json::to_string(&config.about.extra).unwrap_or_default();
    assert_eq!(extra, expected, "{settings}");
    check(&toml, problems);
}

#[test]
fn a_whole_file_is_read() {
    let toml = r#"
title = "Tin huyện"
base_url = "https://songlo.example/tin/"
[people]
index = false
removed = ["Nguyễn Văn A"]
[[units]]
id = "huyen-song-lo"
kind = "Huyện"
name = "Huyện Sông Lô"
valid_from = 2008-12-23
valid_to = "2025-07-01"
source = { text = "Danh mục", url = "https://danhmuc.example" }
successors = [{ unit = "xa-tam-son", share = "một phần" }]
[[units]]
id = "xa-tam-son"
kind = "commune"
name = "Xã Tam Sơn"
[[sources]]
name = "Trang tin"
[articles."a/b.txt"]
unit = "huyen-song-lo"
published = 2020
old_ids = ["cu"]
[[anniversaries]]
name = "1930-10-15-dan-van"
note = "Ghi chú"
source = "Sách"
"#;
    let (config, problems) = ArchiveConfig::parse(toml.as_bytes());
    assert_eq!(problems, []);
    assert_eq!(config.about.title, "Tin huyện");
    assert_eq!(config.people, People { index: false, removed: vec!["Nguyễn Văn A".to_owned()] });
    assert_eq!(config.units.len(), 2);
    let (line, unit) = &config.units[0];
    assert_eq!((*line, unit.kind, unit.successors.len()), (7, UnitKind::RuralDistrict, 1));
    assert_eq!(unit.valid_from.unwrap().to_string(), "2008-12-23");
    let statement = &config.articles["a/b.txt"];
    assert_eq!(statement.published.unwrap().to_string(), "2020");
    assert_eq!(config.anniversaries.len(), 1);
}

#[test]
fn each_fault_is_one_sentence_with_its_line() {
    check(
        "",
        &["error: archive.toml:1: `title` is missing; “Kho bài chưa đặt tên” is used for now"],
    );
    check(
        "title = 5\nlanguage = 'Tiếng Việt'\n",
        &[
            "error: archive.toml:1: `title` must be a text in quotation marks that is not empty; the setting is left out",
            "error: archive.toml:2: `language` must be a language code such as vi; “vi” is used for now",
        ],
    );
    check(
        "title = 'x'\nunit = []\nmonitor = true",
        &[
            "warning: archive.toml:2: there is no setting `unit`, so it does nothing: is `units` meant?",
            "warning: archive.toml:3: there is no setting `monitor`, so it does nothing: check the spelling",
        ],
    );
    check(
        "title = 'x'\n[[units]]\nid = 'Huyện'\nkind = 'làng'\nname = ' '\n",
        &[
            "error: archive.toml:3: `units[0].id` must be an identifier: 1 to 60 of a–z, 0–9, -; the whole entry is left out",
            "error: archive.toml:4: `units[0].kind` must be one of: tỉnh, thành phố, quận, huyện, thị xã, phường, xã, thị trấn, đặc khu, cơ quan; the whole entry is left out",
            "error: archive.toml:5: `units[0].name` must be a text in quotation marks that is not empty; the setting is left out",
        ],
    );
    check(
        "title = 'x'\n[articles.'a.txt']\npublished = 2020-02-30\n",
        &[
            "error: archive.toml:3: not TOML (invalid date, expected day between 01 and 29); what can be read is used: correct this line",
        ],
    );
}

#[test]
fn a_broken_line_costs_itself() {
    let (config, problems) =
        ArchiveConfig::parse("title = 'Kho'\npublisher = \ncontact = 'a@b'\n".as_bytes());
    assert_eq!(config.about.title, "Kho");
    assert_eq!(config.about.contact.as_deref(), Some("a@b"));
    assert_eq!(problems[0].line, Some(2));
    let (_, problems) = ArchiveConfig::parse(b"title = 'x'\n\xff");
    assert_eq!((problems[0].line, problems.len()), (Some(2), 1));
}

proptest::proptest! {
    #[test]
    fn arbitrary_settings_never_panic(text in "(title|units|\\[\\[units\\]\\]|\\[people\\]|=|'x'|id|kind|name|2020-10-15|\\{|\\}|\\[|\\]|\n|\\PC){0,40}") {
        let _ = ArchiveConfig::parse(text.as_bytes());
    }
}

#[test]
fn days_of_reference_need_a_source() {
    let settings = "title = \"Kho\"\nreference_calendar = false\n\
        [[reference]]\nday = \"10/3 âm lịch\"\nname = \"Giỗ Tổ làng\"\nsource = \"Hương ước, điều 3\"\n\
        [[reference]]\nday = \"19/4\"\nname = \"Ngày giải phóng huyện\"\nkind = \"sự kiện\"\n\
        founding = 1972-04-19\nsource = { text = \"Địa chí huyện\", url = \"https://huyen.example/\" }\n\
        [[reference]]\nday = \"8/3\"\nname = \"Không nguồn\"\n\
        [[reference]]\nday = \"31/4\"\nname = \"Không có ngày\"\nsource = \"Sách\"\n";
    let (config, problems) = ArchiveConfig::parse(settings.as_bytes());
    assert!(!config.reference_calendar);
    let told: Vec<&str> = config.reference.iter().map(|day| &*day.id).collect();
    assert_eq!(told, ["am-03-10-gio-to-lang", "04-19-giai-phong-huyen"]);
    let told: Vec<(Option<usize>, &str)> =
        problems.iter().map(|problem| (problem.line, problem.what.code())).collect();
    assert_eq!(told, [(Some(13), "missing-setting"), (Some(17), "wrong-setting")]);
    assert!(ArchiveConfig::parse(b"title = \"Kho\"").0.reference_calendar);
}
