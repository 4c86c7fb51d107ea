//! The one place where the indexer meets the desk.
//!
//! A hand-written set is bound in its readers' browsers; it needs no reader of web pages, Word files
//! and zips. Where `cargo xtask` builds (feature `parted`), the desk and all that only it reaches lie
//! in a wasm of their own: an imported function stands for the way in, the splitter puts the exported
//! one of the same name in its place. Elsewhere the two are one.
//!
//! The worker's script loads that wasm before it hands over the desk's first message.

use indexer::desk::{Desk, Parcel};

/// Answers the desk's questions, as [`Desk::take`] does.
pub(crate) type Serve = Box<dyn FnMut(&[u8], Vec<Vec<u8>>, &mut dyn FnMut(Vec<u8>)) -> Parcel>;

/// Sets a desk up.
pub(crate) fn desk() -> Serve {
    way::open()()
}

fn open() -> Serve {
    let mut desk = Desk::default();
    Box::new(move |words, files, step| desk.take(words, files, step))
}

#[cfg(not(feature = "parted"))]
mod way {
    pub(super) fn open() -> fn() -> super::Serve {
        super::open
    }
}

#[cfg(feature = "parted")]
// The splitter's convention is one of names in the object file; no call here passes anything.
#[allow(unsafe_code)]
mod way {
    use std::cell::Cell;

    use super::{Parcel, Serve};

    thread_local! {
        static OPEN: Cell<Option<fn() -> Serve>> = const { Cell::new(None) };
    }

    #[link(wasm_import_module = "__wasm_split_placeholder__")]
    // SAFETY: takes and returns nothing; it is `enter` below, and called only when that is loaded.
    unsafe extern "C" {
        #[link_name = "__wasm_split_00desk00_import_00000000000000000000000000000001"]
        safe fn way_in();
    }

    // SAFETY: no other symbol has this name.
    #[unsafe(export_name = "__wasm_split_00desk00_export_00000000000000000000000000000001")]
    extern "C" fn enter() {
        OPEN.set(Some(super::open));
    }

    /// The script sees to it that the desk is there; without it, calling this ends the worker.
    pub(super) fn open() -> fn() -> Serve {
        way_in();
        OPEN.get().unwrap_or(|| Box::new(|_, _, _| Parcel::default()))
    }
}
