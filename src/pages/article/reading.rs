//! The reading view: head, text, and the places for what stands beside it.

use model::Span;
use model::article::{Block, BlockKind};
use yew::prelude::*;

use super::facts::subjects;
use super::find::{FIELD, use_find};
use super::marks::marks;
use super::text::Drawing;
use crate::beside::{Beside, Side, use_sides};
use crate::components::{Here, date, loading, status};
use crate::hooks::{Archive, ArchiveRef, LoadedArticle, Progress, use_messages};
use crate::i18n::Messages;
use crate::markup::html;
use crate::platform::dom;
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
    let sides = use_sides();

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
    let beside = Beside {
        messages,
        archive,
        article,
        place,
        ordinal: *ordinal,
        here: &here,
        finding: &finding,
        is_original,
        addressed,
    };
    let side = |side| sides.draw(side, &beside);
    let body = if is_original && sides.are_here() {
        side(Side::Original)
    } else if is_original {
        loading(messages, Progress::default())
    } else {
        let drawing = Drawing {
            messages,
            article,
            part: place.part,
            marks: &marked,
            reached: finding.at,
            proof: told,
            subjects: &subjects(archive, article),
        };
        drawing.text()
    };
    // Until all is here, what is under the article stays under the window's edge.
    let class = if sides.are_here() { "article" } else { "article is-bare" };
    html! {
        <article {class}>
            { head(messages, archive, article, told) }
            if finding.is_open && !is_original {
                <div class="notice article-marked" role="search" aria-label={messages.article.find}>{ side(Side::Find) }</div>
            }
            <div class="columns">
                <div class="column-main">
                    { body }
                    { sides.trouble(messages) }
                    { side(Side::Bar) }
                </div>
                <aside class="column-margin" aria-label={messages.article.about}>{ side(Side::Margin) }</aside>
            </div>
            { side(Side::After) }
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
    html! {
        <header class="article-head">
            if let Some(section) = &article.section {
                <p class="article-section" lang="vi">{ section }</p>
            }
            <h1 class="article-title" lang={article.lang().to_owned()}>{ title }</h1>
            <div class="article-meta">
                if let Some(dated) = listed {
                    <span>{ date(messages, dated.value) }</span>
                    { status(messages, dated.status) }
                }
                if let Some(unit) = unit {
                    <a href={Route::Unit { id: unit.id.to_string() }.href()} lang="vi">{ &unit.name }</a>
                }
                <span>{ (messages.article.reading_time)(article.minutes()) }</span>
            </div>
        </header>
    }
}
