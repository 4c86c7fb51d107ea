//! The worker's place in the browser: messages in, messages out.

use indexer::Session;
use js_sys::Uint8Array;
use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

/// Begins to listen.
pub(crate) fn start() {
    let scope = scope();
    let mut session = Session::default();
    let answering = scope.clone();
    let hear = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        let message = Uint8Array::new(&event.data()).to_vec();
        post(&answering, &session.take(&message));
    });
    // Not `onmessage`: the script hands on by dispatching what came before the wasm was there.
    let _ = scope.add_event_listener_with_callback("message", hear.as_ref().unchecked_ref());
    hear.forget();
}

fn scope() -> DedicatedWorkerGlobalScope {
    js_sys::global().unchecked_into()
}

fn post(scope: &DedicatedWorkerGlobalScope, reply: &[u8]) {
    let _ = scope.post_message(&Uint8Array::from(reply));
}
