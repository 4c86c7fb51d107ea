//! Instruments cited: directives, resolutions, conclusions, schemes and coded documents.
//!
//! "Chỉ thị 05" and "Chỉ thị số 05-CT/TW" cite one instrument. "Nghị quyết TW4 khóa XI, XII" cites
//! two: the resolutions of the fourth plenum of either term.

use std::ops::Range;
use std::sync::LazyLock;

use model::Span;
use model::chronicle::DirectiveKind;

use crate::passage::Passage;
use crate::phrase::PhraseBook;
use crate::token::{Gap, Token, span, words_key};
use crate::vocabulary::book;

/// How far after the number the issuer may stand, in tokens.
const ISSUER_REACH: usize = 6;

/// An instrument cited in an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundDirective {
    /// Which.
    pub citation: Citation,
    /// The words that cite it.
    pub at: Span,
    /// The sentence around them.
    pub sentence: Span,
    /// Who issued it, as printed.
    pub issuer: Option<Span>,
    /// The issuer is a central body of the Party.
    pub central: bool,
    /// The Party's term it is cited with ("XIII"), and the place of its figure.
    pub term: Option<(String, Span)>,
}

/// What an instrument is cited by.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Citation {
    /// What it is.
    pub kind: DirectiveKind,
    /// Its kind as a word ("Chỉ thị"), for its name.
    pub noun: String,
    /// By what it is told apart.
    pub number: Number,
}

/// The number of an instrument.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Number {
    /// A number ("05").
    Plain(u32),
    /// A whole code ("73/2014/QĐ-UBND").
    Code(String),
    /// A plenum of the Central Committee and its term ("4", "XII"), the term perhaps untold.
    Plenum(u32, Option<String>),
}

struct Words {
    kinds: [(DirectiveKind, PhraseBook); 5],
    issuer: PhraseBook,
    central: PhraseBook,
}

fn words() -> &'static Words {
    static WORDS: LazyLock<Words> = LazyLock::new(|| {
        let source = include_str!("../data/instruments.txt");
        Words {
            kinds: [
                (DirectiveKind::Directive, book(source, "directive")),
                (DirectiveKind::Resolution, book(source, "resolution")),
                (DirectiveKind::Conclusion, book(source, "conclusion")),
                (DirectiveKind::Scheme, book(source, "scheme")),
                (DirectiveKind::Other, book(source, "coded")),
            ],
            issuer: book(source, "issuer"),
            central: book(source, "central"),
        }
    });
    &WORDS
}

/// The instruments cited in a block, in order of place.
pub(crate) fn find(passage: &Passage) -> Vec<FoundDirective> {
    let mut found = Vec::new();
    for sentence in &passage.sentences {
        let tokens = &passage.tokens[..sentence.end];
        let mut at = sentence.start;
        while at < sentence.end {
            let reader = Reader { tokens, sentence: sentence.clone() };
            match reader.cite(at) {
                Some((cited, end)) => {
                    found.extend(cited);
                    at = end;
                }
                None => at += 1,
            }
        }
    }
    found
}

struct Reader<'a> {
    tokens: &'a [Token],
    sentence: Range<usize>,
}

