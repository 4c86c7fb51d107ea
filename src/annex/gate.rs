//! The one place where the shell meets the annex.
//!
//! Where the two are one wasm (native tests, a build by Trunk alone) the pages are simply there. Where
//! `cargo xtask` splits them (feature `parted`), an imported function stands for the annex's way in;
//! the splitter puts the exported one of the same name in its place, and moves what only that one
//! reaches. It hands over a pointer to [`page`](super::page), so that nothing else crosses the gate.

use calendar::Date;
use yew::Html;

use crate::hooks::{ArchiveRef, SettingsHandle};
use crate::i18n::Messages;
use crate::platform::annex;
use crate::route::Route;

/// Draws the page of a rare route.
pub(super) type Draw =
    fn(&'static Messages, &Route, &ArchiveRef, Date, Option<SettingsHandle>) -> Html;

/// The annex's pages, once they are here.
pub(super) fn pages() -> Option<Draw> {
    if annex::is_here() { way::pages() } else { None }
}

#[cfg(not(all(feature = "parted", target_arch = "wasm32")))]
mod way {
    use super::Draw;

    pub(super) fn pages() -> Option<Draw> {
        Some(crate::annex::page)
    }
}

#[cfg(all(feature = "parted", target_arch = "wasm32"))]
// The splitter's convention is one of names in the object file; no call here passes anything.
#[allow(unsafe_code)]
mod way {
    use std::cell::Cell;

    use super::Draw;

    thread_local! {
        static PAGES: Cell<Option<Draw>> = const { Cell::new(None) };
    }

    #[link(wasm_import_module = "__wasm_split_placeholder__")]
    // SAFETY: takes and returns nothing; it is `enter` below, and called only when that is loaded.
    unsafe extern "C" {
        #[link_name = "__wasm_split_00annex00_import_00000000000000000000000000000001"]
        safe fn way_in();
    }

    // SAFETY: no other symbol has this name.
    #[unsafe(export_name = "__wasm_split_00annex00_export_00000000000000000000000000000001")]
    extern "C" fn enter() {
        PAGES.set(Some(crate::annex::page));
    }

    pub(super) fn pages() -> Option<Draw> {
        if PAGES.get().is_none() {
            way_in();
        }
        PAGES.get()
    }
}
