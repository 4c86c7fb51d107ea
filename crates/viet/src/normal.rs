//! One spelling for one word: composed letters, lower case, one place for the tone.

use crate::letter::{Combining, Letter, Shape, Tone, combining};

/// Composes Vietnamese letters (NFD or mixed → NFC). Case and all else stay as they are.
///
/// ```
/// assert_eq!(viet::nfc("Huye\u{302}\u{323}n u\u{309}y"), "Huyện ủy");
/// assert_eq!(viet::nfc("Huye\u{323}\u{302}n"), "Huyện");
/// ```
pub fn nfc(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if let Some(mark) = combining(c)
            && let Some(last) = out.pop()
        {
            match compose(last, mark) {
                Some(whole) => out.push(whole),
                None => {
                    out.push(last);
                    out.push(c);
                }
            }
        } else {
            out.push(c);
        }
    }
    out
}

/// The letter that `mark` makes of `c`, if the alphabet has it; case is kept.
fn compose(c: char, mark: Combining) -> Option<char> {
    let lower = lowercase(c);
    let letter = Letter::of(lower);
    let with = match mark {
        Combining::Shape(shape) if letter.shape == Shape::Plain => letter.shaped(shape)?,
        Combining::Tone(tone) if letter.tone == Tone::Level && letter.is_vowel() => {
            Letter { tone, ..letter }
        }
        _ => return None,
    };
    let whole = with.to_char();
    Some(if lower == c { whole } else { uppercase(whole) })
}

/// Lower case of one character of the Latin, Greek and Cyrillic alphabets, by the plan of their
/// blocks: the standard library's tables would add 11 KB to every artifact of the browser.
pub(crate) fn lowercase(c: char) -> char {
    let code = c as u32;
    let lower = match code {
        0x41..=0x5a | 0xc0..=0xd6 | 0xd8..=0xde | 0x391..=0x3a1 | 0x3a3..=0x3a9 | 0x410..=0x42f => {
            code + 32
        }
        0x400..=0x40f => code + 80,
        // Capital and small side by side, the capital even, or odd.
        0x100..=0x12f
        | 0x132..=0x137
        | 0x14a..=0x177
        | 0x1a0..=0x1a5
        | 0x1e00..=0x1e95
        | 0x1ea0..=0x1eff => code | 1,
        0x139..=0x148 | 0x179..=0x17e | 0x1af..=0x1b0 => code + (code & 1),
        0x178 => 0xff,
        0x189 => 0x256,
        _ => code,
    };
    char::from_u32(lower).unwrap_or(c)
}

/// Whether a word has no small letter.
///
/// ```
/// assert!(viet::is_capital("HĐND") && viet::is_capital("TW4") && !viet::is_capital("Đảng"));
/// ```
pub fn is_capital(word: &str) -> bool {
    word.chars().all(|c| uppercase(c) == c)
}

/// The capital of a small Vietnamese letter.
pub(crate) fn uppercase(c: char) -> char {
    let code = c as u32;
    let upper = match code {
        0x61..=0x7a | 0xe0..=0xfe => code - 32,
        0x1b0 => 0x1af,
        0x100..=0x17f | 0x1a1 | 0x1ea0..=0x1eff => code & !1,
        _ => code,
    };
    char::from_u32(upper).unwrap_or(c)
}

/// Characters inside a word that are not there for a reader.
pub(crate) fn is_ignorable(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
}

/// The letters of a word in lower case, composed, ignorable characters dropped.
pub(crate) fn letters(word: &str) -> Vec<Letter> {
    let mut out: Vec<Letter> = Vec::with_capacity(word.len());
    for c in word.chars() {
        if is_ignorable(c) {
            continue;
        }
        if let Some(mark) = combining(c)
            && let Some(last) = out.last_mut()
            && let Some(whole) = compose(last.to_char(), mark)
        {
            *last = Letter::of(whole);
        } else {
            out.push(Letter::of(lowercase(c)));
        }
    }
    out
}

/// The one spelling of a word by which words are compared: NFC, lower case, and the tone where
/// the rules put it, so that hoà = hòa, uỷ = ủy, qúy = quý. Anything but a syllable (two vowel
/// groups, two tones, digits) only gets NFC and lower case. Idempotent.
///
/// ```
/// assert_eq!(viet::canonical("HOÀ"), "hòa");
/// assert_eq!(viet::canonical("thuỷ"), "thủy");
/// assert_eq!(viet::canonical("hoàn"), "hoàn");
/// ```
pub fn canonical(word: &str) -> String {
    let mut letters = letters(word);
    place_tone(&mut letters);
    letters.into_iter().map(Letter::to_char).collect()
}

/// Moves a word's single tone to where it belongs.
pub(crate) fn place_tone(letters: &mut [Letter]) {
    let mut toned = letters.iter().enumerate().filter(|(_, l)| l.tone != Tone::Level);
    let (Some((at, letter)), None) = (toned.next(), toned.next()) else { return };
    let tone = letter.tone;
    if let Some(place) = tone_place(letters) {
        letters[at].tone = Tone::Level;
        letters[place].tone = tone;
    }
}

