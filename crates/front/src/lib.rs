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
mod sitemap;
mod style;
pub mod text;
mod words;

use model::article::Article;
use model::bundle::write::File;
use model::bundle::{Contents, Summary};

pub use announce::{announce, change_pages};
pub use home::home;

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
    announce(site, true);
    home::put(site, contents);
    site.extend(files(contents, step));
}

/// All files but the home page. `step` is told how many articles are done, of how many.
pub fn files(contents: &Contents, step: &mut dyn FnMut(usize, usize)) -> Vec<File> {
    let front = Front::new(contents);
    let mut files = vec![file(style::PATH, style::STYLE.to_owned())];
    let count = front.newest.len();
    for (done, article) in contents.articles.iter().enumerate() {
        files.push(file(&address::article_file(&article.id), article::page(&front, article)));
        if let Some(oembed) = article::oembed(&front, article) {
            files.push(file(&address::oembed_file(&article.id), oembed));
        }
        step(done + 1, count);
    }
    files.extend(feeds::files(&front));
    files.extend(sitemap::files(&front));
    files
}

/// Whether a path is one of those that are written here, but the home page.
pub fn is_ours(path: &str) -> bool {
    let map = path.starts_with("sitemap") && path.ends_with(".xml") && !path.contains('/');
    path.starts_with("bai/") || path.starts_with("nguon/") || map || path == "robots.txt"
}

fn file(path: &str, text: String) -> File {
    File { path: path.to_owned(), bytes: text.into_bytes() }
}
