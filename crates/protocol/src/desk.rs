//! The messages between the clerk's desk and the indexer.
//!
//! Apart from [`Ask`](crate::Ask) and [`Answer`](crate::Answer), so that neither the search worker
//! nor the viewer's shell carries them. A message is these words in postcard bytes, and beside them
//! the bytes of files, which are handed over and not copied: a question may come with files, and an
//! answer too; in which order is said with each. An answer follows each question, in their order;
//! before it there may be any number of [`Answer::Step`].

use serde::{Deserialize, Serialize};

/// Changes with every change of these types.
pub const VERSION: u32 = 2;

/// What the desk asks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Ask {
    /// First of all, and again to begin anew. With the text of the gazetteer.
    Begin {
        /// The asker's [`VERSION`].
        version: u32,
        /// archive.toml; empty when there is none yet.
        settings: String,
        /// What the archive is called when there are no settings yet.
        title: String,
        /// Sentences in English, else in Vietnamese.
        english: bool,
    },
    /// Which of these files are to be read at all: path in `articles/`, length.
    Sort(Vec<(String, u64)>),
    /// A file of `articles/`. With its bytes, or with none when it is not to be read.
    Add {
        /// Its path in `articles/`.
        name: String,
        /// Its length.
        bytes: u64,
    },
    /// A file is no longer there.
    Remove {
        /// Its path.
        name: String,
    },
    /// The clerk states something about an article. With the bytes of its file.
    State {
        /// Its file, or its file and number (`a.csv#2`).
        name: String,
        /// What is stated.
        changes: Vec<(Key, String)>,
        /// Who says so; may be empty.
        by: String,
        /// When: 2026-10-14.
        at: String,
    },
    /// The clerk states something about the archive.
    About(Vec<(AboutKey, String)>),
    /// The archive's articles are about this unit too.
    AddUnit {
        /// Its name: "Xã Tam Sơn".
        name: String,
    },
    /// A unit is taken back.
    RemoveUnit {
        /// Its id.
        id: String,
    },
    /// How an article's file reads in each encoding. With the bytes of the file on the desk.
    Readings {
        /// The article's file, which may lie in a zip.
        name: String,
    },
    /// A picture that lies in a zip or a Word file. With the bytes of the file on the desk.
    Picture {
        /// Its name, after that file.
        name: String,
    },
    /// What an article offers for its fields.
    Look {
        /// Its file, or its file and number.
        name: String,
    },
    /// Put everything together and report.
    Bind {
        /// Sentences in English, else in Vietnamese.
        english: bool,
    },
    /// The bundle that was bound last.
    Bundle,
    /// Finish a site of the viewer's files and the bundle that was bound last. With the viewer's
    /// files, in this order.
    Site {
        /// Their paths.
        paths: Vec<String>,
    },
}

/// What can be stated about an article. A value that is empty takes a statement back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Key {
    /// Title.
    Title,
    /// Section.
    Section,
    /// Day of publication: 2026-10-14, 2026-10, 2026.
    Published,
    /// Day of the event.
    Event,
    /// Who signed it: names, a line each.
    Bylines,
    /// The unit's id.
    Unit,
    /// The encoding's code.
    Encoding,
    /// Why, for readers.
    Note,
    /// Whether the archive goes without it: `true`.
    LeftOut,
    /// Files that it is no copy of, a line each.
    DistinctFrom,
}

/// What can be stated about the archive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum AboutKey {
    /// Its title.
    Title,
    /// Who publishes it.
    Publisher,
    /// What it is.
    Description,
    /// Whom to write to.
    Contact,
    /// Where it will lie.
    BaseUrl,
}

