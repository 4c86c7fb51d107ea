//! The search that all pages share: its state, and the worker that answers.

mod provider;
mod session;
mod state;

pub use provider::{SearchProvider, UseSearch, use_search};
pub use session::SearchFailure;
pub use state::{Phase, SearchState};
