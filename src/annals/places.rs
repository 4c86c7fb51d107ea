//! Units as a reader looks for them: grouped by kind, with the articles of the bodies in them.

use model::UnitId;
use model::bundle::{Order, Overview};
use model::unit::{Unit, UnitKind};

use crate::table::Table;

/// The order in which kinds of units are listed: what is nearest to a reader comes first.
const NEAREST_FIRST: [UnitKind; 10] = [
    UnitKind::Commune,
    UnitKind::Ward,
    UnitKind::Township,
    UnitKind::SpecialZone,
    UnitKind::RuralDistrict,
    UnitKind::UrbanDistrict,
    UnitKind::Town,
    UnitKind::City,
    UnitKind::Province,
    UnitKind::Body,
];

/// The units of each kind, in the archive's order; kinds without units are left out.
pub fn by_kind(units: &[Unit]) -> Vec<(UnitKind, Vec<&Unit>)> {
    NEAREST_FIRST
        .into_iter()
        .map(|kind| (kind, units.iter().filter(|unit| unit.kind == kind).collect()))
        .filter(|(_, units): &(_, Vec<_>)| !units.is_empty())
        .collect()
}

/// Deeper than any chain of units; a parent that is its own descendant is a mistake of the
/// archive's, and walking up from it ends here.
const DEEPEST: usize = 12;

/// A unit and all that it is in, from the nearest.
fn upwards<'a>(parents: &Table<&'a str, &'a str>, from: &'a str) -> Vec<&'a str> {
    let mut chain = vec![from];
    while let Some(parent) = chain.last().and_then(|unit| parents.get(unit)) {
        if chain.len() == DEEPEST || chain.contains(parent) {
            break;
        }
        chain.push(parent);
    }
    chain
}

fn parents(units: &[Unit]) -> Table<&str, &str> {
    units
        .iter()
        .filter_map(|unit| Some((unit.id.as_str(), unit.parent.as_ref()?.as_str())))
        .collect()
}

/// The ordinals of the articles about a unit or anything in it.
pub fn articles_under<'u>(articles: &'u Order, units: &'u [Unit], root: &'u str) -> Vec<u32> {
    let parents = parents(units);
    // Each unit is asked about once: a large archive has as many runs as articles.
    let mut known: Table<&str, bool> = Table::default();
    let mut is_under = |unit: &'u UnitId| -> bool {
        let unit = unit.as_str();
        if let Some(known) = known.get(unit) {
            return *known;
        }
        let is_under = upwards(&parents, unit).contains(&root);
        *known.slot(unit) = is_under;
        is_under
    };
    let (mut under, mut first) = (Vec::new(), 0);
    for (unit, run) in &articles.units {
        if unit.as_ref().is_some_and(&mut is_under) {
            under.extend(first..first + run);
        }
        first += run;
    }
    under
}

/// How many articles are about each unit or anything in it, by the unit's id.
pub fn counts(overview: &Overview) -> Table<&str, u32> {
    overview.units.iter().map(|(unit, count)| (unit.as_str(), *count)).collect()
}

/// Up to `most` units to offer on the home page: places before bodies, those with articles first,
/// the nearest kinds before the farther ones.
pub fn featured<'a>(units: &'a [Unit], overview: &Overview, most: usize) -> Vec<&'a Unit> {
    let counts = counts(overview);
    let has_articles = |unit: &Unit| counts.get(unit.id.as_str()).is_some();
    let of = |is_body: bool, spoken_of: bool| {
        NEAREST_FIRST
            .into_iter()
            .filter(move |kind| (*kind == UnitKind::Body) == is_body)
            .flat_map(|kind| units.iter().filter(move |unit| unit.kind == kind))
            .filter(move |unit| has_articles(unit) == spoken_of)
    };
    let places = of(false, true).chain(of(false, false));
    places.chain(of(true, true)).chain(of(true, false)).take(most).collect()
}

/// Adds to units, by their ids, what they were made from and what became of them (`kin`), and then
/// all that is in any of them (`parts`).
pub fn widen(units: &[Unit], chosen: &mut Vec<String>, parts: bool, kin: bool) {
    let add = |chosen: &mut Vec<String>, id: &UnitId| {
        if !chosen.iter().any(|known| known == id.as_str()) {
            chosen.push(id.to_string());
        }
    };
    if kin {
        // One step: the heirs of a divided district have other predecessors, which are not its kin.
        for id in chosen.clone() {
            let unit = units.iter().find(|unit| unit.id.as_str() == id);
            for line in
                unit.into_iter().flat_map(|unit| unit.predecessors.iter().chain(&unit.successors))
            {
                add(chosen, &line.unit);
            }
        }
    }
    let mut at = 0;
    while parts && at < chosen.len() {
        let id = chosen[at].clone();
        for unit in units {
            if unit.parent.as_ref().is_some_and(|parent| parent.as_str() == id) {
                add(chosen, &unit.id);
            }
        }
        at += 1;
    }
}

