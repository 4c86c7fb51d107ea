//! The code of a newspaper or agency before the first sentence: "LSO-Chiều nay…", "(TTXVN) - …".

use std::ops::Range;

use crate::words::{fold, is_capitals, is_space, trim};

/// Codes with which newspapers sign their own pages, each with the address where its articles show
/// the code. Wire agencies are not here on purpose: their codes stand in other newspapers' pages.
const PAPERS: &[(&str, &str)] = &[
    ("LSO", "Báo Lạng Sơn"),                         // baolangson.vn
    ("BBK", "Báo Bắc Kạn"),                          // baobackan.vn
    ("QNO", "Báo Quảng Nam"),                        // baoquangnam.vn
    ("ĐNO", "Báo Đà Nẵng"),                          // baodanang.vn
    ("GLO", "Báo Gia Lai"),                          // baogialai.com.vn
    ("QBĐT", "Báo Quảng Bình"),                      // baoquangbinh.vn
    ("BGĐT", "Báo Bắc Giang"),                       // baobacgiang.com.vn
    ("HNMO", "Báo Hà Nội Mới"),                      // hanoimoi.vn
    ("SGGPO", "Báo Sài Gòn Giải Phóng"),             // sggp.org.vn
    ("NDĐT", "Báo Nhân Dân"),                        // nhandan.vn
    ("TTO", "Báo Tuổi Trẻ"),                         // tuoitre.vn
    ("NLĐO", "Báo Người Lao Động"),                  // nld.com.vn
    ("PLO", "Báo Pháp Luật TP. Hồ Chí Minh"),        // plo.vn
    ("ĐCSVN", "Báo điện tử Đảng Cộng sản Việt Nam"), // dangcongsan.vn
];

/// Wire agencies: a code, but no publisher.
const WIRES: &[&str] = &["TTXVN", "VNA", "TTXVN/VIETNAM+", "VIETNAM+"];

/// First words, folded, of the sentence that opens a report: after these an unknown code before a
/// dash is a dateline, not the first half of a name.
const OPENERS: &[&str] = &[
    "sang", "chieu", "toi", "trua", "dem", "rang", "ngay", "hom", "trong", "vua", "nhan", "moi",
    "theo", "de", "tai", "vao", "nham", "sau", "nhung", "tu", "thuc", "tiep", "phat", "voi",
    "huong", "den", "qua", "luc", "cung", "thang", "tuan", "nam", "thoi", "duoc", "khoang", "mot",
    "truoc", "day", "bang",
];

/// A code before the lead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Agency {
    /// As printed, without brackets and dash.
    pub(crate) code: String,
    /// The code with its brackets and dash, within the paragraph.
    pub(crate) at: Range<usize>,
    /// Whose code it is, when known and when it says who published.
    pub(crate) publisher: Option<&'static str>,
}

/// The code at the beginning of a paragraph.
pub(crate) fn agency(paragraph: &str) -> Option<Agency> {
    let (code, bracketed, after) = code(paragraph)?;
    let dash = trim(&paragraph[after..]);
    let rest = dash.strip_prefix(['-', '–', '—', ':'])?;
    let rest = rest.trim_start_matches(|c: char| is_space(c) || matches!(c, '-' | '–'));
    let opens = rest.chars().next().is_some_and(|c| c.is_uppercase() || matches!(c, '“' | '"'));
    let first = rest.split(is_space).next().unwrap_or_default();
    let folded = fold(first);
    let opener = OPENERS.contains(&folded.trim_matches(|c: char| !c.is_alphanumeric()));
    let upper = viet::nfc(&code.to_uppercase());
    let paper = PAPERS.iter().find(|(code, _)| *code == upper);
    let known = paper.is_some() || WIRES.contains(&upper.as_str());
    // "UBND - HĐND huyện", "COVID-19": only a known code, brackets or an opening word decide.
    let is_code = bracketed || known || (opener && !is_capitals(first));
    let end = paragraph.len() - rest.len();
    (opens && is_code).then(|| Agency {
        code: code.to_owned(),
        at: 0..end,
        publisher: paper.map(|(_, name)| *name),
    })
}

/// The code, whether it stands in brackets, and where it ends.
fn code(paragraph: &str) -> Option<(&str, bool, usize)> {
    const LONGEST: usize = 24;
    if let Some(rest) = paragraph.strip_prefix('(') {
        let code = &rest[..rest.find(')')?];
        let fits = code.chars().count() <= LONGEST && is_code(code);
        return fits.then_some((code, true, code.len() + 2));
    }
    let end = paragraph.find(|c: char| is_space(c) || matches!(c, '-' | '–' | '—' | ':'))?;
    let code = &paragraph[..end];
    let letters = code.chars().count();
    ((2..=LONGEST).contains(&letters) && is_code(code)).then_some((code, false, end))
}

/// Capitals ("LSO", "QBĐT"), or an address ("baothanhhoa.vn").
fn is_code(code: &str) -> bool {
    let plain = code.chars().all(|c| c.is_alphabetic() || matches!(c, '.' | '+' | '/'));
    let address = code
        .rsplit_once('.')
        .is_some_and(|(_, top)| matches!(fold(top).as_str(), "vn" | "com" | "org"));
    plain
        && (address
            || (is_capitals(code) && code.chars().filter(|c| c.is_uppercase()).count() >= 2))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(paragraph: &str, code: &str, printed: &str, publisher: Option<&str>) {
        let found = agency(paragraph).unwrap_or_else(|| panic!("no code: {paragraph}"));
        assert_eq!(found.code, code);
        assert_eq!(&paragraph[found.at], printed);
        assert_eq!(found.publisher, publisher);
    }

    #[test]
    fn codes_before_the_lead() {
        check("LSO-Chiều nay (12/10), Ban", "LSO", "LSO-", Some("Báo Lạng Sơn"));
        check("(TTXVN) - Ngày 5/3, đoàn", "TTXVN", "(TTXVN) - ", None);
        check("BBK -\u{a0}Huyện ủy Chợ Mới", "BBK", "BBK -\u{a0}", Some("Báo Bắc Kạn"));
        check("(baotinh.gov.vn) – Sáng 18/4", "baotinh.gov.vn", "(baotinh.gov.vn) – ", None);
        check("XYZ - Sáng 12/3, huyện", "XYZ", "XYZ - ", None);
    }

    #[test]
    fn names_with_dashes_are_no_codes() {
        for paragraph in [
            "HĐND - UBND xã tổ chức",
            "UBND-UBMTTQ xã",
            "COVID-19 diễn biến",
            "ASEAN - Trung Quốc ký kết",
            "(15/10/1930-15/10/2020)",
            "Kinh tế - xã hội",
            "TP - Hồ",
            "",
        ] {
            assert_eq!(agency(paragraph), None, "{paragraph}");
        }
    }
}
