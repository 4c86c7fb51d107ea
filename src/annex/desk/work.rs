//! The work at the desk: files come in, are put away and read, statements are kept, everything is
//! bound again. It goes on while other pages are looked at, and whatever is put away or stated is
//! stored before it is used, so that a tab may be closed at any moment.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;

use protocol::desk::{Answer, Ask, VERSION};
use wasm_bindgen_futures::spawn_local;
use yew::Callback;

use super::place::file_of;
use super::state::{Opened, Phase, Remark, State};
use super::statements::unpacked;
use super::wire::Talk;
use crate::platform::desk::{self, Bytes, Item, Word};
use crate::platform::fetch::{self, Freshness};
use crate::platform::{dom, timer};

/// Milliseconds that statements are gathered for before everything is bound again.
const PAUSE: i32 = 400;
/// The `<meta>` that names the gazetteer.
const GAZETTEER: &str = "bien-nien-gazetteer";

/// The names under which the store keeps what is not a file.
const SETTINGS: &str = "settings";
pub(super) const UNSENT: &str = "unsent";
const BY: &str = "by";
pub(super) const EXPECTED: &str = "expected";

/// The desk of this tab.
#[derive(Default)]
pub(super) struct Desk {
    pub(super) state: RefCell<State>,
    pub(super) talk: RefCell<Option<Rc<Talk>>>,
    /// Who draws it.
    drawn: RefCell<Option<Callback<()>>>,
    /// Statements that the indexer has not answered yet, as they are asked.
    pub(super) unsent: RefCell<VecDeque<(Vec<u8>, Option<String>)>>,
    /// What was bound is older than what was stated.
    is_stale: Cell<bool>,
    is_binding: Cell<bool>,
    pub(super) is_sending: Cell<bool>,
    is_starting: Cell<bool>,
    english: Cell<bool>,
    /// What an archive without a name is called.
    untitled: Cell<&'static str>,
}

thread_local! {
    static DESK: Rc<Desk> = Rc::default();
}

/// The desk of this tab.
pub(super) fn desk() -> Rc<Desk> {
    DESK.with(Rc::clone)
}

impl Desk {
    /// What stands on it.
    pub(super) fn state(&self) -> State {
        self.state.borrow().clone()
    }

    /// Who is to draw it from now on.
    pub(super) fn draw_with(&self, draw: Option<Callback<()>>) {
        self.drawn.replace(draw);
    }

    /// In which language sentences come, and what an archive without a name is called.
    pub(super) fn speak(self: &Rc<Self>, english: bool, untitled: &'static str) {
        self.untitled.set(untitled);
        if self.english.replace(english) != english && self.state.borrow().report.is_some() {
            self.bind();
        }
    }

    /// Changes what stands on it.
    pub(super) fn set(&self, change: impl FnOnce(&mut State)) {
        change(&mut self.state.borrow_mut());
        let draw = self.drawn.borrow().clone();
        if let Some(draw) = draw {
            draw.emit(());
        }
    }

    /// Remembers what stands in a field; it stands there already.
    pub(super) fn typed(&self, id: &str, is_stated: bool) -> String {
        let words = dom::value(&["#", id].concat()).unwrap_or_default();
        let typed = &mut self.state.borrow_mut().typed;
        typed.retain(|(of, ..)| of != id);
        typed.push((id.to_owned(), words.clone(), is_stated));
        words
    }

    pub(super) fn fail(&self, word: Word) {
        self.set(|state| state.fault = Some(word));
    }

