//! Finds a unit by any name it had, old or new, with or without marks: in the archive, and in the
//! whole country, so that a reader who knows only today's name comes to the articles of what was
//! there before.

use std::collections::BTreeMap;

use model::unit::Unit;
use units::gazetteer::lookup::{Agreement, Hit};
use units::gazetteer::{Line, Part, PlaceId};
use yew::prelude::*;

use super::country::Country;
use crate::annals::lineage::{Kin, Lineage};
use crate::annals::places;
use crate::components::{Icon, Page, empty, icon};
use crate::hooks::{Archive, ArchiveRef, Language, retype};
use crate::i18n::Messages;
use crate::i18n::annex::annex;
use crate::markup::html;
use crate::platform::dom;
use crate::route::Route;
use crate::table::Table;

/// All units as a tree, or those that a name may mean.
pub fn finder_page(messages: &Messages, archive: &ArchiveRef, text: &str) -> Html {
    html! {
        <Page title={annex(messages).unit.title} archive={archive.manifest.title.clone()}>
            <Finder language={messages.language} archive={archive.clone()} text={text.to_owned()} />
        </Page>
    }
}

/// Props of [`Finder`].
#[derive(Properties, PartialEq)]
struct FinderProps {
    language: Language,
    archive: ArchiveRef,
    text: String,
}

/// Where the gazetteer stands.
#[derive(Clone, PartialEq)]
enum Stage {
    Waiting,
    Here(Country),
    Lost,
}

/// Id of the field.
const FIELD: &str = "unit-name";

/// So many of the country's places are offered.
const MOST: usize = 20;

#[component]
fn Finder(FinderProps { language, archive, text }: &FinderProps) -> Html {
    let messages = language.messages();
    let says = &annex(messages).units;
    let stage = use_state_eq(|| Country::kept().map_or(Stage::Waiting, Stage::Here));
    // One letter means half the country: nothing is fetched for it.
    let is_asked = text.trim().chars().count() > 1;
    let result = stage.clone();
    let is_fetching = use_mut_ref(|| false);
    // A list that did not come is asked for again when the reader types on.
    use_effect_with((is_asked, text.clone()), move |(is_asked, _)| {
        let is_here = matches!(*result, Stage::Here(_));
        if *is_asked && !is_here && !is_fetching.replace(true) {
            wasm_bindgen_futures::spawn_local(async move {
                result.set(Country::fetch().await.map_or(Stage::Lost, Stage::Here));
                is_fetching.replace(false);
            });
        }
    });
    let oninput = Callback::from(move |_: InputEvent| {
        let text = dom::value(&["#", FIELD].concat()).unwrap_or_default();
        retype(&Route::Units { text });
    });
    let onsubmit = Callback::from(move |event: SubmitEvent| event.prevent_default());
    let (said, drawn) = if is_asked {
        found(messages, archive, text, &stage)
    } else {
        (String::new(), Html::default())
    };
    html! {
        <div class="narrow">
            <header class="page-head">
                <h1 class="page-title">{ annex(messages).unit.title }</h1>
                <p class="page-lead section-note">{ annex(messages).unit.lead }</p>
            </header>
            <form class="searchbox no-print" role="search" aria-label={says.find} {onsubmit}>
                { icon(Icon::Lens) }
                <label class="unseen" for={FIELD}>{ says.find }</label>
                <input id={FIELD} class="searchbox-input" type="text" autocomplete="off" autocapitalize="off"
                    spellcheck="false" inputmode="search" enterkeyhint="search" placeholder={says.find_hint}
                    value={text.clone()} {oninput} />
            </form>
            // Only how many there are is said while one types; the lists are there to be read.
            <p class="unseen" role="status">{ said }</p>
            if is_asked {
                { drawn }
            } else {
                { tree(messages, archive) }
                <p class="button-row"><a class="button" href={Route::compare(None, None).href()}>{ says.compare }</a></p>
            }
        </div>
    }
}

