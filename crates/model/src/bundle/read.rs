//! Reads a bundle. Whatever the bytes are, the answer is a value or an error that says what is
//! wrong and where.

use serde_json::{Map, Value};

pub use super::fault::{JsonKind, ManifestError, PartDamage};
use super::json::{Misfit, Read, Reader};
use super::manifest::NAME_DIGITS;
use super::text::{NotJson, parse_json};
use super::{
    Catalogue, Chunk, Facts, Ids, Manifest, Name, Order, Overview, Pages, SCHEMA, Told, UnitFacts,
    digest, set,
};
use crate::body::{ToldBody, UnitBodies};
use crate::days::ReferenceDay;
use crate::unit::Unit;

/// The two forms of `archive.json`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Form {
    /// A packed bundle's manifest.
    Packed(Box<Manifest>),
    /// A hand-written article set, for the indexer: see [`set`].
    Set,
}

impl Form {
    /// Tells which form `archive.json` has, and reads it if it is packed.
    pub fn of(bytes: &[u8]) -> Result<Self, ManifestError> {
        let object = object(bytes)?;
        if object.contains_key("parts") {
            manifest(object).map(|manifest| Self::Packed(Box::new(manifest)))
        } else if object.contains_key("articles") {
            check_schema(&object, set::SCHEMA)?;
            Ok(Self::Set)
        } else {
            check_schema(&object, set::SCHEMA)?;
            Err(ManifestError::NotAnArchive { found: JsonKind::Object })
        }
    }
}

impl Manifest {
    /// Reads the manifest of a packed bundle.
    pub fn parse(bytes: &[u8]) -> Result<Self, ManifestError> {
        match Form::of(bytes)? {
            Form::Packed(manifest) => Ok(*manifest),
            Form::Set => Err(ManifestError::IsSet),
        }
    }
}

/// Reads JSON that must be an object.
pub(super) fn object(bytes: &[u8]) -> Result<Map<String, Value>, ManifestError> {
    // A byte order mark is not JSON, but editors on Windows write one.
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    match parse_json(bytes) {
        Ok(Value::Object(object)) => Ok(object),
        Ok(other) => Err(ManifestError::NotAnArchive { found: JsonKind::of(&other) }),
        Err(NotJson { line, column, what }) => Err(ManifestError::NotJson { line, column, what }),
    }
}

/// The schema must be a number that this code knows; what it is.
pub(super) fn check_schema(object: &Map<String, Value>, newest: u32) -> Result<u32, ManifestError> {
    let value = object
        .get("schema")
        .ok_or_else(|| ManifestError::MissingField { field: "schema".to_owned() })?;
    match value.as_u64() {
        Some(0) | None => Err(ManifestError::WrongField {
            field: "schema".to_owned(),
            expected: "a whole number from 1",
            found: JsonKind::of(value),
        }),
        Some(found) => match u32::try_from(found) {
            Ok(schema) if schema <= newest => Ok(schema),
            _ => Err(ManifestError::NewerSchema { found, known: newest }),
        },
    }
}

/// What the keys of an object must hold.
type Shape = &'static [(&'static str, bool, fn(&Value) -> bool, &'static str)];

const COUNT: &str = "a whole number";
const MANIFEST: Shape = &[
    ("title", true, Value::is_string, "a text"),
    ("publisher", false, Value::is_string, "a text"),
    ("description", false, Value::is_string, "a text"),
    ("language", true, Value::is_string, "a text"),
    ("base_url", false, Value::is_string, "a text"),
    ("contact", false, Value::is_string, "a text"),
    ("digest", true, is_digest, "64 hexadecimal digits"),
    ("counts", true, Value::is_object, "an object"),
    ("parts", true, Value::is_array, "a list"),
];
const COUNTS: Shape = &[
    ("articles", true, is_u32, COUNT),
    ("units", true, is_u32, COUNT),
    ("anniversaries", true, is_u32, COUNT),
    ("text_bytes", true, Value::is_u64, COUNT),
];
const SHELF: Shape = &[
    ("kind", true, is_kind, "a word of a–z and -"),
    ("bytes", true, Value::is_u64, COUNT),
    ("names", true, is_names, "names of 16 hexadecimal digits each"),
    ("counts", false, Value::is_array, "a list"),
    ("listed", false, Value::is_boolean, "true or false"),
];

fn is_u32(value: &Value) -> bool {
    value.as_u64().is_some_and(|number| u32::try_from(number).is_ok())
}

fn is_digest(value: &Value) -> bool {
    value.as_str().is_some_and(|text| digest::from_hex(text).is_some())
}

/// A kind becomes a part of a path, which must stay inside the bundle.
fn is_kind(value: &Value) -> bool {
    let plain = |text: &str| text.bytes().all(|b| b.is_ascii_lowercase() || b == b'-');
    value.as_str().is_some_and(|text| !text.is_empty() && plain(text))
}

