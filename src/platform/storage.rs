//! What the browser keeps for a reader: small settings. It may be absent, full or forbidden; the
//! viewer then works without memory.

/// Reads a kept value.
pub fn get(key: &str) -> Option<String> {
    super::window()?.local_storage().ok()??.get_item(key).ok()?
}

/// Forgets a value.
pub fn remove(key: &str) {
    let forget = || super::window()?.local_storage().ok()??.remove_item(key).ok();
    // What cannot be reached is not kept either.
    let _ = forget();
}

/// Keeps a value; tells whether it was kept.
pub fn set(key: &str, value: &str) -> bool {
    let kept = || super::window()?.local_storage().ok()??.set_item(key, value).ok();
    kept().is_some()
}
