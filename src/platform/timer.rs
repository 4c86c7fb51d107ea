//! Waiting.

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
