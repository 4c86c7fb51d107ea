//! The archive by time: a list of years first, the density band beside it.

use std::cell::Cell;

use calendar::PartialDate;
use yew::prelude::*;

use crate::annals::folding::{Fold, Folding, WINDOW};
use crate::annals::timeline::{Decade, Sources, Year, decades};
use crate::components::{Page, When, absent, band, empty, happening, step_id};
use crate::hooks::{Archive, ArchiveRef, Asked, use_messages};
use crate::i18n::Messages;
use crate::i18n::annex::annex;
use crate::markup::html;
use crate::platform::dom;
use crate::route::{Route, ToldKind};

/// The archive by time.
pub fn timeline_page(
    messages: &Messages,
    archive: &ArchiveRef,
    from: Option<PartialDate>,
    to: Option<PartialDate>,
) -> Html {
    let title = annex(messages).timeline.title;
    if let Err(why) = sources(archive) {
        return html! {
            <Page key="timeline" {title} archive={archive.manifest.title.clone()} ready={false}>
                <header class="page-head"><h1 class="page-title">{ title }</h1></header>
                { absent(messages, why) }
            </Page>
        };
    }
    // Other limits make another list: it starts folded anew.
    let limits = [from, to].map(|limit| limit.map(|date| date.to_string()).unwrap_or_default());
    html! {
        <Page key="timeline" title={annex(messages).timeline.title} archive={archive.manifest.title.clone()}>
            <Annals key={limits.join("..")} archive={archive.clone()} {from} {to} />
        </Page>
    }
}

#[derive(Properties, PartialEq)]
struct AnnalsProps {
    archive: ArchiveRef,
    from: Option<PartialDate>,
    to: Option<PartialDate>,
}

#[component]
fn Annals(AnnalsProps { archive, from, to }: &AnnalsProps) -> Html {
    let messages = use_messages();
    let decades = sources(archive).map(|sources| decades(sources, *from, *to));
    let decades = decades.unwrap_or_default();
    let folding = use_reducer(|| Folding::new(&decades));
    let starts: Vec<i32> = decades.iter().map(|decade| decade.start).collect();
    use_effect_with(starts, |starts| {
        let listener = follow(starts.clone());
        move || drop(listener)
    });
    let fold = {
        let folding = folding.dispatcher();
        Callback::from(move |action| folding.dispatch(action))
    };
    view(messages, archive, (*from, *to), &decades, &folding, &fold)
}

/// What has a date: all of it is here before anything is drawn, as a list that grew would move under
/// the finger.
pub(super) fn sources(archive: &Archive) -> Asked<Sources<'_>> {
    let (articles, anniversaries) = (archive.order(), archive.heads());
    Ok(Sources { articles: articles?, anniversaries: anniversaries?, units: &archive.units })
}