impl Reader<'_> {
    /// The instruments cited from `at` on, and the index after them.
    fn cite(&self, at: usize) -> Option<(Vec<FoundDirective>, usize)> {
        let rest = &self.tokens[at..];
        let (kind, taken) = words()
            .kinds
            .iter()
            .filter_map(|(kind, book)| Some((*kind, book.longest(rest)?.0)))
            .max_by_key(|(_, taken)| *taken)?;
        // "kết luận" and "ct" in the middle of other words are verbs and abbreviations.
        let noun = words_key(&rest[..taken]);
        let after = at + taken;
        if let (DirectiveKind::Resolution, Some(cited)) = (kind, self.plenum(at, after)) {
            return Some(cited);
        }
        let numbered = after + usize::from(self.is(after, &["số"]));
        let number = self.tokens.get(numbered).filter(|t| (1..=4).contains(&t.digits()))?;
        let (code, end) = self.code(numbered);
        let number = match (kind, code) {
            (DirectiveKind::Other, None) => return None,
            (DirectiveKind::Other, Some(code)) => Number::Code(code),
            // "nghị quyết 2 năm" counts, "đề án 5 tỷ đồng" costs.
            _ if !self.ends_number(end) => return None,
            _ => Number::Plain(number.number()?),
        };
        let citation = Citation { kind, noun: noun_of(&noun).to_owned(), number };
        let issuer = self.issuer(end);
        let term = self.terms(issuer.as_ref().map_or(end, |issuer| issuer.end), false);
        let directive = self.directive(citation, at..end, issuer, term.first().cloned());
        Some((directive.into_iter().collect(), end))
    }

    /// "Nghị quyết (Hội nghị) TW4 khóa XI, XII", "Nghị quyết Trung ương 4, khóa XII".
    fn plenum(&self, at: usize, mut next: usize) -> Option<(Vec<FoundDirective>, usize)> {
        while self.is(next, &["hội", "nghị", "bch", "ban", "chấp", "hành", "lần", "thứ", "số"])
        {
            next += 1;
        }
        let number_first = self.tokens.get(next).and_then(Token::number);
        next += usize::from(number_first.is_some());
        next += match () {
            () if self.is(next, &["tw", "tư", "twđ"]) => 1,
            () if self.is(next, &["t"]) && self.is(next + 1, &["ư"]) => 2,
            () if self.is(next, &["trung"]) && self.is(next + 1, &["ương"]) => 2,
            () => return None,
        };
        let number = match number_first {
            Some(number) => number,
            None => {
                while self.is(next, &["lần", "thứ"]) {
                    next += 1;
                }
                let number = self.tokens.get(next).filter(|t| t.digits() <= 2)?.number()?;
                next += 1;
                number
            }
        };
        let terms = self.terms(next, true);
        if terms.is_empty() {
            let citation = resolution(number, None);
            let found = self.directive(citation, at..next, None, None);
            return Some((found.into_iter().collect(), next));
        }
        let mut end = next;
        let found = terms
            .iter()
            .filter_map(|(term, place)| {
                end = *place + 1;
                let citation = resolution(number, Some(term.clone()));
                self.directive(citation, at..end, None, Some((term.clone(), *place)))
            })
            .collect();
        Some((found, end))
    }

    /// The Party's terms after `at`: "khóa XI, XII, XIII" (with `list`), "(khóa XII)".
    fn terms(&self, at: usize, list: bool) -> Vec<(String, usize)> {
        let mut next = at;
        while next < at + 2 && self.is(next, &[",", "(", "đảng"]) {
            next += 1;
        }
        if !self.is(next, &["khóa"]) {
            return Vec::new();
        }
        let mut terms = Vec::new();
        next += 1;
        while let Some(term) = self.tokens.get(next).and_then(roman) {
            terms.push((term, next));
            next += 1;
            let joined = self.is(next, &[",", "và"]);
            if !list || !joined {
                break;
            }
            next += 1;
        }
        terms
    }

    fn directive(
        &self,
        citation: Citation,
        cited: Range<usize>,
        issuer: Option<Range<usize>>,
        term: Option<(String, usize)>,
    ) -> Option<FoundDirective> {
        let central = matches!(citation.number, Number::Plenum(..))
            || issuer.as_ref().is_some_and(|issuer| {
                words().central.longest(&self.tokens[issuer.clone()]).is_some()
            });
        Some(FoundDirective {
            citation,
            at: span(&self.tokens[cited])?,
            sentence: span(&self.tokens[self.sentence.clone()])?,
            issuer: issuer.and_then(|issuer| span(&self.tokens[issuer])),
            central,
            term: term.and_then(|(term, at)| Some((term, span(&self.tokens[at..=at])?))),
        })
    }

    /// The issuer after a number: "của Bộ Chính trị", "-CT/TW, ngày 15/5/2016, của Bộ Chính trị".
    fn issuer(&self, end: usize) -> Option<Range<usize>> {
        let limit = self.tokens.len().min(end + ISSUER_REACH);
        let of = (end..limit).find(|&at| self.is(at, &["của"])).map(|at| at + 1);
        let start = of.unwrap_or(end);
        let (taken, _) = words().issuer.longest(self.tokens.get(start..)?)?;
        Some(start..start + taken)
    }

    /// The whole code that a number begins ("73/2014/QĐ-UBND", "05-CT/TW"), if it has letters; and
    /// the index after it.
    fn code(&self, at: usize) -> (Option<String>, usize) {
        let mut end = at + 1;
        let mut lettered = false;
        while let [sign, part, ..] = &self.tokens[end.min(self.tokens.len())..] {
            let spaced = lettered || sign.is("/");
            let joined = sign.is_any(&["/", "-"])
                && (sign.gap == Gap::None || (spaced && sign.gap == Gap::Space))
                && (part.gap == Gap::None || (lettered && part.gap == Gap::Space));
            if !joined || !(part.is_number() || part.is_capital()) {
                break;
            }
            lettered |= part.is_word();
            end += 2;
        }
        if !lettered {
            return (None, at + 1);
        }
        let code: String = self.tokens[at..end].iter().map(|t| t.key.to_uppercase()).collect();
        (Some(code), end)
    }

    /// A number that cites is not followed by what it would count.
    fn ends_number(&self, end: usize) -> bool {
        const COUNTED: [&str; 18] = [
            "năm",
            "tháng",
            "ngày",
            "tỷ",
            "triệu",
            "nghìn",
            "đồng",
            "người",
            "xã",
            "huyện",
            "tỉnh",
            "nội",
            "vấn",
            "nhiệm",
            "giải",
            "trường",
            "điểm",
            "đề",
        ];
        let Some(next) = self.tokens.get(end) else { return true };
        let decimal = next.is_any(&["/", ",", "."])
            && next.gap == Gap::None
            && self.tokens.get(end + 1).is_some_and(|t| t.is_number() && t.gap == Gap::None);
        !decimal && !next.is_any(&COUNTED) && !next.is("%")
    }

    fn is(&self, at: usize, keys: &[&str]) -> bool {
        self.tokens.get(at).is_some_and(|token| token.is_any(keys))
    }
}

