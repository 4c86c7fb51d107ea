//! `[[units]]`: what a unit is called, where it belongs, what it came from.

use model::Unit;
use model::unit::{Heritage, Share, UnitKind};

use super::citation;
use super::reader::{Reader, Section};
use crate::problem::{Expected, Instead};

/// Words for kinds, Vietnamese first.
pub(super) const KINDS: &[(&str, UnitKind)] = &[
    ("tỉnh", UnitKind::Province),
    ("thành phố", UnitKind::City),
    ("quận", UnitKind::UrbanDistrict),
    ("huyện", UnitKind::RuralDistrict),
    ("thị xã", UnitKind::Town),
    ("phường", UnitKind::Ward),
    ("xã", UnitKind::Commune),
    ("thị trấn", UnitKind::Township),
    ("đặc khu", UnitKind::SpecialZone),
    ("cơ quan", UnitKind::Body),
    ("province", UnitKind::Province),
    ("city", UnitKind::City),
    ("urban-district", UnitKind::UrbanDistrict),
    ("rural-district", UnitKind::RuralDistrict),
    ("town", UnitKind::Town),
    ("ward", UnitKind::Ward),
    ("commune", UnitKind::Commune),
    ("township", UnitKind::Township),
    ("special-zone", UnitKind::SpecialZone),
    ("body", UnitKind::Body),
];
const KIND_WORDS: &str =
    "tỉnh, thành phố, quận, huyện, thị xã, phường, xã, thị trấn, đặc khu, cơ quan";

/// A unit; without a usable id, kind and name it is left out.
pub(super) fn unit(reader: &mut Reader<'_>, section: &Section<'_, '_>) -> Option<Unit> {
    const KEYS: &[&str] = &[
        "id",
        "kind",
        "name",
        "aliases",
        "short_names",
        "parent",
        "valid_from",
        "valid_to",
        "predecessors",
        "successors",
        "note",
        "source",
    ];
    section.expect_keys(reader, KEYS);
    let mut whole = true;
    for key in ["id", "kind", "name"] {
        if !section.has(key) {
            section.missing(reader, key, Instead::EntryLeftOut);
            whole = false;
        }
    }
    let id = section.parsed(reader, "id", Expected::UnitId, Instead::EntryLeftOut);
    let kind = section.choice(reader, "kind", KIND_WORDS, KINDS);
    let name = section.text(reader, "name");
    let unit = Unit {
        id: id?,
        kind: kind?,
        name: name?,
        aliases: section.texts(reader, "aliases"),
        short_names: section.texts(reader, "short_names"),
        parent: section.parsed(reader, "parent", Expected::UnitId, Instead::LeftOut),
        valid_from: section.date(reader, "valid_from"),
        valid_to: section.date(reader, "valid_to"),
        predecessors: heritage(reader, section, "predecessors"),
        successors: heritage(reader, section, "successors"),
        note: section.text(reader, "note"),
        source: citation(reader, section),
    };
    whole.then_some(unit)
}

fn heritage(reader: &mut Reader<'_>, section: &Section<'_, '_>, key: &str) -> Vec<Heritage> {
    const SHARES: &[(&str, Share)] = &[
        ("toàn bộ", Share::Whole),
        ("một phần", Share::Part),
        ("whole", Share::Whole),
        ("part", Share::Part),
    ];
    let mut list = Vec::new();
    for line in section.sections(reader, key) {
        line.expect_keys(reader, &["unit", "share"]);
        let unit = line.parsed(reader, "unit", Expected::UnitId, Instead::EntryLeftOut);
        let share = line.choice(reader, "share", "toàn bộ, một phần", SHARES);
        for missing in ["unit", "share"].into_iter().filter(|key| !line.has(key)) {
            line.missing(reader, missing, Instead::EntryLeftOut);
        }
        if let (Some(unit), Some(share)) = (unit, share) {
            list.push(Heritage { unit, share });
        }
    }
    list
}
