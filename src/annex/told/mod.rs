//! What the articles tell, by kind: lists whose every entry leads to the sentence that says it.
//!
//! | module | draws |
//! |---|---|
//! | here | the page of a kind, the links to the others |
//! | `lists` | entries by name: days of every year, congresses, awards, and what has pages of its own |
//! | `places` | quotations and figures, article by article |
//! | `entry` | one day, congress or award |
//! | `reference` | days of reference, apart from all that articles tell |
//! | `read` | what is read for all of them |

mod entry;
mod lists;
mod places;
mod read;
mod reference;

use calendar::Date;
use yew::prelude::*;

use crate::components::Page;
use crate::hooks::ArchiveRef;
use crate::i18n::Messages;
use crate::i18n::annex::annex;
use crate::markup::html;
use crate::route::{Route, ToldKind};

pub(super) use read::{reference_days, told_days};
pub(super) use reference::{Switch, Switched, reference_section, switch_button};

/// What the articles tell of a kind; of some kinds an entry, or what is chosen.
pub fn told_page(
    messages: &'static Messages,
    archive: &ArchiveRef,
    kind: ToldKind,
    id: Option<&str>,
    today: Date,
) -> Html {
    if let (ToldKind::Days | ToldKind::Congresses | ToldKind::Awards, Some(id)) = (kind, id) {
        return entry::entry_page(messages, archive, kind, id, today);
    }
    let says = &annex(messages).told;
    let title = (says.kind)(kind);
    let content = match kind {
        ToldKind::All => overview(messages, archive),
        ToldKind::Quotations | ToldKind::Figures => places::list(messages, archive, kind, id),
        _ => lists::list(messages, archive, kind),
    };
    let key = [title, id.unwrap_or_default()].concat();
    html! {
        <Page {key} {title} archive={archive.manifest.title.clone()}>
            <header class="page-head">
                if kind != ToldKind::All {
                    <p class="page-kicker"><a href={address(ToldKind::All, None)}>{ (says.kind)(ToldKind::All) }</a></p>
                }
                <h1 class="page-title">{ title }</h1>
                <p class="page-lead section-note">{ (says.lead)(kind) }</p>
            </header>
            { content }
        </Page>
    }
}

/// The address of a kind, or of an entry or choice of it.
pub(super) fn address(kind: ToldKind, id: Option<&str>) -> String {
    Route::Told { kind, id: id.map(str::to_owned) }.href()
}

/// All kinds, each with what it holds.
fn overview(messages: &Messages, archive: &ArchiveRef) -> Html {
    let says = &annex(messages).told;
    let counts = lists::counts(archive);
    html! {
        <ul class="entries told-kinds">
            { for ToldKind::all().filter(|kind| *kind != ToldKind::All).map(|kind| {
                let count = counts.iter().find(|(of, _)| *of == kind).map(|(_, count)| *count);
                html! {
                    <li key={(says.kind)(kind)} class="entry">
                        <h2 class="entry-title"><a href={address(kind, None)}>{ (says.kind)(kind) }</a></h2>
                        <p class="entry-text">{ (says.lead)(kind) }</p>
                        if let Some(count) = count { <p class="entry-meta"><span>{ (says.entries)(count) }</span></p> }
                    </li>
                }
            }) }
        </ul>
    }
}
