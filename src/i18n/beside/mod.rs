//! What is said beside an article's text. Reached only from there, so that the shell does not carry
//! it.

pub mod actions;
pub mod find;
pub mod original;
pub mod reading;

use super::Messages;
use crate::hooks::Language;

/// All that is said beside an article's text in one language.
pub struct BesideMessages {
    /// What can be done with it.
    pub actions: actions::Actions,
    /// Finding words in it.
    pub find: find::Find,
    /// Its original.
    pub original: original::Original,
    /// Notes, neighbours, what is related, where one stopped.
    pub reading: reading::Reading,
}

/// Tiếng Việt.
static VI: BesideMessages = BesideMessages {
    actions: actions::VI,
    find: find::VI,
    original: original::VI,
    reading: reading::VI,
};

/// English.
static EN: BesideMessages = BesideMessages {
    actions: actions::EN,
    find: find::EN,
    original: original::EN,
    reading: reading::EN,
};

/// What is said beside an article in the language of `messages`.
pub fn beside(messages: &Messages) -> &'static BesideMessages {
    match messages.language {
        Language::Vi => &VI,
        Language::En => &EN,
    }
}
