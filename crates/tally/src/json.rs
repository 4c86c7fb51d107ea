//! JSON stepped over: most of a page of articles is not wanted.

/// How many bytes come before the next quotation mark or escape.
pub fn unquoted(bytes: &[u8]) -> usize {
    let mut at = 0;
    while at < bytes.len() && !matches!(bytes[at], b'"' | b'\\') {
        at += 1;
    }
    at
}

/// How many bytes the object, list or text takes that these begin with; `None` when they end before it.
/// What stands in it is not looked at, but for strings and brackets of any kind.
pub fn skip(bytes: &[u8]) -> Option<usize> {
    let (mut at, mut depth) = (0, 0usize);
    loop {
        match *bytes.get(at)? {
            b'{' | b'[' => depth += 1,
            b'}' | b']' => depth = depth.saturating_sub(1),
            b'"' => loop {
                at += 1;
                at += unquoted(bytes.get(at..)?);
                match *bytes.get(at)? {
                    b'"' => break,
                    // What is escaped.
                    _ => at += 1,
                }
            },
            _ => {}
        }
        at += 1;
        if depth == 0 {
            return Some(at);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn to_the_end_of_what_was_opened() {
        for (json, rest) in [
            ("{}x", "x"),
            (r#"[[1,{"a":"]"}],"\\",2] ,"#, " ,"),
            (r#""{\"]" "#, " "),
            (r#"{"a\"}":{"b":["}\\\""]}}}"#, "}"),
        ] {
            assert_eq!(skip(json.as_bytes()), Some(json.len() - rest.len()), "{json}");
        }
        for json in ["", "[", "[{]", r#"["]"#, r#"["a\"]"#, r#"["\"#] {
            assert_eq!(skip(json.as_bytes()), None, "{json}");
        }
    }

    proptest! {
        #[test]
        fn any_value_is_stepped_over(texts in proptest::collection::vec("\\PC{0,9}", 0..6), rest in "\\PC{0,5}") {
            let json = serde_json::json!({ "a": texts, "b": [{ "c": texts.first() }, [[]]] }).to_string();
            prop_assert_eq!(skip(format!("{json}{rest}").as_bytes()), Some(json.len()));
        }

        #[test]
        fn any_bytes_are_read_without_panic(bytes in proptest::collection::vec(any::<u8>(), 0..60)) {
            prop_assert!(skip(&bytes).is_none_or(|end| end <= bytes.len()));
        }
    }
}
