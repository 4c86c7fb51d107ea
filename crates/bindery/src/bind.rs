//! From articles and statements to a bundle.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use model::article::Article;
use model::bundle::write::{File, PictureFile, Written};
use model::bundle::{Contents, in_order};
use model::{ArticleId, UnitId};
use units::gazetteer::Gazetteer;
use units::{Found, Registry};

use crate::config::{self, ArchiveConfig};
use crate::open_names::OpenName;
use crate::places::Places;
use crate::problem::{Problem, What};
use crate::report::Report;
use crate::{conflicts, derive, facts, index, open_names, parallel};

/// Articles and statements, read but not yet bound.
#[derive(Clone, Debug, Default)]
pub struct Draft {
    /// What the publisher states.
    pub config: ArchiveConfig,
    /// What was wrong so far.
    pub problems: Vec<Problem>,
    /// What the bundle that this one follows has; nothing if there is none. What has not changed is
    /// kept, so that readers need not fetch it again.
    pub previous: Previous,
    /// The country's places, to complete the publisher's units by; none is used if there is none.
    pub gazetteer: Option<Arc<Gazetteer>>,
    /// The pictures of its articles, each once: see [`pictures`](crate::pictures).
    pub pictures: Vec<PictureFile>,
    entries: Vec<Entry>,
}

/// What a bundle has that another is to follow.
#[derive(Clone, Debug, Default)]
pub struct Previous {
    /// Its articles by ordinal.
    pub articles: Vec<ArticleId>,
    /// The pieces of its index, in their order. A piece that cannot be read may be empty.
    pub index: Vec<Vec<u8>>,
}

/// An article, and the identifiers it had before.
#[derive(Clone, Debug)]
struct Entry {
    article: Article,
    old_ids: Vec<ArticleId>,
}

/// A bundle and what a clerk should know about it.
#[derive(Clone, Debug)]
pub struct Bound {
    /// The bundle's files, `archive.json` first; but no pictures.
    pub files: Vec<File>,
    /// The pictures that belong to the bundle: whoever writes its files copies these beside them.
    pub pictures: Vec<PictureFile>,
    /// What was found and what was wrong.
    pub report: Report,
    /// What the files were written from.
    pub contents: Contents,
}

/// How far binding has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Units are being found: articles done, of how many.
    Units(usize, usize),
    /// Facts are being gathered.
    Facts,
    /// The index is being built: articles done, of how many.
    Index(usize, usize),
    /// The files are being written.
    Writing,
}

impl Draft {
    /// Adds an article.
    pub fn push(&mut self, article: Article, old_ids: Vec<ArticleId>) {
        self.entries.push(Entry { article, old_ids });
    }

    /// The articles so far, to be completed.
    pub(crate) fn articles_mut(&mut self) -> impl Iterator<Item = &mut Article> {
        self.entries.iter_mut().map(|entry| &mut entry.article)
    }

    /// The articles so far.
    pub fn articles(&self) -> impl Iterator<Item = &Article> {
        self.entries.iter().map(|entry| &entry.article)
    }
}

