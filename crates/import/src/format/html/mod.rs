//! Saved web pages: the article found among menus, sidebars and forms.
//!
//! 1. `root`: the element that holds the article's paragraphs;
//! 2. `metadata`: what the page states for machines (Open Graph, schema.org, `<time>`);
//! 3. `blocks`: the words of the element, a line for each block.

mod blocks;
mod metadata;
mod root;

use scraper::Html;

use super::{Failure, Format, Found};
use crate::page::Page;
use crate::problem::{Encoding, ProblemKind};
use crate::words::squeeze;

/// How much of a file is searched for `<meta charset>`, as browsers do.
const HEAD: usize = 1024;

/// Open elements within each other at most: a hundred times what pages have. The parser's time
/// grows with their number times their depth.
const DEEPEST: usize = 4000;

/// Elements that end by themselves, so that nobody closes them.
const UNCLOSED: [&str; 22] = [
    "area", "base", "br", "col", "dd", "dt", "embed", "hr", "img", "input", "li", "link", "meta",
    "option", "p", "param", "source", "td", "th", "tr", "track", "wbr",
];

/// Reads a page.
///
/// # Errors
/// [`ProblemKind::BrokenFile`] when its elements lie too deep in each other.
pub(super) fn read(text: &str) -> Result<Found, Failure> {
    if is_too_deep(text) {
        let why = format!("more than {DEEPEST} elements lie within each other");
        return Err((None, ProblemKind::BrokenFile { format: Format::Html, why }));
    }
    let document = Html::parse_document(text);
    let top = document.root_element();
    let metadata = metadata::metadata(&document);
    let mut page = Page::default();
    let root = root::root(top);
    let heading = root::heading(top, root);
    if let Some(title) = heading.map(blocks::words).or(metadata.title.clone()) {
        page.title(&title);
    }
    if let Some(heading) = heading {
        for line in root::between(heading, root) {
            page.plain(&line);
        }
    }
    blocks::write(root, heading, &mut page);
    page.stated = metadata.stated;
    Ok(Found { pages: vec![page], problems: Vec::new() })
}

/// Whether a text has elements deeper in each other than [`DEEPEST`], by its tags alone.
fn is_too_deep(text: &str) -> bool {
    let mut depth = 0_usize;
    text.split('<').skip(1).any(|tag| {
        if tag.starts_with('/') {
            depth = depth.saturating_sub(1);
        } else if tag.starts_with(|c: char| c.is_ascii_alphabetic()) {
            let end = tag.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(tag.len());
            let name = tag[..end].to_ascii_lowercase();
            depth += usize::from(!UNCLOSED.contains(&&*name));
        }
        depth > DEEPEST
    })
}

/// The words of a field, tags and entities read.
pub(super) fn words(field: &str) -> String {
    if field.contains(['<', '&']) && !is_too_deep(field) {
        blocks::words(Html::parse_fragment(field).root_element())
    } else {
        squeeze(field)
    }
}

/// Adds a text that is HTML or plain lines.
pub(super) fn fragment(text: &str, page: &mut Page) {
    let tagged = text.find('<').is_some_and(|at| {
        text[at + 1..].starts_with(|c: char| c.is_ascii_alphabetic() || c == '/' || c == '!')
    });
    if (tagged || text.contains('&') && text.contains(';')) && !is_too_deep(text) {
        blocks::write(Html::parse_fragment(text).root_element(), None, page);
    } else {
        text.lines().for_each(|line| page.plain(line));
    }
}

/// The encoding that `<meta>` declares, when it is not what everything is tried as anyway.
pub(super) fn declared_encoding(bytes: &[u8]) -> Option<Encoding> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(HEAD)]).to_ascii_lowercase();
    let (_, after) = head.split_once("charset=")?;
    let name = after.trim_start_matches(['"', '\'']);
    let end = name.find(|c: char| !c.is_ascii_alphanumeric() && c != '-').unwrap_or(name.len());
    Encoding::of_code(&name[..end]).filter(|encoding| *encoding != Encoding::Utf8)
}
