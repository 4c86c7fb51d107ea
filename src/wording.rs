//! What a typed search says, as far as the page must know it: to fill the controls for each part of
//! the query language from the text, to write the text from the controls, and to mark in an article
//! what was looked for. The search engine reads the same language for itself.
//!
//! `words` · `"exact phrase"` · `-without` · `a OR b` · `ngày:10/2015..2020` · `đv:`, `năm:` …

use crate::i18n::search::{DAYS, OR};

/// A search in parts, each as a reader types it into a field of its own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wording {
    /// Words that all should occur; also whatever has no field of its own, as it was typed.
    pub words: String,
    /// Words that stand together in this order.
    pub phrase: String,
    /// Any of these, separated by commas.
    pub any: String,
    /// None of these; a phrase in quotation marks.
    pub without: String,
    /// The first day, month or year.
    pub from: String,
    /// The last.
    pub to: String,
}

/// One piece of a typed search.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Piece<'a> {
    Word(&'a str),
    Phrase(&'a str),
    Without(&'a str),
    Or,
    /// Days, as typed after the colon.
    Days(&'a str),
    /// Another field and its value, both as typed.
    Field(&'a str),
}

/// Names of fields, folded, without hyphens: days, years, then the others.
const FIELDS: [&str; 18] = [
    "ngay",
    "date",
    "nam",
    "year",
    "dv",
    "donvi",
    "unit",
    "muc",
    "chuyenmuc",
    "section",
    "nguoi",
    "person",
    "ct",
    "chuongtrinh",
    "programme",
    "vb",
    "vanban",
    "directive",
];

fn is_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '«' | '»' | '＂')
}

/// What stands in quotation marks at the beginning of a text, and what is left.
fn quoted(rest: &str) -> Option<(&str, &str)> {
    let inner = rest.strip_prefix(is_quote)?;
    let (end, close) = inner.char_indices().find(|&(_, c)| is_quote(c))?;
    Some((&inner[..end], &inner[end + close.len_utf8()..]))
}

/// A value: in quotation marks, or up to white space.
fn value(rest: &str) -> (&str, &str) {
    quoted(rest)
        .unwrap_or_else(|| rest.split_at(rest.find(char::is_whitespace).unwrap_or(rest.len())))
}

/// The field that a text begins with: whether it is the day, its value, and what is left.
fn field(rest: &str) -> Option<(bool, &str, &str)> {
    let (name, after) = rest.split_once(':')?;
    if name.is_empty() || !name.chars().all(|c| c.is_alphabetic() || c == '-') {
        return None;
    }
    let folded = viet::fold(name).replace('-', "");
    let at = FIELDS.iter().position(|known| *known == folded)?;
    let (value, left) = value(after.trim_start());
    // “Hà Nam: …” names a province and “Ngày: mai” no day.
    let is_plain = match at {
        0 | 1 => ends(value).is_none(),
        2 | 3 => value.starts_with(char::is_alphabetic),
        _ => false,
    };
    (!is_plain).then_some((at < 2, value, left))
}

fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = text.trim_start();
    while !rest.is_empty() {
        let before = &text[..text.len() - rest.len()];
        let (piece, left) = piece(rest, before);
        pieces.extend(piece);
        rest = left.trim_start();
    }
    pieces
}

fn piece<'a>(rest: &'a str, before: &str) -> (Option<Piece<'a>>, &'a str) {
    if let Some((phrase, left)) = quoted(rest) {
        return ((!phrase.trim().is_empty()).then_some(Piece::Phrase(phrase)), left);
    }
    // A mark that is never closed is none.
    if let Some(inner) = rest.strip_prefix(is_quote) {
        return (None, inner);
    }
    if let Some(after) = rest.strip_prefix('-') {
        let is_digit = |c: char| c.is_ascii_digit();
        // `2015 -2020` is a period, wherever its words are written next, and `-` is punctuation.
        if before.trim_end().ends_with(is_digit) && after.starts_with(is_digit) {
            return piece(after, "");
        }
        if after.starts_with(|c: char| c.is_alphanumeric() || is_quote(c)) {
            let (value, left) = value(after);
            return (Some(Piece::Without(value)), left);
        }
    }
    if let Some((is_day, value, left)) = field(rest) {
        let raw = &rest[..rest.len() - left.len()];
        return (Some(if is_day { Piece::Days(value) } else { Piece::Field(raw) }), left);
    }
    let end = rest.find(|c: char| c.is_whitespace() || is_quote(c)).unwrap_or(rest.len());
    let (word, left) = rest.split_at(end);
    let is_or = OR.contains(&word);
    (Some(if is_or { Piece::Or } else { Piece::Word(word) }), left)
}

