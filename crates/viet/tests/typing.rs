//! The input method against words typed every way people type them: marks as soon as they can be,
//! marks at the end of the word, by letters and by digits.

use viet::typing::{Method, Placement, Word};
use viet::{Letter, Shape, Tone};

/// Words of the list, without its remarks.
fn words() -> Vec<&'static str> {
    let lines = include_str!("typing/words.txt").lines().filter(|line| !line.starts_with('#'));
    lines.flat_map(str::split_whitespace).collect()
}

fn typed(method: Method, placement: Placement, keys: &str) -> String {
    let mut word = Word::new(method, placement);
    keys.chars().for_each(|key| word.press(key));
    word.text()
}

/// When the marks of a word are typed.
#[derive(Clone, Copy, Debug)]
enum When {
    /// Each behind its letter.
    AtOnce,
    /// The tone at the end, the rest behind its letter: as it is taught.
    ToneLast,
    /// All at the end.
    Last,
}

/// The keys of a word.
fn keys(word: &str, method: Method, when: When) -> String {
    let (mut keys, mut shapes, mut tones) = (String::new(), String::new(), String::new());
    let mut horned = false;
    for c in word.chars() {
        let capital = c.is_uppercase();
        let letter = Letter::of(c.to_lowercase().next().unwrap_or(c));
        let base = if capital { letter.base.to_ascii_uppercase() } else { letter.base };
        // Two plain vowels of one kind are typed with a third: xooong.
        let is_double = method == Method::Telex
            && "aeo".contains(letter.base)
            && c.is_ascii()
            && keys.ends_with(c);
        keys.extend(is_double.then_some(base));
        keys.push(base);
        let shape = match (method, letter.shape) {
            (_, Shape::Plain) => None,
            (Method::Telex, Shape::Horn | Shape::Breve) => Some('w'),
            (Method::Telex, _) => Some(letter.base),
            (_, Shape::Circumflex) => Some('6'),
            (_, Shape::Horn) => Some('7'),
            (_, Shape::Breve) => Some('8'),
            (_, Shape::Stroke) => Some('9'),
        };
        // At the end one horn serves both letters of ươ.
        let again = letter.shape == Shape::Horn && std::mem::replace(&mut horned, true);
        match when {
            When::Last if again => {}
            When::Last => shapes.extend(shape),
            _ => keys.extend(shape),
        }
        let tone = match (method, letter.tone) {
            (_, Tone::Level) => continue,
            (Method::Telex, tone) => "zfrxsj".as_bytes()[tone as usize] as char,
            (_, tone) => "023415".as_bytes()[tone as usize] as char,
        };
        match when {
            When::AtOnce => keys.push(tone),
            _ => tones.push(tone),
        }
    }
    keys + &shapes + &tones
}

fn check_word(word: &str, method: Method, when: When) {
    let keys = keys(word, method, when);
    assert_eq!(typed(method, Placement::Old, &keys), word, "{method:?} {when:?} {keys}");
}

#[test]
fn every_word_is_typed_with_marks_in_any_order() {
    let words = words();
    assert!(words.len() >= 300);
    for word in words {
        for method in [Method::Telex, Method::Vni] {
            for when in [When::AtOnce, When::ToneLast, When::Last] {
                check_word(word, method, when);
            }
        }
    }
}

#[test]
fn a_word_that_stands_there_already_is_gone_on_with() {
    for word in words() {
        for cut in word.char_indices().map(|(at, _)| at).skip(1) {
            let (begun, rest) = word.split_at(cut);
            if rest.chars().any(|c| viet::fold(&c.to_string()) != c.to_lowercase().to_string()) {
                continue;
            }
            let mut resumed = Word::resume(Method::Telex, Placement::Old, begun);
            let is_mark = |key| "sfrxjzwdaeo".contains(key);
            if rest.chars().any(is_mark) {
                continue;
            }
            rest.chars().for_each(|key| resumed.press(key));
            assert_eq!(viet::canonical(&resumed.text()), viet::canonical(word), "{begun}|{rest}");
        }
    }
}

