//! The search box: in the bar on wide screens, at the head of the search page everywhere. It is a
//! combobox: names that complete what is typed stand under it until one is chosen or passed over, and
//! below them, once there is an answer, words of the articles found.

use std::rc::Rc;

use yew::prelude::*;

use super::completions::{Choices, completions, list_id, option_id};
use super::icon::{Icon, icon};
use crate::annals::names::Kind;
use crate::hooks::{navigate, use_messages, use_search};
use crate::markup::html;
use crate::platform::dom;
use crate::platform::history::Arrival;

/// A list of more than this is no help; words stand in what names leave of it.
const MOST: usize = 8;

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
}

/// A search box that tells of every keystroke.
#[component]
pub fn Searchbox(
    SearchboxProps { text, id, landmark, on_type, on_submit }: &SearchboxProps,
) -> Html {
    let messages = use_messages();
    let search = use_search();
    let kept = use_mut_ref(Choices::default);
    let update = use_force_update();
    let set = {
        let kept = kept.clone();
        move |choices: Choices| {
            kept.replace(choices);
            update.force_update();
        }
    };
    // Words stand last, so nothing moves when they come.
    if let Some(shown) = &search.state.shown
        && kept.borrow().typed.as_ref() == Some(&shown.0.text)
        && !shown.1.is_early
    {
        let mut choices = kept.borrow_mut();
        choices.typed = None;
        let words = search.names.words(&shown.0.text, &shown.1);
        let room = MOST.saturating_sub(choices.found.len());
        Rc::make_mut(&mut choices.found).extend(words.into_iter().take(room));
    }
    let choices = kept.borrow().clone();
    let input = use_node_ref();
    let typed = {
        let input = input.clone();
        move || {
            input.cast::<web_sys::HtmlInputElement>().map(|input| input.value()).unwrap_or_default()
        }
    };
    let oninput = {
        let (typed, on_type) = (typed.clone(), on_type.clone());
        let (names, set) = (search.names, set.clone());
        Callback::from(move |_: InputEvent| {
            let text = typed();
            let found = Rc::new(names.complete(&text));
            set(Choices { found, active: None, typed: Some(text.clone()) });
            on_type.emit(text);
        })
    };
    let shut = {
        let set = set.clone();
        move || set(Choices::default())
    };
    let choose = {
        let (choices, shut, on_submit) = (choices.clone(), shut.clone(), on_submit.clone());
        Callback::from(move |at: usize| {
            if let Some(found) = choices.found.get(at) {
                shut();
                match found.kind {
                    // The filters stay.
                    Kind::Word => on_submit.emit(found.name.clone()),
                    _ => navigate(&found.route, Arrival::Link),
                }
            }
        })
    };
    let onkeydown = {
        let (choices, choose, id) = (choices.clone(), choose.clone(), id.clone());
        Callback::from(move |event: KeyboardEvent| {
            // Keys of an input method that is still composing are its own.
            if choices.found.is_empty() || event.is_composing() {
                return;
            }
            match (event.key().as_str(), choices.active) {
                (key @ ("ArrowDown" | "ArrowUp"), _) => {
                    let next = choices.stepped(key == "ArrowDown");
                    if let Some(at) = next.active {
                        dom::reveal(&["#", &option_id(&id, at)].concat());
                    }
                    set(next);
                }
                ("Escape", _) => set(Choices::default()),
                ("Enter", Some(at)) => choose.emit(at),
                _ => return,
            }
            event.prevent_default();
        })
    };
    let onsubmit = {
        let (on_submit, shut, typed) = (on_submit.clone(), shut.clone(), typed);
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            shut();
            on_submit.emit(typed());
        })
    };
    let clear = {
        let (on_type, id) = (on_type.clone(), id.clone());
        let shut = shut.clone();
        Callback::from(move |_: MouseEvent| {
            shut();
            on_type.emit(String::new());
            dom::focus(&["#", &id].concat());
        })
    };
    let warm = search.warm;
    let onfocus = Callback::from(move |_: FocusEvent| warm.emit(()));
    let onblur = Callback::from(move |_: FocusEvent| shut());
    let is_open = !choices.found.is_empty();
    html! {
        <form class="searchbox" role="search" aria-label={landmark.clone()} {onsubmit}>
            { icon(Icon::Lens) }
            <label class="unseen" for={id.clone()}>{ messages.frame.search_label }</label>
            <input ref={input} id={id.clone()} class="searchbox-input" type="text" name="q" role="combobox"
                aria-autocomplete="list" aria-controls={list_id(id)}
                aria-expanded={if is_open { "true" } else { "false" }}
                aria-activedescendant={choices.active.map(|at| option_id(id, at))}
                autocomplete="off" autocapitalize="off" spellcheck="false" inputmode="search"
                enterkeyhint="search" placeholder={messages.frame.search_hint}
                value={text.clone()} {oninput} {onkeydown} {onfocus} {onblur} />
            if !text.is_empty() {
                <button type="button" class="icon-button" onclick={clear}>
                    { icon(Icon::Cross) }<span class="unseen">{ messages.search.clear }</span>
                </button>
            }
            { completions(messages, id, &choices, &choose) }
        </form>
    }
}
