//! The one year that an article speaks of, for days printed without theirs.
//!
//! The signs, the firmest first; how often each was right on 11,000 dated articles of newspapers is
//! in `docs/facts.md`:
//!
//! 1. the second day of a kept anniversary, "(15/10/1930-15/10/2020)", near which the report lies;
//! 2. a running count, "9 tháng đầu năm 2020", "quý IV/2020", "những ngày đầu năm 2020"; from June
//!    on, "6 tháng cuối năm 2020";
//! 3. a count of years that its bracket bears out, "kỷ niệm 50 năm … (1969-2019)";
//! 4. the new year kept, "Tết Kỷ Hợi 2019", for days around it;
//! 5. a day printed with its year, within three days of the day asked for;
//! 6. a review with a plan, "tổng kết năm 2019, nhiệm vụ năm 2020", for days at the turn of years;
//! 7. the year of a gathering that a title ends with, "Ngày hội thanh niên năm 2019";
//! 8. a day soon to come or gone back to, "sẽ khai mạc ngày 12/9/2019", "trước đó, ngày 6/3/2019",
//!    "cách đây 50 năm, ngày 6/3/1969", or two weaker signs of different kinds that agree ([`weak`]).
//!
//! Signs that disagree tell nothing, and no later year may be printed: with the first any may, with
//! the second the next, which plans are for. A year that is merely mentioned is no sign: it was right
//! in two of five. Periods ("2017-2020"), numbers of documents ("08/2016/NĐ-CP"), years to come
//! ("đến năm 2025") and the site's own lines are none either.

use calendar::{Date, LunarDate};
use model::article::{Block, BlockKind};

mod kept;
mod lead;
mod weak;

use crate::when::full_dates;
use crate::words::fold;
use kept::{counted, kept};
use lead::{is_new_year, is_second_half, is_sign, is_to_come, plans, title_year};
use weak::Weak;

/// Vietnam went online on 19 November 1997: no page is older.
pub(crate) const FIRST: i32 = 1997;
/// No report is written later than any clock a builder's machine can show.
const LAST: i32 = 2199;

/// What a day's year is taken from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Context {
    /// The day of publication, or of the anniversary being kept: the nearest such day is meant.
    Near(Date),
    /// The year the text reports on. In the first months of a year, reports are on the year before:
    /// days up to March stay without a year.
    Year(i32),
    /// Signs that tell the year of some days only.
    Hints(Hints),
}

/// The weaker signs of a text, and the latest year that it speaks of.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub(crate) struct Hints {
    /// New years that are kept.
    new_years: Vec<i32>,
    /// Days printed with their year.
    days: Vec<Date>,
    /// The year reviewed, where the next is planned.
    reviews: Vec<i32>,
    /// Years whose last months lie ahead.
    second_halves: Vec<i32>,
    /// Years of gatherings that titles end with.
    titled: Vec<i32>,
    /// Years that a count and its bracket agree on.
    counted: Vec<i32>,
    /// Signs that tell a year in pairs only.
    weak: Vec<Weak>,
    /// The latest year printed, years to come left out.
    latest: Option<i32>,
}

/// The last month in which a report on the past year is common.
const REPORTS_UNTIL: u32 = 3;
/// The first month in which plans for the coming year are.
const PLANS_FROM: u32 = 10;
/// The first month in which "6 tháng cuối năm 2019" is spoken of as what comes.
const SECOND_HALF_FROM: u32 = 6;
/// Days around Tết that "Tết 2019" tells the year of.
const AROUND_TET: i32 = 45;
/// Days between a day with its year and one without, that make them of one year.
const BESIDE: i32 = 3;

impl Context {
    /// The year of a day printed without one.
    pub(crate) fn year_of(&self, day: u32, month: u32) -> Option<i32> {
        match self {
            Self::Near(date) => nearest_year(day, month, *date),
            Self::Year(year) => (month > REPORTS_UNTIL).then_some(*year),
            Self::Hints(hints) => hints.year_of(day, month),
        }
    }
}

