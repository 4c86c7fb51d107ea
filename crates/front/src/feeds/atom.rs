//! Atom, RFC 4287.

use std::fmt::Write as _;

use calendar::Date;

use super::Feed;
use crate::Front;
use crate::text::Text;

/// Writes a feed. Where the site's address is not known, links are relative to the feed's own.
pub(super) fn write(front: &Front<'_>, feed: &Feed<'_>, stamp: Date) -> String {
    let about = &front.contents.about;
    let up = "../".repeat(feed.path.matches('/').count());
    let to = |path: &str| front.site.absolute(path).unwrap_or_else(|| [&up, path].concat());
    // What was told on a day was so at its noon, wherever it is read.
    let time = |day: Date| format!("{day}T12:00:00+07:00");
    let path = [&feed.path, ".atom"].concat();
    let mut out = String::new();
    // Writing to a String cannot fail.
    let _ = write!(
        out,
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n\
         <feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">\n\
         <id>{}</id>\n<title>{}</title>\n<updated>{}</updated>\n<author><name>{}</name></author>\n\
         <link rel=\"self\" type=\"application/atom+xml\" href=\"{}\"/>\n\
         <link rel=\"alternate\" type=\"text/html\" href=\"{}\"/>\n",
        Text(&about.language),
        Text(&front.site.lasting(&path)),
        Text(&feed.title),
        time(stamp),
        Text(about.publisher.as_deref().unwrap_or(&about.title)),
        Text(&to(&path)),
        Text(&to(&feed.about))
    );
    for entry in &feed.entries {
        let _ = write!(
            out,
            "<entry>\n<id>{}</id>\n<title>{}</title>\n<link rel=\"alternate\" type=\"text/html\" href=\"{}\"/>\n\
             <updated>{}</updated>\n",
            Text(&front.site.lasting(&entry.id)),
            Text(&entry.title),
            Text(&to(&entry.page)),
            // Atom must have one: the nearest there is.
            time(entry.near.unwrap_or(stamp))
        );
        for author in &entry.authors {
            let _ = writeln!(out, "<author><name>{}</name></author>", Text(author));
        }
        if let Some(section) = entry.section {
            let _ = writeln!(out, "<category term=\"{}\"/>", Text(section));
        }
        let _ = write!(out, "<summary>{}</summary>\n</entry>\n", Text(&entry.summary));
    }
    out.push_str("</feed>\n");
    out
}