fn view(
    messages: &Messages,
    archive: &Archive,
    limits: (Option<PartialDate>, Option<PartialDate>),
    decades: &[Decade<'_>],
    folding: &Folding,
    fold: &Callback<Fold>,
) -> Html {
    let says = &annex(messages).timeline;
    let is_limited = limits.0.is_some() || limits.1.is_some();
    html! {
        <>
            <header class="page-head">
                <h1 class="page-title">{ says.title }</h1>
                if let Some(summary) = summary(messages, decades) {
                    <p class="page-lead section-note">{ summary }</p>
                }
                if is_limited { { limits_line(messages, limits) } }
                <p class="section-note"><a href={Route::told(ToldKind::All).href()}>{ (annex(messages).told.kind)(ToldKind::All) }</a></p>
            </header>
            if decades.is_empty() {
                { empty(if is_limited { says.empty_between } else { says.empty }, "") }
            } else {
                <div class="timeline">
                    <div class="timeline-list">{ list(messages, archive, decades, folding, fold) }</div>
                    { band(messages, decades, &go_to(fold)) }
                </div>
            }
        </>
    }
}

/// How much there is, and from when to when.
fn summary(messages: &Messages, decades: &[Decade<'_>]) -> Option<String> {
    let newest = decades.first()?.years.first()?.year;
    let oldest = decades.last()?.years.last()?.year;
    Some((annex(messages).timeline.summary)(
        decades.iter().map(Decade::count).sum(),
        oldest,
        newest,
    ))
}

fn limits_line(messages: &Messages, limits: (Option<PartialDate>, Option<PartialDate>)) -> Html {
    let says = &annex(messages).timeline;
    let write = |date: Option<PartialDate>| date.map(messages.dates.partial);
    let (from, to) = (write(limits.0), write(limits.1));
    html! {
        <p class="section-note">
            { (says.limits)(from.as_deref(), to.as_deref()) }{ " " }
            <a href={Route::Timeline { from: None, to: None }.href()}>{ says.unlimited }</a>
        </p>
    }
}

/// Marks on the band the decade that stands at the top of the window, however the reader came there.
fn follow(starts: Vec<i32>) -> Option<dom::Listener> {
    let marked = Cell::new(None);
    let mark = move || {
        let is_above = |start: &i32| {
            let head = ["#", &decade_id(*start)].concat();
            dom::top_of(&head).is_some_and(|top| top < READING)
        };
        let current = starts.iter().rfind(|start| is_above(start)).or(starts.first()).copied();
        let before = marked.replace(current);
        if before != current {
            for (start, value) in [(before, None), (current, Some("true"))] {
                if let Some(start) = start {
                    dom::set_attribute(&["#", &step_id(start)].concat(), "aria-current", value);
                }
            }
        }
    };
    mark();
    dom::Listener::window("scroll", mark)
}

/// How far under the top of the window a decade's heading is read, in pixels.
const READING: f64 = 200.0;

/// Opens a decade and moves there.
fn go_to(fold: &Callback<Fold>) -> Callback<(i32, i32)> {
    fold.reform(|(start, newest)| {
        let head = ["#", &decade_id(start)].concat();
        dom::scroll_into_view(&head);
        dom::focus(&head);
        Fold::Open { start, newest }
    })
}

fn decade_id(start: i32) -> String {
    ["thap-nien-", &start.to_string()].concat()
}

fn list(
    messages: &Messages,
    archive: &Archive,
    decades: &[Decade<'_>],
    folding: &Folding,
    fold: &Callback<Fold>,
) -> Html {
    let mut above: Option<i32> = None;
    html! {
        <>
            { for decades.iter().map(|decade| {
                let gap = above.replace(decade.start).map_or(0, |above| above - decade.start - 10);
                html! {
                    <>
                        if gap > 0 {
                            <p class="gap-years">{ (annex(messages).timeline.gap)(gap) }</p>
                        }
                        { decade_section(messages, archive, decade, folding, fold) }
                    </>
                }
            }) }
        </>
    }
}

fn decade_section(
    messages: &Messages,
    archive: &Archive,
    decade: &Decade<'_>,
    folding: &Folding,
    fold: &Callback<Fold>,
) -> Html {
    let says = &annex(messages).timeline;
    let is_open = folding.is_decade_open(decade.start);
    let newest = decade.years.first().map_or(decade.start, |year| year.year);
    let action = Fold::Decade { start: decade.start, newest };
    html! {
        <section key={decade.start} class="decade">
            <h2 class="decade-title">
                <button type="button" id={decade_id(decade.start)} onclick={on_click(fold, action)}
                    aria-expanded={is_open.to_string()}>
                    { (says.decade)(decade.start) }
                    <span class="count">{ (says.count)(decade.count()) }</span>
                </button>
            </h2>
            if is_open {
                { for decade.years.iter().map(|year| year_section(messages, archive, year, folding, fold)) }
            }
        </section>
    }
}

fn on_click(fold: &Callback<Fold>, action: Fold) -> Callback<MouseEvent> {
    fold.reform(move |_| action)
}

fn year_section(
    messages: &Messages,
    archive: &Archive,
    year: &Year<'_>,
    folding: &Folding,
    fold: &Callback<Fold>,
) -> Html {
    let drawn = folding.drawn(year.year, year.entries.len());
    let name = if folding.has_year_buttons() {
        html! {
            <button type="button" onclick={on_click(fold, Fold::Year(year.year))}
                aria-expanded={(!drawn.is_empty()).to_string()}>
                { year.year }
                <span class="count">{ (annex(messages).timeline.count)(year.entries.len()) }</span>
            </button>
        }
    } else {
        html! { { year.year } }
    };
    html! {
        <section key={year.year} class="year">
            <h3 class="year-name">{ name }</h3>
            if !drawn.is_empty() {
                <div>
                    <ul class="entries entries-dated">
                        { for year.entries[drawn.clone()].iter().map(|entry| {
                            happening(messages, archive, entry, When::DayAndMonth)
                        }) }
                    </ul>
                    { windows(messages, year.entries.len(), drawn, fold) }
                </div>
            }
        </section>
    }
}

/// Buttons that turn to the newer and older entries of a long year.
fn windows(
    messages: &Messages,
    all: usize,
    drawn: std::ops::Range<usize>,
    fold: &Callback<Fold>,
) -> Html {
    if drawn.len() == all {
        return Html::default();
    }
    let says = &annex(messages).timeline;
    let window = drawn.start / WINDOW;
    html! {
        <div class="button-row">
            <button type="button" class="button" disabled={window == 0}
                onclick={on_click(fold, Fold::Window(window.saturating_sub(1)))}>{ says.newer }</button>
            <button type="button" class="button" disabled={drawn.end == all}
                onclick={on_click(fold, Fold::Window(window + 1))}>{ says.older }</button>
            <p class="row-note" role="status">{ (says.window)(drawn.start + 1, drawn.end, all) }</p>
        </div>
    }
}
