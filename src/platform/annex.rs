//! The second wasm of the viewer: the pages that few visits need.

use std::cell::Cell;

use js_sys::{Object, Reflect, WebAssembly};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;

use super::dom;
use super::fetch::{self, FetchError, Freshness};

/// The `<meta>` that names its file; without one there is none, and all pages are in the first.
const META: &str = "bien-nien-annex";

/// The `<meta>` that names its stylesheet.
const STYLE_META: &str = "bien-nien-annex-style";

/// The module under which the second wasm asks for what it shares with the first.
const SHARED: &str = "__wasm_split";

/// The name under which it asks for the table of functions.
const TABLE: &str = "__indirect_function_table";

thread_local! {
    static HERE: Cell<bool> = const { Cell::new(false) };
}

/// Why the annex did not come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AnnexError {
    /// Its file (by this path) could not be read.
    Fetch(String, FetchError),
    /// The file is no part of this viewer: damaged on the way, or of another version.
    Broken(String),
}

/// Whether the annex's code may be called.
pub fn is_here() -> bool {
    HERE.get() || cfg!(not(all(feature = "parted", target_arch = "wasm32")))
}

/// Loads the annex; `progress` hears the bytes received so far.
pub async fn load(progress: &dyn Fn(u64)) -> Result<(), AnnexError> {
    if let Some(style) = dom::meta(STYLE_META)
        && !dom::add_style(&style).await
    {
        let why = if dom::is_online() { FetchError::Network } else { FetchError::Offline };
        return Err(AnnexError::Fetch(style, why));
    }
    let path = dom::meta(META).unwrap_or_default();
    let url = dom::absolute(&path).unwrap_or_else(|| path.clone());
    for freshness in [Freshness::Immutable, Freshness::Revalidate] {
        let bytes = fetch::bytes(&url, freshness, progress).await;
        let bytes = bytes.map_err(|error| AnnexError::Fetch(path.clone(), error))?;
        // Two visits to the door at once may both have asked: the first to come is the one.
        if is_here() || start(&bytes).await.is_some() {
            HERE.set(true);
            return Ok(());
        }
        // What a cache kept may be damaged: the server is asked once more.
    }
    Err(AnnexError::Broken(path))
}

/// Starts the second wasm in the memory and with the functions of the first.
async fn start(bytes: &[u8]) -> Option<()> {
    // The exports are memory and stack; the table of functions is not among them.
    let shared = Object::assign(&Object::new(), wasm_bindgen::exports().unchecked_ref());
    Reflect::set(&shared, &TABLE.into(), &wasm_bindgen::function_table()).ok()?;
    let imports = Object::new();
    Reflect::set(&imports, &SHARED.into(), &shared).ok()?;
    JsFuture::from(WebAssembly::instantiate_buffer(bytes, &imports)).await.ok()?;
    Some(())
}
