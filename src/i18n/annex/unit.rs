//! What the list of units and a unit's page say.

use calendar::PartialDate;
use model::unit::{Share, UnitKind};

use crate::annals::lineage::{Fate, Kin, Lineage};
use crate::i18n::dates::{self, join};

/// What the list of units and a unit's page say.
pub struct Unit {
    /// Title of the list.
    pub title: &'static str,
    /// Under it.
    pub lead: &'static str,
    /// When the archive lists none.
    pub empty: &'static str,
    /// When there is no unit of the address's id.
    pub unknown: &'static str,
    /// A kind of unit, as a heading.
    pub kind: fn(UnitKind) -> &'static str,
    /// A unit's life in a few words, for the list: "đến 01/07/2025, nay thuộc …".
    pub brief: fn(&Lineage) -> String,
    /// A unit's life as one sentence: name, whether it is a body, life.
    pub sentence: fn(&str, bool, &Lineage) -> String,
    /// The years it lived, as far as they are known, beside its name in the diagram.
    pub lived: fn(Option<PartialDate>, Option<PartialDate>) -> String,
    /// Label.
    pub aliases: &'static str,
    /// Label.
    pub parent: &'static str,
    /// Label.
    pub predecessors: &'static str,
    /// Label.
    pub successors: &'static str,
    /// Beside a part of a unit.
    pub part: &'static str,
    /// Heading.
    pub bodies: &'static str,
    /// Heading.
    pub below: &'static str,
    /// Heading.
    pub anniversaries: &'static str,
    /// Heading.
    pub articles: &'static str,
    /// When no article is about it.
    pub no_articles: &'static str,
    /// Heading.
    pub officials: &'static str,
    /// What the list of officials is.
    pub officials_note: &'static str,
}

/// Tiếng Việt.
pub const VI: Unit = Unit {
    title: "Đơn vị",
    lead: "Xã, phường, huyện, tỉnh và cơ quan, tổ chức có trong kho, kể cả đơn vị nay không còn.",
    empty: "Kho này chưa khai đơn vị nào.",
    unknown: "Không có đơn vị này trong kho",
    kind: |kind| match kind {
        UnitKind::Province => "Tỉnh",
        UnitKind::City => "Thành phố",
        UnitKind::UrbanDistrict => "Quận",
        UnitKind::RuralDistrict => "Huyện",
        UnitKind::Town => "Thị xã",
        UnitKind::Ward => "Phường",
        UnitKind::Commune => "Xã",
        UnitKind::Township => "Thị trấn",
        UnitKind::SpecialZone => "Đặc khu",
        UnitKind::Body => "Cơ quan, tổ chức",
    },
    brief: |lineage| brief(lineage, &VI_LIFE),
    sentence: |name, body, lineage| sentence(name, body, lineage, &VI_LIFE),
    lived: |from, to| match (from.map(dates::VI.partial), to.map(dates::VI.partial)) {
        (Some(from), Some(to)) => join(&[&from, " – ", &to]),
        (Some(from), None) => join(&["từ ", &from]),
        (None, Some(to)) => join(&["đến ", &to]),
        (None, None) => String::new(),
    },
    aliases: "Tên gọi khác",
    parent: "Thuộc",
    predecessors: "Lập từ",
    successors: "Nay là",
    part: "một phần",
    bodies: "Cơ quan, tổ chức",
    below: "Đơn vị trực thuộc",
    anniversaries: "Ngày kỷ niệm được nhắc đến",
    articles: "Bài viết",
    no_articles: "Chưa có bài nào trong kho về đơn vị này.",
    officials: "Người có chức danh",
    officials_note: "Chức danh như đã in trong các bài về đơn vị này.",
};

/// English.
pub const EN: Unit = Unit {
    title: "Units",
    lead: "Communes, wards, districts, provinces and bodies in the archive, those that are no more included.",
    empty: "The archive lists no units yet.",
    unknown: "The archive has no such unit",
    kind: |kind| match kind {
        UnitKind::Province => "Provinces",
        UnitKind::City => "Cities",
        UnitKind::UrbanDistrict => "Urban districts",
        UnitKind::RuralDistrict => "Rural districts",
        UnitKind::Town => "Towns",
        UnitKind::Ward => "Wards",
        UnitKind::Commune => "Communes",
        UnitKind::Township => "Townships",
        UnitKind::SpecialZone => "Special zones",
        UnitKind::Body => "Bodies",
    },
    brief: |lineage| brief(lineage, &EN_LIFE),
    sentence: |name, body, lineage| sentence(name, body, lineage, &EN_LIFE),
    lived: |from, to| match (from.map(dates::EN.partial), to.map(dates::EN.partial)) {
        (Some(from), Some(to)) => join(&[&from, " – ", &to]),
        (Some(from), None) => join(&["from ", &from]),
        (None, Some(to)) => join(&["until ", &to]),
        (None, None) => String::new(),
    },
    aliases: "Also called",
    parent: "Belongs to",
    predecessors: "Made from",
    successors: "Now",
    part: "a part",
    bodies: "Bodies",
    below: "Units in it",
    anniversaries: "Anniversaries mentioned",
    articles: "Articles",
    no_articles: "No article of the archive is about this unit yet.",
    officials: "People in office",
    officials_note: "Roles as printed in the articles about this unit.",
};