/// The words that a search wants found, phrases included; fields and exclusions aside.
pub fn wanted(text: &str) -> Vec<&str> {
    let words = pieces(text).into_iter().filter_map(|piece| match piece {
        Piece::Word(words) | Piece::Phrase(words) => Some(words),
        _ => None,
    });
    words.flat_map(|words| viet::tokens(words).map(|token| token.text)).collect()
}

impl Wording {
    /// Reads a typed search. What fits no field stays among the words as it was typed.
    pub fn read(text: &str) -> Self {
        let mut wording = Self::default();
        let mut branches: Vec<Vec<Piece<'_>>> = vec![Vec::new()];
        let pieces = pieces(text);
        let last = pieces.iter().rposition(|piece| matches!(piece, Piece::Days(_)));
        for (at, piece) in pieces.into_iter().enumerate() {
            match piece {
                Piece::Or => branches.push(Vec::new()),
                Piece::Without(words) => push(&mut wording.without, &either(words), " "),
                Piece::Days(value) if Some(at) == last => {
                    (wording.from, wording.to) = ends(value).unwrap_or_default();
                }
                _ => branches.last_mut().into_iter().for_each(|branch| branch.push(piece)),
            }
        }
        branches.retain(|branch| !branch.is_empty());
        wording.share_out(&branches);
        wording
    }

