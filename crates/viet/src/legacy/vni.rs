//! VNI-Windows: a letter, then a character for the marks on it.
//!
//! The mark after a letter says shape and tone at once (`á` after `a`: ấ); ơ, ư, đ and the letters
//! i and ỵ with their tones have characters of their own, which take a tone like any other.

use crate::letter::{Letter, Shape, Tone};
use crate::normal::{lowercase, uppercase};

/// What a character does to the letter before it.
const MARKS: [(char, Shape, Tone); 17] = [
    ('ù', Shape::Plain, Tone::Acute),
    ('ø', Shape::Plain, Tone::Grave),
    ('û', Shape::Plain, Tone::Hook),
    ('õ', Shape::Plain, Tone::Tilde),
    ('ï', Shape::Plain, Tone::Dot),
    ('â', Shape::Circumflex, Tone::Level),
    ('á', Shape::Circumflex, Tone::Acute),
    ('à', Shape::Circumflex, Tone::Grave),
    ('å', Shape::Circumflex, Tone::Hook),
    ('ã', Shape::Circumflex, Tone::Tilde),
    ('ä', Shape::Circumflex, Tone::Dot),
    ('ê', Shape::Breve, Tone::Level),
    ('é', Shape::Breve, Tone::Acute),
    ('è', Shape::Breve, Tone::Grave),
    ('ú', Shape::Breve, Tone::Hook),
    ('ü', Shape::Breve, Tone::Tilde),
    ('ë', Shape::Breve, Tone::Dot),
];

/// Characters that are letters by themselves.
const LETTERS: [(char, char); 8] = [
    ('ô', 'ơ'),
    ('ö', 'ư'),
    ('ñ', 'đ'),
    ('í', 'í'),
    ('ì', 'ì'),
    ('æ', 'ỉ'),
    ('ó', 'ĩ'),
    ('ò', 'ị'),
];

/// Puts letters and their marks together.
pub(super) fn compose(characters: impl Iterator<Item = char>) -> String {
    let mut out = String::new();
    // The last letter, while it may still take a mark.
    let mut open: Option<(Letter, bool)> = None;
    for c in characters {
        if let Some((letter, capital)) = open.take() {
            if let Some(marked) = marked(letter, lowercase(c)) {
                out.push(cased(marked, capital));
                continue;
            }
            out.push(cased(letter, capital));
        }
        let small = lowercase(c);
        let own = LETTERS.iter().find(|(character, _)| *character == small);
        let letter = Letter::of(match (own, small) {
            (Some((_, letter)), _) => *letter,
            (None, 'î') => 'ỵ',
            (None, _) => small,
        });
        if letter.is_vowel() && letter.tone == Tone::Level {
            open = Some((letter, small != c));
        } else if own.is_some() || small == 'î' {
            out.push(cased(letter, small != c));
        } else {
            out.push(c);
        }
    }
    if let Some((letter, capital)) = open {
        out.push(cased(letter, capital));
    }
    out
}

/// A letter with the marks that a character stands for, when the alphabet has it.
fn marked(letter: Letter, mark: char) -> Option<Letter> {
    let (_, shape, tone) = MARKS.iter().find(|(character, ..)| *character == mark)?;
    if *shape == Shape::Plain {
        return Some(Letter { tone: *tone, ..letter });
    }
    let plain = letter.shape == Shape::Plain;
    letter.shaped(*shape).filter(|_| plain).map(|shaped| Letter { tone: *tone, ..shaped })
}

fn cased(letter: Letter, capital: bool) -> char {
    let small = letter.to_char();
    if capital { uppercase(small) } else { small }
}
