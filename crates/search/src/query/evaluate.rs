//! Which documents answer a plan, how well, and in which order.

use std::cmp::Ordering;

use super::evidence::{self, Evidence, Near};
use super::filter::Allowed;
use super::plan::{ASKING, Plan, idf};
use super::terms::Level;
use super::values::{NOTHING, level, strength, trust};
use crate::index::Index;
use crate::sort::sort_first;

/// How well a document answers, firmest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tier {
    /// Every word, in order, at most one other syllable between neighbours.
    Near,
    /// Every word, anywhere.
    All,
    /// Every word, one of them with a typing error.
    Typo,
    /// Most words.
    Most,
}

/// A document that answers.
#[derive(Clone, Debug)]
pub(crate) struct Answer {
    /// Place in the whole index.
    pub(crate) document: u32,
    pub(crate) tier: Tier,
    /// The worst level of its words.
    pub(crate) class: Level,
    /// Through another form of a word.
    pub(crate) expanded: bool,
    pub(crate) score: f32,
    /// Its words were typed without marks and are many: that they stand somewhere without marks says
    /// nothing.
    pub(crate) loose: bool,
    /// A bit for each slot it lacks.
    pub(crate) lacks: u64,
}

impl Answer {
    /// One that answers because nothing was asked of it.
    pub(crate) fn unasked(document: u32) -> Self {
        let (tier, class, score) = (Tier::Near, Level::Exact, 0.0);
        Self { document, tier, class, expanded: false, score, loose: false, lacks: 0 }
    }
}

/// What neighbours that stand together add, against what each of them says alone.
const TOGETHER: f32 = 0.5;
/// What words in one stretch of text add, against what each of them says alone.
const WINDOW: f32 = 0.5;
/// How long that stretch is, in lengths of the query.
const WINDOW_LENGTHS: u32 = 2;
/// What words in a title add: all of a query's in one title say much, some of them little.
const TITLE: f32 = 0.4;
/// So many of the best are looked at for words in one stretch.
const REFINED: usize = 64;
/// The share of a long query's weight that a document must have to be among "most words".
const MOST_SHARE: f32 = 0.4;

/// All that the index says about a plan, read once.
pub(crate) struct Evaluation {
    /// By segment.
    evidence: Vec<Evidence>,
    /// What it says, for each slot but the last, that the next follows it.
    pub(crate) pairs: Vec<f32>,
}

/// The documents that answer.
#[derive(Default)]
pub(crate) struct Answers {
    pub(crate) met: Vec<Answer>,
    /// Places of those that would if it were not for one of the chosen filters, and which.
    pub(crate) beside: Vec<(u32, u8)>,
}

impl Evaluation {
    pub(crate) fn new(index: &Index, plan: &Plan) -> Self {
        let mut evidence = Vec::new();
        for segment in 0..index.segments.len() {
            evidence.push(Evidence::collect(index, segment, plan));
        }
        let all = index.documents() as f32;
        let pairs = evidence::neighbours(&mut evidence, plan.slots.len());
        let pairs = pairs.iter().map(|&documents| idf(all, documents)).collect();
        Self { evidence, pairs }
    }

    /// The documents that have every word, or `most` of them.
    pub(crate) fn answers(
        &self,
        index: &Index,
        plan: &Plan,
        allowed: &[Allowed],
        most: bool,
    ) -> Answers {
        let mut all = Answers::default();
        for ((evidence, allowed), segment) in self.evidence.iter().zip(allowed).zip(&index.segments)
        {
            let mut here = judge_all(plan, evidence, allowed, most);
            here.retain(|answer| match allowed.unmet(answer.document) {
                0 => true,
                unmet => {
                    if unmet.is_power_of_two() {
                        all.beside.push((segment.first + answer.document, unmet));
                    }
                    false
                }
            });
            add_neighbours(evidence, plan, &self.pairs, &mut here);
            add_windows(evidence, plan, &mut here);
            here.iter_mut().for_each(|answer| answer.document += segment.first);
            all.met.append(&mut here);
        }
        all
    }
}

fn judge_all(plan: &Plan, evidence: &Evidence, allowed: &Allowed, most: bool) -> Vec<Answer> {
    let total = total(plan);
    // Words "anywhere" in a document say little when they are many.
    let loose = if plan.is_sentence() { Tier::Most } else { Tier::All };
    let mut answers = Vec::new();
    for document in allowed.documents() {
        let of: Values<'_> = Values { values: &evidence.values, document };
        if most || of.iter().all(|value| value != NOTHING) {
            answers.extend(judge(plan, &of, evidence, total, most, loose));
        }
    }
    answers
}

/// What all words of a plan weigh.
fn total(plan: &Plan) -> f32 {
    plan.slots.iter().map(|slot| slot.idf).sum()
}

/// The values of one document.
struct Values<'a> {
    values: &'a [Vec<u16>],
    document: usize,
}

impl Values<'_> {
    fn iter(&self) -> impl Iterator<Item = u16> {
        self.values.iter().map(|values| values[self.document])
    }
}

