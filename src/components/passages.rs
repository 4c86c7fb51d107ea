//! Passages of articles, as printed, each under its article.

use model::ArticleId;
use model::chronicle::Mention;
use yew::prelude::*;

use super::date::date;
use crate::hooks::Archive;
use crate::i18n::Messages;
use crate::markup::html;
use crate::route::Route;

/// A passage and a remark on it.
pub struct Passage<'a> {
    /// Where, and its words.
    pub mention: &'a Mention,
    /// What it claims: years, a role, a period.
    pub remark: Option<String>,
}

/// Some passages, those of one article together, in the order given.
pub fn passages<'a>(
    messages: &Messages,
    archive: &Archive,
    passages: impl IntoIterator<Item = Passage<'a>>,
) -> Html {
    let mut groups: Vec<(&ArticleId, Vec<Passage>)> = Vec::new();
    for passage in passages {
        let article = &passage.mention.article;
        match groups.iter_mut().find(|(id, _)| *id == article) {
            Some((_, group)) => group.push(passage),
            None => groups.push((article, vec![passage])),
        }
    }
    html! {
        <ul class="entries">
            { for groups.iter().map(|(id, group)| article_with(messages, archive, id, group)) }
        </ul>
    }
}

fn article_with(messages: &Messages, archive: &Archive, id: &ArticleId, group: &[Passage]) -> Html {
    let Some(summary) = archive.summary(id) else { return Html::default() };
    let href = Route::article(id, &summary.title).href();
    let unit = summary.unit.as_ref().and_then(|id| archive.unit(id.as_str()));
    let all: Vec<&Passage> = once_each(group).collect();
    let (shown, rest) = all.split_at(all.len().min(SHOWN));
    html! {
        <li key={id.as_str()} class="entry">
            <h3 class="entry-title"><a {href} lang="vi">{ &summary.title }</a></h3>
            <p class="entry-meta">
                if let Some((when, _)) = summary.listed() { <span>{ date(messages, when) }</span> }
                if let Some(unit) = unit {
                    <a href={Route::Unit { id: unit.id.to_string() }.href()} lang="vi">{ &unit.name }</a>
                }
            </p>
            { for shown.iter().map(|passage| quoted(passage)) }
            if !rest.is_empty() {
                <details class="fold">
                    <summary>{ (messages.subjects.more_passages)(rest.len()) }</summary>
                    { for rest.iter().map(|passage| quoted(passage)) }
                </details>
            }
        </li>
    }
}

/// Passages of an article that are shown before one asks for more.
const SHOWN: usize = 2;

fn quoted(passage: &Passage<'_>) -> Html {
    html! {
        <blockquote class="quote" lang="vi">
            { marked(&passage.mention.quote, &passage.mention.wording) }
            if let Some(remark) = &passage.remark {
                <span class="quote-source">{ remark }</span>
            }
        </blockquote>
    }
}

/// A sentence that mentions a thing twice is shown once.
fn once_each<'a>(group: &'a [Passage<'a>]) -> impl Iterator<Item = &'a Passage<'a>> {
    group.iter().enumerate().filter_map(|(at, passage)| {
        let same = |other: &Passage| {
            other.mention.quote == passage.mention.quote && other.remark == passage.remark
        };
        (!group.iter().take(at).any(same)).then_some(passage)
    })
}

/// The sentence with the words that mention the thing marked, where they stand in it unbroken.
fn marked(quote: &str, wording: &str) -> Html {
    match quote.split_once(wording).filter(|_| !wording.is_empty()) {
        Some((before, after)) => html! { <>{ before }<mark>{ wording }</mark>{ after }</> },
        None => html! { { quote } },
    }
}
