//! The archive as the viewer holds it: opened once, then read page by page as pages are shown.
//!
//! | module | does |
//! |---|---|
//! | `open` | manifest and units |
//! | `files` | the bytes of a part, from the network or from memory, checked |
//! | `shelf` | the pages of one kind, as far as they have been read |
//! | `store` | the questions that pages ask; what is lacking is wanted |
//! | `shared` | the archive among pages, and that more of it has come |
//! | `facts` | what is told of things with names |
//! | `tellings` | further questions that only the annex asks |
//! | `reading` | what is wanted is read, and drawn |
//! | `provider` | the archive for all components |

mod facts;
pub(super) mod files;
pub(super) mod open;
pub(super) mod provider;
mod reading;
pub(super) mod shared;
pub(super) mod shelf;
pub(super) mod store;
mod tellings;
