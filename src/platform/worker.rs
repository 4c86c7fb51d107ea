//! A worker at the other end of a wire: bytes out, bytes in.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::future::poll_fn;
use std::rc::Rc;
use std::task::{Poll, Waker};

use protocol::{Answer, Ask, Reply, Request};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{MessageEvent, Worker};

/// What comes from a worker.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// A message.
    Message(Vec<u8>),
    /// It died, or never started.
    Crashed,
}

/// A running worker; dropping it ends it.
pub struct Wire {
    worker: Worker,
    _on_message: Closure<dyn FnMut(MessageEvent)>,
    _on_error: Closure<dyn FnMut(web_sys::Event)>,
}

impl Wire {
    /// Starts the worker whose script lies at `url`. `None` where workers are not to be had.
    pub fn start(url: &str, hear: impl Fn(Event) + Clone + 'static) -> Option<Self> {
        super::window()?;
        let worker = Worker::new(url).ok()?;
        let hear_message = hear.clone();
        let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            let bytes = js_sys::Uint8Array::new(&event.data()).to_vec();
            hear_message(Event::Message(bytes));
        });
        let on_error = Closure::<dyn FnMut(web_sys::Event)>::new(move |event: web_sys::Event| {
            event.prevent_default();
            hear(Event::Crashed);
        });
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        worker.set_onmessageerror(Some(on_error.as_ref().unchecked_ref()));
        Some(Self { worker, _on_message: on_message, _on_error: on_error })
    }

    /// Sends a message; `false` when the worker cannot take it.
    pub fn send(&self, message: &[u8]) -> bool {
        self.worker.post_message(&js_sys::Uint8Array::from(message)).is_ok()
    }
}

impl Drop for Wire {
    fn drop(&mut self) {
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.set_onmessageerror(None);
        self.worker.terminate();
    }
}

/// Holds a short conversation with a worker of its own: shakes hands, then asks each thing in turn
/// and collects the answers. `None` when the worker cannot be started, dies, or is of another build.
pub async fn converse(script: &str, asks: Vec<Ask>) -> Option<Vec<Answer>> {
    let (inbox, wire) = start_with_inbox(script)?;
    let hello = Ask::Hello { version: protocol::VERSION };
    let mut answers = Vec::with_capacity(asks.len());
    for (number, ask) in (0..).zip(std::iter::once(hello).chain(asks)) {
        if !wire.send(&protocol::encode(&Request { number, ask })) {
            return None;
        }
        let Event::Message(bytes) = inbox.next().await else { return None };
        let reply: Reply = protocol::decode(&bytes)?;
        match reply.answer {
            Answer::OtherVersion { .. } => return None,
            Answer::Welcome => {}
            answer => answers.push(answer),
        }
    }
    Some(answers)
}

fn start_with_inbox(script: &str) -> Option<(Rc<Inbox>, Wire)> {
    let inbox = Rc::new(Inbox::default());
    let slot = Rc::clone(&inbox);
    let wire = Wire::start(script, move |event| slot.put(event))?;
    Some((inbox, wire))
}

/// Events that wait to be read.
#[derive(Default)]
struct Inbox {
    events: RefCell<VecDeque<Event>>,
    reader: RefCell<Option<Waker>>,
}

impl Inbox {
    fn put(&self, event: Event) {
        self.events.borrow_mut().push_back(event);
        if let Some(reader) = self.reader.take() {
            reader.wake();
        }
    }

    fn next(&self) -> impl Future<Output = Event> {
        poll_fn(|context| match self.events.borrow_mut().pop_front() {
            Some(event) => Poll::Ready(event),
            None => {
                *self.reader.borrow_mut() = Some(context.waker().clone());
                Poll::Pending
            }
        })
    }
}
