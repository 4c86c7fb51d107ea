//! Which runs of syllables become terms of their own: the spelled-out forms of abbreviations.

use std::collections::{HashMap, HashSet};

use super::Builder;
use crate::term;

/// The phrases of a set of documents.
pub(super) struct Phrases {
    /// Folded number of each term.
    folded: Vec<u32>,
    /// Known phrases by the folded number of their first syllable: the others' numbers.
    known: HashMap<u32, Vec<Vec<u32>>>,
    /// Term of each sequence that a known phrase was found as.
    found: HashMap<Vec<u32>, u32>,
}

impl Phrases {
    /// Calls `each` with the term of every phrase that starts at `run[at]`, and its syllables.
    pub(super) fn at(&self, run: &[u32], at: usize, mut each: impl FnMut(u32, usize)) {
        for span in self.spans(run, at) {
            if let Some(&term) = self.found.get(span) {
                each(term, span.len());
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
pub(super) fn find(builder: &mut Builder) -> Phrases {
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
    Phrases { folded, known, found: HashMap::new() }
}
