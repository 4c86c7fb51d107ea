//! What is drawn while the annex is on its way, and when it does not come.

use calendar::Date;
use yew::prelude::*;

use super::gate;
use crate::hooks::{ArchiveRef, Language, use_settings};
use crate::i18n::Messages;
use crate::markup::html;
use crate::platform::wing::Wing;
use crate::route::Route;
use crate::wings::{awaited, use_wing};

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
    let arrival = use_wing(Wing::Annex);
    if let Some(draw) = gate::pages() {
        return draw(messages, route, archive, *today, settings);
    }
    html! { <>
        <h1 class="unseen">{ messages.frame.product }</h1>
        { awaited(messages, &arrival) }
    </> }
}
