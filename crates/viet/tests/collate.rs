//! The dictionary's order, held against one that compares letter by letter.

use std::cmp::Ordering;

use proptest::prelude::*;

/// The alphabet in its order (chính tả, Quyết định 240/QĐ of the Ministry of Education, 5 March 1984, with the
/// four letters of foreign names where Latin has them).
const ALPHABET: &str = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz";

/// Every vowel under its tones: ngang, huyền, hỏi, ngã, sắc, nặng.
const TONED: [&str; 12] = [
    "aàảãáạ",
    "ăằẳẵắặ",
    "âầẩẫấậ",
    "eèẻẽéẹ",
    "êềểễếệ",
    "iìỉĩíị",
    "oòỏõóọ",
    "ôồổỗốộ",
    "ơờởỡớợ",
    "uùủũúụ",
    "ưừửữứự",
    "yỳỷỹýỵ",
];

/// A syllable's letters by their places in the alphabet, and its tone.
fn read(syllable: &str) -> (Vec<usize>, usize) {
    let mut tone = 0;
    let place = |letter: char| {
        let plain = TONED.iter().find_map(|row| {
            tone = tone.max(row.chars().position(|c| c == letter)?);
            row.chars().next()
        });
        let plain = plain.unwrap_or(letter);
        ALPHABET.chars().position(|c| c == plain).expect("a letter")
    };
    (syllable.chars().map(place).collect(), tone)
}

/// Syllable by syllable: letters first, then the tone; what ends first comes first.
fn in_dictionary(a: &[String], b: &[String]) -> Ordering {
    let read = |name: &[String]| name.iter().map(|syllable| read(syllable)).collect::<Vec<_>>();
    read(a).cmp(&read(b))
}

/// A syllable's letters with at most one tone. Few consonants, so that many begin alike.
fn syllable() -> impl Strategy<Value = String> {
    let vowel = (0..TONED.len()).prop_flat_map(|row| {
        (0..6usize).prop_map(move |tone| TONED[row].chars().nth(tone).expect("six of them"))
    });
    ("(|b|d|đ|h|ng|z)", vowel, "(|n|ng|t)")
        .prop_map(|(head, vowel, tail)| format!("{head}{vowel}{tail}"))
}

fn name() -> impl Strategy<Value = Vec<String>> {
    prop::collection::vec(syllable(), 1..4)
}

proptest! {
    #[test]
    fn keys_compare_as_names_do_in_a_dictionary(a in name(), b in name()) {
        let key = |name: &[String]| viet::collation_key(&name.join(" "));
        prop_assert_eq!(key(&a).cmp(&key(&b)), in_dictionary(&a, &b));
    }

    #[test]
    fn case_normal_form_and_what_separates_do_not_matter(name in name()) {
        let printed = name.join(" ");
        let key = viet::collation_key(&printed);
        prop_assert_eq!(&viet::collation_key(&printed.to_uppercase()), &key);
        prop_assert_eq!(&viet::collation_key(&name.join("-")), &key);
        prop_assert_eq!(&viet::collation_key(&viet::nfc(&printed)), &key);
    }

    #[test]
    fn numbers_compare_by_size(a in any::<u64>(), b in any::<u64>(), zeros in 0..4usize) {
        let key = |number: u64| viet::collation_key(&format!("Tổ {}{number}", "0".repeat(zeros)));
        prop_assert_eq!(key(a).cmp(&key(b)), a.cmp(&b));
        prop_assert_eq!(key(a), viet::collation_key(&format!("tổ {a}")));
    }

    #[test]
    fn any_text_has_a_key(text in any::<String>()) {
        viet::collation_key(&text);
    }
}
