//! What a unit came from and what became of it, and where each name stands in the small diagram.

use calendar::PartialDate;
use model::unit::{Heritage, Share, Unit, UnitKind};

/// A unit at an end of a line of descent.
#[derive(Clone, Debug, PartialEq)]
pub struct Kin {
    /// Its name; its id where the archive does not hold it.
    pub name: String,
    /// Its id, when the archive has a page for it.
    pub page: Option<String>,
    /// How much of the older went to the newer.
    pub share: Share,
    /// It is a place, so that its name begins with a common noun ("Xã Hải Lựu").
    pub is_place: bool,
}

/// What became of a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It still is what it was.
    Living,
    /// It ended and nobody says what came after.
    Ended,
    /// It passed whole to one other.
    Became,
    /// It was divided among several, or a part of it passed to one.
    Divided,
}

/// A unit among its kin.
#[derive(Clone, Debug, PartialEq)]
pub struct Lineage {
    /// What it was made from.
    pub predecessors: Vec<Kin>,
    /// What it became.
    pub successors: Vec<Kin>,
    /// The years it lived.
    pub lived: (Option<PartialDate>, Option<PartialDate>),
    /// What became of it.
    pub fate: Fate,
}

impl Lineage {
    /// The lineage of a unit; `find` gives a unit by id.
    pub fn of<'a>(unit: &Unit, find: impl Fn(&str) -> Option<&'a Unit>) -> Self {
        let kin = |line: &Heritage| {
            let known = find(line.unit.as_str());
            Kin {
                name: known.map_or_else(|| line.unit.to_string(), |found| found.name.clone()),
                page: known.map(|found| found.id.to_string()),
                share: line.share,
                is_place: known.is_some_and(|found| found.kind != UnitKind::Body),
            }
        };
        let successors: Vec<Kin> = unit.successors.iter().map(kin).collect();
        let fate = match successors.as_slice() {
            [] if unit.valid_to.is_none() => Fate::Living,
            [] => Fate::Ended,
            [heir] if heir.share == Share::Whole => Fate::Became,
            _ => Fate::Divided,
        };
        Self {
            predecessors: unit.predecessors.iter().map(kin).collect(),
            successors,
            lived: (unit.valid_from, unit.valid_to),
            fate,
        }
    }

    /// Whether there is anything to draw.
    pub fn is_drawn(&self) -> bool {
        !self.predecessors.is_empty() || !self.successors.is_empty()
    }

    /// The diagram's nodes, from the oldest down, and its height. The trunk runs down at
    /// [`TRUNK`]; predecessors and successors branch off it to the right.
    pub fn layout(&self) -> (Vec<Node>, u32) {
        let mut nodes = Vec::new();
        let mut y = ROW / 2;
        for (index, kin) in self.predecessors.iter().enumerate() {
            nodes.push(Node {
                role: Role::Predecessor(index),
                y,
                partial: kin.share == Share::Part,
            });
            y += ROW;
        }
        y += if nodes.is_empty() { 0 } else { BREATH };
        nodes.push(Node { role: Role::Unit, y, partial: false });
        // The unit's own row has a second line, its period.
        y += ROW + BREATH * 2;
        for (index, kin) in self.successors.iter().enumerate() {
            nodes.push(Node { role: Role::Successor(index), y, partial: kin.share == Share::Part });
            y += ROW;
        }
        let height = nodes.last().map_or(0, |last| last.y)
            + if self.successors.is_empty() { ROW + BREATH } else { ROW / 2 };
        (nodes, height)
    }
}

/// Distance between two names, in the diagram's own units (one is a pixel on a small phone).
pub const ROW: u32 = 28;
/// Extra distance around the unit itself.
const BREATH: u32 = 8;
/// Where the trunk runs, from the left.
pub const TRUNK: u32 = 12;

/// Which name stands at a node.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// A predecessor, by its place.
    Predecessor(usize),
    /// The unit itself.
    Unit,
    /// A successor, by its place.
    Successor(usize),
}

/// A node of the diagram.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Node {
    /// Whose.
    pub role: Role,
    /// Its height, from the top.
    pub y: u32,
    /// Only a part passed: the branch is dotted.
    pub partial: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unit(ended: Option<&str>, heirs: &[(&str, Share)]) -> Unit {
        let successors: Vec<_> = heirs
            .iter()
            .map(|(id, share)| serde_json::json!({"unit": id, "share": share}))
            .collect();
        serde_json::from_value(serde_json::json!({
            "id": "huyen-song-lo",
            "kind": "rural-district",
            "name": "Huyện Sông Lô",
            "valid_from": "2008-12-23",
            "valid_to": ended,
            "successors": successors,
        }))
        .unwrap()
    }

    fn check(ended: Option<&str>, heirs: &[(&str, Share)], fate: Fate) {
        let unit = unit(ended, heirs);
        let lineage = Lineage::of(&unit, |id| (id == "huyen-song-lo").then_some(&unit));
        assert_eq!(lineage.fate, fate, "{ended:?} {heirs:?}");
        let (nodes, height) = lineage.layout();
        assert_eq!(nodes.len(), heirs.len() + 1);
        assert!(nodes.windows(2).all(|pair| pair[0].y + ROW <= pair[1].y), "names overlap");
        assert!(nodes.iter().all(|node| node.y < height));
    }

    #[test]
    fn what_became_of_a_unit() {
        check(None, &[], Fate::Living);
        check(Some("2025-07-01"), &[], Fate::Ended);
        check(Some("2025-07-01"), &[("xa-song-lo", Share::Whole)], Fate::Became);
        check(Some("2025-07-01"), &[("xa-song-lo", Share::Part)], Fate::Divided);
        let parts = [("xa-hai-luu", Share::Part), ("xa-son-dong", Share::Part)];
        check(Some("2025-07-01"), &parts, Fate::Divided);
    }

    #[test]
    fn kin_without_a_page_are_named_by_their_id() {
        let unit = unit(None, &[("xa-song-lo", Share::Whole)]);
        let lineage = Lineage::of(&unit, |_| None);
        assert_eq!(lineage.successors[0].name, "xa-song-lo");
        assert_eq!(lineage.successors[0].page, None);
    }
}
