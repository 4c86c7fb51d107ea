//! Words, numbers and signs of a text, each with its place: what every rule of this crate reads.
//!
//! Rules are written over tokens and never over characters, so that white space, NBSP, letter
//! case, tone placement (uỷ, ủy) and the kinds of dashes are settled here, once.

use std::ops::Range;

use model::Span;

/// What stands between a token and the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Gap {
    /// Nothing.
    None,
    /// White space within a line.
    Space,
    /// One line break: a wrapped line.
    Line,
    /// A blank line, or another block: nothing reads across it.
    Block,
}

/// How a word is capitalised.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Case {
    /// dân
    Lower,
    /// Dân, and single capitals
    Title,
    /// DÂN
    Upper,
}

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A run of letters: in Vietnamese, a syllable.
    Word(Case),
    /// A run of ASCII digits.
    Number,
    /// One other character. All kinds of dashes have the key "-", double quotes "\"".
    Sign,
}

/// A word, number or sign.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Token {
    /// Bytes of the article's text.
    pub(crate) start: usize,
    /// One past the last byte.
    pub(crate) end: usize,
    /// What it is.
    pub(crate) kind: Kind,
    /// What stands before it.
    pub(crate) gap: Gap,
    /// What it is compared by: lower case, one way of placing tones and of writing y.
    pub(crate) key: Box<str>,
    /// A number that tells nearly all keys apart: what phrases are looked up by.
    pub(crate) mark: u32,
}

impl Token {
    pub(crate) fn is(&self, key: &str) -> bool {
        &*self.key == key
    }

    pub(crate) fn is_any(&self, keys: &[&str]) -> bool {
        keys.iter().any(|key| self.is(key))
    }

    pub(crate) fn is_word(&self) -> bool {
        matches!(self.kind, Kind::Word(_))
    }

    /// A word that begins with a capital.
    pub(crate) fn is_capital(&self) -> bool {
        matches!(self.kind, Kind::Word(Case::Title | Case::Upper))
    }

    pub(crate) fn is_number(&self) -> bool {
        self.kind == Kind::Number
    }

    pub(crate) fn is_dash(&self) -> bool {
        self.kind == Kind::Sign && self.is("-")
    }

    /// The value of a number of at most nine digits.
    pub(crate) fn number(&self) -> Option<u32> {
        (self.is_number() && self.key.len() <= 9).then(|| self.key.parse().ok()).flatten()
    }

    pub(crate) fn digits(&self) -> usize {
        if self.is_number() { self.key.len() } else { 0 }
    }
}

/// The tokens of one stretch of an article's text.
pub(crate) fn tokens(text: &str, range: Range<usize>) -> Vec<Token> {
    let mut found: Vec<Token> = Vec::new();
    let mut lines = 0;
    let mut space = false;
    let mut rest = range.start;
    let end = range.end;
    while let Some(first) = text.get(rest..end).and_then(|t| t.chars().next()) {
        let start = rest;
        rest += first.len_utf8();
        if first.is_whitespace() || matches!(first, '\u{feff}' | '\u{200b}'..='\u{200d}') {
            space = true;
            lines += usize::from(first == '\n');
            continue;
        }
        let kind = if first.is_ascii_digit() {
            rest = scan(text, rest, end, |c| c.is_ascii_digit());
            Kind::Number
        } else if is_letter(first) {
            rest = scan(text, rest, end, is_letter);
            rest = apostrophe(text, start, rest, end).unwrap_or(rest);
            Kind::Word(case(&text[start..rest]))
        } else {
            Kind::Sign
        };
        let gap = match (lines, space) {
            _ if found.is_empty() => Gap::Block,
            (2.., _) => Gap::Block,
            (1, _) => Gap::Line,
            (0, true) => Gap::Space,
            (0, false) => Gap::None,
        };
        let key = key(kind, &text[start..rest]);
        let mark = mark(&key);
        found.push(Token { start, end: rest, kind, gap, key, mark });
        (lines, space) = (0, false);
    }
    found
}

fn scan(text: &str, from: usize, end: usize, in_run: impl Fn(char) -> bool) -> usize {
    let rest = &text[from..end];
    from + rest.find(|c| !in_run(c)).unwrap_or(rest.len())
}

/// "H'Lan", "K’Brơi": the end of a name that goes on after its short first part and an apostrophe.
fn apostrophe(text: &str, start: usize, at: usize, end: usize) -> Option<usize> {
    let mut rest = text[at..end].chars();
    let sign = rest.next().filter(|c| matches!(c, '\'' | '’'))?;
    let short = at - start <= 2 && text[start..at].starts_with(char::is_uppercase);
    let goes_on = rest.next().is_some_and(is_letter);
    (short && goes_on).then(|| scan(text, at + sign.len_utf8(), end, is_letter))
}

fn is_letter(c: char) -> bool {
    // The letters that texts are made of first: the standard library looks the others up in tables.
    matches!(c, 'a'..='z' | 'A'..='Z' | 'À'..='Ö' | 'Ø'..='ö' | 'ø'..='ƺ' | 'Ạ'..='ỹ')
        || c.is_alphabetic()
        || matches!(c, '\u{300}'..='\u{36f}')
}

