//! Units for an archive whose publisher names none: the places that its articles are about.
//!
//! A place becomes a unit where an article's title or opening names it without doubt and the article
//! is about it. That is for the archive of a commune, a district, a province: where the articles are
//! from all over the country, no units are made.

use std::collections::{BTreeMap, BTreeSet};

use model::UnitId;
use model::article::{Article, BlockKind};
use model::body::BodyMention;
use model::chronicle::SubjectRef;
use units::Registry;
use units::gazetteer::reading::{Context, read};
use units::gazetteer::{Gazetteer, PlaceId, Tier};
use units::official::{self, Official};

use crate::parallel;

/// Places that may become units: those that most articles name.
const MOST: usize = 2000;

/// The places that articles name in their titles and openings, as units; none where the articles
/// are not of one province.
pub(crate) fn candidates(articles: &[Article], gazetteer: &Gazetteer) -> Official {
    let named = parallel::map(articles, |article| named(article, gazetteer));
    let located = named.iter().filter(|places| !places.is_empty()).count();
    let mut provinces: BTreeMap<PlaceId, usize> = BTreeMap::new();
    let mut counts: BTreeMap<PlaceId, usize> = BTreeMap::new();
    for places in &named {
        let of_article: BTreeSet<PlaceId> =
            places.iter().filter_map(|place| province(*place, gazetteer)).collect();
        of_article.into_iter().for_each(|place| *provinces.entry(place).or_default() += 1);
        places.iter().for_each(|place| *counts.entry(*place).or_default() += 1);
    }
    let most = provinces.values().copied().max().unwrap_or_default();
    if most * 2 < located || most == 0 {
        return Official::default();
    }
    let mut places: Vec<(PlaceId, usize)> = counts.into_iter().collect();
    places.sort_by_key(|(place, count)| (std::cmp::Reverse(*count), *place));
    places.truncate(MOST);
    official::from_places(places.into_iter().map(|(place, _)| place), gazetteer)
}

/// The places that the title and the opening of an article name without doubt.
fn named(article: &Article, gazetteer: &Gazetteer) -> BTreeSet<PlaceId> {
    let mut paragraphs = 0;
    let mut is_opening = |kind: BlockKind| match kind {
        BlockKind::Title | BlockKind::Lead => true,
        BlockKind::Paragraph => {
            paragraphs += 1;
            paragraphs <= OPENING
        }
        _ => false,
    };
    let blocks = article.blocks.iter().filter(|block| is_opening(block.kind));
    let parts: Vec<&str> = blocks.filter_map(|block| block.span.of(&article.text)).collect();
    let dated = article.event.as_ref().or(article.published.as_ref());
    let context = Context { date: dated.map(|dated| dated.value), within: Vec::new() };
    let read = read(gazetteer, &parts, &context);
    let readings = read.iter().flat_map(|part| &part.readings);
    readings.filter_map(|reading| reading.meaning.one()).collect()
}

/// Paragraphs of an opening.
const OPENING: usize = 2;

/// The province of today that a place is in, or came to.
fn province(place: PlaceId, gazetteer: &Gazetteer) -> Option<PlaceId> {
    let mut above = std::iter::once(place).chain(gazetteer.above(place, None));
    let province = above.find(|id| gazetteer.place(*id).tier == Tier::Province)?;
    let heir = gazetteer.heirs(province).first().map(|line| line.place);
    Some(heir.filter(|_| !gazetteer.lives(province)).unwrap_or(province))
}

/// Keeps the units that articles are about, what they are in, and their kin; what is said of others
/// is forgotten.
pub(crate) fn keep_used(
    official: Official,
    articles: &mut [Article],
    bodies: &mut Vec<BodyMention>,
    gazetteer: &Gazetteer,
) -> Registry {
    let used: BTreeSet<UnitId> =
        articles.iter().filter_map(|article| Some(article.unit.as_ref()?.value.clone())).collect();
    let (registry, _) = Registry::new(official::with_kin(official, &used, gazetteer).units);
    for article in articles {
        article.mentions.retain(|mention| match &mention.of {
            SubjectRef::Unit(id) => registry.get(id).is_some(),
            _ => true,
        });
    }
    bodies.retain(|mention| registry.get(&mention.unit).is_some());
    registry
}
