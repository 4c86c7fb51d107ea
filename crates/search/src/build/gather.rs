//! From documents to terms: who holds what, how much, where in the title, and what follows.

use super::{Builder, phrases::Phrases};
use crate::format::{TITLE_PLACES, ZONE_GAP};
use crate::postings::{Posting, class_of, next_class};
use crate::{term, weight};

/// What is known of a term.
#[derive(Default)]
pub(super) struct Term {
    /// Documents in rising order.
    pub(super) postings: Vec<Posting>,
    /// Places in titles: document and place.
    pub(super) titles: Vec<(u32, u32)>,
    /// Positions, as they are written; empty unless kept.
    pub(super) positions: Vec<u8>,
}

/// Occurrences of one term in the document at hand.
#[derive(Default, Clone)]
struct Count {
    weight: u32,
    next: u8,
    positions: Vec<u32>,
}

/// Terms and lengths of documents.
pub(super) struct Gathered {
    /// By number.
    pub(super) terms: Vec<Term>,
    /// For each document: see [`weight::length_class`].
    pub(super) lengths: Vec<u8>,
}

/// Gathers all terms.
pub(super) fn gather(builder: &Builder, phrases: &Phrases, keep_positions: bool) -> Gathered {
    let mut terms: Vec<Term> = Vec::new();
    terms.resize_with(builder.names.len(), Term::default);
    let next_classes: Vec<u8> =
        builder.names.iter().map(|name| 1 << next_class(&term::fold(name))).collect();
    let mut lengths = Vec::with_capacity(builder.documents.len());
    let mut counts = vec![Count::default(); builder.names.len()];
    let mut touched: Vec<u32> = Vec::new();
    for (document, runs) in (0u32..).zip(builder.runs()) {
        let (mut start, mut length) = (0, 0);
        for (number, (zone, run)) in runs.iter().enumerate() {
            for at in 0..run.len() {
                let place = at as u32;
                let mut count = |term: u32, len: usize| {
                    let count = &mut counts[term as usize];
                    if count.weight == 0 {
                        touched.push(term);
                    }
                    count.weight += zone.weight();
                    if let Some(&next) = run.get(at + len) {
                        count.next |= next_classes[next as usize];
                    }
                    if keep_positions {
                        count.positions.push(start + place);
                    }
                    if number == 0 && place < TITLE_PLACES {
                        terms[term as usize].titles.push((document, place));
                    }
                };
                count(run[at], 1);
                phrases.at(run, at, count);
            }
            start += run.len() as u32 + ZONE_GAP;
            length += zone.weight() * run.len() as u32;
        }
        lengths.push(weight::length_class(length));
        for number in touched.drain(..) {
            let count = std::mem::take(&mut counts[number as usize]);
            let term = &mut terms[number as usize];
            term.postings.push(posting(document, &count));
            if keep_positions {
                crate::postings::write_positions(&mut term.positions, &count.positions);
            }
        }
    }
    Gathered { terms, lengths }
}

/// Classes 0 and 1 say of at most one and two classes what follows.
fn posting(document: u32, count: &Count) -> Posting {
    let least = count.next.count_ones().clamp(1, 3) as u8 - 1;
    Posting { document, class: class_of(count.weight).max(least), next: count.next }
}
