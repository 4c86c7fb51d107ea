//! What the page of a day of the year says, and how returns of anniversaries are told.

use calendar::{Date, RoundYear};

use super::dates::{self, decimal, join};

/// What the page of a day of the year says, and how returns of anniversaries are told.
pub struct Today {
    /// The page's title.
    pub title: &'static str,
    /// A day in words: "Thứ Tư, 14 tháng 10 năm 2026".
    pub full: fn(Date) -> String,
    /// How far away a day is: "hôm nay", "ngày mai", "còn 4 ngày", "3 ngày trước".
    pub in_days: fn(i32) -> String,
    /// The word after the years counted.
    pub years_word: fn(u16) -> &'static str,
    /// The class of a year.
    pub class: fn(RoundYear) -> &'static str,
    /// A 29 February kept a day early.
    pub moved: &'static str,
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
    full: |date| {
        join(&[
            (dates::VI.weekday)(date.weekday()),
            ", ",
            &decimal(date.day()),
            " tháng ",
            &decimal(date.month()),
            " năm ",
            &decimal(date.year()),
        ])
    },
    in_days: |days| match days {
        0 => "hôm nay".to_owned(),
        1 => "ngày mai".to_owned(),
        -1 => "hôm qua".to_owned(),
        ..0 => join(&[&decimal(-days), " ngày trước"]),
        _ => join(&["còn ", &decimal(days), " ngày"]),
    },
    years_word: |_| "năm",
    class: |round| match round {
        RoundYear::Decade => "năm tròn",
        RoundYear::HalfDecade => "năm lẻ 5",
        RoundYear::Other => "năm khác",
    },
    moved: "năm này không có ngày 29/2, tính vào 28/2",
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
    full: |date| (dates::EN.long)(date),
    in_days: |days| match days {
        0 => "today".to_owned(),
        1 => "tomorrow".to_owned(),
        -1 => "yesterday".to_owned(),
        ..0 => join(&[&decimal(-days), " days ago"]),
        _ => join(&["in ", &decimal(days), " days"]),
    },
    years_word: |years| if years == 1 { "year" } else { "years" },
    class: |round| match round {
        RoundYear::Decade => "round year (năm tròn)",
        RoundYear::HalfDecade => "fifth year (năm lẻ 5)",
        RoundYear::Other => "other year (năm khác)",
    },
    moved: "no 29 February this year; kept on the 28th",
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_in_words() {
        let date = "2026-10-14".parse().unwrap();
        assert_eq!((VI.full)(date), "Thứ Tư, 14 tháng 10 năm 2026");
        assert_eq!((EN.full)(date), "Wednesday, 14 October 2026");
        let told: Vec<String> = [0, 1, 4, -1, -5].map(VI.in_days).into();
        assert_eq!(told, ["hôm nay", "ngày mai", "còn 4 ngày", "hôm qua", "5 ngày trước"]);
    }
}
