//! Units as a reader looks for them: grouped by kind, with the articles of the bodies in them.

use std::collections::{BTreeMap, BTreeSet};

use model::bundle::Summary;
use model::unit::{Unit, UnitKind};

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

/// A unit with everything under it: ids of itself, its bodies, its units and theirs.
pub fn under<'a>(units: &'a [Unit], root: &'a str) -> BTreeSet<&'a str> {
    let mut children: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for unit in units {
        if let Some(parent) = &unit.parent {
            children.entry(parent.as_str()).or_default().push(unit.id.as_str());
        }
    }
    let mut found = BTreeSet::new();
    let mut waiting = vec![root];
    while let Some(id) = waiting.pop() {
        // A parent that is its own descendant is a mistake of the archive's; each is met once.
        if found.insert(id) {
            waiting.extend(children.get(id).into_iter().flatten());
        }
    }
    found
}

/// The articles about a unit or anything under it, in the catalogue's order.
pub fn articles_under<'a>(articles: &'a [Summary], units: &[Unit], root: &str) -> Vec<&'a Summary> {
    let family = under(units, root);
    articles
        .iter()
        .filter(|article| article.unit.as_ref().is_some_and(|unit| family.contains(unit.as_str())))
        .collect()
}

/// Up to `most` units to offer on the home page: those with articles first, places before bodies,
/// the nearest kinds before the farther ones.
pub fn featured<'a>(units: &'a [Unit], articles: &[Summary], most: usize) -> Vec<&'a Unit> {
    let rank = |unit: &Unit| NEAREST_FIRST.iter().position(|kind| *kind == unit.kind);
    let is_silent = |unit: &Unit| articles_under(articles, units, unit.id.as_str()).is_empty();
    let mut ordered: Vec<&Unit> = units.iter().collect();
    ordered.sort_by_cached_key(|unit| (unit.kind == UnitKind::Body, is_silent(unit), rank(unit)));
    ordered.truncate(most);
    ordered
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

    fn articles() -> Vec<Summary> {
        serde_json::from_value(serde_json::json!([
            {"id": "x", "title": "x", "lead": "", "words": 1, "unit": "ban-to-chuc"},
            {"id": "y", "title": "y", "lead": "", "words": 1, "unit": "a"},
            {"id": "z", "title": "z", "lead": "", "words": 1},
        ]))
        .unwrap()
    }

    fn check_articles(root: &str, expected: &[&str]) {
        let (units, articles) = (units(), articles());
        let found: Vec<&str> =
            articles_under(&articles, &units, root).iter().map(|found| found.id.as_str()).collect();
        assert_eq!(found, expected, "{root}");
    }

    #[test]
    fn articles_of_all_that_is_in_a_unit() {
        check_articles("vinh-phuc", &["x"]);
        check_articles("huyen-uy", &["x"]);
        check_articles("hai-luu", &[]);
        check_articles("a", &["y"]);
        check_articles("no-such-unit", &[]);
    }

    #[test]
    fn home_offers_places_with_articles_first() {
        let (units, articles) = (units(), articles());
        let names: Vec<&str> =
            featured(&units, &articles, 3).iter().map(|unit| unit.id.as_str()).collect();
        assert_eq!(names, ["song-lo", "vinh-phuc", "hai-luu"]);
    }

    #[test]
    fn kinds_nearest_first() {
        let units = units();
        let kinds: Vec<UnitKind> = by_kind(&units).into_iter().map(|(kind, _)| kind).collect();
        use UnitKind::{Body, Commune, Province, RuralDistrict};
        assert_eq!(kinds, [Commune, RuralDistrict, Province, Body]);
    }
}
