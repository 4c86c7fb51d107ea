//! How much the screen is used: a few numbers, kept on the device and nowhere else. Never what was
//! looked for or read.

use crate::platform::{clock, kiosk};

/// Under which the device keeps them.
const KEY: &str = "counts";

/// The numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Counts {
    /// Visits: the first touch after a reset.
    pub visits: u32,
    /// Pages opened.
    pub pages: u32,
    /// Of them articles.
    pub articles: u32,
    /// Of them searches.
    pub searches: u32,
    /// Minutes since 1970 when counting began; 0 before.
    pub since: u32,
    /// Minutes since 1970 of the last reset; 0 before the first.
    pub reset: u32,
}

impl Counts {
    /// As the device keeps them.
    pub(super) fn kept() -> Self {
        kiosk::kept(KEY).map_or_else(Self::default, |text| Self::read(&text))
    }

    fn read(text: &str) -> Self {
        let mut numbers = text.split(' ').map(|number| number.parse().unwrap_or_default());
        let mut next = || numbers.next().unwrap_or_default();
        Self {
            visits: next(),
            pages: next(),
            articles: next(),
            searches: next(),
            since: next(),
            reset: next(),
        }
    }

    fn write(self) -> String {
        let Self { visits, pages, articles, searches, since, reset } = self;
        [visits, pages, articles, searches, since, reset].map(|number| number.to_string()).join(" ")
    }

    fn change(with: impl FnOnce(&mut Self)) {
        let mut counts = Self::kept();
        if counts.since == 0 {
            counts.since = minutes();
        }
        with(&mut counts);
        kiosk::keep(KEY, &counts.write());
    }

    pub(super) fn visit_begins() {
        Self::change(|counts| counts.visits = counts.visits.saturating_add(1));
    }

    pub(super) fn page_opened(is_article: bool, is_search: bool) {
        Self::change(|counts| {
            counts.pages = counts.pages.saturating_add(1);
            counts.articles = counts.articles.saturating_add(is_article.into());
            counts.searches = counts.searches.saturating_add(is_search.into());
        });
    }

    pub(super) fn reset_now() {
        Self::change(|counts| counts.reset = minutes());
    }

    /// Begins to count anew.
    pub(super) fn forget() {
        kiosk::keep(
            KEY,
            &Self { reset: Self::kept().reset, since: minutes(), ..Self::default() }.write(),
        );
    }
}

fn minutes() -> u32 {
    (clock::now() / 60_000.0) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_read_back() {
        let counts =
            Counts { visits: 1, pages: 22, articles: 3, searches: 4, since: 5, reset: u32::MAX };
        assert_eq!(Counts::read(&counts.write()), counts);
        assert_eq!(Counts::read(""), Counts::default());
        assert_eq!(Counts::read("7 x -1").visits, 7);
    }
}
