//! The country's provinces, districts and communes since 2016, what became of each on 1 July 2025,
//! and which of them a name means.
//!
//! Districts ended that day, and most communes were joined or divided; the data are the official
//! lists of the statistics office and its table of old and new communes (`data/gazetteer.tsv`, made
//! by `cargo xtask gazetteer`). A [`Place`] is a name over a period: when the lists change a name, it
//! is another place. Codes are reused and name nothing by themselves.
//!
//! | module | holds |
//! |---|---|
//! | [`format`](mod@format) | the file |
//! | [`lookup`] | places by name, exactly or nearly |
//! | [`reading`] | which place a text means, if the text says so |

pub mod format;
pub mod lookup;
pub mod reading;

use calendar::{Date, PartialDate};
use model::unit::UnitKind;

use crate::names::{canonical_words, split_kind};
pub use format::GazetteerError;
use format::{Row, Table};

/// The official gazetteer, as a file.
pub const OFFICIAL: &str = include_str!("../../data/gazetteer.tsv");

/// Levels of administration. Communes before and since the reform are told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tier {
    /// Tỉnh, thành phố trực thuộc trung ương.
    Province,
    /// Quận, huyện, thị xã, thành phố thuộc tỉnh; until the reform.
    District,
    /// Xã, phường, thị trấn until the reform.
    Commune,
    /// Xã, phường, đặc khu since the reform.
    NewCommune,
}

impl Tier {
    fn digit(self) -> char {
        match self {
            Self::Province => '1',
            Self::District => '2',
            Self::Commune => '3',
            Self::NewCommune => '4',
        }
    }

    fn of_digit(digit: &str) -> Option<Self> {
        Some(match digit {
            "1" => Self::Province,
            "2" => Self::District,
            "3" => Self::Commune,
            "4" => Self::NewCommune,
            _ => return None,
        })
    }

    /// The tier that a place of this one is in.
    fn above(self) -> Option<Self> {
        match self {
            Self::Province => None,
            Self::District | Self::NewCommune => Some(Self::Province),
            Self::Commune => Some(Self::District),
        }
    }

    /// The tier whose codes its heirs are told by.
    fn heirs(self) -> Self {
        match self {
            Self::Province => Self::Province,
            _ => Self::NewCommune,
        }
    }
}

/// How much of a place went to its heir.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// All of it.
    Whole,
    /// The part taken where an address says no more: all its people, or its middle.
    Main,
    /// Some part.
    Some,
}

/// Where a place was over a run of official lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tenure {
    /// Code of the place above.
    pub parent: Option<u32>,
    /// The first list that has it, by its place among the days.
    pub first: u8,
    /// The last list that has it.
    pub last: u8,
}

/// A place's number in the gazetteer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PlaceId(u32);

/// What became of a place, or what it was made from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    /// The other place.
    pub place: PlaceId,
    /// How much of the older went to the newer.
    pub part: Part,
}

/// A province, district or commune over a period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Its tier.
    pub tier: Tier,
    /// What it is called.
    pub kind: UnitKind,
    /// Official code.
    pub code: u32,
    /// Name, kind included.
    pub name: String,
    /// Other official spellings, kind included.
    pub spellings: Vec<String>,
    /// Where it was, when; never empty.
    pub tenures: Vec<Tenure>,
    /// What became of it, as the lists say; for districts see [`Gazetteer::heirs`].
    heirs: Vec<Line>,
    /// What it was made from.
    origins: Vec<Line>,
}

impl Place {
    /// Its name without the word for its kind ("Sông Lô").
    pub fn proper_name(&self) -> &str {
        split_kind(&self.name).1
    }

    /// All its spellings.
    pub fn spelled(&self) -> impl Iterator<Item = &str> {
        std::iter::once(&self.name).chain(&self.spellings).map(String::as_str)
    }
}

/// A proper name of a place.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Name {
    /// Without marks.
    folded: String,
    /// Canonical syllables.
    proper: String,
    place: PlaceId,
}

/// All places, each found by number, name, or kin.
#[derive(Clone, Debug)]
pub struct Gazetteer {
    sources: Vec<String>,
    days: Vec<Date>,
    places: Vec<Place>,
    /// Proper names, in order.
    by_name: Vec<Name>,
    /// First syllables of provinces' names, in order.
    province_heads: Vec<String>,
    /// Tier, code and place, in order.
    by_code: Vec<(Tier, u32, PlaceId)>,
}

impl Gazetteer {
    /// The official gazetteer.
    ///
    /// # Errors
    /// Never, as a test holds; the file is read like any other.
    pub fn official() -> Result<Self, GazetteerError> {
        Self::read(OFFICIAL)
    }

    /// Reads a gazetteer's file.
    ///
    /// # Errors
    /// The first line that cannot be used.
    pub fn read(text: &str) -> Result<Self, GazetteerError> {
        Ok(Self::from_table(format::read(text)?))
    }

