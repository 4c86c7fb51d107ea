//! What an index without positions can only guess, decided by the text: whether the words of a
//! phrase stand together.

use std::ops::Range;

use crate::query::plan::Plan;
use crate::query::terms::Level;
use crate::sight::{Place, Sight, followed};

/// The phrases that a hit's text must have, by the branch that the hit came by; a text may answer by
/// another branch too. None where the index has decided.
#[derive(Debug, Default)]
pub(crate) struct Phrases {
    branches: Vec<Branch>,
}

/// What a text must have to answer a branch.
#[derive(Debug)]
struct Branch {
    slots: usize,
    phrases: Vec<Range<usize>>,
}

impl Phrases {
    pub(crate) fn of(plans: &[Plan]) -> Self {
        let phrases = |plan: &Plan| -> Vec<Range<usize>> {
            plan.phrases.iter().filter(|slots| slots.len() > 1).cloned().collect()
        };
        let all =
            plans.iter().map(|plan| Branch { slots: plan.slots.len(), phrases: phrases(plan) });
        let branches: Vec<Branch> = all.collect();
        match branches.iter().all(|branch| branch.phrases.is_empty()) {
            true => Self::default(),
            false => Self { branches },
        }
    }

    /// Whether there is nothing to decide.
    pub(crate) fn is_empty(&self) -> bool {
        self.branches.is_empty()
    }

    /// Whether a hit of a branch has all of its phrases, each in one stretch of its text, or answers
    /// another branch as a whole.
    pub(crate) fn hold(&self, sight: &Sight, branch: usize) -> bool {
        let stand = |at: usize, branch: &Branch| {
            branch.phrases.iter().all(|slots| stands_in(sight, at, slots))
        };
        let mut branches = self.branches.iter().enumerate();
        self.is_empty()
            || branches
                .any(|(at, of)| stand(at, of) && (at == branch || has_all(sight, at, of.slots)))
    }
}

/// Whether every word of a branch stands somewhere.
fn has_all(sight: &Sight, branch: usize, slots: usize) -> bool {
    (0..slots).all(|slot| {
        sight.stretches().any(|(_, places)| {
            places.iter().any(|place| place.branch == branch && place.slots.contains(&slot))
        })
    })
}

fn stands_in(sight: &Sight, branch: usize, slots: &Range<usize>) -> bool {
    sight.stretches().any(|(_, places)| {
        // Whether a run of the phrase's words so far ends with each place.
        let mut runs = vec![false; places.len()];
        (0..places.len()).any(|at| {
            let place: &Place = &places[at];
            let quoted = place.branch == branch
                && place.level <= Level::Compatible
                && slots.start <= place.slots.start
                && place.slots.end <= slots.end;
            runs[at] = quoted
                && (place.slots.start == slots.start || followed(places, at, 0).any(|e| runs[e]));
            runs[at] && place.slots.end == slots.end
        })
    })
}
