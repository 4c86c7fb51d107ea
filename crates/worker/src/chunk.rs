//! What a snippet needs of an article chunk, and of the lists that name chunks, read out of their JSON.
//!
//! A chunk is `{"articles": [{"title": …, "text": …, "blocks": [{"kind": …, "span": [a, b]}]}]}`
//! with much else in it. A JSON library would double the worker, so this reads the few members it
//! knows and steps over the rest.

use std::ops::Range;

use protocol::Part;
use search::{Cut, Zone};

/// Reads a list of chunks, of which the first begins with the article of this ordinal; `None` when it
/// is none.
pub(crate) fn list(json: &[u8], mut first: u32) -> Option<Vec<Part>> {
    let (mut names, mut counts) = (String::new(), Vec::new());
    let mut reader = Json { bytes: json };
    reader.object(&mut |reader, key| match key {
        b"names" => reader.string().map(|read| names = read),
        b"counts" => reader.array(&mut |reader| {
            reader.array(&mut |reader| {
                counts.push(reader.number()?);
                Some(())
            })
        }),
        _ => reader.skip(),
    })?;
    let mut parts = Vec::new();
    for count in counts.chunks_exact(2) {
        for _ in 0..count[1] {
            let at = parts.len() * NAME;
            let digits = names.get(at..at + NAME)?;
            let name = hex(digits.as_bytes())?;
            let path = ["parts/articles-", digits, ".json"].concat();
            parts.push(Part { path, bytes: 0, name, first, is_list: false });
            first = first.checked_add(u32::try_from(count[0]).ok()?)?;
        }
    }
    (!parts.is_empty()).then_some(parts)
}

/// Hexadecimal digits of a name.
const NAME: usize = 16;

/// A number of at most sixteen hexadecimal digits.
fn hex(digits: &[u8]) -> Option<u64> {
    let mut number = 0;
    for digit in digits {
        number = number << 4 | u64::from(char::from(*digit).to_digit(16)?);
    }
    Some(number)
}

/// An article as far as snippets go.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct ArticleText {
    pub(crate) title: String,
    pub(crate) text: String,
    /// The stretches that are searched.
    pub(crate) zones: Vec<(Zone, Range<usize>)>,
    /// Its syllables, once it was cut.
    pub(crate) cut: Cut,
}

/// Reads some documents of a chunk, whose first is this, each with its number; `None` when it is no JSON
/// or lacks the articles. The others are stepped over: texts are wanted one by one, and making all sixteen
/// of a chunk was most of the work of a phrase.
pub(crate) fn read(json: &[u8], first: u32, wanted: &[u32]) -> Option<Vec<(u32, ArticleText)>> {
    let (mut document, mut articles) = (first, None);
    let mut reader = Json { bytes: json };
    reader.object(&mut |reader, key| match key {
        b"articles" => {
            let mut all = Vec::new();
            reader.array(&mut |reader| {
                match wanted.contains(&document) {
                    true => all.push((document, article(reader)?)),
                    false => reader.skip()?,
                }
                document = document.wrapping_add(1);
                Some(())
            })?;
            articles = Some(all);
            Some(())
        }
        _ => reader.skip(),
    })?;
    articles
}

fn article(reader: &mut Json<'_>) -> Option<ArticleText> {
    let mut article = ArticleText::default();
    reader.object(&mut |reader, key| match key {
        b"title" => reader.string().map(|title| article.title = title),
        b"text" => reader.string().map(|text| article.text = text),
        b"blocks" => reader.array(&mut |reader| {
            article.zones.extend(block(reader)?);
            Some(())
        }),
        _ => reader.skip(),
    })?;
    let len = article.text.len();
    article.zones.retain(|(_, range)| range.start <= range.end && range.end <= len);
    Some(article)
}

/// The zone that a block is, if it is searched.
fn block(reader: &mut Json<'_>) -> Option<Option<(Zone, Range<usize>)>> {
    let (mut zone, mut ends) = (None, Vec::new());
    reader.object(&mut |reader, key| match key {
        b"kind" => {
            zone = match reader.raw()? {
                b"lead" => Some(Zone::Lead),
                b"heading" => Some(Zone::Title),
                b"paragraph" => Some(Zone::Body),
                b"caption" => Some(Zone::Caption),
                b"byline" => Some(Zone::Other),
                _ => None,
            };
            Some(())
        }
        b"span" => reader.array(&mut |reader| {
            ends.push(reader.number()?);
            Some(())
        }),
        _ => reader.skip(),
    })?;
    Some(match (zone, ends.as_slice()) {
        (Some(zone), [start, end]) => Some((zone, *start..*end)),
        _ => None,
    })
}

