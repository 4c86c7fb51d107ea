//! The units of an archive, checked against one another.

use std::collections::BTreeMap;

use calendar::PartialDate;
use model::unit::{Heritage, Share, UnitKind};
use model::{Unit, UnitId};

use crate::names::{self, Name};

/// The units of an archive. Every parent, predecessor and successor it speaks of is in it, and no
/// unit is above itself.
#[derive(Clone, Debug, Default)]
pub struct Registry {
    units: Vec<Unit>,
    by_id: BTreeMap<UnitId, usize>,
    names: BTreeMap<String, Vec<Name>>,
}

/// What does not fit. `at` is the unit's place in the list given to [`Registry::new`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegistryFault {
    /// Place in the list.
    pub at: usize,
    /// The unit.
    pub unit: UnitId,
    /// What is wrong, and what was done about it.
    pub kind: FaultKind,
}

/// Kinds of fault.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FaultKind {
    /// Another unit has this id already; this one is left out.
    DuplicateId,
    /// The parent is not defined; it is left out.
    UnknownParent(UnitId),
    /// Following the parents leads back here; the parent is left out.
    ParentCycle(UnitId),
    /// It ends before it begins; both dates are left out.
    EndsBeforeItBegins {
        /// As given.
        from: PartialDate,
        /// As given.
        to: PartialDate,
    },
    /// A predecessor or successor is not defined; it is left out.
    UnknownHeritage(UnitId),
    /// A unit came from itself, at once or in a circle; the line is left out.
    HeritageCycle(UnitId),
    /// The two ends of one line of descent give different shares; the older unit's is used.
    SharesDisagree(UnitId),
    /// An alias that any unit of the kind has ("Huyện ủy"); it is used as a short name.
    CommonAlias(String),
}

impl RegistryFault {
    /// A stable name for machines.
    pub fn code(&self) -> &'static str {
        match self.kind {
            FaultKind::DuplicateId => "unit-duplicate-id",
            FaultKind::UnknownParent(_) => "unit-unknown-parent",
            FaultKind::ParentCycle(_) => "unit-parent-cycle",
            FaultKind::EndsBeforeItBegins { .. } => "unit-ends-before-it-begins",
            FaultKind::UnknownHeritage(_) => "unit-unknown-heritage",
            FaultKind::HeritageCycle(_) => "unit-heritage-cycle",
            FaultKind::SharesDisagree(_) => "unit-shares-disagree",
            FaultKind::CommonAlias(_) => "unit-common-alias",
        }
    }
}

impl Registry {
    /// Checks units against one another. What does not fit is left out and reported.
    pub fn new(units: Vec<Unit>) -> (Self, Vec<RegistryFault>) {
        let mut faults = Vec::new();
        let mut registry = Self::default();
        // Place in the given list of each unit kept.
        let mut places = Vec::new();
        for (at, unit) in units.into_iter().enumerate() {
            if registry.by_id.contains_key(&unit.id) {
                faults.push(RegistryFault { at, unit: unit.id, kind: FaultKind::DuplicateId });
                continue;
            }
            registry.by_id.insert(unit.id.clone(), registry.units.len());
            registry.units.push(unit);
            places.push(at);
        }
        let mut found = Vec::new();
        registry.check_parents(&mut found);
        registry.check_periods(&mut found);
        registry.check_heritage(&mut found);
        registry.check_aliases(&mut found);
        faults.extend(found.into_iter().map(|(index, kind)| RegistryFault {
            at: places[index],
            unit: registry.units[index].id.clone(),
            kind,
        }));
        faults.sort_by_key(|fault| fault.at);
        registry.names = names::table(&registry.units);
        (registry, faults)
    }

    /// All units, in the given order.
    pub fn units(&self) -> &[Unit] {
        &self.units
    }

    /// A unit by id.
    pub fn get(&self, id: &UnitId) -> Option<&Unit> {
        self.by_id.get(id).map(|&index| &self.units[index])
    }

    /// Names by the folded form of their first syllable.
    pub(crate) fn names(&self) -> &BTreeMap<String, Vec<Name>> {
        &self.names
    }

    /// The units above one, nearest first.
    pub fn above<'a>(&'a self, unit: &'a Unit) -> impl Iterator<Item = &'a Unit> {
        std::iter::successors(self.parent(unit), |unit| self.parent(unit))
    }

    fn parent(&self, unit: &Unit) -> Option<&Unit> {
        unit.parent.as_ref().and_then(|parent| self.get(parent))
    }

    /// The administrative unit that a body belongs to; a unit that is no body is its own.
    pub fn place<'a>(&'a self, unit: &'a Unit) -> &'a Unit {
        if unit.kind != UnitKind::Body {
            return unit;
        }
        self.above(unit).find(|above| above.kind != UnitKind::Body).unwrap_or(unit)
    }

