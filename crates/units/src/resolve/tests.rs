use model::article::Source;
use model::known::Dated;

use super::*;
use crate::registry::tests::unit;

fn registry() -> Registry {
    let mut district = unit("h", UnitKind::RuralDistrict, "Huyện Sông Lô", Some("vp"));
    district.valid_from = Some("2008-12-23".parse().unwrap());
    district.valid_to = Some("2025-07-01".parse().unwrap());
    let mut commune = unit("x", UnitKind::Commune, "Xã Sông Lô", Some("pt"));
    commune.valid_from = Some("2025-07-01".parse().unwrap());
    let mut older = unit("xvt", UnitKind::Commune, "Xã Sông Lô", Some("vt"));
    older.valid_to = Some("2025-07-01".parse().unwrap());
    let mut lang_son = unit("ls", UnitKind::Province, "Tỉnh Lạng Sơn", None);
    lang_son.aliases = vec!["Lạng Sơn".to_owned()];
    let (registry, faults) = Registry::new(vec![
        unit("vp", UnitKind::Province, "Tỉnh Vĩnh Phúc", None),
        unit("pt", UnitKind::Province, "Tỉnh Phú Thọ", None),
        unit("vt", UnitKind::City, "Thành phố Việt Trì", Some("pt")),
        district,
        commune,
        older,
        unit("hu", UnitKind::Body, "Huyện ủy Sông Lô", Some("h")),
        unit("btc", UnitKind::Body, "Ban Tổ chức Huyện ủy Sông Lô", Some("hu")),
        unit("vpu", UnitKind::Body, "Văn phòng Huyện ủy Sông Lô", Some("hu")),
        unit("ub", UnitKind::Body, "UBND huyện Sông Lô", Some("h")),
        unit("dg", UnitKind::Ward, "Phường Đức Giang", None),
        unit("dgu", UnitKind::Body, "Đảng ủy phường Đức Giang", Some("dg")),
        lang_son,
        unit("dk", UnitKind::Body, "Đảng ủy Khối các cơ quan tỉnh Lạng Sơn", Some("ls")),
    ]);
    assert_eq!(faults, []);
    registry
}

/// An article of blocks: the first is the title, a second that begins with `>` the lead.
pub(crate) fn article(date: &str, blocks: &[&str]) -> Article {
    let mut text = String::new();
    let mut spans = Vec::new();
    for (index, block) in blocks.iter().enumerate() {
        let kind = match index {
            0 => BlockKind::Title,
            _ if block.starts_with('>') => BlockKind::Lead,
            _ => BlockKind::Paragraph,
        };
        let start = text.len();
        text.push_str(block.trim_start_matches('>'));
        spans.push(Block { kind, span: Span::new(start..text.len()) });
        text.push_str("\n\n");
    }
    Article {
        id: "a".parse().unwrap(),
        title: blocks[0].to_owned(),
        section: None,
        language: None,
        blocks: spans,
        bylines: Vec::new(),
        published: date.parse().ok().map(|value| Dated {
            value,
            status: Status::Stated,
            rule: None,
            source: None,
        }),
        event: None,
        crawled: None,
        views: None,
        unit: None,
        publisher: None,
        source: Source { file: None, url: None, bytes: 0, sha256: String::new(), reading: None },
        text,
        cut_off: false,
        mentions: Vec::new(),
        doubts: Vec::new(),
        pictures: Vec::new(),
        extra: serde_json::Map::new(),
    }
}

fn check_on(date: &str, blocks: &[&str], expected: Option<(&str, Status)>) {
    let article = article(date, blocks);
    let found = find(&article, &registry()).unit;
    let found = found.as_ref().map(|known| (known.value.as_str(), known.status));
    assert_eq!(found, expected, "{blocks:?}");
}

fn check(blocks: &[&str], expected: Option<(&str, Status)>) {
    check_on("2020-10-14", blocks, expected);
}

#[test]
fn the_title_comes_first() {
    check(
        &["Huyện ủy Sông Lô tổ chức gặp mặt", "Đảng ủy phường Đức Giang dự."],
        Some(("hu", Status::Stated)),
    );
    check(
        &["Gặp mặt", ">Chiều 15/10, Đảng ủy phường Đức Giang họp."],
        Some(("dgu", Status::Stated)),
    );
    check(&["Phường Đức Giang ra quân"], Some(("dg", Status::Stated)));
    check(&["Huyện ủy Sông Lô và Đảng ủy phường Đức Giang họp"], None);
    check(&["Huyện ủy Sông Lô thăm Đảng ủy phường Đức Giang"], Some(("hu", Status::Stated)));
    check(&["Huyện ủy Sông Lô, UBND huyện Sông Lô gặp mặt"], Some(("h", Status::Inferred)));
    check(&["Huyện ủy Sông Lô, tỉnh Vĩnh Phúc gặp mặt"], Some(("hu", Status::Stated)));
    check(&["Lạng Sơn bầu chủ tịch tỉnh"], Some(("ls", Status::Stated)));
}

