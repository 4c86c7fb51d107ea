//! The density band beside the timeline: how much each year holds, and a way to each decade.

use calendar::PartialDate;
use yew::prelude::*;

use crate::annals::timeline::{Decade, Limits};
use crate::i18n::Messages;
use crate::i18n::annex::annex;
use crate::markup::html;
use crate::route::Route;

/// What lies before the decades of a timeline: a timeline of its own.
pub struct Before {
    /// The first year that does not belong to it.
    pub year: i32,
    /// How many entries it has.
    pub count: usize,
    /// Its address.
    pub href: String,
}

impl Before {
    /// Of the decades that are not drawn; `None` where there are none.
    pub fn of(decades: &[Decade], limits: Limits) -> Option<Self> {
        let year = decades.first()?.start + 10;
        let to = Some(PartialDate::Year(year - 1));
        Some(Self {
            year,
            count: decades.iter().map(Decade::count).sum(),
            href: Route::Timeline { from: limits.from, to }.href(),
        })
    }
}

/// The band. `go` hears the decade chosen.
pub fn band(
    messages: &Messages,
    decades: &[Decade],
    before: Option<&Before>,
    go: &Callback<(i32, i32)>,
) -> Html {
    let says = &annex(messages).timeline;
    let most = decades.iter().flat_map(Decade::density).max().unwrap_or(1).max(1);
    let mut above = None;
    let steps = decades.iter().map(|decade| {
        let empty = above.replace(decade.start).map_or(0, |above| (above - decade.start) / 10 - 1);
        step(messages, decade, most, gap_class(empty), go)
    });
    html! {
        <nav class="band" aria-label={says.band}>
            <ol>
                { for steps }
                if let Some(before) = before {
                    <li class="band-gap">
                        <a class="band-step" href={before.href.clone()}
                            aria-label={name(&(says.before)(before.year), messages, before.count)}>
                            { (says.before)(before.year) }
                        </a>
                    </li>
                }
            </ol>
        </nav>
    }
}

/// How far a decade stands from the one above; a longer emptiness is not drawn longer.
fn gap_class(empty: i32) -> Option<&'static str> {
    match empty {
        ..=0 => None,
        1 | 2 => Some("band-gap"),
        _ => Some("band-gap band-gap-long"),
    }
}

/// The id of a decade's button.
pub fn step_id(start: i32) -> String {
    ["dai-", &start.to_string()].concat()
}

/// What a step is called: what stands on it, and how much it holds.
fn name(written: &str, messages: &Messages, count: usize) -> String {
    [written, ": ", &(annex(messages).timeline.count)(count)].concat()
}

fn step(
    messages: &Messages,
    decade: &Decade,
    most: usize,
    gap: Option<&'static str>,
    go: &Callback<(i32, i32)>,
) -> Html {
    let (start, newest) = (decade.start, decade.newest());
    let go = go.clone();
    let onclick = Callback::from(move |_: MouseEvent| go.emit((start, newest)));
    html! {
        <li key={start} class={gap}>
            <button type="button" class="band-step" id={step_id(start)} {onclick}
                aria-label={name(&start.to_string(), messages, decade.count())}>
                { start }
                <svg class="band-bars" viewBox="0 0 40 20" preserveAspectRatio="none"
                    aria-hidden="true" focusable="false">
                    <path fill="currentColor" d={bars(decade.density(), most)} />
                </svg>
            </button>
        </li>
    }
}

/// Ten bars, the newest year on top; their lengths by the square root, so that a year with one
/// entry is still seen beside one with hundreds.
fn bars(density: [usize; 10], most: usize) -> String {
    let mut path = String::new();
    for (row, count) in density.iter().rev().enumerate().filter(|(_, count)| **count > 0) {
        let length = 4.0 + 28.0 * (*count as f64 / most as f64).sqrt();
        let (y, length) = ((row * 2).to_string(), (length.round() as u32).to_string());
        path.push_str(&["M8 ", &y, "h", &length, "v1.5H8z"].concat());
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bars_grow_with_the_square_root() {
        let mut density = [0; 10];
        density[9] = 4;
        density[0] = 1;
        assert_eq!(bars(density, 4), "M8 0h32v1.5H8zM8 18h18v1.5H8z");
        assert_eq!(bars([0; 10], 1), "");
    }
}
