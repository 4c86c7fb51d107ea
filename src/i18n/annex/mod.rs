//! What the pages of the annex say. Reached only from there, so that the shell does not carry it.

pub mod about;
pub mod almanac;
pub mod anniversary;
pub mod bookmarks;
pub mod cards;
pub mod cite;
pub mod desk;
pub mod keep;
pub mod kiosk;
pub mod published;
pub mod settings;
pub mod subjects;
pub mod timeline;
pub mod today;
pub mod told;
pub mod unit;
pub mod units;

use super::Messages;
use crate::hooks::Language;

/// All that the annex says in one language.
pub struct AnnexMessages {
    /// About the archive.
    pub about: about::About,
    /// An anniversary.
    pub anniversary: anniversary::Anniversary,
    /// Bookmarks.
    pub bookmarks: bookmarks::Bookmarks,
    /// The calendar.
    pub calendar: almanac::Calendar,
    /// Small pages for other sites.
    pub cards: cards::Cards,
    /// Citing an article.
    pub cite: cite::Cite,
    /// A hall's screen.
    pub kiosk: kiosk::Kiosk,
    /// What the device keeps.
    pub keep: keep::Keep,
    /// Heading of the page for an address that leads nowhere.
    pub not_found: &'static str,
    /// The check of a published site.
    pub published: published::Published,
    /// Settings.
    pub settings: settings::Settings,
    /// Officials, programmes, directives.
    pub subjects: subjects::Subjects,
    /// The timeline.
    pub timeline: timeline::Timeline,
    /// A day of the year.
    pub today: today::Today,
    /// What the articles tell, by kind.
    pub told: told::Told,
    /// The list of units and a unit.
    pub unit: unit::Unit,
    /// Units: finding, comparing, dossier.
    pub units: units::UnitPages,
}

/// Tiếng Việt.
static VI: AnnexMessages = AnnexMessages {
    about: about::VI,
    anniversary: anniversary::VI,
    bookmarks: bookmarks::VI,
    calendar: almanac::VI,
    cards: cards::VI,
    cite: cite::VI,
    kiosk: kiosk::VI,
    keep: keep::VI,
    not_found: "Không tìm thấy trang này",
    published: published::VI,
    settings: settings::VI,
    subjects: subjects::VI,
    timeline: timeline::VI,
    today: today::VI,
    told: told::VI,
    unit: unit::VI,
    units: units::VI,
};

/// English.
static EN: AnnexMessages = AnnexMessages {
    about: about::EN,
    anniversary: anniversary::EN,
    bookmarks: bookmarks::EN,
    calendar: almanac::EN,
    cards: cards::EN,
    cite: cite::EN,
    kiosk: kiosk::EN,
    keep: keep::EN,
    not_found: "There is no such page",
    published: published::EN,
    settings: settings::EN,
    subjects: subjects::EN,
    timeline: timeline::EN,
    today: today::EN,
    told: told::EN,
    unit: unit::EN,
    units: units::EN,
};

/// What the annex says in the language of `messages`.
pub fn annex(messages: &Messages) -> &'static AnnexMessages {
    match messages.language {
        Language::Vi => &VI,
        Language::En => &EN,
    }
}
