//! The hand-written form of `archive.json`: one file with the articles in it.
//!
//! ```json
//! {
//!   "schema": 1,
//!   "title": "Tin xã Tam Sơn",
//!   "articles": [
//!     { "title": "Ra quân làm thủy lợi", "published": "2024-11-02",
//!       "unit": "Xã Tam Sơn", "text": "Sáng 2/11, …\n\nBà con …" }
//!   ]
//! }
//! ```
//!
//! `schema`, `title` and `articles` must be there; of an article, `title` and `text`. Paragraphs of
//! `text` are parted by line breaks. A `unit` is the id or a name of an entry of `units`, else the
//! plain name of a unit that needs no entry. Unknown keys are kept. The JSON Schema is
//! `docs/schema/article-set.schema.json`.
//!
//! An article with a fault is left out and the fault is named by the article's number and the field;
//! the rest is read.

use std::fmt;

use calendar::PartialDate;
use serde::Serialize;
use serde_json::{Map, Value};

use super::read::{JsonKind, ManifestError, check_schema, object};
use crate::article::ArticleId;
use crate::unit::Unit;

/// The newest schema of sets that this code reads.
pub const SCHEMA: u32 = 1;

/// Language of a set that does not say.
const DEFAULT_LANGUAGE: &str = "vi";

/// A hand-written article set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ArticleSet {
    /// Version of the layout.
    pub schema: u32,
    /// The archive's name.
    pub title: String,
    /// Who publishes it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub publisher: Option<String>,
    /// A sentence about it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// BCP 47 language of the texts; `vi` when it does not say.
    pub language: String,
    /// Where it is published.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub base_url: Option<String>,
    /// Whom to write to about errors.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contact: Option<String>,
    /// Units with more than a name.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub units: Vec<Unit>,
    /// The articles without fault.
    pub articles: Vec<SetArticle>,
    /// Other keys, kept.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// One article of a set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SetArticle {
    /// Its place in the file, from 0.
    #[serde(skip)]
    pub index: usize,
    /// Stable name; without one, it is made from the title, date and text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<ArticleId>,
    /// Title.
    pub title: String,
    /// The text below the title.
    pub text: String,
    /// Section.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub section: Option<String>,
    /// BCP 47 language of title and text, where it is not the archive's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// When it was published.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published: Option<PartialDate>,
    /// When what it reports took place.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub event: Option<PartialDate>,
    /// Id or name of a unit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// Who signed it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub authors: Vec<String>,
    /// Who published it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub publisher: Option<String>,
    /// The page's address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Other keys, kept.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// A fault of one entry of a set; the entry is left out.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{list}[{index}].{field}: {fault}")]
pub struct SetProblem {
    /// `articles` or `units`.
    pub list: &'static str,
    /// Place in the list, from 0.
    pub index: usize,
    /// The article's title, where it has one.
    pub title: Option<String>,
    /// The key.
    pub field: String,
    /// What is wrong with it.
    pub fault: SetFault,
}

/// What is wrong with a field of a set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SetFault {
    /// It must be there.
    Missing,
    /// It must not be empty.
    Empty,
    /// It holds another kind of value.
    WrongKind {
        /// In a few words.
        expected: &'static str,
        /// What it is.
        found: JsonKind,
    },
    /// Not a date such as 2020, 2020-10, 2020-10-15 or 2020-10-15T08:00.
    NotADate(String),
    /// Not an identifier.
    NotAnId(String),
    /// Neither a language nor a language's code; the article counts as Vietnamese.
    NotALanguage(String),
    /// A unit that cannot be read, in the parser's words.
    BadUnit(String),
}

impl fmt::Display for SetFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing => f.write_str("missing"),
            Self::Empty => f.write_str("empty"),
            Self::WrongKind { expected, found } => write!(f, "expected {expected}, found {found}"),
            Self::NotADate(text) => write!(f, "`{text}` is not a date such as 2020-10-15"),
            Self::NotAnId(text) => write!(f, "`{text}` is not an identifier (a–z, 0–9, _)"),
            Self::NotALanguage(text) => write!(f, "`{text}` is not a language such as `en`"),
            Self::BadUnit(what) => f.write_str(what),
        }
    }
}

