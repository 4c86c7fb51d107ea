//! Paper.

/// Opens the browser's own printing of the page; nothing where there is none.
pub fn page() {
    if let Some(window) = super::window() {
        let _ = window.print();
    }
}
