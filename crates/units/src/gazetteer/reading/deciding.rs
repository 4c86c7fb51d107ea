//! Which of the places of one name a text means.

use std::collections::BTreeSet;

use calendar::PartialDate;
use model::unit::UnitKind;

use super::super::{Gazetteer, PlaceId, Tier};
use super::named::Named;
use super::{Context, Meaning};

/// Decides between places of one name.
pub(super) struct Resolver<'g> {
    gazetteer: &'g Gazetteer,
    date: Option<PartialDate>,
    within: Vec<PlaceId>,
    /// The text speaks of districts: it is from before the reform.
    has_districts: bool,
    /// Places above communes that the text names without doubt.
    districts: BTreeSet<PlaceId>,
    provinces: BTreeSet<PlaceId>,
}

impl<'g> Resolver<'g> {
    /// With nothing established yet.
    pub(super) fn new(gazetteer: &'g Gazetteer, context: &Context) -> Self {
        Self {
            gazetteer,
            date: context.date,
            within: context.within.clone(),
            has_districts: false,
            districts: BTreeSet::new(),
            provinces: BTreeSet::new(),
        }
    }

    /// What each name means.
    pub(super) fn all(mut self, named: &[Vec<Named>]) -> Vec<Meaning> {
        let flat: Vec<&Named> = named.iter().flatten().collect();
        self.has_districts = flat.iter().any(|named| {
            !named.bare
                && named.called.iter().all(|id| {
                    let place = self.gazetteer.place(*id);
                    place.tier == Tier::District || place.kind == UnitKind::Township
                })
        });
        for id in self.within.clone() {
            self.establish(id);
        }
        // What is beyond doubt tells the rest, from the top down.
        for tier in [Tier::Province, Tier::District] {
            for named in &flat {
                let at_tier = |id: &PlaceId| self.gazetteer.place(*id).tier == tier;
                if named.called.iter().any(at_tier)
                    && let Some(place) = self.meaning(named).one()
                {
                    self.establish(place);
                }
            }
        }
        for named in flat.iter().filter(|named| !named.told_by.is_empty()) {
            if let Some(place) = self.meaning(named).one() {
                self.establish(place);
            }
        }
        flat.into_iter().map(|named| self.meaning(named)).collect()
    }

    fn establish(&mut self, id: PlaceId) {
        let chain: Vec<PlaceId> =
            std::iter::once(id).chain(self.gazetteer.above(id, self.date)).collect();
        for id in chain {
            match self.gazetteer.place(id).tier {
                Tier::Province => self.provinces.insert(id),
                Tier::District => self.districts.insert(id),
                _ => false,
            };
        }
    }

    fn meaning(&self, named: &Named) -> Meaning {
        let gazetteer = self.gazetteer;
        let mut left = named.called.clone();
        if let Some(date) = self.date {
            left.retain(|id| gazetteer.may_be_at(*id, date));
        } else if self.has_districts {
            left.retain(|id| gazetteer.place(*id).tier != Tier::NewCommune);
        }
        for above in &named.told_by {
            left.retain(|id| above.iter().any(|above| gazetteer.was_in(*id, *above)));
        }
        let told = !named.told_by.is_empty();
        match left[..] {
            [] => Meaning::Unknown,
            [only] if told || self.fits_text(only) => Meaning::One(only),
            [_] => Meaning::Unknown,
            _ => self.nearest(left),
        }
    }

    /// Whether the only place of a name is in a province that the text names, if it names any.
    fn fits_text(&self, id: PlaceId) -> bool {
        let is_commune = self.gazetteer.place(id).tier >= Tier::Commune;
        !is_commune
            || self.provinces.is_empty()
            || self.provinces.iter().any(|province| self.gazetteer.was_in(id, *province))
    }

    fn nearest(&self, left: Vec<PlaceId>) -> Meaning {
        for above in [&self.districts, &self.provinces] {
            let mut inside = left
                .iter()
                .filter(|id| above.iter().any(|above| self.gazetteer.was_in(**id, *above)));
            match (inside.next(), inside.next()) {
                (Some(only), None) => return Meaning::One(*only),
                (Some(_), Some(_)) => break,
                (None, _) => {}
            }
        }
        Meaning::Several(left)
    }
}