    /// A unit whose id, name or alias a text is, whole, marks and case aside: how hand-written sets
    /// refer to units. `None` when none is, or several are.
    pub fn called(&self, text: &str) -> Option<&Unit> {
        let text = text.trim();
        if let Some(unit) = text.parse().ok().and_then(|id| self.get(&id)) {
            return Some(unit);
        }
        let key = |name: &str| names::canonical_words(name).join(" ");
        let wanted = key(text);
        let mut called = self.units.iter().filter(|unit| {
            std::iter::once(&unit.name).chain(&unit.aliases).any(|name| key(name) == wanted)
        });
        let first = called.next();
        first.filter(|_| called.next().is_none())
    }

    fn check_parents(&mut self, found: &mut Vec<(usize, FaultKind)>) {
        for index in 0..self.units.len() {
            let Some(parent) = self.units[index].parent.clone() else { continue };
            if !self.by_id.contains_key(&parent) {
                self.units[index].parent = None;
                found.push((index, FaultKind::UnknownParent(parent)));
            } else if self.leads_to_itself(index) {
                self.units[index].parent = None;
                found.push((index, FaultKind::ParentCycle(parent)));
            }
        }
    }

    fn leads_to_itself(&self, start: usize) -> bool {
        let mut at = start;
        // A circle that `start` is not part of is found from its own members.
        for _ in 0..self.units.len() {
            let parent = self.units[at].parent.as_ref().and_then(|id| self.by_id.get(id));
            match parent {
                Some(&parent) if parent == start => return true,
                Some(&parent) => at = parent,
                None => return false,
            }
        }
        false
    }

    fn check_periods(&mut self, found: &mut Vec<(usize, FaultKind)>) {
        for (index, unit) in self.units.iter_mut().enumerate() {
            if let (Some(from), Some(to)) = (unit.valid_from, unit.valid_to)
                && to <= from
            {
                (unit.valid_from, unit.valid_to) = (None, None);
                found.push((index, FaultKind::EndsBeforeItBegins { from, to }));
            }
        }
    }

    /// Makes both ends of every line of descent say the same.
    fn check_heritage(&mut self, found: &mut Vec<(usize, FaultKind)>) {
        // Older unit, newer unit → share, and where it was said.
        let mut lines: BTreeMap<(usize, usize), (Share, usize)> = BTreeMap::new();
        for (index, unit) in self.units.iter().enumerate() {
            let after = unit.successors.iter().map(|line| (true, line));
            for (forward, line) in after.chain(unit.predecessors.iter().map(|line| (false, line))) {
                let Some(&other) = self.by_id.get(&line.unit) else {
                    found.push((index, FaultKind::UnknownHeritage(line.unit.clone())));
                    continue;
                };
                let ends = if forward { (index, other) } else { (other, index) };
                match lines.get(&ends) {
                    Some(&(share, _)) if share != line.share => {
                        found.push((index, FaultKind::SharesDisagree(line.unit.clone())));
                        if forward {
                            lines.insert(ends, (line.share, index));
                        }
                    }
                    Some(_) => {}
                    None => {
                        lines.insert(ends, (line.share, index));
                    }
                }
            }
        }
        let ids: Vec<UnitId> = self.units.iter().map(|unit| unit.id.clone()).collect();
        for unit in &mut self.units {
            unit.predecessors.clear();
            unit.successors.clear();
        }
        let mut kept: Vec<(usize, usize)> = Vec::new();
        for ((older, newer), (share, said)) in lines {
            if reaches(&kept, newer, older) {
                let other = if said == older { newer } else { older };
                found.push((said, FaultKind::HeritageCycle(ids[other].clone())));
                continue;
            }
            kept.push((older, newer));
            self.units[older].successors.push(Heritage { unit: ids[newer].clone(), share });
            self.units[newer].predecessors.push(Heritage { unit: ids[older].clone(), share });
        }
    }

    fn check_aliases(&mut self, found: &mut Vec<(usize, FaultKind)>) {
        for (index, unit) in self.units.iter_mut().enumerate() {
            let (common, own): (Vec<_>, Vec<_>) = std::mem::take(&mut unit.aliases)
                .into_iter()
                .partition(|name| names::is_common(name));
            unit.aliases = own;
            for name in common {
                unit.short_names.push(name.clone());
                found.push((index, FaultKind::CommonAlias(name)));
            }
        }
    }
}

