//! When days of every year return: those that articles name, and those of reference. The two are
//! never in one list.

use calendar::{AnnualDay, Date, Month};
use model::days::{ReferenceDay, ToldDay};

use super::days::AHEAD;

/// What has a day of every year.
pub trait Yearly {
    /// Its day.
    fn day(&self) -> AnnualDay;
}

impl Yearly for ToldDay {
    fn day(&self) -> AnnualDay {
        self.day
    }
}

impl Yearly for ReferenceDay {
    fn day(&self) -> AnnualDay {
        self.day
    }
}

/// Those that return on `first` or in the days up to `last`, by day.
pub fn between<'a, T: Yearly + 'a>(
    all: impl IntoIterator<Item = &'a T>,
    first: Date,
    last: Date,
) -> Vec<(Date, &'a T)> {
    let returns = all.into_iter().filter_map(|one| Some((one.day().next(first)?, one)));
    let mut returns: Vec<(Date, &T)> = returns.filter(|(on, _)| *on <= last).collect();
    returns.sort_by_key(|(on, _)| *on);
    returns
}

/// Those that return on a day and in the days that the day page looks ahead.
pub fn coming<'a, T: Yearly + 'a>(
    all: impl IntoIterator<Item = &'a T>,
    today: Date,
) -> Vec<(Date, &'a T)> {
    between(all, today, today.plus_days(AHEAD).unwrap_or(today))
}

/// Those that return in a month.
pub fn in_month<'a, T: Yearly + 'a>(
    all: impl IntoIterator<Item = &'a T>,
    month: Month,
) -> Vec<(Date, &'a T)> {
    match (month.day(1), month.day(month.days())) {
        (Some(first), Some(last)) => between(all, first, last),
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use model::Evidence;
    use model::chronicle::AnniversaryKind;

    use super::*;

    fn days(all: &[&str]) -> Vec<ReferenceDay> {
        let day = |text: &&str| ReferenceDay {
            id: (*text).to_owned(),
            kind: AnniversaryKind::Observance,
            name: (*text).to_owned(),
            day: text.parse().unwrap(),
            founding: None,
            source: Evidence::Citation { text: "Luật".to_owned(), url: None },
        };
        all.iter().map(day).collect()
    }

    fn told(found: Vec<(Date, &ReferenceDay)>) -> Vec<String> {
        found.into_iter().map(|(on, day)| format!("{on} {}", day.id)).collect()
    }

    #[test]
    fn civil_and_lunar_days_return_by_date() {
        let days = days(&["05-01", "am-03-10", "04-30", "02-29", "12-22"]);
        let april = Month::new(2026, 4).unwrap();
        assert_eq!(told(in_month(&days, april)), ["2026-04-26 am-03-10", "2026-04-30 04-30"]);
        let leap = Month::new(2026, 2).unwrap();
        assert_eq!(told(in_month(&days, leap)), ["2026-02-28 02-29"]);
    }

    #[test]
    fn thirty_days_ahead_and_over_the_year() {
        let days = days(&["01-01", "12-22", "02-03"]);
        let coming = coming(&days, "2026-12-22".parse().unwrap());
        assert_eq!(told(coming), ["2026-12-22 12-22", "2027-01-01 01-01"]);
    }
}
