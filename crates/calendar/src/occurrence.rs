//! The days on which an anniversary falls: last, next, and every year.

use std::ops::RangeInclusive;

use crate::date::{Date, days_in_month};
use crate::years::{RoundYear, YearCount};

/// One yearly return of a founding day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Occurrence {
    /// The day it is kept on.
    pub date: Date,
    /// Years counted from the founding, at least 1.
    pub years: u16,
    /// Their class.
    pub round: RoundYear,
    /// The founding day does not exist that year (29 February of a common year), so that
    /// [`date`](Self::date) is the day before: 28 February.
    pub moved: bool,
}

impl Occurrence {
    /// The return of `founding` in `year`, or `None` when no year can be counted then.
    ///
    /// A day founded on 29 February is kept on 28 February in common years, so that it stays in
    /// its month, and says so in [`moved`](Self::moved).
    pub fn in_year(founding: Date, year: i32) -> Option<Self> {
        let count = YearCount::new(founding.into(), year)?;
        let day = founding.day().min(days_in_month(year, founding.month()));
        let date = Date::new(year, founding.month().into(), day.into()).ok()?;
        Some(Self { date, years: count.years, round: count.round, moved: day != founding.day() })
    }

    /// The first return on `today` or after it. `None` only where the calendar ends.
    pub fn next(founding: Date, today: Date) -> Option<Self> {
        let first = today.year().max(founding.year().checked_add(1)?);
        [first, first + 1]
            .into_iter()
            .filter_map(|year| Self::in_year(founding, year))
            .find(|occurrence| occurrence.date >= today)
    }

    /// The last return before `today`, or `None` when there has been none.
    pub fn previous(founding: Date, today: Date) -> Option<Self> {
        [today.year(), today.year() - 1]
            .into_iter()
            .filter_map(|year| Self::in_year(founding, year))
            .find(|occurrence| occurrence.date < today)
    }

    /// Every return in the years of `range`, in order.
    pub fn table(
        founding: Date,
        range: RangeInclusive<i32>,
    ) -> impl DoubleEndedIterator<Item = Self> {
        range.filter_map(move |year| Self::in_year(founding, year))
    }

    /// Days from `today` to it: 0 on the day, negative when it is past.
    pub fn days_from(self, today: Date) -> i32 {
        self.date.days_since_epoch() - today.days_since_epoch()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(iso: &str) -> Date {
        iso.parse().unwrap()
    }

    /// `(day, years, days left)`.
    type Told = Option<(&'static str, u16, i32)>;

    fn check(founding: &str, today: &str, previous: Told, next: Told) {
        let (founding, today) = (date(founding), date(today));
        let told = |o: Option<Occurrence>| o.map(|o| (o.date, o.years, o.days_from(today)));
        let expected = |t: Told| t.map(|(day, years, left)| (date(day), years, left));
        assert_eq!(
            told(Occurrence::previous(founding, today)),
            expected(previous),
            "before {today}"
        );
        assert_eq!(told(Occurrence::next(founding, today)), expected(next), "from {today}");
    }

    #[test]
    fn last_and_next_return_from_a_pinned_day() {
        check(
            "1930-10-15",
            "2026-10-14",
            Some(("2025-10-15", 95, -364)),
            Some(("2026-10-15", 96, 1)),
        );
        check(
            "1930-10-15",
            "2026-10-15",
            Some(("2025-10-15", 95, -365)),
            Some(("2026-10-15", 96, 0)),
        );
        check(
            "1930-10-15",
            "2026-11-22",
            Some(("2026-10-15", 96, -38)),
            Some(("2027-10-15", 97, 327)),
        );
        check(
            "1930-01-01",
            "2026-12-31",
            Some(("2026-01-01", 96, -364)),
            Some(("2027-01-01", 97, 1)),
        );
        check(
            "1930-12-31",
            "2027-01-01",
            Some(("2026-12-31", 96, -1)),
            Some(("2027-12-31", 97, 364)),
        );
    }

    #[test]
    fn before_the_first_return_there_is_only_a_next_one() {
        check("2020-10-15", "2021-10-14", None, Some(("2021-10-15", 1, 1)));
        check("2020-10-15", "2020-10-15", None, Some(("2021-10-15", 1, 365)));
        check("2030-10-15", "2020-01-01", None, Some(("2031-10-15", 1, 4_305)));
        check("9998-12-31", "9999-12-31", None, Some(("9999-12-31", 1, 0)));
        check("9999-12-31", "9999-12-31", None, None);
    }

    #[test]
    fn the_leap_day_is_kept_on_28_february_in_common_years() {
        check(
            "1960-02-29",
            "2023-02-28",
            Some(("2022-02-28", 62, -365)),
            Some(("2023-02-28", 63, 0)),
        );
        check(
            "1960-02-29",
            "2023-03-01",
            Some(("2023-02-28", 63, -1)),
            Some(("2024-02-29", 64, 365)),
        );
        let moved: Vec<i32> = Occurrence::table(date("1960-02-29"), 2019..=2025)
            .filter(|o| o.moved)
            .map(|o| o.date.year())
            .collect();
        assert_eq!(moved, [2019, 2021, 2022, 2023, 2025]);
    }

    /// Every day of 1900–2100 against the definition: the nearest kept days on either side.
    #[test]
    fn next_and_previous_hold_on_every_day_of_two_centuries() {
        for founding in ["1850-10-15", "1896-02-29", "1899-01-01", "1899-12-31", "1999-02-28"] {
            let founding = date(founding);
            let table: Vec<Occurrence> = Occurrence::table(founding, 1890..=2110).collect();
            let mut today = date("1900-01-01");
            while today <= date("2100-12-31") {
                let at = table.partition_point(|o| o.date < today);
                assert_eq!(Occurrence::next(founding, today), table.get(at).copied(), "{today}");
                let before = at.checked_sub(1).map(|at| table[at]);
                assert_eq!(Occurrence::previous(founding, today), before, "{today}");
                today = today.plus_days(1).unwrap();
            }
        }
    }
}
