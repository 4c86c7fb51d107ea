//! Keys that work on every page: a wing, loaded at the first of them.
//!
//! | module | |
//! |---|---|
//! | `door` | hears the first key; the search box needs no more than that |
//! | [`keymap`] | which key does what |
//! | `deeds` | what they do |
//! | `help` | the list of them |

mod deeds;
mod door;
mod gate;
mod help;
pub mod keymap;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use yew::prelude::*;

use self::help::Help;
use self::keymap::{Deed, Keymap};
use crate::hooks::use_messages;
use crate::i18n::Messages;
use crate::markup::html;
use crate::platform::clock;
use crate::platform::dom::Listener;

pub use door::keys;

/// Milliseconds in which the second of two keys must come.
const PATIENCE: f64 = 2_000.0;

/// What hears keys; `pressed` is the one that came before it was here.
fn page(_messages: &'static Messages, pressed: &str) -> Html {
    html! { <Keys pressed={pressed.to_owned()} /> }
}

/// Props of [`Keys`].
#[derive(Properties, PartialEq)]
struct KeysProps {
    pressed: AttrValue,
}

#[component]
fn Keys(KeysProps { pressed }: &KeysProps) -> Html {
    let messages = use_messages();
    let is_help = use_state_eq(|| false);
    let (show, first) = (is_help.setter(), pressed.clone());
    use_effect_with((), move |()| {
        let ear = Ear {
            gone: Rc::new(Cell::new(None)),
            show: RefCell::new(Box::new(move || show.set(true))),
        };
        ear.hear(&first);
        let listener = Listener::keys(move |key| ear.hear(key));
        move || drop(listener)
    });
    if !*is_help {
        return Html::default();
    }
    let on_close = Callback::from(move |()| is_help.set(false));
    html! { <Help language={messages.language} {on_close} /> }
}

/// Hears key after key.
struct Ear {
    /// When the first of two keys came.
    gone: Rc<Cell<Option<f64>>>,
    show: RefCell<Box<dyn FnMut()>>,
}

impl Ear {
    /// Does what a key is for; tells whether it was for anything.
    fn hear(&self, key: &str) -> bool {
        let map = Keymap::kept();
        let mut letters = key.chars();
        let (Some(key), None) = (letters.next(), letters.next()) else { return false };
        if !map.is_on {
            return false;
        }
        let is_after_go = self.gone.take().is_some_and(|at| clock::now() - at < PATIENCE);
        match map.deed(key, is_after_go) {
            None => false,
            Some(Deed::Go) => {
                self.gone.set(Some(clock::now()));
                true
            }
            Some(Deed::Help) => {
                (self.show.borrow_mut())();
                true
            }
            // As designed it is the door's.
            Some(Deed::Search) if map == Keymap::default() => false,
            Some(deed) => deeds::act(deed),
        }
    }
}
