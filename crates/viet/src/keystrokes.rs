//! Keystrokes of Telex and VNI typed where no input method was on: `uyr ban`, `uy3 ban`.

use crate::letter::{Letter, Shape, Tone};
use crate::normal::place_tone;
use crate::syllable::is_syllable;
use crate::token::tokens;

/// Reads a text as keystrokes, word by word: Telex, or VNI where digits stand in the word. A word
/// that does not become a syllable so stays as typed; `None` when no word changes.
///
/// ```
/// use viet::keystrokes::decode;
/// assert_eq!(decode("uyr ban nhaan daan").as_deref(), Some("ủy ban nhân dân"));
/// assert_eq!(decode("uy3 ban d9u7o7ng2").as_deref(), Some("ủy ban đường"));
/// assert_eq!(decode("dân vận"), None);
/// ```
pub fn decode(text: &str) -> Option<String> {
    let mut out = String::with_capacity(text.len());
    let (mut at, mut changed) = (0, false);
    for token in tokens(text) {
        out.push_str(&text[at..token.span.start]);
        at = token.span.end;
        match decode_word(token.text) {
            Some(word) => {
                changed = true;
                out.push_str(&word);
            }
            None => out.push_str(token.text),
        }
    }
    out.push_str(&text[at..]);
    changed.then_some(out)
}

/// One word; `None` when it is no sequence of keystrokes for a syllable.
fn decode_word(word: &str) -> Option<String> {
    if !word.is_ascii() {
        return None;
    }
    let vni = word.bytes().any(|b| b.is_ascii_digit());
    let mut letters: Vec<Letter> = Vec::with_capacity(word.len());
    let mut marked = false;
    for key in word.chars().map(|c| c.to_ascii_lowercase()) {
        let taken =
            if vni { press_vni(&mut letters, key)? } else { press_telex(&mut letters, key) };
        marked |= taken;
        if !taken {
            letters.push(Letter::plain(key));
        }
    }
    if !marked {
        return None;
    }
    open_horn(&mut letters);
    place_tone(&mut letters);
    let read: String = letters.into_iter().map(Letter::to_char).collect();
    is_syllable(&read).then_some(read)
}

/// Whether `key` was a mark for the letters so far.
fn press_telex(letters: &mut Vec<Letter>, key: char) -> bool {
    match key {
        's' => set_tone(letters, Tone::Acute),
        'f' => set_tone(letters, Tone::Grave),
        'r' => set_tone(letters, Tone::Hook),
        'x' => set_tone(letters, Tone::Tilde),
        'j' => set_tone(letters, Tone::Dot),
        'z' => set_tone(letters, Tone::Level),
        'd' => set_shape(letters, &['d'], Shape::Stroke),
        // After "oa", "oe" an o is the final one: ngoào, khoèo.
        'o' if letters.last().is_some_and(|l| matches!(l.base, 'a' | 'e')) => false,
        'a' | 'e' | 'o' => set_shape(letters, &[key], Shape::Circumflex),
        'w' => {
            let shaped = set_horn(letters) || set_shape(letters, &['a'], Shape::Breve);
            if !shaped {
                letters.push(Letter { shape: Shape::Horn, ..Letter::plain('u') });
            }
            true
        }
        _ => false,
    }
}

/// As [`press_telex`]; `None` for a digit that marks nothing, which no syllable has.
fn press_vni(letters: &mut [Letter], key: char) -> Option<bool> {
    let taken = match key {
        '1' => set_tone(letters, Tone::Acute),
        '2' => set_tone(letters, Tone::Grave),
        '3' => set_tone(letters, Tone::Hook),
        '4' => set_tone(letters, Tone::Tilde),
        '5' => set_tone(letters, Tone::Dot),
        '0' => set_tone(letters, Tone::Level),
        '6' => set_shape(letters, &['a', 'e', 'o'], Shape::Circumflex),
        '7' => set_horn(letters),
        '8' => set_shape(letters, &['a'], Shape::Breve),
        '9' => set_shape(letters, &['d'], Shape::Stroke),
        _ => return Some(false),
    };
    taken.then_some(true)
}

/// Gives the word its tone, kept on the last vowel until [`place_tone`] moves it.
fn set_tone(letters: &mut [Letter], tone: Tone) -> bool {
    let Some(at) = letters.iter().rposition(|l| l.is_vowel()) else { return false };
    letters.iter_mut().for_each(|letter| letter.tone = Tone::Level);
    letters[at].tone = tone;
    true
}

/// Shapes the last plain letter among `bases`; the d of đ is always the first letter.
fn set_shape(letters: &mut [Letter], bases: &[char], shape: Shape) -> bool {
    let found = letters
        .iter()
        .rposition(|l| l.shape == Shape::Plain && bases.contains(&l.base))
        .filter(|&at| shape != Shape::Stroke || at == 0);
    if let Some(at) = found {
        letters[at].shape = shape;
    }
    found.is_some()
}

/// The horn of ươ is typed once for both letters.
fn set_horn(letters: &mut [Letter]) -> bool {
    let found = letters
        .iter()
        .rposition(|l| l.shape == Shape::Plain && matches!(l.base, 'o' | 'u'))
        .filter(|&at| !(at == 1 && letters[0].base == 'q'));
    let Some(mut at) = found else { return false };
    let base = |at: usize| letters.get(at).map(|l| l.base);
    if base(at) == Some('o') && base(at + 1) == Some('a') {
        return false; // "oa" + w is oă.
    }
    if base(at) == Some('u') && at > 0 && matches!(base(at - 1), Some('u' | 'o')) {
        at -= 1; // "uu" + w is ưu, "uou" + w is ươu.
    }
    letters[at].shape = Shape::Horn;
    let pair = at > 0 && letters[at].base == 'o' && letters[at - 1].base == 'u';
    if pair && !(at == 2 && letters[0].base == 'q') {
        letters[at - 1].shape = Shape::Horn;
    }
    true
}

/// No word ends in ươ, but thuở and huơ end in uơ.
fn open_horn(letters: &mut [Letter]) {
    if let [.., u, o] = letters
        && (u.base, u.shape, o.base, o.shape) == ('u', Shape::Horn, 'o', Shape::Horn)
    {
        u.shape = Shape::Plain;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(keys: &str, expected: &str) {
        assert_eq!(decode(keys).as_deref(), Some(expected), "{keys}");
    }

    #[test]
    fn telex() {
        check("uyr ban", "ủy ban");
        check("huyeenj uyr", "huyện ủy");
        check("dduwowngf", "đường");
        check("dduongwf", "đường");
        check("nguowif", "người");
        check("quoocs", "quốc");
        check("thuowr", "thuở");
        check("muwowif", "mười");
        check("hoacwj", "hoặc");
        check("dand vaanj kheos", "đan vận khéo");
        check("ruouwj", "rượu");
        check("UYR Ban", "ủy Ban");
        check("quowr", "quở");
        check("luuw", "lưu");
        check("khoeof", "khoèo");
    }

    #[test]
    fn vni() {
        check("uy3 ban", "ủy ban");
        check("huye65n", "huyện");
        check("d9u7o7ng2", "đường");
        check("nguo7i2", "người");
        check("d9a3ng, d9a3ng", "đảng, đảng");
    }

    #[test]
    fn plain_text_is_not_keystrokes() {
        for text in ["dân vận", "ban to chuc", "15/10/1930", "", "TW4", "covid19", "UBND"] {
            assert_eq!(decode(text), None, "{text}");
        }
    }
}
