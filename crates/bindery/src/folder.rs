//! Reads an archive's folder: `archive.toml` and the files of `articles/`.

use std::collections::BTreeSet;

use model::Article;
use model::article::{BlockKind, Byline};
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
    /// What holds it cannot give it out.
    Faulty(import::ProblemKind),
    /// The system's words.
    Failed(String),
}

/// Whether a file of so many bytes is too large to be an article: it need not be opened.
pub fn is_too_large(bytes: u64) -> bool {
    import::check_size(bytes).is_err()
}

/// What one file gave: its articles and what was wrong with it, or why there are none.
pub type Outcome = Result<(Vec<import::Imported>, Vec<import::Problem>), Problem>;

/// Reads an archive. `settings` are the bytes of archive.toml, `None` when there is none; `files`
/// are read one after another, and each is called `articles/<name>` in problems.
pub fn read(settings: Option<&[u8]>, files: impl Iterator<Item = ArticleFile>) -> Draft {
    let mut gathering = Gathering::new(settings);
    for file in files {
        let outcome = import(&file, &gathering.context(&file.name));
        gathering.add(&file.name, outcome);
    }
    gathering.finish()
}

/// Reads one file. What comes out depends on nothing but the file and `context`.
pub fn import(file: &ArticleFile, context: &import::Context) -> Outcome {
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
        Err(Unread::Faulty(kind)) => return error(What::Import(kind.clone())),
        Err(Unread::Failed(why)) => return error(What::Unreadable { why: why.clone() }),
    };
    import::read_all(&file.name, bytes, context).map_err(|problem| told(&path, &problem))
}

/// What is stated about a file as a whole, which [`import()`] must know.
pub fn context(config: &ArchiveConfig, name: &str) -> import::Context {
    config.articles.get(name).map_or_else(import::Context::default, |whole| import::Context {
        id: whole.id.clone(),
        url: whole.url.clone(),
        encoding: whole.encoding,
    })
}

/// Puts what single files gave together, under the publisher's statements. The order in which files
/// are added does not show in the bundle.
#[derive(Debug)]
pub struct Gathering {
    draft: Draft,
    /// Statements that no file has answered to yet.
    unused: BTreeSet<String>,
}

impl Gathering {
    /// Nothing but the settings: the bytes of archive.toml, `None` when there is none.
    pub fn new(settings: Option<&[u8]>) -> Self {
        let mut draft = Draft::default();
        (draft.config, draft.problems) =
            settings.map_or_else(ArchiveConfig::missing, ArchiveConfig::parse);
        let unused = draft.config.articles.keys().cloned().collect();
        Self { draft, unused }
    }

    /// What is stated about a file as a whole, which [`import()`] must know.
    pub fn context(&self, name: &str) -> import::Context {
        context(&self.draft.config, name)
    }

    /// Adds a file by what it gave under its [`context`](Self::context).
    pub fn add(&mut self, name: &str, outcome: Outcome) {
        // Its encoding may be stated for the file as a whole.
        self.unused.remove(name);
        let config = &self.draft.config;
        if config.articles.get(name).is_some_and(|whole| whole.left_out) {
            return;
        }
        let path = format!("articles/{name}");
        let (articles, problems) = match outcome {
            Ok(found) => found,
            Err(problem) => return self.draft.problems.push(problem),
        };
        self.draft.problems.extend(problems.iter().map(|problem| told(&path, problem)));
        for imported in articles {
            self.add_article(imported);
        }
    }

    fn add_article(&mut self, imported: import::Imported) {
        let mut article = imported.article;
        // A table or feed has several: each is stated about under its number.
        let name = article.source.file.clone().unwrap_or_default();
        self.unused.remove(&name);
        let statement = self.draft.config.articles.get(&name);
        if statement.is_some_and(|statement| statement.left_out) {
            return;
        }
        let path = format!("articles/{name}");
        let problems = imported.problems.iter().map(|problem| told(&path, problem));
        self.draft.problems.extend(problems);
        if let Some(statement) = statement {
            state(&mut article, statement);
        }
        name_publisher(&mut article, &self.draft.config.sources);
        let old_ids = statement.map_or_else(Vec::new, |statement| statement.old_ids.clone());
        self.draft.push(article, old_ids);
    }

    /// The draft of all that was added.
    pub fn finish(self) -> Draft {
        let Self { mut draft, unused } = self;
        for name in unused {
            let line = draft.config.articles.get(&name).map(|statement| statement.line);
            let what = What::NoSuchArticle { name };
            draft.problems.push(Problem::error(config::FILE, line, what));
        }
        draft
    }
}

/// Whether a file's name says that there is something to read in it.
pub fn is_readable(name: &str) -> bool {
    import::Format::of_name(name).is_some()
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
    if !statement.bylines.is_empty() {
        let stated = |name: &String| Byline { name: name.clone(), at: None };
        article.bylines = statement.bylines.iter().map(stated).collect();
    }
    if let Some(unit) = &statement.unit {
        article.unit = Some(known(unit.clone(), note));
    }
    if let Some(publisher) = &statement.publisher {
        article.publisher = Some(known(publisher.clone(), note));
    }
}
