//! Biên Niên's viewer: a commune's news archive in the browser.
//!
//! | module | holds |
//! |---|---|
//! | [`app`] | the contexts, the frame, and which page a route shows |
//! | [`route`] | places and their addresses |
//! | [`pages`] | one screen each |
//! | [`annex`] | rare pages, in a second wasm |
//! | [`wings`] | how what is split off is entered |
//! | [`beside`] | what stands beside an article's text, loaded after it |
//! | [`annals`] | what pages about days, years and units show, computed from the archive |
//! | [`components`] | pieces that several pages use |
//! | [`hooks`] | state behind hooks: archive, article, search, settings, place, day |
//! | [`keys`] | keys that work on every page, in a wing of their own |
//! | [`i18n`] | everything the viewer says, in Vietnamese and English |
//! | `markup` | `html!`, and the nodes it writes |
//! | `table` | small maps |
//! | [`wording`] | what a typed search says, part by part |
//! | [`platform`] | the browser; the only module that names it |
//!
//! A page is a function of its props. What several pages share (the archive, the settings, the
//! current place, the last search) is provided once, in [`app`], and read through a hook.

pub mod annals;
pub mod annex;
pub mod app;
pub mod beside;
pub mod components;
pub mod hooks;
pub mod i18n;
pub mod keys;
mod markup;
pub mod pages;
pub mod platform;
pub mod route;
mod table;
pub mod wings;
pub mod wording;
