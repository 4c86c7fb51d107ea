//! The articles just before and just after in time.

use yew::prelude::*;

use crate::annals::timeline;
use crate::beside::Beside;
use crate::components::date;
use crate::i18n;
use crate::markup::html;
use crate::route::Route;

/// Links to the articles before and after, each with its date.
pub(super) fn neighbours(beside: &Beside<'_>) -> Html {
    let Beside { messages, archive, .. } = beside;
    let says = &i18n::beside::beside(messages).reading;
    let link = |at: Option<u32>, class: &'static str, words: &'static str| {
        let summary = archive.at(at?).ok()?;
        let href = Route::article(&summary.id, &summary.title).href();
        let when = summary.listed().map(|(when, _)| date(messages, when));
        Some(html! {
            <a {class} {href} lang="vi">
                <span lang={messages.dates.code}>{ words }{ for when.map(|when| html! { <>{ " · " }{ when }</> }) }</span>
                { &summary.title }
            </a>
        })
    };
    let (before, after) = match archive.order() {
        Ok(order) => timeline::neighbours(order, beside.ordinal),
        Err(_) => (None, None),
    };
    html! {
        <nav class="article-nav" aria-label={says.neighbours}>
            { for link(before, "article-nav-previous", says.previous) }
            { for link(after, "article-nav-next", says.next) }
        </nav>
    }
}
