//! The density band beside the timeline: how much each year holds, and a way to each decade.

use yew::prelude::*;

use crate::annals::timeline::Decade;
use crate::i18n::Messages;
use crate::i18n::annex::annex;
use crate::markup::html;

/// The band. `go` hears the decade chosen.
pub fn band(messages: &Messages, decades: &[Decade<'_>], go: &Callback<(i32, i32)>) -> Html {
    let most = decades.iter().flat_map(Decade::density).max().unwrap_or(1).max(1);
    let mut above = None;
    let steps = decades.iter().map(|decade| {
        let empty = above.replace(decade.start).map_or(0, |above| (above - decade.start) / 10 - 1);
        html! {
            <>
                { for (0..empty.min(MOST_TICKS)).map(|at| html! {
                    <li key={format!("{}-{at}", decade.start)} class="band-gap" aria-hidden="true" />
                }) }
                { step(messages, decade, most, go) }
            </>
        }
    });
    html! {
        <nav class="band" aria-label={annex(messages).timeline.band}><ol>{ for steps }</ol></nav>
    }
}

/// Empty decades drawn one by one; a longer emptiness is not drawn longer.
const MOST_TICKS: i32 = 6;

/// The id of a decade's button.
pub fn step_id(start: i32) -> String {
    ["dai-", &start.to_string()].concat()
}

fn step(messages: &Messages, decade: &Decade<'_>, most: usize, go: &Callback<(i32, i32)>) -> Html {
    let newest = decade.years.first().map_or(decade.start, |year| year.year);
    let onclick = {
        let (go, start) = (go.clone(), decade.start);
        Callback::from(move |_: MouseEvent| go.emit((start, newest)))
    };
    html! {
        <li key={decade.start}>
            <button type="button" class="band-step" id={step_id(decade.start)} {onclick}>
                <span>{ decade.start }</span>
                <span class="unseen">{ (annex(messages).timeline.count)(decade.count()) }</span>
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
