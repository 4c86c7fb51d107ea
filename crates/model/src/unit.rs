//! Administrative units and the bodies in them.
//!
//! A unit is a place over a period, not a name or a code: names and official codes are reused.

use std::fmt;
use std::str::FromStr;

use calendar::PartialDate;
use serde::{Deserialize, Serialize};

use crate::known::Evidence;

/// The stable name of a unit: 1 to 60 of `a–z`, `0–9`, `-`, chosen by the publisher
/// ("huyen-song-lo").
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct UnitId(String);

/// A text that cannot be a unit's identifier.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a unit's identifier: 1 to 60 of a–z, 0–9 and - are allowed")]
pub struct BadUnitId(pub String);

impl UnitId {
    /// As text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Stands where a value is about to be thrown away.
    pub(crate) fn placeholder() -> Self {
        Self(String::new())
    }
}

impl FromStr for UnitId {
    type Err = BadUnitId;
    fn from_str(text: &str) -> Result<Self, BadUnitId> {
        let fits = (1..=60).contains(&text.len())
            && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        if fits { Ok(Self(text.to_owned())) } else { Err(BadUnitId(text.to_owned())) }
    }
}

impl TryFrom<String> for UnitId {
    type Error = BadUnitId;
    fn try_from(text: String) -> Result<Self, BadUnitId> {
        text.parse()
    }
}

impl From<UnitId> for String {
    fn from(id: UnitId) -> String {
        id.0
    }
}

impl fmt::Display for UnitId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What kind of unit it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum UnitKind {
    /// Tỉnh.
    Province,
    /// Thành phố (of any rank).
    City,
    /// Quận.
    UrbanDistrict,
    /// Huyện.
    RuralDistrict,
    /// Thị xã.
    Town,
    /// Phường.
    Ward,
    /// Xã.
    Commune,
    /// Thị trấn.
    Township,
    /// Đặc khu.
    SpecialZone,
    /// Cơ quan, tổ chức: a Party committee, UBND, HĐND, department; belongs to its `parent`.
    Body,
}

/// An administrative unit, or a body in one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unit {
    /// Stable name.
    pub id: UnitId,
    /// What it is.
    pub kind: UnitKind,
    /// Its full name, kind included ("Huyện Sông Lô").
    pub name: String,
    /// Other names as printed ("Đảng ủy Khối").
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    /// Names that mean it only where the text has named it (or the unit it belongs to) in full:
    /// "Huyện ủy", "Ban Tổ chức Huyện ủy".
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub short_names: Vec<String>,
    /// The unit above it; for a body, the unit it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<UnitId>,
    /// When it came to be.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_from: Option<PartialDate>,
    /// The day it ceased (the first day it was no more).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_to: Option<PartialDate>,
    /// What it was made from.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub predecessors: Vec<Heritage>,
    /// What became of it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub successors: Vec<Heritage>,
    /// What a reader should know besides ("its communes are now in five others"), in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Where name, period and lineage are from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Evidence>,
}

/// One line of descent between units.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Heritage {
    /// The other unit.
    pub unit: UnitId,
    /// How much of the older one went to the newer.
    pub share: Share,
}

/// How much of a unit passed to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Share {
    /// All of it.
    Whole,
    /// A part of it.
    Part,
}
