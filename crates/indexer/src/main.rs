//! The indexer worker's main: messages to and from [`indexer::Session`]. Built for the browser as
//! a classic worker script; a native build has nothing to do.

#[cfg(target_arch = "wasm32")]
mod browser;
#[cfg(target_arch = "wasm32")]
mod gate;

fn main() {
    #[cfg(target_arch = "wasm32")]
    browser::start();
}
