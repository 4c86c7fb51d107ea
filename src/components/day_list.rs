//! Anniversaries as they return: when, what, how many years.

use calendar::Date;
use yew::prelude::*;

use super::years::{years, years_class};
use crate::annals::days::Return;
use crate::i18n::Messages;
use crate::markup::html;
use crate::route::Route;

/// The list of some returns, soonest first. The year is told where it is not this one.
pub fn day_list(messages: &Messages, returns: &[Return<'_>], today: Date) -> Html {
    html! {
        <ol class="days">{ for returns.iter().map(|found| row(messages, found, today)) }</ol>
    }
}

fn row(messages: &Messages, found: &Return<'_>, today: Date) -> Html {
    let Return { anniversary, occurrence, days } = found;
    let day = occurrence.date;
    let words = if day.year() == today.year() {
        (messages.dates.day_and_month)(day)
    } else {
        (messages.dates.day)(day)
    };
    let route = Route::Anniversary { id: anniversary.id.clone(), year: Some(day.year()) };
    html! {
        <li key={anniversary.id.clone()} class={[Some("day-row"), (*days == 0).then_some("day-today")]}>
            <p class="day-when">
                <time datetime={day.to_string()}>{ words }</time>
                <span>{ (messages.today.in_days)(*days) }</span>
                if occurrence.moved { <span>{ messages.today.moved }</span> }
            </p>
            <p class="day-what"><a href={route.href()} lang="vi">{ &anniversary.name }</a></p>
            { years(messages, occurrence.years, occurrence.round) }
            { years_class(messages, occurrence.round) }
        </li>
    }
}
