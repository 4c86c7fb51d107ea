//! What a site prints around every article: buttons, menus, comment boxes, lists of other news.
//!
//! The phrases are those of Vietnamese portals in general, folded ([`words::fold`](crate::words));
//! a line is furniture only when nothing but such phrases stands on it.

use crate::words::fold;

/// Phrases that print nothing of the article, alone or side by side on a line.
#[rustfmt::skip]
const PHRASES: &[&str] = &[
    "a", "aa", "a+", "a-", "tang", "giam", "tang giam co chu", "tang co chu", "giam co chu", "co chu",
    "co chu mac dinh", "kich thuoc chu", "phong to", "thu nho", "mac dinh", "font size", "do tuong phan",
    "che do toi", "che do doc", "y kien ban doc", "y kien cua ban", "y kien", "gui y kien",
    "gui y kien cua ban", "gui phan hoi", "phan hoi", "binh luan", "gui binh luan", "viet binh luan",
    "binh luan cua ban", "chua co binh luan", "chua co binh luan nao", "hay la nguoi dau tien binh luan",
    "chia se", "chia se bai viet", "chia se len facebook", "chia se qua", "in", "in trang", "in bai",
    "in bai viet", "in trang nay", "in tin", "in an", "ban in", "in noi dung", "email", "mail", "gui email",
    "gui mail", "gui qua email", "gui cho ban be", "gui bai viet", "gui tin", "quay lai", "tro lai", "tro ve",
    "ve trang truoc", "quay lai trang truoc", "trang truoc", "trang sau", "ve dau trang", "len dau trang",
    "dau trang", "xem tiep", "xem them", "doc them", "xem tat ca", "trang chu", "dang nhap", "dang ky",
    "dang ky nhan tin", "tim kiem", "lien he", "so do trang", "so do cong", "gop y", "hoi dap", "facebook",
    "twitter", "zalo", "google", "google plus", "youtube", "linkedin", "pinterest", "messenger", "telegram",
    "x", "instagram", "tiktok", "thich", "like", "share", "tweet", "print", "back", "top", "rss", "menu",
    "toggle navigation", "copy link", "sao chep", "sao chep lien ket", "lay link", "luu bai", "luu bai viet",
    "luu tin", "bao loi", "theo doi", "theo doi chung toi tren", "theo doi tren", "google news",
    "nghe doc bai", "nghe bai viet", "nghe audio", "nghe tin", "doc bai", "doc bai viet", "doc tin",
    "dung doc", "tam dung", "giong nam", "giong nu", "danh gia", "danh gia bai viet", "binh chon",
    "chuyen muc", "tags", "tag", "tu khoa", "the", "anh", "video", "bai viet", "ban doc", "tra loi", "gui",
    "huy", "nhap lai", "ho va ten", "ho ten", "tieu de", "noi dung", "noi dung binh luan", "ma bao mat",
    "ma xac nhan", "dia chi email", "so dien thoai", "english", "tieng viet", "noi bat", "dong", "chi tiet tin", "chi tiet bai viet", "tin chi tiet", "noi dung chi tiet", "chi tiet", "co chu nho",
    "co chu lon", "mau chu", "xem ban in", "ban de in", "phien ban in", "thao luan",
];

/// Single words and names that are furniture only beside another phrase: alone they may be a
/// caption, a heading or a signature.
#[rustfmt::skip]
const WEAK: &[&str] = &[
    "a", "x", "in", "the", "anh", "video", "noi dung", "tieu de", "danh gia", "noi bat", "dong", "top",
    "chuyen muc", "tang", "giam", "thao luan", "ban doc", "bai viet", "hoi dap", "y kien", "thich",
];

/// Beginnings that make the rest of a line furniture too.
#[rustfmt::skip]
const PREFIXES: &[&str] = &[
    "tags:", "tag:", "tu khoa:", "xem them:", "doc them:", "tin lien quan:", "bai lien quan:",
    "moi ban doc xem them", ">>", "»", "tong so diem cua bai viet la", "click de danh gia bai viet",
    "nhan de danh gia", "xep hang:", "danh gia:", "copyright", "©", "ban quyen thuoc ve", "vui long nhap",
    "so luot binh chon", "hien tai khong co binh luan", "ban can dang nhap de", "tang/giam co chu",
    "tang / giam co chu", "co chu:", "chia se:", "theo doi bao", "bai viet da duoc gui",
];

/// Headings over lists of other articles: what follows them is not this article.
#[rustfmt::skip]
const RELATED: &[&str] = &[
    "tin lien quan", "bai lien quan", "bai viet lien quan", "cac tin lien quan", "cac bai viet lien quan",
    "tin bai lien quan", "tin tuc lien quan", "tin cung chuyen muc", "bai cung chuyen muc", "cung chuyen muc",
    "tin cung loai", "cac tin khac", "tin khac", "tin tuc khac", "cac bai khac", "bai viet khac",
    "cac bai viet khac", "cac tin bai khac", "tin bai khac", "tin moi hon", "tin cu hon", "nhung tin moi hon",
    "nhung tin cu hon", "cac tin moi hon", "cac tin cu hon", "cac tin da dua", "cac tin da dang",
    "tin da dua", "tin da dang", "tin moi nhat", "tin moi", "tin doc nhieu", "doc nhieu", "doc nhieu nhat",
    "xem nhieu", "xem nhieu nhat", "tin xem nhieu", "tin noi bat", "co the ban quan tam",
    "ban co the quan tam", "tin tiep theo", "bai truoc", "bai tiep theo", "cac tin tiep theo",
    "cac tin truoc do", "tin truoc", "tin sau",
];

