//! People named with a public role, as printed.
//!
//! Three forms are read: the role before the name ("Chủ tịch nước Trần Đại Quang"), the role after
//! it ("đồng chí Lê Đăng Tâm - Phó Bí thư …"), and "Chủ tịch là bà …". A name without a role is
//! no official; a role without a name ("các đồng chí Bí thư") is nobody; historical figures are
//! left out. Once an article has named someone with a role, the name alone is a mention too.

mod lexicon;
mod name;
mod role;

use std::collections::BTreeSet;
use std::ops::Range;

use model::Span;

use crate::passage::Passage;
use crate::token::{Token, span, words_key};
use lexicon::Lexicon;
use name::name_at;
use role::roles;

/// A person named in an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundOfficial {
    /// The name, for comparing: one spelling, any letter case.
    pub key: String,
    /// The name.
    pub name: Span,
    /// The role beside it, as printed.
    pub role: Option<Span>,
    /// The sentence around both.
    pub sentence: Span,
}

/// The officials of an article, in order of place within each block.
pub(crate) fn find(passages: &[Passage]) -> Vec<FoundOfficial> {
    let named: Vec<Vec<Named>> = passages.iter().map(read).collect();
    let known: BTreeSet<String> =
        named.iter().flatten().filter(|n| n.role.is_some()).map(|n| n.key.clone()).collect();
    passages
        .iter()
        .zip(named)
        .flat_map(|(passage, named)| {
            named.into_iter().filter(|n| known.contains(&n.key)).filter_map(|n| placed(passage, n))
        })
        .collect()
}

/// A name by tokens, perhaps with a role.
#[derive(Debug)]
struct Named {
    key: String,
    name: Range<usize>,
    role: Option<Range<usize>>,
    sentence: Range<usize>,
}

fn placed(passage: &Passage, named: Named) -> Option<FoundOfficial> {
    let tokens = &passage.tokens;
    Some(FoundOfficial {
        key: named.key,
        name: span(&tokens[named.name])?,
        role: named.role.and_then(|role| span(&tokens[role])),
        sentence: span(&tokens[named.sentence])?,
    })
}

/// All names of a block that may be people's, with their roles.
fn read(passage: &Passage) -> Vec<Named> {
    let mut found = Vec::new();
    for sentence in &passage.sentences {
        let tokens = &passage.tokens[..sentence.end];
        let mut at = sentence.start;
        while at < sentence.end {
            match person(tokens, at, sentence.start) {
                Some((name, role, next)) => {
                    let key = words_key(&tokens[name.clone()]);
                    found.push(Named { key, name, role, sentence: sentence.clone() });
                    at = next;
                }
                None => at += 1,
            }
        }
    }
    found
}

type Person = (Range<usize>, Option<Range<usize>>, usize);

/// The person named at `at`, with the role before or after; and where to read on.
fn person(tokens: &[Token], at: usize, first: usize) -> Option<Person> {
    if let Some(role) = roles(tokens, at) {
        let name = name_after(tokens, role.end)?;
        let end = name.end;
        return Some((name, Some(role), end));
    }
    let honorific = Lexicon::get().honorifics(&tokens[at..]);
    let name = name_at(tokens, at + honorific, honorific > 0)?;
    if honorific == 0 && follows_marker(tokens, at, first) {
        return None;
    }
    let role = role_after(tokens, name.end);
    let next = role.as_ref().map_or(name.end, |role| role.end);
    Some((name, role, next))
}

/// The name right after a role, perhaps with an honorific; "là" and a comma need one.
fn name_after(tokens: &[Token], end: usize) -> Option<Range<usize>> {
    let lexicon = Lexicon::get();
    let mut at = end;
    let joined = tokens.get(at)?.is_any(&[",", "là", "-", ":", "("]);
    at += usize::from(joined);
    let honorific = lexicon.honorifics(tokens.get(at..)?);
    if joined && honorific == 0 {
        return None;
    }
    name_at(tokens, at + honorific, honorific > 0)
}

/// The role after a name: after a dash, a comma or a bracket. One that leads straight to another
/// name is that one's.
fn role_after(tokens: &[Token], end: usize) -> Option<Range<usize>> {
    let sign = tokens.get(end)?;
    if !sign.is_any(&["-", ",", "(", ":"]) {
        return None;
    }
    let role = roles(tokens, end + 1)?;
    // Two capitals after a body are rather a part of its name ("tập đoàn Y dược Thiên Tân").
    let name = name_at(tokens, role.end, false).filter(|name| name.len() > 2);
    let others = !sign.is("-") && name.is_some();
    (!others).then_some(role)
}

