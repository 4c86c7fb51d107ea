//! What the pages of the annex say. Reached only from there, so that the shell does not carry it.

pub mod about;
pub mod keep;
pub mod settings;

use super::Messages;
use crate::hooks::Language;

/// All that the annex says in one language.
pub struct AnnexMessages {
    /// About the archive.
    pub about: about::About,
    /// What the device keeps.
    pub keep: keep::Keep,
    /// Settings.
    pub settings: settings::Settings,
}

/// Tiếng Việt.
static VI: AnnexMessages =
    AnnexMessages { about: about::VI, keep: keep::VI, settings: settings::VI };

/// English.
static EN: AnnexMessages =
    AnnexMessages { about: about::EN, keep: keep::EN, settings: settings::EN };

/// What the annex says in the language of `messages`.
pub fn annex(messages: &Messages) -> &'static AnnexMessages {
    match messages.language {
        Language::Vi => &VI,
        Language::En => &EN,
    }
}