#[test]
fn a_whereabouts_is_not_the_matter() {
    check(&["Họp báo", ">Ngày 3/2, tại Lạng Sơn, Bộ Công Thương họp báo."], None);
    check(&["Họp báo", ">Lạng Sơn ngày 3/2, Bộ Công Thương họp báo."], None);
    check(&["Họp báo tại huyện Sông Lô"], None);
    check(&["Cán bộ làm Bí thư Lạng Sơn, Sóc Trăng"], None);
    check(&["Tuyến du lịch Bắc Giang - Lạng Sơn"], None);
    check(&["Người con của quê hương Lạng Sơn"], None);
    check(&["Kỷ luật", ">Kỷ luật cán bộ huyện Sông Lô và huyện Tam Đảo."], None);
    check(&["Họp", ">Đoàn về huyện Sông Lô. Huyện Sông Lô báo cáo."], Some(("h", Status::Stated)));
}

#[test]
fn a_body_named_often_stands_for_its_place() {
    let title = "Ngành tổ chức xây dựng Đảng huyện Sông Lô học tập";
    let body = "Ban Tổ chức Huyện ủy làm. BTC Huyện ủy họp; BTC Huyện uỷ bàn, BTV Huyện ủy dự.";
    check(&[title, body], Some(("btc", Status::Inferred)));
    check(&[title, "Ban Tổ chức Huyện ủy dự."], Some(("h", Status::Stated)));
    let offices = "Văn phòng Huyện ủy. Văn phòng Huyện ủy. Văn phòng Huyện ủy.";
    check(&[title, body, offices], Some(("hu", Status::Inferred)));
}

#[test]
fn short_names_need_their_place() {
    check(&["Tổng kết thi đua", "Ban Dân vận Huyện ủy tổ chức. Huyện ủy dự. Huyện ủy."], None);
    check(&["Huyện ủy tổng kết"], None);
    let title = "Đảng ủy Khối các cơ quan tỉnh sơ kết";
    check(&[title, "Chi bộ Báo Lạng Sơn đẩy mạnh."], Some(("dk", Status::Inferred)));
    check(&[title, "Chi bộ Báo Bắc Giang đẩy mạnh."], None);
    check(&[title, "Đoàn Lạng Sơn thăm tỉnh Bắc Giang."], None);
}

#[test]
fn the_body_must_insist() {
    check(&["Ra quân", "Tại huyện Sông Lô có mưa."], None);
    check(
        &["Ra quân", "Nay huyện Sông Lô có mưa. Huyện Sông Lô ra quân."],
        Some(("h", Status::Inferred)),
    );
    check(&["Ra quân", "Huyện Sông Lô và huyện Lập Thạch. Huyện Sông Lô ra quân."], None);
}

#[test]
fn homonyms_are_told_apart_by_date_kind_and_what_is_above() {
    check_on("2026-02-01", &["Xã Sông Lô ra quân"], Some(("x", Status::Stated)));
    check_on("2020-02-01", &["Xã Sông Lô ra quân"], Some(("xvt", Status::Stated)));
    check_on("", &["Xã Sông Lô ra quân"], None);
    check_on("", &["Xã Sông Lô, thành phố Việt Trì"], Some(("xvt", Status::Stated)));
    check_on("2026-02-01", &["Huyện Sông Lô ra quân"], None);
    check(&["Xã Đức Giang, huyện Hoài Đức ra quân"], None);
    check(&["Phường Đức Giang, huyện nhà ra quân"], Some(("dg", Status::Stated)));
}

#[test]
fn mentions_carry_their_sentence() {
    let text = "Hôm nay mưa. Huyện ủy Sông Lô họp lúc 8h.30! “Tốt”. Huyện ủy dự.";
    let article = article("2020", &["Bài", text]);
    let found: Vec<(&str, &str, String)> = find(&article, &registry())
        .mentions
        .into_iter()
        .map(|mention| {
            let SubjectRef::Unit(id) = mention.of else { panic!("not a unit") };
            let words = mention.at.of(&article.text).unwrap();
            (words, mention.sentence.of(&article.text).unwrap(), id.to_string())
        })
        .collect();
    assert_eq!(
        found,
        [
            ("Huyện ủy Sông Lô", "Huyện ủy Sông Lô họp lúc 8h.30!", "hu".to_owned()),
            ("Huyện ủy", "Huyện ủy dự.", "hu".to_owned()),
        ]
    );
}
