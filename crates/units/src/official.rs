//! An archive's units completed by what the official lists say.
//!
//! A unit that the publisher names by kind, name and what it is in is tied to the one place of the
//! gazetteer that it can be, and to none where two remain. What the publisher has left open is taken
//! from the lists then: the period, the place above, and for places with no unit in them what they
//! were made from and what became of them. Places that are needed for that and are not among the
//! units are added. What the publisher states is never changed.

use std::collections::{BTreeMap, BTreeSet};

use model::unit::{Heritage, Share, UnitKind};
use model::{Evidence, Unit, UnitId};

use crate::gazetteer::{Gazetteer, Part, PlaceId, Tier};

/// Units tied to places.
#[derive(Clone, Debug, Default)]
pub struct Official {
    /// The given units in their order, then those that were added.
    pub units: Vec<Unit>,
    /// Which place is which unit.
    pub of_place: BTreeMap<PlaceId, UnitId>,
}

/// Ties units to places and completes them.
pub fn complete(units: Vec<Unit>, gazetteer: &Gazetteer) -> Official {
    let places: Vec<Option<PlaceId>> =
        units.iter().map(|unit| place_of(unit, &units, gazetteer)).collect();
    let mut of_place = BTreeMap::new();
    let mut twice = BTreeSet::new();
    for (unit, place) in units.iter().zip(&places) {
        if let Some(place) = place
            && of_place.insert(*place, unit.id.clone()).is_some()
        {
            twice.insert(*place);
        }
    }
    // Two units that may be one place: neither is known to be.
    of_place.retain(|place, _| !twice.contains(place));
    let parents: BTreeSet<UnitId> = units
        .iter()
        .filter(|unit| unit.kind != UnitKind::Body)
        .filter_map(|unit| unit.parent.clone())
        .collect();
    let mut work = Work { gazetteer, units, of_place };
    for (index, place) in places.into_iter().enumerate() {
        let Some(place) = place.filter(|place| !twice.contains(place)) else { continue };
        let is_leaf = !parents.contains(&work.units[index].id);
        work.fill(index, place, is_leaf);
    }
    Official { units: work.units, of_place: work.of_place }
}

/// Places as units, with what they are in; their kin is not among them.
pub fn from_places(places: impl IntoIterator<Item = PlaceId>, gazetteer: &Gazetteer) -> Official {
    let places: BTreeSet<PlaceId> = places.into_iter().collect();
    let mut work = Work { gazetteer, units: Vec::new(), of_place: BTreeMap::new() };
    for place in places {
        work.unit_of(place);
    }
    Official { units: work.units, of_place: work.of_place }
}

/// Units [made from places](from_places) that are used, with what they are in, what they were made
/// from and what became of them; the others are left out.
pub fn with_kin(official: Official, used: &BTreeSet<UnitId>, gazetteer: &Gazetteer) -> Official {
    let Official { units, of_place } = official;
    let mut kept = used.clone();
    let parents: BTreeMap<&UnitId, &UnitId> =
        units.iter().filter_map(|unit| Some((&unit.id, unit.parent.as_ref()?))).collect();
    for id in used {
        let mut at = id;
        while let Some(parent) = parents.get(at) {
            kept.insert((*parent).clone());
            at = parent;
        }
    }
    let units: Vec<Unit> = units.into_iter().filter(|unit| kept.contains(&unit.id)).collect();
    let of_place: BTreeMap<PlaceId, UnitId> =
        of_place.into_iter().filter(|(_, id)| kept.contains(id)).collect();
    let places: BTreeMap<UnitId, PlaceId> =
        of_place.iter().map(|(place, id)| (id.clone(), *place)).collect();
    let mut work = Work { gazetteer, units, of_place };
    for index in 0..work.units.len() {
        let id = &work.units[index].id;
        if let Some(place) = places.get(id).filter(|_| used.contains(id)) {
            work.fill(index, *place, true);
        }
    }
    Official { units: work.units, of_place: work.of_place }
}

/// Which place each unit is, where that can be only one; nothing is completed.
pub fn tie(units: &[Unit], gazetteer: &Gazetteer) -> BTreeMap<PlaceId, UnitId> {
    let tied =
        units.iter().filter_map(|unit| Some((place_of(unit, units, gazetteer)?, unit.id.clone())));
    tied.collect()
}

