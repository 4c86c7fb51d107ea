//! Feeds, for sites and calendars that allow no script.
//!
//! | file | holds |
//! |---|---|
//! | `nguon/moi-nhat.atom`, `.json`, `.ics` | the latest articles |
//! | `nguon/don-vi/<id>.atom`, `.json`, `.ics` | the latest articles about a unit or anything in it; its own anniversaries |
//! | `nguon/ky-niem.ics`, `.atom`, `.json` | anniversaries: every return over [`YEARS`] years; the first [`COMING`] of them |
//!
//! Nothing here asks what day it is. The years of anniversaries begin with the day that the newest
//! article tells, and reach far enough that a calendar subscribed to stays useful between builds.

mod atom;
mod ics;
mod json;

use std::collections::{BTreeMap, BTreeSet};

use calendar::{Date, Occurrence, PartialDate};
use model::UnitId;
use model::article::Article;
use model::bundle::write::File;
use model::chronicle::{Anniversary, Scope};

use crate::{Front, address, file, home};

/// The latest articles, without the ending.
pub const LATEST: &str = "nguon/moi-nhat";
/// Anniversaries, without the ending.
pub const DAYS: &str = "nguon/ky-niem";
/// Entries of a feed of articles at most.
pub const MOST: usize = 50;
/// Years of anniversaries in a calendar.
pub const YEARS: i32 = 10;
/// Returns of anniversaries in a feed that is no calendar.
pub const COMING: usize = 50;

/// The feeds of a unit, without the ending.
pub fn of_unit(id: &UnitId) -> String {
    ["nguon/don-vi/", id.as_str()].concat()
}

/// One feed in all its forms.
struct Feed<'a> {
    /// Path without the ending.
    path: String,
    title: String,
    /// Where in the site it is about.
    about: String,
    entries: Vec<Entry<'a>>,
}

/// One entry.
struct Entry<'a> {
    /// The same in every build.
    id: String,
    title: String,
    /// Path of its page in the site.
    page: String,
    /// Plain words.
    summary: String,
    /// The day of it, where it is known to the day.
    day: Option<Date>,
    /// That day; of a month or a year, its first.
    near: Option<Date>,
    authors: Vec<&'a str>,
    section: Option<&'a str>,
}

/// All feeds.
pub(crate) fn files(front: &Front<'_>) -> Vec<File> {
    // An undated archive has no day of its own; calendars need one, and any fixed one will do.
    let Some(stamp) = stamp(front).or_else(|| Date::from_days_since_epoch(0)) else {
        return Vec::new();
    };
    let mut files = Vec::new();
    let mut put = |feed: &Feed<'_>, days: &[Entry<'_>]| {
        files.push(file(&[&feed.path, ".atom"].concat(), atom::write(front, feed, stamp)));
        files.push(file(&[&feed.path, ".json"].concat(), json::write(front, feed)));
        files.push(file(&[&feed.path, ".ics"].concat(), ics::write(front, feed, days, stamp)));
    };
    let title = &front.contents.about.title;
    let latest: Vec<&Article> = front.newest.iter().take(MOST).copied().collect();
    put(
        &Feed {
            path: LATEST.to_owned(),
            title: format!("{title}: {}", front.words.feed_latest),
            about: String::new(),
            entries: latest.iter().map(|article| entry(article)).collect(),
        },
        &[],
    );
    let returns = returns(front, stamp, |_| true);
    put(
        &Feed {
            path: DAYS.to_owned(),
            title: format!("{title}: {}", front.words.feed_days),
            about: "#/lich".to_owned(),
            entries: returns
                .iter()
                .take(COMING)
                .map(|(of, day)| return_entry(front, of, *day))
                .collect(),
        },
        &returns
            .iter()
            .skip(COMING)
            .map(|(of, day)| return_entry(front, of, *day))
            .collect::<Vec<_>>(),
    );
    for (unit, articles) in by_unit(front) {
        let Some(name) = front.contents.units.iter().find(|of| of.id == *unit) else { continue };
        let own = self::returns(front, stamp, |of| of.scope == Scope::Unit(unit.clone()));
        put(
            &Feed {
                path: of_unit(unit),
                title: format!("{title}: {}", (front.words.feed_unit)(&name.name)),
                about: address::unit(unit),
                entries: articles.iter().take(MOST).map(|article| entry(article)).collect(),
            },
            &own.iter().map(|(of, day)| return_entry(front, of, *day)).collect::<Vec<_>>(),
        );
    }
    files
}

