//! The wasm files beside the viewer's first: what only some visits need, a *wing* for each need.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Object, Promise, Reflect, WebAssembly};
use wasm_bindgen::JsCast;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, future_to_promise};

use super::dom;
use super::fetch::{self, FetchError, Freshness};

/// The `<meta>` that names the stylesheet of all wings.
const STYLE_META: &str = "bien-nien-annex-style";

/// The module under which a wing asks for what it shares with the first wasm.
const SHARED: &str = "__wasm_split";

/// The name under which it asks for the table of functions.
const TABLE: &str = "__indirect_function_table";

/// What is split off, by the names that `cargo xtask` gives it in the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wing {
    /// The pages that few visits need.
    Annex,
    /// The clerk's desk.
    Desk,
    /// What stands beside an article's text.
    Beside,
    /// Keys that work on every page.
    Keys,
}

impl Wing {
    /// The `<meta>` that names its files, one after another; without one it is in the first wasm.
    const fn meta(self) -> &'static str {
        match self {
            Self::Annex => "bien-nien-annex",
            Self::Desk => "bien-nien-desk-pages",
            Self::Beside => "bien-nien-beside",
            Self::Keys => "bien-nien-keys",
        }
    }
}

/// Why a wing did not come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WingError {
    /// Its file (by this path) could not be read.
    Fetch(String, FetchError),
    /// The file is no part of this viewer: damaged on the way, or of another version.
    Broken(String),
}

thread_local! {
    /// Files that run, or are on their way: a promise of whether they came. Never broken: nobody may be
    /// listening yet when the second of two does not come.
    static FILES: RefCell<Vec<(String, Promise)>> = const { RefCell::new(Vec::new()) };
    /// Wings all of whose files run.
    static HERE: RefCell<Vec<Wing>> = const { RefCell::new(Vec::new()) };
    /// Why the last file did not come; a promise cannot carry it.
    static WHY: RefCell<Option<WingError>> = const { RefCell::new(None) };
}

/// Whether a wing's code may be called.
pub fn is_here(wing: Wing) -> bool {
    cfg!(not(all(feature = "parted", target_arch = "wasm32")))
        || HERE.with_borrow(|here| here.contains(&wing))
}

/// Loads a wing; `progress` hears the bytes received so far.
///
/// # Errors
/// The first of its files that did not come or does not fit.
pub async fn load(wing: Wing, progress: Rc<dyn Fn(u64)>) -> Result<(), WingError> {
    if let Some(style) = dom::meta(STYLE_META)
        && !dom::add_style(&style).await
    {
        let why = if dom::is_online() { FetchError::Network } else { FetchError::Offline };
        return Err(WingError::Fetch(style, why));
    }
    // Two wings may need the same file, and two of its readers ask at once: all wait for one promise.
    let files = dom::meta(wing.meta()).unwrap_or_default();
    let asked: Vec<(&str, Promise)> =
        files.split(' ').map(|path| (path, file(path, &progress))).collect();
    for (path, came) in asked {
        if !JsFuture::from(came).await.is_ok_and(|came| came.is_truthy()) {
            let why = WHY.with_borrow_mut(Option::take);
            return Err(why.unwrap_or_else(|| WingError::Broken(path.to_owned())));
        }
    }
    HERE.with_borrow_mut(|here| here.push(wing));
    Ok(())
}

fn file(path: &str, progress: &Rc<dyn Fn(u64)>) -> Promise {
    let known = |files: &Vec<(String, Promise)>| {
        files.iter().find(|(name, _)| name == path).map(|(_, came)| came.clone())
    };
    if let Some(came) = FILES.with_borrow(known) {
        return came;
    }
    let (owned, progress) = (path.to_owned(), progress.clone());
    let came = future_to_promise(async move {
        let result = fetched(&owned, &*progress).await;
        let came = JsValue::from_bool(result.is_ok());
        if let Err(error) = result {
            WHY.set(Some(error));
            // Whoever tries once more fetches it anew.
            FILES.with_borrow_mut(|files| files.retain(|(name, _)| *name != owned));
        }
        Ok(came)
    });
    FILES.with_borrow_mut(|files| files.push((path.to_owned(), came.clone())));
    came
}

async fn fetched(path: &str, progress: &dyn Fn(u64)) -> Result<(), WingError> {
    let url = dom::absolute(path).unwrap_or_else(|| path.to_owned());
    for freshness in [Freshness::Immutable, Freshness::Revalidate] {
        let bytes = fetch::bytes(&url, freshness, progress).await;
        let bytes = bytes.map_err(|error| WingError::Fetch(path.to_owned(), error))?;
        if start(&bytes).await.is_some() {
            return Ok(());
        }
        // What a cache kept may be damaged: the server is asked once more.
    }
    Err(WingError::Broken(path.to_owned()))
}

/// Starts a wasm in the memory and with the functions of the first.
async fn start(bytes: &[u8]) -> Option<()> {
    // The exports are memory and stack; the table of functions is not among them.
    let shared = Object::assign(&Object::new(), wasm_bindgen::exports().unchecked_ref());
    Reflect::set(&shared, &TABLE.into(), &wasm_bindgen::function_table()).ok()?;
    let imports = Object::new();
    Reflect::set(&imports, &SHARED.into(), &shared).ok()?;
    JsFuture::from(WebAssembly::instantiate_buffer(bytes, &imports)).await.ok()?;
    Some(())
}
