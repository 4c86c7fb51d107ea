//! Lines that a site prints about a page: when it was put up, how often it was seen, the clock at
//! the head.
//!
//! A line is site data when every piece of it is a date, a time, a weekday, a number or one of the
//! labels below; one word more, and it is the article's own text.

use std::ops::Range;

use calendar::{Time, Weekday};

use crate::dates::{Printed, dates};
use crate::words::{fold, is_space};

/// What a labelled piece means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Label {
    Published,
    Updated,
    Views,
    /// Counts and words that say nothing about the page's dates or views.
    Other,
    /// "Hôm nay": the site's clock.
    Now,
    /// Who wrote it: the rest of the piece is a name.
    Author,
    /// Who put it up: the rest of the piece is a name.
    Name,
}

#[rustfmt::skip]
const LABELS: &[(Label, &[&str])] = &[
    (Label::Published, &[
        "ngay dang", "ngay dang tin", "ngay dang bai", "dang ngay", "dang luc", "dang vao", "dang tin ngay",
        "da dang", "thoi gian dang", "thoi gian dang tin", "ngay xuat ban", "xuat ban", "xuat ban ngay",
        "ngay viet", "ngay tao", "ngay dua tin", "ngay gui", "post date", "posted", "posted on",
    ]),
    (Label::Updated, &[
        "cap nhat", "cap nhat luc", "cap nhat ngay", "ngay cap nhat", "thoi gian cap nhat",
        "cap nhat lan cuoi", "lan cap nhat cuoi", "cap nhat cuoi", "cap nhat moi nhat",
    ]),
    (Label::Views, &[
        "luot xem", "so luot xem", "so lan xem", "lan xem", "luot doc", "so luot doc", "da xem",
        "nguoi xem", "xem", "views", "view", "hits",
    ]),
    (Label::Other, &[
        "luot truy cap", "so luot truy cap", "truy cap", "luot thich", "luot chia se", "luot tai",
        "binh luan", "y kien", "phan hoi", "gmt", "utc", "ngay", "luc", "vao luc", "vao", "gio",
        "thoi gian", "lan", "luot", "am", "pm", "sa", "ch",
    ]),
    (Label::Author, &["tac gia", "nguoi viet", "bai viet cua"]),
    (Label::Name, &[
        "nguoi dang", "dang boi", "nguoi gui", "nguoi dua tin", "posted by", "bien tap", "nguon",
    ]),
    (Label::Now, &[
        "hom nay", "bay gio", "bay gio la", "hien tai", "thoi gian hien tai",
    ]),
];

const WEEKDAYS: &[(Weekday, &[&str])] = &[
    (Weekday::Monday, &["thu hai", "thu 2", "t2"]),
    (Weekday::Tuesday, &["thu ba", "thu 3", "t3"]),
    (Weekday::Wednesday, &["thu tu", "thu 4", "t4"]),
    (Weekday::Thursday, &["thu nam", "thu 5", "t5"]),
    (Weekday::Friday, &["thu sau", "thu 6", "t6"]),
    (Weekday::Saturday, &["thu bay", "thu 7", "t7"]),
    (Weekday::Sunday, &["chu nhat", "cn"]),
];

/// Longest site line, in characters: they are short.
const MAX_CHARS: usize = 160;

/// Words of the name of who put a page up.
const LONGEST_NAME: usize = 9;

/// A date with the time and label that stand with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Stamp {
    pub(crate) date: Printed,
    pub(crate) time: Option<Time>,
    /// Date and time.
    pub(crate) at: Range<usize>,
    /// Under "ngày đăng" or the like.
    pub(crate) says_published: bool,
    /// Under "cập nhật" or the like.
    pub(crate) says_updated: bool,
}

/// What a line of site data says. Ranges are within the line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct SiteData {
    pub(crate) stamps: Vec<Stamp>,
    pub(crate) weekday: Option<Weekday>,
    /// "Hôm nay: …": the line is the site's clock.
    pub(crate) now: bool,
    /// "GMT+7": only an article's own dateline prints the zone.
    pub(crate) zone: bool,
    /// A count labelled as views.
    pub(crate) views: Option<(u64, Range<usize>)>,
    /// Who wrote it ("Tác giả: …"), beside a date.
    pub(crate) author: Option<Range<usize>>,
    /// A number that stands alone on the line.
    pub(crate) bare: Option<u64>,
}

