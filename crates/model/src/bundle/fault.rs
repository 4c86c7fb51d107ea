//! What can be wrong with a bundle's files, in types that name the place.

use std::fmt;

use serde_json::Value;

/// Why `archive.json` cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ManifestError {
    /// It is not JSON.
    #[error("not JSON: line {line}, column {column}: {what}")]
    NotJson {
        /// From 1.
        line: usize,
        /// From 1.
        column: usize,
        /// The parser's words.
        what: String,
    },
    /// It is JSON, but neither a manifest (an object with `parts`) nor an article set (with
    /// `articles`).
    #[error("not an archive: expected an object with `parts` or `articles`, found {found}")]
    NotAnArchive {
        /// What it is instead.
        found: JsonKind,
    },
    /// It was written by a newer program.
    #[error("schema {found} is newer than {known}, the newest known here")]
    NewerSchema {
        /// As written.
        found: u64,
        /// [`SCHEMA`](super::SCHEMA).
        known: u32,
    },
    /// It was packed by an older program, whose layout is no longer read.
    #[error("schema {found} is older than {known}: the archive must be packed again")]
    OlderSchema {
        /// As written.
        found: u32,
        /// [`SCHEMA`](super::SCHEMA).
        known: u32,
    },
    /// A key that must be there is not.
    #[error("`{field}` is missing")]
    MissingField {
        /// Where: `title`, `parts[3].names`.
        field: String,
    },
    /// A key holds something else than it must.
    #[error("`{field}` must be {expected}, found {found}")]
    WrongField {
        /// Where: `title`, `parts[3].names`.
        field: String,
        /// In a few words.
        expected: &'static str,
        /// What it is instead.
        found: JsonKind,
    },
    /// A hand-written article set was given where a packed manifest is needed.
    #[error("this is a hand-written article set, not a packed manifest")]
    IsSet,
}

/// What kind of JSON value was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JsonKind {
    /// null
    Null,
    /// true or false
    Bool,
    /// A number.
    Number,
    /// A text.
    Text,
    /// A list.
    List,
    /// An object.
    Object,
}

impl JsonKind {
    /// The kind of a value.
    pub fn of(value: &Value) -> Self {
        match value {
            Value::Null => Self::Null,
            Value::Bool(_) => Self::Bool,
            Value::Number(_) => Self::Number,
            Value::String(_) => Self::Text,
            Value::Array(_) => Self::List,
            Value::Object(_) => Self::Object,
        }
    }
}

impl fmt::Display for JsonKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Null => "null",
            Self::Bool => "true or false",
            Self::Number => "a number",
            Self::Text => "a text",
            Self::List => "a list",
            Self::Object => "an object",
        })
    }
}

/// What is wrong with a part's bytes.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PartDamage {
    /// Its content differs from what was packed.
    #[error("digest {found} instead of {expected}")]
    Digest {
        /// As the manifest says.
        expected: String,
        /// As it is.
        found: String,
    },
    /// Its digest is right, but it is not what its kind says.
    #[error("line {line}, column {column}: {what}")]
    Format {
        /// From 1.
        line: usize,
        /// From 1.
        column: usize,
        /// The parser's words.
        what: String,
    },
    /// Its digest is right and it is JSON, but a field holds something else than it must.
    #[error("`{field}` must be {expected}")]
    Field {
        /// Where.
        field: String,
        /// In a few words.
        expected: &'static str,
    },
}