    fn from_table(table: Table) -> Self {
        let Table { sources, days, rows } = table;
        let mut gazetteer = Self {
            sources,
            days,
            places: Vec::new(),
            by_name: Vec::new(),
            province_heads: Vec::new(),
            by_code: Vec::new(),
        };
        let mut heirs = Vec::new();
        let mut latest = [None; 2];
        for row in rows {
            let id = PlaceId(u32::try_from(gazetteer.places.len()).unwrap_or(u32::MAX));
            let above = match row.tier.above() {
                Some(Tier::Province) => latest[0],
                Some(_) => latest[1],
                None => None,
            };
            match row.tier {
                Tier::Province => latest[0] = Some(row.code),
                Tier::District => latest[1] = Some(row.code),
                Tier::Commune | Tier::NewCommune => {}
            }
            heirs.push(row.heirs.clone());
            gazetteer.push(id, row, above);
        }
        gazetteer.by_name.sort_unstable();
        gazetteer.by_name.dedup();
        gazetteer.by_code.sort_unstable();
        gazetteer.province_heads.sort_unstable();
        for (index, heirs) in heirs.into_iter().enumerate() {
            for heir in heirs {
                let older = PlaceId(u32::try_from(index).unwrap_or(u32::MAX));
                let Some(newer) = gazetteer.heir_of(older, heir.code) else { continue };
                let line = |place| Line { place, part: heir.part };
                gazetteer.places[index].heirs.push(line(newer));
                gazetteer.places[newer.0 as usize].origins.push(line(older));
            }
        }
        gazetteer
    }

    fn push(&mut self, id: PlaceId, row: Row, above: Option<u32>) {
        let lists = self.days.len() as u8;
        let mut tenures = row.tenures;
        if tenures.is_empty() {
            let (first, last) = match row.tier {
                Tier::Province => (0, lists - 1),
                Tier::District | Tier::Commune => (0, lists - 2),
                Tier::NewCommune => (lists - 1, lists - 1),
            };
            tenures.push(Tenure { parent: None, first, last });
        }
        for tenure in &mut tenures {
            tenure.parent = tenure.parent.or(above);
        }
        for spelling in std::iter::once(&row.name).chain(&row.spellings) {
            let words = canonical_words(split_kind(spelling).1);
            if row.tier == Tier::Province {
                self.province_heads.extend(words.first().cloned());
            }
            let proper = words.join(" ");
            self.by_name.push(Name { folded: viet::fold(&proper), proper, place: id });
        }
        self.by_code.push((row.tier, row.code, id));
        self.places.push(Place {
            tier: row.tier,
            kind: split_kind(&row.name).0.unwrap_or(UnitKind::Body),
            code: row.code,
            name: row.name,
            spellings: row.spellings,
            tenures,
            heirs: Vec::new(),
            origins: Vec::new(),
        });
    }

    fn heir_of(&self, older: PlaceId, code: Option<u32>) -> Option<PlaceId> {
        let place = self.place(older);
        let lived_to = place.tenures.last()?.last;
        match code {
            Some(code) => self.coded(place.tier.heirs(), code).find(|id| self.lives(*id)),
            None => self
                .coded(place.tier, place.code)
                .filter(|id| *id != older && self.place(*id).tenures[0].first > lived_to)
                .min_by_key(|id| self.place(*id).tenures[0].first),
        }
    }

    /// Where the data are from.
    pub fn sources(&self) -> &[String] {
        &self.sources
    }

    /// The first day of the two-tier units.
    pub fn reform(&self) -> Date {
        self.days[self.days.len() - 1]
    }

    /// A place by number. Numbers come from this gazetteer.
    pub fn place(&self, id: PlaceId) -> &Place {
        &self.places[id.0 as usize]
    }

    /// All places.
    pub fn all(&self) -> impl Iterator<Item = (PlaceId, &Place)> {
        (0..).map(PlaceId).zip(&self.places)
    }

    fn coded(&self, tier: Tier, code: u32) -> impl Iterator<Item = PlaceId> {
        let start = self.by_code.partition_point(|entry| (entry.0, entry.1) < (tier, code));
        let of_code = self.by_code[start..].iter();
        of_code.take_while(move |entry| (entry.0, entry.1) == (tier, code)).map(|entry| entry.2)
    }

    /// Whether a place is there today.
    pub fn lives(&self, id: PlaceId) -> bool {
        let last = self.place(id).tenures.last().map(|tenure| usize::from(tenure.last));
        last == Some(self.days.len() - 1)
    }

    /// Whether a place may have been there on a date. Between two lists that disagree, it may.
    pub fn may_be_at(&self, id: PlaceId, date: PartialDate) -> bool {
        self.place(id).tenures.iter().any(|tenure| self.covers(*tenure, date))
    }

    fn covers(&self, tenure: Tenure, date: PartialDate) -> bool {
        let reform = self.days.len() - 1;
        let (first, last) = (usize::from(tenure.first), usize::from(tenure.last));
        let begun = match first {
            0 => true,
            first if first == reform => latest(date) >= self.days[reform],
            first => latest(date) > self.days[first - 1],
        };
        begun && (last == reform || earliest(date) < self.days[last + 1])
    }

