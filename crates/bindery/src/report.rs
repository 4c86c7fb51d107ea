//! What a clerk reads after binding: per article the fields found and missing, then what is wrong.

use calendar::PartialDate;
use model::Status;
use model::article::DoubtKind;
use model::bundle::write::File;
use model::bundle::{Contents, Counts};
use model::chronicle::SubjectRef;
use model::known::Known;
use serde::Serialize;

use crate::bind;
use crate::problem::{Problem, Severity};

/// What was found in an archive, and what was wrong with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// The archive's title.
    pub title: String,
    /// How much there is.
    pub totals: Totals,
    /// In the archive's order.
    pub articles: Vec<ArticleReport>,
    /// By file and line.
    pub problems: Vec<Problem>,
}

/// How much there is of everything.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Totals {
    /// Articles, units, anniversaries, bytes of text.
    #[serde(flatten)]
    pub counts: Counts,
    /// Persons with a role.
    pub officials: usize,
    /// Programmes.
    pub programmes: usize,
    /// Cited instruments.
    pub directives: usize,
    /// Bytes of the bundle.
    pub bundle_bytes: usize,
}

/// What was found in one article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ArticleReport {
    /// Stable name.
    pub id: String,
    /// File in `articles/`, if it came from one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
    /// Title.
    pub title: String,
    /// Fields found.
    pub found: Vec<Found>,
    /// Fields not found.
    pub missing: Vec<Field>,
    /// Anniversaries, persons, programmes, instruments and units that it mentions.
    pub mentions: Mentions,
    /// The source text breaks off.
    pub cut_off: bool,
    /// Doubts about the source text.
    pub doubts: Vec<PlacedDoubt>,
}

/// A doubt about the source text, and where.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PlacedDoubt {
    /// Line of the text, from 1.
    pub line: usize,
    /// What is doubted.
    #[serde(flatten)]
    pub kind: DoubtKind,
}

/// A field of an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Field {
    /// Chuyên mục.
    Section,
    /// Ngày đăng.
    Published,
    /// Ngày sự kiện.
    Event,
    /// Ngày thu thập.
    Crawled,
    /// Tác giả.
    Byline,
    /// Đơn vị.
    Unit,
    /// Nơi đăng.
    Publisher,
    /// Lượt xem.
    Views,
}

/// A field with its value and how it is known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Found {
    /// Which.
    pub field: Field,
    /// Its value, for reading.
    pub value: String,
    /// How it is known.
    pub status: Status,
}

/// How many of each kind an article mentions.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Mentions {
    /// Anniversaries.
    pub anniversaries: usize,
    /// Persons.
    pub officials: usize,
    /// Programmes.
    pub programmes: usize,
    /// Instruments.
    pub directives: usize,
    /// Units.
    pub units: usize,
}

impl Report {
    /// The report on what was bound.
    pub(crate) fn of(contents: &Contents, files: &[File], mut problems: Vec<Problem>) -> Self {
        problems.sort_by(|a, b| (&a.file, a.line).cmp(&(&b.file, b.line)));
        let chronicle = &contents.chronicle;
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Self {
            title: contents.about.title.clone(),
            totals: Totals {
                counts: Counts {
                    articles: count(contents.articles.len()),
                    units: count(contents.units.len()),
                    anniversaries: count(chronicle.anniversaries.len()),
                    text_bytes: contents.articles.iter().map(|a| a.text.len() as u64).sum(),
                },
                officials: chronicle.officials.len(),
                programmes: chronicle.programmes.len(),
                directives: chronicle.directives.len(),
                bundle_bytes: files.iter().map(|file| file.bytes.len()).sum(),
            },
            articles: contents.articles.iter().map(|article| on(article, contents)).collect(),
            problems,
        }
    }

    /// How many problems left something out.
    pub fn errors(&self) -> usize {
        self.count(Severity::Error)
    }

    /// How many problems only want looking at.
    pub fn warnings(&self) -> usize {
        self.count(Severity::Warning)
    }

    fn count(&self, severity: Severity) -> usize {
        self.problems.iter().filter(|problem| problem.severity == severity).count()
    }
}

fn on(article: &model::Article, contents: &Contents) -> ArticleReport {
    let date = |known: &Option<Known<PartialDate>>| {
        known.as_ref().map(|date| (date.value.to_string(), date.status))
    };
    let unit = article.unit.as_ref().map(|known| {
        let unit = contents.units.iter().find(|unit| unit.id == known.value);
        (unit.map_or_else(|| known.value.to_string(), |unit| unit.name.clone()), known.status)
    });
    let names: Vec<&str> = article.bylines.iter().map(|byline| byline.name.as_str()).collect();
    let byline = (!names.is_empty()).then(|| (names.join(", "), Status::Stated));
    let fields = [
        (Field::Section, article.section.clone().map(|section| (section, Status::Stated))),
        (Field::Published, date(&article.published)),
        (Field::Event, date(&article.event)),
        (Field::Crawled, date(&article.crawled)),
        (Field::Byline, byline),
        (Field::Unit, unit),
        (Field::Publisher, article.publisher.as_ref().map(|p| (p.value.clone(), p.status))),
        (Field::Views, article.views.as_ref().map(|v| (v.value.to_string(), v.status))),
    ];
    let mut report = ArticleReport {
        id: article.id.to_string(),
        file: article.source.file.as_ref().map(|_| bind::name(article)),
        title: article.title.clone(),
        found: Vec::new(),
        missing: Vec::new(),
        mentions: mentions(article),
        cut_off: article.cut_off,
        doubts: article
            .doubts
            .iter()
            .map(|doubt| PlacedDoubt {
                line: line(&article.text, doubt.at.range().start),
                kind: doubt.kind.clone(),
            })
            .collect(),
    };
    for (field, value) in fields {
        match value {
            Some((value, status)) => report.found.push(Found { field, value, status }),
            None => report.missing.push(field),
        }
    }
    report
}

/// The line of a byte of a text, from 1.
pub(crate) fn line(text: &str, at: usize) -> usize {
    text.bytes().take(at).filter(|&byte| byte == b'\n').count() + 1
}

/// Distinct things mentioned.
fn mentions(article: &model::Article) -> Mentions {
    let mut subjects: Vec<&SubjectRef> =
        article.mentions.iter().map(|mention| &mention.of).collect();
    subjects.sort_unstable();
    subjects.dedup();
    let mut mentions = Mentions::default();
    for subject in subjects {
        *match subject {
            SubjectRef::Anniversary(_) => &mut mentions.anniversaries,
            SubjectRef::Official(_) => &mut mentions.officials,
            SubjectRef::Programme(_) => &mut mentions.programmes,
            SubjectRef::Directive(_) => &mut mentions.directives,
            SubjectRef::Unit(_) => &mut mentions.units,
        } += 1;
    }
    mentions
}
