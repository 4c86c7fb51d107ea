//! The contexts, the frame, and which page a route shows.

use yew::prelude::*;

use crate::components::{Frame, failed, loading};
use crate::hooks::{
    ArchiveContext, ArchiveProvider, ArchiveRef, Load, PlaceProvider, SearchProvider,
    SettingsProvider, use_archive, use_messages, use_place, use_today,
};
use crate::pages::{
    AboutPage, AnniversaryPage, ArticlePage, DirectivePage, HomePage, NotFoundPage, OfficialPage,
    ProgrammePage, SearchPage, SettingsPage, TimelinePage, TodayPage, UnitPage, UnitsPage,
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
    let heading = html! { <h1 class="unseen">{ messages.frame.product }</h1> };
    match archive {
        Load::Ready(archive) => html! {
            <SearchProvider archive={archive.clone()}>
                <Frame><Shown {archive} /></Frame>
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

/// Props of [`Shown`].
#[derive(Properties, PartialEq)]
pub struct ShownProps {
    /// The archive.
    pub archive: ArchiveRef,
}

/// The page of the current route.
#[component]
pub fn Shown(ShownProps { archive }: &ShownProps) -> Html {
    let route = use_place().route;
    let today = use_today();
    page(&route, archive.clone(), today)
}

/// The page of a route on a day.
pub fn page(route: &Route, archive: ArchiveRef, today: calendar::Date) -> Html {
    match route.clone() {
        Route::Home => html! { <HomePage {archive} {today} /> },
        Route::Article(place) => html! { <ArticlePage {archive} {place} /> },
        Route::Search(place) => html! { <SearchPage {archive} {place} /> },
        Route::Timeline { from, to } => html! { <TimelinePage {archive} {from} {to} {today} /> },
        Route::Anniversary { id, year } => {
            html! { <AnniversaryPage {archive} {id} {year} {today} /> }
        }
        Route::Today { day } => {
            html! { <TodayPage {archive} {today} day={day.unwrap_or(today)} /> }
        }
        Route::Units => html! { <UnitsPage {archive} /> },
        Route::Unit { id } => html! { <UnitPage {archive} {id} {today} /> },
        Route::Official { id } => html! { <OfficialPage {archive} {id} /> },
        Route::Programme { id } => html! { <ProgrammePage {archive} {id} /> },
        Route::Directive { id } => html! { <DirectivePage {archive} {id} /> },
        Route::Settings => html! { <SettingsPage {archive} /> },
        Route::About => html! { <AboutPage {archive} /> },
        Route::Unknown { raw } => html! { <NotFoundPage {archive} {raw} /> },
    }
}
