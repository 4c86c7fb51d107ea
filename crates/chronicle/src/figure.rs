//! Figures with what they count: "94,2%", "4/6 nhiệm vụ", "66 điển hình", "12,5 tỷ đồng".
//!
//! A number alone says nothing: only those are taken whose unit follows and is known, that belong to
//! no date, number of an instrument or place in a row ("thôn 2", "Nghị quyết 26"). What a site counts
//! of itself (times an article was read) is no figure of the article.

use std::ops::Range;
use std::sync::LazyLock;

use model::Span;
use model::telling::FigureKind;

use crate::passage::Passage;
use crate::phrase::PhraseBook;
use crate::token::{Case, Gap, Kind, Token, span};
use crate::vocabulary::book;

/// A figure in an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundFigure {
    /// What kind of quantity.
    pub kind: FigureKind,
    /// Number and unit, with the word that says how near it is ("hơn 2.000 lượt người").
    pub at: Span,
    /// The sentence around them.
    pub sentence: Span,
}

struct Words {
    money: PhraseBook,
    scale: PhraseBook,
    measure: PhraseBook,
    per: PhraseBook,
    count: PhraseBook,
    more: PhraseBook,
    sorting: PhraseBook,
    not: PhraseBook,
    numbered: PhraseBook,
    near: PhraseBook,
    part_lead: PhraseBook,
}

fn words() -> &'static Words {
    static WORDS: LazyLock<Words> = LazyLock::new(|| {
        let read = |wanted| book(include_str!("../data/figures.txt"), wanted);
        Words {
            money: read("money"),
            scale: read("scale"),
            measure: read("measure"),
            per: read("per"),
            count: read("count"),
            more: read("more"),
            sorting: read("sorting"),
            not: read("not"),
            numbered: read("numbered"),
            near: read("near"),
            part_lead: read("part-lead"),
        }
    });
    &WORDS
}

/// The figures of a block, in order of place.
pub(crate) fn figures(passage: &Passage) -> Vec<FoundFigure> {
    let mut found = Vec::new();
    for sentence in &passage.sentences {
        let mut at = sentence.start;
        while at < sentence.end {
            let figure = passage.tokens[at].is_number().then(|| figure(passage, sentence, at));
            match figure.flatten() {
                Some((figure, end)) => {
                    found.push(figure);
                    at = end;
                }
                None => at += 1,
            }
        }
    }
    found
}

fn figure(passage: &Passage, sentence: &Range<usize>, at: usize) -> Option<(FoundFigure, usize)> {
    let tokens = &passage.tokens[..sentence.end];
    if is_joined(tokens, at) {
        return None;
    }
    let number = Number::read(tokens, at)?;
    let (kind, end) = unit(tokens, &number)?;
    // Dates do not overlap: only the last one that begins before the number's end can hold it.
    if passage.date_before(number.end).is_some_and(|date| at < date.tokens.end) {
        return None;
    }
    let start = from(tokens, sentence.start, at);
    let is_counted = matches!(kind, FigureKind::Count | FigureKind::Part);
    if is_counted && is_place_in_a_row(tokens, sentence.start, start) {
        return None;
    }
    if number.could_be_day(kind) && !ends_with(&words().part_lead, &tokens[sentence.start..start]) {
        return None;
    }
    let found = FoundFigure {
        kind,
        at: span(&tokens[start..end])?,
        sentence: span(&passage.tokens[sentence.clone()])?,
    };
    Some((found, end))
}

/// A number that goes on from what stands before it: "TW4", "0/6373…", "Covid-19", "15h30".
fn is_joined(tokens: &[Token], at: usize) -> bool {
    at > 0 && tokens[at].gap == Gap::None && !tokens[at - 1].is_any(&["(", "\"", "[", "'", "~"])
}

/// A number as printed: "1.200", "94,2", "5-7", "4/6".
struct Number {
    /// The index after it.
    end: usize,
    /// Whether it has groups or at least four digits.
    is_large: bool,
    /// Both parts of "4/6".
    part: Option<(u32, u32)>,
    /// A year at first sight: four digits without a group.
    is_like_year: bool,
}

