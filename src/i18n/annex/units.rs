//! What the pages of units say beyond a unit's life: finding, comparing, dossier.

use crate::i18n::dates::{decimal, join};

/// What the pages of units say beyond a unit's life.
pub struct UnitPages {
    /// Label of the field for names.
    pub find: &'static str,
    /// In the empty field.
    pub find_hint: &'static str,
    /// Heading of the archive's units found.
    pub in_archive: &'static str,
    /// When the archive has none of the name.
    pub none_in_archive: &'static str,
    /// How many units of the archive are found.
    pub found_ours: fn(&str) -> String,
    /// How many units of the archive and how many other places are found.
    pub found_both: fn(&str, &str) -> String,
    /// Heading of the country's places found.
    pub in_country: &'static str,
    /// Whence those are.
    pub country_note: &'static str,
    /// When the country has none of the name.
    pub none_in_country: &'static str,
    /// Heading of names a letter apart.
    pub near: &'static str,
    /// Before the names of predecessors with articles.
    pub articles_before: &'static str,
    /// Before the names of heirs with articles.
    pub articles_after: &'static str,
    /// Under the heading of a unit's bodies.
    pub bodies_note: &'static str,
    /// Before the names of a body as printed.
    pub printed_as: &'static str,
    /// How a body is known.
    pub body_stated: &'static str,
    /// How a body is known whose place is understood.
    pub body_inferred: &'static str,
    /// Heading of the first sentence.
    pub seen_first: &'static str,
    /// Heading of the last sentence.
    pub seen_last: &'static str,
    /// Link to a sentence in its article.
    pub open_sentence: &'static str,
    /// Before somebody's earlier roles.
    pub role_before: &'static str,
    /// Heading of sentences with figures.
    pub figures: &'static str,
    /// Under it.
    pub figures_note: &'static str,
    /// Before what a place became.
    pub now: &'static str,
    /// Before what a place was made from.
    pub made_from: &'static str,
    /// Until a day, written out.
    pub until: fn(&str) -> String,
    /// From a day, written out.
    pub since: fn(&str) -> String,
    /// Beside the main part of a divided place.
    pub main_part: &'static str,
    /// The list of places did not come, and why.
    pub lost: &'static str,
    /// Link to all articles of a unit in search.
    pub search_in: &'static str,
    /// Heading and link.
    pub dossier: &'static str,
    /// Title of a unit's dossier.
    pub dossier_of: fn(&str) -> String,
    /// Under it: when a dossier says what.
    pub dossier_note: fn(&str) -> String,
    /// Heading and link.
    pub compare: &'static str,
    /// Under it.
    pub compare_note: &'static str,
    /// Label of one of the two.
    pub compared: [&'static str; 2],
    /// Nothing is chosen.
    pub choose: &'static str,
    /// Rows: kind, period, articles, years, people, days in common.
    pub kind: &'static str,
    /// Label.
    pub period: &'static str,
    /// Label.
    pub common_days: &'static str,
    /// What the small chart shows: first year, last year.
    pub by_year: &'static str,
    /// A bar of it.
    pub in_year: fn(i32, u32) -> String,
    /// Button.
    pub print: &'static str,
    /// Buttons: CSV, JSON, JSON-LD.
    pub save: [&'static str; 3],
    /// Label of an article's address.
    pub address: &'static str,
    /// A thing that nobody says.
    pub unknown: &'static str,
    /// Back to the unit.
    pub to_unit: &'static str,
}

/// Tiếng Việt.
pub const VI: UnitPages = UnitPages {
    find: "Tìm đơn vị theo tên cũ hoặc tên mới",
    find_hint: "Ví dụ: viet hung, xã Sông Lô",
    in_archive: "Trong kho này",
    none_in_archive: "Kho này chưa có đơn vị nào tên như vậy.",
    found_ours: |count| join(&[count, " đơn vị trong kho"]),
    found_both: |count, others| {
        join(&[count, " đơn vị trong kho, ", others, " nơi khác trong cả nước"])
    },
    in_country: "Cả nước, theo danh mục chính thức",
    country_note: "Tỉnh, huyện, xã từ cuối năm 2016 và đơn vị hai cấp từ 01/07/2025.",
    none_in_country: "Danh mục không có tên này.",
    near: "Tên gần giống",
    articles_before: "Bài của tiền thân: ",
    articles_after: "Bài của nơi kế thừa: ",
    bodies_note: "Cơ quan, tổ chức được nêu tên trong các bài của kho, xếp theo số bài.",
    printed_as: "Trong bài còn ghi ",
    body_stated: "Bài viết nêu tên đầy đủ.",
    body_inferred: "Bài viết gọi tắt; đơn vị hiểu theo lời văn của chính bài đó.",
    seen_first: "Được nhắc đến sớm nhất:",
    seen_last: "Được nhắc đến gần nhất:",
    open_sentence: "Mở câu này trong bài",
    role_before: "Trước đó: ",
    figures: "Số liệu trong bài",
    figures_note: "Những câu có số liệu trong các bài mới nhất, đúng như đã in.",
    now: "Nay là ",
    made_from: "Lập từ ",
    until: |day| join(&["đến ", day]),
    since: |day| join(&["từ ", day]),
    main_part: "phần chính",
    lost: "Danh mục đơn vị cả nước chưa tải được. Các đơn vị của kho vẫn tìm được ở trên.",
    search_in: "Tìm trong bài của đơn vị",
    dossier: "Hồ sơ để in hoặc lưu",
    dossier_of: |name| join(&["Hồ sơ: ", name]),
    dossier_note: |archive| join(&["Lấy từ “", archive, "”. Mỗi ngày tháng ghi kèm cách biết."]),
    compare: "So sánh hai đơn vị",
    compare_note: "Đặt hai đơn vị cạnh nhau: thời gian tồn tại, nguồn gốc, bài viết, con người.",
    compared: ["Đơn vị thứ nhất", "Đơn vị thứ hai"],
    choose: "Chọn đơn vị",
    kind: "Loại",
    period: "Thời gian",
    common_days: "Ngày kỷ niệm cùng nhắc đến",
    by_year: "Bài viết theo năm",
    in_year: |year, count| join(&[&year.to_string(), ": ", &decimal(i64::from(count)), " bài"]),
    print: "In hồ sơ",
    save: ["Lưu bảng CSV", "Lưu JSON", "Lưu JSON-LD"],
    address: "Địa chỉ",
    unknown: "chưa rõ",
    to_unit: "Về trang đơn vị",
};

/// English.
pub const EN: UnitPages = UnitPages {
    find: "Find a unit by any name, old or new",
    find_hint: "For example: viet hung, xã Sông Lô",
    in_archive: "In this archive",
    none_in_archive: "The archive has no unit of this name.",
    found_ours: |count| join(&[count, " in the archive"]),
    found_both: |count, others| {
        join(&[count, " in the archive, ", others, " other places in the country"])
    },
    in_country: "In the country, by the official lists",
    country_note: "Provinces, districts and communes since the end of 2016, and the two-tier units since 1 July 2025.",
    none_in_country: "The lists have no such name.",
    near: "Near in name",
    articles_before: "Articles of predecessors: ",
    articles_after: "Articles of successors: ",
    bodies_note: "Bodies that the archive's articles name, by number of articles.",
    printed_as: "Also printed as ",
    body_stated: "An article gives its full name.",
    body_inferred: "Articles shorten its name; the unit is understood from the same article.",
    seen_first: "Named earliest:",
    seen_last: "Named latest:",
    open_sentence: "Open this sentence in its article",
    role_before: "Before: ",
    figures: "Figures in the articles",
    figures_note: "Sentences with figures in the latest articles, as printed.",
    now: "Now ",
    made_from: "Made from ",
    until: |day| join(&["until ", day]),
    since: |day| join(&["from ", day]),
    main_part: "main part",
    lost: "The list of the country's units did not come. The archive's own units are found above.",
    search_in: "Search in its articles",
    dossier: "Dossier to print or save",
    dossier_of: |name| join(&["Dossier: ", name]),
    dossier_note: |archive| join(&["From “", archive, "”. Each date says how it is known."]),
    compare: "Compare two units",
    compare_note: "Two units side by side: periods, lineage, articles, people.",
    compared: ["First unit", "Second unit"],
    choose: "Choose a unit",
    kind: "Kind",
    period: "Period",
    common_days: "Anniversaries both mention",
    by_year: "Articles by year",
    in_year: |year, count| join(&[&year.to_string(), ": ", &decimal(i64::from(count))]),
    print: "Print the dossier",
    save: ["Save as CSV", "Save as JSON", "Save as JSON-LD"],
    address: "Address",
    unknown: "not known",
    to_unit: "To the unit's page",
};