/// The words that a unit's life is told in.
struct Life {
    partial: fn(PartialDate) -> String,
    since: &'static str,
    until: &'static str,
    made_from: &'static str,
    part_of: &'static str,
    became: &'static str,
    land_of: &'static str,
    passed_to: &'static str,
    and: &'static str,
    nothing_known: (&'static str, &'static str),
    /// Inside a sentence, "Xã Hải Lựu" is "xã Hải Lựu".
    lowers_nouns: bool,
}

const VI_LIFE: Life = Life {
    partial: dates::VI.partial,
    since: "có từ ",
    until: "không còn từ ",
    made_from: "được lập từ ",
    part_of: "một phần ",
    became: "nay là ",
    land_of: "địa bàn nay thuộc ",
    passed_to: "nay do ",
    and: " và ",
    nothing_known: ("Kho chưa ghi ", " lập khi nào và nay ra sao."),
    lowers_nouns: true,
};

const EN_LIFE: Life = Life {
    partial: dates::EN.partial,
    since: "dates from ",
    until: "was no more from ",
    made_from: "was made from ",
    part_of: "a part of ",
    became: "is now ",
    land_of: "its land is now in ",
    passed_to: "is succeeded by ",
    and: " and ",
    nothing_known: ("The archive does not say when ", " began or what became of it."),
    lowers_nouns: false,
};

fn brief(lineage: &Lineage, life: &Life) -> String {
    let (from, to) = lineage.lived;
    let mut parts = Vec::new();
    match (from, to) {
        (_, Some(to)) => parts.push(join(&[life.until, &(life.partial)(to)])),
        (Some(from), None) => parts.push(join(&[life.since, &(life.partial)(from)])),
        (None, None) => {}
    }
    parts.extend(heirs(lineage, false, life));
    parts.join("; ")
}

fn sentence(name: &str, body: bool, lineage: &Lineage, life: &Life) -> String {
    let (from, to) = lineage.lived;
    let mut parts = Vec::new();
    if let Some(from) = from {
        parts.push(join(&[life.since, &(life.partial)(from)]));
    }
    if !lineage.predecessors.is_empty() {
        parts.push(join(&[life.made_from, &names(&lineage.predecessors, true, life)]));
    }
    if let Some(to) = to {
        parts.push(join(&[life.until, &(life.partial)(to)]));
    }
    parts.extend(heirs(lineage, body, life));
    if parts.is_empty() {
        return join(&[life.nothing_known.0, name, life.nothing_known.1]);
    }
    join(&[name, " ", &parts.join("; "), "."])
}

/// What became of it, where somebody says.
fn heirs(lineage: &Lineage, body: bool, life: &Life) -> Option<String> {
    let names = || names(&lineage.successors, false, life);
    match lineage.fate {
        Fate::Living | Fate::Ended => None,
        Fate::Became => Some(join(&[life.became, &names()])),
        Fate::Divided if body => Some(join(&[life.passed_to, &names()])),
        Fate::Divided => Some(join(&[life.land_of, &names()])),
    }
}

fn names(kin: &[Kin], parts: bool, life: &Life) -> String {
    let name = |kin: &Kin| {
        let part = if parts && kin.share == Share::Part { life.part_of } else { "" };
        let lowers = life.lowers_nouns && kin.is_place;
        join(&[part, &if lowers { lowered(&kin.name) } else { kin.name.clone() }])
    };
    let names: Vec<String> = kin.iter().map(name).collect();
    match names.as_slice() {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => join(&[&first.join(", "), life.and, last]),
    }
}

fn lowered(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().into_iter().flat_map(char::to_lowercase).chain(letters).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kin(name: &str, share: Share) -> Kin {
        Kin { name: name.to_owned(), page: None, share, is_place: !name.starts_with("Đảng") }
    }

    fn check(lineage: &Lineage, body: bool, vi: &str, en: &str) {
        assert_eq!((VI.sentence)("Huyện Sông Lô", body, lineage), vi);
        assert_eq!((EN.sentence)("Huyện Sông Lô", body, lineage), en);
    }

    #[test]
    fn a_life_in_one_sentence() {
        let lived = (Some("2008-12-23".parse().unwrap()), Some("2025-07-01".parse().unwrap()));
        let divided = Lineage {
            predecessors: vec![kin("Huyện Lập Thạch", Share::Part)],
            successors: ["Xã Hải Lựu", "Xã Sơn Đông", "Xã Sông Lô"]
                .map(|n| kin(n, Share::Part))
                .into(),
            lived,
            fate: Fate::Divided,
        };
        check(
            &divided,
            false,
            "Huyện Sông Lô có từ 23/12/2008; được lập từ một phần huyện Lập Thạch; không còn từ 01/07/2025; địa bàn nay thuộc xã Hải Lựu, xã Sơn Đông và xã Sông Lô.",
            "Huyện Sông Lô dates from 23 December 2008; was made from a part of Huyện Lập Thạch; was no more from 1 July 2025; its land is now in Xã Hải Lựu, Xã Sơn Đông and Xã Sông Lô.",
        );
        let became = Lineage {
            predecessors: Vec::new(),
            successors: vec![kin("Đảng ủy xã", Share::Whole)],
            lived: (None, None),
            fate: Fate::Became,
        };
        check(
            &became,
            true,
            "Huyện Sông Lô nay là Đảng ủy xã.",
            "Huyện Sông Lô is now Đảng ủy xã.",
        );
        let silent = Lineage { successors: Vec::new(), fate: Fate::Living, ..became };
        check(
            &silent,
            false,
            "Kho chưa ghi Huyện Sông Lô lập khi nào và nay ra sao.",
            "The archive does not say when Huyện Sông Lô began or what became of it.",
        );
    }
}
