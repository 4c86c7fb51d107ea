//! How the site's own server answers: what a webmaster should know after copying a site there.

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{RequestCache, RequestInit, Response};

/// Behind an address it says to the service worker: let the server answer.
const PAST_THE_WORKER: &str = "?kiem-tra";

/// What the server answered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Probe {
    /// Of HTTP.
    pub status: u16,
    /// `Content-Type`, without what follows a semicolon.
    pub kind: String,
    /// `Cache-Control`.
    pub caching: String,
    /// It came compressed.
    pub packed: bool,
    /// What came, unpacked.
    pub bytes: Vec<u8>,
}

/// A file that a list names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Relative to the site.
    pub path: String,
    /// SHA-256, 64 hexadecimal digits.
    pub sha256: String,
}

/// Whether there is a server to be asked.
pub fn is_served() -> bool {
    super::window()
        .and_then(|window| window.location().protocol().ok())
        .is_some_and(|scheme| scheme == "https:" || scheme == "http:")
}

/// Asks the server for a file, past every cache. `None` when nothing came.
pub async fn probe(path: &str) -> Option<Probe> {
    let options = RequestInit::new();
    options.set_cache(RequestCache::NoStore);
    let address = [path, PAST_THE_WORKER].concat();
    let answer = super::window()?.fetch_with_str_and_init(&address, &options);
    let response: Response = JsFuture::from(answer).await.ok()?.dyn_into().ok()?;
    let header = |name: &str| response.headers().get(name).ok().flatten().unwrap_or_default();
    let kind = header("content-type");
    let bytes = JsFuture::from(response.array_buffer().ok()?).await.ok()?;
    Some(Probe {
        status: response.status(),
        kind: kind.split(';').next().unwrap_or_default().trim().to_ascii_lowercase(),
        caching: header("cache-control").to_ascii_lowercase(),
        packed: !header("content-encoding").is_empty(),
        bytes: js_sys::Uint8Array::new(&bytes).to_vec(),
    })
}

/// The files that a list in JSON names, and the digest of the manifest that it belongs to.
pub fn listed(json: &str) -> Option<(Vec<Listed>, String)> {
    let list = js_sys::JSON::parse(json).ok()?;
    let text = |of: &JsValue, name: &str| {
        js_sys::Reflect::get(of, &name.into()).ok().and_then(|value| value.as_string())
    };
    let files = js_sys::Reflect::get(&list, &"files".into()).ok()?;
    let files = js_sys::Array::is_array(&files).then(|| js_sys::Array::from(&files))?;
    let file =
        |of: JsValue| Some(Listed { path: text(&of, "path")?, sha256: text(&of, "sha256")? });
    Some((files.iter().filter_map(file).collect(), text(&list, "manifest").unwrap_or_default()))
}