impl Number {
    fn read(tokens: &[Token], at: usize) -> Option<Self> {
        let end = plain_number(tokens, at)?;
        let (first, grouped) = (&tokens[at], end > at + 1);
        let mut number = Self {
            end,
            is_large: first.digits() >= 4 || (grouped && tokens[at + 1].is(".")),
            part: None,
            is_like_year: !grouped && first.number().is_some_and(|n| (1800..=2100).contains(&n)),
        };
        let Some(sign) = tokens.get(end) else { return Some(number) };
        let joined = sign.gap == Gap::None;
        let second = tokens.get(end + 1).filter(|token| token.is_number());
        match second {
            // "4/6" of whole numbers, the first the smaller one.
            Some(second) if joined && sign.is("/") && second.gap == Gap::None => {
                let (part, all) = (first.number()?, second.number()?);
                if grouped || part > all || all == 0 {
                    return None;
                }
                number.part = Some((part, all));
                number.end = end + 2;
                number.is_like_year = false;
            }
            // "5-7", "70 - 80"; "3-0" is no stretch.
            Some(second) if sign.is_dash() && second.gap < Gap::Line => {
                let last = plain_number(tokens, end + 1)?;
                if !grouped && last == end + 2 && first.number()? >= second.number()? {
                    return None;
                }
                number.end = last;
            }
            _ => {}
        }
        let next = tokens.get(number.end);
        let goes_on = next.is_some_and(|t| {
            t.gap == Gap::None && (t.is("/") || t.is("-")) && number.part.is_some()
        });
        (!goes_on).then_some(number)
    }

    /// "4/6" may be the fourth of June.
    fn could_be_day(&self, kind: FigureKind) -> bool {
        let day = |(day, month)| (1..=31).contains(&day) && (1..=12).contains(&month);
        kind == FigureKind::Part && self.part.is_some_and(day)
    }
}

/// The index after "1.200", "94,2", "1.234,5", "94.2".
fn plain_number(tokens: &[Token], at: usize) -> Option<usize> {
    let joined = |at: usize| tokens.get(at).filter(|token| token.gap == Gap::None);
    let after = |sign: &str, end: usize| {
        joined(end).filter(|token| token.is(sign))?;
        joined(end + 1).map(Token::digits).filter(|digits| *digits > 0)
    };
    let mut end = at + usize::from(tokens.get(at)?.is_number());
    if end == at {
        return None;
    }
    while after(".", end) == Some(3) {
        end += 2;
    }
    if after(",", end).is_some() {
        return Some(end + 2);
    }
    // "94.2%": a decimal point, where no more points follow.
    if end == at + 1 && after(".", end).is_some() && after(".", end + 2).is_none() {
        end += 2;
    }
    Some(end)
}

/// What a number counts, and the index after it.
fn unit(tokens: &[Token], number: &Number) -> Option<(FigureKind, usize)> {
    let words = words();
    let next = tokens.get(number.end).filter(|token| token.gap < Gap::Block)?;
    if number.part.is_none() && next.is("%") {
        return Some((FigureKind::Share, number.end + 1));
    }
    if next.is("phần") && tokens.get(number.end + 1)?.is("trăm") {
        return Some((FigureKind::Share, number.end + 2));
    }
    let scale = words.scale.longest(&tokens[number.end..]).map_or(0, |(taken, _)| taken);
    let start = number.end + scale;
    let rest = tokens.get(start..)?;
    let first = rest.first().filter(|token| token.gap < Gap::Block)?;
    let longest = |book: &PhraseBook| book.longest(rest).map_or(0, |(taken, _)| taken);
    let (money, measure, count) =
        (longest(&words.money), longest(&words.measure), longest(&words.count));
    let most = money.max(measure).max(count);
    if most == 0 || longest(&words.not) >= most {
        return None;
    }
    if money == most {
        let bare = scale == 0 && first.is("đồng") && !number.is_large;
        let end = per(tokens, start + money);
        return (number.part.is_none() && !bare).then_some((FigureKind::Money, end));
    }
    if number.is_like_year {
        return None;
    }
    if measure == most {
        let small = matches!(first.kind, Kind::Word(Case::Lower)) || first.key.len() > 1;
        let mut end = start + measure;
        let power =
            tokens.get(end).filter(|t| t.gap == Gap::None && t.is_any(&["2", "3", "²", "³"]));
        end += usize::from(power.is_some());
        let end = more(tokens, per(tokens, end));
        return (number.part.is_none() && small).then_some((FigureKind::Measure, end));
    }
    // A counted thing is a word of its own, in small letters: "5A", "2 Bộ" are none.
    if first.gap == Gap::None || first.is_capital() {
        return None;
    }
    let kind = if number.part.is_some() { FigureKind::Part } else { FigureKind::Count };
    let end = start + count;
    let sorted = words.sorting.whole(&tokens[start..end]).is_some();
    let goes_on =
        |token: &&Token| matches!(token.kind, Kind::Word(Case::Lower)) && token.gap < Gap::Line;
    let end = end + usize::from(sorted && tokens.get(end).filter(goes_on).is_some());
    Some((kind, more(tokens, end)))
}

