//! How a typed syllable agrees with a found one: a typed mark is a wish, an untyped one is open.

use crate::letter::{Letter, Shape, Tone};
use crate::normal::{letters, place_tone};

/// How a typed syllable agrees with one in a text, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Agreement {
    /// The same word, tone placement and case aside.
    Exact,
    /// Every typed mark is there; marks that were not typed are.
    Compatible,
    /// Another accepted spelling: kỷ = kĩ by i/y in open syllables, hỏi for ngã.
    Equivalent,
    /// The same letters with a mark that contradicts a typed one.
    Contrary,
    /// Another word.
    None,
}

/// Compares a typed syllable with a found one.
///
/// ```
/// use viet::{Agreement, agreement};
/// assert_eq!(agreement("hòa", "hoà"), Agreement::Exact);
/// assert_eq!(agreement("duong", "đường"), Agreement::Compatible);
/// assert_eq!(agreement("đuong", "đường"), Agreement::Compatible);
/// assert_eq!(agreement("kỉ", "kỷ"), Agreement::Equivalent);
/// assert_eq!(agreement("chức", "chúc"), Agreement::Contrary);
/// assert_eq!(agreement("chợ", "cho"), Agreement::Contrary);
/// ```
pub fn agreement(typed: &str, found: &str) -> Agreement {
    let (mut typed, mut found) = (letters(typed), letters(found));
    place_tone(&mut typed);
    place_tone(&mut found);
    if typed == found {
        return Agreement::Exact;
    }
    let direct = compare(&typed, &found, false);
    if direct <= Agreement::Compatible {
        return direct;
    }
    open_y_to_i(&mut typed);
    open_y_to_i(&mut found);
    match compare(&typed, &found, true) {
        Agreement::Exact | Agreement::Compatible => Agreement::Equivalent,
        Agreement::None => direct,
        other => other,
    }
}

/// Compares the beginning of a word, as far as it is typed, with a found word.
pub fn prefix_agreement(typed: &str, found: &str) -> Agreement {
    let typed = letters(typed);
    let mut found = letters(found);
    if found.len() < typed.len() {
        return Agreement::None;
    }
    // A tone may stand on a letter that is not typed yet, or be typed on another vowel.
    let tone = tone_of(&found);
    found.truncate(typed.len());
    if tone_of(&found) != tone
        && let Some(last) = found.iter_mut().rev().find(|letter| letter.is_vowel())
    {
        last.tone = tone;
    }
    compare(&typed, &found, false)
}

fn tone_of(letters: &[Letter]) -> Tone {
    letters.iter().map(|letter| letter.tone).max().unwrap_or_default()
}

/// Compares letter by letter, the tone once for the whole word.
fn compare(typed: &[Letter], found: &[Letter], lenient: bool) -> Agreement {
    if typed.len() != found.len() || typed.iter().zip(found).any(|(t, f)| t.base != f.base) {
        return Agreement::None;
    }
    let mut open = false;
    for (t, f) in typed.iter().zip(found) {
        if t.shape != f.shape {
            if t.shape != Shape::Plain {
                return Agreement::Contrary;
            }
            open = true;
        }
    }
    let (t, f) = (tone_of(typed), tone_of(found));
    let confused =
        lenient && matches!((t, f), (Tone::Hook, Tone::Tilde) | (Tone::Tilde, Tone::Hook));
    if t != f && !confused {
        if t != Tone::Level {
            return Agreement::Contrary;
        }
        open = true;
    }
    if open { Agreement::Compatible } else { Agreement::Exact }
}

/// kỷ → kỉ, quy → qui: where y is the whole rime it is pronounced i.
fn open_y_to_i(letters: &mut [Letter]) {
    let [before @ .., last] = letters else { return };
    let whole_rime = match before {
        [] => false,
        [.., q, u] if q.base == 'q' && u.base == 'u' => true,
        [.., onset] => {
            !onset.is_vowel() && crate::is_letter(onset.base) && !onset.base.is_ascii_digit()
        }
    };
    if last.base == 'y' && whole_rime && before.iter().rev().skip(1).all(|l| !l.is_vowel()) {
        last.base = 'i';
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(typed: &str, found: &str, expected: Agreement) {
        assert_eq!(agreement(typed, found), expected, "{typed} / {found}");
    }

    #[test]
    fn typed_marks_constrain_and_untyped_are_open() {
        use Agreement::{Compatible, Contrary, Equivalent, Exact, None};
        check("uỷ", "ủy", Exact);
        check("HUYEN", "huyện", Compatible);
        check("huyên", "huyện", Compatible);
        check("huyèn", "huyền", Compatible);
        check("huyèn", "huyện", Contrary);
        check("duờng", "đường", Compatible);
        check("da", "đà", Compatible);
        check("đà", "da", Contrary);
        check("chợ", "chỗ", Contrary);
        check("ky", "kỉ", Equivalent);
        check("kỷ", "kỉ", Equivalent);
        check("sĩ", "sỹ", Equivalent);
        check("quý", "quí", Equivalent);
        check("quy", "quí", Equivalent);
        check("thúy", "thúi", None);
        check("tay", "tai", None);
        check("uỷ", "ủi", None);
        check("nghỉ", "nghĩ", Equivalent);
        check("cũng", "củng", Equivalent);
        check("ban", "bang", None);
        check("kỹ", "ký", Contrary);
        check("ly", "lí", Equivalent);
    }

    #[test]
    fn beginnings_of_words() {
        assert_eq!(prefix_agreement("huy", "huyện"), Agreement::Compatible);
        assert_eq!(prefix_agreement("ph", "phường"), Agreement::Exact);
        assert_eq!(prefix_agreement("phươ", "phường"), Agreement::Compatible);
        assert_eq!(prefix_agreement("phườ", "phường"), Agreement::Exact);
        assert_eq!(prefix_agreement("phuo", "phường"), Agreement::Compatible);
        assert_eq!(prefix_agreement("phô", "phường"), Agreement::None);
        assert_eq!(prefix_agreement("đ", "dân"), Agreement::Contrary);
        assert_eq!(prefix_agreement("huyện", "huy"), Agreement::None);
    }
}
