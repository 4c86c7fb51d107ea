//! What stands where results will.

use yew::prelude::*;

use crate::i18n::Messages;
use crate::markup::html;
use crate::route::{Route, SearchPlace};

/// How to search, with examples to try.
pub(super) fn help(messages: &Messages) -> Html {
    let rows = messages.search.help.iter().map(|(query, meaning)| {
        let href = Route::Search(SearchPlace::words(*query)).href();
        html! { <div class="fact"><dt><a {href} lang="vi">{ *query }</a></dt><dd>{ *meaning }</dd></div> }
    });
    html! {
        <section class="section" aria-labelledby="cach-tim">
            <h2 class="section-title" id="cach-tim">{ messages.search.start }</h2>
            <dl class="facts facts-wide">{ for rows }</dl>
        </section>
    }
}
