//! Reading what is wanted: page by page, all that a drawing asked for at once.

use std::cell::Cell;
use std::rc::Rc;

use model::bundle::PartKind;
use model::bundle::read::{parse_chunk, parse_pages};
use protocol::DamageKind;
use wasm_bindgen_futures::spawn_local;

use super::shared::ArchiveRef;
use super::shelf::{Page, Place, Shelf};
use super::store::{Archive, Bell, PartDamage};
use crate::platform::timer;

/// Reading moves back and forth between neighbours; more chunks than these would only hold memory.
const KEPT_CHUNKS: usize = 8;

/// A page that could not be fetched is asked for again after so many milliseconds: phones lose the
/// network and find it again.
const AGAIN_MS: i32 = 15_000;

impl ArchiveRef {
    /// From now on, what pages ask for is read; `come` is told when something has come.
    pub fn serve(&self, come: impl Fn(Self) + 'static) {
        let (archive, come) = (Rc::downgrade(self.shared()), Rc::new(come));
        let turn = Rc::new(Cell::new(0_u32));
        let is_called = Rc::new(Cell::new(false));
        let ring = move || {
            if is_called.replace(true) {
                return;
            }
            let (archive, come) = (archive.clone(), come.clone());
            let (turn, is_called) = (turn.clone(), is_called.clone());
            // This runs once the drawing at hand is done and has asked for all that it lacks.
            spawn_local(async move {
                is_called.set(false);
                let Some(archive) = archive.upgrade() else { return };
                let draw = Rc::new(move |archive: Rc<Archive>| {
                    turn.set(turn.get() + 1);
                    come(ArchiveRef::after(archive, turn.get()));
                });
                archive.read_wanted(draw);
            });
        };
        self.bell.replace(Some(Bell(Box::new(ring))));
    }
}

type Draw = Rc<dyn Fn(Rc<Archive>)>;

impl Archive {
    /// Sends for all that is wanted and not on its way. When the last of it is here it draws, if anything
    /// of it is lacking on the page.
    fn read_wanted(self: Rc<Self>, draw: Draw) {
        let wanted = self.wanted.take();
        self.sent.borrow_mut().extend_from_slice(&wanted);
        let left = Rc::new(Cell::new((wanted.len(), false)));
        for want in wanted {
            let (archive, left, draw) = (self.clone(), left.clone(), draw.clone());
            spawn_local(async move {
                archive.read(want.0, want.1).await;
                let (others, is_lacking) = left.get();
                let is_lacking = is_lacking || !archive.was_unseen(want);
                left.set((others - 1, is_lacking));
                if others == 1 && is_lacking {
                    draw(archive);
                }
            });
        }
    }

    /// Whether nothing drawn has asked for what was sent for ahead; from now on it is as all else.
    fn was_unseen(&self, want: (usize, Place)) -> bool {
        let mut unseen = self.unseen.borrow_mut();
        let before = unseen.len();
        unseen.retain(|unseen| *unseen != want);
        unseen.len() < before
    }

    /// Reads a page or a list. What is damaged is lost; what is missing is lost for a while.
    async fn read(self: &Rc<Self>, number: usize, place: Place) {
        let Some(shelf) = self.shelves.get(number) else { return };
        let Some((kind, name)) = shelf.name(place) else { return };
        let bytes = self.files.page(&kind, name, &|_| ()).await;
        let is_missing = matches!(bytes, Err(DamageKind::Missing));
        let read = bytes.and_then(|bytes| self.take(number, shelf, place, &bytes));
        if let Err(what) = read {
            let damage = PartDamage { path: kind.path(name), kind, what };
            self.tell_damage(damage.clone());
            if is_missing {
                self.ask_again(number, place, damage);
            } else {
                self.lose(number, shelf, place);
            }
        }
        self.sent.borrow_mut().retain(|sent| *sent != (number, place));
    }

    /// What lies in memory is read at once.
    pub(super) fn fetch_here(&self, number: usize, place: Place) {
        let Some(shelf) = self.shelves.get(number) else { return };
        let Some((kind, name)) = shelf.name(place) else { return };
        let read = self.files.here(&kind, name);
        let read = read.and_then(|bytes| self.take(number, shelf, place, bytes));
        if let Err(what) = read {
            self.tell_damage(PartDamage { path: kind.path(name), kind, what });
            self.lose(number, shelf, place);
        }
    }

    fn take(
        &self,
        number: usize,
        shelf: &Shelf,
        place: Place,
        bytes: &[u8],
    ) -> Result<(), DamageKind> {
        if place.page.is_none() {
            shelf.put_list(place, Some(parse_pages(bytes).map_err(|_| DamageKind::Format)?));
        } else {
            match Page::read(&shelf.kind, bytes) {
                Page::Lost => return Err(DamageKind::Format),
                page => self.put(number, place, page),
            }
        }
        Ok(())
    }

