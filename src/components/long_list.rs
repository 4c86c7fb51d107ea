//! A list that may be long: its beginning, and more on demand, so that a page fetches and draws no
//! more than a reader looks at.

use yew::prelude::*;

use crate::hooks::use_messages;
use crate::markup::html;

/// How many entries are shown at first, and added on demand.
const STEP: usize = 20;

/// Props of [`LongList`].
#[derive(Properties, PartialEq)]
pub struct LongListProps {
    /// How many entries there are.
    pub total: usize,
    /// Draws so many of them.
    pub draw: Callback<usize, Html>,
}

/// The beginning of a list, and a button for more.
#[component]
pub fn LongList(LongListProps { total, draw }: &LongListProps) -> Html {
    let messages = use_messages();
    let shown = use_state_eq(|| STEP);
    let left = total.saturating_sub(*shown) as u64;
    let drawn = draw.emit((*total).min(*shown));
    let onclick = Callback::from(move |_: MouseEvent| shown.set(*shown + STEP));
    html! {
        <>
            { drawn }
            if left > 0 {
                <p class="button-row">
                    <button type="button" class="button" {onclick}>{ (messages.search.more)(&(messages.dates.number)(left)) }</button>
                </p>
            }
        </>
    }
}
