//! Years counted, in big old-style figures, and their class.

use calendar::RoundYear;
use yew::prelude::*;

use super::motif::star;
use crate::i18n::Messages;
use crate::markup::html;

/// "96 năm".
pub fn years(messages: &Messages, years: u16, round: RoundYear) -> Html {
    html! {
        <p class={[Some("years"), Some(class_of(round))]}>
            <span class="years-count">{ years }</span>{ " " }
            <span class="years-word">{ (messages.today.years_word)(years) }</span>
        </p>
    }
}

/// "năm tròn", with the star; "năm lẻ 5", "năm khác".
pub fn years_class(messages: &Messages, round: RoundYear) -> Html {
    html! {
        <p class="years-class">
            if round == RoundYear::Decade { { star() } }
            { (messages.today.class)(round) }
        </p>
    }
}

fn class_of(round: RoundYear) -> &'static str {
    match round {
        RoundYear::Decade => "years-round",
        RoundYear::HalfDecade => "years-half",
        RoundYear::Other => "years-other",
    }
}
