//! What is being read aloud, and how far. A pause lets the voice go and remembers the sentence: many
//! devices' own pausing never ends.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use yew::Callback;

use super::RATES;
use super::sentences::{Sentence, sentences};
use super::spoken::Speaker;
use crate::hooks::LoadedArticle;
use crate::platform::speech::{Spoken, Utterance, Voice};
use crate::platform::{dom, highlight, storage};

/// Under which the browser keeps the speed.
const RATE: &str = "bien-nien:rate";

/// How things stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stage {
    /// Nothing is read.
    Silent,
    /// A sentence is being said.
    Speaking,
    /// It waits at a sentence.
    Paused,
    /// The voice does not work.
    Failed,
}

/// Reads an article aloud; clones are one player.
#[derive(Clone)]
pub(super) struct Player {
    state: Rc<RefCell<State>>,
    /// Draws anew.
    changed: Callback<()>,
}

struct State {
    article: Option<LoadedArticle>,
    voice: Option<Voice>,
    sentences: Vec<Sentence>,
    speaker: Option<Speaker>,
    at: usize,
    stage: Stage,
    rate: u16,
    /// Counts utterances: one that was let go has nothing to say any more.
    turn: u32,
    utterance: Option<Utterance>,
}

impl Player {
    /// One that is silent; `changed` hears of every change.
    pub(super) fn new(changed: Callback<()>) -> Self {
        let kept = storage::get(RATE).and_then(|rate| rate.parse().ok());
        let rate = kept.filter(|rate| RATES.contains(rate)).unwrap_or(100);
        let state = State {
            article: None,
            voice: None,
            sentences: Vec::new(),
            speaker: None,
            at: 0,
            stage: Stage::Silent,
            rate,
            turn: 0,
            utterance: None,
        };
        Self { state: Rc::new(RefCell::new(state)), changed }
    }

    /// What will be read, and by whom; another article silences the one before.
    pub(super) fn prepare(&self, article: &LoadedArticle, voice: Option<Voice>) {
        let is_other = self.state.borrow().article.as_ref() != Some(article);
        if is_other {
            self.stop();
            let mut state = self.state.borrow_mut();
            (state.sentences, state.at) = (Vec::new(), 0);
            state.article = Some(article.clone());
        }
        self.state.borrow_mut().voice = voice;
    }

    /// How things stand.
    pub(super) fn stage(&self) -> Stage {
        self.state.borrow().stage
    }

    /// The sentence, from 1, and how many there are.
    pub(super) fn place(&self) -> (usize, usize) {
        let state = self.state.borrow();
        (state.at + 1, state.sentences.len())
    }

    /// The speed, in hundredths.
    pub(super) fn rate(&self) -> u16 {
        self.state.borrow().rate
    }

    /// Reads from the beginning; the focus goes to what pauses it.
    pub(super) fn begin(&self) {
        {
            let mut state = self.state.borrow_mut();
            if state.sentences.is_empty()
                && let Some(article) = &state.article
            {
                state.sentences = sentences(article);
            }
            state.speaker.get_or_insert_with(Speaker::new);
            state.at = 0;
        }
        self.say();
        spawn_local(async {
            // Drawn by then.
            crate::platform::timer::sleep(0).await;
            dom::focus("#doc-tam-dung");
        });
    }

    /// Pauses, or goes on with the sentence.
    pub(super) fn toggle(&self) {
        if self.stage() == Stage::Speaking {
            self.rest(Stage::Paused);
        } else {
            self.say();
        }
    }

    /// Goes to the next sentence or the one before; says it unless it is paused.
    pub(super) fn step(&self, is_on: bool) {
        let stage = self.stage();
        {
            let mut state = self.state.borrow_mut();
            let last = state.sentences.len().saturating_sub(1);
            state.at = if is_on { state.at + 1 } else { state.at.saturating_sub(1) }.min(last);
        }
        if stage == Stage::Speaking {
            self.say();
        } else {
            self.show();
            self.changed.emit(());
        }
    }

    /// Says it at another speed, from this sentence on.
    pub(super) fn set_rate(&self, rate: u16) {
        storage::set(RATE, &rate.to_string());
        self.state.borrow_mut().rate = rate;
        if self.stage() == Stage::Speaking {
            self.say();
        } else {
            self.changed.emit(());
        }
    }

    /// Reads no more.
    pub(super) fn stop(&self) {
        if self.stage() != Stage::Silent {
            self.rest(Stage::Silent);
        }
    }

    fn rest(&self, stage: Stage) {
        let silenced = {
            let mut state = self.state.borrow_mut();
            state.stage = stage;
            state.turn += 1;
            state.utterance.take()
        };
        drop(silenced);
        if stage != Stage::Paused {
            highlight::clear();
        }
        self.changed.emit(());
    }

    fn show(&self) {
        let state = self.state.borrow();
        if let Some(sentence) = state.sentences.get(state.at) {
            let selector = match sentence.paragraph {
                0 => "main h1".to_owned(),
                number => ["#doan-", &number.to_string()].concat(),
            };
            highlight::mark(&selector, sentence.units.start, sentence.units.end);
        }
    }

    /// Says the sentence, and the next when it is done.
    fn say(&self) {
        let silenced = self.state.borrow_mut().utterance.take();
        drop(silenced);
        let said = {
            let mut state = self.state.borrow_mut();
            state.turn += 1;
            let turn = state.turn;
            let this = self.clone();
            let done = move |spoken| spawn_local(async move { this.done(turn, spoken) });
            let state = &*state;
            let words = state.sentences.get(state.at).zip(state.speaker.as_ref());
            state.voice.as_ref().zip(words).and_then(|(voice, (sentence, speaker))| {
                let rate = f64::from(state.rate) / 100.0;
                Utterance::say(voice, &speaker.say(&sentence.text), rate, done)
            })
        };
        let Some(utterance) = said else { return self.rest(Stage::Failed) };
        {
            let mut state = self.state.borrow_mut();
            (state.utterance, state.stage) = (Some(utterance), Stage::Speaking);
        }
        self.show();
        self.changed.emit(());
    }

    /// A sentence came to its end.
    fn done(&self, turn: u32, spoken: Spoken) {
        let is_last = {
            let mut state = self.state.borrow_mut();
            if state.turn != turn {
                return;
            }
            let is_last = state.at + 1 >= state.sentences.len();
            if spoken == Spoken::Whole && !is_last {
                state.at += 1;
            }
            is_last
        };
        match spoken {
            Spoken::Whole if !is_last => self.say(),
            Spoken::Whole => {
                let had_focus = dom::has_focus(".aloud *");
                self.rest(Stage::Silent);
                if had_focus {
                    dom::focus("#nghe-doc");
                }
            }
            // Another page took the voice: this one waits.
            Spoken::Cut => self.rest(Stage::Paused),
            Spoken::Failed => self.rest(Stage::Failed),
        }
    }
}
