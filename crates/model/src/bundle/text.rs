//! JSON text → values, with the place of what is wrong.
//!
//! `hifijson` reads numbers as text and so brings no floating point into the viewer, whose tables
//! would be a tenth of its download; here its values become `serde_json`'s.

use std::borrow::Cow;

use hifijson::token::Lex;
use hifijson::{SliceLexer, value};
use serde_json::{Map, Number, Value};

/// Deeper nesting than any bundle has; a hostile file must not exhaust the stack.
const MAX_DEPTH: usize = 100;

/// Why bytes are not JSON, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct NotJson {
    /// From 1.
    pub(super) line: usize,
    /// In bytes, from 1.
    pub(super) column: usize,
    /// The parser's words.
    pub(super) what: String,
}

/// The one value that the bytes are.
pub(super) fn parse_json(bytes: &[u8]) -> Result<Value, NotJson> {
    let mut lexer = SliceLexer::new(bytes);
    let read =
        lexer.exactly_one(Lex::ws_peek, |next, lexer| value::parse_bounded(MAX_DEPTH, next, lexer));
    match read {
        Ok(read) => Ok(adopt(read)),
        Err(error) => {
            let before = &bytes[..bytes.len() - lexer.as_slice().len()];
            let line_start = before.iter().rposition(|b| *b == b'\n').map_or(0, |at| at + 1);
            Err(NotJson {
                line: before.iter().filter(|b| **b == b'\n').count() + 1,
                column: before.len() - line_start + 1,
                what: error.to_string(),
            })
        }
    }
}

fn adopt(read: value::Value<&str, Cow<'_, str>>) -> Value {
    match read {
        value::Value::Null => Value::Null,
        value::Value::Bool(bool) => Value::Bool(bool),
        value::Value::Number((digits, _)) => number(digits),
        value::Value::String(text) => Value::String(text.into_owned()),
        value::Value::Array(items) => Value::Array(items.into_iter().map(adopt).collect()),
        value::Value::Object(members) => {
            let mut map = Map::new();
            for (key, value) in members {
                map.insert(key.into_owned(), adopt(value));
            }
            Value::Object(map)
        }
    }
}

fn number(digits: &str) -> Value {
    if let Ok(number) = digits.parse::<u64>() {
        return Value::Number(Number::from(number));
    }
    if let Ok(number) = digits.parse::<i64>() {
        return Value::Number(Number::from(number));
    }
    decimal(digits)
}

/// No field of ours is a decimal, so these stand in keys of newer versions only.
#[cfg(feature = "decimals")]
fn decimal(digits: &str) -> Value {
    let number = digits.parse::<f64>().ok().and_then(Number::from_f64);
    number.map_or_else(|| Value::String(digits.to_owned()), Value::Number)
}

/// As above; who only reads keeps them as text.
#[cfg(not(feature = "decimals"))]
fn decimal(digits: &str) -> Value {
    Value::String(digits.to_owned())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check(text: &str, line: usize, column: usize) {
        let fault = parse_json(text.as_bytes()).unwrap_err();
        assert_eq!((fault.line, fault.column), (line, column), "{text}: {}", fault.what);
    }

    #[test]
    fn faults_have_a_place() {
        check("", 1, 1);
        check("{\n  \"a\": 1,\n}", 3, 1);
        check("[1, 2", 1, 6);
        check("[1] 2", 1, 5);
        assert!(parse_json("[".repeat(100_000).as_bytes()).is_err());
    }

    fn json() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            any::<i64>().prop_map(Value::from),
            any::<u64>().prop_map(Value::from),
            ".{0,12}".prop_map(Value::from),
        ];
        leaf.prop_recursive(4, 32, 5, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
                prop::collection::vec((".{0,5}", inner), 0..5)
                    .prop_map(|members| Value::Object(members.into_iter().collect())),
            ]
        })
    }

    proptest! {
        #[test]
        fn what_is_written_reads_back(value in json()) {
            prop_assert_eq!(parse_json(value.to_string().as_bytes()).unwrap(), value);
        }

        /// Texts over JSON's own signs, half of them made by damaging a good one. The reference
        /// refuses two things that we take: numbers beyond a double's range (it holds no decimals
        /// as text) and what lies deeper than we go is refused by us alone.
        #[test]
        fn texts_like_json_are_judged_as_by_the_reference(text in like_json()) {
            let reference = serde_json::from_str::<Value>(&text);
            if reference.as_ref().is_err_and(|error| error.to_string().starts_with("number out")) {
                return Ok(());
            }
            prop_assert_eq!(parse_json(text.as_bytes()).is_ok(), reference.is_ok(), "{}", text);
        }

        #[test]
        fn no_bytes_are_too_odd(bytes in any::<Vec<u8>>()) {
            let _ = parse_json(&bytes);
        }
    }

    fn like_json() -> impl Strategy<Value = String> {
        let signs = r#"([\[\]{},:" \n]|\\["\\/nu]|-|\+|[0-9.eE]|1e9|00|true|false|null|"a"|\\ud83d|ậ){0,14}"#;
        let damaged = (json(), any::<prop::sample::Index>(), "[]\\[{},:\"0a]?").prop_map(
            |(value, at, sign)| {
                let mut text = value.to_string();
                let places: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
                let at = places[at.index(places.len())];
                let end = at + text[at..].chars().next().map_or(0, char::len_utf8);
                text.replace_range(at..end, &sign);
                text
            },
        );
        prop_oneof![signs, damaged]
    }
}
