//! How dates, counts and sizes are written.

use calendar::{Date, PartialDate, Weekday};

/// How dates, counts and sizes are written.
pub struct Dates {
    /// The language's BCP 47 code, for words of the viewer amid an article's.
    pub code: &'static str,
    /// A day with its weekday: "Thứ Hai, 12/10/2020".
    pub long: fn(Date) -> String,
    /// A day: "12/10/2020".
    pub day: fn(Date) -> String,
    /// A day of any year: "12/10".
    pub day_and_month: fn(Date) -> String,
    /// A date as precisely as it is known: "1930", "tháng 10/1930", "16/10/2020, 15:34".
    pub partial: fn(PartialDate) -> String,
    /// A day of the week.
    pub weekday: fn(Weekday) -> &'static str,
    /// A month by number, 1 to 12: "Tháng 10".
    pub month: fn(u8) -> String,
    /// A count: "1.234".
    pub number: fn(u64) -> String,
    /// A number of articles: "12 bài".
    pub articles: fn(usize) -> String,
    /// A size: "7,9 KB".
    pub bytes: fn(u64) -> String,
}

/// Tiếng Việt.
pub const VI: Dates = Dates {
    code: "vi",
    long: |date| join(&[vi_weekday(date.weekday()), ", ", &vi_day(date)]),
    day: vi_day,
    day_and_month: |date| join(&[&decimal(date.day()), "/", &decimal(date.month())]),
    partial: vi_partial,
    weekday: vi_weekday,
    month: |month| join(&["Tháng ", &decimal(month)]),
    number: |number| grouped(number, '.'),
    articles: |count| join(&[&decimal(count as i64), " bài"]),
    bytes: |bytes| size(bytes, '.', ','),
};

/// English.
pub const EN: Dates = Dates {
    code: "en",
    long: |date| join(&[en_weekday(date.weekday()), ", ", &en_day(date)]),
    day: en_day,
    day_and_month: |date| join(&[&decimal(date.day()), " ", en_month(date.month())]),
    partial: en_partial,
    weekday: en_weekday,
    month: |month| en_month(month).to_owned(),
    number: |number| grouped(number, ','),
    articles: |count| {
        join(&[&decimal(count as i64), if count == 1 { " article" } else { " articles" }])
    },
    bytes: |bytes| size(bytes, ',', '.'),
};

/// Joins pieces: smaller in wasm than formatting them.
pub(crate) fn join(pieces: &[&str]) -> String {
    pieces.concat()
}

/// A number in decimal digits.
pub(crate) fn decimal(number: impl Into<i64>) -> String {
    number.into().to_string()
}

fn two_digits(number: u8) -> String {
    let digits = decimal(number);
    if number < 10 { join(&["0", &digits]) } else { digits }
}

fn vi_day(date: Date) -> String {
    let (day, month) = (two_digits(date.day()), two_digits(date.month()));
    join(&[&day, "/", &month, "/", &decimal(date.year())])
}

fn vi_partial(date: PartialDate) -> String {
    match date {
        PartialDate::Year(year) => decimal(year),
        PartialDate::Month(year, month) => join(&["tháng ", &decimal(month), "/", &decimal(year)]),
        PartialDate::Day(date) => vi_day(date),
        PartialDate::Moment(date, time) => join(&[&vi_day(date), ", ", &clock(time)]),
    }
}

fn clock(time: calendar::Time) -> String {
    join(&[&two_digits(time.hour), ":", &two_digits(time.minute)])
}

fn vi_weekday(weekday: Weekday) -> &'static str {
    match weekday {
        Weekday::Monday => "Thứ Hai",
        Weekday::Tuesday => "Thứ Ba",
        Weekday::Wednesday => "Thứ Tư",
        Weekday::Thursday => "Thứ Năm",
        Weekday::Friday => "Thứ Sáu",
        Weekday::Saturday => "Thứ Bảy",
        Weekday::Sunday => "Chủ Nhật",
    }
}

fn en_day(date: Date) -> String {
    join(&[&decimal(date.day()), " ", en_month(date.month()), " ", &decimal(date.year())])
}

fn en_partial(date: PartialDate) -> String {
    match date {
        PartialDate::Year(year) => decimal(year),
        PartialDate::Month(year, month) => join(&[en_month(month), " ", &decimal(year)]),
        PartialDate::Day(date) => en_day(date),
        PartialDate::Moment(date, time) => join(&[&en_day(date), ", ", &clock(time)]),
    }
}

fn en_weekday(weekday: Weekday) -> &'static str {
    match weekday {
        Weekday::Monday => "Monday",
        Weekday::Tuesday => "Tuesday",
        Weekday::Wednesday => "Wednesday",
        Weekday::Thursday => "Thursday",
        Weekday::Friday => "Friday",
        Weekday::Saturday => "Saturday",
        Weekday::Sunday => "Sunday",
    }
}

fn en_month(month: u8) -> &'static str {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    MONTHS.get(usize::from(month).wrapping_sub(1)).copied().unwrap_or_default()
}

/// Digits in groups of three.
fn grouped(number: u64, mark: char) -> String {
    let digits = number.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.char_indices() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(mark);
        }
        out.push(digit);
    }
    out
}

/// Bytes in the largest unit that leaves something before the comma, with one decimal.
fn size(bytes: u64, group: char, comma: char) -> String {
    let (unit, name) = match bytes {
        0..1_000 => return join(&[&decimal(bytes as i64), " B"]),
        1_000..1_000_000 => (1_000, " KB"),
        _ => (1_000_000, " MB"),
    };
    let tenths = (bytes * 10 + unit / 2) / unit;
    let (whole, tenth) = (grouped(tenths / 10, group), decimal((tenths % 10) as i64));
    join(&[&whole, &comma.to_string(), &tenth, name])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(date: &str, vi: &str, en: &str) {
        let date: PartialDate = date.parse().unwrap();
        assert_eq!((VI.partial)(date), vi);
        assert_eq!((EN.partial)(date), en);
    }

    #[test]
    fn dates_are_as_precise_as_they_are_known() {
        check("1930", "1930", "1930");
        check("1930-10", "tháng 10/1930", "October 1930");
        check("1930-10-05", "05/10/1930", "5 October 1930");
        check("2020-10-16T15:04", "16/10/2020, 15:04", "16 October 2020, 15:04");
    }

    #[test]
    fn days_with_their_weekday() {
        let date = Date::new(2020, 10, 12).unwrap();
        assert_eq!((VI.long)(date), "Thứ Hai, 12/10/2020");
        assert_eq!((EN.long)(date), "Monday, 12 October 2020");
        assert_eq!((VI.day_and_month)(date), "12/10");
    }

    #[test]
    fn numbers_are_grouped_as_each_language_does() {
        for (number, vi, en) in [
            (0, "0", "0"),
            (162, "162", "162"),
            (1_234, "1.234", "1,234"),
            (1_234_567, "1.234.567", "1,234,567"),
        ] {
            assert_eq!((VI.number)(number), vi);
            assert_eq!((EN.number)(number), en);
        }
        assert_eq!((VI.bytes)(7_876), "7,9 KB");
        assert_eq!((EN.bytes)(1_250_000), "1.3 MB");
        assert_eq!((VI.bytes)(999), "999 B");
    }
}
