//! What the pages about days, years and units show, computed from an open archive.
//!
//! Nothing here draws or reads a clock: a page passes "today" in and draws what comes out, so each
//! of these is tested without a browser.
//!
//! | module | holds |
//! |---|---|
//! | [`agenda`] | anniversaries for the reader's own calendar |
//! | [`days`] | anniversaries of a day, the coming ones, the table of years |
//! | [`timeline`] | everything with a date, by decade and year, newest first |
//! | [`folding`] | which decades and years of it are open |
//! | [`lineage`] | what a unit was, became, and how that is drawn |
//! | [`names`] | names that complete what is typed |
//! | [`words`] | words that complete it, from the articles found |
//! | [`places`] | units by kind, and the articles of all that is in a unit |
//! | [`related`] | articles that have something to do with one, and what |
//! | [`yearly`] | returns of days that have no founding |

pub mod agenda;
pub mod days;
pub mod folding;
pub mod lineage;
pub mod names;

pub mod places;
pub mod related;
pub mod timeline;
pub mod words;
pub mod yearly;
