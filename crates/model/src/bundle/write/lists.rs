//! What is listed of all articles: at a first glance, by date and unit, by identifier.

use std::collections::HashMap;

use super::shelves::Page;
use super::{Contents, Ordinals, SETTLED, json, unit_facts};
use crate::article::{Article, ArticleId};
use crate::bundle::lists::bucket;
use crate::bundle::{AnniversaryHead, Order, Overview, Summary};
use crate::chronicle::Anniversary;
use crate::unit::{Unit, UnitId};

/// Articles that the overview names: a home page shows four.
const LATEST: usize = 12;
/// Up to so many articles, all pages of the catalogue are read rather than a list of identifiers.
const FEW: usize = 128;
/// Identifiers of a page: some 2 KB after brotli.
const BUCKET: usize = 256;
/// Deeper than any chain of units; a parent that is its own descendant ends here.
const DEEPEST: usize = 12;

/// What a first page is drawn from, and the pages of what articles about units tell.
pub(super) fn overview(
    contents: &Contents,
    summaries: &[Summary],
    ordinals: &Ordinals<'_>,
) -> (Overview, Vec<Page>) {
    let mut latest: Vec<u32> = (0..).zip(summaries).map(|(at, _)| at).collect();
    latest.sort_by_key(|&at| {
        let listed = summaries[at as usize].listed().map(|(date, _)| date);
        std::cmp::Reverse((listed, at))
    });
    latest.truncate(LATEST);
    let units = Under::new(&contents.units, summaries);
    let overview = Overview {
        latest,
        units: units.counts.clone(),
        anniversaries: contents.chronicle.anniversaries.iter().map(head).collect(),
    };
    (overview, unit_facts::pages(&units, contents, ordinals))
}

fn head(of: &Anniversary) -> AnniversaryHead {
    AnniversaryHead {
        id: of.id.clone(),
        kind: of.kind,
        name: of.name.clone(),
        founding: (of.founding.value, of.founding.status),
        scope: of.scope.clone(),
        valid_to: of.valid_to,
    }
}

/// Runs of one value.
fn runs<T: PartialEq>(values: impl Iterator<Item = T>) -> Vec<(T, u32)> {
    let mut runs: Vec<(T, u32)> = Vec::new();
    for value in values {
        match runs.last_mut() {
            Some((same, count)) if *same == value => *count += 1,
            _ => runs.push((value, 1)),
        }
    }
    runs
}

pub(super) fn order(summaries: &[Summary]) -> Order {
    Order {
        dates: runs(summaries.iter().map(Summary::listed)),
        units: runs(summaries.iter().map(|summary| summary.unit.clone())),
    }
}

/// Pages by bucket of the settled articles, and one of the others: it changes with every update, the
/// first ones when another [`SETTLED`] articles are there.
pub(super) fn ids(articles: &[Article]) -> Vec<Page> {
    if articles.len() <= FEW {
        return Vec::new();
    }
    let settled = articles.len() / SETTLED * SETTLED;
    let buckets = (settled / BUCKET).max(1);
    let mut pages: Vec<Vec<(&ArticleId, u32)>> = vec![Vec::new(); buckets + 1];
    for (ordinal, article) in (0..).zip(articles) {
        let is_settled = (ordinal as usize) < settled;
        let page = if is_settled { bucket(&article.id, buckets) } else { buckets };
        pages[page].push((&article.id, ordinal));
    }
    pages.iter_mut().for_each(|page| page.sort_unstable());
    pages.iter().map(|page| (json(page), Some(1))).collect()
}

/// The units that articles are about.
pub(super) struct Under<'a> {
    /// Articles about a unit or anything in it, in the order of the units.
    pub(super) counts: Vec<(UnitId, u32)>,
    /// Of an article, the places in `counts` of its unit and all that this is in.
    of: Vec<Vec<usize>>,
    parents: HashMap<&'a UnitId, &'a UnitId>,
}

impl<'a> Under<'a> {
    fn new(units: &'a [Unit], summaries: &[Summary]) -> Self {
        let parents = units.iter().filter_map(|unit| Some((&unit.id, unit.parent.as_ref()?)));
        let mut under = Self { counts: Vec::new(), of: Vec::new(), parents: parents.collect() };
        let mut counts: HashMap<&UnitId, u32> = HashMap::new();
        for unit in summaries.iter().filter_map(|summary| summary.unit.as_ref()) {
            for id in under.upwards(unit) {
                *counts.entry(id).or_default() += 1;
            }
        }
        let counted = units.iter().filter_map(|unit| Some((&unit.id, *counts.get(&unit.id)?)));
        let counted: Vec<(&UnitId, u32)> = counted.collect();
        let places: HashMap<&UnitId, usize> =
            counted.iter().enumerate().map(|(at, (id, _))| (*id, at)).collect();
        let of = summaries.iter().map(|summary| {
            let chain = summary.unit.as_ref().map(|unit| under.upwards(unit)).unwrap_or_default();
            chain.into_iter().filter_map(|id| places.get(id).copied()).collect()
        });
        let of = of.collect();
        under.counts = counted.into_iter().map(|(id, count)| (id.clone(), count)).collect();
        under.of = of;
        under
    }

    /// Places in `counts` of the units that an article is about or in.
    pub(super) fn places(&self, ordinal: Option<u32>) -> impl Iterator<Item = usize> {
        let of = ordinal.and_then(|at| self.of.get(at as usize));
        of.into_iter().flatten().copied()
    }

    /// A unit and all that it is in, from the nearest.
    fn upwards<'b>(&self, from: &'b UnitId) -> Vec<&'b UnitId>
    where
        'a: 'b,
    {
        let mut chain: Vec<&'b UnitId> = vec![from];
        while let Some(parent) = chain.last().and_then(|unit| self.parents.get(*unit)) {
            if chain.len() == DEEPEST || chain.contains(parent) {
                break;
            }
            chain.push(parent);
        }
        chain
    }
}
