//! What of an article is searched, and by which facets it is narrowed.
//!
//! | field | values |
//! |---|---|
//! | `unit` | the unit's id |
//! | `section` | the section as printed |
//! | `year` | the year it is listed under |
//! | `person` | names of officials |
//! | `programme` | names of programmes |

use std::ops::Range;

use model::article::BlockKind;
use model::chronicle::Chronicle;
use model::{Article, ArticleId};
use search::{Builder, Document, Layout, Previous, Zone};

/// The field of the unit's id.
const UNIT: &str = "unit";
const SECTION: &str = "section";
const YEAR: &str = "year";
const PERSON: &str = "person";
const PROGRAMME: &str = "programme";

/// Builds the index over articles in order, keeping what it can of the pieces of an earlier one.
/// `step` is told of each article that is indexed: how many are done, of how many.
pub(crate) fn build(
    articles: &[Article],
    chronicle: &Chronicle,
    previous: Vec<Vec<u8>>,
    step: &mut dyn FnMut(usize, usize),
) -> Vec<Vec<u8>> {
    let named = Named::of(chronicle);
    let (mut keys, mut bytes) = (Vec::with_capacity(articles.len()), 0);
    for article in articles {
        with_document(article, &named, |document| {
            keys.push(document.key());
            bytes += document.bytes();
        });
    }
    let layout = Layout::new(Previous::read(previous), &keys, bytes);
    let mut builder = Builder::new();
    let fresh = layout.fresh();
    for (done, &ordinal) in fresh.iter().enumerate() {
        with_document(&articles[ordinal as usize], &named, |document| builder.add(document));
        step(done, fresh.len());
    }
    layout.finish(builder).into_iter().map(|piece| piece.bytes).collect()
}

/// An article as the index takes it.
fn with_document(article: &Article, named: &Named<'_>, then: impl FnOnce(&Document<'_>)) {
    let facets = facets(article, named);
    let facets: Vec<(&str, &str)> =
        facets.iter().map(|(field, value)| (*field, value.as_str())).collect();
    then(&Document {
        title: &article.title,
        text: &article.text,
        zones: &zones(article),
        facets: &facets,
        day: day(article),
    });
}

/// The stretches that are searched besides the title.
fn zones(article: &Article) -> Vec<(Zone, Range<usize>)> {
    let zone = |kind| match kind {
        BlockKind::Lead => Some(Zone::Lead),
        BlockKind::Heading => Some(Zone::Title),
        BlockKind::Paragraph => Some(Zone::Body),
        BlockKind::Caption => Some(Zone::Caption),
        BlockKind::Byline => Some(Zone::Other),
        BlockKind::Title
        | BlockKind::Section
        | BlockKind::Agency
        | BlockKind::SiteData
        | BlockKind::Image
        | BlockKind::Furniture => None,
    };
    let blocks = article.blocks.iter();
    blocks.filter_map(|block| Some((zone(block.kind)?, block.span.range()))).collect()
}

/// The day an article is sorted by; of a month or a year, its first.
fn day(article: &Article) -> Option<i32> {
    let date = article.published.as_ref().or(article.event.as_ref())?.value;
    let first = || calendar::Date::new(date.year(), date.month().map_or(1, u32::from), 1).ok();
    date.day().or_else(first).map(calendar::Date::days_since_epoch)
}

fn facets(article: &Article, named: &Named<'_>) -> Vec<(&'static str, String)> {
    let listed = article.published.as_ref().or(article.event.as_ref());
    let unit = article.unit.as_ref().map(|unit| (UNIT, unit.value.to_string()));
    let section = article.section.clone().map(|section| (SECTION, section));
    let year = listed.map(|date| (YEAR, date.value.year().to_string()));
    let names = |field: &'static str, list: &[(&str, &ArticleId)]| -> Vec<_> {
        let start = list.partition_point(|(_, id)| *id < &article.id);
        list[start..]
            .iter()
            .take_while(|(_, id)| *id == &article.id)
            .map(|(name, _)| (field, (*name).to_owned()))
            .collect()
    };
    let persons = names(PERSON, &named.persons);
    let programmes = names(PROGRAMME, &named.programmes);
    [unit, section, year].into_iter().flatten().chain(persons).chain(programmes).collect()
}

/// Who and what is named where, by article.
struct Named<'a> {
    persons: Vec<(&'a str, &'a ArticleId)>,
    programmes: Vec<(&'a str, &'a ArticleId)>,
}

impl<'a> Named<'a> {
    fn of(chronicle: &'a Chronicle) -> Self {
        let by_article = |mut list: Vec<(&'a str, &'a ArticleId)>| {
            list.sort_by_key(|(name, id)| (*id, *name));
            list.dedup();
            list
        };
        let persons = chronicle.officials.iter().flat_map(|official| {
            official.roles.iter().map(|role| (official.name.as_str(), &role.mention.article))
        });
        let programmes = chronicle.programmes.iter().flat_map(|programme| {
            programme.mentions.iter().map(|m| (programme.name.as_str(), &m.mention.article))
        });
        Self {
            persons: by_article(persons.collect()),
            programmes: by_article(programmes.collect()),
        }
    }
}
