//! One screen each. A page is a function of its props; what it says is in [`i18n`](crate::i18n).

mod about;
mod anniversary;
mod article;
mod directive;
mod home;
mod not_found;
mod official;
mod programme;
mod search;
mod settings;
mod timeline;
mod today;
mod unit;
mod units;

pub use about::AboutPage;
pub use anniversary::AnniversaryPage;
pub use article::ArticlePage;
pub use directive::DirectivePage;
pub use home::HomePage;
pub use not_found::NotFoundPage;
pub use official::OfficialPage;
pub use programme::ProgrammePage;
pub use search::SearchPage;
pub use settings::SettingsPage;
pub use timeline::TimelinePage;
pub use today::TodayPage;
pub use unit::UnitPage;
pub use units::UnitsPage;
