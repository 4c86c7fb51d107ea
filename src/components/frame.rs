//! The frame round all pages: skip link, bar, content, footer, tabs.

use yew::prelude::*;

use super::damaged::damaged;
use super::icon::{Icon, icon};
use super::searchbox::Searchbox;
use crate::hooks::{
    ArchiveContext, SettingsAction, SettingsHandle, Theme, navigate, retype, use_archive,
    use_messages, use_place, use_settings,
};
use crate::i18n::Messages;
use crate::keys::keys;
use crate::markup::html;
use crate::platform::dom;
use crate::platform::history::Arrival;
use crate::route::{Mode, Route, SearchPlace};

/// Props of [`Frame`].
#[derive(Properties, PartialEq)]
pub struct FrameProps {
    /// The page.
    pub children: Html,
}

/// The frame round all pages.
#[component]
pub fn Frame(FrameProps { children }: &FrameProps) -> Html {
    let messages = use_messages();
    let route = use_place().route;
    let ArchiveContext { archive, preview, .. } = use_archive();
    let manifest = archive.ready().map(|archive| &archive.manifest);
    let settings = use_settings();
    let name = manifest.map_or(messages.frame.product, |manifest| manifest.title.as_str());
    html! {
        <div class="app">
            <a class="skip" href="#noi-dung" onclick={skip()}>{ messages.frame.skip }</a>
            <div role="status">
                <p class="notice update">
                    { messages.frame.update }
                    <button type="button" class="button" data-update-now="">{ messages.frame.update_now }</button>
                </p>
            </div>
            <header class="topbar">
                <div class="topbar-in">
                    <a class="topbar-home" href={Route::Home.href()}>
                        { mark() }<span class="topbar-name">{ name }</span>
                    </a>
                    <nav class="topbar-nav" aria-label={messages.frame.navigation}>
                        { for tabs(messages).into_iter().filter(|tab| !matches!(tab.1, Route::Search(_))).map(|(words, to, _)| {
                            html! { <a href={to.href()} aria-current={current(&route, &to)}>{ words }</a> }
                        }) }
                    </nav>
                    <div class="topbar-search">{ bar_search(messages, &route) }</div>
                    <div class="topbar-tools">{ tools(messages, settings) }</div>
                </div>
            </header>
            { for preview.map(|(_, over)| over) }
            { for archive.ready().map(|archive| damaged(messages, archive)) }
            <main class="page" id="noi-dung" tabindex="-1">{ children.clone() }</main>
            <footer class="footer">
                <div class="footer-in">
                    <a href={Route::About.href()}>{ messages.frame.about }</a>
                    <a href={Route::Keep.href()}>{ messages.frame.keep }</a>
                    <a href={Route::Bookmarks.href()}>{ messages.frame.bookmarks }</a>
                    <a href={Route::Settings.href()}>{ messages.frame.settings }</a>
                    if Mode::of(&dom::page_query()) == Mode::Embed {
                        <a class="footer-whole" href={["./", &route.href()].concat()} target="_blank" rel="noopener">{ messages.frame.whole }</a>
                    }
                    if let Some(manifest) = manifest {
                        <span class="digest">{ (messages.frame.digest)(short(&manifest.digest)) }</span>
                    }
                </div>
            </footer>
            <nav class="tabbar" aria-label={messages.frame.navigation}>
                { for tabs(messages).into_iter().map(|(words, to, sign)| html! {
                    <a class="tabbar-item" href={to.href()} aria-current={current(&route, &to)}>
                        { icon(sign) }<span>{ words }</span>
                    </a>
                }) }
            </nav>
            { keys() }
        </div>
    }
}

