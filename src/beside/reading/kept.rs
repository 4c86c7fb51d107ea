//! Where a reader stopped in which article: kept by the device, for the latest articles.

use crate::platform::storage;

/// Under which the browser keeps them.
const KEY: &str = "bien-nien:reading";

/// More articles than these nobody reads side by side.
const MOST: usize = 40;

/// The paragraph at which the reader stopped in an article.
pub(super) fn stopped_at(article: &str) -> Option<u32> {
    let kept = storage::get(KEY)?;
    find(&kept, article)
}

/// Keeps the paragraph at which the reader rests; none where it is not worth coming back to.
pub(super) fn keep(article: &str, paragraph: Option<u32>) {
    let kept = storage::get(KEY).unwrap_or_default();
    let next = with(&kept, article, paragraph);
    if next.is_empty() {
        storage::remove(KEY);
    } else if next != kept {
        storage::set(KEY, &next);
    }
}

/// Lines of `id paragraph`, the latest first.
fn find(kept: &str, article: &str) -> Option<u32> {
    let (_, paragraph) =
        kept.lines().filter_map(|line| line.split_once(' ')).find(|(id, _)| *id == article)?;
    paragraph.parse().ok()
}

fn with(kept: &str, article: &str, paragraph: Option<u32>) -> String {
    let first = paragraph.map(|paragraph| [article, " ", &paragraph.to_string()].concat());
    let others = kept.lines().filter(|line| line.split(' ').next() != Some(article));
    let lines: Vec<&str> = first.iter().map(String::as_str).chain(others).take(MOST).collect();
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_latest_articles_are_kept() {
        let kept = with("", "a", Some(7));
        let kept = with(&kept, "b", Some(3));
        assert_eq!(kept, "b 3\na 7");
        let kept = with(&kept, "a", Some(9));
        assert_eq!(kept, "a 9\nb 3");
        assert_eq!(
            (find(&kept, "a"), find(&kept, "b"), find(&kept, "c")),
            (Some(9), Some(3), None)
        );
        assert_eq!(with(&kept, "a", None), "b 3");
        let many =
            (0..100).fold(String::new(), |kept, at| with(&kept, &format!("x{at}"), Some(at)));
        assert_eq!(many.lines().count(), MOST);
        assert_eq!(find(&many, "x99"), Some(99));
    }

    #[test]
    fn what_is_not_ours_does_no_harm() {
        for kept in ["", "\n", "a", "a b", "a -1", "\u{0} 9"] {
            assert_eq!(find(kept, "a"), None, "{kept:?}");
        }
    }
}
