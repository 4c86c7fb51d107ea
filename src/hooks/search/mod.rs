//! The search that all pages share: its state, the worker that answers, the names that complete what
//! is typed, and the latest searches.

mod names;
mod pace;
mod provider;
mod recent;
mod session;
mod state;

pub use names::NamesRef;
pub use provider::{SearchProvider, UseSearch, use_search};
pub use recent::{forget_all_recent, forget_recent, keep_recent, recent, remember, remembers};
pub use session::SearchFailure;
pub use state::{Phase, SearchState, Shown};
