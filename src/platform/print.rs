//! Paper.

use std::cell::RefCell;

use super::dom::Listener;

thread_local! {
    /// What waits for the end of a printing.
    static WAITING: RefCell<Option<Listener>> = const { RefCell::new(None) };
}

/// Opens the browser's own printing of the page; nothing where there is none.
pub fn page() {
    if let Some(window) = super::window() {
        let _ = window.print();
    }
}

/// The same, and something after it: some browsers print while the page goes on.
pub fn page_and_then(after: impl FnOnce() + 'static) {
    let mut after = Some(after);
    WAITING.set(Listener::window("afterprint", move || {
        if let Some(after) = after.take() {
            after();
        }
    }));
    page();
}
