//! Marks and passages: from the places where the words of a query stand, the passage that shows most
//! of them. Marks cover the text as printed, whatever was typed.

use std::ops::Range;

use crate::document::Zone;
use crate::sight::{Place, Sight};

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

/// Length of a passage in bytes, some 200 characters.
const PASSAGE: usize = 270;
/// A passage that would begin this near to its paragraph's begin begins there.
const NEAR_BEGIN: usize = 60;
/// What a run of all words is worth against each of them alone.
const CHAIN_WORTH: usize = 4;

impl Sight {
    /// Byte ranges of the title to mark.
    pub fn title_marks(&self, title: &str) -> Vec<Range<usize>> {
        merge(title, worth_marking(&self.title))
    }

    /// The passage that shows most of the words, from one of the zones of the text that was looked
    /// at; the opening of the first zone when none shows any. `None` without zones.
    pub fn snippet(&self, text: &str, zones: &[(Zone, Range<usize>)]) -> Option<Snippet> {
        // Worth, core, and number of the zone.
        let mut best: Option<(usize, Range<usize>, usize)> = None;
        for (at, ((_, zone), (_, places))) in zones.iter().zip(&self.zones).enumerate() {
            if text.get(zone.clone()).is_none() {
                continue;
            }
            let (worth, core) = core(places).unwrap_or((0, zone.start..zone.start));
            if best.as_ref().is_none_or(|(most, ..)| worth > *most) {
                best = Some((worth, core, at));
            }
        }
        let (_, core, at) = best?;
        let ((_, zone), (_, places)) = (zones.get(at)?, self.zones.get(at)?);
        let range = passage(text, zone, &core);
        let inside: Vec<Place> =
            places.iter().filter(|place| contains(&range, &place.bytes)).cloned().collect();
        let marks = merge(text, worth_marking(&inside));
        let marks = marks.into_iter().map(|m| m.start - range.start..m.end - range.start).collect();
        let blank = |part: &str| part.trim_start().is_empty();
        Some(Snippet {
            cut_before: !blank(&text[zone.start..range.start]),
            cut_after: !blank(&text[range.end..zone.end]),
            range,
            marks,
        })
    }
}

/// The chained places if there are any, else all.
fn worth_marking(places: &[Place]) -> impl Iterator<Item = &Place> {
    let chained = places.iter().any(|place| place.chained);
    places.iter().filter(move |place| place.chained || !chained && !place.faint)
}

/// The stretch with the most different words, runs of all of them above all, and its worth.
fn core(places: &[Place]) -> Option<(usize, Range<usize>)> {
    let mut best: Option<(usize, Range<usize>)> = None;
    for (at, first) in places.iter().enumerate().filter(|(_, place)| !place.faint) {
        let fits = |place: &&Place| place.bytes.end <= first.bytes.start + PASSAGE;
        let window = places[at..].iter().take_while(fits).filter(|place| !place.faint);
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
