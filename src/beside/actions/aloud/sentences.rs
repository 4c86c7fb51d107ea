//! An article cut into what is said in one breath: the title, then sentence by sentence.

use std::ops::Range;

use model::Article;

/// Letters after which a long sentence is cut at a comma: voices in the network fall silent in the
/// middle of long ones, and a mark over a whole paragraph guides nobody.
const LONG: usize = 220;

/// Short forms whose full stop ends no sentence, without case.
const TITLES: [&str; 13] =
    ["tp", "tx", "tt", "ts", "ths", "pgs", "gs", "bs", "ks", "cn", "ls", "mr", "st"];

/// Something to say, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Sentence {
    /// The paragraph's number; 0 is the title.
    pub(super) paragraph: usize,
    /// UTF-16 units of the paragraph, as the browser counts them.
    pub(super) units: Range<u32>,
    /// As printed.
    pub(super) text: String,
}

/// All of an article, in the order of reading.
pub(super) fn sentences(article: &Article) -> Vec<Sentence> {
    let title = std::iter::once((0, article.title.as_str()));
    let body = article.body().enumerate().map(|(at, (_, text))| (at + 1, text));
    let all = title.chain(body).flat_map(|(paragraph, text)| {
        cuts(text).into_iter().map(move |range| Sentence {
            paragraph,
            units: units(&text[..range.start])..units(&text[..range.end]),
            text: text[range].to_owned(),
        })
    });
    all.collect()
}

fn units(text: &str) -> u32 {
    text.chars().map(|c| c.len_utf16() as u32).sum()
}

/// The sentences of a paragraph, without the spaces between them.
fn cuts(text: &str) -> Vec<Range<usize>> {
    let mut ends = Vec::new();
    let mut start = 0;
    for (at, c) in text.char_indices() {
        if at < start || !matches!(c, '.' | '!' | '?' | '…' | '\n') {
            continue;
        }
        let after = &text[at..];
        let end = at + after.len() - after.trim_start_matches(is_end).len();
        if c == '\n' || is_over(&text[start..at], c, &text[end..]) {
            ends.push(start..end.max(at + c.len_utf8()));
            start = end.max(at + c.len_utf8());
        }
    }
    ends.push(start..text.len());
    ends.into_iter()
        .flat_map(|range| breaths(text, range))
        .filter_map(|r| trimmed(text, r))
        .collect()
}

/// What ends a sentence, and what may stand behind that and still belong to it.
fn is_end(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…' | '”' | '’' | '"' | '\'' | ')' | ']' | '»')
}

/// Whether a mark ends the sentence before it.
fn is_over(before: &str, mark: char, behind: &str) -> bool {
    let Some(first) = behind.chars().next() else { return true };
    if !first.is_whitespace() {
        return false;
    }
    // A small letter goes on; a capital, a figure, a quotation, a dash begin.
    if behind.trim_start().chars().next().is_some_and(char::is_lowercase) {
        return false;
    }
    if mark != '.' {
        return true;
    }
    let word = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let is_initial = word.chars().count() == 1 && word.chars().all(char::is_uppercase);
    let is_number_of_a_list =
        word.chars().all(|c| c.is_ascii_digit()) && before.trim() == word && !word.is_empty();
    let is_title = TITLES.iter().any(|title| title.eq_ignore_ascii_case(word));
    !(is_initial || is_number_of_a_list || is_title)
}

/// A long sentence in pieces, cut behind commas and semicolons.
fn breaths(text: &str, range: Range<usize>) -> Vec<Range<usize>> {
    let (mut pieces, mut start, mut comma) = (Vec::new(), range.start, None);
    let mut length = 0;
    for (at, c) in text[range.clone()].char_indices() {
        let next = range.start + at + c.len_utf8();
        length += 1;
        // Commas inside numbers are followed by a figure.
        if matches!(c, ',' | ';') && text[next..range.end].starts_with(char::is_whitespace) {
            comma = Some((next, length));
        }
        if length > LONG
            && let Some((cut, before)) = comma.take()
        {
            pieces.push(start..cut);
            (start, length) = (cut, length - before);
        }
    }
    pieces.push(start..range.end);
    pieces
}

/// Without the spaces round it; nothing where there is nothing to say.
fn trimmed(text: &str, range: Range<usize>) -> Option<Range<usize>> {
    let piece = &text[range.clone()];
    let start = range.start + piece.len() - piece.trim_start().len();
    let end = range.start + piece.trim_end().len();
    (start < end && text[start..end].contains(char::is_alphanumeric)).then_some(start..end)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let found: Vec<&str> = cuts(text).into_iter().map(|range| &text[range]).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn sentences_end_where_a_reader_pauses() {
        check(
            "Sáng ngày 15/10, Huyện ủy họp. Dự có đồng chí A. Nguyễn!  Bài còn nữa…",
            &["Sáng ngày 15/10, Huyện ủy họp.", "Dự có đồng chí A. Nguyễn!", "Bài còn nữa…"],
        );
        check("Đạt 94,2%. Tăng 1.250 hộ.", &["Đạt 94,2%.", "Tăng 1.250 hộ."]);
        check("TP. Hà Nội và PGS. TS. Lê Hà. Sau đó", &["TP. Hà Nội và PGS. TS. Lê Hà.", "Sau đó"]);
        check("1. Về công tác. 2. Về cán bộ.", &["1. Về công tác.", "2. Về cán bộ."]);
        check("Bác dạy: “Dân là gốc.” Vì vậy", &["Bác dạy: “Dân là gốc.”", "Vì vậy"]);
        check("các hội, v.v. và nhân dân", &["các hội, v.v. và nhân dân"]);
        check("đồng chí UV.BTV. Năm 2020. Nay", &["đồng chí UV.BTV.", "Năm 2020.", "Nay"]);
        check("dòng một\ndòng hai", &["dòng một", "dòng hai"]);
        check(" * ", &[]);
        check("", &[]);
    }

    #[test]
    fn long_sentences_pause_at_commas() {
        let text = "phát huy dân chủ, ".repeat(30);
        let cuts = cuts(&text);
        assert!(cuts.len() > 2);
        for range in &cuts {
            assert!(text[range.clone()].chars().count() <= LONG + 20);
            assert!(text[range.clone()].ends_with(','));
        }
        let words = "đồng bào ".repeat(60);
        assert_eq!(super::cuts(&words).len(), 1, "no comma, no cut");
    }

    #[test]
    fn places_are_counted_as_the_browser_counts() {
        let article: Article = serde_json::from_value(serde_json::json!({
            "id": "a1", "title": "Tin 🎉 vui. Mới", "text": "Một ngày. Hai ngày.",
            "blocks": [{"kind": "paragraph", "span": [0, 23]}],
            "source": {"bytes": 0, "sha256": "00"},
        }))
        .unwrap();
        let all = sentences(&article);
        let places: Vec<_> = all.iter().map(|s| (s.paragraph, s.units.clone())).collect();
        assert_eq!(places, [(0, 0..11), (0, 12..15), (1, 0..9), (1, 10..19)]);
        assert_eq!(all[3].text, "Hai ngày.");
    }

    proptest! {
        #[test]
        fn every_letter_is_said_once_and_in_order(text in "[a-zA-ZđơĐ0-9 .,;!?…“”\n()]{0,400}") {
            let ranges = cuts(&text);
            let mut end = 0;
            for range in &ranges {
                prop_assert!(range.start >= end && range.end > range.start);
                prop_assert!(!text[end..range.start].contains(char::is_alphanumeric));
                end = range.end;
            }
            prop_assert!(!text[end..].contains(char::is_alphanumeric));
        }
    }
}
