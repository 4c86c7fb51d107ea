//! Which key does what: as designed, or as the reader wants it.

use crate::platform::storage;

/// Under which the browser keeps what the reader wants: `on` or `off`, a line break, and a character
/// for each of [`Deed::ALL`] in their order, a space where there is none.
pub const KEY: &str = "bien-nien:keys";

/// What a key does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    /// The search box.
    Search,
    /// The list of keys.
    Help,
    /// The next of a list: a result, an article.
    Next,
    /// The one before.
    Previous,
    /// The next place of the words sought in an article.
    NextMark,
    /// The place before.
    PreviousMark,
    /// The article before, by date.
    Earlier,
    /// The article after.
    Later,
    /// A mark on the article.
    Bookmark,
    /// The article read aloud.
    Listen,
    /// The first of two keys that open a page.
    Go,
    /// With [`Go`](Self::Go) before, as all that follow: home.
    GoHome,
    /// The timeline.
    GoTimeline,
    /// The units.
    GoUnits,
    /// Today.
    GoToday,
    /// The calendar.
    GoCalendar,
    /// What the articles tell.
    GoTold,
    /// The bookmarks.
    GoBookmarks,
    /// The settings.
    GoSettings,
}

/// How many open a page.
const PAGES: usize = 8;

impl Deed {
    /// All, in the order in which they are kept and shown.
    pub const ALL: [Self; 19] = [
        Self::Search,
        Self::Help,
        Self::Next,
        Self::Previous,
        Self::NextMark,
        Self::PreviousMark,
        Self::Earlier,
        Self::Later,
        Self::Bookmark,
        Self::Listen,
        Self::Go,
        Self::GoHome,
        Self::GoTimeline,
        Self::GoUnits,
        Self::GoToday,
        Self::GoCalendar,
        Self::GoTold,
        Self::GoBookmarks,
        Self::GoSettings,
    ];

    /// Whether it takes [`Go`](Self::Go) before it.
    pub fn is_page(self) -> bool {
        Self::ALL[Self::ALL.len() - PAGES..].contains(&self)
    }

    fn place(self) -> usize {
        Self::ALL.iter().position(|deed| *deed == self).unwrap_or(0)
    }
}

/// As designed, in the order of [`Deed::ALL`].
const DESIGNED: &str = "/?jknp,.blghtdnlkbc";

/// Which key does what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Keymap {
    /// Whether keys do anything at all.
    pub is_on: bool,
    keys: Vec<Option<char>>,
}

impl Default for Keymap {
    fn default() -> Self {
        Self { is_on: true, keys: DESIGNED.chars().map(Some).collect() }
    }
}

impl Keymap {
    /// As the browser keeps it.
    pub fn kept() -> Self {
        storage::get(KEY).map(|kept| Self::read(&kept)).unwrap_or_default()
    }

    /// Keeps it.
    pub fn keep(&self) {
        if *self == Self::default() {
            storage::remove(KEY);
        } else {
            storage::set(KEY, &self.write());
        }
    }

    /// The same keys, on or off.
    pub fn switched(self, is_on: bool) -> Self {
        Self { is_on, ..self }
    }

    /// The key of a deed.
    pub fn key(&self, deed: Deed) -> Option<char> {
        self.keys.get(deed.place()).copied().flatten()
    }

    /// Gives a deed another key, or none.
    ///
    /// # Errors
    /// The deed that has the key already.
    pub fn set(&mut self, deed: Deed, key: Option<char>) -> Result<(), Deed> {
        let key = key.map(plain).filter(|key| !key.is_whitespace() && !key.is_control());
        if let Some(key) = key
            && let Some(other) = self.deed(key, deed.is_page()).filter(|other| *other != deed)
        {
            return Err(other);
        }
        self.keys[deed.place()] = key;
        Ok(())
    }

    /// What a key does; `is_after_go` when [`Deed::Go`] came before it.
    pub fn deed(&self, key: char, is_after_go: bool) -> Option<Deed> {
        let key = Some(plain(key));
        Deed::ALL
            .into_iter()
            .filter(|deed| deed.is_page() == is_after_go)
            .find(|deed| self.key(*deed) == key)
    }

    fn write(&self) -> String {
        let keys = self.keys.iter().map(|key| key.unwrap_or(' '));
        [if self.is_on { "on\n" } else { "off\n" }, &keys.collect::<String>()].concat()
    }

    /// What another version kept is as designed where it cannot be read.
    fn read(kept: &str) -> Self {
        let (word, keys) = kept.split_once('\n').unwrap_or((kept, ""));
        let mut map = Self { is_on: word != "off", ..Self::default() };
        let keys: Vec<char> = keys.chars().collect();
        if keys.len() == Deed::ALL.len() {
            let mut read = Self { is_on: map.is_on, keys: vec![None; keys.len()] };
            for (deed, key) in Deed::ALL.into_iter().zip(keys) {
                // The first of two that want one key has it.
                let _ = read.set(deed, Some(key));
            }
            map = read;
        }
        map
    }
}

/// Without case: with Caps Lock on, keys do the same.
fn plain(key: char) -> char {
    key.to_lowercase().next().unwrap_or(key)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn as_designed_every_deed_has_a_key_of_its_own() {
        let map = Keymap::default();
        for deed in Deed::ALL {
            let key = map.key(deed).expect("a key");
            assert_eq!(map.deed(key, deed.is_page()), Some(deed));
        }
        assert_eq!(map.deed('J', false), Some(Deed::Next), "Caps Lock");
        assert_eq!(map.deed('h', false), None, "only behind g");
        assert_eq!(Deed::ALL.iter().filter(|deed| deed.is_page()).count(), PAGES);
    }

    #[test]
    fn a_key_is_given_once() {
        let mut map = Keymap::default();
        assert_eq!(map.set(Deed::Next, Some('k')), Err(Deed::Previous));
        assert_eq!(map.set(Deed::Previous, None), Ok(()));
        assert_eq!(map.set(Deed::Next, Some('K')), Ok(()));
        assert_eq!((map.key(Deed::Next), map.key(Deed::Previous)), (Some('k'), None));
        assert_eq!(map.set(Deed::Next, Some(' ')), Ok(()), "a space is no key");
        assert_eq!(map.key(Deed::Next), None);
        assert_eq!(map.set(Deed::GoHome, Some('j')), Ok(()), "pages have keys of their own");
    }

    #[test]
    fn what_was_kept_reads_back() {
        let mut map = Keymap { is_on: false, ..Keymap::default() };
        map.set(Deed::Help, Some('h')).expect("free");
        map.set(Deed::Listen, None).expect("free");
        assert_eq!(Keymap::read(&map.write()), map);
        assert_eq!(Keymap::read("off"), Keymap { is_on: false, ..Keymap::default() });
        assert_eq!(Keymap::read("on\nabc"), Keymap::default());
    }

    proptest! {
        #[test]
        fn whatever_was_kept_gives_no_key_twice(kept in "(on|off)\n\\PC{19}") {
            let map = Keymap::read(&kept);
            for deed in Deed::ALL {
                if let Some(key) = map.key(deed) {
                    prop_assert_eq!(map.deed(key, deed.is_page()), Some(deed));
                }
            }
        }
    }
}
