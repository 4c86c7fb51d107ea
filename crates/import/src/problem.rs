//! What can be wrong with an article file, as values: the library writes no sentences for clerks,
//! it hands over everything a sentence in any language needs.

use std::fmt;

use calendar::{Date, PartialDate, Weekday};
use viet::legacy::Charset;

use crate::content::Content;
use crate::format::Format;

/// Something a clerk should know about one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The file, as given to [`read`](crate::read).
    pub file: String,
    /// Where in the file; absent when it concerns the file as a whole.
    pub place: Option<Place>,
    /// What it is.
    pub kind: ProblemKind,
}

/// A place in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Line, from 1.
    pub line: usize,
    /// Byte of the file, from 0. A byte order mark counts: it is what a hex editor shows. Of a file
    /// in another encoding than UTF-8, the byte of its text in UTF-8.
    pub byte: usize,
}

/// How much a problem costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The article was read; a person should look at it.
    Warning,
    /// The file could not be read as an article.
    Error,
}

/// How a file's letters are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// What every file should be in.
    Utf8,
    /// "Unicode" in old Windows editors.
    Utf16LittleEndian,
    /// "Unicode big endian".
    Utf16BigEndian,
    /// Four bytes a character. Recognised so that it can be named, but not read.
    Utf32,
    /// A character set from before Unicode: the file's bytes, or letters that an earlier program
    /// made of them one by one.
    Legacy(Charset),
}

impl Encoding {
    /// Its name in settings and for machines.
    pub fn code(self) -> &'static str {
        match self {
            Self::Utf8 => "utf-8",
            Self::Utf16LittleEndian => "utf-16le",
            Self::Utf16BigEndian => "utf-16be",
            Self::Utf32 => "utf-32",
            Self::Legacy(charset) => charset.code(),
        }
    }

    /// The encodings that can be read, the likelier first.
    pub fn readable() -> impl Iterator<Item = Self> {
        [Self::Utf8, Self::Utf16LittleEndian, Self::Utf16BigEndian]
            .into_iter()
            .chain(Charset::ALL.map(Self::Legacy))
    }

    /// The readable encoding of a [`code`](Self::code).
    pub fn of_code(code: &str) -> Option<Self> {
        Self::readable().find(|encoding| encoding.code() == code)
    }
}

/// Kinds of problem, each with the values its sentence needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProblemKind {
    /// More bytes than an article can have. Expected: at most `limit` bytes.
    TooLarge {
        /// Length of the file.
        bytes: u64,
        /// [`MAX_BYTES`](crate::MAX_BYTES).
        limit: u64,
    },
    /// The file has no bytes (or only a byte order mark).
    Empty,
    /// The file holds nothing but white space.
    Blank {
        /// Length of the file.
        bytes: u64,
    },
    /// An encoding that is not read. Expected: UTF-8.
    OtherEncoding {
        /// Which.
        encoding: Encoding,
        /// Whether a byte order mark says so; else it shows from the pattern of zero bytes.
        marked: bool,
    },
    /// Not UTF-8; this encoding fitted, and the text was read by it.
    ReadAs {
        /// Which.
        encoding: Encoding,
    },
    /// Not UTF-8 from here on, nor Vietnamese in any encoding known. Expected: UTF-8.
    BrokenUtf8 {
        /// The offending byte.
        byte: u8,
    },
    /// A zero byte, which no text has.
    Nul,
    /// The file is not whole, or not of the format that its name says.
    BrokenFile {
        /// The format expected.
        format: Format,
        /// The parser's words (English).
        why: String,
    },
    /// The file is something else than its name says.
    Misnamed {
        /// What the name says.
        format: Format,
        /// What it is.
        is: Content,
    },
    /// A picture that no browser would show, or that claims absurd sides.
    BrokenPicture,
    /// A zip, or a file in one, that opens only with a password.
    Protected,
    /// A zip that cannot be read, or a file in it.
    BrokenZip {
        /// The reader's words (English).
        why: String,
    },
    /// A zip in a zip.
    ZipInZip,
    /// A name in a zip that leads out of it.
    OddName,
    /// A zip with more files, or more bytes once unpacked, than an archive's can have; the rest of
    /// it was left out.
    ZipTooLarge {
        /// Files that were taken.
        files: usize,
    },
    /// A `.docx` that is protected by a password, or Word before 2007 under a newer name.
    ProtectedOrOldWord,
    /// A table or list without a column or member for title or text.
    NoColumns {
        /// What it has instead, cut after 80 letters.
        names: String,
    },
    /// An entry of a table, list or feed without title and text; the others were read.
    EmptyEntry,
    /// No line looks like a title.
    NoTitle {
        /// What stands in for it: the first words of the text.
        instead: String,
    },
    /// No paragraph was found under the title.
    NoBody,
    /// A site's date line names a day that the calendar does not have.
    NoSuchDay {
        /// As printed.
        text: String,
    },
    /// A language field that names no language; the article counts as Vietnamese.
    NoSuchLanguage {
        /// As printed.
        text: String,
    },
    /// A date line whose weekday is not that day's.
    WrongWeekday {
        /// The day printed.
        date: Date,
        /// The weekday printed.
        printed: Weekday,
    },
    /// Two lines state different publication days; the first was taken.
    TwoPublished {
        /// Taken.
        taken: PartialDate,
        /// Also stated, here.
        other: PartialDate,
    },
    /// U+FFFD, the mark that an earlier program leaves where it lost a letter.
    LostLetters {
        /// How many.
        count: usize,
    },
}

