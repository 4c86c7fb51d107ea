//! Marks and passages: where the words of a query stand in a title or a text, and the passage that
//! shows most of them. Marks cover the text as printed, whatever was typed.

use std::ops::Range;

use crate::document::Zone;
use crate::query::plan::Plan;
use crate::sort::sort;
use crate::term;

/// Knows the words to mark for the hits of one answer.
#[derive(Debug, Default)]
pub struct Highlighter {
    /// In order of their first syllables.
    forms: Vec<Form>,
    /// How many words each branch of the query has.
    branches: Vec<usize>,
}

/// A word of the lexicon that stands for some slots of a branch.
#[derive(Debug)]
struct Form {
    first: String,
    rest: Vec<String>,
    branch: usize,
    slots: Range<usize>,
}

/// A passage of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snippet {
    /// Its bytes in the text.
    pub range: Range<usize>,
    /// Byte ranges of the passage to mark.
    pub marks: Vec<Range<usize>>,
    /// It does not begin its paragraph.
    pub cut_before: bool,
    /// It does not end its paragraph.
    pub cut_after: bool,
}

/// A form found in a text.
#[derive(Clone, Debug)]
struct Place {
    bytes: Range<usize>,
    /// Numbers of its tokens.
    tokens: Range<usize>,
    branch: usize,
    slots: Range<usize>,
    /// Part of a run of the whole query.
    chained: bool,
}

/// Length of a passage in bytes, some 200 characters.
const PASSAGE: usize = 270;
/// A passage that would begin this near to its paragraph's begin begins there.
const NEAR_BEGIN: usize = 60;
/// What a run of all words is worth against each of them alone.
const CHAIN_WORTH: usize = 4;

impl Highlighter {
    pub(crate) fn new(plans: &[Plan]) -> Self {
        let mut all = Self::default();
        for (branch, plan) in plans.iter().enumerate() {
            all.branches.push(plan.slots.len());
            for (at, slot) in plan.slots.iter().enumerate() {
                slot.found.iter().for_each(|found| all.add(&found.name, branch, at..at + 1));
            }
            for overlay in &plan.overlays {
                for found in &overlay.found {
                    all.add(&found.name, branch, overlay.slots.clone());
                }
            }
        }
        sort(&mut all.forms, |a, b| a.first < b.first);
        all
    }

    fn add(&mut self, name: &str, branch: usize, slots: Range<usize>) {
        let mut syllables = name.split(' ').map(str::to_owned);
        let Some(first) = syllables.next() else { return };
        self.forms.push(Form { first, rest: syllables.collect(), branch, slots });
    }

    /// Byte ranges of a title to mark.
    pub fn title_marks(&self, title: &str) -> Vec<Range<usize>> {
        let places = self.places(title, 0..title.len());
        merge(title, worth_marking(&places))
    }

    /// The passage of `text` that shows most of the words, from one of its zones; the opening of
    /// the first zone when none shows any. `None` without zones.
    pub fn snippet(&self, text: &str, zones: &[(Zone, Range<usize>)]) -> Option<Snippet> {
        let mut best: Option<(usize, Range<usize>, Vec<Place>)> = None;
        for (_, zone) in zones.iter().filter(|(_, zone)| text.get(zone.clone()).is_some()) {
            let places = self.places(text, zone.clone());
            let (worth, core) = core(&places).unwrap_or((0, zone.start..zone.start));
            if best.as_ref().is_none_or(|(most, ..)| worth > *most) {
                best = Some((worth, passage(text, zone, &core), places));
            }
        }
        let (_, range, places) = best?;
        let zone = zones.iter().map(|(_, zone)| zone).find(|z| contains(z, &range))?;
        let inside: Vec<Place> =
            places.into_iter().filter(|place| contains(&range, &place.bytes)).collect();
        let marks = merge(text, worth_marking(&inside));
        let marks = marks.into_iter().map(|m| m.start - range.start..m.end - range.start).collect();
        let blank = |part: &str| part.trim().is_empty();
        Some(Snippet {
            cut_before: !blank(&text[zone.start..range.start]),
            cut_after: !blank(&text[range.end..zone.end]),
            range,
            marks,
        })
    }

    /// All forms found in a stretch of text, in order.
    fn places(&self, text: &str, range: Range<usize>) -> Vec<Place> {
        let Some(part) = text.get(range.clone()) else { return Vec::new() };
        let tokens = term::keys(part);
        let mut places: Vec<Place> = Vec::new();
        for (at, (key, span)) in tokens.iter().enumerate() {
            let from = self.forms.partition_point(|form| form.first < *key);
            for form in self.forms[from..].iter().take_while(|form| form.first == *key) {
                let end = at + 1 + form.rest.len();
                let Some(rest) = tokens.get(at + 1..end) else { continue };
                if !rest.iter().zip(&form.rest).all(|((key, _), want)| key == want) {
                    continue;
                }
                let last = rest.last().map_or(span.end, |(_, span)| span.end);
                places.push(Place {
                    bytes: range.start + span.start..range.start + last,
                    tokens: at..end,
                    branch: form.branch,
                    slots: form.slots.clone(),
                    chained: false,
                });
            }
        }
        for (branch, &slots) in self.branches.iter().enumerate().filter(|(_, slots)| **slots > 1) {
            mark_chains(&mut places, branch, slots);
        }
        places
    }
}

