//! Programmes and movements: a name in quotation marks after a word such as "phong trào", with the
//! period it is told for.

use std::ops::Range;
use std::sync::LazyLock;

use model::Span;

use crate::date::DateValue;
use crate::passage::Passage;
use crate::phrase::PhraseBook;
use crate::token::{Token, span, words_key};
use crate::vocabulary::book;

/// The longest name, in tokens.
const LONGEST: usize = 16;
/// How far after the name its period may stand, in tokens.
const PERIOD_REACH: usize = 8;

/// A programme named in an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundProgramme {
    /// The name, for comparing.
    pub key: String,
    /// The name, without quotation marks.
    pub name: Span,
    /// The sentence around it.
    pub sentence: Span,
    /// First and last year told for it.
    pub period: Option<(i32, i32)>,
}

struct Words {
    trigger: PhraseBook,
    known: PhraseBook,
}

fn words() -> &'static Words {
    static WORDS: LazyLock<Words> = LazyLock::new(|| {
        let source = include_str!("../data/programmes.txt");
        Words { trigger: book(source, "trigger"), known: book(source, "known") }
    });
    &WORDS
}

/// The programmes of a block, in order of place.
pub(crate) fn find(passage: &Passage) -> Vec<FoundProgramme> {
    let mut found = Vec::new();
    for sentence in &passage.sentences {
        let mut at = sentence.start;
        while at < sentence.end {
            match name_at(&passage.tokens[..sentence.end], at, sentence.start) {
                Some(name) => {
                    at = name.end;
                    found.extend(programme(passage, sentence, name));
                }
                None => at += 1,
            }
        }
    }
    found
}

fn programme(
    passage: &Passage,
    sentence: &Range<usize>,
    name: Range<usize>,
) -> Option<FoundProgramme> {
    let tokens = &passage.tokens;
    let period = passage
        .dates_in(name.end..sentence.end.min(name.end + PERIOD_REACH))
        .iter()
        .find_map(|date| match date.value {
            DateValue::Period { from, to } => Some((from, to)),
            _ => None,
        });
    Some(FoundProgramme {
        key: words_key(&tokens[name.clone()]),
        name: span(&tokens[name])?,
        sentence: span(&tokens[sentence.clone()])?,
        period,
    })
}

/// The name that begins at `at`: the words between quotation marks, or a known name.
fn name_at(tokens: &[Token], at: usize, first: usize) -> Option<Range<usize>> {
    let quoted = at > first && tokens[at - 1].is("\"");
    if let Some((taken, _)) = words().known.longest(&tokens[at..]) {
        return Some(at..at + taken);
    }
    if !quoted || !is_named(tokens, at - 1, first) {
        return None;
    }
    let limit = tokens.len().min(at + LONGEST);
    let close = (at..limit).find(|&close| tokens[close].is("\""))?;
    let name = &tokens[at..close];
    let sentence = name.iter().any(|t| t.is_any(&[".", "!", "?", ":", "…", ";"]));
    let many = name.iter().filter(|t| t.is_word()).count() >= 2;
    (many && !sentence && name.first().is_some_and(Token::is_word)).then_some(at..close)
}

/// Whether a word such as "phong trào" stands right before the quotation mark, or before a list of
/// quoted names that leads to it.
fn is_named(tokens: &[Token], quote: usize, first: usize) -> bool {
    let trigger = &words().trigger;
    (first..quote).rev().take(4).any(|from| trigger.whole(&tokens[from..quote]).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[(&str, Option<(i32, i32)>)]) {
        let passage = Passage::read(text, 0..text.len());
        let found = find(&passage);
        let told: Vec<_> = found.iter().map(|p| (p.name.of(text).unwrap(), p.period)).collect();
        assert_eq!(told, expected, "{text}");
    }

    #[test]
    fn names_with_their_periods() {
        check(
            "điển hình “Dân vận khéo” giai đoạn 2017-2020.",
            &[("Dân vận khéo", Some((2017, 2020)))],
        );
        check(
            "điển hình “Dân vận khéo”, trong giai đoạn 2017-2020",
            &[("Dân vận khéo", Some((2017, 2020)))],
        );
        check("các mô hình \"Dân vận khéo\"; xem đây", &[("Dân vận khéo", None)]);
        check("Phong trào “dân vận khéo” ngày càng", &[("dân vận khéo", None)]);
        check("thi đua dân vận khéo", &[("dân vận khéo", None)]);
        check("Cuộc vận động “Ngày vì người nghèo” năm 2020", &[("Ngày vì người nghèo", None)]);
    }

    #[test]
    fn other_quotations() {
        check("những biểu hiện “tự diễn biến”, “tự chuyển hóa”", &[]);
        check("kỷ niệm chương “vì sự nghiệp công tác dân vận”", &[]);
        check("Người nói: “Cán bộ là gốc của mọi việc”", &[]);
        check("mô hình “chưa đóng", &[]);
        check("giai đoạn 2017-2020", &[]);
    }
}
