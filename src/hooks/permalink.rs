//! The lasting address of an article, to be handed to somebody else.

use model::ArticleId;

use super::archive::store::Archive;
use crate::platform::dom;
use crate::route::Route;

/// The `<meta>` of a site that has a page of its own for each article: in which folder.
const PAGES: &str = "bien-nien-pages";

/// The address of an article: on the web its own page where the site has one, which other programs
/// show with its title; else the article in the viewer. Without what only this visit asked for.
pub fn permalink(archive: &Archive, id: &ArticleId) -> String {
    let base = archive.manifest.base_url.as_deref();
    let pages = dom::meta(PAGES);
    let page = dom::page_address().unwrap_or_default();
    let folder = dom::absolute("./").unwrap_or_default();
    link(base, pages.as_deref(), &page, &folder, id)
}

/// Whether an address can be opened by somebody else: not one of this device's disk.
pub fn is_public(address: &str) -> bool {
    address.starts_with("https://") || address.starts_with("http://")
}

fn link(
    base: Option<&str>,
    pages: Option<&str>,
    page: &str,
    folder: &str,
    id: &ArticleId,
) -> String {
    let hash = Route::article(id, "").href();
    // What stands behind `?` or `#` is of a page, not of a site.
    let base =
        base.and_then(|base| base.split(['?', '#']).next()).map(|base| base.trim_end_matches('/'));
    let site = base.unwrap_or(folder.trim_end_matches('/'));
    match pages {
        Some(pages) if is_public(site) => [site, "/", pages, id.as_str(), "/"].concat(),
        _ => match base {
            Some(base) => [base, "/", &hash].concat(),
            None => [page, &hash].concat(),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(base: Option<&str>, pages: Option<&str>, page: &str, expected: &str) {
        let folder = page.rsplit_once('/').map_or("", |(folder, _)| folder);
        let id = "a1".parse().expect("an identifier");
        assert_eq!(link(base, pages, page, &[folder, "/"].concat(), &id), expected);
    }

    #[test]
    fn pages_where_there_are_some() {
        let here = "https://xa.example/tin/";
        check(None, Some("bai/"), here, "https://xa.example/tin/bai/a1/");
        check(None, None, here, "https://xa.example/tin/#/bai/a1");
        let index = "https://xa.example/tin/index.html";
        check(None, Some("bai/"), index, "https://xa.example/tin/bai/a1/");
        check(None, None, index, "https://xa.example/tin/index.html#/bai/a1");
    }

    #[test]
    fn where_the_archive_is_published_goes_before_where_it_is_read() {
        let base = Some("https://xa.example/kho/?x=1");
        for page in ["http://127.0.0.1:8080/", "file:///media/usb/bien-nien.html"] {
            check(base, Some("bai/"), page, "https://xa.example/kho/bai/a1/");
            check(base, None, page, "https://xa.example/kho/#/bai/a1");
        }
    }

    #[test]
    fn on_a_disk_there_are_no_pages() {
        let file = "file:///media/usb/bien-nien.html";
        check(None, Some("bai/"), file, "file:///media/usb/bien-nien.html#/bai/a1");
        assert!(!is_public(file) && is_public("https://xa.example/"));
    }
}
