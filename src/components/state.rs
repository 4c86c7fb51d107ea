//! Every state that is not the thing itself: loading, empty, failed.

use yew::prelude::*;

use super::motif::drum;
use super::page::Page;
use crate::hooks::{Absent, Archive, Progress};
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

/// What is asked for is not here: on its way, or lost with a part that is named over the page.
pub fn absent(messages: &Messages, why: Absent) -> Html {
    match why {
        Absent::Waiting => loading(messages, Progress::default()),
        Absent::Lost | Absent::Unknown => {
            html! { <p class="day-quiet">{ messages.troubles.lost }</p> }
        }
    }
}

/// The page of an entry that is not here: unknown, on its way or lost. `unknown` is said of one that
/// the archive does not have.
pub fn lacking(
    messages: &Messages,
    archive: &Archive,
    route: &Route,
    unknown: &'static str,
    why: Absent,
) -> Html {
    let title = if why == Absent::Unknown { unknown } else { messages.troubles.loading };
    let content = match why {
        Absent::Unknown => no_such(messages, route, unknown),
        Absent::Waiting | Absent::Lost => html! {
            <><h1 class="unseen">{ title }</h1>{ absent(messages, why) }</>
        },
    };
    html! {
        <Page {title} archive={archive.manifest.title.clone()} ready={why != Absent::Waiting}>{ content }</Page>
    }
}

/// A line whose words are on their way: its place is kept.
pub fn pending(messages: &Messages, why: Absent) -> Html {
    match why {
        Absent::Waiting => html! {
            <>
                <span class="skeleton-line" aria-hidden="true" />
                <span class="unseen">{ messages.troubles.loading }</span>
            </>
        },
        Absent::Lost | Absent::Unknown => html! { { messages.troubles.lost } },
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
