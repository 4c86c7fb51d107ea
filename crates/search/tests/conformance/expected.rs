//! Reads what is expected, and compares it with what came.

use search::{Hit, Results, Tier};

use crate::cases::Set;

/// One part of an expectation.
pub(crate) enum Part {
    /// Documents of a tier (the firmest when none is named), groups in order.
    Tier {
        tier: Option<Tier>,
        ranks: Vec<Vec<Name>>,
    },
    First(String),
    Weak,
    None,
    Same(String),
    Read(String),
    Hint(String),
    Words,
    Unclosed,
    Unknown,
    Lacks(String),
}

/// A document, and how it is to be found where that matters.
pub(crate) struct Name {
    name: String,
    exact: Option<bool>,
    expanded: bool,
}

/// Reads the text behind the arrow.
pub(crate) fn read(text: &str) -> Result<Vec<Part>, String> {
    text.split(" / ").map(|part| one(part.trim())).collect()
}

fn one(part: &str) -> Result<Part, String> {
    if let Some(query) = part.strip_prefix("= ") {
        return Ok(Part::Same(query.to_owned()));
    }
    let (key, rest) = part.split_once(": ").unwrap_or(("", part));
    let rest = rest.trim();
    Ok(match (key, rest) {
        ("", "weak") => Part::Weak,
        ("", "none") => Part::None,
        ("first", name) => Part::First(name.to_owned()),
        ("read", text) => Part::Read(text.to_owned()),
        ("hint", text) => Part::Hint(text.to_owned()),
        ("lacks", word) => Part::Lacks(word.to_owned()),
        ("note", "words") => Part::Words,
        ("note", "unclosed") => Part::Unclosed,
        ("note", "unknown") => Part::Unknown,
        ("near", names) => tier(Some(Tier::Near), names),
        ("all", names) => tier(Some(Tier::All), names),
        ("typo", names) => tier(Some(Tier::Typo), names),
        ("most", names) => tier(Some(Tier::Most), names),
        ("", names) if !names.is_empty() => tier(None, names),
        _ => return Err(part.to_owned()),
    })
}

fn tier(tier: Option<Tier>, names: &str) -> Part {
    let rank = |names: &str| names.split_whitespace().map(name).collect();
    Part::Tier { tier, ranks: names.split('>').map(rank).collect() }
}

fn name(text: &str) -> Name {
    let exact = match text {
        _ if text.contains('*') => Some(true),
        _ if text.contains('~') => Some(false),
        _ => None,
    };
    let name = text.trim_end_matches(['*', '~', '+']).to_owned();
    Name { name, exact, expanded: text.contains('+') }
}

/// Whether the hits of a tier are these documents in this order.
pub(crate) fn fits(set: &Set, results: &Results, tier: Option<Tier>, ranks: &[Vec<Name>]) -> bool {
    let hits: Vec<&Hit> = results.hits.iter().filter(|hit| Some(hit.tier) == tier).collect();
    let count: usize = ranks.iter().map(Vec::len).sum();
    for rank in ranks.iter().flatten() {
        assert!(set.pages.iter().any(|page| page.name == rank.name), "no document {}", rank.name);
    }
    let mut rest = hits.as_slice();
    count == hits.len()
        && ranks.iter().all(|rank| {
            let (here, behind) = rest.split_at(rank.len());
            rest = behind;
            rank.iter().all(|name| here.iter().any(|hit| is(set, hit, name)))
        })
}

fn is(set: &Set, hit: &Hit, name: &Name) -> bool {
    set.name(hit.document) == name.name
        && name.exact.is_none_or(|exact| hit.exact == exact)
        && (hit.expanded || !name.expanded)
}

/// What came, in the form of an expectation.
pub(crate) fn shown(set: &Set, results: &Results) -> String {
    let mut out: Vec<String> = Vec::new();
    for (tier, _) in &results.tiers {
        let names = results.hits.iter().filter(|hit| hit.tier == *tier).map(|hit| {
            let exact = if hit.exact { "*" } else { "~" };
            let expanded = if hit.expanded { "+" } else { "" };
            format!("{}{exact}{expanded}", set.name(hit.document))
        });
        let names: Vec<String> = names.collect();
        out.push(format!("{tier:?}: {}", names.join(" ")).to_lowercase());
    }
    out.extend(results.suggestion.iter().map(|hint| format!("hint: {hint}")));
    out.extend(results.notes.iter().map(|note| format!("{note:?}")));
    if out.is_empty() { "none".to_owned() } else { out.join(" / ") }
}
