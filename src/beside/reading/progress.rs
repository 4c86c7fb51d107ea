//! How far there is to go: a line under the bar, the minutes that are left, and an offer to go on where
//! the reader stopped the last time.

use yew::prelude::*;

use super::kept;
use crate::beside::Beside;
use crate::components::{Icon, icon};
use crate::hooks::{Language, LoadedArticle};
use crate::i18n;
use crate::markup::html;
use crate::pages::paragraph_id;
use crate::platform::{dom, scroll};
use crate::route::ArticlePart;

/// Stopping in the first paragraphs is no stopping.
const FIRST_WORTH: u32 = 3;

/// Who has read so much has read it.
const READ: f64 = 0.96;

/// Shorter articles than this are read without help.
const WORTH_MINUTES: u32 = 2;

/// The line, the minutes and the offer; nothing in the original.
pub(super) fn progress(beside: &Beside<'_>) -> Html {
    if beside.is_original {
        return Html::default();
    }
    let is_plain = beside.place.part == ArticlePart::Whole && beside.place.query.is_empty();
    html! {
        <Progress key={beside.article.id.as_str()} language={beside.messages.language}
            article={beside.article.clone()} {is_plain} />
    }
}

#[derive(Properties, PartialEq)]
struct ProgressProps {
    language: Language,
    article: LoadedArticle,
    /// Nothing of the article is asked for but the whole: one may go on where one stopped.
    is_plain: bool,
}

#[component]
fn Progress(ProgressProps { language, article, is_plain }: &ProgressProps) -> Html {
    let messages = language.messages();
    let says = &i18n::beside::beside(messages).reading;
    let all = article.minutes();
    let left = use_state_eq(|| None::<u32>);
    // Looked up once, before this visit writes over it.
    let stop = use_state_eq(|| {
        let last = article.body().count() as u32;
        kept::stopped_at(article.id.as_str())
            .filter(|at| *is_plain && *at >= FIRST_WORTH && *at < last)
    });
    let told = left.clone();
    use_effect_with(article.clone(), move |article| {
        let id = article.id.clone();
        let watch = scroll::watch(
            ".article-text",
            ".article-text > [id^=doan-]",
            move |share| {
                scroll::set_share(".read-line", "--read", share);
                let rest = (f64::from(all) * (1.0 - share)).ceil() as u32;
                // Before a minute is read, the article's head says the same.
                let is_news = all >= WORTH_MINUTES && rest < all && share < READ;
                told.set(is_news.then_some(rest.max(1)));
            },
            move |place| {
                let part = u32::try_from(place.part).unwrap_or(u32::MAX);
                if place.share >= READ {
                    kept::keep(id.as_str(), None);
                } else if part >= FIRST_WORTH {
                    kept::keep(id.as_str(), Some(part));
                }
            },
        );
        move || drop(watch)
    });
    let offer = stop.map(|at| {
        let to = ["#", &paragraph_id(at as usize)].concat();
        let gone = stop.clone();
        let go = Callback::from(move |_: MouseEvent| {
            dom::focus(&to);
            dom::scroll_into_view(&to);
            gone.set(None);
        });
        let gone = stop.clone();
        let shut = Callback::from(move |_: MouseEvent| {
            dom::focus("main h1");
            gone.set(None);
        });
        html! {
            <p class="toast">
                <span>{ (says.stopped)(at) }</span>
                <button type="button" class="button" onclick={go}>{ says.go_on }</button>
                <button type="button" class="icon-button" onclick={shut}>
                    { icon(Icon::Cross) }<span class="unseen">{ says.shut }</span>
                </button>
            </p>
        }
    });
    html! {
        <>
            <div class="read-line" aria-hidden="true"></div>
            <p class="read-left" aria-hidden="true">
                if let Some(left) = *left { { (says.minutes_left)(left) } }
            </p>
            <div class="toasts" role="status">{ for offer }</div>
        </>
    }
}
