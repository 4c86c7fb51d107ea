//! The contexts, the frame, and which page a route shows.

use calendar::Date;
use yew::prelude::*;

use crate::annex::annex_page;
use crate::components::{Frame, failed, loading};
use crate::hooks::{
    Archive, ArchiveContext, ArchiveProvider, ArchiveRef, Load, PlaceProvider, SearchProvider,
    SettingsProvider, use_archive, use_messages, use_place, use_today,
};
use crate::i18n::Messages;
use crate::markup::html;
use crate::pages::{SearchPage, article_page, home_page};
use crate::platform::dom;
use crate::route::{Mode, Route};

/// The viewer.
#[component]
pub fn App() -> Html {
    html! {
        <SettingsProvider>
            <PlaceProvider>
                <ArchiveProvider><Opened /></ArchiveProvider>
            </PlaceProvider>
        </SettingsProvider>
    }
}

/// The frame with the current page, or with how the opening of the archive stands.
#[component]
fn Opened() -> Html {
    let messages = use_messages();
    let ArchiveContext { archive, retry, .. } = use_archive();
    let (route, today) = (use_place().route, use_today());
    let heading = html! { <h1 class="unseen">{ messages.frame.product }</h1> };
    match archive {
        Load::Ready(archive) => html! {
            <SearchProvider archive={archive.clone()}>
                <Frame>{ page(messages, &route, &archive, today) }</Frame>
                if is_kiosk(&archive) { { annex_page(messages, &Route::Kiosk, &archive, today) } }
            </SearchProvider>
        },
        Load::Waiting(progress) => {
            html! { <Frame>{ heading }{ loading(messages, progress) }</Frame> }
        }
        // The desk makes archives; it needs none.
        Load::Failed(_) if route == Route::Desk => {
            html! { <Frame>{ page(messages, &route, &ArchiveRef::none(), today) }</Frame> }
        }
        Load::Failed(error) => {
            let text = (messages.troubles.archive)(&error);
            let content = failed(messages, messages.troubles.archive_title, &text, Some(&retry));
            let desk = html! { <a class="section-more" href={Route::Desk.href()}>{ messages.frame.desk }</a> };
            html! { <Frame>{ heading }{ content }{ desk }</Frame> }
        }
    }
}

/// Whether the viewer stands in a hall: the address says so, or else archive.toml.
fn is_kiosk(archive: &Archive) -> bool {
    match Mode::of(&dom::page_query()) {
        Mode::Page => {
            archive.manifest.unknown.get("kiosk").is_some_and(|kiosk| kiosk["on"] == true)
        }
        mode => mode == Mode::Kiosk,
    }
}

/// The page of a route on a day.
pub fn page(messages: &'static Messages, route: &Route, archive: &ArchiveRef, today: Date) -> Html {
    match route {
        Route::Home => home_page(messages, archive, today),
        Route::Article(place) => article_page(messages, archive, place),
        Route::Search(place) => {
            html! { <SearchPage archive={archive.clone()} place={place.clone()} /> }
        }
        _ => annex_page(messages, route, archive, today),
    }
}