/// What the indexer answers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Answer {
    /// To Begin.
    Welcome {
        /// archive.toml as it stands now.
        settings: String,
    },
    /// The desk and the indexer are of different builds.
    OtherVersion,
    /// To Sort: whether each is to be read.
    Sorted(Vec<bool>),
    /// To Add: how many articles were read.
    Added {
        /// Articles.
        articles: u32,
    },
    /// To Remove.
    Done,
    /// To State, About, AddUnit, RemoveUnit: archive.toml as it stands now.
    Settings(String),
    /// It could not be written into archive.toml, and nothing was changed: why.
    NotWritten(String),
    /// To Readings.
    Readings(Vec<Reading>),
    /// To Look.
    Offers(Offers),
    /// While it binds: how far it is, in hundredths.
    Step(u8),
    /// To Bind.
    Bound(Box<Report>),
    /// To Bundle: with the files, `archive.json` first, their list `offline.json` last. To Site: with
    /// every file that is not one of the viewer's as it was given. To Picture: with it, if it is there.
    Files {
        /// Paths of what comes with this.
        paths: Vec<String>,
        /// Pictures that belong to it and are on the desk: their paths in the bundle, and their names.
        pictures: Vec<(String, String)>,
    },
    /// Nothing was bound, or the viewer's files are of another version: the file's name, if one is to
    /// blame.
    NoSite(String),
    /// The message could not be understood.
    Garbled,
}

/// How a file reads in one encoding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reading {
    /// The encoding's code.
    pub code: String,
    /// Its name for people.
    pub name: String,
    /// The text's opening; empty where it cannot be read so.
    pub opening: String,
    /// It is read so now.
    pub is_taken: bool,
}

/// What an article offers for its fields.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Offers {
    /// Lines that may be the title.
    pub titles: Vec<String>,
    /// Days that the text names: 2026-10-14, and the words.
    pub days: Vec<(String, String)>,
    /// The text's opening, for the clerk to see.
    pub opening: String,
    /// What the clerk has stated so far.
    pub stated: Vec<Stated>,
}

/// A statement on an article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stated {
    /// Of what.
    pub key: Key,
    /// As it would be asked for.
    pub value: String,
    /// Who said so; empty when that is not known.
    pub by: String,
    /// When; empty when that is not known.
    pub at: String,
}

/// What was found in an archive, and what is wrong with it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// Of the archive: title, publisher, description, contact, address.
    pub about: [String; 5],
    /// Its units: id, name.
    pub units: Vec<(String, String)>,
    /// Units that the clerk has stated, by id: the others come from the country's lists.
    pub stated_units: Vec<String>,
    /// Articles in the bundle.
    pub articles: Vec<Article>,
    /// Files that gave no article.
    pub skipped: Vec<Skipped>,
    /// What is wrong with archive.toml.
    pub settings: Vec<Trouble>,
    /// Articles that are nearly the same, by their places above, and how alike each is to the first,
    /// in hundredths.
    pub copies: Vec<Vec<(u32, u8)>>,
    /// Sections in use, the commonest first.
    pub sections: Vec<String>,
    /// Signatures in use, the commonest first.
    pub bylines: Vec<String>,
    /// Anniversaries, persons, programmes, instruments.
    pub facts: [u32; 4],
    /// Bytes of the bundle.
    pub bytes: u64,
}

/// What was found in an article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Article {
    /// Its file, or its file and number.
    pub name: String,
    /// Stable name.
    pub id: String,
    /// Title.
    pub title: String,
    /// Fields found.
    pub found: Vec<Found>,
    /// The unit's id.
    pub unit: String,
    /// What it was read from: an encoding's code, a format's; empty for plain UTF-8.
    pub read_from: String,
    /// What wants looking at.
    pub troubles: Vec<Trouble>,
    /// What the clerk has stated.
    pub stated: Vec<Key>,
}

/// A field of an article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Found {
    /// Which.
    pub field: Field,
    /// Its value; days as 2026-10-14.
    pub value: String,
    /// How it is known: stated, inferred, derived, reference.
    pub status: u8,
}

/// Fields of an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Field {
    /// Chuyên mục.
    Section,
    /// Ngày đăng.
    Published,
    /// Ngày sự kiện.
    Event,
    /// Tác giả.
    Byline,
    /// Đơn vị.
    Unit,
}

/// A file that gave no article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Skipped {
    /// Its path in `articles/`.
    pub name: String,
    /// The reason, and what to do; empty when the clerk left it out.
    pub says: String,
}

/// Something that wants looking at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Trouble {
    /// Its name for machines.
    pub code: String,
    /// The line it is in; 0 when it concerns the whole.
    pub line: u32,
    /// Something was left out for it.
    pub is_error: bool,
    /// What it is and what to do.
    pub says: String,
}
