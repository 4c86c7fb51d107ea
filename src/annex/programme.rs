//! A programme and where it is mentioned.

use model::chronicle::Programme;
use yew::prelude::*;

use crate::components::{LongList, Page, Passage, articles_in, lacking, passages};
use crate::hooks::ArchiveRef;
use crate::i18n::Messages;
use crate::markup::html;
use crate::route::Route;

/// A programme and where it is mentioned.
pub fn programme_page(messages: &'static Messages, archive: &ArchiveRef, id: &str) -> Html {
    match archive.programme(id) {
        Ok(found) => html! {
            <Page key={id} title={found[0].name.clone()} archive={archive.manifest.title.clone()}>
                { view(messages, archive, &found) }
            </Page>
        },
        Err(why) => {
            let route = Route::Programme { id: id.to_owned() };
            lacking(messages, archive, &route, messages.subjects.no_programme, why)
        }
    }
}

/// The entry, page by page: see [`Archive::programme`](crate::hooks::Archive::programme).
fn view(messages: &'static Messages, archive: &ArchiveRef, found: &[&Programme]) -> Html {
    let (says, first) = (&messages.subjects, found[0]);
    let told = |(from, to)| (says.period)(from, to);
    let mentions = found.iter().flat_map(|found| &found.mentions);
    let mut periods: Vec<(i32, i32)> =
        mentions.clone().filter_map(|mention| mention.period).collect();
    periods.sort_unstable();
    periods.dedup();
    let total = articles_in(mentions.map(|mention| &mention.mention));
    let (here, id) = (archive.clone(), first.id.clone());
    let draw = Callback::from(move |most| {
        let found = here.programme(&id).unwrap_or_default();
        let mentions = found.iter().flat_map(|found| &found.mentions);
        let quoted = mentions
            .map(|mention| Passage { mention: &mention.mention, remark: mention.period.map(told) });
        passages(messages, &here, quoted, most)
    });
    html! {
        <div class="narrow">
            <header class="page-head">
                <p class="page-kicker">{ says.programme }</p>
                <h1 class="page-title" lang="vi">{ "“" }{ &first.name }{ "”" }</h1>
                if !periods.is_empty() {
                    <p class="page-lead">
                        { says.periods }{ ": " }
                        { periods.into_iter().map(told).collect::<Vec<_>>().join(", ") }
                    </p>
                }
            </header>
            <section class="section">
                <h2 class="section-title">{ says.passages }</h2>
                <LongList {total} {draw} />
            </section>
        </div>
    }
}