/// Binds a draft. The same draft, with the same index before it, gives the same bytes. `step` is told how far it has come.
pub fn bind(draft: Draft, step: &mut dyn FnMut(Step)) -> Bound {
    let Draft { mut config, mut problems, previous, gazetteer, mut pictures, entries } = draft;
    if entries.is_empty() {
        problems.push(Problem::error("articles/", None, What::NoArticles));
    }
    let mut entries = entries;
    tell_names_apart(&mut entries, &mut problems);
    let entries = with_distinct_ids(entries, &mut problems);
    config.about.aliases = aliases(&entries, &mut problems);
    let mut articles: Vec<Article> = entries.into_iter().map(|entry| entry.article).collect();

    only_shown(&mut articles, &mut pictures);

    let gazetteer = gazetteer.as_deref().filter(|_| !config.units_as_stated);
    let derived = gazetteer.filter(|_| config.units.is_empty());
    let derived = derived.map(|gazetteer| (gazetteer, derive::candidates(&articles, gazetteer)));
    let (mut registry, places) = match &derived {
        Some((gazetteer, official)) => {
            // Without units there is nothing to tie a name to: no text need be read for it.
            let places = (!official.units.is_empty())
                .then(|| Places::derived(gazetteer, official.of_place.clone()));
            (Registry::new(official.units.clone()).0, places)
        }
        None => registry(std::mem::take(&mut config.units), gazetteer, &mut problems),
    };
    let count = articles.len();
    for article in &mut articles {
        check_stated_unit(article, &registry, &config, &mut problems);
    }
    let (mut done, mut found) = (0, Vec::with_capacity(count));
    for some in articles.chunks(STRETCH) {
        step(Step::Units(done, count));
        found
            .extend(parallel::map(some, |article| find_units(article, &registry, places.as_ref())));
        done += some.len();
    }
    let (mut bodies, mut open) = (Vec::new(), Vec::new());
    for (article, (found, more)) in articles.iter_mut().zip(found) {
        open.extend(more);
        let told = found.bodies.into_iter();
        bodies.extend(told.filter_map(|body| body.told(article, &registry)));
        article.mentions = found.mentions;
        article.unit = article.unit.take().or(found.unit);
    }
    if let Some((gazetteer, official)) = derived {
        registry = derive::keep_used(official, &mut articles, &mut bodies, gazetteer);
    }
    problems.extend(open_names::problems(open));
    articles.sort_by(in_order);
    step(Step::Facts);
    let (chronicle, tellings) = facts::find(&mut articles, &config, &mut problems);
    problems.extend(conflicts::find(&articles, &chronicle, !registry.units().is_empty()));
    keep_places(&mut articles, &previous.articles);
    let mut contents = Contents {
        about: config.about,
        articles,
        units: registry.units().to_vec(),
        chronicle,
        tellings,
        pictures,
        bodies,
        index: Vec::new(),
    };
    let (index, written) = parallel::both(
        || {
            let mut indexing = |done, of| step(Step::Index(done, of));
            index::build(&contents.articles, &contents.chronicle, previous.index, &mut indexing)
        },
        || Written::before_index(&contents),
    );
    contents.index = index;
    step(Step::Writing);
    let files = written.files(&contents);
    let report = Report::of(&contents, &files, problems);
    Bound { report, files, pictures: contents.pictures.clone(), contents }
}

/// Lets go of pictures that were never looked for, and of files that no article shows.
fn only_shown(articles: &mut [Article], pictures: &mut Vec<PictureFile>) {
    let mut shown = BTreeSet::new();
    for article in articles {
        article.pictures.retain(|picture| !picture.file.is_empty());
        shown.extend(article.pictures.iter().map(|picture| ["parts/", &picture.file].concat()));
    }
    pictures.retain(|picture| shown.contains(&picture.path()));
}

/// Articles whose units are found between two steps.
const STRETCH: usize = 512;

/// Puts articles where they were before, and those that are new behind them. Where most are new, all
/// stand by date.
fn keep_places(articles: &mut [Article], before: &[ArticleId]) {
    let places: HashMap<&ArticleId, usize> = before.iter().zip(0..).collect();
    let place = |article: &Article| places.get(&article.id).copied().unwrap_or(usize::MAX);
    let kept = articles.iter().filter(|article| places.contains_key(&article.id)).count();
    if kept * 2 >= articles.len() {
        articles.sort_by_key(place);
    }
}

/// Files of one name in several folders (`2019/tin-1.html`, `2020/tin-1.html`) are several articles:
/// the one nearest to the top keeps the identifier that the name gives, others take their paths'.
/// Copies, byte for byte, stay as they are: they are one article.
fn tell_names_apart(entries: &mut [Entry], problems: &mut Vec<Problem>) {
    let mut order: Vec<usize> = (0..entries.len()).collect();
    order.sort_by_cached_key(|&at| {
        let file = entries[at].article.source.file.clone().unwrap_or_default();
        (file.matches('/').count(), file)
    });
    let mut owners: BTreeMap<ArticleId, usize> = BTreeMap::new();
    for at in order {
        let article = &entries[at].article;
        let Some(&owner) = owners.get(&article.id) else {
            owners.insert(article.id.clone(), at);
            continue;
        };
        let Some(file) = article.source.file.clone() else { continue };
        let first = &entries[owner].article;
        let apart = file.contains('/') && import::is_from_name(&article.id, &file);
        if apart && article.source.sha256 != first.source.sha256 {
            let what = What::SameName { other: name(first) };
            problems.push(Problem::warning(&name(article), None, what));
            let article = &mut entries[at].article;
            article.id = import::id_of_path(&file);
            owners.entry(article.id.clone()).or_insert(at);
        }
    }
}

