//! The reading view: head, text, facts in the margin, neighbours.

use model::Span;
use model::article::{Block, BlockKind};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::facts::{particulars, told_list};
use super::find::{FIELD, Finding, bar, use_find};
use super::marks::marks;
use super::original::Original;
use super::text::Drawing;
use crate::annals::timeline;
use crate::components::{Here, Icon, date, icon, known};
use crate::hooks::{Archive, ArchiveRef, LoadedArticle, use_messages};
use crate::i18n::Messages;
use crate::markup::html;
use crate::platform::dom;
use crate::platform::share::{Shared, share};
use crate::route::{ArticlePart, ArticlePlace, Route};

/// Props of [`Reading`].
#[derive(Properties, PartialEq)]
pub(super) struct ReadingProps {
    pub archive: ArchiveRef,
    pub article: LoadedArticle,
    pub place: ArticlePlace,
    pub ordinal: u32,
}

/// An article that has been read.
#[component]
pub(super) fn Reading(ReadingProps { archive, article, place, ordinal }: &ReadingProps) -> Html {
    let messages = use_messages();
    let mut marked = marks(&article.text, &place.query);
    marked.retain(|range| article.paragraph_of(Span::new(range.clone())).is_some());
    // Counted, so that asking for the same sentence again scrolls to it again.
    let proof = use_state(|| (0_u32, None::<Span>));
    let shared = use_state_eq(|| None::<(Shared, String)>);

    let shown = proof.clone();
    let show = Callback::from(move |span: Span| shown.set((shown.0 + 1, Some(span))));
    // Once the sentence is drawn as the proof it can be scrolled to; without one, it was the bar for
    // finding words that was opened.
    use_effect_with(*proof, |proof| {
        if proof.1.is_some() {
            dom::focus(".proof");
            dom::scroll_into_view(".proof");
        } else if proof.0 > 0 {
            dom::focus(&["#", FIELD].concat());
        }
    });
    // The sentence that the address names stands until another is asked for.
    let addressed = match place.part {
        ArticlePart::Sentence(at) => Some(at),
        _ => None,
    };
    let asked = proof.clone();
    use_effect_with(addressed, move |_| {
        if asked.1.is_some() {
            asked.set((0, None));
        }
    });
    let told = proof.1.or(addressed);
    let (result, named) = (shared.clone(), article.clone());
    let share_place = Callback::from(move |part: ArticlePart| {
        let article = &named;
        let mut place = ArticlePlace::of(&article.id, &article.title);
        place.part = part;
        let (title, href) = (article.title.clone(), Route::Article(place).href());
        let result = result.clone();
        spawn_local(async move {
            let url = dom::absolute(&href).unwrap_or(href);
            let outcome = share(&title, &url).await;
            result.set(Some((outcome, url)));
        });
    });
    let share_paragraph = {
        let share_place = share_place.clone();
        Callback::from(move |number: usize| {
            share_place
                .emit(u32::try_from(number).map_or(ArticlePart::Whole, ArticlePart::Paragraph));
        })
    };

    let opened = proof.clone();
    let opened = Callback::from(move |()| opened.set((opened.0 + 1, None)));
    let finding = use_find(place, marked.len(), opened);

    let here = Here { article: article.clone(), show };
    // What stands outside the reading view is shown in the original.
    let is_original = match place.part {
        ArticlePart::Original => true,
        ArticlePart::Sentence(at) => article.paragraph_of(at).is_none() && !is_title(article, at),
        _ => false,
    };
    let body = if is_original {
        html! { <Original article={article.clone()} proof={addressed} /> }
    } else {
        let drawing = Drawing {
            messages,
            archive,
            article,
            part: place.part,
            marks: &marked,
            reached: finding.at,
            proof: told,
            share: share_paragraph,
        };
        drawing.text()
    };
    html! {
        <article class="article">
            { head(messages, archive, article, &here, told) }
            if finding.is_open && !is_original { { bar(messages, place, &finding) } }
            <div class="columns">
                <div class="column-main">
                    { body }
                    { tools(messages, article, (!is_original).then_some(&finding), share_place) }
                    { said(messages, shared.as_ref()) }
                </div>
                <aside class="column-margin" aria-label={messages.article.about}>
                    { particulars(messages, archive, article, &here) }
                    { told_list(messages, archive, article, &here) }
                </aside>
            </div>
            { neighbours(messages, archive, *ordinal) }
        </article>
    }
}

