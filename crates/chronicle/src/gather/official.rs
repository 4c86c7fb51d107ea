//! One entry for each person named with a public role.
//!
//! People are told apart by name alone, in any letter case: the archive says no more of who they
//! are. Their roles stand in the order of the articles' dates.

use std::collections::{BTreeMap, BTreeSet};

use calendar::PartialDate;
use model::article::Article;
use model::chronicle::{Official, RoleMention, SubjectRef};

use super::Options;
use super::mention::{Ids, fact, mention, words};
use crate::Facts;
use crate::official::FoundOfficial;

/// Resolves the officials of the archive and tells every article its mentions.
pub(super) fn gather(
    articles: &mut [Article],
    facts: &[Facts],
    options: &Options,
) -> Vec<Official> {
    if !options.people {
        return Vec::new();
    }
    let removed: BTreeSet<String> = options.removed_names.iter().map(|name| key(name)).collect();
    let mut people: BTreeMap<&str, Vec<(usize, &FoundOfficial)>> = BTreeMap::new();
    for (at, facts) in facts.iter().enumerate().take(articles.len()) {
        for found in facts.officials.iter().filter(|found| !removed.contains(&found.key)) {
            people.entry(&found.key).or_default().push((at, found));
        }
    }
    let mut ids = Ids::default();
    let mut officials: Vec<Official> = people
        .into_values()
        .map(|mut found| {
            found.sort_by_key(|(at, found)| (date(&articles[*at]), *at, found.name));
            let official = official(articles, &found, &mut ids);
            for ((at, _), role) in found.iter().zip(&official.roles) {
                let of = SubjectRef::Official(official.id.clone());
                articles[*at].mentions.push(fact(of, &role.mention));
            }
            official
        })
        .collect();
    officials
        .sort_by_cached_key(|official| (viet::collation_key(&official.name), official.id.clone()));
    officials
}

/// A name as it is compared.
fn key(name: &str) -> String {
    crate::token::words_key(&crate::token::tokens(name, 0..name.len()))
}

fn official(articles: &[Article], found: &[(usize, &FoundOfficial)], ids: &mut Ids) -> Official {
    let names = found.iter().map(|(at, found)| words(&articles[*at], found.name));
    let name = names.max_by_key(|name| !is_upper(name)).unwrap_or_default();
    // "Huyện uỷ" and "Huyện ủy" of one day are one role: as it is printed first.
    let mut printed: BTreeMap<(Option<PartialDate>, String), String> = BTreeMap::new();
    let roles = found
        .iter()
        .map(|(at, found)| {
            let article = &articles[*at];
            let on = date(article);
            let role = found
                .role
                .map(|role| words(article, role))
                .map(|role| printed.entry((on, key(&role))).or_insert(role).clone());
            RoleMention { mention: mention(article, found.name, found.sentence), role, on }
        })
        .collect();
    Official { id: ids.take(&viet::fold_slug(&name)), name, roles }
}

fn is_upper(name: &str) -> bool {
    !name.chars().any(char::is_lowercase)
}

/// When the article speaks: the day of the event it reports, else of its publication.
fn date(article: &Article) -> Option<PartialDate> {
    article.event.as_ref().or(article.published.as_ref()).map(|dated| dated.value)
}
