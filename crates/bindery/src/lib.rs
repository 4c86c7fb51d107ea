//! Binds an archive: article files and the publisher's settings in, a bundle and a report out.
//! No file is read or written here; everything is bytes.
//!
//! 1. [`folder`] or [`set`] makes a [`Draft`]: articles with the publisher's statements;
//! 2. [`bind`](mod@bind) finds units and facts, puts the articles in order, builds the index and
//!    writes the bundle;
//! 3. [`report`] says per article what was found, and [`messages`] says it in words.
//!
//! A fault costs as little as it can: a setting, an article, never the archive.

pub mod bind;
pub mod config;
pub mod copies;
pub mod files;
pub mod folder;
pub mod messages;
pub mod offline;
pub mod pictures;
pub mod problem;
pub mod report;
pub mod set;

mod conflicts;
mod derive;
mod facts;
mod index;
mod open_names;
mod parallel;
mod places;

pub use bind::{Bound, Draft, Previous, Step, bind};
pub use config::ArchiveConfig;
pub use problem::{Problem, Severity, What};
pub use report::Report;
