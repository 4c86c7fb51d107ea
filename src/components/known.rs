//! How a fact is known: glyph and word; opened, the sentence that says so.

use model::bundle::Summary;
use model::{Evidence, Known, Rule, Span, Status};
use yew::prelude::*;

use crate::hooks::{Archive, LoadedArticle};
use crate::i18n::Messages;
use crate::i18n::facts::glyph;
use crate::markup::html;
use crate::route::{ArticlePart, ArticlePlace, Route};

/// How and whence a value is known, without the value.
#[derive(Clone, Copy, Debug)]
pub struct Proof<'a> {
    /// How.
    pub status: Status,
    /// By what step.
    pub rule: Option<&'a Rule>,
    /// Whence.
    pub source: Option<&'a Evidence>,
}

impl<'a, T> From<&'a Known<T>> for Proof<'a> {
    fn from(known: &'a Known<T>) -> Self {
        Self { status: known.status, rule: known.rule.as_ref(), source: known.source.as_ref() }
    }
}

impl From<Status> for Proof<'_> {
    fn from(status: Status) -> Self {
        Self { status, rule: None, source: None }
    }
}

/// A fact that somebody states without a step of ours: a work cited from outside, else the
/// publisher or an article itself.
pub fn of_source(source: &Evidence) -> Proof<'_> {
    let status = match source {
        Evidence::Citation { .. } => Status::Reference,
        Evidence::Publisher { .. } | Evidence::Text { .. } => Status::Stated,
    };
    Proof { status, rule: None, source: Some(source) }
}

/// The article being read, and how to show a sentence of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Here {
    /// Which.
    pub article: LoadedArticle,
    /// Shows words in the text.
    pub show: Callback<Span>,
}

/// Glyph and word of a status, with nothing to open.
pub fn status(messages: &Messages, status: Status) -> Html {
    html! { <span class="known" data-status={status_key(status)}>{ face(messages, status) }</span> }
}

fn face(messages: &Messages, status: Status) -> Html {
    html! {
        <>
            <span class="known-glyph" aria-hidden="true">{ glyph(status) }</span>
            <span class="known-word">{ (messages.facts.status)(status) }</span>
        </>
    }
}

/// Glyph and word of a status; they open to the step taken and the sentence it rests on, with a
/// link to its article; on the page of that article, `here`, the sentence is shown in its text.
pub fn known<'a>(
    messages: &Messages,
    archive: &Archive,
    proof: impl Into<Proof<'a>>,
    here: Option<&Here>,
) -> Html {
    draw(messages, archive, proof.into(), here)
}

fn draw(messages: &Messages, archive: &Archive, proof: Proof<'_>, here: Option<&Here>) -> Html {
    let Proof { status, rule, source } = proof;
    let facts = &messages.facts;
    if rule.is_none() && source.is_none() {
        return self::status(messages, status);
    }
    let (key, face) = (status_key(status), face(messages, status));
    let means = || (facts.status_means)(status).to_owned();
    html! {
        <details class="known" data-status={key}>
            <summary>{ face }</summary>
            <div class="known-sentence">
                <p class="known-rule">{ rule.map_or_else(means, |rule| (facts.rule)(rule)) }</p>
                { for source.map(|source| evidence(messages, archive, source, here)) }
            </div>
        </details>
    }
}

fn status_key(status: Status) -> &'static str {
    match status {
        Status::Stated => "stated",
        Status::Inferred => "inferred",
        Status::Derived => "derived",
        Status::Reference => "reference",
    }
}

fn evidence(
    messages: &Messages,
    archive: &Archive,
    source: &Evidence,
    here: Option<&Here>,
) -> Html {
    let facts = &messages.facts;
    match source {
        Evidence::Text { article, at, quote } => {
            let whence = match here.filter(|here| here.article.id == *article) {
                Some(here) => show_button(messages, here, *at),
                None => archive
                    .summary(article)
                    .map(|found| article_link(found, *at))
                    .unwrap_or_default(),
            };
            html! { <><p class="quote" lang="vi">{ quote.trim() }</p>{ whence }</> }
        }
        Evidence::Publisher { note } => html! {
            <p>{ facts.publisher_says }{ if note.is_empty() { "." } else { ": " } }{ note }</p>
        },
        Evidence::Citation { text, url } => html! {
            <p>
                { facts.citation }{ ": " }{ text }
                if let Some(url) = url { { " " }<span class="digest">{ url }</span> }
            </p>
        },
    }
}

/// Leads to the words: in the reading view where they are part of it, else in the original.
fn show_button(messages: &Messages, here: &Here, at: Span) -> Html {
    let says = &messages.article;
    if here.article.paragraph_of(at).is_none() {
        let mut place = ArticlePlace::of(&here.article.id, &here.article.title);
        place.part = ArticlePart::Original;
        let href = Route::Article(place).href();
        return html! { <p><a class="button" {href}>{ says.show_original }</a></p> };
    }
    let show = here.show.clone();
    let onclick = Callback::from(move |_: MouseEvent| show.emit(at));
    html! { <p><button type="button" class="button" {onclick}>{ says.show_sentence }</button></p> }
}

fn article_link(summary: &Summary, at: Span) -> Html {
    let href = Route::sentence(&summary.id, &summary.title, at).href();
    html! { <p><a {href} lang="vi">{ &summary.title }</a></p> }
}
