//! The report: every article with what was found and what wants looking at, and the files that gave
//! none.

use std::rc::Rc;

use protocol::desk::{Article, Field, Key, Report, Skipped, Trouble};
use yew::prelude::*;

use super::work::desk;
use super::{View, editor};
use crate::components::LongList;
use crate::i18n::annex::desk::{Filter, is_old};
use crate::i18n::facts::glyph;
use crate::markup::html;
use crate::platform::dom;
use model::Status;

/// Id of the field that searches the list.
const FIND: &str = "desk-find";

/// Whether an article is on the list of a filter.
fn fits(filter: Filter, article: &Article) -> bool {
    match filter {
        Filter::All => true,
        Filter::Look => !article.troubles.is_empty(),
        Filter::Undated => is_undated(article),
        Filter::NoUnit => article.unit.is_empty(),
        Filter::OldLetters => is_old(&article.read_from),
        Filter::Edited => !article.stated.is_empty(),
    }
}

/// Without any day of its own.
fn is_undated(article: &Article) -> bool {
    let is_day = |field| matches!(field, Field::Published | Field::Event);
    !article.found.iter().any(|found| is_day(found.field))
}

/// The list of articles.
pub(super) fn view(view: &View, report: &Rc<Report>) -> Html {
    let (says, state) = (view.says, &view.state);
    let counts = Filter::ALL
        .map(|filter| (filter, report.articles.iter().filter(|a| fits(filter, a)).count()));
    let look = counts.iter().find(|(filter, _)| *filter == Filter::Look).map_or(0, |(_, n)| *n);
    let summary = (says.summary)(
        &view.number(report.articles.len()),
        &view.number(report.skipped.len()),
        &view.number(look),
    );
    let typed = viet::fold(state.text.trim());
    let is_found = |article: &Article| {
        typed.is_empty()
            || viet::fold(&article.title).contains(&typed)
            || viet::fold(&article.name).contains(&typed)
    };
    let shown: Vec<usize> = (0..)
        .zip(&report.articles)
        .filter(|(_, article)| fits(state.filter, article))
        .filter(|(_, article)| is_found(article))
        .map(|(at, _)| at)
        .collect();
    let oninput = Callback::from(|_: InputEvent| {
        let text = dom::value(&["#", FIND].concat()).unwrap_or_default();
        desk().set(|state| state.text = text);
    });
    html! {
        <section class="section desk-report" aria-labelledby="desk-report">
            <h2 class="section-title" id="desk-report">{ says.report }</h2>
            <p class="desk-summary">{ summary }</p>
            if let Some(part) = state.binding { <p class="section-note">{ (says.binding)(part) }</p> }
            if look == 0 && report.skipped.is_empty() { <p class="digest-right">{ says.all_well }</p> }
            if report.units.is_empty() && !report.articles.is_empty() {
                <p class="notice">{ says.no_units_yet }</p>
            }
            { troubles(view, &report.settings, Some(says.settings_troubles)) }
            <div class="chips desk-filters" role="group" aria-label={says.filters}>
                { for counts.into_iter().filter(|(filter, n)| *n > 0 || *filter == state.filter || *filter == Filter::All).map(|(filter, count)| chip(view, filter, count)) }
            </div>
            <p class="desk-find">
                <label for={FIND}>{ says.find }</label>
                <input id={FIND} type="search" autocomplete="off" spellcheck="false" value={state.text.clone()} {oninput} />
            </p>
            if shown.is_empty() { <p class="day-quiet">{ says.none }</p> }
            { rows(view, report, shown) }
        </section>
    }
}

fn chip(view: &View, filter: Filter, count: usize) -> Html {
    let is_on = view.state.filter == filter;
    let onclick = Callback::from(move |_: MouseEvent| desk().set(|state| state.filter = filter));
    html! {
        <button type="button" class="chip" aria-pressed={if is_on { "true" } else { "false" }} {onclick}>
            { (view.says.filter)(filter) }{ " " }<span class="count">{ view.number(count) }</span>
        </button>
    }
}

/// The rows, some at a time: no more are drawn than are looked at.
fn rows(view: &View, report: &Rc<Report>, shown: Vec<usize>) -> Html {
    let (view, report, total) = (view.clone(), report.clone(), shown.len());
    let draw = Callback::from(move |count: usize| {
        let rows = shown.iter().take(count).filter_map(|at| report.articles.get(*at));
        html! { <ul class="entries desk-rows">{ for rows.map(|article| row(&view, &report, article)) }</ul> }
    });
    html! { <LongList {total} {draw} /> }
}

