//! All units and bodies, by kind, with what became of each.

use model::unit::Unit;
use yew::prelude::*;

use crate::annals::lineage::Lineage;
use crate::annals::places;
use crate::components::{Page, empty};
use crate::hooks::{Archive, ArchiveRef, use_messages};
use crate::i18n::Messages;
use crate::route::Route;

/// Props of [`UnitsPage`].
#[derive(Properties, PartialEq)]
pub struct UnitsPageProps {
    /// The archive.
    pub archive: ArchiveRef,
}

/// All units and bodies.
#[component]
pub fn UnitsPage(UnitsPageProps { archive }: &UnitsPageProps) -> Html {
    let messages = use_messages();
    html! {
        <Page title={messages.units.title} archive={archive.manifest.title.clone()}>
            { view(messages, archive) }
        </Page>
    }
}

fn view(messages: &Messages, archive: &Archive) -> Html {
    let says = &messages.units;
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
                        { for units.into_iter().map(|unit| row(messages, archive, unit)) }
                    </ul>
                </section>
            }) }
        </div>
    }
}

fn row(messages: &Messages, archive: &Archive, unit: &Unit) -> Html {
    let says = &messages.units;
    let told = (says.brief)(&Lineage::of(unit, |id| archive.unit(id)));
    let count =
        places::articles_under(&archive.catalogue.articles, &archive.units, unit.id.as_str()).len();
    html! {
        <li key={unit.id.as_str()} class="entry">
            <a class="row-link" href={Route::Unit { id: unit.id.to_string() }.href()}>
                <span>
                    <span class="row-name entry-title" lang="vi">{ &unit.name }</span>
                    if !told.is_empty() { <span class="row-note">{ told }</span> }
                </span>
                if count > 0 { <span class="row-count">{ (says.articles_count)(count) }</span> }
            </a>
        </li>
    }
}
