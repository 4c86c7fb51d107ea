//! One page: its document title, where the focus goes on arrival, and the scrolling.

use yew::prelude::*;

use crate::hooks::{use_messages, use_place};
use crate::platform::dom;
use crate::platform::history::{Arrival, WRITE_MS};
use crate::platform::timer::Timeout;

/// Props of [`Page`].
#[derive(Properties, PartialEq)]
pub struct PageProps {
    /// What the page is about, for the document's title.
    pub title: AttrValue,
    /// The archive's name, for the document's title.
    pub archive: AttrValue,
    /// Whether its content is drawn: scrolling waits for that.
    #[prop_or(true)]
    pub ready: bool,
    /// The element to scroll to instead of the top.
    #[prop_or_default]
    pub at: Option<AttrValue>,
    /// The page.
    pub children: Html,
}

/// Wraps a page. On arrival by a link the focus moves to its `h1` (so that its title is read out)
/// and the page is scrolled to its top or to `at`; on Back, to where it was.
#[component]
pub fn Page(PageProps { title, archive, ready, at, children }: &PageProps) -> Html {
    let messages = use_messages();
    let place = use_place();
    let is_typing = place.arrival == Arrival::Replaced;
    use_effect_with((title.clone(), archive.clone()), move |(title, archive)| {
        let title = (messages.frame.title)(title, archive);
        let mut later = None;
        if is_typing {
            later = Timeout::start(WRITE_MS, move || dom::set_title(&title));
        } else {
            dom::set_title(&title);
        }
        move || drop(later)
    });
    let settled = use_mut_ref(|| None);
    use_effect_with((place, *ready, at.clone()), move |(place, ready, at)| {
        let stop = (place.entry, at.clone());
        if !*ready || settled.borrow().as_ref() == Some(&stop) {
            return;
        }
        settled.replace(Some(stop));
        settle(place.arrival, place.scroll, at.as_deref());
    });
    children.clone()
}

fn settle(arrival: Arrival, scroll: Option<f64>, at: Option<&str>) {
    if matches!(arrival, Arrival::Link | Arrival::Returned) {
        dom::focus("main h1");
    }
    match (arrival, scroll, at) {
        (Arrival::Replaced | Arrival::Submitted, ..) => {}
        (Arrival::Returned | Arrival::Opened, Some(top), _) if top > 0.0 => dom::scroll_to(top),
        (_, _, Some(selector)) => {
            dom::focus(selector);
            dom::scroll_into_view(selector);
        }
        _ => dom::scroll_to(0.0),
    }
}
