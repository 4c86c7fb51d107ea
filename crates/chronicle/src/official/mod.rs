//! People named with a public role, as printed.
//!
//! These forms are read: the role before the name ("Chủ tịch nước Trần Đại Quang"), the role after
//! it ("đồng chí Lê Đăng Tâm - Phó Bí thư …"), "Chủ tịch là bà …", several names with one role
//! ("các Phó Thủ tướng: …"), and who is given an office ("ông … giữ chức …"). A name without a role is
//! no official; a role without a name ("các đồng chí Bí thư") is nobody; historical figures are
//! left out. Once an article has named someone with a role, the name alone is a mention too.

mod lexicon;
mod name;
mod role;

use std::collections::BTreeSet;
use std::ops::Range;

use model::Span;

use crate::passage::Passage;
use crate::token::{Gap, Token, span, words_key};
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
    // "ông Hoài Anh" beside "ông Nguyễn Hoài Anh": a name without its family's is of the full one.
    let is_short = |key: &str| {
        let tail = [" ", key].concat();
        known.iter().any(|full| full.ends_with(&tail))
    };
    passages
        .iter()
        .zip(named)
        .flat_map(|(passage, named)| {
            let told = named.into_iter().filter(|n| known.contains(&n.key) && !is_short(&n.key));
            told.filter_map(|n| placed(passage, n))
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
            match people(tokens, at, sentence.start) {
                Some((names, role, next)) => {
                    found.extend(names.into_iter().map(|name| Named {
                        key: words_key(&tokens[name.clone()]),
                        name,
                        role: role.clone(),
                        sentence: sentence.clone(),
                    }));
                    at = next;
                }
                None => at += 1,
            }
        }
    }
    found
}

type People = (Vec<Range<usize>>, Option<Range<usize>>, usize);

/// The person named at `at`, or the several of one role, with the role before or after; and where
/// to read on.
fn people(tokens: &[Token], at: usize, first: usize) -> Option<People> {
    if let Some(role) = roles(tokens, at) {
        let several = is_several(tokens, at, first);
        let name = name_after(tokens, role.end, several)?;
        let mut names = vec![name];
        if several {
            names.extend(more_names(tokens, names[0].end));
        }
        let end = names.last().map_or(role.end, |name| name.end);
        return Some((names, Some(role), end));
    }
    let honorific = Lexicon::get().honorifics(&tokens[at..]);
    let name = name_at(tokens, at + honorific, honorific > 0)?;
    if honorific == 0 && follows_marker(tokens, at, first) {
        return None;
    }
    let role = role_after(tokens, name.end).or_else(|| {
        let addressed = honorific > 0;
        let small = || small_role_after(tokens, name.end).filter(|_| addressed);
        small().or_else(|| office_after(tokens, name.end, first).filter(|_| addressed))
    });
    let next = role.as_ref().map_or(name.end, |role| role.end.max(name.end));
    Some((vec![name], role, next))
}

/// Whether a role at `at` is several people's: "các Phó Thủ tướng", "hai Phó Giám đốc", "Các đồng
/// chí Phó Chánh Văn phòng".
fn is_several(tokens: &[Token], at: usize, first: usize) -> bool {
    const MANY: [&str; 8] = ["các", "những", "hai", "ba", "bốn", "năm", "2", "3"];
    let before = |back: usize| at.checked_sub(back).filter(|at| *at >= first).map(|at| &tokens[at]);
    let many = |back: usize| before(back).is_some_and(|t| t.is_any(&MANY));
    many(1) || (many(3) && before(2).is_some_and(|t| t.is("đồng")))
}

/// The names of a list after its first: ", Phạm Bình Minh, Vũ Đức Đam", "và ông Nguyễn Quốc Tuấn".
/// A name with a role of its own is read by itself.
fn more_names(tokens: &[Token], mut end: usize) -> Vec<Range<usize>> {
    let lexicon = Lexicon::get();
    let mut names = Vec::new();
    while tokens.get(end).is_some_and(|t| t.is_any(&[",", "và", "cùng"])) {
        let at = end + 1;
        let honorific = tokens.get(at..).map_or(0, |rest| lexicon.honorifics(rest));
        let Some(name) = name_at(tokens, at + honorific, honorific > 0) else { break };
        if role_after(tokens, name.end).is_some() {
            break;
        }
        end = name.end;
        names.push(name);
    }
    names
}

