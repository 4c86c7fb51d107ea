//! The same query as other people and machines type it.

use viet::{Letter, Shape, Tone};

use crate::dice::Dice;

/// A way of typing a query.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Variant {
    /// As it stands in the file.
    Typed,
    /// Without any mark: `uy ban`.
    Unmarked,
    /// The tone of open oa, oe, uy on the other vowel: `uỷ` for `ủy`, `hòa` for `hoà`.
    Tone,
    /// Letters taken apart into base and combining marks.
    Nfd,
    /// As keystrokes of Telex with no input method on: `uyr ban`.
    Telex,
    /// With one typing error in one word, chosen by the seed.
    Typo,
}

impl Variant {
    /// All, in the order of the table.
    pub(crate) const ALL: [Self; 6] =
        [Self::Typed, Self::Unmarked, Self::Tone, Self::Nfd, Self::Telex, Self::Typo];

    /// Its name in the table and in JSON.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Typed => "typed",
            Self::Unmarked => "unmarked",
            Self::Tone => "tone",
            Self::Nfd => "nfd",
            Self::Telex => "telex",
            Self::Typo => "typo",
        }
    }

    /// The query so typed.
    pub(crate) fn of(self, query: &str, seed: u64) -> String {
        match self {
            Self::Typed => query.to_owned(),
            Self::Unmarked => by_letter(query, |letter, out| out.push(unmarked(letter))),
            Self::Tone => by_word(query, switched),
            Self::Nfd => by_letter(query, apart),
            Self::Telex => by_word(query, keystrokes),
            Self::Typo => misspelled(query, seed),
        }
    }
}

/// Rewrites letter by letter; the case of each letter is kept.
fn by_letter(text: &str, write: impl Fn(Letter, &mut String)) -> String {
    let mut out = String::with_capacity(text.len());
    for c in viet::nfc(text).chars() {
        let upper = c.is_uppercase();
        let mut here = String::new();
        write(Letter::of(c.to_lowercase().next().unwrap_or(c)), &mut here);
        match upper {
            true => out.extend(here.chars().flat_map(char::to_uppercase)),
            false => out += &here,
        }
    }
    out
}

/// Rewrites word by word; what stands between words is kept.
fn by_word(text: &str, rewrite: impl Fn(&str) -> String) -> String {
    let text = viet::nfc(text);
    let (mut out, mut at) = (String::with_capacity(text.len()), 0);
    for token in viet::tokens(&text) {
        out += &text[at..token.span.start];
        out += &rewrite(token.text);
        at = token.span.end;
    }
    out + &text[at..]
}

fn unmarked(letter: Letter) -> char {
    letter.base
}

/// Base letter, shape, tone, in the order of Unicode's NFD: a dot below stands before a shape above.
fn apart(letter: Letter, out: &mut String) {
    let shape = match letter.shape {
        Shape::Breve => "\u{306}",
        Shape::Circumflex => "\u{302}",
        Shape::Horn => "\u{31b}",
        Shape::Plain | Shape::Stroke => "",
    };
    let tone = match letter.tone {
        Tone::Level => "",
        Tone::Grave => "\u{300}",
        Tone::Hook => "\u{309}",
        Tone::Tilde => "\u{303}",
        Tone::Acute => "\u{301}",
        Tone::Dot => "\u{323}",
    };
    out.push(if letter.shape == Shape::Stroke { 'đ' } else { letter.base });
    let tone_first = letter.tone == Tone::Dot && letter.shape != Shape::Horn;
    for mark in if tone_first { [tone, shape] } else { [shape, tone] } {
        out.push_str(mark);
    }
}

/// `uỷ` for `ủy` and back, where a word ends in open oa, oe, uy; in capitals when it was.
fn switched(word: &str) -> String {
    let lower = word.to_lowercase();
    let mut letters: Vec<Letter> = lower.chars().map(Letter::of).collect();
    let len = letters.len();
    let Some([before @ .., first, second]) = letters.get_mut(..len) else { return word.to_owned() };
    let open = matches!((first.base, second.base), ('o', 'a' | 'e') | ('u', 'y'))
        && first.shape == Shape::Plain
        && second.shape == Shape::Plain
        && before.last().is_none_or(|letter| letter.base != 'q' && !letter.is_vowel());
    if !open || (first.tone == Tone::Level) == (second.tone == Tone::Level) {
        return word.to_owned();
    }
    std::mem::swap(&mut first.tone, &mut second.tone);
    same_case(word, &letters.into_iter().map(Letter::to_char).collect::<String>())
}

