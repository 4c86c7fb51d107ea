//! Which letter sequences are Vietnamese syllables.

use crate::letter::{Letter, Tone};
use crate::normal::letters;

/// Onsets, longer before their beginnings; the empty onset last.
const ONSETS: [&str; 29] = [
    "ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr", "b", "c", "d", "đ", "g",
    "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "x", "q", "",
];

/// Rimes without tone, in byte order.
const RIMES: [&str; 176] = [
    "a", "ac", "ach", "ai", "am", "an", "ang", "anh", "ao", "ap", "at", "au", "ay", "e", "ec",
    "em", "en", "eng", "eo", "ep", "et", "i", "ia", "ich", "im", "in", "inh", "ip", "it", "iu",
    "iêc", "iêm", "iên", "iêng", "iêp", "iêt", "iêu", "o", "oa", "oac", "oach", "oai", "oam",
    "oan", "oang", "oanh", "oao", "oap", "oat", "oay", "oc", "oe", "oem", "oen", "oeo", "oet",
    "oi", "om", "on", "ong", "ooc", "oong", "op", "ot", "oăc", "oăm", "oăn", "oăng", "oăp", "oăt",
    "u", "ua", "uan", "uc", "ui", "um", "un", "ung", "uo", "up", "ut", "uy", "uya", "uych", "uyn",
    "uynh", "uyp", "uyt", "uyu", "uyên", "uyêt", "uân", "uâng", "uât", "uây", "uê", "uêch", "uên",
    "uênh", "uêu", "uôc", "uôi", "uôm", "uôn", "uông", "uôp", "uôt", "uơ", "uơn", "y", "ych", "ym",
    "yn", "ynh", "yt", "yêm", "yên", "yêng", "yêt", "yêu", "âc", "âm", "ân", "âng", "âp", "ât",
    "âu", "ây", "ê", "êch", "êm", "ên", "êng", "ênh", "êp", "êt", "êu", "ô", "ôc", "ôi", "ôm",
    "ôn", "ông", "ôp", "ôt", "ôông", "ăc", "ăm", "ăn", "ăng", "ăp", "ăt", "ơ", "ơi", "ơm", "ơn",
    "ơng", "ơp", "ơt", "ư", "ưa", "ưc", "ưi", "ưm", "ưn", "ưng", "ưt", "ưu", "ươc", "ươi", "ươm",
    "ươn", "ương", "ươp", "ươt", "ươu",
];

/// Whether a word is spelled as a Vietnamese syllable can be: onset, rime, and only sắc or nặng
/// before a final c, ch, p, t. Whether such a word exists is another question.
///
/// ```
/// assert!(viet::is_syllable("nghiêng") && viet::is_syllable("Uỷ") && viet::is_syllable("giếng"));
/// assert!(!viet::is_syllable("UBND") && !viet::is_syllable("các̀") && !viet::is_syllable("w"));
/// ```
pub fn is_syllable(word: &str) -> bool {
    let letters = letters(word);
    let mut tones = letters.iter().map(|l| l.tone).filter(|&tone| tone != Tone::Level);
    let tone = tones.next().unwrap_or_default();
    if tones.next().is_some() {
        return false;
    }
    let spelled: String =
        letters.iter().map(|l| Letter { tone: Tone::Level, ..*l }.to_char()).collect();
    let stopped = ["c", "ch", "p", "t"].iter().any(|end| spelled.ends_with(end));
    if stopped && !matches!(tone, Tone::Acute | Tone::Dot) {
        return false;
    }
    ONSETS.iter().any(|onset| {
        spelled.strip_prefix(onset).is_some_and(|rime| RIMES.binary_search(&rime).is_ok())
    })
}

/// Whether a rime begins with these letters, which bear no tone.
pub(crate) fn begins_rime(letters: &str) -> bool {
    let at = RIMES.partition_point(|rime| *rime < letters);
    RIMES.get(at).is_some_and(|rime| rime.starts_with(letters))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rimes_are_in_order() {
        assert!(RIMES.windows(2).all(|pair| pair[0] < pair[1]));
    }

    #[test]
    fn syllables_and_others() {
        for yes in [
            "a", "ở", "ử", "Đảng", "uỷ", "ủy", "quý", "quyết", "giữa", "gì", "giếng", "khuỷu",
            "nghiệp", "truyền", "thuở", "khoẻ", "yêu", "xoong", "quốc", "gin", "hoặc", "huệ", "đ",
        ] {
            assert_eq!(is_syllable(yes), yes != "đ", "{yes}");
        }
        for no in ["", "UBND", "catp", "các̀", "hàp", "tw4", "uyr", "strong", "việtnam", "15", "áà"]
        {
            assert!(!is_syllable(no), "{no}");
        }
    }
}
