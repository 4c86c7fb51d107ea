//! Quotations by whose words they are: an official's, a document's, a watchword.
//!
//! Quotation marks also stand for names of programmes and for distance: those are short, or nothing
//! around them says whose words they are.

use std::ops::Range;
use std::sync::LazyLock;

use model::Span;
use model::telling::QuotationKind;

use crate::directive::FoundDirective;
use crate::official::FoundOfficial;
use crate::passage::Passage;
use crate::phrase::PhraseBook;
use crate::token::span;
use crate::vocabulary::book;

/// A quotation in an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundQuotation {
    /// Whose words they are.
    pub kind: QuotationKind,
    /// The words, without their marks.
    pub at: Span,
    /// The name of who said it.
    pub speaker: Option<Span>,
}

struct Words {
    slogan: PhraseBook,
    says: PhraseBook,
}

fn words() -> &'static Words {
    static WORDS: LazyLock<Words> = LazyLock::new(|| {
        let read = |wanted| book(include_str!("../data/telling.txt"), wanted);
        Words { slogan: read("slogan"), says: read("says") }
    });
    &WORDS
}

/// Words of a quotation at least: shorter ones are names or distance.
const QUOTED_AT_LEAST: usize = 5;

/// The quotations of a block. Somebody's words count only when they are an official's of the
/// article, so that lists of quotations are of people whose role is known.
pub(crate) fn quotations(
    passage: &Passage,
    officials: &[FoundOfficial],
    directives: &[FoundDirective],
) -> Vec<FoundQuotation> {
    let tokens = &passage.tokens;
    let marks: Vec<usize> = (0..tokens.len()).filter(|&at| tokens[at].is("\"")).collect();
    let mut found = Vec::new();
    for pair in marks.chunks_exact(2) {
        let (open, close) = (pair[0], pair[1]);
        let inside = &tokens[open + 1..close];
        let long = inside.iter().filter(|t| t.is_word()).count() >= QUOTED_AT_LEAST;
        let Some(at) = span(inside).filter(|_| long) else { continue };
        if let Some((kind, speaker)) = whose(passage, open, close, officials, directives) {
            found.push(FoundQuotation { kind, at, speaker });
        }
    }
    found
}

fn whose(
    passage: &Passage,
    open: usize,
    close: usize,
    officials: &[FoundOfficial],
    directives: &[FoundDirective],
) -> Option<(QuotationKind, Option<Span>)> {
    const BEFORE: usize = 4;
    const AFTER: usize = 14;
    let tokens = &passage.tokens;
    let before = open.saturating_sub(BEFORE);
    if (before..open).any(|at| words().slogan.longest(&tokens[at..open]).is_some()) {
        return Some((QuotationKind::Slogan, None));
    }
    // "Chỉ thị 05 … về “Đẩy mạnh …”"
    let about = open > 0 && tokens[open - 1].is("về");
    let reach = Span::new(tokens[open.saturating_sub(30)].start..tokens[open].end);
    if about && directives.iter().any(|cited| reach.contains(cited.at)) {
        return Some((QuotationKind::Document, None));
    }
    let said = |range: Range<usize>| {
        range.clone().any(|at| words().says.longest(&tokens[at..range.end]).is_some())
    };
    let led = open > 0 && tokens[open - 1].is(":") && said(open.saturating_sub(AFTER)..open);
    let closed = said(close + 1..tokens.len().min(close + 1 + AFTER));
    if !(led || closed) {
        return None;
    }
    let sentence = |at: usize| passage.sentences.iter().find(|s| s.contains(&at)).cloned();
    let around = if led { sentence(open)? } else { sentence(close)?.start..tokens.len() };
    let near = if led {
        Span::new(tokens[around.start].start..tokens[open].start)
    } else {
        Span::new(tokens[close].end..tokens[(close + AFTER).min(tokens.len() - 1)].end)
    };
    let named: Vec<Span> =
        officials.iter().map(|o| o.name).filter(|name| near.contains(*name)).collect();
    // Led words are the last-named one's, closed ones the first-named one's.
    let speaker = if led { named.last() } else { named.first() }?;
    Some((QuotationKind::Speech, Some(*speaker)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check_quoted(text: &str, expected: &[(QuotationKind, Option<&str>)]) {
        let passage = Passage::read(text, 0..text.len());
        let officials = crate::official::find(std::slice::from_ref(&passage));
        let directives = crate::directive::find(&passage);
        let found = quotations(&passage, &officials, &directives);
        let told: Vec<_> =
            found.iter().map(|q| (q.kind, q.speaker.and_then(|s| s.of(text)))).collect();
        assert_eq!(told, expected, "{text}");
    }

    #[test]
    fn quotations_by_whose_they_are() {
        check_quoted(
            "Đồng chí Trần Văn An - Bí thư Huyện ủy nhấn mạnh: “Cán bộ phải gần dân, hiểu dân, học dân”.",
            &[(QuotationKind::Speech, Some("Trần Văn An"))],
        );
        check_quoted(
            "“Cán bộ phải gần dân, hiểu dân, học dân”, ông Trần Văn An, Bí thư Huyện ủy nói.",
            &[(QuotationKind::Speech, Some("Trần Văn An"))],
        );
        check_quoted(
            "thực hiện Chỉ thị số 05 của Bộ Chính trị về “Đẩy mạnh học tập và làm theo tư tưởng”",
            &[(QuotationKind::Document, None)],
        );
        check_quoted(
            "với phương châm “Đoàn kết, dân chủ, sáng tạo, phát triển”",
            &[(QuotationKind::Slogan, None)],
        );
        check_quoted("phong trào “Dân vận khéo”; bà Ba nói: “Tôi rất mừng vì con đường này”", &[]);
        check_quoted("“chưa đóng", &[]);
    }
}
