//! The contexts, the frame, and which page a route shows.

use calendar::Date;
use yew::prelude::*;

use crate::components::{Frame, failed, loading};
use crate::hooks::{
    ArchiveContext, ArchiveProvider, ArchiveRef, Load, PlaceProvider, SearchProvider,
    SettingsHandle, SettingsProvider, use_archive, use_messages, use_place, use_settings,
    use_today,
};
use crate::i18n::Messages;
use crate::markup::html;
use crate::pages::{
    SearchPage, about_page, anniversary_page, article_page, directive_page, home_page,
    not_found_page, official_page, programme_page, settings_page, timeline_page, today_page,
    unit_page, units_page,
};
use crate::route::Route;

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
    let ArchiveContext { archive, retry } = use_archive();
    let (route, today, settings) = (use_place().route, use_today(), use_settings());
    let heading = html! { <h1 class="unseen">{ messages.frame.product }</h1> };
    match archive {
        Load::Ready(archive) => html! {
            <SearchProvider archive={archive.clone()}>
                <Frame>{ page(messages, &route, &archive, today, settings) }</Frame>
            </SearchProvider>
        },
        Load::Waiting(progress) => {
            html! { <Frame>{ heading }{ loading(messages, progress) }</Frame> }
        }
        Load::Failed(error) => {
            let text = (messages.troubles.archive)(&error);
            let content = failed(messages, messages.troubles.archive_title, &text, Some(&retry));
            html! { <Frame>{ heading }{ content }</Frame> }
        }
    }
}

/// The page of a route on a day, under the reader's settings.
pub fn page(
    messages: &'static Messages,
    route: &Route,
    archive: &ArchiveRef,
    today: Date,
    settings: Option<SettingsHandle>,
) -> Html {
    match route {
        Route::Home => home_page(messages, archive, today),
        Route::Article(place) => article_page(messages, archive, place),
        Route::Search(place) => {
            html! { <SearchPage archive={archive.clone()} place={place.clone()} /> }
        }
        Route::Timeline { from, to } => timeline_page(messages, archive, *from, *to),
        Route::Anniversary { id, year } => anniversary_page(messages, archive, id, *year, today),
        Route::Today { day } => today_page(messages, archive, day.unwrap_or(today), today),
        Route::Units => units_page(messages, archive),
        Route::Unit { id } => unit_page(messages, archive, id),
        Route::Official { id } => official_page(messages, archive, id),
        Route::Programme { id } => programme_page(messages, archive, id),
        Route::Directive { id } => directive_page(messages, archive, id),
        Route::Settings => settings_page(messages, archive, settings),
        Route::About => about_page(messages, archive),
        Route::Unknown { raw } => not_found_page(messages, archive, raw),
    }
}
