//! Reads a bundle. Whatever the bytes are, the answer is a value or an error that says what is
//! wrong and where.

use serde_json::{Map, Value};

pub use super::fault::{JsonKind, ManifestError, PartDamage};
use super::json::{Misfit, Read, Reader};
use super::text::{NotJson, parse_json};
use super::{Catalogue, Chunk, Manifest, PartRef, SCHEMA, digest};
use crate::chronicle::Chronicle;
use crate::unit::Unit;

/// The two forms of `archive.json`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Form {
    /// A packed bundle's manifest.
    Packed(Box<Manifest>),
    /// A hand-written article set, for the indexer: see [`set`](super::set).
    Set,
}

impl Form {
    /// Tells which form `archive.json` has, and reads it if it is packed.
    pub fn of(bytes: &[u8]) -> Result<Self, ManifestError> {
        let object = object(bytes)?;
        if object.contains_key("parts") {
            manifest(object).map(|manifest| Self::Packed(Box::new(manifest)))
        } else if object.contains_key("articles") {
            check_schema(&object)?;
            Ok(Self::Set)
        } else {
            check_schema(&object)?;
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

/// The schema must be a number that this code knows.
pub(super) fn check_schema(object: &Map<String, Value>) -> Result<(), ManifestError> {
    let value = object
        .get("schema")
        .ok_or_else(|| ManifestError::MissingField { field: "schema".to_owned() })?;
    match value.as_u64() {
        Some(0) | None => Err(ManifestError::WrongField {
            field: "schema".to_owned(),
            expected: "a whole number from 1",
            found: JsonKind::of(value),
        }),
        Some(found) if found > u64::from(SCHEMA) => {
            Err(ManifestError::NewerSchema { found, known: SCHEMA })
        }
        Some(_) => Ok(()),
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
const PART: Shape = &[
    ("kind", true, Value::is_string, "a text"),
    ("path", true, Value::is_string, "a text"),
    ("bytes", true, Value::is_u64, COUNT),
    ("sha256", true, is_digest, "64 hexadecimal digits"),
    ("first", false, is_u32, COUNT),
    ("count", false, is_u32, COUNT),
];

fn is_u32(value: &Value) -> bool {
    value.as_u64().is_some_and(|number| u32::try_from(number).is_ok())
}

fn is_digest(value: &Value) -> bool {
    value.as_str().is_some_and(|text| digest::from_hex(text).is_some())
}

fn manifest(object: Map<String, Value>) -> Result<Manifest, ManifestError> {
    check_schema(&object)?;
    check_shape(&object, MANIFEST, "")?;
    if let Some(Value::Object(counts)) = object.get("counts") {
        check_shape(counts, COUNTS, "counts.")?;
    }
    for (index, part) in object["parts"].as_array().into_iter().flatten().enumerate() {
        let place = format!("parts[{index}]");
        let Value::Object(part) = part else {
            let found = JsonKind::of(part);
            return Err(ManifestError::WrongField { field: place, expected: "an object", found });
        };
        check_shape(part, PART, &format!("{place}."))?;
        check_path(part["path"].as_str().unwrap_or_default())?;
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

/// A part's path must stay inside the bundle: no scheme, no root, no way up, no tricks.
fn check_path(path: &str) -> Result<(), ManifestError> {
    let plain = path.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_./".contains(&b));
    let inside = path.split('/').all(|step| !step.is_empty() && step != "." && step != "..");
    if plain && inside { Ok(()) } else { Err(ManifestError::PathOutside { path: path.to_owned() }) }
}

impl PartRef {
    /// Checks a part's bytes against its length and digest.
    pub fn verify(&self, bytes: &[u8]) -> Result<(), PartDamage> {
        let found = bytes.len() as u64;
        if found != self.bytes {
            return Err(PartDamage::Length { expected: self.bytes, found });
        }
        let found = digest::sha256_hex(bytes);
        if found.eq_ignore_ascii_case(&self.sha256) {
            Ok(())
        } else {
            Err(PartDamage::Digest { expected: self.sha256.clone(), found })
        }
    }
}

/// Reads a catalogue.
pub fn parse_catalogue(bytes: &[u8]) -> Result<Catalogue, PartDamage> {
    parse(bytes)
}

/// Reads a chunk of articles.
pub fn parse_chunk(bytes: &[u8]) -> Result<Chunk, PartDamage> {
    parse(bytes)
}

/// Reads the units.
pub fn parse_units(bytes: &[u8]) -> Result<Vec<Unit>, PartDamage> {
    let value = value(bytes)?;
    let mut reader = Reader::default();
    let units = reader.items("units", &value);
    reader.finish(units).map_err(|Misfit { field, expected }| PartDamage::Field { field, expected })
}

/// Reads the chronicle.
pub fn parse_chronicle(bytes: &[u8]) -> Result<Chronicle, PartDamage> {
    parse(bytes)
}

fn parse<T: Read>(bytes: &[u8]) -> Result<T, PartDamage> {
    typed(&value(bytes)?)
        .map_err(|Misfit { field, expected }| PartDamage::Field { field, expected })
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

    use super::*;

    fn sample() -> Value {
        json!({
            "schema": 1, "title": "Thử", "language": "vi", "digest": "0".repeat(64),
            "counts": { "articles": 0, "units": 0, "anniversaries": 0, "text_bytes": 0 },
            "parts": [{ "kind": "catalogue", "path": "parts/a.json", "bytes": 2, "sha256": "0".repeat(64) }],
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
        check_error(|m| m["schema"] = json!(7), "schema 7 is newer than 1, the newest known here");
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
        check_error(
            |m| m["parts"][0]["sha256"] = json!("abc"),
            "`parts[0].sha256` must be 64 hexadecimal digits, found a text",
        );
        for path in ["../x", "/x", "https://x.example/y", "a//b", "a/./b", "a\\b", "a?b", ""] {
            check_error(
                |m| m["parts"][0]["path"] = json!(path),
                &format!("part {path:?} does not lie inside the bundle's folder"),
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
        let mut part: PartRef = serde_json::from_value(sample()["parts"][0].clone()).unwrap();
        assert!(matches!(part.verify(bytes), Err(PartDamage::Length { expected: 2, found: 15 })));
        part.bytes = 15;
        assert!(matches!(part.verify(bytes), Err(PartDamage::Digest { .. })));
        part.sha256 = digest::sha256_hex(bytes);
        assert_eq!(part.verify(bytes), Ok(()));
        let says = |bytes| parse_units(bytes).unwrap_err().to_string();
        assert_eq!(says(bytes), "`` must be a list");
        assert_eq!(
            says(br#"[{"id":"a","kind":"hill"}]"#),
            "`units[0]: kind` must be one of the known words"
        );
        assert!(matches!(parse_units(b"[{]"), Err(PartDamage::Format { line: 1, .. })));
    }
}
