//! A unit: the name it had, the years it lived, what became of it; its bodies, articles, people.

use model::ArticleId;
use model::bundle::Summary;
use model::chronicle::{Anniversary, Official, Scope};
use model::unit::{Share, Unit, UnitKind};
use yew::prelude::*;

use crate::annals::lineage::{Kin, Lineage};
use crate::annals::places;
use crate::components::{
    ArticleEntry, Page, article_entry, date, known, lineage_figure, no_such, of_source,
};
use crate::hooks::Archive;
use crate::i18n::Messages;
use crate::markup::html;
use crate::route::Route;
use crate::table::Table;

/// A unit: its name, years, lineage, articles.
pub fn unit_page(messages: &Messages, archive: &Archive, id: &str) -> Html {
    let found = archive.unit(id);
    let title = found.map_or(messages.units.unknown, |found| found.name.as_str()).to_owned();
    let content = match found {
        Some(found) => view(messages, archive, found),
        None => no_such(messages, &Route::Unit { id: id.to_owned() }, &title),
    };
    html! {
        <Page key={id} {title} archive={archive.manifest.title.clone()}>{ content }</Page>
    }
}

fn view(messages: &Messages, archive: &Archive, unit: &Unit) -> Html {
    let says = &messages.units;
    let lineage = Lineage::of(unit, |id| archive.unit(id));
    let told = (says.sentence)(&unit.name, unit.kind == UnitKind::Body, &lineage);
    let articles =
        places::articles_under(&archive.catalogue.articles, &archive.units, unit.id.as_str());
    html! {
        <>
            <header class="page-head">
                <p class="page-kicker">{ (says.kind)(unit.kind) }</p>
                <h1 class="page-title" lang="vi">{ &unit.name }</h1>
                <p class="unit-sentence">{ &told }</p>
                if let Some(note) = &unit.note { <p class="unit-note" lang="vi">{ note }</p> }
                { unit.source.as_ref().map(|source| {
                    known(messages, archive, of_source(source), None)
                }).unwrap_or_default() }
            </header>
            <div class="columns">
                <div class="column-main">
                    { lineage_figure(messages, &unit.name, &told, &lineage) }
                    { articles_section(messages, archive, &articles) }
                    { anniversaries_section(messages, archive, unit, &articles) }
                </div>
                <aside class="column-margin">
                    { facts(messages, archive, unit, &lineage) }
                    { below(messages, archive, unit) }
                    { officials_section(messages, archive, &articles) }
                </aside>
            </div>
        </>
    }
}

fn facts(messages: &Messages, archive: &Archive, unit: &Unit, lineage: &Lineage) -> Html {
    let says = &messages.units;
    let parent = unit.parent.as_ref().map(|id| {
        let name =
            archive.unit(id.as_str()).map_or_else(|| id.to_string(), |unit| unit.name.clone());
        html! { <a href={Route::Unit { id: id.to_string() }.href()} lang="vi">{ name }</a> }
    });
    let fact = |label: &'static str, value: Html| {
        html! { <div class="fact"><dt>{ label }</dt><dd>{ value }</dd></div> }
    };
    let kin = |label: &'static str, all: &[Kin]| {
        if all.is_empty() { Html::default() } else { fact(label, kin_list(messages, all)) }
    };
    html! {
        <dl class="facts">
            { parent.map(|parent| fact(says.parent, parent)).unwrap_or_default() }
            if !unit.aliases.is_empty() {
                { fact(says.aliases, html! { <span lang="vi">{ unit.aliases.join(", ") }</span> }) }
            }
            { kin(says.predecessors, &lineage.predecessors) }
            { kin(says.successors, &lineage.successors) }
        </dl>
    }
}

fn kin_list(messages: &Messages, all: &[Kin]) -> Html {
    html! {
        <ul>
            { for all.iter().map(|kin| html! {
                <li key={kin.name.as_str()}>
                    if let Some(id) = &kin.page {
                        <a href={Route::Unit { id: id.clone() }.href()} lang="vi">{ &kin.name }</a>
                    } else {
                        { &kin.name }
                    }
                    if kin.share == Share::Part {
                        <span class="row-note">{ " (" }{ messages.units.part }{ ")" }</span>
                    }
                </li>
            }) }
        </ul>
    }
}

