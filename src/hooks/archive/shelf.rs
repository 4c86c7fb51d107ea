//! The pages of one kind as far as they have been read: each is read once and then kept.

use std::any::Any;
use std::cell::OnceCell;

use model::bundle::read::{
    parse_catalogue, parse_facts, parse_ids, parse_leads, parse_names, parse_order, parse_overview,
};
use model::bundle::{
    self, Facts, Ids, Name, Order, Overview, Pages, PartDamage, PartKind, Summary,
};

/// What a page holds.
#[derive(Debug)]
pub(super) enum Page {
    Overview(Overview),
    Summaries(Vec<Summary>),
    Leads(Vec<String>),
    Order(Order),
    Ids(Ids),
    Names(Vec<Name>),
    Facts(Facts),
    /// Only pages of the annex read it.
    Raw(Raw),
    /// It is damaged.
    Lost,
}

/// A page as it came: who asks for it knows what it holds. So the shell carries no reader of what
/// only the annex shows.
#[derive(Debug)]
pub struct Raw {
    bytes: Vec<u8>,
    read: OnceCell<Box<dyn Any>>,
}

impl Raw {
    /// What it holds; it is read once, by the first parser. `None` when it cannot be read so.
    pub fn get<T: 'static>(&self, parse: fn(&[u8]) -> Result<T, PartDamage>) -> Option<&T> {
        let read = self.read.get_or_init(|| match parse(&self.bytes) {
            Ok(read) => Box::new(read),
            Err(_) => Box::new(()),
        });
        read.downcast_ref()
    }
}

impl Page {
    /// Reads a page; what cannot be read is lost.
    pub(super) fn read(kind: &PartKind, bytes: &[u8]) -> Self {
        let page = match kind {
            PartKind::Overview => parse_overview(bytes).map(Self::Overview),
            PartKind::Catalogue => {
                parse_catalogue(bytes).map(|page| Self::Summaries(page.articles))
            }
            PartKind::Leads => parse_leads(bytes).map(Self::Leads),
            PartKind::Order => parse_order(bytes).map(Self::Order),
            PartKind::Ids => parse_ids(bytes).map(Self::Ids),
            PartKind::Names => parse_names(bytes).map(Self::Names),
            PartKind::Anniversaries
            | PartKind::Officials
            | PartKind::Programmes
            | PartKind::Directives
            | PartKind::Recent => parse_facts(bytes).map(Self::Facts),
            _ => Ok(Self::Raw(Raw { bytes: bytes.to_vec(), read: OnceCell::new() })),
        };
        page.unwrap_or(Self::Lost)
    }
}

/// Where a page stands: the number of its list, and its number in that list. Without a number it is
/// the list itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) list: usize,
    pub(super) page: Option<usize>,
}

/// A page that holds an item, if it has been read, and the number of its first item.
pub(super) struct Found<'a> {
    pub(super) place: Place,
    pub(super) first: u32,
    pub(super) page: Option<&'a Page>,
}

/// The pages that one list names.
#[derive(Debug)]
struct List {
    pages: Pages,
    read: Vec<OnceCell<Page>>,
}

impl List {
    fn new(pages: Pages) -> Self {
        let read = (0..pages.len()).map(|_| OnceCell::new()).collect();
        Self { pages, read }
    }
}

/// All pages of a kind.
#[derive(Debug)]
pub(super) struct Shelf {
    pub(super) kind: PartKind,
    /// The lists, if the manifest does not name the pages itself.
    listed: Option<Pages>,
    /// The lists that were read; nothing of one that is damaged.
    lists: Vec<OnceCell<Option<List>>>,
}

const LOST: &Page = &Page::Lost;

impl Shelf {
    pub(super) fn new(shelf: &bundle::Shelf) -> Self {
        let pages = shelf.pages.clone();
        let (listed, lists) = if shelf.listed {
            let lists = (0..pages.len()).map(|_| OnceCell::new()).collect();
            (Some(pages), lists)
        } else {
            (None, vec![OnceCell::from(Some(List::new(pages)))])
        };
        Self { kind: shelf.kind.clone(), listed, lists }
    }

    fn list(&self, number: usize) -> Option<&List> {
        self.lists.get(number)?.get()?.as_ref()
    }

    /// Items on all pages.
    pub(super) fn items(&self) -> u32 {
        match &self.listed {
            Some(lists) => lists.items(),
            None => self.list(0).map_or(0, |list| list.pages.items()),
        }
    }

    /// The page of an item; `None` where no page holds it.
    pub(super) fn find(&self, item: u32) -> Option<Found<'_>> {
        let (number, before) = match &self.listed {
            Some(lists) => lists.page_of(item)?,
            None => (0, 0),
        };
        let Some(Some(list)) = self.lists.get(number)?.get() else {
            let lost = self.lists.get(number)?.get().map(|_| LOST);
            let place = Place { list: number, page: None };
            return Some(Found { place, first: before, page: lost });
        };
        let (page, first) = list.pages.page_of(item - before)?;
        let place = Place { list: number, page: Some(page) };
        Some(Found { place, first: before + first, page: list.read.get(page)?.get() })
    }

    /// The items that stand at a place: the first, and how many.
    pub(super) fn span(&self, place: Place) -> Option<(u32, u32)> {
        let before = match &self.listed {
            Some(lists) => lists.span(place.list)?,
            None => (0, 0),
        };
        let Some(page) = place.page else { return Some(before) };
        let (first, items) = self.list(place.list)?.pages.span(page)?;
        Some((before.0 + first, items))
    }

    /// The only page of a kind that has one.
    pub(super) fn only(&self) -> Option<&Page> {
        self.list(0)?.read.first()?.get()
    }

    /// The kind and name of what stands at a place.
    pub(super) fn name(&self, place: Place) -> Option<(PartKind, &str)> {
        match place.page {
            Some(page) => {
                let list = self.list(place.list)?;
                Some((self.kind.clone(), list.pages.name(page)?))
            }
            None => Some((PartKind::List, self.listed.as_ref()?.name(place.list)?)),
        }
    }

    /// Puts what was read at its place; what stands there already stays.
    pub(super) fn put(&self, place: Place, page: Page) {
        if let Some(slot) =
            self.list(place.list).zip(place.page).and_then(|(list, page)| list.read.get(page))
        {
            let _ = slot.set(page);
        }
    }

    /// Puts a list at its place; nothing for one that is damaged.
    pub(super) fn put_list(&self, place: Place, pages: Option<Pages>) {
        if let Some(slot) = self.lists.get(place.list) {
            let _ = slot.set(pages.map(List::new));
        }
    }
}