impl Hints {
    /// What the firmest sign says, unless a later year is printed.
    fn year_of(&self, day: u32, month: u32) -> Option<i32> {
        let near = |to: Date, reach: i32| {
            let year = nearest_year(day, month, to)?;
            let date = Date::new(year, month, day).ok()?;
            let distance = date.days_since_epoch() - to.days_since_epoch();
            (distance.abs() <= reach).then_some(year)
        };
        let new_year = |year: &i32| LunarDate::new(*year, 1, false, 1)?.to_civil();
        let kept: Vec<Date> = self.new_years.iter().filter_map(new_year).collect();
        let by_new_year = agreed(kept.iter().map(|tet| near(*tet, AROUND_TET)));
        let by_days = agreed(self.days.iter().map(|day| near(*day, BESIDE)));
        let by_review = agreed(self.reviews.iter().map(|&year| match month {
            PLANS_FROM.. => Some(year),
            ..=REPORTS_UNTIL => Some(year + 1),
            _ => None,
        }));
        let by_half = single(&self.second_halves).filter(|_| month >= SECOND_HALF_FROM);
        // A review names the year it plans for, which may not have come.
        let not_past = |year: &i32| self.latest.is_none_or(|latest| latest <= *year);
        // Days before a new year are of the year before it.
        let by_new_year = by_new_year.filter(|_| self.new_years.iter().any(not_past));
        let by_title = single(&self.titled).filter(not_past);
        let by_count = single(&self.counted).filter(not_past);
        let firm = by_half.filter(not_past).or(by_count).or(by_new_year);
        let firm = firm.or(by_days.filter(not_past)).or(by_review).or(by_title);
        firm.or_else(|| weak::agreed(&self.weak, day, month).filter(not_past))
    }
}

/// What all that say something say.
fn agreed(years: impl Iterator<Item = Option<i32>>) -> Option<i32> {
    let years: Vec<i32> = years.flatten().collect();
    single(&years)
}

/// The year in which a day lies nearest to another.
fn nearest_year(day: u32, month: u32, to: Date) -> Option<i32> {
    let distance = |date: &Date| (date.days_since_epoch() - to.days_since_epoch()).abs();
    (to.year() - 1..=to.year() + 1)
        .filter_map(|year| Date::new(year, month, day).ok())
        .min_by_key(distance)
        .map(Date::year)
}

/// Signs of the year a text is written in.
#[derive(Default)]
struct Signs {
    pairs: Vec<Date>,
    years: Vec<i32>,
    hints: Hints,
}

/// The context, from the publication day or from the text.
pub(crate) fn context(text: &str, blocks: &[Block], published: Option<Date>) -> Option<Context> {
    if let Some(published) = published {
        return Some(Context::Near(published));
    }
    let mut signs = Signs::default();
    let read = |kind: BlockKind| kind.is_body() || kind == BlockKind::Title;
    for block in blocks.iter().filter(|block| read(block.kind)) {
        if let Some(text) = block.span.of(text) {
            signs.read(text);
            if block.kind == BlockKind::Title
                && let Some((year, gathering)) = title_year(text)
            {
                if gathering {
                    signs.hints.titled.push(year);
                }
                signs.hints.weak.push(Weak::titled(year));
            }
        }
    }
    if let Some(first) = signs.pairs.first() {
        let years: Vec<i32> = signs.pairs.iter().map(|date| date.year()).collect();
        return single(&years).map(|_| Context::Near(*first));
    }
    let not_past = |year: &i32| signs.hints.latest.is_none_or(|latest| latest <= *year);
    let running = single(&signs.years).filter(|year| not_past(&(year + 1)));
    Some(running.map_or(Context::Hints(signs.hints), Context::Year))
}

fn single(years: &[i32]) -> Option<i32> {
    let first = *years.first()?;
    years.iter().all(|&year| year == first).then_some(first)
}

impl Signs {
    fn read(&mut self, text: &str) {
        let full: Vec<_> = full_dates(text).collect();
        let online = |date: &Date| (FIRST..=LAST).contains(&date.year());
        self.pairs.extend(kept(text).filter(online));
        let in_date = |at: usize| {
            let next = full.partition_point(|(_, range)| range.end <= at);
            full.get(next).is_some_and(|(_, range)| range.start <= at)
        };
        self.hints.counted.extend(counted(text).filter(|year| (FIRST..=LAST).contains(year)));
        for (date, range) in &full {
            let before = &text[..range.start];
            if weak::is_history(before) {
                self.hints.weak.extend(Weak::ago(*date, before));
            } else if online(date) {
                self.hints.days.push(*date);
                self.hints.weak.push(Weak::day(*date, before));
            }
        }
        let mut reviewed = None;
        for (at, year) in years(text) {
            let before = fold(tail(&text[..at]));
            if !is_to_come(&before, &text[at + 4..]) {
                self.hints.latest = self.hints.latest.max(Some(year));
            }
            if in_date(at) {
                continue;
            }
            if is_sign(&before, text[..at].ends_with('/')) {
                self.years.push(year);
            }
            self.hints.weak.extend(Weak::year(year, &text[..at]));
            if is_second_half(&before) {
                self.hints.second_halves.push(year);
            }
            if is_new_year(&before) {
                self.hints.new_years.push(year);
            }
            // "năm 2018, phương hướng, nhiệm vụ năm 2019" within one sentence.
            if let Some((earlier, from)) = reviewed
                && year == earlier + 1
                && plans(&text[from..at])
            {
                self.hints.reviews.push(earlier);
            }
            reviewed = Some((year, at + 4));
        }
    }
}

