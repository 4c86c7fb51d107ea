//! Names of bodies as they stand in a text: "Văn phòng Huyện ủy Sông Lô", "HĐND, UBND xã Hải Lựu",
//! "Chi bộ 5 phường Đức Giang".

use std::ops::Range;

use model::unit::UnitKind;

use super::words::{Head, Role, heads};
use crate::names::Stretch;
use crate::names::words::place_word;

/// A name of a body and the words for its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Phrase {
    /// What it is called without its place, parts of the whole left aside.
    pub(super) parts: Vec<Part>,
    /// Its tokens, up to its place's or, where the next shares that, to its own last.
    pub(super) tokens: Range<usize>,
    /// Tokens of its place, as many as are sure to be: with "Huyện ủy Sông Lô" from "Huyện" on; none
    /// where no place follows.
    pub(super) place: Range<usize>,
    /// The first token of the place's name or of the word for its kind, behind the body's words.
    pub(super) behind: usize,
    /// The kind of place that its own words say: "Huyện ủy".
    pub(super) kind: Option<UnitKind>,
    /// No place is named: the kind that is meant ("UBND huyện", "Huyện ủy").
    pub(super) bare: Option<UnitKind>,
    /// Its place is that of the next body: "HĐND, UBND huyện Sông Lô".
    pub(super) shared: bool,
}

/// A part of a name: "Văn phòng" of "Văn phòng Huyện ủy".
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Part {
    /// As it is shown, with the number of a cell.
    pub(super) name: String,
    /// Its first token.
    pub(super) start: usize,
    /// It is the Party committee of a commune, or of a body.
    pub(super) is_committee: bool,
}

/// All names of bodies whose place is named, in order.
pub(super) fn phrases(stretch: &Stretch<'_>) -> Vec<Phrase> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < stretch.tokens.len() {
        let Some(chain) = chain_at(stretch, at) else {
            at += 1;
            continue;
        };
        let mut run = vec![chain];
        while let Some(next) = run.last().and_then(|last| next_of_run(stretch, last)) {
            run.push(next);
        }
        at = run.last().map_or(at + 1, |last| last.end);
        place_run(stretch, run, &mut found);
    }
    found
}

/// Heads that follow each other without a sign between them.
struct Chain {
    parts: Vec<Part>,
    start: usize,
    end: usize,
    /// The role of the last head, and whether it is the only one beside organs.
    last: Role,
    is_single: bool,
    /// First token of the last head.
    last_start: usize,
}

fn chain_at(stretch: &Stretch<'_>, at: usize) -> Option<Chain> {
    let mut chain: Option<Chain> = None;
    let mut end = at;
    while let Some((head, words)) = heads().at(stretch, end) {
        if chain.is_some() && !stretch.joined(end) {
            break;
        }
        let start = end;
        end += words;
        let name = match head.role {
            Role::Cell => {
                let tail = cell_tail(stretch, end);
                let name = with_tail(stretch, head, end..end + tail);
                end += tail;
                name
            }
            _ => head.name.to_owned(),
        };
        let chain = chain.get_or_insert(Chain {
            parts: Vec::new(),
            start: at,
            end,
            last: head.role,
            is_single: true,
            last_start: start,
        });
        (chain.end, chain.last, chain.last_start) = (end, head.role, start);
        if head.role != Role::Organ {
            chain.is_single = chain.parts.is_empty();
            let is_committee = head.name == "Đảng ủy";
            chain.parts.push(Part { name, start, is_committee });
        }
    }
    chain
}

fn with_tail(stretch: &Stretch<'_>, head: &Head, tail: Range<usize>) -> String {
    let words = tail.map(|i| stretch.tokens[i].text);
    std::iter::once(head.name).chain(words).collect::<Vec<_>>().join(" ")
}

/// How many tokens at a place are a cell's number or hamlet: "5", "số 3", "tổ dân phố số 12",
/// "thôn Yên Thịnh".
fn cell_tail(stretch: &Stretch<'_>, at: usize) -> usize {
    const PLACES: &[&[&str]] = &[
        &["tổ", "dân", "phố"],
        &["khu", "dân", "cư"],
        &["khu", "phố"],
        &["khối", "phố"],
        &["thôn"],
        &["xóm"],
        &["ấp"],
        &["bản"],
        &["buôn"],
        &["làng"],
        &["khu"],
        &["khối"],
        &["tổ"],
    ];
    /// Longest name of a hamlet, in syllables.
    const LONGEST: usize = 3;
    let rest = stretch.canonical.get(at..).unwrap_or_default();
    let joined = |n: usize| (0..n).all(|i| stretch.joined(at + i));
    let is_number = |i: usize| {
        rest.get(i).is_some_and(|word| word.bytes().all(|b| b.is_ascii_digit()))
            && stretch.joined(at + i)
    };
    let place = PLACES
        .iter()
        .find(|words| rest.len() >= words.len() && rest.iter().zip(**words).all(|(a, b)| a == b));
    let mut tail = place.map_or(0, |words| words.len());
    if rest.get(tail).is_some_and(|word| word == "số") {
        tail += 1;
    }
    if is_number(tail) && joined(tail + 1) {
        return tail + 1;
    }
    let Some(place) = place.filter(|_| joined(tail)) else { return 0 };
    let named = (0..LONGEST)
        .take_while(|n| {
            let i = at + place.len() + n;
            stretch.capital(i) && stretch.joined(i) && place_word(&stretch.canonical[i..]).is_none()
        })
        .count();
    if named == 0 { 0 } else { place.len() + named }
}

