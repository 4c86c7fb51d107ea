//! The ear of the shell: the key for the search box at once, any other one sends for the wing.

use yew::prelude::*;

use super::gate;
use super::keymap::KEY;
use crate::hooks::{navigate, use_messages};
use crate::markup::html;
use crate::platform::dom::{self, Listener};
use crate::platform::history::Arrival;
use crate::platform::storage;
use crate::platform::wing::Wing;
use crate::route::{Route, SearchPlace};
use crate::wings::use_wing;

/// What hears keys, whatever page is open. In a hall and inside other sites nothing does: there nobody
/// could switch them off.
pub fn keys() -> Html {
    html! { <Door /> }
}

#[component]
fn Door() -> Html {
    let pressed = use_state_eq(String::new);
    let setter = pressed.setter();
    use_effect_with((), move |()| {
        let listener = Listener::keys(move |key| {
            if dom::is_there("[data-mode]") {
                return false;
            }
            if key == "/" && storage::get(KEY).is_none() {
                focus_search();
                return true;
            }
            setter.set(key.to_owned());
            false
        });
        move || drop(listener)
    });
    if pressed.is_empty() {
        Html::default()
    } else {
        html! { <Come pressed={(*pressed).clone()} /> }
    }
}

/// Props of [`Come`].
#[derive(Properties, PartialEq)]
struct ComeProps {
    pressed: AttrValue,
}

/// The wing, once it is here. Where it does not come, keys do nothing.
#[component]
fn Come(ComeProps { pressed }: &ComeProps) -> Html {
    let _ = use_wing(Wing::Keys);
    let messages = use_messages();
    gate::pages().map(|draw| draw(messages, pressed)).unwrap_or_default()
}

/// Focuses the search box in sight; on a phone without one, opens the search page.
pub(super) fn focus_search() {
    match ["#search-bar-box", "#search-page-box"].into_iter().find(|&name| dom::focus(name)) {
        Some(name) => dom::select(name),
        None => navigate(&Route::Search(SearchPlace::default()), Arrival::Typed),
    }
}