/// Names become a part of paths too.
fn is_names(value: &Value) -> bool {
    value.as_str().is_some_and(fits_names)
}

fn fits_names(names: &str) -> bool {
    names.len().is_multiple_of(NAME_DIGITS) && names.bytes().all(|b| b.is_ascii_hexdigit())
}

fn manifest(object: Map<String, Value>) -> Result<Manifest, ManifestError> {
    let schema = check_schema(&object, SCHEMA)?;
    if schema < SCHEMA {
        return Err(ManifestError::OlderSchema { found: schema, known: SCHEMA });
    }
    check_shape(&object, MANIFEST, "")?;
    if let Some(Value::Object(counts)) = object.get("counts") {
        check_shape(counts, COUNTS, "counts.")?;
    }
    for (index, shelf) in object["parts"].as_array().into_iter().flatten().enumerate() {
        let place = ["parts[", &index.to_string(), "]"].concat();
        let Value::Object(shelf) = shelf else {
            let found = JsonKind::of(shelf);
            return Err(ManifestError::WrongField { field: place, expected: "an object", found });
        };
        check_shape(shelf, SHELF, &[&place, "."].concat())?;
    }
    typed(&Value::Object(object)).map_err(|misfit| ManifestError::WrongField {
        field: misfit.field,
        expected: misfit.expected,
        found: JsonKind::Text,
    })
}

fn check_shape(
    object: &Map<String, Value>,
    shape: Shape,
    prefix: &str,
) -> Result<(), ManifestError> {
    for &(key, required, fits, expected) in shape {
        let field = || format!("{prefix}{key}");
        match object.get(key) {
            Some(value) if fits(value) => {}
            Some(Value::Null) if !required => {}
            Some(value) => {
                let found = JsonKind::of(value);
                return Err(ManifestError::WrongField { field: field(), expected, found });
            }
            None if required => return Err(ManifestError::MissingField { field: field() }),
            None => {}
        }
    }
    Ok(())
}

/// Reads a list of pages.
pub fn parse_pages(bytes: &[u8]) -> Result<Pages, PartDamage> {
    let pages: Pages = parse(bytes)?;
    if fits_names(&pages.names) {
        Ok(pages)
    } else {
        let (field, expected) = ("names".to_owned(), "names of 16 hexadecimal digits each");
        Err(PartDamage::Field { field, expected })
    }
}

/// Reads a page of the catalogue.
pub fn parse_catalogue(bytes: &[u8]) -> Result<Catalogue, PartDamage> {
    parse(bytes)
}

/// Reads a chunk of articles.
pub fn parse_chunk(bytes: &[u8]) -> Result<Chunk, PartDamage> {
    parse(bytes)
}

/// Reads the overview.
pub fn parse_overview(bytes: &[u8]) -> Result<Overview, PartDamage> {
    parse(bytes)
}

/// Reads the dates and units of all articles.
pub fn parse_order(bytes: &[u8]) -> Result<Order, PartDamage> {
    parse(bytes)
}

/// Reads a page of facts.
pub fn parse_facts(bytes: &[u8]) -> Result<Facts, PartDamage> {
    parse(bytes)
}

/// Reads a page of days, congresses, awards, quotations or figures.
pub fn parse_told(bytes: &[u8]) -> Result<Told, PartDamage> {
    parse(bytes)
}

/// Reads the reference calendar.
pub fn parse_reference(bytes: &[u8]) -> Result<Vec<ReferenceDay>, PartDamage> {
    parse_items("reference", bytes)
}

/// Reads the units.
pub fn parse_units(bytes: &[u8]) -> Result<Vec<Unit>, PartDamage> {
    parse_items("units", bytes)
}

/// Reads a page of names.
pub fn parse_names(bytes: &[u8]) -> Result<Vec<Name>, PartDamage> {
    parse_items("names", bytes)
}

/// Reads a page of openings.
pub fn parse_leads(bytes: &[u8]) -> Result<Vec<String>, PartDamage> {
    parse_items("leads", bytes)
}

/// Reads a page of identifiers.
pub fn parse_ids(bytes: &[u8]) -> Result<Ids, PartDamage> {
    parse_items("ids", bytes)
}

/// Reads a page of what articles about units tell.
pub fn parse_unit_facts(bytes: &[u8]) -> Result<Vec<UnitFacts>, PartDamage> {
    parse_items("unit-facts", bytes)
}

/// Reads a page of the bodies of some units.
pub fn parse_bodies(bytes: &[u8]) -> Result<Vec<Vec<ToldBody>>, PartDamage> {
    parse_items("bodies", bytes)
}

/// Reads a page of the bodies that articles added last name.
pub fn parse_recent_bodies(bytes: &[u8]) -> Result<Vec<UnitBodies>, PartDamage> {
    parse_items("recent-bodies", bytes)
}

