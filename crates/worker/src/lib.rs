//! The search worker: what happens between a message from the viewer and its answer.
//!
//! [`Session`] takes messages and posts replies; everything outside (fetching, the clock, giving
//! way to newer messages) is a [`Host`], so that whole conversations are tested without a browser.
//! The browser's host is in the binary.
//!
//! | subject | module |
//! |---|---|
//! | the conversation | `session` |
//! | an open archive: index files and article chunks, fetched when needed, checked | `archive` |
//! | what a snippet needs of an article chunk | `chunk` |
//! | from the engine's answer to the protocol's | `answer` |

mod answer;
mod archive;
mod chunk;
mod session;

pub use session::Session;

use std::future::Future;
use std::pin::Pin;

/// A fetch that is under way.
pub type Fetching = Pin<Box<dyn Future<Output = Option<Vec<u8>>>>>;

/// What the worker needs from where it runs.
pub trait Host {
    /// Begins to fetch a URL at once; `None` when that fails.
    fn fetch(&self, url: &str) -> Fetching;
    /// Waits for so many milliseconds; for none, lets messages come in that have arrived meanwhile.
    fn rest(&self, milliseconds: i32) -> impl Future<Output = ()>;
    /// Microseconds since some moment.
    fn micros(&self) -> u64;
    /// Sends a reply.
    fn post(&self, reply: Vec<u8>);
}
