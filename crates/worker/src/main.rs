//! The search worker's main: the browser as [`worker::Host`]. Built for the browser as a classic
//! worker script; a native build has nothing to do.

#[cfg(target_arch = "wasm32")]
mod browser;

fn main() {
    #[cfg(target_arch = "wasm32")]
    browser::start();
}
