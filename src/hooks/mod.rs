//! State, each kind in one place and behind one hook.
//!
//! | hook | gives |
//! |---|---|
//! | [`use_place`] | the current [`Route`](crate::route::Route) and how the reader came there |
//! | [`use_archive`] | the archive: waiting, open or failed |
//! | [`use_article`] | one whole article |
//! | [`use_search`] | the last search and its results |
//! | [`use_settings`] | theme, text size, language |
//! | [`use_messages`] | what the viewer says in the reader's language |
//! | [`use_today`] | the day that is today |

mod archive;
mod article;
mod bookmarks;
mod load;
mod permalink;
mod place;
mod search;
mod settings;
mod today;

pub use archive::files::Files;
pub use archive::open::{OpenError, open, open_memory};
pub use archive::provider::{ArchiveContext, ArchiveProvider, Preview, use_archive};
pub use archive::shared::{ArchiveRef, Identity};
pub use archive::shelf::Raw;
pub use archive::store::{Absent, Archive, Asked, PartDamage};
pub use article::{LoadedArticle, UseArticle, use_article};
pub use bookmarks::{
    Bookmark, bookmarks, can_bookmark, forget_bookmark, is_bookmarked, keep_bookmark,
    keep_bookmarks,
};
pub use load::{Load, Progress};
pub use permalink::{is_public, permalink};
pub use place::{Place, PlaceProvider, navigate, retype, use_place};
pub use search::{
    NamesRef, Phase, SearchFailure, SearchProvider, SearchState, Shown, UseSearch,
    forget_all_recent, forget_recent, keep_recent, recent, remember, remembers, use_search,
};
pub use settings::{
    Language, Lines, Settings, SettingsAction, SettingsHandle, SettingsProvider, TextSize, Theme,
    use_messages, use_settings,
};
pub use today::use_today;