fn check(method: Method, keys: &str, old: &str, new: &str) {
    assert_eq!(typed(method, Placement::Old, keys), old, "{keys}");
    assert_eq!(typed(method, Placement::New, keys), new, "{keys}");
}

#[test]
fn tones_of_old_and_new_spelling() {
    for (telex, vni, old, new) in [
        ("hoaf", "hoa2", "hòa", "hoà"),
        ("khoer", "khoe3", "khỏe", "khoẻ"),
        ("uyr", "uy3", "ủy", "uỷ"),
        ("uys", "uy1", "úy", "uý"),
        ("thuyr", "thuy3", "thủy", "thuỷ"),
        ("quys", "quy1", "quý", "quý"),
        ("gias", "gia1", "giá", "giá"),
        ("gif", "gi2", "gì", "gì"),
        ("cuar", "cua3", "của", "của"),
        ("nghiax", "nghia4", "nghĩa", "nghĩa"),
        ("hoanf", "hoan2", "hoàn", "hoàn"),
        ("khuyur", "khuyu3", "khuỷu", "khuỷu"),
        ("thuees", "thue61", "thuế", "thuế"),
    ] {
        check(Method::Telex, telex, old, new);
        check(Method::Vni, vni, old, new);
    }
}

#[test]
fn hard_cases_of_telex() {
    for (keys, expected) in [
        ("Thuowng", "Thương"),
        ("Thuowngf", "Thường"),
        ("Dduowng", "Đương"),
        ("dduowngf", "đường"),
        ("dduongwf", "đường"),
        ("dduwowngf", "đường"),
        ("duongwdf", "đường"),
        ("tuwong", "tương"),
        ("nguwoif", "người"),
        ("nguoiwf", "người"),
        ("thuowr", "thuở"),
        ("thuowrng", "thưởng"),
        ("huow", "huơ"),
        ("luuw", "lưu"),
        ("ruouwj", "rượu"),
        ("hoacwj", "hoặc"),
        ("hoawcj", "hoặc"),
        ("muaw", "mưa"),
        ("quawn", "quăn"),
        ("quowr", "quở"),
        ("khoeof", "khoèo"),
        ("ngoaof", "ngoào"),
        ("nhwng", "nhưng"),
        ("nhwngx", "những"),
        ("tw", "tư"),
        ("TW", "TƯ"),
        ("HDDND", "HĐND"),
        ("UBND", "UBND"),
        ("MTTQ", "MTTQ"),
        ("CDDCS", "CĐCS"),
        ("DDANGR", "ĐẢNG"),
        ("Ddawks", "Đắk"),
        ("Ddawsk", "Đắk"),
        ("Krong", "Krong"),
        ("Kroong", "Krông"),
        ("giuwowngf", "giường"),
        ("gieengs", "giếng"),
        ("gins", "gín"),
        ("quoocs", "quốc"),
        ("quocso", "quốc"),
        ("vieetj", "việt"),
        ("vietej", "việt"),
        ("truwowngf", "trường"),
    ] {
        assert_eq!(typed(Method::Telex, Placement::Old, keys), expected, "{keys}");
    }
}

#[test]
fn a_mark_may_be_changed_for_another() {
    for (keys, expected) in [
        ("as", "á"),
        ("asf", "à"),
        ("asfz", "a"),
        ("aaw", "ă"),
        ("awa", "â"),
        ("oow", "ơ"),
        ("owo", "ô"),
        // ươ at the end of a word is written uơ.
        ("uoow", "uơ"),
        ("uoown", "ươn"),
        ("uwowon", "uôn"),
    ] {
        assert_eq!(typed(Method::Telex, Placement::Old, keys), expected, "{keys}");
    }
}

