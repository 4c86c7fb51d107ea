//! Capitals that TCVN3 left to the font.
//!
//! VN3 has no capital with a tone: a heading was typed in small letters and set in a font of
//! capitals (.VnTimeH), so that only its plain letters may be capitals in the bytes: `CéNG HOµ` is
//! CỘNG HOÀ. The font is not in a text file; the plain letters round about are.

use crate::normal::{lowercase, uppercase};

/// A word's plain letters, by case.
#[derive(Clone, Copy, Default)]
struct Plain {
    capitals: usize,
    small: usize,
}

/// Makes capitals of the marked letters in words whose plain letters are all capitals: words with
/// two of these, and words with one or none between such words.
pub(super) fn restore(text: &str) -> String {
    let words: Vec<&str> = text.split_inclusive(|c: char| !c.is_alphanumeric()).collect();
    let counts: Vec<Plain> = words.iter().map(|word| plain(word)).collect();
    let shouted: Vec<bool> =
        counts.iter().map(|plain| plain.capitals >= 2 && plain.small == 0).collect();
    let mut out = String::with_capacity(text.len());
    for (at, word) in words.iter().enumerate() {
        // The nearest words that say anything, of this line.
        let says = |&at: &usize| counts[at].capitals + counts[at].small > 0;
        let line = |&at: &usize| !words[at].ends_with('\n');
        let before = (0..at).rev().take_while(line).find(says).map(|at| shouted[at]);
        let after = (at + 1..words.len())
            .take_while(|&next| !words[next - 1].ends_with('\n'))
            .find(says)
            .map(|at| shouted[at]);
        let unclear = counts[at].small == 0;
        let between =
            (before, after) != (None, None) && before.unwrap_or(true) && after.unwrap_or(true);
        if shouted[at] || (unclear && between) {
            out.extend(word.chars().map(|c| if c.is_ascii() { c } else { uppercase(c) }));
        } else {
            out.push_str(word);
        }
    }
    out
}

fn plain(word: &str) -> Plain {
    word.chars().fold(Plain::default(), |counted, c| {
        // Ă Â Ê Ô Ơ Ư Đ have capitals of their own in VN3.
        if lowercase(c) != c {
            Plain { capitals: counted.capitals + 1, ..counted }
        } else if c.is_ascii_lowercase() || "ăâêôơưđ".contains(c) {
            Plain { small: counted.small + 1, ..counted }
        } else {
            counted
        }
    })
}

#[cfg(test)]
mod tests {
    use super::restore;

    #[test]
    fn capitals_come_back_where_the_plain_letters_say_so() {
        for (read, meant) in [
            ("CộNG HOà Xã HộI", "CỘNG HOÀ XÃ HỘI"),
            ("ủY BAN NHÂN DÂN", "ỦY BAN NHÂN DÂN"),
            ("Đảng ủy xã", "Đảng ủy xã"),
            ("Bộ Y tế và UBND xã", "Bộ Y tế và UBND xã"),
            ("TW Đảng ở Hà Nội", "TW Đảng ở Hà Nội"),
            ("BáO CáO\nở xã", "BÁO CÁO\nở xã"),
            ("á", "á"),
        ] {
            assert_eq!(restore(read), meant, "{read}");
        }
    }
}
