//! The messages between the viewer and its workers.
//!
//! Every message is a [`Request`] or a [`Reply`] in postcard bytes inside one `Uint8Array`. The
//! viewer numbers its requests; a reply carries the number it answers. The first request is
//! [`Ask::Hello`] with [`VERSION`]: a worker of another build (an old cached file) answers
//! [`Answer::OtherVersion`] and nothing else, instead of misreading what follows.

pub mod desk;

use serde::{Deserialize, Serialize};

/// Changes with every change of these types.
pub const VERSION: u32 = 5;

/// From the viewer to a worker.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Request {
    /// Counts up.
    pub number: u32,
    /// What is asked.
    pub ask: Ask,
}

/// From a worker to the viewer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Reply {
    /// The request it answers.
    pub number: u32,
    /// The answer.
    pub answer: Answer,
}

/// What the viewer asks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Ask {
    /// First of all.
    Hello {
        /// The asker's [`VERSION`].
        version: u32,
    },
    /// To the search worker: the archive to search. Parts are fetched from `base` when needed,
    /// each checked against its digest; in-memory parts come by [`Ask::Provide`] before this.
    Open {
        /// Absolute URL that part paths are relative to, ending in `/`.
        base: String,
        /// The pieces of the search index.
        index: Vec<Part>,
        /// The article chunks, or the lists that name them, in order of ordinals, for snippets.
        chunks: Vec<Part>,
    },
    /// To the search worker: bytes of a part that has no URL (a set indexed in the browser, the
    /// single file).
    Provide {
        /// The part's path.
        path: String,
        /// Its bytes.
        bytes: Vec<u8>,
    },
    /// To the search worker: a query. A newer one cancels it; a cancelled query gets no answer.
    Search(Query),
    /// To the indexer: turn a hand-written article set into a bundle.
    Index {
        /// The bytes of `archive.json`.
        set: Vec<u8>,
    },
}

/// A part as the manifest lists it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// Relative to the bundle.
    pub path: String,
    /// Length.
    pub bytes: u64,
    /// The first eight bytes of its SHA-256, the first of them the highest.
    pub name: u64,
    /// For article chunks: ordinal of the first article. Else 0.
    pub first: u32,
    /// It is a list that names article chunks: JSON, `{"names": "…", "counts": [[items, pages], …]}`
    /// with names of 16 hexadecimal digits.
    pub is_list: bool,
}

/// What a reader looks for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Query {
    /// As typed.
    pub text: String,
    /// Facet values chosen by controls: all fields must hold, any value of a field.
    pub filters: Vec<Filter>,
    /// Order.
    pub sort: Sort,
    /// Hits to skip.
    pub from: u32,
    /// Hits to return, with snippets.
    pub count: u32,
    /// The last word may be the beginning of a word (the reader is still typing).
    pub typing: bool,
}

/// A chosen facet value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Filter {
    /// `unit`, `section`, `year`, `person`, `programme`, …: as the index was built.
    pub field: String,
    /// Any of these.
    pub values: Vec<String>,
}

/// Order of hits within a tier (relevance) or over all (dates).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Sort {
    /// Best first.
    #[default]
    Relevance,
    /// Newest first.
    Newest,
    /// Oldest first.
    Oldest,
}

/// What a worker answers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Answer {
    /// To Hello.
    Welcome,
    /// To anything, from another build.
    OtherVersion {
        /// The worker's [`VERSION`].
        version: u32,
    },
    /// To Open.
    Opened {
        /// Documents that can be found.
        documents: u32,
        /// Parts that are missing or damaged; the rest works.
        damaged: Vec<Damage>,
    },
    /// To Provide.
    Taken,
    /// To Search: twice when passages take longer than the rest.
    Found(Results),
    /// To Index: a whole bundle, `archive.json` first.
    Indexed {
        /// Path and bytes of each file.
        files: Vec<(String, Vec<u8>)>,
        /// What was wrong with the set, one sentence each in the viewer's language order: Vietnamese, English.
        problems: Vec<(String, String)>,
    },
    /// The request could not be done at all.
    Failed {
        /// Why.
        reason: Failure,
    },
    /// To no request in particular: files that a search waits for come slowly.
    Loading {
        /// Files that are here.
        here: u32,
        /// Files asked for.
        of: u32,
    },
    /// To Search, before anything else when texts are still to come: what was found, so that titles
    /// come before them.
    Hits(Vec<u32>),
}

