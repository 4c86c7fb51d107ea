//! What articles about a unit tell of people, programmes and figures.

use model::bundle::{Person, Term, UnitFacts, UnitFigures};
use yew::prelude::*;

use crate::components::date;
use crate::i18n::Messages;
use crate::i18n::annex::annex;
use crate::markup::html;
use crate::route::Route;

/// People named with a role in its articles, those named last first; with the time that articles
/// name them in it, and their roles before.
pub(super) fn officials_section(messages: &Messages, facts: &UnitFacts) -> Html {
    if facts.people.is_empty() {
        return Html::default();
    }
    html! {
        <section class="section">
            <h2 class="section-title">{ annex(messages).unit.officials }</h2>
            <p class="section-note">{ annex(messages).unit.officials_note }</p>
            <ul class="entries">
                { for facts.people.iter().map(|person| official(messages, person)) }
            </ul>
        </section>
    }
}

fn official(messages: &Messages, person: &Person) -> Html {
    let says = &annex(messages).units;
    html! {
        <li key={person.id.as_str()} class="entry">
            <h3 class="entry-title">
                <a href={Route::Official { id: person.id.clone() }.href()} lang="vi">{ &person.name }</a>
            </h3>
            <p class="entry-meta">
                if let Some(role) = &person.role { <span lang="vi">{ role }</span> }
                { time(messages, person.since, person.on) }
            </p>
            if !person.before.is_empty() {
                <p class="row-note">
                    { says.role_before }
                    { for person.before.iter().enumerate().map(|(at, term)| earlier(messages, at, term)) }
                </p>
            }
        </li>
    }
}

fn earlier(messages: &Messages, at: usize, term: &Term) -> Html {
    html! {
        <span key={at.to_string()}>
            if at > 0 { { "; " } }
            <span lang="vi">{ &term.role }</span>
            { " " }{ time(messages, term.from.filter(|from| Some(*from) != term.to), term.to) }
        </span>
    }
}

fn time(
    messages: &Messages,
    from: Option<calendar::PartialDate>,
    to: Option<calendar::PartialDate>,
) -> Html {
    match (from, to) {
        (Some(from), Some(to)) => {
            html! { <span>{ date(messages, from) }{ " – " }{ date(messages, to) }</span> }
        }
        (Some(only), None) | (None, Some(only)) => html! { <span>{ date(messages, only) }</span> },
        (None, None) => Html::default(),
    }
}

/// Programmes that its articles mention, those of most articles first.
pub(super) fn programmes_section(messages: &Messages, facts: &UnitFacts) -> Html {
    if facts.programmes.is_empty() {
        return Html::default();
    }
    html! {
        <section class="section">
            <h2 class="section-title">{ annex(messages).subjects.programme }</h2>
            <ul class="entries">
                { for facts.programmes.iter().map(|programme| html! {
                    <li key={programme.id.as_str()} class="entry">
                        <h3 class="entry-title">
                            <a href={Route::Programme { id: programme.id.clone() }.href()} lang="vi">{ &programme.name }</a>
                        </h3>
                        <p class="entry-meta">
                            <span>{ (messages.dates.articles)(programme.articles as usize) }</span>
                            { programme.years.map(|years| html! { <span>{ span(years) }</span> }).unwrap_or_default() }
                        </p>
                    </li>
                }) }
            </ul>
        </section>
    }
}

fn span((first, last): (i32, i32)) -> String {
    if first == last {
        return first.to_string();
    }
    [&first.to_string(), "–", &last.to_string()].concat()
}

/// Sentences with figures from its latest articles, each leading to its place.
pub(super) fn figures_section(messages: &Messages, facts: &UnitFacts) -> Html {
    if facts.figures.is_empty() {
        return Html::default();
    }
    let says = &annex(messages).units;
    html! {
        <section class="section">
            <h2 class="section-title">{ says.figures }</h2>
            <p class="section-note">{ says.figures_note }</p>
            <ul class="entries">
                { for facts.figures.iter().enumerate().map(|(at, told)| figures(messages, at, told)) }
            </ul>
        </section>
    }
}

fn figures(messages: &Messages, at: usize, told: &UnitFigures) -> Html {
    let href = Route::sentence(&told.article, "", told.at).href();
    html! {
        <li key={at.to_string()} class="entry">
            <p class="figure-words" lang="vi">{ told.figures.join(" · ") }</p>
            <p class="quote" lang="vi">{ &told.quote }</p>
            <p class="entry-meta">
                { told.on.map(|on| date(messages, on)).unwrap_or_default() }
                <a class="no-print" {href}>{ annex(messages).units.open_sentence }</a>
            </p>
        </li>
    }
}
