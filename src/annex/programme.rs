//! A programme and where it is mentioned.

use model::chronicle::Programme;
use yew::prelude::*;

use crate::components::{Page, Passage, no_such, passages};
use crate::hooks::Archive;
use crate::i18n::Messages;
use crate::markup::html;
use crate::route::Route;

/// A programme and where it is mentioned.
pub fn programme_page(messages: &Messages, archive: &Archive, id: &str) -> Html {
    let found = archive.programme(id);
    let title =
        found.map_or(messages.subjects.no_programme, |found| found.name.as_str()).to_owned();
    let content = match found {
        Some(found) => view(messages, archive, found),
        None => no_such(messages, &Route::Programme { id: id.to_owned() }, &title),
    };
    html! {
        <Page key={id} {title} archive={archive.manifest.title.clone()}>{ content }</Page>
    }
}

fn view(messages: &Messages, archive: &Archive, found: &Programme) -> Html {
    let says = &messages.subjects;
    let told = |(from, to)| (says.period)(from, to);
    let mut periods: Vec<(i32, i32)> =
        found.mentions.iter().filter_map(|mention| mention.period).collect();
    periods.sort_unstable();
    periods.dedup();
    let quoted = found
        .mentions
        .iter()
        .map(|mention| Passage { mention: &mention.mention, remark: mention.period.map(told) });
    html! {
        <div class="narrow">
            <header class="page-head">
                <p class="page-kicker">{ says.programme }</p>
                <h1 class="page-title" lang="vi">{ "“" }{ &found.name }{ "”" }</h1>
                if !periods.is_empty() {
                    <p class="page-lead">
                        { says.periods }{ ": " }
                        { periods.into_iter().map(told).collect::<Vec<_>>().join(", ") }
                    </p>
                }
            </header>
            <section class="section">
                <h2 class="section-title">{ says.passages }</h2>
                { passages(messages, archive, quoted) }
            </section>
        </div>
    }
}
