//! What the device keeps of the archive: `static/js/offline.js` stands between the viewer and the
//! service worker, and takes questions of these kinds. Answers are objects with a few plain fields.

use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Event, HtmlAnchorElement, Url};

use super::timer;

/// Milliseconds after which a file's address is given back, as in `download`.
const KEPT: i32 = 60_000;

/// An answer of the service worker.
pub struct Answer(JsValue);

impl Answer {
    /// A number of it.
    pub fn number(&self, name: &str) -> Option<f64> {
        field(&self.0, name)?.as_f64()
    }

    /// Whether it says so.
    pub fn flag(&self, name: &str) -> bool {
        field(&self.0, name).is_some_and(|value| value.is_truthy())
    }

    /// A text of it that is not empty.
    pub fn text(&self, name: &str) -> Option<String> {
        field(&self.0, name)?.as_string().filter(|text| !text.is_empty())
    }

    /// An object in it.
    pub fn inner(&self, name: &str) -> Option<Self> {
        field(&self.0, name).filter(JsValue::is_object).map(Self)
    }

    /// The objects of a list in it.
    pub fn list(&self, name: &str) -> Vec<Self> {
        let list = field(&self.0, name).and_then(|value| value.dyn_into::<Array>().ok());
        list.map(|list| list.iter().map(Self).collect()).unwrap_or_default()
    }
}

/// A file that the reader picked.
#[derive(Clone, Debug, PartialEq)]
pub struct PickedFile(JsValue);

/// Takes the file out of an `<input type="file">`: left there, it could not be picked again.
pub fn picked(event: &Event) -> Option<PickedFile> {
    let input = event.target()?.into();
    let files = field(&input, "files")?;
    let file = Reflect::get_u32(&files, 0).ok()?;
    Reflect::set(&input, &"value".into(), &"".into()).ok()?;
    file.is_object().then_some(PickedFile(file))
}

fn field(of: &JsValue, name: &str) -> Option<JsValue> {
    let value = Reflect::get(of, &name.into()).ok()?;
    (!value.is_undefined() && !value.is_null()).then_some(value)
}

fn helper() -> Option<JsValue> {
    field(&super::window()?.into(), "bienNienOffline")
}

/// Why nothing can be kept here: a word of `offline.js`. `None` when it can.
pub fn obstacle() -> Option<String> {
    match helper() {
        Some(helper) => field(&helper, "why")?.as_string().filter(|why| !why.is_empty()),
        // The single file has no such helper: all of it is on the device already.
        None => Some("file".to_owned()),
    }
}

/// Asks the service worker something; fields of the message are numbers. `None` when there is none.
pub async fn ask(what: &str, numbers: &[(&str, f64)], file: Option<&PickedFile>) -> Option<Answer> {
    let message = Object::new();
    let set = |name: &str, value: &JsValue| Reflect::set(&message, &name.into(), value).ok();
    set("type", &what.into())?;
    for (name, number) in numbers {
        set(name, &(*number).into())?;
    }
    if let Some(PickedFile(file)) = file {
        set("file", file)?;
    }
    let helper = helper()?;
    let asked = call(&helper, "ask", Some(&message))?;
    JsFuture::from(asked).await.ok().map(Answer)
}

/// Asks the browser not to clear what is kept when it wants room; tells whether it agreed.
pub async fn persist() -> bool {
    storage("persist").await.is_some_and(|agreed| agreed.is_truthy())
}

/// Bytes that the browser would still let this site keep, by its own estimate.
pub async fn room() -> Option<f64> {
    let estimate = Answer(storage("estimate").await?);
    Some(estimate.number("quota")? - estimate.number("usage")?)
}

async fn storage(what: &str) -> Option<JsValue> {
    let navigator = super::window()?.navigator();
    let storage = field(&navigator.into(), "storage")?;
    JsFuture::from(call(&storage, what, None)?).await.ok()
}

fn call(of: &JsValue, name: &str, argument: Option<&JsValue>) -> Option<Promise> {
    let method: Function = field(of, name)?.dyn_into().ok()?;
    let answer = match argument {
        Some(argument) => method.call1(of, argument),
        None => method.call0(of),
    };
    answer.ok()?.dyn_into().ok()
}

/// Hands the saved archive to the reader as a file; tells whether it could be made.
pub async fn export(name: &str) -> bool {
    exported(name).await.is_some()
}

async fn exported(name: &str) -> Option<()> {
    let window = super::window()?;
    // The service worker answers this address.
    let answer = JsFuture::from(window.fetch_with_str("./?archive-file")).await.ok()?;
    let response: web_sys::Response = answer.dyn_into().ok()?;
    if !response.ok() {
        return None;
    }
    let blob: web_sys::Blob = JsFuture::from(response.blob().ok()?).await.ok()?.dyn_into().ok()?;
    let address = Url::create_object_url_with_blob(&blob).ok()?;
    let link: HtmlAnchorElement = super::document()?.create_element("a").ok()?.dyn_into().ok()?;
    link.set_href(&address);
    link.set_download(name);
    link.click();
    timer::sleep(KEPT).await;
    // An address that is not given back goes with the page.
    let _ = Url::revoke_object_url(&address);
    Some(())
}