/// A place in a JSON text. Every method leaves it behind what it read, or answers `None`.
struct Json<'a> {
    bytes: &'a [u8],
}

impl<'a> Json<'a> {
    fn peek(&mut self) -> Option<u8> {
        while let [b' ' | b'\n' | b'\r' | b'\t', rest @ ..] = self.bytes {
            self.bytes = rest;
        }
        self.bytes.first().copied()
    }

    fn expect(&mut self, byte: u8) -> Option<()> {
        (self.peek()? == byte).then(|| self.bytes = &self.bytes[1..])
    }

    /// Whether `byte` comes next; if so, steps over it.
    fn next_is(&mut self, byte: u8) -> bool {
        self.expect(byte).is_some()
    }

    /// Reads an object; `member` must read or skip each value. Its names are as written: none that is
    /// looked for is written with escapes.
    fn object(&mut self, member: &mut dyn FnMut(&mut Self, &'a [u8]) -> Option<()>) -> Option<()> {
        self.list(b'{', b'}', &mut |reader| {
            let key = reader.raw()?;
            reader.expect(b':')?;
            member(reader, key)
        })
    }

    /// Reads an array; `item` must read or skip each value.
    fn array(&mut self, item: &mut dyn FnMut(&mut Self) -> Option<()>) -> Option<()> {
        self.list(b'[', b']', item)
    }

    fn list(
        &mut self,
        open: u8,
        close: u8,
        item: &mut dyn FnMut(&mut Self) -> Option<()>,
    ) -> Option<()> {
        self.expect(open)?;
        if !self.next_is(close) {
            loop {
                item(self)?;
                if !self.next_is(b',') {
                    break;
                }
            }
            self.expect(close)?;
        }
        Some(())
    }

    /// A string as written, with its escapes.
    fn raw(&mut self) -> Option<&'a [u8]> {
        if self.peek()? != b'"' {
            return None;
        }
        let (whole, rest) = self.bytes.split_at_checked(tally::skip(self.bytes)?)?;
        self.bytes = rest;
        whole.get(1..whole.len() - 1)
    }

