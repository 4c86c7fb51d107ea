//! Which places a text means, where the text says so.
//!
//! A place is read where its kind and its name stand together ("xã Tân Lập", "Huyện ủy Sông Lô"); a
//! province may be named alone. Of places that share the name, those that were not there on the day
//! of the article are left aside, then those that what is named beside it contradicts ("xã Tân Lập,
//! huyện Sông Lô"), then those outside the places that the text names elsewhere, district before
//! province. Where two remain, neither is taken; where the text names other provinces than the only
//! one that remains, that is not taken either.

mod deciding;
mod named;

use std::ops::Range;

use calendar::PartialDate;

use self::deciding::Resolver;
use self::named::{Named, Reader};
use super::{Gazetteer, PlaceId};
use crate::names::Stretch;

/// What is known of a text from outside it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Context {
    /// The day whose names it uses: the event's, else the publication's.
    pub date: Option<PartialDate>,
    /// Places that its publisher, or whoever it is about, is in.
    pub within: Vec<PlaceId>,
}

/// A place, or a body of one, named in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The words, a body's included: "UBND huyện Sông Lô".
    pub span: Range<usize>,
    /// The place's own words: "huyện Sông Lô"; with "Huyện ủy Sông Lô" all of them.
    pub place: Range<usize>,
    /// It is a body of the place.
    pub is_body: bool,
    /// The place meant.
    pub meaning: Meaning,
}

/// What a name means in its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// One place.
    One(PlaceId),
    /// One of several, and nothing says which.
    Several(Vec<PlaceId>),
    /// None that the gazetteer has, or none that what stands beside it allows.
    Unknown,
}

impl Meaning {
    /// The place, if it is one.
    pub fn one(&self) -> Option<PlaceId> {
        match self {
            Self::One(place) => Some(*place),
            _ => None,
        }
    }
}

/// What a part of a text names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PartRead {
    /// Names on the lists, in order.
    pub readings: Vec<Reading>,
    /// Names of places, by their words, that are on none of the lists: misprinted, older, or no
    /// place at all.
    pub unlisted: Vec<Range<usize>>,
}

/// Reads the parts of a text, each for its own spans and all for one context.
pub fn read(gazetteer: &Gazetteer, parts: &[&str], context: &Context) -> Vec<PartRead> {
    let stretches: Vec<Stretch<'_>> = parts.iter().map(|part| Stretch::new(part)).collect();
    let named: Vec<Vec<Named>> =
        stretches.iter().map(|stretch| Reader { gazetteer, stretch }.all()).collect();
    let meanings = Resolver::new(gazetteer, context).all(&named);
    let mut meanings = meanings.into_iter();
    let readings = stretches.iter().zip(&named).map(|(stretch, named)| {
        let bytes = |tokens: Range<usize>| {
            stretch.tokens[tokens.start].span.start..stretch.tokens[tokens.end - 1].span.end
        };
        let reader = Reader { gazetteer, stretch };
        let unlisted = reader.unlisted(named).into_iter().map(bytes).collect();
        let each = named.iter().zip(meanings.by_ref()).map(|(named, meaning)| Reading {
            span: bytes(named.start..named.tokens.end),
            place: bytes(named.tokens.clone()),
            is_body: named.is_body,
            meaning,
        });
        PartRead { readings: each.collect(), unlisted }
    });
    readings.collect()
}

#[cfg(test)]
mod tests;
