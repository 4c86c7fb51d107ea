//! How far a text has been scrolled through.

use std::cell::Cell;
use std::rc::Rc;

use web_sys::{Element, HtmlElement};

use super::dom::Listener;
use super::timer::Timeout;
use wasm_bindgen::JsCast;

/// Under the bar and a line or two: what stands above this is being read or has been.
const READ_LINE: f64 = 160.0;

/// A place is told when the reader rests on it.
const REST_MS: f64 = 400.0;

/// Where a reader stands in a text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    /// How much of the text has passed through the window, of 1.
    pub share: f64,
    /// The last of the parts whose beginning has been scrolled past, from 1; 0 before the first.
    pub part: usize,
}

/// Watches a text while it is scrolled; dropping it ends that.
pub struct Watch {
    _scroll: Option<Listener>,
    _resize: Option<Listener>,
}

/// Tells how far the text has been read: at once, at every scroll (`moved`, the share alone) and when
/// the reader rests (`rested`). `parts` finds the parts of the text in order.
pub fn watch(
    text: &'static str,
    parts: &'static str,
    moved: impl Fn(f64) + 'static,
    rested: impl Fn(Place) + 'static,
) -> Watch {
    let rested = Rc::new(rested);
    let waiting: Rc<Cell<Option<Timeout>>> = Rc::default();
    let look = Rc::new(move || {
        let Some(share) = share(text) else { return };
        moved(share);
        let rested = rested.clone();
        let timer = Timeout::start(REST_MS, move || {
            if let Some(share) = self::share(text) {
                rested(Place { share, part: part(parts) });
            }
        });
        waiting.set(timer);
    });
    look();
    let other = look.clone();
    Watch {
        _scroll: Listener::window("scroll", move || look()),
        _resize: Listener::window("resize", move || other()),
    }
}

fn share(text: &str) -> Option<f64> {
    let window = super::window()?;
    let found = super::document()?.query_selector(text).ok()??.get_bounding_client_rect();
    let shown = window.inner_height().ok()?.as_f64()? - found.top();
    Some((shown / found.height().max(1.0)).clamp(0.0, 1.0))
}

fn part(parts: &str) -> usize {
    let Some(found) = super::document().and_then(|all| all.query_selector_all(parts).ok()) else {
        return 0;
    };
    let tops = (0..found.length()).filter_map(|at| {
        Some(found.get(at)?.dyn_into::<Element>().ok()?.get_bounding_client_rect().top())
    });
    tops.take_while(|top| *top <= READ_LINE).count()
}

/// Sets a custom property of the first element that a selector finds, in thousandths of one.
pub fn set_share(selector: &str, property: &str, share: f64) {
    let find = || {
        let found = super::document()?.query_selector(selector).ok()??;
        found.dyn_into::<HtmlElement>().ok()
    };
    if let Some(element) = find() {
        let thousandths = (share * 1_000.0).round() as u32;
        // Only malformed names fail.
        let _ = element.style().set_property(property, &thousandths.to_string());
    }
}
