//! Congresses with their terms, and awards.

use std::ops::Range;
use std::sync::LazyLock;

use model::Span;

use crate::date::DateValue;
use crate::passage::Passage;
use crate::phrase::PhraseBook;
use crate::token::{Gap, Token, span, words_key};
use crate::vocabulary::book;

/// A congress mentioned in an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundCongress {
    /// Whose, for comparing; "đảng" is the Party itself.
    pub key: String,
    /// Its number.
    pub number: u16,
    /// First and last year of its term, where told.
    pub term: Option<(i32, i32)>,
    /// The words, from "Đại hội" to the number.
    pub at: Span,
    /// The sentence around them.
    pub sentence: Span,
}

/// An award mentioned in an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundAward {
    /// The name, for comparing.
    pub key: String,
    /// The name.
    pub at: Span,
    /// The sentence around it.
    pub sentence: Span,
}

struct Words {
    congress: PhraseBook,
    award: PhraseBook,
    award_word: PhraseBook,
}

fn words() -> &'static Words {
    static WORDS: LazyLock<Words> = LazyLock::new(|| {
        let read = |wanted| book(include_str!("../data/telling.txt"), wanted);
        Words { congress: read("congress"), award: read("award"), award_word: read("award-word") }
    });
    &WORDS
}

/// The congresses of a block, in order of place.
pub(crate) fn congresses(passage: &Passage) -> Vec<FoundCongress> {
    let each = |sentence: &Range<usize>, at: usize| congress(passage, sentence, at);
    everywhere(passage, each)
}

/// The awards of a block, in order of place.
pub(crate) fn awards(passage: &Passage) -> Vec<FoundAward> {
    let each = |sentence: &Range<usize>, at: usize| award(passage, sentence, at);
    everywhere(passage, each)
}

/// What a rule finds from each token on, sentence by sentence, not overlapping.
fn everywhere<T>(
    passage: &Passage,
    rule: impl Fn(&Range<usize>, usize) -> Option<(T, usize)>,
) -> Vec<T> {
    let mut found = Vec::new();
    for sentence in &passage.sentences {
        let mut at = sentence.start;
        while at < sentence.end {
            match rule(sentence, at) {
                Some((value, end)) => {
                    found.push(value);
                    at = end.max(at + 1);
                }
                None => at += 1,
            }
        }
    }
    found
}

/// "Đại hội Đảng bộ huyện lần thứ XXI, nhiệm kỳ 2020-2025", "Đại hội XIII của Đảng".
fn congress(
    passage: &Passage,
    sentence: &Range<usize>,
    at: usize,
) -> Option<(FoundCongress, usize)> {
    const LONGEST: usize = 20;
    const TERM_REACH: usize = 6;
    let tokens = &passage.tokens[..sentence.end];
    let [first, second, ..] = &tokens[at..] else { return None };
    if !first.is("đại") || !second.is("hội") || !first.is_capital() {
        return None;
    }
    let body = at + 2;
    // "Đại hội XIII của Đảng", "Đại hội Đảng XIII"
    let party = usize::from(tokens.get(body).is_some_and(|t| t.is("đảng")));
    let (key, number, end) = match tokens.get(body + party).and_then(roman) {
        Some(number) => {
            let of_party = [body + 1, body + 2].map(|at| tokens.get(at).map(|t| &*t.key));
            if party == 0 && of_party != [Some("của"), Some("đảng")] {
                return None;
            }
            let end = if party == 0 { body + 3 } else { body + 2 };
            ("đảng".to_owned(), number, end)
        }
        None => {
            words().congress.longest(&tokens[body..])?;
            let limit = tokens.len().min(body + LONGEST);
            let ordinal = (body..limit.saturating_sub(2))
                .find(|&at| tokens[at].is("lần") && tokens[at + 1].is("thứ"))?;
            let plain = |t: &Token| t.is_word() || t.is_dash() || t.is("\"");
            let whose = &tokens[body..ordinal];
            if !whose.iter().all(|t| plain(t) && t.gap < Gap::Block) {
                return None;
            }
            let number = roman(&tokens[ordinal + 2]).or_else(|| figure(&tokens[ordinal + 2]))?;
            let mut end = ordinal + 3;
            let of_party = tokens.get(end).is_some_and(|t| t.is("của"))
                && tokens.get(end + 1).is_some_and(|t| t.is("đảng"));
            end += if of_party { 2 } else { 0 };
            let all = words_key(whose);
            let national = of_party || matches!(&*all, "đảng" | "đảng toàn quốc");
            (if national { "đảng".to_owned() } else { all }, number, end)
        }
    };
    let term =
        passage.dates_in(end..sentence.end.min(end + TERM_REACH)).iter().find_map(
            |date| match date.value {
                DateValue::Period { from, to } => Some((from, to)),
                _ => None,
            },
        );
    let found = FoundCongress {
        key,
        number,
        term,
        at: span(&tokens[at..end])?,
        sentence: span(&passage.tokens[sentence.clone()])?,
    };
    Some((found, end))
}

