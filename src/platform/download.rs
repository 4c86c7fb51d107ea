//! Handing a file to the reader.

use wasm_bindgen::JsCast;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

use super::timer;

/// Milliseconds after which a file's address is given back; browsers read it at once, or after
/// asking where to put it.
const KEPT: i32 = 60_000;

/// Saves text as a file with a name and a media type. A browser that saves no files (some of those
/// inside other programs) does nothing.
pub fn save(name: &str, media: &str, text: &str) {
    let _ = saved(name, media, text);
}

fn saved(name: &str, media: &str, text: &str) -> Option<()> {
    let document = super::document()?;
    let kind = BlobPropertyBag::new();
    kind.set_type(media);
    let parts = js_sys::Array::of1(&text.into());
    let blob = Blob::new_with_str_sequence_and_options(&parts, &kind).ok()?;
    let address = Url::create_object_url_with_blob(&blob).ok()?;
    let link: HtmlAnchorElement = document.create_element("a").ok()?.dyn_into().ok()?;
    link.set_href(&address);
    link.set_download(name);
    link.click();
    wasm_bindgen_futures::spawn_local(async move {
        timer::sleep(KEPT).await;
        // An address that is not given back goes with the page.
        let _ = Url::revoke_object_url(&address);
    });
    Some(())
}
