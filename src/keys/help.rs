//! The list of keys.

use yew::prelude::*;

use super::keymap::{Deed, Keymap};
use crate::components::Dialog;
use crate::hooks::Language;
use crate::i18n::keys::keys;
use crate::markup::html;
use crate::route::Route;

/// Props of [`Help`].
#[derive(Properties, PartialEq)]
pub(super) struct HelpProps {
    pub language: Language,
    pub on_close: Callback<()>,
}

/// The list of keys, those of pages with the key before them.
#[component]
pub(super) fn Help(HelpProps { language, on_close }: &HelpProps) -> Html {
    let says = keys(*language);
    let map = Keymap::kept();
    let cap = |key: char| html! { <kbd class="key">{ key.to_uppercase().to_string() }</kbd> };
    let row = |deed: Deed| {
        let key = map.key(deed)?;
        let before = if deed.is_page() { Some(map.key(Deed::Go)?) } else { None };
        Some(html! {
            <div class="key-row">
                <dt>{ for before.map(|before| html! { <>{ cap(before) }{ says.then }</> }) }{ cap(key) }</dt>
                <dd>{ (says.deed)(deed) }</dd>
            </div>
        })
    };
    let (pages, others): (Vec<Deed>, Vec<Deed>) =
        Deed::ALL.into_iter().filter(|deed| *deed != Deed::Go).partition(|deed| deed.is_page());
    html! {
        <Dialog title={says.title} close={says.close} {on_close}>
            <dl class="keys">{ for others.into_iter().filter_map(row) }</dl>
            <h3 class="section-title">{ says.pages }</h3>
            <dl class="keys">{ for pages.into_iter().filter_map(row) }</dl>
            <p class="section-note">{ says.change }{ " " }<a href={Route::Settings.href()}>{ says.settings }</a></p>
        </Dialog>
    }
}
