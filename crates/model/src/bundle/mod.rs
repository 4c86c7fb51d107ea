//! The files a viewer loads.
//!
//! A bundle is a folder: `archive.json`, the [`Manifest`], is revalidated on every visit; every
//! other file is a *page* of some kind, named by its content and never changed.
//!
//! | kind | a page of it | read when |
//! |---|---|---|
//! | list | [`Pages`]: the names of pages of another kind | such a page is wanted |
//! | overview | [`Overview`] | at once |
//! | units | `[Unit]` | at once |
//! | catalogue | [`Catalogue`]: 32 articles as a list shows them | one of them is shown |
//! | leads | `[String]`: the openings of the same 32 articles | they are shown with it |
//! | order | [`Order`]: dates and units of all articles | articles are listed by date or unit |
//! | ids | [`Ids`]: identifiers and ordinals | an article is opened by its address |
//! | names | `[Name]`: 256 of what has a name | something is typed, or looked up by its id |
//! | anniversaries, officials, programmes, directives | [`Facts`]: some entries | one of them is shown |
//! | recent | [`Facts`] of 64 articles added last | any entry is shown |
//! | days, congresses, awards, quotations, figures | [`Told`]: what a run of articles tells of them | their list is shown |
//! | reference | `[ReferenceDay]`: days that no article need tell | the calendar is shown |
//! | unit-facts | `[UnitFacts]`: what articles about 16 units tell | the page of such a unit |
//! | bodies | `[[ToldBody]]`: the bodies that articles name in 32 units | the page of such a unit |
//! | recent-bodies | `[UnitBodies]` of 64 articles added last | the page of any unit |
//! | articles | [`Chunk`]: some whole articles | one is read, or a passage of it shown |
//! | index | a piece of the search index, binary, see the `search` crate | a query needs it |
//! | jpeg, png, webp, gif | a picture of an article | it comes into sight |
//!
//! An article's *ordinal* is its place in the catalogue, from 0. In a new bundle the articles stand
//! [in order](in_order) of their dates. A bundle that follows another keeps what is there where it
//! is, and appends what is new: so pages that are full never change, and readers fetch little. The
//! search index counts documents the same way. [`Order`] tells the dates of all.
//!
//! Facts gather mentions from all over the archive, so an added article would change many pages.
//! Therefore entries are written with the mentions of the first articles only, a multiple of
//! [`SETTLED`](write::SETTLED), and what later articles mention stands on *recent* pages, which are
//! joined to an entry when it is read.
//!
//! A page's path is `parts/<kind>-<name>.<json|bin>`, its name the first 16 hexadecimal digits of the
//! SHA-256 of its content. All JSON is compact UTF-8 with keys in a fixed order, so that the same
//! archive gives the same bytes.
//!
//! The other form of `archive.json` is a set of articles written by hand: see [`set`]. [`Form::of`]
//! tells the two apart.
//!
//! | module | holds |
//! |---|---|
//! | [`manifest`] | [`Manifest`]: what the archive is, and the names of its pages |
//! | [`lists`], [`facts`] | what pages hold |
//! | [`write`](mod@write) | [`Contents`] → files |
//! | [`read`] | bytes → [`Manifest`] and pages |
//! | [`whole`] | all pages of a kind, for who has all files at hand |
//! | [`set`] | the hand-written form |
//! | `fault` | what can be wrong with any of them |
//! | `text`, `json`, `parts` | bytes → JSON → types, in little code |
//! | [`digest`] | SHA-256 |

pub mod digest;
pub mod facts;
mod fault;
mod json;
pub mod lists;
pub mod manifest;
mod parts;
pub mod read;
pub mod set;
mod text;
pub mod whole;
pub mod write;

use serde::{Deserialize, Serialize};

use crate::article::Article;

pub use facts::{Facts, Name, Person, Term, Told, UnitFacts, UnitFigures, UnitProgramme};
pub use lists::{AnniversaryHead, Catalogue, Ids, Order, Overview, Summary, in_order};
pub use manifest::{Counts, Manifest, Pages, PartKind, Shelf};
pub use read::{Form, ManifestError, PartDamage};
pub use write::{About, Contents};

/// The schema of packed bundles: what this code writes, and all that it reads. Sets written by hand
/// have [one of their own](set::SCHEMA).
pub const SCHEMA: u32 = 2;

/// A run of whole articles.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Chunk {
    /// In order of ordinals.
    pub articles: Vec<Article>,
}
