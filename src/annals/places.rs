//! Units as a reader looks for them: grouped by kind, with the articles of the bodies in them.

use model::bundle::Summary;
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

/// The articles about a unit or anything in it, in the catalogue's order.
pub fn articles_under<'a>(articles: &'a [Summary], units: &[Unit], root: &str) -> Vec<&'a Summary> {
    let parents = parents(units);
    let is_under = |article: &&Summary| {
        article.unit.as_ref().is_some_and(|unit| upwards(&parents, unit.as_str()).contains(&root))
    };
    articles.iter().filter(is_under).collect()
}

/// How many articles are about each unit or anything in it; units without are left out.
pub fn counts<'a>(articles: &'a [Summary], units: &'a [Unit]) -> Table<&'a str, usize> {
    let parents = parents(units);
    let mut counts = Table::default();
    for unit in articles.iter().filter_map(|article| article.unit.as_ref()) {
        for id in upwards(&parents, unit.as_str()) {
            *counts.slot(id) += 1;
        }
    }
    counts
}

/// Up to `most` units to offer on the home page: places before bodies, those with articles first,
/// the nearest kinds before the farther ones.
pub fn featured<'a>(units: &'a [Unit], articles: &[Summary], most: usize) -> Vec<&'a Unit> {
    let counts = counts(articles, units);
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
    fn every_unit_counts_what_is_in_it() {
        let (units, articles) = (units(), articles());
        let counts: Vec<(&str, usize)> = counts(&articles, &units).into_pairs();
        let one = ["a", "b", "ban-to-chuc", "huyen-uy", "song-lo", "vinh-phuc"].map(|id| (id, 1));
        assert_eq!(counts, one);
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