#[derive(Debug)]
enum Piece {
    Date(Printed),
    Time(Time, Range<usize>),
    Weekday(Weekday),
    Number(u64, Range<usize>),
    Label(Label, bool),
    Author(Range<usize>),
    Bar,
}

impl SiteData {
    /// Whether it says more than a label.
    pub(crate) fn has_value(&self) -> bool {
        !self.stamps.is_empty() || self.weekday.is_some() || self.views.is_some()
    }
}

/// Reads a line of site data, or `None` when it is something else.
pub(crate) fn site_data(line: &str) -> Option<SiteData> {
    if line.chars().count() > MAX_CHARS || line.is_empty() {
        return None;
    }
    let pieces = pieces(line)?;
    let mut data = SiteData::default();
    let (mut published, mut updated) = (false, false);
    for (index, piece) in pieces.iter().enumerate() {
        match piece {
            Piece::Label(Label::Published, _) => (published, updated) = (true, false),
            Piece::Label(Label::Updated, _) => (published, updated) = (false, true),
            Piece::Label(Label::Other, zone) => data.zone |= *zone,
            Piece::Label(Label::Now, _) => data.now = true,
            Piece::Label(Label::Views, _) => {
                data.views = data.views.or_else(|| count_beside(&pieces, index));
            }
            Piece::Date(date) => {
                let time = time_near(&pieces, index);
                let clock = time.as_ref().map_or(&date.at, |(_, at)| at);
                data.stamps.push(Stamp {
                    at: date.at.start.min(clock.start)..date.at.end.max(clock.end),
                    date: date.clone(),
                    time: time.map(|(time, _)| time),
                    says_published: published,
                    says_updated: updated,
                });
            }
            Piece::Author(name) => data.author = Some(name.clone()),
            Piece::Weekday(weekday) => data.weekday = data.weekday.or(Some(*weekday)),
            Piece::Time(..)
            | Piece::Number(..)
            | Piece::Label(Label::Name | Label::Author, _)
            | Piece::Bar => {}
        }
    }
    if let [Piece::Number(value, _)] = pieces.as_slice() {
        data.bare = Some(*value);
    }
    let says = |piece: &Piece| match piece {
        Piece::Date(_) | Piece::Time(..) | Piece::Weekday(_) => true,
        Piece::Label(label, _) => matches!(label, Label::Published | Label::Updated | Label::Views),
        Piece::Number(..) => {
            pieces.len() == 1 || pieces.iter().any(|p| matches!(p, Piece::Label(..)))
        }
        Piece::Bar | Piece::Author(_) => false,
    };
    pieces.iter().any(says).then_some(data)
}

/// The number that a views label speaks of: after it, else just before it.
fn count_beside(pieces: &[Piece], label: usize) -> Option<(u64, Range<usize>)> {
    let at = |index: Option<usize>| match pieces.get(index?) {
        Some(Piece::Number(value, range)) => Some((*value, range.clone())),
        _ => None,
    };
    at(Some(label + 1)).or_else(|| at(label.checked_sub(1)))
}

/// The time of the same stamp: the first one before the next date, else one before this date.
fn time_near(pieces: &[Piece], date: usize) -> Option<(Time, Range<usize>)> {
    let time = |piece: &Piece| match piece {
        Piece::Time(time, at) => Some((*time, at.clone())),
        _ => None,
    };
    let is_date = |piece: &&Piece| !matches!(piece, Piece::Date(_));
    let after = pieces[date + 1..].iter().take_while(is_date).find_map(time);
    after.or_else(|| pieces[..date].iter().rev().take_while(is_date).find_map(time))
}

