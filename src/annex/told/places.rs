//! Quotations and figures, article by article, the newest first.

use model::bundle::read::parse_chunk;
use model::bundle::{PartKind, Told};
use model::telling::{FigureKind, Figures, Quotation, QuotationKind};
use model::{ArticleId, Span};
use yew::prelude::*;

use super::lists::older;
use super::{address, read};
use crate::components::{LongList, absent, article_head, empty, marked_all};
use crate::hooks::{Absent, Archive, ArchiveRef, Asked, use_messages};
use crate::i18n::Messages;
use crate::i18n::annex::annex;
use crate::markup::html;
use crate::route::{Route, ToldKind};

/// Whose words, with the words of their addresses.
const QUOTATIONS: [(QuotationKind, &str); 3] = [
    (QuotationKind::Speech, "loi-noi"),
    (QuotationKind::Document, "van-ban"),
    (QuotationKind::Slogan, "khau-hieu"),
];

/// What figures measure, with the words of their addresses.
const FIGURES: [(FigureKind, &str); 5] = [
    (FigureKind::Share, "ty-le"),
    (FigureKind::Part, "phan"),
    (FigureKind::Count, "so-luong"),
    (FigureKind::Money, "so-tien"),
    (FigureKind::Measure, "do-luong"),
];

/// Quotations, or figures: all, or those of one kind.
pub(super) fn list(
    messages: &'static Messages,
    archive: &ArchiveRef,
    kind: ToldKind,
    chosen: Option<&str>,
) -> Html {
    let says = &annex(messages).told;
    let choices: Vec<(&str, &str)> = if kind == ToldKind::Figures {
        FIGURES.iter().map(|(kind, word)| (*word, (says.figure)(*kind))).collect()
    } else {
        QUOTATIONS.iter().map(|(kind, word)| (*word, (says.quotation)(*kind))).collect()
    };
    let chosen_name = choices.iter().find(|(word, _)| Some(*word) == chosen).map(|(_, name)| *name);
    let heading = chosen_name.unwrap_or(says.every);
    let choice = |word: Option<&str>, name: &'static str| {
        let current = (word == chosen).then_some("true");
        html! { <a class="chip" href={address(kind, word)} aria-current={current}>{ name }</a> }
    };
    html! {
        <>
            <nav class="chips" aria-label={says.choose}>
                { choice(None, says.every) }
                { for choices.into_iter().map(|(word, name)| choice(Some(word), name)) }
            </nav>
            <h2 class="unseen">{ heading }</h2>
            <Places archive={archive.clone()} {kind} chosen={chosen.map(|word| AttrValue::from(word.to_owned()))} />
        </>
    }
}

#[derive(Properties, PartialEq)]
struct PlacesProps {
    archive: ArchiveRef,
    kind: ToldKind,
    chosen: Option<AttrValue>,
}

/// Pages read at first, and more at a time: some five hundred articles.
const STEP: usize = 4;

#[component]
fn Places(PlacesProps { archive, kind, chosen }: &PlacesProps) -> Html {
    let (messages, kind) = (use_messages(), *kind);
    let pages = use_state_eq(|| STEP);
    let says = &annex(messages).told;
    let Some(part) = read::part(kind) else { return Html::default() };
    let found = match read::newest(archive, &part, *pages) {
        Ok(found) => found,
        Err(why) => return absent(messages, why),
    };
    let total = articles(&found.pages, chosen.as_deref()).len();
    let (here, chosen, read) = (archive.clone(), chosen.clone(), *pages);
    let further = Callback::from(move |()| pages.set(read + STEP));
    if total == 0 {
        let nothing =
            if found.is_waiting { Html::default() } else { empty((says.nothing)(kind), "") };
        return html! { <>{ nothing }{ older(messages, &found, further) }</> };
    }
    let draw = Callback::from(move |most| {
        let Ok(found) = read::newest(&here, &part, read) else { return Html::default() };
        let articles = articles(&found.pages, chosen.as_deref());
        html! {
            <ul class="entries">
                { for articles.iter().take(most).map(|(id, items)| article(messages, &here, id, items)) }
            </ul>
        }
    });
    html! { <><LongList {total} {draw} />{ older(messages, &found, further) }</> }
}

