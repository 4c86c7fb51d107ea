//! A person named with a public role.

use yew::prelude::*;

use crate::components::{Page, no_such};
use crate::hooks::{ArchiveRef, use_messages};
use crate::route::Route;

/// Props of [`OfficialPage`].
#[derive(Properties, PartialEq)]
pub struct OfficialPageProps {
    /// The archive.
    pub archive: ArchiveRef,
    /// Which one.
    pub id: AttrValue,
}

/// A person named with a public role.
#[component]
pub fn OfficialPage(props: &OfficialPageProps) -> Html {
    let messages = use_messages();
    let found = props.archive.official(&props.id);
    let title = found.map_or(messages.subjects.no_official, |found| found.name.as_str()).to_owned();
    html! {
        <Page title={title.clone()} archive={props.archive.manifest.title.clone()}>
            if found.is_some() {
                <header class="page-head"><h1 class="page-title" lang="vi">{ title }</h1></header>
            } else {
                { no_such(messages, &Route::Official { id: props.id.to_string() }, &title) }
            }
        </Page>
    }
}
