//! One entry for each programme, whatever the letter case of its name.

use std::collections::BTreeMap;

use model::article::Article;
use model::chronicle::{Programme, ProgrammeMention, SubjectRef};

use super::mention::{Ids, fact, mention};
use crate::Facts;
use crate::programme::FoundProgramme;

/// Resolves the programmes of the archive and tells every article its mentions.
pub(super) fn gather(articles: &mut [Article], facts: &[Facts]) -> Vec<Programme> {
    let mut programmes: BTreeMap<&str, Vec<(usize, &FoundProgramme)>> = BTreeMap::new();
    for (at, facts) in facts.iter().enumerate().take(articles.len()) {
        for found in &facts.programmes {
            programmes.entry(&found.key).or_default().push((at, found));
        }
    }
    let mut ids = Ids::default();
    let mut entries: Vec<Programme> = programmes
        .into_values()
        .map(|found| {
            let programme = programme(articles, &found, &mut ids);
            for ((at, _), told) in found.iter().zip(&programme.mentions) {
                let of = SubjectRef::Programme(programme.id.clone());
                articles[*at].mentions.push(fact(of, &told.mention));
            }
            programme
        })
        .collect();
    entries.sort_by_cached_key(|entry| (viet::collation_key(&entry.name), entry.id.clone()));
    entries
}

fn programme(articles: &[Article], found: &[(usize, &FoundProgramme)], ids: &mut Ids) -> Programme {
    let mentions: Vec<ProgrammeMention> = found
        .iter()
        .map(|(at, found)| ProgrammeMention {
            mention: mention(&articles[*at], found.name, found.sentence),
            period: found.period,
        })
        .collect();
    // Headings begin with a capital where any mention does.
    let capital = |name: &str| name.chars().next().is_some_and(char::is_uppercase);
    let name = mentions
        .iter()
        .map(|told| &told.mention.wording)
        .find(|name| capital(name))
        .or(mentions.first().map(|told| &told.mention.wording))
        .cloned()
        .unwrap_or_default();
    Programme { id: ids.take(&viet::fold_slug(&name)), name, mentions }
}
