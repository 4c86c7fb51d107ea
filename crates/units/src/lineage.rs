//! What became of a unit, and what it was made from.

use std::collections::BTreeSet;

use model::unit::{Heritage, Share};
use model::{Unit, UnitId};

use crate::registry::Registry;

/// A unit at the far end of one or more lines of descent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relative<'a> {
    /// The unit.
    pub unit: &'a Unit,
    /// Whether all of the older unit went into the newer one; a part anywhere on the way makes it a
    /// part.
    pub share: Share,
    /// Steps between them, from 1.
    pub steps: usize,
}

/// The units that a unit passed to, step by step to those that have no successor; nearest first.
pub fn became<'a>(registry: &'a Registry, id: &UnitId) -> Vec<Relative<'a>> {
    follow(registry, id, |unit| &unit.successors)
}

/// The units that a unit was made from, back to those that have no predecessor; nearest first.
pub fn made_from<'a>(registry: &'a Registry, id: &UnitId) -> Vec<Relative<'a>> {
    follow(registry, id, |unit| &unit.predecessors)
}

fn follow<'a>(
    registry: &'a Registry,
    id: &UnitId,
    lines: impl Fn(&'a Unit) -> &'a [Heritage],
) -> Vec<Relative<'a>> {
    let Some(start) = registry.get(id) else { return Vec::new() };
    let mut seen = BTreeSet::from([&start.id]);
    let mut found: Vec<Relative<'_>> = Vec::new();
    let mut from = vec![(start, Share::Whole)];
    for steps in 1.. {
        let mut next = Vec::new();
        for (unit, so_far) in from {
            for line in lines(unit) {
                let Some(unit) = registry.get(&line.unit) else { continue };
                if !seen.insert(&unit.id) {
                    continue;
                }
                let whole = so_far == Share::Whole && line.share == Share::Whole;
                let share = if whole { Share::Whole } else { Share::Part };
                found.push(Relative { unit, share, steps });
                next.push((unit, share));
            }
        }
        if next.is_empty() {
            break;
        }
        from = next;
    }
    found
}

#[cfg(test)]
mod tests {
    use model::unit::UnitKind;

    use super::*;
    use crate::registry::tests::unit;

    #[test]
    fn a_part_on_the_way_makes_it_a_part() {
        let mut a = unit("a", UnitKind::Commune, "Xã A", None);
        let mut b = unit("b", UnitKind::Commune, "Xã B", None);
        let c = unit("c", UnitKind::Commune, "Xã C", None);
        let d = unit("d", UnitKind::Commune, "Xã D", None);
        let heir = |id: &str, share| Heritage { unit: id.parse().unwrap(), share };
        a.successors = vec![heir("b", Share::Part), heir("d", Share::Whole)];
        b.successors = vec![heir("c", Share::Whole), heir("d", Share::Whole)];
        let (registry, faults) = Registry::new(vec![a, b, c, d]);
        assert_eq!(faults, []);

        let names = |relatives: Vec<Relative<'_>>| -> Vec<(String, Share, usize)> {
            relatives.into_iter().map(|r| (r.unit.id.to_string(), r.share, r.steps)).collect()
        };
        assert_eq!(
            names(became(&registry, &"a".parse().unwrap())),
            [
                ("b".to_owned(), Share::Part, 1),
                ("d".to_owned(), Share::Whole, 1),
                ("c".to_owned(), Share::Part, 2)
            ]
        );
        assert_eq!(
            names(made_from(&registry, &"c".parse().unwrap())),
            [("b".to_owned(), Share::Whole, 1), ("a".to_owned(), Share::Part, 2)]
        );
        assert_eq!(became(&registry, &"z".parse().unwrap()), []);
    }
}
