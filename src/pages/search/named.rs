//! Units that the words name, with what was there before and after: who knows only today's name
//! comes to the articles of yesterday's.

use model::unit::Unit;
use yew::prelude::*;

use crate::annals::places;
use crate::hooks::Archive;
use crate::i18n::Messages;
use crate::markup::html;
use crate::route::Route;

/// More would stand before the results.
const MOST: usize = 6;

/// Links to units that the words name, and to their kin with articles.
pub(super) fn named(messages: &Messages, archive: &Archive, text: &str) -> Html {
    // Two syllables are a name; one is in half of all names.
    if !text.trim().contains(char::is_whitespace) {
        return Html::default();
    }
    let mut shown: Vec<&Unit> = places::called_like(&archive.units, text);
    if shown.is_empty() {
        return Html::default();
    }
    let counts = archive.overview().map(places::counts).unwrap_or_default();
    let kin: Vec<&Unit> = shown
        .iter()
        .flat_map(|unit| unit.predecessors.iter().chain(&unit.successors))
        .filter(|line| counts.get(line.unit.as_str()).is_some())
        .filter_map(|line| archive.unit(line.unit.as_str()))
        .collect();
    for unit in kin {
        if !shown.contains(&unit) {
            shown.push(unit);
        }
    }
    // Those with articles lead somewhere; the order is kept among them.
    shown.sort_by_key(|unit| counts.get(unit.id.as_str()).is_none());
    shown.truncate(MOST);
    let chips = shown.into_iter().map(|unit| {
        let href = Route::Unit { id: unit.id.to_string() }.href();
        let count = counts.get(unit.id.as_str()).map(|count| {
            [" · ", &(messages.dates.articles)(*count as usize)].concat()
        });
        html! {
            <li key={unit.id.as_str()}><a class="chip" {href}><span lang="vi">{ &unit.name }</span>{ count.unwrap_or_default() }</a></li>
        }
    });
    html! { <ul class="chips" aria-label={messages.frame.units}>{ for chips }</ul> }
}
