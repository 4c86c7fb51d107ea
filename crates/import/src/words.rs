//! Small judgements about letters, words and sentence ends that every rule of this crate shares.

/// White space in the sense of this crate: what Unicode calls so (the no-break space too), and the
/// zero-width marks that editors leave behind, which print nothing.
pub fn is_space(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200B}' | '\u{200C}' | '\u{200D}' | '\u{2060}' | '\u{FEFF}')
}

/// `text` without white space at both ends.
pub(crate) fn trim(text: &str) -> &str {
    text.trim_matches(is_space)
}

/// Runs of white space become one space, none at the ends.
pub(crate) fn squeeze(text: &str) -> String {
    text.split(is_space).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Number of words.
pub(crate) fn count(text: &str) -> usize {
    text.split(is_space).filter(|word| !word.is_empty()).count()
}

/// Lower case without marks, white space squeezed: what phrase tables are compared with.
pub(crate) fn fold(text: &str) -> String {
    viet::fold(&squeeze(text))
}

/// The first word at or after byte `at`, folded, and where it ends. Blanks and commas before it
/// are skipped; a word ends where its letters end.
pub(crate) fn word_at(text: &str, at: usize) -> Option<(String, usize)> {
    let rest = text.get(at..)?.trim_start_matches(|c: char| is_space(c) || c == ',');
    let is_letter = |c: char| c.is_alphanumeric() || ('\u{300}'..='\u{36F}').contains(&c);
    let length = rest.find(|c: char| !is_letter(c)).unwrap_or(rest.len());
    let end = text.len() - rest.len() + length;
    (length > 0).then(|| (fold(&rest[..length]), end))
}

/// Whether a line closes a sentence: a full stop, colon or the like, perhaps inside a closing
/// quotation mark or bracket.
pub(crate) fn ends_sentence(text: &str) -> bool {
    let closing = |c: char| is_space(c) || matches!(c, ')' | ']' | '”' | '"' | '’' | '\'' | '»');
    text.trim_end_matches(closing).ends_with(['.', '!', '?', '…', ':', ';'])
}

/// Whether a text has letters, all of them capitals.
pub(crate) fn is_capitals(text: &str) -> bool {
    text.chars().any(char::is_uppercase) && !text.chars().any(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folding_leaves_plain_letters() {
        for (text, expected) in [
            ("Ngày\u{a0} đăng", "ngay dang"),
            ("THỜI SỰ  TỔNG HỢP", "thoi su tong hop"),
            ("Kỷ niệm NỮ ỵ ợ", "ky niem nu y o"),
            ("Huye\u{302}\u{323}n u\u{309}y", "huyen uy"),
            ("", ""),
        ] {
            assert_eq!(fold(text), expected);
        }
    }

    #[test]
    fn words_one_by_one() {
        assert_eq!(word_at("8 tha\u{301}ng 10", 1), Some(("thang".to_owned(), 9)));
        assert_eq!(word_at("8, năm", 1), Some(("nam".to_owned(), 7)));
        assert_eq!(word_at("8 (", 1), None);
        assert_eq!(word_at("8", 1), None);
    }

    #[test]
    fn sentence_ends() {
        for text in ["xong.", "phát triển./.", "“Được!”", "gồm:", "nội địa…", "(ảnh trên.)"]
        {
            assert!(ends_sentence(text), "{text}");
        }
        for text in ["giai đoạn 2017-2020", "“Dân vận khéo”", "(15/10/1930-15/10/2020)", ""]
        {
            assert!(!ends_sentence(text), "{text}");
        }
    }
}
