use model::article::BlockKind;

use super::*;
use crate::registry::tests::unit;

fn registry() -> Registry {
    let mut lang_son = unit("ls", UnitKind::Province, "Tỉnh Lạng Sơn", None);
    lang_son.aliases = vec!["Lạng Sơn".to_owned()];
    let mut commune = unit("x", UnitKind::Commune, "Xã Sông Lô", Some("pt"));
    commune.valid_from = Some("2025-07-01".parse().unwrap());
    let (registry, faults) = Registry::new(vec![
        unit("vp", UnitKind::Province, "Tỉnh Vĩnh Phúc", None),
        unit("pt", UnitKind::Province, "Tỉnh Phú Thọ", None),
        unit("h", UnitKind::RuralDistrict, "Huyện Sông Lô", Some("vp")),
        commune,
        unit("hu", UnitKind::Body, "Huyện ủy Sông Lô", Some("h")),
        unit("dg", UnitKind::Ward, "Phường Đức Giang", None),
        unit("lt", UnitKind::RuralDistrict, "Huyện Lập Thạch", Some("vp")),
        lang_son,
        unit("a", UnitKind::Commune, "Xã Tân Lập", Some("h")),
        unit("b", UnitKind::Commune, "Xã Tân Lập", Some("lt")),
    ]);
    assert_eq!(faults, []);
    registry
}

/// Each body as `unit: name = words`; an own one of the publisher with `*`, an inferred one with `~`.
fn check(text: &str, expected: &[&str]) {
    let registry = registry();
    let mut article = crate::resolve::tests::article("2020-10-14", &["Tin", text]);
    article.blocks[1].kind = BlockKind::Paragraph;
    let told: Vec<String> = crate::find(&article, &registry)
        .bodies
        .into_iter()
        .filter_map(|body| body.told(&article, &registry))
        .map(|told| {
            let own = if told.body.is_some() { "*" } else { "" };
            let mark = if told.status == Status::Inferred { "~" } else { "" };
            let words = told.at.of(&article.text).unwrap();
            format!("{}: {own}{mark}{} = {words}", told.unit, told.name)
        })
        .collect();
    assert_eq!(told, expected, "{text}");
}

#[test]
fn bodies_of_places() {
    check(
        "Chủ tịch UBND huyện Lập Thạch",
        &["lt: Ủy ban nhân dân huyện Lập Thạch = UBND huyện Lập Thạch"],
    );
    check("Huyện uỷ Lập Thạch họp", &["lt: Huyện ủy Lập Thạch = Huyện uỷ Lập Thạch"]);
    check(
        "Phòng GD&ĐT huyện Lập Thạch và Công an phường Đức Giang",
        &[
            "lt: Phòng Giáo dục và Đào tạo huyện Lập Thạch = Phòng GD&ĐT huyện Lập Thạch",
            "dg: Công an phường Đức Giang = Công an phường Đức Giang",
        ],
    );
    check(
        "Ủy ban MTTQ Việt Nam phường Đức Giang",
        &["dg: Mặt trận Tổ quốc Việt Nam phường Đức Giang = Ủy ban MTTQ Việt Nam phường Đức Giang"],
    );
    check("Tỉnh đoàn Lạng Sơn ra quân", &["ls: Tỉnh đoàn Lạng Sơn = Tỉnh đoàn Lạng Sơn"]);
    check("UBND Lạng Sơn ra quân", &["ls: Ủy ban nhân dân tỉnh Lạng Sơn = UBND Lạng Sơn"]);
    check(
        "Chi bộ tổ dân phố số 5 phường Đức Giang",
        &["dg: Chi bộ tổ dân phố số 5 phường Đức Giang = Chi bộ tổ dân phố số 5 phường Đức Giang"],
    );
    check(
        "Chi bộ 12 phường Đức Giang",
        &["dg: Chi bộ 12 phường Đức Giang = Chi bộ 12 phường Đức Giang"],
    );
}

