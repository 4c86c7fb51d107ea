//! One line of the timeline: an article, a founding, the beginning or the end of a unit.

use model::Status;
use yew::prelude::*;

use super::known::{known, of_source};
use crate::annals::timeline::{Entry, Happening};
use crate::hooks::Archive;
use crate::i18n::Messages;
use crate::route::Route;

/// How the date of an entry is written beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// The year stands above: day and month.
    DayAndMonth,
    /// The day stands above: the year.
    Year,
}

/// An entry as an item of `ul.entries.entries-dated`.
pub fn happening(messages: &Messages, archive: &Archive, entry: &Entry<'_>, when: When) -> Html {
    let Entry { date, status, what } = *entry;
    let written = match (when, date.day(), date.month()) {
        (When::Year, ..) => date.year().to_string(),
        (When::DayAndMonth, Some(day), _) => (messages.dates.day_and_month)(day),
        (When::DayAndMonth, None, Some(month)) => (messages.dates.month)(month),
        (When::DayAndMonth, None, None) => messages.timeline.some_day.to_owned(),
    };
    let (title, route, note) = parts(messages, archive, what);
    html! {
        <li key={route.href()} class="entry">
            <time class="entry-date" datetime={date.to_string()}>{ written }</time>
            <div>
                <p class="entry-title"><a href={route.href()} lang="vi">{ title }</a></p>
                <div class="entry-meta">
                    { status_of(messages, archive, what, status) }
                    { note }
                </div>
            </div>
        </li>
    }
}

/// Title, place and remark of what happened.
fn parts(messages: &Messages, archive: &Archive, what: Happening<'_>) -> (String, Route, Html) {
    let unit_route = |id: &model::UnitId| Route::Unit { id: id.to_string() };
    match what {
        Happening::Article(summary) => {
            let unit = summary.unit.as_ref().and_then(|id| archive.unit(id.as_str()));
            let note = unit.map(|unit| {
                html! { <a href={unit_route(&unit.id).href()}>{ &unit.name }</a> }
            });
            (
                summary.title.clone(),
                Route::article(&summary.id, &summary.title),
                note.unwrap_or_default(),
            )
        }
        Happening::Founding(anniversary) => (
            anniversary.name.clone(),
            Route::Anniversary { id: anniversary.id.clone(), year: None },
            html! { <span>{ messages.timeline.founding }</span> },
        ),
        Happening::UnitBegins(unit) => {
            ((messages.timeline.begins)(&unit.name), unit_route(&unit.id), Html::default())
        }
        Happening::UnitEnds(unit) => {
            ((messages.timeline.ends)(&unit.name), unit_route(&unit.id), Html::default())
        }
    }
}

/// How the date is known. A unit's period says itself whence it is.
fn status_of(messages: &Messages, archive: &Archive, what: Happening<'_>, status: Status) -> Html {
    match what {
        Happening::UnitBegins(unit) | Happening::UnitEnds(unit) => unit
            .source
            .as_ref()
            .map(|source| known(messages, archive, of_source(source), None))
            .unwrap_or_default(),
        _ => known(messages, archive, status, None),
    }
}