/// The index after "/người/năm".
fn per(tokens: &[Token], mut end: usize) -> usize {
    while tokens.get(end).is_some_and(|token| token.is("/")) {
        let Some((taken, _)) = tokens.get(end + 1..).and_then(|rest| words().per.longest(rest))
        else {
            break;
        };
        end += 1 + taken;
    }
    end
}

/// The index after the words that go on with what is counted: "hộ nghèo", "đảng viên mới".
fn more(tokens: &[Token], mut end: usize) -> usize {
    const MOST: usize = 2;
    for _ in 0..MOST {
        let rest = tokens.get(end..).unwrap_or_default();
        let plain = rest.first().is_some_and(|token| token.gap < Gap::Block && !token.is_capital());
        match words().more.longest(rest).filter(|_| plain) {
            Some((taken, _)) => end += taken,
            None => break,
        }
    }
    end
}

/// Where a figure begins: with the word that says how near it is.
fn from(tokens: &[Token], sentence: usize, at: usize) -> usize {
    const LONGEST: usize = 2;
    let before = |length: &usize| {
        at.checked_sub(*length).filter(|start| *start >= sentence).is_some_and(|start| {
            words().near.whole(&tokens[start..at]).is_some() && tokens[at].gap < Gap::Block
        })
    };
    (1..=LONGEST).rev().find(before).map_or(at, |length| at - length)
}

/// Whether what stands before a number makes it a name: "thôn 2", "Đoàn 559".
fn is_place_in_a_row(tokens: &[Token], sentence: usize, start: usize) -> bool {
    let Some(last) = start.checked_sub(1).filter(|last| *last >= sentence) else { return false };
    let before = &tokens[sentence..start];
    let named = tokens[last].is_capital() && last > sentence && tokens[last - 1].is_word();
    named || ends_with(&words().numbered, before)
}

