//! Opening an archive: manifest, then its lists, each checked. A part that cannot be used is named
//! and the rest goes on.

use std::cell::Cell;
use std::rc::Rc;

use model::bundle::{Catalogue, Form, Manifest, ManifestError, PartKind, Summary};
use protocol::{Answer, Ask, DamageKind, Failure};
use serde::de::DeserializeOwned;

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
pub async fn open(url: &str, progress: impl Fn(Progress)) -> Result<ArchiveRef, OpenError> {
    let receive = |received| progress(Progress { received, expected: 0 });
    let bytes = fetch::bytes(url, fetch::Freshness::Revalidate, receive).await;
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
async fn open_set(set: Vec<u8>, progress: impl Fn(Progress)) -> Result<ArchiveRef, OpenError> {
    let (files, problems) = index(set).await?;
    let files = Files::Memory(Rc::new(files));
    open_memory(files, problems, progress).await
}

/// Opens a packed bundle that lies in memory, `archive.json` first.
pub async fn open_memory(
    files: Files,
    problems: Vec<(String, String)>,
    progress: impl Fn(Progress),
) -> Result<ArchiveRef, OpenError> {
    let manifest = files.first().unwrap_or_default();
    let manifest = Manifest::parse(manifest).map_err(OpenError::Manifest)?;
    let mut archive = open_lists(manifest, files, progress).await;
    archive.problems = problems;
    Ok(ArchiveRef::new(archive))
}

async fn open_packed(manifest: Manifest, files: Files, progress: impl Fn(Progress)) -> ArchiveRef {
    ArchiveRef::new(open_lists(manifest, files, progress).await)
}

/// Reads the lists of a packed bundle.
async fn open_lists(manifest: Manifest, files: Files, progress: impl Fn(Progress)) -> Archive {
    let lists = |kind: &PartKind| {
        matches!(kind, PartKind::Catalogue | PartKind::Units | PartKind::Chronicle)
    };
    let expected = manifest.parts.iter().filter(|part| lists(&part.kind)).map(|part| part.bytes);
    let tally = Tally { expected: expected.sum(), done: Cell::new(0), report: progress };

    let mut damaged = Vec::new();
    let pages: Vec<Catalogue> =
        parts(&manifest, &files, PartKind::Catalogue, &tally, &mut damaged).await;
    let units: Vec<Vec<model::Unit>> =
        parts(&manifest, &files, PartKind::Units, &tally, &mut damaged).await;
    let chronicles: Vec<model::chronicle::Chronicle> =
        parts(&manifest, &files, PartKind::Chronicle, &tally, &mut damaged).await;

    let summaries: Vec<Summary> = pages.into_iter().flat_map(|page| page.articles).collect();
    let mut archive = Archive::new(
        manifest,
        files,
        Catalogue { articles: summaries },
        units.into_iter().flatten().collect(),
        chronicles.into_iter().next().unwrap_or_default(),
    );
    archive.damaged = damaged;
    archive
}

/// Reads every part of a kind.
async fn parts<T: DeserializeOwned>(
    manifest: &Manifest,
    files: &Files,
    kind: PartKind,
    tally: &Tally<impl Fn(Progress)>,
    damaged: &mut Vec<PartDamage>,
) -> Vec<T> {
    let mut values = Vec::new();
    for part in manifest.parts.iter().filter(|part| part.kind == kind) {
        let bytes = files.part(part, |received| tally.report(received)).await;
        let value =
            bytes.and_then(|bytes| serde_json::from_slice(&bytes).map_err(|_| DamageKind::Format));
        tally.done.set(tally.done.get() + part.bytes);
        match value {
            Ok(value) => values.push(value),
            Err(what) => {
                damaged.push(PartDamage { kind: kind.clone(), path: part.path.clone(), what });
            }
        }
    }
    values
}

/// Bytes over several parts.
struct Tally<F> {
    expected: u64,
    done: Cell<u64>,
    report: F,
}

impl<F: Fn(Progress)> Tally<F> {
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
