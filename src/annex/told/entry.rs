//! One day of every year, congress or award, with every passage that names it.

use calendar::{AnnualDay, Date};
use model::days::ReferenceDay;
use yew::prelude::*;

use super::read::{self, Entry, More};
use super::reference::reference_days_of;
use crate::annals::agenda;
use crate::annex::subject::{Subject, subject_page};
use crate::components::{Passage, save_days};
use crate::hooks::{Absent, Archive, ArchiveRef, Asked};
use crate::i18n::Messages;
use crate::i18n::annex::annex;
use crate::markup::html;
use crate::platform::dom;
use crate::route::{Route, ToldKind};

/// One day, congress or award.
pub(super) fn entry_page(
    messages: &'static Messages,
    archive: &ArchiveRef,
    kind: ToldKind,
    id: &str,
    today: Date,
) -> Html {
    let route = Route::Told { kind, id: Some(id.to_owned()) };
    let unknown = annex(messages).told.unknown;
    subject_page(messages, archive, &route, unknown, subject(messages, archive, kind, id, today))
}

/// The entry of an id, with its mentions in all articles.
fn entry<'a>(archive: &'a Archive, kind: ToldKind, id: &str) -> Asked<Option<Entry<'a>>> {
    let part = read::part(kind).ok_or(Absent::Unknown)?;
    let found = read::newest(archive, &part, usize::MAX)?;
    // Older pages may have more of its mentions: it is shown when all of them are here.
    if found.is_waiting {
        return Err(Absent::Waiting);
    }
    Ok(read::entries(kind, &found.pages).into_iter().find(|entry| entry.id == id))
}

fn subject(
    messages: &'static Messages,
    archive: &ArchiveRef,
    kind: ToldKind,
    id: &str,
    today: Date,
) -> Asked<Subject> {
    let says = &annex(messages).told;
    let told = entry(archive, kind, id)?;
    let cited: Vec<&ReferenceDay> = match kind {
        ToldKind::Days => {
            let named = |day: &&ReferenceDay| match told.as_ref().map(|entry| entry.more) {
                Some(More::Day(same)) => day.day == same,
                _ => day.id == id,
            };
            read::reference_days(archive)?.iter().filter(named).collect()
        }
        _ => Vec::new(),
    };
    let name = told.as_ref().map(|entry| entry.name);
    let name = name.or(cited.first().map(|day| day.name.as_str())).ok_or(Absent::Unknown)?;
    let day = match told.as_ref().map(|entry| entry.more) {
        Some(More::Day(day)) => Some(day),
        _ => cited.first().map(|day| day.day),
    };
    let lead = match (day, told.as_ref().map(|entry| entry.more)) {
        (Some(day), _) => {
            let next = day.next(today);
            html! {
                <p class="page-lead">
                    { (says.yearly)(day) }
                    if let Some(next) = next {
                        { " · " }{ annex(messages).anniversary.next }{ ": " }
                        <a href={Route::Today { day: Some(next) }.href()}>{ (messages.dates.long)(next) }</a>
                    }
                </p>
            }
        }
        (None, Some(More::Term(Some((from, to))))) => {
            html! { <p class="page-lead">{ (says.term)(from, to) }</p> }
        }
        _ => Html::default(),
    };
    // What no article says is marked as such from the heading on.
    let kicker = if told.is_some() { (says.kind)(kind) } else { says.reference.title };
    Ok(Subject {
        id: id.to_owned(),
        kicker,
        name: name.to_owned(),
        heading: html! { { name } },
        lead,
        body: html! {
            <>
                { reference_days_of(messages, archive, &cited) }
                { day.map(|day| to_calendar(messages, archive, day, id, name, today)).unwrap_or_default() }
            </>
        },
        of: match kind {
            ToldKind::Days => |_, archive, id| passages(archive, ToldKind::Days, id),
            ToldKind::Congresses => |_, archive, id| passages(archive, ToldKind::Congresses, id),
            _ => |_, archive, id| passages(archive, ToldKind::Awards, id),
        },
    })
}

/// Saves the coming returns of a day for the reader's own calendar.
fn to_calendar(
    messages: &'static Messages,
    archive: &ArchiveRef,
    day: AnnualDay,
    id: &str,
    name: &str,
    today: Date,
) -> Html {
    let (id, name) = (id.to_owned(), name.to_owned());
    let file = [&id, ".ics"].concat();
    save_days(annex(messages).anniversary.to_calendar, archive, file, today, move || {
        let description = (annex(messages).told.yearly)(day);
        let url = dom::absolute(&super::address(ToldKind::Days, Some(&id)));
        agenda::yearly(day, &id, &name, &description, url.as_deref(), today)
    })
}

fn passages<'a>(archive: &'a Archive, kind: ToldKind, id: &str) -> Vec<Passage<'a>> {
    let found = entry(archive, kind, id).ok().flatten();
    let mentions = found.map(|entry| entry.mentions).unwrap_or_default();
    mentions.into_iter().map(|mention| Passage { mention, remark: None }).collect()
}
