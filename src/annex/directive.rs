//! A cited instrument and where it is cited.

use model::chronicle::Directive;
use yew::prelude::*;

use crate::components::{Page, Passage, no_such, passages};
use crate::hooks::Archive;
use crate::i18n::Messages;
use crate::markup::html;
use crate::route::Route;

/// A cited instrument and where it is cited.
pub fn directive_page(messages: &Messages, archive: &Archive, id: &str) -> Html {
    let found = archive.directive(id);
    let title =
        found.map_or(messages.subjects.no_directive, |found| found.name.as_str()).to_owned();
    let content = match found {
        Some(found) => view(messages, archive, found),
        None => no_such(messages, &Route::Directive { id: id.to_owned() }, &title),
    };
    html! {
        <Page key={id} {title} archive={archive.manifest.title.clone()}>{ content }</Page>
    }
}

fn view(messages: &Messages, archive: &Archive, found: &Directive) -> Html {
    let says = &messages.subjects;
    let quoted = found.mentions.iter().map(|mention| Passage { mention, remark: None });
    html! {
        <div class="narrow">
            <header class="page-head">
                <p class="page-kicker">{ (says.directive)(found.kind) }</p>
                <h1 class="page-title" lang="vi">{ &found.name }</h1>
                if let Some(issuer) = &found.issuer {
                    <p class="page-lead">{ says.issuer }{ ": " }<span lang="vi">{ issuer }</span></p>
                }
            </header>
            <section class="section">
                <h2 class="section-title">{ says.passages }</h2>
                { passages(messages, archive, quoted) }
            </section>
        </div>
    }
}
