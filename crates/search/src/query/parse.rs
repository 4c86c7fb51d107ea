//! The query language: what a reader typed, taken apart. Nothing is an error; what cannot be read
//! as meant is read as plain words, with a remark.
//!
//! `words` · `"exact phrase"` · `-without` · `a OR b` (lowest of all: it parts the whole query) ·
//! `đv:` `mục:` `người:` with a word or a phrase in quotation marks · `năm:2019..2021`
//! `ngày:15/10/2020` `ngày:10/2020..2021`.

use super::dates::days;
use crate::term::{self, trim};

/// A query taken apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Parsed {
    /// What stands between the ORs; any of them may be answered.
    pub(crate) branches: Vec<Vec<Item>>,
    /// Phrases that must not occur.
    pub(crate) without: Vec<Vec<String>>,
    /// Field and value as typed.
    pub(crate) filters: Vec<(&'static str, String)>,
    pub(crate) notes: Vec<Note>,
}

/// One thing looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Item {
    /// A word: its canonical syllable, and whether it was typed in capitals.
    Word { key: String, capitals: bool },
    /// Words in quotation marks.
    Phrase(Vec<String>),
}

impl Parsed {
    /// Takes phrases apart into words; answers whether there were any.
    pub(crate) fn unquote(&mut self) -> bool {
        let mut any = false;
        for items in &mut self.branches {
            for item in std::mem::take(items) {
                match item {
                    Item::Phrase(keys) => {
                        any = true;
                        items.extend(
                            keys.into_iter().map(|key| Item::Word { key, capitals: false }),
                        );
                    }
                    word => items.push(word),
                }
            }
        }
        any
    }
}

impl Item {
    /// A word without its marks.
    pub(crate) fn bare(&self) -> Self {
        match self {
            Self::Word { key, capitals } => {
                Self::Word { key: viet::fold(key), capitals: *capitals }
            }
            Self::Phrase(_) => self.clone(),
        }
    }
}

/// A remark on how a query was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Note {
    /// A quotation mark was left open; what follows was read as plain words.
    Unclosed,
    /// An unknown field before a colon, read as a plain word.
    UnknownField(String),
    /// Read as Telex or VNI keystrokes.
    Keystrokes(String),
    /// Also looked for these other forms.
    AlsoSearched(Vec<String>),
    /// No document has a phrase in quotation marks; its words were looked for.
    PhraseAsWords,
}

/// The field of days: it has no column, each document has its day.
pub(crate) const DATE: &str = "date";

/// Names of fields as typed, folded, without spaces and hyphens.
const FIELDS: [(&str, &str); 18] = [
    ("dv", "unit"),
    ("donvi", "unit"),
    ("unit", "unit"),
    ("muc", "section"),
    ("chuyenmuc", "section"),
    ("section", "section"),
    ("nam", "year"),
    ("year", "year"),
    ("ngay", DATE),
    ("date", DATE),
    ("nguoi", "person"),
    ("person", "person"),
    ("ct", "programme"),
    ("chuongtrinh", "programme"),
    ("programme", "programme"),
    ("vb", "directive"),
    ("vanban", "directive"),
    ("directive", "directive"),
];

/// Takes a query apart.
pub(crate) fn parse(text: &str) -> Parsed {
    let mut parsed = Parsed { branches: vec![Vec::new()], ..Parsed::default() };
    let mut rest = text;
    loop {
        rest = rest.trim_start();
        let Some(first) = rest.chars().next() else { break };
        let after = &rest[first.len_utf8()..];
        if first == '-' && starts_something(after) && !follows_number(text, rest) {
            let (phrase, left) = value(after, &mut parsed.notes);
            rest = left;
            push_some(&mut parsed.without, keys(phrase));
        } else if is_quote(first) {
            let (phrase, left) = quoted(after, &mut parsed.notes);
            rest = left;
            match phrase {
                Some(phrase) => push_phrase(&mut parsed.branches, phrase),
                None => continue,
            }
        } else {
            rest = word(rest, &mut parsed);
        }
    }
    parsed.branches.retain(|branch| !branch.is_empty());
    parsed
}

/// Reads one word and what belongs to it; answers what is left.
fn word<'a>(rest: &'a str, parsed: &mut Parsed) -> &'a str {
    let end = rest.find(|c: char| c.is_whitespace() || is_quote(c)).unwrap_or(rest.len());
    let (word, left) = rest.split_at(end);
    if matches!(word, "OR" | "HOẶC" | "|" | "||") {
        parsed.branches.push(Vec::new());
        return left;
    }
    if let Some(name) = viet::parts(word, b':').next()
        && let Some(inline) = word.get(name.len() + 1..)
        && !name.is_empty()
        && name.chars().all(|c| is_alphabetic(c) || c == '-')
    {
        let folded: String = viet::fold(name).chars().filter(|&c| c != '-').collect();
        let from = &rest[name.len() + 1..];
        // “Hà Nam: …” names a province, not a year; “Ngày: mai” no date.
        let fits = |field: &str| match field {
            "year" => !from.trim_start().starts_with(is_alphabetic),
            DATE => days(value(from.trim_start(), &mut Vec::new()).0).is_some(),
            _ => true,
        };
        if let Some((_, field)) = FIELDS.iter().find(|(typed, of)| *typed == folded && fits(of)) {
            let (value, left) = value(from.trim_start(), &mut parsed.notes);
            if !trim(value).is_empty() {
                parsed.filters.push((field, trim(value).to_owned()));
            }
            return left;
        }
        if inline.starts_with(viet::is_letter) || inline.is_empty() && starts_with_quote(left) {
            parsed.notes.push(Note::UnknownField(name.to_owned()));
        }
    }
    if let Some(branch) = parsed.branches.last_mut() {
        branch.extend(term::keys(word).into_iter().map(|(key, span)| {
            let printed = &word[span];
            let capitals = viet::is_capital(printed)
                && printed.chars().filter(|&c| is_alphabetic(c)).count() > 1;
            Item::Word { key, capitals }
        }));
    }
    left
}

