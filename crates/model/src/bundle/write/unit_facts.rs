//! What the articles about each unit, or about anything in it, tell: days, people, programmes.

use std::collections::{BTreeMap, BTreeSet};

use super::lists::Under;
use super::shelves::{Cut, Page};
use super::{Contents, Ordinals, json};
use crate::article::{Article, ArticleId};
use crate::bundle::{Person, Term, UnitFacts, UnitFigures, UnitProgramme};
use crate::chronicle::{Programme, RoleMention};
use crate::telling::Figures;

/// Units of a page.
const UNITS: usize = 16;
/// People that the page of a unit names: those named last.
const MOST_PEOPLE: usize = 48;
/// Earlier roles that are kept of a person.
const MOST_TERMS: usize = 4;
/// Sentences with figures that the page of a unit shows, and of those from one article.
const MOST_FIGURES: usize = 6;
const MOST_OF_ARTICLE: usize = 2;
/// Programmes that the page of a unit names.
const MOST_PROGRAMMES: usize = 24;

/// The pages, in the order of the overview's units.
pub(super) fn pages(under: &Under<'_>, contents: &Contents, ordinals: &Ordinals<'_>) -> Vec<Page> {
    let empty = |unit: &crate::UnitId| UnitFacts {
        unit: unit.clone(),
        anniversaries: Vec::new(),
        people: Vec::new(),
        programmes: Vec::new(),
        figures: Vec::new(),
    };
    let mut facts: Vec<UnitFacts> = under.counts.iter().map(|(unit, _)| empty(unit)).collect();
    let places = |article: &ArticleId| under.places(ordinals.get(article).copied());
    for anniversary in &contents.chronicle.anniversaries {
        for place in anniversary.mentions.iter().flat_map(|m| places(&m.mention.article)) {
            let known = &mut facts[place].anniversaries;
            if known.last() != Some(&anniversary.id) {
                known.push(anniversary.id.clone());
            }
        }
    }
    for (facts, people) in facts.iter_mut().zip(people(under, contents, ordinals)) {
        facts.people = people;
    }
    for programme in &contents.chronicle.programmes {
        for (place, told) in programme_under(programme, contents, ordinals, under) {
            facts[place].programmes.push(told);
        }
    }
    for (facts, figures) in facts.iter_mut().zip(figures(under, contents, ordinals)) {
        facts.figures = figures;
    }
    for facts in &mut facts {
        facts.programmes.sort_by(|a, b| (b.articles, &a.id).cmp(&(a.articles, &b.id)));
        facts.programmes.truncate(MOST_PROGRAMMES);
    }
    let mut pages = Cut::new(UNITS, usize::MAX, b"[", b"]");
    facts.iter().for_each(|facts| pages.add(json(facts)));
    pages.finish()
}

/// The people of each unit, those named last first.
fn people(under: &Under<'_>, contents: &Contents, ordinals: &Ordinals<'_>) -> Vec<Vec<Person>> {
    // The roles of each person under each unit, with the article that names them.
    let mut roles: Vec<BTreeMap<usize, Vec<(u32, &RoleMention)>>> =
        vec![BTreeMap::new(); under.counts.len()];
    for (at, official) in contents.chronicle.officials.iter().enumerate() {
        for role in &official.roles {
            let ordinal = ordinals.get(&role.mention.article).copied();
            for place in under.places(ordinal) {
                let of_person = roles[place].entry(at).or_default();
                of_person.push((ordinal.unwrap_or_default(), role));
            }
        }
    }
    let person = |at: usize, mut roles: Vec<(u32, &RoleMention)>| {
        roles.sort_by_key(|(ordinal, role)| (role.on, *ordinal));
        let (ordinal, last) = *roles.last()?;
        let official = &contents.chronicle.officials[at];
        let (since, before) = terms(&roles);
        let person = Person {
            id: official.id.clone(),
            name: official.name.clone(),
            role: last.role.clone(),
            on: last.on,
            before,
            since: since.filter(|since| Some(*since) != last.on),
        };
        Some(((last.on, ordinal), person))
    };
    let all = roles.into_iter().map(|of_unit| {
        let mut people: Vec<_> =
            of_unit.into_iter().filter_map(|(at, roles)| person(at, roles)).collect();
        people.sort_by_key(|(last, _)| std::cmp::Reverse(*last));
        people.truncate(MOST_PEOPLE);
        people.into_iter().map(|(_, person)| person).collect()
    });
    all.collect()
}

