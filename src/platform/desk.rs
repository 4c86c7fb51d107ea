//! What the clerk's desk needs of the browser: `static/js/desk.js`, loaded when the desk is opened,
//! takes files in, keeps them, talks with the indexer and hands zips over. What it throws is a word:
//! `quota`, `storage`, `lost`, `missing <path>`, `damaged <path>`.

use std::rc::Rc;

use js_sys::{Array, Function, Promise, Reflect, Uint8Array};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Event, HtmlElement};

use super::dom;

/// The `<meta>` that names the script.
const META: &str = "bien-nien-desk";
/// The `<meta>` that names the indexer's script.
const INDEXER: &str = "bien-nien-indexer";

/// Why something could not be done: a word.
pub type Word = String;

/// What was on the desk when it was opened.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Opened {
    /// Another tab works at it.
    pub elsewhere: bool,
    /// What is put there outlives the tab.
    pub kept: bool,
    /// Paths and lengths of its files.
    pub files: Vec<(String, f64)>,
    /// What was noted, by name.
    pub notes: Vec<(String, String)>,
}

/// Files by the paths and lengths that they came with.
pub type Offered = Vec<(String, f64)>;

/// Bytes that lie outside the wasm's memory.
#[derive(Clone, Debug, PartialEq)]
pub struct Bytes(JsValue);

impl Bytes {
    /// A copy in here.
    pub fn copy(&self) -> Vec<u8> {
        Uint8Array::new(&self.0).to_vec()
    }

    /// A copy out there.
    pub fn of(bytes: &[u8]) -> Self {
        Self(Uint8Array::from(bytes).into())
    }
}

/// A file that is sent or handed over.
#[derive(Clone, Debug, PartialEq)]
pub enum Item {
    /// One on the desk, by its path.
    Kept(String),
    /// These bytes.
    Bytes(Bytes),
}

impl Item {
    fn value(&self) -> JsValue {
        match self {
            Self::Kept(path) => path.into(),
            Self::Bytes(Bytes(bytes)) => bytes.clone(),
        }
    }
}

/// What the indexer says.
#[derive(Clone, Debug, PartialEq)]
pub enum Heard {
    /// Words, and files beside them.
    Parcel(Vec<u8>, Vec<Bytes>),
    /// It died, or never started.
    Crashed,
}

fn field(of: &JsValue, name: &str) -> Option<JsValue> {
    let value = Reflect::get(of, &name.into()).ok()?;
    (!value.is_undefined() && !value.is_null()).then_some(value)
}

fn helper() -> Option<JsValue> {
    field(&super::window()?.into(), "bienNienDesk")
}

/// Loads the script, once; tells whether it came.
pub async fn load() -> bool {
    if helper().is_some() {
        return true;
    }
    let came = async {
        let path = dom::meta(META)?;
        let document = super::document()?;
        let script: HtmlElement = document.create_element("script").ok()?.dyn_into().ok()?;
        script.set_attribute("src", &path).ok()?;
        let head = document.query_selector("head").ok()??;
        head.insert_adjacent_element("beforeend", &script).ok()?;
        let came = Promise::new(&mut |resolve, reject| {
            script.set_onload(Some(&resolve));
            script.set_onerror(Some(&reject));
        });
        JsFuture::from(came).await.ok()
    };
    came.await.is_some() && helper().is_some()
}

fn word(error: &JsValue) -> Word {
    field(error, "word").and_then(|word| word.as_string()).unwrap_or_else(|| "storage".to_owned())
}

fn invoke(name: &str, arguments: &[JsValue]) -> Result<JsValue, Word> {
    let lost = || "lost".to_owned();
    let helper = helper().ok_or_else(lost)?;
    let method: Function = field(&helper, name).ok_or_else(lost)?.dyn_into().map_err(|_| lost())?;
    let arguments: Array = arguments.iter().collect();
    method.apply(&helper, &arguments).map_err(|error| word(&error))
}

async fn call(name: &str, arguments: &[JsValue]) -> Result<JsValue, Word> {
    wait(invoke(name, arguments)?).await
}

async fn wait(answer: JsValue) -> Result<JsValue, Word> {
    match answer.dyn_into::<Promise>() {
        Ok(promise) => JsFuture::from(promise).await.map_err(|error| word(&error)),
        Err(value) => Ok(value),
    }
}

fn texts(of: &JsValue, name: &str) -> Vec<String> {
    let list = field(of, name).and_then(|list| list.dyn_into::<Array>().ok());
    let list = list.map(|list| list.iter().collect::<Vec<_>>()).unwrap_or_default();
    list.iter().filter_map(JsValue::as_string).collect()
}

fn offered(of: &JsValue) -> Offered {
    let sizes = field(of, "sizes").and_then(|list| list.dyn_into::<Array>().ok());
    let sizes = sizes.unwrap_or_default();
    let size = |at: u32| sizes.get(at).as_f64().unwrap_or(0.0);
    (0..).zip(texts(of, "paths")).map(|(at, path)| (path, size(at))).collect()
}

/// What is there from before.
pub async fn open() -> Result<Opened, Word> {
    let found = call("open", &[]).await?;
    let is = |name| field(&found, name).is_some_and(|value| value.is_truthy());
    let notes = field(&found, "work").map(|work| js_sys::Object::entries(work.unchecked_ref()));
    let note = |pair: JsValue| {
        let pair: Array = pair.dyn_into().ok()?;
        Some((pair.get(0).as_string()?, pair.get(1).as_string()?))
    };
    let notes = notes.map(|notes| notes.iter().filter_map(note).collect());
    Ok(Opened {
        elsewhere: is("elsewhere"),
        kept: is("kept"),
        files: offered(&found),
        notes: notes.unwrap_or_default(),
    })
}

