//! Which documents answer a plan, how well, and in which order.

use tally::{Judged, Key};

use super::evidence::{self, Evidence, Near};
use super::filter::Allowed;
use super::plan::{ASKING, Plan, Slot, idf};
use super::terms::Level;
use super::values::{level, trust, trusts};
use crate::index::Index;

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

    /// Its order as a number, of the answer that stands at a place. Firmest tier first, then nearest to
    /// what was typed, then best, then oldest number. Where different words are missing, the score alone
    /// decides.
    pub(crate) fn key(&self, at: u32) -> Key {
        let bits = self.score.to_bits();
        // Numbers in the order of the scores, as `total_cmp` has them; the greatest first.
        let rising = if bits >> 31 == 1 { !bits } else { bits | 1 << 31 };
        let class = class(self.tier, self.class, self.loose);
        let high = (self.tier as u64) << 40 | (class as u64) << 32 | u64::from(!rising);
        Key { high, low: u64::from(self.document), at }
    }
}

/// What neighbours that stand together add, against what each of them says alone.
const TOGETHER: f32 = 0.5;
/// What words in one stretch of text add, against what each of them says alone.
const WINDOW: f32 = 0.5;
/// How long that stretch is, in lengths of the query.
const WINDOW_LENGTHS: u32 = 2;
/// What words in a title add: all of a query's in one title say much, some of them little.
const TITLE: f32 = 0.2;
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
            let mut here = Vec::new();
            for judged in self.judged(plan, evidence, allowed, most) {
                let unmet = allowed.unmet(judged.document);
                if unmet & unmet.wrapping_sub(1) != 0 {
                    continue;
                }
                let Some(answer) = judge(plan, &judged, evidence, most) else { continue };
                if unmet == 0 {
                    here.push(answer);
                } else {
                    all.beside.push((segment.first + answer.document, unmet));
                }
            }
            add_windows(evidence, plan, &mut here);
            here.iter_mut().for_each(|answer| answer.document += segment.first);
            all.met.append(&mut here);
        }
        all
    }

    /// What the words of the documents say that may answer.
    fn judged(
        &self,
        plan: &Plan,
        evidence: &Evidence,
        allowed: &Allowed,
        most: bool,
    ) -> Vec<Judged> {
        let all = (1u64 << plan.slots.len()) - 1;
        let total = total(plan);
        let mut enough = |lacks| enough(plan, lacks, total);
        let mut judged = tally::candidates(&evidence.seen, &allowed.may, all, most, &mut enough);
        let trusts = trusts(plan.marked);
        for ((at, slot), values) in (0..).zip(&plan.slots).zip(&evidence.values) {
            tally::weigh(&mut judged, at, values, slot.idf, &trusts);
        }
        for (slot, together) in evidence.together.iter().enumerate() {
            let asks = plan.slots[slot].asks && plan.slots[slot + 1].asks;
            let weight = TOGETHER * self.pairs[slot] * if asks { ASKING } else { 1.0 };
            tally::runs(&mut judged, together);
            tally::neighbours(&mut judged, &evidence.values[slot], together, weight);
        }
        judged
    }
}

/// What all words of a plan weigh.
fn total(plan: &Plan) -> f32 {
    plan.slots.iter().map(|slot| slot.idf).sum()
}

/// What a document is as an answer, by what its words say.
fn judge(plan: &Plan, judged: &Judged, evidence: &Evidence, most: bool) -> Option<Answer> {
    let Judged { document, lacks, score, run, .. } = *judged;
    if !plan.phrases.iter().all(|phrase| evidence.phrase(document, phrase.clone())) {
        return None;
    }
    // Words "anywhere" in a document say little when they are many.
    let sentence = plan.is_sentence();
    let tier = match (lacks, judged.errors) {
        (0, 0) if evidence.all(document, run) => Tier::Near,
        (0, 0) if sentence => Tier::Most,
        (0, 0) => Tier::All,
        (0, 1) if !sentence => Tier::Typo,
        // What it lacks was found to be little enough before.
        (_, 0) if most => Tier::Most,
        (_, errors) if most && has_most(plan, lacks, u32::from(errors), total(plan)) => Tier::Most,
        _ => return None,
    };
    let class = level(judged.level).unwrap_or(Level::Exact);
    let (expanded, loose) = (judged.expanded > 0, !plan.marked && plan.slots.len() > 2);
    Some(Answer { document, tier, loose, class, expanded, score, lacks })
}

/// What counts as lacking where these words are: a notion lacks as a whole. `None` when that is too
/// much.
fn enough(plan: &Plan, mut lacks: u64, total: f32) -> Option<u64> {
    for unit in &plan.units {
        let bits = ((1u64 << unit.len()) - 1) << unit.start;
        if lacks & bits != 0 {
            lacks |= bits;
        }
    }
    let quoted = plan.slots.iter().enumerate();
    let lost = |(at, slot): (usize, &Slot)| slot.quoted && lacks >> at & 1 == 1;
    let fits = !quoted.into_iter().any(lost) && has_most(plan, lacks, 0, total);
    fits.then_some(lacks)
}

/// Whether few enough words are lacking: none of two, one of three or four, else by weight. A
/// notion counts as one word.
fn has_most(plan: &Plan, lacks: u64, errors: u32, total: f32) -> bool {
    let has = plan.slots.iter().enumerate().filter(|(at, _)| lacks >> at & 1 == 0);
    let weight: f32 = has.map(|(_, slot)| slot.idf).sum();
    let spare = |bits: u64| -> u32 {
        let whole = plan.units.iter().filter(|unit| bits >> unit.start & 1 == 1);
        whole.map(|unit| unit.len() as u32 - 1).sum()
    };
    let words = (plan.slots.len() as u32).saturating_sub(spare(u64::MAX));
    let asks = plan.asks();
    let words = words.saturating_sub(asks.count_ones());
    let lacking = (lacks & !asks).count_ones().saturating_sub(spare(lacks & !asks)) + errors;
    match words {
        _ if lacking == 0 => true,
        // All of them, one by a slip: of a question about one word, nothing else would be left.
        _ if lacking == 1 && errors == 1 => true,
        0..=2 => false,
        3 | 4 => lacking <= 1,
        _ => lacking + 2 <= words && weight >= MOST_SHARE * total,
    }
}

/// Adds, for the best answers so far, what words in one stretch of text say. A long query has every
/// word "together" there or not at all.
fn add_windows(evidence: &Evidence, plan: &Plan, answers: &mut [Answer]) {
    let total = total(plan).max(0.01);
    if plan.slots.len() < 3 {
        return;
    }
    let mut keys: Vec<Key> = Vec::with_capacity(answers.len());
    for (at, answer) in (0..).zip(&*answers) {
        keys.push(answer.key(at));
    }
    tally::first(&mut keys, REFINED);
    let span = WINDOW_LENGTHS * plan.slots.len() as u32;
    for key in keys.iter().take(REFINED) {
        let answer = &mut answers[key.at as usize];
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
            answer.tier = if answer.class < Level::Typo { Tier::All } else { Tier::Typo };
        }
    }
}

/// The level of a document's worst word, as far as it counts for its place in a tier.
pub(crate) fn class(tier: Tier, class: Level, loose: bool) -> Level {
    match tier {
        Tier::Most => Level::Exact,
        Tier::All if class <= Level::Compatible && loose => Level::Exact,
        _ => class,
    }
}