fn judge(
    plan: &Plan,
    of: &Values<'_>,
    evidence: &Evidence,
    total: f32,
    most: bool,
    loose: Tier,
) -> Option<Answer> {
    let document = of.document as u32;
    let lacks = lacking(plan, of);
    if lacks != 0 && !most {
        return None;
    }
    let (mut class, mut score, mut weight) = (Level::Exact, 0.0, 0.0);
    let (mut errors, mut expanded) = (0, false);
    for (at, (value, slot)) in of.iter().zip(&plan.slots).enumerate() {
        if lacks >> at & 1 == 1 {
            if slot.quoted {
                return None;
            }
            continue;
        }
        let of = level(value)?;
        errors += u32::from(of == Level::Typo);
        expanded |= of == Level::Expansion;
        class = class.max(of);
        score += slot.idf * strength(value, plan.marked);
        weight += slot.idf;
    }
    if !plan.phrases.iter().all(|phrase| evidence.phrase(document, phrase.clone())) {
        return None;
    }
    let tier = match (lacks, errors) {
        (0, 0) if evidence.all(document) => Tier::Near,
        (0, 0) => loose,
        (0, 1) if loose == Tier::All => Tier::Typo,
        _ if most && has_most(plan, lacks, errors, weight, total) => Tier::Most,
        _ => return None,
    };
    let loose = !plan.marked && plan.slots.len() > 2;
    Some(Answer { document, tier, loose, class, expanded, score, lacks })
}

/// A bit for each slot that the document lacks; a notion lacks as a whole.
fn lacking(plan: &Plan, of: &Values<'_>) -> u64 {
    let lacks = of.iter().enumerate().filter(|(_, value)| *value == NOTHING);
    let mut lacks: u64 = lacks.fold(0, |bits, (at, _)| bits | 1 << at);
    if lacks != 0 {
        for unit in &plan.units {
            let bits = ((1u64 << unit.len()) - 1) << unit.start;
            if lacks & bits != 0 {
                lacks |= bits;
            }
        }
    }
    lacks
}

/// Whether few enough words are lacking: none of two, one of three or four, else by weight. A
/// notion counts as one word.
fn has_most(plan: &Plan, lacks: u64, errors: u32, weight: f32, total: f32) -> bool {
    let spare = |bits: u64| -> u32 {
        let whole = plan.units.iter().filter(|unit| bits >> unit.start & 1 == 1);
        whole.map(|unit| unit.len() as u32 - 1).sum()
    };
    let words = (plan.slots.len() as u32).saturating_sub(spare(u64::MAX));
    let asks = plan.slots.iter().enumerate().filter(|(_, slot)| slot.asks);
    let asks: u64 = asks.fold(0, |bits, (at, _)| bits | 1 << at);
    let words = words.saturating_sub(asks.count_ones());
    let lacking = (lacks & !asks).count_ones().saturating_sub(spare(lacks & !asks)) + errors;
    match words {
        _ if lacking == 0 => true,
        0..=2 => false,
        3 | 4 => lacking <= 1,
        _ => lacking + 2 <= words && weight >= MOST_SHARE * total,
    }
}

/// Adds what neighbours that stand together say; `idfs` tells of each slot and the next how much.
fn add_neighbours(evidence: &Evidence, plan: &Plan, idfs: &[f32], answers: &mut [Answer]) {
    for (slot, idf) in idfs.iter().enumerate() {
        let asks = plan.slots[slot].asks && plan.slots[slot + 1].asks;
        let weight = TOGETHER * idf * if asks { ASKING } else { 1.0 };
        for answer in &mut *answers {
            let (likely, share) = evidence.together(slot, answer.document);
            if likely > 0.0 {
                // The saturation of the slot's own occurrences, from which all but a share go.
                let value = evidence.values[slot][answer.document as usize];
                let alone = (f32::from(value & 0xff) / 255.0).max(0.05);
                answer.score += weight * likely * share * alone / (share * alone + 1.0 - alone);
            }
        }
    }
}

/// Adds, for the best answers so far, what words in one stretch of text say. A long query has every
/// word "together" there or not at all.
fn add_windows(evidence: &Evidence, plan: &Plan, answers: &mut [Answer]) {
    let total = total(plan).max(0.01);
    if plan.slots.len() < 3 {
        return;
    }
    sort_first(answers, REFINED, |a, b| by_relevance(a, b).is_lt());
    let span = WINDOW_LENGTHS * plan.slots.len() as u32;
    for answer in answers.iter_mut().take(REFINED) {
        let weight = |slot: usize, level: Level| plan.slots[slot].idf * trust(level, plan.marked);
        let mut together = false;
        if let Near::Places(places) = &evidence.near {
            let (sum, whole) = places.window(answer.document, span, weight);
            answer.score += WINDOW * sum;
            together = whole;
        }
        let (sum, whole) = evidence.titles.window(answer.document, span, weight);
        let share = sum / total;
        answer.score += TITLE * sum * share * share * share * share;
        if answer.tier == Tier::Most && answer.lacks == 0 && (whole || together) {
            answer.tier = Tier::All;
        }
    }
}

/// Firmest tier first, then nearest to what was typed, then best, then oldest number. Where
/// different words are missing, the score alone decides.
pub(crate) fn by_relevance(a: &Answer, b: &Answer) -> Ordering {
    let class = |answer: &Answer| class(answer.tier, answer.class, answer.loose);
    (a.tier, class(a))
        .cmp(&(b.tier, class(b)))
        .then(b.score.total_cmp(&a.score))
        .then(a.document.cmp(&b.document))
}

/// The level of a document's worst word, as far as it counts for its place in a tier.
pub(crate) fn class(tier: Tier, class: Level, loose: bool) -> Level {
    match tier {
        Tier::Most => Level::Exact,
        Tier::All if class <= Level::Compatible && loose => Level::Exact,
        _ => class,
    }
}
