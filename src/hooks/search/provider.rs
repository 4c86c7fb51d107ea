//! Keeps the search worker and provides the search to all pages.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use model::bundle::manifest::NAME_DIGITS;
use model::bundle::{PartKind, Shelf};
use protocol::{Ask, Part, Query};
use yew::prelude::*;

use super::names::NamesRef;
use super::pace::Pace;
use super::session::{Deed, Session};
use super::state::{PART, SearchAction, SearchState, Shown};
use crate::hooks::archive::files::Files;
use crate::hooks::archive::shared::ArchiveRef;
use crate::markup::html;
use crate::platform::clock::now;
use crate::platform::dom;
use crate::platform::timer::Timeout;
use crate::platform::worker::Wire;

/// The search and how to use it.
#[derive(Clone, PartialEq)]
pub struct UseSearch {
    /// As shown.
    pub state: SearchState,
    /// Looks for something; `None` for nothing any more.
    pub ask: Callback<Option<Query>>,
    /// Starts the worker and gathers names before they are needed.
    pub warm: Callback<()>,
    /// Names that complete what is typed.
    pub names: NamesRef,
}

/// Props of [`SearchProvider`].
#[derive(Properties, PartialEq)]
pub struct SearchProviderProps {
    /// What is searched.
    pub archive: ArchiveRef,
    /// Who may use it.
    pub children: Html,
}

/// Provides the search of one archive.
#[component]
pub fn SearchProvider(SearchProviderProps { archive, children }: &SearchProviderProps) -> Html {
    let state = use_reducer(SearchState::default);
    let keeper = use_memo(archive.identity(), |_| Keeper::new(archive, state.dispatcher()));
    let come = keeper.0.names.clone();
    use_effect_with(archive.clone(), move |_| come.go_on());
    let dispatcher = state.dispatcher();
    let asked = keeper.clone();
    let ask = Callback::from(move |query: Option<Query>| {
        // What is still to be read and drawn answers an older question.
        asked.0.titles.set(None);
        asked.0.later.set(None);
        match query {
            Some(query) => {
                asked.pace(|pace| pace.key(now()));
                dispatcher.dispatch(SearchAction::Ask(query.clone()));
                let deeds = asked.0.session.borrow_mut().ask(query);
                asked.act(deeds);
            }
            None => dispatcher.dispatch(SearchAction::Clear),
        }
    });
    let names = keeper.0.names.clone();
    let warm = Callback::from(move |()| {
        let deeds = keeper.0.session.borrow_mut().warm();
        keeper.act(deeds);
        keeper.0.names.gather();
    });
    let context = UseSearch { state: (*state).clone(), ask, warm, names };
    html! {
        <ContextProvider<UseSearch> {context}>{ children.clone() }</ContextProvider<UseSearch>>
    }
}

/// The search.
#[hook]
pub fn use_search() -> UseSearch {
    use_context().unwrap_or_else(|| UseSearch {
        state: SearchState::default(),
        ask: Callback::noop(),
        warm: Callback::noop(),
        names: NamesRef::default(),
    })
}

/// What the worker is told before the first search.
fn setup(archive: &ArchiveRef) -> Vec<Ask> {
    let parts = |kind| archive.manifest.shelf(&kind).map(parts).unwrap_or_default();
    let (index, chunks) = (parts(PartKind::Index), parts(PartKind::Articles));
    let (mut asks, base) = match &archive.files {
        Files::Network(base) => (Vec::new(), base.clone()),
        Files::Memory(files) => {
            let needed = |path: &str| {
                let is =
                    |kind: &str| path.strip_prefix("parts/").is_some_and(|p| p.starts_with(kind));
                is("index-") || is("articles-") || is("list-")
            };
            let files = files.iter().filter(|(path, _)| needed(path)).cloned();
            (files.map(|(path, bytes)| Ask::Provide { path, bytes }).collect(), String::new())
        }
    };
    asks.push(Ask::Open { base, index, chunks });
    asks
}

/// The pages of a shelf, or its lists, as the worker takes them.
fn parts(shelf: &Shelf) -> Vec<Part> {
    let kind = if shelf.listed { &PartKind::List } else { &shelf.kind };
    let pages = &shelf.pages;
    // Only of the index the worker asks how much it is: each piece stands for as much as another.
    let bytes = shelf.bytes / (pages.len() as u64).max(1);
    let part = |at| {
        let digits = pages.name(at)?;
        let (first, _) = pages.span(at).unwrap_or_default();
        let name = u64::from_str_radix(digits, NAME_DIGITS as u32).ok()?;
        Some(Part { path: kind.path(digits), bytes, name, first, is_list: shelf.listed })
    };
    (0..pages.len()).filter_map(part).collect()
}

