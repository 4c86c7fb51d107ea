//! One article from near: how its file reads in each encoding, what it offers for its fields.

use bindery::ArchiveConfig;
use bindery::folder;
use import::Encoding;
use model::Article;
use protocol::desk::{Offers, Reading};

use super::{Desk, state};

/// Letters of an opening: enough to see whether they are words.
const OPENING: usize = 360;
/// Lines that may be the title.
const TITLES: usize = 6;
/// A title has at most so many letters.
const LONGEST_TITLE: usize = 240;
/// Days that the text names.
const DAYS: usize = 8;

/// How a file reads in each encoding. One that tells its own letters (a Word file) reads the same in
/// all and offers none.
pub(super) fn readings(name: &str, bytes: &[u8], config: &ArchiveConfig) -> Vec<Reading> {
    let context = folder::context(config, name);
    let read = |encoding| {
        let context = import::Context { encoding, ..context.clone() };
        let (articles, _) = import::read_all(name, bytes, &context).ok()?;
        articles.into_iter().next().map(|imported| opening(&imported.article))
    };
    let now = read(context.encoding).unwrap_or_default();
    let all: Vec<(Encoding, Option<String>)> =
        Encoding::readable().map(|encoding| (encoding, read(Some(encoding)))).collect();
    if all.iter().all(|(_, opening)| opening.as_deref() == Some(&now)) {
        return Vec::new();
    }
    let mut is_found = false;
    let reading = |(encoding, opening): (Encoding, Option<String>)| {
        let opening = opening.unwrap_or_default();
        // Of two that read alike, the likelier is the one.
        let is_taken = !is_found
            && !opening.is_empty()
            && context.encoding.map_or(opening == now, |stated| stated == encoding);
        is_found |= is_taken;
        Reading { code: encoding.code().to_owned(), name: encoding.to_string(), opening, is_taken }
    };
    // What is no words in any language that articles are written in is not worth reading.
    let is_worth = |reading: &Reading| reading.is_taken || is_words(&reading.opening);
    all.into_iter().map(reading).filter(is_worth).collect()
}

/// Whether most of a text is Latin letters, with or without marks.
fn is_words(text: &str) -> bool {
    let letters = text.chars().filter(|c| !c.is_whitespace());
    let (all, latin) = letters.fold((0, 0), |(all, latin), c| {
        (all + 1, latin + usize::from(c < '\u{250}' || ('\u{1e00}'..'\u{1f00}').contains(&c)))
    });
    latin * 2 > all
}

/// The beginning of a text, its white space folded.
fn opening(article: &Article) -> String {
    let words = article.text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut opening: String = words.chars().take(OPENING).collect();
    if opening.len() < words.len() {
        opening.push('…');
    }
    opening
}

/// What an article offers for its fields.
pub(super) fn offers(desk: &Desk, name: &str) -> Offers {
    let statement = desk.config.articles.get(name);
    let stated = statement.map(state::stated).unwrap_or_default();
    let articles = desk.files.outcomes().filter_map(|(_, outcome)| outcome.as_ref().ok());
    let articles = articles.flat_map(|(articles, _)| articles);
    let called = |article: &&Article| article.source.file.as_deref() == Some(name);
    let Some(article) = articles.map(|imported| &imported.article).find(called) else {
        return Offers { stated, ..Offers::default() };
    };
    let title = |line: &&str| {
        let letters = line.chars().count();
        (8..=LONGEST_TITLE).contains(&letters) && line.contains(' ')
    };
    let lines = article.text.lines().map(str::trim).filter(title).take(TITLES);
    let mut days: Vec<(String, String)> = Vec::new();
    for found in chronicle::extract(article).dates {
        let chronicle::DateValue::Date(date) = found.value else { continue };
        let words = found.at.of(&article.text).unwrap_or_default();
        let day = date.to_string();
        if !found.lunar && date.day().is_some() && days.iter().all(|(known, _)| *known != day) {
            days.push((day, words.split_whitespace().collect::<Vec<_>>().join(" ")));
        }
    }
    days.truncate(DAYS);
    Offers { titles: lines.map(str::to_owned).collect(), days, opening: opening(article), stated }
}
