//! Article files as a crawler left them, turned into articles and problems.
//!
//! A page goes through these stages, one module each:
//!
//! 1. `decode`: bytes → text, or a [`Problem`] that says why not;
//! 2. `lines`: the lines that print something, and the gaps between them;
//! 3. `class`: what a line tells by itself (with `sitedata`, `furniture`); `head`: section and title;
//!    `layout`: what every line is (with `agency`, `byline`, `caption`);
//! 4. `when`: published, event and crawled dates, views (with `dates`, `opening`, `years`);
//! 5. [`read`] puts the article together.
//!
//! The text stays untouched: blocks and facts point into it. What the file does not say stays
//! unknown; unit, anniversaries, officials are for the crates `units` and `chronicle`.
//!
//! ```
//! let page = "Tin tức\n\nHuyện ủy gặp mặt cán bộ\nNgày đăng: 09/10/2020\n\nSáng ngày 08/10/2020, \
//!             Huyện ủy tổ chức gặp mặt cán bộ qua các thời kỳ.\n";
//! let imported = import::read("tin-1.txt", page.as_bytes(), &import::Context::default())?;
//! assert_eq!(imported.article.title, "Huyện ủy gặp mặt cán bộ");
//! assert_eq!(imported.article.published.unwrap().value.to_string(), "2020-10-09");
//! assert_eq!(imported.article.event.unwrap().value.to_string(), "2020-10-08");
//! # Ok::<(), import::Problem>(())
//! ```

mod agency;
mod byline;
mod caption;
mod class;
mod content;
mod dates;
mod decode;
mod format;
mod furniture;
mod head;
mod id;
mod layout;
mod lines;
mod opening;
mod page;
pub mod picture;
mod problem;
mod sitedata;
pub mod unpack;
mod when;
mod words;
mod years;

use model::article::{Article, BlockKind, Byline, Picture, Reading, Source};
use model::known::Dated;
use model::{ArticleId, Evidence, Known, Rule, Span, Status};

pub use content::Content;
pub use decode::{MAX_BYTES, check_size};
pub use format::Format;
pub use id::{hashed_id, id_of_path, is_from_name};
pub use problem::{Encoding, Place, Problem, ProblemKind, Severity};
pub use words::is_space;

use layout::{Layout, Marked, layout};
use page::{Page, Stated};

/// What is known about a file besides its bytes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Context {
    /// The publisher's own identifier for the article.
    pub id: Option<ArticleId>,
    /// The page's address.
    pub url: Option<String>,
    /// The file's encoding, when a clerk states it; else it is found out.
    pub encoding: Option<Encoding>,
}

/// An article and what a clerk should look at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Imported {
    /// The article. Its `unit` is unknown and its `mentions` are empty: other crates find them.
    pub article: Article,
    /// Warnings, in order of place.
    pub problems: Vec<Problem>,
}

/// Reads one file. `file_name` is its path in the archive's `articles/`, with `/` between folders.
///
/// The same bytes, name and context give the same article. `Article::text` is the file's text
/// without a byte order mark, in UTF-8; `Source::bytes` and its digest are the file's, and
/// `Source::reading` says how one came from the other when they differ.
///
/// # Errors
/// A [`Problem`] of [`Severity::Error`] when the file is no readable text.
pub fn read(file_name: &str, bytes: &[u8], context: &Context) -> Result<Imported, Problem> {
    let problem = |place, kind| Problem { file: file_name.to_owned(), place, kind };
    let decoded =
        decode::decode(bytes, context.encoding).map_err(|(place, kind)| problem(place, kind))?;
    let found = decoded.is_guess.then_some(ProblemKind::ReadAs { encoding: decoded.encoding });
    let original =
        Original { file: file_name, bytes, url: context.url.clone(), from: decoded.from() };
    let id = identify(file_name, context);
    let (article, problems) = assemble(id, &decoded.text, &Marked::default(), None, &original);
    let problems = found.map(|kind| problem(None, kind)).into_iter().chain(
        placed(&decoded.text, decoded.mark, problems)
            .map(|(place, kind)| problem(Some(place), kind)),
    );
    Ok(Imported { problems: problems.collect(), article })
}