/// A value after a colon or a minus sign: in quotation marks, or up to white space.
fn value<'a>(rest: &'a str, notes: &mut Vec<Note>) -> (&'a str, &'a str) {
    if let Some(first) = rest.chars().next().filter(|&c| is_quote(c)) {
        let after = &rest[first.len_utf8()..];
        if let (Some(phrase), left) = quoted(after, notes) {
            return (phrase, left);
        }
        return value(after.trim_start(), notes);
    }
    let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
    rest.split_at(end)
}

/// Up to the closing quotation mark; without one, nothing, and a remark.
fn quoted<'a>(after: &'a str, notes: &mut Vec<Note>) -> (Option<&'a str>, &'a str) {
    match after.char_indices().find(|&(_, c)| is_quote(c)) {
        Some((end, close)) => (Some(&after[..end]), &after[end + close.len_utf8()..]),
        None => {
            notes.push(Note::Unclosed);
            (None, after)
        }
    }
}

fn push_phrase(branches: &mut [Vec<Item>], phrase: &str) {
    let keys = keys(phrase);
    if let Some(branch) = branches.last_mut()
        && !keys.is_empty()
    {
        branch.push(Item::Phrase(keys));
    }
}

fn push_some(list: &mut Vec<Vec<String>>, keys: Vec<String>) {
    if !keys.is_empty() {
        list.push(keys);
    }
}

fn keys(text: &str) -> Vec<String> {
    term::keys(text).into_iter().map(|(key, _)| key).collect()
}

fn is_alphabetic(c: char) -> bool {
    viet::is_letter(c) && !c.is_ascii_digit()
}

fn is_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '«' | '»' | '＂')
}

fn starts_with_quote(text: &str) -> bool {
    text.starts_with(is_quote)
}

/// Whether a minus sign stands before a word or a phrase: `-` alone is punctuation.
fn starts_something(after: &str) -> bool {
    after.starts_with(|c: char| viet::is_letter(c) || is_quote(c))
}

/// `2015 -2020` is a period, not an exclusion.
fn follows_number(text: &str, rest: &str) -> bool {
    let before = text[..text.len() - rest.len()].trim_end();
    before.ends_with(|c: char| c.is_ascii_digit())
        && rest[1..].starts_with(|c: char| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// A query as one line: branches by ` | `, phrases in `"`, then exclusions and filters.
    fn shown(text: &str) -> String {
        let parsed = parse(text);
        let item = |item: &Item| match item {
            Item::Word { key, .. } => key.clone(),
            Item::Phrase(keys) => format!("\"{}\"", keys.join(" ")),
        };
        let branch = |items: &Vec<Item>| items.iter().map(item).collect::<Vec<_>>().join(" ");
        let mut out = parsed.branches.iter().map(branch).collect::<Vec<_>>().join(" | ");
        for phrase in &parsed.without {
            out += &format!(" -[{}]", phrase.join(" "));
        }
        for (field, value) in &parsed.filters {
            out += &format!(" {field}={value}");
        }
        for note in &parsed.notes {
            out += &format!(" {note:?}");
        }
        out
    }

    fn check(text: &str, expected: &str) {
        assert_eq!(shown(text), expected, "{text}");
    }

    #[test]
    fn the_language() {
        check("", "");
        check("Huyện uỷ", "huyện ủy");
        check("15/10/1930", "15 10 1930");
        check("\"Dân vận khéo\" 2020", "\"dân vận khéo\" 2020");
        check("“dân vận” khéo", "\"dân vận\" khéo");
        check("đảng -\"công an\" -phường", "đảng -[công an] -[phường]");
        check("kinh tế - xã hội", "kinh tế xã hội");
        check("2015 -2020", "2015 2020");
        check("nông thôn mới OR đô thị", "nông thôn mới | đô thị");
        check("OR a", "a");
        check("đv:\"Sông Lô\" tổng kết năm:2020", "tổng kết unit=Sông Lô year=2020");
        check("tổng kết ngày:15/10/2020", "tổng kết date=15/10/2020");
        check("ngày: 10/2020..2021", " date=10/2020..2021");
        check("Đơn-vị: Sông", " unit=Sông");
        check("mục:đảng người:\"Lê Đăng Tâm\"", " section=đảng person=Lê Đăng Tâm");
    }

    #[test]
    fn what_cannot_be_read_is_words() {
        check("\"dân vận", "dân vận Unclosed");
        check("ngày:mai họp", "ngày mai họp UnknownField(\"ngày\")");
        check("ngày:32/1/2020", "ngày 32 1 2020 UnknownField(\"ngày\")");
        check("màu:đỏ", "màu đỏ UnknownField(\"màu\")");
        check("lúc 15:34", "lúc 15 34");
        check("\"\" -", "");
        check("năm:", "");
    }

    #[test]
    fn capitals_are_seen() {
        let capitals = |text: &str| {
            parse(text)
                .branches
                .concat()
                .iter()
                .any(|i| matches!(i, Item::Word { capitals: true, .. }))
        };
        assert!(capitals("TU") && capitals("xã HĐND") && !capitals("tu") && !capitals("A B"));
    }

    proptest! {
        #[test]
        fn any_text_is_read(text in "\\PC*") {
            let _ = parse(&text);
        }
        #[test]
        fn any_mixture_is_read(text in "[ \"“”a-c:đ|OR0-9-]*") {
            let _ = parse(&text);
        }
    }
}
