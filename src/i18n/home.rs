//! What the home page says.

use super::dates::{decimal, join};

/// What the home page says.
pub struct Home {
    /// The page's title.
    pub title: &'static str,
    /// Under the date, when no anniversary is near.
    pub quiet_month: &'static str,
    /// Before the nearest one.
    pub nearest: &'static str,
    /// When the archive knows no anniversary with a day.
    pub no_anniversaries: &'static str,
    /// Link to the page of the day.
    pub on_this_day: &'static str,
    /// Link to what the articles tell.
    pub told: &'static str,
    /// Heading of the latest articles.
    pub latest: &'static str,
    /// Link to all articles, by their number.
    pub all_articles: fn(u64) -> String,
    /// When the archive holds no article.
    pub no_articles: &'static str,
    /// Heading of the units.
    pub units: &'static str,
    /// Link to all units, by their number.
    pub all_units: fn(u64) -> String,
    /// When the archive lists no unit.
    pub no_units: &'static str,
}

/// Tiếng Việt.
pub const VI: Home = Home {
    title: "Trang chủ",
    quiet_month: "Ba mươi ngày tới không có ngày kỷ niệm nào.",
    nearest: "Gần nhất:",
    no_anniversaries: "Kho này chưa có ngày kỷ niệm nào biết rõ ngày.",
    on_this_day: "Ngày này năm xưa",
    told: "Điều bài viết nêu",
    latest: "Mới trong kho",
    all_articles: |count| join(&["Tất cả ", &decimal(count as i64), " bài, theo thời gian"]),
    no_articles: "Kho này chưa có bài viết nào.",
    units: "Xã, phường, đơn vị của tôi",
    all_units: |count| join(&["Tất cả ", &decimal(count as i64), " đơn vị"]),
    no_units: "Kho này chưa khai đơn vị nào.",
};

/// English.
pub const EN: Home = Home {
    title: "Home",
    quiet_month: "No anniversary falls in the coming thirty days.",
    nearest: "The nearest:",
    no_anniversaries: "The archive knows no anniversary to the day.",
    on_this_day: "On this day",
    told: "What the articles tell",
    latest: "New in the archive",
    all_articles: |count| join(&["All ", &decimal(count as i64), " articles, by date"]),
    no_articles: "The archive holds no articles yet.",
    units: "My commune, ward or body",
    all_units: |count| join(&["All ", &decimal(count as i64), " units"]),
    no_units: "The archive lists no units yet.",
};
