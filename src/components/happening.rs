//! One line of the timeline: an article, a founding, the beginning or the end of units.

use model::unit::Unit;
use yew::prelude::*;

use super::known::{known, of_source};
use super::state::pending;
use crate::annals::timeline::{Entry, Happening};
use crate::hooks::Archive;
use crate::i18n::Messages;
use crate::i18n::annex::annex;
use crate::markup::html;
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
    let date = entry.date;
    let written = match (when, date.day(), date.month()) {
        (When::Year, ..) => date.year().to_string(),
        (When::DayAndMonth, Some(day), _) => (messages.dates.day_and_month)(day),
        (When::DayAndMonth, None, Some(month)) => (messages.dates.month)(month),
        (When::DayAndMonth, None, None) => annex(messages).timeline.some_day.to_owned(),
    };
    html! {
        <li class="entry">
            <time class="entry-date" datetime={date.to_string()}>{ written }</time>
            <div>{ what(messages, archive, entry) }</div>
        </li>
    }
}

fn what(messages: &Messages, archive: &Archive, entry: &Entry<'_>) -> Html {
    let says = &annex(messages).timeline;
    let status = known(messages, archive, entry.status, None);
    match &entry.what {
        Happening::Article(ordinal) => match archive.at(*ordinal) {
            Ok(summary) => {
                let unit = summary.unit.as_ref().and_then(|id| archive.unit(id.as_str()));
                let note = unit.map(unit_link).unwrap_or_default();
                titled(&summary.title, &Route::article(&summary.id, &summary.title), status, note)
            }
            Err(why) => html! {
                <>
                    <p class="entry-title">{ pending(messages, why) }</p>
                    <p class="entry-meta">{ status }</p>
                </>
            },
        },
        Happening::Founding(anniversary) => {
            let route = Route::Anniversary { id: anniversary.id.clone(), year: None };
            titled(&anniversary.name, &route, status, html! { <span>{ says.founding }</span> })
        }
        Happening::UnitsBegin(units) => many(messages, archive, (says.begins)(units.len()), units),
        Happening::UnitsEnd(units) => many(messages, archive, (says.ends)(units.len()), units),
    }
}

fn titled(title: &str, route: &Route, status: Html, note: Html) -> Html {
    html! {
        <>
            <p class="entry-title"><a href={route.href()} lang="vi">{ title }</a></p>
            <p class="entry-meta">{ status }{ note }</p>
        </>
    }
}

/// Units of one date. Where their periods are from is told once, when it is the same for all.
fn many(messages: &Messages, archive: &Archive, title: String, units: &[&Unit]) -> Html {
    let first = units.first().and_then(|unit| unit.source.as_ref());
    let shared = first.filter(|first| units.iter().all(|unit| unit.source.as_ref() == Some(first)));
    html! {
        <>
            <p class="entry-title">{ title }</p>
            <ul class="entry-meta">
                { for units.iter().map(|unit| html! { <li key={unit.id.as_str()}>{ unit_link(unit) }</li> }) }
            </ul>
            { shared.map(|source| known(messages, archive, of_source(source), None)).unwrap_or_default() }
        </>
    }
}

fn unit_link(unit: &Unit) -> Html {
    html! { <a href={Route::Unit { id: unit.id.to_string() }.href()} lang="vi">{ &unit.name }</a> }
}
