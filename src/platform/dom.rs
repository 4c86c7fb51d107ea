//! The page: its title, root element, focus and scrolling.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{
    Event, FocusOptions, HtmlElement, HtmlInputElement, KeyboardEvent, ScrollBehavior,
    ScrollIntoViewOptions, ScrollLogicalPosition,
};

use super::reflect;

/// Whether the device believes it has a network.
pub fn is_online() -> bool {
    super::window().is_none_or(|window| window.navigator().on_line())
}

/// Whether a media query holds.
pub fn media(query: &str) -> bool {
    let matches = || Some(super::window()?.match_media(query).ok()??.matches());
    matches().unwrap_or(false)
}

/// The reader's preferred languages begin with this one.
pub fn language() -> Option<String> {
    super::window()?.navigator().language()
}

/// The content of a `<meta name>` that the build wrote.
pub fn meta(name: &str) -> Option<String> {
    let selector = ["meta[name=\"", name, "\"]"].concat();
    let element = super::document()?.query_selector(&selector).ok()??;
    element.get_attribute("content").filter(|content| !content.is_empty())
}

/// A path made absolute against the page's own address.
pub fn absolute(path: &str) -> Option<String> {
    let page = super::window()?.location().href().ok()?;
    Some(web_sys::Url::new_with_base(path, &page).ok()?.href())
}

/// The page's own address, without what only this visit asked for.
pub fn page_address() -> Option<String> {
    let page = super::window()?.location().href().ok()?;
    page.split(['?', '#']).next().map(str::to_owned)
}

/// The page's query string, with its `?`.
pub fn page_query() -> String {
    super::window().and_then(|window| window.location().search().ok()).unwrap_or_default()
}

/// Sets the document's title.
pub fn set_title(title: &str) {
    if let Some(document) = super::document() {
        document.set_title(title);
    }
}

/// Sets an attribute of the root element, or takes it away.
pub fn set_root_attribute(name: &str, value: Option<&str>) {
    let Some(root) = super::document().and_then(|document| document.document_element()) else {
        return;
    };
    // Only malformed names fail, and ours are literals.
    let _ = match value {
        Some(value) => root.set_attribute(name, value),
        None => root.remove_attribute(name),
    };
}

/// Sets an attribute of the first element that a selector finds, or takes it away.
pub fn set_attribute(selector: &str, name: &str, value: Option<&str>) {
    let Some(element) = find(selector) else { return };
    let _ = match value {
        Some(value) => element.set_attribute(name, value),
        None => element.remove_attribute(name),
    };
}

/// How far under the top of the window the first element that a selector finds begins, in pixels.
pub fn top_of(selector: &str) -> Option<f64> {
    Some(find(selector)?.get_bounding_client_rect().top())
}

/// Adds a stylesheet to the page, once; tells whether it came.
pub async fn add_style(path: &str) -> bool {
    let selector = ["link[href=\"", path, "\"]"].concat();
    if find(&selector).is_some() {
        return true;
    }
    arrived(link_to_style(path)).await
}

/// Adds a script to the page; tells whether it came.
pub async fn add_script(path: &str) -> bool {
    let script = || {
        let document = super::document()?;
        let script = document.create_element("script").ok()?;
        script.set_attribute("src", path).ok()?;
        let head = document.query_selector("head").ok()??;
        head.insert_adjacent_element("beforeend", &script).ok()?;
        script.dyn_into().ok()
    };
    arrived(script()).await
}

async fn arrived(link: Option<HtmlElement>) -> bool {
    let Some(link) = link else { return false };
    let came = js_sys::Promise::new(&mut |resolve, reject| {
        link.set_onload(Some(&resolve));
        link.set_onerror(Some(&reject));
    });
    let came = wasm_bindgen_futures::JsFuture::from(came).await.is_ok();
    if !came {
        link.remove();
    }
    came
}

fn link_to_style(path: &str) -> Option<HtmlElement> {
    let document = super::document()?;
    let link = document.create_element("link").ok()?;
    link.set_attribute("rel", "stylesheet").ok()?;
    link.set_attribute("href", path).ok()?;
    let head = document.query_selector("head").ok()??;
    head.insert_adjacent_element("beforeend", &link).ok()?;
    link.dyn_into().ok()
}

