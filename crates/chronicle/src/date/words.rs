//! Dates in words: "14 tháng 10 năm 1930", "tháng 10 năm 1930", "quý IV/2020".

use calendar::Date;

use super::figures::{is_code, month_in_figures, month_of};
use super::{DateValue, DayMonth, Read, date_value, year};
use crate::token::Token;

/// "14 tháng 10 năm 1930", "14 tháng 10", "14 tháng 10/1930".
pub(super) fn day_in_words(tokens: &[Token], index: usize) -> Read<DateValue> {
    let [day, word, month] = tokens.get(index..index + 3)? else { return None };
    if day.digits() > 2 || !word.is("tháng") || month.digits() > 2 {
        return None;
    }
    let end = index + 3;
    let (day, month) = (day.number()?, month.number()?);
    if let Some((year, end)) = year_after(tokens, end) {
        let date = Date::new(year, month, day).ok()?;
        return Some((DateValue::Date(date.into()), end));
    }
    Some((DateValue::DayMonth(DayMonth::new(day, month)?), end))
}

/// ", năm 1930", "năm 1930", "/1930", "-1930".
pub(super) fn year_after(tokens: &[Token], index: usize) -> Read<i32> {
    let comma = usize::from(tokens.get(index).is_some_and(|t| t.is(",")));
    let sign = tokens.get(index + comma)?;
    let joined = sign.is("năm") || (comma == 0 && sign.is_any(&["/", "-", "."]));
    let (date, end) = year(tokens, index + comma + 1).filter(|_| joined)?;
    Some((date.year(), end))
}

/// "10/1930", "10 năm 1930" after "tháng". A month without a year says too little to keep.
pub(super) fn month_in_words(tokens: &[Token], index: usize) -> Read<DateValue> {
    if let Some(month) = month_in_figures(tokens, index, &["/", "-", "."]) {
        return (!is_code(tokens, month.1)).then(|| date_value(month));
    }
    let month = tokens.get(index).filter(|t| (1..=2).contains(&t.digits()))?.number()?;
    let (year, end) = year_after(tokens, index + 1)?;
    Some(date_value((month_of(year as u32, month)?, end)))
}

/// "IV/2020", "3", "III năm 2020" after "quý".
pub(super) fn quarter(tokens: &[Token], index: usize) -> Read<DateValue> {
    let quarter = match &*tokens.get(index)?.key {
        "i" | "1" => 1,
        "ii" | "2" => 2,
        "iii" | "3" => 3,
        "iv" | "4" => 4,
        _ => return None,
    };
    match year_after(tokens, index + 1) {
        Some((year, end)) => Some((DateValue::Quarter { quarter, year: Some(year) }, end)),
        None => Some((DateValue::Quarter { quarter, year: None }, index + 1)),
    }
}
