//! What was bound, as the desk shows it: article by article, and what gave none.

use std::collections::{BTreeMap, HashMap};

use bindery::messages::{self, Lang};
use bindery::report::{self, ArticleReport};
use bindery::{ArchiveConfig, Bound, Problem, Severity, What, config, copies};
use model::{Article, Status};
use protocol::desk::{self, Field, Found, Report, Skipped, Trouble};

use super::state;
use super::store::Store;

/// The folder that problems name files in.
const FOLDER: &str = "articles/";

/// The report on what was bound.
pub(super) fn of(bound: &Bound, config: &ArchiveConfig, files: &Store, lang: Lang) -> Report {
    let contents = &bound.contents;
    let about = &contents.about;
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let mut articles: Vec<desk::Article> = Vec::with_capacity(contents.articles.len());
    let mut places: HashMap<&str, usize> = HashMap::new();
    // Both stand in the archive's order.
    for (article, report) in contents.articles.iter().zip(&bound.report.articles) {
        let name = article.source.file.as_deref().unwrap_or_default();
        places.insert(name, articles.len());
        articles.push(shown(article, report, config));
    }
    let mut skipped: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut settings = Vec::new();
    for problem in &bound.report.problems {
        let Some(name) = problem.file.strip_prefix(FOLDER) else {
            if problem.file == config::FILE {
                settings.push(trouble(problem, lang));
            }
            continue;
        };
        // What concerns a table as a whole is told with its first article.
        let first = || format!("{name}#1");
        let place = places.get(name).or_else(|| places.get(first().as_str()));
        match place {
            Some(&at) => articles[at].troubles.push(trouble(problem, lang)),
            // Of the folder as a whole. That there is nothing in it shows by itself.
            None if name.is_empty() && problem.what == What::NoArticles => {}
            None if name.is_empty() => settings.push(trouble(problem, lang)),
            None => {
                skipped.entry(name.to_owned()).or_default().push(messages::sentence(problem, lang));
            }
        }
    }
    for (name, statement) in &config.articles {
        if statement.left_out && files.knows(name) {
            skipped.insert(name.clone(), Vec::new());
        }
    }
    Report {
        about: [
            about.title.clone(),
            text(&about.publisher),
            text(&about.description),
            text(&about.contact),
            text(&about.base_url),
        ],
        units: contents.units.iter().map(|u| (u.id.to_string(), u.name.clone())).collect(),
        stated_units: config.units.iter().map(|(_, unit)| unit.id.to_string()).collect(),
        articles,
        skipped: skipped
            .into_iter()
            .map(|(name, says)| Skipped { name, says: says.join(" ") })
            .collect(),
        settings,
        copies: alike(&contents.articles, config),
        sections: commonest(contents.articles.iter().filter_map(|a| a.section.as_deref())),
        bylines: commonest(
            contents.articles.iter().flat_map(|a| &a.bylines).map(|byline| byline.name.as_str()),
        ),
        facts: [
            bound.report.totals.counts.anniversaries,
            count(bound.report.totals.officials),
            count(bound.report.totals.programmes),
            count(bound.report.totals.directives),
        ],
        bytes: bound.report.totals.bundle_bytes as u64,
    }
}

fn count(of: usize) -> u32 {
    u32::try_from(of).unwrap_or(u32::MAX)
}

fn trouble(problem: &Problem, lang: Lang) -> Trouble {
    Trouble {
        code: problem.what.code().to_owned(),
        line: count(problem.line.unwrap_or(0)),
        is_error: problem.severity == Severity::Error,
        says: messages::sentence(problem, lang),
    }
}

fn shown(article: &Article, report: &ArticleReport, config: &ArchiveConfig) -> desk::Article {
    let name = article.source.file.clone().unwrap_or_default();
    let field = |field| match field {
        report::Field::Section => Some(Field::Section),
        report::Field::Published => Some(Field::Published),
        report::Field::Event => Some(Field::Event),
        report::Field::Byline => Some(Field::Byline),
        report::Field::Unit => Some(Field::Unit),
        report::Field::Crawled | report::Field::Publisher | report::Field::Views => None,
    };
    let found = report.found.iter().filter_map(|found| {
        let status = match found.status {
            Status::Stated => 0,
            Status::Inferred => 1,
            Status::Derived => 2,
            Status::Reference => 3,
        };
        Some(Found { field: field(found.field)?, value: found.value.clone(), status })
    });
    let stated = config.articles.get(&name).map(state::stated).unwrap_or_default();
    desk::Article {
        id: article.id.to_string(),
        title: article.title.clone(),
        found: found.collect(),
        unit: article.unit.as_ref().map(|unit| unit.value.to_string()).unwrap_or_default(),
        read_from: article.source.reading.as_ref().map_or_else(String::new, |r| r.from.clone()),
        troubles: Vec::new(),
        stated: stated.into_iter().map(|stated| stated.key).collect(),
        name,
    }
}

/// Articles that are nearly the same, but for those that the clerk has told apart.
fn alike(articles: &[Article], config: &ArchiveConfig) -> Vec<Vec<(u32, u8)>> {
    let groups = copies::in_archive(articles, config).into_iter();
    groups.map(|group| group.into_iter().map(|(at, share)| (count(at), share)).collect()).collect()
}

/// Words by how often they are used.
fn commonest<'a>(words: impl Iterator<Item = &'a str>) -> Vec<String> {
    /// A list to choose from, not to read.
    const MOST: usize = 60;
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    words.for_each(|word| *counts.entry(word).or_default() += 1);
    let mut words: Vec<(&str, usize)> = counts.into_iter().collect();
    words.sort_by_key(|(_, count)| usize::MAX - count);
    words.into_iter().take(MOST).map(|(word, _)| word.to_owned()).collect()
}
