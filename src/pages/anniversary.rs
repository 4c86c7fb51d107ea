//! An anniversary: its founding day, years counted, what the articles say.

use calendar::Date;
use yew::prelude::*;

use crate::components::{Page, no_such};
use crate::hooks::{ArchiveRef, use_messages};
use crate::route::Route;

/// Props of [`AnniversaryPage`].
#[derive(Properties, PartialEq)]
pub struct AnniversaryPageProps {
    /// The archive.
    pub archive: ArchiveRef,
    /// Which one.
    pub id: AttrValue,
    /// The year it is counted to; absent means this year.
    pub year: Option<i32>,
    /// The day that is today.
    pub today: Date,
}

/// An anniversary: its founding day, years counted, what the articles say.
#[component]
pub fn AnniversaryPage(props: &AnniversaryPageProps) -> Html {
    let messages = use_messages();
    let found = props.archive.anniversary(&props.id);
    let title = found.map_or(messages.anniversary.unknown, |found| found.name.as_str()).to_owned();
    html! {
        <Page title={title.clone()} archive={props.archive.manifest.title.clone()}>
            if found.is_some() {
                <header class="page-head"><h1 class="page-title" lang="vi">{ title }</h1></header>
            } else {
                { no_such(messages, &Route::Anniversary { id: props.id.to_string(), year: props.year }, &title) }
            }
        </Page>
    }
}