fn parse_items<T: Read>(name: &'static str, bytes: &[u8]) -> Result<Vec<T>, PartDamage> {
    let value = value(bytes)?;
    let mut reader = Reader::default();
    let items = reader.items(name, &value);
    reader.finish(items).map_err(misfit)
}

fn parse<T: Read>(bytes: &[u8]) -> Result<T, PartDamage> {
    typed(&value(bytes)?).map_err(misfit)
}

fn misfit(Misfit { field, expected }: Misfit) -> PartDamage {
    PartDamage::Field { field, expected }
}

fn value(bytes: &[u8]) -> Result<Value, PartDamage> {
    parse_json(bytes).map_err(|NotJson { line, column, what }| PartDamage::Format {
        line,
        column,
        what,
    })
}

fn typed<T: Read>(value: &Value) -> Result<T, Misfit> {
    let mut reader = Reader::default();
    let read = T::read(value, &mut reader);
    reader.finish(read)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::manifest::{name_of, verify};
    use super::*;

    fn sample() -> Value {
        json!({
            "schema": 2, "title": "Thử", "language": "vi", "digest": "0".repeat(64),
            "counts": { "articles": 0, "units": 0, "anniversaries": 0, "text_bytes": 0 },
            "parts": [{ "kind": "catalogue", "bytes": 2, "names": "0".repeat(32), "counts": [[32, 2]] }],
        })
    }

    fn check_error(change: impl FnOnce(&mut Value), says: &str) {
        let mut manifest = sample();
        change(&mut manifest);
        let error = Manifest::parse(manifest.to_string().as_bytes()).unwrap_err();
        assert_eq!(error.to_string(), says);
    }

    #[test]
    fn what_is_wrong_is_named() {
        check_error(|m| m["schema"] = json!(7), "schema 7 is newer than 2, the newest known here");
        check_error(
            |m| m["schema"] = json!(1),
            "schema 1 is older than 2: the archive must be packed again",
        );
        check_error(
            |m| m["schema"] = json!("1"),
            "`schema` must be a whole number from 1, found a text",
        );
        check_error(|m| drop(m.as_object_mut().unwrap().remove("title")), "`title` is missing");
        check_error(
            |m| m["counts"]["units"] = json!(-1),
            "`counts.units` must be a whole number, found a number",
        );
        check_error(|m| m["parts"][0] = json!([]), "`parts[0]` must be an object, found a list");
        for names in ["abc", "../../../../../x", &"g".repeat(16)] {
            check_error(
                |m| m["parts"][0]["names"] = json!(names),
                "`parts[0].names` must be names of 16 hexadecimal digits each, found a text",
            );
        }
        for kind in ["../x", "", "https://x", "a/b", "A"] {
            check_error(
                |m| m["parts"][0]["kind"] = json!(kind),
                "`parts[0].kind` must be a word of a–z and -, found a text",
            );
        }
    }

    #[test]
    fn other_files_are_told_apart() {
        let check = |text: &str, says: &str| {
            assert_eq!(Manifest::parse(text.as_bytes()).unwrap_err().to_string(), says);
        };
        check("{\n  \"schema\": 1,\n}", "not JSON: line 3, column 1: string expected");
        check("", "not JSON: line 1, column 1: value expected");
        check("[]", "not an archive: expected an object with `parts` or `articles`, found a list");
        check(
            r#"{"schema":1}"#,
            "not an archive: expected an object with `parts` or `articles`, found an object",
        );
        check(
            r#"{"schema":1,"articles":[]}"#,
            "this is a hand-written article set, not a packed manifest",
        );
    }

    #[test]
    fn unknown_keys_survive() {
        let mut value = sample();
        value["ngay_mai"] = json!({ "a": [1, 2] });
        value["parts"][0]["kind"] = json!("segment");
        value["parts"][0]["later"] = json!(true);
        let manifest = Manifest::parse(value.to_string().as_bytes()).unwrap();
        assert_eq!(serde_json::to_value(&manifest).unwrap(), value);
    }

    #[test]
    fn damage_is_seen() {
        let bytes = br#"{"articles":[]}"#;
        assert!(matches!(verify("0000000000000000", bytes), Err(PartDamage::Digest { .. })));
        assert_eq!(verify(&name_of(bytes), bytes), Ok(()));
        let says = |bytes| parse_units(bytes).unwrap_err().to_string();
        assert_eq!(says(bytes), "`` must be a list");
        assert_eq!(
            says(br#"[{"id":"a","kind":"hill"}]"#),
            "`units[0]: kind` must be one of the known words"
        );
        assert!(matches!(parse_units(b"[{]"), Err(PartDamage::Format { line: 1, .. })));
        assert!(parse_pages(br#"{"names":"../0123456789abcd"}"#).is_err());
    }
}
