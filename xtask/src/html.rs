//! Finding tags in a page that our own tools wrote.
//!
//! No parser for the web at large: it knows tags, quoted and bare attributes and comments, which
//! is all that `index.html` and Trunk's output contain. What it misreads, the checks of
//! [`finish`](crate::finish) refuse.

use std::ops::Range;

/// An opening tag.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Tag<'a> {
    /// From `<` to `>`.
    pub(crate) range: Range<usize>,
    /// In lower case.
    pub(crate) name: String,
    /// Name, in lower case, and value, entities as written.
    pub(crate) attributes: Vec<(String, &'a str)>,
}

impl Tag<'_> {
    /// An attribute's value.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| *value)
    }
}

/// All opening tags outside comments.
pub(crate) fn tags(page: &str) -> Vec<Tag<'_>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = page[at..].find('<').map(|offset| at + offset) {
        let rest = &page[start..];
        if rest.starts_with("<!--") {
            at = rest.find("-->").map_or(page.len(), |end| start + end + 3);
        } else if rest[1..].starts_with(|c: char| c.is_ascii_alphabetic()) {
            let tag = read(page, start);
            at = tag.range.end;
            found.push(tag);
        } else {
            at = start + 1;
        }
    }
    found
}

/// The tag that opens at `start`.
fn read(page: &str, start: usize) -> Tag<'_> {
    let name_end = end_of(page, start + 1, |c| c.is_whitespace() || c == '>' || c == '/');
    let name = page[start + 1..name_end].to_ascii_lowercase();
    let mut attributes = Vec::new();
    let mut at = name_end;
    loop {
        at = end_of(page, at, |c| !c.is_whitespace() && c != '/');
        if at >= page.len() || page[at..].starts_with('>') {
            let end = (at + 1).min(page.len());
            return Tag { range: start..end, name, attributes };
        }
        let key_end = end_of(page, at + 1, |c| c.is_whitespace() || c == '=' || c == '>');
        let key = page[at..key_end].trim_end_matches('/').to_ascii_lowercase();
        let (value, after) = value(page, key_end);
        attributes.push((key, value));
        at = after;
    }
}

/// The value after an attribute's name, and where it ends.
fn value(page: &str, at: usize) -> (&str, usize) {
    let Some(rest) = page[at..].strip_prefix('=') else { return ("", at) };
    for quote in ['"', '\''] {
        if let Some(quoted) = rest.strip_prefix(quote) {
            let length = quoted.find(quote).unwrap_or(quoted.len());
            return (&quoted[..length], (at + 2 + length + 1).min(page.len()));
        }
    }
    let end = end_of(page, at + 1, |c| c.is_whitespace() || c == '>');
    (&page[at + 1..end], end)
}

fn end_of(page: &str, from: usize, stop: impl Fn(char) -> bool) -> usize {
    let from = from.min(page.len());
    page[from..].find(stop).map_or(page.len(), |offset| from + offset)
}

#[cfg(test)]
mod tests {
    use super::tags;

    fn check(page: &str, expected: &[(&str, &[(&str, &str)])]) {
        let found = tags(page);
        let found: Vec<(&str, Vec<(&str, &str)>)> = found
            .iter()
            .map(|tag| {
                let attributes = tag.attributes.iter().map(|(key, value)| (key.as_str(), *value));
                (tag.name.as_str(), attributes.collect())
            })
            .collect();
        let expected: Vec<_> = expected.iter().map(|(name, all)| (*name, all.to_vec())).collect();
        assert_eq!(found, expected, "{page}");
    }

    #[test]
    fn tags_and_attributes() {
        check("<!doctype html><p>a < b</p>", &[("p", &[])]);
        check(
            "<!-- <p> --><LINK rel=\"css\" HREF=./a.css>",
            &[("link", &[("rel", "css"), ("href", "./a.css")])],
        );
        check("<script src='a b'></script><br/>", &[("script", &[("src", "a b")]), ("br", &[])]);
        check("<p hidden class=x>", &[("p", &[("hidden", ""), ("class", "x")])]);
        check("<a href=\"x>y\">", &[("a", &[("href", "x>y")])]);
        check("<a href=\"never closed", &[("a", &[("href", "never closed")])]);
        check("<", &[]);
        check("<p", &[("p", &[])]);
        check("<p =\"x\">đ", &[("p", &[("=\"x\"", "")])]);
    }
}