/// Reads one file of any [`Format`], by its name: one article, or as many as a table, list or feed
/// has. The articles of such a file are called `<file_name>#<number>`, from 1, in `Source::file` and
/// in their problems.
///
/// `context` is about the file as a whole; `id` and `url` count for a file of one article only.
///
/// Returns the articles and what concerns the file or entries that were left out.
///
/// # Errors
/// A [`Problem`] of [`Severity::Error`] when there is no article in it.
pub fn read_all(
    file_name: &str,
    bytes: &[u8],
    context: &Context,
) -> Result<(Vec<Imported>, Vec<Problem>), Problem> {
    let problem = |place, kind| Problem { file: file_name.to_owned(), place, kind };
    let format = Format::of_name(file_name).unwrap_or(Format::Text);
    if let Some(is) = Content::instead_of(format, bytes) {
        return Err(problem(None, ProblemKind::Misnamed { format, is }));
    }
    if format == Format::Text {
        return Ok((vec![read(file_name, bytes, context)?], Vec::new()));
    }
    let found = format::pages(format, bytes, context.encoding)
        .map_err(|(place, kind)| problem(place, kind))?;
    let single = found.pages.len() == 1;
    let articles = found.pages.iter().enumerate().map(|(at, page)| {
        if single {
            return structured((file_name, file_name), format, bytes, page, context);
        }
        let name = format!("{file_name}#{}", at + 1);
        // The number is part of the name: a stem would be the same for all.
        let id = page.stated.id.is_none().then(|| hashed_id(&viet::nfc(&name)));
        structured((file_name, &name), format, bytes, page, &Context { id, ..Context::default() })
    });
    let articles = articles.collect();
    Ok((articles, found.problems.into_iter().map(|(place, kind)| problem(place, kind)).collect()))
}

/// An article of a structured file, which has that name, and the article this one.
fn structured(
    (file, name): (&str, &str),
    format: Format,
    bytes: &[u8],
    page: &Page,
    context: &Context,
) -> Imported {
    let stated = &page.stated;
    let url = context.url.clone().or(stated.url.clone());
    let id = match (&context.id, &url, &stated.id) {
        (Some(_), ..) | (_, Some(_), _) => {
            identify(name, &Context { url: url.clone(), ..context.clone() })
        }
        // "41" is a name only within its list.
        (.., Some(own)) if own.contains(':') => hashed_id(own),
        (.., Some(own)) => hashed_id(&viet::nfc(&format!("{}#{own}", id::stem(file)))),
        _ => identify(name, &Context::default()),
    };
    let original = Original { file: name, bytes, url, from: Some(format.code()) };
    let (mut article, problems) = assemble(id, &page.text, &page.marked, dated(stated), &original);
    if let Some(section) = &stated.section {
        article.section = Some(section.clone());
    }
    article.language = stated.language.clone();
    if let (Some(author), true) = (&stated.author, article.bylines.is_empty()) {
        article.bylines.push(Byline { name: author.clone(), at: None });
    }
    // Places are in the words, not in the file: only an entry's line is known.
    let place = page.line.map(|line| Place { line, byte: 0 });
    let problems =
        problems.into_iter().map(|(_, kind)| Problem { file: name.to_owned(), place, kind });
    Imported { article, problems: problems.collect() }
}

/// The day of publication in a field of the file.
fn dated(stated: &Stated) -> Option<Dated> {
    let (day, printed) = stated.published.as_ref()?;
    Some(Known {
        value: *day,
        status: Status::Stated,
        rule: Some(Rule::PublisherStatement),
        source: Some(Evidence::Publisher { note: printed.clone() }),
    })
}

/// The file that an article was read from.
struct Original<'a> {
    file: &'a str,
    bytes: &'a [u8],
    url: Option<String>,
    /// What it is, when it is not the text byte for byte.
    from: Option<&'a str>,
}

/// Lays a text out as an article. Problems come with the byte of the text they are at, in order.
fn assemble(
    id: ArticleId,
    text: &str,
    marked: &Marked,
    published: Option<Dated>,
    original: &Original<'_>,
) -> (Article, Vec<(usize, ProblemKind)>) {
    let layout = layout(text, &lines::lines(text), marked);
    let mut when = when::when(&id, text, &layout, published);
    let (title, title_problem) = title(text, &layout);
    when.problems.extend(title_problem);
    when.problems.extend(text_problems(text, &layout));
    when.problems.sort_by_key(|(at, _)| *at);
    let article = Article {
        title,
        section: layout.section.clone().map(|span| section(&text[span])),
        language: None,
        text: text.to_owned(),
        bylines: bylines(&layout),
        published: when.published,
        event: when.event,
        crawled: when.crawled,
        views: when.views,
        unit: None,
        publisher: publisher(&id, text, &layout),
        source: Source {
            file: Some(original.file.to_owned()),
            url: original.url.clone(),
            bytes: original.bytes.len() as u64,
            sha256: id::sha256_hex(original.bytes),
            reading: original.from.map(|from| Reading {
                from: from.to_owned(),
                sha256: id::sha256_hex(text.as_bytes()),
            }),
        },
        cut_off: is_cut_off(text, &layout),
        mentions: Vec::new(),
        doubts: Vec::new(),
        pictures: pictures(marked),
        extra: Default::default(),
        blocks: layout.blocks,
        id,
    };
    (article, when.problems)
}

