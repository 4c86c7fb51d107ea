//! What is drawn while the desk is on its way, and when it does not come.

use calendar::Date;
use yew::prelude::*;

use super::gate;
use crate::hooks::{ArchiveRef, Language};
use crate::i18n::Messages;
use crate::markup::html;
use crate::platform::wing::Wing;
use crate::wings::{awaited, use_wing};

/// The clerk's desk, as soon as its wing is here.
pub fn desk_page(messages: &Messages, archive: &ArchiveRef, today: Date) -> Html {
    html! { <Door language={messages.language} archive={archive.clone()} {today} /> }
}

/// Props of [`Door`].
#[derive(Properties, PartialEq)]
struct DoorProps {
    language: Language,
    archive: ArchiveRef,
    today: Date,
}

#[component]
fn Door(DoorProps { language, archive, today }: &DoorProps) -> Html {
    let messages = language.messages();
    let arrival = use_wing(Wing::Desk);
    if let Some(draw) = gate::pages() {
        return draw(messages, archive, *today);
    }
    html! { <>
        <h1 class="unseen">{ messages.frame.desk }</h1>
        { awaited(messages, &arrival) }
    </> }
}
