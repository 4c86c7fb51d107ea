//! Roles: a head ("Phó Bí thư"), and the words of the body it is held in.

use std::ops::Range;

use super::lexicon::Lexicon;
use super::name::{Before, name_within, run};
use crate::token::{Case, Gap, Kind, Token};

/// The longest role, in tokens.
const LONGEST: usize = 40;

/// The roles that begin at `at`, one after another: "Bí thư Đảng ủy, Chủ tịch HĐND".
pub(super) fn roles(tokens: &[Token], at: usize) -> Option<Range<usize>> {
    let mut end = role(tokens, at)?;
    while end - at < LONGEST {
        let mut next = end;
        while next < tokens.len() && next - end < 2 && joins(&tokens[next]) {
            next += 1;
        }
        match role(tokens, next).filter(|_| next > end) {
            Some(more) => end = more,
            None => break,
        }
    }
    Some(at..end)
}

fn joins(token: &Token) -> bool {
    token.is_any(&[",", "kiêm", "và", "-", "đồng", "thời"])
}

/// One role: the index after its last word.
fn role(tokens: &[Token], at: usize) -> Option<usize> {
    let lexicon = Lexicon::get();
    let first = tokens.get(at).filter(|token| token.is_word())?;
    let prefix = lexicon.prefix.longest(&tokens[at..]).map_or(0, |(taken, _)| taken);
    let direct = lexicon.head.longest(&tokens[at..]).map(|(taken, _)| at + taken);
    let after_prefix = lexicon
        .head
        .longest(&tokens[(at + prefix).min(tokens.len())..])
        .map(|(taken, _)| at + prefix + taken);
    let head = direct.max(after_prefix.filter(|_| prefix > 0))?;
    // A lone "phó" or "trưởng" begins a role only before the name of a body.
    if head == at + 1
        && first.is_any(&["phó", "trưởng"])
        && !tokens.get(head).is_some_and(Token::is_capital)
    {
        return None;
    }
    Some(body(tokens, head))
}

/// The end of the words of the body that go on from a role's head.
fn body(tokens: &[Token], mut at: usize) -> usize {
    let lexicon = Lexicon::get();
    let start = at;
    let mut before = Before::Role;
    while at < tokens.len() && at - start < LONGEST && tokens[at].gap < Gap::Block {
        let rest = &tokens[at..];
        let token = &tokens[at];
        if let Some(taken) = sign(rest) {
            at += taken;
            continue;
        }
        if !token.is_word() && !token.is_number() {
            break;
        }
        if let Some(taken) = longest_of([&lexicon.body, &lexicon.place], rest) {
            at += taken;
            before = Before::Role;
            continue;
        }
        if let Some((taken, kind)) = place_word(rest) {
            at += taken;
            before = kind;
            continue;
        }
        match token.kind {
            Kind::Word(Case::Title) => {
                let all = run(tokens, at);
                if all.is_empty() {
                    break;
                }
                if let Some(name) = name_within(tokens, at, before) {
                    return name;
                }
                if before == Before::Role && begins_other(tokens, at) {
                    break;
                }
                at = if before == Before::Role { at + 1 } else { all.end };
                before = Before::Role;
            }
            Kind::Word(Case::Upper) | Kind::Number => {
                at += 1;
            }
            Kind::Word(Case::Lower) => match lexicon.word.longest(rest) {
                Some((taken, _)) if may_go_on(token, rest, taken) => {
                    at += taken;
                    before = Before::Role;
                }
                _ if token.is("và") && links(tokens, at) => at += 1,
                _ if ends_compound(tokens, at) => at += 1,
                _ => break,
            },
            Kind::Sign => break,
        }
    }
    at
}

/// A word that a proper name follows which is no person's: its length, and what it is.
fn place_word(rest: &[Token]) -> Option<(usize, Before)> {
    let lexicon = Lexicon::get();
    if let Some((taken, _)) = lexicon.marker.longest(rest) {
        return Some((taken, Before::Thing));
    }
    let (taken, _) = lexicon.unit.longest(rest)?;
    let province = lexicon.province.begins(rest);
    Some((taken, if province { Before::Role } else { Before::Unit }))
}

/// "các" and "của" go on only before more words of the body.
fn may_go_on(token: &Token, rest: &[Token], taken: usize) -> bool {
    if !token.is_any(&["các", "của", "và"]) {
        return true;
    }
    let lexicon = Lexicon::get();
    let next = &rest[taken.min(rest.len())..];
    lexicon.body.begins(next)
        || lexicon.word.begins(next)
        || lexicon.unit.begins(next)
        || next.first().is_some_and(Token::is_capital)
}

/// A capitalised word after the role that begins something else: an honorific or another head.
fn begins_other(tokens: &[Token], at: usize) -> bool {
    let lexicon = Lexicon::get();
    lexicon.honorific.begins(&tokens[at..])
        || lexicon.head.longest(&tokens[at..]).is_some_and(|(taken, _)| taken > 1)
}

/// "và" inside the name of a body: a capitalised word follows that is neither a head nor a name.
fn links(tokens: &[Token], at: usize) -> bool {
    let next = at + 1;
    tokens.get(next).is_some_and(|t| t.kind == Kind::Word(Case::Title))
        && tokens[at - 1].is_word()
        && name_within(tokens, next, Before::Role).is_none()
        && !begins_other(tokens, next)
        && role(tokens, next).is_none()
}

/// The second half of a compound such as "Kiểm tra", "Quy hoạch": a small word right after the one
/// capitalised word. After two, which name a place, something new begins.
fn ends_compound(tokens: &[Token], at: usize) -> bool {
    let title = |at: usize| tokens[at].kind == Kind::Word(Case::Title);
    at >= 2
        && title(at - 1)
        && !title(at - 2)
        && tokens[at].gap == Gap::Space
        && !Lexicon::get().verb.begins(&tokens[at..])
}

/// A sign inside a body's name: the dot of "TP. HCM", the dash of "LĐ-TB&XH".
fn sign(rest: &[Token]) -> Option<usize> {
    let [sign, next, ..] = rest else { return None };
    let glued = sign.gap == Gap::None && next.gap == Gap::None;
    let short = sign.is(".") && next.kind == Kind::Word(Case::Upper);
    let years = sign.is_dash() && next.digits() == 4;
    let joined = (glued && sign.is_any(&[".", "-", "&", "/"])) || short;
    ((joined && next.is_capital()) || years).then_some(1)
}

fn longest_of(books: [&crate::phrase::PhraseBook; 2], tokens: &[Token]) -> Option<usize> {
    books.iter().filter_map(|book| book.longest(tokens)).map(|(taken, _)| taken).max()
}