    fn string(&mut self) -> Option<String> {
        self.expect(b'"')?;
        let mut out: Vec<u8> = Vec::new();
        loop {
            let (plain, rest) = self.bytes.split_at(tally::unquoted(self.bytes));
            out.extend_from_slice(plain);
            let (&end, rest) = rest.split_first()?;
            self.bytes = rest;
            if end == b'"' {
                return String::from_utf8(out).ok();
            }
            let c = self.escape()?;
            out.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes());
        }
    }

    fn escape(&mut self) -> Option<char> {
        let (&kind, rest) = self.bytes.split_first()?;
        self.bytes = rest;
        Some(match kind {
            b'n' => '\n',
            b't' => '\t',
            b'r' => '\r',
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'u' => {
                let unit = self.hex()?;
                let code = match unit {
                    0xd800..0xdc00 => {
                        let low = self.bytes.strip_prefix(b"\\u")?;
                        self.bytes = low;
                        let low = self.hex()?.checked_sub(0xdc00).filter(|low| *low < 0x400)?;
                        0x10000 + ((unit - 0xd800) << 10) + low
                    }
                    _ => unit,
                };
                char::from_u32(code)?
            }
            b'"' | b'\\' | b'/' => char::from(kind),
            _ => return None,
        })
    }

    fn hex(&mut self) -> Option<u32> {
        let (digits, rest) = self.bytes.split_at_checked(4)?;
        self.bytes = rest;
        u32::try_from(hex(digits)?).ok()
    }

    /// A whole number.
    fn number(&mut self) -> Option<usize> {
        self.peek()?;
        let len = self.bytes.iter().take_while(|b| b.is_ascii_digit()).count();
        let (digits, rest) = self.bytes.split_at(len);
        self.bytes = rest;
        let next = |value: usize, digit: &u8| {
            value.checked_mul(10)?.checked_add(usize::from(digit - b'0'))
        };
        if len == 0 { None } else { digits.iter().try_fold(0, next) }
    }

    fn skip(&mut self) -> Option<()> {
        match self.peek()? {
            b'"' | b'{' | b'[' => {
                self.bytes = self.bytes.get(tally::skip(self.bytes)?..)?;
                Some(())
            }
            _ => {
                let word = |b: &&u8| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'+' | b'.');
                let len = self.bytes.iter().take_while(word).count();
                self.bytes = &self.bytes[len..];
                (len > 0).then_some(())
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn reads_what_it_needs_and_steps_over_the_rest() {
        let json = r#"{"v":[1,{"a":null}],"articles":[{"id":"x","title":"M\u1ed9t \"hai\"",
            "text":"a\nb \ud83d\ude00 đ","blocks":[{"kind":"title","span":[0,1]},
            {"kind":"lead","span":[0, 3],"more":true},{"span":[4,8],"kind":"caption"},
            {"kind":"paragraph","span":[4,99]}],"views":{"value":-1.5e3}}]}"#;
        let articles = read(json.as_bytes(), 0, &[0]).unwrap();
        let [(0, article)] = articles.as_slice() else { panic!("{articles:?}") };
        assert_eq!(article.title, "Một \"hai\"");
        assert_eq!(article.text, "a\nb 😀 đ");
        assert_eq!(article.zones, [(Zone::Lead, 0..3), (Zone::Caption, 4..8)]);
    }

    #[test]
    fn only_the_wanted_are_read() {
        let json =
            r#"{"articles":[{"title":"a"},{"title":7},{"title":"c","text":"x"},{"title":"d"}]}"#;
        let titles = |wanted: &[u32]| -> Option<Vec<(u32, String)>> {
            let articles = read(json.as_bytes(), 20, wanted)?.into_iter();
            Some(articles.map(|(document, of)| (document, of.title)).collect())
        };
        assert_eq!(titles(&[22, 20]).unwrap(), [(20, "a".to_owned()), (22, "c".to_owned())]);
        assert_eq!(titles(&[23, 40]).unwrap(), [(23, "d".to_owned())]);
        assert_eq!(titles(&[21]), None, "what is wanted must be sound");
    }

    #[test]
    fn what_is_no_chunk_is_refused() {
        let deep = "[".repeat(1000);
        for bad in
            ["", "{}", "{\"articles\":", "{\"articles\":[{]}", "[]", "{\"x\":\"\\u12\"}", &deep]
        {
            assert_eq!(read(bad.as_bytes(), 0, &[0]), None, "{bad}");
        }
    }

    #[test]
    fn a_list_names_chunks() {
        let json = r#"{"names":"00000000000000010123456789abcdef0000000000000003","counts":[[16,2],[5,1]],"more":[]}"#;
        let parts = list(json.as_bytes(), 100).unwrap();
        let firsts: Vec<u32> = parts.iter().map(|part| part.first).collect();
        assert_eq!(firsts, [100, 116, 132]);
        assert_eq!(parts[1].path, "parts/articles-0123456789abcdef.json");
        assert_eq!(parts[1].name, 0x0123_4567_89ab_cdef);
        for bad in [
            "[]",
            "{}",
            r#"{"names":"0000000000000001","counts":[[16,2]]}"#,
            r#"{"names":"000000000000000đ","counts":[[16,1]]}"#,
            r#"{"names":"0000000000000001","counts":[[4294967295,1],[1,1]]}"#,
        ] {
            assert_eq!(list(bad.as_bytes(), 1), None, "{bad}");
        }
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_without_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            let _ = read(&bytes, u32::MAX, &[0, 2]);
            let _ = list(&bytes, 0);
        }

        #[test]
        fn strings_come_through(title in "\\PC*", text in any::<String>()) {
            let json = serde_json::json!({"articles": [{"title": title, "text": text, "blocks": []}]});
            let read = read(json.to_string().as_bytes(), 5, &[5]).unwrap();
            prop_assert_eq!(&read[0].1.title, &title);
            prop_assert_eq!(&read[0].1.text, &text);
        }
    }
}
