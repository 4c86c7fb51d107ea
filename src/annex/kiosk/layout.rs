//! Which keys the keyboard has.

use viet::typing::{Method, Placement, Word};

/// A key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Key {
    /// Writes itself, or marks the word.
    Letter(char),
    /// Takes the last letter away.
    Erase,
    /// The next letter is a capital; twice, all that follow.
    Shift,
    /// Letters or signs.
    Signs,
    /// Telex, VNI, no marks.
    Method,
    /// A space.
    Space,
    /// Looks for what has been typed.
    Enter,
    /// Puts the keyboard away.
    Away,
}

const DIGITS: &str = "1234567890";
const LETTERS: [&str; 3] = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];
const SIGNS: [&str; 3] = ["-/:;()\"%&", "“”‘’.,?!+", "–…'*=@#"];

/// The rows from the top.
pub(super) fn rows(is_signs: bool) -> Vec<Vec<Key>> {
    let letters = |row: &str| -> Vec<Key> { row.chars().map(Key::Letter).collect() };
    let [first, second, third] = if is_signs { SIGNS } else { LETTERS };
    let mut last = letters(third);
    last.insert(0, Key::Shift);
    last.push(Key::Erase);
    let mut foot = vec![Key::Signs, Key::Method, Key::Letter(','), Key::Space, Key::Letter('.')];
    foot.extend([Key::Away, Key::Enter]);
    vec![letters(DIGITS), letters(first), letters(second), last, foot]
}

/// The method after this one.
pub(super) fn after(method: Method) -> Method {
    match method {
        Method::Telex => Method::Vni,
        Method::Vni => Method::Plain,
        Method::Plain => Method::Telex,
    }
}

/// What a key makes of a letter, told on it in small: `s` of a in Telex, `1` in VNI.
pub(super) fn hint(method: Method, key: char) -> Option<String> {
    [key, 'a', 'o', 'd'].into_iter().find_map(|letter| {
        let mut word = Word::new(method, Placement::Old);
        word.press(letter);
        word.press(key);
        let made = word.text();
        let is_marked = made.chars().count() == 1 && !made.starts_with(letter);
        is_marked.then_some(made)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_letter_and_digit_has_one_key() {
        let all: Vec<Key> = rows(false).concat();
        for c in ('a'..='z').chain('0'..='9') {
            assert_eq!(all.iter().filter(|key| **key == Key::Letter(c)).count(), 1, "{c}");
        }
        for method in [Method::Telex, Method::Vni, Method::Plain] {
            let hinted = all
                .iter()
                .filter(|key| matches!(key, Key::Letter(c) if hint(method, *c).is_some()));
            assert_eq!(
                hinted.count(),
                match method {
                    Method::Telex => 10,
                    Method::Vni => 9,
                    Method::Plain => 0,
                }
            );
        }
    }

    #[test]
    fn keys_tell_what_they_make() {
        let told = |method, keys: &str| -> String {
            keys.chars().filter_map(|key| hint(method, key)).collect()
        };
        assert_eq!(told(Method::Telex, "sfrxjwaeodzqp"), "áàảãạăâêôđ");
        assert_eq!(told(Method::Vni, "1234567890as"), "áàảãạâơăđ");
    }

    #[test]
    fn no_row_is_longer_than_ten_keys() {
        for row in rows(false).into_iter().chain(rows(true)) {
            assert!(row.len() <= 10, "{row:?}");
        }
    }

    #[test]
    fn methods_go_round() {
        assert_eq!(after(after(after(Method::Vni))), Method::Vni);
    }
}
