//! What the pages of officials, programmes and directives say.

use model::chronicle::DirectiveKind;

use crate::i18n::dates::{decimal, join};

/// What the pages of officials, programmes and directives say.
pub struct Subjects {
    /// When there is no official of the address's id.
    pub no_official: &'static str,
    /// When there is no programme of the address's id.
    pub no_programme: &'static str,
    /// When there is no directive of the address's id.
    pub no_directive: &'static str,
    /// What an official's page is.
    pub official: &'static str,
    /// How far an official's page goes.
    pub official_note: &'static str,
    /// Heading of the roles.
    pub roles: &'static str,
    /// A name printed without a role.
    pub no_role: &'static str,
    /// What a programme's page is.
    pub programme: &'static str,
    /// Heading of the periods.
    pub periods: &'static str,
    /// A period.
    pub period: fn(i32, i32) -> String,
    /// What a directive's page is, by its kind.
    pub directive: fn(DirectiveKind) -> &'static str,
    /// Before who issued it.
    pub issuer: &'static str,
    /// Heading of the passages.
    pub passages: &'static str,
    /// Opens the further passages of an article, by their number.
    pub more_passages: fn(usize) -> String,
    /// When the date of a passage's article is not known.
    pub undated: &'static str,
}

/// Tiếng Việt.
pub const VI: Subjects = Subjects {
    no_official: "Không có người này trong kho",
    no_programme: "Không có chương trình này trong kho",
    no_directive: "Không có văn bản này trong kho",
    official: "Người có chức danh",
    official_note: "Chỉ gồm chức danh công khai như đã in trong các bài của kho, vào ngày của bài.",
    roles: "Chức danh đã in",
    no_role: "không kèm chức danh",
    programme: "Chương trình, phong trào",
    periods: "Được nêu cho",
    period: |from, to| join(&["giai đoạn ", &decimal(from), "–", &decimal(to)]),
    directive: |kind| match kind {
        DirectiveKind::Directive => "Chỉ thị",
        DirectiveKind::Resolution => "Nghị quyết",
        DirectiveKind::Conclusion => "Kết luận",
        DirectiveKind::Scheme => "Đề án",
        DirectiveKind::Other => "Văn bản",
    },
    issuer: "Ban hành",
    passages: "Được nhắc đến trong",
    more_passages: |count| join(&["thêm ", &decimal(count as i64), " chỗ trong bài này"]),
    undated: "chưa rõ ngày",
};

/// English.
pub const EN: Subjects = Subjects {
    no_official: "The archive names no such person",
    no_programme: "The archive names no such programme",
    no_directive: "The archive cites no such document",
    official: "Person in office",
    official_note: "Public roles only, as printed in the archive’s articles, on the article’s date.",
    roles: "Roles as printed",
    no_role: "named without a role",
    programme: "Programme or movement",
    periods: "Stated for",
    period: |from, to| join(&[&decimal(from), "–", &decimal(to)]),
    directive: |kind| match kind {
        DirectiveKind::Directive => "Directive",
        DirectiveKind::Resolution => "Resolution",
        DirectiveKind::Conclusion => "Conclusion",
        DirectiveKind::Scheme => "Scheme",
        DirectiveKind::Other => "Document",
    },
    issuer: "Issued by",
    passages: "Mentioned in",
    more_passages: |count| join(&[&decimal(count as i64), " more in this article"]),
    undated: "date unknown",
};
