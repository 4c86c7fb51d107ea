//! What the calendar says.

use calendar::{LunarDate, Month, Weekday};

use crate::i18n::dates::{self, decimal, join};

/// What the calendar says.
pub struct Calendar {
    /// What the page is.
    pub title: &'static str,
    /// A month and its year, as a title.
    pub month: fn(Month) -> String,
    /// A year, as a title.
    pub year: fn(i32) -> String,
    /// The name of the lunar year that begins in a civil year, where the language has such names.
    pub year_name: Option<fn(i32) -> String>,
    /// From which lunar day to which.
    pub lunar_range: fn(LunarDate, LunarDate) -> String,
    /// Between a civil day's number and its lunar one, read out only.
    pub lunar_word: &'static str,
    /// A lunar day under a civil one: its number, with the month on the first.
    pub lunar_day: fn(LunarDate) -> String,
    /// A weekday in two letters.
    pub short: fn(Weekday) -> &'static str,
    /// A number of anniversaries.
    pub count: fn(usize) -> String,
    /// Name of the buttons that turn the months.
    pub turn: &'static str,
    /// Button: the month before.
    pub before: &'static str,
    /// Button: the month after.
    pub after: &'static str,
    /// Button: this month.
    pub this_month: &'static str,
    /// Name of the buttons that turn the years.
    pub turn_year: &'static str,
    /// Button: this year.
    pub this_year: &'static str,
    /// What keys do.
    pub keys: &'static str,
    /// Heading of the month's anniversaries.
    pub in_month: &'static str,
    /// When there are none.
    pub nothing: &'static str,
}

/// Tiếng Việt.
pub const VI: Calendar = Calendar {
    title: "Lịch",
    month: |month| join(&["Tháng ", &decimal(month.number()), " năm ", &decimal(month.year())]),
    year: |year| join(&["Năm ", &decimal(year)]),
    year_name: Some(|year| join(&["Năm âm lịch ", &can_chi(year), " bắt đầu vào Tết Nguyên đán."])),
    lunar_range: |first, last| {
        let from = join(&[&decimal(first.day()), "/", &lunar_month(first, " nhuận")]);
        let to = join(&[&decimal(last.day()), "/", &lunar_month(last, " nhuận")]);
        let (one, other) = (can_chi(first.year()), can_chi(last.year()));
        if first.year() == last.year() {
            join(&["Âm lịch: từ ", &from, " đến ", &to, " năm ", &one, "."])
        } else {
            join(&["Âm lịch: từ ", &from, " năm ", &one, " đến ", &to, " năm ", &other, "."])
        }
    },
    lunar_word: ", âm lịch ",
    lunar_day: |lunar| lunar_day(lunar, " nhuận"),
    short: |weekday| match weekday {
        Weekday::Monday => "T2",
        Weekday::Tuesday => "T3",
        Weekday::Wednesday => "T4",
        Weekday::Thursday => "T5",
        Weekday::Friday => "T6",
        Weekday::Saturday => "T7",
        Weekday::Sunday => "CN",
    },
    count: |count| join(&[&decimal(count as i64), " ngày kỷ niệm"]),
    turn: "Đổi tháng",
    before: "Tháng trước",
    after: "Tháng sau",
    this_month: "Tháng này",
    turn_year: "Đổi năm",
    this_year: "Năm nay",
    keys: "Bàn phím: mũi tên để sang ngày khác, Page Up và Page Down để đổi tháng.",
    in_month: "Kỷ niệm trong tháng",
    nothing: "Kho không có ngày kỷ niệm nào trong tháng này.",
};

/// English.
pub const EN: Calendar = Calendar {
    title: "Calendar",
    month: |month| join(&[&(dates::EN.month)(month.number()), " ", &decimal(month.year())]),
    year: decimal,
    year_name: None,
    lunar_range: |first, last| {
        let from = join(&[&decimal(first.day()), "/", &lunar_month(first, " (leap)")]);
        let to = join(&[&decimal(last.day()), "/", &lunar_month(last, " (leap)")]);
        join(&["Lunar calendar, day/month: ", &from, " to ", &to, "."])
    },
    lunar_word: ", lunar ",
    lunar_day: |lunar| lunar_day(lunar, " (leap)"),
    short: |weekday| match weekday {
        Weekday::Monday => "Mo",
        Weekday::Tuesday => "Tu",
        Weekday::Wednesday => "We",
        Weekday::Thursday => "Th",
        Weekday::Friday => "Fr",
        Weekday::Saturday => "Sa",
        Weekday::Sunday => "Su",
    },
    count: |count| {
        join(&[&decimal(count as i64), if count == 1 { " anniversary" } else { " anniversaries" }])
    },
    turn: "Change the month",
    before: "The month before",
    after: "The month after",
    this_month: "This month",
    turn_year: "Change the year",
    this_year: "This year",
    keys: "Keyboard: arrows go from day to day, Page Up and Page Down from month to month.",
    in_month: "Anniversaries of the month",
    nothing: "The archive has no anniversary in this month.",
};

fn lunar_month(lunar: LunarDate, leap: &str) -> String {
    join(&[&decimal(lunar.month()), if lunar.is_leap() { leap } else { "" }])
}

fn lunar_day(lunar: LunarDate, leap: &str) -> String {
    if lunar.day() > 1 {
        return decimal(lunar.day());
    }
    join(&["1/", &lunar_month(lunar, leap)])
}

/// The name of a lunar year in the cycle of sixty: "Bính Ngọ".
fn can_chi(year: i32) -> String {
    const CAN: [&str; 10] =
        ["Giáp", "Ất", "Bính", "Đinh", "Mậu", "Kỷ", "Canh", "Tân", "Nhâm", "Quý"];
    const CHI: [&str; 12] =
        ["Tý", "Sửu", "Dần", "Mão", "Thìn", "Tỵ", "Ngọ", "Mùi", "Thân", "Dậu", "Tuất", "Hợi"];
    // The year 4 began a cycle.
    let place = |of: i32| (year - 4).rem_euclid(of) as usize;
    join(&[CAN[place(10)], " ", CHI[place(12)]])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_of_the_cycle_of_sixty() {
        for (year, name) in [
            (1930, "Canh Ngọ"),
            (1945, "Ất Dậu"),
            (1968, "Mậu Thân"),
            (2020, "Canh Tý"),
            (2026, "Bính Ngọ"),
            (1984, "Giáp Tý"),
        ] {
            assert_eq!(can_chi(year), name, "{year}");
        }
    }

    #[test]
    fn a_month_tells_its_lunar_days() {
        let lunar = |day: &str| LunarDate::from_civil(day.parse().unwrap()).unwrap();
        let told = (VI.lunar_range)(lunar("2026-02-01"), lunar("2026-02-28"));
        assert_eq!(told, "Âm lịch: từ 14/12 năm Ất Tỵ đến 12/1 năm Bính Ngọ.");
        assert_eq!((VI.lunar_day)(lunar("2026-02-17")), "1/1");
        assert_eq!((VI.lunar_day)(lunar("2026-02-18")), "2");
        assert_eq!((VI.lunar_day)(lunar("2025-07-25")), "1/6 nhuận");
    }
}
