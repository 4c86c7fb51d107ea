//! Which documents of a segment may be found at all: filters and exclusions.

use super::dates;
use super::evidence::Evidence;
use super::parse::{self, Item};
use super::plan::{self, Plan};
use crate::columns::Column;
use crate::directory::DROPPED;
use crate::index::Index;
use crate::term::{self, trim};

/// A wish on a field: any of these values.
pub(crate) struct Wish<'a> {
    pub(crate) field: &'a str,
    pub(crate) value: Value<'a>,
}

/// How a value is named.
pub(crate) enum Value<'a> {
    /// One of these, as the index has them.
    Any(&'a [String]),
    /// Typed by the reader: folded words that the value has side by side; for numbers also a range.
    Typed(&'a str),
}

/// Which documents of a segment may answer.
pub(crate) struct Allowed {
    /// By document, met or not.
    pub(crate) may: Vec<bool>,
    /// By document, a bit for each chosen filter that it does not meet; nothing when none is chosen.
    unmet: Vec<u8>,
}

impl Allowed {
    /// By typed and chosen filters and exclusions. What is dropped may not.
    pub(crate) fn new(
        index: &Index,
        segment: usize,
        typed: &[Wish<'_>],
        chosen: &[Wish<'_>],
        without: &[Vec<String>],
    ) -> Self {
        let mut may = allowed(index, segment, typed);
        let mut unmet = Vec::new();
        for (at, wish) in chosen.iter().enumerate() {
            let met = allowed(index, segment, std::slice::from_ref(wish));
            if at < 8 {
                unmet.resize(may.len(), 0u8);
                let of = unmet.iter_mut().zip(met);
                of.for_each(|(unmet, met)| *unmet |= u8::from(!met) << at);
            } else {
                may.iter_mut().zip(met).for_each(|(may, met)| *may &= met);
            }
        }
        let of = &index.segments[segment];
        if !of.is_whole() {
            for (may, number) in may.iter_mut().zip(&of.numbers) {
                *may &= *number != DROPPED;
            }
        }
        exclude(index, segment, without, &mut may);
        Self { may, unmet }
    }

    /// The documents that may answer, met or not.
    pub(crate) fn documents(&self) -> impl Iterator<Item = usize> {
        self.may.iter().enumerate().filter(|(_, may)| **may).map(|(document, _)| document)
    }

    /// A bit for each chosen filter that a document does not meet.
    pub(crate) fn unmet(&self, document: u32) -> u8 {
        self.unmet.get(document as usize).copied().unwrap_or(0)
    }
}

/// Whether each document of a segment meets all wishes.
/// What is lost meets none.
fn allowed(index: &Index, segment: usize, wishes: &[Wish<'_>]) -> Vec<bool> {
    let mut allowed = vec![true; index.segments[segment].head.documents as usize];
    if wishes.is_empty() {
        return allowed;
    }
    let Some(columns) = index.columns(segment) else {
        allowed.fill(false);
        return allowed;
    };
    for wish in wishes {
        if let (parse::DATE, Value::Typed(typed)) = (wish.field, &wish.value) {
            let (from, to) = dates::days(typed).unwrap_or((i32::MIN, i32::MAX));
            for (allowed, day) in allowed.iter_mut().zip(&columns.days) {
                *allowed &= day.is_some_and(|day| (from..=to).contains(&day));
            }
            continue;
        }
        let Some(column) = columns.fields.iter().find(|column| column.name == wish.field) else {
            allowed.fill(false);
            return allowed;
        };
        let fits = fitting(column, &wish.value);
        for (document, allowed) in allowed.iter_mut().enumerate() {
            *allowed &= column.of(document as u32).iter().any(|&value| fits[value as usize]);
        }
    }
    allowed
}

fn fitting(column: &Column, wish: &Value<'_>) -> Vec<bool> {
    match wish {
        Value::Any(values) => column.values.iter().map(|value| values.contains(value)).collect(),
        Value::Typed(typed) => {
            let wanted = folded(typed);
            let range = range(typed);
            column.values.iter().map(|value| meets(value, &wanted, range)).collect()
        }
    }
}

fn meets(value: &str, wanted: &[String], range: Option<(i32, i32)>) -> bool {
    if let Some((from, to)) = range
        && let Some(number) = number(value)
    {
        return (from..=to).contains(&number);
    }
    !wanted.is_empty() && folded(value).windows(wanted.len()).any(|words| words == wanted)
}

fn folded(text: &str) -> Vec<String> {
    term::keys(text).iter().map(|(key, _)| term::fold(key)).collect()
}

/// `2015-2020`, `2015..2020`.
fn range(typed: &str) -> Option<(i32, i32)> {
    let between = |c: char| matches!(c, '.' | '-' | '–' | '—');
    let (from, to) = typed.split_once(between)?;
    let to = to.trim_start_matches(between);
    Some((number(trim(from))?, number(trim(to))?))
}

/// A number of up to nine digits.
fn number(text: &str) -> Option<i32> {
    let digits = (1..10).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    digits.then(|| text.bytes().fold(0, |number, b| number * 10 + i32::from(b - b'0')))
}

/// Forbids the documents of a segment that hold one of the phrases.
fn exclude(index: &Index, segment: usize, without: &[Vec<String>], allowed: &mut [bool]) {
    for phrase in without {
        let quoted = phrase.len() > 1;
        let items: Vec<Item> = if quoted {
            vec![Item::Phrase(phrase.clone())]
        } else {
            phrase.iter().map(|key| Item::Word { key: key.clone(), capitals: false }).collect()
        };
        let plan: Plan = plan::plan(index, &[], &items, false);
        let evidence = Evidence::collect(index, segment, &plan);
        let all = (1u64 << plan.slots.len()) - 1;
        for ((document, allowed), seen) in (0..).zip(allowed.iter_mut()).zip(&evidence.seen) {
            if *allowed && *seen & all == all {
                *allowed = quoted && !evidence.phrase(document, 0..plan.slots.len());
            }
        }
    }
}
