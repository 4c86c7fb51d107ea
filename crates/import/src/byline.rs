//! Who signed an article: "Bích Ngọc - Thu Hà", "PHƯƠNG DUNG", "Tin, ảnh: …", "Theo …".

use std::ops::Range;

use crate::words::{count, ends_sentence, fold, is_capitals, is_space, squeeze, trim};

/// A name as signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Signed {
    /// In ordinary letters.
    pub(crate) name: String,
    /// Where, within the line.
    pub(crate) at: Range<usize>,
}

/// Longest signature line.
const MAX_CHARS: usize = 90;
/// Most people who sign together.
const MAX_NAMES: usize = 5;

/// Labels before names, folded, without the colon. A label alone makes a line a byline wherever it
/// stands.
#[rustfmt::skip]
const LABELS: &[&str] = &[
    "tin", "bai", "tin, bai", "tin bai", "tin anh", "tin, anh", "tin va anh", "bai, anh", "bai va anh",
    "bai anh", "bai viet", "bai viet va anh", "tin, bai, anh", "tin, bai va anh", "tin bai va anh",
    "tin - anh", "bai - anh", "tin, anh, video", "tac gia", "nguoi viet", "thuc hien", "tac gia bai viet",
    "noi dung", "tong hop", "cong tac vien", "ctv", "phong vien", "pv", "nguoi thuc hien",
];

/// First words, folded, of an office that signs ("Ban biên tập", "Trung tâm VHTT huyện").
#[rustfmt::skip]
const OFFICES: &[&str] = &[
    "nhom pv", "nhom phong vien", "pv", "bbt", "ban bien tap", "bien tap vien", "phong vien", "ctv",
    "cong tac vien", "van phong", "trung tam", "dai truyen thanh", "dai tt", "phong van hoa", "ban dan van",
    "ban tuyen giao", "cong thong tin", "cong ttdt", "bo phan", "to bien tap", "phong noi vu",
];

/// Words of bodies and places that two-syllable names of people do not have, in lower case with
/// their marks: "phường" is none, "Phương" is.
#[rustfmt::skip]
const NOT_NAMES: &[&str] = &[
    "ban", "huyện", "xã", "tỉnh", "phường", "ủy", "uỷ", "đảng", "hội", "chi", "bộ", "ngày", "năm", "tháng",
    "phó", "bí", "chủ", "tịch", "trưởng", "giám", "đốc", "phòng", "nghị", "đại", "lễ", "tin", "tức", "thị", "trấn", "các", "về", "của", "khối",
];

/// A line that says by itself that it is a signature: "Bài, ảnh: Thu Hà".
pub(crate) fn labelled(line: &str) -> Option<Vec<Signed>> {
    if line.chars().count() > MAX_CHARS || ends_sentence_proper(line) {
        return None;
    }
    let (label, rest) = line.split_once(':')?;
    let label = fold(label);
    if !LABELS.contains(&label.as_str()) {
        return None;
    }
    let offset = line.len() - rest.len();
    names(rest).or_else(|| office(rest)).map(|found| shifted(found, offset))
}

/// A line that is a signature when it stands at a signature's place: names alone, an office, or
/// "Theo …", "Nguồn: …".
pub(crate) fn by_place(line: &str) -> Option<Vec<Signed>> {
    if line.chars().count() > MAX_CHARS || ends_sentence_proper(line) {
        return None;
    }
    labelled(line)
        .or_else(|| attributed(line))
        .or_else(|| names(line))
        .or_else(|| of_office(line))
        .or_else(|| office(line))
}

/// "…." closes a sentence, "P.V." does not.
fn ends_sentence_proper(line: &str) -> bool {
    ends_sentence(line) && count(line) > 4
}

/// Names found in a part of a text, with places in the whole.
pub(crate) fn shifted(found: Vec<Signed>, offset: usize) -> Vec<Signed> {
    let shift = |s: Signed| Signed { at: s.at.start + offset..s.at.end + offset, ..s };
    found.into_iter().map(shift).collect()
}

