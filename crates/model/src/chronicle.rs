//! What the articles tell: anniversaries, officials, programmes, directives. Each entry gathers
//! every mention, with the words as printed.

use calendar::PartialDate;
use serde::{Deserialize, Serialize};

use crate::article::ArticleId;
use crate::known::{Dated, Evidence};
use crate::span::Span;
use crate::unit::UnitId;

/// The facts of an archive.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Chronicle {
    /// By founding date, then id.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub anniversaries: Vec<Anniversary>,
    /// By name in Vietnamese order. Empty when the publisher switched the people index off.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub officials: Vec<Official>,
    /// By name in Vietnamese order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub programmes: Vec<Programme>,
    /// By kind and number.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub directives: Vec<Directive>,
}

/// What a mention is of. Written in JSON as `{"anniversary": "id"}` and so on.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SubjectRef {
    /// An [`Anniversary`] by id.
    Anniversary(String),
    /// An [`Official`] by id.
    Official(String),
    /// A [`Programme`] by id.
    Programme(String),
    /// A [`Directive`] by id.
    Directive(String),
    /// A [`Unit`](crate::Unit) or body.
    Unit(UnitId),
}

/// One place in an article where something is mentioned.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mention {
    /// The article.
    pub article: ArticleId,
    /// The words.
    pub at: Span,
    /// The words, as printed.
    pub wording: String,
    /// The sentence (or line) around them.
    pub sentence: Span,
    /// The sentence, as printed, white space folded.
    pub quote: String,
}

/// A recurring day with a founding date.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Anniversary {
    /// Stable name, made from the founding date and the plain name ("1930-10-15-dan-van").
    pub id: String,
    /// What is remembered.
    pub kind: AnniversaryKind,
    /// The fullest of its names, for headings.
    pub name: String,
    /// All names as printed, fullest first.
    pub names: Vec<String>,
    /// The day it began: the day recurs yearly when it is known to the day; a year alone counts
    /// years and has no day.
    pub founding: Dated,
    /// Whose it is.
    pub scope: Scope,
    /// When it ceased to be observed as such (the body merged into another).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_to: Option<PartialDate>,
    /// What a reader should know besides, with its source.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<Note>,
    /// Where it is mentioned, in order of article and place.
    pub mentions: Vec<AnniversaryMention>,
}

/// What an anniversary remembers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AnniversaryKind {
    /// Ngày thành lập.
    Founding,
    /// Ngày truyền thống.
    Tradition,
    /// An event.
    Event,
    /// Ngày sinh.
    Birth,
    /// Ngày mất.
    Death,
    /// Ngày hưởng ứng.
    Observance,
}

/// Whose an anniversary is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Scope {
    /// A national day or sector.
    National,
    /// One unit's own.
    Unit(UnitId),
    /// Nobody says.
    Unknown,
}

/// A remark with its source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// The remark.
    pub text: String,
    /// Whence.
    pub source: Evidence,
}

/// A mention of an anniversary with the years it claims.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnniversaryMention {
    /// Where.
    #[serde(flatten)]
    pub mention: Mention,
    /// The years the text claims ("90 năm"), if any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub claimed_years: Option<u16>,
    /// The year of the occasion the text speaks of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub occasion_year: Option<i32>,
}

/// A person named with a public role.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Official {
    /// Stable name.
    pub id: String,
    /// The name as printed.
    pub name: String,
    /// Roles in order of the articles' dates.
    pub roles: Vec<RoleMention>,
}

/// A role as printed, once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoleMention {
    /// Where.
    #[serde(flatten)]
    pub mention: Mention,
    /// The role as printed; absent where the name stands alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<String>,
    /// The date of the article: the role was held then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on: Option<PartialDate>,
}

/// A programme or movement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Programme {
    /// Stable name.
    pub id: String,
    /// Its name without quotation marks ("Dân vận khéo").
    pub name: String,
    /// Mentions with their periods.
    pub mentions: Vec<ProgrammeMention>,
}

/// A mention of a programme, perhaps with a period.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProgrammeMention {
    /// Where.
    #[serde(flatten)]
    pub mention: Mention,
    /// First and last year ("giai đoạn 2017-2020").
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub period: Option<(i32, i32)>,
}

/// A cited instrument.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Directive {
    /// Stable name ("chi-thi-05").
    pub id: String,
    /// What it is.
    pub kind: DirectiveKind,
    /// As it is called ("Chỉ thị 05", "Nghị quyết Trung ương 4 khóa XII").
    pub name: String,
    /// Who issued it, as printed nearby.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issuer: Option<String>,
    /// Where it is cited.
    pub mentions: Vec<Mention>,
}

/// What kind of instrument.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DirectiveKind {
    /// Chỉ thị.
    Directive,
    /// Nghị quyết.
    Resolution,
    /// Kết luận.
    Conclusion,
    /// Đề án.
    Scheme,
    /// Quy định, quyết định, kế hoạch and others cited by number.
    Other,
}
