//! Where a text names which unit.
//!
//! Names are compared by whole syllables, tone placement and case aside. A text written without
//! marks is understood; a text with marks must have the right ones. Longer names win over shorter
//! ones in them. An occurrence does not count when its neighbours say that it is another's:
//! "huyện Sông Lô" is not the commune Sông Lô, and "Huyện ủy Lập Thạch" is not "Huyện ủy".

use std::collections::BTreeMap;
use std::ops::Range;

use model::Unit;
use model::unit::UnitKind;
use viet::Token;

use crate::registry::Registry;

/// One name of one unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Name {
    /// Place in the registry.
    pub(crate) unit: usize,
    /// It counts only where the unit's place is named in full.
    pub(crate) short: bool,
    /// It has no word for its kind ("Sông Lô"): capitals and neighbours must confirm it.
    bare: bool,
    words: Vec<Word>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Word {
    canonical: String,
    folded: String,
    capital: bool,
}

/// One occurrence of a name, perhaps shared by several units.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Occurrence {
    /// Places in the registry.
    pub(crate) units: Vec<usize>,
    /// Every one of them is meant only in context.
    pub(crate) short: bool,
    /// The name stands without a word for its kind.
    pub(crate) bare: bool,
    /// It says where something is or who comes from where, or stands in a list: "tại Hà Nội",
    /// "Lạng Sơn, Sóc Trăng".
    pub(crate) aside: bool,
    /// Bytes of the stretch.
    pub(crate) span: Range<usize>,
}

