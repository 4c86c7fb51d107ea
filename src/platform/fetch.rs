//! Reading files from where the viewer came from.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, RequestCache, RequestInit, Response};

use super::clock::now;
use super::timer::{Timeout, sleep};

/// A server that sends nothing for this long is taken for gone. Long enough for a phone that
/// changes cells.
const STALL_MS: f64 = 20_000.0;

/// A stall may be noticed so much sooner.
const NEARLY_MS: f64 = 1_000.0;

/// Waits before the second and third attempt, milliseconds.
const RETRIES: [i32; 2] = [400, 1_600];

/// Why a file could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FetchError {
    /// The device says that it has no network.
    Offline,
    /// The request failed on the way.
    Network,
    /// Nothing came for a long time.
    TimedOut,
    /// The server answered with this status.
    Status(u16),
}

/// Whether a stored copy will do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Freshness {
    /// Ask the server whether the file has changed.
    Revalidate,
    /// The file never changes under its name.
    Immutable,
}

/// Reads a file, with two more attempts when the network (not the server's answer) fails.
/// `progress` hears the bytes received so far.
pub async fn bytes(
    url: &str,
    freshness: Freshness,
    progress: &dyn Fn(u64),
) -> Result<Vec<u8>, FetchError> {
    let mut waits = RETRIES.iter();
    loop {
        let error = match attempt(url, freshness, progress).await {
            Ok(bytes) => return Ok(bytes),
            Err(FetchError::Status(status)) if status < 500 => {
                return Err(FetchError::Status(status));
            }
            Err(error) => error,
        };
        let Some(wait) = waits.next() else { return Err(error) };
        sleep(*wait).await;
    }
}

async fn attempt(
    url: &str,
    freshness: Freshness,
    progress: &dyn Fn(u64),
) -> Result<Vec<u8>, FetchError> {
    let guard = StallGuard::new();
    receive(url, freshness, progress, &guard).await.map_err(|error| match error {
        FetchError::Network if guard.fired() => FetchError::TimedOut,
        FetchError::Network if !super::dom::is_online() => FetchError::Offline,
        other => other,
    })
}

async fn receive(
    url: &str,
    freshness: Freshness,
    progress: &dyn Fn(u64),
    guard: &StallGuard,
) -> Result<Vec<u8>, FetchError> {
    let broken = |_: JsValue| FetchError::Network;
    let window = super::window().ok_or(FetchError::Network)?;
    let options = RequestInit::new();
    options.set_cache(match freshness {
        Freshness::Revalidate => RequestCache::NoCache,
        Freshness::Immutable => RequestCache::Default,
    });
    if let Some(controller) = &guard.controller {
        options.set_signal(Some(&controller.signal()));
    }
    guard.rearm();
    let answer = JsFuture::from(window.fetch_with_str_and_init(url, &options)).await;
    let response: Response = answer.map_err(broken)?.dyn_into().map_err(broken)?;
    if !response.ok() {
        return Err(FetchError::Status(response.status()));
    }
    let Some(stream) = response.body() else { return Ok(Vec::new()) };
    let reader: web_sys::ReadableStreamDefaultReader = stream.get_reader().unchecked_into();
    let mut received = Vec::new();
    loop {
        guard.rearm();
        let step = JsFuture::from(reader.read()).await.map_err(broken)?;
        let value = js_sys::Reflect::get(&step, &"value".into()).map_err(broken)?;
        let Ok(piece) = value.dyn_into::<js_sys::Uint8Array>() else { return Ok(received) };
        received.extend_from_slice(&piece.to_vec());
        progress(received.len() as u64);
    }
}

/// Aborts a request when it stalls.
struct StallGuard {
    controller: Option<AbortController>,
    timer: RefCell<Option<Timeout>>,
    armed: Cell<f64>,
    fired: Rc<Cell<bool>>,
}

impl StallGuard {
    fn new() -> Self {
        let controller = super::window().and_then(|_| AbortController::new().ok());
        let (timer, armed) = (RefCell::default(), Cell::new(f64::NEG_INFINITY));
        Self { controller, timer, armed, fired: Rc::default() }
    }

    /// Something came. A timer costs more than a small file: one that is nearly new will do.
    fn rearm(&self) {
        let now = now();
        if (now - self.armed.get()).abs() < NEARLY_MS {
            return;
        }
        self.armed.set(now);
        let Some(controller) = self.controller.clone() else { return };
        let fired = Rc::clone(&self.fired);
        *self.timer.borrow_mut() = Timeout::start(STALL_MS, move || {
            fired.set(true);
            controller.abort();
        });
    }

    fn fired(&self) -> bool {
        self.fired.get()
    }
}
