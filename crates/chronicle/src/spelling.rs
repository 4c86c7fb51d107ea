//! One spelling for each syllable, so that rules and vocabularies are written once.
//!
//! Only what never changes the meaning is folded: letter case, NFD, the two ways of placing a tone
//! (uỷ, ủy; hoà, hòa) and i for y in open syllables (kỉ, kỷ). Tones and letters stay: "năm" is no
//! "nam" here.

/// Each vowel with its tones: none, grave, acute, hook, tilde, dot.
const VOWELS: [[char; 6]; 12] = [
    ['a', 'à', 'á', 'ả', 'ã', 'ạ'],
    ['ă', 'ằ', 'ắ', 'ẳ', 'ẵ', 'ặ'],
    ['â', 'ầ', 'ấ', 'ẩ', 'ẫ', 'ậ'],
    ['e', 'è', 'é', 'ẻ', 'ẽ', 'ẹ'],
    ['ê', 'ề', 'ế', 'ể', 'ễ', 'ệ'],
    ['i', 'ì', 'í', 'ỉ', 'ĩ', 'ị'],
    ['o', 'ò', 'ó', 'ỏ', 'õ', 'ọ'],
    ['ô', 'ồ', 'ố', 'ổ', 'ỗ', 'ộ'],
    ['ơ', 'ờ', 'ớ', 'ở', 'ỡ', 'ợ'],
    ['u', 'ù', 'ú', 'ủ', 'ũ', 'ụ'],
    ['ư', 'ừ', 'ứ', 'ử', 'ữ', 'ự'],
    ['y', 'ỳ', 'ý', 'ỷ', 'ỹ', 'ỵ'],
];
const I: usize = 5;
const O: usize = 6;
const U: usize = 9;
const Y: usize = 11;

/// The spelling a word is compared by.
pub(crate) fn key(word: &str) -> String {
    let mut letters: Vec<char> = Vec::with_capacity(word.len());
    for letter in word.chars().flat_map(char::to_lowercase) {
        match letters.last_mut() {
            Some(last) if is_mark(letter) => *last = with_mark(*last, letter),
            _ => letters.push(letter),
        }
    }
    place_tone(&mut letters);
    write_y(&mut letters);
    letters.into_iter().collect()
}

/// The word without tones and marks, đ as d: for identifiers.
pub(crate) fn plain(word: &str) -> String {
    key(word)
        .chars()
        .map(|letter| match vowel(letter) {
            Some((0..=2, _)) => 'a',
            Some((3 | 4, _)) => 'e',
            Some((I, _)) => 'i',
            Some((6..=8, _)) => 'o',
            Some((U | 10, _)) => 'u',
            Some(_) => 'y',
            None if letter == 'đ' => 'd',
            None => letter,
        })
        .collect()
}

/// `(row, tone)` of a vowel.
fn vowel(letter: char) -> Option<(usize, usize)> {
    VOWELS.iter().enumerate().find_map(|(row, tones)| {
        tones.iter().position(|&vowel| vowel == letter).map(|tone| (row, tone))
    })
}

fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

/// A letter with one more combining mark (in any order), or as it was.
fn with_mark(letter: char, mark: char) -> char {
    let Some((row, tone)) = vowel(letter) else { return letter };
    match mark {
        '\u{300}' => VOWELS[row][1],
        '\u{301}' => VOWELS[row][2],
        '\u{309}' => VOWELS[row][3],
        '\u{303}' => VOWELS[row][4],
        '\u{323}' => VOWELS[row][5],
        '\u{306}' if row == 0 => VOWELS[1][tone],
        '\u{302}' if matches!(row, 0 | 3 | O) => VOWELS[if row == 0 { 2 } else { row + 1 }][tone],
        '\u{31b}' if row == O => VOWELS[8][tone],
        '\u{31b}' if row == U => VOWELS[10][tone],
        _ => letter,
    }
}

/// oà → òa, oè → òe, uỷ → ủy at the end of a word; "quý" has its u in the onset.
fn place_tone(letters: &mut [char]) {
    let [before @ .., first, last] = letters else { return };
    let (Some((first_row, 0)), Some((last_row, tone @ 1..))) = (vowel(*first), vowel(*last)) else {
        return;
    };
    let pair = matches!((first_row, last_row), (O, 0 | 3) | (U, Y));
    if pair && before.last() != Some(&'q') {
        (*first, *last) = (VOWELS[first_row][tone], VOWELS[last_row][0]);
    }
}

/// kỉ → kỷ, lí → lý: after h, k, l, m, s, t alone.
fn write_y(letters: &mut [char]) {
    if let ['h' | 'k' | 'l' | 'm' | 's' | 't', last] = letters
        && let Some((I, tone)) = vowel(*last)
    {
        *last = VOWELS[Y][tone];
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(written: &[&str], expected: &str) {
        for word in written {
            assert_eq!(key(word), expected, "{word}");
            assert_eq!(key(&key(word)), expected, "{word} twice");
        }
    }

    #[test]
    fn one_spelling_for_each_syllable() {
        check(&["uỷ", "ủy", "UỶ", "Ủy", "u\u{309}y", "uy\u{309}"], "ủy");
        check(&["hoà", "hòa", "Hoa\u{300}"], "hòa");
        check(&["khoẻ", "khỏe"], "khỏe");
        check(&["quý", "quy\u{301}"], "quý");
        check(&["kỉ", "kỷ", "KỶ"], "kỷ");
        check(&["lí", "lý"], "lý");
        check(&["thị", "thi\u{323}"], "thị");
        check(&["Một", "mo\u{323}\u{302}t", "mo\u{302}\u{323}t"], "một");
        check(&["đường", "Đường", "đu\u{31b}o\u{31b}\u{300}ng"], "đường");
        check(&["năm"], "năm");
        check(&["nam"], "nam");
        check(&["TW"], "tw");
        check(&[""], "");
    }

    #[test]
    fn identifiers_are_plain() {
        for (word, expected) in [("Đường", "duong"), ("vận", "van"), ("uỷ", "uy"), ("khéo", "kheo")]
        {
            assert_eq!(plain(word), expected);
        }
    }
}