/// The name right after a role, perhaps with an honorific; "là" and a comma need one, a colon does
/// unless several names follow.
fn name_after(tokens: &[Token], end: usize, several: bool) -> Option<Range<usize>> {
    let lexicon = Lexicon::get();
    let mut at = end;
    // "Một phó chủ tịch khác là ông …"
    let other =
        tokens.get(at)?.is_any(&["khác", "mới"]) && tokens.get(at + 1).is_some_and(|t| t.is("là"));
    at += usize::from(other);
    let joined = tokens.get(at)?.is_any(&[",", "là", "-", ":", "("]);
    let list = several && tokens[at].is(":");
    at += usize::from(joined);
    let honorific = lexicon.honorifics(tokens.get(at..)?);
    if joined && honorific == 0 && !list {
        return None;
    }
    name_at(tokens, at + honorific, honorific > 0)
}

/// "ông Nguyễn Phú Cường bí thư Tỉnh ủy …": a role in small letters right after the name of someone
/// addressed.
fn small_role_after(tokens: &[Token], end: usize) -> Option<Range<usize>> {
    let first = tokens.get(end).filter(|t| t.gap == Gap::Space && !t.is_capital())?;
    let heads = &Lexicon::get().head;
    let long = heads.longest(&tokens[end..]).is_some_and(|(taken, _)| taken > 1);
    let role = roles(tokens, end).filter(|_| first.is_word() && long)?;
    name_at(tokens, role.end, false).is_none().then_some(role)
}

/// "ông Nguyễn Hoài Anh, 47 tuổi, giữ chức Bí thư Tỉnh ủy", "ông … thôi chức Chủ tịch huyện": the
/// office that the clause gives to or takes from someone addressed. A year before the name makes it
/// history, whose roles are not of the article's day.
fn office_after(tokens: &[Token], end: usize, first: usize) -> Option<Range<usize>> {
    const REACH: usize = 14;
    if tokens[first..end].iter().any(|t| t.digits() == 4) {
        return None;
    }
    let limit = tokens.len().min(end + REACH);
    for at in end..limit {
        let token = &tokens[at];
        if token.is_any(&[";", ".", ":", "\"", "("])
            || Lexicon::get().honorific.begins(&tokens[at..])
        {
            return None;
        }
        let gives = |next: &str| tokens.get(at + 1).is_some_and(|t| t.is(next));
        if token.is_any(&["giữ", "thôi"]) && gives("chức") {
            let mut role = at + 2;
            role += usize::from(tokens.get(role).is_some_and(|t| t.is_any(&["vụ", "danh"])));
            return roles(tokens, role);
        }
        if token.is_any(&["bầu", "nhiệm", "cử"]) && gives("làm") {
            return roles(tokens, at + 2);
        }
    }
    None
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
    if name.is_some()
        && let Some(own) = before_other_role(tokens, &role)
    {
        return Some(own);
    }
    let others = !sign.is("-") && name.is_some();
    (!others).then_some(role)
}

