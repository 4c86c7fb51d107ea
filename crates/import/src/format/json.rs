//! JSON: a list of articles under any usual names, schema.org's NewsArticle, a JSON Feed, an export
//! with the list in some member.

use serde_json::{Map, Value};

use super::fields::{self, Field, Fields};
use super::{Failure, Format, Found, line};
use crate::problem::ProblemKind;

/// Members that hold the list.
const LISTS: [&str; 8] =
    ["articles", "items", "posts", "data", "results", "@graph", "entries", "rows"];

/// Reads a file.
pub(super) fn read(text: &str) -> Result<Found, Failure> {
    let value: Value = serde_json::from_str(text).map_err(|error| {
        let why = error.to_string();
        (line(error.line()), ProblemKind::BrokenFile { format: Format::Json, why })
    })?;
    let mut found = Found::default();
    for entry in entries(&value) {
        found.add(&fields_of(entry), None);
    }
    if found.pages.is_empty() {
        let names = value.as_object().map(names).unwrap_or_default();
        return Err((None, ProblemKind::NoColumns { names }));
    }
    Ok(found)
}

/// The objects that may be articles.
fn entries(value: &Value) -> Vec<&Map<String, Value>> {
    match value {
        Value::Array(values) => values.iter().filter_map(Value::as_object).collect(),
        Value::Object(members) => {
            let listed = LISTS.iter().filter_map(|name| members.get(*name)?.as_array()).next();
            match listed {
                Some(values) => values.iter().filter_map(Value::as_object).collect(),
                None => vec![members],
            }
        }
        _ => Vec::new(),
    }
}

fn fields_of(members: &Map<String, Value>) -> Fields {
    let mut entry = Fields::default();
    for (name, value) in members {
        if let (Some(field), Some(value)) = (fields::field(name), text(value)) {
            entry.add(field, &value);
        }
    }
    // WordPress' interface wraps texts: {"title": {"rendered": "…"}}; both are read by `text`.
    if entry.get(Field::Text).is_none()
        && let Some(lines) = members.get("paragraphs").and_then(Value::as_array)
    {
        let lines: Vec<&str> = lines.iter().filter_map(Value::as_str).collect();
        entry.add(Field::Text, &lines.join("\n"));
    }
    entry
}

/// A member's words: a text, a number, the name of a person, the first of a list.
fn text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Array(values) => text(values.first()?),
        Value::Object(members) => ["rendered", "name", "text", "@id", "value"]
            .iter()
            .find_map(|name| members.get(*name)?.as_str().map(str::to_owned)),
        Value::Null | Value::Bool(_) => None,
    }
}

fn names(members: &Map<String, Value>) -> String {
    let names: Vec<&str> = members.keys().map(String::as_str).collect();
    names.join(", ").chars().take(80).collect()
}
