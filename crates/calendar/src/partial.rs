//! Dates known only as far as a text states them.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::date::{Date, DateError};

/// A time of day, to the minute, as a site prints it. Vietnam has one time zone, UTC+7.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Time {
    /// 0 to 23.
    pub hour: u8,
    /// 0 to 59.
    pub minute: u8,
}

/// A date as precise as its source: never rounded up to a day that nobody stated.
///
/// Written as ISO 8601: `1930`, `1930-10`, `1930-10-15`, `2020-10-16T15:34`. Ordering is by the
/// earliest moment the value may mean, the less precise first.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum PartialDate {
    /// Only the year is known.
    Year(i32),
    /// Year and month (1 to 12).
    Month(i32, u8),
    /// The day.
    Day(Date),
    /// The day and the minute.
    Moment(Date, Time),
}

impl PartialDate {
    /// The year, which is always known.
    pub fn year(self) -> i32 {
        match self {
            Self::Year(year) | Self::Month(year, _) => year,
            Self::Day(date) | Self::Moment(date, _) => date.year(),
        }
    }

    /// The month, when known.
    pub fn month(self) -> Option<u8> {
        match self {
            Self::Year(_) => None,
            Self::Month(_, month) => Some(month),
            Self::Day(date) | Self::Moment(date, _) => Some(date.month()),
        }
    }

    /// The day, when known.
    pub fn day(self) -> Option<Date> {
        match self {
            Self::Year(_) | Self::Month(..) => None,
            Self::Day(date) | Self::Moment(date, _) => Some(date),
        }
    }

    /// The time of day, when known.
    pub fn time(self) -> Option<Time> {
        match self {
            Self::Moment(_, time) => Some(time),
            _ => None,
        }
    }

    fn sort_key(self) -> (i32, u8, u8, i8, u8) {
        let date = self.day();
        let time = self.time();
        (
            self.year(),
            self.month().unwrap_or(0),
            date.map_or(0, Date::day),
            time.map_or(-1, |t| t.hour as i8),
            time.map_or(0, |t| t.minute),
        )
    }
}

impl PartialOrd for PartialDate {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for PartialDate {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.sort_key().cmp(&other.sort_key())
    }
}

impl From<Date> for PartialDate {
    fn from(date: Date) -> Self {
        Self::Day(date)
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Year(year) => write!(f, "{year:04}"),
            Self::Month(year, month) => write!(f, "{year:04}-{month:02}"),
            Self::Day(date) => write!(f, "{date}"),
            Self::Moment(date, time) => write!(f, "{date}T{:02}:{:02}", time.hour, time.minute),
        }
    }
}

impl fmt::Debug for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for PartialDate {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        let not_iso = || DateError::NotIso(text.to_owned());
        match text.len() {
            4 | 7 => {
                // The first day stands in, so that one parser judges the digits.
                let day: Date = format!("{text}{}", &"-01-01"[text.len() - 4..])
                    .parse()
                    .map_err(|_| not_iso())?;
                Ok(if text.len() == 4 {
                    Self::Year(day.year())
                } else {
                    Self::Month(day.year(), day.month())
                })
            }
            10 => text.parse().map(Self::Day),
            // Seconds and an offset may follow; a page prints neither.
            16.. if text.is_char_boundary(10) && matches!(&text[10..11], "T" | " ") => {
                let date: Date = text[..10].parse()?;
                let clock = text.get(11..16).ok_or_else(not_iso)?;
                let (hour, minute) = clock.split_once(':').ok_or_else(not_iso)?;
                let hour: u8 = hour.parse().map_err(|_| not_iso())?;
                let minute: u8 = minute.parse().map_err(|_| not_iso())?;
                if hour > 23 || minute > 59 {
                    return Err(not_iso());
                }
                Ok(Self::Moment(date, Time { hour, minute }))
            }
            _ => Err(not_iso()),
        }
    }
}

impl TryFrom<String> for PartialDate {
    type Error = DateError;
    fn try_from(text: String) -> Result<Self, DateError> {
        text.parse()
    }
}

impl From<PartialDate> for String {
    fn from(date: PartialDate) -> String {
        date.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn written_forms_read_back() {
        for text in ["1930", "1930-10", "1930-10-15", "2020-10-16T15:34"] {
            assert_eq!(text.parse::<PartialDate>().unwrap().to_string(), text);
        }
    }

    #[test]
    fn less_precise_dates_come_first() {
        let mut dates: Vec<PartialDate> =
            ["2020-10-16T15:34", "2020-10-16", "2020-10", "2021", "2020", "2020-10-16T00:00"]
                .iter()
                .map(|text| text.parse().unwrap())
                .collect();
        dates.sort();
        let sorted: Vec<String> = dates.iter().map(ToString::to_string).collect();
        assert_eq!(
            sorted,
            ["2020", "2020-10", "2020-10-16", "2020-10-16T00:00", "2020-10-16T15:34", "2021"]
        );
    }

    #[test]
    fn nonsense_is_refused() {
        for text in
            ["", "93", "1930-13", "193O", "2020-10-16T25:00", "2020-10-16Tđđ:00", "ngày nay ấy"]
        {
            assert!(text.parse::<PartialDate>().is_err(), "{text}");
        }
    }
}
