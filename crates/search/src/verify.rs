//! What an index without positions can only guess, decided by the text: whether the words of a
//! phrase stand together.

use std::ops::Range;

use crate::document::Zone;
use crate::query::plan::Plan;
use crate::query::terms::{self, Level};
use crate::term;

/// The phrases of a query, for the branches of which one must hold. Empty when the index decided.
#[derive(Debug, Default)]
pub struct Phrases {
    branches: Vec<Vec<Vec<String>>>,
}

impl Phrases {
    pub(crate) fn of(plans: &[Plan]) -> Self {
        let phrases = |plan: &Plan| {
            let long = plan.phrases.iter().filter(|slots| slots.len() > 1);
            let words = |slots: &Range<usize>| {
                plan.slots[slots.clone()].iter().map(|slot| slot.typed.clone()).collect()
            };
            long.map(words).collect::<Vec<Vec<String>>>()
        };
        Self { branches: plans.iter().map(phrases).collect() }
    }

    /// Whether nothing is left to decide.
    pub fn is_empty(&self) -> bool {
        self.branches.iter().any(Vec::is_empty) || self.branches.is_empty()
    }

    /// Whether a document has all phrases of one branch, each in one stretch of its text.
    pub fn hold(&self, title: &str, text: &str, zones: &[(Zone, Range<usize>)]) -> bool {
        let zones = zones.iter().filter_map(|(_, zone)| text.get(zone.clone()));
        let runs: Vec<Vec<String>> = std::iter::once(title)
            .chain(zones)
            .map(|run| term::keys(run).into_iter().map(|(key, _)| key).collect())
            .collect();
        let holds = |phrase: &Vec<String>| runs.iter().any(|run| stands_in(phrase, run));
        self.is_empty() || self.branches.iter().any(|phrases| phrases.iter().all(holds))
    }
}

fn stands_in(phrase: &[String], run: &[String]) -> bool {
    let fits = |(typed, found): (&String, &String)| {
        terms::agree(&[typed], found).is_some_and(|level| level <= Level::Compatible)
    };
    run.windows(phrase.len()).any(|words| phrase.iter().zip(words).all(fits))
}
