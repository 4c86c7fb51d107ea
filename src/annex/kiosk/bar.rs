//! The bar above the tabs: back, size of text, language, the page brought down within reach, done.
//! Five touches on the archive's state, at the bar's end, open the keeper's door.

use yew::prelude::*;

use crate::components::{DOWN, UP, line_icon};
use crate::hooks::{Language, SettingsAction, TextSize, use_messages, use_settings};
use crate::i18n::annex::annex;
use crate::markup::html;
use crate::platform::{clock, dom, kiosk};

/// Touches that open the keeper's door …
const TOUCHES: u32 = 5;
/// … within so many milliseconds of each other.
const APART: f64 = 1_500.0;

/// Props of [`Bar`].
#[derive(Properties, PartialEq)]
pub(super) struct BarProps {
    /// How many places lie behind.
    pub behind: u32,
    /// The reader is done.
    pub start_again: Callback<()>,
    /// Opens the keeper's door.
    pub on_keeper: Callback<bool>,
}

#[component]
pub(super) fn Bar(BarProps { behind, start_again, on_keeper }: &BarProps) -> Html {
    let messages = use_messages();
    let says = &annex(messages).kiosk;
    let settings = use_settings();
    let is_down = use_state_eq(|| false);
    let touches = use_mut_ref(|| (0_u32, 0.0));
    let now = settings.as_ref().map(|settings| **settings).unwrap_or_default();
    let act = Callback::from(move |action: SettingsAction| {
        if let Some(settings) = &settings {
            settings.dispatch(action);
        }
    });
    let at = TextSize::ALL.iter().position(|size| *size == now.size).unwrap_or_default();
    let sized = |to: Option<usize>, sign: &'static str, words: &'static str| {
        let size = to.and_then(|to| TextSize::ALL.get(to).copied());
        let act = act.clone();
        let onclick = Callback::from(move |_: MouseEvent| {
            if let Some(size) = size {
                act.emit(SettingsAction::Size(size));
            }
        });
        html! {
            <button type="button" class="kiosk-key" {onclick} disabled={size.is_none()}>
                <span aria-hidden="true">{ sign }</span><span class="unseen">{ words }</span>
            </button>
        }
    };
    let other = if now.language == Language::Vi { Language::En } else { Language::Vi };
    let speak = {
        let act = act.clone();
        Callback::from(move |_: MouseEvent| act.emit(SettingsAction::Language(other)))
    };
    let back = Callback::from(|_: MouseEvent| kiosk::back());
    let reach = {
        let is_down = is_down.clone();
        Callback::from(move |_: MouseEvent| {
            dom::set_root_attribute("data-reach", (!*is_down).then_some(""));
            is_down.set(!*is_down);
            if !*is_down {
                dom::scroll_to(0.0);
            }
        })
    };
    let done = start_again.reform(|_: MouseEvent| ());
    let knock = {
        let on_keeper = on_keeper.clone();
        Callback::from(move |_: MouseEvent| {
            let (count, last) = *touches.borrow();
            let now = clock::now();
            let count = if now - last <= APART { count + 1 } else { 1 };
            touches.replace((count % TOUCHES, now));
            if count == TOUCHES {
                on_keeper.emit(true);
            }
        })
    };
    html! {
        <div class="kiosk-bar">
            <button type="button" class="kiosk-key kiosk-back" onclick={back} disabled={*behind == 0}>{ "‹ " }{ says.back }</button>
            { sized(at.checked_sub(1), "A−", says.smaller) }
            { sized(at.checked_add(1).filter(|to| *to < TextSize::ALL.len()), "A+", says.larger) }
            <button type="button" class="kiosk-key" onclick={speak} lang={other.code()}>{ says.other_language }</button>
            <button type="button" class="kiosk-key" onclick={reach} aria-pressed={if *is_down { "true" } else { "false" }}>
                { line_icon(if *is_down { UP } else { DOWN }) }<span class="kiosk-words">{ says.reach }</span>
            </button>
            <button type="button" class="kiosk-key kiosk-done" onclick={done}>{ says.done }</button>
            <span class="kiosk-mark" onclick={knock} aria-hidden="true">{ "◉" }</span>
        </div>
    }
}
