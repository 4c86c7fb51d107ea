//! How a fact is known, and from where: nothing is shown without it.

use calendar::PartialDate;
use serde::{Deserialize, Serialize};

use crate::article::ArticleId;
use crate::span::Span;

/// How a fact is known. Ordered from the firmest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// Nêu rõ: the source says it in so many words.
    Stated,
    /// Suy ra: read from the source with a step of judgement (a year taken from the context).
    Inferred,
    /// Tính ra: computed from something stated (2020 − 72 = 1948).
    Derived,
    /// Tham chiếu: from a cited work outside the archive.
    Reference,
}

/// Where a fact comes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Evidence {
    /// A place in an article of the archive.
    Text {
        /// The article.
        article: ArticleId,
        /// The words that say it.
        at: Span,
        /// The sentence (or line) around them, as printed, for showing without the article.
        quote: String,
    },
    /// The publisher's own statement, in archive.toml or a hand-written set.
    Publisher {
        /// What the publisher noted beside it; may be empty.
        note: String,
    },
    /// A published work.
    Citation {
        /// The citation, readable by itself.
        text: String,
        /// Where to look it up; shown, never fetched.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        url: Option<String>,
    },
}

/// The step that led from the evidence to the value. Each has one sentence in the viewer's message
/// catalogue.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(tag = "rule", rename_all = "kebab-case")]
pub enum Rule {
    /// A labelled line of the site ("Ngày đăng: …", "Lượt xem: …").
    LabelledLine,
    /// A line that holds a date or number alone, known by its place on the page.
    BareLine,
    /// The opening of the report says when ("Sáng ngày 09/10/2020, …").
    OpeningDate,
    /// Day and month are printed; the year is the one the article speaks of.
    YearFromContext {
        /// The year taken.
        year: i32,
    },
    /// A report of "this morning", "this afternoon" is published the same day.
    SameDayReport,
    /// The site's clock at the head of the page: when it was crawled.
    SiteClock,
    /// "(15/10/1930-15/10/2020)": founding day and its anniversary.
    FoundingPair,
    /// "được thành lập ngày 15/4/1976": the article says when, and counts the years to it.
    FoundingStatement,
    /// "72 năm" in an article of a known year gives the founding year, never a day.
    YearsSubtracted {
        /// The year counted from.
        year: i32,
        /// The years counted.
        years: u16,
    },
    /// An agency's code in the dateline ("LSO-").
    AgencyCode {
        /// As printed.
        code: String,
    },
    /// The title names it.
    NamedInTitle,
    /// The lead names it.
    NamedInLead,
    /// The body names it, and nothing else of its kind.
    NamedInBody,
    /// The publisher says so.
    PublisherStatement,
    /// Written in the hand-made article set.
    GivenInSet,
}

/// A value with how and whence it is known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Known<T> {
    /// The value.
    pub value: T,
    /// How it is known.
    pub status: Status,
    /// The step taken.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rule: Option<Rule>,
    /// Where it comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Evidence>,
}

/// A date with how it is known.
pub type Dated = Known<PartialDate>;