/// The only place that a unit can be.
fn place_of(unit: &Unit, units: &[Unit], gazetteer: &Gazetteer) -> Option<PlaceId> {
    if unit.kind == UnitKind::Body {
        return None;
    }
    let mut left = gazetteer.called(&unit.name);
    left.retain(|id| gazetteer.place(*id).kind == unit.kind && fits_period(unit, *id, gazetteer));
    let mut above = unit.parent.as_ref();
    // A chain of units may be a circle as it was given.
    for _ in 0..4 {
        let Some(parent) = above.and_then(|id| units.iter().find(|unit| unit.id == *id)) else {
            break;
        };
        if parent.kind != UnitKind::Body {
            let parents = gazetteer.called(&parent.name);
            left.retain(|id| parents.iter().any(|parent| gazetteer.was_in(*id, *parent)));
        }
        above = parent.parent.as_ref();
    }
    match left[..] {
        [only] => Some(only),
        _ => None,
    }
}

fn fits_period(unit: &Unit, id: PlaceId, gazetteer: &Gazetteer) -> bool {
    let ended = unit.valid_to.is_some();
    let is_new = gazetteer.place(id).tier == Tier::NewCommune;
    let began_new = unit.valid_from.is_some_and(|from| from >= gazetteer.reform().into());
    !(ended && gazetteer.lives(id))
        && (unit.valid_from.is_none()
            || is_new == began_new
            || gazetteer.place(id).tier < Tier::Commune)
}

struct Work<'g> {
    gazetteer: &'g Gazetteer,
    units: Vec<Unit>,
    of_place: BTreeMap<PlaceId, UnitId>,
}

impl Work<'_> {
    /// Fills what a unit leaves open.
    fn fill(&mut self, index: usize, place: PlaceId, with_kin: bool) {
        let gazetteer = self.gazetteer;
        let unit = &self.units[index];
        let (from, to) = (unit.valid_from, unit.valid_to);
        let is_alone = unit.predecessors.is_empty() && unit.successors.is_empty();
        if self.units[index].parent.is_none()
            && let Some(parent) = gazetteer.parent(place, None)
        {
            let parent = self.unit_of(parent);
            self.units[index].parent = parent;
        }
        self.units[index].valid_from = from.or(gazetteer.since(place).filter(|_| to.is_none()));
        self.units[index].valid_to = to.or(gazetteer.until(place).filter(|_| from.is_none()));
        if !with_kin || !is_alone || gazetteer.place(place).tier < Tier::Commune {
            return;
        }
        let source = self.citation();
        let successors = self.lines(gazetteer.heirs(place));
        let predecessors = self.lines(gazetteer.origins(place).to_vec());
        let unit = &mut self.units[index];
        (unit.successors, unit.predecessors) = (successors, predecessors);
        unit.source.get_or_insert(source);
    }

    fn lines(&mut self, lines: Vec<crate::gazetteer::Line>) -> Vec<Heritage> {
        let share = |part| if part == Part::Whole { Share::Whole } else { Share::Part };
        lines
            .into_iter()
            .filter_map(|line| {
                Some(Heritage { unit: self.unit_of(line.place)?, share: share(line.part) })
            })
            .collect()
    }

    /// The unit that is a place; it is added, and what it is in, if there is none.
    fn unit_of(&mut self, place: PlaceId) -> Option<UnitId> {
        if let Some(id) = self.of_place.get(&place) {
            return Some(id.clone());
        }
        let parent = self.gazetteer.parent(place, None);
        let id = self.fresh_id(place, parent)?;
        self.of_place.insert(place, id.clone());
        let parent = parent.and_then(|parent| self.unit_of(parent));
        let told = self.gazetteer.place(place);
        let unit = Unit {
            id: id.clone(),
            kind: told.kind,
            name: told.name.clone(),
            aliases: told.spellings.clone(),
            short_names: Vec::new(),
            parent,
            valid_from: self.gazetteer.since(place),
            valid_to: self.gazetteer.until(place),
            predecessors: Vec::new(),
            successors: Vec::new(),
            note: None,
            source: Some(self.citation()),
        };
        self.units.push(unit);
        Some(id)
    }

    /// "xa-song-lo-viet-tri": name and what it was in; with its code where that is taken.
    fn fresh_id(&self, place: PlaceId, parent: Option<PlaceId>) -> Option<UnitId> {
        let told = self.gazetteer.place(place);
        let above = parent.map(|parent| self.gazetteer.place(parent).proper_name());
        let mut slug = viet::fold_slug(&told.name);
        if let Some(above) = above {
            slug = format!("{slug}-{}", viet::fold_slug(above));
        }
        slug.truncate(LONGEST);
        let taken = |id: &UnitId| self.units.iter().any(|unit| unit.id == *id);
        let plain = slug.trim_end_matches('-').parse().ok().filter(|id| !taken(id));
        plain.or_else(|| format!("{slug}-{}", told.code).parse().ok())
    }

    fn citation(&self) -> Evidence {
        let text = self.gazetteer.sources().iter().take(2).cloned().collect::<Vec<_>>().join("; ");
        Evidence::Citation { text, url: None }
    }
}