impl ProblemKind {
    /// Whether the article was read in spite of it.
    pub fn severity(&self) -> Severity {
        match self {
            Self::TooLarge { .. }
            | Self::Empty
            | Self::Blank { .. }
            | Self::OtherEncoding { .. }
            | Self::BrokenUtf8 { .. }
            | Self::Nul
            | Self::BrokenFile { .. }
            | Self::Misnamed { .. }
            | Self::BrokenPicture
            | Self::Protected
            | Self::BrokenZip { .. }
            | Self::ZipInZip
            | Self::OddName
            | Self::ZipTooLarge { .. }
            | Self::ProtectedOrOldWord
            | Self::NoColumns { .. }
            | Self::EmptyEntry => Severity::Error,
            Self::NoTitle { .. }
            | Self::NoBody
            | Self::NoSuchDay { .. }
            | Self::NoSuchLanguage { .. }
            | Self::ReadAs { .. }
            | Self::WrongWeekday { .. }
            | Self::TwoPublished { .. }
            | Self::LostLetters { .. } => Severity::Warning,
        }
    }

    /// A stable name for machines (`check --json`).
    pub fn code(&self) -> &'static str {
        match self {
            Self::TooLarge { .. } => "too-large",
            Self::Empty => "empty",
            Self::Blank { .. } => "blank",
            Self::OtherEncoding { .. } => "other-encoding",
            Self::ReadAs { .. } => "read-as",
            Self::BrokenUtf8 { .. } => "broken-utf8",
            Self::Nul => "nul",
            Self::BrokenFile { .. } => "broken-file",
            Self::Misnamed { .. } => "misnamed",
            Self::BrokenPicture => "broken-picture",
            Self::Protected => "protected",
            Self::BrokenZip { .. } => "broken-zip",
            Self::ZipInZip => "zip-in-zip",
            Self::OddName => "odd-name",
            Self::ZipTooLarge { .. } => "zip-too-large",
            Self::ProtectedOrOldWord => "protected-or-old-word",
            Self::NoColumns { .. } => "no-columns",
            Self::EmptyEntry => "empty-entry",
            Self::NoTitle { .. } => "no-title",
            Self::NoBody => "no-body",
            Self::NoSuchDay { .. } => "no-such-day",
            Self::NoSuchLanguage { .. } => "no-such-language",
            Self::WrongWeekday { .. } => "wrong-weekday",
            Self::TwoPublished { .. } => "two-published",
            Self::LostLetters { .. } => "lost-letters",
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if let Some(place) = self.place {
            write!(f, ":{}", place.line)?;
        }
        write!(f, ": {}", self.kind)?;
        match (self.place, &self.kind) {
            (Some(place), ProblemKind::BrokenUtf8 { .. } | ProblemKind::Nul) => {
                write!(f, " (byte {})", place.byte)
            }
            _ => Ok(()),
        }
    }
}