/// The first element that a selector finds.
fn find(selector: &str) -> Option<HtmlElement> {
    super::document()?.query_selector(selector).ok()??.dyn_into().ok()
}

/// Focuses the first element that a selector finds, without scrolling. Headings and the like are
/// made focusable first. Tells whether it has the focus now: what is hidden takes none.
pub fn focus(selector: &str) -> bool {
    let Some(element) = find(selector) else { return false };
    let native = ["A", "BUTTON", "INPUT", "SELECT", "SUMMARY", "TEXTAREA"];
    if !native.contains(&element.tag_name().as_str()) {
        let _ = element.set_attribute("tabindex", "-1");
    }
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = element.focus_with_options(&options);
    has_focus(selector)
}

/// Whether the focus is in an element that a selector finds.
pub fn has_focus(selector: &str) -> bool {
    let active = || super::document()?.active_element()?.matches(selector).ok();
    active().unwrap_or(false)
}

/// The id of the element that has the focus.
pub fn focused_id() -> Option<String> {
    Some(super::document()?.active_element()?.id())
}

/// Whether a selector finds anything.
pub fn is_there(selector: &str) -> bool {
    find(selector).is_some()
}

/// Presses what a selector finds first; tells whether there was anything.
pub fn press(selector: &str) -> bool {
    let found = find(selector);
    if let Some(element) = &found {
        element.click();
    }
    found.is_some()
}

/// Moves the focus to the next of what a selector finds, or to the one before; to the first in sight
/// when none of them has it. Tells whether there is one.
pub fn focus_step(selector: &str, is_on: bool) -> bool {
    let found = || {
        let list =
            reflect::call(&super::document()?.into(), "querySelectorAll", &[selector.into()])?;
        let items: Vec<HtmlElement> =
            js_sys::Array::from(&list).iter().filter_map(|item| item.dyn_into().ok()).collect();
        let active = super::document()?.active_element();
        let at = items
            .iter()
            .position(|item| active.as_ref().is_some_and(|active| active == item.as_ref()));
        let next = match at {
            Some(at) if is_on => items.get(at + 1),
            Some(at) => items.get(at.checked_sub(1)?),
            None => items.iter().find(|item| item.get_bounding_client_rect().top() >= 0.0),
        };
        next?.focus().ok()
    };
    found().is_some()
}

/// Selects the text of an input.
pub fn select(selector: &str) {
    if let Some(input) = input(selector) {
        input.select();
    }
}

fn input(selector: &str) -> Option<HtmlInputElement> {
    find(selector)?.dyn_into().ok()
}

/// What stands in an input.
pub fn value(selector: &str) -> Option<String> {
    Some(input(selector)?.value())
}

/// The value chosen in a list.
pub fn chosen(selector: &str) -> Option<String> {
    let list = super::document()?.query_selector(selector).ok()??;
    Some(list.dyn_into::<web_sys::HtmlSelectElement>().ok()?.value())
}

/// Puts words into an input.
pub fn set_value(selector: &str, value: &str) {
    if let Some(input) = input(selector) {
        input.set_value(value);
    }
}

/// Shuts a `details`, the focus on what opens it.
pub fn shut(selector: &str) {
    if let Some(element) = find(selector) {
        focus(&[selector, ">summary"].concat());
        // Only malformed names fail.
        let _ = element.remove_attribute("open");
    }
}

/// How far the page is scrolled, in CSS pixels.
pub fn scroll_position() -> f64 {
    super::window().and_then(|window| window.scroll_y().ok()).unwrap_or(0.0)
}

/// Scrolls the page at once.
pub fn scroll_to(top: f64) {
    if let Some(window) = super::window() {
        window.scroll_to_with_x_and_y(0.0, top);
    }
}

/// Scrolls by so many CSS pixels, gently where the reader has nothing against it.
pub fn scroll_by(pixels: f64) {
    let Some(window) = super::window() else { return };
    if media("(prefers-reduced-motion: reduce)") {
        window.scroll_by_with_x_and_y(0.0, pixels);
        return;
    }
    let options = web_sys::ScrollToOptions::new();
    options.set_top(pixels);
    options.set_behavior(ScrollBehavior::Smooth);
    window.scroll_by_with_scroll_to_options(&options);
}

