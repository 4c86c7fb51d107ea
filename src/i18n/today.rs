//! How a day and the returns of anniversaries are told.

use calendar::{Date, RoundYear};

use super::dates::{self, decimal, join};

/// How a day and the returns of anniversaries are told.
pub struct Today {
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
}

/// Tiếng Việt.
pub const VI: Today = Today {
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
};

/// English.
pub const EN: Today = Today {
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
