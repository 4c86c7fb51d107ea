//! An open archive and the questions that pages ask it. What has not been read yet is sent for when
//! it is asked for, and the page is drawn again when it is here: so a page is a function of the
//! archive, and reads no more than it shows.

use std::cell::{Cell, OnceCell, RefCell};
use std::rc::Rc;

use model::bundle::lists::bucket;
use model::bundle::{AnniversaryHead, Chunk, Manifest, Order, Overview, PartKind, Summary};
use model::chronicle::SubjectRef;
use model::{Article, ArticleId, Unit, UnitId};
use protocol::DamageKind;

use super::files::Files;
use super::shelf::{Found, Page, Place, Shelf};
use crate::table::Table;

/// An archive that has been opened.
#[derive(Debug)]
pub struct Archive {
    /// What it is and of what parts.
    pub manifest: Manifest,
    /// Units and bodies.
    pub units: Vec<Unit>,
    /// What was wrong with a hand-written set: Vietnamese sentence, English sentence.
    pub problems: Vec<(String, String)>,
    /// Where its parts are read from.
    pub files: Files,
    pub(super) shelves: Vec<Shelf>,
    /// What was asked for: number of a shelf and place on it.
    pub(super) wanted: RefCell<Vec<(usize, Place)>>,
    /// What is on its way.
    pub(super) sent: RefCell<Vec<(usize, Place)>>,
    /// Of it what nothing drawn lacks so far.
    pub(super) unseen: RefCell<Vec<(usize, Place)>>,
    /// What is asked for at this moment is not for drawing yet.
    is_ahead: Cell<bool>,
    /// What could not be fetched, for now.
    pub(super) missing: RefCell<Vec<(usize, Place)>>,
    /// Told when something is wanted.
    pub(super) bell: RefCell<Option<Bell>>,
    damaged: RefCell<Vec<PartDamage>>,
    /// Ordinals of articles that were met on any page.
    pub(super) ordinals: RefCell<Table<ArticleId, u32>>,
    /// The place of each name, by what it names.
    pub(super) names: OnceCell<Table<SubjectRef, u32>>,
    pub(super) chunks: RefCell<Table<u32, Option<Rc<Chunk>>>>,
}

/// Whom to tell that something is wanted.
pub(super) struct Bell(pub(super) Box<dyn Fn()>);

impl std::fmt::Debug for Bell {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Bell")
    }
}

/// A part that cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartDamage {
    /// What it holds.
    pub kind: PartKind,
    /// Which file.
    pub path: String,
    /// What is wrong with it.
    pub what: DamageKind,
}

/// Why an answer is not here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Absent {
    /// It is on its way; the page is drawn again.
    Waiting,
    /// What holds it is missing or damaged.
    Lost,
    /// The archive does not have it.
    Unknown,
}

/// An answer, or why there is none.
pub type Asked<T> = Result<T, Absent>;

impl Archive {
    /// Puts an archive together.
    pub fn new(manifest: Manifest, files: Files, units: Vec<Unit>) -> Self {
        let shelves = manifest.parts.iter().map(Shelf::new).collect();
        Self {
            manifest,
            units,
            problems: Vec::new(),
            files,
            shelves,
            wanted: RefCell::default(),
            sent: RefCell::default(),
            unseen: RefCell::default(),
            is_ahead: Cell::new(false),
            missing: RefCell::default(),
            bell: RefCell::default(),
            damaged: RefCell::default(),
            ordinals: RefCell::default(),
            names: OnceCell::new(),
            chunks: RefCell::default(),
        }
    }

    /// Parts that were missing or damaged when they were asked for.
    pub fn damaged(&self) -> Vec<PartDamage> {
        self.damaged.borrow().clone()
    }

    pub(super) fn tell_damage(&self, damage: PartDamage) {
        let mut damaged = self.damaged.borrow_mut();
        if !damaged.contains(&damage) {
            damaged.push(damage);
        }
    }

    pub(super) fn forget_damage(&self, damage: &PartDamage) {
        self.damaged.borrow_mut().retain(|known| known != damage);
    }

    /// How many articles there are.
    pub fn count(&self) -> u32 {
        self.manifest.counts.articles
    }

    pub(super) fn shelf(&self, kind: &PartKind) -> Option<(usize, &Shelf)> {
        self.shelves.iter().enumerate().find(|(_, shelf)| shelf.kind == *kind)
    }

