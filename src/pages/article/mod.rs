//! An article: its text, and what is known about it beside.

mod facts;
mod find;
mod marks;
mod reading;
mod segments;
mod text;

use yew::prelude::*;

use crate::components::{Page, failed, lacking, loading};
use crate::hooks::{ArchiveRef, Load, use_article, use_messages};
use crate::i18n::Messages;
use crate::markup::html;
use crate::route::{ArticlePart, ArticlePlace, Route};

pub(crate) use facts::{subject_route, subjects};
pub(crate) use find::FIELD;
pub use find::Finding;
use reading::Reading;
pub(crate) use text::paragraph_id;

/// An article.
pub fn article_page(messages: &Messages, archive: &ArchiveRef, place: &ArticlePlace) -> Html {
    match archive.ordinal(&place.id) {
        Ok(ordinal) => html! {
            <Loaded key={place.id.as_str()} archive={archive.clone()} place={place.clone()} {ordinal} />
        },
        Err(why) => {
            let route = Route::Article(place.clone());
            lacking(messages, archive, &route, messages.article.unknown, why)
        }
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
    let title = archive.at(*ordinal).map(|summary| summary.title.clone());
    let title = title.ok().or_else(|| loaded.article.ready().map(|article| article.title.clone()));
    let title = title.unwrap_or_default();
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
        ArticlePart::Sentence(_) => Some(AttrValue::from(".proof")),
        _ => None,
    };
    html! {
        <Page {title} archive={archive.manifest.title.clone()} {at}
            ready={loaded.article.ready().is_some()}>
            { content }
        </Page>
    }
}