    /// Looks what lies there from before; once.
    pub(super) fn open(self: &Rc<Self>) {
        if !matches!(self.state.borrow().phase, Phase::Opening | Phase::Elsewhere) {
            return;
        }
        let desk = self.clone();
        spawn_local(async move {
            let has_indexer = dom::meta("bien-nien-indexer").is_some();
            if !has_indexer || !desk::load().await {
                return desk.set(|state| state.phase = Phase::Absent);
            }
            match desk::open().await {
                Err(word) => desk.set(|state| {
                    (state.phase, state.kept, state.fault) = (Phase::Empty, false, Some(word));
                }),
                Ok(found) => desk.set(|state| {
                    let note = |name: &str| {
                        let note = found.notes.iter().find(|(known, _)| known == name);
                        note.map(|(_, text)| text.clone()).unwrap_or_default()
                    };
                    state.settings = note(SETTINGS);
                    state.by = note(BY);
                    state.expected = note(EXPECTED).parse().unwrap_or(0);
                    (state.kept, state.files) = (found.kept, found.files);
                    state.phase = match (found.elsewhere, state.files.is_empty()) {
                        (true, _) => Phase::Elsewhere,
                        (_, true) => Phase::Empty,
                        (_, false) => Phase::Left,
                    };
                    desk.unsent.replace(unpacked(&note(UNSENT)));
                }),
            }
            if matches!(desk.state.borrow().phase, Phase::Empty | Phase::Left) {
                // Ready before the first file comes.
                desk.talk().await;
            }
        });
    }

    /// Starts the indexer and tells it the settings; answers whether it runs.
    async fn begin(self: &Rc<Self>) -> Option<Rc<Talk>> {
        let (step, died) = (self.clone(), self.clone());
        let talk = Talk::start(
            move |now| step.set(|state| state.binding = Some(now)),
            move || {
                died.talk.replace(None);
                died.is_binding.set(false);
                died.set(|state| (state.phase, state.binding) = (Phase::Crashed, None));
            },
        );
        let talk = Rc::new(talk?);
        let gazetteer = match dom::meta(GAZETTEER).and_then(|path| dom::absolute(&path)) {
            Some(url) => fetch::bytes(&url, Freshness::Immutable, &|_| ()).await.ok(),
            None => None,
        };
        // Without it the bundle would be another one than the packer's.
        let Some(gazetteer) = gazetteer else {
            self.set(|state| state.remark = Remark::NotMade(["missing ", GAZETTEER].concat()));
            return None;
        };
        let settings = self.state.borrow().settings.clone();
        let ask = Ask::Begin {
            version: VERSION,
            settings,
            title: self.untitled.get().to_owned(),
            english: self.english.get(),
        };
        match talk.ask(&ask, vec![Item::Bytes(Bytes::of(&gazetteer))]).answer().await {
            Some((Answer::Welcome { settings }, _)) => {
                self.talk.replace(Some(talk.clone()));
                self.settle(settings).await;
                Some(talk)
            }
            _ => {
                self.set(|state| state.phase = Phase::Absent);
                None
            }
        }
    }

    /// The indexer as it runs, or begun.
    pub(super) async fn talk(self: &Rc<Self>) -> Option<Rc<Talk>> {
        while self.is_starting.get() {
            timer::sleep(50).await;
        }
        let talk = self.talk.borrow().clone();
        if talk.is_some() {
            return talk;
        }
        self.is_starting.set(true);
        let talk = self.begin().await;
        self.is_starting.set(false);
        talk
    }

    /// Keeps archive.toml as it stands now.
    pub(super) async fn settle(&self, settings: String) {
        let kept = desk::note(SETTINGS, &settings).await;
        self.set(|state| state.settings = settings);
        if let Err(word) = kept {
            self.fail(word);
        }
    }

    /// Puts everything together, a little later: several statements are bound at once.
    pub(super) fn bind(self: &Rc<Self>) {
        self.is_stale.set(true);
        if self.is_binding.replace(true) {
            return;
        }
        let desk = self.clone();
        spawn_local(async move {
            while desk.is_stale.get() {
                timer::sleep(PAUSE).await;
                desk.is_stale.set(false);
                let talk = desk.talk.borrow().clone();
                let Some(talk) = talk else { break };
                desk.set(|state| state.binding = Some(0));
                let ask = Ask::Bind { english: desk.english.get() };
                match talk.ask(&ask, Vec::new()).answer().await {
                    Some((Answer::Bound(report), _)) => desk.set(|state| {
                        state.report = Some(Rc::from(report));
                        state.binding = None;
                        if !desk.is_stale.get() {
                            state.typed.retain(|(.., is_stated)| !is_stated);
                        }
                    }),
                    _ => break,
                }
            }
            desk.is_binding.set(false);
            desk.set(|state| state.binding = None);
        });
    }

