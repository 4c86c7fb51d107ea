//! The home page before the viewer has started: the archive's title and its latest articles.

use calendar::PartialDate;
use model::article::Article;
use model::bundle::write::File;
use model::bundle::{Contents, Summary};

use crate::Front;
use crate::announce::{APP, INDEX};
use crate::article::entry;
use crate::feeds;
use crate::text::Text;

/// Articles listed.
const MOST: usize = 12;

/// Where the viewer's page has its own name, and where it lets the archive speak, as Trunk writes them:
/// without quotes that are not needed.
const TITLE: (&str, &str) = ("<title>", "</title>");
const DESCRIPTION: (&str, &str) = ("<meta content=\"", "\" name=description>");
const HEADING: (&str, &str) = ("<h1>", "</h1>");
/// In this place stands what the archive says before the viewer has started.
const PLACE: &str = "<div id=shell-latest></div>";
const HEAD_END: &str = "</head>";

/// Writes the archive's title and latest articles into the viewer's page; `None` when it is not the
/// page of this version.
pub fn home(index: &str, contents: &Contents) -> Option<String> {
    let front = Front::new(contents);
    let about = &contents.about;
    let page = between(index, TITLE, &Text(&about.title).to_string())?;
    let page = match &about.description {
        Some(description) => described(&page, &Text(description).to_string())?,
        None => page,
    };
    let page = between(&page, HEADING, &Text(&about.title).to_string())?;
    let (before, after) = page.split_once(PLACE)?;
    let page = [before, &latest(&front), after].concat();
    let (before, after) = page.split_once(HEAD_END)?;
    Some([before, &head(&front), HEAD_END, after].concat())
}

fn head(front: &Front<'_>) -> String {
    let mut out = String::new();
    let mut property = |name: &str, content: &str| {
        out.push_str(&format!("<meta property=\"{name}\" content=\"{}\">\n", Text(content)));
    };
    let about = &front.contents.about;
    property("og:type", "website");
    property("og:title", &about.title);
    if let Some(description) = &about.description {
        property("og:description", description);
    }
    property("og:locale", front.words.locale);
    if let Some(here) = front.site.absolute("") {
        property("og:url", &here);
        out.push_str(&format!("<link rel=\"canonical\" href=\"{}\">\n", Text(&here)));
    }
    for (ending, kind) in [("atom", "application/atom+xml"), ("json", "application/feed+json")] {
        let latest = feeds::LATEST;
        out.push_str(&format!(
            "<link rel=\"alternate\" type=\"{kind}\" href=\"{latest}.{ending}\">\n"
        ));
    }
    out
}

fn latest(front: &Front<'_>) -> String {
    let entries: Vec<String> =
        front.newest.iter().take(MOST).map(|article| entry(article, "")).collect();
    if entries.is_empty() {
        return String::new();
    }
    let words = front.words;
    format!(
        "<section class=\"shell-latest\" lang=\"{}\"><h2 lang=\"{}\">{}</h2>\n<ul>\n{}\n</ul></section>",
        Text(&front.contents.about.language),
        words.code,
        words.latest,
        entries.join("\n")
    )
}

/// Writes the archive's title and latest articles into the site's first page, from the page as it is
/// without any: the viewer may stand beside another archive, or come without a first page.
pub(crate) fn put(site: &mut Vec<File>, contents: &Contents) {
    let page = site.iter().find(|file| file.path == APP);
    let text = page.and_then(|page| std::str::from_utf8(&page.bytes).ok());
    let Some(page) = text.and_then(|text| home(text, contents)) else { return };
    // Its compressed copies begin so too.
    site.retain(|file| !file.path.starts_with(INDEX));
    site.push(File { path: INDEX.to_owned(), bytes: page.into_bytes() });
}

/// Puts a description in the place of the viewer's own. Other metas begin as it does, so it is found by
/// its end.
fn described(page: &str, description: &str) -> Option<String> {
    let (start, end) = DESCRIPTION;
    let to = page.find(end)?;
    let from = page[..to].rfind(start)? + start.len();
    Some([&page[..from], description, &page[to..]].concat())
}

/// Puts something else between two marks, the first time they stand there.
fn between(page: &str, (start, end): (&str, &str), new: &str) -> Option<String> {
    let from = page.find(start)? + start.len();
    let to = from + page[from..].find(end)?;
    Some([&page[..from], new, &page[to..]].concat())
}

/// The date that an article is listed under.
pub(crate) fn listed(article: &Article) -> Option<PartialDate> {
    Summary::of(article).listed().map(|(date, _)| date)
}
