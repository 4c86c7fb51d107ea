//! Which places a text means, where the text says so.
//!
//! A place is read where its kind and its name stand together ("xã Tân Lập", "Huyện ủy Sông Lô"); a
//! province may be named alone. Of places that share the name, those that were not there on the day
//! of the article are left aside, then those that what is named beside it contradicts ("xã Tân Lập,
//! huyện Sông Lô"), then those outside the places that the text names elsewhere, district before
//! province. Where two remain, neither is taken; where the text names other provinces than the only
//! one that remains, that is not taken either.

use std::collections::BTreeSet;
use std::ops::Range;

use calendar::PartialDate;
use model::unit::UnitKind;

use super::{Gazetteer, PlaceId, Tier};
use crate::names::Stretch;
use crate::names::words::{SURNAMES, common_head, place_word};

/// What is known of a text from outside it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Context {
    /// The day whose names it uses: the event's, else the publication's.
    pub date: Option<PartialDate>,
    /// Places that its publisher, or whoever it is about, is in.
    pub within: Vec<PlaceId>,
}

/// A place, or a body of one, named in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The words, a body's included: "UBND huyện Sông Lô".
    pub span: Range<usize>,
    /// The place's own words: "huyện Sông Lô"; with "Huyện ủy Sông Lô" all of them.
    pub place: Range<usize>,
    /// It is a body of the place.
    pub is_body: bool,
    /// The place meant.
    pub meaning: Meaning,
}

/// What a name means in its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// One place.
    One(PlaceId),
    /// One of several, and nothing says which.
    Several(Vec<PlaceId>),
    /// None that the gazetteer has, or none that what stands beside it allows.
    Unknown,
}

impl Meaning {
    /// The place, if it is one.
    pub fn one(&self) -> Option<PlaceId> {
        match self {
            Self::One(place) => Some(*place),
            _ => None,
        }
    }
}

/// A name as it stands in the text.
struct Named {
    /// Tokens of the place's words.
    tokens: Range<usize>,
    /// The first token, a body's included.
    start: usize,
    is_body: bool,
    /// Places called so.
    called: Vec<PlaceId>,
    /// It has no word for its kind.
    bare: bool,
    /// Names of places that stand right after it and tell which it is, as places called so.
    told_by: Vec<Vec<PlaceId>>,
}

/// Longest name, in syllables: "Nông trường Trần Phú", "Văn Miếu - Quốc Tử Giám".
const LONGEST: usize = 6;

/// Reads the parts of a text, each for its own spans and all for one context.
pub fn read(gazetteer: &Gazetteer, parts: &[&str], context: &Context) -> Vec<Vec<Reading>> {
    let stretches: Vec<Stretch<'_>> = parts.iter().map(|part| Stretch::new(part)).collect();
    let named: Vec<Vec<Named>> =
        stretches.iter().map(|stretch| Reader { gazetteer, stretch }.all()).collect();
    let meanings = Resolver::new(gazetteer, context).all(&named);
    let mut meanings = meanings.into_iter();
    let readings = stretches.iter().zip(&named).map(|(stretch, named)| {
        let bytes = |tokens: Range<usize>| {
            stretch.tokens[tokens.start].span.start..stretch.tokens[tokens.end - 1].span.end
        };
        let each = named.iter().zip(meanings.by_ref()).map(|(named, meaning)| Reading {
            span: bytes(named.start..named.tokens.end),
            place: bytes(named.tokens.clone()),
            is_body: named.is_body,
            meaning,
        });
        each.collect()
    });
    readings.collect()
}

/// Finds the names in one stretch.
struct Reader<'g, 's, 't> {
    gazetteer: &'g Gazetteer,
    stretch: &'s Stretch<'t>,
}

impl Reader<'_, '_, '_> {
    fn all(&self) -> Vec<Named> {
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
                && !self.ends_title(start - n, phrase)
        }) {
            start -= longer;
        }
        (start, start < at)
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

