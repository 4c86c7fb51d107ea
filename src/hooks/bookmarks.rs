//! Articles that the reader put a mark on, kept by the browser on this device and nowhere else.

use model::ArticleId;

use crate::platform::{dom, storage};

/// Under which the browser keeps them, with the site's folder behind it: several archives may share a
/// host. One a line, the newest first: the identifier, a space, the title.
const KEY: &str = "bien-nien:bookmarks:";

/// An article that the reader put a mark on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bookmark {
    /// Which.
    pub id: ArticleId,
    /// Its title when it was marked: the archive may no longer have it.
    pub title: String,
}

/// Whether marks can be kept here at all.
pub fn can_bookmark() -> bool {
    storage::is_open()
}

/// All, the newest first.
pub fn bookmarks() -> Vec<Bookmark> {
    storage::get(&key()).map(|kept| read(&kept)).unwrap_or_default()
}

/// Whether an article has a mark.
pub fn is_bookmarked(id: &ArticleId) -> bool {
    bookmarks().iter().any(|kept| kept.id == *id)
}

/// Puts a mark on an article; tells whether the browser kept it.
pub fn keep_bookmark(id: &ArticleId, title: &str) -> bool {
    let mut list = bookmarks();
    list.retain(|kept| kept.id != *id);
    list.insert(0, Bookmark { id: id.clone(), title: title.to_owned() });
    keep_bookmarks(&list)
}

/// Takes the mark off an article.
pub fn forget_bookmark(id: &ArticleId) {
    let mut list = bookmarks();
    list.retain(|kept| kept.id != *id);
    keep_bookmarks(&list);
}

/// Keeps just these; tells whether the browser did.
pub fn keep_bookmarks(list: &[Bookmark]) -> bool {
    if list.is_empty() {
        storage::remove(&key());
        return true;
    }
    storage::set(&key(), &write(list))
}

fn key() -> String {
    [KEY, &dom::absolute("./").unwrap_or_default()].concat()
}

fn read(kept: &str) -> Vec<Bookmark> {
    let one = |line: &str| {
        let (id, title) = line.split_once(' ').unwrap_or((line, ""));
        Some(Bookmark { id: id.parse().ok()?, title: title.to_owned() })
    };
    kept.lines().filter_map(one).collect()
}

fn write(list: &[Bookmark]) -> String {
    let lines = list.iter().map(|one| {
        let title: Vec<&str> = one.title.split_whitespace().collect();
        [one.id.as_str(), " ", &title.join(" ")].concat()
    });
    lines.collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bookmark(id: &str, title: &str) -> Bookmark {
        Bookmark { id: id.parse().expect("an identifier"), title: title.to_owned() }
    }

    #[test]
    fn marks_read_back() {
        let list = [bookmark("a1", "Tin <b>xã</b> Đồng Quế"), bookmark("b2", "")];
        assert_eq!(read(&write(&list)), list);
        assert_eq!(read(&write(&[bookmark("a1", "hai\n dòng")])), [bookmark("a1", "hai dòng")]);
    }

    #[test]
    fn what_cannot_be_read_is_left_out() {
        assert_eq!(read(""), []);
        assert_eq!(read("Ă/ x\n\na1 Tin"), [bookmark("a1", "Tin")]);
    }
}
