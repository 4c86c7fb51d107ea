//! The unit an article is about, and every unit it mentions.

use std::collections::BTreeSet;

use calendar::PartialDate;
use model::article::{Block, BlockKind, FactMention};
use model::chronicle::SubjectRef;
use model::unit::UnitKind;
use model::{Article, Evidence, Known, Rule, Span, Status, Unit, UnitId};

use crate::names::{self, Occurrence};
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
    block: Block,
    at: Span,
}

/// Every unit an article names, in order of place. Short names count where the text names their
/// place in full; a name that may be several units' counts for none.
pub fn mentions(article: &Article, registry: &Registry) -> Vec<FactMention> {
    gather(article, registry)
        .into_iter()
        .map(|mention| FactMention {
            of: SubjectRef::Unit(registry.units()[mention.unit].id.clone()),
            at: mention.at,
            sentence: sentence(&article.text, mention.block.span, mention.at),
        })
        .collect()
}

/// The unit an article is about, from its title, else its lead, else its body. `None` when nothing
/// says it, or several do.
pub fn resolve(article: &Article, registry: &Registry) -> Option<Known<UnitId>> {
    let all = gather(article, registry);
    let date = date(article);
    let usable: Vec<&Mention> = all
        .iter()
        .filter(|mention| valid_at(&registry.units()[mention.unit], date))
        .filter(|mention| !mention.short || !has_rival(article, registry, mention.unit))
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
    if rule == Rule::NamedInBody && !alone_in_body(article, registry, &zone) {
        return None;
    }
    let named = common(registry, &zone)?;
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
fn date(article: &Article) -> Option<PartialDate> {
    article.event.as_ref().or(article.published.as_ref()).map(|dated| dated.value)
}

/// Whether a unit existed then. Of two dates of different precision, the doubt speaks for it.
fn valid_at(unit: &Unit, date: Option<PartialDate>) -> bool {
    let Some(date) = date else { return true };
    let year_at_most = |a: PartialDate, b: PartialDate| match (a.day(), b.day()) {
        (Some(a), Some(b)) => a <= b,
        _ => a.year() <= b.year(),
    };
    let begun = unit.valid_from.is_none_or(|from| year_at_most(from, date));
    let over = unit.valid_to.is_some_and(|to| match (to.day(), date.day()) {
        (Some(to), Some(date)) => to <= date,
        _ => to.year() < date.year(),
    });
    begun && !over
}

fn is_searched(kind: BlockKind) -> bool {
    kind == BlockKind::Title || kind.is_body()
}

/// All occurrences that mean one unit.
fn gather(article: &Article, registry: &Registry) -> Vec<Mention> {
    let mut found: Vec<(Block, Occurrence)> = Vec::new();
    for block in article.blocks.iter().filter(|block| is_searched(block.kind)) {
        let Some(text) = block.span.of(&article.text) else { continue };
        found
            .extend(names::find(registry, text).into_iter().map(|occurrence| (*block, occurrence)));
    }
    let date = date(article);
    let full = || found.iter().filter(|(_, occurrence)| !occurrence.short);
    // A place is established where it, or a body of it, is named in full and without doubt.
    let places: BTreeSet<&UnitId> = full()
        .filter_map(|(_, occurrence)| one_at(registry, &occurrence.units, date))
        .map(|unit| &registry.place(&registry.units()[unit]).id)
        .collect();
    found
        .iter()
        .filter_map(|(block, occurrence)| {
            let units: Vec<usize> = occurrence
                .units
                .iter()
                .copied()
                .filter(|&unit| {
                    !occurrence.short
                        || places.contains(&registry.place(&registry.units()[unit]).id)
                })
                .collect();
            let unit =
                one_at(registry, &units, date).or_else(|| one_below(registry, &units, &places))?;
            let start = block.span.start as usize;
            let at = Span::new(start + occurrence.span.start..start + occurrence.span.end);
            Some(Mention { unit, short: occurrence.short, block: *block, at })
        })
        .collect()
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

/// Whether the article names another place of the kind that a body belongs to: then a short name
/// may be the other's.
fn has_rival(article: &Article, registry: &Registry, unit: usize) -> bool {
    let place = registry.place(&registry.units()[unit]);
    article
        .blocks
        .iter()
        .filter(|block| is_searched(block.kind))
        .filter_map(|block| block.span.of(&article.text))
        .any(|text| names::names_rival(text, place))
}

/// Whether the body names units of one place only, often enough, and no other place of that kind.
fn alone_in_body(article: &Article, registry: &Registry, zone: &[&Mention]) -> bool {
    let Some(unit) = common(registry, zone) else { return false };
    let full = zone.iter().filter(|mention| !mention.short).count();
    full >= BODY_ONLY_MENTIONS && !has_rival(article, registry, unit)
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
mod tests;
