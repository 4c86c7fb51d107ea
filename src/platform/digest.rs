//! SHA-256, by the browser where it offers that, else in Rust: `crypto.subtle` is absent on plain
//! http.

use std::fmt::Write as _;

use sha2::{Digest, Sha256};
use wasm_bindgen_futures::JsFuture;

/// The SHA-256 of some bytes, as 64 lower-case hexadecimal digits.
pub async fn sha256(bytes: &[u8]) -> String {
    match by_browser(bytes).await {
        Some(digest) => hex(&digest),
        None => in_rust(bytes),
    }
}

/// The same, at once and without the browser.
pub fn in_rust(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

async fn by_browser(bytes: &[u8]) -> Option<Vec<u8>> {
    let window = super::window()?;
    // Absent outside secure contexts although the bindings take it for granted.
    let subtle = window.crypto().ok()?.subtle();
    if subtle.is_undefined() {
        return None;
    }
    let data = js_sys::Uint8Array::from(bytes);
    let promise = subtle.digest_with_str_and_buffer_source("SHA-256", &data).ok()?;
    let buffer = JsFuture::from(promise).await.ok()?;
    Some(js_sys::Uint8Array::new(&buffer).to_vec())
}

/// Lower-case hexadecimal digits.
pub fn hex(bytes: &[u8]) -> String {
    let mut out = String::with_capacity(bytes.len() * 2);
    for byte in bytes {
        // Writing to a String cannot fail.
        let _ = write!(out, "{byte:02x}");
    }
    out
}

#[cfg(test)]
mod tests {
    #[test]
    fn known_digests() {
        let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        assert_eq!(super::in_rust(b""), empty);
    }
}
