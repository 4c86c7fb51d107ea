//! What can be done with an article.

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::Beside;
use crate::components::{Icon, icon};
use crate::hooks::{Language, LoadedArticle};
use crate::i18n::beside::beside;
use crate::markup::html;
use crate::platform::dom;
use crate::platform::share::{Shared, share};
use crate::route::{ArticlePart, ArticlePlace, Route};

/// The bar under the text.
pub(super) fn bar(beside: &Beside<'_>) -> Html {
    let (language, article) = (beside.messages.language, beside.article.clone());
    let find = (!beside.is_original).then(|| beside.finding.open.clone());
    html! { <Bar {language} {article} {find} /> }
}

#[derive(Properties, PartialEq)]
struct BarProps {
    language: Language,
    article: LoadedArticle,
    find: Option<Callback<MouseEvent>>,
}

#[component]
fn Bar(BarProps { language, article, find }: &BarProps) -> Html {
    let messages = language.messages();
    let says = &beside(messages).actions;
    let shared = use_state_eq(|| None::<(Shared, String)>);
    let mut place = ArticlePlace::of(&article.id, &article.title);
    let (title, href) = (article.title.clone(), Route::Article(place.clone()).href());
    place.part = ArticlePart::Original;
    let original = Route::Article(place).href();
    let cite = Route::Cite(ArticlePlace::of(&article.id, "")).href();
    let result = shared.clone();
    let onclick = Callback::from(move |_: MouseEvent| {
        let (title, href, result) = (title.clone(), href.clone(), result.clone());
        spawn_local(async move {
            let url = dom::absolute(&href).unwrap_or(href);
            let outcome = share(&title, &url).await;
            result.set(Some((outcome, url)));
        });
    });
    let said = match &*shared {
        Some((Shared::Copied, _)) => html! { { says.copied } },
        Some((Shared::Refused, url)) => html! {
            <>{ says.copy_by_hand }{ " " }<span class="digest">{ url }</span></>
        },
        Some((Shared::BySheet, _)) | None => html! {},
    };
    html! {
        <>
            <p class="button-row article-tools">
                <button type="button" class="button can-share" {onclick}>{ icon(Icon::Share) }{ says.share }</button>
                if let Some(find) = find {
                    <button type="button" class="button" onclick={find.clone()}>{ icon(Icon::Lens) }{ messages.article.find }</button>
                    <a class="button" href={original}>{ messages.article.original }</a>
                    <a class="button" href={cite}>{ says.cite }</a>
                }
            </p>
            <p class="search-status" role="status">{ said }</p>
        </>
    }
}
