//! Lines under pictures, told by their wording.

use crate::words::{count, fold};

/// Characters of a caption or heading at most.
pub(crate) const LONGEST_CAPTION: usize = 320;
/// Words of a caption that ends in a credit at most: a paragraph may end in one too.
const LONGEST_CREDITED: usize = 45;
/// Bytes of the credit itself, folded, at most.
const LONGEST_CREDIT: usize = 50;

/// A line that says it is a picture's: "Ảnh: …", "(Ảnh minh họa)", "… Ảnh: Thu Hà".
pub(crate) fn is_captioned(line: &str) -> bool {
    const STARTS: [&str; 12] = [
        "anh:",
        "anh minh hoa",
        "anh tu lieu",
        "trong anh:",
        "hinh:",
        "hinh anh:",
        "hinh minh hoa",
        "anh 1",
        "anh 2",
        "anh 3",
        "chu thich anh",
        "video:",
    ];
    if line.chars().count() > LONGEST_CAPTION {
        return false;
    }
    let folded = fold(line);
    let folded = folded.trim_start_matches(['(', '[', '*', '-', ' ']);
    let printed = STARTS.iter().any(|start| folded.starts_with(start));
    let credit = folded.rfind("anh:").filter(|at| *at > 0 && folded.len() - at < LONGEST_CREDIT);
    let before = credit.map(|at| &folded[..at]);
    // "…. Ảnh: Thu Hà", "… Ảnh: Thu Hà", "(ảnh: Thu Hà)"; not "tranh ảnh: …".
    let capital = ["Ảnh:", "A\u{309}nh:", "ẢNH:", "Ảnh :"].iter().any(|word| line.contains(word));
    let marks = ['(', '.', '-', '–', ',', ';', ')', '…', '"', '”', '/'];
    let apart = |text: &str| (capital && text.ends_with(' ')) || text.trim_end().ends_with(marks);
    let short = |text: &str| apart(text) && count(text) <= LONGEST_CREDITED;
    printed || before.is_some_and(short)
}

/// "Ảnh: Thu Hà" and nothing else.
pub(crate) fn is_credit(line: &str) -> bool {
    const LONGEST: usize = 8;
    count(line) <= LONGEST && fold(line).trim_start_matches(['(', '[']).starts_with("anh:")
}

/// Wording of captions: who is seen, doing what, where.
pub(crate) fn shows_scene(line: &str) -> bool {
    const STARTS: [&str; 9] = [
        "quang canh",
        "toan canh",
        "cac dai bieu",
        "dai bieu",
        "hinh anh",
        "canh ",
        "cac dong chi",
        "chup anh",
        "mot goc",
    ];
    const PEOPLE: [&str; 8] =
        ["dong chi ", "cac dong chi", "ong ", "ba ", "lanh dao ", "pho ", "bi thu ", "chu tich "];
    const SCENES: [&str; 12] = [
        " phat bieu",
        " tang hoa",
        " trao ",
        " chup anh",
        " tai hoi nghi",
        " tai buoi ",
        " tai le ",
        " tham quan",
        " du hoi nghi",
        " dang huong",
        " trao doi voi",
        " chu tri ",
    ];
    let folded = fold(line);
    let starts = |words: &[&str]| words.iter().any(|start| folded.starts_with(start));
    starts(&STARTS) || (starts(&PEOPLE) && SCENES.iter().any(|scene| folded.contains(scene)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn captions_say_so() {
        for line in ["Ảnh: Quang cảnh Hội nghị", "(Ảnh minh họa)", "Các đại biểu. Ảnh: Thu Hà"]
        {
            assert!(is_captioned(line), "{line}");
        }
        for line in ["Hình ảnh người lính", "Tranh ảnh: triển lãm của thiếu nhi", "Thu Hà", ""]
        {
            assert!(!is_captioned(line), "{line}");
        }
        assert!(is_credit("(Ảnh: Thu Hà)") && !is_credit("Các đại biểu. Ảnh: Thu Hà"));
    }

    #[test]
    fn scenes() {
        for line in
            ["Quang cảnh hội nghị", "Đồng chí Bí thư phát biểu chỉ đạo", "Lãnh đạo huyện trao quà"]
        {
            assert!(shows_scene(line), "{line}");
        }
        for line in ["Nhiều kết quả tích cực", "Đồng chí và bạn bè"] {
            assert!(!shows_scene(line), "{line}");
        }
    }
}