    fn share_out(&mut self, branches: &[Vec<Piece<'_>>]) {
        let Some((first, others)) = branches.split_first() else { return };
        let shared = match others {
            [] => first.as_slice(),
            _ => &first[..first.len() - 1],
        };
        // “lũ OR năm:2016” fits no field: one of words only would lose the year.
        let is_shared = |branch: &Vec<Piece>| {
            branch.len() == shared.len() + 1
                && branch.starts_with(shared)
                && matches!(branch.last(), Some(Piece::Word(_) | Piece::Phrase(_)))
        };
        if !others.is_empty() && !branches.iter().all(is_shared) {
            let typed: Vec<String> = branches.iter().map(|branch| typed(branch)).collect();
            self.words = typed.join(" OR ");
            return;
        }
        if !others.is_empty() {
            for branch in branches {
                if let Some(Piece::Word(words) | Piece::Phrase(words)) = branch.last() {
                    push(&mut self.any, words, ", ");
                }
            }
        }
        let phrase = shared.iter().rposition(|piece| matches!(piece, Piece::Phrase(_)));
        for (at, piece) in shared.iter().enumerate() {
            match piece {
                Piece::Phrase(words) if Some(at) == phrase => {
                    self.phrase = (*words).trim().to_owned();
                }
                piece => push(&mut self.words, &typed(&[*piece]), " "),
            }
        }
    }

    /// Writes the search.
    pub fn write(&self) -> String {
        let mut base = self.words.trim().to_owned();
        let phrase = self.phrase.replace(is_quote, " ");
        if !phrase.trim().is_empty() {
            push(&mut base, &quote(&phrase), " ");
        }
        let mut out = String::new();
        for words in self.any.split(',') {
            let words = words.replace(is_quote, " ");
            if words.trim().is_empty() {
                continue;
            }
            let mut branch = base.clone();
            // `năm:20` is a field, and “OR” no word, unless they stand in quotation marks.
            let words = words.trim();
            let is_word = matches!(pieces(words)[..], [Piece::Word(_)]);
            push(&mut branch, &if is_word { words.to_owned() } else { quote(words) }, " ");
            push(&mut out, &branch, " OR ");
        }
        if out.is_empty() {
            out = base;
        }
        for piece in pieces(&self.without) {
            if let Piece::Word(words) | Piece::Phrase(words) | Piece::Without(words) = piece {
                push(&mut out, &["-", &excluded(words)].concat(), " ");
            }
        }
        let (from, to) = (compact(&self.from), compact(&self.to));
        match (from == to, from.is_empty()) {
            (true, true) => {}
            (true, false) => push(&mut out, &[DAYS, &from].concat(), " "),
            (false, _) => push(&mut out, &[DAYS, &from, "..", &to].concat(), " "),
        }
        out
    }
}

/// Without white space.
fn compact(text: &str) -> String {
    text.split_whitespace().collect()
}

/// Adds to a list that is written with something between.
fn push(list: &mut String, words: &str, between: &str) {
    if !list.is_empty() {
        list.push_str(between);
    }
    list.push_str(words);
}

fn quote(words: &str) -> String {
    ["\"", words.trim(), "\""].concat()
}

/// One word bare, several in quotation marks.
fn either(words: &str) -> String {
    if words.contains(char::is_whitespace) { quote(words) } else { words.to_owned() }
}

/// As [`either`]; a number in quotation marks, as after another it would read as a period.
fn excluded(words: &str) -> String {
    if words.starts_with(|c: char| c.is_ascii_digit()) { quote(words) } else { either(words) }
}

fn typed(pieces: &[Piece<'_>]) -> String {
    let mut out = String::new();
    for piece in pieces {
        match piece {
            Piece::Word(raw) | Piece::Field(raw) => push(&mut out, raw, " "),
            Piece::Phrase(words) => push(&mut out, &quote(words), " "),
            Piece::Days(value) => push(&mut out, &[DAYS, &either(value)].concat(), " "),
            Piece::Without(_) | Piece::Or => {}
        }
    }
    out
}

/// Both ends of `15/10/2020`, `10/2020..2021`, `2020..`.
fn ends(value: &str) -> Option<(String, String)> {
    let value = value.trim();
    // By bytes: the standard library's search for a text in another is three kilobytes, for two places.
    let gap = value.as_bytes().windows(2).position(|two| two == b"..");
    let (from, to) = gap.map_or((value, value), |at| (&value[..at], &value[at + 2..]));
    let is_day = |text: &str| {
        text.chars().all(|c| c.is_ascii_digit() || matches!(c, '/' | '-' | '.')) && text != "-"
    };
    let fits = from.len() + to.len() > 3 && is_day(from) && is_day(to);
    fits.then(|| (from.to_owned(), to.to_owned()))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The parts that are not empty, each behind a sign: `w` words, `p` phrase, `a` any, `n` none,
    /// `y` years.
    fn shown(text: &str) -> String {
        let w = Wording::read(text);
        let years = if w.from == w.to { w.from } else { [w.from, w.to].join("-") };
        let parts = [("w", w.words), ("p", w.phrase), ("a", w.any), ("n", w.without), ("y", years)];
        let parts = parts.into_iter().filter(|(_, part)| !part.is_empty());
        parts.map(|(sign, part)| [sign, "=", &part].concat()).collect::<Vec<_>>().join(" ")
    }

    fn check(text: &str, parts: &str) {
        assert_eq!(shown(text), parts, "{text}");
    }

    #[test]
    fn each_part_is_read_into_its_field() {
        check("", "");
        check("dân vận khéo", "w=dân vận khéo");
        check("họp “dân vận khéo” xã", "w=họp xã p=dân vận khéo");
        check("nông thôn -\"đô thị\" -phường", "w=nông thôn n=\"đô thị\" phường");
        check("lũ OR bão", "a=lũ, bão");
        check(
            "họp \"tổng kết\" lũ OR họp \"tổng kết\" \"hạn hán\"",
            "w=họp p=tổng kết a=lũ, hạn hán",
        );
        check("bầu cử ngày:2016", "w=bầu cử y=2016");
        check("bầu cử năm:2016", "w=bầu cử năm:2016");
        check("bầu cử ngay:10/2011..2016", "w=bầu cử y=10/2011-2016");
        check("bầu cử date: 1/5/2011..", "w=bầu cử y=1/5/2011-");
        check("đv:\"Sông Lô\" tổng kết", "w=đv:\"Sông Lô\" tổng kết");
    }

    #[test]
    fn what_fits_no_field_stays_as_typed() {
        check("nông thôn mới OR đô thị", "w=nông thôn mới OR đô thị");
        check("\"dân vận", "w=dân vận");
        check("lũ OR năm:2016", "w=lũ OR năm:2016");
        check("bão OR lũ ngày:2016 OR đv:\"Sông Lô\"", "w=bão OR lũ OR đv:\"Sông Lô\" y=2016");
        check("\"a b\" \"c d\"", "w=\"a b\" p=c d");
        check("năm:sau Hà Nam: lũ Ngày: mai", "w=năm:sau Hà Nam: lũ Ngày: mai");
        check("kinh tế - xã hội 2015 -2020", "w=kinh tế - xã hội 2015 2020");
        check("lúc 15:34 màu:đỏ", "w=lúc 15:34 màu:đỏ");
        check("ngày:2015 ngày:2016", "w=ngày:2015 y=2016");
    }

    #[test]
    fn what_is_filled_in_becomes_the_text() {
        let mut wording = Wording {
            words: " họp ".into(),
            phrase: "\"tổng kết\"".into(),
            any: "lũ, hạn hán,".into(),
            without: "-phường \"đô thị\" 2020".into(),
            from: "2015".into(),
            to: String::new(),
        };
        let rest = " -phường -\"đô thị\" -\"2020\"";
        let any = "họp \"tổng kết\" lũ OR họp \"tổng kết\" \"hạn hán\"";
        assert_eq!(wording.write(), [any, rest, " ngày:2015.."].concat());
        (wording.any, wording.from, wording.to) = (String::new(), String::new(), "2015".into());
        let base = "họp \"tổng kết\"";
        assert_eq!(wording.write(), [base, rest, " ngày:..2015"].concat());
        assert_eq!(Wording::default().write(), "");
        let any = Wording { any: "năm:20, 20, OR".into(), ..Wording::default() };
        assert_eq!(any.write(), "\"năm:20\" OR 20 OR \"OR\"");
        assert_eq!(Wording::read(&any.write()), any);
    }

    #[test]
    fn only_what_should_be_found_is_wanted() {
        let text = "họp \"dân vận\" -\"công an\" người:\"Lê Tâm\" năm:2020 OR xã";
        assert_eq!(wanted(text), ["họp", "dân", "vận", "xã"]);
    }

    proptest! {
        #[test]
        fn reading_what_was_written_says_the_same(
            text in "((a|b|đ|OR|-b|-9|\"a b\"|-\"c d\"|ngày:2015..2016|ngay:b|năm:20|đv:\"a b\"|20|x:y|-|\") ){0,8}"
        ) {
            let once = Wording::read(&text);
            let again = Wording::read(&once.write());
            prop_assert_eq!(Wording::read(&again.write()), again);
        }

        #[test]
        fn any_text_is_read(text in "\\PC*") {
            let _ = Wording::read(&text).write();
            let _ = wanted(&text);
        }
    }
}
