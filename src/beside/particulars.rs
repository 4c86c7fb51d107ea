//! What is known about an article: its dates, unit, publisher, counts, source.

use yew::prelude::*;

use super::Beside;
use crate::components::{date, known};
use crate::i18n;
use crate::markup::html;
use crate::route::Route;

/// Dates, unit, publisher, signature, views, source: each with how it is known.
pub(super) fn particulars(beside: &Beside<'_>) -> Html {
    let Beside { messages, archive, article, here, .. } = beside;
    let says = &i18n::beside::beside(messages).reading;
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
