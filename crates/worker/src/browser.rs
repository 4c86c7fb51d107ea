//! The worker's place in the browser: messages, fetch, the clock.

use std::future::Future;
use std::rc::Rc;

use js_sys::{Promise, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent, Response};
use worker::{Fetching, Host, Session};

/// Begins to listen.
pub(crate) fn start() {
    let scope = scope();
    let session = Rc::new(Session::new(Browser { scope: scope.clone() }));
    let hear = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        let message = Uint8Array::new(&event.data()).to_vec();
        let session = Rc::clone(&session);
        spawn_local(async move { session.take(&message).await });
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

struct Browser {
    scope: DedicatedWorkerGlobalScope,
}

impl Host for Browser {
    fn fetch(&self, url: &str) -> Fetching {
        let asked = self.scope.fetch_with_str(url);
        Box::pin(async move {
            let response: Response = JsFuture::from(asked).await.ok()?.unchecked_into();
            if !response.ok() {
                return None;
            }
            let body = JsFuture::from(response.array_buffer().ok()?).await.ok()?;
            Some(Uint8Array::new(&body).to_vec())
        })
    }

    fn rest(&self, milliseconds: i32) -> impl Future<Output = ()> {
        let scope = self.scope.clone();
        async move {
            let turn = Promise::new(&mut |resolve, _| {
                let _ = scope
                    .set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, milliseconds);
            });
            let _ = JsFuture::from(turn).await;
        }
    }

    fn micros(&self) -> u64 {
        self.scope.performance().map_or(0, |clock| (clock.now() * 1000.0) as u64)
    }

    fn post(&self, reply: Vec<u8>) {
        post(&self.scope, &reply);
    }
}
