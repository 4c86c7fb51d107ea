//! The bodies that articles name: committees, councils, offices, cells, each with the unit that the
//! text gives it to.
//!
//! A publisher names few bodies; the articles name them all. A name counts where words that bodies
//! are called by stand right before a place ("HĐND huyện Sông Lô", "Huyện ủy Sông Lô"), or before a
//! body that the publisher has named. Where the place is not known, the body is nobody's.

mod reading;
mod words;

use calendar::PartialDate;
use model::article::{Article, Block};
use model::body::BodyMention;
use model::unit::UnitKind;
use model::{Span, Status, Unit, UnitId};

use self::reading::{Part, Phrase};
use crate::names::words::{proper_name, split_kind};
use crate::names::{self, Stretch};
use crate::registry::Registry;
use crate::resolve::{date, has_begun};

/// A name of a body in an article, and whose it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BodyFound {
    /// What it is called without its place: "Văn phòng Huyện ủy".
    name: String,
    /// The publisher's own body that it is, or with a name of its own is part of.
    of: Option<UnitId>,
    /// The unit it belongs to; unknown where the words may mean several places, or none.
    pub unit: Option<UnitId>,
    /// The words for its place; of a body that the publisher names, the body's.
    pub place: Span,
    /// All its words.
    at: Span,
    sentence: Span,
    status: Status,
    kind: Option<UnitKind>,
    shared: bool,
    /// Only communes have such a body under this name.
    of_communes: bool,
}

/// An occurrence that means one unit.
pub(crate) struct Known {
    pub(crate) unit: usize,
    pub(crate) short: bool,
    /// It is said beside the matter.
    pub(crate) weak: bool,
    pub(crate) at: Span,
}

/// The bodies named in the blocks of an article, in which some units are known.
pub(crate) fn find(
    article: &Article,
    page: &[(Block, Stretch<'_>)],
    known: &[Known],
    registry: &Registry,
) -> Vec<BodyFound> {
    let (date, meant) = (date(article), Meant { article, page, known, registry });
    let mut found = Vec::new();
    for (block, stretch) in page {
        let inside = |known: &&Known| block.span.contains(known.at);
        let known: Vec<&Known> = known.iter().filter(inside).collect();
        let reader = Reader {
            article,
            block: *block,
            stretch,
            known: &known,
            registry,
            date,
            meant: &meant,
        };
        found.extend(known.iter().filter_map(|known| reader.own(known)));
        let told = reading::phrases(stretch);
        found.extend(told.iter().filter_map(|phrase| reader.told(phrase)));
    }
    found
}

/// Which place an article means where it says no more than the kind: "UBND huyện".
struct Meant<'a, 't> {
    article: &'a Article,
    page: &'a [(Block, Stretch<'t>)],
    known: &'a [Known],
    registry: &'a Registry,
}

impl Meant<'_, '_> {
    /// The only place of the kind that the article names in full, else that the place it is about is
    /// in; none where the article names another of the kind.
    fn place(&self, kind: UnitKind) -> Option<&Unit> {
        let registry = self.registry;
        let units = registry.units();
        let named = self.known.iter().filter(|known| !known.short && !known.weak);
        let mut places: Vec<&Unit> =
            named.map(|known| registry.place(&units[known.unit])).collect();
        let stated = self.article.unit.as_ref().and_then(|known| registry.get(&known.value));
        places.extend(stated.map(|unit| registry.place(unit)));
        let above: Vec<&Unit> = places.iter().flat_map(|unit| registry.above(unit)).collect();
        let only = |units: &[&'_ Unit]| -> Option<UnitId> {
            let mut of_kind = units.iter().filter(|unit| unit.kind == kind);
            let first = of_kind.next()?;
            of_kind.all(|other| other.id == first.id).then(|| first.id.clone())
        };
        let some = |units: &[&Unit]| units.iter().any(|unit| unit.kind == kind);
        let place = registry.get(&only(if some(&places) { &places } else { &above })?)?;
        let has_rival = self.page.iter().any(|(_, stretch)| names::names_rival(stretch, place));
        (!has_rival).then_some(place)
    }
}

