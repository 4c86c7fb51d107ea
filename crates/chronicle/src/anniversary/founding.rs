//! From what the text says to founding dates: pairs state them, counts let them be derived.

use calendar::{Date, PartialDate};
use model::article::Article;
use model::known::{Rule, Status};

use super::{Dates, FoundAnniversary, Founding, Lead, Raw};
use crate::date::{DateValue, DayMonth, Found};
use crate::passage::Passage;
use crate::token::Token;

/// Counts and printed dates may be off by this many years: celebrations run over a turn of year.
const TOLERANCE: i32 = 1;
/// Vietnam went online in November 1997: no page speaks of an earlier year as its own.
const FIRST_PAGE: i32 = 1997;

/// Gives every mention its founding date, where the article tells or lets it be computed.
pub(super) fn found(
    article: &Article,
    passages: &[Passage],
    raw: Vec<Raw>,
) -> Vec<FoundAnniversary> {
    let now = Now::of(article, passages, &raw);
    let stated = founding_statements(passages);
    let pairs: Vec<(u16, i32)> = raw.iter().filter_map(counted_pair).collect();
    raw.into_iter()
        .map(|raw| {
            let now = now.of_count(&raw, &pairs);
            let mut told = tell(raw, now);
            refine(&mut told, &stated);
            told
        })
        .collect()
}

/// The count of a mention with a pair, and the year the pair is kept.
fn counted_pair(raw: &Raw) -> Option<(u16, i32)> {
    match raw.dates {
        Dates::Pair(_, occasion) => Some((raw.claimed?, occasion.year())),
        _ => None,
    }
}

/// The time an article speaks from.
#[derive(Clone, Copy)]
struct Now {
    year: Option<i32>,
    day: Option<Date>,
    /// The latest year that the text prints: it speaks from no earlier one.
    latest: Option<i32>,
}

impl Now {
    /// An article of 31 December speaks of the coming 1 January: a count without dates that the
    /// article also prints with a pair is of the pair's year.
    fn of_count(self, raw: &Raw, pairs: &[(u16, i32)]) -> Self {
        let mut years = pairs.iter().filter(|(count, _)| raw.claimed == Some(*count));
        match (years.next(), self.year) {
            (Some((_, year)), Some(now))
                if raw.dates == Dates::None && (year - now).abs() <= TOLERANCE =>
            {
                Self { year: Some(*year), ..self }
            }
            _ => self,
        }
    }

    /// The event's date, else the publication's, else the year of the only occasion it tells.
    fn of(article: &Article, passages: &[Passage], raw: &[Raw]) -> Self {
        let latest = passages.iter().flat_map(|passage| &passage.dates).filter_map(year).max();
        let dated = article.event.as_ref().or(article.published.as_ref());
        if let Some(date) = dated.map(|dated| dated.value) {
            return Self { year: Some(date.year()), day: date.day(), latest };
        }
        let mut occasions = raw.iter().filter_map(|raw| match raw.dates {
            Dates::Pair(_, occasion) => Some(occasion.year()),
            _ => None,
        });
        let first = occasions.next();
        let unanimous = first.filter(|&year| occasions.all(|other| other == year));
        Self { year: unanimous, day: None, latest }
    }
}

/// The year a date says, the later of two.
fn year(date: &Found) -> Option<i32> {
    match date.value {
        DateValue::Date(date) => Some(date.year()),
        DateValue::Pair { to, .. } => Some(to.year()),
        DateValue::Period { to, .. } => Some(to),
        DateValue::Quarter { year, .. } => year,
        DateValue::DayMonth(_) => None,
    }
}

fn tell(raw: Raw, now: Now) -> FoundAnniversary {
    let years = raw.claimed.map(i32::from);
    let now = match raw.led_by {
        Lead::Now => now,
        Lead::Year(year) => Now { year: Some(year), day: None, ..now },
        Lead::Future => Now { year: None, day: None, ..now },
    };
    let (founding, occasion_year) = match (raw.dates, years) {
        (Dates::Pair(from, to), _) => (stated(from), Some(to.year())),
        (Dates::One(date), Some(years)) => one_date(date, years, now),
        (Dates::Own(year), Some(years)) => own_year(year, years, now),
        (Dates::DayMonth(day), Some(years)) => {
            let year = occasion_of(day, now);
            (year.and_then(|year| derived(year, years, Some(day))), year)
        }
        (_, Some(years)) => (now.year.and_then(|year| derived(year, years, None)), now.year),
        (_, None) => (None, now.year),
    };
    FoundAnniversary {
        subject: raw.subject,
        kind: raw.kind,
        name: raw.name,
        at: raw.at,
        sentence: raw.sentence,
        founding,
        claimed_years: raw.claimed,
        occasion_year,
    }
}

