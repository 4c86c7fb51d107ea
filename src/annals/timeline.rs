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

/// A year that has entries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Year {
    /// Which.
    pub year: i32,
    /// How many; never 0.
    pub entries: usize,
}

/// The years of a decade that have entries, newest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decade {
    /// Its first year, divisible by ten.
    pub start: i32,
    /// Never empty.
    pub years: Vec<Year>,
}

impl Decade {
    /// Entries in all its years.
    pub fn count(&self) -> usize {
        self.years.iter().map(|year| year.entries).sum()
    }

    /// Its newest year with entries.
    pub fn newest(&self) -> i32 {
        self.years.first().map_or(self.start, |year| year.year)
    }

    /// Entries of each of its ten years, oldest first: the density band.
    pub fn density(&self) -> [usize; 10] {
        let mut counts = [0; 10];
        for year in &self.years {
            counts[year.year.rem_euclid(10) as usize] = year.entries;
        }
        counts
    }
}

/// The dates between which a timeline lies, both included; `None` for no limit.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Limits {
    /// The first.
    pub from: Option<PartialDate>,
    /// The last, with all that lies in it: 2020 includes 2020-10-16.
    pub to: Option<PartialDate>,
}

impl Limits {
    /// Whether a date lies between them.
    fn hold(self, date: PartialDate) -> bool {
        self.from.is_none_or(|from| date >= from)
            && self.to.is_none_or(|to| date <= to || is_within(date, to))
    }
}

/// What the timeline between two dates holds, newest decade first. Nothing is gathered but counted:
/// a page asks [`of_year`] for the one year that is open.
pub fn decades(sources: Sources<'_>, limits: Limits) -> Vec<Decade> {
    let mut years: Table<i32, usize> = Table::default();
    let mut count = |date: PartialDate, entries: u32| {
        if limits.hold(date) {
            *years.slot(date.year()) += entries as usize;
        }
    };
    for (date, run) in &sources.articles.dates {
        if let Some((date, _)) = date {
            count(*date, *run);
        }
    }
    others(sources, |_| true).for_each(|entry| count(entry.date, 1));
    let mut decades: Vec<Decade> = Vec::new();
    for (year, entries) in years.into_pairs().into_iter().rev().filter(|(_, entries)| *entries > 0)
    {
        let start = year - year.rem_euclid(10);
        match decades.last_mut().filter(|decade| decade.start == start) {
            Some(decade) => decade.years.push(Year { year, entries }),
            None => decades.push(Decade { start, years: vec![Year { year, entries }] }),
        }
    }
    decades
}

/// The entries of a year, newest first; what is known by the year alone comes last.
pub fn of_year(sources: Sources<'_>, limits: Limits, year: i32) -> Vec<Entry<'_>> {
    let is_in = move |date: PartialDate| date.year() == year && limits.hold(date);
    newest_first(entries(sources, is_in).collect())
}

fn newest_first(mut entries: Vec<Entry<'_>>) -> Vec<Entry<'_>> {
    entries.sort_unstable_by_key(|entry| Reverse(entry.date));
    entries
}

/// What stands at the same day and month of any year, newest first.
pub fn on_day(sources: Sources<'_>, day: Date) -> Vec<Entry<'_>> {
    let is_then = move |date: PartialDate| {
        let other = date.day();
        other.is_some_and(|other| (other.month(), other.day()) == (day.month(), day.day()))
    };
    newest_first(entries(sources, is_then).collect())
}

/// Whether a date lies within a less precise one: 2020-10-16 within 2020-10 and 2020.
fn is_within(date: PartialDate, period: PartialDate) -> bool {
    match period {
        PartialDate::Year(year) => date.year() == year,
        PartialDate::Month(year, month) => date.year() == year && date.month() == Some(month),
        PartialDate::Day(day) => date.day() == Some(day),
        PartialDate::Moment(..) => date == period,
    }
}

/// The entries of some dates.
fn entries<'a>(
    sources: Sources<'a>,
    is_in: impl Fn(PartialDate) -> bool + Copy + 'a,
) -> impl Iterator<Item = Entry<'a>> {
    let articles = dated(sources.articles, is_in).map(|(ordinal, date, status)| Entry {
        date,
        status,
        what: Happening::Article(ordinal),
    });
    articles.chain(others(sources, is_in))
}

/// The entries of some dates that are no articles.
fn others<'a>(
    sources: Sources<'a>,
    is_in: impl Fn(PartialDate) -> bool + Copy + 'a,
) -> impl Iterator<Item = Entry<'a>> {
    let foundings = sources.anniversaries.iter().map(|anniversary| Entry {
        date: anniversary.founding.0,
        status: anniversary.founding.1,
        what: Happening::Founding(anniversary),
    });
    let foundings = foundings.filter(move |entry| is_in(entry.date));
    let begins = move |unit: &Unit| unit.valid_from.filter(|date| is_in(*date));
    let ends = move |unit: &Unit| unit.valid_to.filter(|date| is_in(*date));
    let begun = units_by(sources.units, begins, Happening::UnitsBegin);
    foundings.chain(begun).chain(units_by(sources.units, ends, Happening::UnitsEnd))
}

