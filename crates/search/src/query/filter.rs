//! Which documents of a segment may be found at all: filters and exclusions.

use super::dates;
use super::evidence::Evidence;
use super::parse::{self, Item};
use super::plan::{self, Plan};
use super::values::NOTHING;
use crate::columns::Column;
use crate::index::Index;
use crate::term;

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

/// Whether each document of a segment meets all wishes.
/// What is lost meets none.
pub(crate) fn allowed(index: &Index, segment: usize, wishes: &[Wish<'_>]) -> Vec<bool> {
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
        && let Ok(number) = value.parse::<i32>()
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
    Some((from.trim().parse().ok()?, to.trim().parse().ok()?))
}

/// Forbids the documents of a segment that hold one of the phrases.
pub(crate) fn exclude(
    index: &Index,
    segment: usize,
    without: &[Vec<String>],
    allowed: &mut [bool],
) {
    for phrase in without {
        let quoted = phrase.len() > 1;
        let items: Vec<Item> = if quoted {
            vec![Item::Phrase(phrase.clone())]
        } else {
            phrase.iter().map(|key| Item::Word { key: key.clone(), capitals: false }).collect()
        };
        let plan: Plan = plan::plan(index, &[], &items, false);
        let evidence = Evidence::collect(index, segment, &plan);
        for (document, allowed) in allowed.iter_mut().enumerate() {
            if *allowed && evidence.values.iter().all(|values| values[document] != NOTHING) {
                let together = !quoted || evidence.phrase(document as u32, 0..plan.slots.len());
                *allowed = !together;
            }
        }
    }
}
