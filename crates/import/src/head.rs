//! Section and title, among the text lines above the first paragraph.
//!
//! A title stands right above the first paragraph, or above a line of site data. Lines above it
//! are sections when they are breadcrumbs, names that portals give sections, capitals over ordinary
//! letters, or much shorter than what follows.

use crate::agency::agency;
use crate::byline;
use crate::caption::is_captioned;
use crate::class::{Class, LONGEST_TITLE, is_paragraph};
use crate::lines::Line;
use crate::words::{count, ends_sentence, fold, is_capitals};

/// Words of a section's name at most.
const LONGEST_SECTION: usize = 7;
/// Words at most of a name that only begins like a section ("Công tác Đảng").
const LONGEST_KNOWN: usize = 5;
/// Nested sections at most ("Tin tức", "Chính trị").
const MOST_SECTIONS: usize = 3;

/// Lines of the head, by index.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Head {
    /// The innermost section.
    pub(crate) section: Option<usize>,
    pub(crate) title: Option<usize>,
}

/// Finds the head of a page.
pub(crate) fn head(lines: &[Line<'_>], classes: &[Class]) -> Head {
    let text = |at: &usize| classes[*at] == Class::Text;
    let mut texts = (0..lines.len()).filter(text).peekable();
    let first = texts.peek().copied();
    let candidates: Vec<usize> = texts.take_while(|at| !is_paragraph(lines[*at].text)).collect();
    if candidates.is_empty() {
        let more = first.is_some_and(|first| (first + 1..lines.len()).any(|at| text(&at)));
        let title = first.filter(|first| more && is_punctuated_title(lines[*first].text));
        return Head { section: None, title };
    }
    let dated = |at: usize| match classes.get(at + 1) {
        Some(Class::Data(data)) => !data.stamps.is_empty(),
        _ => false,
    };
    let mut sections = 0;
    while sections < MOST_SECTIONS {
        let rest = &candidates[sections..];
        let Some(lower) = rest[1..].iter().find(|at| could_be_title(lines[**at].text)) else {
            break;
        };
        let upper =
            Upper { text: lines[rest[0]].text, dated: dated(rest[0]), outermost: sections == 0 };
        if !upper.is_section_of(lines[*lower].text) {
            break;
        }
        sections += 1;
    }
    let section = sections.checked_sub(1).map(|at| candidates[at]);
    Head { section, title: candidates.get(sections).copied() }
}

/// A title that ends like a sentence, or opens with a day: the first text of a page, not long.
fn is_punctuated_title(line: &str) -> bool {
    let short = line.chars().count() <= LONGEST_TITLE && agency(line).is_none();
    short && (!ends_sentence(line) || !crate::class::opens_with_day(line))
}

/// Names of sections on Vietnamese portals, folded; the beginning of a line is compared.
#[rustfmt::skip]
const SECTIONS: &[&str] = &[
    "thoi su", "tin tuc", "tin trong", "tin hoat dong", "tin noi bat", "tin dia phuong", "tin co so", "tin moi",
    "chinh tri", "kinh te", "van hoa", "xa hoi", "cong tac", "xay dung dang", "hoat dong", "su kien", "trang chu",
    "an ninh", "quoc phong", "giao duc", "y te", "doan the", "phap luat", "ban doc", "nong nghiep", "nong thon moi",
    "cai cach hanh chinh", "thong tin", "thong bao", "hoc tap va lam theo", "dan van", "to chuc", "tuyen giao",
    "kiem tra", "mat tran", "khoa hoc", "doi song", "the thao", "du lich", "quan ly nha nuoc", "hdnd", "ubnd",
    "chuyen doi so", "chuyen muc",
];

/// A line above another.
struct Upper<'t> {
    text: &'t str,
    /// A line of site data with a date stands right under it.
    dated: bool,
    /// No section stands above it.
    outermost: bool,
}

impl Upper<'_> {
    /// Whether it names the section of the title `lower`. A date right under a line speaks for a
    /// title, unless the line is known or printed as a section.
    fn is_section_of(&self, lower: &str) -> bool {
        let words = count(self.text);
        if words > 2 * LONGEST_SECTION || self.text.ends_with(['?', '!', '…', '.']) {
            return false;
        }
        let folded = fold(self.text);
        let labelled = folded.starts_with("chuyen muc") || folded.starts_with("trang chu");
        let crumbs = self.text.contains(['›', '»', '>', '|']) || labelled;
        let known = words <= LONGEST_KNOWN && SECTIONS.iter().any(|name| folded.starts_with(name));
        let capitals = is_capitals(self.text) && !is_capitals(lower);
        let shorter = self.outermost && !self.dated && 2 * words <= count(lower);
        crumbs || (words <= LONGEST_SECTION && (known || capitals || shorter))
    }
}

fn could_be_title(line: &str) -> bool {
    let addressed = fold(line).starts_with("kinh gui");
    count(line) >= 3 && !addressed && !is_captioned(line) && byline::by_place(line).is_none()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::class::classes;
    use crate::lines::lines;

    fn check(page: &str, section: Option<&str>, title: Option<&str>) {
        let page = format!(
            "{page}\nHội nghị đã thống nhất thông qua các chỉ tiêu, nhiệm vụ của năm tới.\n"
        );
        let lines = lines(&page);
        let found = head(&lines, &classes(&lines));
        assert_eq!(found.section.map(|at| lines[at].text), section, "{page}");
        assert_eq!(found.title.map(|at| lines[at].text), title, "{page}");
    }

    #[test]
    fn sections_and_titles() {
        let title = "Huyện ủy gặp mặt cán bộ qua các thời kỳ";
        check(title, None, Some(title));
        check(&format!("Thời sự tổng hợp\n{title}"), Some("Thời sự tổng hợp"), Some(title));
        check(&format!("Tin tức\nChính trị\n{title}"), Some("Chính trị"), Some(title));
        let labelled = "Chuyên mục: Xây dựng nông thôn mới";
        check(&format!("{labelled}\n{title}"), Some(labelled), Some(title));
        check(&format!("Tin mới\n{title}"), Some("Tin mới"), Some(title));
        check(&format!("XÂY DỰNG ĐẢNG\n{title}"), Some("XÂY DỰNG ĐẢNG"), Some(title));
        check(&format!("{title}\n15/10/2020\nBích Ngọc"), None, Some(title));
        check(&format!("{title}\nẢnh: Thu Hà"), None, Some(title));
        check(
            "Trang chủ » Tin tức » Chính trị\nĐại hội Chi bộ thôn",
            Some("Trang chủ » Tin tức » Chính trị"),
            Some("Đại hội Chi bộ thôn"),
        );
        check(
            "Đại hội Chi bộ thôn Đông\n15/10/2020\nToàn cảnh đại hội chi bộ nhiệm kỳ mới ở thôn Đông xã Bình Minh",
            None,
            Some("Đại hội Chi bộ thôn Đông"),
        );
        check(
            "Vì sao phải sáp nhập các thôn trên địa bàn xã trong thời gian tới đây?",
            None,
            Some("Vì sao phải sáp nhập các thôn trên địa bàn xã trong thời gian tới đây?"),
        );
    }
}
