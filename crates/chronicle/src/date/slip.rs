//! Pairs in brackets whose founding has a slip: "(27/71947 - 27/7/2017)", "(10/1 96 7-10/2017)".
//!
//! Day and month stand on both sides, so that the later date is sure; the founding is left to be
//! counted back, and is not read from a slip.

use calendar::{Date, PartialDate};

use super::{DateValue, Read, is_year};
use crate::token::{Gap, Token};

/// The longest bracket, in tokens.
const LONGEST: usize = 16;

/// The later date of a slipped pair, from the first figure after the bracket to the last before it
/// closes.
pub(super) fn slipped_pair(tokens: &[Token], index: usize) -> Read<DateValue> {
    let opened = index.checked_sub(1).is_some_and(|at| tokens[at].is("("));
    if !opened || !tokens[index].is_number() {
        return None;
    }
    let rest = &tokens[index..tokens.len().min(index + LONGEST)];
    let close = rest.iter().position(|t| t.is(")"))?;
    let inside = &rest[..close];
    let plain = |t: &Token| t.is_number() || t.is_dash() || t.is_any(&["/", "."]);
    if !inside.iter().all(|t| plain(t) && t.gap < Gap::Block) {
        return None;
    }
    let numbers: Vec<&str> = inside.iter().filter(|t| t.is_number()).map(|t| &*t.key).collect();
    let (&year, before) = numbers.split_last()?;
    let year = (year.len() == 4).then(|| year.parse().ok())?.filter(is_year)? as i32;
    let date = day(before, year).or_else(|| month(before, year))?;
    Some((DateValue::Date(date), index + close))
}

fn day(numbers: &[&str], year: i32) -> Option<PartialDate> {
    let (founding, [day, month]) = numbers.split_last_chunk::<2>()?;
    repeats(founding, &[day, month])
        .then(|| Date::new(year, month.parse().ok()?, day.parse().ok()?).ok())?
        .map(PartialDate::from)
}

fn month(numbers: &[&str], year: i32) -> Option<PartialDate> {
    let (founding, [month]) = numbers.split_last_chunk::<1>()?;
    let number: u8 = month.parse().ok().filter(|month| (1..=12).contains(month))?;
    repeats(founding, &[month]).then_some(PartialDate::Month(year, number))
}

/// Whether the digits of the founding are those of the later day and month, and then of a year,
/// perhaps one short.
fn repeats(founding: &[&str], later: &[&str]) -> bool {
    let plain = |number: &&str| number.trim_start_matches('0').to_owned();
    let digits = |numbers: &[&str]| numbers.iter().map(plain).collect::<String>();
    let same_start = founding.first().map(plain) == later.first().map(plain);
    let all = digits(founding);
    let year = all.strip_prefix(&digits(later));
    same_start && year.is_some_and(|year| (3..=4).contains(&year.len()))
}