fn pieces(line: &str) -> Option<Vec<Piece>> {
    let dates: Vec<Printed> = dates(line);
    let mut pieces = Vec::new();
    let mut at = 0;
    while let Some(c) = line[at..].chars().next() {
        if c == '|' {
            pieces.push(Piece::Bar);
        }
        if is_space(c) || "|-–—•·,;:()[]/»<>+*.".contains(c) {
            at += c.len_utf8();
            continue;
        }
        if let Some(date) = dates.iter().find(|date| date.at.start == at && date.year.is_some()) {
            at = date.at.end;
            pieces.push(Piece::Date(date.clone()));
        } else if let Some((time, end)) = time(line, at) {
            pieces.push(Piece::Time(time, at..end));
            at = end;
        } else if c.is_ascii_digit() {
            let (value, end) = count(line, at)?;
            pieces.push(Piece::Number(value, at..end));
            at = end;
        } else {
            let (piece, end) = phrase(line, at)?;
            at = match piece {
                Piece::Label(Label::Name | Label::Author, _) => name_end(line, end)?,
                _ => end,
            };
            if let Piece::Label(Label::Author, _) = piece {
                let name = line[end..at].trim_start_matches(|c: char| is_space(c) || c == ':');
                pieces.push(Piece::Author(at - name.len()..at));
            }
            pieces.push(piece);
        }
    }
    Some(pieces)
}

/// The end of a name: the next bar, or the dash before the piece that has the next number, or the
/// end of the line. It must not be a sentence.
fn name_end(line: &str, at: usize) -> Option<usize> {
    let end = line[at..].find('|').map_or(line.len(), |offset| at + offset);
    let digit = line[at..end].find(|c: char| c.is_ascii_digit()).map(|offset| at + offset);
    let dash = |digit: usize| line[at..digit].rfind(['-', '–', '—', ',', ';', '(']);
    let end = digit.map_or(end, |digit| dash(digit).map_or(digit, |offset| at + offset));
    (line[at..end].split(is_space).count() <= LONGEST_NAME).then_some(end)
}

/// "15:34", "08:30:15", "8h30", "14 giờ 5".
fn time(line: &str, at: usize) -> Option<(Time, usize)> {
    let number = |at: usize| {
        let digits = line[at..].bytes().take_while(u8::is_ascii_digit).count();
        let value: u8 = (1..=2).contains(&digits).then(|| line[at..at + digits].parse().ok())??;
        Some((value, at + digits))
    };
    let (hour, end) = number(at)?;
    let rest = &line[end..];
    let mark = [":", "h", "g", " giờ "].iter().find(|mark| rest.starts_with(**mark))?;
    let (minute, end) = number(end + mark.len())?;
    let seconds = line[end..].strip_prefix(':').and_then(|_| number(end + 1));
    let end = seconds.map_or(end, |(_, end)| end);
    let hour = match fold(&line[end..]).split(' ').next() {
        Some("pm" | "ch") if hour < 12 => hour + 12,
        _ => hour,
    };
    (hour < 24 && minute < 60).then_some((Time { hour, minute }, end))
}

/// A count: "162", "1.234", "1,234".
fn count(line: &str, at: usize) -> Option<(u64, usize)> {
    let is_part = |b: &u8| b.is_ascii_digit() || matches!(b, b'.' | b',');
    let length = line[at..].bytes().take_while(is_part).count();
    let printed = line[at..at + length].trim_end_matches(['.', ',']);
    let groups: Vec<&str> = printed.split(['.', ',']).collect();
    let grouped = groups.len() == 1 || groups[1..].iter().all(|group| group.len() == 3);
    let value = grouped.then(|| groups.concat().parse().ok())??;
    Some((value, at + printed.len()))
}

/// The longest label or weekday at `at`.
fn phrase(line: &str, at: usize) -> Option<(Piece, usize)> {
    const LONGEST: usize = 4;
    let mut ends = Vec::new();
    let mut end = at;
    for _ in 0..LONGEST {
        let skipped = line[end..].trim_start_matches(is_space);
        let start = line.len() - skipped.len();
        let length =
            skipped.find(|c: char| !c.is_alphanumeric() && !is_mark(c)).unwrap_or(skipped.len());
        if length == 0 {
            break;
        }
        end = start + length;
        ends.push(end);
    }
    ends.into_iter().rev().find_map(|end| {
        let folded = fold(&line[at..end]);
        let is = |names: &&[&str]| names.contains(&folded.as_str());
        let weekday = WEEKDAYS.iter().find(|(_, names)| is(names));
        let label = || LABELS.iter().find(|(_, names)| is(names));
        let zone = matches!(folded.as_str(), "gmt" | "utc");
        let piece = weekday
            .map(|(weekday, _)| Piece::Weekday(*weekday))
            .or_else(|| label().map(|(label, _)| Piece::Label(*label, zone)))?;
        Some((piece, end))
    })
}

