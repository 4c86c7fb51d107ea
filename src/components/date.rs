//! Dates with their machine-readable form.

use calendar::{Date, PartialDate};
use yew::prelude::*;

use crate::i18n::Messages;
use crate::markup::html;

/// A date as precisely as it is known.
pub fn date(messages: &Messages, date: PartialDate) -> Html {
    html! { <time datetime={date.to_string()}>{ (messages.dates.partial)(date) }</time> }
}

/// A day with its weekday.
pub fn day(messages: &Messages, day: Date) -> Html {
    html! { <time datetime={day.to_string()}>{ (messages.dates.long)(day) }</time> }
}
