//! What an index without positions can only guess, decided by the text: whether the words of a
//! phrase stand together.

use std::ops::Range;

use crate::document::Zone;
use crate::query::plan::Plan;
use crate::query::terms::{self, Level};
use crate::term;

/// The phrases that a hit's text must have. None where the index has decided, or where a query has
/// several branches: its hits may have come by any of them.
#[derive(Debug, Default)]
pub struct Phrases(Vec<Vec<String>>);

impl Phrases {
    pub(crate) fn of(plans: &[Plan]) -> Self {
        let mut all = Vec::new();
        if let [plan] = plans {
            for slots in plan.phrases.iter().filter(|slots| slots.len() > 1) {
                all.push(plan.slots[slots.clone()].iter().map(|slot| slot.typed.clone()).collect());
            }
        }
        Self(all)
    }

    /// Whether there is nothing to decide.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether a document has all of them, each in one stretch of its text.
    pub fn hold(&self, title: &str, text: &str, zones: &[(Zone, Range<usize>)]) -> bool {
        self.0.iter().all(|phrase| {
            let in_zone = |(_, zone): &(Zone, Range<usize>)| {
                text.get(zone.clone()).is_some_and(|run| stands_in(phrase, run))
            };
            stands_in(phrase, title) || zones.iter().any(in_zone)
        })
    }
}

fn stands_in(phrase: &[String], run: &str) -> bool {
    let found = term::keys(run);
    (0..found.len()).any(|start| {
        phrase.iter().enumerate().all(|(at, typed)| {
            let level = found.get(start + at).and_then(|(key, _)| terms::agree(&[typed], key));
            level.is_some_and(|level| level <= Level::Compatible)
        })
    })
}
