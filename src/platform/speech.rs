//! The device's own voices. Nothing leaves the device but what the voice itself may send: those that
//! speak without a network are preferred.

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, EventTarget};

use super::dom::Listener;
use super::reflect::{call, create, get, set};

/// A voice of the device.
#[derive(Clone, Debug, PartialEq)]
pub struct Voice(JsValue);

fn synthesis() -> Option<JsValue> {
    get(&super::window()?.into(), "speechSynthesis")
}

/// A voice for a language by its two letters: one on the device before one in the network. `None` where
/// there is none, and in some browsers before they have looked.
pub fn voice(language: &str) -> Option<Voice> {
    let language = language.split('-').next().unwrap_or_default();
    let list: js_sys::Array = call(&synthesis()?, "getVoices", &[])?.dyn_into().ok()?;
    let speaks = |voice: &JsValue| {
        let tag = get(voice, "lang").and_then(|lang| lang.as_string()).unwrap_or_default();
        // Android writes `vi_VN`.
        tag.split(['-', '_']).next().is_some_and(|main| main.eq_ignore_ascii_case(language))
    };
    let is_local = |voice: &JsValue| get(voice, "localService").is_some_and(|is| is.is_truthy());
    let voices: Vec<JsValue> = list.iter().filter(speaks).collect();
    let best = voices.iter().find(|voice| is_local(voice)).or(voices.first())?;
    Some(Voice(best.clone()))
}

/// Hears that the device has found its voices.
pub fn on_voices(mut hear: impl FnMut() + 'static) -> Option<Listener> {
    // An object without `addEventListener` answers as one that never calls.
    let target: EventTarget = synthesis()?.unchecked_into();
    Listener::of(target, "voiceschanged", move |_| hear())
}

/// How an utterance came to its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spoken {
    /// All of it was said.
    Whole,
    /// Something else silenced it.
    Cut,
    /// The voice does not work.
    Failed,
}

/// Something being said; silent and deaf once it is dropped.
pub struct Utterance {
    value: JsValue,
    /// It came to its end by itself.
    is_over: Rc<Cell<bool>>,
    _hear: Closure<dyn FnMut(Event)>,
}

impl Utterance {
    /// Says a text at a speed, 1 being the voice's own; `done` hears how it ended, once. `None` where
    /// nothing can be said.
    pub fn say(
        voice: &Voice,
        text: &str,
        rate: f64,
        done: impl FnOnce(Spoken) + 'static,
    ) -> Option<Self> {
        let synthesis = synthesis()?;
        let value = create("SpeechSynthesisUtterance", &[text.into()])?;
        set(&value, "voice", &voice.0);
        if let Some(language) = get(&voice.0, "lang") {
            set(&value, "lang", &language);
        }
        set(&value, "rate", &rate.into());
        let mut done = Some(done);
        let is_over = Rc::new(Cell::new(false));
        let over = Rc::clone(&is_over);
        let hear = Closure::<dyn FnMut(Event)>::new(move |event: Event| {
            over.set(true);
            if let Some(done) = done.take() {
                done(outcome(&event));
            }
        });
        set(&value, "onend", hear.as_ref());
        set(&value, "onerror", hear.as_ref());
        call(&synthesis, "speak", std::slice::from_ref(&value))?;
        Some(Self { value, is_over, _hear: hear })
    }
}

impl Drop for Utterance {
    fn drop(&mut self) {
        set(&self.value, "onend", &JsValue::NULL);
        set(&self.value, "onerror", &JsValue::NULL);
        // Some browsers lose what is said right after a needless silencing.
        if !self.is_over.get() {
            silence();
        }
    }
}

fn outcome(event: &Event) -> Spoken {
    let error = get(event, "error").and_then(|error| error.as_string());
    match error.as_deref() {
        None => Spoken::Whole,
        Some("canceled" | "interrupted") => Spoken::Cut,
        Some(_) => Spoken::Failed,
    }
}

/// Says nothing more.
fn silence() {
    if let Some(synthesis) = synthesis() {
        call(&synthesis, "cancel", &[]);
    }
}