    fn lose(&self, number: usize, shelf: &Shelf, place: Place) {
        match place.page {
            Some(_) => self.put(number, place, Page::Lost),
            None => shelf.put_list(place, None),
        }
    }

    /// Forgets that a page is missing, so that the next drawing asks for it.
    fn ask_again(self: &Rc<Self>, number: usize, place: Place, damage: PartDamage) {
        self.missing.borrow_mut().push((number, place));
        let archive = Rc::downgrade(self);
        spawn_local(async move {
            timer::sleep(AGAIN_MS).await;
            let Some(archive) = archive.upgrade() else { return };
            archive.missing.borrow_mut().retain(|missing| *missing != (number, place));
            archive.forget_damage(&damage);
            let _ = archive.want(number, place);
        });
    }

    /// Reads the chunk of an ordinal, unless it has been read already.
    pub async fn read_chunk(&self, ordinal: u32, progress: &dyn Fn(u64)) -> Result<(), PartDamage> {
        let (shelf, place, first) = self.chunk_place(ordinal).await?;
        if self.chunks.borrow().get(&first).is_some_and(Option::is_some) {
            return Ok(());
        }
        let Some((kind, name)) = shelf.name(place) else { return Err(unlisted()) };
        let damage = |what| PartDamage { path: kind.path(name), kind: kind.clone(), what };
        let bytes = self.files.page(&kind, name, progress).await.map_err(damage)?;
        let chunk = parse_chunk(&bytes).map_err(|_| damage(DamageKind::Format))?;
        let mut chunks = self.chunks.borrow_mut();
        if chunks.len() >= KEPT_CHUNKS {
            chunks.pop_first();
        }
        *chunks.slot(first) = Some(Rc::new(chunk));
        Ok(())
    }

    /// Where the chunk of an ordinal stands, once the list is here that names it; and its first
    /// article.
    async fn chunk_place(&self, ordinal: u32) -> Result<(&Shelf, Place, u32), PartDamage> {
        let (number, shelf) = self.chunk_shelf().ok_or_else(unlisted)?;
        let list = shelf.find(ordinal).ok_or_else(unlisted)?.place;
        if let (None, Some((kind, name))) = (list.page, shelf.name(list)) {
            let read = self.files.page(&kind, name, &|_| ()).await;
            let read = read.and_then(|bytes| self.take(number, shelf, list, &bytes));
            read.map_err(|what| PartDamage { path: kind.path(name), kind, what })?;
        }
        let found = shelf.find(ordinal).ok_or_else(unlisted)?;
        Ok((shelf, found.place, found.first))
    }
}

/// The manifest names no chunk that holds an article.
fn unlisted() -> PartDamage {
    PartDamage { kind: PartKind::Articles, path: String::new(), what: DamageKind::Missing }
}

#[cfg(test)]
mod tests {
    use model::bundle::{self, Manifest, Pages};

    use super::super::files::Files;
    use super::*;

    /// An archive on a server: a list of articles on three pages of ten.
    fn archive() -> Archive {
        let names = "0123456789abcde00123456789abcde10123456789abcde2".to_owned();
        let pages = Pages { names, counts: vec![(10, 3)] };
        let shelf = bundle::Shelf {
            kind: PartKind::Catalogue,
            bytes: 0,
            pages,
            listed: false,
            unknown: Default::default(),
        };
        let manifest = Manifest { parts: vec![shelf], ..Manifest::default() };
        Archive::new(manifest, Files::Network("x/".to_owned()), Vec::new())
    }

    fn page(number: usize) -> (usize, Place) {
        (0, Place { list: 0, page: Some(number) })
    }

    #[test]
    fn what_is_read_ahead_is_sent_for_and_draws_nothing() {
        let archive = archive();
        archive.read_ahead(&[3, 25, 4]);
        assert_eq!(*archive.wanted.borrow(), [page(0), page(2)]);
        assert!(archive.was_unseen(page(0)) && archive.was_unseen(page(2)));
        assert!(!archive.was_unseen(page(0)), "told once");
    }

    #[test]
    fn what_a_page_lacks_is_drawn_whoever_sent_for_it() {
        let archive = archive();
        archive.read_ahead(&[3]);
        assert!(archive.at(5).is_err());
        assert!(archive.at(15).is_err());
        archive.read_ahead(&[15]);
        assert_eq!(*archive.wanted.borrow(), [page(0), page(1)]);
        assert!(!archive.was_unseen(page(0)), "it is drawn with");
        assert!(!archive.was_unseen(page(1)), "it was asked for by a page first");
    }
}
