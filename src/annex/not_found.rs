//! An address that leads nowhere, with a search for its words.

use yew::prelude::*;

use crate::components::{Page, no_such};
use crate::hooks::Archive;
use crate::i18n::Messages;
use crate::i18n::annex::annex;
use crate::markup::html;
use crate::route::Route;

/// An address that leads nowhere, with a search for its words.
pub fn not_found_page(messages: &Messages, archive: &Archive, raw: &str) -> Html {
    let title = annex(messages).not_found;
    html! {
        <Page key="not-found" {title} archive={archive.manifest.title.clone()}>
            { no_such(messages, &Route::Unknown { raw: raw.to_owned() }, title) }
        </Page>
    }
}
