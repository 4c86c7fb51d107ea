//! The calendar of a year: twelve small months.

use calendar::{Date, Month, PartialDate};
use yew::prelude::*;

use super::kept::Kept;
use super::{address, week_of};
use crate::annex::told::{Switch, switch_button};
use crate::components::absent;
use crate::hooks::Archive;
use crate::i18n::Messages;
use crate::i18n::annex::annex;
use crate::markup::html;
use crate::route::Route;

pub(super) fn year_view(
    messages: &'static Messages,
    archive: &Archive,
    year: i32,
    today: Date,
    switch: &Switch,
) -> Html {
    let says = &annex(messages).calendar;
    let heads = archive.heads();
    let months = (1..=12).filter_map(|number| Month::new(year, number));
    let turn = |to: i32, before: &'static str, after: &'static str| {
        let Some(to) = Month::new(to, 1).map(Month::year) else { return Html::default() };
        html! {
            <a class="button" href={address(PartialDate::Year(to))}>{ before }{ (says.year)(to) }{ after }</a>
        }
    };
    html! {
        <>
            <nav class="day-steps" aria-label={says.turn_year}>
                { turn(year - 1, "‹ ", "") }
                <a class="button" href={address(PartialDate::Year(today.year()))}>{ says.this_year }</a>
                { turn(year + 1, "", " ›") }
            </nav>
            { heads.err().map(|why| absent(messages, why)).unwrap_or_default() }
            <div class="year-grid">
                { for months.map(|month| {
                    small_month(messages, month, &Kept::of(archive, month, switch), today)
                }) }
            </div>
            { switch_button(messages, archive, switch) }
        </>
    }
}

/// A month of the year's calendar: days with anniversaries are links.
fn small_month(messages: &Messages, month: Month, kept: &Kept<'_>, today: Date) -> Html {
    let says = &annex(messages).calendar;
    let day = |day: Option<Date>| {
        let Some(day) = day else { return html! { <td /> } };
        let here = kept.on(day);
        let class = (day == today).then_some("grid-today");
        let current = (day == today).then_some("date");
        if here.told() + here.cited.len() == 0 {
            return html! { <td {class} aria-current={current}>{ u16::from(day.day()) }</td> };
        }
        let href = Route::Today { day: Some(day) }.href();
        html! {
            <td {class} aria-current={current}>
                <a class={here.class()} {href}>{ u16::from(day.day()) }{ here.read_out(messages) }</a>
            </td>
        }
    };
    html! {
        <table class="small-month">
            <caption>
                <a href={address(month)}>{ (messages.dates.month)(month.number()) }</a>
                if kept.told() > 0 { <span class="count">{ (says.count)(kept.told()) }</span> }
            </caption>
            <thead><tr>
                { for week_of(month).map(|weekday| html! {
                    <th scope="col"><span aria-hidden="true">{ (says.short)(weekday) }</span>
                        <span class="unseen">{ (messages.dates.weekday)(weekday) }</span></th>
                }) }
            </tr></thead>
            <tbody>
                { for month.weeks().into_iter().map(|week| html! { <tr>{ for week.into_iter().map(day) }</tr> }) }
            </tbody>
        </table>
    }
}
