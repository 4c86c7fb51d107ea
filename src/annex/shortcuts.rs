//! Keys for who reads without a mouse: which does what, or none of them anything.

use yew::prelude::*;

use crate::hooks::Language;
use crate::i18n::keys::keys;
use crate::keys::keymap::{Deed, Keymap};
use crate::markup::html;
use crate::platform::{dom, storage};

/// Props of [`Shortcuts`].
#[derive(Properties, PartialEq)]
pub(super) struct ShortcutsProps {
    pub language: Language,
}

/// The switch, and a field for each key; nothing where nothing can be kept.
#[component]
pub(super) fn Shortcuts(ShortcutsProps { language }: &ShortcutsProps) -> Html {
    let says = keys(*language);
    let update = use_force_update();
    // The deed whose key is another's, and what is said of it; or what was done.
    let said = use_state_eq(|| (None::<Deed>, String::new()));
    if !storage::is_open() {
        return Html::default();
    }
    let map = Keymap::kept();
    let switch = {
        let (map, update) = (map.clone(), update.clone());
        Callback::from(move |_: Event| {
            map.clone().switched(!map.is_on).keep();
            update.force_update();
        })
    };
    let reset = {
        let (update, said, is_on) = (update.clone(), said.clone(), map.is_on);
        Callback::from(move |_: MouseEvent| {
            Keymap::default().switched(is_on).keep();
            said.set((None, says.is_reset.to_owned()));
            update.force_update();
        })
    };
    let field = |deed: Deed| {
        let id = ["phim-", &(deed as usize).to_string()].concat();
        let value = map.key(deed).map(String::from).unwrap_or_default();
        let is_wrong = said.0 == Some(deed);
        let (map, said, update, name) = (map.clone(), said.clone(), update.clone(), id.clone());
        let onchange = Callback::from(move |_: Event| {
            let mut map = map.clone();
            let key = dom::value(&["#", &name].concat()).and_then(|typed| typed.chars().next());
            match (map.set(deed, key), key) {
                (Err(other), Some(key)) => {
                    said.set((Some(deed), (says.taken)(key, (says.deed)(other))));
                }
                _ => {
                    map.keep();
                    said.set((None, String::new()));
                }
            }
            update.force_update();
        });
        html! {
            <label class="key-field" for={id.clone()}>
                <span>{ (says.deed)(deed) }</span>
                <input {id} type="text" maxlength="1" autocomplete="off" autocapitalize="off" spellcheck="false" class="key"
                    aria-invalid={is_wrong.then_some("true")} aria-describedby={is_wrong.then_some("phim-loi")} {value} {onchange} />
            </label>
        }
    };
    let (pages, others): (Vec<Deed>, Vec<Deed>) =
        Deed::ALL.into_iter().partition(|deed| deed.is_page());
    html! {
        <fieldset class="setting">
            <legend>{ says.title }</legend>
            <label class="check">
                <input type="checkbox" checked={map.is_on} onchange={switch} />
                <span class="check-name">{ says.switch }</span>
            </label>
            <p class="setting-note">{ says.note }</p>
            if map.is_on {
                <details class="fold">
                    <summary>{ says.choose }</summary>
                    <p class="setting-note">{ says.choose_note }</p>
                    <div class="key-fields">{ for others.into_iter().map(field) }</div>
                    <h2 class="section-title">{ says.pages }</h2>
                    <div class="key-fields">{ for pages.into_iter().map(field) }</div>
                    <p class="search-status" role="status" id="phim-loi">{ said.1.clone() }</p>
                    <p class="button-row"><button type="button" class="button" onclick={reset}>{ says.reset }</button></p>
                </details>
            }
        </fieldset>
    }
}
