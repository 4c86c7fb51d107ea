//! Passages of articles, as printed, each under its article.

use model::ArticleId;
use model::bundle::Summary;
use model::chronicle::Mention;
use yew::prelude::*;

use super::date::date;
use super::state::pending;
use crate::hooks::Archive;
use crate::i18n::Messages;
use crate::i18n::annex::annex;
use crate::markup::html;
use crate::route::Route;

/// A passage and a remark on it.
pub struct Passage<'a> {
    /// Where, and its words.
    pub mention: &'a Mention,
    /// What it claims: years, a role, a period.
    pub remark: Option<String>,
}

/// How many articles some mentions are in.
pub fn articles_in<'a>(mentions: impl Iterator<Item = &'a Mention>) -> usize {
    let mut articles: Vec<&ArticleId> = mentions.map(|mention| &mention.article).collect();
    articles.sort_unstable();
    articles.dedup();
    articles.len()
}

/// Some passages, those of one article together, in the order given; of so many articles.
pub fn passages<'a>(
    messages: &Messages,
    archive: &Archive,
    passages: impl IntoIterator<Item = Passage<'a>>,
    most: usize,
) -> Html {
    let mut groups: Vec<(&ArticleId, Vec<Passage>)> = Vec::new();
    for passage in passages {
        let article = &passage.mention.article;
        match groups.iter().position(|(id, _)| *id == article) {
            Some(at) => groups[at].1.push(passage),
            None if groups.len() < most => groups.push((article, vec![passage])),
            None => {}
        }
    }
    html! {
        <ul class="entries">
            { for groups.iter().map(|(id, group)| article_with(messages, archive, id, group)) }
        </ul>
    }
}

/// An article's title, date and unit, over what is quoted from it.
pub fn article_head(messages: &Messages, archive: &Archive, id: &ArticleId) -> Html {
    let summary = archive.summary(id);
    let title = match summary {
        Ok(summary) => {
            let href = Route::article(id, &summary.title).href();
            html! { <a {href} lang="vi">{ &summary.title }</a> }
        }
        Err(why) => pending(messages, why),
    };
    let listed = summary.ok().and_then(Summary::listed);
    let unit = summary.ok().and_then(|summary| archive.unit(summary.unit.as_ref()?.as_str()));
    html! {
        <>
            <h3 class="entry-title">{ title }</h3>
            <p class="entry-meta">
                if let Some((when, _)) = listed { <span>{ date(messages, when) }</span> }
                if let Some(unit) = unit {
                    <a href={Route::Unit { id: unit.id.to_string() }.href()} lang="vi">{ &unit.name }</a>
                }
            </p>
        </>
    }
}

fn article_with(messages: &Messages, archive: &Archive, id: &ArticleId, group: &[Passage]) -> Html {
    let name = archive.summary(id).map_or("", |summary| summary.title.as_str());
    let all: Vec<&Passage> = once_each(group).collect();
    let (shown, rest) = all.split_at(all.len().min(SHOWN));
    html! {
        <li key={id.as_str()} class="entry">
            { article_head(messages, archive, id) }
            { for shown.iter().map(|passage| quoted(name, passage)) }
            if !rest.is_empty() {
                <details class="fold">
                    <summary>{ (annex(messages).subjects.more_passages)(rest.len()) }</summary>
                    { for rest.iter().map(|passage| quoted(name, passage)) }
                </details>
            }
        </li>
    }
}

/// Passages of an article that are shown before one asks for more.
const SHOWN: usize = 2;

/// A passage leads to its sentence in the article.
fn quoted(title: &str, passage: &Passage<'_>) -> Html {
    let mention = passage.mention;
    let href = Route::sentence(&mention.article, title, mention.sentence).href();
    html! {
        <blockquote class="quote" lang="vi">
            <a {href}>{ marked_all(&mention.quote, &[&mention.wording]) }</a>
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

/// A sentence with words marked, each at its next place after the one before; those that do not stand
/// in it unbroken are not marked.
pub fn marked_all(quote: &str, words: &[&str]) -> Html {
    let mut rest = quote;
    let mut pieces: Vec<Html> = Vec::new();
    for wording in words.iter().filter(|wording| !wording.is_empty()) {
        if let Some((before, after)) = rest.split_once(wording) {
            pieces.push(html! { <>{ before }<mark>{ *wording }</mark></> });
            rest = after;
        }
    }
    html! { <>{ for pieces }{ rest }</> }
}