/// Letters as Telex types them: the shape behind its letter, the tone at the end of the word.
fn keystrokes(word: &str) -> String {
    let mut keys = String::with_capacity(word.len());
    let mut tone = Tone::Level;
    for letter in word.to_lowercase().chars().map(Letter::of) {
        keys.push(letter.base);
        tone = tone.max(letter.tone);
        match letter.shape {
            Shape::Circumflex | Shape::Stroke => keys.push(letter.base),
            Shape::Breve | Shape::Horn => keys.push('w'),
            Shape::Plain => {}
        }
    }
    keys.push_str(match tone {
        Tone::Level => "",
        Tone::Grave => "f",
        Tone::Hook => "r",
        Tone::Tilde => "x",
        Tone::Acute => "s",
        Tone::Dot => "j",
    });
    same_case(word, &keys)
}

/// `to` in the case of `from`: all capitals, a capital first, or none.
fn same_case(from: &str, to: &str) -> String {
    if !from.chars().any(char::is_lowercase) {
        return to.to_uppercase();
    }
    let mut letters = to.chars();
    match letters.next() {
        Some(first) if from.starts_with(char::is_uppercase) => {
            first.to_uppercase().chain(letters).collect()
        }
        _ => to.to_owned(),
    }
}

/// Words shorter than this are not misspelled: one letter is half of them.
const SHORTEST: usize = 3;

/// One letter of one word left out, doubled, exchanged with the next, or replaced by its neighbour on the keyboard.
fn misspelled(query: &str, seed: u64) -> String {
    let text = viet::nfc(query);
    let long = |token: &viet::Token<'_>| {
        token.text.chars().count() >= SHORTEST && token.text.chars().all(char::is_alphabetic)
    };
    let words: Vec<viet::Token<'_>> = viet::tokens(&text).filter(long).collect();
    let mut dice = Dice::new(seed);
    let Some(word) = words.get(dice.below(words.len())) else { return text };
    let mut letters: Vec<char> = word.text.chars().collect();
    // The first letter is seldom wrong.
    let at = 1 + dice.below(letters.len() - 1);
    match dice.below(4) {
        0 => drop(letters.remove(at)),
        1 => letters.insert(at, letters[at]),
        2 if at + 1 < letters.len() => letters.swap(at, at + 1),
        _ => letters[at] = beside(Letter::of(letters[at]).base),
    }
    let misspelled: String = letters.into_iter().collect();
    [&text[..word.span.start], &misspelled, &text[word.span.end..]].concat()
}

/// The key to the right, at the end of a row to the left.
fn beside(key: char) -> char {
    const ROWS: [&str; 3] = ["qwertyuiopo", "asdfghjklk", "zxcvbnmn"];
    let find = |row: &&str| row.find(key).and_then(|at| row[at + 1..].chars().next());
    ROWS.iter().find_map(find).unwrap_or('x')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(variant: Variant, query: &str, expected: &str) {
        assert_eq!(variant.of(query, 1), expected, "{variant:?} {query}");
    }

    #[test]
    fn as_others_type_it() {
        check(Variant::Typed, "Uỷ ban", "Uỷ ban");
        check(Variant::Unmarked, "ĐƯỜNG Nguyễn Huệ, 15/10", "DUONG Nguyen Hue, 15/10");
        check(Variant::Tone, "Uỷ ban, hòa bình, hoàn quý THUỶ", "Ủy ban, hoà bình, hoàn quý THỦY");
        check(Variant::Nfd, "Việt ự", "Vie\u{323}\u{302}t u\u{31b}\u{323}");
        check(Variant::Telex, "Ủy ban ĐƯỜNG về 94%", "Uyr ban DDUWOWNGF veef 94%");
    }

    #[test]
    fn keystrokes_are_read_back() {
        for word in ["ủy", "đường", "thuở", "khuỷu", "quyết", "hoặc", "người", "rượu", "nghĩa"]
        {
            let keys = Variant::Telex.of(word, 0);
            assert_eq!(viet::keystrokes::decode(&keys).as_deref(), Some(word), "{keys}");
        }
    }

    #[test]
    fn one_error_and_only_one() {
        let query = "Hội nghị tổng kết phong trào ở xã";
        for seed in 0..200 {
            let typed = Variant::Typo.of(query, seed);
            let changed = query
                .split(' ')
                .zip(typed.split(' '))
                .filter(|(before, after)| before != after)
                .count();
            assert!(changed <= 1 && typed.split(' ').count() == 8, "{typed}");
            assert_eq!(typed, Variant::Typo.of(query, seed));
        }
        assert_ne!(Variant::Typo.of(query, 1), Variant::Typo.of(query, 2));
        check(Variant::Typo, "ở 15/10", "ở 15/10");
    }
}