impl std::error::Error for Problem {}

impl fmt::Display for Encoding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Utf8 => "UTF-8",
            Self::Legacy(charset) => charset.name(),
            Self::Utf16LittleEndian => "UTF-16 (little endian)",
            Self::Utf16BigEndian => "UTF-16 (big endian)",
            Self::Utf32 => "UTF-32",
        })
    }
}

impl fmt::Display for ProblemKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLarge { bytes, limit } => write!(
                f,
                "the file has {bytes} bytes; an article has at most {limit}: keep only its text, or split it"
            ),
            Self::Empty => write!(f, "the file is empty: fetch the page again or remove the file"),
            Self::Blank { bytes } => write!(
                f,
                "the file's {bytes} bytes are all white space: fetch the page again or remove the file"
            ),
            Self::OtherEncoding { encoding, .. } => {
                write!(
                    f,
                    "the file is written in {encoding}; expected UTF-8: save it again as UTF-8"
                )
            }
            Self::ReadAs { encoding } => write!(
                f,
                "the file is not in UTF-8; it was read as {encoding}: compare a few lines with the \
                 page, and state another `encoding` in archive.toml if they are wrong"
            ),
            Self::BrokenUtf8 { byte } => write!(
                f,
                "byte 0x{byte:02x} is not UTF-8: save the file again as UTF-8, or fetch the page again"
            ),
            Self::Nul => write!(f, "a zero byte, which no text has: fetch the page again"),
            Self::BrokenFile { format, why } => write!(
                f,
                "the file cannot be read as {}: {why}; save or export it again",
                format.code()
            ),
            Self::Misnamed { format, is } => write!(
                f,
                "the name says {}, but it is {is}: give it the right name, or save it in a format that \
                 is read",
                format.code()
            ),
            Self::BrokenPicture => {
                write!(f, "not a picture that browsers show: save it as .jpg or .png")
            }
            Self::Protected => {
                write!(f, "protected by a password: unpack it and add the files without one")
            }
            Self::BrokenZip { why } => {
                write!(
                    f,
                    "cannot be unpacked ({why}): make the zip again, or add the files themselves"
                )
            }
            Self::ZipInZip => write!(f, "a zip in a zip is not opened: unpack it first"),
            Self::OddName => write!(f, "its name leads out of the zip: pack it again"),
            Self::ZipTooLarge { files } => write!(
                f,
                "more is packed in it than an archive's zip can have; {files} files were taken: unpack it \
                 and add the files themselves"
            ),
            Self::ProtectedOrOldWord => write!(
                f,
                "protected by a password, or a Word file from before 2007: open it in Word and save \
                 it as .docx without a password"
            ),
            Self::NoColumns { names } => write!(
                f,
                "no column for title or text was found (there is: {names}): name them `title`, `text`"
            ),
            Self::EmptyEntry => write!(f, "an entry without title and text was left out"),
            Self::NoTitle { instead } => write!(
                f,
                "no line looks like a title; “{instead}” stands in: put the title on the first line"
            ),
            Self::NoBody => {
                write!(f, "no paragraph was found: see whether the page was fetched whole")
            }
            Self::NoSuchDay { text } => {
                write!(f, "“{text}” is not a day of the calendar: it was left out")
            }
            Self::NoSuchLanguage { text } => write!(
                f,
                "“{text}” is no language, so the article counts as Vietnamese: write a code such as \
                 `en`, or leave it out"
            ),
            Self::WrongWeekday { date, printed } => {
                write!(f, "{date} was not a {printed:?}: compare with the page")
            }
            Self::TwoPublished { taken, other } => write!(
                f,
                "published {other} is stated here, {taken} elsewhere; the latter was taken: \
                 state the right one in archive.toml"
            ),
            Self::LostLetters { count } => write!(
                f,
                "{count} letters were lost before the file came here (U+FFFD): fetch the page again"
            ),
        }
    }
}