/// Scrolls the first element that a selector finds to the middle of the page.
pub fn scroll_into_view(selector: &str) -> bool {
    scroll(selector, ScrollLogicalPosition::Center)
}

/// Scrolls just as far as it takes for the first element that a selector finds to be in sight.
pub fn reveal(selector: &str) {
    scroll(selector, ScrollLogicalPosition::Nearest);
}

fn scroll(selector: &str, to: ScrollLogicalPosition) -> bool {
    let Some(element) = find(selector) else { return false };
    let options = ScrollIntoViewOptions::new();
    options.set_block(to);
    if !media("(prefers-reduced-motion: reduce)") {
        options.set_behavior(ScrollBehavior::Smooth);
    }
    element.scroll_into_view_with_scroll_into_view_options(&options);
    true
}

/// A listener on the window; dropping it ends it.
pub struct Listener {
    name: &'static str,
    target: web_sys::EventTarget,
    call: Closure<dyn FnMut(Event)>,
}

impl Listener {
    /// Listens to an event of an object.
    pub(super) fn of(
        target: web_sys::EventTarget,
        name: &'static str,
        call: impl FnMut(Event) + 'static,
    ) -> Option<Self> {
        let call = Closure::<dyn FnMut(Event)>::new(call);
        target.add_event_listener_with_callback(name, call.as_ref().unchecked_ref()).ok()?;
        Some(Self { name, target, call })
    }

    /// Listens to an event of the window.
    pub fn window(name: &'static str, mut call: impl FnMut() + 'static) -> Option<Self> {
        Self::of(super::window()?.into(), name, move |_| call())
    }

    /// Listens to an event of the window, and what it carries.
    pub fn told(name: &'static str, call: impl FnMut(Event) + 'static) -> Option<Self> {
        Self::of(super::window()?.into(), name, call)
    }

    /// Listens to a media query's changes.
    pub fn media(query: &str, mut call: impl FnMut() + 'static) -> Option<Self> {
        let list = super::window()?.match_media(query).ok()??;
        Self::of(list.into(), "change", move |_| call())
    }

    /// Listens to keys pressed alone, outside fields and dialogs; `call` tells whether it was one that
    /// it knows.
    pub fn keys(mut call: impl FnMut(&str) -> bool + 'static) -> Option<Self> {
        Self::of(super::document()?.into(), "keydown", move |event| {
            let Ok(event) = event.dyn_into::<KeyboardEvent>() else { return };
            let alone = !event.ctrl_key() && !event.meta_key() && !event.alt_key();
            let key = event.key();
            // Keys that write have names of one letter; the space bar scrolls and presses.
            let is_busy = || {
                event.default_prevented()
                    || has_focus("input,textarea,select,[contenteditable]")
                    || is_there("dialog[open]")
            };
            if alone && key != " " && key.chars().count() == 1 && !is_busy() && call(&key) {
                event.prevent_default();
            }
        })
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let function = self.call.as_ref().unchecked_ref();
        // Removing what is not there does nothing.
        let _ = self.target.remove_event_listener_with_callback(self.name, function);
    }
}

/// Listens to plain presses on what a selector finds, and hands on an attribute of what was pressed.
/// With a key held, or another button, a link goes its own way.
pub fn on_press(
    selector: &'static str,
    attribute: &'static str,
    mut call: impl FnMut(String) + 'static,
) -> Option<Listener> {
    Listener::told("click", move |event| {
        let Some(mouse) = event.dyn_ref::<web_sys::MouseEvent>() else { return };
        if mouse.ctrl_key() || mouse.meta_key() || mouse.shift_key() || mouse.alt_key() {
            return;
        }
        let pressed = || {
            let target = event.target()?.dyn_into::<web_sys::Element>().ok()?;
            target.closest(selector).ok()??.get_attribute(attribute)
        };
        if let Some(value) = pressed() {
            event.prevent_default();
            call(value);
        }
    })
}

/// The element that the viewer is to be mounted in, emptied of its static content; the body when
/// there is none of that id. `None` outside a browser.
pub fn mount_point(id: &str) -> Option<web_sys::Element> {
    let document = super::document()?;
    let host = document.get_element_by_id(id);
    let host = host.or_else(|| document.body().map(Into::into))?;
    host.set_text_content(None);
    Some(host)
}
