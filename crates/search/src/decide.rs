//! What the texts of the first hits decide: an index without positions knows of neighbours only what
//! is likely. The texts are fetched for passages anyway; they drop what lacks a quoted phrase, and put
//! each ten hits in order by what truly stands together in them.

use std::cmp::Ordering;

use crate::query::evaluate::class;
use crate::query::plan::{ASKING, Plan};
use crate::query::terms::Level;
use crate::query::values::trust;
use crate::query::{Hit, Results, Tier};
use crate::sight::{Place, Sight, followed};
use crate::sort::sort;
use crate::verify::Phrases;
use crate::weight;

/// So many hits are put in order together, whatever the page: asked for by tens or at once, hits have
/// the same order.
const TOGETHER: usize = 10;
/// What words that stand together say, against what each of them says alone: here it is known, and
/// whoever types two words that belong together wants them together.
const PAIR: f32 = 2.5;

/// What is needed to judge texts.
#[derive(Debug, Default)]
pub(crate) struct Judge {
    /// What the words of each branch say; none when the index has decided.
    pub(crate) branches: Vec<Worth>,
    pub(crate) phrases: Phrases,
    /// The mean length of documents.
    pub(crate) mean: f32,
    /// Whether nothing but phrases is to be decided.
    pub(crate) ordered: bool,
    /// Whether these are the first hits.
    pub(crate) first: bool,
    /// Whether nothing was lacking to count the values of fields.
    pub(crate) counted: bool,
}

/// What the words of a branch say.
#[derive(Debug)]
pub(crate) struct Worth {
    /// Of each slot.
    slots: Vec<f32>,
    /// Of each slot but the last, standing before the next.
    pairs: Vec<f32>,
    marked: bool,
    sentence: bool,
}

impl Worth {
    pub(crate) fn new(plan: &Plan, pairs: &[f32]) -> Self {
        let asks = |at: usize| plan.slots[at].asks && plan.slots[at + 1].asks;
        let weigh = |(at, idf): (usize, &f32)| if asks(at) { idf * ASKING } else { *idf };
        Self {
            slots: plan.slots.iter().map(|slot| slot.idf).collect(),
            pairs: pairs.iter().enumerate().map(weigh).collect(),
            marked: plan.marked,
            sentence: plan.is_sentence(),
        }
    }

    /// How well a text answers: BM25 over the words and over what stands together.
    fn score(&self, sight: &Sight, branch: usize, mean: f32) -> f32 {
        let mut words = vec![0.0; self.slots.len()];
        let mut pairs = vec![0.0; self.pairs.len()];
        for (zone, places) in sight.stretches() {
            let weight = zone.weight() as f32 / 4.0;
            for (at, place) in places.iter().enumerate().filter(|(_, place)| place.branch == branch)
            {
                let sure = trust(place.level, self.marked);
                self.count(place, weight * sure, &mut words, &mut pairs);
                if let Some(earlier) = followed(places, at, 0).next() {
                    let sure = sure.min(trust(places[earlier].level, self.marked));
                    pairs[place.slots.start - 1] += weight * sure;
                }
            }
        }
        let norm = weight::norm(sight.length as f32, mean);
        let sum = |worth: &[f32], counts: &[f32]| -> f32 {
            worth.iter().zip(counts).map(|(worth, count)| worth * count / (count + norm)).sum()
        };
        sum(&self.slots, &words) + PAIR * sum(&self.pairs, &pairs)
    }

    /// Counts a place for its slots. Of several slots that are as many words, each is a place too.
    fn count(&self, place: &Place, weight: f32, words: &mut [f32], pairs: &mut [f32]) {
        if place.slots.len() > 1 && place.slots.len() == place.tokens.len() {
            return;
        }
        words[place.slots.clone()].iter_mut().for_each(|count| *count += weight);
        pairs[place.slots.start..place.slots.end - 1].iter_mut().for_each(|count| *count += weight);
    }
}

impl Results {
    /// Whether its facets are counted over all that is there: no file was lacking for it.
    pub fn is_counted(&self) -> bool {
        self.judge.counted
    }