/// Words for kinds of places, longest first, as canonical syllables.
const PLACE_WORDS: &[(&[&str], UnitKind)] = &[
    (&["thành", "phố"], UnitKind::City),
    (&["thị", "trấn"], UnitKind::Township),
    (&["thị", "xã"], UnitKind::Town),
    (&["đặc", "khu"], UnitKind::SpecialZone),
    (&["tỉnh"], UnitKind::Province),
    (&["tp"], UnitKind::City),
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

/// Syllables as they are compared.
pub(crate) fn canonical_words(text: &str) -> Vec<String> {
    viet::tokens(text).map(|token| viet::canonical(token.text)).collect()
}

/// How many words at the head of `words` are a common phrase or a word for a kind of place.
fn common_head(words: &[String]) -> usize {
    let abbreviations = viet::abbreviations::groups().filter_map(|group| {
        let [short] = &group.short_syllables()[..] else { return None };
        (words.first() == Some(short)).then_some(1)
    });
    let phrases = COMMON.iter().filter_map(|phrase| {
        let phrase: Vec<&str> = phrase.split(' ').collect();
        starts_with(words, &phrase).then_some(phrase.len())
    });
    let places = PLACE_WORDS
        .iter()
        .filter(|(phrase, _)| starts_with(words, phrase))
        .map(|(phrase, _)| phrase.len());
    abbreviations.chain(phrases).chain(places).max().unwrap_or(0)
}

fn starts_with(words: &[String], phrase: &[&str]) -> bool {
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
fn place_word(words: &[String]) -> Option<(UnitKind, usize)> {
    PLACE_WORDS
        .iter()
        .find(|(phrase, _)| starts_with(words, phrase))
        .map(|(phrase, kind)| (*kind, phrase.len()))
}

/// All names of all units by the folded form of their first syllable, longest first.
pub(crate) fn table(units: &[Unit]) -> BTreeMap<String, Vec<Name>> {
    let mut table: BTreeMap<String, Vec<Name>> = BTreeMap::new();
    for (index, unit) in units.iter().enumerate() {
        let full =
            std::iter::once(&unit.name).chain(&unit.aliases).map(|name| (name.clone(), false));
        let short = unit.short_names.iter().cloned().chain(derived_short_names(units, unit));
        for (text, short) in full.chain(short.map(|name| (name, true))) {
            for words in variants(words(&text)) {
                let Some(first) = words.first().map(|word| word.folded.clone()) else { continue };
                let plain: Vec<String> = words.iter().map(|word| word.canonical.clone()).collect();
                let bare = common_head(&plain) == 0;
                let name = Name { unit: index, short, bare, words };
                let names = table.entry(first).or_default();
                if !names.contains(&name) {
                    names.push(name);
                }
            }
        }
    }
    for names in table.values_mut() {
        names.sort_by_key(|name| (std::cmp::Reverse(name.words.len()), name.short, name.unit));
    }
    table
}

fn words(text: &str) -> Vec<Word> {
    viet::tokens(text)
        .map(|token| {
            let canonical = viet::canonical(token.text);
            let folded = viet::fold(&canonical);
            Word { canonical, folded, capital: is_capital(token.text) }
        })
        .collect()
}

fn is_capital(text: &str) -> bool {
    text.chars().next().is_some_and(char::is_uppercase)
}

/// What a body is called where its place is understood: its name without the place's, if what is
/// left is a common phrase ("Đảng ủy phường Đức Giang" → "Đảng ủy phường", "Đảng ủy").
fn derived_short_names(units: &[Unit], unit: &Unit) -> Vec<String> {
    let above = |unit: &Unit| units.iter().find(|other| Some(&other.id) == unit.parent.as_ref());
    let mut place = above(unit);
    while let Some(body) = place.filter(|place| place.kind == UnitKind::Body) {
        place = above(body);
    }
    let (UnitKind::Body, Some(place)) = (unit.kind, place) else { return Vec::new() };
    let tokens: Vec<Token<'_>> = viet::tokens(&unit.name).collect();
    let plain: Vec<String> = canonical_words(&unit.name);
    [proper_name(place), canonical_words(&place.name)]
        .iter()
        .filter_map(|tail| plain.strip_suffix(&tail[..]))
        .filter_map(|head| tokens.get(head.len().checked_sub(1)?))
        .map(|last| unit.name[..last.span.end].to_owned())
        .filter(|name| is_common(name))
        .collect()
}

/// A name, and the same with its common phrases abbreviated ("UBND huyện Sông Lô") or spelled out.
/// A name that is nothing but an abbreviation is no name.
fn variants(words: Vec<Word>) -> Vec<Vec<Word>> {
    let mut all = vec![words.clone()];
    for group in viet::abbreviations::groups() {
        let short = self::words(group.short);
        for long in &group.long {
            let long = self::words(long);
            for (from, to) in [(&long, &short), (&short, &long)] {
                if words.len() > from.len()
                    && let Some(at) = position(&words, from)
                {
                    let mut other = words.clone();
                    other.splice(at..at + from.len(), to.iter().cloned());
                    all.push(other);
                }
            }
        }
    }
    all
}

fn position(words: &[Word], part: &[Word]) -> Option<usize> {
    let same = |a: &Word, b: &Word| a.canonical == b.canonical;
    words.windows(part.len().max(1)).position(|window| {
        window.len() == part.len() && window.iter().zip(part).all(|(a, b)| same(a, b))
    })
}

/// A stretch of text cut into syllables, for finding names in it.
pub(crate) struct Stretch<'t> {
    text: &'t str,
    tokens: Vec<Token<'t>>,
    canonical: Vec<String>,
    /// Nothing is in lower case: capitals tell nothing.
    shouted: bool,
    /// Nothing has a mark: marks tell nothing.
    unmarked: bool,
}

impl<'t> Stretch<'t> {
    /// Cuts a text.
    pub(crate) fn new(text: &'t str) -> Self {
        let tokens: Vec<Token<'_>> = viet::tokens(text).collect();
        let canonical = tokens.iter().map(|token| viet::canonical(token.text)).collect();
        let shouted = !text.chars().any(char::is_lowercase);
        Self { text, tokens, canonical, shouted, unmarked: text.is_ascii() }
    }

    /// Whether only white space lies before a token (and a token lies before that).
    fn joined(&self, at: usize) -> bool {
        let (Some(before), Some(token)) =
            (at.checked_sub(1).and_then(|i| self.tokens.get(i)), self.tokens.get(at))
        else {
            return false;
        };
        let gap = &self.text[before.span.end..token.span.start];
        !gap.contains('\n') && gap.chars().all(|c| c.is_whitespace() || c == '\u{200b}')
    }

    fn capital(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| is_capital(token.text))
    }

    fn is_name_at(&self, name: &Name, at: usize) -> bool {
        let end = at + name.words.len();
        end <= self.tokens.len()
            && name.words.iter().zip(at..).all(|(word, i)| self.is_word_at(word, i))
            && (at + 1..end).all(|i| self.joined(i))
            && (!name.bare || self.confirms_bare(name, at))
    }

    fn is_word_at(&self, word: &Word, at: usize) -> bool {
        self.canonical[at] == word.canonical || (self.unmarked && self.canonical[at] == word.folded)
    }

    /// A name without a word for its kind must be written with its capitals, and be neither part of
    /// a longer name nor called something else.
    fn confirms_bare(&self, name: &Name, at: usize) -> bool {
        let capitals =
            name.words.iter().zip(at..).all(|(word, i)| !word.capital || self.capital(i));
        let before = at.checked_sub(1).filter(|_| self.joined(at));
        capitals
            && (self.shouted || before.is_none_or(|i| !self.capital(i) || self.ends_common(at)))
    }

    /// Whether a common phrase ends right before a token ("Báo", "Huyện ủy").
    fn ends_common(&self, at: usize) -> bool {
        (1..=4.min(at)).any(|n| common_head(&self.canonical[at - n..at]) == n)
            || self.canonical[at - 1] == "báo"
    }

    /// The kind of place that the word right before a token says.
    fn kind_before(&self, at: usize) -> Option<UnitKind> {
        let joined = |n: usize| n <= at && (at + 1 - n..=at).all(|i| self.joined(i));
        PLACE_WORDS
            .iter()
            .find(|(phrase, _)| {
                joined(phrase.len()) && starts_with(&self.canonical[at - phrase.len()..at], phrase)
            })
            .map(|(_, kind)| *kind)
    }

    /// Whether the name ending before `end` goes on into a longer one.
    fn goes_on(&self, end: usize, short: bool) -> bool {
        if !self.joined(end) {
            return false;
        }
        if self.shouted {
            return short;
        }
        // After a full name, a capital may begin a person's name: "Bí thư Huyện ủy Sông Lô Lê …".
        self.capital(end) && (short || !SURNAMES.contains(&self.canonical[end].as_str()))
    }

    /// Whether a name is said only as a whereabouts, an origin, or one of a list.
    fn is_aside(&self, at: usize, end: usize, bare: bool) -> bool {
        let before = at.checked_sub(1).filter(|_| self.joined(at));
        let whereabouts = before.is_some_and(|i| WHEREABOUTS.contains(&self.canonical[i].as_str()));
        let listed = |left: usize| {
            let (Some(a), Some(b)) = (self.tokens.get(left), self.tokens.get(left + 1)) else {
                return false;
            };
            let gap = &self.text[a.span.end..b.span.start];
            gap.contains([',', '-', '–']) && !gap.contains('\n')
        };
        let capital = |i: usize| self.capital(i) && !self.shouted;
        whereabouts
            || bare && listed(end - 1) && capital(end)
            || bare && at > 0 && listed(at - 1) && capital(at - 1)
    }

    /// The place named right after a token: ", huyện Vũ Quang".
    fn qualifier(&self, end: usize) -> Option<(UnitKind, usize)> {
        let last = self.tokens.get(end.checked_sub(1)?)?;
        let next = self.tokens.get(end)?;
        let gap = &self.text[last.span.end..next.span.start];
        if gap.contains('\n') || !gap.chars().all(|c| c.is_whitespace() || ",-–(".contains(c)) {
            return None;
        }
        let (kind, head) = place_word(&self.canonical[end..])?;
        let name = end + head;
        (self.capital(name) && self.joined(name)).then_some((kind, name))
    }
}

