//! Which runs of syllables become terms of their own: the spelled-out forms of abbreviations, and,
//! where positions are not kept, pairs of syllables that keep together.

use std::collections::{HashMap, HashSet};

use super::Builder;
use crate::term;

/// A pair in fewer documents than this costs more in the lexicon than it tells.
const MIN_PAIR_DOCUMENTS: u32 = 20;
/// How much oftener than by chance, in powers of two, a pair must stand together.
const MIN_PAIR_PMI: f64 = 4.0;

/// The phrases of a set of documents.
pub(super) struct Phrases {
    /// Folded number of each term.
    folded: Vec<u32>,
    /// Known phrases by the folded number of their first syllable: the others' numbers.
    known: HashMap<u32, Vec<Vec<u32>>>,
    /// Chosen pairs and the number of their term.
    pairs: HashMap<(u32, u32), u32>,
    /// Term of each sequence that a known phrase was found as.
    found: HashMap<Vec<u32>, u32>,
}

impl Phrases {
    /// Calls `each` with the term of every phrase that starts at `run[at]`.
    pub(super) fn at(&self, run: &[u32], at: usize, mut each: impl FnMut(u32)) {
        let mut pair = None;
        if let [first, second, ..] = run[at..] {
            pair = self.pairs.get(&(first, second)).copied();
        }
        pair.into_iter().for_each(&mut each);
        for span in self.spans(run, at) {
            if let Some(&term) = self.found.get(span)
                && Some(term) != pair
            {
                each(term);
            }
        }
    }

    /// The stretches from `run[at]` on that are known phrases, marks aside.
    fn spans<'a>(&self, run: &'a [u32], at: usize) -> impl Iterator<Item = &'a [u32]> {
        let folded = |number: u32| self.folded[number as usize];
        let known = self.known.get(&folded(run[at])).map(Vec::as_slice).unwrap_or_default();
        known.iter().filter_map(move |rest| {
            let span = run.get(at..=at + rest.len())?;
            let same = span[1..].iter().zip(rest).all(|(&n, &want)| folded(n) == want);
            same.then_some(span)
        })
    }
}

/// Finds the phrases and gives them term numbers.
pub(super) fn find(builder: &mut Builder, with_pairs: bool) -> Phrases {
    let mut phrases = known(builder);
    let mut sequences: Vec<Vec<u32>> = Vec::new();
    let mut seen: HashSet<&[u32]> = HashSet::new();
    for (_, run) in builder.runs().flatten() {
        for at in 0..run.len() {
            sequences.extend(
                phrases.spans(run, at).filter(|span| seen.insert(span)).map(<[u32]>::to_vec),
            );
        }
    }
    drop(seen);
    for sequence in sequences {
        let name = name(builder, &sequence);
        let term = builder.number(name);
        phrases.found.insert(sequence, term);
    }
    if with_pairs {
        for pair in pairs(builder) {
            let name = name(builder, &[pair.0, pair.1]);
            let term = builder.number(name);
            phrases.pairs.insert(pair, term);
        }
    }
    phrases
}

fn name(builder: &Builder, sequence: &[u32]) -> String {
    let names: Vec<&str> =
        sequence.iter().map(|&number| builder.names[number as usize].as_str()).collect();
    names.join(" ")
}

/// The phrases of the abbreviations file, as folded numbers.
fn known(builder: &Builder) -> Phrases {
    let mut numbers: HashMap<String, u32> = HashMap::new();
    let folded = builder
        .names
        .iter()
        .map(|name| {
            let next = numbers.len() as u32;
            *numbers.entry(term::fold(name)).or_insert(next)
        })
        .collect();
    let mut known: HashMap<u32, Vec<Vec<u32>>> = HashMap::new();
    for group in viet::abbreviations::groups() {
        for form in group.long.iter().chain(&group.also).chain([&group.short]) {
            let syllables: Option<Vec<u32>> = viet::abbreviations::syllables(form)
                .iter()
                .map(|syllable| numbers.get(&term::fold(syllable)).copied())
                .collect();
            if let Some([first, rest @ ..]) = syllables.as_deref()
                && !rest.is_empty()
            {
                let others = known.entry(*first).or_default();
                if !others.iter().any(|other| other == rest) {
                    others.push(rest.to_vec());
                }
            }
        }
    }
    Phrases { folded, known, pairs: HashMap::new(), found: HashMap::new() }
}

/// The pairs that keep together, in order.
fn pairs(builder: &Builder) -> Vec<(u32, u32)> {
    let mut single = vec![0u32; builder.names.len()];
    let mut together: HashMap<(u32, u32), (u32, u32)> = HashMap::new();
    for (document, runs) in builder.runs().enumerate() {
        for (_, run) in runs {
            for &number in run {
                single[number as usize] += 1;
            }
            for pair in run.windows(2) {
                let count = together.entry((pair[0], pair[1])).or_insert((u32::MAX, 0));
                if count.0 != document as u32 {
                    *count = (document as u32, count.1 + 1);
                }
            }
        }
    }
    let all = builder.tokens.len().max(1) as f64;
    let mut chosen: Vec<(u32, u32)> = together
        .into_iter()
        .filter(|&((a, b), (_, count))| {
            let by_chance = f64::from(single[a as usize]) * f64::from(single[b as usize]) / all;
            count >= MIN_PAIR_DOCUMENTS && (f64::from(count) / by_chance).log2() >= MIN_PAIR_PMI
        })
        .map(|(pair, _)| pair)
        .collect();
    chosen.sort_unstable();
    chosen
}
