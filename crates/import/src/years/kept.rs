//! The days and years in which anniversaries are kept, by the brackets that print them with their
//! founding.

use calendar::Date;

use super::tail_of;
use crate::words::{fold, is_space};

/// The days on which anniversaries are kept, by the brackets that print them with their founding:
/// "(15/10/1930 - 15/10/2020)", "(10/1967-10/2017)". A slip in the founding's year, such as
/// "(27/71947 - 27/7/2017)", does not matter: day and month say that it is one.
pub(super) fn kept(text: &str) -> impl Iterator<Item = Date> + '_ {
    const LONGEST: usize = 60;
    text.match_indices('(').filter_map(|(open, _)| {
        let inside = &text[open + 1..];
        let close = inside.find(')').filter(|close| *close <= LONGEST)?;
        pair_end(&inside[..close])
    })
}

/// The later day of a pair of one day and month, or the middle of the later month.
fn pair_end(inside: &str) -> Option<Date> {
    let plain =
        |c: char| c.is_ascii_digit() || is_space(c) || matches!(c, '/' | '.' | '-' | '–' | '—');
    if !inside.chars().all(plain) {
        return None;
    }
    let numbers: Vec<&str> =
        inside.split(|c: char| !c.is_ascii_digit()).filter(|n| !n.is_empty()).collect();
    let (year, rest) = numbers.split_last()?;
    let year: i32 = (year.len() == 4).then(|| year.parse().ok())??;
    let same = |count: usize| {
        let (from, to) = rest.split_at_checked(rest.len().checked_sub(count)?)?;
        let digits = |numbers: &[&str]| -> String {
            numbers.iter().map(|number| number.trim_start_matches('0')).collect()
        };
        let plain = |numbers: &[&str]| Some(numbers.first()?.trim_start_matches('0').to_owned());
        if plain(from) != plain(to) {
            return None;
        }
        let left = digits(from);
        let founding = left.strip_prefix(&digits(to))?;
        // What is left of the founding is its year, perhaps short of a digit.
        (3..=4).contains(&founding.len()).then(|| {
            let number = |at: usize| to.get(at).and_then(|n: &&str| n.parse().ok());
            (number(0), number(1))
        })
    };
    if let Some((Some(day), Some(month))) = same(2)
        && let Ok(date) = Date::new(year, month, day)
    {
        return Some(date);
    }
    match same(1) {
        Some((Some(month), _)) => Date::new(year, month, 15).ok(),
        _ => None,
    }
}

/// The years in which anniversaries are kept, by brackets that print both years and a count that is
/// their difference: "kỷ niệm 50 năm … (1969-2019)". One that is only looked forward to tells none.
pub(super) fn counted(text: &str) -> impl Iterator<Item = i32> + '_ {
    const LOOK: usize = 160;
    const LONGEST: usize = 16;
    text.match_indices('(').filter_map(|(open, _)| {
        let inside = &text[open + 1..];
        let close = inside.find(')').filter(|close| *close <= LONGEST)?;
        let (from, to) = inside[..close].split_once(['-', '–', '—'])?;
        let year = |text: &str| -> Option<i32> {
            let text = text.trim();
            (text.len() == 4).then(|| text.parse().ok())?
        };
        let (from, to) = (year(from)?, year(to)?);
        let before = fold(tail_of(&text[..open], LOOK));
        let count = format!(" {} nam ", to.checked_sub(from).filter(|years| *years > 0)?);
        let (lead, _) = before.rsplit_once(&count)?;
        let lead = tail_of(lead, 40);
        let said = ["ky niem", "mung", "tron"].iter().any(|word| lead.ends_with(word));
        let ahead = ["huong toi", "tien toi", "chuan bi"].iter().any(|words| lead.contains(words));
        (said && !ahead).then_some(to)
    })
}
