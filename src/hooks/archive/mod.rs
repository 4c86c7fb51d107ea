//! The archive as the viewer holds it: opened once, the lists in memory, articles chunk by chunk.

pub(super) mod open;
pub(super) mod provider;
pub(super) mod store;