/// Notes something under a name.
pub async fn note(name: &str, text: &str) -> Result<(), Word> {
    call("note", &[name.into(), text.into()]).await.map(drop)
}

/// Takes a file off the desk.
pub async fn remove(path: &str) -> Result<(), Word> {
    call("remove", &[path.into()]).await.map(drop)
}

/// Takes everything off the desk.
pub async fn clear() -> Result<(), Word> {
    call("clear", &[]).await.map(drop)
}

/// What was dropped or chosen. Must be called while the event is being handled.
pub fn gather(event: &Event) -> impl Future<Output = Result<Offered, Word>> + use<> {
    let begun = invoke("gather", &[event.into()]);
    async move { Ok(offered(&wait(begun?).await?)) }
}

/// An incoming file as text.
pub async fn text(path: &str) -> Result<String, Word> {
    Ok(call("text", &[path.into()]).await?.as_string().unwrap_or_default())
}

/// The names in an incoming zip; none when it is none.
pub async fn names(path: &str) -> Vec<String> {
    let list =
        call("names", &[path.into()]).await.ok().and_then(|list| list.dyn_into::<Array>().ok());
    list.map(|list| list.iter().filter_map(|name| name.as_string()).collect()).unwrap_or_default()
}

/// The entries of an incoming zip in its place.
pub async fn unzip(path: &str) -> Result<Offered, Word> {
    Ok(offered(&call("unzip", &[path.into()]).await?))
}

/// What became of files that were put away.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PutAway {
    /// Those that could not be read.
    pub lost: Vec<String>,
    /// Those that were there already, the same.
    pub same: Vec<String>,
}

/// Puts files away: the path each came with, the one it has on the desk, and whether its bytes are
/// wanted. `told` hears how many are done.
pub async fn keep(
    files: &[(String, String, bool)],
    told: impl Fn(u32) + 'static,
) -> Result<PutAway, Word> {
    let from: Array = files.iter().map(|(from, ..)| JsValue::from(from)).collect();
    let to: Array = files.iter().map(|(_, to, _)| JsValue::from(to)).collect();
    let wanted: Array = files.iter().map(|(.., wanted)| JsValue::from(*wanted)).collect();
    let told = Closure::<dyn Fn(f64)>::new(move |done: f64| told(done as u32));
    let arguments = [from.into(), to.into(), wanted.into(), told.as_ref().clone()];
    let kept = call("keep", &arguments).await?;
    Ok(PutAway { lost: texts(&kept, "lost"), same: texts(&kept, "same") })
}

/// The wire to the indexer; dropping it ends the indexer.
pub struct Wire {
    _hear: Closure<dyn Fn(JsValue)>,
    _died: Closure<dyn Fn()>,
}

impl Wire {
    /// Starts the indexer. `None` where there is none.
    pub fn start(hear: impl Fn(Heard) + 'static) -> Option<Self> {
        let script = dom::meta(INDEXER).and_then(|path| dom::absolute(&path))?;
        let hear = Rc::new(hear);
        let heard = hear.clone();
        let on_message = Closure::<dyn Fn(JsValue)>::new(move |parcel: JsValue| {
            let mut items =
                parcel.dyn_into::<Array>().unwrap_or_default().iter().collect::<Vec<_>>();
            if items.is_empty() {
                return;
            }
            let words = Uint8Array::new(&items.remove(0)).to_vec();
            heard(Heard::Parcel(words, items.into_iter().map(Bytes).collect()));
        });
        let died = Closure::<dyn Fn()>::new(move || hear(Heard::Crashed));
        let arguments = [script.into(), on_message.as_ref().clone(), died.as_ref().clone()];
        invoke("start", &arguments).ok()?;
        Some(Self { _hear: on_message, _died: died })
    }

    /// Sends words and files. Resolves when they are on their way.
    pub async fn send(&self, words: &[u8], files: &[Item]) -> Result<(), Word> {
        let words = Uint8Array::from(words);
        let files: Array = files.iter().map(Item::value).collect();
        call("send", &[words.into(), files.into()]).await.map(drop)
    }
}

impl Drop for Wire {
    fn drop(&mut self) {
        // Where the script is gone, so is the indexer.
        let _ = invoke("stop", &[]);
    }
}

/// The viewer's own files, from where this one came.
pub async fn viewer() -> Result<Vec<(String, Bytes)>, Word> {
    let found = call("viewer", &[]).await?;
    let arrays = field(&found, "arrays").and_then(|list| list.dyn_into::<Array>().ok());
    let arrays = arrays.unwrap_or_default();
    Ok(texts(&found, "paths").into_iter().zip(arrays.iter().map(Bytes)).collect())
}

/// Shows these for the pictures of a preview, by their paths in the bundle; none when it is over.
pub fn show_pictures(pictures: &[(String, Item)]) {
    let paths: Array = pictures.iter().map(|(path, _)| JsValue::from(path)).collect();
    let files: Array = pictures.iter().map(|(_, item)| item.value()).collect();
    // Without the script there is no preview.
    let _ = invoke("pictures", &[paths.into(), files.into()]);
}

/// Hands a zip over; its length.
pub async fn save(name: &str, entries: &[(String, Item)]) -> Result<f64, Word> {
    let paths: Array = entries.iter().map(|(path, _)| JsValue::from(path)).collect();
    let files: Array = entries.iter().map(|(_, item)| item.value()).collect();
    let saved = call("save", &[name.into(), paths.into(), files.into()]).await?;
    Ok(saved.as_f64().unwrap_or(0.0))
}
