//! What the articles tell, read from the newest articles back, as far as a page shows.

use calendar::AnnualDay;
use model::bundle::read::{parse_reference, parse_told};
use model::bundle::{PartKind, Told};
use model::chronicle::Mention;
use model::days::{ReferenceDay, ToldDay};

use crate::hooks::{Absent, Archive, Asked};
use crate::route::ToldKind;
use crate::table::Table;

/// The pages of a kind that are here, those of the newest articles first.
pub(super) struct Newest<'a> {
    pub(super) pages: Vec<&'a Told>,
    /// Articles that these pages are of.
    pub(super) articles: u32,
    /// Whether there are no older ones.
    pub(super) is_all: bool,
    /// Whether some of those asked for are on their way.
    pub(super) is_waiting: bool,
}

/// The kind of page that holds what is told of a kind; nothing for those that have names.
pub(super) fn part(kind: ToldKind) -> Option<PartKind> {
    Some(match kind {
        ToldKind::Days => PartKind::Days,
        ToldKind::Congresses => PartKind::Congresses,
        ToldKind::Awards => PartKind::Awards,
        ToldKind::Quotations => PartKind::Quotations,
        ToldKind::Figures => PartKind::Figures,
        _ => return None,
    })
}

/// Reads so many pages of a kind, from the last back. A page that is lost is left out; those that
/// are here do not wait for the others.
pub(super) fn newest<'a>(archive: &'a Archive, kind: &PartKind, most: usize) -> Asked<Newest<'a>> {
    let all = archive.items(kind);
    let (mut pages, mut end, mut is_waiting) = (Vec::new(), all, false);
    for _ in 0..most {
        let Some(last) = end.checked_sub(1) else { break };
        let first = match archive.raw(kind, last) {
            Ok((raw, first)) => {
                if let Some(told) = raw.get(parse_told) {
                    archive.meet(&told.articles);
                    pages.push(told);
                }
                first
            }
            Err(Absent::Waiting) => {
                is_waiting = true;
                archive.first_beside(kind, last)
            }
            Err(_) => archive.first_beside(kind, last),
        };
        end = first.min(last);
    }
    if is_waiting && pages.is_empty() {
        return Err(Absent::Waiting);
    }
    Ok(Newest { pages, articles: all - end, is_all: end == 0, is_waiting })
}

/// An entry of a list, with its mentions on all pages read.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Entry<'a> {
    pub(super) id: &'a str,
    pub(super) name: &'a str,
    pub(super) more: More,
    pub(super) mentions: Vec<&'a Mention>,
}

/// What is known of an entry besides its name.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum More {
    Nothing,
    Term(Option<(i32, i32)>),
    Day(AnnualDay),
}

/// The entries of a kind on some pages: days by their place in the year, others with the most
/// mentions first.
pub(super) fn entries<'a>(kind: ToldKind, pages: &[&'a Told]) -> Vec<Entry<'a>> {
    let mut found: Table<&str, Entry> = Table::default();
    let mut order: Vec<&str> = Vec::new();
    // From the oldest page on, so that mentions are in order.
    for told in pages.iter().rev().map(|told| &told.tellings) {
        let days = told
            .days
            .iter()
            .map(|day| (day.id.as_str(), day.name.as_str(), More::Day(day.day), &day.mentions));
        let congresses = told
            .congresses
            .iter()
            .map(|one| (one.id.as_str(), one.name.as_str(), More::Term(one.term), &one.mentions));
        let awards = told
            .awards
            .iter()
            .map(|award| (award.id.as_str(), award.name.as_str(), More::Nothing, &award.mentions));
        for (id, name, more, mentions) in days.chain(congresses).chain(awards) {
            if found.get(id).is_none() {
                order.push(id);
            }
            let slot = found.slot(id);
            slot.id = id;
            slot.name = name;
            slot.more = match (slot.more, more) {
                (More::Term(Some(term)), More::Term(_)) => More::Term(Some(term)),
                (_, more) => more,
            };
            slot.mentions.extend(mentions);
        }
    }
    let mut entries: Vec<Entry> = found.into_pairs().into_iter().map(|(_, entry)| entry).collect();
    if kind == ToldKind::Days {
        entries.sort_by_key(|entry| match entry.more {
            More::Day(day) => Some(day),
            _ => None,
        });
    } else {
        entries.sort_by_key(|entry| std::cmp::Reverse(entry.mentions.len()));
    }
    entries
}

impl Default for Entry<'_> {
    fn default() -> Self {
        Self { id: "", name: "", more: More::Nothing, mentions: Vec::new() }
    }
}

/// The days that articles name, by place in the year; of one day on several pages, once.
pub(crate) fn told_days(archive: &Archive) -> Asked<Vec<&ToldDay>> {
    let found = newest(archive, &PartKind::Days, usize::MAX)?;
    if found.is_waiting {
        return Err(Absent::Waiting);
    }
    let mut days: Vec<&ToldDay> =
        found.pages.into_iter().flat_map(|told| &told.tellings.days).collect();
    days.sort_by(|a, b| (a.day, &a.id).cmp(&(b.day, &b.id)));
    days.dedup_by(|later, kept| later.id == kept.id);
    Ok(days)
}

/// The reference calendar; empty where the publisher has none.
pub(crate) fn reference_days(archive: &Archive) -> Asked<&[ReferenceDay]> {
    match archive.raw_only(&PartKind::Reference) {
        Ok(raw) => Ok(raw.get(parse_reference).map_or(&[], Vec::as_slice)),
        Err(Absent::Unknown) => Ok(&[]),
        Err(why) => Err(why),
    }
}