/// Does what the session says.
#[derive(Clone)]
struct Keeper(Rc<Kept>);

struct Kept {
    session: RefCell<Session>,
    wire: RefCell<Option<Wire>>,
    state: UseReducerDispatcher<SearchState>,
    names: NamesRef,
    pace: Cell<Pace>,
    /// Titles of an answer that are sent for later, and what of it is drawn later; a newer question takes
    /// both away.
    titles: Cell<Option<Timeout>>,
    later: Cell<Option<Timeout>>,
}

/// What becomes of an answer.
enum Next {
    /// It is drawn, as far as it says.
    Draw(Shown),
    /// That was begun at this time and has been done.
    Drawn(Shown, f64),
}

/// Time for a frame, and for a key that waits, between two parts of an answer.
const PART_MS: f64 = 30.0;

/// So long before an answer is drawn the titles of its first part are sent for: on a slow device the
/// requests of ten pages cost more than a key, and whoever types on needs none of them.
const TITLES_MS: f64 = 50.0;

impl PartialEq for Keeper {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Keeper {
    fn new(archive: &ArchiveRef, state: UseReducerDispatcher<SearchState>) -> Self {
        let session = RefCell::new(Session::new(setup(archive)));
        let names = NamesRef::of(archive);
        let (wire, pace) = (RefCell::default(), Cell::default());
        let (titles, later) = (Cell::default(), Cell::default());
        Self(Rc::new(Kept { session, wire, state, names, pace, titles, later }))
    }

    fn act(&self, deeds: Vec<Deed>) {
        for deed in deeds {
            match deed {
                Deed::Start => self.start(),
                Deed::Send(bytes) => self.send(&bytes),
                Deed::Show(query, results) => {
                    let (pace, is_typed) = (self.0.pace.get(), query.typing);
                    let mut shown = Shown::from((query, results));
                    if is_typed {
                        shown = shown.first_part(pace.is_slow());
                    }
                    let wait = if is_typed { pace.wait(now()) } else { 0.0 };
                    let next = Next::Draw(shown);
                    if wait > 0.0 {
                        self.after(wait, next);
                    } else {
                        self.go_on(next);
                    }
                }
                Deed::Wait(here, of) => self.0.state.dispatch(SearchAction::Wait(here, of)),
                Deed::Read(mut documents) => {
                    let (names, pace) = (self.0.names.clone(), self.0.pace.get());
                    if pace.is_slow() {
                        documents.truncate(PART);
                    }
                    let read = move || {
                        // Titles that came for an answer before are names from now on.
                        names.go_on();
                        names.read(&documents);
                    };
                    self.0.titles.set(Timeout::start(pace.wait(now()) - TITLES_MS, read));
                }
                Deed::Damaged(parts) => self.0.state.dispatch(SearchAction::Damaged(parts)),
                Deed::GiveUp(why) => self.0.state.dispatch(SearchAction::GiveUp(why)),
            }
        }
    }

    fn pace(&self, tell: impl FnOnce(&mut Pace)) {
        let mut pace = self.0.pace.get();
        tell(&mut pace);
        self.0.pace.set(pace);
    }

    fn after(&self, wait: f64, next: Next) {
        let keeper = self.clone();
        self.0.later.set(Timeout::start(wait, move || keeper.go_on(next)));
    }

    fn go_on(&self, next: Next) {
        match next {
            Next::Draw(shown) => {
                self.pace(Pace::draws);
                self.0.state.dispatch(SearchAction::Show(shown.clone()));
                self.after(0.0, Next::Drawn(shown, now()));
            }
            Next::Drawn(shown, start) => {
                self.pace(|pace| pace.took(now() - start));
                if !shown.is_whole() {
                    self.0.names.read(&shown.coming());
                    self.after(PART_MS, Next::Draw(shown.next_part()));
                }
            }
        }
    }

    fn start(&self) {
        let kept = Rc::downgrade(&self.0);
        let script = dom::meta("bien-nien-search-worker").and_then(|path| dom::absolute(&path));
        let wire = script.and_then(|script| {
            Wire::start(&script, move |event| {
                if let Some(kept) = kept.upgrade() {
                    let deeds = kept.session.borrow_mut().hear(&event);
                    Self(kept).act(deeds);
                }
            })
        });
        let runs = wire.is_some();
        self.0.wire.replace(wire);
        let deeds = self.0.session.borrow_mut().started(runs);
        self.act(deeds);
    }

    fn send(&self, bytes: &[u8]) {
        // A message that cannot be sent is answered by the worker's error event.
        if let Some(wire) = &*self.0.wire.borrow() {
            wire.send(bytes);
        }
    }
}
