//! Dates in figures: 14/10/1930, 10/1930, 2017-2020, 09/10; and the numbers that only look so.

use calendar::{Date, PartialDate};

use super::{DateValue, DayMonth, Read, date_value, is_year, year};
use crate::token::{Gap, Token};

/// Whether the figure is the tail of a longer number, path or code.
pub(super) fn is_inside_number(tokens: &[Token], index: usize) -> bool {
    if tokens[index].gap != Gap::None || index == 0 {
        return false;
    }
    let before = &tokens[index - 1];
    let glued_number = |at: usize| {
        tokens[at].gap == Gap::None
            && at > 0
            && (tokens[at - 1].is_number() || tokens[at - 1].is_word())
    };
    before.is_word() || (before.is_any(&["/", ",", ".", ":", "+", "="]) && glued_number(index - 1))
}

/// D/M/Y or M/Y with `/`, `-` or `.`.
pub(super) fn date_in_figures(tokens: &[Token], index: usize) -> Read<DateValue> {
    day_in_figures(tokens, index)
        .or_else(|| month_in_figures(tokens, index, &["/"]))
        .filter(|(_, end)| !is_code(tokens, *end))
        .map(date_value)
}

fn day_in_figures(tokens: &[Token], index: usize) -> Read<PartialDate> {
    let [day, first, month, second, year] = tokens.get(index..index + 5)? else { return None };
    let separated = first.is_any(&["/", "-", "."])
        && second.key == first.key
        && [first, month, second, year].iter().all(|t| t.gap < Gap::Line);
    let spaces = [first, month, second, year].iter().filter(|t| t.gap == Gap::Space).count();
    if !separated || spaces > 2 || day.digits() > 2 || month.digits() > 2 || year.digits() != 4 {
        return None;
    }
    let year = year.number().filter(is_year)?;
    let date = Date::new(year as i32, month.number()?, day.number()?).ok()?;
    Some((date.into(), index + 5))
}

pub(super) fn month_in_figures(
    tokens: &[Token],
    index: usize,
    signs: &[&str],
) -> Read<PartialDate> {
    let [month, sign, year] = tokens.get(index..index + 3)? else { return None };
    if !sign.is_any(signs) || month.digits() > 2 || year.digits() != 4 || year.gap > Gap::Space {
        return None;
    }
    let year = year.number().filter(is_year)?;
    Some((month_of(year, month.number()?)?, index + 3))
}

pub(super) fn month_of(year: u32, month: u32) -> Option<PartialDate> {
    let month = u8::try_from(month).ok().filter(|m| (1..=12).contains(m))?;
    Some(PartialDate::Month(year as i32, month))
}

/// A code such as 73/2014/QĐ-UBND, a percentage, or one more figure goes on after `end`.
pub(super) fn is_code(tokens: &[Token], end: usize) -> bool {
    let (Some(sign), next) = (tokens.get(end), tokens.get(end + 1)) else { return false };
    if sign.gap != Gap::None {
        return false;
    }
    let glued = next.is_some_and(|t| t.gap == Gap::None && (t.is_word() || t.is_number()));
    sign.is("%")
        || (sign.is("/") && next.is_some_and(|t| t.gap == Gap::None && t.is_word()))
        || (sign.is_dash() && next.is_some_and(|t| t.gap == Gap::None && t.is_word()))
        || (sign.is_any(&[",", "."]) && glued && next.is_some_and(Token::is_number))
        || sign.is_word()
}

/// "2017-2020": only two years together are dates without the word "năm".
pub(super) fn bare_years(tokens: &[Token], index: usize) -> Read<DateValue> {
    let (from, end) = year(tokens, index)?;
    let dash = tokens.get(end).filter(|t| t.is_dash())?;
    let (to, end) = year(tokens, end + 1).filter(|_| dash.gap <= Gap::Space)?;
    let period = DateValue::Period { from: from.year(), to: to.year() };
    (from < to && !is_code(tokens, end)).then_some((period, end))
}

/// "09/10", "9-10", "9.10": a date only where the words before it say so.
pub(crate) fn day_month_in_figures(tokens: &[Token], index: usize) -> Read<DayMonth> {
    let [day, sign, month] = tokens.get(index..index + 3)? else { return None };
    let figures = (1..=2).contains(&day.digits()) && (1..=2).contains(&month.digits());
    if !figures || !sign.is_any(&["/", "-", "."]) || sign.gap != Gap::None || month.gap != Gap::None
    {
        return None;
    }
    let end = index + 3;
    let goes_on = tokens.get(end).is_some_and(|t| t.gap == Gap::None && t.is_any(&["/", "%", "-"]))
        && tokens.get(end + 1).is_some_and(|t| t.gap == Gap::None);
    if goes_on || is_code(tokens, end) {
        return None;
    }
    Some((DayMonth::new(day.number()?, month.number()?)?, end))
}