fn is_mark(c: char) -> bool {
    matches!(c, '\u{0300}'..='\u{036F}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &str, stamps: &[&str], views: Option<u64>) {
        let data = site_data(line).unwrap_or_else(|| panic!("not site data: {line}"));
        let seen: Vec<String> = data
            .stamps
            .iter()
            .map(|stamp| {
                let date = stamp.date.date().map_or("?".to_owned(), |date| date.to_string());
                let time =
                    stamp.time.map_or(String::new(), |t| format!("T{:02}:{:02}", t.hour, t.minute));
                let label = match (stamp.says_published, stamp.says_updated) {
                    (true, _) => " published",
                    (_, true) => " updated",
                    _ => "",
                };
                format!("{date}{time}{label}")
            })
            .collect();
        assert_eq!(seen, stamps, "{line}");
        assert_eq!(data.views.map(|(value, _)| value), views, "{line}");
    }

    #[test]
    fn lines_of_many_portals() {
        check("Ngày đăng: 09/10/2020", &["2020-10-09 published"], None);
        check(
            "Ngày đăng 16/10/2020 | 15:34 \u{a0}|\u{a0}Lượt xem: 162",
            &["2020-10-16T15:34 published"],
            Some(162),
        );
        check("14/10/2020", &["2020-10-14"], None);
        check("Thứ ba,\u{a0} 18/01/2022", &["2022-01-18"], None);
        check("Thứ Năm, 15/10/2020 | 08:30 (GMT+7)", &["2020-10-15T08:30"], None);
        check("08:30 - 15/10/2020", &["2020-10-15T08:30"], None);
        check("Cập nhật lúc: 15/10/2020 2:05 CH", &["2020-10-15T14:05 updated"], None);
        check("Đăng ngày 5-3-2020 • 1.234 lượt xem", &["2020-03-05 published"], Some(1234));
        check("Lượt xem: 12.345 | 3 bình luận", &[], Some(12345));
        check("Người đăng: Ban biên tập | Ngày đăng: 01/02/2021", &["2021-02-01 published"], None);
        check("Thứ hai, ngày 12 tháng 10 năm 2020", &["2020-10-12"], None);
        check(
            "Ngày đăng: 1/2/2021 - Cập nhật: 3/2/2021 08:00",
            &["2021-02-01 published", "2021-02-03T08:00 updated"],
            None,
        );
        assert_eq!(site_data("68").and_then(|data| data.bare), Some(68));
        assert_eq!(site_data("Chủ nhật").and_then(|data| data.weekday), Some(Weekday::Sunday));
    }

    #[test]
    fn authors_beside_dates() {
        for line in
            ["Tác giả: Thu Hà | 05/03/2021", "Tác giả: Thu Hà - Ngày đăng: 05/03/2021 10:20"]
        {
            let data = site_data(line).unwrap();
            assert_eq!(line[data.author.unwrap()].trim(), "Thu Hà");
            assert_eq!(data.stamps.len(), 1, "{line}");
        }
        assert_eq!(site_data("Tác giả: Thu Hà"), None);
    }

    #[test]
    fn sentences_are_not_site_data() {
        for line in [
            "Sáng ngày 09/10/2020, Huyện ủy Sông Lô tổ chức gặp mặt",
            "Thứ ba học tập",
            "Ngày đăng ký cuối cùng",
            "giai đoạn 2017-2020",
            "Bích Ngọc - Thu Hà",
            "Xem xét, thi hành kỷ luật",
            "0/637382914550614577446.png",
            "Ngày",
            "",
        ] {
            assert_eq!(site_data(line), None, "{line}");
        }
    }
}
