//! Sentences of a block: what a fact is quoted with.

use std::ops::Range;

use crate::token::{Case, Gap, Kind, Token};

/// Short words that a full stop ends without ending the sentence.
const SHORTENED: [&str; 22] = [
    "tp", "tx", "tt", "ths", "ts", "pgs", "gs", "bs", "ks", "cn", "ls", "ths", "st", "tr", "đ",
    "đc", "tw", "vd", "no", "mr", "mrs", "dr",
];

/// Index ranges of the sentences among `tokens`; together they cover all of them.
///
/// A sentence ends at `.`, `!`, `?` or `…` before a word that opens one, at a blank line, and
/// nowhere inside numbers, dates and shortened words (TP.HCM, UV.BTV).
pub(crate) fn sentences(tokens: &[Token]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    for index in 1..tokens.len() {
        if tokens[index].gap == Gap::Block
            || begins(tokens, start, index)
            || is_endless(tokens, start, index)
        {
            found.push(start..index);
            start = index;
        }
    }
    if start < tokens.len() {
        found.push(start..tokens.len());
    }
    found
}

/// Past this many tokens a sentence ends at the next semicolon or comma, past twice as many
/// anywhere: a fact is quoted with its sentence, and a list of all guests is no quotation.
const LONG: usize = 400;

fn is_endless(tokens: &[Token], start: usize, index: usize) -> bool {
    let length = index - start;
    (length >= LONG && tokens[index - 1].is_any(&[";", ","])) || length >= 2 * LONG
}

/// Whether a sentence begins at `index`, the one before having begun at `start`.
fn begins(tokens: &[Token], start: usize, index: usize) -> bool {
    // Quotation marks and brackets that close right after the stop belong to the old sentence.
    let mut stop = index - 1;
    while stop > start && tokens[stop].is_any(&["\"", ")", "'", "’", "]"]) {
        if tokens[stop].gap != Gap::None {
            return false;
        }
        stop -= 1;
    }
    if !tokens[stop].is_any(&[".", "!", "?", "…"]) || stop == start {
        return false;
    }
    let opener = &tokens[index];
    let ellipsis = tokens[stop].is("…") || tokens[stop - 1].is(".");
    match opener.kind {
        Kind::Word(Case::Lower) => false,
        Kind::Word(_) if opener.gap == Gap::None => {
            ellipsis || (opener.kind == Kind::Word(Case::Title) && is_plain(&tokens[stop - 1]))
        }
        Kind::Word(_) => !is_shortened(tokens, start, stop),
        Kind::Number => opener.gap != Gap::None && !is_shortened(tokens, start, stop),
        Kind::Sign => {
            opener.gap != Gap::None
                && opener.is_any(&["\"", "-", "(", "+", "*", "•"])
                && !is_shortened(tokens, start, stop)
        }
    }
}

/// A word in small letters, long enough to be no abbreviation: a missing space follows its stop.
fn is_plain(token: &Token) -> bool {
    token.kind == Kind::Word(Case::Lower) && token.key.chars().count() > 1 && !shortened_key(token)
}

/// Whether the stop ends a shortened word, an initial, or the number of a list item.
fn is_shortened(tokens: &[Token], start: usize, stop: usize) -> bool {
    if !tokens[stop].is(".") {
        return false;
    }
    let word = &tokens[stop - 1];
    match word.kind {
        Kind::Number => stop - 1 == start,
        Kind::Word(_) => {
            shortened_key(word) || (word.is_capital() && word.key.chars().count() == 1)
        }
        Kind::Sign => false,
    }
}

fn shortened_key(token: &Token) -> bool {
    SHORTENED.contains(&&*token.key)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::token::tokens;

    fn check(text: &str, expected: &[&str]) {
        let tokens = tokens(text, 0..text.len());
        let found: Vec<&str> = sentences(&tokens)
            .into_iter()
            .map(|range| &text[tokens[range.start].start..tokens[range.end - 1].end])
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn stops_end_sentences() {
        check("Một câu. Hai câu! Ba câu? Bốn", &["Một câu.", "Hai câu!", "Ba câu?", "Bốn"]);
        check("ra khỏi Đảng...Từ đó góp phần", &["ra khỏi Đảng...", "Từ đó góp phần"]);
        check("chuyển biến tích cực.Tại hội nghị", &["chuyển biến tích cực.", "Tại hội nghị"]);
        check(
            "giai đoạn cách mạng... Các  hoạt động",
            &["giai đoạn cách mạng...", "Các  hoạt động"],
        );
        check("công nghiệp… Trong quý", &["công nghiệp…", "Trong quý"]);
        check("“Nói và làm.” Người dặn. (Ảnh)", &["“Nói và làm.”", "Người dặn.", "(Ảnh)"]);
        check("Ảnh một\n\nẢnh hai", &["Ảnh một", "Ảnh hai"]);
        check("một dòng\nngắt đôi", &["một dòng\nngắt đôi"]);
    }

    #[test]
    fn endless_sentences_are_cut() {
        let text = "một hai; ".repeat(400) + &"ba ".repeat(3_000);
        let tokens = tokens(&text, 0..text.len());
        let lengths: Vec<usize> = sentences(&tokens).iter().map(Range::len).collect();
        assert_eq!(lengths.iter().sum::<usize>(), tokens.len());
        assert!(lengths.iter().all(|&length| length <= 2 * LONG), "{lengths:?}");
        assert_eq!(lengths[0] % 3, 0, "cut after a semicolon");
    }

    #[test]
    fn numbers_dates_and_short_forms_do_not() {
        check("TP. Hồ Chí Minh và TP.HCM, UV.BTV.", &["TP. Hồ Chí Minh và TP.HCM, UV.BTV."]);
        check("ngày 30.4.1975 đạt 1.800 trang, 94,2%", &["ngày 30.4.1975 đạt 1.800 trang, 94,2%"]);
        check("1. Kết quả. 2. Hạn chế.", &["1. Kết quả.", "2. Hạn chế."]);
        check("GS. TS. Nguyễn Văn A. phát biểu", &["GS. TS. Nguyễn Văn A. phát biểu"]);
        check("v.v... và", &["v.v... và"]);
        check("", &[]);
    }
}
