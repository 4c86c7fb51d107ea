//! Everything in the archive that has a date, in order, by year and decade.

use std::cmp::Reverse;

use calendar::{Date, PartialDate};
use model::Status;
use model::bundle::{AnniversaryHead, Order};
use model::unit::Unit;

use crate::table::Table;

/// What the timeline draws from.
#[derive(Clone, Copy, Debug)]
pub struct Sources<'a> {
    /// The articles, by the date each is listed under.
    pub articles: &'a Order,
    /// The anniversaries, by founding date.
    pub anniversaries: &'a [AnniversaryHead],
    /// The units, by their beginning and end.
    pub units: &'a [Unit],
}

/// What stands at a date.
#[derive(Clone, Debug, PartialEq)]
pub enum Happening<'a> {
    /// An article, by its ordinal, was published (or reports of that day).
    Article(u32),
    /// An anniversary's founding.
    Founding(&'a AnniversaryHead),
    /// Units came to be, all on this date.
    UnitsBegin(Vec<&'a Unit>),
    /// Units were no more from this date on.
    UnitsEnd(Vec<&'a Unit>),
}

/// One line of the timeline.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry<'a> {
    /// When, as far as is known.
    pub date: PartialDate,
    /// How the date is known.
    pub status: Status,
    /// What.
    pub what: Happening<'a>,
}

/// The entries of a year, newest first; what is known by the year alone comes last.
#[derive(Clone, Debug, PartialEq)]
pub struct Year<'a> {
    /// Which.
    pub year: i32,
    /// Never empty.
    pub entries: Vec<Entry<'a>>,
}

/// The years of a decade that have entries, newest first.
#[derive(Clone, Debug, PartialEq)]
pub struct Decade<'a> {
    /// Its first year, divisible by ten.
    pub start: i32,
    /// Never empty.
    pub years: Vec<Year<'a>>,
}

impl Decade<'_> {
    /// Entries in all its years.
    pub fn count(&self) -> usize {
        self.years.iter().map(|year| year.entries.len()).sum()
    }

    /// Entries of each of its ten years, oldest first: the density band.
    pub fn density(&self) -> [usize; 10] {
        let mut counts = [0; 10];
        for year in &self.years {
            counts[year.year.rem_euclid(10) as usize] = year.entries.len();
        }
        counts
    }
}

/// The timeline between two dates (both included), newest decade first.
pub fn decades<'a>(
    sources: Sources<'a>,
    from: Option<PartialDate>,
    to: Option<PartialDate>,
) -> Vec<Decade<'a>> {
    let inside = |entry: &Entry| {
        from.is_none_or(|from| entry.date >= from)
            && to.is_none_or(|to| entry.date <= to || begins_with(entry.date, to))
    };
    let mut entries: Vec<Entry> = entries(sources).filter(inside).collect();
    newest_first(&mut entries);
    let mut decades: Vec<Decade> = Vec::new();
    for entry in entries {
        let year = entry.date.year();
        let start = year - year.rem_euclid(10);
        if decades.last().is_none_or(|decade| decade.start != start) {
            decades.push(Decade { start, years: Vec::new() });
        }
        let Some(decade) = decades.last_mut() else { continue };
        if decade.years.last().is_none_or(|last| last.year != year) {
            decade.years.push(Year { year, entries: Vec::new() });
        }
        if let Some(last) = decade.years.last_mut() {
            last.entries.push(entry);
        }
    }
    decades
}

fn newest_first(entries: &mut [Entry]) {
    entries.sort_unstable_by_key(|entry| Reverse(entry.date));
}

