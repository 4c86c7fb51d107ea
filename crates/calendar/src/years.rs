//! Years counted from a founding date, and whether they make a round year.

use std::ops::RangeInclusive;

use serde::{Deserialize, Serialize};

use crate::partial::PartialDate;

/// The class of an anniversary year, by the last digit of the years counted.
///
/// The words are those of two decrees: *năm tròn*, last digit 0 (Nghị định 111/2018/NĐ-CP), and
/// *năm lẻ 5*, last digit 5 (Nghị định 145/2013/NĐ-CP, Điều 3); every other year is *năm khác*.
/// Both decrees are written for state bodies, so the class is arithmetic here, not legal advice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RoundYear {
    /// Năm tròn: 10, 20, … 100.
    Decade,
    /// Năm lẻ 5: 5, 15, … 95.
    HalfDecade,
    /// Năm khác.
    Other,
}

impl RoundYear {
    /// The class of a number of years.
    pub fn of(years: u16) -> Self {
        match years % 10 {
            0 => Self::Decade,
            5 => Self::HalfDecade,
            _ => Self::Other,
        }
    }

    /// Whether it is one that is commonly celebrated at large: tròn or lẻ 5.
    pub fn is_round(self) -> bool {
        self != Self::Other
    }
}

/// The years of an anniversary in one calendar year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct YearCount {
    /// The calendar year.
    pub year: i32,
    /// Years counted from the founding year, at least 1.
    pub years: u16,
    /// Their class.
    pub round: RoundYear,
}

impl YearCount {
    /// The count in `year` of something founded in `founding`'s year: calendar years, as
    /// anniversaries are counted, whatever the day. `None` in the founding year and before it.
    pub fn new(founding: PartialDate, year: i32) -> Option<Self> {
        let years = u16::try_from(year.checked_sub(founding.year())?).ok().filter(|&n| n > 0)?;
        Some(Self { year, years, round: RoundYear::of(years) })
    }
}

/// The table of years, one row for each calendar year of `range` that has a count.
pub fn year_counts(
    founding: PartialDate,
    range: RangeInclusive<i32>,
) -> impl DoubleEndedIterator<Item = YearCount> {
    range.filter_map(move |year| YearCount::new(founding, year))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(founding: &str, year: i32, expected: Option<(u16, RoundYear)>) {
        let count = YearCount::new(founding.parse().unwrap(), year);
        assert_eq!(count.map(|c| (c.years, c.round)), expected, "{founding} in {year}");
    }

    #[test]
    fn years_and_their_class() {
        check("1930-10-15", 2020, Some((90, RoundYear::Decade)));
        check("1930-10-15", 2025, Some((95, RoundYear::HalfDecade)));
        check("1930-10-15", 2026, Some((96, RoundYear::Other)));
        check("1930-10-15", 2030, Some((100, RoundYear::Decade)));
        check("1930-10-15", 1931, Some((1, RoundYear::Other)));
        check("1930", 2020, Some((90, RoundYear::Decade)));
        check("1948", 2020, Some((72, RoundYear::Other)));
        check("1982-05", 2020, Some((38, RoundYear::Other)));
        check("2020-10-16T15:34", 2025, Some((5, RoundYear::HalfDecade)));
    }

    #[test]
    fn nothing_is_counted_in_the_founding_year_or_before() {
        check("1930-10-15", 1930, None);
        check("1930", 1929, None);
        check("2000", i32::MIN, None);
        check("0001", i32::MAX, None);
    }

    #[test]
    fn the_class_is_the_last_digit_for_every_count_of_two_centuries() {
        let founding = "1900".parse().unwrap();
        let table: Vec<_> = year_counts(founding, 1900..=2100).collect();
        assert_eq!(table.len(), 200);
        for row in table {
            let digit = row.years.to_string().pop().unwrap();
            let class = match digit {
                '0' => RoundYear::Decade,
                '5' => RoundYear::HalfDecade,
                _ => RoundYear::Other,
            };
            assert_eq!((row.round, i32::from(row.years)), (class, row.year - 1900));
            assert_eq!(row.round.is_round(), matches!(digit, '0' | '5'));
        }
    }
}
