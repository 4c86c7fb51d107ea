//! An article: its text, and what is known about it beside.

mod facts;
mod find;
mod marks;
mod original;
mod reading;
mod segments;
mod text;

use yew::prelude::*;

use crate::components::{Page, failed, loading, no_such};
use crate::hooks::{ArchiveRef, Load, use_article, use_messages};
use crate::i18n::Messages;
use crate::markup::html;
use crate::route::{ArticlePart, ArticlePlace, Route};

use reading::Reading;

/// An article.
pub fn article_page(messages: &Messages, archive: &ArchiveRef, place: &ArticlePlace) -> Html {
    let name = archive.manifest.title.clone();
    match archive.ordinal(&place.id) {
        Some(ordinal) => html! {
            <Loaded key={place.id.as_str()} archive={archive.clone()} place={place.clone()} {ordinal} />
        },
        None => html! {
            <Page title={messages.article.unknown} archive={name}>
                { no_such(messages, &Route::Article(place.clone()), messages.article.unknown) }
            </Page>
        },
    }
}

#[derive(Properties, PartialEq)]
struct LoadedProps {
    archive: ArchiveRef,
    place: ArticlePlace,
    ordinal: u32,
}

/// The article once its chunk is read; its title stands there before.
#[component]
fn Loaded(LoadedProps { archive, place, ordinal }: &LoadedProps) -> Html {
    let messages = use_messages();
    let loaded = use_article(archive, *ordinal);
    let title = archive.at(*ordinal).map(|summary| summary.title.clone()).unwrap_or_default();
    let heading = html! { <h1 class="article-title" lang="vi">{ title.clone() }</h1> };
    let content = match &loaded.article {
        Load::Ready(article) => {
            let (archive, article, place) = (archive.clone(), article.clone(), place.clone());
            html! { <Reading {archive} {article} {place} ordinal={*ordinal} /> }
        }
        Load::Waiting(progress) => html! {
            <><header class="article-head">{ heading }</header>{ loading(messages, *progress) }</>
        },
        Load::Failed(damage) => {
            let what = [(messages.troubles.damage)(damage.what), " (", &damage.path, ")"].concat();
            let panel =
                failed(messages, messages.troubles.article_title, &what, Some(&loaded.retry));
            html! { <><header class="article-head">{ heading }</header>{ panel }</> }
        }
    };
    let at = match place.part {
        ArticlePart::Paragraph(number) => {
            Some(AttrValue::from(["#", &text::paragraph_id(number as usize)].concat()))
        }
        _ => None,
    };
    html! {
        <Page {title} archive={archive.manifest.title.clone()} {at}
            ready={loaded.article.ready().is_some()}>
            { content }
        </Page>
    }
}
