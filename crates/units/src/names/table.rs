//! The names by which a registry's units may be called: full, short, abbreviated, spelled out.

use std::collections::BTreeMap;

use model::Unit;
use model::unit::UnitKind;
use viet::Token;

use super::words::{canonical_words, common_head, is_capital, is_common, proper_name};

/// One name of one unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Name {
    /// Place in the registry.
    pub(crate) unit: usize,
    /// It counts only where the unit's place is named in full.
    pub(crate) short: bool,
    /// It has no word for its kind ("Sông Lô"): capitals and neighbours must confirm it.
    pub(super) bare: bool,
    pub(super) words: Vec<Word>,
}

/// One syllable of a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Word {
    pub(super) canonical: String,
    pub(super) folded: String,
    pub(super) capital: bool,
}

/// All names of all units by the folded form of their first syllable, longest first.
pub(crate) fn table(units: &[Unit]) -> BTreeMap<String, Vec<Name>> {
    let mut table: BTreeMap<String, Vec<Name>> = BTreeMap::new();
    for (index, unit) in units.iter().enumerate() {
        let full =
            std::iter::once(&unit.name).chain(&unit.aliases).map(|name| (name.clone(), false));
        let short = unit.short_names.iter().cloned().chain(derived_short_names(units, unit));
        for (text, short) in full.chain(short.map(|name| (name, true))) {
            for words in variants(words(&text)) {
                let Some(first) = words.first().map(|word| word.folded.clone()) else { continue };
                let plain: Vec<String> = words.iter().map(|word| word.canonical.clone()).collect();
                let bare = common_head(&plain) == 0;
                let name = Name { unit: index, short, bare, words };
                let names = table.entry(first).or_default();
                if !names.contains(&name) {
                    names.push(name);
                }
            }
        }
    }
    for names in table.values_mut() {
        names.sort_by_key(|name| (std::cmp::Reverse(name.words.len()), name.short, name.unit));
    }
    table
}

fn words(text: &str) -> Vec<Word> {
    viet::tokens(text)
        .map(|token| {
            let canonical = viet::canonical(token.text);
            let folded = viet::fold(&canonical);
            Word { canonical, folded, capital: is_capital(token.text) }
        })
        .collect()
}

/// What a body is called where its place is understood: its name without the place's, if what is
/// left is a common phrase ("Đảng ủy phường Đức Giang" → "Đảng ủy phường", "Đảng ủy").
fn derived_short_names(units: &[Unit], unit: &Unit) -> Vec<String> {
    let above = |unit: &Unit| units.iter().find(|other| Some(&other.id) == unit.parent.as_ref());
    let mut place = above(unit);
    while let Some(body) = place.filter(|place| place.kind == UnitKind::Body) {
        place = above(body);
    }
    let (UnitKind::Body, Some(place)) = (unit.kind, place) else { return Vec::new() };
    let tokens: Vec<Token<'_>> = viet::tokens(&unit.name).collect();
    let plain: Vec<String> = canonical_words(&unit.name);
    [proper_name(place), canonical_words(&place.name)]
        .iter()
        .filter_map(|tail| plain.strip_suffix(&tail[..]))
        .filter_map(|head| tokens.get(head.len().checked_sub(1)?))
        .map(|last| unit.name[..last.span.end].to_owned())
        .filter(|name| is_common(name))
        .collect()
}

/// A name, and the same with its common phrases abbreviated ("UBND huyện Sông Lô") or spelled out.
/// A name that is nothing but an abbreviation is no name.
fn variants(words: Vec<Word>) -> Vec<Vec<Word>> {
    let mut all = vec![words.clone()];
    for group in viet::abbreviations::groups() {
        let short = self::words(group.short);
        for long in &group.long {
            let long = self::words(long);
            for (from, to) in [(&long, &short), (&short, &long)] {
                if words.len() > from.len()
                    && let Some(at) = position(&words, from)
                {
                    let mut other = words.clone();
                    other.splice(at..at + from.len(), to.iter().cloned());
                    all.push(other);
                }
            }
        }
    }
    all
}

fn position(words: &[Word], part: &[Word]) -> Option<usize> {
    let same = |a: &Word, b: &Word| a.canonical == b.canonical;
    words.windows(part.len().max(1)).position(|window| {
        window.len() == part.len() && window.iter().zip(part).all(|(a, b)| same(a, b))
    })
}