    /// The page that holds an item of a kind, and the number of its first item.
    pub(super) fn page(&self, kind: &PartKind, item: u32) -> Asked<(&Page, u32)> {
        loop {
            let (number, shelf) = self.shelf(kind).ok_or(Absent::Unknown)?;
            let Found { place, first, page } = shelf.find(item).ok_or(Absent::Unknown)?;
            match page {
                Some(Page::Lost) => return Err(Absent::Lost),
                Some(page) => return Ok((page, first)),
                None => self.want(number, place)?,
            }
        }
    }

    /// The page of a kind that has only one.
    pub(super) fn only(&self, kind: &PartKind) -> Asked<&Page> {
        loop {
            let (number, shelf) = self.shelf(kind).ok_or(Absent::Unknown)?;
            match shelf.only() {
                Some(Page::Lost) => return Err(Absent::Lost),
                Some(page) => return Ok(page),
                None => self.want(number, Place { list: 0, page: Some(0) })?,
            }
        }
    }

    /// All pages of a kind whose pages count items; those that are here when some are lost.
    pub(super) fn all(&self, kind: &PartKind) -> Asked<Vec<&Page>> {
        let mut pages = Vec::new();
        let (mut item, mut is_waiting) = (0, false);
        let Some((number, shelf)) = self.shelf(kind) else { return Ok(pages) };
        while let Some(Found { place, first, page }) = shelf.find(item) {
            match page {
                Some(page) => pages.push(page),
                None => match self.want(number, place) {
                    Ok(()) => continue,
                    Err(absent) => is_waiting |= absent == Absent::Waiting,
                },
            }
            let items = shelf.span(place).map_or(1, |(_, items)| items.max(1));
            item = first.saturating_add(items);
        }
        if is_waiting { Err(Absent::Waiting) } else { Ok(pages) }
    }

    /// Asks for what is not here. What lies in memory is here at once.
    pub(super) fn want(&self, shelf: usize, place: Place) -> Asked<()> {
        let want = (shelf, place);
        if self.files.are_here() {
            self.fetch_here(shelf, place);
            return Ok(());
        }
        if self.missing.borrow().contains(&want) {
            return Err(Absent::Lost);
        }
        let mut unseen = self.unseen.borrow_mut();
        let is_ahead = self.is_ahead.get() && place.page.is_some();
        if !is_ahead {
            unseen.retain(|unseen| *unseen != want);
        }
        let mut wanted = self.wanted.borrow_mut();
        if !wanted.contains(&want) && !self.sent.borrow().contains(&want) {
            wanted.push(want);
            if is_ahead {
                unseen.push(want);
            }
            if let Some(bell) = &*self.bell.borrow() {
                (bell.0)();
            }
        }
        Err(Absent::Waiting)
    }

    /// Puts what was read in its place, and learns what else it tells.
    pub(super) fn put(&self, shelf: usize, place: Place, page: Page) {
        let Some(shelf) = self.shelves.get(shelf) else { return };
        let mut met: Vec<(ArticleId, u32)> = Vec::new();
        match &page {
            Page::Ids(ids) => met.extend_from_slice(ids),
            Page::Facts(facts) => met.extend_from_slice(&facts.articles),
            Page::Summaries(page) => {
                let (first, _) = shelf.span(place).unwrap_or_default();
                met.extend(page.iter().zip(first..).map(|(article, at)| (article.id.clone(), at)));
            }
            _ => {}
        }
        shelf.put(place, page);
        let mut ordinals = self.ordinals.borrow_mut();
        for (id, ordinal) in met {
            *ordinals.slot(id) = ordinal;
        }
    }

    /// An article in short, by its ordinal.
    pub fn at(&self, ordinal: u32) -> Asked<&Summary> {
        match self.page(&PartKind::Catalogue, ordinal)? {
            (Page::Summaries(page), first) => {
                page.get((ordinal - first) as usize).ok_or(Absent::Lost)
            }
            _ => Err(Absent::Lost),
        }
    }

    /// Sends for the titles of articles that may be drawn soon. Nothing is drawn again for what has come
    /// by the time that it is.
    pub fn read_ahead(&self, ordinals: &[u32]) {
        self.is_ahead.set(true);
        for ordinal in ordinals {
            let _ = self.at(*ordinal);
        }
        self.is_ahead.set(false);
    }

    /// The opening of an article's lead; empty while it is not here.
    pub fn lead(&self, ordinal: u32) -> &str {
        match self.page(&PartKind::Leads, ordinal) {
            Ok((Page::Leads(page), first)) => {
                page.get((ordinal - first) as usize).map_or("", String::as_str)
            }
            _ => "",
        }
    }

