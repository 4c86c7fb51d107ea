//! One line of the timeline: an article, a founding, the beginning or the end of units.

use std::rc::Rc;

use model::unit::Unit;
use yew::prelude::*;

use super::known::{known, of_source};
use super::state::pending;
use crate::annals::timeline::{Entry, Happening};
use crate::hooks::{Archive, use_messages};
use crate::i18n::Messages;
use crate::i18n::annex::annex;
use crate::markup::html;
use crate::platform::dom;
use crate::route::Route;

/// How the date of an entry is written beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// The year stands above: day and month.
    DayAndMonth,
    /// The day stands above: the year.
    Year,
}

/// How an entry stands in its list.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    /// How its date is written.
    pub when: When,
    /// Which of how many it is, where not all of them are drawn.
    pub place: Option<(usize, usize)>,
}

/// An entry as an item of `ul.entries.entries-dated`.
pub fn happening(messages: &Messages, archive: &Archive, entry: &Entry<'_>, row: Row) -> Html {
    let date = entry.date;
    let written = match (row.when, date.day(), date.month()) {
        (When::Year, ..) => date.year().to_string(),
        (When::DayAndMonth, Some(day), _) => (messages.dates.day_and_month)(day),
        (When::DayAndMonth, None, Some(month)) => (messages.dates.month)(month),
        (When::DayAndMonth, None, None) => annex(messages).timeline.some_day.to_owned(),
    };
    html! {
        <li class="entry" aria-posinset={row.place.map(|(at, _)| at.to_string())}
            aria-setsize={row.place.map(|(_, of)| of.to_string())}>
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
        Happening::UnitsBegin(units) => {
            let id = ["lap-", &entry.date.to_string()].concat();
            many(messages, archive, id, (says.begins)(units.len()), units)
        }
        Happening::UnitsEnd(units) => {
            let id = ["thoi-", &entry.date.to_string()].concat();
            many(messages, archive, id, (says.ends)(units.len()), units)
        }
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
fn many(
    messages: &Messages,
    archive: &Archive,
    id: String,
    title: String,
    units: &[&Unit],
) -> Html {
    let first = units.first().and_then(|unit| unit.source.as_ref());
    let shared = first.filter(|first| units.iter().all(|unit| unit.source.as_ref() == Some(first)));
    let named = |unit: &&Unit| (unit.id.to_string(), unit.name.clone());
    let units = Rc::new(units.iter().map(named).collect::<Vec<_>>());
    html! {
        <>
            <p class="entry-title">{ title }</p>
            <UnitList {id} {units} />
            { shared.map(|source| known(messages, archive, of_source(source), None)).unwrap_or_default() }
        </>
    }
}

/// A reform is of hundreds of units; so many are named at first.
const FEW: usize = 6;
/// Only one more is named rather than asked for.
const SPARE: usize = 1;

#[derive(Properties, PartialEq)]
struct UnitListProps {
    /// Of the list, unique in the page.
    id: String,
    /// Their ids and names.
    units: Rc<Vec<(String, String)>>,
}

/// Units by name: the first few, and all of them on demand.
#[component]
fn UnitList(UnitListProps { id, units }: &UnitListProps) -> Html {
    let messages = use_messages();
    let is_asked = use_state_eq(|| false);
    let shown = if *is_asked || units.len() <= FEW + SPARE { units.len() } else { FEW };
    let left = units.len() - shown;
    // The focus must not go away with the button that had it.
    let first_new = ["#", id, " li:nth-child(", &(FEW + 1).to_string(), ") a"].concat();
    use_effect_with(*is_asked, move |is_asked| {
        if *is_asked {
            dom::focus(&first_new);
        }
    });
    let onclick = Callback::from(move |_: MouseEvent| is_asked.set(true));
    html! {
        <ul class="entry-meta" id={id.clone()}>
            { for units[..shown].iter().map(|(id, name)| html! {
                <li key={id.as_str()}>{ named_link(id.clone(), name) }</li>
            }) }
            if left > 0 {
                <li><button type="button" class="link-button" {onclick}>
                    { (annex(messages).timeline.more_units)(left) }
                </button></li>
            }
        </ul>
    }
}

fn unit_link(unit: &Unit) -> Html {
    named_link(unit.id.to_string(), &unit.name)
}

fn named_link(id: String, name: &str) -> Html {
    html! { <a href={Route::Unit { id }.href()} lang="vi">{ name }</a> }
}