    /// Notes who works here.
    pub(super) fn work_as(self: &Rc<Self>, by: String) {
        self.set(|state| {
            state.by.clone_from(&by);
            state.typed.retain(|(.., is_stated)| !is_stated);
        });
        let desk = self.clone();
        spawn_local(async move {
            if let Err(word) = desk::note(BY, &by).await {
                desk.fail(word);
            }
        });
    }

    /// Looks at an article from near, or at none.
    pub(super) fn look(self: &Rc<Self>, name: Option<String>) {
        let opened = name.clone().map(|name| Opened { name, ..Opened::default() });
        self.set(|state| {
            (state.opened, state.remark) = (opened, Remark::Nothing);
            state.typed.clear();
        });
        if let Some(name) = name {
            self.learn(Ask::Look { name: name.clone() }, name, None);
        }
    }

    /// Asks how the file of what is looked at reads in each encoding.
    pub(super) fn show_readings(self: &Rc<Self>, name: &str) {
        let file = file_of(&self.state.borrow().files, name).map(str::to_owned);
        let asked = name.rsplit_once('#').map_or(name, |(file, _)| file).to_owned();
        self.learn(Ask::Readings { name: asked }, name.to_owned(), file);
    }

    /// Shows a reading as the one that is taken.
    pub(super) fn choose_reading(&self, code: &str) {
        self.set(|state| {
            let readings = state.opened.iter_mut().filter_map(|opened| opened.readings.as_mut());
            readings.flatten().for_each(|reading| reading.is_taken = reading.code == code);
        });
    }

    /// Asks something about what is looked at.
    pub(super) fn learn(self: &Rc<Self>, ask: Ask, name: String, file: Option<String>) {
        let talk = self.talk.borrow().clone();
        let (desk, Some(talk)) = (self.clone(), talk) else { return };
        spawn_local(async move {
            let files = file.map(Item::Kept).into_iter().collect();
            let answer = talk.ask(&ask, files).answer().await;
            desk.set(|state| {
                let Some(opened) = state.opened.as_mut().filter(|it| it.name == name) else {
                    return;
                };
                match answer {
                    Some((Answer::Offers(offers), _)) => opened.offers = Some(offers),
                    Some((Answer::Readings(readings), _)) => opened.readings = Some(readings),
                    _ => {}
                }
            });
        });
    }

    /// Takes a file off the desk.
    pub(super) fn remove(self: &Rc<Self>, name: String) {
        let desk = self.clone();
        spawn_local(async move {
            if let Err(word) = desk::remove(&name).await {
                return desk.fail(word);
            }
            desk.set(|state| state.files.retain(|(known, _)| *known != name));
            let talk = desk.talk.borrow().clone();
            if let Some(talk) = talk {
                talk.ask(&Ask::Remove { name }, Vec::new()).answer().await;
                desk.bind();
            }
        });
    }

    /// Takes everything off the desk.
    pub(super) fn clear(self: &Rc<Self>) {
        let desk = self.clone();
        spawn_local(async move {
            desk.talk.replace(None);
            desk.unsent.borrow_mut().clear();
            let cleared = desk::clear().await;
            desk.set(|state| {
                *state = State { phase: Phase::Empty, kept: state.kept, ..State::default() };
                state.fault = cleared.err();
            });
        });
    }
}

pub(super) fn count(of: usize) -> u32 {
    u32::try_from(of).unwrap_or(u32::MAX)
}
