//! Entries by name: days of every year, congresses, awards; and the names of what has pages of its
//! own.

use model::bundle::Name;
use model::chronicle::SubjectRef;
use yew::prelude::*;

use super::read::{self, Entry, More};
use super::{address, reference};
use crate::components::{LongList, absent, articles_in, empty};
use crate::hooks::{Absent, Archive, ArchiveRef, Asked, use_messages};
use crate::i18n::Messages;
use crate::i18n::annex::annex;
use crate::markup::html;
use crate::route::{Route, ToldKind};

/// The entries of a kind.
pub(super) fn list(messages: &'static Messages, archive: &ArchiveRef, kind: ToldKind) -> Html {
    if read::part(kind).is_some() {
        return html! {
            <>
                <Older key={(annex(messages).told.kind)(kind)} archive={archive.clone()} {kind} />
                if kind == ToldKind::Days { { reference::all(messages, archive) } }
            </>
        };
    }
    match names(archive, kind) {
        Err(why) => absent(messages, why),
        Ok(found) if found.is_empty() => empty((annex(messages).told.nothing)(kind), ""),
        Ok(found) => {
            let total = found.len();
            let here = archive.clone();
            let draw = Callback::from(move |most| {
                let names = names(&here, kind).unwrap_or_default();
                html! { <ul class="entries">{ for names.into_iter().take(most).map(named) }</ul> }
            });
            html! { <LongList {total} {draw} /> }
        }
    }
}

/// How many entries there are of the kinds that have names, once these are here.
pub(super) fn counts(archive: &Archive) -> Vec<(ToldKind, usize)> {
    let kinds =
        [ToldKind::Anniversaries, ToldKind::Officials, ToldKind::Programmes, ToldKind::Directives];
    let count = |kind| Some((kind, names(archive, kind).ok()?.len()));
    kinds.into_iter().filter_map(count).collect()
}

/// The names of a kind, in order of first mention.
fn names(archive: &Archive, kind: ToldKind) -> Asked<Vec<&Name>> {
    let is_kind = |name: &&Name| {
        matches!(
            (&name.of, kind),
            (SubjectRef::Anniversary(_), ToldKind::Anniversaries)
                | (SubjectRef::Official(_), ToldKind::Officials)
                | (SubjectRef::Programme(_), ToldKind::Programmes)
                | (SubjectRef::Directive(_), ToldKind::Directives)
        )
    };
    Ok(archive.names()?.into_iter().filter(is_kind).collect())
}

fn named(name: &Name) -> Html {
    let route = match name.of.clone() {
        SubjectRef::Anniversary(id) => Route::Anniversary { id, year: None },
        SubjectRef::Official(id) => Route::Official { id },
        SubjectRef::Programme(id) => Route::Programme { id },
        SubjectRef::Directive(id) => Route::Directive { id },
        SubjectRef::Unit(id) => Route::Unit { id: id.to_string() },
    };
    let href = route.href();
    html! {
        <li key={href.clone()} class="entry">
            <p class="entry-title"><a {href} lang="vi">{ &name.name }</a></p>
        </li>
    }
}

/// Props of [`Older`].
#[derive(Properties, PartialEq)]
struct OlderProps {
    archive: ArchiveRef,
    kind: ToldKind,
}

/// Pages read at first, and more at a time: two thousand articles.
const STEP: usize = 4;

/// The entries that the newest articles mention, and those of older ones on demand. Days are few:
/// all are read at once.
#[component]
fn Older(OlderProps { archive, kind }: &OlderProps) -> Html {
    let (messages, kind) = (use_messages(), *kind);
    let pages = use_state_eq(|| if kind == ToldKind::Days { usize::MAX } else { STEP });
    let says = &annex(messages).told;
    let Some(part) = read::part(kind) else { return Html::default() };
    let found = match read::newest(archive, &part, *pages) {
        Ok(found) => found,
        Err(why) => return absent(messages, why),
    };
    let entries = read::entries(kind, &found.pages);
    if entries.is_empty() && found.is_all && !found.is_waiting {
        return empty((says.nothing)(kind), "");
    }
    let total = entries.len();
    let (here, read) = (archive.clone(), *pages);
    let draw = Callback::from(move |most| {
        let found = read::newest(&here, &part, read);
        let entries = found.map(|found| read::entries(kind, &found.pages)).unwrap_or_default();
        html! {
            <ul class="entries">
                { for entries.iter().take(most).map(|entry| row(messages, kind, entry)) }
            </ul>
        }
    });
    html! {
        <>
            <LongList {total} {draw} />
            { older(messages, &found, Callback::from(move |()| pages.set(read.saturating_add(STEP)))) }
        </>
    }
}

/// How far back a list goes, and the way to go on.
pub(super) fn older(messages: &Messages, found: &read::Newest<'_>, on: Callback<()>) -> Html {
    if found.is_waiting {
        return absent(messages, Absent::Waiting);
    }
    if found.is_all {
        return Html::default();
    }
    let says = &annex(messages).told;
    let onclick = Callback::from(move |_: MouseEvent| on.emit(()));
    html! {
        <div class="button-row">
            <button type="button" class="button" {onclick}>{ says.older }</button>
            <p class="row-note" role="status">{ (says.so_far)(found.articles) }</p>
        </div>
    }
}

fn row(messages: &Messages, kind: ToldKind, entry: &Entry<'_>) -> Html {
    let says = &annex(messages).told;
    let note = match entry.more {
        More::Day(day) => Some((says.yearly)(day)),
        More::Term(Some((from, to))) => Some((says.term)(from, to)),
        _ => None,
    };
    let articles = articles_in(entry.mentions.iter().copied());
    html! {
        <li key={entry.id.to_owned()} class="entry">
            <p class="entry-title"><a href={address(kind, Some(entry.id))} lang="vi">{ entry.name }</a></p>
            <p class="entry-meta">
                if let Some(note) = note { <span>{ note }</span> }
                <span>{ (says.articles)(articles) }</span>
            </p>
        </li>
    }
}
