//! All that the archive tells of a unit on one page, to print or to save.

use model::Evidence;
use model::unit::{Unit, UnitKind};
use yew::prelude::*;

use super::bodies::bodies_section;
use super::export::{self, Row, Told};
use super::sections::{figures_section, officials_section, programmes_section};
use super::spark::{by_year, sparkline};
use super::told;
use super::unit::{anniversaries_section, below, facts};
use crate::annals::lineage::Lineage;
use crate::annals::{places, timeline};
use crate::components::{Page, absent, date, known, lineage_figure, no_such, of_source};
use crate::hooks::{Archive, ArchiveRef, Asked};
use crate::i18n::Messages;
use crate::i18n::annex::annex;
use crate::markup::html;
use crate::platform::{download, print};
use crate::route::Route;

/// A unit's dossier.
pub fn dossier_page(messages: &'static Messages, archive: &ArchiveRef, id: &str) -> Html {
    let Some(unit) = archive.unit(id) else {
        let title = annex(messages).unit.unknown;
        let content = no_such(messages, &Route::Unit { id: id.to_owned() }, title);
        return html! { <Page key={id} {title} archive={archive.manifest.title.clone()}>{ content }</Page> };
    };
    let title = (annex(messages).units.dossier_of)(&unit.name);
    html! {
        <Page key={id} {title} archive={archive.manifest.title.clone()}>{ view(messages, archive, unit) }</Page>
    }
}

fn view(messages: &'static Messages, archive: &ArchiveRef, unit: &Unit) -> Html {
    let says = &annex(messages).units;
    let lineage = Lineage::of(unit, |id| archive.unit(id));
    let told = (annex(messages).unit.sentence)(&unit.name, unit.kind == UnitKind::Body, &lineage);
    html! {
        <div class="dossier">
            // A head that every printed page repeats is a table's; to a reader's device it is none.
            <table class="dossier-sheet" role="presentation">
                <thead class="dossier-running" aria-hidden="true">
                    <tr><td><span>
                        <span>{ (says.dossier_of)(&unit.name) }</span>
                        <span>{ &archive.manifest.title }</span>
                    </span></td></tr>
                </thead>
                <tbody><tr><td>{ sheet(messages, archive, unit, &lineage, &told) }</td></tr></tbody>
            </table>
        </div>
    }
}

/// What the pages hold.
fn sheet(
    messages: &'static Messages,
    archive: &ArchiveRef,
    unit: &Unit,
    lineage: &Lineage,
    told: &str,
) -> Html {
    let says = &annex(messages).units;
    let articles = archive.order().map(|order| {
        let mut articles = places::articles_under(order, &archive.units, unit.id.as_str());
        timeline::sort_newest_first(order, &mut articles);
        articles
    });
    let years = match (archive.order(), &articles) {
        (Ok(order), Ok(articles)) => by_year(order, articles),
        _ => Vec::new(),
    };
    let told_of = told::facts(archive, &unit.id).ok();
    html! {
        <>
            <header class="page-head">
                <p class="page-kicker">{ (annex(messages).unit.kind)(unit.kind) }</p>
                <h1 class="page-title" lang="vi">{ &unit.name }</h1>
                <p class="unit-sentence">{ told }</p>
                if let Some(note) = &unit.note { <p class="unit-note" lang="vi">{ note }</p> }
                { unit.source.as_ref().map(|source| {
                    known(messages, archive, of_source(source), None)
                }).unwrap_or_default() }
                // What a click would open stands written on paper.
                if let Some(Evidence::Citation { text, .. }) = &unit.source {
                    <p class="dossier-cited">{ messages.facts.citation }{ ": " }{ text }</p>
                }
                <p class="section-note">{ (says.dossier_note)(&archive.manifest.title) }</p>
                { buttons(messages, archive, unit, articles.as_deref().ok()) }
            </header>
            { lineage_figure(messages, &unit.name, told, lineage) }
            { facts(messages, archive, unit, lineage) }
            { bodies_section(messages, archive, unit, true) }
            { below(messages, archive, unit) }
            { for told_of.map(|facts| officials_section(messages, facts)) }
            { for told_of.map(|facts| programmes_section(messages, facts)) }
            { anniversaries_section(messages, archive, unit, told_of) }
            { for told_of.map(|facts| figures_section(messages, facts)) }
            { sparkline(messages, &years) }
            { list(messages, archive, articles) }
        </>
    }
}

