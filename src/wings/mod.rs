//! Code that is split off the viewer: how it is entered, and what is drawn until it is here.
//!
//! `cargo xtask` splits the linked viewer into several wasm files. What only one *wing* reaches (code,
//! words, tables) goes into the file of that wing, which runs in the memory of the first; what several
//! wings need and the first does not goes into a file that comes with each of them. A wing has one
//! `gate!`, and nothing else outside its folder may name its pages.
//!
//! Where all is one wasm (native tests, a build by Trunk alone) a gate is simply open. Where they are
//! split (feature `parted`), an imported function stands for the wing's way in; the splitter puts the
//! exported one of the same name in its place, and moves what only that one reaches. It hands over a
//! pointer to the wing's page, so that nothing else crosses the gate.

mod arrival;
mod whole;

pub use arrival::{Arrival, awaited, use_wing};
pub use whole::{Later, use_whole};

/// `gate!(Wing, type of the function, the function, "…import…", "…export…")` makes `pages()`, which
/// gives the function once the wing is here. The two names differ in one word and end with a number of
/// 32 hexadecimal digits that is the gate's own: the splitter's convention, in which the word between the
/// zeroes names the wing's file.
macro_rules! gate {
    ($wing:expr, $draw:ty, $page:path, $import:literal, $export:literal) => {
        /// What the wing draws, once it is here.
        pub(super) fn pages() -> Option<$draw> {
            if $crate::platform::wing::is_here($wing) { way::pages() } else { None }
        }

        #[cfg(not(all(feature = "parted", target_arch = "wasm32")))]
        mod way {
            #[allow(unused_imports)]
            use super::*;

            pub(super) fn pages() -> Option<$draw> {
                Some($page)
            }
        }

        #[cfg(all(feature = "parted", target_arch = "wasm32"))]
        // The splitter's convention is one of names in the object file; no call here passes anything.
        #[allow(unsafe_code)]
        mod way {
            use std::cell::Cell;

            #[allow(unused_imports)]
            use super::*;

            thread_local! {
                static PAGES: Cell<Option<$draw>> = const { Cell::new(None) };
            }

            #[link(wasm_import_module = "__wasm_split_placeholder__")]
            // SAFETY: takes and returns nothing; it is `enter` below, and called only when that is loaded.
            unsafe extern "C" {
                #[link_name = $import]
                safe fn way_in();
            }

            // SAFETY: no other symbol has this name.
            #[unsafe(export_name = $export)]
            extern "C" fn enter() {
                PAGES.set(Some($page));
            }

            pub(super) fn pages() -> Option<$draw> {
                if PAGES.get().is_none() {
                    way_in();
                }
                PAGES.get()
            }
        }
    };
}
pub(crate) use gate;
