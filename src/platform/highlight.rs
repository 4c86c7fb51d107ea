//! Some words of a paragraph marked as they are read aloud, without touching what is drawn: a range in
//! the browser's own list of highlights where it has one, and an attribute on the paragraph everywhere.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::Element;

use super::dom;
use super::reflect::{call, create, get, number};

/// Under which the stylesheet knows the words.
const NAME: &str = "bien-nien-read";
/// On the paragraph.
const ATTRIBUTE: &str = "data-read";
/// What stands in a paragraph and is not the article's own words.
const ASIDE: &str = "button,sup,.paragraph-link,.unseen,.caption-note,[data-aside]";
/// Texts, as a tree walker is told.
const SHOW_TEXT: u32 = 4;

/// Marks the words from one UTF-16 unit of an element's text to another, and moves the page when they
/// are out of sight. Tells whether the element is there.
pub fn mark(selector: &str, start: u32, end: u32) -> bool {
    clear();
    let Some(element) = element(selector) else { return false };
    let _ = element.set_attribute(ATTRIBUTE, "");
    let Some(range) = range(&element, start, end) else { return true };
    if let Some(list) = highlights()
        && let Some(highlight) = create("Highlight", std::slice::from_ref(&range))
    {
        call(&list, "set", &[NAME.into(), highlight]);
    }
    bring_to_sight(&range);
    true
}

/// Marks nothing.
pub fn clear() {
    if let Some(list) = highlights() {
        call(&list, "delete", &[NAME.into()]);
    }
    if let Some(element) = element(&["[", ATTRIBUTE, "]"].concat()) {
        let _ = element.remove_attribute(ATTRIBUTE);
    }
}

fn element(selector: &str) -> Option<Element> {
    super::document()?.query_selector(selector).ok()?
}

fn highlights() -> Option<JsValue> {
    get(&get(&super::window()?.into(), "CSS")?, "highlights")
}

/// The range of the units among the texts of an element that are the article's.
fn range(element: &Element, start: u32, end: u32) -> Option<JsValue> {
    let document: JsValue = super::document()?.into();
    let range = call(&document, "createRange", &[])?;
    let walker = call(&document, "createTreeWalker", &[element.into(), SHOW_TEXT.into()])?;
    let (mut before, mut has_start) = (0, false);
    while let Some(node) = call(&walker, "nextNode", &[]).filter(JsValue::is_object) {
        let holder: Option<Element> = get(&node, "parentElement")?.dyn_into().ok();
        if holder.is_some_and(|holder| holder.closest(ASIDE).ok().flatten().is_some()) {
            continue;
        }
        let length = number(&node, "length")? as u32;
        if !has_start && start < before + length {
            call(&range, "setStart", &[node.clone(), (start - before).into()])?;
            has_start = true;
        }
        if has_start && end <= before + length {
            call(&range, "setEnd", &[node, (end - before).into()])?;
            return Some(range);
        }
        before += length;
    }
    None
}

/// Scrolls so that the words stand in the upper half, unless they are in sight between the bars.
fn bring_to_sight(range: &JsValue) {
    let sight = || {
        let height = number(&super::window()?.into(), "innerHeight")?;
        let place = call(range, "getBoundingClientRect", &[])?;
        Some((number(&place, "top")?, number(&place, "bottom")?, height))
    };
    let Some((top, bottom, height)) = sight() else { return };
    if top < height * 0.12 || bottom > height * 0.72 {
        dom::scroll_by(top - height * 0.3);
    }
}
