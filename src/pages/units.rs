//! All units and bodies, by kind, with what became of each.

use model::unit::Unit;
use yew::prelude::*;

use crate::annals::lineage::Lineage;
use crate::annals::places;
use crate::components::{Page, empty};
use crate::hooks::Archive;
use crate::i18n::Messages;
use crate::markup::html;
use crate::route::Route;
use crate::table::Table;

/// All units and bodies.
pub fn units_page(messages: &Messages, archive: &Archive) -> Html {
    html! {
        <Page key="units" title={messages.units.title} archive={archive.manifest.title.clone()}>
            { view(messages, archive) }
        </Page>
    }
}

fn view(messages: &Messages, archive: &Archive) -> Html {
    let says = &messages.units;
    let counts = archive.overview().map(places::counts).unwrap_or_default();
    html! {
        <div class="narrow">
            <header class="page-head">
                <h1 class="page-title">{ says.title }</h1>
                <p class="page-lead section-note">{ says.lead }</p>
            </header>
            if archive.units.is_empty() { { empty(says.empty, "") } }
            { for places::by_kind(&archive.units).into_iter().map(|(kind, units)| html! {
                <section class="section">
                    <h2 class="section-title">{ (says.kind)(kind) }</h2>
                    <ul class="entries">
                        { for units.into_iter().map(|unit| row(messages, archive, unit, &counts)) }
                    </ul>
                </section>
            }) }
        </div>
    }
}

fn row(messages: &Messages, archive: &Archive, unit: &Unit, counts: &Table<&str, u32>) -> Html {
    let says = &messages.units;
    let told = (says.brief)(&Lineage::of(unit, |id| archive.unit(id)));
    html! {
        <li key={unit.id.as_str()} class="entry">
            <a class="row-link" href={Route::Unit { id: unit.id.to_string() }.href()}>
                <span>
                    <span class="row-name entry-title" lang="vi">{ &unit.name }</span>
                    if !told.is_empty() { <span class="row-note">{ told }</span> }
                </span>
                if let Some(count) = counts.get(unit.id.as_str()) {
                    <span class="row-count">{ (says.articles_count)(*count as usize) }</span>
                }
            </a>
        </li>
    }
}