fn resolution(plenum: u32, term: Option<String>) -> Citation {
    Citation {
        kind: DirectiveKind::Resolution,
        noun: "Nghị quyết".to_owned(),
        number: Number::Plenum(plenum, term),
    }
}

/// A Roman numeral as terms have them.
fn roman(token: &Token) -> Option<String> {
    let letters = token.is_capital()
        && token.key.len() <= 6
        && token.key.bytes().all(|b| matches!(b, b'i' | b'v' | b'x'));
    letters.then(|| token.key.to_uppercase())
}

/// The full noun of an instrument, as its name begins.
fn noun_of(key: &str) -> &str {
    match key {
        "chỉ thị" | "ct" => "Chỉ thị",
        "nghị quyết" | "nq" => "Nghị quyết",
        "kết luận" | "kl" => "Kết luận",
        "đề án" => "Đề án",
        "quyết định" | "qđ" => "Quyết định",
        "quy định" => "Quy định",
        "kế hoạch" | "kh" => "Kế hoạch",
        "nghị định" | "nđ" => "Nghị định",
        "thông tư" => "Thông tư",
        "hướng dẫn" => "Hướng dẫn",
        "thông báo" => "Thông báo",
        "công văn" => "Công văn",
        "pháp lệnh" => "Pháp lệnh",
        "quy chế" => "Quy chế",
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(found: &FoundDirective) -> String {
        let number = match &found.citation.number {
            Number::Plain(number) => number.to_string(),
            Number::Code(code) => code.clone(),
            Number::Plenum(number, term) => {
                format!("TW{number} {}", term.as_deref().unwrap_or("?"))
            }
        };
        format!("{} {number}", found.citation.noun)
    }

    fn check(text: &str, expected: &[&str]) {
        let passage = Passage::read(text, 0..text.len());
        let found: Vec<String> = find(&passage).iter().map(told).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn one_instrument_under_its_wordings() {
        for text in [
            "thực hiện Chỉ thị 05 về",
            "Chỉ thị số 05 của Bộ Chính trị",
            "Chỉ thị số 05-CT/TW, ngày 15/5/2016",
            "chỉ thị số 5 của",
            "Chỉ thị 05/CT-TW",
        ] {
            check(text, &["Chỉ thị 5"]);
        }
        check("Nghị quyết số 26 của BCH Trung ương khóa XII về", &["Nghị quyết 26"]);
        check("kết luận 38 của Bộ Chính trị", &["Kết luận 38"]);
        check("Đề án 01 của Tỉnh ủy; Đề án 04 về", &["Đề án 1", "Đề án 4"]);
        check("Quyết định số 73/2014/QĐ-UBND ngày", &["Quyết định 73/2014/QĐ-UBND"]);
    }

    #[test]
    fn plenums_with_their_terms() {
        check(
            "Nghị quyết TW4 khóa XI, XII, XIII; thực hiện",
            &["Nghị quyết TW4 XI", "Nghị quyết TW4 XII", "Nghị quyết TW4 XIII"],
        );
        for text in [
            "Nghị quyết Trung ương 4, khóa XII về",
            "Nghị quyết Trung ương 4 (khóa XII)",
            "Nghị quyết Hội nghị lần thứ 4 TW khóa XII",
            "NQ TW 4 khoá XII",
        ] {
            check(text, &["Nghị quyết TW4 XII"]);
        }
    }

    #[test]
    fn what_only_looks_like_a_citation() {
        check("kết luận 3 nội dung, đề án 5 tỷ đồng, nghị quyết 2 năm", &[]);
        check("Kế hoạch năm 2020, kế hoạch 12 của xã", &[]);
        check("ra chỉ thị, nghị quyết, kết luận của Trung ương", &[]);
        check("Đề án 1,5 triệu", &[]);
    }

    #[test]
    fn issuers_and_terms() {
        let text = "Nghị quyết số 26 của BCH Trung ương khóa XII về";
        let passage = Passage::read(text, 0..text.len());
        let found = &find(&passage)[0];
        assert_eq!(found.issuer.unwrap().of(text), Some("BCH Trung ương"));
        assert_eq!(found.term.as_ref().unwrap().0, "XII");
        assert!(found.central);
    }
}