/// "Theo TTXVN", "(Theo Báo Vĩnh Phúc)", "Nguồn: Cổng thông tin …".
fn attributed(line: &str) -> Option<Vec<Signed>> {
    let inner = line.trim_matches(['(', ')', '[', ']']);
    let start = line.find(inner)?;
    let folded = fold(inner);
    let skip =
        ["theo:", "nguon:", "nguon tin:", "theo "].iter().find(|p| folded.starts_with(**p))?;
    let words = skip.split_whitespace().count();
    let mut at = 0;
    for _ in 0..words {
        at +=
            inner[at..].find(is_space).or_else(|| inner[at..].find(':').map(|colon| colon + 1))?;
        at = inner.len() - inner[at..].trim_start_matches(is_space).len();
    }
    let name = inner[at..].trim_end_matches(is_space);
    let capital = name.chars().next().is_some_and(|c| c.is_uppercase() || name.contains('.'));
    let short = (1..=12).contains(&count(name)) && (capital || fold(name).starts_with("bao"));
    let at = start + at..start + at + name.len();
    short.then(|| vec![Signed { name: squeeze(name), at }])
}

/// "Thanh Tùng – Đài TT-TH huyện": a person and the office.
fn of_office(line: &str) -> Option<Vec<Signed>> {
    let (at, mark) = line.char_indices().find(|(_, c)| matches!(c, '-' | '–' | '—' | ','))?;
    office(&line[at + mark.len_utf8()..])?;
    names(&line[..at])
}

/// An office that signs.
fn office(line: &str) -> Option<Vec<Signed>> {
    let name = trim(line);
    let folded = fold(name);
    let known = OFFICES
        .iter()
        .any(|o| folded.strip_prefix(o).is_some_and(|r| r.is_empty() || r.starts_with([' ', '-'])));
    let start = line.len() - line.trim_start_matches(is_space).len();
    (known && count(name) <= 9)
        .then(|| vec![Signed { name: squeeze(name), at: start..start + name.len() }])
}

/// One to five people, and nothing else on the line.
pub(crate) fn names(line: &str) -> Option<Vec<Signed>> {
    let mut found = Vec::new();
    for part in parts(line) {
        let part = without_label(line, part);
        let part = without_remark(line, part);
        let printed = &line[part.clone()];
        if trim(printed).is_empty() {
            continue;
        }
        let start = part.start + printed.len() - printed.trim_start_matches(is_space).len();
        let name = trim(printed);
        found.push(Signed { name: ordinary(name), at: start..start + name.len() });
    }
    // "Văn Hải/TTXVN": the agency beside the person.
    if found.len() > 1 {
        found.retain(|signed| !is_agency(&line[signed.at.clone()]));
    }
    let several = found.len() > 1;
    let people = found.iter().all(|signed| is_person(&line[signed.at.clone()], several));
    (people && (1..=MAX_NAMES).contains(&found.len())).then_some(found)
}

/// One word of capitals that is no Vietnamese syllable.
fn is_agency(name: &str) -> bool {
    is_capitals(name) && !name.contains(is_space) && !viet::is_syllable(&name.to_lowercase())
}

/// The pieces between dashes, commas, "và" and the like.
fn parts(line: &str) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    let mut start = 0;
    let mut depth = 0_usize;
    for (at, c) in line.char_indices() {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        let and = depth == 0 && line[at..].starts_with(" và ");
        if depth == 0 && (and || matches!(c, '-' | '–' | '—' | ',' | ';' | '&' | '+' | '/' | '|'))
        {
            parts.push(start..at);
            start = at + if and { " và ".len() } else { c.len_utf8() };
        }
    }
    parts.push(start.min(line.len())..line.len());
    parts
}

/// "Ảnh: Văn Nam" → "Văn Nam".
fn without_label(line: &str, part: Range<usize>) -> Range<usize> {
    match line[part.clone()].split_once(':') {
        Some((label, _))
            if matches!(fold(label).as_str(), "anh" | "bai" | "tin" | "video" | "clip") =>
        {
            part.start + label.len() + 1..part.end
        }
        _ => part,
    }
}

/// "Thu Hà (tổng hợp)", "Thu Hà ghi" → "Thu Hà".
fn without_remark(line: &str, part: Range<usize>) -> Range<usize> {
    const REMARKS: [&str; 7] =
        ["ghi", "lược ghi", "thực hiện", "tổng hợp", "sưu tầm", "biên tập", "thực hiện."];
    let printed = &line[part.clone()];
    let trimmed = printed.trim_end_matches(is_space);
    let remark = REMARKS.iter().filter_map(|remark| trimmed.strip_suffix(remark)).next();
    if let Some(name) = remark.filter(|name| name.ends_with(is_space)) {
        return part.start..part.start + name.len();
    }
    match printed.find('(') {
        Some(open) if printed.trim_end_matches(is_space).ends_with(')') => {
            part.start..part.start + open
        }
        _ => part,
    }
}

