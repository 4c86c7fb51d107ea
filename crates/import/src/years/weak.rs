//! Signs of a year in what stands around: days soon to come and days that are gone back to are firm
//! by the words that lead to them; the others alone are right too seldom, and are taken when two of
//! different kinds agree. `docs/facts.md` has the counts.

use calendar::Date;

use super::tail_of;
use crate::words::fold;

/// A weak sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Weak {
    kind: Kind,
    said: Said,
}

/// What a sign is taken from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// "Tháng Thanh niên 2019": a gathering or a campaign, named with its year.
    Gathering,
    /// The year that the title ends with.
    Title,
    /// "sẽ khai mạc ngày 12/9/2019": a day soon to come.
    Coming,
    /// "trước đó, ngày 6/7/2018": a day gone back to.
    Earlier,
    /// "cách đây 50 năm, ngày 12/9/1969": the day, as many years later.
    Ago,
    /// "trước ngày 12/9/2019", "dự kiến tháng 10/2019": what is to come.
    Ahead,
    /// "chủ đề năm 2019", "nhiệm vụ năm 2019": what is being done.
    Plan,
    /// "so với cùng kỳ năm 2018": the year before.
    Compared,
    /// A day shortly before.
    Before,
    /// The same month, printed with its year.
    Month,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Said {
    Year(i32),
    Month(i32, u32),
    Day(Date),
}

/// Days before an occasion in which it is spoken of as soon to come.
const SOON: i32 = 60;
/// The same in months.
const SOON_MONTHS: i32 = 2;
/// Days between a report and the return of the day that it counts from.
const AROUND_RETURN: i32 = 45;
/// Days after which a report still goes back to a day.
const LATELY: i32 = 30;

impl Weak {
    /// The year that a title ends with.
    pub(super) fn titled(year: i32) -> Self {
        Self { kind: Kind::Title, said: Said::Year(year) }
    }

    /// "cách đây 50 năm, ngày 12/9/1969": a day with its year that the text counts from.
    pub(super) fn ago(date: Date, before: &str) -> Option<Self> {
        let years = years_ago(sentence(before))?;
        let (month, day) = (u32::from(date.month()), u32::from(date.day()));
        let back = Date::new(date.year().checked_add(years)?, month, day).ok()?;
        Some(Self { kind: Kind::Ago, said: Said::Day(back) })
    }

    /// A day printed with its year, after `before`.
    pub(super) fn day(date: Date, before: &str) -> Self {
        let sentence = sentence(before);
        let kind = if is_announced(sentence) {
            Kind::Coming
        } else if is_ahead(sentence) {
            Kind::Ahead
        } else if is_gone_back_to(sentence) {
            Kind::Earlier
        } else {
            Kind::Before
        };
        Self { kind, said: Said::Day(date) }
    }

    /// A year printed after `before`, in no day.
    pub(super) fn year(year: i32, before: &str) -> Option<Self> {
        let folded = fold(tail_of(before, 30));
        let said = Said::Year(year);
        if let Some(month) = month_before(&folded) {
            let sentence = sentence(before);
            let ahead = is_announced(sentence) || is_ahead(sentence);
            let kind = if ahead { Kind::Ahead } else { Kind::Month };
            return Some(Self { kind, said: Said::Month(year, month) });
        }
        let plain = folded.strip_suffix(" nam").unwrap_or(&folded);
        if plain.ends_with("so voi cung ky") {
            return Some(Self { kind: Kind::Compared, said: Said::Year(year + 1) });
        }
        let planned = ["ke hoach", "nhiem vu", "chu de", "ke hoach cong tac", "nhiem vu cong tac"];
        if folded.ends_with(" nam") && planned.iter().any(|words| plain.ends_with(words)) {
            return Some(Self { kind: Kind::Plan, said });
        }
        is_gathering(before).then_some(Self { kind: Kind::Gathering, said })
    }

    /// The year of a day, by this sign.
    fn year_of(&self, day: u32, month: u32) -> Option<i32> {
        let within = |year: i32, date: Date, days: std::ops::RangeInclusive<i32>| {
            let asked = Date::new(year, month, day).ok()?;
            let ahead = date.days_since_epoch() - asked.days_since_epoch();
            days.contains(&ahead).then_some(year)
        };
        match self.said {
            Said::Year(year) => Some(year),
            Said::Month(year, said) if self.kind == Kind::Ahead => {
                let asked = |of: i32| of * 12 + month as i32;
                let soon =
                    |of: &i32| (0..=SOON_MONTHS).contains(&(year * 12 + said as i32 - asked(*of)));
                [year, year - 1].into_iter().find(soon)
            }
            Said::Month(year, said) => (said == month).then_some(year),
            Said::Day(date) if self.kind == Kind::Ago => {
                let around = -AROUND_RETURN..=AROUND_RETURN;
                let years = [date.year(), date.year() - 1, date.year() + 1];
                years.into_iter().find_map(|year| within(year, date, around.clone()))
            }
            Said::Day(date) if matches!(self.kind, Kind::Ahead | Kind::Coming) => {
                let year = date.year();
                within(year, date, 1..=SOON).or_else(|| within(year - 1, date, 1..=SOON))
            }
            Said::Day(date) => {
                let year = date.year();
                within(year, date, -LATELY..=-1).or_else(|| within(year + 1, date, -LATELY..=-1))
            }
        }
    }
}

