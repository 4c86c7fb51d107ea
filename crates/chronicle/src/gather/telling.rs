//! One entry for each day of every year, congress and award; quotations one by one, figures by their
//! sentences.

use std::collections::{BTreeMap, BTreeSet};

use calendar::AnnualDay;
use model::article::Article;
use model::chronicle::Mention;
use model::days::ToldDay;
use model::telling::{Award, Congress, Figures, Quantity, Quotation};

use super::Options;
use super::mention::{Ids, mention, words};
use crate::Facts;
use crate::telling::{FoundAward, FoundCongress};
use crate::vocabulary::Vocabulary;
use crate::yearly::FoundDay;

/// Everything of one kind with the article it is in, grouped by what makes it one.
fn grouped<'a, K: Ord, T>(
    facts: &'a [Facts],
    all: impl Fn(&'a Facts) -> &'a [T],
    key: impl Fn(&'a T) -> K,
) -> BTreeMap<K, Vec<(usize, &'a T)>> {
    let mut groups: BTreeMap<K, Vec<(usize, &T)>> = BTreeMap::new();
    for (at, facts) in facts.iter().enumerate() {
        for found in all(facts) {
            groups.entry(key(found)).or_default().push((at, found));
        }
    }
    groups
}

/// Days of every year, by their place in the year. One name told with two days is two entries.
pub(super) fn days(articles: &[Article], facts: &[Facts]) -> Vec<ToldDay> {
    let groups = grouped(facts, |facts| &facts.days, |found| (found.day, found.subject));
    let mut ids = Ids::default();
    let told = |((day, subject), found): ((AnnualDay, usize), Vec<(usize, &FoundDay)>)| {
        let names = names(found.iter().map(|(at, found)| words(&articles[*at], found.name)));
        Some(ToldDay {
            id: ids.take(&format!("{day}-{}", Vocabulary::get().day_slug(subject))),
            kind: found.first()?.1.kind,
            name: names.first()?.clone(),
            names,
            day,
            mentions: mentions(articles, found.iter().map(|(at, f)| (*at, f.at, f.sentence))),
        })
    };
    groups.into_iter().filter_map(told).collect()
}

/// Congresses, by whose they are and their number.
pub(super) fn congresses(articles: &[Article], facts: &[Facts]) -> Vec<Congress> {
    let key = |found: &FoundCongress| (found.key.clone(), found.number);
    let groups = grouped(facts, |facts| &facts.congresses, key);
    let mut ids = Ids::default();
    let entry = |((whose, number), found): ((String, u16), Vec<(usize, &FoundCongress)>)| {
        let name = names(found.iter().map(|(at, found)| words(&articles[*at], found.at)));
        let name = name.first()?.clone();
        Some(Congress {
            id: ids.take(&viet::fold_slug(&format!("dai hoi {whose} {number}"))),
            name,
            number,
            term: found.iter().find_map(|(_, found)| found.term),
            mentions: mentions(articles, found.iter().map(|(at, f)| (*at, f.at, f.sentence))),
        })
    };
    groups.into_iter().filter_map(entry).collect()
}

/// Awards, by name in Vietnamese order.
pub(super) fn awards(articles: &[Article], facts: &[Facts]) -> Vec<Award> {
    let groups = grouped(facts, |facts| &facts.awards, |found| found.key.clone());
    let mut ids = Ids::default();
    let entry = |found: Vec<(usize, &FoundAward)>| {
        let name = names(found.iter().map(|(at, found)| words(&articles[*at], found.at)));
        let name = name.first()?.clone();
        Some(Award {
            id: ids.take(&viet::fold_slug(&name)),
            name,
            mentions: mentions(articles, found.iter().map(|(at, f)| (*at, f.at, f.sentence))),
        })
    };
    let mut entries: Vec<Award> = groups.into_values().filter_map(entry).collect();
    entries.sort_by_cached_key(|entry| (viet::collation_key(&entry.name), entry.id.clone()));
    entries
}

/// Quotations in order of article and place. The words of people that are not listed stay, without
/// their name.
pub(super) fn quotations(
    articles: &[Article],
    facts: &[Facts],
    options: &Options,
) -> Vec<Quotation> {
    let removed: BTreeSet<String> =
        options.removed_names.iter().map(|name| viet::fold(name)).collect();
    let mut all = Vec::new();
    for (article, facts) in articles.iter().zip(facts) {
        for found in &facts.quotations {
            let speaker = found.speaker.map(|name| words(article, name));
            all.push(Quotation {
                id: format!("{}-{}", article.id, found.at.range().start),
                name: opening(&words(article, found.at)),
                kind: found.kind,
                speaker: speaker
                    .filter(|name| options.people && !removed.contains(&viet::fold(name))),
                article: article.id.clone(),
                at: found.at,
            });
        }
    }
    all
}

/// Sentences with figures, in order of article and place.
pub(super) fn figures(articles: &[Article], facts: &[Facts]) -> Vec<Figures> {
    let mut all: Vec<Figures> = Vec::new();
    for (article, facts) in articles.iter().zip(facts) {
        for found in &facts.figures {
            let quantity = Quantity { kind: found.kind, wording: words(article, found.at) };
            match all.last_mut() {
                Some(last) if last.article == article.id && last.sentence == found.sentence => {
                    last.quantities.push(quantity);
                }
                _ => all.push(Figures {
                    article: article.id.clone(),
                    sentence: found.sentence,
                    quantities: vec![quantity],
                }),
            }
        }
    }
    all
}

/// The first words, for lists.
fn opening(words: &str) -> String {
    const WORDS: usize = 12;
    let all: Vec<&str> = words.split(' ').collect();
    match all.get(..WORDS).filter(|_| all.len() > WORDS + 2) {
        Some(first) => format!("{}…", first.join(" ")),
        None => words.to_owned(),
    }
}

fn mentions(
    articles: &[Article],
    found: impl Iterator<Item = (usize, model::Span, model::Span)>,
) -> Vec<Mention> {
    found.map(|(at, words, sentence)| mention(&articles[at], words, sentence)).collect()
}

/// Names once each: those with the most words first, capitals last.
fn names(all: impl Iterator<Item = String>) -> Vec<String> {
    let mut seen = BTreeSet::new();
    let mut names: Vec<String> =
        all.filter(|name| !name.is_empty() && seen.insert(viet::canonical(name))).collect();
    let capitals = |name: &str| !name.chars().any(char::is_lowercase);
    names.sort_by_key(|name| (capitals(name), std::cmp::Reverse(name.split(' ').count())));
    names
}