/// The last characters before a year: enough for "6 tháng đầu năm".
fn tail(text: &str) -> &str {
    tail_of(text, 30)
}

/// The last characters of a text, some more than asked for at most.
fn tail_of(text: &str, look: usize) -> &str {
    let start = text.char_indices().rev().nth(look).map_or(0, |(at, _)| at);
    &text[start..]
}

/// Four-digit years that are not part of a period, a longer number or a document's number.
fn years(text: &str) -> impl Iterator<Item = (usize, i32)> + '_ {
    let bytes = text.as_bytes();
    let digit = |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_some_and(u8::is_ascii_digit);
    (0..bytes.len()).filter_map(move |at| {
        let starts = bytes[at].is_ascii_digit() && !digit(at.checked_sub(1));
        let year: i32 = starts.then(|| text.get(at..at + 4)?.parse().ok())??;
        let after = text[at + 4..].trim_start_matches([' ', '\u{a0}']);
        let before = text[..at].trim_end_matches([' ', '\u{a0}']);
        let period = after
            .strip_prefix(['-', '–', '—', '/'])
            .is_some_and(|rest| rest.trim_start().starts_with(|c: char| c.is_alphanumeric()))
            || (before.ends_with(['-', '–', '—']) && ends_with_year(before));
        let number =
            digit(Some(at + 4)) || text[at + 4..].starts_with(['.', ',']) && digit(Some(at + 5));
        let fits =
            !period && !number && !before.ends_with(['.', ',']) && (FIRST..=LAST).contains(&year);
        fits.then_some((at, year))
    })
}

