//! What an anniversary's page says.

use model::chronicle::AnniversaryKind;

use crate::i18n::dates::{decimal, join};

/// What an anniversary's page says.
pub struct Anniversary {
    /// When there is no anniversary of the address's id.
    pub unknown: &'static str,
    /// What is remembered.
    pub kind: fn(AnniversaryKind) -> &'static str,
    /// Before the founding date.
    pub since: &'static str,
    /// When the founding is known by its year (or month) alone.
    pub no_day: &'static str,
    /// The next return.
    pub next: &'static str,
    /// The years counted in a year: "năm 2026".
    pub in_year: fn(i32) -> String,
    /// In the founding year itself, or before it.
    pub not_yet: &'static str,
    /// Whose it is.
    pub scope: &'static str,
    /// It is national.
    pub national: &'static str,
    /// Since when it is no longer observed.
    pub ceased: &'static str,
    /// What should be known besides.
    pub notes: &'static str,
    /// Heading of the table of years.
    pub years: &'static str,
    /// Column.
    pub year: &'static str,
    /// Column.
    pub counted: &'static str,
    /// Column.
    pub class: &'static str,
    /// Column.
    pub coverage: &'static str,
    /// The link to the articles of a year, by their number.
    pub articles_of_year: fn(usize) -> String,
    /// How the classes come about.
    pub class_note: &'static str,
    /// Heading of the names.
    pub names: &'static str,
    /// Heading of the articles.
    pub mentions: &'static str,
    /// When no article mentions it.
    pub no_mentions: &'static str,
    /// Button: saves the coming returns of this anniversary.
    pub to_calendar: &'static str,
    /// Button: saves those of all anniversaries.
    pub all_to_calendar: &'static str,
    /// The years that a passage claims.
    pub claims: fn(u16) -> String,
    /// Button: prints the page.
    pub print: &'static str,
    /// At the foot of the sheet, with the archive's name and the day.
    pub foot: fn(&str, &str) -> String,
}

/// Tiếng Việt.
pub const VI: Anniversary = Anniversary {
    unknown: "Không có ngày kỷ niệm này trong kho",
    kind: |kind| match kind {
        AnniversaryKind::Founding => "Ngày thành lập",
        AnniversaryKind::Tradition => "Ngày truyền thống",
        AnniversaryKind::Event => "Ngày lịch sử",
        AnniversaryKind::Birth => "Ngày sinh",
        AnniversaryKind::Death => "Ngày mất",
        AnniversaryKind::Observance => "Ngày hưởng ứng",
    },
    since: "Từ",
    no_day: "Chỉ biết năm, nên đếm được số năm mà không có ngày.",
    next: "Lần tới",
    in_year: |year| join(&["năm ", &decimal(year)]),
    not_yet: "chưa đếm năm",
    scope: "Phạm vi",
    national: "toàn quốc, toàn ngành",
    ceased: "Không còn kỷ niệm riêng từ",
    notes: "Ghi chú",
    years: "Qua các năm",
    year: "Năm",
    counted: "Số năm",
    class: "Loại",
    coverage: "Bài trong kho",
    articles_of_year: |count| join(&[&decimal(count as i64), " bài"]),
    class_note: "Năm tròn có chữ số cuối là 0 (Nghị định 111/2018/NĐ-CP), năm lẻ 5 là 5 (Nghị định 145/2013/NĐ-CP, Điều 3), còn lại là năm khác. Đây là phép tính, không phải hướng dẫn tổ chức.",
    names: "Các cách gọi đã in",
    mentions: "Bài viết nhắc đến",
    no_mentions: "Chưa bài nào trong kho nhắc đến ngày này.",
    to_calendar: "Thêm mười năm tới vào lịch",
    all_to_calendar: "Thêm mọi ngày kỷ niệm vào lịch",
    claims: |years| join(&["bài nêu ", &decimal(years), " năm"]),
    print: "In tờ kỷ niệm",
    foot: |archive, day| join(&["Lấy từ “", archive, "”, in ngày ", day, "."]),
};

/// English.
pub const EN: Anniversary = Anniversary {
    unknown: "The archive has no such anniversary",
    kind: |kind| match kind {
        AnniversaryKind::Founding => "Founding day",
        AnniversaryKind::Tradition => "Tradition day",
        AnniversaryKind::Event => "Historic day",
        AnniversaryKind::Birth => "Birthday",
        AnniversaryKind::Death => "Day of death",
        AnniversaryKind::Observance => "Observance",
    },
    since: "Since",
    no_day: "Only the year is known: years can be counted, but there is no day.",
    next: "Next",
    in_year: |year| join(&["in ", &decimal(year)]),
    not_yet: "no year counted yet",
    scope: "Scope",
    national: "national, of the whole sector",
    ceased: "No longer observed by itself since",
    notes: "Notes",
    years: "Through the years",
    year: "Year",
    counted: "Years",
    class: "Class",
    coverage: "In the archive",
    articles_of_year: |count| {
        join(&[&decimal(count as i64), if count == 1 { " article" } else { " articles" }])
    },
    class_note: "A round year (năm tròn) ends in 0 (Decree 111/2018/NĐ-CP), a fifth year (năm lẻ 5) in 5 (Decree 145/2013/NĐ-CP, Article 3); all others are năm khác. This is arithmetic, not advice on ceremonies.",
    names: "Names as printed",
    mentions: "Articles that mention it",
    no_mentions: "No article of the archive mentions it yet.",
    to_calendar: "Add the next ten years to my calendar",
    all_to_calendar: "Add all anniversaries to my calendar",
    claims: |years| join(&["the article counts ", &decimal(years), " years"]),
    print: "Print this sheet",
    foot: |archive, day| join(&["From “", archive, "”, printed on ", day, "."]),
};
