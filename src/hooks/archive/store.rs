//! An open archive and the questions that pages ask it.

use std::cell::RefCell;
use std::ops::Deref;
use std::rc::Rc;

use model::bundle::read::parse_chunk;
use model::bundle::{Catalogue, Chunk, Manifest, PartKind, PartRef, Summary};
use model::chronicle::{Anniversary, Chronicle, Directive, Official, Programme, SubjectRef};
use model::{Article, ArticleId, Unit, UnitId};
use protocol::DamageKind;

use crate::platform::{digest, fetch};
use crate::table::Table;

/// An archive that has been opened.
#[derive(Debug)]
pub struct Archive {
    /// What it is and of what parts.
    pub manifest: Manifest,
    /// Every article in short, by ordinal.
    pub catalogue: Catalogue,
    /// Units and bodies.
    pub units: Vec<Unit>,
    /// Anniversaries, officials, programmes, directives.
    pub chronicle: Chronicle,
    /// Parts that were missing or damaged when it was opened.
    pub damaged: Vec<PartDamage>,
    /// What was wrong with a hand-written set: Vietnamese sentence, English sentence.
    pub problems: Vec<(String, String)>,
    /// Where its parts are read from.
    pub files: Files,
    ordinals: Table<ArticleId, u32>,
    chunks: RefCell<Table<u32, Option<Rc<Chunk>>>>,
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

/// Where parts come from.
#[derive(Clone, Debug)]
pub enum Files {
    /// From this absolute URL, which ends in `/`.
    Network(String),
    /// From a set indexed in the browser: path and bytes.
    Memory(Rc<Vec<(String, Vec<u8>)>>),
}

impl Files {
    /// The first file of a set in memory: its manifest.
    pub fn first(&self) -> Option<&[u8]> {
        match self {
            Self::Network(_) => None,
            Self::Memory(files) => files.first().map(|(_, bytes)| bytes.as_slice()),
        }
    }

    /// Reads a part and checks it against its digest.
    pub async fn part(
        &self,
        part: &PartRef,
        progress: &dyn Fn(u64),
    ) -> Result<Vec<u8>, DamageKind> {
        let bytes = match self {
            Self::Network(base) => {
                let url = [base, part.path.as_str()].concat();
                let answer = fetch::bytes(&url, fetch::Freshness::Immutable, progress).await;
                answer.map_err(|_| DamageKind::Missing)?
            }
            Self::Memory(files) => {
                let found = files.iter().find(|(path, _)| *path == part.path);
                found.map(|(_, bytes)| bytes.clone()).ok_or(DamageKind::Missing)?
            }
        };
        if digest::sha256(&bytes).await == part.sha256 {
            Ok(bytes)
        } else {
            Err(DamageKind::Digest)
        }
    }
}

impl Archive {
    /// Puts an archive together from its lists.
    pub fn new(
        manifest: Manifest,
        files: Files,
        catalogue: Catalogue,
        units: Vec<Unit>,
        chronicle: Chronicle,
    ) -> Self {
        let ordinals = (0..).zip(&catalogue.articles).map(|(n, a)| (a.id.clone(), n)).collect();
        Self {
            manifest,
            catalogue,
            units,
            chronicle,
            damaged: Vec::new(),
            problems: Vec::new(),
            files,
            ordinals,
            chunks: RefCell::default(),
        }
    }

    /// An article's place in the catalogue, under its id or one that it had before.
    pub fn ordinal(&self, id: &ArticleId) -> Option<u32> {
        let now = self.manifest.aliases.get(id).unwrap_or(id);
        self.ordinals.get(id).or_else(|| self.ordinals.get(now)).copied()
    }

    /// An article in short.
    pub fn summary(&self, id: &ArticleId) -> Option<&Summary> {
        self.at(self.ordinal(id)?)
    }

    /// The article of an ordinal, in short.
    pub fn at(&self, ordinal: u32) -> Option<&Summary> {
        self.catalogue.articles.get(ordinal as usize)
    }

    /// The articles about a unit or body, oldest first.
    pub fn about_unit<'a>(&'a self, unit: &'a UnitId) -> impl Iterator<Item = &'a Summary> {
        self.catalogue.articles.iter().filter(move |article| article.unit.as_ref() == Some(unit))
    }

