//! What the browser keeps for a reader: small settings. It may be absent, full or forbidden; the
//! viewer then works without memory. In a hall and inside other sites nothing is kept at all.

use std::cell::Cell;

use web_sys::Storage;

thread_local! {
    static SHUT: Cell<bool> = const { Cell::new(false) };
}

/// From now on nothing is kept, and nothing that was is read.
pub fn shut() {
    SHUT.set(true);
}

fn store() -> Option<Storage> {
    if SHUT.get() { None } else { super::window()?.local_storage().ok()? }
}

/// Whether anything can be kept.
pub fn is_open() -> bool {
    store().is_some()
}

/// Reads a kept value.
pub fn get(key: &str) -> Option<String> {
    store()?.get_item(key).ok()?
}

/// Forgets a value.
pub fn remove(key: &str) {
    let forget = || store()?.remove_item(key).ok();
    // What cannot be reached is not kept either.
    let _ = forget();
}

/// Keeps a value; tells whether it was kept.
pub fn set(key: &str, value: &str) -> bool {
    let kept = || store()?.set_item(key, value).ok();
    kept().is_some()
}
