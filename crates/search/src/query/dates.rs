//! Days and periods as readers type them after `ngày:`.

/// The first and the last day, counted from 1 January 1970, of what is typed: a day
/// (`15/10/2020`, `2020-10-15`), a month (`10/2020`), a year, or from one to another of these
/// (`10/2020..2021`), either end left open.
pub(crate) fn days(typed: &str) -> Option<(i32, i32)> {
    // Looked for byte by byte: the standard library's search for a text is a kilobyte of code.
    let Some(at) = typed.as_bytes().windows(2).position(|two| two == b"..") else {
        return period(typed);
    };
    let (from, to) = (typed.get(..at)?, typed.get(at + 2..)?);
    let from = if from.is_empty() { i32::MIN } else { period(from)?.0 };
    let to = if to.is_empty() { i32::MAX } else { period(to)?.1 };
    Some((from, to))
}

fn period(typed: &str) -> Option<(i32, i32)> {
    // Day, month, year; what is not typed is 0.
    let mut parts = [0i32; 3];
    for byte in typed.bytes() {
        if byte.is_ascii_digit() {
            parts[2] = parts[2] * 10 + i32::from(byte - b'0');
        } else {
            let signs = matches!(byte, b'/' | b'-' | b'.');
            if !signs || parts[2] == 0 || parts[0] != 0 {
                return None;
            }
            parts = [parts[1], parts[2], 0];
        }
        if parts[2] > 9999 {
            return None;
        }
    }
    if parts[0] > 31 {
        parts.reverse();
    }
    let [day, month, year] = parts;
    let typed_month = month != 0 || day != 0;
    if year < 1000 || typed_month && !(1..=12).contains(&month) {
        return None;
    }
    let first = number(year, month.max(1), 1);
    let months = if typed_month { month } else { 12 };
    let last = number(year + months / 12, months % 12 + 1, 1) - 1;
    match first + day - 1 {
        _ if day == 0 => Some((first, last)),
        day if day <= last => Some((day, day)),
        _ => None,
    }
}

/// The number of a day of the Gregorian calendar, 1 January 1970 being 0.
fn number(year: i32, month: i32, day: i32) -> i32 {
    // Years that begin in March have their odd day at the end.
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + day - 719_469
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_periods() {
        let check = |typed: &str, expected: Option<(i32, i32)>| {
            assert_eq!(days(typed), expected, "{typed}");
        };
        check("1/1/1970", Some((0, 0)));
        check("15/10/2020", Some((18_550, 18_550)));
        check("2020-10-15", Some((18_550, 18_550)));
        check("15.10.2020", Some((18_550, 18_550)));
        check("10/2020", Some((18_536, 18_566)));
        check("12/2020", Some((18_597, 18_627)));
        check("2020", Some((18_262, 18_627)));
        check("10/2020..2020", Some((18_536, 18_627)));
        check("10/2020..11/2020", Some((18_536, 18_596)));
        check("..31/12/1969", Some((i32::MIN, -1)));
        check("2020..", Some((18_262, i32::MAX)));
        check("29/2/2020", Some((18_321, 18_321)));
        for wrong in [
            "",
            "29/2/2021",
            "0/1/2020",
            "13/2020",
            "15/10",
            "mai",
            "1/2/3/2020",
            "20",
            "1//2020",
            "2020..x",
        ] {
            check(wrong, None);
        }
    }
}
