//! What the timeline says.

use crate::i18n::dates::{decimal, join};

/// What the timeline says.
pub struct Timeline {
    /// The page's title.
    pub title: &'static str,
    /// How much there is, and from which year to which.
    pub summary: fn(usize, i32, i32) -> String,
    /// A decade by its first year: "1930–1939".
    pub decade: fn(i32) -> String,
    /// A number of entries.
    pub count: fn(usize) -> String,
    /// What lies before a year that ends in 0: a timeline of its own.
    pub before: fn(i32) -> String,
    /// Button: the other units of a day, by their number.
    pub more_units: fn(usize) -> String,
    /// Years between two decades that have nothing.
    pub gap: fn(i32) -> String,
    /// Name of the density band.
    pub band: &'static str,
    /// What stands for the day when only the year is known.
    pub some_day: &'static str,
    /// What an entry is: an anniversary's founding.
    pub founding: &'static str,
    /// Units came to be, by their number; their names follow.
    pub begins: fn(usize) -> String,
    /// Units were no more, by their number; their names follow.
    pub ends: fn(usize) -> String,
    /// The limits in force: from, to.
    pub limits: fn(Option<&str>, Option<&str>) -> String,
    /// Link that lifts them.
    pub unlimited: &'static str,
    /// When there is nothing with a date.
    pub empty: &'static str,
    /// When there is nothing within the limits.
    pub empty_between: &'static str,
    /// Button: the entries before (newer).
    pub newer: &'static str,
    /// Button: the entries after (older).
    pub older: &'static str,
    /// Which entries of a long year are shown: first, last, all.
    pub window: fn(usize, usize, usize) -> String,
}

/// One, or a number between two pieces.
fn counted(count: usize, one: &str, before: &str, after: &str) -> String {
    if count == 1 { one.to_owned() } else { join(&[before, &decimal(count as i64), after]) }
}

/// Tiếng Việt.
pub const VI: Timeline = Timeline {
    title: "Dòng thời gian",
    summary: |count, first, last| {
        let count = decimal(count as i64);
        if first == last {
            return join(&[&count, " mục, năm ", &decimal(first), "."]);
        }
        join(&[&count, " mục, từ năm ", &decimal(first), " đến năm ", &decimal(last), "."])
    },
    decade: |start| join(&[&decimal(start), "–", &decimal(start + 9)]),
    count: |count| join(&[&decimal(count as i64), " mục"]),
    before: |year| join(&["Trước ", &decimal(year)]),
    more_units: |left| join(&["và ", &decimal(left as i64), " đơn vị nữa"]),
    gap: |years| join(&[&decimal(years), " năm không có mục nào trong kho"]),
    band: "Đến thập niên",
    some_day: "trong năm",
    founding: "mốc kỷ niệm",
    begins: |count| counted(count, "Đơn vị ra đời", "Ra đời ", " đơn vị"),
    ends: |count| counted(count, "Đơn vị không còn", "Không còn ", " đơn vị"),
    limits: |from, to| match (from, to) {
        (Some(from), Some(to)) => join(&["Chỉ từ ", from, " đến ", to, "."]),
        (Some(from), None) => join(&["Chỉ từ ", from, " trở đi."]),
        (None, Some(to)) => join(&["Chỉ đến ", to, "."]),
        (None, None) => String::new(),
    },
    unlimited: "Xem tất cả",
    empty: "Kho này chưa có mục nào biết thời gian.",
    empty_between: "Không có mục nào trong khoảng thời gian này.",
    newer: "Mới hơn",
    older: "Cũ hơn",
    window: |first, last, all| {
        join(&[
            &decimal(first as i64),
            "–",
            &decimal(last as i64),
            " trong ",
            &decimal(all as i64),
            " mục",
        ])
    },
};

/// English.
pub const EN: Timeline = Timeline {
    title: "Timeline",
    summary: |count, first, last| {
        let count = decimal(count as i64);
        if first == last {
            return join(&[&count, " entries, in ", &decimal(first), "."]);
        }
        join(&[&count, " entries, from ", &decimal(first), " to ", &decimal(last), "."])
    },
    decade: |start| join(&[&decimal(start), "–", &decimal(start + 9)]),
    count: |count| join(&[&decimal(count as i64), if count == 1 { " entry" } else { " entries" }]),
    before: |year| join(&["Before ", &decimal(year)]),
    more_units: |left| join(&["and ", &decimal(left as i64), " more units"]),
    gap: |years| join(&[&decimal(years), " years without an entry in the archive"]),
    band: "Go to a decade",
    some_day: "that year",
    founding: "founding day",
    begins: |count| counted(count, "A unit begins", "", " units begin"),
    ends: |count| counted(count, "A unit ends", "", " units end"),
    limits: |from, to| match (from, to) {
        (Some(from), Some(to)) => join(&["Only from ", from, " to ", to, "."]),
        (Some(from), None) => join(&["Only from ", from, " on."]),
        (None, Some(to)) => join(&["Only up to ", to, "."]),
        (None, None) => String::new(),
    },
    unlimited: "Show everything",
    empty: "Nothing in the archive has a date yet.",
    empty_between: "Nothing lies between these dates.",
    newer: "Newer",
    older: "Older",
    window: |first, last, all| {
        join(&[&decimal(first as i64), "–", &decimal(last as i64), " of ", &decimal(all as i64)])
    },
};
