//! Days kept every year that need no founding: 8 March, the tenth of the third lunar month.

use std::fmt;
use std::ops::RangeInclusive;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::date::{Date, days_in_month};
use crate::lunar::LunarDate;

/// A day of every year, civil or lunar.
///
/// As text, `03-08` is 8 March and `am-03-10` the tenth of the third lunar month (âm lịch).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum AnnualDay {
    /// A day of the civil year. 29 February is one.
    Solar {
        /// 1 to 12.
        month: u8,
        /// 1 to 31.
        day: u8,
    },
    /// A day of the Vietnamese lunar year, kept in the month proper and not in its leap month.
    Lunar {
        /// 1 to 12.
        month: u8,
        /// 1 to 30.
        day: u8,
    },
}

/// A text that is no day of the year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoAnnualDay(pub String);

impl fmt::Display for NoAnnualDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` is not a day of the year such as 03-08 or am-03-10", self.0)
    }
}

impl std::error::Error for NoAnnualDay {}

impl AnnualDay {
    /// A civil day; `None` when no year has it.
    pub fn solar(month: u8, day: u8) -> Option<Self> {
        // A leap year stands in, so that 29 February passes.
        let exists = (1..=12).contains(&month) && (1..=days_in_month(2000, month)).contains(&day);
        exists.then_some(Self::Solar { month, day })
    }

    /// A lunar day; lunar months have 29 or 30 days.
    pub fn lunar(month: u8, day: u8) -> Option<Self> {
        let exists = (1..=12).contains(&month) && (1..=30).contains(&day);
        exists.then_some(Self::Lunar { month, day })
    }

    /// The civil day it falls on in a year: of the civil year, or of the lunar year that begins in
    /// it. A day that the month lacks that year (29 February, the 30th of a short lunar month) is
    /// kept on the month's last. `None` outside the lunar tables (1800 to 2198).
    pub fn in_year(self, year: i32) -> Option<Date> {
        match self {
            Self::Solar { month, day } => {
                let day = day.min(days_in_month(year, month));
                Date::new(year, month.into(), day.into()).ok()
            }
            Self::Lunar { month, day } => {
                let lunar = LunarDate::new(year, month, false, day)
                    .or_else(|| LunarDate::new(year, month, false, 29))?;
                lunar.to_civil()
            }
        }
    }

    /// The first return on `today` or after it.
    pub fn next(self, today: Date) -> Option<Date> {
        // The last months of a lunar year lie in the civil year after it.
        (today.year() - 1..=today.year() + 1)
            .filter_map(|year| self.in_year(year))
            .find(|date| *date >= today)
    }

    /// The last return before `today`.
    pub fn previous(self, today: Date) -> Option<Date> {
        (today.year() - 2..=today.year())
            .rev()
            .filter_map(|year| self.in_year(year))
            .find(|date| *date < today)
    }

    /// The returns of the years of `range`, in order.
    pub fn table(self, range: RangeInclusive<i32>) -> impl DoubleEndedIterator<Item = Date> {
        range.filter_map(move |year| self.in_year(year))
    }

    /// Whether it is a day of the lunar year.
    pub fn is_lunar(self) -> bool {
        matches!(self, Self::Lunar { .. })
    }

    /// Month and day, of whichever year.
    pub fn month_day(self) -> (u8, u8) {
        match self {
            Self::Solar { month, day } | Self::Lunar { month, day } => (month, day),
        }
    }
}

impl fmt::Display for AnnualDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (month, day) = self.month_day();
        f.write_str(if self.is_lunar() { "am-" } else { "" })?;
        write!(f, "{month:02}-{day:02}")
    }
}

impl FromStr for AnnualDay {
    type Err = NoAnnualDay;
    fn from_str(text: &str) -> Result<Self, NoAnnualDay> {
        let read = || {
            let (lunar, rest) = match text.strip_prefix("am-") {
                Some(rest) => (true, rest),
                None => (false, text),
            };
            let (month, day) = rest.split_once('-')?;
            let number = |digits: &str| -> Option<u8> {
                let plain = digits.len() == 2 && digits.bytes().all(|b| b.is_ascii_digit());
                plain.then(|| digits.parse().ok())?
            };
            let make = if lunar { Self::lunar } else { Self::solar };
            make(number(month)?, number(day)?)
        };
        read().ok_or_else(|| NoAnnualDay(text.to_owned()))
    }
}

impl TryFrom<String> for AnnualDay {
    type Error = NoAnnualDay;
    fn try_from(text: String) -> Result<Self, NoAnnualDay> {
        text.parse()
    }
}

impl From<AnnualDay> for String {
    fn from(day: AnnualDay) -> Self {
        day.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(iso: &str) -> Date {
        iso.parse().unwrap()
    }

    fn day(text: &str) -> AnnualDay {
        text.parse().unwrap()
    }

    fn check(annual: &str, today: &str, previous: &str, next: &str) {
        let (annual, today) = (day(annual), date(today));
        assert_eq!(annual.next(today), Some(date(next)), "{annual} from {today}");
        assert_eq!(annual.previous(today), Some(date(previous)), "{annual} before {today}");
    }

    #[test]
    fn returns_from_a_pinned_day() {
        check("03-08", "2026-10-14", "2026-03-08", "2027-03-08");
        check("03-08", "2026-03-08", "2025-03-08", "2026-03-08");
        check("02-29", "2026-10-14", "2026-02-28", "2027-02-28");
        check("02-29", "2027-10-14", "2027-02-28", "2028-02-29");
        // Giỗ Tổ
        check("am-03-10", "2026-10-14", "2026-04-26", "2027-04-16");
        check("am-03-10", "2026-04-26", "2025-04-07", "2026-04-26");
        // Of the lunar year 2025, but in the civil year 2026.
        check("am-12-23", "2026-01-01", "2025-01-22", "2026-02-10");
        check("am-12-23", "2026-03-01", "2026-02-10", "2027-01-30");
        check("am-01-01", "2026-02-16", "2025-01-29", "2026-02-17");
    }

    /// Every Tết of the published table, and every lunar day between two returns.
    #[test]
    fn lunar_days_hold_over_two_centuries() {
        let tet = day("am-01-01");
        for row in include_str!("../tests/tet-1900-2100.csv").lines().skip(1) {
            let (year, iso) = row.split_once(',').unwrap();
            let kept = date(iso.trim());
            assert_eq!(tet.in_year(year.parse().unwrap()), Some(kept));
            assert_eq!(tet.next(kept), Some(kept));
        }
        for annual in ["am-01-01", "am-03-10", "am-07-30", "am-12-30", "02-29"] {
            let annual = day(annual);
            let table: Vec<Date> = annual.table(1897..=2103).collect();
            assert!(table.is_sorted_by(|a, b| a < b), "{annual}");
            let mut today = date("1900-01-01");
            while today <= date("2100-12-31") {
                let at = table.partition_point(|kept| *kept < today);
                assert_eq!(annual.next(today), Some(table[at]), "{annual} from {today}");
                assert_eq!(annual.previous(today), Some(table[at - 1]), "{annual} before {today}");
                today = today.plus_days(1).unwrap();
            }
        }
    }

    #[test]
    fn a_day_that_a_short_month_lacks_is_kept_on_its_last() {
        for year in 1900..=2100 {
            let last = day("am-12-30").in_year(year).unwrap();
            let eve = LunarDate::new(year + 1, 1, false, 1).unwrap().to_civil().unwrap();
            assert_eq!(last.plus_days(1), Some(eve), "{year}");
        }
    }

    #[test]
    fn texts_that_are_no_days() {
        for text in
            ["", "3-8", "03-32", "13-01", "04-31", "am-03-31", "am-13-01", "03-08-01", "0a-01"]
        {
            assert_eq!(text.parse::<AnnualDay>(), Err(NoAnnualDay(text.to_owned())));
        }
        for text in ["03-08", "02-29", "am-03-10", "am-12-30"] {
            assert_eq!(day(text).to_string(), text);
        }
    }
}
