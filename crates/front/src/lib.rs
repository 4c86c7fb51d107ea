//! What of an archive is read without the viewer: pages that need no JavaScript, so that links
//! preview and search engines find them; feeds for sites that allow no script; the site map.
//!
//! | file | |
//! |---|---|
//! | `bai/<id>/index.html` | an article: canonical address, Open Graph, JSON-LD |
//! | `bai/<id>/oembed.json` | the same for oEmbed, where the site's address is known |
//! | `nguon/…` | Atom, JSON Feed 1.1 and iCalendar: see [`feeds`] |
//! | `sitemap.xml`, `robots.txt` | where the site's address is known |
//!
//! [`home`] writes title and latest articles into the site's first page. The service worker keeps that page
//! as it is without them (`app.html`): a new article is no new version of the viewer.
//!
//! No clock is read: the same contents give the same bytes. Everything from an archive is text and
//! is written as text: see [`text`].

mod address;
mod announce;
mod article;
pub mod feeds;
mod home;
mod look;
mod sitemap;
mod style;
pub mod text;
mod words;

use model::article::Article;
use model::bundle::write::File;
use model::bundle::{Contents, Summary};

pub use announce::{announce, change_pages};
pub use home::home;
pub use look::Colours;

use address::Site;
use words::Words;

/// What everything here is written from.
struct Front<'a> {
    contents: &'a Contents,
    site: Site<'a>,
    words: &'static Words,
    /// The articles by the date they are listed under, the newest first.
    newest: Vec<&'a Article>,
}

impl<'a> Front<'a> {
    fn new(contents: &'a Contents) -> Self {
        let mut newest: Vec<(usize, &Article)> = contents.articles.iter().enumerate().collect();
        newest.sort_by_key(|(at, article)| {
            let listed = Summary::of(article).listed().map(|(date, _)| date);
            std::cmp::Reverse((listed, *at))
        });
        Self {
            contents,
            site: Site::new(contents.about.base_url.as_deref()),
            words: Words::of(&contents.about.language),
            newest: newest.into_iter().map(|(_, article)| article).collect(),
        }
    }

    /// The name of the unit an article is about.
    fn unit(&self, article: &Article) -> Option<&'a str> {
        let id = &article.unit.as_ref()?.value;
        let unit = self.contents.units.iter().find(|unit| unit.id == *id)?;
        Some(&unit.name)
    }
}

/// Completes a site, of which the viewer's files and the bundle are there: pages for articles, feeds, the
/// site map, and what the first page says of the archive. `step` is told how many articles are done.
pub fn add(site: &mut Vec<File>, contents: &Contents, step: &mut dyn FnMut(usize, usize)) {
    begin(site, contents);
    site.extend(files(contents, step));
}

/// Completes the viewer's own page: what it says of the archive, and that articles have pages.
pub fn begin(site: &mut Vec<File>, contents: &Contents) {
    announce(site, true);
    home::put(site, contents);
}

/// All files but the home page. `step` is told how many articles are done, of how many.
pub fn files(contents: &Contents, step: &mut dyn FnMut(usize, usize)) -> Vec<File> {
    let pages = Pages::new(contents);
    let mut files = pages.others();
    for at in 0..pages.len() {
        files.extend(pages.of(at));
        step(at + 1, pages.len());
    }
    files
}

/// What is written here, made piece by piece: all pages together are larger than the archive.
pub struct Pages<'a> {
    front: Front<'a>,
}

impl<'a> Pages<'a> {
    /// Of an archive.
    pub fn new(contents: &'a Contents) -> Self {
        Self { front: Front::new(contents) }
    }

    /// How many articles there are.
    pub fn len(&self) -> usize {
        self.front.contents.articles.len()
    }

    /// Whether there is no article.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The files of an article, by its ordinal; none where there is no such article.
    pub fn of(&self, ordinal: usize) -> Vec<File> {
        let Some(article) = self.front.contents.articles.get(ordinal) else { return Vec::new() };
        let page = article::page(&self.front, article);
        let mut files = vec![file(&address::article_file(&article.id), page)];
        let oembed = article::oembed(&self.front, article);
        files.extend(oembed.map(|oembed| file(&address::oembed_file(&article.id), oembed)));
        files
    }

    /// What is of no one article: the pages' stylesheet, the feeds, the site map.
    pub fn others(&self) -> Vec<File> {
        let own = Colours::of(&self.front.contents.about.extra);
        let mut files = vec![file(style::PATH, [style::STYLE, &own.on_pages()].concat())];
        files.extend(feeds::files(&self.front));
        files.extend(sitemap::files(&self.front));
        files
    }
}

/// Whether a path is one of those that are written here, but the home page.
pub fn is_ours(path: &str) -> bool {
    let map = path.starts_with("sitemap") && path.ends_with(".xml") && !path.contains('/');
    path.starts_with("bai/") || path.starts_with("nguon/") || map || path == "robots.txt"
}

fn file(path: &str, text: String) -> File {
    File { path: path.to_owned(), bytes: text.into_bytes() }
}