/// How many a name may mean, in words, and which.
fn found(messages: &Messages, archive: &Archive, text: &str, stage: &Stage) -> (String, Html) {
    let says = &annex(messages).units;
    let counts = archive.overview().map(places::counts).unwrap_or_default();
    let ours = places::called_like(&archive.units, text);
    let number = |count: usize| (messages.dates.number)(count as u64);
    let (said, country) = match stage {
        Stage::Here(country) => {
            let (count, drawn) = in_country(messages, archive, country, text, &counts);
            ((says.found_both)(&number(ours.len()), &number(count)), drawn)
        }
        Stage::Waiting => {
            let waiting = html! { <p class="day-quiet">{ messages.troubles.loading }</p> };
            ((says.found_ours)(&number(ours.len())), waiting)
        }
        Stage::Lost => (says.lost.to_owned(), html! { <p class="day-quiet">{ says.lost }</p> }),
    };
    let drawn = html! {
        <>
            <section class="section">
                <h2 class="section-title">{ says.in_archive }</h2>
                if ours.is_empty() { <p class="day-quiet">{ says.none_in_archive }</p> }
                <ul class="entries">
                    { for ours.iter().map(|unit| row(messages, archive, unit, &counts)) }
                </ul>
            </section>
            { country }
        </>
    };
    (said, drawn)
}

/// A unit of the archive: its name, what it is in, its life, its articles and those of its kin.
fn row(messages: &Messages, archive: &Archive, unit: &Unit, counts: &Table<&str, u32>) -> Html {
    let says = &annex(messages).unit;
    let lineage = Lineage::of(unit, |id| archive.unit(id));
    let parent = unit.parent.as_ref().and_then(|id| archive.unit(id.as_str()));
    let told = [parent.map(|parent| parent.name.clone()), Some((says.brief)(&lineage))];
    let told: Vec<String> = told.into_iter().flatten().filter(|text| !text.is_empty()).collect();
    let pages = &annex(messages).units;
    html! {
        <li key={unit.id.as_str()} class="entry">
            <a class="row-link" href={Route::Unit { id: unit.id.to_string() }.href()}>
                <span>
                    <span class="row-name entry-title" lang="vi">{ &unit.name }</span>
                    if !told.is_empty() { <span class="row-note">{ told.join(" · ") }</span> }
                </span>
                if let Some(count) = counts.get(unit.id.as_str()) {
                    <span class="row-count">{ (messages.dates.articles)(*count as usize) }</span>
                }
            </a>
            { kin_articles(messages, pages.articles_before, &lineage.predecessors, counts) }
            { kin_articles(messages, pages.articles_after, &lineage.successors, counts) }
        </li>
    }
}

/// Kin that articles are about.
pub(super) fn kin_articles(
    messages: &Messages,
    label: &'static str,
    kin: &[Kin],
    counts: &Table<&str, u32>,
) -> Html {
    let with: Vec<(&Kin, &String, u32)> = kin
        .iter()
        .filter_map(|kin| {
            let id = kin.page.as_ref()?;
            Some((kin, id, *counts.get(id.as_str())?))
        })
        .collect();
    if with.is_empty() {
        return Html::default();
    }
    html! {
        <p class="kin-articles">
            { label }
            { for with.into_iter().map(|(kin, id, count)| html! {
                <a key={id.as_str()} class="chip" href={Route::Unit { id: id.clone() }.href()}>
                    <span lang="vi">{ &kin.name }</span>{ " · " }{ (messages.dates.articles)(count as usize) }
                </a>
            }) }
        </p>
    }
}

/// Places of the country that are no units of the archive: how many, and which.
fn in_country(
    messages: &Messages,
    archive: &Archive,
    country: &Country,
    text: &str,
    counts: &Table<&str, u32>,
) -> (usize, Html) {
    let says = &annex(messages).units;
    let ours = units::official::tie(&archive.units, country);
    let hits: Vec<Hit> = country.find(text, MOST);
    let hits: Vec<Hit> = hits.into_iter().filter(|hit| !ours.contains_key(&hit.place)).collect();
    let is_near = hits.iter().any(|hit| hit.agreement == Agreement::Near);
    let drawn = html! {
        <section class="section">
            <h2 class="section-title">{ if is_near { says.near } else { says.in_country } }</h2>
            <p class="section-note">{ says.country_note }</p>
            if hits.is_empty() { <p class="day-quiet">{ says.none_in_country }</p> }
            <ul class="entries">
                { for hits.iter().map(|hit| place(messages, archive, country, hit.place, &ours, counts)) }
            </ul>
        </section>
    };
    (hits.len(), drawn)
}

