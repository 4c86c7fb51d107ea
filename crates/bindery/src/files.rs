//! What the files of a folder are for, told by their names alone.

use std::collections::BTreeSet;

use import::unpack::{is_litter, is_zip};
use import::{Format, picture};

/// What a file is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Articles are read from it.
    Article,
    /// A picture that an article may show.
    Picture,
    /// Files that are packed: each is as if it lay in a folder of that name.
    Zip,
    /// Nobody misses it: what systems leave behind, and what a browser saves beside a page.
    Litter,
    /// Something else, which a clerk should hear of.
    Other,
}

/// The names of a folder's files, with `/` between folders.
#[derive(Clone, Debug, Default)]
pub struct Names {
    all: BTreeSet<String>,
    /// Folders that a browser made beside the page it saved.
    beside: BTreeSet<String>,
}

impl Names {
    /// Of all files; the order does not count.
    pub fn new(names: impl IntoIterator<Item = String>) -> Self {
        let all: BTreeSet<String> = names.into_iter().collect();
        let pages = all.iter().filter(|name| Format::of_name(name) == Some(Format::Html));
        let beside = pages
            .filter_map(|name| Some(name.rsplit_once('.')?.0))
            // Chrome, Firefox and Edge; Word; Opera and Safari of old.
            .flat_map(|stem| {
                ["_files", ".files", "-files", "_tệp", "_tep"].map(|end| format!("{stem}{end}/"))
            })
            .collect();
        Self { all, beside }
    }

    /// All of them, sorted.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.all.iter().map(String::as_str)
    }

    /// Whether a file is there.
    pub fn has(&self, name: &str) -> bool {
        self.all.contains(name)
    }

    /// What a file is for.
    pub fn kind(&self, name: &str) -> Kind {
        if is_litter(name) {
            Kind::Litter
        } else if picture::is_picture(name) {
            Kind::Picture
        } else if self.is_beside(name) {
            Kind::Litter
        } else if is_zip(name) {
            Kind::Zip
        } else if Format::of_name(name).is_some() {
            Kind::Article
        } else {
            Kind::Other
        }
    }

    /// Whether a file lies in the folder of a saved page: scripts, styles, frames of advertisers.
    pub(crate) fn is_beside(&self, name: &str) -> bool {
        let folders = name.match_indices('/').map(|(at, _)| &name[..=at]);
        folders.into_iter().any(|folder| self.beside.contains(folder))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_tell_what_files_are_for() {
        let all = [
            "bai.html",
            "bai_files/hop.jpg",
            "bai_files/saved_resource.html",
            "bai_files/a/style.css",
            "tin/bai_files/khac.html",
            "tin/Thumbs.db",
            "tin/~$bai.docx",
            "kho.ZIP",
            "bai.docx",
            "bang.xls",
        ];
        let names = Names::new(all.map(str::to_owned));
        let kinds = all.map(|name| names.kind(name));
        use Kind::{Article, Litter, Other, Picture, Zip};
        let expected =
            [Article, Picture, Litter, Litter, Article, Litter, Litter, Zip, Article, Other];
        assert_eq!(kinds, expected);
    }
}