#[test]
fn a_doubled_key_takes_the_mark_back_for_the_rest_of_the_word() {
    for (keys, expected) in [
        ("aa", "â"),
        ("aaa", "aa"),
        ("aaaa", "aaa"),
        ("eee", "ee"),
        ("ooo", "oo"),
        ("xooong", "xoong"),
        ("dd", "đ"),
        ("ddd", "dd"),
        ("dddd", "ddd"),
        ("w", "ư"),
        ("ww", "w"),
        ("www", "ww"),
        ("Ww", "W"),
        ("wow", "uơ"),
        ("woww", "wow"),
        ("uww", "uw"),
        ("oww", "ow"),
        ("aww", "aw"),
        ("awww", "aww"),
        ("uoww", "uow"),
        ("ass", "as"),
        ("aff", "af"),
        ("arr", "ar"),
        ("axx", "ax"),
        ("ajj", "aj"),
        ("asss", "ass"),
        ("massage", "masage"),
        ("tesst", "test"),
        ("texxt", "text"),
        ("danaa", "dana"),
        ("dand", "đan"),
        ("dandd", "dand"),
    ] {
        assert_eq!(typed(Method::Telex, Placement::Old, keys), expected, "{keys}");
    }
    for (keys, expected) in [
        ("a66", "a6"),
        ("a88", "a8"),
        ("o77", "o7"),
        ("u77", "u7"),
        ("d99", "d9"),
        ("a11", "a1"),
        ("a111", "a11"),
        ("uo77", "uo7"),
    ] {
        assert_eq!(typed(Method::Vni, Placement::Old, keys), expected, "{keys}");
    }
}

#[test]
fn what_is_not_vietnamese_stays_as_it_is_typed() {
    for keys in ["covid", "thanks", "KHXH", "ANTT", "GS", "rr", "zz", "Plei"] {
        assert_eq!(typed(Method::Telex, Placement::Old, keys), keys);
    }
    for keys in ["TW4", "QD15", "k9a", "2020", "covid19"] {
        assert_eq!(typed(Method::Vni, Placement::Old, keys), keys);
    }
    for word in words() {
        let keys = keys(word, Method::Telex, When::ToneLast);
        assert_eq!(typed(Method::Plain, Placement::Old, &keys), keys);
    }
}

#[test]
fn letters_are_taken_away_one_by_one() {
    let mut word = Word::new(Method::Telex, Placement::Old);
    "dduowngf".chars().for_each(|key| word.press(key));
    let mut seen = Vec::new();
    while word.erase() {
        seen.push(word.text());
    }
    assert_eq!(seen, ["đườn", "đuờ", "đừ", "đ", ""]);
    "as".chars().for_each(|key| word.press(key));
    assert_eq!(word.text(), "á", "nothing is left of the word before");
}

#[test]
fn keys_of_a_word() {
    let fresh = Word::new(Method::Vni, Placement::Old);
    assert!(fresh.takes('đ') && !fresh.takes('1') && !fresh.takes(' '));
    assert!(Word::resume(Method::Vni, Placement::Old, "uy").takes('3'));
    assert!(!Word::resume(Method::Telex, Placement::Old, "uy").takes('3'));
}

mod properties {
    use super::*;
    use proptest::prelude::*;

    fn method() -> impl Strategy<Value = Method> {
        prop_oneof![Just(Method::Telex), Just(Method::Vni), Just(Method::Plain)]
    }

    proptest! {
        /// Whatever is pressed, nothing breaks, and as many letters can be taken away as stand there.
        #[test]
        fn any_keys_make_a_word(keys in "\\PC{0,24}", method in method()) {
            let mut word = Word::new(method, Placement::New);
            keys.chars().for_each(|key| word.press(key));
            prop_assert!(word.text().chars().count() <= keys.chars().count());
            let mut left = word.text().chars().count();
            while word.erase() {
                left -= 1;
                prop_assert_eq!(word.text().chars().count(), left);
            }
            prop_assert_eq!(left, 0);
        }

        /// A key pressed after any others is either written or marks one of them: none is lost.
        #[test]
        fn a_mark_pressed_twice_writes_itself_once(keys in "[a-z]{0,6}", mark in "[sfrxjw]") {
            let mut word = Word::new(Method::Telex, Placement::Old);
            keys.chars().for_each(|key| word.press(key));
            let before = word.text();
            let mark = mark.chars().next().unwrap_or('s');
            word.press(mark);
            word.press(mark);
            prop_assert!(word.text().ends_with(mark), "{} then {}{}: {}", before, mark, mark, word.text());
        }
    }
}