/// The last day that any article tells of itself.
fn stamp(front: &Front<'_>) -> Option<Date> {
    front.newest.iter().filter_map(|article| day(home::listed(article)?)).max()
}

/// A date's day; of a month or a year, its first.
fn day(date: PartialDate) -> Option<Date> {
    let first = || Date::new(date.year(), date.month().map_or(1, u32::from), 1).ok();
    date.day().or_else(first)
}

fn entry(article: &Article) -> Entry<'_> {
    let listed = home::listed(article);
    Entry {
        id: address::article(&article.id),
        title: article.title.clone(),
        page: address::article(&article.id),
        summary: model::bundle::lists::lead(article),
        day: listed.and_then(PartialDate::day),
        near: listed.and_then(day),
        authors: article.bylines.iter().map(|byline| byline.name.as_str()).collect(),
        section: article.section.as_deref(),
    }
}

/// Articles by unit, the newest first; those about a part of a unit count for it too.
fn by_unit<'f>(front: &Front<'f>) -> BTreeMap<&'f UnitId, Vec<&'f Article>> {
    /// Deeper than any chain of units; a circle ends here.
    const DEEPEST: usize = 12;
    let units = &front.contents.units;
    let parents: BTreeMap<&UnitId, &UnitId> =
        units.iter().filter_map(|unit| Some((&unit.id, unit.parent.as_ref()?))).collect();
    let mut all: BTreeMap<&UnitId, Vec<&Article>> = BTreeMap::new();
    for article in &front.newest {
        let mut next = article.unit.as_ref().map(|unit| &unit.value);
        let mut seen = BTreeSet::new();
        while let Some(unit) = next.filter(|unit| seen.len() < DEEPEST && seen.insert(*unit)) {
            all.entry(unit).or_default().push(article);
            next = parents.get(unit).copied();
        }
    }
    all
}

/// The returns of anniversaries from a day on, in order.
fn returns<'f>(
    front: &Front<'f>,
    from: Date,
    wanted: impl Fn(&Anniversary) -> bool,
) -> Vec<(&'f Anniversary, Occurrence)> {
    let all = front.contents.chronicle.anniversaries.iter().filter(|of| wanted(of));
    let mut returns: Vec<_> = all
        .filter_map(|of| Some((of, of.founding.value.day()?)))
        .flat_map(|(of, founding)| {
            let years = from.year()..=from.year() + YEARS;
            Occurrence::table(founding, years).map(move |day| (of, day))
        })
        .filter(|(of, day)| day.date >= from && is_kept(of, day.date))
        .collect();
    returns.sort_by(|(a, x), (b, y)| (x.date, &a.id).cmp(&(y.date, &b.id)));
    returns
}

/// Whether it was still observed on a day.
fn is_kept(of: &Anniversary, on: Date) -> bool {
    of.valid_to.and_then(day).is_none_or(|end| on < end)
}

fn return_entry<'f>(front: &Front<'f>, of: &'f Anniversary, on: Occurrence) -> Entry<'f> {
    let quote = of.mentions.first().map(|first| first.mention.quote.as_str()).unwrap_or_default();
    let founded = (front.words.founded)(of.founding.value);
    Entry {
        id: format!("ky-niem/{}/{}", of.id, on.date.year()),
        title: (front.words.years)(&of.name, on.years),
        page: address::anniversary(&of.id),
        summary: if quote.is_empty() { founded } else { format!("{founded}. {quote}") },
        day: Some(on.date),
        near: Some(on.date),
        authors: Vec::new(),
        section: None,
    }
}
