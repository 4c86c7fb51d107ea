//! An open archive: its index and its articles, each file fetched when it is needed, and checked
//! against its digest before it is used. What is missing or damaged is named, and the rest goes on.

use std::future::Future;
use std::pin::Pin;

use protocol::{Answer, Damage, DamageKind, Part, Reply};
use search::{Cutter, Index, Outcome, Request, Results};

use crate::Host;
use crate::answer;
use crate::chunk::{self, ArticleText};

/// An index of up to so many bytes is fetched as a whole at once: later queries then wait for
/// nothing.
const WHOLE_INDEX: u64 = 1 << 20;
/// Pieces of the index of more bytes than this are not kept, but for what was asked of late: as much as
/// some fifty queries of a large archive want.
const KEPT_INDEX: usize = 8 << 20;
/// Texts of so many bytes are kept for the next snippets, where their syllables are counted in: some 250
/// articles.
const KEPT_TEXT: usize = 2 << 20;
/// A query asks for files at most so often: words, then postings, then positions, for the plain
/// reading, for keystrokes and for typing errors.
const MAX_ROUNDS: usize = 16;

/// The values of each field and how many hits have them.
type Facets = Vec<(String, Vec<(String, u32)>)>;
/// What came of a part.
type Loaded = Result<Vec<u8>, DamageKind>;
/// A part on its way.
type Loading = Pin<Box<dyn Future<Output = Loaded>>>;

/// Whoever waits for so many microseconds is told how much is here.
const SLOW: u64 = 700_000;

/// Parts that were all sent for at once, when the last is here.
async fn all(host: &impl Host, loading: Vec<Loading>) -> Vec<Loaded> {
    let (begun, of) = (host.micros(), loading.len() as u32);
    let mut loaded = Vec::with_capacity(loading.len());
    for loading in loading {
        if host.micros() - begun > SLOW {
            let answer = Answer::Loading { here: loaded.len() as u32, of };
            host.post(protocol::encode(&Reply { number: 0, answer }));
        }
        loaded.push(loading.await);
    }
    loaded
}

/// Files that came as messages, with their paths; the latest of one path counts.
pub(crate) type Provided = Vec<(String, Vec<u8>)>;

/// An open archive.
pub(crate) struct Archive {
    base: String,
    index: Index,
    index_parts: Vec<Part>,
    chunks: Vec<Part>,
    /// Articles brought lately, with their documents, the latest last.
    kept: Vec<(u32, ArticleText)>,
    cutter: Cutter,
    /// Index files that are missing or damaged.
    damaged: Vec<Damage>,
}

impl Archive {
    /// Opens an archive: reads the directory and the heads of its index, and all of a small one.
    pub(crate) async fn open(
        host: &impl Host,
        provided: &Provided,
        base: String,
        index_parts: Vec<Part>,
        chunks: Vec<Part>,
    ) -> Self {
        let (index, kept, cutter) = (Index::new(index_parts.len()), Vec::new(), Cutter::default());
        let mut archive =
            Self { base, index, index_parts, chunks, kept, cutter, damaged: Vec::new() };
        let small = archive.index_parts.iter().map(|part| part.bytes).sum::<u64>() <= WHOLE_INDEX;
        // The directory comes first: it says what the others are.
        let mut files = if small {
            (0..archive.index_parts.len()).collect()
        } else {
            archive.index.lacking_heads()
        };
        while !files.is_empty() {
            archive.fetch(host, provided, files).await;
            files = archive.index.lacking_heads();
        }
        archive
    }

    /// Brings files of the index, all at once, and takes them in their order.
    async fn fetch(&mut self, host: &impl Host, provided: &Provided, files: Vec<usize>) {
        let loading = files.iter().map(|&file| self.load(host, provided, file)).collect();
        for (file, loaded) in files.into_iter().zip(all(host, loading).await) {
            // Without the directory nothing can be said of the others.
            if file == 0 || self.index.has_directory() {
                self.take(file, loaded);
            }
        }
    }

    /// Documents that can be found.
    pub(crate) fn documents(&self) -> u32 {
        self.index.documents()
    }

    /// Whether no piece of the index can be used, though there should be some.
    pub(crate) fn is_lost(&self) -> bool {
        !self.index_parts.is_empty() && self.documents() == 0 && !self.damaged.is_empty()
    }

    /// Index files that are missing or damaged.
    pub(crate) fn damaged(&self) -> Vec<Damage> {
        self.damaged.clone()
    }

    /// Answers a request; what was missing or damaged before is asked for again if it is needed.
    /// `None` when `wanted` says that the answer is no longer waited for.
    pub(crate) async fn search(
        &mut self,
        host: &impl Host,
        provided: &Provided,
        request: &Request,
        wanted: &impl Fn() -> bool,
    ) -> Option<Results> {
        self.index.forgive();
        for _ in 0..MAX_ROUNDS {
            let files = match self.index.search(request) {
                Outcome::Done(results) => return Some(results),
                Outcome::Needs(files) => files,
            };
            self.fetch(host, provided, files).await;
            if !wanted() {
                return None;
            }
        }
        None
    }

    /// Counts the values of each field over what a request finds, with all that is here.
    pub(crate) fn facets(&self, request: &Request) -> Facets {
        match self.index.search(request) {
            Outcome::Done(results) => results.facets,
            Outcome::Needs(_) => Facets::new(),
        }
    }

