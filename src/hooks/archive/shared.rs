//! An archive that pages share, and how a page sees that more of it has been read.

use std::ops::Deref;
use std::rc::Rc;

use model::bundle::Manifest;

use super::files::Files;
use super::store::Archive;

/// A shared archive as far as it has been read; equal only to itself at the same time, so that
/// comparing props costs nothing and what has come is drawn.
#[derive(Clone, Debug)]
pub struct ArchiveRef {
    archive: Rc<Archive>,
    /// Counts up when something has come.
    turn: u32,
}

impl ArchiveRef {
    /// Shares an archive.
    pub fn new(archive: Archive) -> Self {
        Self { archive: Rc::new(archive), turn: 0 }
    }

    /// An archive of nothing.
    pub fn none() -> Self {
        Self::new(Archive::new(Manifest::default(), Files::Memory(Rc::default()), Vec::new()))
    }

    /// The same archive after something has come.
    pub(super) fn after(archive: Rc<Archive>, turn: u32) -> Self {
        Self { archive, turn }
    }

    pub(super) fn shared(&self) -> &Rc<Archive> {
        &self.archive
    }

    /// Which archive it is, however much of it has been read.
    pub fn identity(&self) -> Identity {
        Identity(Rc::as_ptr(&self.archive))
    }
}

/// Which archive something is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Identity(*const Archive);

impl PartialEq for ArchiveRef {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.archive, &other.archive) && self.turn == other.turn
    }
}

impl Deref for ArchiveRef {
    type Target = Archive;
    fn deref(&self) -> &Archive {
        &self.archive
    }
}
