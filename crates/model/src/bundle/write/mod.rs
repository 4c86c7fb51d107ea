//! Writes a packed bundle: the same contents give the same bytes.

mod bodies;
mod facts;
mod lists;
mod shelves;
mod tellings;
mod unit_facts;

use std::collections::{BTreeMap, HashMap};

use serde::Serialize;

use super::manifest::NAME_DIGITS;
use super::{Counts, Manifest, PartKind, SCHEMA, Shelf, Summary, digest};
use crate::article::{Article, ArticleId};
use crate::body::BodyMention;
use crate::chronicle::Chronicle;
use crate::telling::Tellings;
use crate::unit::Unit;
use shelves::{Cut, Shelves};

/// Articles of a page of the catalogue. Ten results are ten such pages, about 1.7 KB each after
/// brotli; with 64 they would be 3.2 KB, with 16 the list of pages outweighs what they save.
const CATALOGUE: usize = 32;

/// A chunk is fetched whole to show one article or one snippet: few articles keep that cheap …
const MAX_CHUNK_ARTICLES: usize = 16;

/// … and long ones keep more to themselves. A chunk holds at least one article, however long.
const MAX_CHUNK_BYTES: usize = 64 * 1024;

/// Entries of facts are written with what the first articles mention: a multiple of so many. What
/// the others mention stands on *recent* pages. So only one update of ten, of fifty articles each,
/// changes the pages of entries.
pub const SETTLED: usize = 512;

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
    /// The articles by ordinal: [in order](super::in_order), or as the bundle before has them.
    pub articles: Vec<Article>,
    /// The units and bodies.
    pub units: Vec<Unit>,
    /// The facts.
    pub chronicle: Chronicle,
    /// What the articles tell besides, and the reference calendar.
    pub tellings: Tellings,
    /// The pictures that articles show, each once. Their bytes lie elsewhere: they are many.
    pub pictures: Vec<PictureFile>,
    /// Where articles name bodies, in any order.
    pub bodies: Vec<BodyMention>,
    /// The pieces of the search index, as the `search` crate built them over `articles`.
    pub index: Vec<Vec<u8>>,
}

/// A picture among the parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PictureFile {
    /// Its format.
    pub kind: PartKind,
    /// Where its bytes are to be had: a file of the archive's folder, or one packed in it.
    pub source: String,
    /// Length.
    pub bytes: u64,
    /// SHA-256, 64 hexadecimal digits.
    pub sha256: String,
}

impl PictureFile {
    /// Its name among the parts of its kind.
    pub fn name(&self) -> &str {
        self.sha256.get(..NAME_DIGITS).unwrap_or_default()
    }

    /// Where it lies, relative to `archive.json`.
    pub fn path(&self) -> String {
        self.kind.path(self.name())
    }
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

/// The ordinals of articles.
type Ordinals<'a> = HashMap<&'a ArticleId, u32>;

/// Writes a bundle. The manifest, `archive.json`, is the first file. Pictures are named in it, and
/// are no files of what this gives: their bytes lie with whoever [measured](PictureFile) them.
pub fn write(contents: &Contents) -> Vec<File> {
    Written::before_index(contents).files(contents)
}

/// A bundle's pages without its index: both take long, and neither needs the other.
pub struct Written {
    shelves: Shelves,
    chunks: Vec<shelves::Page>,
}

impl Written {
    /// Writes all pages but those of the index, which need not be there yet.
    pub fn before_index(contents: &Contents) -> Self {
        let articles = &contents.articles;
        let ordinals: Ordinals<'_> = (0..).zip(articles).map(|(at, a)| (&a.id, at)).collect();
        let summaries: Vec<Summary> = articles.iter().map(Summary::of).collect();

        let mut shelves = Shelves::default();
        let (overview, unit_facts) = lists::overview(contents, &summaries, &ordinals);
        shelves.put(PartKind::Overview, [(json(&overview), None)]);
        shelves.put(PartKind::Units, [(json(&contents.units), None)]);
        let mut pages = Cut::new(CATALOGUE, usize::MAX, br#"{"articles":["#, b"]}");
        summaries.iter().for_each(|summary| pages.add(json(summary)));
        shelves.put(PartKind::Catalogue, pages.finish());
        let mut leads = Cut::new(CATALOGUE, usize::MAX, b"[", b"]");
        articles.iter().for_each(|article| leads.add(json(&super::lists::lead(article))));
        shelves.put(PartKind::Leads, leads.finish());
        shelves.put(PartKind::Order, [(json(&lists::order(&summaries)), None)]);
        shelves.put(PartKind::Ids, lists::ids(articles));
        facts::put(&mut shelves, &contents.chronicle, articles, &ordinals);
        tellings::put(&mut shelves, &contents.tellings, articles, &ordinals);
        shelves.put(PartKind::UnitFacts, unit_facts);
        bodies::put(&mut shelves, contents, &ordinals);
        let mut chunks = Cut::new(MAX_CHUNK_ARTICLES, MAX_CHUNK_BYTES, br#"{"articles":["#, b"]}");
        articles.iter().for_each(|article| chunks.add(json(article)));
        Self { shelves, chunks: chunks.finish() }
    }

    /// The files, the index of the same contents among them.
    pub fn files(self, contents: &Contents) -> Vec<File> {
        let Self { mut shelves, chunks } = self;
        shelves.put(PartKind::Index, contents.index.iter().map(|piece| (piece.clone(), None)));
        shelves.put(PartKind::Articles, chunks);
        for kind in [PartKind::Jpeg, PartKind::Png, PartKind::Webp, PartKind::Gif] {
            let of_kind = contents.pictures.iter().filter(|picture| picture.kind == kind);
            let named = of_kind.map(|picture| (picture.name().to_owned(), picture.bytes));
            shelves.name(kind.clone(), named.collect());
        }

        let (shelves, names, mut files) = shelves.finish();
        let manifest = manifest(contents, shelves, &names);
        files.insert(0, File { path: "archive.json".to_owned(), bytes: json(&manifest) });
        files
    }
}

fn manifest(contents: &Contents, parts: Vec<Shelf>, names: &[String]) -> Manifest {
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
        digest: digest::over(names.iter().map(String::as_str)),
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

/// Compact JSON. The bundle's types have string keys only, so writing them cannot fail.
fn json<T: Serialize>(value: &T) -> Vec<u8> {
    serde_json::to_vec(value).unwrap_or_default()
}
