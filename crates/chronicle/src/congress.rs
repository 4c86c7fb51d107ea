//! When the Party's national congresses met: a term cannot be cited before its congress.

use std::sync::LazyLock;

use calendar::{Date, PartialDate};

use crate::vocabulary::headed;

/// The first day of the congress that began a term ("XIII"), if the table has it.
pub(crate) fn first_day(term: &str) -> Option<Date> {
    static TABLE: LazyLock<Vec<(&str, Date)>> = LazyLock::new(|| {
        headed(include_str!("../data/congresses.txt"))
            .filter_map(|(term, day)| Some((term, day.parse().ok()?)))
            .collect()
    });
    TABLE.iter().find(|(known, _)| *known == term).map(|(_, day)| *day)
}

/// The congress of a term cited on `date`, when it had not met by then.
pub(crate) fn not_yet_met(term: &str, date: PartialDate) -> Option<Date> {
    let congress = first_day(term)?;
    // A date known in part is before the congress only if all of it is.
    let before = match date {
        PartialDate::Year(year) => year < congress.year(),
        PartialDate::Month(year, month) => (year, month) < (congress.year(), congress.month()),
        PartialDate::Day(day) | PartialDate::Moment(day, _) => day < congress,
    };
    before.then_some(congress)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(term: &str, date: &str, expected: Option<&str>) {
        let congress = not_yet_met(term, date.parse().unwrap()).map(|day| day.to_string());
        assert_eq!(congress.as_deref(), expected, "{term} on {date}");
    }

    #[test]
    fn terms_before_and_after_their_congress() {
        check("XIII", "2020-10-13", Some("2021-01-25"));
        check("XII", "2020-10-13", None);
        check("XIII", "2021-01-25", None);
        check("XIII", "2021", None);
        check("XIII", "2020", Some("2021-01-25"));
        check("XIII", "2020-12", Some("2021-01-25"));
        check("XL", "1990", None);
    }

    #[test]
    fn the_table_is_whole_and_in_order() {
        let terms = [
            "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV",
        ];
        let days: Vec<Date> = terms.iter().map(|term| first_day(term).unwrap()).collect();
        assert!(days.windows(2).all(|pair| pair[0] < pair[1]));
    }
}