impl ArticleSet {
    /// Reads a set. Entries with a fault are left out and reported; only a file that is no set at
    /// all is an error.
    pub fn parse(bytes: &[u8]) -> Result<(Self, Vec<SetProblem>), ManifestError> {
        let mut object = object(bytes)?;
        check_schema(&object, SCHEMA)?;
        let articles = take_list(&mut object, "articles")?
            .ok_or_else(|| ManifestError::MissingField { field: "articles".to_owned() })?;
        let units = take_list(&mut object, "units")?.unwrap_or_default();
        let mut problems = Vec::new();
        let schema = object.remove("schema").and_then(|schema| schema.as_u64());
        let set = Self {
            schema: schema.and_then(|schema| schema.try_into().ok()).unwrap_or(SCHEMA),
            title: take_text(&mut object, "title")?
                .ok_or_else(|| ManifestError::MissingField { field: "title".to_owned() })?,
            publisher: take_text(&mut object, "publisher")?,
            description: take_text(&mut object, "description")?,
            language: take_text(&mut object, "language")?
                .unwrap_or_else(|| DEFAULT_LANGUAGE.to_owned()),
            base_url: take_text(&mut object, "base_url")?,
            contact: take_text(&mut object, "contact")?,
            units: keep_good(units, &mut problems, |_, unit| read_unit(unit)),
            articles: keep_good(articles, &mut problems, read_article),
            extra: object,
        };
        Ok((set, problems))
    }

    /// Writes a set, unknown keys included; [`parse`](Self::parse) reads it back.
    pub fn write(&self) -> Vec<u8> {
        serde_json::to_vec_pretty(self).unwrap_or_default()
    }
}

fn take_list(
    object: &mut Map<String, Value>,
    field: &str,
) -> Result<Option<Vec<Value>>, ManifestError> {
    match object.remove(field) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::Array(list)) => Ok(Some(list)),
        Some(other) => Err(wrong(field, "a list", &other)),
    }
}

fn take_text(
    object: &mut Map<String, Value>,
    field: &str,
) -> Result<Option<String>, ManifestError> {
    match object.remove(field) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(text)) => Ok(Some(text)),
        Some(other) => Err(wrong(field, "a text", &other)),
    }
}

fn wrong(field: &str, expected: &'static str, found: &Value) -> ManifestError {
    ManifestError::WrongField { field: field.to_owned(), expected, found: JsonKind::of(found) }
}

/// Where and what is wrong in an entry.
struct Fault {
    list: &'static str,
    title: Option<String>,
    field: &'static str,
    fault: SetFault,
}

fn keep_good<T>(
    list: Vec<Value>,
    problems: &mut Vec<SetProblem>,
    read: impl Fn(usize, Value) -> Result<T, Fault>,
) -> Vec<T> {
    let mut good = Vec::with_capacity(list.len());
    for (index, value) in list.into_iter().enumerate() {
        match read(index, value) {
            Ok(entry) => good.push(entry),
            Err(Fault { list, title, field, fault }) => {
                problems.push(SetProblem { list, index, title, field: field.to_owned(), fault });
            }
        }
    }
    good
}

fn read_unit(value: Value) -> Result<Unit, Fault> {
    serde_json::from_value(value).map_err(|error| Fault {
        list: "units",
        title: None,
        field: "",
        fault: SetFault::BadUnit(error.to_string()),
    })
}

fn read_article(index: usize, value: Value) -> Result<SetArticle, Fault> {
    let mut fields = match value {
        Value::Object(object) => Fields { title: None, object },
        other => {
            let fault = SetFault::WrongKind { expected: "an object", found: JsonKind::of(&other) };
            return Err(Fault { list: "articles", title: None, field: "", fault });
        }
    };
    let title = fields.required("title")?;
    fields.title = Some(title.clone());
    Ok(SetArticle {
        index,
        title,
        text: fields.required("text")?,
        id: fields.parsed("id", SetFault::NotAnId)?,
        section: fields.text("section")?,
        language: fields.text("language")?,
        published: fields.parsed("published", SetFault::NotADate)?,
        event: fields.parsed("event", SetFault::NotADate)?,
        unit: fields.text("unit")?,
        authors: fields.texts("authors")?,
        publisher: fields.text("publisher")?,
        url: fields.text("url")?,
        extra: fields.object,
    })
}

/// The keys of an article not yet read.
struct Fields {
    title: Option<String>,
    object: Map<String, Value>,
}

impl Fields {
    fn fault(&self, field: &'static str, fault: SetFault) -> Fault {
        Fault { list: "articles", title: self.title.clone(), field, fault }
    }

    /// A text that may be missing.
    fn text(&mut self, field: &'static str) -> Result<Option<String>, Fault> {
        match self.object.remove(field) {
            None | Some(Value::Null) => Ok(None),
            Some(Value::String(text)) => Ok(Some(text)),
            Some(other) => Err(self.wrong_kind(field, "a text", &other)),
        }
    }