/// A quotation, or a sentence with figures.
enum Item<'a> {
    Said(&'a Quotation),
    Stated(&'a Figures),
}

/// The articles that have any of what is chosen, the newest first, each with its items in order.
fn articles<'a>(pages: &[&'a Told], chosen: Option<&str>) -> Vec<(&'a ArticleId, Vec<Item<'a>>)> {
    let mut groups: Vec<(&ArticleId, Vec<Item>)> = Vec::new();
    for told in pages {
        let start = groups.len();
        let mut add = |article: &'a ArticleId, item: Item<'a>| match groups[start..]
            .iter_mut()
            .rev()
            .find(|(id, _)| *id == article)
        {
            Some((_, items)) => items.push(item),
            None => groups.push((article, vec![item])),
        };
        for said in &told.tellings.quotations {
            if chosen.is_none_or(|word| QUOTATIONS.contains(&(said.kind, word))) {
                add(&said.article, Item::Said(said));
            }
        }
        for stated in &told.tellings.figures {
            let kinds = || stated.quantities.iter().map(|quantity| quantity.kind);
            if chosen.is_none_or(|word| kinds().any(|kind| FIGURES.contains(&(kind, word)))) {
                add(&stated.article, Item::Stated(stated));
            }
        }
        groups[start..].reverse();
    }
    groups
}

/// Sentences of an article that are shown before one asks for more.
const SHOWN: usize = 4;

fn article(messages: &Messages, archive: &Archive, id: &ArticleId, items: &[Item<'_>]) -> Html {
    let title = archive.summary(id).map_or("", |summary| summary.title.as_str());
    let (shown, rest) = items.split_at(items.len().min(SHOWN));
    html! {
        <li key={id.as_str()} class="entry">
            { article_head(messages, archive, id) }
            { for shown.iter().map(|item| quoted(messages, archive, id, title, item)) }
            if !rest.is_empty() {
                <details class="fold">
                    <summary>{ (annex(messages).subjects.more_passages)(rest.len()) }</summary>
                    { for rest.iter().map(|item| quoted(messages, archive, id, title, item)) }
                </details>
            }
        </li>
    }
}

/// A sentence of an article with white space folded, from the run of articles that it lies in.
fn sentence(archive: &Archive, id: &ArticleId, at: Span) -> Asked<String> {
    let ordinal = archive.ordinal(id)?;
    let (raw, first) = archive.raw(&PartKind::Articles, ordinal)?;
    let chunk = raw.get(parse_chunk).ok_or(Absent::Lost)?;
    let article = chunk.articles.get((ordinal - first) as usize).ok_or(Absent::Lost)?;
    let words: Vec<&str> = at.of(&article.text).ok_or(Absent::Lost)?.split_whitespace().collect();
    Ok(words.join(" "))
}

fn quoted(
    messages: &Messages,
    archive: &Archive,
    id: &ArticleId,
    title: &str,
    item: &Item<'_>,
) -> Html {
    let says = &annex(messages).told;
    let link = |at: Span| Route::sentence(id, title, at).href();
    match item {
        Item::Stated(stated) => {
            let words: Vec<&str> =
                stated.quantities.iter().map(|quantity| quantity.wording.as_str()).collect();
            // Until the article is here, and where it is lost, its figures alone.
            let sentence = sentence(archive, id, stated.sentence);
            let sentence = sentence.unwrap_or_else(|_| words.join("; "));
            html! {
                <blockquote class="quote" lang="vi">
                    <a href={link(stated.sentence)}>{ marked_all(&sentence, &words) }</a>
                </blockquote>
            }
        }
        Item::Said(said) => {
            let words = sentence(archive, id, said.at).unwrap_or_else(|_| said.name.clone());
            let remark = match &said.speaker {
                Some(name) => (says.speaker)(name),
                None => (says.quotation)(said.kind).to_owned(),
            };
            html! {
                <blockquote class="quote">
                    <a href={link(said.at)} lang="vi">{ "“" }{ words }{ "”" }</a>
                    <span class="quote-source">{ remark }</span>
                </blockquote>
            }
        }
    }
}
