//! Anniversaries in one article.
//!
//! Two things tell of an anniversary: a *count* ("kỷ niệm 90 năm ngày truyền thống …") and a
//! *founding pair* ("(15/10/1930-15/10/2020)"). A count alone gives a year, never a day.
//!
//! 1. [`count`] finds the counts that announce something;
//! 2. [`item`] reads what they count: one name, or a list of names, each perhaps with its pair
//!    ([`name`] knows where those begin and end);
//! 3. [`subject`] says whose day a name is, so that wordings of one day meet;
//! 4. [`founding`] gives each its founding date: stated, or derived from the year of the occasion.

mod count;
mod founding;
mod item;
mod name;
mod subject;

use model::Span;
use model::article::Article;
use model::chronicle::AnniversaryKind;
use model::known::{Rule, Status};

use calendar::PartialDate;

use crate::date::DayMonth;
use crate::passage::Passage;

pub(crate) use subject::{Subject, known_name};

/// A mention of an anniversary in an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundAnniversary {
    /// Whose day it is.
    pub(crate) subject: Subject,
    /// What is remembered.
    pub kind: AnniversaryKind,
    /// The name as printed.
    pub name: Span,
    /// The words of the mention: count, name, dates.
    pub at: Span,
    /// The sentence around them.
    pub sentence: Span,
    /// The founding date, when the article tells or lets it be computed.
    pub founding: Option<Founding>,
    /// The years the text claims.
    pub claimed_years: Option<u16>,
    /// The year of the occasion.
    pub occasion_year: Option<i32>,
}

/// A founding date, how it is known and by which step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Founding {
    /// The date, as precise as it is known.
    pub date: PartialDate,
    /// Stated or derived.
    pub status: Status,
    /// The step.
    pub rule: Rule,
}

/// What the text says of an anniversary, before years are computed.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Raw {
    subject: Subject,
    kind: AnniversaryKind,
    name: Span,
    at: Span,
    sentence: Span,
    claimed: Option<u16>,
    /// What leads to the count.
    led_by: Lead,
    dates: Dates,
}

/// The time that the words right before a count are about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Lead {
    /// The article's.
    Now,
    /// "Năm 2010, nhân kỷ niệm …", "đến năm 2030 - kỷ niệm …".
    Year(i32),
    /// "đến dịp kỷ niệm …": some year to come.
    Future,
}

/// The dates printed beside a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Dates {
    /// None.
    None,
    /// Founding date and its return.
    Pair(PartialDate, PartialDate),
    /// One date: the founding's or the occasion's.
    One(PartialDate),
    /// Day and month.
    DayMonth(DayMonth),
    /// The year that the name itself ends with ("chiến dịch mùa xuân năm 1968").
    Own(i32),
}

/// The anniversaries of an article, in order of place.
pub(crate) fn find(article: &Article, passages: &[Passage]) -> Vec<FoundAnniversary> {
    let raw: Vec<Raw> = passages.iter().flat_map(item::read).collect();
    founding::found(article, passages, raw)
}
