//! What the page of a day of the year says.

/// What the page of a day of the year says.
pub struct Today {
    /// The page's title.
    pub title: &'static str,
    /// Heading of what returns on the day.
    pub this_day: &'static str,
    /// Heading of what comes after it.
    pub ahead: &'static str,
    /// Heading of what returned in the days before.
    pub behind: &'static str,
    /// Link to the calendar.
    pub calendar: &'static str,
    /// When nothing returns on the day.
    pub nothing: &'static str,
    /// When nothing returns in the days after it.
    pub nothing_ahead: &'static str,
    /// Heading of what the archive holds of this day in any year.
    pub in_archive: &'static str,
    /// When it holds nothing.
    pub nothing_in_archive: &'static str,
    /// Name of the buttons that turn the page.
    pub turn: &'static str,
    /// Button: the day before.
    pub before: &'static str,
    /// Button: the day after.
    pub after: &'static str,
    /// Button: back to today.
    pub now: &'static str,
}

/// Tiếng Việt.
pub const VI: Today = Today {
    title: "Ngày này năm xưa",
    this_day: "Kỷ niệm trong ngày",
    ahead: "Ba mươi ngày tới",
    behind: "Bảy ngày qua",
    calendar: "Lịch tháng",
    nothing: "Không có ngày kỷ niệm nào vào ngày này.",
    nothing_ahead: "Không có ngày kỷ niệm nào trong ba mươi ngày tới.",
    in_archive: "Ngày này trong kho",
    nothing_in_archive: "Kho không có bài viết hay mốc nào vào ngày này của các năm.",
    turn: "Đổi ngày",
    before: "Ngày trước",
    after: "Ngày sau",
    now: "Hôm nay",
};

/// English.
pub const EN: Today = Today {
    title: "On this day",
    this_day: "Anniversaries of the day",
    ahead: "The coming thirty days",
    behind: "The past seven days",
    calendar: "Calendar",
    nothing: "No anniversary falls on this day.",
    nothing_ahead: "No anniversary falls in the thirty days after it.",
    in_archive: "This day in the archive",
    nothing_in_archive: "The archive holds nothing of this day of any year.",
    turn: "Change the day",
    before: "The day before",
    after: "The day after",
    now: "Today",
};
