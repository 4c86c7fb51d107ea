//! Dates in text, in the forms Vietnamese writes them, and the numbers that only look like dates.
//!
//! | written | read as |
//! |---|---|
//! | ngày 14 tháng 10 năm 1930, 14/10/1930, 14-10-1930, 14.10.1930 | a day |
//! | tháng 10/1930, tháng 10 năm 1930, 10/1930 | a month |
//! | năm 1930 | a year |
//! | sáng 09/10, Chiều nay (12/10), ngày 9 tháng 10 | day and month |
//! | quý IV/2020, quý III | a quarter |
//! | 2017-2020, 2015 – 2020, từ năm 2017 đến năm 2020 | a period |
//! | 15/10/1930-15/10/2020 | a pair |
//! | 4/6 nhiệm vụ, 94,2%, 73/2014/QĐ-UBND, 0/6373…png | nothing |

use std::ops::Range;

use calendar::{Date, PartialDate};
use model::Span;

use crate::token::{Gap, Token, span};

/// A date as a text gives it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TextDate {
    /// The words.
    pub at: Span,
    /// What they say.
    pub value: DateValue,
    /// The text says that it is a lunar date (âm lịch): never to be read as a civil one.
    pub lunar: bool,
}

/// What the words of a date say, no more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateValue {
    /// A year, a month or a day.
    Date(PartialDate),
    /// Day and month without a year.
    DayMonth(DayMonth),
    /// A quarter, perhaps with its year.
    Quarter {
        /// 1 to 4.
        quarter: u8,
        /// The year, when printed.
        year: Option<i32>,
    },
    /// First and last year.
    Period {
        /// First year.
        from: i32,
        /// Last year, later than the first.
        to: i32,
    },
    /// Two dates of one precision, the earlier first.
    Pair {
        /// The earlier.
        from: PartialDate,
        /// The later.
        to: PartialDate,
    },
}

/// A day of any year. 29 February is one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DayMonth {
    /// 1 to 12.
    pub month: u8,
    /// 1 to 31.
    pub day: u8,
}

impl DayMonth {
    fn new(day: u32, month: u32) -> Option<Self> {
        // A leap year stands in, so that 29 February passes.
        let date = Date::new(2000, month, day).ok()?;
        Some(Self { month: date.month(), day: date.day() })
    }

    /// The day in one year, if that year has it.
    pub fn in_year(self, year: i32) -> Option<Date> {
        Date::new(year, self.month.into(), self.day.into()).ok()
    }
}

/// A date among tokens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Found {
    pub(crate) tokens: Range<usize>,
    pub(crate) value: DateValue,
    pub(crate) lunar: bool,
}

impl Found {
    pub(crate) fn text_date(&self, tokens: &[Token]) -> Option<TextDate> {
        let at = span(tokens.get(self.tokens.clone())?)?;
        Some(TextDate { at, value: self.value, lunar: self.lunar })
    }
}

/// The dates among the tokens of one block, in order, not overlapping.
pub(crate) fn dates(tokens: &[Token]) -> Vec<Found> {
    let mut found = Vec::new();
    let mut index = 0;
    while index < tokens.len() {
        match date_at(tokens, index) {
            Some(date) => {
                index = date.tokens.end;
                found.push(date);
            }
            None => index += 1,
        }
    }
    found
}

fn date_at(tokens: &[Token], index: usize) -> Option<Found> {
    let (value, end) = pair(tokens, index).or_else(|| single(tokens, index))?;
    Some(Found { tokens: index..end, value, lunar: is_lunar(&tokens[end..]) })
}

type Read<T> = Option<(T, usize)>;

/// Two dates joined by a dash or "đến", or two years.
fn pair(tokens: &[Token], index: usize) -> Read<DateValue> {
    let (from, end) = single(tokens, index).and_then(whole_date)?;
    let (to, end) = single(tokens, joint(tokens, end)?).and_then(whole_date)?;
    match (from, to) {
        (PartialDate::Year(from), PartialDate::Year(to)) => {
            (from < to).then_some((DateValue::Period { from, to }, end))
        }
        (PartialDate::Month(..), PartialDate::Month(..))
        | (PartialDate::Day(_), PartialDate::Day(_)) => {
            (from < to).then_some((DateValue::Pair { from, to }, end))
        }
        _ => None,
    }
}

fn whole_date((value, end): (DateValue, usize)) -> Read<PartialDate> {
    match value {
        DateValue::Date(date) => Some((date, end)),
        _ => None,
    }
}

/// What joins the two dates of a pair: the index after it.
fn joint(tokens: &[Token], index: usize) -> Option<usize> {
    let token = tokens.get(index)?;
    match () {
        () if token.is_dash() => Some(index + 1),
        () if token.is_any(&["đến", "tới", "/"]) => Some(index + 1),
        () => None,
    }
}

