//! The conversation with the indexer: questions are answered in their order, so each waits for the
//! next answer that is nobody else's.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::future::poll_fn;
use std::rc::Rc;
use std::task::{Poll, Waker};

use protocol::desk::{Answer, Ask};
use wasm_bindgen_futures::spawn_local;

use crate::platform::desk::{self, Bytes, Heard, Item};

/// An answer, and the files beside it; nothing when the indexer died.
pub(super) type Answered = Option<(Answer, Vec<Bytes>)>;

/// A conversation.
pub(super) struct Talk {
    wire: desk::Wire,
    waiting: Rc<RefCell<VecDeque<Rc<Slot>>>>,
    is_dead: Rc<Cell<bool>>,
}

/// Where one answer is put.
#[derive(Default)]
pub(super) struct Slot {
    answer: RefCell<Option<Answered>>,
    reader: RefCell<Option<Waker>>,
}

impl Slot {
    fn put(&self, answer: Answered) {
        *self.answer.borrow_mut() = Some(answer);
        if let Some(reader) = self.reader.take() {
            reader.wake();
        }
    }

    /// The answer, when it is here.
    pub(super) async fn answer(&self) -> Answered {
        poll_fn(|context| match self.answer.take() {
            Some(answer) => Poll::Ready(answer),
            None => {
                *self.reader.borrow_mut() = Some(context.waker().clone());
                Poll::Pending
            }
        })
        .await
    }
}

impl Talk {
    /// Starts the indexer; `step` hears how far binding is, `died` that it is no more.
    pub(super) fn start(step: impl Fn(u8) + 'static, died: impl Fn() + 'static) -> Option<Self> {
        let waiting: Rc<RefCell<VecDeque<Rc<Slot>>>> = Rc::default();
        let is_dead: Rc<Cell<bool>> = Rc::default();
        let (slots, dead) = (waiting.clone(), is_dead.clone());
        let wire = desk::Wire::start(move |heard| match heard {
            Heard::Parcel(words, files) => match protocol::decode::<Answer>(&words) {
                Some(Answer::Step(now)) => step(now),
                answer => {
                    let slot = slots.borrow_mut().pop_front();
                    if let Some(slot) = slot {
                        slot.put(answer.map(|answer| (answer, files)));
                    }
                }
            },
            Heard::Crashed => {
                dead.set(true);
                let slots = std::mem::take(&mut *slots.borrow_mut());
                died();
                slots.iter().for_each(|slot| slot.put(None));
            }
        })?;
        Some(Self { wire, waiting, is_dead })
    }

    /// Asks; the answer comes to the slot.
    pub(super) fn ask(self: &Rc<Self>, ask: &Ask, files: Vec<Item>) -> Rc<Slot> {
        let slot = Rc::new(Slot::default());
        if self.is_dead.get() {
            slot.put(None);
            return slot;
        }
        self.waiting.borrow_mut().push_back(slot.clone());
        let (talk, words) = (self.clone(), protocol::encode(ask));
        spawn_local(async move {
            // What cannot be sent is answered by the worker's error event.
            let _ = talk.wire.send(&words, &files).await;
        });
        slot
    }
}
