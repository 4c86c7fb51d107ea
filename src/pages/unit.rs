//! A unit: its name, years, lineage, articles.

use calendar::Date;
use yew::prelude::*;

use crate::components::{Page, no_such};
use crate::hooks::{ArchiveRef, use_messages};
use crate::route::Route;

/// Props of [`UnitPage`].
#[derive(Properties, PartialEq)]
pub struct UnitPageProps {
    /// The archive.
    pub archive: ArchiveRef,
    /// Which one.
    pub id: AttrValue,
    /// The day that is today.
    pub today: Date,
}

/// A unit: its name, years, lineage, articles.
#[component]
pub fn UnitPage(props: &UnitPageProps) -> Html {
    let messages = use_messages();
    let found = props.archive.unit(&props.id);
    let title = found.map_or(messages.units.unknown, |found| found.name.as_str()).to_owned();
    html! {
        <Page title={title.clone()} archive={props.archive.manifest.title.clone()}>
            if found.is_some() {
                <header class="page-head"><h1 class="page-title" lang="vi">{ title }</h1></header>
            } else {
                { no_such(messages, &Route::Unit { id: props.id.to_string() }, &title) }
            }
        </Page>
    }
}