    /// A unit or body by the text of its id.
    pub fn unit(&self, id: &str) -> Option<&Unit> {
        self.units.iter().find(|unit| unit.id.as_str() == id)
    }

    /// The units and bodies directly under one.
    pub fn units_under<'a>(&'a self, id: &'a UnitId) -> impl Iterator<Item = &'a Unit> {
        self.units.iter().filter(move |unit| unit.parent.as_ref() == Some(id))
    }

    /// An anniversary by id.
    pub fn anniversary(&self, id: &str) -> Option<&Anniversary> {
        self.chronicle.anniversaries.iter().find(|found| found.id == id)
    }

    /// An official by id.
    pub fn official(&self, id: &str) -> Option<&Official> {
        self.chronicle.officials.iter().find(|found| found.id == id)
    }

    /// A programme by id.
    pub fn programme(&self, id: &str) -> Option<&Programme> {
        self.chronicle.programmes.iter().find(|found| found.id == id)
    }

    /// A directive by id.
    pub fn directive(&self, id: &str) -> Option<&Directive> {
        self.chronicle.directives.iter().find(|found| found.id == id)
    }

    /// The name of what a mention is of; `None` when the archive does not hold it.
    pub fn subject_name(&self, subject: &SubjectRef) -> Option<&str> {
        match subject {
            SubjectRef::Anniversary(id) => self.anniversary(id).map(|found| found.name.as_str()),
            SubjectRef::Official(id) => self.official(id).map(|found| found.name.as_str()),
            SubjectRef::Programme(id) => self.programme(id).map(|found| found.name.as_str()),
            SubjectRef::Directive(id) => self.directive(id).map(|found| found.name.as_str()),
            SubjectRef::Unit(id) => self.unit(id.as_str()).map(|found| found.name.as_str()),
        }
    }

    /// The chunk that holds an ordinal.
    pub fn chunk_of(&self, ordinal: u32) -> Option<&PartRef> {
        let mut chunks = self.manifest.parts.iter().filter(|part| part.kind == PartKind::Articles);
        chunks.rfind(|part| part.first.unwrap_or(0) <= ordinal)
    }

    /// A whole article, if its chunk has been read already.
    pub fn article(&self, ordinal: u32) -> Option<Article> {
        let (first, chunk) = self.chunk_in_memory(ordinal)?;
        chunk.articles.get((ordinal - first) as usize).cloned()
    }

    fn chunk_in_memory(&self, ordinal: u32) -> Option<(u32, Rc<Chunk>)> {
        let first = self.chunk_of(ordinal)?.first.unwrap_or(0);
        let chunk = self.chunks.borrow().get(&first).cloned().flatten()?;
        Some((first, chunk))
    }

    /// Reads the chunk of an ordinal, unless it has been read already.
    pub async fn read_chunk(&self, ordinal: u32, progress: &dyn Fn(u64)) -> Result<(), PartDamage> {
        if self.chunk_in_memory(ordinal).is_some() {
            return Ok(());
        }
        let unlisted = || PartDamage {
            kind: PartKind::Articles,
            path: String::new(),
            what: DamageKind::Missing,
        };
        let part = self.chunk_of(ordinal).ok_or_else(unlisted)?;
        let damage = |what| PartDamage { kind: part.kind.clone(), path: part.path.clone(), what };
        let bytes = self.files.part(part, progress).await.map_err(damage)?;
        let chunk = parse_chunk(&bytes).map_err(|_| damage(DamageKind::Format))?;
        let mut chunks = self.chunks.borrow_mut();
        if chunks.len() >= KEPT_CHUNKS {
            chunks.pop_first();
        }
        *chunks.slot(part.first.unwrap_or(0)) = Some(Rc::new(chunk));
        Ok(())
    }
}

/// Reading moves back and forth between neighbours; more than these would only hold memory.
const KEPT_CHUNKS: usize = 8;

/// A shared archive; equal only to itself, so that comparing props costs nothing.
#[derive(Clone, Debug)]
pub struct ArchiveRef(Rc<Archive>);

impl ArchiveRef {
    /// Shares an archive.
    pub fn new(archive: Archive) -> Self {
        Self(Rc::new(archive))
    }
}

impl PartialEq for ArchiveRef {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Deref for ArchiveRef {
    type Target = Archive;
    fn deref(&self) -> &Archive {
        &self.0
    }
}
