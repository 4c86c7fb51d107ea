//! Dates as a page prints them: "15/10/2020", "8-10", "5 và 6/3", "ngày 8 tháng 10 năm 2020".
//!
//! This reader knows the forms of datelines and of a report's opening, no more; the chronicle
//! crate reads dates anywhere in the text.

use std::ops::Range;

use calendar::Date;

use crate::words::{is_space, word_at};

/// A day as printed; whether the calendar has it is asked by [`Printed::date`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Printed {
    /// Day of the month; of several days ("5 và 6/3"), the first.
    pub(crate) day: u32,
    /// Month, 1 to 12 when it is a date at all.
    pub(crate) month: u32,
    /// Absent in "12/10".
    pub(crate) year: Option<i32>,
    /// The characters.
    pub(crate) at: Range<usize>,
}

impl Printed {
    /// The day, when the year is printed and the calendar has it.
    pub(crate) fn date(&self) -> Option<Date> {
        self.in_year(self.year?)
    }

    /// The day in a year.
    pub(crate) fn in_year(&self, year: i32) -> Option<Date> {
        Date::new(year, self.month, self.day).ok()
    }
}

/// Numbers in a run at most: two whole dates.
const LONGEST_RUN: usize = 6;

/// The first and last year that a page on the web, or a day it speaks of, plausibly has.
pub(crate) const YEARS: Range<i32> = 1800..2200;

/// All dates of a text that have at least a day and a month, in order. Pairs such as
/// "15/10/1930-15/10/2020" give both, ranges such as "5-6/3/2020" their first day; fractions
/// cannot be told from days here ("4/6 nhiệm vụ"): ask for a word before them.
pub(crate) fn dates(text: &str) -> Vec<Printed> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(offset) = text[at..].find(|c: char| c.is_ascii_digit()) {
        let start = at + offset;
        let (printed, end) = match worded(text, start) {
            Some(printed) => (vec![printed.clone()], printed.at.end),
            None => numeric(text, start),
        };
        found.extend(printed);
        at = end;
    }
    found
}

/// A number of at most four digits at `at`, with its end.
fn number(text: &str, at: usize) -> Option<(u32, usize)> {
    let digits = text[at..].bytes().take_while(u8::is_ascii_digit).count();
    let value = (1..=4).contains(&digits).then(|| text[at..at + digits].parse().ok())??;
    Some((value, at + digits))
}

/// What stands between two numbers of a date: `/`, `-`, `.` or a dash, blanks allowed around it.
fn separator(text: &str, at: usize) -> Option<(char, usize)> {
    let rest = text[at..].trim_start_matches([' ', '\u{a0}']);
    let mark = rest.chars().next()?;
    let plain = if matches!(mark, '–' | '—') { '-' } else { mark };
    let after = rest[mark.len_utf8()..].trim_start_matches([' ', '\u{a0}']);
    let spaced = rest.len() < text.len() - at || after.len() < rest.len() - mark.len_utf8();
    // "ngày 12. 10 người" is two sentences: only dashes and slashes may stand apart.
    let fits = matches!(plain, '/' | '-') || (plain == '.' && !spaced);
    fits.then_some((plain, text.len() - after.len()))
}

/// The run of numbers that starts at `start`, read as one or two dates; and where it ends.
fn numeric(text: &str, start: usize) -> (Vec<Printed>, usize) {
    let glued = |c: char| c.is_alphanumeric() || matches!(c, '/' | ':');
    let glued = text[..start].chars().next_back().is_some_and(glued);
    let mut numbers: Vec<(u32, Range<usize>)> = Vec::new();
    let mut marks = Vec::new();
    let mut at = start;
    while let Some((value, end)) = number(text, at) {
        numbers.push((value, at..end));
        match separator(text, end) {
            Some((mark, next)) if numbers.len() < LONGEST_RUN && number(text, next).is_some() => {
                marks.push(mark);
                at = next;
            }
            _ => break,
        }
    }
    let Some(end) = numbers.last().map(|(_, range)| range.end) else {
        let digits = text[start..].bytes().take_while(u8::is_ascii_digit).count();
        return (Vec::new(), start + digits);
    };
    // "08/2016/NĐ-CP" and "94,2" go on: not dates.
    let mut rest = text[end..].chars();
    let goes_on = match rest.next() {
        Some('/' | '-' | ',' | '.') => {
            let next = rest.next();
            let joined = next.is_some_and(char::is_alphanumeric);
            joined
                && !(text[end..].starts_with(['-', '.', ','])
                    && next.is_some_and(char::is_alphabetic))
        }
        Some(c) => c.is_alphanumeric() || c == '%',
        None => false,
    };
    if !glued && !goes_on {
        let found = group(&numbers, &marks);
        if !found.is_empty() {
            return (found, end);
        }
    }
    // "06/03/2021 - 09:15", "15/10/1930-15/10": a whole date, then something else.
    let parted = numbers.len() > 3 && marks[2] != marks[1] && !glued;
    if parted {
        let found = group(&numbers[..3], &marks[..2]);
        if found.first().is_some_and(|date| date.year.is_some()) {
            return (found, numbers[2].1.end);
        }
    }
    // "08:30 - 15/10/2020": what cannot begin a date may stand before one.
    let end = numbers.first().map_or(end, |(_, first)| first.end);
    (Vec::new(), end)
}

