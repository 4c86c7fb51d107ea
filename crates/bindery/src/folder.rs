//! Reads an archive's folder: `archive.toml` and the files of `articles/`.

use model::Article;
use model::article::BlockKind;
use model::known::Known;
use model::{Evidence, Rule, Status};

use crate::bind::Draft;
use crate::config::{self, ArchiveConfig, Site, Statement};
use crate::problem::{Problem, Severity, What};

/// A file of `articles/`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArticleFile {
    /// Its path in `articles/`, with `/` between folders.
    pub name: String,
    /// Its bytes, or why there are none.
    pub content: Result<Vec<u8>, Unread>,
}

/// Why a file was not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unread {
    /// It has too many bytes to be an article; it was not even opened.
    TooLarge(u64),
    /// It is of a kind that no importer reads; it was not opened.
    OtherFormat,
    /// The system's words.
    Failed(String),
}

/// Whether a file of so many bytes is too large to be an article: it need not be opened.
pub fn is_too_large(bytes: u64) -> bool {
    import::check_size(bytes).is_err()
}

/// Reads an archive. `settings` are the bytes of archive.toml, `None` when there is none; `files`
/// are read one after another, and each is called `articles/<name>` in problems.
pub fn read(settings: Option<&[u8]>, files: impl Iterator<Item = ArticleFile>) -> Draft {
    let (config, problems) = settings.map_or_else(ArchiveConfig::missing, ArchiveConfig::parse);
    let mut draft = Draft::default();
    draft.problems = problems;
    let mut unused: Vec<&String> = config.articles.keys().collect();
    let nothing = Statement::default();
    for file in files {
        let path = format!("articles/{}", file.name);
        let whole = config.articles.get(&file.name).unwrap_or(&nothing);
        let (articles, problems) = match read_file(&file, whole) {
            Ok(found) => found,
            Err(problem) => {
                draft.problems.push(problem);
                unused.retain(|name| **name != file.name);
                continue;
            }
        };
        draft.problems.extend(problems.iter().map(|problem| told(&path, problem)));
        for imported in articles {
            let mut article = imported.article;
            // A table or feed has several: each is stated about under its number.
            let name = article.source.file.clone().unwrap_or_default();
            unused.retain(|stated| **stated != name);
            let statement = config.articles.get(&name).unwrap_or(&nothing);
            let path = format!("articles/{name}");
            draft.problems.extend(imported.problems.iter().map(|problem| told(&path, problem)));
            state(&mut article, statement);
            name_publisher(&mut article, &config.sources);
            draft.push(article, statement.old_ids.clone());
        }
        // Its encoding may be stated for the file as a whole.
        unused.retain(|name| **name != file.name);
    }
    for name in unused {
        let line = config.articles.get(name).map(|statement| statement.line);
        let what = What::NoSuchArticle { name: name.clone() };
        draft.problems.push(Problem::error(config::FILE, line, what));
    }
    draft.config = config;
    draft
}

/// Whether a file's name says that there is something to read in it.
pub fn is_readable(name: &str) -> bool {
    import::Format::of_name(name).is_some()
}

type Found = (Vec<import::Imported>, Vec<import::Problem>);

fn read_file(file: &ArticleFile, statement: &Statement) -> Result<Found, Problem> {
    let path = format!("articles/{}", file.name);
    let error = |what| Err(Problem::error(&path, None, what));
    let bytes = match &file.content {
        Ok(bytes) => bytes,
        Err(Unread::TooLarge(bytes)) => {
            let kind = import::ProblemKind::TooLarge { bytes: *bytes, limit: import::MAX_BYTES };
            return error(What::Import(kind));
        }
        Err(Unread::OtherFormat) => {
            return Err(Problem::warning(&path, None, What::OtherFormat));
        }
        Err(Unread::Failed(why)) => return error(What::Unreadable { why: why.clone() }),
    };
    let context = import::Context {
        id: statement.id.clone(),
        url: statement.url.clone(),
        encoding: statement.encoding,
    };
    import::read_all(&file.name, bytes, &context).map_err(|problem| told(&path, &problem))
}

/// An importer's problem as one of ours.
fn told(path: &str, problem: &import::Problem) -> Problem {
    Problem {
        severity: match problem.kind.severity() {
            import::Severity::Warning => Severity::Warning,
            import::Severity::Error => Severity::Error,
        },
        file: path.to_owned(),
        line: problem.place.map(|place| place.line),
        what: What::Import(problem.kind.clone()),
    }
}

/// Names the publisher of an article whose address is known to belong to a site.
fn name_publisher(article: &mut Article, sites: &[Site]) {
    let Some(url) = &article.source.url else { return };
    let of_site = |site: &&Site| site.url.as_ref().is_some_and(|start| url.starts_with(start));
    if article.publisher.is_none()
        && let Some(site) = sites.iter().find(of_site)
    {
        article.publisher = Some(known(site.name.clone(), ""));
    }
}

fn known<T>(value: T, note: &str) -> Known<T> {
    Known {
        value,
        status: Status::Stated,
        rule: Some(Rule::PublisherStatement),
        source: Some(Evidence::Publisher { note: note.to_owned() }),
    }
}

/// Puts the publisher's statements over what the text gives. The title shown changes; the text
/// stays.
fn state(article: &mut Article, statement: &Statement) {
    let note = &statement.note;
    if let Some(title) = &statement.title {
        article.title.clone_from(title);
        // The printed title is still part of the text; it is read as a heading now.
        for block in article.blocks.iter_mut().filter(|block| block.kind == BlockKind::Title) {
            block.kind = BlockKind::Heading;
        }
    }
    if let Some(section) = &statement.section {
        article.section = Some(section.clone());
    }
    if let Some(date) = statement.published {
        article.published = Some(known(date, note));
    }
    if let Some(date) = statement.event {
        article.event = Some(known(date, note));
    }
    if let Some(unit) = &statement.unit {
        article.unit = Some(known(unit.clone(), note));
    }
    if let Some(publisher) = &statement.publisher {
        article.publisher = Some(known(publisher.clone(), note));
    }
}