fn case(word: &str) -> Case {
    let mut letters = word.chars().filter(|c| c.is_alphabetic());
    match letters.next() {
        Some(first) if first.is_uppercase() => {
            let mut rest = letters.peekable();
            if rest.peek().is_some() && rest.all(char::is_uppercase) {
                Case::Upper
            } else {
                Case::Title
            }
        }
        _ => Case::Lower,
    }
}

/// The number of a key: FNV-1a.
fn mark(key: &str) -> u32 {
    key.bytes().fold(0x811c_9dc5, |mark, byte| (mark ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

fn key(kind: Kind, surface: &str) -> Box<str> {
    match kind {
        Kind::Word(_) => word_key(surface).into(),
        Kind::Number => surface.into(),
        Kind::Sign => match surface {
            "–" | "—" | "−" | "‐" | "‑" | "―" => "-".into(),
            "“" | "”" | "„" | "«" | "»" => "\"".into(),
            other => other.into(),
        },
    }
}

/// The spelling a word is compared by: [`viet::canonical`], and y for i in open syllables after h,
/// k, l, m, s, t (kỉ niệm = kỷ niệm). Tones and letters stay: "năm" is no "nam" here.
fn word_key(word: &str) -> String {
    // Letters without marks have no tone to be placed.
    let mut key = if word.is_ascii() { word.to_ascii_lowercase() } else { viet::canonical(word) };
    let mut letters = key.chars();
    if let (Some('h' | 'k' | 'l' | 'm' | 's' | 't'), Some(vowel), None) =
        (letters.next(), letters.next(), letters.next())
        && let Some(y) = y_for_i(vowel)
    {
        key.replace_range(1.., y);
    }
    key
}

fn y_for_i(vowel: char) -> Option<&'static str> {
    Some(match vowel {
        'i' => "y",
        'ì' => "ỳ",
        'í' => "ý",
        'ỉ' => "ỷ",
        'ĩ' => "ỹ",
        'ị' => "ỵ",
        _ => return None,
    })
}

/// The span from the first token of a non-empty slice to its last.
pub(crate) fn span(tokens: &[Token]) -> Option<Span> {
    Some(Span::new(tokens.first()?.start..tokens.last()?.end))
}

/// The keys of the words and numbers, with one space between: how names are compared.
pub(crate) fn words_key(tokens: &[Token]) -> String {
    let words: Vec<&str> =
        tokens.iter().filter(|t| t.kind != Kind::Sign).map(|t| &*t.key).collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let tokens = tokens(text, 0..text.len());
        let keys: Vec<&str> = tokens.iter().map(|t| &*t.key).collect();
        assert_eq!(keys, expected, "{text}");
    }

    #[test]
    fn words_numbers_and_signs() {
        check("Huyện uỷ Sông\u{a0}Lô", &["huyện", "ủy", "sông", "lô"]);
        check(
            "(15/10/1930–15/10/2020)",
            &["(", "15", "/", "10", "/", "1930", "-", "15", "/", "10", "/", "2020", ")"],
        );
        check("UV.BTV, TW4", &["uv", ".", "btv", ",", "tw", "4"]);
        check("“Dân vận khéo”", &["\"", "dân", "vận", "khéo", "\""]);
        check("bà H'Lan, 'a'", &["bà", "h'lan", ",", "'", "a", "'"]);
        check(" \n ", &[]);
        check("Hu\u{309}y", &["hủy"]);
    }

    #[test]
    fn gaps_tell_wrapped_lines_from_blocks() {
        let text = "a b\nc\n\nd,e";
        let gaps: Vec<Gap> = tokens(text, 0..text.len()).iter().map(|t| t.gap).collect();
        assert_eq!(gaps, [Gap::Block, Gap::Space, Gap::Line, Gap::Block, Gap::None, Gap::None]);
    }

    #[test]
    fn letters_are_those_of_the_standard_library_and_combining_marks() {
        for c in '\0'..=char::MAX {
            let expected = c.is_alphabetic() || ('\u{300}'..='\u{36f}').contains(&c);
            assert_eq!(is_letter(c), expected, "{c:?}");
        }
    }

    #[test]
    fn one_key_for_each_spelling() {
        for (words, key) in [
            (&["uỷ", "ủy", "UỶ", "u\u{309}y"][..], "ủy"),
            (&["kỉ", "kỷ", "KỶ"], "kỷ"),
            (&["lí", "lý"], "lý"),
            (&["thị"], "thị"),
            (&["chí"], "chí"),
            (&["năm"], "năm"),
        ] {
            for word in words {
                assert_eq!(word_key(word), key, "{word}");
            }
            assert_eq!(word_key(key), key);
        }
    }

    #[test]
    fn case_of_words() {
        for (word, expected) in
            [("dân", Case::Lower), ("Dân", Case::Title), ("DÂN", Case::Upper), ("Y", Case::Title)]
        {
            assert_eq!(case(word), expected, "{word}");
        }
    }
}