    /// A text that must be there and not be blank.
    fn required(&mut self, field: &'static str) -> Result<String, Fault> {
        match self.text(field)? {
            None => Err(self.fault(field, SetFault::Missing)),
            Some(text) if text.trim().is_empty() => Err(self.fault(field, SetFault::Empty)),
            Some(text) => Ok(text),
        }
    }

    /// A text with a form of its own, that may be missing.
    fn parsed<T: std::str::FromStr>(
        &mut self,
        field: &'static str,
        fault: fn(String) -> SetFault,
    ) -> Result<Option<T>, Fault> {
        let Some(text) = self.text(field)? else { return Ok(None) };
        match text.trim().parse() {
            Ok(value) => Ok(Some(value)),
            Err(_) => Err(self.fault(field, fault(text))),
        }
    }

    /// A list of texts, or one text.
    fn texts(&mut self, field: &'static str) -> Result<Vec<String>, Fault> {
        const EXPECTED: &str = "a list of texts";
        match self.object.remove(field) {
            None | Some(Value::Null) => Ok(Vec::new()),
            Some(Value::String(text)) => Ok(vec![text]),
            Some(Value::Array(list)) => list
                .into_iter()
                .map(|value| match value {
                    Value::String(text) => Ok(text),
                    other => Err(self.wrong_kind(field, EXPECTED, &other)),
                })
                .collect(),
            Some(other) => Err(self.wrong_kind(field, EXPECTED, &other)),
        }
    }

    fn wrong_kind(&self, field: &'static str, expected: &'static str, found: &Value) -> Fault {
        self.fault(field, SetFault::WrongKind { expected, found: JsonKind::of(found) })
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn check_fault(article: Value, says: &str) {
        let good = json!({ "title": "Bài", "text": "Nội dung." });
        let set = json!({ "schema": 1, "title": "Thử", "articles": [good, article] });
        let (set, problems) = ArticleSet::parse(set.to_string().as_bytes()).unwrap();
        assert_eq!(set.articles.len(), 1, "the other article is kept");
        assert_eq!(problems.iter().map(ToString::to_string).collect::<Vec<_>>(), [says]);
    }

    #[test]
    fn a_fault_is_named_by_place_and_field() {
        check_fault(json!({ "text": "x" }), "articles[1].title: missing");
        check_fault(json!({ "title": " ", "text": "x" }), "articles[1].title: empty");
        check_fault(json!({ "title": "x" }), "articles[1].text: missing");
        check_fault(
            json!({ "title": "x", "text": 5 }),
            "articles[1].text: expected a text, found a number",
        );
        check_fault(
            json!({ "title": "x", "text": "y", "published": "hôm qua" }),
            "articles[1].published: `hôm qua` is not a date such as 2020-10-15",
        );
        check_fault(
            json!({ "title": "x", "text": "y", "id": "Bài 1" }),
            "articles[1].id: `Bài 1` is not an identifier (a–z, 0–9, _)",
        );
        check_fault(
            json!({ "title": "x", "text": "y", "authors": [1] }),
            "articles[1].authors: expected a list of texts, found a number",
        );
        check_fault(json!("x"), "articles[1].: expected an object, found a text");
    }

    #[test]
    fn a_file_that_is_no_set_is_an_error() {
        let check = |value: Value, says: &str| {
            let error = ArticleSet::parse(value.to_string().as_bytes()).unwrap_err();
            assert_eq!(error.to_string(), says);
        };
        check(json!({ "schema": 1, "title": "x" }), "`articles` is missing");
        check(json!({ "schema": 1, "articles": [] }), "`title` is missing");
        check(json!({ "title": "x", "articles": [] }), "`schema` is missing");
        check(
            json!({ "schema": 1, "title": "x", "articles": {} }),
            "`articles` must be a list, found an object",
        );
        check(
            json!({ "schema": 2, "title": "x", "articles": [] }),
            "schema 2 is newer than 1, the newest known here",
        );
    }

    #[test]
    fn unknown_keys_survive() {
        let set = json!({
            "schema": 1, "title": "Thử", "language": "vi", "màu": "xanh",
            "articles": [{ "title": "Bài", "text": "Nội dung.", "ảnh": ["a.jpg"] }],
        });
        let (read, problems) = ArticleSet::parse(set.to_string().as_bytes()).unwrap();
        assert_eq!(problems, []);
        assert_eq!(serde_json::from_slice::<Value>(&read.write()).unwrap(), set);
    }
}
