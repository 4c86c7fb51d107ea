//! The annex: pages that few visits need, in a second wasm that is loaded when one of them is
//! opened.
//!
//! `cargo xtask` splits the linked viewer in two: what only `page` reaches (code, words, tables)
//! goes into `annex-….wasm`, which runs in the memory of the first. A page here is written like any
//! other; to keep it out of the shell, nothing outside this folder may name it, and what it says
//! belongs into [`i18n::annex`](crate::i18n::annex).
//!
//! A new page: a file here and an arm in `page`; [`app`](crate::app) sends every route here that is
//! not the shell's own.

mod about;
mod almanac;
mod anniversary;
mod bookmarks;
mod cards;
mod cite;
mod desk;
mod door;
mod gate;
mod keep;
mod kiosk;
mod named;
mod not_found;
mod published;
mod settings;
mod shortcuts;
mod subject;
mod timeline;
mod today;
mod told;
mod units;

use calendar::Date;
use yew::prelude::*;

use crate::hooks::{ArchiveRef, SettingsHandle};
use crate::i18n::Messages;
use crate::route::Route;
pub use about::about_page;
pub use almanac::calendar_page;
pub use anniversary::anniversary_page;
pub use bookmarks::bookmarks_page;
pub use cards::{coming_page, latest_page};
pub use cite::cite_page;
pub use desk::desk_page;
pub use door::annex_page;
pub use keep::keep_page;
pub use named::{directive_page, official_page, programme_page};
pub use not_found::not_found_page;
pub use settings::settings_page;
pub use timeline::timeline_page;
pub use today::today_page;
pub use told::told_page;
pub use units::{compare_page, dossier_page, finder_page, unit_page};

/// The page of a rare route; nothing for the routes of the shell.
fn page(
    messages: &'static Messages,
    route: &Route,
    archive: &ArchiveRef,
    today: Date,
    settings: Option<SettingsHandle>,
) -> Html {
    match route {
        Route::Timeline { from, to } => timeline_page(messages, archive, *from, *to),
        Route::Anniversary { id, year } => anniversary_page(messages, archive, id, *year, today),
        Route::Today { day } => today_page(messages, archive, day.unwrap_or(today), today),
        Route::Calendar { of } => calendar_page(messages, archive, *of, today),
        Route::Cite(place) => cite_page(messages, archive, place, today),
        Route::Official { id } => official_page(messages, archive, id),
        Route::Programme { id } => programme_page(messages, archive, id),
        Route::Directive { id } => directive_page(messages, archive, id),
        Route::Coming => coming_page(messages, archive, today),
        Route::Latest { unit } => latest_page(messages, archive, unit.as_deref()),
        Route::Kiosk => kiosk::kiosk_frame(archive, today),
        Route::Told { kind, id } => told_page(messages, archive, *kind, id.as_deref(), today),
        Route::Desk => desk_page(messages, archive, today),
        Route::Keep => keep_page(messages, archive),
        Route::Bookmarks => bookmarks_page(messages, archive),
        Route::Units { text } => finder_page(messages, archive, text),
        Route::Unit { id } => unit_page(messages, archive, id),
        Route::Dossier { id } => dossier_page(messages, archive, id),
        Route::Compare { first, second } => {
            compare_page(messages, archive, first.as_deref(), second.as_deref())
        }
        Route::Settings => settings_page(messages, archive, settings),
        Route::About => about_page(messages, archive),
        Route::Unknown { raw } => not_found_page(messages, archive, raw),
        _ => Html::default(),
    }
}
