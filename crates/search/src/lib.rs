//! A full-text index for Vietnamese: build it, query it. Pure bytes in, hits out; it knows nothing
//! of articles, files or browsers.
//!
//! | part | module |
//! |---|---|
//! | documents in, pieces out | [`Builder`] |
//! | what of an earlier index is kept | [`Layout`] |
//! | pieces as they arrive, questions | [`Index`], [`Request`], [`Outcome`] |
//! | where an article has the words of a query | [`Highlighter`], [`Sight`] |
//! | passages and marks | [`Sight::snippet`] |
//! | phrases and order decided by the text, where no positions are kept | [`Results::decide`] |
//! | the layout, byte by byte | `format` |
//! | the query language | `query::parse` |
//! | exact, compatible, other spelling, typing error | `query::terms` |
//!
//! Words are kept as exact canonical syllables, ordered so that all readings of a folded syllable
//! lie together: a typed mark constrains, an untyped one is open, and an exact hit always stands
//! above one that only folds to it.

mod build;
mod bytes;
mod columns;
mod cut;
mod decide;
mod directory;
mod document;
mod format;
mod head;
mod index;
mod kept;
mod lexicon;
mod postings;
mod query;
mod sight;
mod slips;
mod snippet;
mod sort;
mod term;
mod verify;
mod weight;

pub use build::{Builder, Layout, Previous};
pub use cut::{Cut, Cutter};
pub use document::{Document, Key, Piece, Zone};
pub use index::{Index, PieceError};
pub use query::{Hit, Note, Order, Outcome, Request, Results, Tier};
pub use sight::{Highlighter, Sight, Text};
pub use snippet::Snippet;
