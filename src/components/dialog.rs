//! A dialog over the page. The browser's own: it keeps the focus inside, shuts on Escape and gives the
//! focus back to what opened it.

use yew::prelude::*;

use super::icon::{Icon, icon};
use crate::markup::html;
use crate::platform::{dom, sheet};

/// The one that is open: no two are at once.
const OPEN: &str = "dialog.sheet";

/// Props of [`Dialog`].
#[derive(Properties, PartialEq)]
pub struct DialogProps {
    /// Its heading and name.
    pub title: AttrValue,
    /// Name of the button that shuts it.
    pub close: AttrValue,
    /// Hears that it was shut.
    pub on_close: Callback<()>,
    /// What it shows.
    pub children: Html,
}

/// A dialog; open as long as it is drawn.
#[component]
pub fn Dialog(DialogProps { title, close, on_close, children }: &DialogProps) -> Html {
    use_effect_with((), |()| {
        sheet::open(OPEN);
        // A screen reader begins with what it is; the browser would begin with the first button.
        dom::focus("dialog.sheet h2");
    });
    let onclose = on_close.reform(|_: Event| ());
    let shut = Callback::from(|_: MouseEvent| sheet::shut(OPEN));
    let beside = Callback::from(|event: MouseEvent| {
        if sheet::is_own(&event, OPEN) {
            sheet::shut(OPEN);
        }
    });
    html! {
        <dialog class="sheet" aria-labelledby="ten-hop" {onclose} onclick={beside}>
            <div class="sheet-in">
                <header class="sheet-head">
                    <h2 class="sheet-title" id="ten-hop">{ title.clone() }</h2>
                    <button type="button" class="icon-button" onclick={shut}>
                        { icon(Icon::Cross) }<span class="unseen">{ close.clone() }</span>
                    </button>
                </header>
                { children.clone() }
            </div>
        </dialog>
    }
}

/// Shuts the dialog that is open.
pub fn shut_dialog() {
    sheet::shut(OPEN);
}
