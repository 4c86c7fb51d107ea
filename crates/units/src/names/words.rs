//! Words that names of units are made of, and words that stand around them.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use model::Unit;
use model::unit::UnitKind;

/// Words for kinds of places, longest first, as canonical syllables.
pub(crate) const PLACE_WORDS: &[(&[&str], UnitKind)] = &[
    (&["thành", "phố"], UnitKind::City),
    (&["thị", "trấn"], UnitKind::Township),
    (&["thị", "xã"], UnitKind::Town),
    (&["đặc", "khu"], UnitKind::SpecialZone),
    (&["tỉnh"], UnitKind::Province),
    (&["tp"], UnitKind::City),
    (&["tx"], UnitKind::Town),
    (&["quận"], UnitKind::UrbanDistrict),
    (&["huyện"], UnitKind::RuralDistrict),
    (&["phường"], UnitKind::Ward),
    (&["xã"], UnitKind::Commune),
];

/// Phrases that every unit of a kind has: a name made only of them is nobody's own.
const COMMON: &[&str] = &[
    "ban chấp hành",
    "ban thường vụ",
    "ban tổ chức",
    "ban tuyên giáo",
    "ban tuyên giáo và dân vận",
    "ban dân vận",
    "ban nội chính",
    "ban chỉ huy quân sự",
    "bộ chỉ huy quân sự",
    "các ban đảng",
    "các ban xây dựng đảng",
    "các cơ quan",
    "chi bộ",
    "chi ủy",
    "công an",
    "công đoàn",
    "doanh nghiệp",
    "hội cựu chiến binh",
    "hội đồng nhân dân",
    "hội liên hiệp phụ nữ",
    "hội nông dân",
    "khối",
    "khối dân vận",
    "liên đoàn lao động",
    "mặt trận tổ quốc",
    "tỉnh đoàn",
    "huyện đoàn",
    "đoàn thanh niên",
    "đảng bộ",
    "đảng ủy",
    "tỉnh ủy",
    "thành ủy",
    "quận ủy",
    "huyện ủy",
    "thị ủy",
    "thường trực",
    "trung tâm chính trị",
    "ủy ban",
    "ủy ban kiểm tra",
    "ủy ban mặt trận tổ quốc",
    "ủy ban nhân dân",
    "văn phòng",
    "và",
];

/// Abbreviations of one syllable.
static ABBREVIATIONS: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    let shorts = viet::abbreviations::groups().map(|group| group.short_syllables());
    shorts.filter_map(|short| <[String; 1]>::try_from(short).ok()).map(|[only]| only).collect()
});

/// [`COMMON`], cut into syllables.
static COMMON_WORDS: LazyLock<Vec<Vec<&str>>> =
    LazyLock::new(|| COMMON.iter().map(|phrase| phrase.split(' ').collect()).collect());

/// Syllables as they are compared.
pub(crate) fn canonical_words(text: &str) -> Vec<String> {
    viet::tokens(text).map(|token| viet::canonical(token.text)).collect()
}

/// How many words at the head of `words` are a common phrase or a word for a kind of place.
pub(crate) fn common_head(words: &[String]) -> usize {
    let abbreviations =
        words.first().is_some_and(|word| ABBREVIATIONS.contains(word)).then_some(1).into_iter();
    let phrases =
        COMMON_WORDS.iter().filter_map(|phrase| starts_with(words, phrase).then_some(phrase.len()));
    let places = PLACE_WORDS
        .iter()
        .filter(|(phrase, _)| starts_with(words, phrase))
        .map(|(phrase, _)| phrase.len());
    abbreviations.chain(phrases).chain(places).max().unwrap_or(0)
}

pub(crate) fn starts_with(words: &[String], phrase: &[&str]) -> bool {
    words.len() >= phrase.len() && words.iter().zip(phrase).all(|(word, part)| word == part)
}

/// Whether any unit of the kind may be called so.
pub(crate) fn is_common(name: &str) -> bool {
    let words = canonical_words(name);
    let mut rest = &words[..];
    while !rest.is_empty() {
        match common_head(rest) {
            0 => return false,
            head => rest = &rest[head..],
        }
    }
    true
}

/// The name of a place without the word for its kind, as canonical syllables.
pub(crate) fn proper_name(place: &Unit) -> Vec<String> {
    let words = canonical_words(&place.name);
    match place_word(&words) {
        Some((_, head)) if head < words.len() => words[head..].to_vec(),
        _ => words,
    }
}

/// The word for a kind of place at the head of `words`, and its length.
pub(crate) fn place_word(words: &[String]) -> Option<(UnitKind, usize)> {
    PLACE_WORDS
        .iter()
        .find(|(phrase, _)| starts_with(words, phrase))
        .map(|(phrase, kind)| (*kind, phrase.len()))
}

/// A name cut into the kind that its first words say, and the rest. Without such a word, or without
/// a rest, it is all rest.
pub(crate) fn split_kind(name: &str) -> (Option<UnitKind>, &str) {
    let tokens: Vec<viet::Token<'_>> = viet::tokens(name).take(3).collect();
    let words: Vec<String> = tokens.iter().map(|token| viet::canonical(token.text)).collect();
    match place_word(&words) {
        Some((kind, head)) if head < words.len() => (Some(kind), &name[tokens[head].span.start..]),
        _ => (None, name),
    }
}

/// Whether a word begins with a capital letter.
pub(crate) fn is_capital(text: &str) -> bool {
    text.chars().next().is_some_and(char::is_uppercase)
}

/// The family names of some nine tenths of the Vietnamese.
pub(crate) const SURNAMES: &[&str] = &[
    "nguyễn", "trần", "lê", "phạm", "hoàng", "huỳnh", "phan", "vũ", "võ", "đặng", "bùi", "đỗ",
    "hồ", "ngô", "dương", "lý", "đinh", "đoàn", "trịnh", "trương", "lâm", "mai", "đào", "cao",
    "hà", "tạ", "tô", "nông", "lương", "triệu", "vi", "hứa", "chu",
];

/// Words before a place that only say where or whence.
pub(crate) const WHEREABOUTS: &[&str] =
    &["tại", "ở", "về", "đến", "tới", "từ", "quê", "hương", "thăm", "sang", "vào", "qua", "gần"];
