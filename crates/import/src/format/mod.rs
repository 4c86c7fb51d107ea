//! Files that are more than lines of text: saved web pages, Word files, tables, feeds.
//!
//! Each reader gives [`Page`]s: the words as paragraphs, and what the file's structure says of them.
//! From there on they go the way of a plain text.

mod csv;
mod docx;
mod feed;
mod fields;
mod html;
mod json;
mod markdown;

use fields::Fields;

use crate::decode;
use crate::page::Page;
use crate::problem::{Encoding, Place, ProblemKind};

/// What kind of file an article file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Format {
    /// Lines of text, as a crawler left them.
    Text,
    /// A saved web page.
    Html,
    /// Markdown, perhaps with front matter.
    Markdown,
    /// Word 2007 and later.
    Docx,
    /// A table with a head, an article a line.
    Table,
    /// An article set, schema.org's NewsArticle, a JSON Feed.
    Json,
    /// RSS, Atom, WordPress' export (WXR).
    Feed,
}

impl Format {
    /// All, in the order of the table in the documentation for clerks.
    pub const ALL: [Self; 7] =
        [Self::Text, Self::Html, Self::Markdown, Self::Docx, Self::Table, Self::Json, Self::Feed];

    /// The format that a file's name says.
    pub fn of_name(name: &str) -> Option<Self> {
        let (_, extension) = name.rsplit_once('.')?;
        let extension = extension.to_ascii_lowercase();
        Self::ALL.into_iter().find(|format| format.extensions().contains(&&*extension))
    }

    /// Its files' extensions, in lower case.
    pub fn extensions(self) -> &'static [&'static str] {
        match self {
            Self::Text => &["txt"],
            Self::Html => &["html", "htm", "xhtml"],
            Self::Markdown => &["md", "markdown"],
            Self::Docx => &["docx"],
            Self::Table => &["csv", "tsv"],
            Self::Json => &["json"],
            Self::Feed => &["xml", "rss", "atom"],
        }
    }

    /// Its name for machines and in `Source::reading`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Text => "txt",
            Self::Html => "html",
            Self::Markdown => "markdown",
            Self::Docx => "docx",
            Self::Table => "csv",
            Self::Json => "json",
            Self::Feed => "feed",
        }
    }
}

/// What was found in a structured file.
#[derive(Debug, Default)]
pub(crate) struct Found {
    /// Its articles, in order.
    pub(crate) pages: Vec<Page>,
    /// What concerns the file or an entry that was left out.
    pub(crate) problems: Vec<(Option<Place>, ProblemKind)>,
}

impl Found {
    /// Adds an entry, or says that there is nothing in it.
    fn add(&mut self, entry: &Fields, at: Option<usize>) {
        let place = at.and_then(line);
        self.problems.extend(entry.misread().map(|kind| (place, kind)));
        match entry.page() {
            Some(page) => self.pages.push(Page { line: at, ..page }),
            None => self.problems.push((place, ProblemKind::EmptyEntry)),
        }
    }
}

/// Why a file gives nothing, and where.
pub(crate) type Failure = (Option<Place>, ProblemKind);

/// Reads a structured file. `Format::Text` is not one.
pub(crate) fn pages(
    format: Format,
    bytes: &[u8],
    encoding: Option<Encoding>,
) -> Result<Found, Failure> {
    decode::check_size(bytes.len() as u64).map_err(|kind| (None, kind))?;
    if format == Format::Docx {
        return docx::read(bytes);
    }
    let declared = encoding.or_else(|| match format {
        Format::Html => html::declared_encoding(bytes),
        _ => None,
    });
    let decoded = decode::decode(bytes, declared)?;
    let mut found = match format {
        Format::Html => html::read(&decoded.text)?,
        Format::Markdown => markdown::read(&decoded.text)?,
        Format::Table => csv::read(&decoded.text)?,
        Format::Json => json::read(&decoded.text)?,
        Format::Feed => feed::read(&decoded.text)?,
        Format::Text | Format::Docx => Found::default(),
    };
    if decoded.is_guess {
        found.problems.push((None, ProblemKind::ReadAs { encoding: decoded.encoding }));
    }
    Ok(found)
}

/// A place known by its line alone.
fn line(line: usize) -> Option<Place> {
    Some(Place { line, byte: 0 })
}
