//! One entry for each instrument, and doubts about terms cited before their congress.
//!
//! Offices number their own instruments, so those of one number but of different issuers are
//! different; a citation without an issuer joins the one of its article, else the only one.

use std::collections::BTreeMap;

use model::article::{Article, Doubt, DoubtKind};
use model::chronicle::{Directive, SubjectRef};

use super::mention::{Ids, fact, mention, words};
use crate::Facts;
use crate::congress;
use crate::directive::{Citation, FoundDirective, Number};

type Found<'a> = (usize, &'a FoundDirective);

/// Who issued an instrument, for telling instruments of one number apart.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Issuer {
    Central,
    Other(String),
}

/// Resolves the instruments of the archive and tells every article its mentions and doubts.
pub(super) fn gather(articles: &mut [Article], facts: &[Facts]) -> Vec<Directive> {
    let mut cited: BTreeMap<&Citation, Vec<Found<'_>>> = BTreeMap::new();
    for (at, facts) in facts.iter().enumerate().take(articles.len()) {
        for found in &facts.directives {
            cited.entry(&found.citation).or_default().push((at, found));
        }
    }
    let mut ids = Ids::default();
    let mut entries = Vec::new();
    for (citation, found) in cited {
        for found in by_issuer(articles, found) {
            let entry = directive(articles, citation, &found, &mut ids);
            tell(articles, &entry, &found);
            entries.push(entry);
        }
    }
    entries
}

/// Splits citations of one number by their issuers.
fn by_issuer<'a>(articles: &[Article], found: Vec<Found<'a>>) -> Vec<Vec<Found<'a>>> {
    let issuer = |(at, found): &Found<'_>| match found.issuer {
        _ if found.central => Some(Issuer::Central),
        Some(issuer) => Some(Issuer::Other(viet::canonical(&words(&articles[*at], issuer)))),
        None => None,
    };
    let mut issuers: Vec<(usize, Issuer)> =
        found.iter().filter_map(|cited| Some((cited.0, issuer(cited)?))).collect();
    issuers.sort();
    let home = |cited: &Found<'_>| {
        issuer(cited).or_else(|| {
            let same_article = issuers.iter().find(|(at, _)| *at == cited.0);
            same_article.or(issuers.iter().min_by_key(|(_, issuer)| issuer)).map(|i| i.1.clone())
        })
    };
    let mut split: BTreeMap<Option<Issuer>, Vec<Found<'a>>> = BTreeMap::new();
    for cited in found {
        split.entry(home(&cited)).or_default().push(cited);
    }
    split.into_values().collect()
}

fn directive(
    articles: &[Article],
    citation: &Citation,
    found: &[Found<'_>],
    ids: &mut Ids,
) -> Directive {
    let name = name(articles, citation, found);
    let issuer = found.iter().find_map(|(at, cited)| Some(words(&articles[*at], cited.issuer?)));
    Directive {
        id: ids.take(&viet::fold_slug(&name)),
        kind: citation.kind,
        name,
        issuer,
        mentions: found
            .iter()
            .map(|(at, cited)| mention(&articles[*at], cited.at, cited.sentence))
            .collect(),
    }
}

/// "Chỉ thị 05", with the number as it is printed first.
fn name(articles: &[Article], citation: &Citation, found: &[Found<'_>]) -> String {
    let noun = &citation.noun;
    match &citation.number {
        Number::Code(code) => format!("{noun} {code}"),
        Number::Plenum(number, None) => format!("{noun} Trung ương {number}"),
        Number::Plenum(number, Some(term)) => format!("{noun} Trung ương {number} khóa {term}"),
        Number::Plain(number) => {
            let printed = found.iter().find_map(|(at, cited)| {
                let wording = words(&articles[*at], cited.at);
                let figure = wording.split(|c: char| !c.is_ascii_digit()).find(|f| !f.is_empty());
                figure.map(str::to_owned)
            });
            format!("{noun} {}", printed.unwrap_or_else(|| number.to_string()))
        }
    }
}

/// Tells each article what it cites, and where it cites a term before its congress.
fn tell(articles: &mut [Article], entry: &Directive, found: &[Found<'_>]) {
    for ((at, cited), told) in found.iter().zip(&entry.mentions) {
        let article = &mut articles[*at];
        article.mentions.push(fact(SubjectRef::Directive(entry.id.clone()), told));
        let dated = article.published.as_ref().or(article.event.as_ref()).map(|dated| dated.value);
        if let (Some((term, place)), Some(date), true) = (&cited.term, dated, cited.central)
            && let Some(congress) = congress::not_yet_met(term, date)
        {
            let kind = DoubtKind::TermBeforeCongress {
                term: term.clone(),
                article_date: date,
                congress: congress.into(),
            };
            article.doubts.push(Doubt { kind, at: *place });
        }
    }
}
