//! The bodies of a unit: those that the publisher names, and those that articles name, each with
//! its first and last appearance and the sentence that names it.

use model::body::{Sighting, ToldBody};
use model::unit::{Unit, UnitKind};
use model::{Evidence, Status};
use yew::prelude::*;

use super::told;
use crate::components::{LongList, absent, date};
use crate::hooks::{Absent, ArchiveRef};
use crate::i18n::Messages;
use crate::i18n::annex::annex;
use crate::i18n::facts::glyph;
use crate::markup::html;
use crate::route::{Route, SearchPlace};

/// A body as the list shows it.
#[derive(Clone)]
struct Entry {
    name: String,
    /// Its own page.
    page: Option<String>,
    told: Option<ToldBody>,
}

/// The bodies of a unit, all of them or the first with more on demand.
pub(super) fn bodies_section(
    messages: &'static Messages,
    archive: &ArchiveRef,
    unit: &Unit,
    whole: bool,
) -> Html {
    let told = match told::bodies(archive, unit) {
        Ok(told) => told,
        Err(Absent::Waiting) => return absent(messages, Absent::Waiting),
        Err(_) => Vec::new(),
    };
    let entries = entries(archive, unit, told);
    if entries.is_empty() {
        return Html::default();
    }
    let total = entries.len();
    let draw = move |most: usize| {
        html! {
            <ul class="entries bodies">
                { for entries.iter().take(most).map(|entry| row(messages, entry)) }
            </ul>
        }
    };
    html! {
        <section class="section">
            <h2 class="section-title">{ annex(messages).unit.bodies }</h2>
            <p class="section-note">{ annex(messages).units.bodies_note }</p>
            if whole { { draw(total) } } else { <LongList {total} draw={Callback::from(draw)} /> }
        </section>
    }
}

/// The publisher's bodies and those that articles name; the publisher's that no article names stand
/// last.
fn entries(archive: &ArchiveRef, unit: &Unit, told: Vec<ToldBody>) -> Vec<Entry> {
    let page = |body: &ToldBody| body.body.as_ref().map(ToString::to_string);
    let mut entries: Vec<Entry> = told
        .into_iter()
        .map(|body| Entry { name: body.name.clone(), page: page(&body), told: Some(body) })
        .collect();
    for body in archive.units_under(&unit.id).filter(|under| under.kind == UnitKind::Body) {
        if !entries.iter().any(|entry| entry.page.as_deref() == Some(body.id.as_str())) {
            let page = Some(body.id.to_string());
            entries.push(Entry { name: body.name.clone(), page, told: None });
        }
    }
    entries
}

fn row(messages: &Messages, entry: &Entry) -> Html {
    let says = &annex(messages).units;
    let href = match (&entry.page, &entry.told) {
        (Some(id), _) => Route::Unit { id: id.clone() }.href(),
        (None, told) => Route::Search(SearchPlace::words(phrases(&entry.name, told))).href(),
    };
    html! {
        <li key={entry.name.as_str()} class="entry">
            <h3 class="entry-title"><a {href} lang="vi">{ &entry.name }</a></h3>
            { for entry.told.as_ref().map(|told| html! {
                <>
                    <p class="entry-meta">
                        <span>{ (messages.dates.articles)(told.articles as usize) }</span>
                        { life(messages, told) }
                    </p>
                    if !told.names.is_empty() {
                        <p class="row-note">{ says.printed_as }<span lang="vi">{ printed(&told.names) }</span></p>
                    }
                    { proof(messages, told) }
                </>
            }) }
        </li>
    }
}

/// A search for its names as printed.
fn phrases(name: &str, told: &Option<ToldBody>) -> String {
    /// More names make no better search.
    const MOST: usize = 3;
    let names = told.iter().flat_map(|told| &told.names).take(MOST);
    let quoted = |name: &String| ["\"", &name.replace(['"', '“', '”'], " "), "\""].concat();
    let own = name.to_owned();
    let all: Vec<String> = names.chain(std::iter::once(&own)).map(quoted).collect();
    all.join(" OR ")
}

fn printed(names: &[String]) -> String {
    let quoted: Vec<String> = names.iter().map(|name| ["“", name, "”"].concat()).collect();
    quoted.join(", ")
}

/// The days of its first and last appearance.
fn life(messages: &Messages, told: &ToldBody) -> Html {
    let days = [told.first.on, told.last().on];
    match days {
        [Some(first), Some(last)] if first != last => {
            html! { <span>{ date(messages, first) }{ " – " }{ date(messages, last) }</span> }
        }
        [Some(only), _] | [None, Some(only)] => html! { <span>{ date(messages, only) }</span> },
        [None, None] => Html::default(),
    }
}

/// How it is known: opened, the sentences that name it first and last, each with its article.
fn proof(messages: &Messages, told: &ToldBody) -> Html {
    let (says, facts) = (&annex(messages).units, &messages.facts);
    let (key, means) = match told.status {
        Status::Stated => ("stated", says.body_stated),
        _ => ("inferred", says.body_inferred),
    };
    let seen = |label: Option<&'static str>, seen: &Sighting| match &seen.source {
        Evidence::Text { article, at, quote } => {
            let href = Route::sentence(article, "", *at).href();
            html! {
                <>
                    { for label.map(|label| html! { <p class="known-rule">{ label }</p> }) }
                    <p class="quote" lang="vi">{ quote }</p>
                    <p class="no-print"><a {href}>{ says.open_sentence }</a></p>
                </>
            }
        }
        Evidence::Publisher { .. } | Evidence::Citation { .. } => Html::default(),
    };
    html! {
        <details class="known" data-status={key}>
            <summary>
                <span class="known-glyph" aria-hidden="true">{ glyph(told.status) }</span>
                <span class="known-word">{ (facts.status)(told.status) }</span>
            </summary>
            <div class="known-sentence">
                <p class="known-rule">{ means }</p>
                { seen(told.last.as_ref().map(|_| says.seen_first), &told.first) }
                { for told.last.as_ref().map(|last| seen(Some(says.seen_last), last)) }
            </div>
        </details>
    }
}
