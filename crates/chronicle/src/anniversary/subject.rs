//! Whose day a name is: what makes wordings of one anniversary meet.

use std::ops::Range;

use model::chronicle::AnniversaryKind;

use crate::token::{Token, words_key};
use crate::vocabulary::Vocabulary;

/// Whose anniversary it is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Subject {
    /// A national day or sector of the vocabulary.
    National(usize),
    /// A national sector in one place: "ngành Tuyên giáo tỉnh Vĩnh Phúc".
    Local(usize, String),
    /// A name that no vocabulary knows, by its words.
    Named(String),
    /// The writer's own: "tỉnh", or no name at all. Only the article can say whose.
    Own(String),
}

impl Subject {
    /// Whose day the name in `tokens` is; `None` for several bodies at once.
    pub(super) fn of(tokens: &[Token]) -> Option<Self> {
        let vocabulary = Vocabulary::get();
        let tokens = before_alias(tokens);
        if vocabulary.collective.whole(tokens).is_some() {
            return None;
        }
        if let Some(day) = national(tokens) {
            return Some(Self::National(day));
        }
        if tokens.is_empty() || vocabulary.own.whole(tokens).is_some() {
            return Some(Self::Own(words_key(tokens)));
        }
        let bare = without_lead(tokens);
        if let Some((taken, day)) = vocabulary.day_names.longest(bare) {
            let rest = without_tail_words(&bare[taken..]);
            if rest.is_empty() {
                return Some(Self::National(day));
            }
            if vocabulary.unit.begins(rest) {
                return Some(Self::Local(day, words_key(rest)));
            }
        }
        Some(Self::Named(words_key(bare)))
    }

    /// As a part of an identifier; empty when there are no words to make it from.
    pub(crate) fn slug(&self) -> String {
        let vocabulary = Vocabulary::get();
        match self {
            Self::National(day) => vocabulary.day_slug(*day).to_owned(),
            Self::Local(day, place) => {
                format!("{}-{}", vocabulary.day_slug(*day), viet::fold_slug(place))
            }
            Self::Named(words) | Self::Own(words) => viet::fold_slug(words),
        }
    }

    /// The kind that the name itself tells.
    pub(super) fn kind(&self) -> Option<AnniversaryKind> {
        match self {
            Self::National(day) | Self::Local(day, _) => Some(Vocabulary::get().day_kind(*day)),
            Self::Named(_) | Self::Own(_) => None,
        }
    }
}

/// "Mặt trận Dân tộc thống nhất – Ngày truyền thống MTTQ": two names of one day; the first will do.
fn before_alias(tokens: &[Token]) -> &[Token] {
    let kinds = &Vocabulary::get().kind_words;
    (1..tokens.len())
        .find(|&at| tokens[at].is_dash() && kinds.begins(&tokens[at + 1..]))
        .map_or(tokens, |at| &tokens[..at])
}

/// The national day that the tokens name, whatever generic words stand around it.
fn national(tokens: &[Token]) -> Option<usize> {
    let vocabulary = Vocabulary::get();
    let names = &vocabulary.day_names;
    let bare = without_lead(tokens);
    names.whole(tokens).or_else(|| names.whole(bare)).or_else(|| names.whole(without_tail(bare)))
}

/// The name at the beginning of `tokens` that the vocabulary knows, generic words before and after
/// it included: its length and its day.
pub(crate) fn known_name(tokens: &[Token]) -> Option<(usize, usize)> {
    let vocabulary = Vocabulary::get();
    let whole = vocabulary.day_names.longest(tokens);
    let bare = without_lead(tokens);
    let lead = tokens.len() - bare.len();
    let (taken, day) = match vocabulary.day_names.longest(bare) {
        Some((taken, day)) if whole.is_none_or(|(all, _)| lead + taken > all) => {
            (lead + taken, day)
        }
        _ => whole?,
    };
    let tail = vocabulary.tail.longest(&tokens[taken..]).map_or(0, |(tail, _)| tail);
    Some((taken + tail, day))
}