/// Whether words stand in the title as printed.
fn is_title(article: &LoadedArticle, at: Span) -> bool {
    let holds = |block: &Block| block.kind == BlockKind::Title && block.span.contains(at);
    article.blocks.iter().any(holds)
}

fn head(
    messages: &Messages,
    archive: &Archive,
    article: &LoadedArticle,
    here: &Here,
    told: Option<Span>,
) -> Html {
    let is_proof = told.is_some_and(|at| is_title(article, at));
    let words = html! { { &article.title } };
    let title = if is_proof {
        html! { <span class="is-target proof">{ words }</span> }
    } else {
        words
    };
    let listed = article.published.as_ref().or(article.event.as_ref());
    let unit = article.unit.as_ref().and_then(|unit| archive.unit(unit.value.as_str()));
    let minutes = u32::try_from(article.words().div_ceil(WORDS_A_MINUTE)).unwrap_or(u32::MAX);
    html! {
        <header class="article-head">
            if let Some(section) = &article.section {
                <p class="article-section" lang="vi">{ section }</p>
            }
            <h1 class="article-title" lang="vi">{ title }</h1>
            <div class="article-meta">
                if let Some(dated) = listed {
                    <span>{ date(messages, dated.value) }</span>
                    { known(messages, archive, dated, Some(here)) }
                }
                if let Some(unit) = unit {
                    <a href={Route::Unit { id: unit.id.to_string() }.href()} lang="vi">{ &unit.name }</a>
                }
                <span>{ (messages.article.reading_time)(minutes) }</span>
            </div>
        </header>
    }
}

/// Vietnamese is read at about 220 syllables a minute, and syllables are what spaces separate.
const WORDS_A_MINUTE: usize = 220;

fn tools(
    messages: &Messages,
    article: &LoadedArticle,
    finding: Option<&Finding>,
    share: Callback<ArticlePart>,
) -> Html {
    let mut original = ArticlePlace::of(&article.id, &article.title);
    original.part = ArticlePart::Original;
    let href = Route::Article(original).href();
    let onclick = Callback::from(move |_: MouseEvent| share.emit(ArticlePart::Whole));
    let cite = Route::Cite(ArticlePlace::of(&article.id, "")).href();
    html! {
        <p class="button-row article-tools">
            <button type="button" class="button can-share" {onclick}>{ icon(Icon::Share) }{ messages.article.share }</button>
            if let Some(finding) = finding {
                <button type="button" class="button" onclick={finding.open.clone()}>{ icon(Icon::Lens) }{ messages.article.find }</button>
                <a class="button" {href}>{ messages.article.original }</a>
                <a class="button" href={cite}>{ messages.article.cite }</a>
            }
        </p>
    }
}

/// What became of a link that was shared.
fn said(messages: &Messages, shared: Option<&(Shared, String)>) -> Html {
    let said = match shared {
        Some((Shared::Copied, _)) => html! { { messages.article.copied } },
        Some((Shared::Refused, url)) => html! {
            <>{ messages.article.copy_by_hand }{ " " }<span class="digest">{ url }</span></>
        },
        Some((Shared::BySheet, _)) | None => html! {},
    };
    html! { <p class="search-status" role="status">{ said }</p> }
}

fn neighbours(messages: &Messages, archive: &Archive, ordinal: u32) -> Html {
    let link = |at: Option<u32>, class: &'static str, words: &'static str| {
        let summary = archive.at(at?).ok()?;
        let href = Route::article(&summary.id, &summary.title).href();
        Some(
            html! { <a {class} {href} lang="vi"><span lang={messages.dates.code}>{ words }</span>{ &summary.title }</a> },
        )
    };
    let says = &messages.article;
    let (before, after) = match archive.order() {
        Ok(order) => timeline::neighbours(order, ordinal),
        Err(_) => (None, None),
    };
    html! {
        <nav class="article-nav" aria-label={says.neighbours}>
            { for link(before, "article-nav-previous", says.previous) }
            { for link(after, "article-nav-next", says.next) }
        </nav>
    }
}
