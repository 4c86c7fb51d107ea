//! A unit: the name it had, the years it lived, what became of it; its bodies, articles, people.

use model::bundle::{AnniversaryHead, UnitFacts};
use model::chronicle::Scope;
use model::unit::{Share, Unit, UnitKind};
use yew::prelude::*;

use super::bodies::bodies_section;
use super::finder::kin_articles;
use super::sections::{figures_section, officials_section, programmes_section};
use super::spark::{by_year, sparkline};
use super::told;
use crate::annals::lineage::{Kin, Lineage};
use crate::annals::{places, timeline};
use crate::components::{
    ArticleEntry, LongList, Page, absent, article_entry, date, known, lineage_figure, no_such,
    of_source,
};
use crate::hooks::{Archive, ArchiveRef, Asked};
use crate::i18n::Messages;
use crate::i18n::annex::annex;
use crate::markup::html;
use crate::route::{Field, Route, SearchPlace, ToldKind};

/// A unit: its name, years, lineage, articles.
pub fn unit_page(messages: &'static Messages, archive: &ArchiveRef, id: &str) -> Html {
    let found = archive.unit(id);
    let title = found.map_or(annex(messages).unit.unknown, |found| found.name.as_str()).to_owned();
    let content = match found {
        Some(found) => view(messages, archive, found),
        None => no_such(messages, &Route::Unit { id: id.to_owned() }, &title),
    };
    html! {
        <Page key={id} {title} archive={archive.manifest.title.clone()}>{ content }</Page>
    }
}

fn view(messages: &'static Messages, archive: &ArchiveRef, unit: &Unit) -> Html {
    let says = &annex(messages).unit;
    let lineage = Lineage::of(unit, |id| archive.unit(id));
    let told = (says.sentence)(&unit.name, unit.kind == UnitKind::Body, &lineage);
    let articles = archive.order().map(|order| {
        let mut articles = places::articles_under(order, &archive.units, unit.id.as_str());
        timeline::sort_newest_first(order, &mut articles);
        articles
    });
    let told_of = told::facts(archive, &unit.id).ok();
    let years = match (archive.order(), &articles) {
        (Ok(order), Ok(articles)) => by_year(order, articles),
        _ => Vec::new(),
    };
    let counts = archive.overview().map(places::counts).unwrap_or_default();
    let pages = &annex(messages).units;
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
                    { kin_articles(messages, pages.articles_before, &lineage.predecessors, &counts) }
                    { kin_articles(messages, pages.articles_after, &lineage.successors, &counts) }
                    { sparkline(messages, &years) }
                    { articles_section(messages, archive, articles) }
                    { anniversaries_section(messages, archive, unit, told_of) }
                    { for told_of.map(|facts| figures_section(messages, facts)) }
                </div>
                <aside class="column-margin">
                    { facts(messages, archive, unit, &lineage) }
                    { bodies_section(messages, archive, unit, false) }
                    { below(messages, archive, unit) }
                    { for told_of.map(|facts| officials_section(messages, facts)) }
                    { for told_of.map(|facts| programmes_section(messages, facts)) }
                    { ways_on(messages, unit) }
                </aside>
            </div>
        </>
    }
}

/// Search within the unit, its dossier, it beside another.
fn ways_on(messages: &Messages, unit: &Unit) -> Html {
    let says = &annex(messages).units;
    let id = unit.id.to_string();
    let search = SearchPlace { with_parts: true, ..SearchPlace::default() };
    let search = search.toggled(Field::Unit, &id);
    html! {
        <p class="button-row">
            <a class="button" href={Route::Dossier { id: id.clone() }.href()}>{ says.dossier }</a>
            <a class="button" href={Route::compare(Some(id), None).href()}>{ says.compare }</a>
            <a class="button" href={Route::Search(search).href()}>{ says.search_in }</a>
            <a class="button" href={Route::told(ToldKind::All).href()}>{ messages.home.told }</a>
        </p>
    }
}

pub(super) fn facts(
    messages: &Messages,
    archive: &Archive,
    unit: &Unit,
    lineage: &Lineage,
) -> Html {
    let says = &annex(messages).unit;
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
                        <span class="row-note">{ " (" }{ annex(messages).unit.part }{ ")" }</span>
                    }
                </li>
            }) }
        </ul>
    }
}

/// Units directly under it.
pub(super) fn below(messages: &Messages, archive: &Archive, unit: &Unit) -> Html {
    let mut places =
        archive.units_under(&unit.id).filter(|unit| unit.kind != UnitKind::Body).peekable();
    if places.peek().is_none() {
        return Html::default();
    }
    html! {
        <section class="section">
            <h2 class="section-title">{ annex(messages).unit.below }</h2>
            <ul class="entries">
                { for places.map(|unit| html! {
                    <li key={unit.id.as_str()} class="entry">
                        <h3 class="entry-title">
                            <a href={Route::Unit { id: unit.id.to_string() }.href()} lang="vi">{ &unit.name }</a>
                        </h3>
                    </li>
                }) }
            </ul>
        </section>
    }
}

fn articles_section(
    messages: &'static Messages,
    archive: &ArchiveRef,
    articles: Asked<Vec<u32>>,
) -> Html {
    let says = &annex(messages).unit;
    let list = match articles {
        Err(why) => absent(messages, why),
        Ok(articles) if articles.is_empty() => {
            html! { <p class="day-quiet">{ says.no_articles }</p> }
        }
        Ok(articles) => {
            let (total, archive) = (articles.len(), archive.clone());
            let draw = Callback::from(move |most| {
                html! {
                    <ul class="entries">
                        { for articles.iter().take(most).map(|&article| {
                            article_entry(messages, &archive, article, ArticleEntry::WithLead)
                        }) }
                    </ul>
                }
            });
            html! { <LongList {total} {draw} /> }
        }
    };
    html! {
        <section class="section">
            <h2 class="section-title">{ says.articles }</h2>
            { list }
        </section>
    }
}

/// Its own anniversaries, and those its articles mention.
pub(super) fn anniversaries_section(
    messages: &Messages,
    archive: &Archive,
    unit: &Unit,
    told_of: Option<&UnitFacts>,
) -> Html {
    let concerns = |anniversary: &&AnniversaryHead| {
        matches!(&anniversary.scope, Scope::Unit(id) if *id == unit.id)
            || told_of.is_some_and(|facts| facts.anniversaries.contains(&anniversary.id))
    };
    let heads = archive.heads().unwrap_or_default();
    let found: Vec<&AnniversaryHead> = heads.iter().filter(concerns).collect();
    if found.is_empty() {
        return Html::default();
    }
    html! {
        <section class="section">
            <h2 class="section-title">{ annex(messages).unit.anniversaries }</h2>
            <ul class="entries entries-dated">
                { for found.into_iter().map(|anniversary| {
                    let href = Route::Anniversary { id: anniversary.id.clone(), year: None }.href();
                    html! {
                        <li key={anniversary.id.as_str()} class="entry">
                            { date(messages, anniversary.founding.0) }
                            <div>
                                <h3 class="entry-title"><a {href} lang="vi">{ &anniversary.name }</a></h3>
                                <p class="entry-meta">
                                    { known(messages, archive, anniversary.founding.1, None) }
                                </p>
                            </div>
                        </li>
                    }
                }) }
            </ul>
        </section>
    }
}
