//! The browser. Everything that names `web-sys` is in here; outside a browser (native tests) each
//! function does nothing or answers as a browser without that ability would.

pub mod clock;
pub mod desk;
pub mod digest;
pub mod dom;
pub mod download;
pub mod fetch;
pub mod highlight;
pub mod history;
pub mod keep;
pub mod kiosk;
pub mod margin;
pub mod print;
pub mod probe;
mod reflect;
pub mod scroll;
pub mod share;
pub mod sheet;
pub mod speech;
pub mod storage;
pub mod timer;
pub mod wing;
pub mod worker;

/// The window, in a browser.
fn window() -> Option<web_sys::Window> {
    // Outside wasm the call itself would panic.
    if cfg!(target_arch = "wasm32") { web_sys::window() } else { None }
}

/// The document, in a browser.
fn document() -> Option<web_sys::Document> {
    window()?.document()
}
