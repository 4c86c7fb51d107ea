//! Where a text names which unit.
//!
//! Names are compared by whole syllables, tone placement and case aside. A text written without
//! marks is understood; a text with marks must have the right ones. Longer names win over shorter
//! ones in them. An occurrence does not count when its neighbours say that it is another's:
//! "huyện Sông Lô" is not the commune Sông Lô, and "Huyện ủy Lập Thạch" is not "Huyện ủy".

mod stretch;
mod table;
pub(crate) mod words;

use std::ops::Range;

use model::Unit;

use crate::registry::Registry;

pub(crate) use self::stretch::Stretch;
pub(crate) use self::table::{Name, table};
use self::words::{SURNAMES, common_head};
pub(crate) use self::words::{canonical_words, is_common, proper_name, split_kind};

/// One occurrence of a name, perhaps shared by several units.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Occurrence {
    /// Places in the registry.
    pub(crate) units: Vec<usize>,
    /// Every one of them is meant only in context.
    pub(crate) short: bool,
    /// The name stands without a word for its kind.
    pub(crate) bare: bool,
    /// It says where something is or who comes from where, or stands in a list: "tại Hà Nội",
    /// "Lạng Sơn, Sóc Trăng".
    pub(crate) aside: bool,
    /// Bytes of the stretch.
    pub(crate) span: Range<usize>,
}

/// All occurrences of names in a stretch of text, in order, never overlapping.
pub(crate) fn find(registry: &Registry, stretch: &Stretch<'_>) -> Vec<Occurrence> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < stretch.tokens.len() {
        let names = longest_at(registry, stretch, at);
        let Some(words) = names.first().map(|name| name.words.len()) else {
            at += 1;
            continue;
        };
        found.extend(occurrence(registry, stretch, &names, at));
        at += words;
    }
    found
}

/// The longest names that are written at a token, whatever their neighbours say.
fn longest_at<'r>(registry: &'r Registry, stretch: &Stretch<'_>, at: usize) -> Vec<&'r Name> {
    let first = viet::fold(&stretch.canonical[at]);
    let names = registry.names().get(&first).map_or(&[][..], Vec::as_slice);
    let mut written: Vec<&Name> =
        names.iter().filter(|name| stretch.is_name_at(name, at)).collect();
    let longest = written.first().map_or(0, |name| name.words.len());
    written.retain(|name| name.words.len() == longest);
    written
}

/// What names written at a token mean there, if anything.
fn occurrence(
    registry: &Registry,
    stretch: &Stretch<'_>,
    names: &[&Name],
    at: usize,
) -> Option<Occurrence> {
    let end = at + names.first()?.words.len();
    let fits = |name: &&&Name| {
        let unit = &registry.units()[name.unit];
        !stretch.goes_on(end, name.short)
            && fits_kind(stretch, name, unit, at)
            && fits_qualifier(registry, stretch, unit, end)
    };
    let fitting: Vec<&Name> = names.iter().filter(fits).copied().collect();
    // A full name is more than a short name of the same words.
    let short = fitting.iter().all(|name| name.short);
    let mut units: Vec<usize> =
        fitting.iter().filter(|name| name.short == short).map(|name| name.unit).collect();
    units.dedup();
    let bare = names.iter().all(|name| name.bare) && stretch.kind_before(at).is_none();
    (!units.is_empty()).then(|| Occurrence {
        units,
        short,
        bare,
        aside: stretch.is_aside(at, end, bare),
        span: stretch.tokens[at].span.start..stretch.tokens[end - 1].span.end,
    })
}

fn fits_kind(stretch: &Stretch<'_>, name: &Name, unit: &Unit, at: usize) -> bool {
    !name.bare || stretch.kind_before(at).is_none_or(|kind| kind == unit.kind)
}

/// A place named after it must be above it, if anything of that kind is.
pub(crate) fn fits_qualifier(
    registry: &Registry,
    stretch: &Stretch<'_>,
    unit: &Unit,
    end: usize,
) -> bool {
    let Some((kind, name)) = stretch.qualifier(end) else { return true };
    let mut above = registry.above(unit).filter(|above| above.kind == kind).peekable();
    if above.peek().is_none() {
        return true;
    }
    above.any(|above| stretch.canonical[name..].starts_with(&proper_name(above)))
}

/// Whether a stretch names a place of this kind that is not this one ("huyện Lập Thạch"). A person
/// ("Chủ tịch UBND huyện Lê …") or a body may stand there instead.
pub(crate) fn names_rival(stretch: &Stretch<'_>, place: &Unit) -> bool {
    if stretch.shouted {
        return false;
    }
    let own = proper_name(place);
    (1..stretch.tokens.len()).any(|at| {
        stretch.capital(at)
            && stretch.kind_before(at) == Some(place.kind)
            && !stretch.canonical[at..].starts_with(&own)
            && !SURNAMES.contains(&stretch.canonical[at].as_str())
            && common_head(&stretch.canonical[at..]) == 0
    })
}

#[cfg(test)]
mod tests {
    use model::unit::UnitKind;

