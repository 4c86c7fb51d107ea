//! What articles tell besides the chronicle, in pages: one kind of page for each list, and on a page
//! what a run of articles tells. So an added article changes the last page of a kind only.

use std::ops::Range;

use super::shelves::{Page, Shelves};
use super::{Ordinals, json};
use crate::article::{Article, ArticleId};
use crate::bundle::{PartKind, Told};
use crate::chronicle::Mention;
use crate::days::ToldDay;
use crate::telling::{Award, Congress, Tellings};

/// Articles whose days, congresses or awards make a page.
const RUN: usize = 512;
/// Articles whose quotations, or figures, make a page: there are some two in each.
const QUOTATIONS: usize = 128;

/// An entry with mentions.
trait Entry: Clone {
    fn mentions(&mut self) -> &mut Vec<Mention>;
}

macro_rules! entry {
    ($($type:ty),*) => {$(
        impl Entry for $type {
            fn mentions(&mut self) -> &mut Vec<Mention> {
                &mut self.mentions
            }
        }
    )*};
}
entry!(ToldDay, Congress, Award);

/// Puts all pages of tellings.
pub(super) fn put(
    shelves: &mut Shelves,
    tellings: &Tellings,
    articles: &[Article],
    ordinals: &Ordinals<'_>,
) {
    let pages = Pages { ordinals, articles };
    shelves.put(
        PartKind::Days,
        pages.of(RUN, |run| Tellings {
            days: pages.some(&tellings.days, run),
            ..Tellings::default()
        }),
    );
    if !tellings.reference.is_empty() {
        shelves.put(PartKind::Reference, [(json(&tellings.reference), None)]);
    }
    shelves.put(
        PartKind::Congresses,
        pages.of(RUN, |run| Tellings {
            congresses: pages.some(&tellings.congresses, run),
            ..Tellings::default()
        }),
    );
    shelves.put(
        PartKind::Awards,
        pages.of(RUN, |run| Tellings {
            awards: pages.some(&tellings.awards, run),
            ..Tellings::default()
        }),
    );
    shelves.put(
        PartKind::Quotations,
        pages.of(QUOTATIONS, |run| {
            let is_in = |article: &ArticleId| pages.is_in(article, run);
            let said = tellings.quotations.iter().filter(|said| is_in(&said.article));
            Tellings { quotations: said.cloned().collect(), ..Tellings::default() }
        }),
    );
    shelves.put(
        PartKind::Figures,
        pages.of(QUOTATIONS, |run| {
            let stated = tellings.figures.iter().filter(|told| pages.is_in(&told.article, run));
            Tellings { figures: stated.cloned().collect(), ..Tellings::default() }
        }),
    );
}

struct Pages<'a> {
    ordinals: &'a Ordinals<'a>,
    articles: &'a [Article],
}

impl Pages<'_> {
    /// A page for each run of so many articles that tell anything.
    fn of(&self, run: usize, told: impl Fn(&Range<usize>) -> Tellings) -> Vec<Page> {
        let runs = (0..self.articles.len()).step_by(run);
        let runs = runs.map(|first| first..(first + run).min(self.articles.len()));
        let pages = runs.map(|run| (run.len(), told(&run)));
        let pages = pages.filter(|(_, told)| *told != Tellings::default());
        let page =
            |(articles, told)| (json(&self.with_articles(told)), u32::try_from(articles).ok());
        pages.map(page).collect()
    }

    fn is_in(&self, article: &ArticleId, run: &Range<usize>) -> bool {
        self.ordinals.get(article).is_some_and(|at| run.contains(&(*at as usize)))
    }

    /// The entries that a run of articles mentions, with their mentions there.
    fn some<E: Entry>(&self, entries: &[E], run: &Range<usize>) -> Vec<E> {
        let mut some = Vec::new();
        for entry in entries {
            let mut entry = entry.clone();
            entry.mentions().retain(|mention| self.is_in(&mention.article, run));
            if !entry.mentions().is_empty() {
                some.push(entry);
            }
        }
        some
    }

    /// Adds where the articles stand that entries speak of.
    fn with_articles(&self, tellings: Tellings) -> Told {
        let days = tellings.days.iter().flat_map(|day| &day.mentions);
        let congresses = tellings.congresses.iter().flat_map(|congress| &congress.mentions);
        let awards = tellings.awards.iter().flat_map(|award| &award.mentions);
        let mentioned = days.chain(congresses).chain(awards).map(|mention| &mention.article);
        let named = mentioned
            .chain(tellings.quotations.iter().map(|said| &said.article))
            .chain(tellings.figures.iter().map(|told| &told.article));
        let mut articles: Vec<(u32, ArticleId)> =
            named.filter_map(|id| Some((*self.ordinals.get(id)?, id.clone()))).collect();
        articles.sort_unstable();
        articles.dedup();
        Told { articles: articles.into_iter().map(|(at, id)| (id, at)).collect(), tellings }
    }
}
