//! A search: all that its permalink holds.

use protocol::{Filter, Sort};

use super::query::{Pairs, Writer};

/// A search: all that its permalink holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SearchPlace {
    /// As typed.
    pub text: String,
    /// Chosen facet values, by [`Field`].
    pub chosen: [Vec<String>; Field::ALL.len()],
    /// Order.
    pub sort: Sort,
    /// Chosen units stand also for the units and bodies in them.
    pub with_parts: bool,
    /// Chosen units stand also for what they were made from and what became of them.
    pub with_kin: bool,
}

/// The key in a URL of what a chosen unit also stands for, and its values.
const ALSO: &str = "kem";
const PARTS: &str = "trong";
const KIN: &str = "ke-thua";

/// A facet of search.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// Unit.
    Unit,
    /// Year of the article.
    Year,
    /// Section.
    Section,
    /// Person.
    Person,
    /// Programme.
    Programme,
    /// Directive.
    Directive,
}

impl Field {
    /// All, in the order they are shown.
    pub const ALL: [Self; 6] =
        [Self::Unit, Self::Year, Self::Section, Self::Person, Self::Programme, Self::Directive];

    /// Its name in the search index.
    pub fn name(self) -> &'static str {
        match self {
            Self::Unit => "unit",
            Self::Year => "year",
            Self::Section => "section",
            Self::Person => "person",
            Self::Programme => "programme",
            Self::Directive => "directive",
        }
    }

    /// Its key in a URL.
    fn key(self) -> &'static str {
        match self {
            Self::Unit => "dv",
            Self::Year => "nam",
            Self::Section => "muc",
            Self::Person => "nguoi",
            Self::Programme => "ct",
            Self::Directive => "vb",
        }
    }
}

impl SearchPlace {
    /// A plain search for some words.
    pub fn words(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    /// The values chosen of a field.
    pub fn of(&self, field: Field) -> &[String] {
        &self.chosen[field as usize]
    }

    /// The same search with a value chosen, or no longer chosen.
    #[must_use]
    pub fn toggled(&self, field: Field, value: &str) -> Self {
        let mut next = self.clone();
        let values = &mut next.chosen[field as usize];
        let before = values.len();
        values.retain(|chosen| chosen != value);
        if values.len() == before {
            values.push(value.to_owned());
        }
        next
    }

    /// Whether there is nothing to search for.
    pub fn is_empty(&self) -> bool {
        self.text.trim().is_empty() && self.chosen.iter().all(Vec::is_empty)
    }

    /// The chosen values as the search worker takes them.
    pub fn filters(&self) -> Vec<Filter> {
        Field::ALL
            .iter()
            .filter(|field| !self.of(**field).is_empty())
            .map(|field| Filter {
                field: field.name().to_owned(),
                values: self.of(*field).to_vec(),
            })
            .collect()
    }
}

impl SearchPlace {
    pub(super) fn href(&self) -> String {
        let mut out = Writer::new("tim");
        if !self.text.is_empty() {
            out.pair("q", &self.text);
        }
        for field in Field::ALL {
            for value in self.of(field) {
                out.pair(field.key(), value);
            }
        }
        for (is_on, value) in [(self.with_parts, PARTS), (self.with_kin, KIN)] {
            if is_on {
                out.pair(ALSO, value);
            }
        }
        match self.sort {
            Sort::Relevance => {}
            Sort::Newest => out.pair("sap", "moi"),
            Sort::Oldest => out.pair("sap", "cu"),
        }
        out.0
    }

    pub(super) fn from_pairs(pairs: &Pairs) -> Self {
        let mut place = Self::words(pairs.first("q").unwrap_or_default());
        for field in Field::ALL {
            for value in pairs.all(field.key()) {
                let values = &mut place.chosen[field as usize];
                if !value.is_empty() && !values.contains(value) {
                    values.push(value.clone());
                }
            }
        }
        let has = |value: &str| pairs.all(ALSO).any(|other| other == value);
        (place.with_parts, place.with_kin) = (has(PARTS), has(KIN));
        place.sort = match pairs.first("sap") {
            Some("moi") => Sort::Newest,
            Some("cu") => Sort::Oldest,
            _ => Sort::Relevance,
        };
        place
    }
}
