//! The browser's history of hash addresses.
//!
//! Plain `<a href="#/…">` links do the moving, so they can be opened in a new tab, dragged or
//! copied. Each entry of the history carries a number and how far its page was scrolled; coming
//! back to an entry brings both back.

use std::cell::{Cell, RefCell};

use wasm_bindgen::JsValue;
use web_sys::ScrollRestoration;

use crate::table::Table;

use super::dom::Listener;
use super::timer::Timeout;

/// How an entry came to be current.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Arrival {
    /// The page was opened (or reloaded) there.
    Opened,
    /// A link led there.
    Link,
    /// Its address was replaced in place.
    Replaced,
    /// The viewer pushed it while the reader types; the focus stays where it is.
    Typed,
    /// The viewer pushed it when the reader was done typing or chose a filter; the focus stays.
    Submitted,
    /// Back or forward.
    Returned,
}

/// The current entry.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Its number, unique in this tab.
    pub number: u64,
    /// Its address, from `#` on.
    pub hash: String,
    /// How it came to be current.
    pub arrival: Arrival,
    /// Where the page was scrolled to, when it has been here before.
    pub scroll: Option<f64>,
}

/// So long after the last key the address and the title are written. At every key, that would be a
/// fifth of what a key costs on a phone, and Safari refuses the hundredth in half a minute.
pub const WRITE_MS: f64 = 250.0;

thread_local! {
    /// The address that the current entry still has to get, and what will see to it.
    static UNWRITTEN: RefCell<Option<String>> = const { RefCell::new(None) };
    static WRITING: RefCell<Option<Timeout>> = const { RefCell::new(None) };
    /// An entry that was left by Back before its address was written: it gets it on the way forward.
    static OWED: RefCell<Option<(u64, String)>> = const { RefCell::new(None) };
    static CURRENT: Cell<u64> = const { Cell::new(0) };
    static NEXT: Cell<u64> = const { Cell::new(1) };
    static SCROLLS: RefCell<Table<u64, f64>> = RefCell::default();
}

/// Reads the current entry when the page opens, and takes over the scrolling.
pub fn open() -> Entry {
    let hash = current_hash();
    // Numbers start at the clock, so that those of an earlier load are never given twice.
    NEXT.set(super::clock::now().max(1.0) as u64);
    if let Some(history) = history() {
        // Browsers without it scroll by themselves, which is nearly as good.
        let _ = history.set_scroll_restoration(ScrollRestoration::Manual);
    }
    let (number, scroll) = match read_state() {
        Some((number, scroll)) => (number, Some(scroll)),
        None => (fresh(), None),
    };
    CURRENT.set(number);
    write_state(number, scroll.unwrap_or(0.0), None);
    Entry { number, hash, arrival: Arrival::Opened, scroll }
}

/// Hears of every entry that becomes current by links, Back and Forward. Keep what it returns.
pub fn listen(hear: impl Fn(Entry) + Clone + 'static) -> [Option<Listener>; 4] {
    let heard = hear.clone();
    [
        Listener::window("popstate", move || moved(&heard)),
        // A few browsers fire only this for addresses typed by hand.
        Listener::window("hashchange", move || {
            if read_state().is_none() {
                moved(&hear);
            }
        }),
        // Before a link leads away from the entry.
        Listener::window("click", write_address),
        Listener::window("pagehide", || {
            write_address();
            write_state(CURRENT.get(), super::dom::scroll_position(), None);
        }),
    ]
}

fn moved(hear: &impl Fn(Entry)) {
    // It was another entry's.
    if let Some(hash) = UNWRITTEN.take() {
        OWED.set(Some((CURRENT.get(), hash)));
    }
    remember_scroll();
    let mut hash = current_hash();
    let entry = match read_state() {
        Some((number, scroll)) => {
            let scroll =
                SCROLLS.with_borrow(|scrolls| scrolls.get(&number).copied().unwrap_or(scroll));
            let is_owed = |owed: &mut (u64, String)| owed.0 == number;
            if let Some((_, owed)) = OWED.with_borrow_mut(|owed| owed.take_if(is_owed)) {
                write_state(number, scroll, Some(&owed));
                hash = owed;
            }
            Entry { number, hash, arrival: Arrival::Returned, scroll: Some(scroll) }
        }
        None => {
            let number = fresh();
            write_state(number, 0.0, None);
            Entry { number, hash, arrival: Arrival::Link, scroll: None }
        }
    };
    CURRENT.set(entry.number);
    hear(entry);
}

/// Makes a new entry.
pub fn push(hash: &str, arrival: Arrival) -> Entry {
    write_address();
    remember_scroll();
    write_state(CURRENT.get(), super::dom::scroll_position(), None);
    let number = fresh();
    CURRENT.set(number);
    if let Some(history) = history() {
        // Refused only when pushed hundreds of times a minute; the view moves all the same.
        let _ = history.push_state_with_url(&state(number, 0.0), "", Some(hash));
    }
    Entry { number, hash: hash.to_owned(), arrival, scroll: None }
}

/// Changes the current entry's address, in the browser's bar once the typing pauses.
pub fn replace(hash: &str) -> Entry {
    let number = CURRENT.get();
    UNWRITTEN.set(Some(hash.to_owned()));
    WRITING.set(Timeout::start(WRITE_MS, write_address));
    Entry { number, hash: hash.to_owned(), arrival: Arrival::Replaced, scroll: None }
}

/// Writes the address that the current entry still has to get.
fn write_address() {
    if let Some(hash) = UNWRITTEN.take() {
        write_state(CURRENT.get(), super::dom::scroll_position(), Some(&hash));
    }
}

/// Goes back one entry.
pub fn back() {
    if let Some(history) = history() {
        let _ = history.back();
    }
}

fn history() -> Option<web_sys::History> {
    super::window()?.history().ok()
}

fn current_hash() -> String {
    // `location.hash` is empty for "#"; reading it is enough, browsers no longer decode it.
    super::window().and_then(|window| window.location().hash().ok()).unwrap_or_default()
}

fn fresh() -> u64 {
    NEXT.replace(NEXT.get() + 1)
}

fn remember_scroll() {
    let position = super::dom::scroll_position();
    SCROLLS.with_borrow_mut(|scrolls| *scrolls.slot(CURRENT.get()) = position);
}

/// `number:scroll`, a plain text that survives any browser's cloning. Whole pixels: reading and
/// writing decimals would bring tables of ten kilobytes.
fn state(number: u64, scroll: f64) -> JsValue {
    JsValue::from_str(&[number.to_string(), (scroll.round() as i32).to_string()].join(":"))
}

fn read_state() -> Option<(u64, f64)> {
    let text = history()?.state().ok()?.as_string()?;
    let (number, scroll) = text.split_once(':')?;
    Some((number.parse().ok()?, f64::from(scroll.parse::<i32>().ok()?)))
}

fn write_state(number: u64, scroll: f64, hash: Option<&str>) {
    if let Some(history) = history() {
        // As for `push`.
        let _ = history.replace_state_with_url(&state(number, scroll), "", hash);
    }
}