fn place(
    messages: &Messages,
    archive: &Archive,
    country: &Country,
    id: PlaceId,
    ours: &BTreeMap<PlaceId, model::UnitId>,
    counts: &Table<&str, u32>,
) -> Html {
    let says = &annex(messages).units;
    let place = country.place(id);
    let mut told: Vec<String> =
        country.above(id, None).map(|above| country.place(above).name.clone()).collect();
    match (country.since(id), country.until(id)) {
        (_, Some(to)) => told.push((says.until)(&(messages.dates.partial)(to))),
        (Some(from), None) => told.push((says.since)(&(messages.dates.partial)(from))),
        (None, None) => {}
    }
    let heirs = country.heirs(id);
    let origins = country.origins(id);
    let lines = |label: &'static str, lines: &[Line]| {
        if lines.is_empty() {
            return Html::default();
        }
        let last = lines.len() - 1;
        let names = lines.iter().enumerate().map(|(at, line)| {
            let name = &country.place(line.place).name;
            let unit = ours.get(&line.place).and_then(|id| archive.unit(id.as_str()));
            let count = unit.and_then(|unit| counts.get(unit.id.as_str()));
            let part = match line.part {
                Part::Whole => "",
                Part::Main => says.main_part,
                Part::Some => annex(messages).unit.part,
            };
            html! {
                <span key={at.to_string()}>
                    if let Some(unit) = unit {
                        <a href={Route::Unit { id: unit.id.to_string() }.href()} lang="vi">{ name }</a>
                    } else {
                        <span lang="vi">{ name }</span>
                    }
                    if let Some(count) = count { { " · " }{ (messages.dates.articles)(*count as usize) } }
                    if !part.is_empty() { { " (" }{ part }{ ")" } }
                    if at < last { { ", " } }
                </span>
            }
        });
        html! { <p class="row-note">{ label }{ for names }</p> }
    };
    html! {
        <li class="entry">
            <h3 class="entry-title" lang="vi">{ &place.name }</h3>
            <p class="row-note" lang="vi">{ told.join(" · ") }</p>
            { lines(says.now, &heirs) }
            { lines(says.made_from, origins) }
        </li>
    }
}

/// The archive's units, each under the one it is in.
fn tree(messages: &Messages, archive: &Archive) -> Html {
    if archive.units.is_empty() {
        return empty(annex(messages).unit.empty, "");
    }
    let counts = archive.overview().map(places::counts).unwrap_or_default();
    let roots: Vec<&Unit> = archive
        .units
        .iter()
        .filter(|unit| unit.parent.as_ref().is_none_or(|id| archive.unit(id.as_str()).is_none()))
        .collect();
    html! { <section class="section">{ branch(messages, archive, &roots, &counts, 0) }</section> }
}

/// Deeper than any chain of units.
const DEEPEST: usize = 12;

fn branch(
    messages: &Messages,
    archive: &Archive,
    units: &[&Unit],
    counts: &Table<&str, u32>,
    depth: usize,
) -> Html {
    if units.is_empty() || depth == DEEPEST {
        return Html::default();
    }
    html! {
        <ul class="entries tree">
            { for units.iter().map(|unit| {
                let below: Vec<&Unit> = archive.units_under(&unit.id).collect();
                let told = (annex(messages).unit.brief)(&Lineage::of(unit, |id| archive.unit(id)));
                html! {
                    <li key={unit.id.as_str()} class="entry">
                        <a class="row-link" href={Route::Unit { id: unit.id.to_string() }.href()}>
                            <span>
                                <span class="row-name entry-title" lang="vi">{ &unit.name }</span>
                                if !told.is_empty() { <span class="row-note">{ told }</span> }
                            </span>
                            if let Some(count) = counts.get(unit.id.as_str()) {
                                <span class="row-count">{ (messages.dates.articles)(*count as usize) }</span>
                            }
                        </a>
                        { branch(messages, archive, &below, counts, depth + 1) }
                    </li>
                }
            }) }
        </ul>
    }
}
