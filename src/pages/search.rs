//! Search: as you type.

use yew::prelude::*;

use crate::components::{Page, Searchbox};
use crate::hooks::{ArchiveRef, navigate, retype, use_messages, use_search};
use crate::route::{Route, SearchPlace};

/// Props of [`SearchPage`].
#[derive(Properties, PartialEq)]
pub struct SearchPageProps {
    /// The archive.
    pub archive: ArchiveRef,
    /// What is looked for.
    pub place: SearchPlace,
}

/// Search.
#[component]
pub fn SearchPage(SearchPageProps { archive, place }: &SearchPageProps) -> Html {
    let messages = use_messages();
    let search = use_search();
    let on_type = use_callback(place.clone(), |text, place: &SearchPlace| {
        retype(&Route::Search(SearchPlace { text, ..place.clone() }));
    });
    let on_submit = use_callback(place.clone(), |text, place: &SearchPlace| {
        navigate(&Route::Search(SearchPlace { text, ..place.clone() }), true);
    });
    let title = messages.search.title;
    html! {
        <Page {title} archive={archive.manifest.title.clone()}>
            <h1 class="unseen">{ title }</h1>
            <Searchbox text={place.text.clone()} id="search-page-box" {on_type} {on_submit} on_focus={search.warm} />
        </Page>
    }
}
