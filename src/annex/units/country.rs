//! The country's gazetteer, fetched once and only when somebody looks for a name.

use std::cell::RefCell;
use std::ops::Deref;
use std::rc::Rc;

use units::gazetteer::Gazetteer;

use crate::platform::dom;
use crate::platform::fetch::{self, Freshness};

/// The `<meta>` that names its file.
const META: &str = "bien-nien-gazetteer";

thread_local! {
    static KEPT: RefCell<Option<Country>> = const { RefCell::new(None) };
}

/// A shared gazetteer; equal only to itself.
#[derive(Clone, Debug)]
pub(super) struct Country(Rc<Gazetteer>);

impl PartialEq for Country {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Deref for Country {
    type Target = Gazetteer;
    fn deref(&self) -> &Gazetteer {
        &self.0
    }
}

impl Country {
    /// What was fetched before.
    pub(super) fn kept() -> Option<Self> {
        KEPT.with_borrow(Clone::clone)
    }

    /// Fetches and reads it; `None` when its file does not come or is not one.
    pub(super) async fn fetch() -> Option<Self> {
        if let Some(kept) = Self::kept() {
            return Some(kept);
        }
        let url = dom::absolute(&dom::meta(META)?)?;
        let bytes = fetch::bytes(&url, Freshness::Immutable, &|_| ()).await.ok()?;
        let gazetteer = Gazetteer::read(std::str::from_utf8(&bytes).ok()?).ok()?;
        let country = Self(Rc::new(gazetteer));
        KEPT.set(Some(country.clone()));
        Some(country)
    }
}