/// What stands at the same day and month of any year, newest first.
pub fn on_day(sources: Sources<'_>, day: Date) -> Vec<Entry<'_>> {
    let mut found: Vec<Entry> = entries(sources)
        .filter(|entry| {
            let other = entry.date.day();
            other.is_some_and(|other| (other.month(), other.day()) == (day.month(), day.day()))
        })
        .collect();
    newest_first(&mut found);
    found
}

/// Whether a date lies within a less precise one: 2020-10-16 within 2020-10 and 2020.
fn begins_with(date: PartialDate, period: PartialDate) -> bool {
    date.to_string().starts_with(&period.to_string())
}

fn entries<'a>(sources: Sources<'a>) -> impl Iterator<Item = Entry<'a>> {
    let articles = dated(sources.articles).map(|(ordinal, date, status)| Entry {
        date,
        status,
        what: Happening::Article(ordinal),
    });
    let foundings = sources.anniversaries.iter().map(|anniversary| Entry {
        date: anniversary.founding.0,
        status: anniversary.founding.1,
        what: Happening::Founding(anniversary),
    });
    let begun = units_by(sources.units, |unit| unit.valid_from, Happening::UnitsBegin);
    let ended = units_by(sources.units, |unit| unit.valid_to, Happening::UnitsEnd);
    articles.chain(foundings).chain(begun).chain(ended)
}

/// The articles that have a date, by ordinal.
fn dated(order: &Order) -> impl Iterator<Item = (u32, PartialDate, Status)> {
    let mut first = 0;
    order.dates.iter().flat_map(move |&(date, run)| {
        let run = first..first + run;
        first = run.end;
        run.filter_map(move |ordinal| date.map(|(date, status)| (ordinal, date, status)))
    })
}

/// Puts articles in order: the newest first, those without a date last.
pub fn sort_newest_first(order: &Order, articles: &mut [u32]) {
    let dates: Table<u32, PartialDate> = dated(order).map(|(at, date, _)| (at, date)).collect();
    articles.sort_unstable_by_key(|&at| Reverse((dates.get(&at).copied(), at)));
}

/// The articles before and after one by date; those of one date follow each other by ordinal.
pub fn neighbours(order: &Order, of: u32) -> (Option<u32>, Option<u32>) {
    let Some(here) = dated(order).find(|(ordinal, ..)| *ordinal == of) else { return (None, None) };
    let key = |(ordinal, date, _): &(u32, PartialDate, Status)| (*date, *ordinal);
    let before = dated(order).filter(|other| key(other) < key(&here)).max_by_key(key);
    let after = dated(order).filter(|other| key(other) > key(&here)).min_by_key(key);
    (before.map(|found| found.0), after.map(|found| found.0))
}

