//! Where files come in.

use yew::prelude::*;

use super::work::desk;
use super::{View, button};
use crate::components::drum;
use crate::markup::html;
use crate::platform;

/// An empty desk.
pub(super) fn first(view: &View) -> Html {
    let says = view.says;
    html! {
        <section class="desk-drop desk-drop-first" ondragover={hold()} ondrop={take_drop()}>
            { drum() }
            <h2 class="section-title">{ says.drop_title }</h2>
            <p>{ says.drop_note }</p>
            { choices(view) }
            <p class="section-note">{ says.formats }</p>
        </section>
    }
}

/// Work that was left.
pub(super) fn left(view: &View) -> Html {
    let (says, state) = (view.says, &view.state);
    let files = view.number(state.files.len());
    html! {
        <section class="section desk-left">
            <h2 class="section-title">{ says.resume_title }</h2>
            <p>{ (says.resume_text)(&files) }</p>
            if state.expected > state.files.len() {
                <p class="notice">{ (says.resume_partial)(&files, &view.number(state.expected)) }</p>
            }
            <p class="button-row">
                { button(says.resume, "button button-main", || desk().resume()) }
            </p>
            { clearing(view) }
        </section>
    }
}

/// More files, beside those that are here.
pub(super) fn more(view: &View) -> Html {
    let says = view.says;
    html! {
        <section class="section desk-drop" ondragover={hold()} ondrop={take_drop()}>
            <h2 class="section-title">{ says.add_more }</h2>
            <p>{ says.drop_note }</p>
            { choices(view) }
            { clearing(view) }
        </section>
    }
}

/// The ways in for those who do not drop: a folder, or files.
fn choices(view: &View) -> Html {
    let says = view.says;
    html! {
        <p class="button-row">
            <label class="button button-main desk-choose">
                { says.choose_folder }
                <input class="unseen" type="file" id="desk-folder" webkitdirectory="" multiple="" onchange={take_chosen()} />
            </label>
            <label class="button desk-choose">
                { says.choose_files }
                <input class="unseen" type="file" id="desk-files" multiple="" onchange={take_chosen()} />
            </label>
        </p>
    }
}

/// Everything may go, after a second question.
fn clearing(view: &View) -> Html {
    let says = view.says;
    if !view.state.is_clearing {
        let ask = || desk().set(|state| state.is_clearing = true);
        return html! { <p class="button-row">{ button(says.clear, "button", ask) }</p> };
    }
    html! {
        <div class="notice" role="alert">
            <p>{ says.clear_sure }</p>
            <p class="button-row">
                { button(says.clear_no, "button button-main", || desk().set(|state| state.is_clearing = false)) }
                { button(says.clear_yes, "button", || desk().clear()) }
            </p>
        </div>
    }
}

/// A page takes drops only where it says so while something hovers.
fn hold() -> Callback<DragEvent> {
    Callback::from(|event: DragEvent| event.prevent_default())
}

fn take_drop() -> Callback<DragEvent> {
    Callback::from(|event: DragEvent| {
        event.prevent_default();
        if desk().state().takes_files() {
            desk().take(platform::desk::gather(&event));
        }
    })
}

fn take_chosen() -> Callback<Event> {
    Callback::from(|event: Event| desk().take(platform::desk::gather(&event)))
}
