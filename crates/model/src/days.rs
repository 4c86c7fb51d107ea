//! Days kept every year that need no founding: those that articles name with their day only, and
//! those of the reference calendar. They are two lists and never mixed: the first is the archive's
//! own word, the second is a cited work's.

use calendar::{AnnualDay, PartialDate};
use serde::{Deserialize, Serialize};

use crate::chronicle::{AnniversaryKind, Mention};
use crate::known::Evidence;

/// A day that articles name without a founding year: "Ngày Quốc tế Phụ nữ 8/3", "Giỗ Tổ Hùng Vương
/// (10/3 âm lịch)".
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ToldDay {
    /// Stable name, made from the day and the plain name ("03-08-quoc-te-phu-nu").
    pub id: String,
    /// What is remembered.
    pub kind: AnniversaryKind,
    /// The fullest of its names.
    pub name: String,
    /// All names as printed, fullest first.
    pub names: Vec<String>,
    /// The day, civil or lunar, as stated.
    pub day: AnnualDay,
    /// Where it is named, in order of article and place.
    pub mentions: Vec<Mention>,
}

/// A day of the reference calendar. Its status is always [`Reference`](crate::Status::Reference):
/// it says nothing about the articles.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReferenceDay {
    /// Stable name, made like that of a [`ToldDay`].
    pub id: String,
    /// What is remembered.
    pub kind: AnniversaryKind,
    /// Its name.
    pub name: String,
    /// The day, civil or lunar.
    pub day: AnnualDay,
    /// What it is counted from, where the source tells.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub founding: Option<PartialDate>,
    /// The law, decision or other published work that sets the day.
    pub source: Evidence,
}
