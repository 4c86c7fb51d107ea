//! From what was found to a page of it: counted, put in order, cut out.

use std::cmp::Ordering;

use super::asking::{Asking, Reading};
use super::evaluate::{Answer, Tier, by_relevance};
use super::plan::Plan;
use super::terms::Level;
use super::{Hit, Note, Order, Results};
use crate::columns::Column;
use crate::decide::{Judge, Worth};
use crate::directory::DROPPED;
use crate::index::Segment;
use crate::sight::Highlighter;
use crate::sort;
use crate::verify::Phrases;

impl Asking<'_> {
    /// Counts, orders, and cuts out the page.
    pub(crate) fn results(&self, mut reading: Reading) -> Results {
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
        let count = self.request.count.saturating_add(spare);
        self.sort(&mut reading.answers, self.request.from.saturating_add(count));
        let page = reading.answers.iter().skip(self.request.from).take(count);
        let hits = page.map(|(branch, answer)| self.hit(&reading.plans, *branch, answer)).collect();
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

    /// Puts the first so many in order; what lies behind them need not be.
    fn sort(&self, answers: &mut [(usize, Answer)], end: usize) {
        let day = |document: u32| {
            self.index.segments.iter().enumerate().find_map(|(number, segment)| {
                let at = segment.at(document)?;
                self.index.columns(number)?.days.get(at as usize).copied().flatten()
            })
        };
        sort::sort_first(answers, end, |(_, a), (_, b)| {
            let order = match self.request.order {
                Order::Relevance => by_relevance(a, b),
                Order::Newest => day(b.document).cmp(&day(a.document)),
                Order::Oldest => undated_last(day(a.document), day(b.document)),
            };
            order.then(a.document.cmp(&b.document)).is_lt()
        });
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
            for column in self.index.columns_here(number).into_iter().flat_map(|all| &all.fields) {
                let mut counts = vec![0u32; column.values.len()];
                let mut count = |document: u32| {
                    let Some(at) = segment.at(document) else { return };
                    column.of(at).iter().for_each(|&value| counts[value as usize] += 1);
                };
                reading.answers.iter().for_each(|(_, answer)| count(answer.document));
                let own = self.filters_of(&column.name);
                for (document, unmet) in &reading.beside {
                    if unmet & own != 0 {
                        count(*document);
                    }
                }
                add_counts(&mut fields, column, &counts);
            }
        }
        for (_, values) in &mut fields {
            sort::sort(values, |a, b| (b.1, &a.0) < (a.1, &b.0));
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
    for (value, &count) in column.values.iter().zip(counts).filter(|(_, count)| **count > 0) {
        match values.iter_mut().find(|(known, _)| known == value) {
            Some((_, sum)) => *sum += count,
            None => values.push((value.clone(), count)),
        }
    }
}

/// Earlier first; undated last.
fn undated_last(a: Option<i32>, b: Option<i32>) -> Ordering {
    a.is_none().cmp(&b.is_none()).then(a.cmp(&b))
}
