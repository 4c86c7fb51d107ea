//! Days for other calendars: iCalendar, RFC 5545.
//!
//! Each event is a whole day (`DTSTART;VALUE=DATE`), marked as leaving the day free
//! (`TRANSP:TRANSPARENT`): an anniversary is no appointment. Its UID and time stamp are the caller's
//! to keep the same, so that a file imported twice gives one event.

use crate::date::Date;

/// Octets of a line, its break not counted (RFC 5545, 3.1).
const LINE: usize = 75;

/// A whole day with something on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DayEvent {
    /// Names the event among all events of all calendars, the same in every export.
    pub uid: String,
    /// The day.
    pub day: Date,
    /// One line.
    pub summary: String,
    /// More about it; may be empty.
    pub description: String,
    /// Where to read about it: an absolute address.
    pub url: Option<String>,
}

/// A calendar file, `text/calendar` in UTF-8.
///
/// `product` names the program that wrote it (`-//Name//Product//VI`), `name` is shown by programs
/// that know of names of calendars, and `stamp` is the day on which the facts were as told.
pub fn to_ics(product: &str, name: &str, stamp: Date, events: &[DayEvent]) -> String {
    let mut out = Lines::default();
    out.line("BEGIN:VCALENDAR");
    out.line("VERSION:2.0");
    out.text("PRODID", product);
    out.line("CALSCALE:GREGORIAN");
    out.text("X-WR-CALNAME", name);
    for event in events {
        out.line("BEGIN:VEVENT");
        out.text("UID", &event.uid);
        out.line(&["DTSTAMP:", &basic(stamp), "T000000Z"].concat());
        out.line(&["DTSTART;VALUE=DATE:", &basic(event.day)].concat());
        out.text("SUMMARY", &event.summary);
        if !event.description.is_empty() {
            out.text("DESCRIPTION", &event.description);
        }
        if let Some(url) = &event.url {
            out.line(&["URL:", url].concat());
        }
        out.line("TRANSP:TRANSPARENT");
        out.line("END:VEVENT");
    }
    out.line("END:VCALENDAR");
    out.0
}

/// YYYYMMDD.
fn basic(day: Date) -> String {
    day.to_string().replace('-', "")
}

/// Content lines, folded.
#[derive(Default)]
struct Lines(String);

impl Lines {
    /// A property whose value is a text (RFC 5545, 3.3.11).
    fn text(&mut self, property: &str, value: &str) {
        let mut line = [property, ":"].concat();
        for letter in value.chars() {
            match letter {
                '\\' | ';' | ',' => line.extend(['\\', letter]),
                '\n' => line.push_str("\\n"),
                letter if letter.is_control() => {}
                letter => line.push(letter),
            }
        }
        self.line(&line);
    }

    /// A line, broken before an octet too many and never inside a letter; what goes on begins with
    /// a space, which counts.
    fn line(&mut self, line: &str) {
        let mut left = LINE;
        for letter in line.chars() {
            if letter.len_utf8() > left {
                self.0.push_str("\r\n ");
                left = LINE - 1;
            }
            self.0.push(letter);
            left -= letter.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn event(summary: &str) -> DayEvent {
        DayEvent {
            uid: "1930-10-15-dan-van-2030@bien-nien".to_owned(),
            day: "2030-10-15".parse().unwrap(),
            summary: summary.to_owned(),
            description: String::new(),
            url: None,
        }
    }

    fn written(event: DayEvent) -> String {
        to_ics("-//Biên Niên//VI", "Kho, thử", "2026-10-14".parse().unwrap(), &[event])
    }

    #[test]
    fn a_day_as_other_calendars_read_it() {
        let event = DayEvent {
            description: "Dòng một;\nhai\\".to_owned(),
            url: Some("https://vi-du.vn/#/ky-niem/a".to_owned()),
            ..event("Công tác dân vận: 100 năm")
        };
        let expected = [
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//Biên Niên//VI",
            "CALSCALE:GREGORIAN",
            "X-WR-CALNAME:Kho\\, thử",
            "BEGIN:VEVENT",
            "UID:1930-10-15-dan-van-2030@bien-nien",
            "DTSTAMP:20261014T000000Z",
            "DTSTART;VALUE=DATE:20301015",
            "SUMMARY:Công tác dân vận: 100 năm",
            "DESCRIPTION:Dòng một\\;\\nhai\\\\",
            "URL:https://vi-du.vn/#/ky-niem/a",
            "TRANSP:TRANSPARENT",
            "END:VEVENT",
            "END:VCALENDAR",
            "",
        ];
        assert_eq!(written(event), expected.join("\r\n"));
    }

    #[test]
    fn no_line_is_too_long_and_no_letter_is_cut() {
        for length in 0..200 {
            let summary = "ậ".repeat(length);
            let file = written(event(&summary));
            for line in file.split("\r\n") {
                assert!(line.len() <= LINE, "{} octets: {line}", line.len());
            }
            let unfolded = file.replace("\r\n ", "");
            assert!(unfolded.contains(&format!("SUMMARY:{summary}\r\n")));
        }
    }

    #[test]
    fn control_characters_do_not_end_a_line() {
        let file = written(event("a\r\nATTENDEE:b\u{7}"));
        assert!(file.contains("SUMMARY:a\\nATTENDEE:b\r\n"));
    }
}