/// The year of a day, when a firm sign or signs of two kinds tell it and none tells another. What
/// lies behind, a month or a day, is as often told of another year: with it goes a sign of what is
/// being done.
pub(super) fn agreed(signs: &[Weak], day: u32, month: u32) -> Option<i32> {
    let told: Vec<(Kind, i32)> =
        signs.iter().filter_map(|sign| Some((sign.kind, sign.year_of(day, month)?))).collect();
    let (first, year) = *told.first()?;
    let has = |kind: Kind| told.iter().any(|(other, _)| *other == kind);
    let present = has(Kind::Ahead) || has(Kind::Plan) || has(Kind::Compared);
    let firm = has(Kind::Coming) || has(Kind::Earlier) || has(Kind::Ago);
    let paired = present || (has(Kind::Gathering) && has(Kind::Title));
    let two = told.iter().any(|(kind, _)| *kind != first);
    let one_year = told.iter().all(|(_, other)| *other == year);
    ((firm || paired && two) && one_year).then_some(year)
}

/// "tháng 8/", "tháng 8-", "tháng 6, 7 và 8-", "tháng 8 năm": the month that a year closes.
fn month_before(folded: &str) -> Option<u32> {
    let plain = folded.strip_suffix(" nam").unwrap_or(folded);
    let plain = plain.trim_end_matches(['/', '-', '.', ',', ' ']);
    let digits = plain.len() - plain.bytes().rev().take_while(u8::is_ascii_digit).count();
    let (before, number) = plain.split_at(digits);
    let month = number.parse().ok().filter(|month| (1..=12).contains(month))?;
    // Other months of the same year may stand between.
    let others = |word: &&str| {
        *word == "va" || word.trim_end_matches(',').bytes().all(|byte| byte.is_ascii_digit())
    };
    let lead = before.split(' ').rev().filter(|word| !word.is_empty()).find(|word| !others(word));
    (lead == Some("thang")).then_some(month)
}

/// What a sentence says right before a day or a year.
fn sentence(before: &str) -> &str {
    const LOOK: usize = 60;
    let tail = tail_of(before, LOOK);
    tail.rfind(['.', ';', '\n']).map_or(tail, |stop| &tail[stop + 1..])
}

/// "sẽ diễn ra ngày …", "dự kiến ngày …".
fn is_announced(sentence: &str) -> bool {
    let will = sentence.split(' ').any(|word| matches!(word, "sẽ" | "Sẽ"));
    will || fold(sentence).contains("du kien")
}

/// "tới đây", "từ nay đến ngày …", "trước ngày …".
fn is_ahead(sentence: &str) -> bool {
    let folded = fold(sentence);
    folded.contains("toi day")
        || ["het ngay", "truoc ngay", "den ngay"].iter().any(|words| folded.ends_with(words))
}

/// Whether a day is told as history: "cách đây 7 năm, ngày …".
pub(super) fn is_history(before: &str) -> bool {
    fold(sentence(before)).contains("cach day")
}

/// "cách đây 50 năm, ngày …", "cách đây tròn 50 năm, vào ngày …"; not "gần 50 năm".
fn years_ago(sentence: &str) -> Option<i32> {
    let folded = fold(sentence);
    let (_, count) = folded.rsplit_once("cach day ")?;
    let exact = ["tron ", "dung "].iter().find_map(|word| count.strip_prefix(word));
    let (years, rest) = exact.unwrap_or(count).split_once(' ')?;
    let years = years.parse().ok().filter(|years| (1..=2000).contains(years))?;
    rest.starts_with("nam").then_some(years)
}

/// "trước đó, ngày …". The day of a decision that is cited is no such sign: decisions of other years
/// are cited as well.
fn is_gone_back_to(sentence: &str) -> bool {
    let folded = fold(sentence);
    folded.ends_with("ngay") && folded.contains("truoc do")
}

