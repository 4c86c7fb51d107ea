//! One screen each; what it says is in [`i18n`](crate::i18n). A page without state of its own is a
//! plain function; only those with state are components, which cost some kilobytes each. Pages that
//! few visits need are in [`annex`](crate::annex).

mod article;
mod home;
mod search;

pub(crate) use article::{FIELD, paragraph_id, subject_route, subjects};
pub use article::{Finding, article_page};
pub use home::home_page;
pub use search::SearchPage;

#[cfg(test)]
mod tests;
