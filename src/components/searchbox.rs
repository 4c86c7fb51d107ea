//! The search box: in the bar on wide screens, at the head of the search page everywhere.

use yew::prelude::*;

use super::icon::{Icon, icon};
use crate::hooks::use_messages;
use crate::markup::html;

/// Props of [`Searchbox`].
#[derive(Properties, PartialEq)]
pub struct SearchboxProps {
    /// What stands in it.
    pub text: AttrValue,
    /// The input's id, unique in the page.
    pub id: AttrValue,
    /// The name of the landmark, unique in the page.
    pub landmark: AttrValue,
    /// Hears every keystroke.
    pub on_type: Callback<String>,
    /// Hears Enter and the button.
    pub on_submit: Callback<String>,
    /// Hears that the reader is about to type.
    #[prop_or_default]
    pub on_focus: Callback<()>,
}

/// A search box that tells of every keystroke.
#[component]
pub fn Searchbox(
    SearchboxProps { text, id, landmark, on_type, on_submit, on_focus }: &SearchboxProps,
) -> Html {
    let messages = use_messages();
    let input = use_node_ref();
    let typed = {
        let input = input.clone();
        move || {
            input.cast::<web_sys::HtmlInputElement>().map(|input| input.value()).unwrap_or_default()
        }
    };
    let oninput = {
        let (typed, on_type) = (typed.clone(), on_type.clone());
        Callback::from(move |_: InputEvent| on_type.emit(typed()))
    };
    let onsubmit = {
        let on_submit = on_submit.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            on_submit.emit(typed());
        })
    };
    let clear = {
        let (input, on_type) = (input.clone(), on_type.clone());
        Callback::from(move |_: MouseEvent| {
            on_type.emit(String::new());
            if let Some(input) = input.cast::<web_sys::HtmlInputElement>() {
                // A field that cannot be focused is still cleared.
                let _ = input.focus();
            }
        })
    };
    let onfocus = {
        let on_focus = on_focus.clone();
        Callback::from(move |_: FocusEvent| on_focus.emit(()))
    };
    html! {
        <form class="searchbox" role="search" aria-label={landmark.clone()} {onsubmit}>
            { icon(Icon::Lens) }
            <label class="unseen" for={id.clone()}>{ messages.frame.search_label }</label>
            <input ref={input} id={id.clone()} class="searchbox-input" type="search" name="q"
                autocomplete="off" autocapitalize="off" spellcheck="false" enterkeyhint="search"
                placeholder={messages.frame.search_hint} value={text.clone()} {oninput} {onfocus} />
            if !text.is_empty() {
                <button type="button" class="icon-button" onclick={clear}>
                    { icon(Icon::Cross) }<span class="unseen">{ messages.search.clear }</span>
                </button>
            }
        </form>
    }
}