/// Whether a year closes the name of a gathering or a campaign: these are held in the year of their
/// name, where prizes, programmes and reports are of the year before or the next.
pub(super) fn is_gathering(before: &str) -> bool {
    const LOOK: usize = 70;
    const GATHERINGS: [&str; 30] = [
        "hoi thi",
        "ngay hoi",
        "le hoi",
        "lien hoan",
        "hoi nghi",
        "dien dan",
        "hoi thao",
        "festival",
        "trien lam",
        "hoi cho",
        "tuan le",
        "chien dich",
        "thang thanh nien",
        "cuoc thi",
        "thang hanh dong",
        "gap go",
        "gap mat",
        "hoi trai",
        "ngay chay",
        "ky thi",
        "hoi khoe",
        "dai hoi",
        "khai mac",
        "khai hoi",
        "tuyen duong",
        "ton vinh",
        "nam du lich",
        "giai vo dich",
        "giai bong",
        "giai cau long",
    ];
    const OTHERWISE: [&str; 7] =
        ["tranh cu", "bau cu", "tong ket", "so ket", "nhiem ky", "giai thuong", "trao giai"];
    const LEADS: [&str; 11] =
        ["vao", "sau", "giua", "tu", "cuoi", "dau", "den", "toi", "truoc", "trong", "thang"];
    let tail = tail_of(before, LOOK);
    let clause = tail.rfind(['.', ',', ':', ';', '\n']).map_or(tail, |stop| &tail[stop + 1..]);
    let folded = fold(clause);
    let named = folded.strip_suffix(" nam").unwrap_or(&folded);
    let last = named.rsplit(' ').next().unwrap_or_default();
    GATHERINGS.iter().any(|words| named.contains(words))
        && !OTHERWISE.iter().any(|words| named.contains(words))
        && !LEADS.contains(&last)
        && !clause.to_lowercase().contains(" hồi ")
        && !last.ends_with(|c: char| c.is_ascii_digit() || c == '/' || c == '-')
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;
    use super::*;

    #[test]
    fn two_signs_that_agree() {
        let march = (20, 3);
        check("Tháng Thanh niên 2019 và chủ đề năm 2019 của xã", march, Some(2019));
        check("Hội thi năm 2019; nhiệm vụ năm 2019 của thôn", march, Some(2019));
        check("Ngày hội xuống đồng 2019, tăng 5% so với cùng kỳ năm 2018", march, Some(2019));
        check("Xã sẽ tổng duyệt ngày 2/4/2019, Ngày hội năm 2019 mở sau đó", march, Some(2019));
        check("Dự kiến tháng 4-2019 khởi công. Quyết định ký ngày 11/3/2019", march, Some(2019));
    }

    #[test]
    fn days_that_words_lead_to() {
        let march = (20, 3);
        check("Xã sẽ khai hội ngày 10/4/2019", march, Some(2019));
        check("Trước đó, ngày 6-3-2019, mưa đá làm hỏng mái trường", march, Some(2019));
        check("Trước đó, ngày 28/12/2018, mưa đá làm hỏng mái trường", (9, 1), Some(2019));
        check("Xã sẽ khai hội ngày 10/4/2019; chủ đề năm 2018", march, None);
    }

    #[test]
    fn days_counted_from() {
        let july = (9, 7);
        check("cách đây 1 năm 2 ngày (ngày 7-7-2017), xã ra nghị quyết", july, Some(2018));
        check("Cách đây tròn 50 năm, ngày 12/7/1969, xã đón Bác", july, Some(2019));
        check("Cách đây gần 50 năm, ngày 12/7/1969, xã đón Bác", july, None);
        check("Cách đây 7 năm, ngày 12/7/2012, xã có trường", (9, 1), None);
        check("Cách đây vài năm, ngày 8/7/2012, xã có trường", july, None);
    }

    #[test]
    fn one_sign_or_two_that_differ() {
        let march = (20, 3);
        for text in [
            "Tháng Thanh niên 2019",
            "chủ đề năm 2019",
            "Tháng Thanh niên 2019, chủ đề năm 2018",
            "Tháng Thanh niên 2019, chủ đề năm 2019, theo quyết định tháng 2/2020",
            "xã làm xong trước ngày 2/4/2019",
            "xã sẽ làm lễ ngày 2/7/2019",
            "theo kết luận ngày 6/3/2019",
            "Trước đó, ngày 6/1/2019",
            "tháng 3/2019 và ngày 11/3/2019",
            "Hội nghị tổng kết năm 2019, chủ đề năm 2019",
            "hội nghị họp vào năm 2019, chủ đề năm 2019",
        ] {
            check(text, march, None);
        }
    }

    #[test]
    fn months_before_a_year() {
        for (before, month) in [
            ("luong thang 6, 7 va 8-", Some(8)),
            ("thang 8/", Some(8)),
            ("thang 8 nam", Some(8)),
            ("thang 13/", None),
            ("nghi dinh 08/", None),
            ("", None),
        ] {
            assert_eq!(month_before(before), month, "{before}");
        }
    }
}
