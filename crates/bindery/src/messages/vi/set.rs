//! Tiếng Việt: kho viết tay.

use model::bundle::ManifestError;
use model::bundle::read::JsonKind;
use model::bundle::set::{SetFault, SetProblem};

/// What is wrong with `archive.json`.
pub(in crate::messages) fn manifest(error: &ManifestError) -> String {
    match error {
        ManifestError::NotJson { line, column, what } => format!(
            "không phải JSON hợp lệ, dòng {line}, cột {column} ({what}): hãy sửa chỗ này hoặc chép lại tệp"
        ),
        ManifestError::NotAnArchive { found } => format!(
            "không phải kho bài: cần một đối tượng có `parts` hoặc `articles`, nhưng đây là {}",
            json(*found)
        ),
        ManifestError::NewerSchema { found, known } => format!(
            "kho ghi theo lược đồ {found}, chương trình này chỉ biết đến {known}: hãy dùng bản chương \
             trình mới hơn"
        ),
        ManifestError::MissingField { field } => format!("thiếu `{field}`: hãy đóng gói lại kho"),
        ManifestError::WrongField { field, expected: _, found } => {
            format!(
                "`{field}` không đúng kiểu (đang là {}): hãy sửa hoặc đóng gói lại kho",
                json(*found)
            )
        }
        ManifestError::OlderSchema { found, known } => {
            format!("kho đóng gói theo lược đồ cũ số {found}, nay là {known}: hãy đóng gói lại kho")
        }
        ManifestError::IsSet => "đây là tập bài viết tay, chưa đóng gói".to_owned(),
    }
}

fn json(kind: JsonKind) -> &'static str {
    match kind {
        JsonKind::Null => "null",
        JsonKind::Bool => "true/false",
        JsonKind::Number => "một số",
        JsonKind::Text => "một chuỗi chữ",
        JsonKind::List => "một danh sách",
        JsonKind::Object => "một đối tượng",
    }
}

pub(super) fn set(problem: &SetProblem) -> String {
    let SetProblem { list, index, title, field, fault } = problem;
    let entry = if *list == "units" { "đơn vị" } else { "bài" };
    let title = title.as_ref().map(|title| format!(" (“{title}”)")).unwrap_or_default();
    let what = match fault {
        SetFault::Missing => format!("thiếu `{field}`"),
        SetFault::Empty => format!("`{field}` để trống"),
        SetFault::WrongKind { found, .. } if field.is_empty() => {
            format!("phải là một đối tượng, nhưng đây là {}", json(*found))
        }
        SetFault::WrongKind { found, .. } => {
            format!("`{field}` không đúng kiểu (đang là {})", json(*found))
        }
        SetFault::NotADate(text) => {
            format!("`{field}` “{text}” không phải ngày; cần dạng 2020-10-15, 2020-10 hoặc 2020")
        }
        SetFault::NotAnId(text) if field == "unit" => {
            format!("`unit` “{text}” không chỉ đúng một đơn vị nào; đơn vị được để trống")
        }
        SetFault::NotAnId(text) => {
            format!("`{field}` “{text}” không phải mã; chỉ dùng a–z, 0–9 và _, nhiều nhất 40 ký tự")
        }
        SetFault::NotALanguage(text) => {
            format!(
                "`{field}` “{text}” không phải ngôn ngữ; cần mã như `en`, nay coi là tiếng Việt"
            )
        }
        SetFault::BadUnit(what) => format!("không đọc được ({what})"),
    };
    format!("{entry} thứ {}{title}: {what}", index + 1)
}