/// A part that could not be used.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Damage {
    /// Which.
    pub path: String,
    /// What is wrong.
    pub what: DamageKind,
}

/// What is wrong with a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum DamageKind {
    /// It could not be fetched.
    Missing,
    /// Its digest differs from the manifest's.
    Digest,
    /// Its digest is right but it cannot be read.
    Format,
}

/// Why a request failed as a whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Failure {
    /// The message could not be decoded.
    Garbled,
    /// A search before Open.
    NotOpen,
    /// No index piece is usable.
    NoIndex,
    /// The article set cannot be read: Vietnamese sentence, English sentence.
    BadSet(String, String),
}

/// What was found.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Results {
    /// The passages are on their way; the same answer comes again with them.
    pub is_early: bool,
    /// Number of hits in each tier, firmest first; tiers without hits are left out.
    pub tiers: Vec<(Tier, u32)>,
    /// The page of hits asked for, tier by tier.
    pub hits: Vec<Hit>,
    /// Counts over all hits of all tiers.
    pub facets: Vec<Facet>,
    /// Remarks on how the query was read.
    pub notes: Vec<Remark>,
    /// A better spelling, when one would find more.
    pub suggestion: Option<String>,
    /// Parts that were missing or damaged while answering.
    pub damaged: Vec<Damage>,
    /// Time spent in the engine, microseconds.
    pub micros: u32,
}

/// How well a document answers, firmest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Tier {
    /// Every word, in order, at most one other syllable between neighbours.
    Near,
    /// Every word, anywhere.
    All,
    /// Every word, with a typing error in one syllable.
    Typo,
    /// Most words.
    Most,
}

/// One document found.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Hit {
    /// Ordinal of the article.
    pub document: u32,
    /// How well it answers.
    pub tier: Tier,
    /// Found with the query's own diacritics (false: only after folding).
    pub exact: bool,
    /// Found through another form of a word, e.g. MTTQ for Mặt trận Tổ quốc ("đồng nghĩa").
    pub expanded: bool,
    /// Words of the query that the document lacks.
    pub lacks: Vec<String>,
    /// Byte ranges of the title to mark.
    pub title_marks: Vec<(u32, u32)>,
    /// The best passage; absent when the chunk is missing or damaged, or the answer is early.
    pub snippet: Option<Snippet>,
}

/// A passage of an article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Snippet {
    /// Byte offset of the passage in the article's text.
    pub start: u32,
    /// The passage as printed.
    pub text: String,
    /// Byte ranges of `text` to mark.
    pub marks: Vec<(u32, u32)>,
    /// The passage does not begin its paragraph.
    pub cut_before: bool,
    /// The passage does not end its paragraph.
    pub cut_after: bool,
}

/// Counts of one field's values over the hits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Facet {
    /// The field.
    pub field: String,
    /// Value and hits, most first.
    pub values: Vec<(String, u32)>,
}

/// A remark on how a query was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Remark {
    /// A quotation mark or parenthesis was left open; read as plain words.
    Unclosed,
    /// Read as Telex or VNI keystrokes.
    Keystrokes {
        /// The reading.
        read_as: String,
    },
    /// Also looked for these other forms.
    AlsoSearched(Vec<String>),
    /// An unknown field before a colon; read as plain words.
    UnknownField(String),
    /// Nothing holds a phrase in quotation marks; its words were looked for.
    PhraseAsWords,
}

/// Writes a message.
pub fn encode<T: Serialize>(message: &T) -> Vec<u8> {
    // Only maps of unknown length and exhausted buffers fail, and there are neither.
    postcard::to_allocvec(message).unwrap_or_default()
}

/// Reads a message; `None` when the bytes are not one.
pub fn decode<'a, T: Deserialize<'a>>(bytes: &'a [u8]) -> Option<T> {
    postcard::from_bytes(bytes).ok()
}