#[test]
fn parts_stand_for_the_whole_and_bodies_have_bodies() {
    check("Ban Thường vụ Huyện ủy Lập Thạch", &["lt: Huyện ủy Lập Thạch = Huyện ủy Lập Thạch"]);
    check(
        "Văn phòng Huyện ủy Lập Thạch",
        &["lt: Văn phòng Huyện ủy Lập Thạch = Văn phòng Huyện ủy Lập Thạch"],
    );
    check(
        "Thường trực HĐND huyện Lập Thạch",
        &["lt: Hội đồng nhân dân huyện Lập Thạch = HĐND huyện Lập Thạch"],
    );
    // Of the publisher's own body, the name as printed counts too, and in its article alone.
    check("Ban Thường vụ Huyện ủy Sông Lô", &["h: *Huyện ủy Sông Lô = Huyện ủy Sông Lô"]);
    check(
        "Văn phòng Huyện ủy Sông Lô. Ban Tổ chức Huyện ủy.",
        &[
            "h: *Huyện ủy Sông Lô = Huyện ủy Sông Lô",
            "h: *~Huyện ủy Sông Lô = Huyện ủy",
            "h: Văn phòng Huyện ủy Sông Lô = Văn phòng Huyện ủy Sông Lô",
            "h: ~Ban Tổ chức Huyện ủy Sông Lô = Ban Tổ chức Huyện ủy",
        ],
    );
}

#[test]
fn some_share_a_place() {
    check(
        "Đảng ủy, HĐND, UBND phường Đức Giang",
        &[
            "dg: Đảng ủy phường Đức Giang = Đảng ủy",
            "dg: Hội đồng nhân dân phường Đức Giang = HĐND",
            "dg: Ủy ban nhân dân phường Đức Giang = UBND phường Đức Giang",
        ],
    );
    check(
        "Huyện ủy, HĐND và UBND huyện Lập Thạch",
        &[
            "lt: ~Huyện ủy Lập Thạch = Huyện ủy",
            "lt: Hội đồng nhân dân huyện Lập Thạch = HĐND",
            "lt: Ủy ban nhân dân huyện Lập Thạch = UBND huyện Lập Thạch",
        ],
    );
    // Not of another level, nor what does not stand beside it.
    check(
        "Đảng ủy, UBND huyện Lập Thạch",
        &["lt: Ủy ban nhân dân huyện Lập Thạch = UBND huyện Lập Thạch"],
    );
    check(
        "UBND tỉnh, UBND huyện Lập Thạch",
        &[
            "vp: ~Ủy ban nhân dân tỉnh Vĩnh Phúc = UBND tỉnh",
            "lt: Ủy ban nhân dân huyện Lập Thạch = UBND huyện Lập Thạch",
        ],
    );
    check(
        "Sở Y tế, UBND huyện Lập Thạch",
        &["lt: Ủy ban nhân dân huyện Lập Thạch = UBND huyện Lập Thạch"],
    );
}

#[test]
fn where_only_the_kind_is_said_the_articles_place_is_meant() {
    check(
        "Huyện Lập Thạch họp. UBND huyện và Huyện ủy dự; UBND tỉnh chỉ đạo.",
        &[
            "lt: ~Ủy ban nhân dân huyện Lập Thạch = UBND huyện",
            "lt: ~Huyện ủy Lập Thạch = Huyện ủy",
            "vp: ~Ủy ban nhân dân tỉnh Vĩnh Phúc = UBND tỉnh",
        ],
    );
    check(
        "Phường Đức Giang họp: HĐND, UBND phường dự",
        &[
            "dg: ~Hội đồng nhân dân phường Đức Giang = HĐND",
            "dg: ~Ủy ban nhân dân phường Đức Giang = UBND phường",
        ],
    );
    // Another of the kind is named, or several are meant, or a person.
    check("Huyện Lập Thạch và huyện Tam Đảo họp. UBND huyện dự.", &[]);
    check(
        "Huyện Lập Thạch họp. Các Huyện ủy, UBND huyện, thị xã; UBND các xã; Huyện ủy viên.",
        &[],
    );
    check("Tại Lạng Sơn có mưa. UBND tỉnh dự.", &[]);
}

#[test]
fn nobodys_bodies_stay_unknown() {
    check("UBND xã Tân Lập họp", &[]);
    check("UBND huyện Vũ Quang", &[]);
    check("UBND huyện, HĐND xã họp", &[]);
    check("Huyện ủy viên Lập Thạch", &[]);
    check("Huyện ủy Lập Thạch Thượng", &[]);
    check("Xã đoàn Sông Lô", &[]);
    check("Văn phòng huyện Lập Thạch, Thường trực huyện Lập Thạch", &[]);
    check("Thành ủy Lạng Sơn", &[]);
    check("UBND xã Sông Lô", &[]);
}
