//! What was looked for lately, kept by the browser on this device and nowhere else.

use crate::platform::storage;

/// Under which the browser keeps them, one a line, the newest first.
const KEY: &str = "bien-nien:recent";
/// Is there when the reader wants nothing kept.
const OFF: &str = "bien-nien:recent-off";
/// More than these nobody looks through.
const MOST: usize = 10;

/// Whether searches are kept at all: unless the reader has switched it off.
pub fn remembers() -> bool {
    storage::get(OFF).is_none()
}

/// Switches the keeping of searches on, or off and forgets all.
pub fn remember(on: bool) {
    if on {
        storage::remove(OFF);
    } else {
        forget_all_recent();
        storage::set(OFF, "1");
    }
}

/// The latest searches, newest first; none where the browser keeps nothing.
pub fn recent() -> Vec<String> {
    let kept = storage::get(KEY).filter(|_| remembers());
    kept.map(|kept| kept.lines().map(str::to_owned).collect()).unwrap_or_default()
}

/// Keeps a search, unless it is empty.
pub fn keep_recent(text: &str) {
    if !text.trim().is_empty() && remembers() {
        write(&with(recent(), text));
    }
}

/// Forgets one search.
pub fn forget_recent(text: &str) {
    write(&without(recent(), text));
}

/// Forgets all.
pub fn forget_all_recent() {
    write(&[]);
}

fn write(list: &[String]) {
    if list.is_empty() {
        storage::remove(KEY);
    } else {
        // Where nothing is kept there is nothing to show later, and no more.
        storage::set(KEY, &list.join("\n"));
    }
}

fn without(mut list: Vec<String>, text: &str) -> Vec<String> {
    list.retain(|kept| kept != text);
    list
}

/// The list with a search at its head; what was only typed on the way to it goes.
fn with(list: Vec<String>, text: &str) -> Vec<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let text = words.join(" ");
    let mut list = without(list, &text);
    list.insert(0, text);
    list.truncate(MOST);
    list
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(list: &[&str], text: &str, expected: &[&str]) {
        let list = list.iter().map(|kept| (*kept).to_owned()).collect();
        assert_eq!(with(list, text), expected, "{text}");
    }

    #[test]
    fn the_newest_search_stands_first_and_once() {
        check(&[], " dân\n vận ", &["dân vận"]);
        check(&["a", "b", "c"], "b", &["b", "a", "c"]);
        check(&["hoa"], "hòa", &["hòa", "hoa"]);
        let ten = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"];
        check(&ten, "0", &["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"]);
    }
}