fn stated(date: PartialDate) -> Option<Founding> {
    Some(Founding { date, status: Status::Stated, rule: Rule::FoundingPair })
}

/// The year of the occasion less the years counted; with a day only where the day is printed.
fn derived(year: i32, years: i32, day: Option<DayMonth>) -> Option<Founding> {
    let from = year.checked_sub(years).filter(|from| *from >= 1)?;
    let date = match day.and_then(|day| day.in_year(from)) {
        Some(day) => PartialDate::Day(day),
        None => PartialDate::Year(from),
    };
    let rule = Rule::YearsSubtracted { year, years: u16::try_from(years).ok()? };
    Some(Founding { date, status: Status::Derived, rule })
}

/// One full date beside a count: the founding's when the count leads from it to now or to an
/// occasion in the past, the occasion's when it is about now or the count would lead to the future.
/// With no now, a day before the web is the founding's when the count leads from it into the web's
/// time: the latest year printed may be the founding's own.
fn one_date(date: PartialDate, years: i32, now: Now) -> (Option<Founding>, Option<i32>) {
    let occasion = date.year() + years;
    // No page of the web is as old as such a day, so it is not the occasion's.
    if now.year.is_none() && date.year() < FIRST_PAGE && occasion >= FIRST_PAGE {
        return (stated(date), Some(occasion));
    }
    let Some(speaks) = now.year.or(now.latest) else { return (None, None) };
    let is_now = (speaks - date.year()).abs() <= TOLERANCE && years > TOLERANCE;
    if occasion <= speaks + TOLERANCE && !is_now {
        return (stated(date), Some(occasion));
    }
    let day = date.day().map(|day| DayMonth { month: day.month(), day: day.day() });
    (derived(date.year(), years, day), Some(date.year()))
}

/// A year that a name ends with is the founding's, when the count leads from it to now; with no now,
/// when no page of the web can be as old.
fn own_year(year: i32, years: i32, now: Now) -> (Option<Founding>, Option<i32>) {
    let occasion = year + years;
    let fits = match now.year {
        Some(now) => (occasion - now).abs() <= TOLERANCE,
        None => year < FIRST_PAGE && occasion >= FIRST_PAGE,
    };
    if fits {
        return (stated(PartialDate::Year(year)), Some(occasion));
    }
    match now.year {
        Some(now) if (year - now).abs() > TOLERANCE => (derived(now, years, None), Some(now)),
        _ if year >= FIRST_PAGE => (derived(year, years, None), Some(year)),
        _ => (None, None),
    }
}

/// The year of the return of a day that lies nearest to now: an article of December speaks of the
/// coming 3 February.
fn occasion_of(day: DayMonth, now: Now) -> Option<i32> {
    let year = now.year?;
    let Some(today) = now.day else { return Some(year) };
    let distance = |year: i32| {
        let date = day.in_year(year)?;
        Some((date.days_since_epoch() - today.days_since_epoch()).abs())
    };
    [year - 1, year, year + 1]
        .into_iter()
        .filter_map(|year| Some((distance(year)?, year)))
        .min()
        .map(|(_, year)| year)
        .or(Some(year))
}

/// Days on which something is said to have been founded: "được thành lập ngày 15/4/1976",
/// "thành lập theo Quyết định số 32 ngày 11/4/2007".
fn founding_statements(passages: &[Passage]) -> Vec<Date> {
    const REACH: usize = 16;
    let mut found = Vec::new();
    for passage in passages {
        for date in &passage.dates {
            let DateValue::Date(PartialDate::Day(day)) = date.value else { continue };
            let start = date.tokens.start;
            let before = &passage.tokens[start.saturating_sub(REACH)..start];
            let clause = before.rsplit(|t| t.is_any(&[".", ";", ",", ")"])).next().unwrap_or(&[]);
            if says_founded(clause) {
                found.push(day);
            }
        }
    }
    found
}

fn says_founded(clause: &[Token]) -> bool {
    let words = |first: &str, second: &str| {
        clause.windows(2).any(|pair| pair[0].is(first) && pair[1].is(second))
    };
    words("thành", "lập") || words("ra", "đời")
}

/// A year counted back to "thành lập" is the day that the article states for that year, if it
/// states just one.
fn refine(told: &mut FoundAnniversary, stated: &[Date]) {
    let Some(founding) = &mut told.founding else { return };
    let PartialDate::Year(year) = founding.date else { return };
    if told.kind != model::chronicle::AnniversaryKind::Founding {
        return;
    }
    let mut days = stated.iter().filter(|day| day.year() == year);
    if let (Some(day), true) = (days.next(), days.all(|_| false)) {
        *founding =
            Founding { date: (*day).into(), status: Status::Stated, rule: Rule::FoundingStatement };
    }
}