/// Words before a place that only say where or whence.
const WHEREABOUTS: &[&str] =
    &["tại", "ở", "về", "đến", "tới", "từ", "quê", "hương", "thăm", "sang", "vào", "qua", "gần"];

/// The family names of some nine tenths of the Vietnamese.
const SURNAMES: &[&str] = &[
    "nguyễn", "trần", "lê", "phạm", "hoàng", "huỳnh", "phan", "vũ", "võ", "đặng", "bùi", "đỗ",
    "hồ", "ngô", "dương", "lý", "đinh", "đoàn", "trịnh", "trương", "lâm", "mai", "đào", "cao",
    "hà", "tạ", "tô", "nông", "lương", "triệu", "vi", "hứa", "chu",
];

/// All occurrences of names in a stretch of text, in order, never overlapping.
pub(crate) fn find(registry: &Registry, stretch: &Stretch<'_>) -> Vec<Occurrence> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < stretch.tokens.len() {
        let names = longest_at(registry, stretch, at);
        let Some(words) = names.first().map(|name| name.words.len()) else {
            at += 1;
            continue;
        };
        found.extend(occurrence(registry, stretch, &names, at));
        at += words;
    }
    found
}

/// The longest names that are written at a token, whatever their neighbours say.
fn longest_at<'r>(registry: &'r Registry, stretch: &Stretch<'_>, at: usize) -> Vec<&'r Name> {
    let first = viet::fold(&stretch.canonical[at]);
    let names = registry.names().get(&first).map_or(&[][..], Vec::as_slice);
    let mut written: Vec<&Name> =
        names.iter().filter(|name| stretch.is_name_at(name, at)).collect();
    let longest = written.first().map_or(0, |name| name.words.len());
    written.retain(|name| name.words.len() == longest);
    written
}