/// The tokens after the generic words that lead a name.
pub(super) fn without_lead(tokens: &[Token]) -> &[Token] {
    let lead = &Vocabulary::get().lead;
    let mut rest = tokens;
    while let Some((taken, _)) = lead.longest(rest).filter(|(taken, _)| *taken < rest.len()) {
        rest = &rest[taken..];
    }
    rest
}

fn without_tail(tokens: &[Token]) -> &[Token] {
    let tail = &Vocabulary::get().tail;
    (1..tokens.len())
        .find(|&at| tail.whole(&tokens[at..]).is_some())
        .map_or(tokens, |at| &tokens[..at])
}

fn without_tail_words(tokens: &[Token]) -> &[Token] {
    match Vocabulary::get().tail.longest(tokens) {
        Some((taken, _)) => &tokens[taken..],
        None => tokens,
    }
}

/// A range without the signs at its ends.
pub(super) fn trimmed(tokens: &[Token], mut range: Range<usize>) -> Range<usize> {
    let is_sign = |at: usize| !tokens[at].is_word() && !tokens[at].is_number();
    while range.start < range.end && is_sign(range.start) {
        range.start += 1;
    }
    let closes = |range: &Range<usize>| {
        let last = &tokens[range.end - 1];
        let quotes = tokens[range.clone()].iter().filter(|t| t.is("\"")).count();
        last.is(")") || (last.is("\"") && quotes % 2 == 0)
    };
    while range.start < range.end && is_sign(range.end - 1) && !closes(&range) {
        range.end -= 1;
    }
    range
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::token::tokens;

    fn subject(text: &str) -> Option<Subject> {
        Subject::of(&tokens(text, 0..text.len()))
    }

    fn check_same(wordings: &[&str], expected: &str) {
        for wording in wordings {
            let subject = subject(wording).unwrap_or_else(|| panic!("{wording} is collective"));
            assert!(matches!(subject, Subject::National(_)), "{wording}: {subject:?}");
            assert_eq!(subject.slug(), expected, "{wording}");
        }
    }

    #[test]
    fn wordings_of_one_day_meet() {
        check_same(
            &["công tác dân vận", "Công tác dân vận của Đảng", "ngành Dân vận", "Dân vận"],
            "dan-van",
        );
        check_same(
            &["ngành Tổ chức xây dựng Đảng", "ngành Tổ chức", "các ngành Tổ chức", "Tổ chức"],
            "to-chuc-xay-dung-dang",
        );
        check_same(&["Văn phòng cấp ủy", "Văn phòng cấp uỷ", "Văn phòng"], "van-phong-cap-uy");
        check_same(&["ngành kiểm tra đảng", "ngành Kiểm tra của Đảng"], "kiem-tra-dang");
        check_same(
            &["Thương binh - Liệt sĩ", "Thương binh liệt sỹ", "Ngày Thương binh, liệt sĩ"],
            "thuong-binh-liet-si",
        );
    }

    #[test]
    fn two_names_of_one_day() {
        check_same(
            &[
                "Mặt trận Dân tộc thống nhất Việt Nam – Ngày truyền thống Mặt trận Tổ quốc Việt Nam",
                "MTTQ Việt Nam",
            ],
            "mat-tran-to-quoc-viet-nam",
        );
    }

    #[test]
    fn names_of_places_and_of_no_vocabulary() {
        assert_eq!(subject("các ban xây dựng Đảng"), None);
        assert_eq!(subject("các ban đảng"), None);
        assert_eq!(subject("tỉnh"), Some(Subject::Own("tỉnh".into())));
        assert_eq!(subject(""), Some(Subject::Own(String::new())));
        assert_eq!(
            subject("Trung tâm Lưu trữ A"),
            Some(Subject::Named("trung tâm lưu trữ a".into()))
        );
        assert!(
            matches!(subject("ngành Tuyên giáo tỉnh Vĩnh Phúc"), Some(Subject::Local(_, p)) if p == "tỉnh vĩnh phúc")
        );
    }
}
