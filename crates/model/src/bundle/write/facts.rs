//! The facts in pages: entries as the settled articles mention them, what later ones mention, and
//! the names of all.

use std::ops::Range;

use super::shelves::{Cut, Page, Shelves};
use super::{Ordinals, SETTLED, json};
use crate::article::{Article, ArticleId};
use crate::bundle::{Facts, Name, PartKind};
use crate::chronicle::{
    Anniversary, Chronicle, Directive, Mention, Official, Programme, SubjectRef,
};
use crate::known::Evidence;

/// Names of a page: some 2.4 KB after brotli.
const NAMES: usize = 256;
/// Entries of a page, and its bytes.
const ENTRIES: usize = 32;
const ENTRIES_BYTES: usize = 24 * 1024;
/// Articles whose facts make one recent page.
const RECENT: usize = 64;

/// An entry of the chronicle: something with a name that articles mention.
trait Entry: Clone {
    const KIND: PartKind;
    fn of(&self) -> SubjectRef;
    fn name(&self) -> &str;
    fn others(&self) -> &[String] {
        &[]
    }
    /// The articles of its mentions, in their order.
    fn mentioned(&self) -> Vec<&ArticleId>;
    /// Articles that it rests on besides.
    fn evidence(&self) -> Vec<&ArticleId> {
        Vec::new()
    }
    /// Keeps some of its mentions.
    fn retain(&mut self, keeps: impl Fn(&Mention) -> bool);
    /// Its kind's list.
    fn list(chronicle: &Chronicle) -> &Vec<Self>;
    /// The same.
    fn list_mut(chronicle: &mut Chronicle) -> &mut Vec<Self>;
}

macro_rules! entry {
    ($type:ident, $kind:ident, $list:ident, $mentions:ident, |$m:ident| $mention:expr $(, $more:item)*) => {
        impl Entry for $type {
            const KIND: PartKind = PartKind::$kind;
            fn of(&self) -> SubjectRef {
                SubjectRef::$type(self.id.clone())
            }
            fn name(&self) -> &str {
                &self.name
            }
            fn mentioned(&self) -> Vec<&ArticleId> {
                self.$mentions.iter().map(|$m| &$mention.article).collect()
            }
            fn retain(&mut self, keeps: impl Fn(&Mention) -> bool) {
                self.$mentions.retain(|$m| keeps(&$mention));
            }
            fn list(chronicle: &Chronicle) -> &Vec<Self> {
                &chronicle.$list
            }
            fn list_mut(chronicle: &mut Chronicle) -> &mut Vec<Self> {
                &mut chronicle.$list
            }
            $($more)*
        }
    };
}

entry!(
    Anniversary,
    Anniversaries,
    anniversaries,
    mentions,
    |m| m.mention,
    fn others(&self) -> &[String] {
        self.names.get(1..).unwrap_or_default()
    },
    fn evidence(&self) -> Vec<&ArticleId> {
        let sources = self.founding.source.iter().chain(self.notes.iter().map(|note| &note.source));
        let told = sources.filter_map(|source| match source {
            Evidence::Text { article, .. } => Some(article),
            Evidence::Publisher { .. } | Evidence::Citation { .. } => None,
        });
        told.collect()
    }
);
entry!(Official, Officials, officials, roles, |m| m.mention);
entry!(Programme, Programmes, programmes, mentions, |m| m.mention);
entry!(Directive, Directives, directives, mentions, |m| m);

/// Puts all pages of facts.
pub(super) fn put(
    shelves: &mut Shelves,
    chronicle: &Chronicle,
    articles: &[Article],
    ordinals: &Ordinals<'_>,
) {
    let settled = articles.len() / SETTLED * SETTLED;
    let pages = Pages { ordinals, settled: u32::try_from(settled).unwrap_or(u32::MAX) };
    let mut names = Vec::new();
    pages.put::<Anniversary>(shelves, chronicle, &mut names);
    pages.put::<Official>(shelves, chronicle, &mut names);
    pages.put::<Programme>(shelves, chronicle, &mut names);
    pages.put::<Directive>(shelves, chronicle, &mut names);
    // By first mention: what is new stands behind what is there.
    names.sort_by_key(|(first, _)| *first);
    let mut cut = Cut::new(NAMES, usize::MAX, b"[", b"]");
    names.iter().for_each(|(_, name)| cut.add(json(name)));
    shelves.put(PartKind::Names, cut.finish());

    let runs = (settled..articles.len()).step_by(RECENT);
    let runs = runs.map(|first| first..(first + RECENT).min(articles.len()));
    shelves.put(PartKind::Recent, runs.map(|run| pages.recent(chronicle, run)));
}

