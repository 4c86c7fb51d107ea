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
//! | (27/71947 - 27/7/2017) | the later day: the earlier has a slip |
//! | 4/6 nhiệm vụ, 94,2%, 73/2014/QĐ-UBND, 0/6373…png | nothing |

mod figures;
mod slip;
mod words;

use std::ops::Range;

use calendar::{Date, PartialDate};
use model::Span;

use crate::token::{Gap, Token, span};

pub(crate) use self::figures::day_month_in_figures;
use self::figures::{bare_years, date_in_figures, is_inside_number};
use self::slip::slipped_pair;
use self::words::{day_in_words, month_in_words, quarter};

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
    let (value, end) = pair(tokens, index)
        .or_else(|| slipped_pair(tokens, index))
        .or_else(|| single(tokens, index))?;
    Some(Found { tokens: index..end, value, lunar: is_lunar(&tokens[end..]) })
}

type Read<T> = Option<(T, usize)>;

/// Two dates joined by a dash or "đến", or two years.
fn pair(tokens: &[Token], index: usize) -> Read<DateValue> {
    let (from, end) = single(tokens, index).and_then(whole_date)?;
    let next = joint(tokens, end)?;
    // "(21-6-1925/21-6-2017)": within dates that are written with dashes, a stroke joins two.
    let by_stroke = tokens[next - 1].is("/") && !tokens[index..end].iter().any(|t| t.is("/"));
    let to = if by_stroke { date_in_figures(tokens, next) } else { None };
    let (to, end) = to.or_else(|| single(tokens, next)).and_then(whole_date)?;
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

fn year(tokens: &[Token], index: usize) -> Read<PartialDate> {
    let token = tokens.get(index).filter(|t| t.digits() == 4 && t.gap <= Gap::Line)?;
    let year = token.number().filter(is_year)?;
    Some((PartialDate::Year(year as i32), index + 1))
}

fn is_year(year: &u32) -> bool {
    (1000..=2200).contains(year)
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

/// Whether the words after a date make it a lunar one.
pub(crate) fn is_lunar(after: &[Token]) -> bool {
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
            "(15-10-1930/15-10-2020)",
            "15.10.1930/15.10.2020",
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
    fn pairs_with_a_slip_in_the_founding_give_the_later_date() {
        check("(27/71947 -27/7/2017)", &["2017-07-27"]);
        check("(11-6/-948-11-6-2018)", &["2018-06-11"]);
        check("(10/1 96 7-10/2017)", &["2017-10"]);
        check("(3/5 và 12/2018)", &["2018-12"]);
        check("(1/2016-12/2020)", &["2016-01~2020-12"]);
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
