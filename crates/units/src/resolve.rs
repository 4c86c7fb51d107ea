//! The unit an article is about, and every unit it mentions.

use std::collections::{BTreeMap, BTreeSet};

use calendar::PartialDate;
use model::article::{Block, BlockKind, FactMention};
use model::chronicle::SubjectRef;
use model::unit::UnitKind;
use model::{Article, Evidence, Known, Rule, Span, Status, Unit, UnitId};

use crate::bodies::{self, BodyFound, Known as KnownUnit};
use crate::names::{self, Occurrence, Stretch};
use crate::registry::Registry;

/// A body is taken for a place that the title or lead names once the text has named the body this
/// often: a single mention is a guest.
const BODY_MENTIONS: usize = 3;

/// A unit that only the body of the text names must be named this often, and alone of its kind.
const BODY_ONLY_MENTIONS: usize = 2;

/// One occurrence that means one unit.
#[derive(Clone, Debug)]
struct Mention {
    unit: usize,
    short: bool,
    /// It is said beside the matter, or too barely to say what the matter is.
    weak: bool,
    block: Block,
    at: Span,
}

/// What an article says of units.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// The unit it is about, from its title, else its lead, else its body. `None` when nothing says
    /// it, or several do.
    pub unit: Option<Known<UnitId>>,
    /// Every unit it names, in order of place. Short names count where the text names their place in
    /// full; a name that may be several units' counts for none.
    pub mentions: Vec<FactMention>,
    /// Every body it names, whether or not it is known whose.
    pub bodies: Vec<BodyFound>,
    /// Names that several units have, and nothing says which is meant.
    pub ambiguous: Vec<Ambiguous>,
}

/// A name that several units have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ambiguous {
    /// The words.
    pub at: Span,
    /// The units, as the registry has them in order.
    pub units: Vec<UnitId>,
}

/// Reads the title and body of an article.
pub fn find(article: &Article, registry: &Registry) -> Found {
    let page: Page<'_> = article
        .blocks
        .iter()
        .filter(|block| block.kind == BlockKind::Title || block.kind.is_body())
        .filter_map(|block| Some((*block, Stretch::new(block.span.of(&article.text)?))))
        .collect();
    let (all, ambiguous) = gather(&page, date(article), registry);
    let known: Vec<KnownUnit> = all
        .iter()
        .map(|mention| KnownUnit {
            unit: mention.unit,
            short: mention.short,
            weak: mention.weak,
            at: mention.at,
        })
        .collect();
    let bodies = bodies::find(article, &page, &known, registry);
    let mentions = all
        .iter()
        .map(|mention| FactMention {
            of: SubjectRef::Unit(registry.units()[mention.unit].id.clone()),
            at: mention.at,
            sentence: sentence(&article.text, mention.block.span, mention.at),
        })
        .collect();
    Found { unit: resolve(article, registry, &page, &all), mentions, bodies, ambiguous }
}

/// The searched blocks of an article.
type Page<'a> = Vec<(Block, Stretch<'a>)>;

fn resolve(
    article: &Article,
    registry: &Registry,
    page: &Page<'_>,
    all: &[Mention],
) -> Option<Known<UnitId>> {
    let date = date(article);
    let mut rivals: BTreeMap<&UnitId, bool> = BTreeMap::new();
    let mut has_rival = |unit: usize| {
        let place = registry.place(&registry.units()[unit]);
        *rivals
            .entry(&place.id)
            .or_insert_with(|| page.iter().any(|(_, stretch)| names::names_rival(stretch, place)))
    };
    let usable: Vec<&Mention> = all
        .iter()
        .filter(|mention| !mention.weak && valid_at(&registry.units()[mention.unit], date))
        .filter(|mention| !mention.short || !has_rival(mention.unit))
        .collect();
    let in_zone = |kind: BlockKind| -> Vec<&Mention> {
        usable.iter().filter(|mention| mention.block.kind == kind).copied().collect()
    };
    let (rule, zone) = [
        (Rule::NamedInTitle, in_zone(BlockKind::Title)),
        (Rule::NamedInLead, in_zone(BlockKind::Lead)),
        (Rule::NamedInBody, usable.clone()),
    ]
    .into_iter()
    .find(|(_, zone)| !zone.is_empty())?;
    let named = common(registry, &zone)?;
    let is_place = registry.units()[named].kind != UnitKind::Body;
    if rule == Rule::NamedInLead && is_place && has_rival(named) {
        return None;
    }
    if rule == Rule::NamedInBody {
        // Often enough, and no other place of its kind beside it.
        let full = zone.iter().filter(|mention| !mention.short).count();
        if full < BODY_ONLY_MENTIONS || has_rival(named) {
            return None;
        }
    }
    let unit = body_of(registry, named, &usable).unwrap_or(named);
    let shown = zone.iter().find(|mention| mention.unit == named).or_else(|| zone.first())?;
    let outright =
        unit == named && !shown.short && rule != Rule::NamedInBody && shown.unit == named;
    Some(Known {
        value: registry.units()[unit].id.clone(),
        status: if outright { Status::Stated } else { Status::Inferred },
        rule: Some(rule),
        source: Some(evidence(article, shown)),
    })
}

