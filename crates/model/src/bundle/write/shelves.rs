//! Pages cut, named and put on their shelves.

use std::collections::BTreeSet;

use super::{File, json};
use crate::bundle::manifest::{Pages, PartKind, Shelf, name_of};

/// A page and the items that it holds, where they are counted.
pub(super) type Page = (Vec<u8>, Option<u32>);

/// Up to so many pages are named in the manifest itself.
const IN_MANIFEST: usize = 48;
/// Pages that one list names, in 0.6 KB after brotli. Ten titles of 50,000 articles lie in ten of 1,400 pages,
/// named by eight of 23 lists; an update changes the last list of a kind, and none of the others.
const IN_LIST: usize = 64;

/// Shelves so far. Two pages of one kind and content share a file.
#[derive(Default)]
pub(super) struct Shelves {
    shelves: Vec<Shelf>,
    names: Vec<String>,
    files: Vec<File>,
    paths: BTreeSet<String>,
}

impl Shelves {
    /// Puts all pages of a kind; a kind without pages has no shelf.
    pub(super) fn put(&mut self, kind: PartKind, pages: impl IntoIterator<Item = Page>) {
        let mut bytes = 0;
        let all: Vec<(String, Option<u32>)> = pages
            .into_iter()
            .map(|(page, items)| {
                bytes += page.len() as u64;
                let name = self.file(&kind, page);
                self.names.push(name.clone());
                (name, items)
            })
            .collect();
        self.shelf(kind, bytes, &all);
    }

    /// Puts pages whose bytes lie elsewhere: their names and lengths.
    pub(super) fn name(&mut self, kind: PartKind, pages: Vec<(String, u64)>) {
        let bytes = pages.iter().map(|(_, bytes)| bytes).sum();
        let all: Vec<_> = pages.into_iter().map(|(name, _)| (name, None)).collect();
        self.names.extend(all.iter().map(|(name, _)| name.clone()));
        self.shelf(kind, bytes, &all);
    }

    fn shelf(&mut self, kind: PartKind, bytes: u64, all: &[(String, Option<u32>)]) {
        if all.is_empty() {
            return;
        }
        // The search worker needs the names of all pieces of the index before its first query: a list
        // would be one more round trip, and would cost no less.
        let listed = all.len() > IN_MANIFEST && kind != PartKind::Index;
        let mut pages = listing(all);
        if listed {
            let lists = all.chunks(IN_LIST).map(listing);
            let mut names = Pages::default();
            for list in lists {
                let items = all[0].1.map(|_| list.items());
                names.push(&self.file(&PartKind::List, json(&list)), items);
            }
            pages = names;
        }
        let unknown = serde_json::Map::new();
        self.shelves.push(Shelf { kind, bytes, pages, listed, unknown });
    }

    fn file(&mut self, kind: &PartKind, bytes: Vec<u8>) -> String {
        let name = name_of(&bytes);
        let path = kind.path(&name);
        if self.paths.insert(path.clone()) {
            self.files.push(File { path, bytes });
        }
        name
    }

    /// The shelves, the names of all their pages, and the files.
    pub(super) fn finish(self) -> (Vec<Shelf>, Vec<String>, Vec<File>) {
        (self.shelves, self.names, self.files)
    }
}

fn listing(pages: &[(String, Option<u32>)]) -> Pages {
    let mut listing = Pages::default();
    pages.iter().for_each(|(name, items)| listing.push(name, *items));
    listing
}

/// Cuts items that are already written into pages: so many items or bytes, and at least one item.
pub(super) struct Cut {
    most: usize,
    most_bytes: usize,
    open: &'static [u8],
    close: &'static [u8],
    page: Vec<u8>,
    items: usize,
    pages: Vec<Page>,
}

impl Cut {
    pub(super) fn new(
        most: usize,
        most_bytes: usize,
        open: &'static [u8],
        close: &'static [u8],
    ) -> Self {
        Self { most, most_bytes, open, close, page: Vec::new(), items: 0, pages: Vec::new() }
    }

    pub(super) fn add(&mut self, item: Vec<u8>) {
        if self.items == self.most || self.page.len() + item.len() > self.most_bytes {
            self.turn();
        }
        let before = if self.items == 0 { self.open } else { b"," };
        self.page.extend_from_slice(before);
        self.page.extend(item);
        self.items += 1;
    }

    fn turn(&mut self) {
        if self.items > 0 {
            self.page.extend_from_slice(self.close);
            let items = u32::try_from(self.items).ok();
            self.pages.push((std::mem::take(&mut self.page), items));
            self.items = 0;
        }
    }

    pub(super) fn finish(mut self) -> Vec<Page> {
        self.turn();
        self.pages
    }
}