/// One date without its other half.
fn single(tokens: &[Token], index: usize) -> Read<DateValue> {
    let token = tokens.get(index)?;
    if token.is_number() {
        return number_date(tokens, index);
    }
    if !token.is_word() {
        return None;
    }
    match &*token.key {
        "ngày" | "mùng" | "mồng" => {
            let after = index
                + 1
                + usize::from(tokens.get(index + 1).is_some_and(|t| t.is_any(&["mùng", "mồng"])));
            day_in_words(tokens, after).or_else(|| date_in_figures(tokens, after)).or_else(|| {
                day_month_in_figures(tokens, after).map(|(d, e)| (DateValue::DayMonth(d), e))
            })
        }
        "tháng" => month_in_words(tokens, index + 1),
        "năm" => {
            year(tokens, index + 1).filter(|_| !follows_number(tokens, index)).map(date_value)
        }
        "quý" => quarter(tokens, index + 1),
        _ => None,
    }
}

fn date_value((date, end): (PartialDate, usize)) -> (DateValue, usize) {
    (DateValue::Date(date), end)
}

/// "5 năm 2016" is a span of years, but "tháng 5 năm 2016" is read from its beginning.
fn follows_number(tokens: &[Token], index: usize) -> bool {
    index > 0 && tokens[index - 1].is_number() && tokens[index].gap < Gap::Line
}

/// A date that begins with a figure.
fn number_date(tokens: &[Token], index: usize) -> Read<DateValue> {
    if is_inside_number(tokens, index) {
        return None;
    }
    date_in_figures(tokens, index)
        .or_else(|| day_in_words(tokens, index))
        .or_else(|| bare_years(tokens, index))
        .or_else(|| {
            let (date, end) = day_month_in_figures(tokens, index)?;
            tells_day(tokens, index).then_some((DateValue::DayMonth(date), end))
        })
}

