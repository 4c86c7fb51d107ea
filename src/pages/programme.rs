//! A programme and where it is mentioned.

use yew::prelude::*;

use crate::components::{Page, no_such};
use crate::hooks::{ArchiveRef, use_messages};
use crate::route::Route;

/// Props of [`ProgrammePage`].
#[derive(Properties, PartialEq)]
pub struct ProgrammePageProps {
    /// The archive.
    pub archive: ArchiveRef,
    /// Which one.
    pub id: AttrValue,
}

/// A programme and where it is mentioned.
#[component]
pub fn ProgrammePage(props: &ProgrammePageProps) -> Html {
    let messages = use_messages();
    let found = props.archive.programme(&props.id);
    let title =
        found.map_or(messages.subjects.no_programme, |found| found.name.as_str()).to_owned();
    html! {
        <Page title={title.clone()} archive={props.archive.manifest.title.clone()}>
            if found.is_some() {
                <header class="page-head"><h1 class="page-title" lang="vi">{ title }</h1></header>
            } else {
                { no_such(messages, &Route::Programme { id: props.id.to_string() }, &title) }
            }
        </Page>
    }
}
