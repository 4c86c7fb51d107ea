//! Where files that come in lie in an archive: what a clerk drops is a folder of articles, or an
//! archive's folder with `archive.toml` and `articles/`, under whatever name.

use crate::platform::desk::Offered;

/// An archive's settings file.
pub(super) const SETTINGS: &str = "archive.toml";
/// The folder of its articles.
pub(super) const ARTICLES: &str = "articles/";

/// What came in, put in order.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Placed {
    /// Path it came with, path in `articles/`, length.
    pub(super) files: Vec<(String, String, f64)>,
    /// The path that archive.toml came with.
    pub(super) settings: Option<String>,
    /// The name of the folder that all of it lay in.
    pub(super) folder: Option<String>,
    /// Files of an archive's folder that are no articles.
    pub(super) outside: usize,
}

/// Puts what came in in order.
pub(super) fn place(offered: Offered) -> Placed {
    let (folder, skip) = common_folder(&offered);
    let mut placed = Placed { folder: folder.map(str::to_owned), ..Placed::default() };
    let is_archive = offered.iter().any(|(path, _)| path[skip..].starts_with(ARTICLES));
    for (path, size) in &offered {
        let inner = &path[skip..];
        if inner == SETTINGS {
            placed.settings = Some(path.clone());
        } else if !is_archive {
            placed.files.push((path.clone(), inner.to_owned(), *size));
        } else if let Some(name) = inner.strip_prefix(ARTICLES) {
            placed.files.push((path.clone(), name.to_owned(), *size));
        } else {
            placed.outside += 1;
        }
    }
    placed
}

/// The folder that everything lies in, if there is one, and how long its name is with its slash.
fn common_folder(offered: &Offered) -> (Option<&str>, usize) {
    let first = offered.first().and_then(|(path, _)| path.split_once('/'));
    match first {
        Some((folder, _)) if offered.iter().all(|(path, _)| is_in(path, folder)) => {
            // The folder of articles by itself is no name for an archive.
            let name = [folder, "/"].concat();
            (Some(folder).filter(|_| name != ARTICLES), name.len())
        }
        _ => (None, 0),
    }
}

fn is_in(path: &str, folder: &str) -> bool {
    path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'))
}

/// Whether the names in a zip are those of somebody's work.
pub(super) fn is_work(names: &[String]) -> bool {
    let offered = names.iter().map(|name| (name.clone(), 0.0)).collect();
    place(offered).settings.is_some()
}

/// The file on the desk that an article lies in: its own, or one that holds several.
pub(super) fn file_of<'a>(files: &'a [(String, f64)], name: &str) -> Option<&'a str> {
    let holds = |file: &str| {
        name.strip_prefix(file).is_some_and(|rest| rest.is_empty() || rest.starts_with(['#', '/']))
    };
    let files = files.iter().map(|(file, _)| file.as_str());
    files.filter(|file| holds(file)).max_by_key(|file| file.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn placed(paths: &[&str]) -> Placed {
        place(paths.iter().map(|path| ((*path).to_owned(), 1.0)).collect())
    }

    fn names(placed: &Placed) -> Vec<&str> {
        placed.files.iter().map(|(_, name, _)| name.as_str()).collect()
    }

    #[test]
    fn a_folder_of_articles() {
        let placed = placed(&["Bài cũ/2020/a.txt", "Bài cũ/b.html"]);
        assert_eq!(names(&placed), ["2020/a.txt", "b.html"]);
        assert_eq!(placed.folder.as_deref(), Some("Bài cũ"));
        assert_eq!((placed.settings, placed.outside), (None, 0));
    }

    #[test]
    fn an_archives_folder() {
        for root in ["", "kho/"] {
            let paths = ["archive.toml", "articles/a/b.txt", "NOTICE", "articles/c.txt"];
            let paths: Vec<String> = paths.iter().map(|path| format!("{root}{path}")).collect();
            let placed = placed(&paths.iter().map(String::as_str).collect::<Vec<_>>());
            assert_eq!(names(&placed), ["a/b.txt", "c.txt"]);
            assert_eq!(placed.settings, Some(format!("{root}archive.toml")));
            assert_eq!(placed.outside, 1);
        }
    }

    #[test]
    fn the_folder_of_articles_alone_and_loose_files() {
        let alone = placed(&["articles/a.txt", "articles/b/c.txt"]);
        assert_eq!((names(&alone), alone.folder.as_deref()), (vec!["a.txt", "b/c.txt"], None));
        let loose = placed(&["a.txt", "x/b.txt"]);
        assert_eq!((names(&loose), loose.folder.as_deref()), (vec!["a.txt", "x/b.txt"], None));
        assert_eq!(placed(&[]), Placed::default());
    }

    #[test]
    fn work_is_known_by_its_settings() {
        let is =
            |names: &[&str]| is_work(&names.iter().map(|n| (*n).to_owned()).collect::<Vec<_>>());
        assert!(
            is(&["archive.toml", "articles/a.txt"]) && is(&["x/archive.toml", "x/articles/a.txt"])
        );
        assert!(!is(&["a.txt", "b.html"]) && !is(&[]));
    }

    #[test]
    fn articles_know_their_files() {
        let files =
            [("a.csv".to_owned(), 1.0), ("a.csv.zip".to_owned(), 1.0), ("b".to_owned(), 1.0)];
        assert_eq!(file_of(&files, "a.csv#3"), Some("a.csv"));
        assert_eq!(file_of(&files, "a.csv.zip/x/b.txt"), Some("a.csv.zip"));
        assert_eq!(file_of(&files, "a.csv"), Some("a.csv"));
        assert_eq!(file_of(&files, "other.txt"), None);
    }
}
