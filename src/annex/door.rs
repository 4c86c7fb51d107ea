//! What is drawn while the annex is on its way, and when it does not come.

use calendar::Date;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::gate;
use crate::components::{failed, loading};
use crate::hooks::{ArchiveRef, Language, Load, Progress, use_settings};
use crate::i18n::Messages;
use crate::markup::html;
use crate::platform::annex::{self, AnnexError};
use crate::route::Route;

/// The page of a rare route, as soon as the annex is here.
pub fn annex_page(messages: &Messages, route: &Route, archive: &ArchiveRef, today: Date) -> Html {
    let (language, route, archive) = (messages.language, route.clone(), archive.clone());
    html! { <Door {language} {route} {archive} {today} /> }
}

/// Props of [`Door`].
#[derive(Properties, PartialEq)]
struct DoorProps {
    language: Language,
    route: Route,
    archive: ArchiveRef,
    today: Date,
}

#[component]
fn Door(DoorProps { language, route, archive, today }: &DoorProps) -> Html {
    let (messages, settings) = (language.messages(), use_settings());
    let stage = use_state_eq(Load::<(), AnnexError>::default);
    let attempt = use_state_eq(|| 0_u32);
    let result = stage.clone();
    use_effect_with(*attempt, move |_| {
        if annex::is_here() {
            return;
        }
        result.set(Load::default());
        spawn_local(async move {
            let waiting = result.clone();
            let report = move |received| {
                waiting.set(Load::Waiting(Progress { received, expected: 0 }));
            };
            result.set(match annex::load(&report).await {
                Ok(()) => Load::Ready(()),
                Err(error) => Load::Failed(error),
            });
        });
    });
    if let Some(draw) = gate::pages() {
        return draw(messages, route, archive, *today, settings);
    }
    let heading = html! { <h1 class="unseen">{ messages.frame.product }</h1> };
    let content = match &*stage {
        Load::Failed(error) => {
            let retry = Callback::from(move |()| attempt.set(*attempt + 1));
            let text = (messages.troubles.annex)(error);
            failed(messages, messages.troubles.annex_title, &text, Some(&retry))
        }
        Load::Waiting(progress) => loading(messages, *progress),
        Load::Ready(()) => Html::default(),
    };
    html! { <>{ heading }{ content }</> }
}