/// Whether the number before a dash is a year, so that the next closes a period; "8-2019" is a month.
fn ends_with_year(before: &str) -> bool {
    let before = before.trim_end_matches(['-', '–', '—', ' ', '\u{a0}']);
    before.bytes().rev().take_while(u8::is_ascii_digit).count() > 2
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Which year a day without one has in a text.
    pub(super) fn check(text: &str, day: (u32, u32), expected: Option<i32>) {
        let block = Block { kind: BlockKind::Paragraph, span: model::Span::new(0..text.len()) };
        let year = context(text, &[block], None).and_then(|context| context.year_of(day.0, day.1));
        assert_eq!(year, expected, "{text}");
    }

    #[test]
    fn the_year_spoken_of() {
        let october = (12, 10);
        check("Trong 9 tháng đầu năm 2020; nhiệm kỳ 2020-2025; 2017 – 2020", october, Some(2020));
        check("nhiệm vụ trọng tâm quý IV/2020 và các năm 2018, 2019", october, Some(2020));
        check("kỷ niệm 87 năm (15-10-1930-15-10-2017)", october, Some(2017));
        check("kỷ niệm 20 năm (1/1/1997-1/1/2017)", (31, 12), Some(2016));
    }

    #[test]
    fn weaker_signs_tell_the_year_of_some_days() {
        check("6 tháng cuối năm 2019", (10, 7), Some(2019));
        check("những tháng cuối năm 2016 giảm", (11, 5), None);
        check("đón Tết Kỷ Hợi 2019", (26, 1), Some(2019));
        check("dịp Tết Nguyên đán năm 2019", (30, 12), Some(2018));
        check("đón Tết Kỷ Hợi 2019", (12, 10), None);
        check("Tết Kỷ Hợi 2019; trong tháng 3/2020", (26, 1), None);
        check(
            "thành lập từ ngày 1/6/2019, đô thị loại II vào năm 2025 sắp tới",
            (2, 6),
            Some(2019),
        );
        check("từ ngày 1/6/2019", (12, 10), None);
        check("từ ngày 1/6/2019; quyết định tháng 3/2020", (2, 6), None);
        check("kết quả năm 2018, phương hướng, nhiệm vụ năm 2019", (17, 11), Some(2018));
        check("kết quả năm 2018, phương hướng, nhiệm vụ năm 2019", (9, 1), Some(2019));
        check("kết quả năm 2018, phương hướng, nhiệm vụ năm 2019", (9, 6), None);
        check("kết quả năm 2018. Kế hoạch năm 2019", (17, 11), None);
    }

    #[test]
    fn a_title_may_end_with_its_year() {
        let titled = |title: &str, text: &str| {
            let all = format!("{title}\n{text}");
            let block =
                |kind, from: usize, to: usize| Block { kind, span: model::Span::new(from..to) };
            let blocks = [
                block(BlockKind::Title, 0, title.len()),
                block(BlockKind::Paragraph, title.len() + 1, all.len()),
            ];
            context(&all, &blocks, None).and_then(|context| context.year_of(15, 5))
        };
        assert_eq!(titled("Gặp gỡ thanh niên hai nước năm 2019", "Chiều 15-5"), Some(2019));
        assert_eq!(titled("Trao giải sáng tác về xã năm 2019", "Chiều 15-5"), None);
        assert_eq!(titled("Chốt chương trình giám sát năm 2019", "Chiều 15-5"), None);
        assert_eq!(titled("Hội thi Dân vận khéo 2019.", "kết quả năm 2018"), Some(2019));
        assert_eq!(titled("Ngày hội năm 2019", "theo quyết định tháng 2/2020"), None);
        for title in [
            "Vé tàu Tết 2019",
            "Phấn đấu đến năm 2019",
            "Nghị quyết giai đoạn 2015-2019",
            "Khai mạc mùa giải 2019",
            "Năm 2019 của chúng tôi",
            "Xã đạt chuẩn (năm 2019)",
        ] {
            assert_eq!(titled(title, "Chiều 15-5"), None, "{title}");
        }
    }

    #[test]
    fn a_count_and_its_bracket() {
        let may = (12, 5);
        check("mừng kỷ niệm 50 năm làm theo thư Bác gửi xã (1969-2019)", may, Some(2019));
        check("kỷ niệm 50 năm ngày thành lập xã (1969 – 2019)", (12, 2), Some(2019));
        check("kỷ niệm 50 năm ngày thành lập xã (1969-2018)", may, None);
        check("hướng tới kỷ niệm 50 năm ngày thành lập xã (1969-2019)", may, None);
        check("trong 50 năm xây dựng (1969-2019)", may, None);
        check("kỷ niệm 50 năm xã (1969-2019); tháng 2/2020", may, None);
    }

    #[test]
    fn slips_in_the_founding_do_not_hide_a_kept_anniversary() {
        let june = (3, 6);
        check("kỷ niệm (27/71947 -27/7/2017)", june, Some(2017));
        check("kỷ niệm (11-6/-948-11-6-2018)", june, Some(2018));
        check("kỷ niệm (10/1 96 7-10/2017)", june, Some(2017));
        check("ngày (5/6/2018)", (12, 10), None);
        check("kết quả (3/5 và 12/2018)", june, None);
        check("giai đoạn (1/2016-12/2020)", june, None);
    }

    #[test]
    fn no_year_or_several() {
        let october = (12, 10);
        check("tổng kết năm 2019, nhiệm vụ năm 2020", (12, 7), None);
        check("tổng kết công tác năm 2019", october, None);
        check("so với quý IV/2019", (9, 1), None);
        check("hoàn thành vào quý II/2019", october, None);
        check("9 tháng đầu năm 2019; từ tháng 2-2021", october, None);
        check("6 tháng đầu năm 2019 so với 6 tháng đầu năm 2018", october, None);
        check("Nghị định 08/2016/NĐ-CP", october, None);
        check("thành lập năm 1930", october, None);
        check("nhiệm kỳ 2015-2020", october, None);
        check("giai đoạn 1/1/2016-31/12/2020", october, None);
        check("12.020 đồng, 2020.500 tấn", october, None);
        check("", october, None);
    }

    #[test]
    fn near_a_publication_day() {
        let published = Date::new(2020, 1, 2).unwrap();
        let year = |day, month| Context::Near(published).year_of(day, month);
        assert_eq!((year(31, 12), year(1, 1), year(5, 3)), (Some(2019), Some(2020), Some(2020)));
        assert_eq!(Context::Near(Date::new(2021, 3, 1).unwrap()).year_of(29, 2), Some(2020));
    }
}
