//! What articles tell besides the chronicle, in pages: one kind of page for each list, and on a page
//! what a run of articles tells. So an added article changes the last page of a kind only.

use std::collections::BTreeMap;

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
    let days = pages.of(RUN, pages.entries(&tellings.days, RUN), |told, days| told.days = days);
    shelves.put(PartKind::Days, days);
    if !tellings.reference.is_empty() {
        shelves.put(PartKind::Reference, [(json(&tellings.reference), None)]);
    }
    let congresses = pages.entries(&tellings.congresses, RUN);
    let congresses = pages.of(RUN, congresses, |told, congresses| told.congresses = congresses);
    shelves.put(PartKind::Congresses, congresses);
    let awards = pages.entries(&tellings.awards, RUN);
    shelves.put(PartKind::Awards, pages.of(RUN, awards, |told, awards| told.awards = awards));
    let said = pages.each(&tellings.quotations, QUOTATIONS, |said| &said.article);
    let said = pages.of(QUOTATIONS, said, |told, said| told.quotations = said);
    shelves.put(PartKind::Quotations, said);
    let figures = pages.each(&tellings.figures, QUOTATIONS, |told| &told.article);
    let figures = pages.of(QUOTATIONS, figures, |told, figures| told.figures = figures);
    shelves.put(PartKind::Figures, figures);
}

struct Pages<'a> {
    ordinals: &'a Ordinals<'a>,
    articles: &'a [Article],
}

/// What is told by runs of articles: the number of the run, and that.
type Runs<T> = BTreeMap<usize, Vec<T>>;

impl Pages<'_> {
    /// A page for each run of so many articles that tell anything.
    fn of<T>(
        &self,
        run: usize,
        told: Runs<T>,
        put: impl Fn(&mut Tellings, Vec<T>),
    ) -> impl Iterator<Item = Page> {
        told.into_iter().map(move |(number, told)| {
            let mut tellings = Tellings::default();
            put(&mut tellings, told);
            let articles = run.min(self.articles.len() - number * run);
            (json(&self.with_articles(tellings)), u32::try_from(articles).ok())
        })
    }

    /// The run of so many articles that one stands in.
    fn run(&self, article: &ArticleId, run: usize) -> Option<usize> {
        self.ordinals.get(article).map(|&ordinal| ordinal as usize / run)
    }

    /// What each run tells, each thing told by one article.
    fn each<T: Clone>(&self, all: &[T], run: usize, article: impl Fn(&T) -> &ArticleId) -> Runs<T> {
        let mut runs = Runs::new();
        for told in all {
            if let Some(number) = self.run(article(told), run) {
                runs.entry(number).or_insert_with(Vec::new).push(told.clone());
            }
        }
        runs
    }

    /// The entries that each run mentions, with their mentions there.
    fn entries<E: Entry>(&self, entries: &[E], run: usize) -> Runs<E> {
        let mut runs = Runs::new();
        for entry in entries {
            let mut entry = entry.clone();
            let mentions = std::mem::take(entry.mentions());
            for (number, mentions) in self.each(&mentions, run, |mention| &mention.article) {
                let mut entry = entry.clone();
                *entry.mentions() = mentions;
                runs.entry(number).or_insert_with(Vec::new).push(entry);
            }
        }
        runs
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
