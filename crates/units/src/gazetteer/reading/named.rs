//! The names of places as they stand in a text: their kind beside them, alone, in lists, with what
//! tells which they are.

use std::ops::Range;

use model::unit::UnitKind;

use super::super::{Gazetteer, PlaceId, Tier};
use crate::names::Stretch;
use crate::names::words::{SURNAMES, common_head, place_word};

/// A name as it stands in the text.
pub(super) struct Named {
    /// Tokens of the place's words.
    pub(super) tokens: Range<usize>,
    /// The first token, a body's included.
    pub(super) start: usize,
    pub(super) is_body: bool,
    /// Places called so.
    pub(super) called: Vec<PlaceId>,
    /// It has no word for its kind.
    pub(super) bare: bool,
    /// Names of places that stand right after it and tell which it is, as places called so.
    pub(super) told_by: Vec<Vec<PlaceId>>,
}

/// Longest name, in syllables: "Nông trường Trần Phú", "Văn Miếu - Quốc Tử Giám".
const LONGEST: usize = 6;

/// Finds the names in one stretch.
pub(super) struct Reader<'g, 's, 't> {
    pub(super) gazetteer: &'g Gazetteer,
    pub(super) stretch: &'s Stretch<'t>,
}

impl Reader<'_, '_, '_> {
    /// All of them, in order.
    pub(super) fn all(&self) -> Vec<Named> {
        let mut all: Vec<Named> = Vec::new();
        let mut at = 0;
        while at < self.stretch.tokens.len() {
            let Some(mut named) = self.named_at(at) else {
                at += 1;
                continue;
            };
            let kind = self.kind_at(at).map(|kind| kind.0);
            let plural = at > 0 && self.is_plural(at - 1);
            at = named.tokens.end;
            self.tell(&mut named);
            all.push(named);
            // "các xã Hải Lựu, Nhân Đạo và Đôn Nhân": the kind is said once.
            if let (true, Some(kind)) = (plural, kind) {
                while let Some(mut next) = self.next_of_list(at, kind) {
                    at = next.tokens.end;
                    self.tell(&mut next);
                    all.push(next);
                }
            }
        }
        all
    }

    /// Names behind a word for a kind of place that are on none of the lists, as tokens with that word:
    /// "xã Vân Trugn". What may be a person, a body or a foreign place is left out.
    pub(super) fn unlisted(&self, named: &[Named]) -> Vec<Range<usize>> {
        let stretch = self.stretch;
        if stretch.shouted || stretch.unmarked {
            return Vec::new();
        }
        let known =
            |at: usize| named.iter().any(|named| (named.start..named.tokens.end).contains(&at));
        let mut found = Vec::new();
        let mut at = 0;
        while at < stretch.tokens.len() {
            let kind = self.kind_at(at).filter(|(_, _, is_body)| !is_body && !known(at));
            let tokens = kind.and_then(|(_, head, _)| self.proper_at(at + head).map(|end| at..end));
            at = tokens.as_ref().map_or(at + 1, |tokens| tokens.end);
            found.extend(tokens);
        }
        found
    }

    /// The end of the proper name at a token: syllables with capitals, none of them foreign.
    fn proper_at(&self, name: usize) -> Option<usize> {
        let stretch = self.stretch;
        if !stretch.joined(name) {
            return None;
        }
        let is_part =
            |i: usize| stretch.capital(i) && (i == name || stretch.joined(i)) && i < name + LONGEST;
        let end =
            (name..stretch.tokens.len()).find(|i| !is_part(*i)).unwrap_or(stretch.tokens.len());
        let words = &stretch.canonical[name..end];
        let is_name = !words.is_empty()
            && words.iter().all(|word| viet::is_syllable(word))
            && !SURNAMES.contains(&words[0].as_str())
            && common_head(words) == 0
            && stretch.tokens[name].text.chars().any(char::is_lowercase);
        is_name.then_some(end)
    }

    /// The name whose words begin at a token.
    fn named_at(&self, at: usize) -> Option<Named> {
        let Some((kind, head, is_body)) = self.kind_at(at) else { return self.bare_at(at) };
        let name = at + head;
        if !self.stretch.joined(name) && !self.follows_dot(name) {
            return None;
        }
        let called = self.called_at(name, |place| place == kind)?;
        if kind == UnitKind::Province && self.is_double(name + called.0) {
            return None;
        }
        let (start, more) = self.body_before(at);
        Some(Named {
            tokens: at..name + called.0,
            start,
            is_body: is_body || more,
            called: called.1,
            bare: false,
            told_by: Vec::new(),
        })
    }

    /// "tỉnh Quảng Nam - Đà Nẵng": a province of before the lists, named by two of today.
    fn is_double(&self, end: usize) -> bool {
        let is_dash = matches!(self.stretch.gap(end).trim(), "-" | "–");
        let provinces = |(_, called): (usize, Vec<PlaceId>)| {
            called.iter().any(|id| self.gazetteer.place(*id).tier == Tier::Province)
        };
        is_dash && self.called_at(end, |_| true).is_some_and(provinces)
    }

    /// The kind that the words at a token say, how many they are, and whether they are a body's.
    fn kind_at(&self, at: usize) -> Option<(UnitKind, usize, bool)> {
        const BODIES: &[(&str, UnitKind)] = &[
            ("tỉnh", UnitKind::Province),
            ("thành", UnitKind::City),
            ("quận", UnitKind::UrbanDistrict),
            ("huyện", UnitKind::RuralDistrict),
            ("thị", UnitKind::Town),
            ("xã", UnitKind::Commune),
        ];
        let words = &self.stretch.canonical[at..];
        if let [level, body, ..] = words
            && matches!(body.as_str(), "ủy" | "đoàn")
            && self.stretch.joined(at + 1)
            && let Some((_, kind)) = BODIES.iter().find(|(word, _)| word == level)
        {
            return Some((*kind, 2, true));
        }
        let (kind, head) = place_word(words)?;
        (1..head).all(|i| self.stretch.joined(at + i)).then_some((kind, head, false))
    }

    /// "TP.Vinh": only a dot lies before the name.
    fn follows_dot(&self, at: usize) -> bool {
        at > 0
            && matches!(self.stretch.canonical[at - 1].as_str(), "tp" | "tx")
            && self.stretch.gap(at).trim() == "."
    }

    /// The longest name at a token of places of some kind, and the places called so.
    fn called_at(
        &self,
        name: usize,
        fits: impl Fn(UnitKind) -> bool,
    ) -> Option<(usize, Vec<PlaceId>)> {
        let stretch = self.stretch;
        let first = stretch.canonical.get(name)?;
        let is_number = first.bytes().all(|b| b.is_ascii_digit());
        if !(stretch.capital(name) || stretch.shouted || is_number) {
            return None;
        }
        let most = LONGEST.min(stretch.tokens.len() - name);
        let joined = (1..most).take_while(|n| stretch.binds(name + n)).count() + 1;
        for words in (1..=joined).rev() {
            let called = self.called(&stretch.canonical[name..name + words], &fits);
            if !called.is_empty() && !self.goes_on(name + words) {
                return Some((words, called));
            }
        }
        None
    }

    fn called(&self, words: &[String], fits: &impl Fn(UnitKind) -> bool) -> Vec<PlaceId> {
        let name = match words {
            [only] if only == "hcm" => "hồ chí minh".to_owned(),
            _ => words.join(" "),
        };
        let names = self.gazetteer.folded_as(&viet::fold(&name)).iter();
        let mut called: Vec<PlaceId> = names
            .filter(|known| known.proper == name || self.stretch.unmarked)
            .map(|known| known.place)
            .filter(|id| fits(self.gazetteer.place(*id).kind))
            .collect();
        called.sort_unstable();
        called.dedup();
        called
    }

    /// Whether the name that ends before a token goes on: a capital that begins no person's name, or
    /// a number ("phường Hải Châu 1", beside a phường Hải Châu).
    fn goes_on(&self, end: usize) -> bool {
        let stretch = self.stretch;
        if !stretch.joined(end) || stretch.shouted {
            return false;
        }
        let word = stretch.canonical[end].as_str();
        let is_number = word.bytes().all(|b| b.is_ascii_digit());
        is_number || stretch.capital(end) && !SURNAMES.contains(&word)
    }

    /// A province named alone, or by a body of it: "Hà Nội", "Công an Hà Nội".
    fn bare_at(&self, at: usize) -> Option<Named> {
        let stretch = self.stretch;
        // "tỉnh Cần Thơ" is not the city, and is on none of the lists.
        if stretch.shouted || !stretch.capital(at) || stretch.kind_before(at).is_some() {
            return None;
        }
        let first = &stretch.canonical[at];
        let alone = first == "tphcm";
        if !alone
            && !stretch.unmarked
            && self.gazetteer.province_heads.binary_search(first).is_err()
        {
            return None;
        }
        let (words, called) = if alone {
            (1, self.called(&["hcm".to_owned()], &|kind| kind == UnitKind::City))
        } else {
            self.called_at(at, |kind| matches!(kind, UnitKind::Province | UnitKind::City))?
        };
        let provinces: Vec<PlaceId> = called
            .into_iter()
            .filter(|id| self.gazetteer.place(*id).tier == Tier::Province)
            .collect();
        let (start, is_body) = self.body_before(at);
        // Alone, "Hồ Chí Minh" is the man.
        if first == "hồ" && !is_body {
            return None;
        }
        if provinces.is_empty() || !alone && !is_body && !self.stands_alone(at, at + words) {
            return None;
        }
        Some(Named {
            tokens: at..at + words,
            start,
            is_body,
            called: provinces,
            bare: true,
            told_by: Vec::new(),
        })
    }

    /// Whether a name without a kind is a place's: not part of a longer name, nor a street's.
    fn stands_alone(&self, at: usize, end: usize) -> bool {
        const OTHERS: &[&str] = &[
            "đường",
            "phố",
            "sông",
            "cầu",
            "chợ",
            "ga",
            "trường",
            "học",
            "viện",
            "sạn",
            "tàu",
            "hồ",
            "núi",
            "đèo",
            "biển",
            "vịnh",
            "đảo",
            "hiệu",
            "bò",
            "ty",
            "clb",
            "bộ",
            "thôn",
            "ấp",
            "bản",
            "làng",
            "tổ",
            "khối",
            "anh",
            "chị",
            "ông",
            "bà",
            "em",
            "cháu",
            "cô",
            "chú",
            "bác",
            "cụ",
            "hàng",
            "đình",
            "chùa",
            "đền",
            "giáo",
            "họ",
            "khu",
        ];
        let stretch = self.stretch;
        if stretch.joined(end) && stretch.capital(end) {
            return false;
        }
        let Some(before) = at.checked_sub(1).filter(|_| stretch.joined(at)) else {
            return !stretch.gap(end).starts_with(['-', '–']);
        };
        let word = stretch.canonical[before].as_str();
        let in_name = stretch.capital(before) && !stretch.opens(before);
        !in_name && !OTHERS.contains(&word)
    }

    /// The first word of the body whose place begins at a token, and whether there is one.
    fn body_before(&self, at: usize) -> (usize, bool) {
        let stretch = self.stretch;
        let mut start = at;
        while let Some(longer) = (1..=5.min(start)).rev().find(|n| {
            let phrase = &stretch.canonical[start - n..start];
            common_head(phrase) == *n
                && place_word(phrase).is_none()
                && (start - n + 1..=start).all(|i| stretch.joined(i))
                && phrase[0] != "và"
                && !self.is_numeral(start - n)
                && !self.ends_title(start - n, phrase)
        }) {
            start -= longer;
        }
        (start, start < at)
    }

    /// "kỳ họp thứ tư HĐND": an abbreviation is written in capitals.
    fn is_numeral(&self, at: usize) -> bool {
        self.stretch.canonical[at] == "tư" && !self.stretch.capital(at)
    }

    /// "Phó Chủ tịch Thường trực UBND …": the words belong to the title of a person.
    fn ends_title(&self, at: usize, phrase: &[String]) -> bool {
        const TITLES: &[&str] = &["tịch", "thư", "trưởng", "nhiệm", "ban", "đốc", "viên"];
        phrase[0] == "thường"
            && at > 0
            && self.stretch.joined(at)
            && TITLES.contains(&self.stretch.canonical[at - 1].as_str())
    }

    fn is_plural(&self, at: usize) -> bool {
        const MANY: &[&str] =
            &["các", "những", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười", "số"];
        let word = self.stretch.canonical[at].as_str();
        self.stretch.joined(at + 1)
            && (MANY.contains(&word) || word.bytes().all(|b| b.is_ascii_digit()))
    }

    /// The next name of a list: after a comma, a semicolon or "và".
    fn next_of_list(&self, end: usize, kind: UnitKind) -> Option<Named> {
        let stretch = self.stretch;
        let and = stretch.canonical.get(end).is_some_and(|word| word == "và");
        let at = if and { end + 1 } else { end };
        if at >= stretch.tokens.len() || !stretch.capital(at) {
            return None;
        }
        let gap = stretch.gap(end).trim();
        let listed =
            if and { gap.is_empty() && stretch.joined(at) } else { matches!(gap, "," | ";") };
        if !listed {
            return None;
        }
        let (words, called) = self.called_at(at, |place| place == kind)?;
        let tokens = at..at + words;
        Some(Named { start: at, tokens, is_body: false, called, bare: false, told_by: Vec::new() })
    }

    /// Takes what stands right after a name and tells which place it is: places above it, with or
    /// without a word for their kind.
    fn tell(&self, named: &mut Named) {
        let stretch = self.stretch;
        let gazetteer = self.gazetteer;
        let mut end = named.tokens.end;
        let mut called = named.called.clone();
        while end < stretch.tokens.len() {
            let mut at = end;
            let gap = stretch.gap(end);
            if gap.contains('\n') || !gap.chars().all(|c| c.is_whitespace() || ",-–(".contains(c))
            {
                break;
            }
            if matches!(stretch.canonical[at].as_str(), "thuộc" | "của") {
                at += 1;
            }
            let with_kind = self.kind_at(at).filter(|(_, _, is_body)| !is_body);
            let above = match with_kind {
                Some((kind, head, _)) if at + head < stretch.tokens.len() => self
                    .called_at(at + head, |place| place == kind)
                    .map(|(words, above)| (at + head + words, above)),
                // "TP Vinh, Nghệ An"; without a sign between, it is one name.
                None if at == end && !gap.trim().is_empty() && stretch.capital(at) => {
                    self.called_at(at, |_| true).map(|(words, above)| (at + words, above))
                }
                _ => None,
            };
            let Some((next, above)) = above else { break };
            let inside: Vec<PlaceId> = called
                .iter()
                .copied()
                .filter(|id| above.iter().any(|above| gazetteer.was_in(*id, *above)))
                .collect();
            let tier = |id: &PlaceId| gazetteer.place(*id).tier;
            let higher = above.iter().any(|above| called.iter().all(|id| tier(above) < tier(id)));
            if inside.is_empty() {
                // Another of a list, unless its kind says that it should be above.
                if with_kind.is_some() && higher {
                    named.told_by.push(above);
                }
                break;
            }
            named.told_by.push(above.clone());
            called = inside;
            end = next;
        }
    }
}
