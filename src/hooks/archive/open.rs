//! Opening an archive: manifest, then its lists, each checked. A part that cannot be used is named
//! and the rest goes on.

use std::cell::Cell;
use std::rc::Rc;

use model::bundle::read::{parse_catalogue, parse_chronicle, parse_units};
use model::bundle::{Catalogue, Form, Manifest, ManifestError, PartKind};
use model::chronicle::Chronicle;
use protocol::{Answer, Ask, DamageKind, Failure};

use super::store::{Archive, ArchiveRef, Files, PartDamage};
use crate::hooks::load::Progress;
use crate::platform::fetch::{self, FetchError};
use crate::platform::{dom, worker};

/// Why an archive cannot be opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OpenError {
    /// Its `archive.json` did not come.
    Fetch(FetchError),
    /// Its `archive.json` cannot be read.
    Manifest(ManifestError),
    /// It is a hand-written set and this build has no indexer to read it.
    NoIndexer,
    /// The indexer refused the set: Vietnamese sentence, English sentence.
    BadSet(String, String),
}

/// Opens the archive whose `archive.json` lies at `url` (absolute).
pub async fn open(url: &str, progress: &dyn Fn(Progress)) -> Result<ArchiveRef, OpenError> {
    let receive = |received| progress(Progress { received, expected: 0 });
    let bytes = fetch::bytes(url, fetch::Freshness::Revalidate, &receive).await;
    let bytes = bytes.map_err(OpenError::Fetch)?;
    match Form::of(&bytes).map_err(OpenError::Manifest)? {
        Form::Packed(manifest) => {
            let base = url.split(['?', '#']).next().unwrap_or(url);
            let folder = base.rfind('/').map_or("", |slash| &base[..=slash]);
            Ok(open_packed(*manifest, Files::Network(folder.to_owned()), progress).await)
        }
        Form::Set => open_set(bytes, progress).await,
    }
}

/// Opens a hand-written set: the indexer packs it, in memory.
async fn open_set(set: Vec<u8>, progress: &dyn Fn(Progress)) -> Result<ArchiveRef, OpenError> {
    let (files, problems) = index(set).await?;
    let files = Files::Memory(Rc::new(files));
    open_memory(files, problems, progress).await
}

/// Opens a packed bundle that lies in memory, `archive.json` first.
pub async fn open_memory(
    files: Files,
    problems: Vec<(String, String)>,
    progress: &dyn Fn(Progress),
) -> Result<ArchiveRef, OpenError> {
    let manifest = files.first().unwrap_or_default();
    let manifest = Manifest::parse(manifest).map_err(OpenError::Manifest)?;
    let mut archive = open_lists(manifest, files, progress).await;
    archive.problems = problems;
    Ok(ArchiveRef::new(archive))
}

async fn open_packed(manifest: Manifest, files: Files, progress: &dyn Fn(Progress)) -> ArchiveRef {
    ArchiveRef::new(open_lists(manifest, files, progress).await)
}

/// Reads the lists of a packed bundle.
async fn open_lists(manifest: Manifest, files: Files, progress: &dyn Fn(Progress)) -> Archive {
    let lists = |kind: &PartKind| {
        matches!(kind, PartKind::Catalogue | PartKind::Units | PartKind::Chronicle)
    };
    let expected = manifest.parts.iter().filter(|part| lists(&part.kind)).map(|part| part.bytes);
    let tally = Tally { expected: expected.sum(), done: Cell::new(0), report: progress };

    let mut damaged = Vec::new();
    let mut catalogue = Catalogue::default();
    let mut units = Vec::new();
    let mut chronicle = Chronicle::default();
    for part in manifest.parts.iter().filter(|part| lists(&part.kind)) {
        let bytes = files.part(part, &|received| tally.report(received)).await;
        tally.done.set(tally.done.get() + part.bytes);
        let read = bytes.and_then(|bytes| {
            let read = match part.kind {
                PartKind::Catalogue => {
                    parse_catalogue(&bytes).map(|page| catalogue.articles.extend(page.articles))
                }
                PartKind::Units => parse_units(&bytes).map(|more| units.extend(more)),
                _ => parse_chronicle(&bytes).map(|read| chronicle = read),
            };
            read.map_err(|_| DamageKind::Format)
        });
        if let Err(what) = read {
            damaged.push(PartDamage { kind: part.kind.clone(), path: part.path.clone(), what });
        }
    }

    let mut archive = Archive::new(manifest, files, catalogue, units, chronicle);
    archive.damaged = damaged;
    archive
}

/// Bytes over several parts.
struct Tally<'a> {
    expected: u64,
    done: Cell<u64>,
    report: &'a dyn Fn(Progress),
}

impl Tally<'_> {
    fn report(&self, received: u64) {
        let received = self.done.get() + received;
        (self.report)(Progress { received, expected: self.expected });
    }
}

/// The files of a bundle, by path.
type Bundle = Vec<(String, Vec<u8>)>;

/// Has the indexer turn a hand-written set into a bundle.
async fn index(set: Vec<u8>) -> Result<(Bundle, Vec<(String, String)>), OpenError> {
    let script = dom::meta("bien-nien-indexer").and_then(|path| dom::absolute(&path));
    let script = script.ok_or(OpenError::NoIndexer)?;
    let answers = worker::converse(&script, vec![Ask::Index { set }]).await;
    match answers.and_then(|mut answers| answers.pop()) {
        Some(Answer::Indexed { files, problems }) => Ok((files, problems)),
        Some(Answer::Failed { reason: Failure::BadSet(vi, en) }) => Err(OpenError::BadSet(vi, en)),
        _ => Err(OpenError::NoIndexer),
    }
}
