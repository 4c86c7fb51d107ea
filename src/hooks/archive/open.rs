//! Opening an archive: manifest, then its lists, each checked. A part that cannot be used is named
//! and the rest goes on.

use std::cell::Cell;
use std::rc::Rc;

use model::bundle::{Catalogue, Manifest, PartKind, SCHEMA, Summary};
use protocol::{Answer, Ask, DamageKind, Failure};
use serde::Deserialize;
use serde::de::{DeserializeOwned, IgnoredAny};

use super::store::{Archive, ArchiveRef, Files, PartDamage};
use crate::hooks::load::Progress;
use crate::platform::fetch::{self, FetchError};
use crate::platform::{dom, worker};

/// Why an archive cannot be opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OpenError {
    /// Its `archive.json` did not come.
    Fetch(FetchError),
    /// Its `archive.json` is not JSON, or lacks what it must have: the reader's own words with
    /// line and column.
    Malformed(String),
    /// It was written for a newer viewer.
    Newer {
        /// Its schema.
        schema: u32,
    },
    /// It is a hand-written set and this build has no indexer to read it.
    NoIndexer,
    /// The indexer refused the set: Vietnamese sentence, English sentence.
    BadSet(String, String),
}

/// What tells the two forms of `archive.json` apart.
#[derive(Deserialize)]
struct Head {
    schema: u32,
    parts: Option<IgnoredAny>,
}

/// Opens the archive whose `archive.json` lies at `url` (absolute).
pub async fn open(url: &str, progress: impl Fn(Progress)) -> Result<ArchiveRef, OpenError> {
    let receive = |received| progress(Progress { received, expected: 0 });
    let bytes = fetch::bytes(url, fetch::Freshness::Revalidate, receive).await;
    let bytes = bytes.map_err(OpenError::Fetch)?;
    if is_packed(&bytes)? {
        let base = url.split(['?', '#']).next().unwrap_or(url);
        let folder = base.rfind('/').map_or("", |slash| &base[..=slash]);
        return open_packed(&bytes, Files::Network(folder.to_owned()), Vec::new(), progress).await;
    }
    let (files, problems) = index(bytes).await?;
    let files = Rc::new(files);
    let manifest = files.first().map(|(_, bytes)| bytes.clone()).unwrap_or_default();
    open_packed(&manifest, Files::Memory(files), problems, progress).await
}

/// Whether an `archive.json` is the manifest of a packed bundle, rather than a hand-written set.
fn is_packed(bytes: &[u8]) -> Result<bool, OpenError> {
    let head: Head = read(bytes)?;
    if head.schema > SCHEMA {
        return Err(OpenError::Newer { schema: head.schema });
    }
    Ok(head.parts.is_some())
}

fn read<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, OpenError> {
    serde_json::from_slice(bytes).map_err(|error| OpenError::Malformed(error.to_string()))
}

/// Opens a packed bundle from its manifest.
async fn open_packed(
    manifest: &[u8],
    files: Files,
    problems: Vec<(String, String)>,
    progress: impl Fn(Progress),
) -> Result<ArchiveRef, OpenError> {
    let manifest: Manifest = read(manifest)?;
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
    archive.problems = problems;
    Ok(ArchiveRef::new(archive))
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

#[cfg(test)]
mod tests {
    use super::*;

    fn check(json: &str, packed: Result<bool, OpenError>) {
        assert_eq!(is_packed(json.as_bytes()), packed, "{json}");
    }

    #[test]
    fn the_two_forms_are_told_apart() {
        check(r#"{"schema":1,"title":"x","parts":[]}"#, Ok(true));
        check(r#"{"schema":1,"title":"x","articles":[]}"#, Ok(false));
        check(r#"{"schema":9,"parts":{}}"#, Err(OpenError::Newer { schema: 9 }));
        assert!(matches!(is_packed(b"<!doctype html>"), Err(OpenError::Malformed(_))));
        assert!(matches!(is_packed(b"{\"parts\":[]}"), Err(OpenError::Malformed(_))));
    }
}