/// The pictures of which the file says what they show. Which of them there are, the binder finds out.
fn pictures(marked: &Marked) -> Vec<Picture> {
    let described = marked.pictures.iter().filter_map(|(at, alt)| {
        let at = Span::new(at.clone());
        Some(Picture { at, file: String::new(), width: 0, height: 0, alt: Some(alt.clone()?) })
    });
    described.collect()
}

/// Lines and bytes of the file for problems in order of place, counted in one pass.
fn placed(
    text: &str,
    mark: usize,
    problems: Vec<(usize, ProblemKind)>,
) -> impl Iterator<Item = (Place, ProblemKind)> {
    let (mut line, mut seen) = (1, 0);
    problems.into_iter().map(move |(at, kind)| {
        line += lines::breaks(&text.as_bytes()[seen..at]);
        seen = at;
        (Place { line, byte: at + mark }, kind)
    })
}

/// The publisher's identifier, else one from the address, else from the file's name: composed, so
/// that a copy through a macOS disk keeps its links.
fn identify(file_name: &str, context: &Context) -> ArticleId {
    match (&context.id, &context.url) {
        (Some(id), _) => id.clone(),
        (None, Some(url)) => hashed_id(url),
        (None, None) => hashed_id(&viet::nfc(id::stem(file_name))),
    }
}

fn first_of(text: &str, layout: &Layout, kind: BlockKind) -> Option<String> {
    let block = layout.blocks.iter().find(|block| block.kind == kind)?;
    block.span.of(text).map(words::squeeze)
}

/// The section as printed, without a label before it.
fn section(printed: &str) -> String {
    let named = printed.split_once(':').filter(|(label, _)| words::fold(label) == "chuyen muc");
    words::squeeze(named.map_or(printed, |(_, name)| name))
}

/// The title as printed, else the first words of the text with a warning.
fn title(text: &str, layout: &Layout) -> (String, Option<(usize, ProblemKind)>) {
    /// Enough to recognise an article by.
    const WORDS: usize = 12;
    if let Some(title) = first_of(text, layout, BlockKind::Title) {
        return (title, None);
    }
    let block = layout.blocks.iter().find(|block| block.kind.is_body()).or(layout.blocks.first());
    let printed = block.and_then(|block| block.span.of(text)).unwrap_or_default();
    let squeezed = words::squeeze(printed);
    let mut instead: String = squeezed.split(' ').take(WORDS).collect::<Vec<_>>().join(" ");
    if instead.len() < squeezed.len() {
        instead.push('…');
    }
    let at = block.map_or(0, |block| block.span.range().start);
    (instead.clone(), Some((at, ProblemKind::NoTitle { instead })))
}

fn text_problems(text: &str, layout: &Layout) -> Vec<(usize, ProblemKind)> {
    let mut problems = Vec::new();
    if let Some(at) = text.find(char::REPLACEMENT_CHARACTER) {
        let count = text.matches(char::REPLACEMENT_CHARACTER).count();
        problems.push((at, ProblemKind::LostLetters { count }));
    }
    if !layout.blocks.iter().any(|b| matches!(b.kind, BlockKind::Lead | BlockKind::Paragraph)) {
        problems.push((0, ProblemKind::NoBody));
    }
    problems
}

fn bylines(layout: &Layout) -> Vec<Byline> {
    let mut bylines: Vec<Byline> = Vec::new();
    for signed in &layout.signed {
        if !bylines.iter().any(|byline| byline.name == signed.name) {
            bylines
                .push(Byline { name: signed.name.clone(), at: Some(Span::new(signed.at.clone())) });
        }
    }
    bylines
}

fn publisher(id: &ArticleId, text: &str, layout: &Layout) -> Option<Known<String>> {
    let agency = layout.agency.as_ref()?;
    let at = agency.at.clone();
    let quote = words::squeeze(&text[at.clone()]);
    Some(Known {
        value: agency.publisher?.to_owned(),
        status: Status::Inferred,
        rule: Some(Rule::AgencyCode { code: agency.code.clone() }),
        source: Some(Evidence::Text { article: id.clone(), at: Span::new(at), quote }),
    })
}

/// Whether the file breaks off: its last line is a paragraph that ends in "…". Where a signature
/// or a date follows, "…" only means "and so on".
fn is_cut_off(text: &str, layout: &Layout) -> bool {
    let last = layout
        .blocks
        .last()
        .filter(|block| matches!(block.kind, BlockKind::Lead | BlockKind::Paragraph));
    last.and_then(|block| block.span.of(text)).is_some_and(|end| {
        let end = end.trim_end_matches(['”', '"', ')', ']']);
        end.ends_with('…') || end.ends_with("...")
    })
}
