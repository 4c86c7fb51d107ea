//! Waiting.

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::JsFuture;

/// Calls back once after a while, unless dropped before.
pub struct Timeout {
    handle: i32,
    _call: Closure<dyn FnMut()>,
}

impl Timeout {
    /// Starts. `None` outside a browser.
    pub fn start(milliseconds: f64, call: impl FnOnce() + 'static) -> Option<Self> {
        let window = super::window()?;
        let call = Closure::once(call);
        // Browsers keep delays in 31 bits; longer ones would fire at once.
        let delay = milliseconds.clamp(0.0, f64::from(i32::MAX)) as i32;
        let function = call.as_ref().unchecked_ref();
        let handle =
            window.set_timeout_with_callback_and_timeout_and_arguments_0(function, delay).ok()?;
        Some(Self { handle, _call: call })
    }
}

impl Drop for Timeout {
    fn drop(&mut self) {
        if let Some(window) = super::window() {
            window.clear_timeout_with_handle(self.handle);
        }
    }
}

/// Calls back once what has been drawn by now is on the screen, unless dropped before. In a tab that
/// nobody sees there are no frames: it waits until the tab is looked at.
pub struct Frame {
    handle: i32,
    _call: Closure<dyn FnMut()>,
    _after: Rc<Cell<Option<Timeout>>>,
}

impl Frame {
    /// Starts. `None` outside a browser.
    pub fn after(call: impl FnOnce() + 'static) -> Option<Self> {
        let after: Rc<Cell<Option<Timeout>>> = Rc::default();
        let kept = after.clone();
        // Before a frame is painted its callbacks are called; a timer that starts there comes after it,
        // and after a key or a tap that waits.
        let begun = Closure::once(move || kept.set(Timeout::start(0.0, call)));
        let function = begun.as_ref().unchecked_ref();
        let handle = super::window()?.request_animation_frame(function).ok()?;
        Some(Self { handle, _call: begun, _after: after })
    }
}

impl Drop for Frame {
    fn drop(&mut self) {
        if let Some(window) = super::window() {
            // A frame that has been is no error.
            let _ = window.cancel_animation_frame(self.handle);
        }
    }
}

/// Waits.
pub async fn sleep(milliseconds: i32) {
    let Some(window) = super::window() else { return };
    let promise = js_sys::Promise::new(&mut |resolve, _| {
        // Without timers the wait is simply over.
        let _ =
            window.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, milliseconds);
    });
    let _ = JsFuture::from(promise).await;
}