/// Numbers and the marks between them as dates.
fn group(numbers: &[(u32, Range<usize>)], marks: &[char]) -> Vec<Printed> {
    let n = |index: usize| numbers[index].0;
    let printed = |day: u32, month: u32, year: Option<u32>, range: Range<usize>| Printed {
        day,
        month,
        year: year.map(|year| year as i32),
        at: numbers[range.start].1.start..numbers[range.end - 1].1.end,
    };
    let is_day = |day: u32, month: u32| (1..=31).contains(&day) && (1..=12).contains(&month);
    let is_year = |year: u32| YEARS.contains(&(year as i32));
    let one = |at: usize| {
        (is_day(n(at), n(at + 1)) && is_year(n(at + 2)) && marks[at] == marks[at + 1])
            .then(|| printed(n(at), n(at + 1), Some(n(at + 2)), at..at + 3))
    };
    let found = match numbers.len() {
        2 if is_day(n(0), n(1)) => Some(vec![printed(n(0), n(1), None, 0..2)]),
        3 if is_year(n(0)) && is_day(n(2), n(1)) && marks[0] == marks[1] => {
            Some(vec![printed(n(2), n(1), Some(n(0)), 0..3)])
        }
        3 if marks[0] == '-' && marks[1] != '-' && n(0) < n(1) && is_day(n(0), n(2)) => {
            Some(vec![printed(n(0), n(2), None, 0..3)])
        }
        3 => one(0).map(|date| vec![date]),
        4 if marks[0] == '-' && n(0) < n(1) && is_day(n(0), n(2)) && is_year(n(3)) => {
            Some(vec![printed(n(0), n(2), Some(n(3)), 0..4)])
        }
        // "28/9 - 2/10" and "28/9 - 2/10/2020"
        4 if marks[1] == '-' && is_day(n(0), n(1)) && is_day(n(2), n(3)) => {
            Some(vec![printed(n(0), n(1), None, 0..2), printed(n(2), n(3), None, 2..4)])
        }
        5 if marks[1] == '-' && is_day(n(0), n(1)) => {
            one(2).map(|last| vec![printed(n(0), n(1), None, 0..2), last])
        }
        6 => one(0).and_then(|first| Some(vec![first, one(3)?])),
        _ => None,
    };
    found.unwrap_or_default()
}

/// "8 tháng 10 năm 2020", "8 tháng 10".
fn worded(text: &str, start: usize) -> Option<Printed> {
    let number_after = |at: usize, word: &str| {
        let (found, end) = word_at(text, at)?;
        let blank = text[end..].len() - text[end..].trim_start_matches(is_space).len();
        if found == word { number(text, end + blank) } else { None }
    };
    let (day, end) = number(text, start)?;
    let (month, end) = number_after(end, "thang")?;
    let year = number_after(end, "nam").filter(|(year, _)| YEARS.contains(&(*year as i32)));
    let fits = (1..=31).contains(&day) && (1..=12).contains(&month);
    let end = year.map_or(end, |(_, end)| end);
    fits.then(|| Printed { day, month, year: year.map(|(year, _)| year as i32), at: start..end })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[(u32, u32, Option<i32>, &str)]) {
        let found = dates(text);
        let seen: Vec<_> =
            found.iter().map(|d| (d.day, d.month, d.year, &text[d.at.clone()])).collect();
        assert_eq!(seen, expected, "{text}");
    }

    #[test]
    fn printed_forms() {
        check("Sáng ngày 09/10/2020, Huyện ủy", &[(9, 10, Some(2020), "09/10/2020")]);
        check("Chiều nay (12/10), Ban", &[(12, 10, None, "12/10")]);
        check("sáng 22.4, Ban", &[(22, 4, None, "22.4")]);
        check("Ngày 26-7, Đoàn", &[(26, 7, None, "26-7")]);
        check("ngày 15 - 10 - 2020 tại", &[(15, 10, Some(2020), "15 - 10 - 2020")]);
        check("Trong hai ngày 5 và 6/3/2020", &[(6, 3, Some(2020), "6/3/2020")]);
        check("Trong 2 ngày 5-6/3/2020", &[(5, 3, Some(2020), "5-6/3/2020")]);
        check("Từ 5-6/3", &[(5, 3, None, "5-6/3")]);
        check("ngày 8 tháng 10 năm 2020", &[(8, 10, Some(2020), "8 tháng 10 năm 2020")]);
        check("ngày 8 tháng 10,", &[(8, 10, None, "8 tháng 10")]);
        check("đăng 2020-10-16", &[(16, 10, Some(2020), "2020-10-16")]);
        check(
            "(15/10/1930 - 15/10/2020)",
            &[(15, 10, Some(1930), "15/10/1930"), (15, 10, Some(2020), "15/10/2020")],
        );
        check("06/03/2021 - 09:15", &[(6, 3, Some(2021), "06/03/2021")]);
        check("(15/10/1930-15/10)", &[(15, 10, Some(1930), "15/10/1930"), (15, 10, None, "15/10")]);
        check("28/9-2/10/2020", &[(28, 9, None, "28/9"), (2, 10, Some(2020), "2/10/2020")]);
    }

    #[test]
    fn other_numbers() {
        for text in [
            "giai đoạn 2017-2020",
            "94,2%",
            "0/637382914550614577446.png",
            "Nghị định 08/2016/NĐ-CP",
            "quý IV/2020",
            "31/13",
            "tháng 10/2020",
            "84/86 phiếu",
            "7.400 đảng viên",
            "123456789/10/2020",
        ] {
            check(text, &[]);
        }
    }

    #[test]
    fn days_outside_the_calendar_are_printed_but_no_dates() {
        let found = dates("ngày 31/02/2020");
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].date(), None);
    }
}