/// Where the tone of a syllable is written: on the shaped vowel (the last of ươ), else before a
/// final consonant, else on the middle of three or the first of two vowels.
pub(crate) fn tone_place(letters: &[Letter]) -> Option<usize> {
    let start = nucleus_start(letters)?;
    let len = letters[start..].iter().take_while(|l| l.is_vowel()).count();
    let end = start + len;
    if letters[end..].iter().any(|l| l.is_vowel()) || len > 3 {
        return None;
    }
    if let Some(shaped) = (start..end).rev().find(|&i| letters[i].shape != Shape::Plain) {
        return Some(shaped);
    }
    Some(match (len, end < letters.len()) {
        (1, _) => start,
        (_, true) => end - 1,
        _ => end - len + usize::from(len == 3),
    })
}

/// Index of the first vowel of the rime: the u of qu- and the i of gi- belong to the onset.
pub(crate) fn nucleus_start(letters: &[Letter]) -> Option<usize> {
    let first = letters.iter().position(|l| l.is_vowel())?;
    let glide = first == 1
        && letters.get(2).is_some_and(|l| l.is_vowel())
        && letters[1].shape == Shape::Plain
        && matches!((letters[0].base, letters[1].base), ('q', 'u') | ('g', 'i'));
    Some(first + usize::from(glide))
}

/// Text without marks: đ → d, lower case; characters that are not letters stay.
///
/// ```
/// assert_eq!(viet::fold("ĐƯỜNG Ðà Nẵng, số 5"), "duong da nang, so 5");
/// ```
pub fn fold(text: &str) -> String {
    letters(text).into_iter().map(|letter| fold_foreign(letter.base)).collect()
}

/// Marks of the neighbours' alphabets that turn up in names.
fn fold_foreign(c: char) -> char {
    match c {
        'ä' | 'å' => 'a',
        'ç' => 'c',
        'ë' => 'e',
        'î' | 'ï' => 'i',
        'ñ' => 'n',
        'ö' | 'ø' => 'o',
        'û' | 'ü' => 'u',
        'ÿ' => 'y',
        _ => c,
    }
}

/// Words for a URL: folded, joined by hyphens; only `a–z`, `0–9` and `-`.
///
/// ```
/// assert_eq!(viet::fold_slug("  Tổng kết (15/10/1930 – 2020)…"), "tong-ket-15-10-1930-2020");
/// ```
pub fn fold_slug(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in fold(text).chars() {
        if c.is_ascii_alphanumeric() {
            out.push(c);
        } else if !out.is_empty() && !out.ends_with('-') {
            out.push('-');
        }
    }
    out.truncate(out.trim_end_matches('-').len());
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn case_is_the_standard_library_s() {
        let letters = (0x41..=0x5a).chain(0xc0..0x180).chain([0x1a0, 0x1a1, 0x1af, 0x1b0, 0x189]);
        let others = (0x391..0x3aa).chain(0x400..0x460).chain(0x1e00..0x1e96).chain(0x1ea0..0x1f00);
        for c in letters.chain(others).filter_map(char::from_u32) {
            let lower: Vec<char> = c.to_lowercase().collect();
            if let [one] = lower[..] {
                assert_eq!(lowercase(c), one, "{c} {:x}", c as u32);
            }
        }
        for c in "aàảãáạăằẳẵắặâầẩẫấậđeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵ".chars()
        {
            assert_eq!(Some(uppercase(c)), c.to_uppercase().next(), "{c}");
        }
    }

    fn check(same: &[&str]) {
        for word in same {
            assert_eq!(canonical(word), same[0], "{word}");
        }
    }

    #[test]
    fn one_spelling_for_one_word() {
        check(&["hòa", "hoà", "HÒA", "HOÀ", "ho\u{300}a", "hoa\u{300}"]);
        check(&["ủy", "uỷ", "UỶ", "u\u{309}y", "uy\u{309}"]);
        check(&["khỏe", "khoẻ"]);
        check(&["thúy", "thuý"]);
        check(&["quý", "qúy", "QUÝ"]);
        check(&["già", "gìa"]);
        check(&["gì"]);
        check(&["giếng", "gíêng"]);
        check(&["mùa"]);
        check(&["nghĩa", "nghiã"]);
        check(&["hoàn", "hòan"]);
        check(&["ngoài", "ngòai"]);
        check(&["khuỷu", "khủyu"]);
        check(
            &["đường", "đừơng", "d\u{323}ường"]
                .map(|w| if w.starts_with('d') { "đường" } else { w }),
        );
        check(&["người", "ngừơi"]);
        check(&["thuở", "thủơ"]);
        check(&["tiếng", "tíêng"]);
        check(&["chị"]);
    }

    #[test]
    fn what_is_no_syllable_keeps_its_marks() {
        check(&["résumé"]);
        check(&["café", "CAFÉ"]);
        check(&["covid19"]);
        check(&["huyện", "hu\u{200b}yện", "hu\u{ad}yện"]);
    }

    #[test]
    fn composition_keeps_case_and_the_rest() {
        assert_eq!(nfc("U\u{31b}\u{300} Đ n\u{303} \u{301}x"), "Ừ Đ n\u{303} \u{301}x");
        assert_eq!(nfc("A\u{306}\u{301}"), "Ắ");
        assert_eq!(nfc("a\u{301}\u{306}"), "ắ");
    }

    proptest! {
        #[test]
        fn canonical_is_idempotent(text in "\\PC*") {
            let once = canonical(&text);
            prop_assert_eq!(canonical(&once), once);
        }
        #[test]
        fn fold_is_idempotent(text in "\\PC*") {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once);
        }
        #[test]
        fn folding_ignores_canonical_form(text in "[a-zàảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ]{0,8}") {
            prop_assert_eq!(fold(&canonical(&text)), fold(&text));
            prop_assert_eq!(nfc(&text), text);
        }
    }
}
