//! Handing a link to another program.

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// What became of a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shared {
    /// The device's own sharing sheet took it, or the reader closed that sheet.
    BySheet,
    /// It is on the clipboard.
    Copied,
    /// Neither is offered here; the link must be shown for copying by hand.
    Refused,
}

/// Offers a link through the device's sharing sheet where there is one, else copies it.
pub async fn share(title: &str, url: &str) -> Shared {
    match by_sheet(title, url).await {
        Some(shared) => shared,
        None => copy(url).await,
    }
}

async fn by_sheet(title: &str, url: &str) -> Option<Shared> {
    let navigator = super::window()?.navigator();
    let share = method(&navigator, "share")?;
    let data = js_sys::Object::new();
    js_sys::Reflect::set(&data, &"title".into(), &title.into()).ok()?;
    js_sys::Reflect::set(&data, &"url".into(), &url.into()).ok()?;
    let promise = share.call1(&navigator, &data).ok()?.dyn_into::<js_sys::Promise>().ok()?;
    match JsFuture::from(promise).await {
        Ok(_) => Some(Shared::BySheet),
        Err(error) => {
            let name = js_sys::Reflect::get(&error, &"name".into()).ok()?;
            (name.as_string()? == "AbortError").then_some(Shared::BySheet)
        }
    }
}

/// Copies text to the clipboard.
pub async fn copy(text: &str) -> Shared {
    let write = || {
        // Both are absent on plain http although the bindings take them for granted.
        let navigator = super::window()?.navigator();
        let clipboard = js_sys::Reflect::get(&navigator, &"clipboard".into()).ok()?;
        let promise = method(&clipboard, "writeText")?.call1(&clipboard, &text.into()).ok()?;
        promise.dyn_into::<js_sys::Promise>().ok()
    };
    let Some(promise) = write() else { return Shared::Refused };
    if JsFuture::from(promise).await.is_ok() { Shared::Copied } else { Shared::Refused }
}

fn method(of: &JsValue, name: &str) -> Option<js_sys::Function> {
    if of.is_undefined() {
        return None;
    }
    js_sys::Reflect::get(of, &name.into()).ok()?.dyn_into().ok()
}
