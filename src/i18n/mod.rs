//! Everything the viewer says, in Vietnamese (the default) and English.
//!
//! One struct for each page or subject, in a file of its own, with both languages side by side: a
//! sentence that is missing in one language does not compile. A sentence with something to fill in
//! is a function. The words of articles and facts are never in here; they are the archive's.

pub mod annex;
pub mod article;
pub mod beside;
pub mod dates;
pub mod facts;
pub mod frame;
pub mod home;
pub mod keys;
pub mod search;
pub mod today;
pub mod troubles;

use crate::hooks::Language;

/// All that is said in one language; what only the annex says is in [`annex`],
/// what is said beside an article in [`beside`].
pub struct Messages {
    /// Which language.
    pub language: Language,
    /// Dates and numbers.
    pub dates: dates::Dates,
    /// How facts are known, what is doubted.
    pub facts: facts::Facts,
    /// What goes wrong.
    pub troubles: troubles::Troubles,
    /// The frame round all pages.
    pub frame: frame::Frame,
    /// Home.
    pub home: home::Home,
    /// How days come round: what home and a day of the year share.
    pub today: today::Today,
    /// An article.
    pub article: article::Article,
    /// Search.
    pub search: search::Search,
}

/// Tiếng Việt.
pub static VI: Messages = Messages {
    language: Language::Vi,
    dates: dates::VI,
    facts: facts::VI,
    troubles: troubles::VI,
    frame: frame::VI,
    home: home::VI,
    today: today::VI,
    article: article::VI,
    search: search::VI,
};

/// English.
pub static EN: Messages = Messages {
    language: Language::En,
    dates: dates::EN,
    facts: facts::EN,
    troubles: troubles::EN,
    frame: frame::EN,
    home: home::EN,
    today: today::EN,
    article: article::EN,
    search: search::EN,
};

#[cfg(test)]
mod tests;
