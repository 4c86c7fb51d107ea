//! `sitemap.xml` and `robots.txt`, which speak in absolute addresses only.

use std::fmt::Write as _;

use model::bundle::write::File;

use crate::article::machine;
use crate::text::Text;
use crate::{Front, address, file};

/// Addresses of one site map at most (sitemaps.org).
const MOST: usize = 50_000;

/// The files; none where the site's address is not known.
pub(crate) fn files(front: &Front<'_>) -> Vec<File> {
    let Some(home) = front.site.absolute("") else { return Vec::new() };
    let mut pages = vec![format!("<url><loc>{}</loc></url>\n", Text(&home))];
    for article in &front.newest {
        let path = address::article(&article.id);
        let Some(page) = front.site.absolute(&path) else { continue };
        let published = article.published.as_ref().filter(|date| date.value.day().is_some());
        let changed = published.map(|date| format!("<lastmod>{}</lastmod>", machine(date.value)));
        pages.push(format!(
            "<url><loc>{}</loc>{}</url>\n",
            Text(&page),
            changed.unwrap_or_default()
        ));
    }
    let maps: Vec<&[String]> = pages.chunks(MOST).collect();
    let names: Vec<String> = match maps.len() {
        1 => vec!["sitemap.xml".to_owned()],
        many => (1..=many).map(|at| format!("sitemap-{at}.xml")).collect(),
    };
    let mut files: Vec<File> = names
        .iter()
        .zip(&maps)
        .map(|(name, pages)| file(name, set("urlset", &pages.concat())))
        .collect();
    if names.len() > 1 {
        let mut list = String::new();
        for address in names.iter().filter_map(|name| front.site.absolute(name)) {
            // Writing to a String cannot fail.
            let _ = writeln!(list, "<sitemap><loc>{}</loc></sitemap>", Text(&address));
        }
        files.push(file("sitemap.xml", set("sitemapindex", &list)));
    }
    let map = front.site.absolute("sitemap.xml").unwrap_or_default();
    files.push(file("robots.txt", format!("User-agent: *\nAllow: /\n\nSitemap: {map}\n")));
    files
}

fn set(name: &str, inner: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n\
         <{name} xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n{inner}</{name}>\n"
    )
}
