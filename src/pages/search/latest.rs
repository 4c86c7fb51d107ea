//! The latest searches, under the empty box.

use yew::prelude::*;

use super::precise::fill;
use crate::components::{Icon, icon};
use crate::hooks::{Phase, SearchState, forget_all_recent, forget_recent, keep_recent, recent};
use crate::i18n::Messages;
use crate::markup::html;
use crate::platform::dom;
use crate::platform::history::Arrival;
use crate::route::{Route, SearchPlace};

const HEADING: &str = "tim-gan-day";

/// Fills the fields of a new text, and keeps what a reader looked for: on Enter, and on leaving the
/// page with something found.
#[hook]
pub(super) fn use_arrival(place: &SearchPlace, state: &SearchState, arrival: Arrival) {
    let leaving = use_mut_ref(String::new);
    let has_hits = state.shown.as_ref().is_some_and(|shown| {
        state.phase == Phase::Ready && shown.0.text == place.text && !shown.1.hits.is_empty()
    });
    let last = if has_hits { place.text.clone() } else { String::new() };
    leaving.replace(last);
    use_effect_with((), move |()| move || keep_recent(&leaving.borrow()));
    let is_submitted = arrival == Arrival::Submitted;
    use_effect_with((place.text.clone(), is_submitted), |(text, is_submitted)| {
        fill(text);
        if *is_submitted {
            keep_recent(text);
        }
    });
}

/// The list, each entry removable; nothing where there is none. `changed` hears of removals.
pub(super) fn latest(messages: &Messages, changed: &Callback<()>) -> Html {
    let list = recent();
    if list.is_empty() {
        return html! {};
    }
    let says = &messages.search;
    let count = list.len();
    let rows = list.into_iter().map(|text| {
        let href = Route::Search(SearchPlace::words(text.clone())).href();
        let label = (says.forget)(&text);
        let key = text.clone();
        let (words, changed) = (text.clone(), changed.clone());
        let onclick = Callback::from(move |_: MouseEvent| {
            forget_recent(&text);
            rest(count > 1);
            changed.emit(());
        });
        html! {
            <li {key} class="latest">
                <a {href} lang="vi">{ words }</a>
                <button type="button" class="icon-button" {onclick} aria-label={label}>{ icon(Icon::Cross) }</button>
            </li>
        }
    });
    let changed = changed.clone();
    let clear = Callback::from(move |_: MouseEvent| {
        forget_all_recent();
        rest(false);
        changed.emit(());
    });
    html! {
        <section class="section" aria-labelledby={HEADING}>
            <h2 class="section-title" id={HEADING}>{ says.recent }</h2>
            <ul>{ for rows }</ul>
            <p><button type="button" class="button" onclick={clear}>{ says.forget_all }</button></p>
        </section>
    }
}

/// The focus must not go away with the button that had it.
fn rest(is_left: bool) {
    dom::focus(&if is_left { ["#", HEADING].concat() } else { "main h1".to_owned() });
}
