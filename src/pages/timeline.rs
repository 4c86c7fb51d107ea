//! The archive by time.

use calendar::{Date, PartialDate};
use yew::prelude::*;

use crate::components::Page;
use crate::hooks::{ArchiveRef, use_messages};

/// Props of [`TimelinePage`].
#[derive(Properties, PartialEq)]
pub struct TimelinePageProps {
    /// The archive.
    pub archive: ArchiveRef,
    /// From this date on.
    pub from: Option<PartialDate>,
    /// Up to this date.
    pub to: Option<PartialDate>,
    /// The day that is today.
    pub today: Date,
}

/// The archive by time.
#[component]
pub fn TimelinePage(props: &TimelinePageProps) -> Html {
    let messages = use_messages();
    let title = messages.timeline.title;
    html! {
        <Page title={title} archive={props.archive.manifest.title.clone()}>
            <header class="page-head"><h1 class="page-title">{ title }</h1></header>
        </Page>
    }
}
