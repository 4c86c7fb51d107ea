//! All units and bodies.

use yew::prelude::*;

use crate::components::Page;
use crate::hooks::{ArchiveRef, use_messages};

/// Props of [`UnitsPage`].
#[derive(Properties, PartialEq)]
pub struct UnitsPageProps {
    /// The archive.
    pub archive: ArchiveRef,
}

/// All units and bodies.
#[component]
pub fn UnitsPage(props: &UnitsPageProps) -> Html {
    let messages = use_messages();
    let title = messages.units.title;
    html! {
        <Page title={title} archive={props.archive.manifest.title.clone()}>
            <header class="page-head"><h1 class="page-title">{ title }</h1></header>
        </Page>
    }
}
