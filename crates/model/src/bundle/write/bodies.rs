//! The bodies that articles name, in pages: those that the settled articles name by unit, and those
//! that later ones name by run, so that an update changes few pages.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use super::shelves::{Cut, Shelves};
use super::{Contents, Ordinals, SETTLED, json};
use crate::article::Article;
use crate::body::{BodyMention, MOST_NAMES, Sighting, ToldBody, UnitBodies, same_name};
use crate::bundle::PartKind;
use crate::known::{Evidence, Status};
use crate::span::Span;
use crate::unit::UnitId;

/// Units of a page, and its bytes: some 4 KB after brotli.
const UNITS: usize = 32;
const UNITS_BYTES: usize = 24 * 1024;
/// Articles whose bodies make one recent page.
const RECENT: usize = 64;

/// Puts all pages of bodies.
pub(super) fn put(shelves: &mut Shelves, contents: &Contents, ordinals: &Ordinals<'_>) {
    if contents.bodies.is_empty() {
        return;
    }
    let articles = &contents.articles;
    let settled = articles.len() / SETTLED * SETTLED;
    let mut mentions: Vec<(usize, &BodyMention)> = contents
        .bodies
        .iter()
        .filter_map(|mention| Some((*ordinals.get(&mention.article)? as usize, mention)))
        .collect();
    mentions.sort_by_key(|(ordinal, mention)| (*ordinal, mention.at));
    let within = |run: &Range<usize>| {
        let start = mentions.partition_point(|(ordinal, _)| *ordinal < run.start);
        let end = mentions.partition_point(|(ordinal, _)| *ordinal < run.end);
        bodies(articles, &mentions[start..end])
    };
    if settled > 0 {
        let mut told = within(&(0..settled));
        let mut pages = Cut::new(UNITS, UNITS_BYTES, b"[", b"]");
        for unit in &contents.units {
            pages.add(json(&told.remove(&unit.id).unwrap_or_default()));
        }
        shelves.put(PartKind::Bodies, pages.finish());
    }
    let runs = (settled..articles.len()).step_by(RECENT);
    let runs = runs.map(|first| first..(first + RECENT).min(articles.len()));
    let pages = runs.map(|run| {
        let told = within(&run).into_iter();
        let told: Vec<UnitBodies> =
            told.map(|(unit, bodies)| UnitBodies { unit: unit.clone(), bodies }).collect();
        (json(&told), u32::try_from(run.len()).ok())
    });
    shelves.put(PartKind::RecentBodies, pages);
}

/// The bodies of each unit, those that most articles name first.
fn bodies<'a>(
    articles: &[Article],
    mentions: &[(usize, &'a BodyMention)],
) -> BTreeMap<&'a UnitId, Vec<ToldBody>> {
    let mut told: BTreeMap<&UnitId, Vec<ToldBody>> = BTreeMap::new();
    // Where each body stands in its unit's list, and the article that named it last.
    let mut known: HashMap<(&UnitId, &Option<UnitId>, &str), (usize, usize)> = HashMap::new();
    for (ordinal, mention) in mentions {
        let list = told.entry(&mention.unit).or_default();
        let key = (&mention.unit, &mention.body, mention.name.as_str());
        let article = &articles[*ordinal];
        match known.get_mut(&key) {
            None => {
                known.insert(key, (list.len(), *ordinal));
                list.push(seen(article, mention));
            }
            Some((at, last)) if last == ordinal => again(&mut list[*at], article, mention),
            Some((at, last)) => {
                *last = *ordinal;
                list[*at].join(seen(article, mention));
            }
        }
    }
    for list in told.values_mut() {
        list.sort_by(|a, b| {
            let order = b.articles.cmp(&a.articles).then_with(|| a.name.cmp(&b.name));
            order.then_with(|| a.body.cmp(&b.body))
        });
    }
    told
}

/// The words of an article on one line.
fn words(article: &Article, at: Span) -> String {
    let words = at.of(&article.text).unwrap_or_default();
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A name as printed, where it is another one: not merely shouted, nor with its tone marks or
/// capitals elsewhere.
fn printed(article: &Article, mention: &BodyMention) -> Option<String> {
    let words = words(article, mention.at);
    let is_other = !same_name(&words, &mention.name) && words.chars().any(char::is_lowercase);
    is_other.then_some(words)
}

fn seen(article: &Article, mention: &BodyMention) -> ToldBody {
    let date = article.event.as_ref().or(article.published.as_ref());
    ToldBody {
        name: mention.name.clone(),
        body: mention.body.clone(),
        names: printed(article, mention).into_iter().collect(),
        status: mention.status,
        articles: 1,
        first: Sighting {
            on: date.map(|date| date.value),
            source: Evidence::Text {
                article: mention.article.clone(),
                at: mention.at,
                quote: words(article, mention.sentence),
            },
        },
        last: None,
    }
}

/// The same article names it again.
fn again(body: &mut ToldBody, article: &Article, mention: &BodyMention) {
    let name = printed(article, mention)
        .filter(|name| !body.names.iter().any(|known| same_name(known, name)));
    if body.names.len() < MOST_NAMES {
        body.names.extend(name);
    }
    if mention.status == Status::Stated && body.status != Status::Stated {
        body.status = Status::Stated;
        // The sentence shown is one that states it.
        let shown = if body.last.is_some() { body.last.as_mut() } else { Some(&mut body.first) };
        if let Some(shown) = shown {
            shown.source = seen(article, mention).first.source;
        }
    }
}
