//! Pieces that several pages use. Markup and classes are those that `static/css/components.css`
//! names at the head of each block.

mod date;
mod entry;
mod frame;
mod icon;
mod known;
mod page;
mod searchbox;
mod state;

pub use date::{date, day};
pub use entry::{ArticleEntry, article_entry};
pub use frame::Frame;
pub use icon::{Icon, icon};
pub use known::{Proof, known};
pub use page::Page;
pub use searchbox::Searchbox;
pub use state::{empty, failed, loading, no_such};