/// Units that a text may name: those whose name or alias has its words, the last as a beginning, in
/// their order; marks count where the text has them. Places first, then bodies.
pub fn called_like<'a>(units: &'a [Unit], text: &str) -> Vec<&'a Unit> {
    let words = |text: &str| -> Vec<String> {
        viet::tokens(text).map(|token| viet::canonical(token.text)).collect()
    };
    let wanted = words(text);
    let is_like = |name: &str| {
        let name = words(name);
        name.windows(wanted.len()).any(|window| {
            let last = wanted.len().saturating_sub(1);
            window.iter().zip(&wanted).enumerate().all(|(at, (word, wanted))| {
                let same = |word: &str| {
                    if at == last { word.starts_with(wanted.as_str()) } else { word == wanted }
                };
                same(word) || same(&viet::fold(word))
            })
        })
    };
    if wanted.is_empty() {
        return Vec::new();
    }
    let named = |unit: &&Unit| {
        is_like(&unit.name)
            || unit.aliases.iter().chain(&unit.short_names).any(|name| is_like(name))
    };
    let of = |bodies: bool| {
        units.iter().filter(move |unit| (unit.kind == UnitKind::Body) == bodies).filter(named)
    };
    of(false).chain(of(true)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn units() -> Vec<Unit> {
        serde_json::from_value(serde_json::json!([
            {"id": "vinh-phuc", "kind": "province", "name": "Tỉnh Vĩnh Phúc"},
            {"id": "song-lo", "kind": "rural-district", "name": "Huyện Sông Lô", "parent": "vinh-phuc"},
            {"id": "huyen-uy", "kind": "body", "name": "Huyện ủy Sông Lô", "parent": "song-lo"},
            {"id": "ban-to-chuc", "kind": "body", "name": "Ban Tổ chức", "parent": "huyen-uy"},
            {"id": "hai-luu", "kind": "commune", "name": "Xã Hải Lựu"},
            {"id": "a", "kind": "body", "name": "A", "parent": "b"},
            {"id": "b", "kind": "body", "name": "B", "parent": "a"},
        ]))
        .unwrap()
    }

    /// One article about a body, one about the other, one about nothing.
    fn order() -> Order {
        let unit = |id: &str| Some(id.parse().unwrap());
        Order {
            dates: Vec::new(),
            units: vec![(None, 2), (unit("ban-to-chuc"), 1), (unit("a"), 2)],
        }
    }

    fn overview() -> Overview {
        let units = ["vinh-phuc", "song-lo", "huyen-uy", "ban-to-chuc", "a", "b"];
        let units = units.iter().map(|id| (id.parse().unwrap(), 1)).collect();
        Overview { units, ..Overview::default() }
    }

    fn check_articles(root: &str, expected: &[u32]) {
        assert_eq!(articles_under(&order(), &units(), root), expected, "{root}");
    }

    #[test]
    fn articles_of_all_that_is_in_a_unit() {
        check_articles("vinh-phuc", &[2]);
        check_articles("huyen-uy", &[2]);
        check_articles("hai-luu", &[]);
        check_articles("a", &[3, 4]);
        check_articles("no-such-unit", &[]);
    }

    #[test]
    fn home_offers_places_with_articles_first() {
        let units = units();
        let names: Vec<&str> =
            featured(&units, &overview(), 3).iter().map(|unit| unit.id.as_str()).collect();
        assert_eq!(names, ["song-lo", "vinh-phuc", "hai-luu"]);
    }

    #[test]
    fn a_chosen_unit_stands_for_its_parts_and_kin() {
        let units: Vec<Unit> = serde_json::from_value(serde_json::json!([
            {"id": "h", "kind": "rural-district", "name": "Huyện H", "successors": [{"unit": "x", "share": "part"}]},
            {"id": "hu", "kind": "body", "name": "Huyện ủy H", "parent": "h"},
            {"id": "x", "kind": "commune", "name": "Xã X",
                "predecessors": [{"unit": "h", "share": "part"}, {"unit": "k", "share": "whole"}]},
            {"id": "du", "kind": "body", "name": "Đảng ủy xã X", "parent": "x"},
            {"id": "k", "kind": "rural-district", "name": "Huyện K"},
        ]))
        .unwrap();
        let widened = |parts, kin| {
            let mut chosen = vec!["h".to_owned()];
            widen(&units, &mut chosen, parts, kin);
            chosen
        };
        assert_eq!(widened(false, false), ["h"]);
        assert_eq!(widened(true, false), ["h", "hu"]);
        assert_eq!(widened(false, true), ["h", "x"]);
        assert_eq!(widened(true, true), ["h", "x", "hu", "du"]);
    }

    #[test]
    fn units_by_any_beginning_of_their_name() {
        let units = units();
        let called = |text: &str| -> Vec<&str> {
            called_like(&units, text).iter().map(|unit| unit.id.as_str()).collect()
        };
        assert_eq!(called("song l"), ["song-lo", "huyen-uy"]);
        assert_eq!(called("Huyện Sông"), ["song-lo"]);
        assert_eq!(called("hải lựu"), ["hai-luu"]);
        assert_eq!(called("hại"), [""; 0]);
        assert_eq!(called("  "), [""; 0]);
    }

    #[test]
    fn kinds_nearest_first() {
        let units = units();
        let kinds: Vec<UnitKind> = by_kind(&units).into_iter().map(|(kind, _)| kind).collect();
        use UnitKind::{Body, Commune, Province, RuralDistrict};
        assert_eq!(kinds, [Commune, RuralDistrict, Province, Body]);
    }
}