/// The chain after a comma or "và", where both may share the place that follows.
fn next_of_run(stretch: &Stretch<'_>, chain: &Chain) -> Option<Chain> {
    if !is_core(chain) {
        return None;
    }
    let gap = stretch.gap(chain.end);
    let and = stretch.canonical.get(chain.end).is_some_and(|word| word == "và");
    let at = match (and && stretch.joined(chain.end), gap.trim()) {
        (true, _) => chain.end + 1,
        (false, "," | ";" | "-" | "–") if !gap.contains('\n') => chain.end,
        _ => return None,
    };
    if and && !stretch.joined(at) {
        return None;
    }
    chain_at(stretch, at)
}

fn is_core(chain: &Chain) -> bool {
    chain.is_single && chain.parts.len() == 1 && matches!(chain.last, Role::Core | Role::Of(_))
}

/// Adds the phrases of a run of chains whose last one has a place.
fn place_run(stretch: &Stretch<'_>, mut run: Vec<Chain>, found: &mut Vec<Phrase>) {
    let Some(last) = run.pop() else { return };
    let behind = last.end;
    let named = place_behind(stretch, &last);
    let bare = if named.is_none() { bare_behind(stretch, &last) } else { None };
    // Without either the publisher's own body may still be meant by its short name.
    let (place, kind) = match (named, bare) {
        (Some(place), _) => (place, None),
        (None, Some((kind, end))) => (end..end, Some(kind)),
        (None, None) => (behind..behind, None),
    };
    let shares = is_core(&last) && (kind.is_some() || !place.is_empty());
    let add = |chain: Chain, shared: bool| {
        let phrase = phrase(chain, place.clone(), behind, shared)?;
        let bare = kind.filter(|_| !follows_many(stretch, &phrase));
        // "Huyện ủy, UBND huyện": each has its own word for the kind, and they must agree.
        let fits = phrase.kind.is_none_or(|own| bare.is_none_or(|bare| bare == own));
        fits.then_some(Phrase { bare, ..phrase })
    };
    found.extend(run.into_iter().filter(|_| shares).filter_map(|chain| add(chain, true)));
    found.extend(add(last, false));
}

/// The kind of place behind a chain that is not named, and the token where its words end: "UBND
/// huyện". In a list of kinds ("UBND xã, phường") none is meant.
fn bare_behind(stretch: &Stretch<'_>, chain: &Chain) -> Option<(UnitKind, usize)> {
    let at = chain.end;
    let (kind, end) = match chain.last {
        Role::Of(kind) => (kind, at),
        _ if stretch.joined(at) => {
            let (kind, head) = place_word(&stretch.canonical[at..])?;
            (kind, at + head)
        }
        _ => return None,
    };
    let Some(next) = stretch.canonical.get(end) else { return Some((kind, end)) };
    let gap = stretch.gap(end);
    let after = if next == "và" { end + 1 } else { end };
    let lists = (next == "và" || gap.trim() == ",")
        && heads().at(stretch, after).is_none()
        && stretch.canonical.get(after..).is_some_and(|words| place_word(words).is_some());
    let is_member = next == "viên" && stretch.joined(end);
    (!lists && !is_member && !gap.contains('/')).then_some((kind, end))
}

/// "các Huyện ủy": no single one is meant.
fn follows_many(stretch: &Stretch<'_>, phrase: &Phrase) -> bool {
    const MANY: &[&str] = &["các", "những", "mỗi", "từng", "nhiều", "một"];
    let start = phrase.tokens.start;
    start > 0 && stretch.joined(start) && MANY.contains(&stretch.canonical[start - 1].as_str())
}

fn phrase(chain: Chain, place: Range<usize>, behind: usize, shared: bool) -> Option<Phrase> {
    // Parts alone are nobody ("Thường trực"), nor is what belongs to a body without one.
    if chain.parts.is_empty() || matches!(chain.last, Role::Organ | Role::Inner) {
        return None;
    }
    let kind = match chain.last {
        Role::Of(kind) => Some(kind),
        _ => None,
    };
    let first = chain.parts.first().map_or(chain.start, |part| part.start);
    let end = if shared { chain.end } else { place.end };
    Some(Phrase { parts: chain.parts, tokens: first..end, place, behind, kind, bare: None, shared })
}

/// Tokens of the place that is named right behind a chain.
fn place_behind(stretch: &Stretch<'_>, chain: &Chain) -> Option<Range<usize>> {
    let at = chain.end;
    let is_name = |i: usize| {
        let number = || stretch.canonical[i].bytes().all(|b| b.is_ascii_digit());
        i < stretch.tokens.len() && (stretch.capital(i) || number())
    };
    let bound = |i: usize| stretch.joined(i) || stretch.gap(i).trim() == ".";
    if at >= stretch.tokens.len() || !stretch.joined(at) {
        return None;
    }
    if let Some((_, head)) = place_word(&stretch.canonical[at..]) {
        let name = at + head;
        return (is_name(name) && bound(name)).then_some(at..name + 1);
    }
    match chain.last {
        Role::Of(_) if stretch.capital(at) => Some(chain.last_start..at + 1),
        // "UBND Hà Nội": a place of the archive may be named so.
        _ if stretch.capital(at) => Some(at..at + 1),
        _ => None,
    }
}
