//! The bar for finding words in an article: what is looked for, where the reader stands among the
//! places, and the way from one to the next.

use yew::prelude::*;

use super::Beside;
use crate::components::{DOWN, Icon, UP, icon, line_icon};
use crate::i18n;
use crate::markup::html;
use crate::pages::{FIELD, Finding};
use crate::platform::dom;

/// Draws the bar.
pub(super) fn find_bar(beside: &Beside<'_>) -> Html {
    let Beside { messages, place, finding, .. } = beside;
    let says = &i18n::beside::beside(messages).find;
    let Finding { at, count, step, seek, shut, .. } = finding;
    let oninput = {
        let seek = seek.clone();
        Callback::from(move |_: InputEvent| {
            seek.emit(dom::value(&["#", FIELD].concat()).unwrap_or_default());
        })
    };
    let onkeydown = {
        let (step, shut) = (step.clone(), shut.clone());
        Callback::from(move |event: KeyboardEvent| {
            match event.key().as_str() {
                "Enter" if !event.is_composing() => step.emit(!event.shift_key()),
                "Escape" => shut.emit(()),
                _ => return,
            }
            event.prevent_default();
        })
    };
    let to = |is_on: bool, name: &'static str, sign: &'static str| {
        let step = step.clone();
        let onclick = Callback::from(move |_: MouseEvent| step.emit(is_on));
        html! {
            <button type="button" class="icon-button" {onclick} disabled={*count == 0}>
                { line_icon(sign) }<span class="unseen">{ name }</span>
            </button>
        }
    };
    let shut = shut.clone();
    let onclick = Callback::from(move |_: MouseEvent| shut.emit(()));
    let number = |number: usize| (messages.dates.number)(number as u64);
    let words = match (at, *count) {
        _ if place.query.trim().is_empty() => String::new(),
        (_, 0) => says.found_none.to_owned(),
        (None, count) => [&number(count), says.found_places].concat(),
        (Some(at), count) => [&number(at + 1), "/", &number(count), says.found_places].concat(),
    };
    html! {
        <>
            <label class="unseen" for={FIELD}>{ messages.article.find }</label>
            <input id={FIELD} class="find-input" type="text" inputmode="search" enterkeyhint="next"
                autocomplete="off" autocapitalize="off" spellcheck="false" lang="vi"
                value={place.query.clone()} {oninput} {onkeydown} />
            <span class="find-count" role="status">{ words }</span>
            { to(false, says.previous_mark, UP) }
            { to(true, says.next_mark, DOWN) }
            <button type="button" class="icon-button" {onclick}>
                { icon(Icon::Cross) }<span class="unseen">{ says.unmark }</span>
            </button>
        </>
    }
}
