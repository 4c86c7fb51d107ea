//! From what was found to a page of it: counted, put in order, cut out.

use tally::Key;

use super::asking::{Asking, Reading};
use super::evaluate::{Answer, Tier};
use super::plan::Plan;
use super::terms::Level;
use super::{Hit, Note, Order, Results};
use crate::columns::Column;
use crate::decide::{Judge, Worth};
use crate::directory::DROPPED;
use crate::index::Segment;
use crate::sight::Highlighter;
use crate::sort::ranked;
use crate::verify::Phrases;

/// Above the days of any date.
const FAR: i64 = 1 << 32;

impl Asking<'_> {
    /// Counts, orders, and cuts out the page.
    pub(crate) fn results(&self, reading: Reading) -> Results {
        let mut tiers: Vec<(Tier, u32)> = Vec::new();
        for tier in [Tier::Near, Tier::All, Tier::Typo, Tier::Most] {
            let hits = reading.answers.iter().filter(|(_, answer)| answer.tier == tier).count();
            if hits > 0 {
                tiers.push((tier, hits as u32));
            }
        }
        let facets = self.facets(&reading);
        let decided = self.index.segments.iter().all(|segment| segment.head.positions);
        let phrases = if decided { Phrases::default() } else { Phrases::of(&reading.plans) };
        let spare = if phrases.is_empty() { 0 } else { self.request.spare };
        let mut hits = Vec::new();
        for key in self.page(&reading.answers, self.request.count.saturating_add(spare)) {
            let (branch, answer) = &reading.answers[key.at as usize];
            hits.push(self.hit(&reading.plans, *branch, answer));
        }
        let mut also: Vec<String> = Vec::new();
        for form in reading.plans.iter().flat_map(|plan| &plan.also) {
            if !also.contains(form) {
                also.push(form.clone());
            }
        }
        let mut notes = reading.notes;
        if !also.is_empty() {
            notes.push(Note::AlsoSearched(also));
        }
        let highlighter = Highlighter::new(&reading.plans);
        let suggestion = reading.suggestion;
        let mut judge = Judge { ordered: true, mean: self.index.impacts.mean, ..Judge::default() };
        if !decided {
            let plans = reading.plans.iter();
            judge.phrases = phrases;
            judge.ordered = self.request.order != Order::Relevance
                || plans.clone().all(|plan| plan.slots.len() < 2);
            let worth = plans.zip(&reading.pairs).map(|(plan, pairs)| Worth::new(plan, pairs));
            judge.branches = worth.collect();
            judge.first = self.request.from == 0;
        }
        judge.counted = self.index.lacking_columns().is_empty();
        Results { tiers, hits, facets, notes, suggestion, highlighter, judge: Box::new(judge) }
    }

    /// The answers of the page asked for, in order, so many of them.
    fn page(&self, answers: &[(usize, Answer)], count: usize) -> Vec<Key> {
        let day = |document: u32| {
            self.index.segments.iter().enumerate().find_map(|(number, segment)| {
                let at = segment.at(document)?;
                self.index.columns(number)?.days.get(at as usize).copied().flatten()
            })
        };
        let mut keys = Vec::with_capacity(answers.len());
        for (at, (_, answer)) in (0..).zip(answers) {
            // Days in order, and what has none behind them.
            let days = |sign: i64| {
                day(answer.document).map_or(u64::MAX, |day| (i64::from(day) * sign + FAR) as u64)
            };
            keys.push(match self.request.order {
                Order::Relevance => answer.key(at),
                Order::Newest => Key { high: days(-1), low: u64::from(answer.document), at },
                Order::Oldest => Key { high: days(1), low: u64::from(answer.document), at },
            });
        }
        let from = self.request.from;
        tally::first(&mut keys, from.saturating_add(count));
        keys.truncate(from.saturating_add(count));
        if from > 0 {
            keys.drain(..from.min(keys.len()));
        }
        keys
    }

    fn hit(&self, plans: &[Plan], branch: usize, answer: &Answer) -> Hit {
        let plan = plans.get(branch);
        let mut lacks: Vec<String> = Vec::new();
        for (at, slot) in plan.iter().flat_map(|plan| plan.slots.iter().enumerate()) {
            if answer.lacks >> at & 1 == 1 && lacks.last() != Some(&slot.shown) {
                lacks.push(slot.shown.clone());
            }
        }
        Hit {
            document: self.number(answer.document),
            tier: answer.tier,
            exact: answer.class == Level::Exact && lacks.is_empty(),
            expanded: answer.expanded,
            lacks,
            score: answer.score,
            branch,
            class: answer.class,
            loose: answer.loose,
        }
    }

    /// The number of the document at a place in the index.
    fn number(&self, place: u32) -> u32 {
        let number = |segment: &Segment| segment.numbers.get(segment.at(place)? as usize).copied();
        self.index.segments.iter().find_map(number).unwrap_or(DROPPED)
    }

    /// The bits of the chosen filters on a field.
    fn filters_of(&self, field: &str) -> u8 {
        let mut bits = 0;
        for (at, (of, _)) in self.request.filters.iter().take(8).enumerate() {
            bits |= u8::from(of == field) << at;
        }
        bits
    }

    /// Counts the values of each field over all hits, and over those that only the field's own filter
    /// keeps out: what else could be chosen.
    fn facets(&self, reading: &Reading) -> Vec<(String, Vec<(String, u32)>)> {
        let mut fields: Vec<(String, Vec<(String, u32)>)> = Vec::new();
        for (number, segment) in self.index.segments.iter().enumerate() {
            let mut answers: Vec<u32> = Vec::with_capacity(reading.answers.len());
            for (_, answer) in &reading.answers {
                if let Some(at) = segment.at(answer.document) {
                    answers.push(at);
                }
            }
            for column in self.index.columns_here(number).into_iter().flat_map(|all| &all.fields) {
                let mut counts = vec![0u32; column.values.len()];
                column.count(&answers, &mut counts);
                let own = self.filters_of(&column.name);
                if own != 0 {
                    let mut beside: Vec<u32> = Vec::new();
                    for (document, unmet) in &reading.beside {
                        if let Some(at) = segment.at(*document).filter(|_| unmet & own != 0) {
                            beside.push(at);
                        }
                    }
                    column.count(&beside, &mut counts);
                }
                add_counts(&mut fields, column, &counts);
            }
        }
        for (_, values) in &mut fields {
            // Most first, then by name: those of one segment stand by name already.
            let rank = |at: usize| (u64::from(!values[at].1), values[at].0.as_str());
            let order = ranked(values.len(), values.len(), &rank);
            let mut sorted = Vec::with_capacity(order.len());
            order.into_iter().for_each(|at| sorted.push(std::mem::take(&mut values[at])));
            *values = sorted;
        }
        fields.retain(|(_, values)| !values.is_empty());
        fields
    }
}

fn add_counts(fields: &mut Vec<(String, Vec<(String, u32)>)>, column: &Column, counts: &[u32]) {
    let at = match fields.iter().position(|(name, _)| *name == column.name) {
        Some(at) => at,
        None => {
            fields.push((column.name.clone(), Vec::new()));
            fields.len() - 1
        }
    };
    let values = &mut fields[at].1;
    // Only what other segments have may be there already.
    let known = values.len();
    for &at in &column.by_name {
        let (value, count) = (&column.values[at], counts[at]);
        if count == 0 {
            continue;
        }
        match values[..known].iter_mut().find(|(known, _)| known == value) {
            Some((_, sum)) => *sum += count,
            None => values.push((value.clone(), count)),
        }
    }
}