fn evidence(article: &Article, mention: &Mention) -> Evidence {
    let sentence = sentence(&article.text, mention.block.span, mention.at);
    let quote = sentence.of(&article.text).unwrap_or_default();
    let quote = quote.split_whitespace().collect::<Vec<_>>().join(" ");
    Evidence::Text { article: article.id.clone(), at: mention.at, quote }
}

/// The date at which names are read: the event's, else the publication's.
pub(crate) fn date(article: &Article) -> Option<PartialDate> {
    article.event.as_ref().or(article.published.as_ref()).map(|dated| dated.value)
}

/// Whether a unit existed by then. Of two dates of different precision, the doubt speaks for it.
pub(crate) fn has_begun(unit: &Unit, date: Option<PartialDate>) -> bool {
    let (Some(from), Some(date)) = (unit.valid_from, date) else { return true };
    match (from.day(), date.day()) {
        (Some(from), Some(date)) => from <= date,
        _ => from.year() <= date.year(),
    }
}

/// Whether a unit existed then, likewise.
fn valid_at(unit: &Unit, date: Option<PartialDate>) -> bool {
    let Some(date) = date else { return true };
    let over = unit.valid_to.is_some_and(|to| match (to.day(), date.day()) {
        (Some(to), Some(date)) => to <= date,
        _ => to.year() < date.year(),
    });
    has_begun(unit, Some(date)) && !over
}

/// All occurrences that mean one unit, and the full names that may mean several.
fn gather(
    page: &Page<'_>,
    date: Option<PartialDate>,
    registry: &Registry,
) -> (Vec<Mention>, Vec<Ambiguous>) {
    let found: Vec<(Block, Occurrence)> = page
        .iter()
        .flat_map(|(block, stretch)| {
            names::find(registry, stretch).into_iter().map(|occurrence| (*block, occurrence))
        })
        .collect();
    let full = || found.iter().filter(|(_, occurrence)| !occurrence.short);
    // A place is established where it, or a body of it, is named in full and without doubt.
    let places: BTreeSet<&UnitId> = full()
        .filter_map(|(_, occurrence)| one_at(registry, &occurrence.units, date))
        .map(|unit| &registry.place(&registry.units()[unit]).id)
        .collect();
    let mut ambiguous = Vec::new();
    let mentions = found
        .iter()
        .filter_map(|(block, occurrence)| {
            let place = |unit: usize| &registry.place(&registry.units()[unit]).id;
            let counts = |unit: &usize| !occurrence.short || places.contains(place(*unit));
            let units: Vec<usize> = occurrence.units.iter().copied().filter(counts).collect();
            let unit =
                one_at(registry, &units, date).or_else(|| one_below(registry, &units, &places));
            let start = block.span.start as usize;
            let at = Span::new(start + occurrence.span.start..start + occurrence.span.end);
            let Some(unit) = unit else {
                if !occurrence.short && units.len() > 1 {
                    let id = |unit: usize| registry.units()[unit].id.clone();
                    ambiguous.push(Ambiguous { at, units: units.into_iter().map(id).collect() });
                }
                return None;
            };
            let weak = occurrence.aside || occurrence.bare && block.kind != BlockKind::Title;
            Some(Mention { unit, short: occurrence.short, weak, block: *block, at })
        })
        .collect();
    (mentions, ambiguous)
}

/// The only unit, or the only one that existed then.
fn one_at(registry: &Registry, units: &[usize], date: Option<PartialDate>) -> Option<usize> {
    if let [unit] = units {
        return Some(*unit);
    }
    date?;
    let mut valid = units.iter().filter(|&&unit| valid_at(&registry.units()[unit], date));
    let first = valid.next();
    first.filter(|_| valid.next().is_none()).copied()
}

