//! Every state that is not the thing itself: loading, empty, failed.

use yew::prelude::*;

use super::motif::drum;
use crate::hooks::Progress;
use crate::i18n::Messages;
use crate::markup::html;
use crate::route::{Route, SearchPlace};

/// Something is on its way: lines keep its place, a bar shows how much has come when that is known.
pub fn loading(messages: &Messages, progress: Progress) -> Html {
    let Progress { received, expected } = progress;
    html! {
        <div class="state state-loading" role="status">
            <p class="state-text">{ messages.troubles.loading }</p>
            if expected > 0 {
                <progress max={expected.to_string()} value={received.min(expected).to_string()}
                    aria-label={messages.troubles.loading} />
            }
            <div class="skeleton" aria-hidden="true">
                <span class="skeleton-line skeleton-title" />
                <span class="skeleton-line" />
                <span class="skeleton-line" />
                <span class="skeleton-line skeleton-short" />
            </div>
        </div>
    }
}

/// There is nothing: say so, and what to do.
pub fn empty(title: &str, text: &str) -> Html {
    html! {
        <div class="state state-empty">
            { drum() }
            <p class="state-title">{ title }</p>
            if !text.is_empty() { <p class="state-text">{ text }</p> }
        </div>
    }
}

/// Something went wrong: say what, and offer to try again.
pub fn failed(messages: &Messages, title: &str, text: &str, retry: Option<&Callback<()>>) -> Html {
    let again = retry.cloned().map(|retry| {
        let onclick = Callback::from(move |_: MouseEvent| retry.emit(()));
        html! {
            <p class="button-row">
                <button type="button" class="button" {onclick}>{ messages.troubles.retry }</button>
            </p>
        }
    });
    html! {
        <div class="state state-failed" role="alert">
            <p class="state-title">{ title }</p>
            <p class="state-text">{ text }</p>
            { again.unwrap_or_default() }
        </div>
    }
}

/// The archive does not hold what the address names: offer a search for the address's words.
pub fn no_such(messages: &Messages, route: &Route, title: &str) -> Html {
    let words = route.words();
    let search = Route::Search(SearchPlace::words(words.clone())).href();
    html! {
        <div class="state state-empty">
            { drum() }
            <h1 class="page-title">{ title }</h1>
            <p class="state-text">{ messages.troubles.not_found_help }</p>
            <p class="button-row">
                if !words.is_empty() {
                    <a class="button button-main" href={search}>{ (messages.troubles.search_for)(&words) }</a>
                }
                <a class="button" href={Route::Home.href()}>{ messages.troubles.go_home }</a>
            </p>
        </div>
    }
}
