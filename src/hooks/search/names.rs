//! Names that complete what is typed, gathered once a reader is about to type.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use model::bundle::Name;
use protocol::Results;

use crate::annals::names::{Completion, Kind, Lists, Names};
use crate::annals::words::Words;
use crate::hooks::archive::shared::ArchiveRef;
use crate::hooks::archive::store::Archive;
use crate::route::{Route, SearchPlace};

/// In an archive of up to so many articles all titles are gathered; in a larger one those that were
/// read for some page: the others are found by the search that runs while one types.
const FEW: u32 = 512;

/// The names of an archive; of none, they complete nothing.
#[derive(Clone, Debug, Default)]
pub struct NamesRef(Option<Rc<Kept>>);

#[derive(Debug)]
struct Kept {
    archive: ArchiveRef,
    /// A reader is about to type.
    is_wanted: Cell<bool>,
    names: RefCell<Names>,
}

impl PartialEq for NamesRef {
    fn eq(&self, other: &Self) -> bool {
        match (&self.0, &other.0) {
            (Some(a), Some(b)) => Rc::ptr_eq(a, b),
            (None, None) => true,
            _ => false,
        }
    }
}

fn with_lists<T>(archive: &Archive, names: &[&Name], then: impl FnOnce(Lists<'_>) -> T) -> T {
    let article = |ordinal| archive.at(ordinal).ok();
    then(Lists { units: &archive.units, names, article: &article })
}

impl NamesRef {
    /// The names of an archive, not gathered yet.
    pub fn of(archive: &ArchiveRef) -> Self {
        let (is_wanted, names) = (Cell::new(false), RefCell::default());
        Self(Some(Rc::new(Kept { archive: archive.clone(), is_wanted, names })))
    }

    /// Gathers the names from now on.
    pub fn gather(&self) {
        if let Some(kept) = &self.0 {
            kept.is_wanted.set(true);
        }
        self.go_on();
    }

    /// Gathers what has come since, if names are wanted at all.
    pub fn go_on(&self) {
        let Some(kept) = self.0.as_ref().filter(|kept| kept.is_wanted.get()) else { return };
        let archive = &kept.archive;
        if archive.count() <= FEW {
            archive.want_titles();
        }
        let Ok(subjects) = archive.names() else { return };
        let mut names = kept.names.borrow_mut();
        with_lists(archive, &subjects, |lists| {
            names.add_subjects(lists);
            for (first, count) in archive.titles_read() {
                names.add_titles(lists, first, count);
            }
        });
    }

    /// The names that what is typed is the beginning of; those gathered so far.
    pub fn complete(&self, typed: &str) -> Vec<Completion> {
        let Some(kept) = &self.0 else { return Vec::new() };
        if kept.names.borrow().is_empty() {
            return Vec::new();
        }
        let subjects = kept.archive.names().unwrap_or_default();
        with_lists(&kept.archive, &subjects, |lists| kept.names.borrow().complete(lists, typed))
    }

    /// Sends for the titles of these articles, as far as they are not here.
    pub fn read(&self, documents: &[u32]) {
        if let Some(kept) = &self.0 {
            kept.archive.read_ahead(documents);
        }
    }

    /// The words that complete what is typed, as the articles of an answer to it print them.
    pub fn words(&self, typed: &str, results: &Results) -> Vec<Completion> {
        let (Some(kept), Some(mut words)) = (&self.0, Words::of(typed)) else { return Vec::new() };
        for hit in &results.hits {
            words.next_article();
            if let Ok(summary) = kept.archive.at(hit.document) {
                words.learn(&summary.title, &hit.title_marks);
            }
            if let Some(snippet) = &hit.snippet {
                words.learn(&snippet.text, &snippet.marks);
            }
        }
        let best = words.best().into_iter().map(|name| Completion {
            kind: Kind::Word,
            route: Route::Search(SearchPlace::words(name.clone())),
            name,
            marks: Vec::new(),
            note: None,
        });
        best.collect()
    }
}
