//! A press on the sign of a paragraph hands its link on: to the device's sharing sheet, to the
//! clipboard, or to the reader's own hands.

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::beside::Beside;
use crate::components::{Icon, icon};
use crate::hooks::{Language, LoadedArticle};
use crate::i18n;
use crate::markup::html;
use crate::platform::dom;
use crate::platform::share::{Shared, share};
use crate::platform::timer::Timeout;
use crate::route::{ArticlePart, Route};

/// Long enough to be read twice.
const SHOWN_MS: f64 = 6_000.0;

/// Listens to the signs of paragraphs, and says what became of a link.
pub(super) fn paragraphs(beside: &Beside<'_>) -> Html {
    let (language, article) = (beside.messages.language, beside.article.clone());
    html! { <Paragraphs {language} {article} /> }
}

#[derive(Properties, PartialEq)]
struct ParagraphsProps {
    language: Language,
    article: LoadedArticle,
}

/// What became of the link to a paragraph: its number, the outcome, the link.
type Outcome = Option<(u32, Shared, String)>;

#[component]
fn Paragraphs(ParagraphsProps { language, article }: &ParagraphsProps) -> Html {
    let says = &i18n::beside::beside(language.messages()).reading;
    let outcome = use_state_eq(|| Outcome::None);
    let result = outcome.clone();
    use_effect_with(article.clone(), move |article| {
        let title = article.title.clone();
        let listener = dom::on_press(".paragraph-link", "href", move |href| {
            let Route::Article(place) = Route::parse(&href) else { return };
            let ArticlePart::Paragraph(number) = place.part else { return };
            let (title, result) = (title.clone(), result.clone());
            spawn_local(async move {
                let url = dom::absolute(&href).unwrap_or(href);
                let shared = share(&title, &url).await;
                result.set(Some((number, shared, url)));
            });
        });
        move || drop(listener)
    });
    let gone = outcome.clone();
    use_effect_with((*outcome).clone(), move |outcome| {
        // A link that must be copied by hand stays until it is shut.
        let timer = match outcome {
            Some((_, Shared::Refused, _)) | None => None,
            Some(_) => Timeout::start(SHOWN_MS, move || gone.set(None)),
        };
        move || drop(timer)
    });
    let said = match &*outcome {
        Some((number, Shared::Copied, _)) => {
            html! { <p class="toast">{ (says.paragraph_copied)(*number) }</p> }
        }
        Some((number, Shared::Refused, url)) => {
            let shut = outcome.clone();
            let onclick = Callback::from(move |_: MouseEvent| shut.set(None));
            html! {
                <p class="toast">
                    <span>{ (says.paragraph_by_hand)(*number) }{ " " }<span class="digest">{ url.clone() }</span></span>
                    <button type="button" class="icon-button" {onclick}>
                        { icon(Icon::Cross) }<span class="unseen">{ says.shut }</span>
                    </button>
                </p>
            }
        }
        Some((_, Shared::BySheet, _)) | None => Html::default(),
    };
    html! { <div class="toasts" role="status">{ said }</div> }
}
