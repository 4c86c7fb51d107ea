//! A day of the year: what returns on it, what comes after it, what the archive holds of it.

use calendar::Date;
use yew::prelude::*;

use crate::annals::days;
use crate::annals::timeline::{self, Sources};
use crate::components::{Page, When, agenda_button, day_list, happening};
use crate::hooks::{Archive, ArchiveRef};
use crate::i18n::Messages;
use crate::markup::html;
use crate::route::Route;

/// What happened on a day of the year.
pub fn today_page(
    messages: &'static Messages,
    archive: &ArchiveRef,
    day: Date,
    today: Date,
) -> Html {
    html! {
        <Page key={day.to_string()} title={messages.today.title} archive={archive.manifest.title.clone()}>
            { view(messages, archive, day, today) }
        </Page>
    }
}

fn view(messages: &'static Messages, archive: &ArchiveRef, day: Date, today: Date) -> Html {
    let says = &messages.today;
    let mut returns = days::next_returns(&archive.chronicle.anniversaries, day);
    returns.retain(|found| found.days <= days::AHEAD);
    let ahead = returns.split_off(returns.iter().take_while(|found| found.days == 0).count());
    html! {
        <>
            <header class="day">
                <p class="page-kicker">{ says.title }</p>
                <h1 class="day-date">
                    <time datetime={day.to_string()}>{ (says.full)(day) }</time>
                </h1>
                { turn(messages, day) }
            </header>
            <div class="columns">
                <div class="column-main">
                    <section class="section">
                        <h2 class="section-title">{ says.this_day }</h2>
                        if returns.is_empty() {
                            <p class="day-quiet">{ says.nothing }</p>
                        } else {
                            { day_list(messages, &returns, day) }
                        }
                    </section>
                    <section class="section">
                        <h2 class="section-title">{ says.ahead }</h2>
                        if ahead.is_empty() {
                            <p class="day-quiet">{ says.nothing_ahead }</p>
                        } else {
                            { day_list(messages, &ahead, day) }
                        }
                        { agenda_button(messages, archive, None, today) }
                    </section>
                </div>
                <div class="column-margin">{ in_archive(messages, archive, day) }</div>
            </div>
        </>
    }
}

/// Links to the day before, to today and to the day after.
fn turn(messages: &Messages, day: Date) -> Html {
    let says = &messages.today;
    let link =
        |to: Option<Date>, label: &'static str, before: &'static str, after: &'static str| {
            to.map(|to| {
                let words = (messages.dates.day_and_month)(to);
                html! {
                    <a class="button" href={Route::Today { day: Some(to) }.href()}>
                        <span class="unseen">{ label }{ ", " }</span>
                        { before }{ words }{ after }
                    </a>
                }
            })
            .unwrap_or_default()
        };
    html! {
        <nav class="day-steps" aria-label={says.turn}>
            { link(day.plus_days(-1), says.before, "‹ ", "") }
            <a class="button" href={Route::Today { day: None }.href()}>{ says.now }</a>
            { link(day.plus_days(1), says.after, "", " ›") }
        </nav>
    }
}

/// Articles and other entries of the same day of any year, newest first.
fn in_archive(messages: &Messages, archive: &Archive, day: Date) -> Html {
    let says = &messages.today;
    let sources = Sources {
        articles: &archive.catalogue.articles,
        anniversaries: &archive.chronicle.anniversaries,
        units: &archive.units,
    };
    let found = timeline::on_day(sources, day);
    html! {
        <section class="section">
            <h2 class="section-title">{ says.in_archive }</h2>
            if found.is_empty() {
                <p class="day-quiet">{ says.nothing_in_archive }</p>
            } else {
                <ul class="entries">
                    { for found.iter().map(|entry| happening(messages, archive, entry, When::Year)) }
                </ul>
            }
        </section>
    }
}
