//! A cited instrument and where it is cited.

use yew::prelude::*;

use crate::components::{Page, no_such};
use crate::hooks::{ArchiveRef, use_messages};
use crate::route::Route;

/// Props of [`DirectivePage`].
#[derive(Properties, PartialEq)]
pub struct DirectivePageProps {
    /// The archive.
    pub archive: ArchiveRef,
    /// Which one.
    pub id: AttrValue,
}

/// A cited instrument and where it is cited.
#[component]
pub fn DirectivePage(props: &DirectivePageProps) -> Html {
    let messages = use_messages();
    let found = props.archive.directive(&props.id);
    let title =
        found.map_or(messages.subjects.no_directive, |found| found.name.as_str()).to_owned();
    html! {
        <Page title={title.clone()} archive={props.archive.manifest.title.clone()}>
            if found.is_some() {
                <header class="page-head"><h1 class="page-title" lang="vi">{ title }</h1></header>
            } else {
                { no_such(messages, &Route::Directive { id: props.id.to_string() }, &title) }
            }
        </Page>
    }
}
