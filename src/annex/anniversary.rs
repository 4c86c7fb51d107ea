//! An anniversary: its founding day, years counted, what the articles say.

use calendar::{Date, Occurrence, YearCount};
use model::chronicle::{Anniversary, AnniversaryMention, Scope};
use yew::prelude::*;

use crate::annals::days::{YearRow, year_rows};
use crate::components::{
    LongList, Page, Passage, agenda_button, articles_in, date, known, lacking, of_source, passages,
    years, years_class,
};
use crate::hooks::{Archive, ArchiveRef};
use crate::i18n::Messages;
use crate::i18n::annex::annex;
use crate::markup::html;
use crate::platform::print;
use crate::route::Route;

/// An anniversary: its founding day, years counted, what the articles say.
pub fn anniversary_page(
    messages: &'static Messages,
    archive: &ArchiveRef,
    id: &str,
    year: Option<i32>,
    today: Date,
) -> Html {
    match archive.anniversary(id) {
        Ok(found) => html! {
            <Page key={id} title={found[0].name.clone()} archive={archive.manifest.title.clone()}>
                { view(messages, archive, &found, year, today) }
            </Page>
        },
        Err(why) => {
            let route = Route::Anniversary { id: id.to_owned(), year };
            lacking(messages, archive, &route, annex(messages).anniversary.unknown, why)
        }
    }
}

/// All that mentions it.
fn mentions<'a>(found: &[&'a Anniversary]) -> impl Iterator<Item = &'a AnniversaryMention> {
    found.iter().flat_map(|found| &found.mentions)
}

/// The entry, page by page: see [`Archive::anniversary`](crate::hooks::Archive::anniversary).
fn view(
    messages: &'static Messages,
    archive: &ArchiveRef,
    all: &[&Anniversary],
    year: Option<i32>,
    today: Date,
) -> Html {
    let (says, found) = (&annex(messages).anniversary, all[0]);
    let year = year.unwrap_or_else(|| today.year());
    html! {
        <>
            <header class="page-head">
                <p class="page-kicker">{ (says.kind)(found.kind) }</p>
                <h1 class="page-title" lang="vi">{ &found.name }</h1>
                <p class="founding-date">
                    { says.since }{ " " }{ date(messages, found.founding.value) }
                </p>
                { known(messages, archive, &found.founding, None) }
            </header>
            <div class="columns">
                <div class="column-main">
                    { years_section(messages, archive, all, year, today) }
                    { mentions_section(messages, archive, all) }
                </div>
                <aside class="column-margin">
                    { counted(messages, found, year) }
                    { facts(messages, archive, found, today) }
                    { agenda_button(messages, archive, Some(&found.id), today) }
                    { names(messages, found) }
                    { printing(messages) }
                </aside>
            </div>
            <div class="paper-foot" aria-hidden="true">
                <p>{ (says.foot)(&archive.manifest.title, &(messages.dates.day)(today)) }</p>
            </div>
        </>
    }
}

/// The button that prints the page.
fn printing(messages: &Messages) -> Html {
    let onclick = Callback::from(|_: MouseEvent| print::page());
    html! {
        <p class="button-row">
            <button type="button" class="button can-print" {onclick}>{ annex(messages).anniversary.print }</button>
        </p>
    }
}

/// The years counted in one year, big.
fn counted(messages: &Messages, found: &Anniversary, year: i32) -> Html {
    let says = &annex(messages).anniversary;
    let told = (says.in_year)(year);
    match YearCount::new(found.founding.value, year) {
        Some(count) => html! {
            <div class="counted">
                { years(messages, count.years, count.round) }
                <p class="years-class">{ told }</p>
                { years_class(messages, count.round) }
            </div>
        },
        None => html! { <p class="years-class">{ told }{ ": " }{ says.not_yet }</p> },
    }
}

fn facts(messages: &Messages, archive: &Archive, found: &Anniversary, today: Date) -> Html {
    let says = &annex(messages).anniversary;
    let observed = |next: &Occurrence| found.valid_to.is_none_or(|end| end > next.date.into());
    let next = found.founding.value.day().and_then(|day| Occurrence::next(day, today));
    let next = next.filter(observed).map(|next| {
        let route = Route::Today { day: Some(next.date) };
        html! {
            <div class="fact">
                <dt>{ says.next }</dt>
                <dd>
                    <a href={route.href()}>{ (messages.dates.long)(next.date) }</a>
                    { ", " }{ (messages.today.in_days)(next.days_from(today)) }
                </dd>
            </div>
        }
    });
    let scope = match &found.scope {
        Scope::National => html! { { says.national } },
        Scope::Unknown => html! { { messages.facts.unknown } },
        Scope::Unit(id) => match archive.unit(id.as_str()) {
            Some(unit) => {
                html! { <a href={Route::Unit { id: id.to_string() }.href()} lang="vi">{ &unit.name }</a> }
            }
            None => html! { { id.to_string() } },
        },
    };
    html! {
        <>
            if found.founding.value.day().is_none() {
                <p class="section-note">{ says.no_day }</p>
            }
            <dl class="facts">
                { next.unwrap_or_default() }
                <div class="fact"><dt>{ says.scope }</dt><dd>{ scope }</dd></div>
                if let Some(end) = found.valid_to {
                    <div class="fact"><dt>{ says.ceased }</dt><dd>{ date(messages, end) }</dd></div>
                }
                { for found.notes.iter().map(|note| html! {
                    <div class="fact">
                        <dt>{ says.notes }</dt>
                        <dd>
                            <p lang="vi">{ &note.text }</p>
                            { known(messages, archive, of_source(&note.source), None) }
                        </dd>
                    </div>
                }) }
            </dl>
        </>
    }
}