/// Whether the figure is the tail of a longer number, path or code.
fn is_inside_number(tokens: &[Token], index: usize) -> bool {
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
fn date_in_figures(tokens: &[Token], index: usize) -> Read<DateValue> {
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

fn month_in_figures(tokens: &[Token], index: usize, signs: &[&str]) -> Read<PartialDate> {
    let [month, sign, year] = tokens.get(index..index + 3)? else { return None };
    if !sign.is_any(signs) || month.digits() > 2 || year.digits() != 4 || year.gap > Gap::Space {
        return None;
    }
    let year = year.number().filter(is_year)?;
    Some((month_of(year, month.number()?)?, index + 3))
}

fn month_of(year: u32, month: u32) -> Option<PartialDate> {
    let month = u8::try_from(month).ok().filter(|m| (1..=12).contains(m))?;
    Some(PartialDate::Month(year as i32, month))
}

/// A code such as 73/2014/QĐ-UBND, a percentage, or one more figure goes on after `end`.
fn is_code(tokens: &[Token], end: usize) -> bool {
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

/// "14 tháng 10 năm 1930", "14 tháng 10", "14 tháng 10/1930".
fn day_in_words(tokens: &[Token], index: usize) -> Read<DateValue> {
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
fn year_after(tokens: &[Token], index: usize) -> Read<i32> {
    let comma = usize::from(tokens.get(index).is_some_and(|t| t.is(",")));
    let sign = tokens.get(index + comma)?;
    let joined = sign.is("năm") || (comma == 0 && sign.is_any(&["/", "-", "."]));
    let (date, end) = year(tokens, index + comma + 1).filter(|_| joined)?;
    Some((date.year(), end))
}

fn year(tokens: &[Token], index: usize) -> Read<PartialDate> {
    let token = tokens.get(index).filter(|t| t.digits() == 4 && t.gap <= Gap::Line)?;
    let year = token.number().filter(is_year)?;
    Some((PartialDate::Year(year as i32), index + 1))
}

fn is_year(year: &u32) -> bool {
    (1000..=2200).contains(year)
}

/// "10/1930", "10 năm 1930" after "tháng". A month without a year says too little to keep.
fn month_in_words(tokens: &[Token], index: usize) -> Read<DateValue> {
    if let Some(month) = month_in_figures(tokens, index, &["/", "-", "."]) {
        return (!is_code(tokens, month.1)).then(|| date_value(month));
    }
    let month = tokens.get(index).filter(|t| (1..=2).contains(&t.digits()))?.number()?;
    let (year, end) = year_after(tokens, index + 1)?;
    Some(date_value((month_of(year as u32, month)?, end)))
}

/// "IV/2020", "3", "III năm 2020" after "quý".
fn quarter(tokens: &[Token], index: usize) -> Read<DateValue> {
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

/// "2017-2020": only two years together are dates without the word "năm".
fn bare_years(tokens: &[Token], index: usize) -> Read<DateValue> {
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

/// Whether the words before a figure announce a day: "sáng", "ngày", "nay (".
fn tells_day(tokens: &[Token], index: usize) -> bool {
    const ANNOUNCE: [&str; 13] = [
        "ngày", "sáng", "trưa", "chiều", "tối", "đêm", "hôm", "nay", "qua", "mai", "mùng", "khuya",
        "lịch",
    ];
    let mut words = tokens[..index].iter().rev().skip_while(|t| t.is_any(&["(", ","]));
    words.next().is_some_and(|word| word.is_any(&ANNOUNCE))
}

fn is_lunar(after: &[Token]) -> bool {
    let words: Vec<&Token> = after.iter().filter(|t| t.is_word()).take(2).collect();
    let near = after.iter().take(3).filter(|t| t.is_word()).count() >= 2;
    near && matches!(words[..], [first, second] if first.is("âm") && second.is("lịch"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::token::tokens;

    fn told(value: DateValue) -> String {
        match value {
            DateValue::Date(date) => date.to_string(),
            DateValue::DayMonth(DayMonth { month, day }) => format!("--{month:02}-{day:02}"),
            DateValue::Quarter { quarter, year: Some(year) } => format!("{year}-Q{quarter}"),
            DateValue::Quarter { quarter, year: None } => format!("Q{quarter}"),
            DateValue::Period { from, to } => format!("{from}..{to}"),
            DateValue::Pair { from, to } => format!("{from}~{to}"),
        }
    }

    fn check(text: &str, expected: &[&str]) {
        let tokens = tokens(text, 0..text.len());
        let found: Vec<String> = dates(&tokens).iter().map(|f| told(f.value)).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn days() {
        for text in [
            "ngày 14 tháng 10 năm 1930",
            "14 tháng 10 năm 1930",
            "ngày 14 tháng 10, năm 1930",
            "ngày 14 tháng 10/1930",
            "14/10/1930",
            "14-10-1930",
            "14.10.1930",
            "ngày 14/10/1930",
            "14 /10/1930",
            "(14/10/1930)",
            "Ngày đăng: 14/10/1930",
            "ngày\u{a0}14/10/1930.",
        ] {
            check(text, &["1930-10-14"]);
        }
        check("sáng 09/10 và chiều ngày 8/10/2020", &["--10-09", "2020-10-08"]);
        check("LSO-Chiều nay (12/10), Ban", &["--10-12"]);
        check("ngày 9 tháng 10", &["--10-09"]);
        check("mùng 2 tháng 9 năm 1945", &["1945-09-02"]);
        check("Sáng nay 19-5, đoàn", &["--05-19"]);
        check("sáng 22.4, Ban", &["--04-22"]);
    }

    #[test]
    fn months_years_quarters_periods() {
        check(
            "tháng 10/1930, tháng 10 năm 1930, tháng 10-1930",
            &["1930-10", "1930-10", "1930-10"],
        );
        check("thành lập (10/1967)", &["1967-10"]);
        check("năm 1930", &["1930"]);
        check("quý IV/2020, quý III, quý 1 năm 2021", &["2020-Q4", "Q3", "2021-Q1"]);
        check("giai đoạn 2017-2020, 2015 – 2020", &["2017..2020", "2015..2020"]);
        check("từ năm 2017 đến năm 2020", &["2017..2020"]);
        check("nhiệm kỳ 2020-2025", &["2020..2025"]);
    }

    #[test]
    fn pairs_with_every_dash() {
        for text in [
            "(15/10/1930-15/10/2020)",
            "(15/10/1930 - 15/10/2020)",
            "(15/10/1930 – 15/10/2020)",
            "(15/10/1930— 15/10/2020)",
            "15-10-1930-15-10-2020",
            "15-10-1930 / 15-10-2020",
            "( 15/10/1930-15 /10/2020)",
            "từ 15/10/1930 đến 15/10/2020",
            "ngày 15/10/1930 đến ngày 15/10/2020",
            "15.10.1930 – 15.10.2020",
        ] {
            check(text, &["1930-10-15~2020-10-15"]);
        }
        check("(10/1967 - 10/2017)", &["1967-10~2017-10"]);
    }

    #[test]
    fn what_only_looks_like_a_date() {
        check("hoàn thành 4/6 nhiệm vụ", &[]);
        check("0/637382914550614577446.png", &[]);
        check("đạt 94,2% và 88,85%", &[]);
        check("Quyết định 73/2014/QĐ-UBND", &[]);
        check("Nghị định 15/2018/NĐ-CP", &[]);
        check("số 315/UBMT", &[]);
        check("31/4/2020 30/2/2020 12/13/2020", &[]);
        check("dài 7.5km, 2.300 trang, 12.10.20", &[]);
        check("phiếu 41/45", &[]);
        check("5 năm 2016", &[]);
        check("Tỷ lệ 12/10", &[]);
        check("10/3/2020%", &[]);
        check("", &[]);
    }

    #[test]
    fn lunar_dates_are_marked() {
        for (text, lunar) in
            [("ngày 10/3 âm lịch", true), ("ngày 10/3 (âm lịch)", true), ("ngày 10/3, tại", false)]
        {
            let tokens = tokens(text, 0..text.len());
            assert_eq!(dates(&tokens)[0].lunar, lunar, "{text}");
        }
    }
}
