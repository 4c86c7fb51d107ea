//! How the viewer knows that each article has a page of its own, so that links to be handed on are
//! those of pages: they show the article's title in other programs.

use model::bundle::write::File;

/// The site's first page.
pub(crate) const INDEX: &str = "index.html";
/// The viewer's own page as a browser keeps it: the first without what it says of the archive.
pub(crate) const APP: &str = "app.html";
/// What it then says; `hooks::permalink` of the viewer reads it.
const META: &str = "<meta name=\"bien-nien-pages\" content=\"bai/\">";
/// It stands before the scripts: the first of them, `early.js`, reads it at once.
const PLACES: [&str; 2] = ["<script", "</head>"];

/// Has the viewer's page say whether articles have pages, and nothing of an earlier build. What is said
/// does not depend on the archive: the viewer stays the same version when articles come.
pub fn announce(files: &mut Vec<File>, has_pages: bool) {
    change_pages(files, &|page| {
        let plain = page.replace(META, "");
        let place = PLACES.iter().filter_map(|place| plain.find(place)).min();
        match place {
            Some(place) if has_pages => [&plain[..place], META, &plain[place..]].concat(),
            _ => plain,
        }
    });
}

/// Changes the viewer's page under both its names, and drops the packed forms of what it was.
pub fn change_pages(files: &mut Vec<File>, change: &dyn Fn(&str) -> String) {
    for name in [INDEX, APP] {
        let Some(file) = files.iter_mut().find(|file| file.path == name) else { continue };
        let Ok(page) = std::str::from_utf8(&file.bytes) else { continue };
        let changed = change(page).into_bytes();
        if changed == file.bytes {
            continue;
        }
        file.bytes = changed;
        files.retain(|file| {
            let rest = file.path.strip_prefix(name);
            !rest.is_some_and(|rest| rest.starts_with('.'))
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site() -> Vec<File> {
        let file = |path: &str, text: &str| File { path: path.to_owned(), bytes: text.into() };
        vec![
            file(
                "index.html",
                "<title>x</title><script src=a.js></script></head><body></head></body>",
            ),
            file("index.html.br", "…"),
            file("index.html.gz", "…"),
            file("a.js.br", "…"),
            file("app.html", "<head></head>"),
        ]
    }

    #[test]
    fn a_site_with_pages_says_so_once() {
        let mut files = site();
        announce(&mut files, true);
        announce(&mut files, true);
        let page = String::from_utf8(files[0].bytes.clone()).unwrap();
        let rest = "<script src=a.js></script></head><body></head></body>";
        assert_eq!(page, ["<title>x</title>", META, rest].concat());
        assert_eq!(files[2].bytes, ["<head>", META, "</head>"].concat().as_bytes());
        let paths: Vec<&str> = files.iter().map(|file| file.path.as_str()).collect();
        assert_eq!(
            paths,
            ["index.html", "a.js.br", "app.html"],
            "packed forms of another page are gone"
        );
    }

    #[test]
    fn a_site_without_pages_is_left_alone_and_does_not_say_so() {
        let mut files = site();
        announce(&mut files, false);
        assert_eq!(files.len(), 5);
        announce(&mut files, true);
        announce(&mut files, false);
        assert_eq!(files[0].bytes, site()[0].bytes);
        announce(&mut Vec::new(), true);
    }
}
