//! Percent-encoding of one component of a hash route, as `encodeURIComponent` does it.

use std::fmt::Write as _;

/// Appends `text` to `out`, with every byte encoded that could be mistaken for a separator.
pub fn encode_into(out: &mut String, text: &str) {
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            // Writing to a String cannot fail.
            let _ = write!(out, "%{byte:02X}");
        }
    }
}

/// Decodes a component. A `%` that begins no byte stands for itself, bytes that are not UTF-8
/// become U+FFFD: an address typed by hand is read as far as it can be.
pub fn decode(text: &str, plus_is_space: bool) -> String {
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let pair = bytes.get(at + 1).zip(bytes.get(at + 2));
        match (bytes[at], pair.and_then(|(high, low)| Some(hex(*high)? << 4 | hex(*low)?))) {
            (b'%', Some(byte)) => {
                out.push(byte);
                at += 3;
                continue;
            }
            (b'+', _) if plus_is_space => out.push(b' '),
            (byte, _) => out.push(byte),
        }
        at += 1;
    }
    String::from_utf8(out).unwrap_or_else(|bad| String::from_utf8_lossy(bad.as_bytes()).into())
}

fn hex(digit: u8) -> Option<u8> {
    char::from(digit).to_digit(16).and_then(|value| u8::try_from(value).ok())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn encode(text: &str) -> String {
        let mut out = String::new();
        encode_into(&mut out, text);
        out
    }

    #[test]
    fn vietnamese_letters_are_encoded_as_browsers_do() {
        assert_eq!(encode("huyện uỷ"), "huy%E1%BB%87n%20u%E1%BB%B7");
        assert_eq!(decode("huy%e1%bb%87n+u%E1%BB%B7", true), "huyện uỷ");
        assert_eq!(decode("a+b", false), "a+b");
    }

    #[test]
    fn broken_escapes_are_read_as_far_as_possible() {
        for (text, read) in
            [("%", "%"), ("%4", "%4"), ("%zz", "%zz"), ("100%", "100%"), ("%FF", "\u{FFFD}")]
        {
            assert_eq!(decode(text, true), read);
        }
    }

    proptest! {
        #[test]
        fn what_is_encoded_reads_back(text in any::<String>()) {
            prop_assert_eq!(decode(&encode(&text), true), text);
        }
    }
}
