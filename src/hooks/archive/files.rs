//! Where the parts of an archive come from, each checked against its name.

use std::rc::Rc;

use model::bundle::PartKind;
use protocol::DamageKind;

use crate::platform::{digest, fetch};

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

    /// Whether all are in memory.
    pub(super) fn are_here(&self) -> bool {
        matches!(self, Self::Memory(_))
    }

    /// A page that lies in memory, checked.
    pub(super) fn here(&self, kind: &PartKind, name: &str) -> Result<&[u8], DamageKind> {
        let Self::Memory(files) = self else { return Err(DamageKind::Missing) };
        let path = kind.path(name);
        let (_, bytes) =
            files.iter().find(|(known, _)| *known == path).ok_or(DamageKind::Missing)?;
        is_named(&digest::in_rust(bytes), name).map(|()| bytes.as_slice())
    }

    /// Reads a page and checks it.
    pub(super) async fn page(
        &self,
        kind: &PartKind,
        name: &str,
        progress: &dyn Fn(u64),
    ) -> Result<Vec<u8>, DamageKind> {
        let Self::Network(base) = self else { return self.here(kind, name).map(<[u8]>::to_vec) };
        let url = [base.as_str(), &kind.path(name)].concat();
        let answer = fetch::bytes(&url, fetch::Freshness::Immutable, progress).await;
        let bytes = answer.map_err(|_| DamageKind::Missing)?;
        is_named(&digest::sha256(&bytes).await, name).map(|()| bytes)
    }
}

fn is_named(digest: &str, name: &str) -> Result<(), DamageKind> {
    if digest.starts_with(&name.to_ascii_lowercase()) { Ok(()) } else { Err(DamageKind::Digest) }
}
