//! Names that complete what is typed, gathered once a reader is about to type.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;

use crate::annals::names::{Completion, Lists, Names};
use crate::hooks::archive::store::{Archive, ArchiveRef};
use crate::platform::timer;

/// The names of an archive; of none, they complete nothing.
#[derive(Clone, Debug, Default)]
pub struct NamesRef(Option<Rc<(ArchiveRef, RefCell<Names>)>>);

impl PartialEq for NamesRef {
    fn eq(&self, other: &Self) -> bool {
        match (&self.0, &other.0) {
            (Some(a), Some(b)) => Rc::ptr_eq(a, b),
            (None, None) => true,
            _ => false,
        }
    }
}

fn lists(archive: &Archive) -> Lists<'_> {
    let articles = &archive.catalogue.articles;
    Lists { units: &archive.units, chronicle: &archive.chronicle, articles }
}

impl NamesRef {
    /// The names of an archive, not gathered yet.
    pub fn of(archive: &ArchiveRef) -> Self {
        Self(Some(Rc::new((archive.clone(), RefCell::default()))))
    }

    /// Gathers the names, once, in steps that leave the page responsive.
    pub fn gather(&self) {
        let Some(kept) = self.0.clone().filter(|kept| kept.1.borrow().is_empty()) else { return };
        spawn_local(async move {
            while kept.1.borrow_mut().grow(lists(&kept.0)) {
                timer::sleep(0).await;
            }
        });
    }

    /// The names that what is typed is the beginning of; those gathered so far.
    pub fn complete(&self, typed: &str) -> Vec<Completion> {
        let Some(kept) = &self.0 else { return Vec::new() };
        kept.1.borrow().complete(lists(&kept.0), typed)
    }
}
