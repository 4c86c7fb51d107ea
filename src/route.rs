//! Places of the viewer and their addresses: the only code that knows a URL.
//!
//! All routes live behind `#`, so that any static host, sub-path or frame will do:
//!
//! | address | place |
//! |---|---|
//! | `#/` | home |
//! | `#/bai/<id>-<slug>`, `…/d/<n>`, `…/c/<from>-<to>`, `…/nguyen-ban`, `?q=` | an article, its n-th paragraph, a sentence by its bytes, its original, words to mark |
//! | `#/trich-dan/<id>` | how to cite an article |
//! | `#/tim?q=&dv=&nam=&muc=&nguoi=&ct=&kem=&sap=` | search |
//! | `#/dong-thoi-gian?tu=&den=` | timeline |
//! | `#/ky-niem/<id>?nam=` | an anniversary, counted to a year |
//! | `#/hom-nay?ngay=` | a day of the year |
//! | `#/lich?thang=`, `#/lich?nam=` | the calendar of a month, of a year |
//! | `#/don-vi?q=`, `#/don-vi/<id>`, `…/ho-so` | units by name, a unit, its dossier |
//! | `#/so-sanh?a=&b=` | two units side by side |
//! | `#/nguoi/<id>`, `#/chuong-trinh/<id>`, `#/van-ban/<id>` | an official, a programme, a directive |
//! | `#/sap-toi`, `#/moi?dv=` | coming days, what is new: small, for other sites |
//! | `#/dieu-neu`, `#/ky-niem`, `#/nguoi`, `#/so-lieu`, … | what the articles tell, by kind: see [`ToldKind`] |
//! | `#/dai-hoi/<id>`, `#/khen-thuong/<id>`, … | an entry of a kind, or what is chosen of it |
//! | `#/cai-dat`, `#/gioi-thieu` | settings, about |
//! | `#/danh-dau` | articles that the reader put a mark on |
//! | `#/ban-lam-viec` | the clerk's desk |
//!
//! `parse(format(route)) == route`. Anything else is [`Route::Unknown`], never an error.

mod address;
mod article;
mod mode;
pub mod percent;
mod query;
mod search;
mod told;

use calendar::{Date, PartialDate};
use model::{ArticleId, Span};

pub use article::{ArticlePart, ArticlePlace, slug};
pub use mode::{Mode, idle_seconds, likes};
pub use search::{Field, SearchPlace};
pub use told::ToldKind;

/// A place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// Home: today, coming anniversaries, what is new, units.
    Home,
    /// An article.
    Article(ArticlePlace),
    /// How to cite an article; of the place only the id counts.
    Cite(ArticlePlace),
    /// Search.
    Search(SearchPlace),
    /// The timeline between two dates.
    Timeline {
        /// From this date on.
        from: Option<PartialDate>,
        /// Up to this date.
        to: Option<PartialDate>,
    },
    /// An anniversary.
    Anniversary {
        /// Its id in the chronicle.
        id: String,
        /// The year it is counted to; absent means this year.
        year: Option<i32>,
    },
    /// What happened on a day of the year.
    Today {
        /// The day; absent means today.
        day: Option<Date>,
    },
    /// The calendar.
    Calendar {
        /// The month or the year shown; absent means this month.
        of: Option<PartialDate>,
    },
    /// All units, or those that a name may mean.
    Units {
        /// The name, as typed.
        text: String,
    },
    /// A unit.
    Unit {
        /// Its id.
        id: String,
    },
    /// A unit's dossier.
    Dossier {
        /// The unit's id.
        id: String,
    },
    /// Two units side by side.
    Compare {
        /// The first one's id.
        first: Option<String>,
        /// The second one's id.
        second: Option<String>,
    },
    /// An official.
    Official {
        /// The id in the chronicle.
        id: String,
    },
    /// A programme.
    Programme {
        /// Its id in the chronicle.
        id: String,
    },
    /// A directive.
    Directive {
        /// Its id in the chronicle.
        id: String,
    },
    /// Days that come next, small.
    Coming,
    /// What is new, small.
    Latest {
        /// Of this unit; absent means of all.
        unit: Option<String>,
    },
    /// What stands round every page in a hall; no address leads here.
    Kiosk,
    /// What the articles tell of one kind.
    Told {
        /// Which.
        kind: ToldKind,
        /// An entry of it, or what is chosen of it; absent means all.
        id: Option<String>,
    },
    /// What the device keeps.
    Keep,
    /// Articles that the reader put a mark on.
    Bookmarks,
    /// The clerk's desk.
    Desk,
    /// Settings.
    Settings,
    /// About the archive.
    About,
    /// No such place.
    Unknown {
        /// What stood behind `#`, as it was.
        raw: String,
    },
}

impl Route {
    /// An article's reading view, with readable words of its title in the address.
    pub fn article(id: &ArticleId, title: &str) -> Self {
        Self::Article(ArticlePlace::of(id, title))
    }

    /// An article at a paragraph, numbered from 1.
    pub fn paragraph(id: &ArticleId, title: &str, number: usize) -> Self {
        let part = u32::try_from(number).map_or(ArticlePart::Whole, ArticlePart::Paragraph);
        Self::Article(ArticlePlace { part, ..ArticlePlace::of(id, title) })
    }

    /// An article at a sentence, which is shown as the proof of a fact.
    pub fn sentence(id: &ArticleId, title: &str, at: Span) -> Self {
        let part = ArticlePart::Sentence(at);
        Self::Article(ArticlePlace { part, ..ArticlePlace::of(id, title) })
    }

    /// All that the articles tell of a kind.
    pub fn told(kind: ToldKind) -> Self {
        Self::Told { kind, id: None }
    }

    /// Two units side by side, or the choice of them.
    pub fn compare(first: Option<String>, second: Option<String>) -> Self {
        Self::Compare { first, second }
    }

    /// Words a reader of a broken link may be looking for.
    pub fn words(&self) -> String {
        let text = match self {
            Self::Unknown { raw } => percent::decode(raw.split('?').next().unwrap_or(raw), false),
            Self::Article(place) => place.slug.clone(),
            Self::Anniversary { id, .. }
            | Self::Unit { id }
            | Self::Dossier { id }
            | Self::Official { id }
            | Self::Programme { id }
            | Self::Directive { id }
            | Self::Told { id: Some(id), .. } => id.clone(),
            _ => String::new(),
        };
        let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        words.collect::<Vec<_>>().join(" ")
    }
}

/// The day that the address asks to be taken for today: `?ngay=` behind `#`, else in the page's
/// own query string. Behind `#/hom-nay` it is the day that is shown.
pub fn pinned_day(page_query: &str, hash: &str) -> Option<Date> {
    let shows_a_day = matches!(Route::parse(hash), Route::Today { .. });
    let hash_query = hash.split_once('?').map_or("", |(_, query)| query);
    let page_query = page_query.strip_prefix('?').unwrap_or(page_query);
    let day = |query| query::Pairs::parse(query).read("ngay");
    let behind = if shows_a_day { None } else { day(hash_query) };
    behind.or_else(|| day(page_query))
}

#[cfg(test)]
mod tests;