/// A Roman numeral of a congress.
fn roman(token: &Token) -> Option<u16> {
    let value = |letter: u8| match letter {
        b'i' => Some(1),
        b'v' => Some(5),
        b'x' => Some(10),
        b'l' => Some(50),
        _ => None,
    };
    let capitals = token.is_capital() && (1..=8).contains(&token.key.len());
    let digits: Vec<u16> =
        capitals.then(|| token.key.bytes().map(value).collect::<Option<_>>())??;
    let sum = digits.iter().enumerate().fold(0i32, |sum, (at, &digit)| {
        let next = digits.get(at + 1).copied().unwrap_or(0);
        if digit < next { sum - i32::from(digit) } else { sum + i32::from(digit) }
    });
    u16::try_from(sum).ok().filter(|number| (1..=99).contains(number))
}

fn figure(token: &Token) -> Option<u16> {
    let number = token.number().filter(|_| token.digits() <= 2)?;
    u16::try_from(number).ok().filter(|number| *number > 0)
}

/// "Huân chương Độc lập hạng Nhất", "Huy hiệu 30 năm tuổi Đảng", "Bằng khen của Thủ tướng Chính phủ",
/// "Kỷ niệm chương “Vì sự nghiệp …”".
fn award(passage: &Passage, sentence: &Range<usize>, at: usize) -> Option<(FoundAward, usize)> {
    const LONGEST: usize = 24;
    let tokens = &passage.tokens[..sentence.end];
    let first = tokens[at].is_capital();
    let (taken, _) = words().award.longest(&tokens[at..])?;
    let mut end = at + taken;
    let mut name = end;
    while end < tokens.len() && end - at < LONGEST && tokens[end].gap < Gap::Block {
        let token = &tokens[end];
        if token.is("\"") {
            let close = (end + 1..tokens.len().min(end + LONGEST)).find(|&at| tokens[at].is("\""));
            let Some(close) = close else { break };
            end = close + 1;
            name = end;
            break;
        }
        let quoted = tokens.get(end).is_some_and(Token::is_number);
        match words().award_word.longest(&tokens[end..]) {
            // "của" and the like go on only before more words.
            Some((taken, _)) => {
                let bare = taken == 1 && token.is_any(&["của", "vì", "năm"]);
                end += taken;
                if !bare {
                    name = end;
                }
            }
            None if quoted || (token.is_capital() && token.is_word()) => {
                end += 1;
                name = end;
            }
            None => break,
        }
    }
    // "bằng khen", "giấy khen" alone are no award of a name; "Huân chương" alone says too little.
    if !(first && name > at + taken) {
        return None;
    }
    let found = FoundAward {
        key: words_key(&tokens[at..name]),
        at: span(&tokens[at..name])?,
        sentence: span(&passage.tokens[sentence.clone()])?,
    };
    Some((found, name))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whose congress, its number and term.
    type Told<'a> = (&'a str, u16, Option<(i32, i32)>);

    fn check_congress(text: &str, expected: &[Told<'_>]) {
        let passage = Passage::read(text, 0..text.len());
        let found = congresses(&passage);
        let told: Vec<_> = found.iter().map(|c| (&*c.key, c.number, c.term)).collect();
        assert_eq!(told, expected, "{text}");
    }

    #[test]
    fn congresses_and_their_terms() {
        check_congress(
            "Đại hội Đảng bộ tỉnh lần thứ XVII, nhiệm kỳ 2020-2025 đã",
            &[("đảng bộ tỉnh", 17, Some((2020, 2025)))],
        );
        for text in [
            "tiến tới Đại hội đại biểu toàn quốc lần thứ XIII của Đảng",
            "Nghị quyết Đại hội XIII của Đảng",
            "Nghị quyết Đại hội Đảng lần thứ XIII",
            "Đại hội Đảng toàn quốc lần thứ XIII",
        ] {
            check_congress(text, &[("đảng", 13, None)]);
        }
        check_congress("Đại hội Đảng XIV", &[("đảng", 14, None)]);
        check_congress(
            "Đại hội đại biểu Hội Luật gia tỉnh lần thứ IV nhiệm kỳ 2019 – 2024",
            &[("đại biểu hội luật gia tỉnh", 4, Some((2019, 2024)))],
        );
        check_congress("đại hội các chi bộ, hội nghị lần thứ 4", &[]);
        check_congress("Đại hội thể thao vui khỏe", &[]);
    }

    fn check_award(text: &str, expected: &[&str]) {
        let passage = Passage::read(text, 0..text.len());
        let found: Vec<&str> = awards(&passage).iter().map(|a| a.at.of(text).unwrap()).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn awards_by_their_names() {
        check_award(
            "trao Huân chương Độc lập hạng Nhất cho tỉnh",
            &["Huân chương Độc lập hạng Nhất"],
        );
        check_award("nhận Huy hiệu 30 năm tuổi Đảng", &["Huy hiệu 30 năm tuổi Đảng"]);
        check_award(
            "được tặng Bằng khen của Thủ tướng Chính phủ vì thành tích",
            &["Bằng khen của Thủ tướng Chính phủ"],
        );
        check_award(
            "tặng Kỷ niệm chương “Vì sự nghiệp dân vận” cho",
            &["Kỷ niệm chương “Vì sự nghiệp dân vận”"],
        );
        check_award("tặng giấy khen cho 5 tập thể, huân chương các loại", &[]);
    }
}