    /// Brings the chunks of these documents, and at the same time what hits are counted by, when
    /// that is `uncounted`; answers which chunks could not be brought.
    pub(crate) async fn bring(
        &mut self,
        host: &impl Host,
        provided: &Provided,
        documents: Vec<u32>,
        uncounted: bool,
    ) -> Vec<Damage> {
        let mut damaged = Vec::new();
        let mut lists = self.parts_of(&documents);
        lists.retain(|&at| self.chunks[at].is_list);
        let loading = self.load_chunks(host, provided, &lists);
        for (at, loaded) in lists.into_iter().zip(all(host, loading).await) {
            let first = self.chunks[at].first;
            match loaded.and_then(|json| chunk::list(&json, first).ok_or(DamageKind::Format)) {
                Ok(chunks) => self.unfold(at, chunks),
                Err(what) => damaged.push(Damage { path: self.chunks[at].path.clone(), what }),
            }
        }
        let mut chunks = self.parts_of(&documents);
        chunks.retain(|&at| !self.chunks[at].is_list);
        let loading = self.load_chunks(host, provided, &chunks);
        // Asked for last: nothing that is shown first waits for it.
        let columns = if uncounted { self.index.lacking_columns() } else { Vec::new() };
        let counted = columns.iter().map(|&file| self.load(host, provided, file)).collect();
        for (at, loaded) in chunks.into_iter().zip(all(host, loading).await) {
            let first = self.chunks[at].first;
            let read = |json: Vec<u8>| chunk::read(&json, first, &documents);
            match loaded.and_then(|json| read(json).ok_or(DamageKind::Format)) {
                Ok(articles) => {
                    for (document, mut article) in articles {
                        article.cut = self.cutter.cut(&answer::text(&article));
                        self.kept.push((document, article));
                    }
                }
                Err(what) => damaged.push(Damage { path: self.chunks[at].path.clone(), what }),
            }
        }
        for (file, loaded) in columns.into_iter().zip(all(host, counted).await) {
            self.take(file, loaded);
        }
        damaged
    }

    fn load_chunks(&self, host: &impl Host, provided: &Provided, chunks: &[usize]) -> Vec<Loading> {
        chunks.iter().map(|&at| load(host, provided, &self.base, &self.chunks[at])).collect()
    }

    /// A document that was brought.
    pub(crate) fn article(&self, document: u32) -> Option<&ArticleText> {
        let (_, article) = self.kept.iter().find(|(kept, _)| *kept == document)?;
        Some(article)
    }

    /// Lets go of texts that were brought long ago, and of pieces of the index, when they are many.
    pub(crate) fn forget(&mut self) {
        self.index.forget(KEPT_INDEX);
        let bytes = |(_, article): &(u32, ArticleText)| article.text.len() + article.cut.bytes();
        while self.kept.iter().map(bytes).sum::<usize>() > KEPT_TEXT {
            self.kept.remove(0);
        }
    }

    /// The chunks of some documents, or the lists that name them; each once, the last first, as lists
    /// grow where they stand.
    fn parts_of(&self, documents: &[u32]) -> Vec<usize> {
        let mut parts: Vec<usize> = Vec::new();
        for part in documents.iter().filter_map(|&document| self.chunk_of(document)) {
            let at = parts.partition_point(|&other| other > part);
            if parts.get(at) != Some(&part) {
                parts.insert(at, part);
            }
        }
        parts
    }

    /// Puts the chunks that a list names in its place.
    fn unfold(&mut self, list: usize, mut chunks: Vec<Part>) {
        let mut behind = self.chunks.split_off(list + 1);
        self.chunks.truncate(list);
        self.chunks.append(&mut chunks);
        self.chunks.append(&mut behind);
    }

    fn chunk_of(&self, document: u32) -> Option<usize> {
        self.chunks.partition_point(|chunk| chunk.first <= document).checked_sub(1)
    }

    fn take(&mut self, file: usize, loaded: Loaded) {
        let given =
            loaded.and_then(|bytes| self.index.give(file, bytes).map_err(|_| DamageKind::Format));
        let path = &self.index_parts[file].path;
        self.damaged.retain(|damage| damage.path != *path);
        if let Err(what) = given {
            self.damaged.push(Damage { path: path.clone(), what });
            self.index.lose(file);
        }
    }

    fn load(&self, host: &impl Host, provided: &Provided, file: usize) -> Loading {
        load(host, provided, &self.base, &self.index_parts[file])
    }
}

/// Begins to load a part at once: from what was provided, else from its URL.
fn load(host: &impl Host, provided: &Provided, base: &str, part: &Part) -> Loading {
    let at_hand = provided.iter().rev().find(|(path, _)| *path == part.path);
    let fetching = match at_hand {
        Some((_, bytes)) => Err(bytes.clone()),
        None => Ok(host.fetch(&[base, &part.path].concat())),
    };
    let name = part.name;
    Box::pin(async move {
        let bytes = match fetching {
            Ok(fetching) => fetching.await.ok_or(DamageKind::Missing)?,
            Err(bytes) => bytes,
        };
        match tally::name(&bytes) == name {
            true => Ok(bytes),
            false => Err(DamageKind::Digest),
        }
    })
}