    /// An article's ordinal, under its id or one that it had before.
    pub fn ordinal(&self, id: &ArticleId) -> Asked<u32> {
        match (self.ordinal_now(id), self.manifest.aliases.get(id)) {
            (Err(Absent::Unknown), Some(now)) => self.ordinal_now(now),
            (found, _) => found,
        }
    }

    fn ordinal_now(&self, id: &ArticleId) -> Asked<u32> {
        if let Some(ordinal) = self.ordinals.borrow().get(id) {
            return Ok(*ordinal);
        }
        let Some((_, shelf)) = self.shelf(&PartKind::Ids) else { return self.ordinal_by_list(id) };
        let newest = shelf.items().saturating_sub(1);
        let settled = bucket(id, newest as usize) as u32;
        let (of_settled, of_newest) =
            (self.page(&PartKind::Ids, settled), self.page(&PartKind::Ids, newest));
        // Reading a page teaches what is on it.
        match (self.ordinals.borrow().get(id), of_settled, of_newest) {
            (Some(ordinal), ..) => Ok(*ordinal),
            (None, Ok(_), Ok(_)) => Err(Absent::Unknown),
            (None, Err(absent), Ok(_)) | (None, _, Err(absent)) => Err(absent),
        }
    }

    /// In a small archive the list of articles is read whole; reading a page teaches what is on it.
    fn ordinal_by_list(&self, id: &ArticleId) -> Asked<u32> {
        self.all(&PartKind::Catalogue)?;
        self.ordinals.borrow().get(id).copied().ok_or(Absent::Unknown)
    }

    /// An article in short.
    pub fn summary(&self, id: &ArticleId) -> Asked<&Summary> {
        self.at(self.ordinal(id)?)
    }

    /// What the home page is drawn from.
    pub fn overview(&self) -> Asked<&Overview> {
        match self.only(&PartKind::Overview)? {
            Page::Overview(overview) => Ok(overview),
            _ => Err(Absent::Lost),
        }
    }

    /// All anniversaries, without their mentions.
    pub fn heads(&self) -> Asked<&[AnniversaryHead]> {
        self.overview().map(|overview| overview.anniversaries.as_slice())
    }

    /// The dates and units of all articles.
    pub fn order(&self) -> Asked<&Order> {
        match self.only(&PartKind::Order)? {
            Page::Order(order) => Ok(order),
            _ => Err(Absent::Lost),
        }
    }

    /// The pages of the list of articles that were read so far, from the last: of each the first
    /// ordinal, and how many articles.
    pub fn titles_read(&self) -> Vec<(u32, usize)> {
        let Some((_, shelf)) = self.shelf(&PartKind::Catalogue) else { return Vec::new() };
        let (mut pages, mut end) = (Vec::new(), shelf.items());
        while let Some(Found { first, page, .. }) = end.checked_sub(1).and_then(|at| shelf.find(at))
        {
            if let Some(Page::Summaries(page)) = page {
                pages.push((first, page.len()));
            }
            end = first;
        }
        pages
    }

    /// Asks for all pages of the list of articles.
    pub fn want_titles(&self) {
        let _ = self.all(&PartKind::Catalogue);
    }

    /// A unit or body by the text of its id.
    pub fn unit(&self, id: &str) -> Option<&Unit> {
        self.units.iter().find(|unit| unit.id.as_str() == id)
    }

    /// The units and bodies directly under one.
    pub fn units_under<'a>(&'a self, id: &'a UnitId) -> impl Iterator<Item = &'a Unit> {
        self.units.iter().filter(move |unit| unit.parent.as_ref() == Some(id))
    }

    /// A whole article, if its chunk has been read already.
    pub fn article(&self, ordinal: u32) -> Option<Article> {
        let first = self.chunk_shelf()?.1.find(ordinal)?.first;
        let chunk = self.chunks.borrow().get(&first).cloned().flatten()?;
        chunk.articles.get((ordinal - first) as usize).cloned()
    }

    /// Where the chunk of an ordinal lies; empty while that is not known.
    pub fn chunk_path(&self, ordinal: u32) -> String {
        let name = self.chunk_shelf().and_then(|(_, shelf)| {
            let (kind, name) = shelf.name(shelf.find(ordinal)?.place)?;
            Some(kind.path(name))
        });
        name.unwrap_or_default()
    }

    /// The shelf of the chunks.
    pub(super) fn chunk_shelf(&self) -> Option<(usize, &Shelf)> {
        self.shelf(&PartKind::Articles)
    }
}
