//! What is said by what helps a reader on beside the text.

use crate::i18n::dates::{decimal, join};

/// What is said by what helps a reader on beside the text.
pub struct Reading {
    /// Label of a date.
    pub published: &'static str,
    /// Label of a date.
    pub event: &'static str,
    /// Label of a date.
    pub crawled: &'static str,
    /// Label of a unit.
    pub unit: &'static str,
    /// Label of a publisher.
    pub publisher: &'static str,
    /// Label of the bylines.
    pub bylines: &'static str,
    /// Label of the view count.
    pub views: &'static str,
    /// Label of the source address or file.
    pub source: &'static str,
    /// Heading of the facts beside the text.
    pub facts: &'static str,
    /// Link to the article before.
    pub previous: &'static str,
    /// Link to the article after.
    pub next: &'static str,
    /// Name of the links to neighbours.
    pub neighbours: &'static str,
    /// Button: show the paragraph that mentions a fact.
    pub show_paragraph: fn(usize) -> String,
    /// Kind of a note.
    pub anniversary: &'static str,
    /// Kind of a note.
    pub official: &'static str,
    /// Kind of a note.
    pub programme: &'static str,
    /// Kind of a note.
    pub directive: &'static str,
    /// Kind of a note.
    pub unit_mentioned: &'static str,
    /// The link to a paragraph is on the clipboard.
    pub paragraph_copied: fn(u32) -> String,
    /// The link to a paragraph cannot be copied here; it follows.
    pub paragraph_by_hand: fn(u32) -> String,
    /// Button: shut a message.
    pub shut: &'static str,
}

/// Tiếng Việt.
pub const VI: Reading = Reading {
    published: "Ngày đăng",
    event: "Ngày sự kiện",
    crawled: "Ngày thu thập",
    unit: "Đơn vị",
    publisher: "Nơi đăng",
    bylines: "Người viết",
    views: "Lượt xem khi lưu trữ",
    source: "Nguồn",
    facts: "Dữ kiện trong bài",
    previous: "Bài trước",
    next: "Bài sau",
    neighbours: "Bài liền trước và liền sau theo thời gian",
    show_paragraph: |number| join(&["Xem đoạn ", &decimal(number as i64)]),
    anniversary: "Ngày kỷ niệm",
    official: "Người giữ chức vụ",
    programme: "Chương trình, phong trào",
    directive: "Văn bản được dẫn",
    unit_mentioned: "Đơn vị được nhắc",
    paragraph_copied: |number| join(&["Đã chép liên kết đến đoạn ", &decimal(number), "."]),
    paragraph_by_hand: |number| {
        join(&["Trình duyệt không cho chép; liên kết đến đoạn ", &decimal(number), " là:"])
    },
    shut: "Đóng",
};

/// English.
pub const EN: Reading = Reading {
    published: "Published",
    event: "Event",
    crawled: "Collected",
    unit: "Unit",
    publisher: "Publisher",
    bylines: "By",
    views: "Views when archived",
    source: "Source",
    facts: "Facts in this article",
    previous: "Earlier article",
    next: "Later article",
    neighbours: "The articles just before and after in time",
    show_paragraph: |number| join(&["Show paragraph ", &decimal(number as i64)]),
    anniversary: "Anniversary",
    official: "Person with an office",
    programme: "Programme or movement",
    directive: "Document cited",
    unit_mentioned: "Unit mentioned",
    paragraph_copied: |number| join(&["The link to paragraph ", &decimal(number), " is copied."]),
    paragraph_by_hand: |number| {
        join(&[
            "The browser does not allow copying; the link to paragraph ",
            &decimal(number),
            " is:",
        ])
    },
    shut: "Close",
};
