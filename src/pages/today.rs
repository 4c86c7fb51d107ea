//! What happened on a day of the year.

use calendar::Date;
use yew::prelude::*;

use crate::components::Page;
use crate::hooks::{ArchiveRef, use_messages};

/// Props of [`TodayPage`].
#[derive(Properties, PartialEq)]
pub struct TodayPageProps {
    /// The archive.
    pub archive: ArchiveRef,
    /// The day that is today.
    pub today: Date,
    /// The day shown.
    pub day: Date,
}

/// What happened on a day of the year.
#[component]
pub fn TodayPage(props: &TodayPageProps) -> Html {
    let messages = use_messages();
    let title = messages.today.title;
    html! {
        <Page title={title} archive={props.archive.manifest.title.clone()}>
            <header class="page-head"><h1 class="page-title">{ title }</h1></header>
        </Page>
    }
}
