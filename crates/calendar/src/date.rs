//! One civil day, and the arithmetic on days.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A day of the proleptic Gregorian calendar, years 1 to 9999.
///
/// A value of this type always names a day that exists; ordering is chronological.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Date {
    year: i16,
    month: u8,
    day: u8,
}

/// Why a day could not be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DateError {
    /// The calendar has no such day (31/4, 29/2 of a common year, month 13, year 0).
    NoSuchDay {
        /// As given.
        year: i32,
        /// As given.
        month: u32,
        /// As given.
        day: u32,
    },
    /// The text is not `YYYY-MM-DD` (or, for a partial date, a prefix of it).
    NotIso(String),
}

impl fmt::Display for DateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoSuchDay { year, month, day } => {
                write!(f, "there is no day {day}/{month}/{year} in the calendar")
            }
            Self::NotIso(text) => write!(f, "`{text}` is not a date such as 1930-10-15"),
        }
    }
}

impl std::error::Error for DateError {}

/// A day of the week, Monday first as in Vietnam and ISO 8601.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Weekday {
    /// Thứ Hai.
    Monday,
    /// Thứ Ba.
    Tuesday,
    /// Thứ Tư.
    Wednesday,
    /// Thứ Năm.
    Thursday,
    /// Thứ Sáu.
    Friday,
    /// Thứ Bảy.
    Saturday,
    /// Chủ Nhật.
    Sunday,
}

impl Weekday {
    /// All seven, in the order of a Vietnamese calendar page.
    pub const ALL: [Self; 7] = [
        Self::Monday,
        Self::Tuesday,
        Self::Wednesday,
        Self::Thursday,
        Self::Friday,
        Self::Saturday,
        Self::Sunday,
    ];

    /// Its place in the week: 0 for Monday to 6 for Sunday.
    pub fn index(self) -> usize {
        self as usize
    }
}

impl Date {
    /// 1 January 1970, from which days are counted.
    pub const EPOCH: Self = Self { year: 1970, month: 1, day: 1 };

    /// The day, if the calendar has it.
    pub fn new(year: i32, month: u32, day: u32) -> Result<Self, DateError> {
        let exists = (1..=9999).contains(&year)
            && (1..=12).contains(&month)
            && day >= 1
            && day <= u32::from(days_in_month(year, month as u8));
        if exists {
            Ok(Self { year: year as i16, month: month as u8, day: day as u8 })
        } else {
            Err(DateError::NoSuchDay { year, month, day })
        }
    }

    /// The year, 1 to 9999.
    pub fn year(self) -> i32 {
        i32::from(self.year)
    }

    /// The month, 1 to 12.
    pub fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, 1 to 31.
    pub fn day(self) -> u8 {
        self.day
    }

    /// Days since 1970-01-01, negative before it.
    ///
    /// Counts from a 1 March year so that the leap day is the last of its year
    /// (the era method of Howard Hinnant's "chrono-Compatible Low-Level Date Algorithms").
    pub fn days_since_epoch(self) -> i32 {
        let month = i32::from(self.month);
        let shifted_year = self.year() - i32::from(month <= 2);
        let era = shifted_year.div_euclid(400);
        let year_of_era = shifted_year.rem_euclid(400);
        let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + i32::from(self.day) - 1;
        let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
        era * 146_097 + day_of_era - 719_468
    }

    /// The day that many days after 1970-01-01, or `None` outside years 1 to 9999.
    pub fn from_days_since_epoch(days: i32) -> Option<Self> {
        let days = i64::from(days) + 719_468;
        let era = days.div_euclid(146_097);
        let day_of_era = days.rem_euclid(146_097);
        let year_of_era =
            (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let shifted_month = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
        let month = (shifted_month + 2) % 12 + 1;
        let year = year_of_era + era * 400 + i64::from(month <= 2);
        Self::new(i32::try_from(year).ok()?, month as u32, day as u32).ok()
    }

    /// The day `days` later (earlier when negative), or `None` outside years 1 to 9999.
    pub fn plus_days(self, days: i32) -> Option<Self> {
        Self::from_days_since_epoch(self.days_since_epoch().checked_add(days)?)
    }

    /// The day of the week.
    pub fn weekday(self) -> Weekday {
        // 1970-01-01 was a Thursday.
        let since_monday = self.days_since_epoch() + Weekday::Thursday as i32;
        Weekday::ALL[since_monday.rem_euclid(7) as usize]
    }
}

/// The number of days of a month (1 to 12).
pub(crate) fn days_in_month(year: i32, month: u8) -> u8 {
    match month {
        2 if is_leap_year(year) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Whether the year has a 29 February.
pub(crate) fn is_leap_year(year: i32) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl fmt::Debug for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Date {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        let not_iso = || DateError::NotIso(text.to_owned());
        let b = text.as_bytes();
        if b.len() != 10 || b[4] != b'-' || b[7] != b'-' {
            return Err(not_iso());
        }
        let number = |range: std::ops::Range<usize>| -> Result<u32, DateError> {
            let digits = text.get(range).ok_or_else(not_iso)?;
            if !digits.bytes().all(|b| b.is_ascii_digit()) {
                return Err(not_iso());
            }
            digits.parse().map_err(|_| not_iso())
        };
        Self::new(number(0..4)? as i32, number(5..7)?, number(8..10)?)
    }
}

impl TryFrom<String> for Date {
    type Error = DateError;
    fn try_from(text: String) -> Result<Self, DateError> {
        text.parse()
    }
}

impl From<Date> for String {
    fn from(date: Date) -> String {
        date.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_day_of_four_centuries_counts_one_more_than_the_last() {
        let mut date = Date::new(1800, 1, 1).unwrap();
        let end = Date::new(2200, 12, 31).unwrap();
        while date < end {
            let next = date.plus_days(1).unwrap();
            assert_eq!(next.days_since_epoch(), date.days_since_epoch() + 1);
            assert!(next > date, "{next} after {date}");
            date = next;
        }
    }

    #[test]
    fn weekdays_of_the_sample_archive() {
        for (iso, weekday) in [
            ("2020-10-08", Weekday::Thursday),
            ("2020-10-12", Weekday::Monday),
            ("2022-01-18", Weekday::Tuesday),
            ("1930-10-14", Weekday::Tuesday),
            ("1930-10-18", Weekday::Saturday),
        ] {
            assert_eq!(iso.parse::<Date>().unwrap().weekday(), weekday, "{iso}");
        }
    }

    #[test]
    fn days_that_do_not_exist_are_refused() {
        for iso in ["2023-02-29", "1900-02-29", "2020-13-01", "2020-04-31", "0000-01-01"] {
            assert!(matches!(iso.parse::<Date>(), Err(DateError::NoSuchDay { .. })), "{iso}");
        }
        for text in ["", "2020", "2020-1-1", "2020/10/10", "２020-10-10", "+020-10-10"] {
            assert!(matches!(text.parse::<Date>(), Err(DateError::NotIso(_))), "{text}");
        }
    }
}