fn row(view: &View, report: &Report, article: &Article) -> Html {
    let says = view.says;
    let opened = view.state.opened.as_ref().filter(|opened| opened.name == article.name);
    let name = article.name.clone();
    let is_open = opened.is_some();
    let onclick = Callback::from(move |_: MouseEvent| {
        desk().look((!is_open).then(|| name.clone()));
    });
    html! {
        <li class="desk-row" key={article.name.as_str()}>
            <p class="desk-name" lang="vi">{ &article.title }</p>
            <p class="desk-facts">
                <span class="desk-file">{ &article.name }</span>
                { for article.found.iter().filter(|found| found.field != Field::Event || !has(article, Field::Published)).map(|found| {
                    fact(view, found.field, &found.value, found.status)
                }) }
                if is_undated(article) { <span class="desk-lacks">{ says.no_date }</span> }
                if article.unit.is_empty() { <span class="desk-lacks">{ says.no_unit }</span> }
                { for (says.read_from)(&article.read_from).map(|words| html! { <span class="desk-letters">{ words }</span> }) }
                if !article.troubles.is_empty() {
                    <span class="desk-lacks">{ (says.remarks)(&view.number(article.troubles.len())) }</span>
                }
                if !article.stated.is_empty() { <span class="desk-edited">{ says.edited }</span> }
            </p>
            <button type="button" class="button desk-edit" aria-expanded={if is_open { "true" } else { "false" }} {onclick}>
                { if is_open { says.shut } else { says.edit } }<span class="unseen">{ " " }{ &article.title }</span>
            </button>
            { for opened.map(|opened| editor::view(view, report, article, opened)) }
        </li>
    }
}

fn has(article: &Article, field: Field) -> bool {
    article.found.iter().any(|found| found.field == field)
}

/// A field as it was found, with the sign of how it is known.
fn fact(view: &View, field: Field, value: &str, status: u8) -> Html {
    let status = match status {
        0 => Status::Stated,
        1 => Status::Inferred,
        2 => Status::Derived,
        _ => Status::Reference,
    };
    let value = match value.parse() {
        Ok(date) if matches!(field, Field::Published | Field::Event) => {
            (view.messages.dates.partial)(date)
        }
        _ => value.to_owned(),
    };
    html! {
        <span>
            <span class="unseen">{ (view.says.field)(field) }{ ": " }</span>
            { value }{ " " }
            <span class="known-glyph" aria-hidden="true">{ glyph(status) }</span>
            <span class="unseen">{ " (" }{ (view.messages.facts.status)(status) }{ ")" }</span>
        </span>
    }
}

/// What wants looking at, each with its line.
pub(super) fn troubles(view: &View, troubles: &[Trouble], title: Option<&'static str>) -> Html {
    if troubles.is_empty() {
        return Html::default();
    }
    html! {
        <div class="desk-troubles">
            { for title.map(|title| html! { <h3>{ title }</h3> }) }
            <ul>
                { for troubles.iter().map(|trouble| html! {
                    <li class={trouble.is_error.then_some("desk-trouble-error")}>
                        if trouble.line > 0 { <span class="desk-line">{ (view.says.line)(trouble.line) }{ ": " }</span> }
                        <span class="desk-says">{ &trouble.says }</span>
                    </li>
                }) }
            </ul>
        </div>
    }
}

/// The files that gave no article.
pub(super) fn skipped(view: &View, report: &Rc<Report>) -> Html {
    let says = view.says;
    if report.skipped.is_empty() {
        return Html::default();
    }
    let (drawn, all, total) = (view.clone(), report.clone(), report.skipped.len());
    let draw = Callback::from(move |count: usize| {
        let rows = all.skipped.iter().take(count).map(|file| skipped_row(&drawn, file));
        html! { <ul class="entries desk-rows">{ for rows }</ul> }
    });
    html! {
        <section class="section" aria-labelledby="desk-skipped">
            <h2 class="section-title" id="desk-skipped">{ says.skipped }</h2>
            <LongList {total} {draw} />
        </section>
    }
}

fn skipped_row(view: &View, Skipped { name, says: why }: &Skipped) -> Html {
    let says = view.says;
    let is_choice = why.is_empty();
    let (file, at) = (name.clone(), view.today.to_string());
    let onclick = Callback::from(move |_: MouseEvent| match is_choice {
        true => desk().say(&file, vec![(Key::LeftOut, String::new())], at.clone()),
        false => desk().remove(file.clone()),
    });
    let is_file = view.state.files.iter().any(|(known, _)| known == name);
    html! {
        <li class="desk-row" key={name.as_str()}>
            <p class="desk-name desk-file">{ name }</p>
            <p class="desk-says">{ if is_choice { says.left_out } else { why.as_str() } }</p>
            if is_choice || is_file {
                <button type="button" class="button desk-edit" {onclick}>
                    { if is_choice { says.take_in } else { says.remove } }<span class="unseen">{ " " }{ name }</span>
                </button>
            }
        </li>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn article() -> Article {
        Article {
            name: "a.txt".to_owned(),
            id: "a".to_owned(),
            title: "Tựa".to_owned(),
            found: Vec::new(),
            unit: String::new(),
            read_from: String::new(),
            troubles: Vec::new(),
            stated: Vec::new(),
        }
    }

    #[test]
    fn filters_hold_what_they_say() {
        let on = |article: &Article| {
            Filter::ALL.into_iter().filter(|filter| fits(*filter, article)).collect::<Vec<_>>()
        };
        assert_eq!(on(&article()), [Filter::All, Filter::Undated, Filter::NoUnit]);
        let mut edited = article();
        edited.unit = "xa-a".to_owned();
        edited.read_from = "tcvn3".to_owned();
        edited.stated = vec![Key::Title];
        let found =
            protocol::desk::Found { field: Field::Event, value: "2020".to_owned(), status: 0 };
        edited.found = vec![found];
        assert_eq!(on(&edited), [Filter::All, Filter::OldLetters, Filter::Edited]);
        let mut word = article();
        word.read_from = "docx".to_owned();
        assert!(!fits(Filter::OldLetters, &word));
    }
}
