//! Addresses of what is written here, relative and absolute.

use model::{ArticleId, UnitId};

/// The page of an article, relative to the site.
pub(crate) fn article(id: &ArticleId) -> String {
    ["bai/", id.as_str(), "/"].concat()
}

/// The file of that page.
pub(crate) fn article_file(id: &ArticleId) -> String {
    article(id) + "index.html"
}

/// The article for oEmbed.
pub(crate) fn oembed_file(id: &ArticleId) -> String {
    article(id) + "oembed.json"
}

/// An article in the viewer, relative to the site.
pub(crate) fn in_viewer(id: &ArticleId) -> String {
    ["#/bai/", id.as_str()].concat()
}

/// The anniversary of an identifier in the viewer, relative to the site.
pub(crate) fn anniversary(id: &str) -> String {
    // Identifiers are digits, small letters and hyphens; what is not is escaped.
    let mut out = String::from("#/ky-niem/");
    for byte in id.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

/// A unit in the viewer, relative to the site.
pub(crate) fn unit(id: &UnitId) -> String {
    ["#/don-vi/", id.as_str()].concat()
}

/// Where a site is published.
pub(crate) struct Site<'a> {
    /// Ends in `/`.
    base: Option<std::borrow::Cow<'a, str>>,
}

impl<'a> Site<'a> {
    pub(crate) fn new(base: Option<&'a str>) -> Self {
        // What stands behind `?` or `#` is of a page, not of a site.
        let base = base.map(|base| base.split(['?', '#']).next().unwrap_or_default());
        Self { base: base.map(|base| (base.trim_end_matches('/').to_owned() + "/").into()) }
    }

    /// The absolute address of a path of the site, where the site's is known.
    pub(crate) fn absolute(&self, path: &str) -> Option<String> {
        self.base.as_ref().map(|base| [base, path].concat())
    }

    /// An address that tells this archive from all others and never changes: for identifiers, not
    /// for fetching.
    pub(crate) fn lasting(&self, path: &str) -> String {
        self.absolute(path).unwrap_or_else(|| ["urn:bien-nien:", &path.replace('/', ":")].concat())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_base_needs_no_slash() {
        for base in
            ["https://xa.example/tin", "https://xa.example/tin/", "https://xa.example/tin/?x=1#/"]
        {
            let site = Site::new(Some(base));
            assert_eq!(site.absolute("bai/a/").as_deref(), Some("https://xa.example/tin/bai/a/"));
        }
        let site = Site::new(None);
        assert_eq!(
            (site.absolute("x"), site.lasting("bai/a/")),
            (None, "urn:bien-nien:bai:a:".to_owned())
        );
    }

    #[test]
    fn identifiers_cannot_leave_their_place() {
        assert_eq!(anniversary("1930-10-15-a"), "#/ky-niem/1930-10-15-a");
        assert_eq!(anniversary("a/\"x"), "#/ky-niem/a%2F%22x");
    }
}