/// Beginnings of the lines of a site's imprint, at the foot of its pages.
#[rustfmt::skip]
const FOOTERS: &[&str] = &[
    "giay phep", "co quan chu quan", "chiu trach nhiem", "ban quyen", "ghi ro nguon", "vui long ghi ro",
    "thiet ke", "phat trien boi", "tong bien tap", "dien thoai", "fax", "email:", "website", "dia chi",
    "tru so", "duong day nong", "co quan quan ly", "truong ban bien tap", "so luot truy cap", "dang truy cap",
    "dang online", "tong truy cap", "xay dung va phat trien", "de nghi ghi ro", "co quan ngon luan",
];

/// Most words a row of buttons has.
const MAX_WORDS: usize = 24;

/// What kind of furniture a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Furniture {
    /// This line alone.
    Line,
    /// A heading over a list of other articles.
    Related,
}

/// Whether the line is furniture.
pub(crate) fn furniture(line: &str) -> Option<Furniture> {
    let folded = fold(line);
    let bare = folded.trim_matches(|c: char| !c.is_alphanumeric());
    if RELATED.contains(&bare) {
        return Some(Furniture::Related);
    }
    // "> > Bài khác" links to another article.
    let folded = folded.replace("> >", ">>");
    if PREFIXES.iter().any(|prefix| folded.starts_with(prefix)) {
        return Some(Furniture::Line);
    }
    let bare_phrase = PHRASES.contains(&bare) && !WEAK.contains(&bare);
    (bare_phrase || is_row(&folded) || is_rule(&folded)).then_some(Furniture::Line)
}

/// Whether the line is furniture between other furniture.
pub(crate) fn is_weak(line: &str) -> bool {
    WEAK.contains(&fold(line).trim_matches(|c: char| !c.is_alphanumeric()))
}

/// Whether the line belongs to an imprint when it stands at the very end of a page.
pub(crate) fn is_footer(line: &str) -> bool {
    const LONGEST: usize = 60;
    let folded = fold(line);
    let bare = folded.trim_start_matches(|c: char| !c.is_alphanumeric());
    FOOTERS.iter().any(|start| bare.starts_with(start)) && bare.split(' ').count() <= LONGEST
}

/// A line of dashes, stars or dots.
fn is_rule(folded: &str) -> bool {
    folded.chars().count() >= 3
        && !folded.chars().any(char::is_alphanumeric)
        && !folded.contains('…')
}

/// At least two phrases and nothing else.
fn is_row(folded: &str) -> bool {
    let words: Vec<&str> = folded
        .split(|c: char| {
            c.is_whitespace() || matches!(c, '|' | '/' | ':' | ',' | '·' | '•' | '(' | ')')
        })
        .map(|word| word.trim_matches(['-', '–', '>', '<', '«', '»', '.']))
        .map(|word| if word.len() > 2 { word.trim_matches('+') } else { word })
        .filter(|word| !word.is_empty())
        .collect();
    if words.is_empty() || words.len() > MAX_WORDS {
        return false;
    }
    let (mut at, mut phrases) = (0, 0);
    while at < words.len() {
        let longest = (1..=6.min(words.len() - at)).rev();
        let Some(taken) =
            longest.into_iter().find(|&n| PHRASES.contains(&words[at..at + n].join(" ").as_str()))
        else {
            return false;
        };
        at += taken;
        phrases += 1;
    }
    phrases >= 2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn buttons_and_lists_are_furniture() {
        for line in [
            "Tăng/Giảm cỡ chữ:\u{a0} TĂNG+\u{a0}\u{a0}|\u{a0} GIẢM-",
            "Ý kiến bạn đọc",
            "Chia sẻ",
            "Chia sẻ | In trang | Gửi email",
            "A- A A+",
            "Facebook Twitter Zalo",
            "« Quay lại",
            "[Trở về]",
            "Xem thêm: Muốn biết thì hỏi",
            "Từ khóa: dân vận, hội nghị",
            "* * *",
            "-----",
            "> > Xem video: Phỏng vấn",
        ] {
            assert_eq!(furniture(line), Some(Furniture::Line), "{line}");
        }
        for line in ["Tin liên quan", "CÁC TIN KHÁC:", "Những tin cũ hơn", "» Cùng chuyên mục"]
        {
            assert_eq!(furniture(line), Some(Furniture::Related), "{line}");
        }
    }

    #[test]
    fn words_of_an_article_are_not() {
        for line in [
            "Ảnh",
            "Nội dung",
            "Chia sẻ tại hội nghị, đồng chí cho biết",
            "Thu Hà",
            "In đậm dấu ấn nhiệm kỳ",
            "Đăng ký thi đua",
            "1",
            "…",
            "",
        ] {
            assert_eq!(furniture(line), None, "{line}");
        }
    }
}
