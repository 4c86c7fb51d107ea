//! Where the reader is, and how they came there.

use std::cell::RefCell;

use yew::prelude::*;

use crate::markup::html;
use crate::platform::history::{self, Arrival, Entry};
use crate::route::Route;

/// The current place.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// Which.
    pub route: Route,
    /// Its address, from `#` on.
    pub hash: String,
    /// Number of the history entry: changes with every move, not when an address is replaced.
    pub entry: u64,
    /// How the reader came here.
    pub arrival: Arrival,
    /// Where the page was scrolled to, when the reader has been here before.
    pub scroll: Option<f64>,
}

impl From<Entry> for Place {
    fn from(entry: Entry) -> Self {
        Self {
            route: Route::parse(&entry.hash),
            hash: entry.hash,
            entry: entry.number,
            arrival: entry.arrival,
            scroll: entry.scroll,
        }
    }
}

thread_local! {
    /// How code outside components tells the provider of a move.
    static MOVED: RefCell<Option<Callback<Entry>>> = const { RefCell::new(None) };
}

fn tell(entry: Entry) {
    let hear = MOVED.with_borrow(Clone::clone);
    if let Some(hear) = hear {
        hear.emit(entry);
    }
}

/// Moves to a route. Ordinary links need no help; this is for forms and buttons, and for typing that
/// opens the search page while the focus stays in the field.
pub fn navigate(route: &Route, arrival: Arrival) {
    tell(history::push(&route.href(), arrival));
}

/// Changes the current entry's address without adding one.
pub fn retype(route: &Route) {
    tell(history::replace(&route.href()));
}

/// Props of [`PlaceProvider`].
#[derive(Properties, PartialEq)]
pub struct PlaceProviderProps {
    /// Who may use it.
    pub children: Html,
}

/// Follows the browser's history.
#[component]
pub fn PlaceProvider(PlaceProviderProps { children }: &PlaceProviderProps) -> Html {
    let place = use_state(|| Place::from(history::open()));
    let setter = place.setter();
    use_effect_with((), move |()| {
        let hear = move |entry: Entry| setter.set(Place::from(entry));
        MOVED.set(Some(Callback::from(hear.clone())));
        let listeners = history::listen(hear);
        move || {
            drop(listeners);
            MOVED.set(None);
        }
    });
    let context = (*place).clone();
    html! { <ContextProvider<Place> {context}>{ children.clone() }</ContextProvider<Place>> }
}

/// The current place.
#[hook]
pub fn use_place() -> Place {
    use_context().unwrap_or_else(|| Place {
        route: Route::Home,
        hash: String::new(),
        entry: 0,
        arrival: Arrival::Opened,
        scroll: None,
    })
}
