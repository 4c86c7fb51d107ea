//! What a clerk should know: everything that went wrong or is in doubt, as values. The sentences
//! are in [`messages`](crate::messages).

use calendar::PartialDate;
use model::article::DoubtKind;
use model::bundle::set::SetProblem;
use model::bundle::{Form, ManifestError};
use units::RegistryFault;

/// How much a problem costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// All was used; a person should look at it.
    Warning,
    /// Something was left out.
    Error,
}

/// Something a clerk should know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// How much it costs.
    pub severity: Severity,
    /// The file it is in, relative to the archive.
    pub file: String,
    /// The line in it, from 1; absent when it concerns the file as a whole.
    pub line: Option<usize>,
    /// What it is.
    pub what: What,
}

/// Kinds of problem, each with the values its sentence needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// A setting in archive.toml.
    Setting(SettingFault),
    /// A unit in archive.toml that does not fit the others.
    Unit(Box<RegistryFault>),
    /// An article file, as the importer found it.
    Import(import::ProblemKind),
    /// A hand-written set that cannot be read at all.
    NotASet(Box<ManifestError>),
    /// `archive.json` is a packed bundle where a hand-written set is needed.
    Packed,
    /// An entry of a hand-written set.
    Set(Box<SetProblem>),
    /// Two articles have one identifier; the second is left out.
    SameId {
        /// The identifier.
        id: String,
        /// The file that keeps it.
        other: String,
    },
    /// Two files in two folders have one name; this one's identifier comes from its path.
    SameName {
        /// The file whose identifier comes from the name.
        other: String,
    },
    /// An old identifier is another article's own; the link goes to that one.
    AliasTaken {
        /// The identifier.
        id: String,
    },
    /// archive.toml speaks of a file that is not there.
    NoSuchArticle {
        /// As written.
        name: String,
    },
    /// archive.toml gives an article a unit that it does not define.
    NoSuchUnit {
        /// As written.
        unit: String,
    },
    /// A name in an article may be that of several places, one of the archive's among them.
    AmbiguousPlace {
        /// As printed.
        words: String,
        /// What each may be, with what it was in.
        places: Vec<String>,
        /// How often it stands.
        mentions: usize,
        /// In how many articles.
        articles: usize,
    },
    /// A name behind a word for a kind of place ("xã …") that neither the archive nor the official
    /// lists have.
    UnknownPlace {
        /// As printed.
        words: String,
        /// How often it stands.
        mentions: usize,
        /// In how many articles.
        articles: usize,
    },
    /// So many more names are ambiguous, or unknown.
    MorePlaces {
        /// How many.
        names: usize,
        /// They are unknown.
        unknown: bool,
    },
    /// There is no article at all.
    NoArticles,
    /// A remark in archive.toml is about an anniversary that no article mentions.
    NoSuchAnniversary {
        /// As written.
        name: String,
    },
    /// An article with neither a day of publication nor of its event.
    Undated,
    /// An article of no known unit.
    NoUnit,
    /// A claim of a text that arithmetic or the calendar contradicts.
    Doubt(DoubtKind),
    /// Two articles tell different foundings of one thing.
    FoundingsDisagree {
        /// What was founded.
        name: String,
        /// As told here.
        founding: PartialDate,
        /// As told first.
        other: PartialDate,
        /// File and line of the other.
        place: String,
    },
    /// A picture that an article names cannot be shown; the article goes without it.
    Picture {
        /// Its file.
        name: String,
        /// Why not.
        kind: import::ProblemKind,
    },
    /// Several files may be the picture that an article names; it goes without it.
    PictureUnclear {
        /// As the article names it.
        name: String,
    },
    /// Pictures that should lie beside an article do not.
    NoPicture {
        /// The first of them.
        first: String,
        /// How many.
        count: usize,
    },
    /// Pictures that no article names.
    UnusedPictures {
        /// The first of them.
        first: String,
        /// How many.
        count: usize,
    },
    /// An article that is nearly the same as another one.
    NearCopy {
        /// The file of the fuller one.
        of: String,
        /// How much of the shorter is in the longer, in hundredths.
        share: u8,
    },
    /// A file in a format that is not read.
    OtherFormat,
    /// A file could not be read from the disk.
    Unreadable {
        /// The system's words.
        why: String,
    },
}

/// What is wrong with a setting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SettingFault {
    /// There is no archive.toml; the archive gets a name that says so.
    NoFile,
    /// Not UTF-8.
    NotUtf8,
    /// Not TOML here; what can still be read is used.
    Syntax {
        /// The parser's words (English).
        what: String,
    },
    /// A key nobody knows; it is left alone.
    UnknownKey {
        /// With the table it is in: `units[2].ngay`.
        key: String,
        /// The known key closest to it, if one is close.
        meant: Option<&'static str>,
    },
    /// A key that must be there is not.
    Missing {
        /// With the table it is in.
        key: String,
        /// What is used instead.
        instead: Instead,
    },
    /// A key holds something else than it must.
    Wrong {
        /// With the table it is in.
        key: String,
        /// What it must be.
        expected: Expected,
        /// What is used instead.
        instead: Instead,
    },
    /// A colour in which text could not be read; it stays as designed.
    Contrast {
        /// With the table it is in.
        key: String,
        /// The colour, `0xrrggbb`.
        colour: u32,
        /// What it is seen on.
        on: &'static str,
        /// The contrast of the two, in hundredths of one.
        hundredths: u16,
        /// What is needed, in hundredths of one.
        needed: u16,
    },
    /// The file of the logo cannot be used.
    Logo {
        /// As stated.
        path: String,
        /// What is wrong with it.
        why: LogoFault,
    },
}

