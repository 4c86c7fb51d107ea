//! One month, and its weeks as a calendar page shows them.

use std::fmt;

use crate::date::{Date, days_in_month};
use crate::partial::PartialDate;

/// A month of years 1 to 9999. Ordering is chronological.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month {
    year: i32,
    month: u8,
}

impl Month {
    /// The month (1 to 12), or `None` when the calendar has none such.
    pub fn new(year: i32, month: u8) -> Option<Self> {
        Date::new(year, month.into(), 1).ok().map(Self::of)
    }

    /// The month a day is in.
    pub fn of(date: Date) -> Self {
        Self { year: date.year(), month: date.month() }
    }

    /// The year.
    pub fn year(self) -> i32 {
        self.year
    }

    /// The month's number, 1 to 12.
    pub fn number(self) -> u8 {
        self.month
    }

    /// How many days it has, 28 to 31.
    pub fn days(self) -> u8 {
        days_in_month(self.year, self.month)
    }

    /// The day with that number, if the month has it.
    pub fn day(self, day: u8) -> Option<Date> {
        Date::new(self.year, self.month.into(), day.into()).ok()
    }

    /// The month `months` later (earlier when negative), or `None` outside years 1 to 9999.
    pub fn plus(self, months: i32) -> Option<Self> {
        let count = self.year.checked_mul(12)?.checked_add(i32::from(self.month) - 1)?;
        let count = count.checked_add(months)?;
        Self::new(count.div_euclid(12), (count.rem_euclid(12) + 1) as u8)
    }

    /// Its weeks, Monday first; places before the first and after the last day are empty.
    pub fn weeks(self) -> Vec<[Option<Date>; 7]> {
        let mut weeks = Vec::with_capacity(6);
        let mut week = [None; 7];
        for date in (1..=self.days()).filter_map(|day| self.day(day)) {
            let place = date.weekday().index();
            week[place] = Some(date);
            if place == 6 || date.day() == self.days() {
                weeks.push(std::mem::take(&mut week));
            }
        }
        weeks
    }
}

impl From<Month> for PartialDate {
    fn from(month: Month) -> Self {
        Self::Month(month.year, month.month)
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)
    }
}

impl fmt::Debug for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Weekday;

    /// Lengths in common years; the leap years of 1900–2100 are listed by hand below.
    const LENGTHS: [u8; 12] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

    fn leap_years() -> Vec<i32> {
        // 1900 and 2100 are common, 2000 is not: every fourth year from 1904 to 2096.
        let years: Vec<i32> = (0..49).map(|n| 1904 + 4 * n).collect();
        assert_eq!((years[0], years[24], years[48]), (1904, 2000, 2096));
        years
    }

    /// Walks 1900–2100 day by day from a known Monday, beside the arithmetic.
    #[test]
    fn lengths_weekdays_and_weeks_of_two_centuries() {
        let leap = leap_years();
        let mut weekday = Weekday::Monday.index(); // 1 January 1900
        for year in 1900..=2100 {
            for number in 1..=12u8 {
                let month = Month::new(year, number).unwrap();
                let extra = u8::from(number == 2 && leap.contains(&year));
                assert_eq!(month.days(), LENGTHS[usize::from(number) - 1] + extra, "{month}");
                let weeks = month.weeks();
                let mut row = 0;
                for day in 1..=month.days() {
                    let date = month.day(day).unwrap();
                    assert_eq!(date.weekday().index(), weekday, "{date}");
                    assert_eq!(weeks[row][weekday], Some(date));
                    weekday = (weekday + 1) % 7;
                    row += usize::from(weekday == 0);
                }
                let cells = weeks.iter().flatten().flatten().count();
                assert_eq!(cells, usize::from(month.days()), "{month}");
                assert!((4..=6).contains(&weeks.len()), "{month}");
            }
        }
    }

    #[test]
    fn months_add_and_subtract() {
        fn check(from: (i32, u8), months: i32, expected: Option<&str>) {
            let month = Month::new(from.0, from.1).unwrap().plus(months);
            assert_eq!(month.map(|m| m.to_string()).as_deref(), expected, "{from:?} + {months}");
        }
        check((2026, 12), 1, Some("2027-01"));
        check((2026, 1), -1, Some("2025-12"));
        check((2026, 11), -1153, Some("1930-10"));
        check((2026, 11), 0, Some("2026-11"));
        check((9999, 12), 1, None);
        check((1, 1), -1, None);
        check((1, 1), i32::MIN, None);
        check((9999, 1), i32::MAX, None);
    }

    #[test]
    fn months_that_do_not_exist_are_refused() {
        for (year, month) in [(2020, 0), (2020, 13), (0, 1), (10_000, 1)] {
            assert_eq!(Month::new(year, month), None, "{year}-{month}");
        }
    }
}