    use super::*;
    use crate::registry::tests::unit;

    fn registry() -> Registry {
        let mut province = unit("lang-son", UnitKind::Province, "Tỉnh Lạng Sơn", None);
        province.aliases = vec!["Lạng Sơn".to_owned()];
        let (registry, faults) = Registry::new(vec![
            unit("vinh-phuc", UnitKind::Province, "Tỉnh Vĩnh Phúc", None),
            unit("h", UnitKind::RuralDistrict, "Huyện Sông Lô", Some("vinh-phuc")),
            unit("x", UnitKind::Commune, "Xã Sông Lô", None),
            unit("hu", UnitKind::Body, "Huyện ủy Sông Lô", Some("h")),
            unit("btc", UnitKind::Body, "Ban Tổ chức Huyện ủy Sông Lô", Some("hu")),
            unit("ub", UnitKind::Body, "Ủy ban nhân dân huyện Sông Lô", Some("h")),
            province,
            unit("dk", UnitKind::Body, "Đảng ủy Khối các cơ quan tỉnh Lạng Sơn", Some("lang-son")),
        ]);
        assert_eq!(faults, []);
        registry
    }

    /// Each occurrence as `unit: words`, short ones in parentheses.
    fn check(text: &str, expected: &[&str]) {
        let registry = registry();
        let found: Vec<String> = find(&registry, &Stretch::new(text))
            .into_iter()
            .map(|found| {
                let ids: Vec<&str> =
                    found.units.iter().map(|&unit| registry.units()[unit].id.as_str()).collect();
                let words = &text[found.span.clone()];
                let name = format!("{}: {words}", ids.join("/"));
                if found.short { format!("({name})") } else { name }
            })
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn full_names() {
        check("Sáng 9/10, Huyện uỷ Sông Lô họp", &["hu: Huyện uỷ Sông Lô"]);
        check("xây dựng huyện Sông Lô giàu đẹp", &["h: huyện Sông Lô"]);
        check("xã Sông Lô", &["x: xã Sông Lô"]);
        check("HUYỆN ỦY SÔNG LÔ TỔ CHỨC GẶP MẶT", &["hu: HUYỆN ỦY SÔNG LÔ"]);
        check("Huyen uy Song Lo hop", &["hu: Huyen uy Song Lo"]);
        check("UBND huyện Sông Lô", &["ub: UBND huyện Sông Lô"]);
        check("Bí thư Huyện ủy Sông Lô Lê Đăng Tâm", &["hu: Huyện ủy Sông Lô"]);
        check("Chi bộ Báo Lạng Sơn", &["lang-son: Lạng Sơn"]);
    }

    #[test]
    fn names_of_others() {
        check("huyện sóng lộ", &[]);
        check("huyện Sông Lô Thượng", &[]);
        check("thị trấn Sông Lô", &[]);
        check("huyện, Sông Lô", &[]);
        check("thành phố Lạng Sơn", &[]);
        check("Bắc Lạng Sơn", &[]);
        check("lạng sơn", &[]);
        check("huyện Sông Lô, tỉnh Phú Thọ", &[]);
        check("huyện Sông Lô, tỉnh Vĩnh Phúc", &["h: huyện Sông Lô", "vinh-phuc: tỉnh Vĩnh Phúc"]);
        check("Huyện ủy Lập Thạch", &[]);
        check("Đảng ủy Khối các cơ quan tỉnh Bắc Giang", &[]);
    }

    #[test]
    fn short_names() {
        check("Thường trực Huyện ủy, UBND huyện", &["(hu: Huyện ủy)", "(ub: UBND huyện)"]);
        check("BTC Huyện ủy với tinh thần", &["(btc: BTC Huyện ủy)"]);
        check("Đảng ủy Khối các cơ quan tỉnh sơ kết", &["(dk: Đảng ủy Khối các cơ quan tỉnh)"]);
        check("Bí thư Huyện ủy Lê Văn A", &[]);
        check("HUYỆN ỦY LẬP THẠCH", &[]);
    }

    #[test]
    fn rivals() {
        let registry = registry();
        let district = &registry.units()[1];
        assert!(names_rival(&Stretch::new("Đoàn huyện Lập Thạch đến thăm"), district));
        assert!(!names_rival(
            &Stretch::new("UBND huyện Sông Lô; Chủ tịch UBND huyện, đồng chí"),
            district
        ));
        assert!(!names_rival(&Stretch::new("lãnh đạo huyện Ủy ban"), district));
        assert!(!names_rival(&Stretch::new("Chủ tịch UBND huyện Lê Quang Nghiệp"), district));
    }

    #[test]
    fn common_names() {
        for name in ["Huyện ủy", "Ban Tổ chức Huyện uỷ", "UBND xã", "Đảng ủy Khối các cơ quan tỉnh"]
        {
            assert!(is_common(name), "{name}");
        }
        for name in ["Huyện Văn Quan", "Lạng Sơn", "Đảng ủy phường Đức Giang"] {
            assert!(!is_common(name), "{name}");
        }
    }
}