    /// The place that a place was in: on a date, else at its end.
    pub fn parent(&self, id: PlaceId, date: Option<PartialDate>) -> Option<PlaceId> {
        let place = self.place(id);
        let at = |date| place.tenures.iter().rev().find(|tenure| self.covers(**tenure, date));
        let tenure = date.and_then(at).or(place.tenures.last())?;
        let above = place.tier.above()?;
        // Of places with the code, the one that lived through the tenure's end.
        self.coded(above, tenure.parent?)
            .filter(|above| {
                self.place(*above)
                    .tenures
                    .iter()
                    .any(|t| t.first <= tenure.last && tenure.first <= t.last)
            })
            .filter(|above| date.is_none_or(|date| self.may_be_at(*above, date)))
            .max_by_key(|above| self.place(*above).tenures.last().map(|tenure| tenure.last))
    }

    /// The places above one, nearest first.
    pub fn above(&self, id: PlaceId, date: Option<PartialDate>) -> impl Iterator<Item = PlaceId> {
        std::iter::successors(self.parent(id, date), move |id| self.parent(*id, date))
    }

    /// Whether a place was ever in another, at once or through a third.
    pub fn was_in(&self, id: PlaceId, above: PlaceId) -> bool {
        let place = self.place(id);
        let Some(tier) = place.tier.above() else { return false };
        place.tenures.iter().filter_map(|tenure| Some((tenure, tenure.parent?))).any(
            |(tenure, code)| {
                self.coded(tier, code).any(|parent| {
                    let together = self
                        .place(parent)
                        .tenures
                        .iter()
                        .any(|t| t.first <= tenure.last && tenure.first <= t.last);
                    together && (parent == above || self.was_in(parent, above))
                })
            },
        )
    }

    /// Places directly in one at its end.
    pub fn below(&self, id: PlaceId) -> impl Iterator<Item = PlaceId> {
        self.all()
            .map(|(other, _)| other)
            .filter(move |other| self.parent(*other, None) == Some(id))
    }

    /// What became of a place. A district's heirs are those of the communes that were in it last.
    pub fn heirs(&self, id: PlaceId) -> Vec<Line> {
        let place = self.place(id);
        if place.tier != Tier::District || !place.heirs.is_empty() || !self.ended_with_reform(id) {
            return place.heirs.clone();
        }
        let mut heirs: Vec<PlaceId> = self
            .below(id)
            .flat_map(|commune| self.place(commune).heirs.iter().map(|line| line.place))
            .collect();
        heirs.sort_unstable();
        heirs.dedup();
        let part = if heirs.len() == 1 { Part::Whole } else { Part::Some };
        heirs.into_iter().map(|place| Line { place, part }).collect()
    }

    /// What a place was made from.
    pub fn origins(&self, id: PlaceId) -> &[Line] {
        &self.place(id).origins
    }

    fn ended_with_reform(&self, id: PlaceId) -> bool {
        let last = self.place(id).tenures.last().map(|tenure| usize::from(tenure.last));
        last == Some(self.days.len() - 2)
    }

    /// When it came to be, as far as the lists say: the reform's day, or the year when the lists
    /// before and after are of one. `None` when it is older than the first list, or they are not.
    pub fn since(&self, id: PlaceId) -> Option<PartialDate> {
        let first = usize::from(self.place(id).tenures[0].first);
        let day = self.days[first];
        if first == self.days.len() - 1 {
            return Some(PartialDate::Day(day));
        }
        let before = self.days[first.checked_sub(1)?].plus_days(1)?;
        (before.year() == day.year()).then_some(PartialDate::Year(day.year()))
    }

    /// The day it ceased, as [`since`](Self::since) tells when it began.
    pub fn until(&self, id: PlaceId) -> Option<PartialDate> {
        let last = usize::from(self.place(id).tenures.last()?.last);
        let next = *self.days.get(last + 1)?;
        if last + 2 == self.days.len() {
            return Some(PartialDate::Day(next));
        }
        let after = self.days[last].plus_days(1)?;
        (after.year() == next.year()).then_some(PartialDate::Year(next.year()))
    }
}

/// The first day that a date may mean.
fn earliest(date: PartialDate) -> Date {
    let day =
        date.day().or_else(|| Date::new(date.year(), u32::from(date.month().unwrap_or(1)), 1).ok());
    day.unwrap_or(FAR_PAST)
}

/// The last day that a date may mean.
fn latest(date: PartialDate) -> Date {
    let month = u32::from(date.month().unwrap_or(12));
    let of_month = || (28..=31).rev().find_map(|day| Date::new(date.year(), month, day).ok());
    date.day().or_else(of_month).unwrap_or(FAR_PAST)
}

/// For years that no calendar has.
const FAR_PAST: Date = Date::EPOCH;

#[cfg(test)]
mod tests;
