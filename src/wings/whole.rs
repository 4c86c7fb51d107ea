//! A page of a wing in two frames: its first screen, then the rest.

use yew::prelude::*;

use crate::hooks::use_place;
use crate::markup::html;
use crate::platform::history::Arrival;
use crate::platform::timer::Frame;

/// Whether all is to be drawn, or what the first screen needs: who follows a link sees the next page
/// sooner when what stands beside and below comes a frame later. Where a page is come back to it is
/// whole at once, as it is scrolled to where it was left.
#[hook]
pub fn use_whole() -> bool {
    let arrival = use_place().arrival;
    let is_whole = use_state_eq(|| arrival != Arrival::Link);
    let setter = is_whole.setter();
    use_effect_with(*is_whole, move |is_whole| {
        let later = if *is_whole { None } else { Frame::after(move || setter.set(true)) };
        move || drop(later)
    });
    *is_whole
}

/// Props of [`Later`].
#[derive(Properties, PartialEq)]
pub struct LaterProps {
    /// What is drawn later.
    pub children: Html,
}

/// What a first frame does without.
#[component]
pub fn Later(LaterProps { children }: &LaterProps) -> Html {
    if use_whole() {
        children.clone()
    } else {
        html! {}
    }
}
