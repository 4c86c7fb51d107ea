//! What the archive is made of, and how it is written down.
//!
//! | module | holds |
//! |---|---|
//! | [`known`] | how a fact is known: stated, inferred, derived or reference, and from where |
//! | [`article`] | one archived page, its parts and its three dates |
//! | [`unit`](mod@unit) | administrative units and the bodies in them |
//! | [`body`] | the bodies that articles name in units |
//! | [`chronicle`] | anniversaries, officials, programmes, directives, with every mention |
//! | [`days`] | days of every year without a founding: told by articles, or of the reference calendar |
//! | [`telling`] | congresses and terms, awards, quotations |
//! | [`bundle`] | the files a viewer loads: manifest, catalogue, article chunks, units, chronicle |
//!
//! All positions in text are [`Span`]s: byte ranges of the UTF-8 text of one article's
//! [`text`](article::Article::text), which is the source text untouched.

pub mod article;
pub mod body;
pub mod bundle;
pub mod chronicle;
pub mod days;
pub mod known;
pub mod span;
pub mod telling;
pub mod unit;

pub use article::{Article, ArticleId};
pub use known::{Evidence, Known, Rule, Status};
pub use span::Span;
pub use unit::{Unit, UnitId};