/// Whether lines of descent lead from one unit to another.
fn reaches(lines: &[(usize, usize)], from: usize, to: usize) -> bool {
    let mut waiting = vec![from];
    let mut seen = Vec::new();
    while let Some(at) = waiting.pop() {
        if at == to {
            return true;
        }
        if !seen.contains(&at) {
            seen.push(at);
            waiting.extend(lines.iter().filter(|(older, _)| *older == at).map(|(_, newer)| newer));
        }
    }
    false
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// A unit with nothing but what must be.
    pub(crate) fn unit(id: &str, kind: UnitKind, name: &str, parent: Option<&str>) -> Unit {
        Unit {
            id: id.parse().unwrap(),
            kind,
            name: name.to_owned(),
            aliases: Vec::new(),
            short_names: Vec::new(),
            parent: parent.map(|parent| parent.parse().unwrap()),
            valid_from: None,
            valid_to: None,
            predecessors: Vec::new(),
            successors: Vec::new(),
            note: None,
            source: None,
        }
    }

    fn heir(id: &str, share: Share) -> Heritage {
        Heritage { unit: id.parse().unwrap(), share }
    }

    fn check(units: Vec<Unit>, expected: &[(usize, FaultKind)]) -> Registry {
        let (registry, faults) = Registry::new(units);
        let faults: Vec<_> = faults.into_iter().map(|fault| (fault.at, fault.kind)).collect();
        assert_eq!(faults, expected);
        registry
    }

    fn id(text: &str) -> UnitId {
        text.parse().unwrap()
    }

    #[test]
    fn parents_are_known_and_never_in_a_circle() {
        let commune = |id: &str, parent| unit(id, UnitKind::Commune, "Xã A", parent);
        let registry = check(
            vec![commune("a", Some("b")), commune("b", Some("c")), commune("c", Some("a"))],
            &[(0, FaultKind::ParentCycle(id("b")))],
        );
        assert_eq!(registry.above(&registry.units()[1]).count(), 2);
        check(vec![commune("a", Some("a"))], &[(0, FaultKind::ParentCycle(id("a")))]);
        check(vec![commune("a", Some("z"))], &[(0, FaultKind::UnknownParent(id("z")))]);
        let registry =
            check(vec![commune("a", None), commune("a", None)], &[(1, FaultKind::DuplicateId)]);
        assert_eq!(registry.units().len(), 1);
    }

    #[test]
    fn a_period_ends_after_it_begins() {
        let mut a = unit("a", UnitKind::Commune, "Xã A", None);
        let (from, to) = ("2020".parse().unwrap(), "2019-05".parse().unwrap());
        (a.valid_from, a.valid_to) = (Some(from), Some(to));
        check(vec![a], &[(0, FaultKind::EndsBeforeItBegins { from, to })]);
    }

    #[test]
    fn descent_is_told_at_both_ends() {
        let mut a = unit("a", UnitKind::Commune, "Xã A", None);
        let mut b = unit("b", UnitKind::Commune, "Xã B", None);
        a.successors = vec![heir("b", Share::Part), heir("z", Share::Whole)];
        let registry =
            check(vec![a.clone(), b.clone()], &[(0, FaultKind::UnknownHeritage(id("z")))]);
        assert_eq!(registry.units()[1].predecessors, [heir("a", Share::Part)]);

        a.successors.pop();
        b.predecessors = vec![heir("a", Share::Whole)];
        check(vec![a.clone(), b.clone()], &[(1, FaultKind::SharesDisagree(id("a")))]);

        b.predecessors = Vec::new();
        b.successors = vec![heir("a", Share::Whole)];
        check(vec![a, b], &[(1, FaultKind::HeritageCycle(id("a")))]);
    }

    #[test]
    fn common_aliases_become_short_names() {
        let mut a = unit("a", UnitKind::Body, "Huyện ủy Sông Lô", None);
        a.aliases = vec!["Huyện uỷ".to_owned(), "HU Sông Lô".to_owned()];
        let registry = check(vec![a], &[(0, FaultKind::CommonAlias("Huyện uỷ".to_owned()))]);
        assert_eq!(registry.units()[0].short_names, ["Huyện uỷ"]);
    }

    #[test]
    fn sets_call_units_by_name() {
        let registry = check(
            vec![
                unit("a", UnitKind::Commune, "Xã Sông Lô", None),
                unit("b", UnitKind::Commune, "Xã Sông Lô", None),
                unit("c", UnitKind::Body, "Huyện ủy Sông Lô", None),
            ],
            &[],
        );
        let called = |text| registry.called(text).map(|unit| unit.id.as_str());
        assert_eq!(called(" huyện uỷ Sông Lô"), Some("c"));
        assert_eq!(called("b"), Some("b"));
        assert_eq!(called("Xã Sông Lô"), None, "two are called so");
        assert_eq!(called("Sông Lô"), None);
    }
}
