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
    use_frames(arrival == Arrival::Link)
}

/// Whether a second frame has come, if there are to be two.
#[hook]
fn use_frames(are_two: bool) -> bool {
    let is_whole = use_state_eq(|| !are_two);
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
    /// It follows a key, in whose frame as much goes.
    #[prop_or_default]
    pub after_key: bool,
}

/// What a first frame does without.
#[component]
pub fn Later(LaterProps { children, after_key }: &LaterProps) -> Html {
    let arrival = use_place().arrival;
    if use_frames(*after_key || arrival == Arrival::Link) {
        children.clone()
    } else {
        html! {}
    }
}