/// The articles that have one of some dates, by ordinal.
fn dated(
    order: &Order,
    is_in: impl Fn(PartialDate) -> bool,
) -> impl Iterator<Item = (u32, PartialDate, Status)> {
    let mut first = 0;
    order.dates.iter().flat_map(move |&(date, run)| {
        let run = first..first + run;
        first = run.end;
        let date = date.filter(|(date, _)| is_in(*date));
        let run = if date.is_some() { run } else { 0..0 };
        run.filter_map(move |ordinal| date.map(|(date, status)| (ordinal, date, status)))
    })
}

/// Puts articles in order: the newest first, those without a date last.
pub fn sort_newest_first(order: &Order, articles: &mut [u32]) {
    let dates: Table<u32, PartialDate> =
        dated(order, |_| true).map(|(at, date, _)| (at, date)).collect();
    articles.sort_unstable_by_key(|&at| Reverse((dates.get(&at).copied(), at)));
}

/// The articles before and after one by date; those of one date follow each other by ordinal.
pub fn neighbours(order: &Order, of: u32) -> (Option<u32>, Option<u32>) {
    let Some(here) = dated(order, |_| true).find(|(ordinal, ..)| *ordinal == of) else {
        return (None, None);
    };
    let key = |(ordinal, date, _): &(u32, PartialDate, Status)| (*date, *ordinal);
    let before = dated(order, |_| true).filter(|other| key(other) < key(&here)).max_by_key(key);
    let after = dated(order, |_| true).filter(|other| key(other) > key(&here)).min_by_key(key);
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
        let limits = Limits { from: date(from), to: date(to) };
        for decade in decades(sources, limits) {
            for year in &decade.years {
                let entries = of_year(sources, limits, year.year);
                assert_eq!(entries.len(), year.entries, "{}", year.year);
                let dates: Vec<String> =
                    entries.iter().map(|entry| entry.date.to_string()).collect();
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
        check(Some("2020-10-16"), Some("2020-10-16"), "2020/2020: 2020-10-16T15:34");
        check(Some("2020-10-16T15:34"), Some("2020-10-16T15:33"), "");
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
        let limits = Limits::default();
        let counts: Vec<usize> = decades(sources, limits)
            .iter()
            .flat_map(|decade| &decade.years)
            .flat_map(|year| of_year(sources, limits, year.year))
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
        let decades = decades(sources, Limits::default());
        assert_eq!(decades[0].density(), [0, 2, 0, 0, 0, 0, 0, 0, 0, 1]);
        assert_eq!(decades[0].count(), 3);
    }
}
