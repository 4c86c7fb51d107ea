//! A field for each part of the query language. They fill in from what is typed and are written
//! back into it, so that the address holds the whole search.

use yew::prelude::*;

use crate::hooks::navigate;
use crate::i18n::Messages;
use crate::markup::html;
use crate::platform::dom;
use crate::platform::history::Arrival;
use crate::route::{Route, SearchPlace};
use crate::wording::Wording;

const FOLD: &str = "tim-chinh-xac";
const IDS: [&str; 6] = ["tim-tu", "tim-cum", "tim-mot", "tim-tru", "tim-tu-ngay", "tim-den-ngay"];

/// The fields, folded away until asked for.
pub(super) fn precise(messages: &Messages, place: &SearchPlace) -> Html {
    let says = &messages.search;
    let onsubmit = {
        let place = place.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let text = written().write();
            navigate(&Route::Search(SearchPlace { text, ..place.clone() }), Arrival::Submitted);
            // The results stand below the fold.
            dom::shut(&selector(FOLD));
        })
    };
    let mut fields: Vec<Html> =
        (0..IDS.len()).map(|at| field(IDS[at], says.precise_fields[at])).collect();
    let days = fields.split_off(4);
    html! {
        <details class="fold" id={FOLD}>
            <summary>{ says.precise }</summary>
            <form class="precise" {onsubmit}>
                { fields }
                <div class="precise-days">{ days }</div>
                <p class="result-note">{ says.precise_help }</p>
                <p><button class="button">{ messages.frame.search_go }</button></p>
            </form>
        </details>
    }
}

fn field(id: &'static str, (label, hint): (&'static str, &'static str)) -> Html {
    // No value: what a reader types in here stays until they are done, whatever is drawn anew.
    html! {
        <label class="field">
            <span>{ label }</span>
            <input {id} type="text" maxlength="200" autocomplete="off" autocapitalize="off"
                spellcheck="false" placeholder={hint} />
        </label>
    }
}

fn selector(id: &str) -> String {
    ["#", id].concat()
}

/// Puts what a typed search says into the fields.
pub(super) fn fill(text: &str) {
    let Wording { words, phrase, any, without, from, to } = Wording::read(text);
    for (id, value) in IDS.iter().zip([&words, &phrase, &any, &without, &from, &to]) {
        dom::set_value(&selector(id), value);
    }
}

/// What stands in the fields.
fn written() -> Wording {
    let [words, phrase, any, without, from, to] =
        IDS.map(|id| dom::value(&selector(id)).unwrap_or_default());
    Wording { words, phrase, any, without, from, to }
}
