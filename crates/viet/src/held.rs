//! Words that stay on one line: a number with what it counts, "ngày" with its number. Display only: the
//! text keeps its bytes, and what is copied is the text.

use std::ops::Range;

use crate::normal::lowercase;

/// Counted: a number before one of these stays with it.
const UNITS: [&str; 28] = [
    "%", "đồng", "triệu", "tỷ", "tỉ", "nghìn", "ngàn", "km", "m", "m2", "m²", "km2", "cm", "kg",
    "tấn", "tạ", "ha", "năm", "tháng", "ngày", "giờ", "phút", "người", "hộ", "lượt", "kW", "MW",
    "độ",
];

/// Counting: one of these stays with the number behind it.
const HEADS: [&str; 16] = [
    "ngày", "tháng", "năm", "số", "khóa", "khoá", "lần", "thứ", "quý", "điều", "khoản", "tổ",
    "đoạn", "lúc", "phòng", "tuổi",
];

/// The pairs of words to keep together, from the left and never more than two words: "ngày 15" and
/// "tháng 10", so that nothing is wider than a small screen.
pub fn held(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut before: Option<Range<usize>> = None;
    for word in words(text) {
        let pair = before.take().filter(|before| {
            // One space, not a new line or a comma.
            let between = &text[before.end..word.start];
            between == " " && is_pair(&text[before.clone()], &text[word.clone()])
        });
        match pair {
            Some(first) => found.push(first.start..word.end),
            None => before = Some(word),
        }
    }
    found
}

/// Runs between spaces, without the marks around them, but with what makes a number one.
fn words(text: &str) -> impl Iterator<Item = Range<usize>> {
    let is_space = |c: char| c.is_whitespace();
    text.split(is_space).filter(|word| !word.is_empty()).map(move |word| {
        let start = word.as_ptr() as usize - text.as_ptr() as usize;
        let is_mark = |c: char| !c.is_alphanumeric() && c != '%';
        let left = word.len() - word.trim_start_matches(is_mark).len();
        let right = word.trim_end_matches(is_mark).len().max(left);
        start + left..start + right
    })
}

fn is_pair(first: &str, second: &str) -> bool {
    (is_number(first) && UNITS.contains(&second)) || (is_number(second) && is_head(first))
}

/// Whether a word counts, in small letters or capital ones.
fn is_head(word: &str) -> bool {
    HEADS.iter().any(|head| word.chars().map(lowercase).eq(head.chars()))
}

/// Figures, with the points, commas and strokes that stand between them, and not too many.
fn is_number(word: &str) -> bool {
    (1..=10).contains(&word.len())
        && word.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b',' | b'/'))
        && word.ends_with(|c: char| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::held;

    fn check(text: &str, expected: &[&str]) {
        let found: Vec<&str> = held(text).into_iter().map(|range| &text[range]).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn numbers_stay_with_what_they_count() {
        check("Sáng ngày 15 tháng 10 năm 2020, gặp mặt", &["ngày 15", "tháng 10", "năm 2020"]);
        check("kỷ niệm 90 năm (1930 - 2020), đạt 94,2 %.", &["90 năm", "94,2 %"]);
        check("Ngày 09/10/2020, hơn 1.250 hộ, 3 tỷ đồng", &["Ngày 09/10/2020", "1.250 hộ", "3 tỷ"]);
        check("NGÀY 15 THÁNG 10", &["NGÀY 15", "THÁNG 10"]);
        check("quý III, khóa XII; ngày,\n15 và ngày\n15", &[]);
        check("số 26", &["số 26"]);
    }

    proptest! {
        #[test]
        fn pairs_are_in_order_and_inside(text in "[0-9 ngàynăm%,./\\n]{0,60}") {
            let mut end = 0;
            for range in held(&text) {
                prop_assert!(range.start >= end && range.end <= text.len());
                prop_assert_eq!(text[range.clone()].split(' ').count(), 2);
                end = range.end;
            }
        }
    }
}
