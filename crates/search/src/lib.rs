//! A full-text index for Vietnamese: build it, query it. Pure bytes in, hits out; it knows nothing
//! of articles, files or browsers.
//!
//! | part | module |
//! |---|---|
//! | documents in, pieces out | [`Builder`] |
//! | the layout, byte by byte | `format` |

mod build;
mod bytes;
mod document;
mod format;
mod postings;
mod term;

pub use build::Builder;
pub use document::{Document, Piece, Zone};
