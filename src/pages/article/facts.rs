//! What is known about an article: its dates, unit, counts; and what its text tells of.

use model::Span;
use model::chronicle::SubjectRef;
use yew::prelude::*;

use crate::components::{Here, date, known};
use crate::hooks::{Archive, LoadedArticle};
use crate::i18n::Messages;
use crate::markup::html;
use crate::route::{Route, ToldKind};

/// The page of what a mention is of.
pub(super) fn subject_route(subject: &SubjectRef) -> Route {
    match subject.clone() {
        SubjectRef::Anniversary(id) => Route::Anniversary { id, year: None },
        SubjectRef::Official(id) => Route::Official { id },
        SubjectRef::Programme(id) => Route::Programme { id },
        SubjectRef::Directive(id) => Route::Directive { id },
        SubjectRef::Unit(id) => Route::Unit { id: id.to_string() },
    }
}

/// Dates, unit, publisher, signature, views, source: each with how it is known.
pub(super) fn particulars(
    messages: &Messages,
    archive: &Archive,
    article: &LoadedArticle,
    here: &Here,
) -> Html {
    let says = &messages.article;
    let dates = [
        (says.published, &article.published),
        (says.event, &article.event),
        (says.crawled, &article.crawled),
    ];
    let dates = dates.into_iter().filter_map(|(label, value)| {
        let dated = value.as_ref()?;
        Some(fact(label, date(messages, dated.value), known(messages, archive, dated, Some(here))))
    });
    let unit = article.unit.as_ref().map(|unit| {
        let found = archive.unit(unit.value.as_str());
        let name = found.map_or(unit.value.as_str(), |found| found.name.as_str()).to_owned();
        let href = Route::Unit { id: unit.value.to_string() }.href();
        let link = if found.is_some() {
            html! { <a {href} lang="vi">{ name }</a> }
        } else {
            html! { { name } }
        };
        fact(says.unit, link, known(messages, archive, unit, Some(here)))
    });
    let publisher = article.publisher.as_ref().map(|publisher| {
        let name = html! { <span lang="vi">{ &publisher.value }</span> };
        fact(says.publisher, name, known(messages, archive, publisher, Some(here)))
    });
    let names: Vec<&str> = article.bylines.iter().map(|byline| byline.name.as_str()).collect();
    let bylines = (!names.is_empty()).then(|| {
        fact(says.bylines, html! { <span lang="vi">{ names.join(", ") }</span> }, html! {})
    });
    let views = article.views.as_ref().map(|views| {
        let count = html! { { (messages.dates.number)(views.value) } };
        fact(says.views, count, known(messages, archive, views, Some(here)))
    });
    let source = article.source.url.as_ref().or(article.source.file.as_ref());
    let source = source
        .map(|name| fact(says.source, html! { <span class="digest">{ name }</span> }, html! {}));
    let unknown = html! { <span class="row-note">{ messages.facts.unknown }</span> };
    html! {
        <dl class="facts">
            { for dates }
            { unit.unwrap_or_else(|| fact(says.unit, unknown, html! {})) }
            { for publisher }
            { for bylines }
            { for views }
            { for source }
        </dl>
    }
}

fn fact(label: &str, value: Html, proof: Html) -> Html {
    html! { <div class="fact"><dt>{ label }</dt><dd>{ value }{ " " }{ proof }</dd></div> }
}

/// A fact that the text tells of, once, with the paragraphs that do.
struct Told<'a> {
    subject: &'a SubjectRef,
    name: &'a str,
    paragraphs: Vec<(usize, Span)>,
}

/// The facts of an article, each once, in order of their first mention.
fn told<'a>(archive: &'a Archive, article: &'a LoadedArticle) -> Vec<Told<'a>> {
    let own = article.unit.as_ref().map(|unit| &unit.value);
    let mut facts: Vec<Told<'a>> = Vec::new();
    for mention in &article.mentions {
        if matches!(&mention.of, SubjectRef::Unit(id) if Some(id) == own) {
            continue;
        }
        let Some(name) = archive.subject_name(&mention.of) else { continue };
        let place = article.paragraph_of(mention.at).map(|number| (number, mention.sentence));
        match facts.iter_mut().find(|fact| *fact.subject == mention.of) {
            Some(fact) => fact.paragraphs.extend(place),
            None => facts.push(Told {
                subject: &mention.of,
                name,
                paragraphs: place.into_iter().collect(),
            }),
        }
    }
    for fact in &mut facts {
        fact.paragraphs.dedup_by_key(|(number, _)| *number);
    }
    facts
}

type IsKind = fn(&SubjectRef) -> bool;

/// What the text tells of, by kind, each with links to its own page and to its paragraphs.
pub(super) fn told_list(
    messages: &Messages,
    archive: &Archive,
    article: &LoadedArticle,
    here: &Here,
) -> Html {
    let facts = told(archive, article);
    if facts.is_empty() {
        return html! {};
    }
    let says = &messages.article;
    let kinds: [(&str, IsKind); 5] = [
        (says.anniversaries, |of| matches!(of, SubjectRef::Anniversary(_))),
        (says.officials, |of| matches!(of, SubjectRef::Official(_))),
        (says.programmes, |of| matches!(of, SubjectRef::Programme(_))),
        (says.directives, |of| matches!(of, SubjectRef::Directive(_))),
        (says.units, |of| matches!(of, SubjectRef::Unit(_))),
    ];
    let groups = kinds.into_iter().filter_map(|(label, is_kind)| {
        let group: Vec<&Told> = facts.iter().filter(|fact| is_kind(fact.subject)).collect();
        (!group.is_empty()).then(|| {
            let items = group.into_iter().map(|fact| told_item(messages, fact, here));
            html! { <div class="fact"><dt>{ label }</dt><dd><ul class="told">{ for items }</ul></dd></div> }
        })
    });
    html! {
        <section class="article-told" aria-labelledby="du-kien">
            <h2 class="section-title" id="du-kien">{ says.facts }</h2>
            <dl class="facts">{ for groups }</dl>
            <a class="section-more" href={Route::told(ToldKind::All).href()}>{ messages.home.told }</a>
        </section>
    }
}

fn told_item(messages: &Messages, fact: &Told<'_>, here: &Here) -> Html {
    let href = subject_route(fact.subject).href();
    let places = fact.paragraphs.iter().take(SHOWN_PLACES).map(|(number, sentence)| {
        let (show, sentence) = (here.show.clone(), *sentence);
        let onclick = Callback::from(move |_: MouseEvent| show.emit(sentence));
        let label = (messages.article.show_paragraph)(*number);
        html! { <button type="button" class="told-place" {onclick} aria-label={label}>{ "¶" }{ *number }</button> }
    });
    html! {
        <li><a {href} lang="vi">{ fact.name }</a>{ " " }{ for places }</li>
    }
}

/// A programme named in every paragraph needs no more places than these to be found.
const SHOWN_PLACES: usize = 4;