/// Units that began (or ended) on one date make one entry: a reform of the whole country is one
/// event, and must not bury the articles. Periods of units come from the publisher or a cited
/// work, never from the articles' text.
fn units_by<'a>(
    units: &'a [Unit],
    date: impl Fn(&Unit) -> Option<PartialDate>,
    what: impl Fn(Vec<&'a Unit>) -> Happening<'a>,
) -> impl Iterator<Item = Entry<'a>> {
    let mut dates: Table<PartialDate, Vec<&Unit>> = Table::default();
    for unit in units {
        if let Some(date) = date(unit) {
            dates.slot(date).push(unit);
        }
    }
    dates.into_pairs().into_iter().map(move |(date, units)| Entry {
        date,
        status: Status::Reference,
        what: what(units),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annals::days::tests::head;

    /// Articles of these dates.
    fn order(dates: &[Option<&str>]) -> Order {
        let dates =
            dates.iter().map(|date| (date.map(|date| (date.parse().unwrap(), Status::Stated)), 1));
        Order { dates: dates.collect(), units: Vec::new() }
    }

    fn check(from: Option<&str>, to: Option<&str>, expected: &str) {
        let articles =
            order(&[Some("2020-10-16T15:34"), Some("2020-10-09"), None, Some("2019-01-02")]);
        let anniversaries = ["1930", "1930-10-15", "1930-10-14"].map(head);
        let sources = Sources { articles: &articles, anniversaries: &anniversaries, units: &[] };
        let date = |text: Option<&str>| text.map(|text| text.parse().unwrap());
        let mut drawn = Vec::new();
        for decade in decades(sources, date(from), date(to)) {
            for year in &decade.years {
                let dates: Vec<String> =
                    year.entries.iter().map(|entry| entry.date.to_string()).collect();
                drawn.push(format!("{}/{}: {}", decade.start, year.year, dates.join(" ")));
            }
        }
        assert_eq!(drawn.join("; "), expected, "{from:?}..{to:?}");
    }

    #[test]
    fn newest_first_by_decade_and_year() {
        let old = "1930/1930: 1930-10-15 1930-10-14 1930";
        check(
            None,
            None,
            &format!("2020/2020: 2020-10-16T15:34 2020-10-09; 2010/2019: 2019-01-02; {old}"),
        );
        check(None, Some("1930"), old);
        check(Some("2019"), Some("2019"), "2010/2019: 2019-01-02");
        check(Some("2020-10-10"), Some("2020-10"), "2020/2020: 2020-10-16T15:34");
        check(Some("2030"), None, "");
    }

    #[test]
    fn a_reform_is_one_event() {
        let unit = |id: &str, to: Option<&str>| -> Unit {
            let (kind, name) = ("commune", id);
            let json = serde_json::json!({"id": id, "kind": kind, "name": name, "valid_to": to});
            serde_json::from_value(json).unwrap()
        };
        let day = Some("2025-07-01");
        let units = [unit("a", day), unit("b", day), unit("c", None), unit("d", Some("2008"))];
        let none = Order::default();
        let sources = Sources { articles: &none, anniversaries: &[], units: &units };
        let counts: Vec<usize> = decades(sources, None, None)
            .iter()
            .flat_map(|decade| &decade.years)
            .flat_map(|year| &year.entries)
            .map(|entry| match &entry.what {
                Happening::UnitsEnd(units) => units.len(),
                _ => 0,
            })
            .collect();
        assert_eq!(counts, [2, 1]);
    }

    #[test]
    fn one_day_of_all_years() {
        let articles = order(&[Some("2020-10-14T15:34"), Some("2020-10")]);
        let anniversaries = ["1930", "1930-10-14"].map(head);
        let sources = Sources { articles: &articles, anniversaries: &anniversaries, units: &[] };
        let dates: Vec<String> = on_day(sources, "2026-10-14".parse().unwrap())
            .iter()
            .map(|entry| entry.date.to_string())
            .collect();
        assert_eq!(dates, ["2020-10-14T15:34", "1930-10-14"]);
    }

    #[test]
    fn neighbours_are_by_date_wherever_they_stand() {
        let day = ("2020-10-14".parse().unwrap(), Status::Stated);
        let mut articles = order(&[Some("2021"), None, Some("2019")]);
        articles.dates.push((Some(day), 2));
        assert_eq!(neighbours(&articles, 3), (Some(2), Some(4)));
        assert_eq!(neighbours(&articles, 4), (Some(3), Some(0)));
        assert_eq!(neighbours(&articles, 0), (Some(4), None));
        assert_eq!(neighbours(&articles, 1), (None, None));
        assert_eq!(neighbours(&articles, 9), (None, None));
        let mut all = [0, 1, 2, 3, 4];
        sort_newest_first(&articles, &mut all);
        assert_eq!(all, [0, 4, 3, 2, 1]);
    }

    #[test]
    fn density_counts_each_year_of_a_decade() {
        let articles = order(&[Some("2021"), Some("2021-02"), Some("2029")]);
        let sources = Sources { articles: &articles, anniversaries: &[], units: &[] };
        let decades = decades(sources, None, None);
        assert_eq!(decades[0].density(), [0, 2, 0, 0, 0, 0, 0, 0, 0, 1]);
        assert_eq!(decades[0].count(), 3);
    }
}
