//! About the archive: what it is, its state, how facts are known.

use yew::prelude::*;

use crate::components::Page;
use crate::hooks::{ArchiveRef, use_messages};

/// Props of [`AboutPage`].
#[derive(Properties, PartialEq)]
pub struct AboutPageProps {
    /// The archive.
    pub archive: ArchiveRef,
}

/// About the archive: what it is, its state, how facts are known.
#[component]
pub fn AboutPage(props: &AboutPageProps) -> Html {
    let messages = use_messages();
    let title = messages.about.title;
    html! {
        <Page title={title} archive={props.archive.manifest.title.clone()}>
            <header class="page-head"><h1 class="page-title">{ title }</h1></header>
        </Page>
    }
}