/// Why a logo cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LogoFault {
    /// There is no such file, or it cannot be read.
    Missing,
    /// It is no picture of the kind its name says.
    NoPicture,
    /// It is larger than so many bytes.
    TooLarge(usize),
}

/// What a setting must be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Expected {
    /// A text.
    Text,
    /// A text that is not blank.
    SomeText,
    /// A list of texts.
    Texts,
    /// `true` or `false`.
    Flag,
    /// A table.
    Table,
    /// A list of tables.
    Tables,
    /// A date such as 2020, 2020-10, 2020-10-15.
    Date,
    /// A day of every year such as 19/4 or 10/3 âm lịch.
    AnnualDay,
    /// An article's identifier.
    ArticleId,
    /// A unit's identifier.
    UnitId,
    /// One of these.
    OneOf(&'static str),
    /// An address that begins with http:// or https://.
    Url,
    /// A language code such as vi.
    Language,
    /// A whole number between these, both included.
    Whole(u32, u32),
    /// The beginning of an address, without a path.
    Origin,
    /// A colour, `#rrggbb`.
    Colour,
    /// A picture beside archive.toml.
    Logo,
}

/// What happens when a setting cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Instead {
    /// The setting is left out.
    LeftOut,
    /// The whole entry (a unit, a remark) is left out.
    EntryLeftOut,
    /// This is used.
    Default(String),
}

impl Problem {
    /// One that leaves something out.
    pub fn error(file: &str, line: Option<usize>, what: What) -> Self {
        Self { severity: Severity::Error, file: file.to_owned(), line, what }
    }

    /// One to look at.
    pub fn warning(file: &str, line: Option<usize>, what: What) -> Self {
        Self { severity: Severity::Warning, file: file.to_owned(), line, what }
    }
}

impl What {
    /// Whether it is about what articles tell or leave open, and not about reading them.
    pub fn is_about_content(&self) -> bool {
        matches!(
            self,
            Self::Undated
                | Self::AmbiguousPlace { .. }
                | Self::UnknownPlace { .. }
                | Self::MorePlaces { .. }
                | Self::NoUnit
                | Self::Doubt(_)
                | Self::FoundingsDisagree { .. }
                | Self::NoPicture { .. }
        )
    }

    /// A stable name for machines (`check --json`).
    pub fn code(&self) -> &'static str {
        match self {
            Self::Setting(SettingFault::NoFile) => "no-archive-toml",
            Self::Setting(SettingFault::NotUtf8) => "not-utf8",
            Self::Setting(SettingFault::Syntax { .. }) => "toml-syntax",
            Self::Setting(SettingFault::UnknownKey { .. }) => "unknown-key",
            Self::Setting(SettingFault::Missing { .. }) => "missing-setting",
            Self::Setting(SettingFault::Wrong { .. }) => "wrong-setting",
            Self::Setting(SettingFault::Contrast { .. }) => "low-contrast",
            Self::Setting(SettingFault::Logo { .. }) => "no-logo",
            Self::Unit(fault) => fault.code(),
            Self::Import(kind) => kind.code(),
            Self::NotASet(_) => "not-a-set",
            Self::Packed => "packed",
            Self::Set(_) => "set-entry",
            Self::SameId { .. } => "same-id",
            Self::SameName { .. } => "same-name",
            Self::AliasTaken { .. } => "alias-taken",
            Self::NoSuchArticle { .. } => "no-such-article",
            Self::NoSuchUnit { .. } => "no-such-unit",
            Self::AmbiguousPlace { .. } => "ambiguous-place",
            Self::UnknownPlace { .. } => "unknown-place",
            Self::MorePlaces { .. } => "more-places",
            Self::NoArticles => "no-articles",
            Self::NoSuchAnniversary { .. } => "no-such-anniversary",
            Self::Undated => "undated",
            Self::NoUnit => "no-unit",
            Self::Doubt(kind) => crate::conflicts::code(kind),
            Self::FoundingsDisagree { .. } => "foundings-disagree",
            Self::Picture { kind, .. } => kind.code(),
            Self::PictureUnclear { .. } => "picture-unclear",
            Self::NoPicture { .. } => "no-picture",
            Self::UnusedPictures { .. } => "unused-pictures",
            Self::NearCopy { .. } => "near-copy",
            Self::OtherFormat => "other-format",
            Self::Unreadable { .. } => "unreadable",
        }
    }
}

/// Reads which form a file has; a set that is packed already is a problem of its own.
pub(crate) fn must_be_set(bytes: &[u8]) -> Result<(), What> {
    match Form::of(bytes) {
        Ok(Form::Set) => Ok(()),
        Ok(Form::Packed(_)) => Err(What::Packed),
        Err(error) => Err(What::NotASet(Box::new(error))),
    }
}