/// Whether each syllable could be one of a name: "Bích Ngọc", "PHƯƠNG DUNG", "H.Y".
fn is_person(name: &str, several: bool) -> bool {
    let syllables: Vec<&str> = name.split(is_space).filter(|word| !word.is_empty()).collect();
    let few = if several { 1..=5 } else { 2..=5 };
    let initials =
        name.contains('.') && name.chars().all(|c| c.is_uppercase() || matches!(c, '.' | ' '));
    let named = |syllable: &&str| {
        let letters: Vec<char> = syllable.chars().collect();
        let word = letters.iter().all(|c| c.is_alphabetic() || ('\u{300}'..='\u{36F}').contains(c));
        word && letters.len() <= 9
            && letters[0].is_uppercase()
            && (is_capitals(syllable) || letters[1..].iter().all(|c| !c.is_uppercase()))
    };
    let plain = few.contains(&syllables.len()) && syllables.iter().all(named);
    let body = syllables.iter().filter(|s| NOT_NAMES.contains(&s.to_lowercase().as_str())).count();
    (plain && (body == 0 || (body == 1 && syllables.len() > 2))) || (initials && name.len() <= 8)
}

/// Capitals become ordinary letters, syllable by syllable.
fn ordinary(name: &str) -> String {
    if name.contains('.') || !is_capitals(name) {
        return squeeze(name);
    }
    let syllable = |word: &str| {
        let mut letters = word.chars();
        let first: String = letters.next().into_iter().collect();
        first + &letters.as_str().to_lowercase()
    };
    squeeze(name).split(' ').map(syllable).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &str, expected: &[&str]) {
        let found = by_place(line).unwrap_or_default();
        let names: Vec<&str> = found.iter().map(|signed| signed.name.as_str()).collect();
        assert_eq!(names, expected, "{line}");
        for signed in &found {
            assert_eq!(fold(&line[signed.at.clone()]), fold(&signed.name), "{line}");
        }
    }

    #[test]
    fn signatures() {
        check("Bích Ngọc - Thu Hà", &["Bích Ngọc", "Thu Hà"]);
        check("Bích Ngọc – Thu Hà", &["Bích Ngọc", "Thu Hà"]);
        check("PHƯƠNG DUNG", &["Phương Dung"]);
        check("Mỹ Nhiên", &["Mỹ Nhiên"]);
        check("Tin, ảnh: Minh Hằng", &["Minh Hằng"]);
        check("Bài và ảnh: LÊ VĂN TÁM", &["Lê Văn Tám"]);
        check("Bài: Thu Hà; Ảnh: Văn Nam", &["Thu Hà", "Văn Nam"]);
        check("Thu Hà (tổng hợp)", &["Thu Hà"]);
        check("H.Y (tổng hợp)", &["H.Y"]);
        check("Thu Hà - Nhật Minh ghi", &["Thu Hà", "Nhật Minh"]);
        check("Theo baotinh.vn", &["baotinh.vn"]);
        check("Theo TTXVN", &["TTXVN"]);
        check("(Theo Báo Vĩnh Phúc)", &["Báo Vĩnh Phúc"]);
        check("Nguồn: Cổng thông tin điện tử huyện", &["Cổng thông tin điện tử huyện"]);
        check("Văn Hải/TTXVN", &["Văn Hải"]);
        check("Thanh Tùng – Đài TT-TH huyện", &["Thanh Tùng"]);
        check("Ban biên tập", &["Ban biên tập"]);
        check("Hà, Minh và Tuấn", &["Hà", "Minh", "Tuấn"]);
        check("PHƯƠNG\u{a0}DUNG", &["Phương Dung"]);
    }

    #[test]
    fn other_short_lines() {
        for line in [
            "Các đại biểu tham dự hội nghị",
            "Quang cảnh Hội nghị",
            "giai đoạn 2017-2020",
            "Theo đó, các đại biểu",
            "Huyện ủy Sông Lô",
            "Tin tức",
            "PHÓ BÍ THƯ",
            "CHỦ TỊCH",
            "",
            "-",
        ] {
            check(line, &[]);
        }
    }
}