/// Bodies and units directly under it.
fn below(messages: &Messages, archive: &Archive, unit: &Unit) -> Html {
    let (bodies, places): (Vec<&Unit>, Vec<&Unit>) =
        archive.units_under(&unit.id).partition(|unit| unit.kind == UnitKind::Body);
    let list = |title: &'static str, units: &[&Unit]| {
        if units.is_empty() {
            return Html::default();
        }
        html! {
            <section class="section">
                <h2 class="section-title">{ title }</h2>
                <ul class="entries">
                    { for units.iter().map(|unit| html! {
                        <li key={unit.id.as_str()} class="entry">
                            <h3 class="entry-title">
                                <a href={Route::Unit { id: unit.id.to_string() }.href()} lang="vi">{ &unit.name }</a>
                            </h3>
                        </li>
                    }) }
                </ul>
            </section>
        }
    };
    html! { <>{ list(messages.units.bodies, &bodies) }{ list(messages.units.below, &places) }</> }
}

fn articles_section(messages: &Messages, archive: &Archive, articles: &[&Summary]) -> Html {
    let says = &messages.units;
    html! {
        <section class="section">
            <h2 class="section-title">{ says.articles }</h2>
            if articles.is_empty() {
                <p class="day-quiet">{ says.no_articles }</p>
            } else {
                <ul class="entries">
                    { for articles.iter().rev().map(|article| {
                        article_entry(messages, archive, article, ArticleEntry::WithLead)
                    }) }
                </ul>
            }
        </section>
    }
}

/// Its own anniversaries, and those its articles mention.
fn anniversaries_section(
    messages: &Messages,
    archive: &Archive,
    unit: &Unit,
    articles: &[&Summary],
) -> Html {
    let ids: Table<&ArticleId, ()> = articles.iter().map(|article| (&article.id, ())).collect();
    let concerns = |anniversary: &&Anniversary| {
        matches!(&anniversary.scope, Scope::Unit(id) if *id == unit.id)
            || anniversary
                .mentions
                .iter()
                .any(|mention| ids.get(&&mention.mention.article).is_some())
    };
    let found: Vec<&Anniversary> =
        archive.chronicle.anniversaries.iter().filter(concerns).collect();
    if found.is_empty() {
        return Html::default();
    }
    html! {
        <section class="section">
            <h2 class="section-title">{ messages.units.anniversaries }</h2>
            <ul class="entries entries-dated">
                { for found.into_iter().map(|anniversary| {
                    let href = Route::Anniversary { id: anniversary.id.clone(), year: None }.href();
                    html! {
                        <li key={anniversary.id.as_str()} class="entry">
                            { date(messages, anniversary.founding.value) }
                            <div>
                                <h3 class="entry-title"><a {href} lang="vi">{ &anniversary.name }</a></h3>
                                <p class="entry-meta">
                                    { known(messages, archive, anniversary.founding.status, None) }
                                </p>
                            </div>
                        </li>
                    }
                }) }
            </ul>
        </section>
    }
}

/// People named with a role in its articles.
fn officials_section(messages: &Messages, archive: &Archive, articles: &[&Summary]) -> Html {
    let ids: Table<&ArticleId, ()> = articles.iter().map(|article| (&article.id, ())).collect();
    let role = |official: &'_ Official| {
        let mut roles =
            official.roles.iter().filter(|role| ids.get(&&role.mention.article).is_some());
        let last = roles.next_back()?;
        Some((last.role.clone(), last.on))
    };
    let found: Vec<_> = archive
        .chronicle
        .officials
        .iter()
        .filter_map(|official| Some((official, role(official)?)))
        .collect();
    if found.is_empty() {
        return Html::default();
    }
    html! {
        <section class="section">
            <h2 class="section-title">{ messages.units.officials }</h2>
            <p class="section-note">{ messages.units.officials_note }</p>
            <ul class="entries">
                { for found.into_iter().map(|(official, (role, on))| html! {
                    <li key={official.id.as_str()} class="entry">
                        <h3 class="entry-title">
                            <a href={Route::Official { id: official.id.clone() }.href()} lang="vi">{ &official.name }</a>
                        </h3>
                        <p class="entry-meta">
                            if let Some(role) = role { <span lang="vi">{ role }</span> }
                            { on.map(|on| date(messages, on)).unwrap_or_default() }
                        </p>
                    </li>
                }) }
            </ul>
        </section>
    }
}