/// Leaves room for a code within an identifier's sixty.
const LONGEST: usize = 53;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::registry::Registry;
    use crate::registry::tests::unit;

    fn completed(units: Vec<Unit>) -> Registry {
        let official = complete(units, &Gazetteer::official().unwrap());
        let (registry, faults) = Registry::new(official.units);
        assert_eq!(faults, []);
        registry
    }

    fn told(
        registry: &Registry,
        id: &str,
    ) -> (Option<String>, Option<String>, Vec<String>, Vec<String>) {
        let unit = registry.get(&id.parse().unwrap()).unwrap();
        let names = |lines: &[Heritage]| {
            lines.iter().map(|line| registry.get(&line.unit).unwrap().name.clone()).collect()
        };
        (
            unit.valid_from.map(|date| date.to_string()),
            unit.valid_to.map(|date| date.to_string()),
            names(&unit.predecessors),
            names(&unit.successors),
        )
    }

    #[test]
    fn a_commune_of_today_learns_what_it_was_made_from() {
        let registry = completed(vec![
            unit("pt", UnitKind::Province, "Tỉnh Phú Thọ", None),
            unit("x", UnitKind::Commune, "Xã Hải Lựu", Some("pt")),
        ]);
        let (from, to, before, after) = told(&registry, "x");
        // Two are called so: the old one was in Vĩnh Phúc.
        assert_eq!((from.as_deref(), to), (Some("2025-07-01"), None));
        assert_eq!(before, ["Xã Hải Lựu", "Xã Nhân Đạo", "Xã Đôn Nhân", "Xã Phương Khoan"]);
        assert_eq!(after, Vec::<String>::new());
        let (_, until, _, heirs) = told(&registry, "xa-nhan-dao-song-lo");
        assert_eq!(
            (until.as_deref(), &heirs[..]),
            (Some("2025-07-01"), &["Xã Hải Lựu".to_owned()][..])
        );
        let old = registry.get(&"xa-nhan-dao-song-lo".parse().unwrap()).unwrap();
        let above: Vec<&str> = registry.above(old).map(|unit| unit.name.as_str()).collect();
        assert_eq!(above, ["Huyện Sông Lô", "Tỉnh Vĩnh Phúc"]);
    }

    #[test]
    fn what_the_publisher_states_stands() {
        let mut ward = unit("dg", UnitKind::Ward, "Phường Đức Giang", Some("lb"));
        ward.valid_to = Some("2025".parse().unwrap());
        ward.successors = vec![Heritage { unit: "vh".parse().unwrap(), share: Share::Part }];
        let registry = completed(vec![
            unit("lb", UnitKind::UrbanDistrict, "Quận Long Biên", None),
            ward,
            unit("vh", UnitKind::Ward, "Phường Việt Hưng", None),
        ]);
        let (_, to, _, after) = told(&registry, "dg");
        assert_eq!((to.as_deref(), after), (Some("2025"), vec!["Phường Việt Hưng".to_owned()]));
        // Of two wards of the name, the publisher does not say which: nothing is added to it.
        assert_eq!(told(&registry, "vh").0, None);
        assert_eq!(told(&registry, "lb").1.as_deref(), Some("2025-07-01"));
    }

    #[test]
    fn units_that_nobody_can_place_stay_as_they_are() {
        let given = vec![
            unit("a", UnitKind::Commune, "Xã Tân Lập", None),
            unit("b", UnitKind::Body, "Huyện ủy Sông Lô", None),
            unit("c", UnitKind::Commune, "Xã Không Có", None),
        ];
        let official = complete(given.clone(), &Gazetteer::official().unwrap());
        assert_eq!(official.units, given);
        assert!(official.of_place.is_empty());
    }
}