/// Decides between places of one name.
struct Resolver<'g> {
    gazetteer: &'g Gazetteer,
    date: Option<PartialDate>,
    within: Vec<PlaceId>,
    /// The text speaks of districts: it is from before the reform.
    has_districts: bool,
    /// Places above communes that the text names without doubt.
    districts: BTreeSet<PlaceId>,
    provinces: BTreeSet<PlaceId>,
}

impl<'g> Resolver<'g> {
    fn new(gazetteer: &'g Gazetteer, context: &Context) -> Self {
        Self {
            gazetteer,
            date: context.date,
            within: context.within.clone(),
            has_districts: false,
            districts: BTreeSet::new(),
            provinces: BTreeSet::new(),
        }
    }

    fn all(mut self, named: &[Vec<Named>]) -> Vec<Meaning> {
        let flat: Vec<&Named> = named.iter().flatten().collect();
        self.has_districts = flat.iter().any(|named| {
            !named.bare
                && named.called.iter().all(|id| {
                    let place = self.gazetteer.place(*id);
                    place.tier == Tier::District || place.kind == UnitKind::Township
                })
        });
        for id in self.within.clone() {
            self.establish(id);
        }
        // What is beyond doubt tells the rest, from the top down.
        for tier in [Tier::Province, Tier::District] {
            for named in &flat {
                let at_tier = |id: &PlaceId| self.gazetteer.place(*id).tier == tier;
                if named.called.iter().any(at_tier)
                    && let Some(place) = self.meaning(named).one()
                {
                    self.establish(place);
                }
            }
        }
        for named in flat.iter().filter(|named| !named.told_by.is_empty()) {
            if let Some(place) = self.meaning(named).one() {
                self.establish(place);
            }
        }
        flat.into_iter().map(|named| self.meaning(named)).collect()
    }

    fn establish(&mut self, id: PlaceId) {
        let chain: Vec<PlaceId> =
            std::iter::once(id).chain(self.gazetteer.above(id, self.date)).collect();
        for id in chain {
            match self.gazetteer.place(id).tier {
                Tier::Province => self.provinces.insert(id),
                Tier::District => self.districts.insert(id),
                _ => false,
            };
        }
    }

    fn meaning(&self, named: &Named) -> Meaning {
        let gazetteer = self.gazetteer;
        let mut left = named.called.clone();
        if let Some(date) = self.date {
            left.retain(|id| gazetteer.may_be_at(*id, date));
        } else if self.has_districts {
            left.retain(|id| gazetteer.place(*id).tier != Tier::NewCommune);
        }
        for above in &named.told_by {
            left.retain(|id| above.iter().any(|above| gazetteer.was_in(*id, *above)));
        }
        let told = !named.told_by.is_empty();
        match left[..] {
            [] => Meaning::Unknown,
            [only] if told || self.fits_text(only) => Meaning::One(only),
            [_] => Meaning::Unknown,
            _ => self.nearest(left),
        }
    }

    /// Whether the only place of a name is in a province that the text names, if it names any.
    fn fits_text(&self, id: PlaceId) -> bool {
        let is_commune = self.gazetteer.place(id).tier >= Tier::Commune;
        !is_commune
            || self.provinces.is_empty()
            || self.provinces.iter().any(|province| self.gazetteer.was_in(id, *province))
    }

    fn nearest(&self, left: Vec<PlaceId>) -> Meaning {
        for above in [&self.districts, &self.provinces] {
            let mut inside = left
                .iter()
                .filter(|id| above.iter().any(|above| self.gazetteer.was_in(**id, *above)));
            match (inside.next(), inside.next()) {
                (Some(only), None) => return Meaning::One(*only),
                (Some(_), Some(_)) => break,
                (None, _) => {}
            }
        }
        Meaning::Several(left)
    }
}

#[cfg(test)]
mod tests;
