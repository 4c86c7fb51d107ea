//! What the words around a year make of it.

use super::{tail, weak, years};
use crate::words::fold;

/// "đến năm 2025", "tầm nhìn 2045", "vào năm 2025 sắp tới".
pub(super) fn is_to_come(before: &str, after: &str) -> bool {
    const LEADS: [&str; 7] = ["den", "toi", "nhin", "tieu", "het", "cuoi", "truoc"];
    let mut words = before.split(' ').rev().map(|word| word.trim_matches(['/', ',', '(']));
    let last = words.next().unwrap_or_default();
    let lead = if last == "nam" { words.next().unwrap_or_default() } else { last };
    let next = fold(&after.chars().take(12).collect::<String>());
    LEADS.contains(&lead)
        || next.trim_start().starts_with("sap toi")
        || next.trim_start().starts_with("toi")
}

/// "Tết Kỷ Hợi 2019", "xuân mới 2019", "Tết Nguyên đán năm 2019": nothing but the year's own words
/// stand between.
pub(super) fn is_new_year(before: &str) -> bool {
    const BETWEEN: [&str; 29] = [
        "nam", "moi", "don", "nguyen", "dan", "va", "co", "truyen", "giap", "at", "binh", "dinh",
        "mau", "ky", "canh", "tan", "nham", "quy", "ty", "suu", "mao", "thin", "ngo", "mui",
        "than", "dau", "tuat", "hoi", "-",
    ];
    let words = before.split(' ').rev().map(|word| word.trim_matches(['/', ',', '"', '“', '(']));
    let mut words = words.skip_while(|word| BETWEEN.contains(word));
    words.next().is_some_and(|word| matches!(word, "tet" | "xuan"))
}

/// What stands between a year reviewed and the next plans for it, in one sentence.
pub(super) fn plans(between: &str) -> bool {
    let words = fold(between);
    let one = !between.contains(['.', '\n']) && between.len() <= 160;
    one && ["phuong huong", "nhiem vu", "ke hoach", "chuong trinh"]
        .iter()
        .any(|plan| words.contains(plan))
}

/// "… tháng đầu năm 2020", "những ngày đầu năm 2020", "quý IV/2020", "còn lại của năm 2020".
pub(super) fn is_sign(before: &str, slash: bool) -> bool {
    let words: Vec<&str> = before.split(' ').rev().map(|w| w.trim_matches(['/', ','])).collect();
    let near = |word: &str, reach: usize| words.iter().take(reach).any(|w| *w == word);
    let quarter = if slash { near("quy", 2) } else { words[0] == "nam" && near("quy", 3) };
    let quarter = quarter && !is_planned_quarter(&words);
    let months = words[0] == "nam" && near("dau", 2) && (near("thang", 4) || near("ngay", 3));
    quarter || months || before.ends_with("con lai cua nam")
}

/// "hoàn thành vào quý II/2018", "dự kiến quý I/2019": a quarter by which something is to be done,
/// or from which it has been. The words run from the last to the first.
fn is_planned_quarter(words: &[&str]) -> bool {
    const LEADS: [&str; 10] =
        ["vao", "kien", "thanh", "giao", "het", "cuoi", "nhat", "tu", "truoc", "den"];
    let quarter = words.iter().position(|word| *word == "quy");
    let lead = quarter.and_then(|at| words.get(at + 1));
    lead.is_some_and(|lead| LEADS.contains(lead) || lead.ends_with(':'))
}

/// "6 tháng cuối năm 2019", "những tháng cuối năm 2019".
pub(super) fn is_second_half(before: &str) -> bool {
    before.ends_with("thang cuoi nam")
}

/// The year that a title ends with, and whether it is that of a gathering, which meets in its year:
/// prizes and programmes are of the year before or the next. A term, a season of games or a new
/// year begins in another.
pub(super) fn title_year(title: &str) -> Option<(i32, bool)> {
    const OTHERWISE: [&str; 11] = [
        "tet",
        "xuan",
        "mua giai",
        "giai doan",
        "nhiem ky",
        "den nam",
        "tu nam",
        "(",
        "chuong trinh",
        "ke hoach",
        "giam sat",
    ];
    let title = title.trim_end_matches(|c: char| !c.is_alphanumeric());
    let (at, year) = years(title).last()?;
    let folded = fold(title);
    let plain = !OTHERWISE.iter().any(|words| folded.contains(words));
    let ends = plain && at + 4 == title.len() && !is_to_come(&fold(tail(&title[..at])), "");
    ends.then(|| (year, weak::is_gathering(&title[..at])))
}
