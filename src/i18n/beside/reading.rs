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
    /// How many minutes of reading are left.
    pub minutes_left: fn(u32) -> String,
    /// The last time the reader stopped at a paragraph.
    pub stopped: fn(u32) -> String,
    /// Button: go on from there.
    pub go_on: &'static str,
    /// Heading of other articles.
    pub related: &'static str,
    /// Why an article is related: it has the same title, and is perhaps another edition.
    pub same_title: &'static str,
    /// Why: it reports on something of the same day.
    pub same_event: fn(&str) -> String,
    /// Why: it tells of the same thing, by its name.
    pub same_subject: fn(&str) -> String,
    /// Why: it is about the same unit.
    pub same_unit: fn(&str) -> String,
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
    minutes_left: |minutes| join(&["còn ", &decimal(minutes), " phút"]),
    stopped: |number| join(&["Lần trước bạn dừng ở đoạn ", &decimal(number), "."]),
    go_on: "Đọc tiếp",
    related: "Bài liên quan",
    same_title: "cùng tên bài, có thể là bản đăng lại",
    same_event: |day| join(&["sự kiện cùng ngày ", day]),
    same_subject: |name| join(&["cùng nói về: ", name]),
    same_unit: |name| join(&["cùng đơn vị: ", name]),
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
    minutes_left: |minutes| join(&[&decimal(minutes), " min left"]),
    stopped: |number| join(&["Last time you stopped at paragraph ", &decimal(number), "."]),
    go_on: "Read on",
    related: "Related articles",
    same_title: "same title, perhaps published again",
    same_event: |day| join(&["an event of the same day, ", day]),
    same_subject: |name| join(&["also tells of: ", name]),
    same_unit: |name| join(&["about the same unit: ", name]),
};