struct Pages<'a> {
    ordinals: &'a Ordinals<'a>,
    settled: u32,
}

impl Pages<'_> {
    fn ordinal(&self, article: &ArticleId) -> u32 {
        self.ordinals.get(article).copied().unwrap_or_default()
    }

    /// The ordinal of the article that mentions an entry first; of one that nothing mentions, 0.
    fn first(&self, entry: &impl Entry) -> u32 {
        let mentioned = entry.mentioned().into_iter().map(|article| self.ordinal(article));
        mentioned.min().unwrap_or_default()
    }

    /// Puts the pages of one kind's entries, and adds their names.
    fn put<E: Entry>(
        &self,
        shelves: &mut Shelves,
        chronicle: &Chronicle,
        names: &mut Vec<(u32, Name)>,
    ) {
        let mut entries: Vec<(u32, &E)> =
            E::list(chronicle).iter().map(|entry| (self.first(entry), entry)).collect();
        entries.sort_by_key(|(first, _)| *first);
        for (first, entry) in &entries {
            let (of, name) = (entry.of(), entry.name().to_owned());
            names.push((*first, Name { of, name, others: entry.others().to_vec() }));
        }
        let mut pages: Vec<Page> = Vec::new();
        let mut page: Vec<E> = Vec::new();
        let mut bytes = 0;
        for (_, entry) in entries.into_iter().filter(|(first, _)| *first < self.settled) {
            let mut entry = entry.clone();
            entry.retain(|mention| self.ordinal(&mention.article) < self.settled);
            let more = json(&entry.mentioned()).len() + json(&self.page(vec![entry.clone()])).len();
            if page.len() == ENTRIES || (bytes + more > ENTRIES_BYTES && !page.is_empty()) {
                pages.push(self.written(std::mem::take(&mut page)));
                bytes = 0;
            }
            bytes += more;
            page.push(entry);
        }
        if !page.is_empty() {
            pages.push(self.written(page));
        }
        shelves.put(E::KIND, pages);
    }

    fn written<E: Entry>(&self, entries: Vec<E>) -> Page {
        let items = u32::try_from(entries.len()).ok();
        (json(&self.page(entries)), items)
    }

    fn page<E: Entry>(&self, entries: Vec<E>) -> Facts {
        let mut chronicle = Chronicle::default();
        *E::list_mut(&mut chronicle) = entries;
        self.with_articles(chronicle)
    }

    /// What a run of articles mentions. The first run has what nothing mentions, where no page of
    /// entries has it.
    fn recent(&self, chronicle: &Chronicle, run: Range<usize>) -> Page {
        let mut told = Chronicle::default();
        self.tell::<Anniversary>(chronicle, &run, &mut told);
        self.tell::<Official>(chronicle, &run, &mut told);
        self.tell::<Programme>(chronicle, &run, &mut told);
        self.tell::<Directive>(chronicle, &run, &mut told);
        (json(&self.with_articles(told)), u32::try_from(run.len()).ok())
    }

    fn tell<E: Entry>(&self, chronicle: &Chronicle, run: &Range<usize>, told: &mut Chronicle) {
        let is_in = |article: &ArticleId| run.contains(&(self.ordinal(article) as usize));
        for entry in E::list(chronicle) {
            let mentioned = entry.mentioned();
            let is_told = match mentioned.is_empty() {
                true => run.start == 0,
                false => mentioned.into_iter().any(is_in),
            };
            if is_told {
                let mut entry = entry.clone();
                entry.retain(|mention| is_in(&mention.article));
                E::list_mut(told).push(entry);
            }
        }
    }

    /// Adds where the articles stand that entries speak of.
    fn with_articles(&self, chronicle: Chronicle) -> Facts {
        let mut articles = Vec::new();
        self.note::<Anniversary>(&chronicle, &mut articles);
        self.note::<Official>(&chronicle, &mut articles);
        self.note::<Programme>(&chronicle, &mut articles);
        self.note::<Directive>(&chronicle, &mut articles);
        articles.sort_unstable();
        articles.dedup();
        let articles = articles.into_iter().map(|(ordinal, id)| (id, ordinal)).collect();
        Facts { articles, chronicle }
    }

    fn note<E: Entry>(&self, chronicle: &Chronicle, articles: &mut Vec<(u32, ArticleId)>) {
        for entry in E::list(chronicle) {
            for article in entry.mentioned().into_iter().chain(entry.evidence()) {
                if let Some(&ordinal) = self.ordinals.get(article) {
                    articles.push((ordinal, article.clone()));
                }
            }
        }
    }
}