/// "Nguyễn Văn Thành - Thứ trưởng Công an và Bí thư Trung ương Đoàn Nguyễn Long Hải": what stands
/// before the last "và", when the role after it is the next name's.
fn before_other_role(tokens: &[Token], role: &Range<usize>) -> Option<Range<usize>> {
    let and = role.clone().rev().find(|&at| tokens[at].is("và"))?;
    let other = roles(tokens, and + 1)?;
    (and > role.start && other.end == role.end).then_some(role.start..and)
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
    fn several_names_of_one_role() {
        check(
            "có các Phó Thủ tướng: Vương Đình An, Phạm Bình Minh, Vũ Đức Ba; Chánh Văn phòng",
            &[
                ("Vương Đình An", Some("Phó Thủ tướng")),
                ("Phạm Bình Minh", Some("Phó Thủ tướng")),
                ("Vũ Đức Ba", Some("Phó Thủ tướng")),
            ],
        );
        check(
            "Các đồng chí Phó Chánh văn phòng Trung ương Đảng: Trần Văn An, Bùi Văn Thạch.",
            &[
                ("Trần Văn An", Some("Phó Chánh văn phòng Trung ương Đảng")),
                ("Bùi Văn Thạch", Some("Phó Chánh văn phòng Trung ương Đảng")),
            ],
        );
        check(
            "hai Phó giám đốc Bệnh viện là ông Trần Tiến Ba và ông Nguyễn Quốc Tư; ông Vũ Văn Năm",
            &[
                ("Trần Tiến Ba", Some("Phó giám đốc Bệnh viện")),
                ("Nguyễn Quốc Tư", Some("Phó giám đốc Bệnh viện")),
            ],
        );
        check(
            "các Phó bí thư: Nguyễn Văn An (Chủ tịch UBND xã) và bà Trần Thị Ba (Chủ tịch HĐND xã)",
            &[("Nguyễn Văn An", Some("Phó bí thư")), ("Trần Thị Ba", Some("Chủ tịch HĐND xã"))],
        );
        check("thành phần gồm: Trần Văn An, Bùi Văn Thạch", &[]);
        check(
            "ông Lê Văn An - Thứ trưởng Công an và Bí thư Trung ương Đoàn Nguyễn Long Ba cùng dự",
            &[
                ("Lê Văn An", Some("Thứ trưởng Công an")),
                ("Nguyễn Long Ba", Some("Bí thư Trung ương Đoàn")),
            ],
        );
    }

    #[test]
    fn offices_given_and_taken() {
        check(
            "chuẩn y ông Nguyễn Văn An, 47 tuổi, giữ chức Bí thư Tỉnh ủy",
            &[("Nguyễn Văn An", Some("Bí thư Tỉnh ủy"))],
        );
        check(
            "ông Đinh Văn Toàn sẽ được cho thôi chức Chủ tịch huyện",
            &[("Đinh Văn Toàn", Some("Chủ tịch huyện"))],
        );
        check(
            "đồng chí Lê Thị Ba được bầu làm Chủ tịch UBND xã",
            &[("Lê Thị Ba", Some("Chủ tịch UBND xã"))],
        );
        check("Năm 1979, ông Lê Văn Ba giữ chức Chủ tịch xã", &[]);
        check(
            "ông Nguyễn Hoài Ba, Bí thư Tỉnh ủy. Bầu ông Hoài Ba giữ chức Bí thư Tỉnh ủy",
            &[("Nguyễn Hoài Ba", Some("Bí thư Tỉnh ủy"))],
        );
        check("ông Lê Văn Ba cảm ơn. Ông Trần Văn An giữ sổ", &[]);
        check(
            "ông Nguyễn Phú Ba bí thư Tỉnh uỷ Đồng Nai nhấn mạnh",
            &[("Nguyễn Phú Ba", Some("bí thư Tỉnh uỷ Đồng Nai"))],
        );
        check(
            "Một phó chủ tịch khác là ông Trương Quang Hoài Ba có 27 phiếu",
            &[("Trương Quang Hoài Ba", Some("phó chủ tịch"))],
        );
        check(
            "Bí thư thứ nhất Trung ương Đoàn Lê Quốc Ba cho hay",
            &[("Lê Quốc Ba", Some("Bí thư thứ nhất Trung ương Đoàn"))],
        );
        check(
            "Tổng giám đốc Đài Tiếng nói Việt Nam Nguyễn Thế Ba...",
            &[("Nguyễn Thế Ba", Some("Tổng giám đốc Đài Tiếng nói Việt Nam"))],
        );
        check(
            "NGƯT Trần Thị Dung – nguyên PGĐ Sở GD&ĐT",
            &[("Trần Thị Dung", Some("nguyên PGĐ Sở GD&ĐT"))],
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