/// Keeps the first of articles with one identifier, by order of file names.
fn with_distinct_ids(mut entries: Vec<Entry>, problems: &mut Vec<Problem>) -> Vec<Entry> {
    entries.sort_by(|a, b| a.article.source.file.cmp(&b.article.source.file));
    let mut seen: BTreeMap<ArticleId, String> = BTreeMap::new();
    entries.retain(|entry| {
        let name = name(&entry.article);
        match seen.get(&entry.article.id) {
            Some(other) => {
                let what = What::SameId { id: entry.article.id.to_string(), other: other.clone() };
                problems.push(Problem::error(&name, None, what));
                false
            }
            None => {
                seen.insert(entry.article.id.clone(), name);
                true
            }
        }
    });
    entries
}

/// What an article is called in problems: its file, else its title.
pub(crate) fn name(article: &Article) -> String {
    let file = article.source.file.as_ref();
    file.map_or_else(|| format!("“{}”", article.title), |file| format!("articles/{file}"))
}

/// Old identifiers and the present ones; an old one that is in use again leads to its user.
fn aliases(entries: &[Entry], problems: &mut Vec<Problem>) -> BTreeMap<ArticleId, ArticleId> {
    let mut aliases = BTreeMap::new();
    for entry in entries {
        for old in &entry.old_ids {
            let taken = entries.iter().any(|other| other.article.id == *old)
                || aliases.insert(old.clone(), entry.article.id.clone()).is_some();
            if taken {
                let what = What::AliasTaken { id: old.to_string() };
                problems.push(Problem::warning(config::FILE, None, what));
            }
        }
    }
    aliases
}

/// The units, completed by the gazetteer and checked; faults are told with the line of the unit.
fn registry<'g>(
    units: Vec<(usize, model::Unit)>,
    gazetteer: Option<&'g Gazetteer>,
    problems: &mut Vec<Problem>,
) -> (Registry, Option<Places<'g>>) {
    let (lines, units): (Vec<usize>, Vec<_>) = units.into_iter().unzip();
    let (units, places) = match gazetteer {
        Some(gazetteer) if !units.is_empty() => {
            let official = units::official::complete(units, gazetteer);
            (official.units, Some(Places::new(gazetteer, official.of_place)))
        }
        _ => (units, None),
    };
    let (registry, faults) = Registry::new(units);
    problems.extend(faults.into_iter().map(|fault| {
        let line = lines.get(fault.at).copied().filter(|line| *line > 0);
        Problem::error(config::FILE, line, What::Unit(Box::new(fault)))
    }));
    (registry, places)
}

/// The publisher's statement on an article's unit stands, if it names a unit that there is.
fn check_stated_unit(
    article: &mut Article,
    registry: &Registry,
    config: &ArchiveConfig,
    problems: &mut Vec<Problem>,
) {
    let unknown = |id: &UnitId| registry.get(id).is_none();
    if let Some(stated) = article.unit.take_if(|stated| unknown(&stated.value)) {
        let file = article.source.file.as_ref();
        let statement = file.and_then(|file| config.articles.get(file));
        let what = What::NoSuchUnit { unit: stated.value.to_string() };
        problems.push(Problem::error(config::FILE, statement.map(|s| s.line), what));
    }
}

/// Finds the units that an article mentions and the one it is about.
fn find_units(
    article: &Article,
    registry: &Registry,
    places: Option<&Places<'_>>,
) -> (Found, Vec<OpenName>) {
    let mut found = units::find(article, registry);
    let corrected = places.map(|places| places.correct(article, registry, &mut found));
    let mut open = corrected.unwrap_or_default();
    for name in &found.ambiguous {
        let units = name.units.iter().filter_map(|id| registry.get(id));
        open.extend(OpenName::at(
            article,
            name.at,
            units.map(|unit| full(unit, registry)).collect(),
        ));
    }
    (found, open)
}

/// A unit's name with those above it.
fn full(unit: &model::Unit, registry: &Registry) -> String {
    let chain = std::iter::once(unit).chain(registry.above(unit));
    chain.map(|unit| unit.name.as_str()).collect::<Vec<_>>().join(", ")
}