fn names(messages: &Messages, found: &Anniversary) -> Html {
    if found.names.len() < 2 {
        return Html::default();
    }
    html! {
        <section class="section">
            <h2 class="section-title">{ annex(messages).anniversary.names }</h2>
            <ul lang="vi">
                { for found.names.iter().map(|name| html! { <li key={name.as_str()} class="wording">{ name }</li> }) }
            </ul>
        </section>
    }
}

fn years_section(
    messages: &Messages,
    archive: &Archive,
    all: &[&Anniversary],
    year: i32,
    today: Date,
) -> Html {
    let (says, found) = (&annex(messages).anniversary, all[0]);
    let mut rows = year_rows(found.founding.value, mentions(all), today.year());
    // After its last year a day is no longer kept: years counted on would say that it is.
    if let Some(end) = found.valid_to {
        rows.retain(|row| row.count.year <= end.year() || !row.articles.is_empty());
    }
    let most = rows.iter().map(|row| row.articles.len()).max().unwrap_or_default();
    html! {
        <section class="section">
            <h2 class="section-title">{ says.years }</h2>
            <div class="table-scroll" role="region" aria-label={says.years} tabindex="0"><table class="year-table">
                <thead>
                    <tr>
                        <th scope="col">{ says.year }</th>
                        <th scope="col">{ says.counted }</th>
                        <th scope="col">{ says.class }</th>
                        <th scope="col">{ says.coverage }</th>
                    </tr>
                </thead>
                <tbody>{ for rows.iter().map(|row| year_row(messages, archive, found, row, year, most)) }</tbody>
            </table></div>
            if let Some(end) = found.valid_to {
                <p class="section-note">{ says.ceased }{ ": " }{ date(messages, end) }</p>
            }
            <p class="section-note">{ says.class_note }</p>
        </section>
    }
}

fn year_row(
    messages: &Messages,
    archive: &Archive,
    found: &Anniversary,
    row: &YearRow,
    year: i32,
    most: usize,
) -> Html {
    let count = row.count;
    let is_now = count.year == year;
    let href = Route::Anniversary { id: found.id.clone(), year: Some(count.year) }.href();
    html! {
        <tr key={count.year} class={is_now.then_some("year-now")}>
            <th scope="row"><a {href} aria-current={is_now.then_some("true")}>{ count.year }</a></th>
            <td>{ years(messages, count.years, count.round) }</td>
            <td>{ years_class(messages, count.round) }</td>
            <td>{ coverage(messages, archive, row, most) }</td>
        </tr>
    }
}

/// The articles of a year: how many beside the year with the most, and each by its date.
fn coverage(messages: &Messages, archive: &Archive, row: &YearRow, most: usize) -> Html {
    if row.articles.is_empty() {
        return Html::default();
    }
    let count = row.articles.len();
    let width = (count * BAR / most.max(1)).max(1);
    html! {
        <>
            <p class="cover">
                <svg class="cover-bar" viewBox="0 0 60 8" preserveAspectRatio="none" aria-hidden="true">
                    <rect width={width.to_string()} height="8" />
                </svg>
                { (annex(messages).told.articles)(count) }
            </p>
            { by_date(messages, archive, row) }
        </>
    }
}

/// The longest bar, in units of its drawing.
const BAR: usize = 60;

fn by_date(messages: &Messages, archive: &Archive, row: &YearRow) -> Html {
    let articles = row.articles.iter().filter_map(|id| archive.summary(id).ok());
    html! {
        <ul class="coverage">
            { for articles.map(|summary| {
                let href = Route::article(&summary.id, &summary.title).href();
                let when = summary.listed().and_then(|(when, _)| when.day());
                let words = when.map_or_else(|| messages.facts.unknown.to_owned(), messages.dates.day_and_month);
                html! {
                    <li key={summary.id.as_str()}>
                        <a {href}>{ words }<span class="unseen" lang="vi">{ ": " }{ &summary.title }</span></a>
                    </li>
                }
            }) }
        </ul>
    }
}

fn mentions_section(
    messages: &'static Messages,
    archive: &ArchiveRef,
    all: &[&Anniversary],
) -> Html {
    let says = &annex(messages).anniversary;
    let total = articles_in(mentions(all).map(|mention| &mention.mention));
    let (here, id) = (archive.clone(), all[0].id.clone());
    let draw = Callback::from(move |most| {
        let found = here.anniversary(&id).unwrap_or_default();
        let quoted = mentions(&found).map(|mention| Passage {
            mention: &mention.mention,
            remark: mention.claimed_years.map(says.claims),
        });
        passages(messages, &here, quoted, most)
    });
    html! {
        <section class="section">
            <h2 class="section-title">{ says.mentions }</h2>
            if total == 0 {
                <p class="day-quiet">{ says.no_mentions }</p>
            } else {
                <LongList {total} {draw} />
            }
        </section>
    }
}