/// Marks the places that make runs of a whole branch, neighbours at most one syllable apart.
fn mark_chains(places: &mut [Place], branch: usize, slots: usize) {
    // How a place is reached: from which place before it, if it begins no run.
    let mut before: Vec<Option<Option<usize>>> = vec![None; places.len()];
    for at in 0..places.len() {
        let place = &places[at];
        if place.branch != branch {
            continue;
        }
        if place.slots.start == 0 {
            before[at] = Some(None);
        } else {
            let follows = |&earlier: &usize| {
                let e = &places[earlier];
                let next = e.tokens.end..=e.tokens.end + 1;
                before[earlier].is_some()
                    && e.slots.end == place.slots.start
                    && next.contains(&place.tokens.start)
            };
            before[at] = (0..at).rev().take(24).find(follows).map(Some);
        }
        if place.slots.end == slots && before[at].is_some() {
            let mut step = Some(at);
            while let Some(now) = step {
                places[now].chained = true;
                step = before[now].flatten();
            }
        }
    }
}

/// The chained places if there are any, else all.
fn worth_marking(places: &[Place]) -> impl Iterator<Item = &Place> {
    let chained = places.iter().any(|place| place.chained);
    places.iter().filter(move |place| place.chained || !chained)
}

/// The stretch with the most different words, runs of all of them above all, and its worth.
fn core(places: &[Place]) -> Option<(usize, Range<usize>)> {
    let mut best: Option<(usize, Range<usize>)> = None;
    for (at, first) in places.iter().enumerate() {
        let fits = |place: &&Place| place.bytes.end <= first.bytes.start + PASSAGE;
        let window: Vec<&Place> = places[at..].iter().take_while(fits).collect();
        let mut seen: Vec<(usize, usize)> = Vec::new();
        let (mut worth, mut end) = (0, first.bytes.end);
        for place in window {
            for slot in place.slots.clone() {
                if !seen.contains(&(place.branch, slot)) {
                    seen.push((place.branch, slot));
                    worth += if place.chained { CHAIN_WORTH } else { 1 };
                    end = end.max(place.bytes.end);
                }
            }
        }
        if best.as_ref().is_none_or(|(most, _)| worth > *most) {
            best = Some((worth, first.bytes.start..end));
        }
    }
    best
}

/// Grows a stretch to a passage inside its zone, cut at white space.
fn passage(text: &str, zone: &Range<usize>, core: &Range<usize>) -> Range<usize> {
    let spare = PASSAGE.saturating_sub(core.len());
    let mut start = core.start.saturating_sub(spare / 3).max(zone.start);
    if core.start - zone.start <= NEAR_BEGIN {
        start = zone.start;
    } else if start > zone.start {
        start = word_begin(text, start, core.start);
    }
    let mut end = (start + PASSAGE).max(core.end).min(zone.end);
    if end < zone.end {
        end = word_end(text, end, core.end.max(start));
    }
    let part = &text[start..end];
    start += part.len() - part.trim_start().len();
    start..start + text[start..end].trim_end().len()
}

/// The first word that begins at or behind `at`, not behind `limit`.
fn word_begin(text: &str, at: usize, limit: usize) -> usize {
    let at = (at..=limit).find(|&at| text.is_char_boundary(at)).unwrap_or(limit);
    let mut chars = text[at..limit].char_indices().skip_while(|(_, c)| !c.is_whitespace());
    chars.find(|(_, c)| !c.is_whitespace()).map_or(limit, |(offset, _)| at + offset)
}

/// The end of the last word that ends at or before `at`, not before `limit`.
fn word_end(text: &str, at: usize, limit: usize) -> usize {
    let at = (limit..=at).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(limit);
    let begins_word = text[at..].starts_with(|c: char| !c.is_whitespace());
    if !begins_word {
        return at;
    }
    text[limit..at].rfind(char::is_whitespace).map_or(limit, |offset| limit + offset)
}

fn contains(outer: &Range<usize>, inner: &Range<usize>) -> bool {
    outer.start <= inner.start && inner.end <= outer.end
}

fn joins(c: char) -> bool {
    c.is_whitespace() || matches!(c, '/' | '-' | '.' | '–' | '—')
}

/// Joins places that touch, or that only white space or the signs inside dates part.
fn merge<'a>(text: &str, places: impl Iterator<Item = &'a Place>) -> Vec<Range<usize>> {
    let ranges = places.map(|place| place.bytes.clone());
    let mut merged: Vec<Range<usize>> = Vec::new();
    for range in ranges {
        match merged.last_mut() {
            Some(last)
                if range.start <= last.end || text[last.end..range.start].chars().all(joins) =>
            {
                last.end = last.end.max(range.end);
            }
            _ => merged.push(range),
        }
    }
    merged
}