/// Whether some tokens end with a phrase.
fn ends_with(book: &PhraseBook, tokens: &[Token]) -> bool {
    const LONGEST: usize = 3;
    let starts = tokens.len().saturating_sub(LONGEST)..tokens.len();
    starts.into_iter().any(|start| book.whole(&tokens[start..]).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[(FigureKind, &str)]) {
        let passage = Passage::read(text, 0..text.len());
        let found = figures(&passage);
        let told: Vec<_> = found.iter().map(|f| (f.kind, f.at.of(text).unwrap())).collect();
        assert_eq!(told, expected, "{text}");
        for figure in found {
            assert!(figure.sentence.contains(figure.at), "{text}");
        }
    }

    #[test]
    fn shares_with_a_decimal_comma() {
        use FigureKind::Share;
        check("hoàn thành tốt nhiệm vụ trở lên bình quân đạt 94,2%.", &[(Share, "94,2%")]);
        check("bình quân đạt 88,85%. Tổ chức", &[(Share, "88,85%")]);
        check("đạt 100 %, tăng 3.5% so với", &[(Share, "100 %"), (Share, "3.5%")]);
        check(
            "giảm từ 70-80% xuống trên 50 phần trăm",
            &[(Share, "70-80%"), (Share, "trên 50 phần trăm")],
        );
    }

    #[test]
    fn parts_of_a_whole() {
        use FigureKind::Part;
        check("Đảng bộ đã cơ bản hoàn thành 4/6 nhiệm vụ, trong đó", &[(Part, "4/6 nhiệm vụ")]);
        check("đến nay 18/20 thôn đạt chuẩn", &[(Part, "18/20 thôn")]);
        check("với 215/230 đảng viên dự bị có mặt", &[(Part, "215/230 đảng viên dự bị")]);
        check("chào mừng 2/9 huyện tổ chức", &[]);
        check("sáng 4/6 xã Hòa Bình họp", &[]);
        check("kỷ niệm 20/11 trường đã", &[]);
        check("ảnh 0/637382914550614577446.png", &[]);
    }

    #[test]
    fn counts_of_people_and_things() {
        use FigureKind::Count;
        check(
            "khen thưởng 66 điển hình trong thực hiện Chỉ thị 05 về đẩy mạnh",
            &[(Count, "66 điển hình")],
        );
        check(
            "kết nạp được 99 đảng viên mới; kiểm tra 25 tổ chức và đảng viên",
            &[(Count, "99 đảng viên mới"), (Count, "25 tổ chức và đảng viên")],
        );
        check(
            "giảm được 02 đơn vị sự nghiệp, 01 phòng chuyên môn; giảm 29 thôn, tổ dân phố, giảm 07 đầu mối",
            &[
                (Count, "02 đơn vị sự nghiệp"),
                (Count, "01 phòng chuyên môn"),
                (Count, "29 thôn, tổ dân phố"),
                (Count, "07 đầu mối"),
            ],
        );
        check("thu hút hơn 2.000 lượt người xem hội", &[(Count, "hơn 2.000 lượt người")]);
        check(
            "có 5-7 hộ nghèo; 1,5 triệu lượt khách",
            &[(Count, "5-7 hộ nghèo"), (Count, "1,5 triệu lượt khách")],
        );
        check(
            "ít nhất 10 con sông lớn, 20 xe đạp, 3 cuốn",
            &[(Count, "ít nhất 10 con sông"), (Count, "20 xe đạp"), (Count, "3 cuốn")],
        );
        check("tặng cho 04 đồng chí", &[(Count, "04 đồng chí")]);
    }

    #[test]
    fn money_and_measures() {
        use FigureKind::{Measure, Money};
        check(
            "kinh phí 12,5 tỷ đồng, thưởng 500.000 đồng",
            &[(Money, "12,5 tỷ đồng"), (Money, "500.000 đồng")],
        );
        check("thu nhập 52 triệu đồng/người/năm", &[(Money, "52 triệu đồng/người/năm")]);
        check(
            "làm 3 km đường giao thông, 15m2, hơn 30 ha rừng và 2 tấn gạo",
            &[
                (Measure, "3 km đường giao thông"),
                (Measure, "15m2"),
                (Measure, "hơn 30 ha rừng"),
                (Measure, "2 tấn gạo"),
            ],
        );
        check("giá hơn 4,6 triệu đồng/m2. Theo", &[(Money, "hơn 4,6 triệu đồng/m2")]);
        check("trả 5 đồng thời gian qua", &[]);
    }

    #[test]
    fn what_is_no_figure_of_an_article() {
        for text in [
            "Lượt xem: 162",
            "bài đã có 1.234 lượt xem, 56 lượt chia sẻ",
            "kỷ niệm 90 năm, sơ kết 9 tháng, hơn 3 năm qua, 15 tuổi",
            "nhiệm kỳ 2020-2025 huyện đã; giai đoạn 2017-2020 xã",
            "thôn 2 xã Hòa Bình, tổ 5 phường Đức Giang, lớp 12 trường",
            "Nghị quyết 26 huyện ủy; Chỉ thị số 05 tỉnh; Đoàn 559 đơn vị",
            "tại phòng 305, Đảng ủy phường",
            "ngày 12/10 trường, Chiều nay (12/10), xã; tháng 9 xã",
            "lúc 8 giờ 30 đơn vị; Covid-19 người; TW4 người",
            "thắng 3-0 đội bạn, đạt 9 điểm",
            "năm 2020 đơn vị; 2020 người",
            "73/2014/QĐ-UBND, số 12/5/3 nhà",
            "1. Người dân. 2. Cán bộ",
        ] {
            check(text, &[]);
        }
    }
}
