//! Parts of the archive that cannot be used, and remarks on a hand-written set: one line over the
//! page that opens to the list.

use yew::prelude::*;

use crate::hooks::Archive;
use crate::i18n::Messages;
use crate::markup::html;

/// Names what is missing or damaged; nothing when all is well.
pub fn damaged(messages: &Messages, archive: &Archive) -> Html {
    let says = &messages.troubles;
    let damaged = archive.damaged();
    let parts = damaged.iter().map(|part| {
        html! {
            <li>
                { (says.part)(&part.kind) }{ ": " }{ (says.damage)(part.what) }
                { " (" }<span class="digest">{ &part.path }</span>{ ")" }
            </li>
        }
    });
    let problems = archive.problems.iter().map(|(vi, en)| {
        html! { <li>{ if messages.dates.code == "vi" { vi } else { en } }</li> }
    });
    html! {
        <>
            if !damaged.is_empty() {
                <section aria-label={says.damaged_title}>
                    <details class="notice notice-failed" open=true>
                        <summary>{ says.damaged_title }{ ". " }{ says.rest_works }</summary>
                        <ul>{ for parts }</ul>
                    </details>
                </section>
            }
            if !archive.problems.is_empty() {
                <section aria-label={says.problems_title}>
                    <details class="notice">
                        <summary>{ says.problems_title }</summary>
                        <ul>{ for problems }</ul>
                    </details>
                </section>
            }
        </>
    }
}
