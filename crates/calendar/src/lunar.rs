//! Lunar dates of Vietnam (âm lịch), to and from civil days, 1800 to 2198.

use std::fmt;

use crate::date::Date;
use crate::lunar_table::{FIRST, YEARS};

/// A day of the Vietnamese lunar calendar, in the lunar years 1800 to 2198.
///
/// A value of this type always names a day that exists; ordering is chronological.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LunarDate {
    year: i32,
    month: u8,
    leap: bool,
    day: u8,
}

impl LunarDate {
    /// The day, if that lunar year has it: months have 29 or 30 days, and few years have a leap
    /// month (tháng nhuận), which follows the month of the same number.
    pub fn new(year: i32, month: u8, leap: bool, day: u8) -> Option<Self> {
        let lunar = Year::of(year)?;
        let exists = (1..=12).contains(&month) && (!leap || lunar.leap_month() == month);
        let length = exists.then(|| lunar.month_length(lunar.place(month, leap)))?;
        (1..=length).contains(&day).then_some(Self { year, month, leap, day })
    }

    /// The lunar day of a civil day, or `None` outside the tables.
    pub fn from_civil(date: Date) -> Option<Self> {
        let new_year = |year: i32| Some(Year::of(year)?.new_year()?.days_since_epoch());
        let days = date.days_since_epoch();
        let year = match new_year(date.year()) {
            Some(first) if first <= days => date.year(),
            _ => date.year() - 1,
        };
        let lunar = Year::of(year)?;
        let mut left = days - new_year(year)?;
        for place in 0..lunar.months() {
            let length = i32::from(lunar.month_length(place));
            if left < length {
                let (month, leap) = lunar.month_at(place);
                return Some(Self { year, month, leap, day: left as u8 + 1 });
            }
            left -= length;
        }
        None
    }

    /// The civil day. `None` only where the civil calendar ends, which the tables do not reach.
    pub fn to_civil(self) -> Option<Date> {
        let lunar = Year::of(self.year)?;
        let before: i32 = (0..lunar.place(self.month, self.leap))
            .map(|place| i32::from(lunar.month_length(place)))
            .sum();
        lunar.new_year()?.plus_days(before + i32::from(self.day) - 1)
    }

    /// The lunar year, numbered as the civil year it begins in.
    pub fn year(self) -> i32 {
        self.year
    }

    /// The month, 1 to 12; a leap month has the number of the month before it.
    pub fn month(self) -> u8 {
        self.month
    }

    /// Whether the month is a leap month (nhuận).
    pub fn is_leap(self) -> bool {
        self.leap
    }

    /// The day of the month, 1 to 30.
    pub fn day(self) -> u8 {
        self.day
    }
}

/// A day and month, with "nhuận" in a leap month: "10/3", "1/4 nhuận", then the year.
impl fmt::Display for LunarDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let leap = if self.leap { " nhuận" } else { "" };
        write!(f, "{}/{}{leap}/{}", self.day, self.month, self.year)
    }
}

impl fmt::Debug for LunarDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// One row of the table.
#[derive(Clone, Copy)]
struct Year {
    year: i32,
    bits: u32,
}

impl Year {
    fn of(year: i32) -> Option<Self> {
        let row = usize::try_from(year.checked_sub(FIRST)?).ok()?;
        Some(Self { year, bits: *YEARS.get(row)? })
    }

    fn leap_month(self) -> u8 {
        ((self.bits >> 13) & 0xf) as u8
    }

    fn months(self) -> u8 {
        12 + u8::from(self.leap_month() > 0)
    }

    /// The place of a month in its year, from 0.
    fn place(self, month: u8, leap: bool) -> u8 {
        let leap_month = self.leap_month();
        let after_leap = leap_month > 0 && (month > leap_month || leap);
        month - 1 + u8::from(after_leap)
    }

    /// The month at a place, and whether it is the leap month.
    fn month_at(self, place: u8) -> (u8, bool) {
        match self.leap_month() {
            0 => (place + 1, false),
            leap if place < leap => (place + 1, false),
            leap => (place, place == leap),
        }
    }

    fn month_length(self, place: u8) -> u8 {
        29 + ((self.bits >> place) & 1) as u8
    }

    fn new_year(self) -> Option<Date> {
        Date::new(self.year, 1, 1).ok()?.plus_days((self.bits >> 17) as i32)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(iso: &str) -> Date {
        iso.parse().unwrap()
    }

    fn check(civil: &str, lunar: &str) {
        let found = LunarDate::from_civil(date(civil)).unwrap();
        assert_eq!(found.to_string(), lunar, "{civil}");
        assert_eq!(found.to_civil(), Some(date(civil)), "{lunar}");
    }

    #[test]
    fn days_that_everyone_knows() {
        check("1945-09-02", "26/7/1945");
        check("1968-01-29", "1/1/1968"); // Tết Mậu Thân in the North
        check("2020-01-25", "1/1/2020");
        check("2020-05-23", "1/4 nhuận/2020");
        check("2023-03-22", "1/2 nhuận/2023");
        check("2024-04-18", "10/3/2024"); // Giỗ Tổ
        check("2025-04-07", "10/3/2025");
        check("2026-04-26", "10/3/2026");
        check("2026-02-17", "1/1/2026");
    }

    /// Tết of 1900–2100, as published (the table beside the tests).
    #[test]
    fn new_years_of_two_centuries() {
        let mut years = 0;
        for row in include_str!("../tests/tet-1900-2100.csv").lines().skip(1) {
            let (year, iso) = row.split_once(',').unwrap();
            let tet = LunarDate::new(year.parse().unwrap(), 1, false, 1).unwrap();
            assert_eq!(tet.to_civil(), Some(date(iso.trim())), "Tết {year}");
            years += 1;
        }
        assert_eq!(years, 201);
    }

    /// Every day of the tables goes there and back, and the next day follows.
    #[test]
    fn every_day_there_and_back() {
        let mut civil = date("1800-01-25");
        let mut last: Option<LunarDate> = None;
        let mut days = 0;
        while let Some(lunar) = LunarDate::from_civil(civil) {
            assert_eq!(lunar.to_civil(), Some(civil));
            let made = LunarDate::new(lunar.year(), lunar.month(), lunar.is_leap(), lunar.day());
            assert_eq!(made, Some(lunar));
            assert!(last.is_none_or(|last| last < lunar), "{last:?} before {lunar}");
            let follows = |last: LunarDate| lunar.day() == last.day() + 1 || lunar.day() == 1;
            assert!(last.is_none_or(follows), "{last:?} then {lunar}");
            last = Some(lunar);
            civil = civil.plus_days(1).unwrap();
            days += 1;
        }
        assert_eq!(last.map(LunarDate::year), Some(2198));
        assert!(days > 145_000, "{days}");
    }

    #[test]
    fn days_that_do_not_exist_are_refused() {
        assert_eq!(LunarDate::new(2024, 4, true, 1), None); // no leap month
        assert_eq!(LunarDate::new(2020, 4, true, 30), None); // 29 days
        assert_eq!(LunarDate::new(2020, 13, false, 1), None);
        assert_eq!(LunarDate::new(2020, 0, false, 1), None);
        assert_eq!(LunarDate::new(1799, 1, false, 1), None);
        assert_eq!(LunarDate::new(2199, 1, false, 1), None);
        assert_eq!(LunarDate::new(2020, 1, false, 31), None);
        assert_eq!(LunarDate::from_civil(date("1800-01-24")), None);
        assert_eq!(LunarDate::from_civil(date("2300-01-01")), None);
    }
}
