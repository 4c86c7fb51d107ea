//! What stands where results will.

use yew::prelude::*;

use crate::i18n::Messages;
use crate::markup::html;
use crate::route::{Route, SearchPlace};

/// How to search, with examples to try.
pub(super) fn help(messages: &Messages) -> Html {
    let says = &messages.search;
    let rows = says.help.iter().map(|(query, meaning)| row(query, meaning));
    html! {
        <section class="section" aria-labelledby="cach-tim">
            <h2 class="section-title" id="cach-tim">{ says.start }</h2>
            <dl class="facts facts-wide">{ for rows }</dl>
        </section>
    }
}

fn row(query: &str, meaning: &'static str) -> Html {
    let href = Route::Search(SearchPlace::words(query)).href();
    html! { <div class="fact"><dt><a {href} lang="vi">{ query }</a></dt><dd>{ meaning }</dd></div> }
}
