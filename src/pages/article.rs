//! An article: its text with what is known about it beside.

use yew::prelude::*;

use crate::components::{Page, failed, loading, no_such};
use crate::hooks::{ArchiveRef, Load, use_article, use_messages};
use crate::route::{ArticlePlace, Route};

/// Props of [`ArticlePage`].
#[derive(Properties, PartialEq)]
pub struct ArticlePageProps {
    /// The archive.
    pub archive: ArchiveRef,
    /// Which article, and what of it.
    pub place: ArticlePlace,
}

/// An article.
#[component]
pub fn ArticlePage(ArticlePageProps { archive, place }: &ArticlePageProps) -> Html {
    let messages = use_messages();
    let name = archive.manifest.title.clone();
    match archive.ordinal(&place.id) {
        Some(ordinal) => html! {
            <Reading archive={archive.clone()} place={place.clone()} {ordinal} />
        },
        None => html! {
            <Page title={messages.article.unknown} archive={name}>
                { no_such(messages, &Route::Article(place.clone()), messages.article.unknown) }
            </Page>
        },
    }
}

#[derive(Properties, PartialEq)]
struct ReadingProps {
    archive: ArchiveRef,
    place: ArticlePlace,
    ordinal: u32,
}

#[component]
fn Reading(ReadingProps { archive, ordinal, .. }: &ReadingProps) -> Html {
    let messages = use_messages();
    let loaded = use_article(archive, *ordinal);
    let title = archive.at(*ordinal).map(|summary| summary.title.clone()).unwrap_or_default();
    let content = match &loaded.article {
        Load::Waiting(progress) => loading(messages, *progress),
        Load::Failed(damage) => {
            let what = (messages.troubles.damage)(damage.what);
            failed(messages, messages.troubles.article_title, what, Some(&loaded.retry))
        }
        Load::Ready(article) => html! {
            { for article.body().map(|(_, text)| html! { <p>{ text }</p> }) }
        },
    };
    html! {
        <Page title={title.clone()} archive={archive.manifest.title.clone()}
            ready={loaded.article.ready().is_some()}>
            <article class="article">
                <header class="article-head"><h1 class="article-title" lang="vi">{ title }</h1></header>
                { content }
            </article>
        </Page>
    }
}
