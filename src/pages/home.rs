//! Home: today and coming anniversaries, what is new, units.

use calendar::Date;
use yew::prelude::*;

use crate::components::Page;
use crate::hooks::{ArchiveRef, use_messages};

/// Props of [`HomePage`].
#[derive(Properties, PartialEq)]
pub struct HomePageProps {
    /// The archive.
    pub archive: ArchiveRef,
    /// The day that is today.
    pub today: Date,
}

/// Home: today and coming anniversaries, what is new, units.
#[component]
pub fn HomePage(props: &HomePageProps) -> Html {
    let messages = use_messages();
    let title = messages.home.title;
    html! {
        <Page title={title} archive={props.archive.manifest.title.clone()}>
            <header class="page-head"><h1 class="page-title">{ title }</h1></header>
        </Page>
    }
}
