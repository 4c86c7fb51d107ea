//! From documents to terms: who holds what, how much it says, and where.

use super::{Builder, phrases::Phrases};
use crate::format::ZONE_GAP;

/// How fast further occurrences stop to count (BM25's k1).
const SATURATION: f32 = 1.2;
/// How much a long document's occurrences count less (BM25's b).
const LENGTH: f32 = 0.75;

/// What is known of a term.
#[derive(Default)]
pub(super) struct Term {
    /// Documents and impacts.
    pub(super) postings: Vec<(u32, u8)>,
    /// Positions by document, end to end; empty unless kept.
    pub(super) positions: Vec<Vec<u32>>,
}

/// Occurrences of one term in the document at hand.
#[derive(Default, Clone)]
struct Count {
    weight: u32,
    positions: Vec<u32>,
}

/// Gathers all terms, by number.
pub(super) fn gather(builder: &Builder, phrases: &Phrases, keep_positions: bool) -> Vec<Term> {
    let mut terms: Vec<Term> = Vec::new();
    terms.resize_with(builder.names.len(), Term::default);
    let lengths: Vec<u32> = builder
        .runs()
        .map(|runs| runs.iter().map(|(zone, run)| zone.weight() * run.len() as u32).sum())
        .collect();
    let mean = lengths.iter().map(|&l| l as f32).sum::<f32>() / lengths.len().max(1) as f32;
    let mut counts = vec![Count::default(); builder.names.len()];
    let mut touched: Vec<u32> = Vec::new();
    for (document, runs) in builder.runs().enumerate() {
        let mut start = 0;
        for (zone, run) in runs {
            for at in 0..run.len() {
                let mut count = |term: u32| {
                    let count = &mut counts[term as usize];
                    if count.weight == 0 {
                        touched.push(term);
                    }
                    count.weight += zone.weight();
                    if keep_positions {
                        count.positions.push(start + at as u32);
                    }
                };
                count(run[at]);
                phrases.at(run, at, count);
            }
            start += run.len() as u32 + ZONE_GAP;
        }
        for term in touched.drain(..) {
            let count = std::mem::take(&mut counts[term as usize]);
            let impact = impact(count.weight, lengths[document], mean);
            terms[term as usize].postings.push((document as u32, impact));
            if keep_positions {
                terms[term as usize].positions.push(count.positions);
            }
        }
    }
    terms
}

/// The part of BM25 that depends on the document, from 1 to 15.
fn impact(weight: u32, length: u32, mean: f32) -> u8 {
    let occurrences = weight as f32 / 4.0;
    let norm = SATURATION * (1.0 - LENGTH + LENGTH * length as f32 / mean.max(1.0));
    ((15.0 * occurrences / (occurrences + norm)).round() as u8).clamp(1, 15)
}
