//! An address that leads nowhere, with a search for its words.

use yew::prelude::*;

use crate::components::{Page, no_such};
use crate::hooks::{ArchiveRef, use_messages};
use crate::route::Route;

/// Props of [`NotFoundPage`].
#[derive(Properties, PartialEq)]
pub struct NotFoundPageProps {
    /// The archive.
    pub archive: ArchiveRef,
    /// What stood behind `#`.
    pub raw: AttrValue,
}

/// An address that leads nowhere, with a search for its words.
#[component]
pub fn NotFoundPage(NotFoundPageProps { archive, raw }: &NotFoundPageProps) -> Html {
    let messages = use_messages();
    let title = messages.troubles.not_found;
    html! {
        <Page {title} archive={archive.manifest.title.clone()}>
            { no_such(messages, &Route::Unknown { raw: raw.to_string() }, title) }
        </Page>
    }
}