/// "Trường THPT Nguyễn Huệ", "đường Lê Lợi", "xã Hồ Thị Kỷ": not people.
fn follows_marker(tokens: &[Token], at: usize, first: usize) -> bool {
    let lexicon = Lexicon::get();
    (first..at).rev().take(4).any(|from| {
        let before = &tokens[from..at];
        lexicon.marker.whole(before).is_some() || lexicon.unit.whole(before).is_some()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[(&str, Option<&str>)]) {
        let passage = Passage::read(text, 0..text.len());
        let found = find(&[passage]);
        let told: Vec<(&str, Option<&str>)> = found
            .iter()
            .map(|o| (o.name.of(text).unwrap(), o.role.and_then(|role| role.of(text))))
            .collect();
        assert_eq!(told, expected, "{text}");
    }

    #[test]
    fn the_role_after_the_name() {
        check(
            "Dự có đồng chí Lê Đăng Tâm - Phó Bí thư Thường trực Huyện ủy, đồng chí Lê Quang \
             Nghiệp - Phó Bí thư Huyện ủy, Chủ tịch UBND huyện; lãnh đạo các ban",
            &[
                ("Lê Đăng Tâm", Some("Phó Bí thư Thường trực Huyện ủy")),
                ("Lê Quang Nghiệp", Some("Phó Bí thư Huyện ủy, Chủ tịch UBND huyện")),
            ],
        );
        check(
            "đồng chí Vũ Hoàng Long - Phó Bí thư Thường trực đọc diễn văn",
            &[("Vũ Hoàng Long", Some("Phó Bí thư Thường trực"))],
        );
        check(
            "phát biểu, Phan Việt Hưng - Bí thư Đảng ủy, Chủ tịch HĐND phường, ghi nhận",
            &[("Phan Việt Hưng", Some("Bí thư Đảng ủy, Chủ tịch HĐND phường"))],
        );
        check(
            "đồng chí Nguyễn Ngọc Khang - UV.BTV, Phó Chủ tịch UBND huyện",
            &[("Nguyễn Ngọc Khang", Some("UV.BTV, Phó Chủ tịch UBND huyện"))],
        );
        check(
            "Ông Lê Minh Chính - Ủy viên Ban Thường vụ; ông Trần Văn Quận - Ủy viên Ban Thường vụ.",
            &[
                ("Lê Minh Chính", Some("Ủy viên Ban Thường vụ")),
                ("Trần Văn Quận", Some("Ủy viên Ban Thường vụ")),
            ],
        );
        check(
            "Theo ông Nguyễn Văn Túc, Ủy viên Đoàn Chủ tịch, điều đó",
            &[("Nguyễn Văn Túc", Some("Ủy viên Đoàn Chủ tịch"))],
        );
        check(
            "bà H'Lan Niê - Phó Chủ tịch HĐND tỉnh; thầy Lê Văn Sáu - Hiệu trưởng nhà trường",
            &[
                ("H'Lan Niê", Some("Phó Chủ tịch HĐND tỉnh")),
                ("Lê Văn Sáu", Some("Hiệu trưởng nhà trường")),
            ],
        );
        check(
            "bà Trần Thị Ba (Chủ tịch Hội Phụ nữ xã) cho biết",
            &[("Trần Thị Ba", Some("Chủ tịch Hội Phụ nữ xã"))],
        );
    }

    #[test]
    fn the_role_before_the_name() {
        check(
            "Chủ tịch nước Trần Văn Quang, Chủ tịch Quốc hội Nguyễn Thị Ngân và Thủ tướng Lê Phúc dự",
            &[
                ("Trần Văn Quang", Some("Chủ tịch nước")),
                ("Nguyễn Thị Ngân", Some("Chủ tịch Quốc hội")),
                ("Lê Phúc", Some("Thủ tướng")),
            ],
        );
        check("Chủ tịch là bà Nguyễn Thị Lệ.", &[("Nguyễn Thị Lệ", Some("Chủ tịch"))]);
        check(
            "nguyên Bí thư Thành uỷ TP. HCM Lê Văn Hải",
            &[("Lê Văn Hải", Some("nguyên Bí thư Thành uỷ TP. HCM"))],
        );
        check(
            "Bí thư Tỉnh ủy Thái Bình Nguyễn Văn Diên phát biểu",
            &[("Nguyễn Văn Diên", Some("Bí thư Tỉnh ủy Thái Bình"))],
        );
        check(
            "Chủ tịch UBND huyện Hà Trung Nguyễn Văn Dũng",
            &[("Nguyễn Văn Dũng", Some("Chủ tịch UBND huyện Hà Trung"))],
        );
    }

    #[test]
    fn roles_without_names_and_names_without_roles() {
        check("các đồng chí Bí thư, Phó Bí thư, cán bộ phụ trách công tác Tổ chức", &[]);
        check("đồng chí Bí thư Huyện ủy phát biểu", &[]);
        check("lời căn dặn của chủ tịch Hồ Chí Minh", &[]);
        check("em Nguyễn Văn An học lớp 5", &[]);
        check("Hiệu trưởng Trường THPT Nguyễn Huệ cho biết", &[]);
        check("Chủ tịch UBND xã Hồ Thị Kỷ báo cáo", &[]);
        check("Bí thư Đoàn Thanh niên phường", &[]);
        check("Bí thư Huyện ủy Quảng Xương cho biết, Chủ tịch UBND huyện Lý Sơn nói", &[]);
    }

    #[test]
    fn a_known_name_alone_is_a_mention() {
        check(
            "Đồng chí Trần Văn Thắng, Chủ tịch UBND huyện dự. Đồng chí Trần Văn Thắng phát biểu.",
            &[("Trần Văn Thắng", Some("Chủ tịch UBND huyện")), ("Trần Văn Thắng", None)],
        );
    }
}