/// Print and save; the files wait until every article is known.
fn buttons(
    messages: &Messages,
    archive: &ArchiveRef,
    unit: &Unit,
    articles: Option<&[u32]>,
) -> Html {
    let says = &annex(messages).units;
    let printing = Callback::from(|_: MouseEvent| print::page());
    let rows = articles.and_then(|articles| {
        articles.iter().map(|at| row(archive, *at)).collect::<Option<Vec<Row>>>()
    });
    let waits = rows.is_none();
    let told = rows.map(|rows| told(archive, unit, rows)).unwrap_or_default();
    const FILES: [(&str, &str); 3] = [
        ("csv", "text/csv;charset=utf-8"),
        ("json", "application/json"),
        ("jsonld", "application/ld+json"),
    ];
    let saving = FILES.into_iter().zip(says.save).zip(told).map(|(((end, media), words), text)| {
        let name = [unit.id.as_str(), ".", end].concat();
        let onclick = Callback::from(move |_: MouseEvent| download::save(&name, media, &text));
        html! { <button key={end} type="button" class="button can-save" {onclick} disabled={waits}>{ words }</button> }
    });
    html! {
        <p class="button-row no-print">
            <button type="button" class="button button-main can-print" onclick={printing}>{ says.print }</button>
            { for saving }
            <a class="button" href={Route::Unit { id: unit.id.to_string() }.href()}>{ says.to_unit }</a>
        </p>
    }
}

fn row(archive: &Archive, ordinal: u32) -> Option<Row> {
    let summary = archive.at(ordinal).ok()?;
    Some(Row {
        id: summary.id.to_string(),
        title: summary.title.clone(),
        date: summary.listed().map(|(date, status)| (date.to_string(), status)),
        unit: summary.unit.as_ref().map(ToString::to_string),
    })
}

/// The three files.
fn told(archive: &Archive, unit: &Unit, articles: Vec<Row>) -> [String; 3] {
    let name = |id: &str| archive.unit(id).map(|unit| unit.name.clone());
    let facts = told::facts(archive, &unit.id).ok();
    let heads = archive.heads().unwrap_or_default();
    let days = heads
        .iter()
        .filter(|head| facts.is_some_and(|facts| facts.anniversaries.contains(&head.id)))
        .map(|head| (head.id.clone(), head.name.clone(), head.founding.0.to_string()));
    let people = facts.into_iter().flat_map(|facts| &facts.people).map(|person| {
        let on = person.on.map(|on| on.to_string()).unwrap_or_default();
        (person.id.clone(), person.name.clone(), person.role.clone().unwrap_or_default(), on)
    });
    let told = Told {
        unit,
        parent: unit.parent.as_ref().and_then(|id| name(id.as_str())),
        articles,
        days: days.collect(),
        people: people.collect(),
        programmes: facts
            .into_iter()
            .flat_map(|facts| &facts.programmes)
            .map(|one| (one.id.clone(), one.name.clone(), one.articles))
            .collect(),
        bodies: told::bodies(archive, unit).unwrap_or_default(),
        figures: facts.map(|facts| facts.figures.clone()).unwrap_or_default(),
    };
    [export::csv(&told), export::json(&told), export::json_ld(&told, &name)]
}

/// Every article, with its date, how that is known, and its address where the archive has one.
fn list(messages: &Messages, archive: &ArchiveRef, articles: Asked<Vec<u32>>) -> Html {
    let says = &annex(messages).units;
    let articles = match articles {
        Ok(articles) => articles,
        Err(why) => return absent(messages, why),
    };
    html! {
        <section class="section">
            <h2 class="section-title">{ annex(messages).unit.articles }</h2>
            if articles.is_empty() { <p class="day-quiet">{ annex(messages).unit.no_articles }</p> }
            <ol class="entries">
                { for articles.iter().filter_map(|at| archive.at(*at).ok()).map(|summary| {
                    let href = Route::article(&summary.id, &summary.title).href();
                    html! {
                        <li key={summary.id.as_str()} class="entry">
                            <h3 class="entry-title"><a {href} lang="vi">{ &summary.title }</a></h3>
                            <p class="entry-meta">
                                if let Some((when, status)) = summary.listed() {
                                    <span>{ date(messages, when) }{ " " }{ known(messages, archive, status, None) }</span>
                                }
                                if let Some(section) = &summary.section { <span lang="vi">{ section }</span> }
                            </p>
                            { for archive.manifest.base_url.as_ref().map(|base| html! {
                                <p class="row-note address">{ [says.address, ": ", base.trim_end_matches('/'), "/", &Route::article(&summary.id, "").href()].concat() }</p>
                            }) }
                        </li>
                    }
                }) }
            </ol>
        </section>
    }
}