struct Reader<'a, 't> {
    article: &'a Article,
    block: Block,
    stretch: &'a Stretch<'t>,
    known: &'a [&'a Known],
    registry: &'a Registry,
    date: Option<PartialDate>,
    meant: &'a Meant<'a, 't>,
}

impl Reader<'_, '_> {
    /// A body that the publisher names.
    fn own(&self, known: &Known) -> Option<BodyFound> {
        let body = &self.registry.units()[known.unit];
        let place = self.registry.place(body);
        (body.kind == UnitKind::Body && place.kind != UnitKind::Body).then(|| BodyFound {
            name: String::new(),
            of: Some(body.id.clone()),
            unit: Some(place.id.clone()),
            place: known.at,
            at: known.at,
            sentence: crate::sentence_around(self.article, known.at),
            status: if known.short { Status::Inferred } else { Status::Stated },
            kind: None,
            shared: false,
            of_communes: false,
        })
    }

    /// A body that only the text names.
    fn told(&self, phrase: &Phrase) -> Option<BodyFound> {
        let (parts, of) = self.without_own(phrase)?;
        let at = self.span(phrase.tokens.start, phrase.tokens.end);
        let unit = match &of {
            Some(known) => {
                let own = &self.registry.units()[known.unit];
                Some((self.registry.place(own), known.at.end))
            }
            None => match phrase.bare {
                Some(kind) => self.meant.place(kind).map(|unit| (unit, at.end)),
                None => self.place(phrase),
            },
        };
        let (unit, end) = unit.map_or((None, at.end), |(unit, end)| (Some(unit), end));
        // Names without a word for their kind count where the archive knows them.
        let has_kind = phrase.place.len() > 1;
        if unit.is_none() && !has_kind {
            return None;
        }
        let at = if phrase.shared { at } else { Span { end: end.max(at.end), ..at } };
        let understood = of.as_ref().is_some_and(|known| known.short)
            || of.is_none() && phrase.bare.is_some()
            || phrase.shared && phrase.kind.is_some();
        let names: Vec<&str> = parts.iter().map(|part| part.name.as_str()).collect();
        Some(BodyFound {
            name: names.join(" "),
            place: match &of {
                Some(known) => known.at,
                None => self.span(phrase.place.start, phrase.place.end),
            },
            of: of.map(|known| self.registry.units()[known.unit].id.clone()),
            unit: unit.map(|unit| unit.id.clone()),
            at,
            sentence: crate::sentence_around(self.article, at),
            status: if understood { Status::Inferred } else { Status::Stated },
            kind: phrase.kind,
            shared: phrase.shared,
            of_communes: phrase.shared && parts.iter().any(|part| part.is_committee),
        })
    }