/// What names written at a token mean there, if anything.
fn occurrence(
    registry: &Registry,
    stretch: &Stretch<'_>,
    names: &[&Name],
    at: usize,
) -> Option<Occurrence> {
    let end = at + names.first()?.words.len();
    let fits = |name: &&&Name| {
        let unit = &registry.units()[name.unit];
        !stretch.goes_on(end, name.short)
            && fits_kind(stretch, name, unit, at)
            && fits_qualifier(registry, stretch, unit, end)
    };
    let fitting: Vec<&Name> = names.iter().filter(fits).copied().collect();
    // A full name is more than a short name of the same words.
    let short = fitting.iter().all(|name| name.short);
    let mut units: Vec<usize> =
        fitting.iter().filter(|name| name.short == short).map(|name| name.unit).collect();
    units.dedup();
    let bare = names.iter().all(|name| name.bare) && stretch.kind_before(at).is_none();
    (!units.is_empty()).then(|| Occurrence {
        units,
        short,
        bare,
        aside: stretch.is_aside(at, end, bare),
        span: stretch.tokens[at].span.start..stretch.tokens[end - 1].span.end,
    })
}

fn fits_kind(stretch: &Stretch<'_>, name: &Name, unit: &Unit, at: usize) -> bool {
    !name.bare || stretch.kind_before(at).is_none_or(|kind| kind == unit.kind)
}

/// A place named after it must be above it, if anything of that kind is.
fn fits_qualifier(registry: &Registry, stretch: &Stretch<'_>, unit: &Unit, end: usize) -> bool {
    let Some((kind, name)) = stretch.qualifier(end) else { return true };
    let mut above = registry.above(unit).filter(|above| above.kind == kind).peekable();
    if above.peek().is_none() {
        return true;
    }
    above.any(|above| stretch.canonical[name..].starts_with(&proper_name(above)))
}

