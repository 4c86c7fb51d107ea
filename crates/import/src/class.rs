//! What a line tells by itself, without its neighbours.

use crate::agency::agency;
use crate::furniture::{Furniture, furniture, is_footer, is_weak};
use crate::lines::Line;
use crate::opening::openings;
use crate::sitedata::{SiteData, site_data};
use crate::words::{ends_sentence, is_space};

/// A line longer than this (in characters) is a paragraph even without a sentence end: titles of
/// real pages stay below it.
pub(crate) const LONGEST_TITLE: usize = 180;
/// A sentence of at least this many characters is a paragraph and not a title with a full stop.
pub(crate) const SHORTEST_PARAGRAPH: usize = 60;
/// An opening stands at the beginning: "Trong hai ngày 5 và 6/3", "(TTXVN) - Sáng 5/3", in bytes.
const OPENS_WITHIN: usize = 24;

/// What a line tells by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Class {
    Image,
    Furniture(Furniture),
    Data(SiteData),
    Text,
}

/// The classes of all lines.
pub(crate) fn classes(lines: &[Line<'_>]) -> Vec<Class> {
    let mut classes: Vec<Class> = lines.iter().map(|line| classify(line.text)).collect();
    let mut paragraphs = 0;
    let mut related = false;
    for (line, class) in lines.iter().zip(&mut classes) {
        if *class == Class::Furniture(Furniture::Related) {
            // Above the text, "Tin mới" names the section.
            related = paragraphs > 0;
            if !related {
                *class = Class::Text;
            }
        } else if *class == Class::Text && is_paragraph(line.text) && !is_footer(line.text) {
            related = false;
            paragraphs += 1;
        } else if related {
            *class = Class::Furniture(Furniture::Line);
        }
    }
    // "Nội dung" between two buttons is a form's, not a heading.
    for at in 1..classes.len() {
        let button =
            |at: usize| classes.get(at).is_none_or(|class| matches!(class, Class::Furniture(_)));
        if classes[at] == Class::Text && is_weak(lines[at].text) && button(at - 1) && button(at + 1)
        {
            classes[at] = Class::Furniture(Furniture::Line);
        }
    }
    // The site's imprint closes the page: from the last line up, as far as it goes.
    for (line, class) in lines.iter().zip(&mut classes).rev() {
        match class {
            Class::Text if is_footer(line.text) => *class = Class::Furniture(Furniture::Line),
            Class::Text => break,
            _ => {}
        }
    }
    classes
}

fn classify(line: &str) -> Class {
    if is_image(line) {
        return Class::Image;
    }
    // "Cập nhật", "Xem" alone are labels and buttons alike: site data has a value.
    let data = site_data(line);
    match data {
        Some(data) if data.has_value() => Class::Data(data),
        other => match (furniture(line), other) {
            (Some(kind), _) => Class::Furniture(kind),
            (None, Some(data)) => Class::Data(data),
            (None, None) => Class::Text,
        },
    }
}

/// "0/637382914550614577446.png", "[img]", "https://…/a.jpg".
fn is_image(line: &str) -> bool {
    const ENDINGS: [&str; 8] = [".png", ".jpg", ".jpeg", ".gif", ".webp", ".bmp", ".jfif", ".svg"];
    const MARKS: [&str; 5] = ["[img]", "[image]", "[ảnh]", "[hình]", "<img>"];
    let lower = line.to_lowercase();
    let path = lower.split(['?', '#']).next().unwrap_or_default();
    let one_word = !line.contains(is_space);
    let markdown = lower.starts_with("![") && lower.ends_with(')');
    let file = one_word && ENDINGS.iter().any(|ending| path.ends_with(ending));
    MARKS.contains(&lower.as_str()) || markdown || file
}

/// A line that can only be a paragraph: a long one, or a sentence.
pub(crate) fn is_paragraph(line: &str) -> bool {
    let letters = line.chars().count();
    let sentence = || ends_sentence(line) || opens_report(line);
    letters > LONGEST_TITLE || (letters >= SHORTEST_PARAGRAPH && sentence())
}

/// A paragraph even without a full stop: one that opens with an agency's code or a day.
pub(crate) fn opens_report(line: &str) -> bool {
    let long = line.chars().count() >= SHORTEST_PARAGRAPH;
    long && (agency(line).is_some() || opens_with_day(line))
}

/// "Sáng ngày 09/10/2020, …"
pub(crate) fn opens_with_day(line: &str) -> bool {
    let first = openings(line).into_iter().next();
    first.is_some_and(|opening| opening.date.is_some() && opening.at.start < OPENS_WITHIN)
}

/// "- …", "+ …".
pub(crate) fn is_bullet(line: &str) -> bool {
    line.starts_with(['-', '+', '–', '•', '*'])
}

/// "- …", "+ …", "1. …", "a) …".
pub(crate) fn is_item(line: &str) -> bool {
    const LONGEST_NUMBER: usize = 5;
    let head = line.split(is_space).next().unwrap_or_default();
    let number = head.len() <= LONGEST_NUMBER
        && head.ends_with([')', '.', '/'])
        && head.chars().all(|c| c.is_alphanumeric() || ").-/".contains(c));
    is_bullet(line) || number
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pictures() {
        for line in ["0/6373.png", "[img]", "https://a.vn/b.JPG?w=300", "![Hội nghị](a.webp)"] {
            assert_eq!(classify(line), Class::Image, "{line}");
        }
        assert_eq!(classify("Ảnh chụp lưu vào tệp a.png"), Class::Text);
    }

    #[test]
    fn paragraphs() {
        let check = |line: &str, expected| assert_eq!(is_paragraph(line), expected, "{line}");
        check("Sáng 14/10, Hội Liên hiệp Phụ nữ xã phối hợp ra quân làm sạch đường làng", true);
        check(
            "Hôm nay Quốc hội thảo luận về dự án luật sửa đổi và nhiều việc quan trọng khác",
            false,
        );
        check("Huyện ủy gặp mặt kỷ niệm 90 năm ngày truyền thống công tác dân vận của Đảng", false);
        check("Hội nghị đã thống nhất thông qua các chỉ tiêu, nhiệm vụ của năm tới.", true);
        check("Xong.", false);
    }

    #[test]
    fn items() {
        for line in ["- Về kinh tế", "1. Về kinh tế", "a) Về kinh tế", "IV. Tổ chức"]
        {
            assert!(is_item(line), "{line}");
        }
        for line in ["Về kinh tế", "2020 là năm", ""] {
            assert!(!is_item(line), "{line}");
        }
    }
}
