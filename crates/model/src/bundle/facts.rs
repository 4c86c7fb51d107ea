//! Facts as pages hold them: only what a page shows is fetched, and what is added leaves the pages
//! that are there as they are.

use calendar::PartialDate;
use serde::{Deserialize, Serialize};

use crate::article::ArticleId;
use crate::chronicle::{Chronicle, SubjectRef};
use crate::span::Span;
use crate::telling::Tellings;
use crate::unit::UnitId;

/// A page of facts.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Facts {
    /// The articles that are mentioned here, and their ordinals.
    pub articles: Vec<(ArticleId, u32)>,
    /// Some entries, with some of their mentions.
    #[serde(flatten)]
    pub chronicle: Chronicle,
}

/// A page of what articles tell besides the chronicle.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    /// The articles that are mentioned here, and their ordinals.
    pub articles: Vec<(ArticleId, u32)>,
    /// Some entries of one kind, with some of their mentions. The reference calendar is a page of
    /// its own.
    #[serde(flatten)]
    pub tellings: Tellings,
}

/// Something that can be looked up by name, or be typed to find it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Name {
    /// What.
    pub of: SubjectRef,
    /// Its name.
    pub name: String,
    /// Its other names.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub others: Vec<String>,
}

/// What the articles about a unit, or about anything in it, tell of days and people.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnitFacts {
    /// The unit.
    pub unit: UnitId,
    /// Anniversaries that they mention, by id.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub anniversaries: Vec<String>,
    /// People named with a role in them, those named last first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub people: Vec<Person>,
    /// Programmes that they mention, those of most articles first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub programmes: Vec<UnitProgramme>,
    /// Sentences with figures in the latest of them, newest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub figures: Vec<UnitFigures>,
}

/// A sentence with figures, in an article about a unit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnitFigures {
    /// The article.
    pub article: ArticleId,
    /// The sentence's place in it.
    pub at: Span,
    /// The sentence, white space folded.
    pub quote: String,
    /// The figures with what they count, as printed.
    pub figures: Vec<String>,
    /// The article's day: that of its event, else of its publication.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on: Option<PartialDate>,
}

/// A programme, with how many articles about a unit mention it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnitProgramme {
    /// The programme's id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Articles about the unit, or anything in it.
    pub articles: u32,
    /// The first and the last year of those whose year is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub years: Option<(i32, i32)>,
}

/// A person, with the last role that articles about a unit name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// The official's id.
    pub id: String,
    /// The name as printed.
    pub name: String,
    /// The role as printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<String>,
    /// The date of the article.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on: Option<PartialDate>,
    /// The roles before it, the latest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub before: Vec<Term>,
    /// The first day that an article names the last role.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<PartialDate>,
}

/// A role that articles name somebody in, over a time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Term {
    /// As printed.
    pub role: String,
    /// The day of the first article.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<PartialDate>,
    /// The day of the last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<PartialDate>,
}
