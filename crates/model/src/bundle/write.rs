//! Writes a packed bundle: the same contents give the same bytes.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{Catalogue, Counts, Manifest, PartKind, PartRef, SCHEMA, Summary, digest};
use crate::article::{Article, ArticleId};
use crate::chronicle::Chronicle;
use crate::unit::Unit;

/// A chunk is fetched whole to show one article or one snippet: few articles keep that cheap …
const MAX_CHUNK_ARTICLES: usize = 16;

/// … and long ones keep more to themselves. A chunk holds at least one article, however long.
const MAX_CHUNK_BYTES: usize = 64 * 1024;

/// What an archive says of itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct About {
    /// The archive's name.
    pub title: String,
    /// Who publishes it.
    pub publisher: Option<String>,
    /// A sentence about it.
    pub description: Option<String>,
    /// BCP 47 language of the texts.
    pub language: String,
    /// Where it is published.
    pub base_url: Option<String>,
    /// Whom to write to about errors.
    pub contact: Option<String>,
    /// Identifiers that articles had before, and those they have now.
    pub aliases: BTreeMap<ArticleId, ArticleId>,
    /// Other keys of the manifest.
    pub extra: serde_json::Map<String, serde_json::Value>,
}

/// All that a bundle carries.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contents {
    /// What the archive says of itself.
    pub about: About,
    /// The articles, [in order](super::in_order).
    pub articles: Vec<Article>,
    /// The units and bodies.
    pub units: Vec<Unit>,
    /// The facts.
    pub chronicle: Chronicle,
    /// The pieces of the search index, as the `search` crate built them over `articles`.
    pub index: Vec<Vec<u8>>,
}

/// One file of a bundle.
#[derive(Clone, PartialEq, Eq)]
pub struct File {
    /// Relative to the bundle, with `/` between folders.
    pub path: String,
    /// Content.
    pub bytes: Vec<u8>,
}

impl std::fmt::Debug for File {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} ({} bytes)", self.path, self.bytes.len())
    }
}

/// Writes a bundle. The manifest, `archive.json`, is the first file.
///
/// # Panics
/// In debug builds, when the articles are not in order: every ordinal would be wrong.
pub fn write(contents: &Contents) -> Vec<File> {
    let articles = &contents.articles;
    debug_assert!(articles.is_sorted_by(|a, b| super::in_order(a, b).is_le()), "articles in order");

    let mut parts = Parts::default();
    let summaries = Catalogue { articles: articles.iter().map(Summary::of).collect() };
    parts.add(PartKind::Catalogue, json(&summaries), None);
    parts.add(PartKind::Units, json(&contents.units), None);
    parts.add(PartKind::Chronicle, json(&contents.chronicle), None);
    for piece in &contents.index {
        parts.add(PartKind::Index, piece.clone(), None);
    }
    add_articles(&mut parts, articles);

    let manifest = manifest(contents, parts.refs);
    let mut files = vec![File { path: "archive.json".to_owned(), bytes: json(&manifest) }];
    files.extend(parts.files);
    files
}

fn manifest(contents: &Contents, parts: Vec<PartRef>) -> Manifest {
    let about = contents.about.clone();
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    Manifest {
        schema: SCHEMA,
        title: about.title,
        publisher: about.publisher,
        description: about.description,
        language: about.language,
        base_url: about.base_url,
        contact: about.contact,
        digest: digest::over(parts.iter().map(|part| part.sha256.as_str())),
        counts: Counts {
            articles: count(contents.articles.len()),
            units: count(contents.units.len()),
            anniversaries: count(contents.chronicle.anniversaries.len()),
            text_bytes: contents.articles.iter().map(|article| article.text.len() as u64).sum(),
        },
        aliases: about.aliases,
        parts,
        unknown: about.extra,
    }
}

/// Parts written so far. Two parts of one kind and content share a file.
#[derive(Default)]
struct Parts {
    refs: Vec<PartRef>,
    files: Vec<File>,
}

impl Parts {
    fn add(&mut self, kind: PartKind, bytes: Vec<u8>, run: Option<(usize, usize)>) {
        let sha256 = digest::sha256_hex(&bytes);
        let extension = if kind == PartKind::Index { "bin" } else { "json" };
        let path = format!("parts/{}-{}.{extension}", kind.as_str(), &sha256[..16]);
        self.refs.push(PartRef {
            kind,
            path: path.clone(),
            bytes: bytes.len() as u64,
            sha256,
            first: run.and_then(|(first, _)| u32::try_from(first).ok()),
            count: run.and_then(|(_, count)| u32::try_from(count).ok()),
            unknown: serde_json::Map::new(),
        });
        if self.files.iter().all(|file| file.path != path) {
            self.files.push(File { path, bytes });
        }
    }
}

/// Cuts the articles into chunks and adds them. Each article is written once, to be measured.
fn add_articles(parts: &mut Parts, articles: &[Article]) {
    let mut first = 0;
    let mut bodies: Vec<Vec<u8>> = Vec::new();
    let mut bytes = 0;
    for (ordinal, article) in articles.iter().enumerate() {
        let body = json(article);
        let full = bodies.len() == MAX_CHUNK_ARTICLES || bytes + body.len() > MAX_CHUNK_BYTES;
        if full && !bodies.is_empty() {
            parts.add(PartKind::Articles, chunk(&bodies), Some((first, bodies.len())));
            (first, bytes) = (ordinal, 0);
            bodies.clear();
        }
        bytes += body.len();
        bodies.push(body);
    }
    if !bodies.is_empty() {
        parts.add(PartKind::Articles, chunk(&bodies), Some((first, bodies.len())));
    }
}

/// A chunk of articles that are already written.
fn chunk(bodies: &[Vec<u8>]) -> Vec<u8> {
    let mut bytes = br#"{"articles":["#.to_vec();
    bytes.extend(bodies.join(&b","[..]));
    bytes.extend(b"]}");
    debug_assert!(super::read::parse_chunk(&bytes).is_ok());
    bytes
}

/// Compact JSON. The bundle's types have string keys only, so writing them cannot fail.
fn json<T: Serialize>(value: &T) -> Vec<u8> {
    serde_json::to_vec(value).unwrap_or_default()
}
