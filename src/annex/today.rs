//! A day of the year: what returns on it, what comes after it, what the archive holds of it.

use calendar::{Date, Month};
use yew::prelude::*;

use super::timeline::sources;
use super::told::{Switch, Switched, reference_days, reference_section, told_days};
use crate::annals::{days, timeline, yearly};
use crate::components::{Page, Row, When, absent, agenda_button, day_list, happening};
use crate::hooks::{Archive, ArchiveRef};
use crate::i18n::Messages;
use crate::i18n::annex::annex;
use crate::markup::html;
use crate::route::{Route, ToldKind};

/// What happened on a day of the year.
pub fn today_page(
    messages: &'static Messages,
    archive: &ArchiveRef,
    day: Date,
    today: Date,
) -> Html {
    html! {
        <Page key={day.to_string()} title={annex(messages).today.title} archive={archive.manifest.title.clone()}>
            { view(messages, archive, day, today) }
        </Page>
    }
}

fn view(messages: &'static Messages, archive: &ArchiveRef, day: Date, today: Date) -> Html {
    let says = &annex(messages).today;
    let heads = archive.heads();
    let mut returns = days::next_returns(heads.unwrap_or_default(), day);
    returns.retain(|found| found.days <= days::AHEAD);
    let ahead = returns.split_off(returns.iter().take_while(|found| found.days == 0).count());
    let behind = days::past(heads.unwrap_or_default(), day);
    html! {
        <>
            <header class="day">
                <p class="page-kicker">{ says.title }</p>
                <h1 class="day-date">
                    <time datetime={day.to_string()}>{ (messages.today.full)(day) }</time>
                </h1>
                { turn(messages, day) }
            </header>
            <div class="columns">
                <div class="column-main">
                    <section class="section">
                        <h2 class="section-title">{ says.this_day }</h2>
                        if let Err(why) = heads {
                            { absent(messages, why) }
                        } else if returns.is_empty() {
                            <p class="day-quiet">{ says.nothing }</p>
                        } else {
                            { day_list(messages, &returns, day) }
                        }
                    </section>
                    if heads.is_ok() { <section class="section">
                        <h2 class="section-title">{ says.ahead }</h2>
                        if ahead.is_empty() {
                            <p class="day-quiet">{ says.nothing_ahead }</p>
                        } else {
                            { day_list(messages, &ahead, day) }
                        }
                        { agenda_button(messages, archive, None, today) }
                    </section> }
                    if !behind.is_empty() {
                        <section class="section">
                            <h2 class="section-title">{ says.behind }</h2>
                            { day_list(messages, &behind, day) }
                        </section>
                    }
                    { named(messages, archive, day) }
                    { reference(messages, archive, day) }
                </div>
                <div class="column-margin">{ in_archive(messages, archive, day) }</div>
            </div>
        </>
    }
}

/// Days of every year that articles name, on this day and in the days after it.
fn named(messages: &Messages, archive: &Archive, day: Date) -> Html {
    let says = &annex(messages).told;
    let named = match told_days(archive) {
        Ok(all) => yearly::coming(all, day),
        Err(why) => return absent(messages, why),
    };
    if named.is_empty() {
        return Html::default();
    }
    html! {
        <section class="section">
            <h2 class="section-title">{ says.days }</h2>
            <ol class="days">
                { for named.into_iter().map(|(on, told)| {
                    let route = Route::Told { kind: ToldKind::Days, id: Some(told.id.clone()) };
                    html! {
                        <li key={told.id.as_str()} class="day-row">
                            <p class="day-when">
                                <time datetime={on.to_string()}>{ (messages.dates.day_and_month)(on) }</time>
                                <span>{ (messages.today.in_days)(on.days_since_epoch() - day.days_since_epoch()) }</span>
                            </p>
                            <p class="day-what"><a href={route.href()} lang="vi">{ &told.name }</a></p>
                        </li>
                    }
                }) }
            </ol>
        </section>
    }
}

/// Days of reference, on this day and in the days after it.
fn reference(messages: &'static Messages, archive: &ArchiveRef, day: Date) -> Html {
    let here = archive.clone();
    let draw = Callback::from(move |switch: Switch| {
        let returns = yearly::coming(reference_days(&here).unwrap_or_default(), day);
        reference_section(messages, &here, &returns, &switch)
    });
    html! { <Switched {draw} /> }
}

/// Links to the day before, to today and to the day after.
fn turn(messages: &Messages, day: Date) -> Html {
    let says = &annex(messages).today;
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
            <a class="button" href={Route::Calendar { of: Some(Month::of(day).into()) }.href()}>{ says.calendar }</a>
            <a class="button" href={Route::Told { kind: ToldKind::Days, id: None }.href()}>{ (annex(messages).told.kind)(ToldKind::Days) }</a>
        </nav>
    }
}

/// Articles and other entries of the same day of any year, newest first.
fn in_archive(messages: &Messages, archive: &Archive, day: Date) -> Html {
    let says = &annex(messages).today;
    let found = sources(archive).map(|sources| timeline::on_day(sources, day));
    let (found, why) = match found {
        Ok(found) => (found, None),
        Err(why) => (Vec::new(), Some(why)),
    };
    html! {
        <section class="section">
            <h2 class="section-title">{ says.in_archive }</h2>
            if let Some(why) = why {
                { absent(messages, why) }
            } else if found.is_empty() {
                <p class="day-quiet">{ says.nothing_in_archive }</p>
            } else {
                <ul class="entries">
                    { for found.iter().map(|entry| happening(messages, archive, entry, Row { when: When::Year, place: None })) }
                </ul>
            }
        </section>
    }
}
