//! What articles tell besides anniversaries and people: congresses and their terms, awards,
//! quotations, figures. Each entry gathers its mentions; quotations and figures keep places only,
//! because their sentences stand in the article already.

use serde::{Deserialize, Serialize};

use crate::article::ArticleId;
use crate::chronicle::Mention;
use crate::days::{ReferenceDay, ToldDay};
use crate::span::Span;

/// What an archive tells besides its [`Chronicle`](crate::chronicle::Chronicle), and the reference
/// calendar beside it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tellings {
    /// Days of every year that articles name, by their place in the year.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub days: Vec<ToldDay>,
    /// The reference calendar, by place in the year: not from the articles.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reference: Vec<ReferenceDay>,
    /// By whose they are and number.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub congresses: Vec<Congress>,
    /// By name in Vietnamese order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub awards: Vec<Award>,
    /// In order of article and place.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub quotations: Vec<Quotation>,
    /// In order of article and place.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub figures: Vec<Figures>,
}

/// A congress of a Party organisation or another body, and the term that it opens.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Congress {
    /// Stable name ("dai-hoi-dang-bo-huyen-song-lo-xxi").
    pub id: String,
    /// As it is called ("Đại hội Đảng bộ huyện Sông Lô lần thứ XXI").
    pub name: String,
    /// Its number, in Arabic figures.
    pub number: u16,
    /// First and last year of the term, where a mention tells it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub term: Option<(i32, i32)>,
    /// Where it is mentioned, in order of article and place.
    pub mentions: Vec<Mention>,
}

/// An award or title: "Huân chương Độc lập hạng Nhất".
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Award {
    /// Stable name.
    pub id: String,
    /// As it is called.
    pub name: String,
    /// Where it is mentioned, in order of article and place.
    pub mentions: Vec<Mention>,
}

/// Words in quotation marks that are somebody's, an instrument's or a watchword.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quotation {
    /// Stable name, made from the article and the place.
    pub id: String,
    /// Its first words, for lists.
    pub name: String,
    /// Whose words they are.
    pub kind: QuotationKind,
    /// Who said it, as named in the sentence.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub speaker: Option<String>,
    /// The article.
    pub article: ArticleId,
    /// The words, without their marks.
    pub at: Span,
}

/// Whose words a quotation holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum QuotationKind {
    /// A person's.
    Speech,
    /// Of a directive, resolution or other document.
    Document,
    /// A watchword, motto or theme.
    Slogan,
}

/// A sentence with the figures that it states.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figures {
    /// The article.
    pub article: ArticleId,
    /// The sentence (or line).
    pub sentence: Span,
    /// Its figures, in order of place.
    pub quantities: Vec<Quantity>,
}

/// A number with what it counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quantity {
    /// What kind of quantity.
    pub kind: FigureKind,
    /// Number and unit as printed in the sentence, white space folded ("94,2%", "4/6 nhiệm vụ").
    pub wording: String,
}

/// What kind of quantity a figure is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FigureKind {
    /// "94,2%".
    Share,
    /// "4/6 nhiệm vụ": so many of so many.
    Part,
    /// "12,5 tỷ đồng".
    Money,
    /// "30 ha", "3 km".
    Measure,
    /// "66 điển hình".
    Count,
}