/// When the last of some roles in order of days was named first, and the roles before it.
fn terms(roles: &[(u32, &RoleMention)]) -> (Option<calendar::PartialDate>, Vec<Term>) {
    let mut terms: Vec<Term> = Vec::new();
    for (_, mention) in roles {
        let Some(role) = &mention.role else { continue };
        match terms.iter_mut().find(|term| viet::canonical(&term.role) == viet::canonical(role)) {
            Some(term) => {
                term.from = term.from.or(mention.on);
                term.to = mention.on.or(term.to);
                // The role held last stands last.
            }
            None => terms.push(Term { role: role.clone(), from: mention.on, to: mention.on }),
        }
    }
    terms.sort_by_key(|term| term.to);
    let since = terms.pop().and_then(|term| term.from);
    terms.reverse();
    terms.truncate(MOST_TERMS);
    (since, terms)
}

/// The sentences with figures that the page of each unit shows.
fn figures(
    under: &Under<'_>,
    contents: &Contents,
    ordinals: &Ordinals<'_>,
) -> Vec<Vec<UnitFigures>> {
    let day = |article: &Article| {
        let date = article.event.as_ref().or(article.published.as_ref());
        date.map(|date| date.value)
    };
    let mut told: Vec<(u32, &Figures)> = contents
        .tellings
        .figures
        .iter()
        .filter_map(|figures| Some((*ordinals.get(&figures.article)?, figures)))
        .collect();
    // Newest first; within an article, the sentences that count most.
    told.sort_by_key(|(ordinal, figures)| {
        let on = day(&contents.articles[*ordinal as usize]);
        let fewer = std::cmp::Reverse(figures.quantities.len());
        (std::cmp::Reverse((on, *ordinal)), fewer, figures.sentence)
    });
    let mut all: Vec<Vec<UnitFigures>> = vec![Vec::new(); under.counts.len()];
    for (ordinal, figures) in told {
        let article = &contents.articles[ordinal as usize];
        for place in under.places(Some(ordinal)) {
            let known = &mut all[place];
            let of_article = known.iter().filter(|known| known.article == article.id).count();
            if known.len() == MOST_FIGURES || of_article == MOST_OF_ARTICLE {
                continue;
            }
            let sentence = figures.sentence.of(&article.text).unwrap_or_default();
            known.push(UnitFigures {
                article: article.id.clone(),
                at: figures.sentence,
                quote: sentence.split_whitespace().collect::<Vec<_>>().join(" "),
                figures: figures.quantities.iter().map(|one| one.wording.clone()).collect(),
                on: day(article),
            });
        }
    }
    all
}

/// What a programme is to each unit.
fn programme_under(
    programme: &Programme,
    contents: &Contents,
    ordinals: &Ordinals<'_>,
    under: &Under<'_>,
) -> Vec<(usize, UnitProgramme)> {
    let named = programme.mentions.iter();
    let named: BTreeSet<u32> =
        named.filter_map(|told| ordinals.get(&told.mention.article).copied()).collect();
    let mut places: BTreeMap<usize, UnitProgramme> = BTreeMap::new();
    for ordinal in named {
        let article = &contents.articles[ordinal as usize];
        let date = article.event.as_ref().or(article.published.as_ref());
        let year = date.map(|date| date.value.year());
        for place in under.places(Some(ordinal)) {
            let told = places.entry(place).or_insert_with(|| UnitProgramme {
                id: programme.id.clone(),
                name: programme.name.clone(),
                articles: 0,
                years: None,
            });
            told.articles += 1;
            told.years = match (told.years, year) {
                (Some((first, last)), Some(year)) => Some((first.min(year), last.max(year))),
                (None, Some(year)) => Some((year, year)),
                (years, None) => years,
            };
        }
    }
    places.into_iter().collect()
}