fn tabs(messages: &Messages) -> [(&'static str, Route, Icon); 4] {
    let frame = &messages.frame;
    [
        (frame.home, Route::Home, Icon::House),
        (frame.search, Route::Search(SearchPlace::default()), Icon::Lens),
        (frame.timeline, Route::Timeline { from: None, to: None }, Icon::Line),
        (frame.units, Route::Units { text: String::new() }, Icon::Places),
    ]
}

/// `page` on the tab of the current page; below a tab's page, nothing.
fn current(here: &Route, tab: &Route) -> Option<&'static str> {
    let same = std::mem::discriminant(here) == std::mem::discriminant(tab);
    same.then_some("page")
}

/// Enough of a digest to tell two states of one archive apart.
fn short(digest: &str) -> &str {
    digest.get(..12).unwrap_or(digest)
}

/// Moves the focus past the bars; the address stays.
fn skip() -> Callback<MouseEvent> {
    Callback::from(|event: MouseEvent| {
        event.prevent_default();
        dom::focus("#noi-dung");
        dom::scroll_into_view("#noi-dung h1");
    })
}

/// The search box of the bar: typing opens the search page, and the focus stays here.
fn bar_search(messages: &Messages, route: &Route) -> Html {
    let place = match route {
        Route::Search(place) => Some(place.clone()),
        _ => None,
    };
    let text = place.as_ref().map(|place| place.text.clone()).unwrap_or_default();
    let here = place.clone();
    let on_type = Callback::from(move |text| type_search(here.as_ref(), text));
    let on_submit = Callback::from(move |text: String| {
        let place = place.clone().unwrap_or_default();
        navigate(&Route::Search(SearchPlace { text, ..place }), Arrival::Submitted);
    });
    let landmark = messages.frame.search_label;
    html! { <Searchbox {text} id="search-bar-box" {landmark} {on_type} {on_submit} /> }
}

/// Typing on the search page changes its address in place; elsewhere it opens that page.
fn type_search(place: Option<&SearchPlace>, text: String) {
    match place {
        Some(place) => retype(&Route::Search(SearchPlace { text, ..place.clone() })),
        None => navigate(&Route::Search(SearchPlace::words(text)), Arrival::Typed),
    }
}

/// Theme, settings, about.
fn tools(messages: &Messages, settings: Option<SettingsHandle>) -> Html {
    let switch = Callback::from(move |_: MouseEvent| {
        if let Some(settings) = &settings {
            let dark = match settings.theme {
                Theme::Auto => dom::media("(prefers-color-scheme: dark)"),
                theme => theme == Theme::Dark,
            };
            settings.dispatch(SettingsAction::Theme(if dark { Theme::Light } else { Theme::Dark }));
        }
    });
    html! {
        <>
            <button type="button" class="icon-button" onclick={switch}>
                { icon(Icon::HalfDisc) }<span class="unseen">{ messages.frame.theme }</span>
            </button>
            <a class="icon-button" href={Route::Settings.href()}>
                { icon(Icon::Sliders) }<span class="unseen">{ messages.frame.settings }</span>
            </a>
        </>
    }
}

/// The mark: the rings and rayed star of a Đông Sơn drum.
fn mark() -> Html {
    html! {
        <svg class="mark" viewBox="0 0 64 64" aria-hidden="true" focusable="false">
            <path fill="currentColor" d={STAR} />
            <g fill="none" stroke="currentColor">
                <circle cx="32" cy="32" r="19.5" stroke-width="2" />
                <circle cx="32" cy="32" r="24" stroke-width="4" stroke-dasharray="2.283 2.744" />
                <circle cx="32" cy="32" r="29.5" stroke-width="3" />
            </g>
        </svg>
    }
}

const STAR: &str = "M32 17L33.6 26.2L39.5 19L36.2 27.8L45 24.5L37.8 30.4L47 32L37.8 33.6L45 39.5\
    L36.2 36.2L39.5 45L33.6 37.8L32 47L30.4 37.8L24.5 45L27.8 36.2L19 39.5L26.2 33.6L17 32\
    L26.2 30.4L19 24.5L27.8 27.8L24.5 19L30.4 26.2Z";