    /// The parts of a name before a body that the publisher names; nothing where that is all of it.
    fn without_own<'p>(&self, phrase: &'p Phrase) -> Option<(&'p [Part], Option<&Known>)> {
        for (at, part) in phrase.parts.iter().enumerate() {
            let start = self.start(part.start);
            let own = self.known.iter().find(|known| {
                known.at.start <= start
                    && start < known.at.end
                    && self.registry.units()[known.unit].kind == UnitKind::Body
            });
            if let Some(own) = own {
                return (at > 0).then_some((&phrase.parts[..at], Some(own)));
            }
        }
        Some((&phrase.parts, None))
    }

    /// The unit that the words for the place mean, as the archive's own names tell, and where they end.
    fn place(&self, phrase: &Phrase) -> Option<(&Unit, u32)> {
        let start = self.start(phrase.behind);
        let units = self.registry.units();
        let named = self
            .known
            .iter()
            .find(|known| known.at.start == start && units[known.unit].kind != UnitKind::Body)
            .map(|known| (&units[known.unit], known.at.end));
        let kind = phrase.kind.filter(|_| named.is_none() && !phrase.shared);
        named.or_else(|| self.called(kind?, phrase.behind))
    }

    /// The only unit of a kind whose name stands at a token: "Huyện ủy | Sông Lô".
    fn called(&self, kind: UnitKind, at: usize) -> Option<(&Unit, u32)> {
        let stretch = self.stretch;
        let mut longest: Vec<(&Unit, usize)> = Vec::new();
        for unit in self.registry.units().iter().filter(|unit| unit.kind == kind) {
            let name = proper_name(unit);
            let end = at + name.len();
            let is_here = stretch.canonical.get(at..end) == Some(&name[..])
                && (at + 1..end).all(|i| stretch.joined(i))
                && !stretch.goes_on(end, false)
                && has_begun(unit, self.date)
                && names::fits_qualifier(self.registry, stretch, unit, end);
            if is_here {
                longest.push((unit, name.len()));
            }
        }
        let most = longest.iter().map(|(_, words)| *words).max()?;
        let mut called = longest.into_iter().filter(|(_, words)| *words == most);
        let first = called.next();
        let (unit, words) = first.filter(|_| called.next().is_none())?;
        Some((unit, self.span(at, at + words).end))
    }

    fn start(&self, token: usize) -> u32 {
        let at = self.stretch.tokens.get(token).map_or(0, |token| token.span.start);
        self.block.span.start + u32::try_from(at).unwrap_or(u32::MAX)
    }

    fn span(&self, start: usize, end: usize) -> Span {
        let tokens = &self.stretch.tokens;
        let block = self.block.span.start as usize;
        let bytes = match tokens.get(start..end.min(tokens.len())) {
            Some([first, .., last]) => first.span.start..last.span.end,
            Some([only]) => only.span.clone(),
            _ => 0..0,
        };
        Span::new(block + bytes.start..block + bytes.end)
    }
}

impl BodyFound {
    /// Whether its own words name a place, so that another reading of the place counts.
    pub fn has_place(&self) -> bool {
        self.of.is_none() && self.place.start < self.place.end
    }

    /// Takes the place of its words as another reading has it.
    pub fn set_place(&mut self, unit: Option<UnitId>, place: Span) {
        self.unit = unit;
        if !self.shared {
            self.at.end = self.at.end.max(place.end);
        }
    }

    /// The mention, if it is known whose body it is.
    pub fn told(self, article: &Article, registry: &Registry) -> Option<BodyMention> {
        let unit = registry.get(self.unit.as_ref()?)?;
        // A name may be older than the unit that has it now; it may outlive a unit too.
        has_begun(unit, date(article)).then_some(())?;
        let of_commune = matches!(
            unit.kind,
            UnitKind::Commune | UnitKind::Ward | UnitKind::Township | UnitKind::SpecialZone
        );
        let body = match &self.of {
            Some(of) => Some(registry.get(of)?),
            None => {
                let fits = self.kind.is_none_or(|kind| kind == unit.kind);
                (fits && (of_commune || !self.of_communes)).then_some(())?;
                None
            }
        };
        let (own, name) = match body {
            Some(body) if self.name.is_empty() => (Some(body.id.clone()), body.name.clone()),
            Some(body) => (None, [&self.name, " ", &body.name].concat()),
            None => {
                let place = match self.kind {
                    Some(_) => split_kind(&unit.name).1.to_owned(),
                    None => lowered(&unit.name),
                };
                (None, [&self.name, " ", &place].concat())
            }
        };
        Some(BodyMention {
            unit: unit.id.clone(),
            body: own,
            name,
            status: self.status,
            article: article.id.clone(),
            at: self.at,
            sentence: self.sentence,
        })
    }
}

/// A place's name inside another name: "huyện Sông Lô".
fn lowered(name: &str) -> String {
    if split_kind(name).0.is_none() {
        return name.to_owned();
    }
    let mut chars = name.chars();
    let first = chars.next().into_iter().flat_map(char::to_lowercase);
    first.chain(chars).collect()
}

#[cfg(test)]
mod tests;
