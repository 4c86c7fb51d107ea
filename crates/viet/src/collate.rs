//! Alphabetical order as in Vietnamese dictionaries.

use crate::letter::{Letter, Shape};
use crate::normal::letters;

/// A key whose byte order is the dictionary's: a ă â b c d đ e ê … o ô ơ … u ư … y; tones break
/// ties in the order ngang, huyền, hỏi, ngã, sắc, nặng, syllable by syllable; numbers by size, before letters.
///
/// ```
/// let mut units = ["Đức Giang", "Dân Chủ", "Sông Lô", "Ân Thi", "An Lão", "Ăng Tôn"];
/// units.sort_by_key(|name| viet::collation_key(name));
/// assert_eq!(units, ["An Lão", "Ăng Tôn", "Ân Thi", "Dân Chủ", "Đức Giang", "Sông Lô"]);
/// ```
pub fn collation_key(text: &str) -> Vec<u8> {
    let mut key = Vec::with_capacity(text.len() * 2);
    for word in crate::tokens(text) {
        let letters = letters(word.text);
        let is_number = word.text.bytes().all(|b| b.is_ascii_digit());
        // A longer number is a greater one, but for zeros before it.
        let zeros =
            if is_number { word.text.bytes().take_while(|b| *b == b'0').count() } else { 0 };
        let letters = &letters[zeros..];
        if is_number {
            key.push(8 + u8::try_from(letters.len()).unwrap_or(u8::MAX).min(39));
        }
        for letter in letters {
            push_letter(&mut key, *letter);
        }
        // Ends the letters below any letter, so that "an" stands before "ang".
        key.push(1);
        key.push(2 + letters.iter().map(|letter| letter.tone as u8).max().unwrap_or(0));
    }
    key
}

fn push_letter(key: &mut Vec<u8>, letter: Letter) {
    let rank = match letter.shape {
        Shape::Plain => 0,
        Shape::Breve => 1,
        Shape::Circumflex => 1 + u8::from(letter.base == 'a'),
        Shape::Horn if letter.base == 'u' => 1,
        Shape::Horn => 2,
        Shape::Stroke => 1,
    };
    match u8::try_from(letter.base) {
        Ok(byte @ b'0'..=b'9') => key.push(byte),
        Ok(byte @ b'a'..=b'z') => key.push(64 + (byte - b'a') * 4 + rank),
        _ => {
            key.push(250);
            key.extend_from_slice(&(letter.base as u32).to_be_bytes()[1..]);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dictionary_order() {
        let ordered = [
            "1 tháng",
            "02 tháng",
            "3 tháng",
            "10 tháng",
            "an",
            "án",
            "ang",
            "ăn",
            "ân",
            "ba",
            "bà",
            "bả",
            "bã",
            "bá",
            "bạ",
            "ban",
            "bàn",
            "da",
            "dân",
            "đa",
            "em",
            "êm",
            "mô",
            "mơ",
            "nga",
            "ông",
            "ơn",
            "u",
            "ư",
            "y",
        ];
        for pair in ordered.windows(2) {
            assert!(collation_key(pair[0]) < collation_key(pair[1]), "{pair:?}");
        }
        assert_eq!(collation_key("HOÀ"), collation_key("hòa"));
    }
}