/// Whether a stretch names a place of this kind that is not this one ("huyện Lập Thạch"). A person
/// ("Chủ tịch UBND huyện Lê …") or a body may stand there instead.
pub(crate) fn names_rival(stretch: &Stretch<'_>, place: &Unit) -> bool {
    if stretch.shouted {
        return false;
    }
    let own = proper_name(place);
    (1..stretch.tokens.len()).any(|at| {
        stretch.capital(at)
            && stretch.kind_before(at) == Some(place.kind)
            && !stretch.canonical[at..].starts_with(&own)
            && !SURNAMES.contains(&stretch.canonical[at].as_str())
            && common_head(&stretch.canonical[at..]) == 0
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::registry::tests::unit;

    fn registry() -> Registry {
        let mut province = unit("lang-son", UnitKind::Province, "Tỉnh Lạng Sơn", None);
        province.aliases = vec!["Lạng Sơn".to_owned()];
        let (registry, faults) = Registry::new(vec![
            unit("vinh-phuc", UnitKind::Province, "Tỉnh Vĩnh Phúc", None),
            unit("h", UnitKind::RuralDistrict, "Huyện Sông Lô", Some("vinh-phuc")),
            unit("x", UnitKind::Commune, "Xã Sông Lô", None),
            unit("hu", UnitKind::Body, "Huyện ủy Sông Lô", Some("h")),
            unit("btc", UnitKind::Body, "Ban Tổ chức Huyện ủy Sông Lô", Some("hu")),
            unit("ub", UnitKind::Body, "Ủy ban nhân dân huyện Sông Lô", Some("h")),
            province,
            unit("dk", UnitKind::Body, "Đảng ủy Khối các cơ quan tỉnh Lạng Sơn", Some("lang-son")),
        ]);
        assert_eq!(faults, []);
        registry
    }

    /// Each occurrence as `unit: words`, short ones in parentheses.
    fn check(text: &str, expected: &[&str]) {
        let registry = registry();
        let found: Vec<String> = find(&registry, &Stretch::new(text))
            .into_iter()
            .map(|found| {
                let ids: Vec<&str> =
                    found.units.iter().map(|&unit| registry.units()[unit].id.as_str()).collect();
                let words = &text[found.span.clone()];
                let name = format!("{}: {words}", ids.join("/"));
                if found.short { format!("({name})") } else { name }
            })
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn full_names() {
        check("Sáng 9/10, Huyện uỷ Sông Lô họp", &["hu: Huyện uỷ Sông Lô"]);
        check("xây dựng huyện Sông Lô giàu đẹp", &["h: huyện Sông Lô"]);
        check("xã Sông Lô", &["x: xã Sông Lô"]);
        check("HUYỆN ỦY SÔNG LÔ TỔ CHỨC GẶP MẶT", &["hu: HUYỆN ỦY SÔNG LÔ"]);
        check("Huyen uy Song Lo hop", &["hu: Huyen uy Song Lo"]);
        check("UBND huyện Sông Lô", &["ub: UBND huyện Sông Lô"]);
        check("Bí thư Huyện ủy Sông Lô Lê Đăng Tâm", &["hu: Huyện ủy Sông Lô"]);
        check("Chi bộ Báo Lạng Sơn", &["lang-son: Lạng Sơn"]);
    }

    #[test]
    fn names_of_others() {
        check("huyện sóng lộ", &[]);
        check("huyện Sông Lô Thượng", &[]);
        check("thị trấn Sông Lô", &[]);
        check("huyện, Sông Lô", &[]);
        check("thành phố Lạng Sơn", &[]);
        check("Bắc Lạng Sơn", &[]);
        check("lạng sơn", &[]);
        check("huyện Sông Lô, tỉnh Phú Thọ", &[]);
        check("huyện Sông Lô, tỉnh Vĩnh Phúc", &["h: huyện Sông Lô", "vinh-phuc: tỉnh Vĩnh Phúc"]);
        check("Huyện ủy Lập Thạch", &[]);
        check("Đảng ủy Khối các cơ quan tỉnh Bắc Giang", &[]);
    }

    #[test]
    fn short_names() {
        check("Thường trực Huyện ủy, UBND huyện", &["(hu: Huyện ủy)", "(ub: UBND huyện)"]);
        check("BTC Huyện ủy với tinh thần", &["(btc: BTC Huyện ủy)"]);
        check("Đảng ủy Khối các cơ quan tỉnh sơ kết", &["(dk: Đảng ủy Khối các cơ quan tỉnh)"]);
        check("Bí thư Huyện ủy Lê Văn A", &[]);
        check("HUYỆN ỦY LẬP THẠCH", &[]);
    }

    #[test]
    fn rivals() {
        let registry = registry();
        let district = &registry.units()[1];
        assert!(names_rival(&Stretch::new("Đoàn huyện Lập Thạch đến thăm"), district));
        assert!(!names_rival(
            &Stretch::new("UBND huyện Sông Lô; Chủ tịch UBND huyện, đồng chí"),
            district
        ));
        assert!(!names_rival(&Stretch::new("lãnh đạo huyện Ủy ban"), district));
        assert!(!names_rival(&Stretch::new("Chủ tịch UBND huyện Lê Quang Nghiệp"), district));
    }

    #[test]
    fn common_names() {
        for name in ["Huyện ủy", "Ban Tổ chức Huyện uỷ", "UBND xã", "Đảng ủy Khối các cơ quan tỉnh"]
        {
            assert!(is_common(name), "{name}");
        }
        for name in ["Huyện Văn Quan", "Lạng Sơn", "Đảng ủy phường Đức Giang"] {
            assert!(!is_common(name), "{name}");
        }
    }
}
