//! About the archive: what it is, how facts are known, its state.

use model::Status;
use model::bundle::Manifest;
use yew::prelude::*;

use super::published::Published;
use crate::components::Page;
use crate::hooks::Archive;
use crate::i18n::Messages;
use crate::i18n::annex::annex;
use crate::i18n::facts::glyph;
use crate::markup::html;
use crate::route::Route;

/// About the archive: what it is, its state, how facts are known.
pub fn about_page(messages: &Messages, archive: &Archive) -> Html {
    html! {
        <Page key="about" title={annex(messages).about.title} archive={archive.manifest.title.clone()}>
            { view(messages, archive) }
        </Page>
    }
}

fn view(messages: &Messages, archive: &Archive) -> Html {
    let says = &annex(messages).about;
    let manifest = &archive.manifest;
    html! {
        <div class="narrow">
            <header class="page-head">
                <p class="page-kicker">{ says.title }</p>
                <h1 class="page-title" lang="vi">{ &manifest.title }</h1>
                <p class="page-lead">{ manifest.description.as_deref().unwrap_or(says.what) }</p>
            </header>
            <section class="section">
                <h2 class="section-title">{ says.how_known }</h2>
                <p class="section-note">{ says.how_known_note }</p>
                <dl class="glyphs">{ for STATUSES.into_iter().map(|status| sign(messages, status)) }</dl>
            </section>
            { numbers(messages, manifest) }
            { provenance(messages, archive) }
            <Published />
            <section class="section">
                <h2 class="section-title">{ says.privacy }</h2>
                <p>{ says.privacy_note }</p>
            </section>
            <section class="section">
                <h2 class="section-title">{ says.desk }</h2>
                <p>{ says.desk_note }</p>
                <p class="button-row"><a class="button" href={Route::Desk.href()}>{ says.desk }</a></p>
            </section>
        </div>
    }
}

const STATUSES: [(Status, &str); 4] = [
    (Status::Stated, "stated"),
    (Status::Inferred, "inferred"),
    (Status::Derived, "derived"),
    (Status::Reference, "reference"),
];

fn sign(messages: &Messages, (status, key): (Status, &'static str)) -> Html {
    html! {
        <div>
            <dt>
                <span class="known-glyph" data-status={key} aria-hidden="true">{ glyph(status) }</span>
                { (messages.facts.status)(status) }
            </dt>
            <dd>{ (messages.facts.status_means)(status) }</dd>
        </div>
    }
}

fn fact(label: &'static str, value: Html) -> Html {
    html! { <div class="fact"><dt>{ label }</dt><dd>{ value }</dd></div> }
}

fn numbers(messages: &Messages, manifest: &Manifest) -> Html {
    let says = &annex(messages).about;
    let counts = manifest.counts;
    let number = |count: u32| html! { { (messages.dates.number)(count.into()) } };
    let text = |value: &Option<String>, label: &'static str| {
        value.as_ref().map(|value| fact(label, html! { { value } })).unwrap_or_default()
    };
    html! {
        <section class="section">
            <h2 class="section-title">{ says.numbers }</h2>
            <dl class="facts facts-wide">
                { fact(says.articles, number(counts.articles)) }
                { fact(says.units, number(counts.units)) }
                { fact(says.anniversaries, number(counts.anniversaries)) }
                { fact(says.text, html! { { (messages.dates.bytes)(counts.text_bytes) } }) }
                { text(&manifest.publisher, says.publisher) }
                { text(&manifest.contact, says.contact) }
                { text(&manifest.base_url, says.address) }
            </dl>
        </section>
    }
}

fn provenance(messages: &Messages, archive: &Archive) -> Html {
    let says = &annex(messages).about;
    let parts: usize = archive.manifest.parts.iter().map(|shelf| shelf.pages.len()).sum();
    let parts = (messages.dates.number)(parts as u64);
    let damaged = archive.damaged();
    html! {
        <section class="section">
            <h2 class="section-title">{ says.provenance }</h2>
            <p>{ says.provenance_note }</p>
            <dl class="facts facts-wide">
                { fact(says.parts, html! { { parts } }) }
                { fact(says.digest, html! {
                    <>
                        <span class="digest">{ &archive.manifest.digest }</span>
                        if damaged.is_empty() { <p>{ says.sound }</p> }
                        { for damaged.iter().map(|damage| html! {
                            <p key={damage.path.as_str()}>
                                <span class="digest">{ &damage.path }</span>{ ": " }
                                { (messages.troubles.damage)(damage.what) }
                            </p>
                        }) }
                        <p class="section-note">{ says.digest_note }</p>
                    </>
                }) }
            </dl>
            <p class="button-row">
                <a class="button" href={Route::Keep.href()}>{ annex(messages).keep.check_each }</a>
            </p>
        </section>
    }
}
