//! Opening an archive: the manifest and the units. A part that cannot be used is named and the rest
//! goes on.

use std::rc::Rc;

use model::bundle::read::parse_units;
use model::bundle::{Form, Manifest, ManifestError, PartKind};
use protocol::{Answer, Ask, DamageKind, Failure};

use super::files::Files;
use super::shared::ArchiveRef;
use super::store::{Archive, PartDamage};
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
            let files = Files::Network(folder.to_owned());
            Ok(ArchiveRef::new(open_packed(*manifest, files, progress).await))
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
    let mut archive = open_packed(manifest, files, progress).await;
    archive.problems = problems;
    Ok(ArchiveRef::new(archive))
}

/// Opens a packed bundle: its units are read at once, as every list names them. Everything else is
/// read when it is shown.
async fn open_packed(manifest: Manifest, files: Files, progress: &dyn Fn(Progress)) -> Archive {
    let (mut units, mut damage) = (Vec::new(), None);
    if let Some(shelf) = manifest.shelf(&PartKind::Units)
        && let Some(name) = shelf.pages.name(0)
    {
        let report = |received| progress(Progress { received, expected: shelf.bytes });
        let bytes = files.page(&PartKind::Units, name, &report).await;
        match bytes.and_then(|bytes| parse_units(&bytes).map_err(|_| DamageKind::Format)) {
            Ok(read) => units = read,
            Err(what) => {
                let (kind, path) = (PartKind::Units, PartKind::Units.path(name));
                damage = Some(PartDamage { kind, path, what });
            }
        }
    }
    let archive = Archive::new(manifest, files, units);
    damage.into_iter().for_each(|damage| archive.tell_damage(damage));
    archive
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