    /// Whether the texts of its hits cannot change what is found, though they may change the order.
    pub fn is_sure(&self) -> bool {
        self.judge.phrases.is_empty()
    }

    /// Whether the texts of its hits cannot change what is found, nor the order.
    fn is_settled(&self) -> bool {
        self.is_sure() && (self.judge.ordered || self.hits.len() < 2)
    }

    /// Whether a hit's text, which shows this, has the phrases that were asked for.
    pub fn holds(&self, hit: &Hit, sight: &Sight) -> bool {
        self.judge.phrases.hold(sight, hit.branch)
    }

    /// Lets the texts decide; `sights` are what the first hits' texts show, in their order, `None` where
    /// a text is not to be had, and `holds` says of each whether it has its phrases, as far as is known.
    /// Hits and sights are put in order and cut alike; what does not hold is not counted either.
    pub fn decide(&mut self, sights: &mut Vec<Option<Sight>>, holds: &[bool]) {
        if self.is_settled() {
            return;
        }
        let mut judged: Vec<Judged> = Vec::new();
        let looked = std::mem::take(sights).into_iter().zip(holds);
        for (hit, (sight, holds)) in std::mem::take(&mut self.hits).into_iter().zip(looked) {
            match holds {
                true => judged.push(self.judge.of(hit, sight)),
                false => self.count(hit.tier, -1),
            }
        }
        if !self.judge.ordered {
            for (block, ten) in judged.chunks_mut(TOGETHER).enumerate() {
                // More of the first tier may follow, unless others stand here already.
                let whole = ten.len() < TOGETHER || ten.iter().any(|of| of.hit.tier != Tier::Near);
                sort(ten, |a, b| firmer(a, b).is_lt());
                let told = block == 0 && self.judge.first && whole;
                for of in ten.iter_mut().filter(|_| told) {
                    self.count(of.hit.tier, -1);
                    of.hit.tier = of.tier;
                    self.count(of.hit.tier, 1);
                }
            }
        }
        self.tiers.retain(|(_, hits)| *hits > 0);
        for Judged { hit, sight, .. } in judged {
            self.hits.push(hit);
            sights.push(sight);
        }
    }

    fn count(&mut self, tier: Tier, change: i32) {
        let at = self.tiers.partition_point(|(of, _)| *of < tier);
        if self.tiers.get(at).is_none_or(|(of, _)| *of != tier) {
            self.tiers.insert(at, (tier, 0));
        }
        self.tiers[at].1 = self.tiers[at].1.saturating_add_signed(change);
    }
}

impl Judge {
    fn of(&self, hit: Hit, sight: Option<Sight>) -> Judged {
        let (mut tier, mut scattered, mut score) = (hit.tier, false, 0.0);
        if let (Some(worth), Some(sight)) = (self.branches.get(hit.branch), &sight) {
            score = worth.score(sight, hit.branch, self.mean);
            let run = worth.slots.len() < 2 || sight.has_run(hit.branch);
            tier = match tier {
                Tier::Near if !run && worth.sentence => Tier::Most,
                Tier::Near if !run => Tier::All,
                Tier::All | Tier::Most if run && hit.lacks.is_empty() => {
                    if hit.class < Level::Typo { Tier::Near } else { Tier::Typo }
                }
                tier => tier,
            };
            scattered = tier == Tier::Typo && !run;
        }
        Judged { hit, sight, tier, scattered, score }
    }
}

/// A hit and what its text says of it.
struct Judged {
    hit: Hit,
    sight: Option<Sight>,
    /// The tier that the text puts it into.
    tier: Tier,
    /// It is held for a slip of the pen, and its words are no run.
    scattered: bool,
    score: f32,
}

/// The firmer tier first, in it what is nearest to what was typed, then the better.
fn firmer(a: &Judged, b: &Judged) -> Ordering {
    let class = |of: &Judged| class(of.tier, of.hit.class, of.hit.loose);
    (a.tier, a.scattered, class(a))
        .cmp(&(b.tier, b.scattered, class(b)))
        .then(b.score.total_cmp(&a.score))
        .then(a.hit.document.cmp(&b.hit.document))
}
