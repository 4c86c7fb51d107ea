//! The worker's place in the browser: messages in, messages out.
//!
//! A message that is a `Uint8Array` is one of [`indexer::Session`]; one that is an array is the desk's:
//! first its words, then the files beside them, all as `Uint8Array`.

use indexer::Session;
use js_sys::{Array, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

use crate::gate::{self, Serve};

/// Where the worker's script finds the table of functions, which the desk's wasm shares.
const TABLE: &str = "indexerTable";

/// Begins to listen.
pub(crate) fn start() {
    let scope = scope();
    let (mut session, mut desk) = (Session::default(), None);
    let _ = Reflect::set(&scope, &TABLE.into(), &wasm_bindgen::function_table());
    let answering = scope.clone();
    let hear = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        match event.data().dyn_into::<Array>() {
            Ok(parcel) => serve(&answering, desk.get_or_insert_with(gate::desk), &parcel),
            Err(message) => {
                let message = Uint8Array::new(&message).to_vec();
                post(&answering, &session.take(&message));
            }
        }
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

fn serve(scope: &DedicatedWorkerGlobalScope, desk: &mut Serve, parcel: &Array) {
    let mut items = parcel.iter().map(|item| Uint8Array::new(&item).to_vec());
    let words = items.next().unwrap_or_default();
    let files = items.collect();
    let mut step = |words: Vec<u8>| hand_over(scope, &words, Vec::new());
    let (words, files) = desk(&words, files, &mut step);
    hand_over(scope, &words, files);
}

/// The bytes are moved to the page, not copied: each file leaves the worker as it is handed over.
fn hand_over(scope: &DedicatedWorkerGlobalScope, words: &[u8], files: Vec<Vec<u8>>) {
    let (parcel, moved) = (Array::new(), Array::new());
    let add = |bytes: &[u8]| {
        let bytes = Uint8Array::from(bytes);
        moved.push(&bytes.buffer());
        parcel.push(&bytes);
    };
    add(words);
    for file in files {
        add(&file);
    }
    let _ = scope.post_message_with_transfer(&parcel, &moved);
}
