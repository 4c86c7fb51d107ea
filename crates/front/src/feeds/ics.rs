//! The same as days of a calendar.

use calendar::{Date, DayEvent, to_ics};

use super::{Entry, Feed};
use crate::Front;

const PRODUCT: &str = "-//Bien Nien//Bien Nien//VI";

/// Writes a feed's entries that have a day, and more such.
pub(super) fn write(front: &Front<'_>, feed: &Feed<'_>, more: &[Entry<'_>], stamp: Date) -> String {
    let mut events: Vec<DayEvent> =
        feed.entries.iter().chain(more).filter_map(|entry| event(front, entry)).collect();
    events.sort_by(|a, b| (a.day, &a.uid).cmp(&(b.day, &b.uid)));
    events.dedup_by(|a, b| a.uid == b.uid);
    to_ics(PRODUCT, &feed.title, stamp, &events)
}

fn event(front: &Front<'_>, entry: &Entry<'_>) -> Option<DayEvent> {
    // The same uid as the viewer's own calendars have where there is one of the same day.
    let uid = match entry.id.strip_prefix("ky-niem/").and_then(|rest| rest.rsplit_once('/')) {
        Some((id, year)) => format!("{id}-{year}@bien-nien"),
        None => format!("{}@bien-nien", entry.id.trim_end_matches('/').replace('/', "-")),
    };
    Some(DayEvent {
        uid,
        day: entry.day?,
        summary: entry.title.clone(),
        description: entry.summary.clone(),
        url: front.site.absolute(&entry.page),
    })
}
