//! A cited instrument and where it is cited.

use model::chronicle::Directive;
use yew::prelude::*;

use crate::components::{LongList, Page, Passage, articles_in, lacking, passages};
use crate::hooks::ArchiveRef;
use crate::i18n::Messages;
use crate::markup::html;
use crate::route::Route;

/// A cited instrument and where it is cited.
pub fn directive_page(messages: &'static Messages, archive: &ArchiveRef, id: &str) -> Html {
    match archive.directive(id) {
        Ok(found) => html! {
            <Page key={id} title={found[0].name.clone()} archive={archive.manifest.title.clone()}>
                { view(messages, archive, &found) }
            </Page>
        },
        Err(why) => {
            let route = Route::Directive { id: id.to_owned() };
            lacking(messages, archive, &route, messages.subjects.no_directive, why)
        }
    }
}

/// The entry, page by page: see [`Archive::directive`](crate::hooks::Archive::directive).
fn view(messages: &'static Messages, archive: &ArchiveRef, found: &[&Directive]) -> Html {
    let (says, first) = (&messages.subjects, found[0]);
    let total = articles_in(found.iter().flat_map(|found| &found.mentions));
    let (here, id) = (archive.clone(), first.id.clone());
    let draw = Callback::from(move |most| {
        let found = here.directive(&id).unwrap_or_default();
        let mentions = found.iter().flat_map(|found| &found.mentions);
        passages(messages, &here, mentions.map(|mention| Passage { mention, remark: None }), most)
    });
    html! {
        <div class="narrow">
            <header class="page-head">
                <p class="page-kicker">{ (says.directive)(first.kind) }</p>
                <h1 class="page-title" lang="vi">{ &first.name }</h1>
                if let Some(issuer) = &first.issuer {
                    <p class="page-lead">{ says.issuer }{ ": " }<span lang="vi">{ issuer }</span></p>
                }
            </header>
            <section class="section">
                <h2 class="section-title">{ says.passages }</h2>
                <LongList {total} {draw} />
            </section>
        </div>
    }
}
