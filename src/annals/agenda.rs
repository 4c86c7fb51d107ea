//! Anniversaries as days of the coming years, for the reader's own calendar.

use calendar::{AnnualDay, Date, DayEvent, Occurrence};
use model::bundle::AnniversaryHead;

use crate::i18n::Messages;
use crate::i18n::annex::annex;
use crate::route::Route;

/// Years ahead that are written: a calendar needs a fresh file now and then anyway.
const YEARS: usize = 10;

/// The next ten returns of each anniversary, from `today` on, while it is observed. One known by its
/// year alone has no day and is left out. `page` makes an absolute address of a place.
pub fn agenda<'a>(
    messages: &'a Messages,
    anniversaries: impl Iterator<Item = &'a AnniversaryHead>,
    today: Date,
    page: fn(&str) -> Option<String>,
) -> impl Iterator<Item = DayEvent> {
    let of_one = move |found: &'a AnniversaryHead| {
        let founding = found.founding.0.day()?;
        let first = founding.year().saturating_add(1).max(today.year());
        let last = first.max(today.year() + 1).saturating_add(YEARS as i32);
        let returns = Occurrence::table(founding, first..=last)
            .filter(move |next| next.date >= today)
            .filter(|next| found.valid_to.is_none_or(|end| end > next.date.into()))
            .take(YEARS);
        Some(returns.map(move |next| event(messages, found, next, page)))
    };
    anniversaries.filter_map(of_one).flatten()
}

fn event(
    messages: &Messages,
    found: &AnniversaryHead,
    next: Occurrence,
    page: fn(&str) -> Option<String>,
) -> DayEvent {
    let year = next.date.year();
    let place = Route::Anniversary { id: found.id.clone(), year: Some(year) }.href();
    let status = (messages.facts.status)(found.founding.1);
    let since = (messages.dates.partial)(found.founding.0);
    DayEvent {
        uid: [&found.id, "-", &year.to_string(), "@bien-nien"].concat(),
        day: next.date,
        summary: summary(messages, found, next),
        description: [annex(messages).anniversary.since, " ", &since, " (", status, ")"].concat(),
        url: page(&place),
    }
}

/// The next ten returns of a day of every year, civil or lunar. `id` names it, `description` says
/// whence it is known, `url` leads to it.
pub fn yearly(
    day: AnnualDay,
    id: &str,
    name: &str,
    description: &str,
    url: Option<&str>,
    today: Date,
) -> Vec<DayEvent> {
    let after = |date: &Date| day.next(date.plus_days(1)?);
    let returns = std::iter::successors(day.next(today), after).take(YEARS);
    let event = |date: Date| DayEvent {
        // A day of the twelfth lunar month may return twice in a civil year: its date tells it apart.
        uid: [id, "-", &date.to_string(), "@bien-nien"].concat(),
        day: date,
        summary: name.to_owned(),
        description: description.to_owned(),
        url: url.map(str::to_owned),
    };
    returns.map(event).collect()
}

/// "Công tác dân vận: 100 năm (năm tròn)".
fn summary(messages: &Messages, found: &AnniversaryHead, next: Occurrence) -> String {
    let says = &messages.today;
    let count = [": ", &next.years.to_string(), " ", (says.years_word)(next.years)].concat();
    let class = if next.round.is_round() {
        [" (", (says.class)(next.round), ")"].concat()
    } else {
        String::new()
    };
    [found.name.as_str(), &count, &class].concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annals::days::tests::head;
    use crate::hooks::Language;

    fn told(founding: &str, today: &str, valid_to: Option<&str>) -> Vec<String> {
        let mut found = head(founding);
        found.valid_to = valid_to.map(|end| end.parse().unwrap());
        let messages = Language::default().messages();
        let page = |place: &str| Some(["https://a.vn/", place].concat());
        let events = agenda(messages, std::iter::once(&found), today.parse().unwrap(), page);
        events.map(|event| [&event.day.to_string(), " ", &event.summary].concat()).collect()
    }

    #[test]
    fn ten_returns_from_today_on() {
        let events = told("1930-10-15", "2026-10-15", None);
        assert_eq!(events.len(), 10);
        assert!(
            events[0].starts_with("2026-10-15 ") && events[0].ends_with("96 năm"),
            "{events:?}"
        );
        assert!(events[4].starts_with("2030-10-15 "), "{events:?}");
        assert!(events[4].ends_with("100 năm (năm tròn)"), "{events:?}");
        assert!(events[5].ends_with("101 năm"));
        assert!(told("1930-10-15", "2026-10-16", None)[0].starts_with("2027-10-15 "));
        assert_eq!(told("1930-10-15", "2026-10-16", None).len(), 10);
    }

    #[test]
    fn without_a_day_or_past_its_end_there_is_none() {
        assert_eq!(told("1930", "2026-10-15", None).len(), 0);
        assert_eq!(told("1948-10-16", "2025-01-01", Some("2026-07-01")).len(), 1);
    }

    #[test]
    fn the_twenty_ninth_of_february_stays_in_its_month() {
        let events = told("2004-02-29", "2027-01-01", None);
        assert!(events[0].starts_with("2027-02-28 "));
        assert!(events[1].starts_with("2028-02-29 "));
    }

    #[test]
    fn lunar_days_by_the_tables() {
        let today = "2026-10-14".parse().unwrap();
        let days = |day: &str| -> Vec<String> {
            let events = yearly(day.parse().unwrap(), "x", "Giỗ Tổ", "", None, today);
            let ids: std::collections::BTreeSet<&str> = events.iter().map(|e| &*e.uid).collect();
            assert_eq!((events.len(), ids.len()), (10, 10));
            events.iter().map(|event| event.day.to_string()).collect()
        };
        assert_eq!(days("am-03-10")[..3], ["2027-04-16", "2028-04-04", "2029-04-23"]);
        assert_eq!(days("10-14")[0], "2026-10-14", "a day of today is the first");
        assert_eq!(days("02-29")[..2], ["2027-02-28", "2028-02-29"]);
    }
}
