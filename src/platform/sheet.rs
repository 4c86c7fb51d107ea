//! Dialogs: the browser keeps the focus inside, hears Escape, and gives the focus back.

use wasm_bindgen::JsCast;
use web_sys::Element;

use super::reflect::call;

/// Opens the `dialog` of a selector over the page.
pub fn open(selector: &str) {
    // One that is open already refuses.
    act(selector, "showModal");
}

/// Shuts it, as Escape does: it tells so itself.
pub fn shut(selector: &str) {
    act(selector, "close");
}

fn act(selector: &str, method: &str) {
    let found = || super::document()?.query_selector(selector).ok()?;
    if let Some(dialog) = found() {
        call(&dialog, method, &[]);
    }
}

/// Whether an event came to the element itself that listens, not to what stands in it: a press beside
/// the sheet of a dialog.
pub fn is_own(event: &web_sys::Event, selector: &str) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|target| target.matches(selector).unwrap_or(false))
}