/// The only unit below a place that the text names.
fn one_below(registry: &Registry, units: &[usize], places: &BTreeSet<&UnitId>) -> Option<usize> {
    let mut below = units.iter().filter(|&&unit| {
        registry.above(&registry.units()[unit]).any(|above| places.contains(&above.id))
    });
    let first = below.next();
    first.filter(|_| below.next().is_none()).copied()
}

/// The one unit that mentions agree on: the lowest when each of the others is above it, else the
/// lowest that is above them all, down from their common place. Units of several places agree on
/// none.
fn common(registry: &Registry, zone: &[&Mention]) -> Option<usize> {
    let units: BTreeSet<usize> = zone.iter().map(|mention| mention.unit).collect();
    let chain = |unit: usize| -> Vec<&UnitId> {
        let unit = &registry.units()[unit];
        std::iter::once(unit).chain(registry.above(unit)).map(|unit| &unit.id).collect()
    };
    let lowest = units.iter().find(|&&unit| {
        let chain = chain(unit);
        units.iter().all(|&other| chain.contains(&&registry.units()[other].id))
    });
    if let Some(&unit) = lowest {
        return Some(unit);
    }
    let place = |unit: usize| &registry.place(&registry.units()[unit]).id;
    // The places above are only said for clarity ("phường A, quận B").
    let below: Vec<usize> = units
        .iter()
        .copied()
        .filter(|&unit| {
            !units.iter().any(|&other| {
                other != unit && chain(other).contains(&place(unit)) && place(other) != place(unit)
            })
        })
        .collect();
    let first = *below.first()?;
    if below.iter().any(|&unit| place(unit) != place(first)) {
        return None;
    }
    let shared =
        chain(first).into_iter().find(|id| below.iter().all(|&unit| chain(unit).contains(id)))?;
    registry.units().iter().position(|unit| &unit.id == shared)
}

/// The body of a place that the text is about: named in title or lead, or often. Of several, the
/// lowest of one line, else what is above them all; never a mere part of the line.
fn body_of(registry: &Registry, place: usize, all: &[&Mention]) -> Option<usize> {
    let units = registry.units();
    if units[place].kind == UnitKind::Body {
        return None;
    }
    let of_place = |mention: &&&Mention| {
        let unit = &units[mention.unit];
        unit.kind == UnitKind::Body && registry.place(unit).id == units[place].id
    };
    let bodies: Vec<&Mention> = all.iter().filter(of_place).copied().collect();
    let weighty = |unit: usize| {
        let of_unit = || bodies.iter().filter(|mention| mention.unit == unit);
        of_unit().count() >= BODY_MENTIONS
            || of_unit().any(|m| matches!(m.block.kind, BlockKind::Title | BlockKind::Lead))
    };
    let chosen: Vec<&Mention> =
        bodies.iter().filter(|mention| weighty(mention.unit)).copied().collect();
    common(registry, &chosen)
}

/// The sentence (or line) around some words of an article.
pub fn sentence_around(article: &Article, at: Span) -> Span {
    let block = article.blocks.iter().find(|block| block.span.contains(at));
    block.map_or(at, |block| sentence(&article.text, block.span, at))
}

/// The sentence (or line) around some words of a block.
fn sentence(text: &str, block: Span, at: Span) -> Span {
    let (block, at) = (block.range(), at.range());
    let Some(whole) = text.get(block.clone()) else { return Span::new(at) };
    let (head, tail) = (at.start - block.start, at.end - block.start);
    let start = ends(whole).filter(|&end| end <= head).last().unwrap_or(0);
    let end = ends(whole).find(|&end| end >= tail).unwrap_or(whole.len());
    let trimmed = whole[start..end].trim();
    let start = start + (whole[start..end].len() - whole[start..end].trim_start().len());
    Span::new(block.start + start..block.start + start + trimmed.len())
}

/// Where sentences end: after . ! ? … and closing marks, before white space and a capital; and at
/// line breaks.
fn ends(text: &str) -> impl Iterator<Item = usize> {
    text.char_indices().filter_map(move |(at, c)| {
        let end = at + c.len_utf8();
        if c == '\n' {
            return Some(end);
        }
        if !matches!(c, '.' | '!' | '?' | '…') {
            return None;
        }
        let rest = text[end..].trim_start_matches(['”', '"', '’', ')']);
        let next = rest.trim_start();
        let capital = next.chars().next().is_some_and(|c| c.is_uppercase() || "“\"".contains(c));
        (next.len() < rest.len() && capital).then_some(text.len() - rest.len())
    })
}

#[cfg(test)]
pub(crate) mod tests;
