//! Which decades and years of the timeline are open, so that a page never draws more than a
//! reader can use.
//!
//! A small archive is open all over, and decades can be shut. In a large one a single decade is
//! open, in it a single year, and of that year a window of entries: some three hundred elements
//! however many entries there are.

use std::ops::Range;
use std::rc::Rc;

use yew::Reducible;

use super::timeline::Decade;

/// Up to this many entries, everything is drawn.
const SMALL: usize = 40;
/// Entries of one year drawn at a time in a large archive.
pub const WINDOW: usize = 12;

/// What is open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Folding {
    /// Everything but these decades.
    AllBut(Vec<i32>),
    /// One decade, one year, one window.
    One {
        /// The open decade's first year.
        decade: Option<i32>,
        /// The open year.
        year: Option<i32>,
        /// Number of the window in it, from 0.
        window: usize,
    },
}

/// What a reader does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fold {
    /// Opens a shut decade (with its newest year) or shuts an open one.
    Decade {
        /// Its first year.
        start: i32,
        /// Its newest year with entries.
        newest: i32,
    },
    /// Opens a decade wherever the reader is: the band.
    Open {
        /// Its first year.
        start: i32,
        /// Its newest year with entries.
        newest: i32,
    },
    /// Opens or shuts a year.
    Year(i32),
    /// Turns to a window of the open year.
    Window(usize),
}

impl Folding {
    /// How a timeline begins.
    pub fn new(decades: &[Decade<'_>]) -> Self {
        if decades.iter().map(Decade::count).sum::<usize>() <= SMALL {
            return Self::AllBut(Vec::new());
        }
        let decade = decades.first().map(|decade| decade.start);
        let year = decades.first().and_then(|decade| decade.years.first()).map(|year| year.year);
        Self::One { decade, year, window: 0 }
    }

    /// Whether a decade is open.
    pub fn is_decade_open(&self, start: i32) -> bool {
        match self {
            Self::AllBut(shut) => !shut.contains(&start),
            Self::One { decade, .. } => *decade == Some(start),
        }
    }

    /// Whether years are opened one by one.
    pub fn has_year_buttons(&self) -> bool {
        matches!(self, Self::One { .. })
    }

    /// Which of a year's entries are drawn.
    pub fn drawn(&self, of: i32, entries: usize) -> Range<usize> {
        match self {
            Self::AllBut(_) => 0..entries,
            Self::One { year, window, .. } if *year == Some(of) => {
                let first = (window * WINDOW).min(entries);
                first..(first + WINDOW).min(entries)
            }
            Self::One { .. } => 0..0,
        }
    }

    fn after(&self, fold: Fold) -> Self {
        let opened =
            |start, newest| Self::One { decade: Some(start), year: Some(newest), window: 0 };
        match (self, fold) {
            (Self::AllBut(shut), Fold::Decade { start, .. }) => {
                let mut next = without(shut, start);
                if next.len() == shut.len() {
                    next.push(start);
                }
                Self::AllBut(next)
            }
            (Self::AllBut(shut), Fold::Open { start, .. }) => Self::AllBut(without(shut, start)),
            (Self::AllBut(_), Fold::Year(_) | Fold::Window(_)) => self.clone(),
            (Self::One { decade, .. }, Fold::Decade { start, .. }) if *decade == Some(start) => {
                Self::One { decade: None, year: None, window: 0 }
            }
            (Self::One { .. }, Fold::Decade { start, newest } | Fold::Open { start, newest }) => {
                opened(start, newest)
            }
            (Self::One { decade, year, .. }, Fold::Year(chosen)) => {
                let year = (*year != Some(chosen)).then_some(chosen);
                Self::One { decade: *decade, year, window: 0 }
            }
            (Self::One { decade, year, .. }, Fold::Window(window)) => {
                Self::One { decade: *decade, year: *year, window }
            }
        }
    }
}

fn without(decades: &[i32], start: i32) -> Vec<i32> {
    decades.iter().copied().filter(|decade| *decade != start).collect()
}

impl Reducible for Folding {
    type Action = Fold;

    fn reduce(self: Rc<Self>, fold: Fold) -> Rc<Self> {
        let next = self.after(fold);
        if next == *self { self } else { Rc::new(next) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(
        start: Folding,
        folds: &[Fold],
        decade: i32,
        open: bool,
        year: i32,
        drawn: Range<usize>,
    ) {
        let end = folds.iter().fold(start, |folding, fold| folding.after(*fold));
        assert_eq!(end.is_decade_open(decade), open, "{folds:?}");
        assert_eq!(end.drawn(year, 50), drawn, "{folds:?}");
    }

    #[test]
    fn a_small_archive_is_open_all_over() {
        let small = || Folding::new(&[]);
        let toggle = Fold::Decade { start: 1930, newest: 1930 };
        check(small(), &[], 1930, true, 1930, 0..50);
        check(small(), &[toggle], 1930, false, 1930, 0..50);
        check(small(), &[toggle, toggle], 1930, true, 1930, 0..50);
        check(
            small(),
            &[toggle, Fold::Open { start: 1930, newest: 1930 }],
            1930,
            true,
            1930,
            0..50,
        );
    }

    #[test]
    fn a_large_archive_opens_one_window_of_one_year() {
        let large = || Folding::One { decade: Some(2020), year: Some(2026), window: 0 };
        let older = Fold::Decade { start: 2010, newest: 2019 };
        check(large(), &[], 2020, true, 2026, 0..12);
        check(large(), &[Fold::Window(4)], 2020, true, 2026, 48..50);
        check(large(), &[Fold::Window(9)], 2020, true, 2026, 50..50);
        check(large(), &[older], 2010, true, 2019, 0..12);
        check(large(), &[older], 2020, false, 2026, 0..0);
        check(large(), &[older, older], 2010, false, 2019, 0..0);
        check(large(), &[Fold::Year(2025)], 2020, true, 2026, 0..0);
        check(large(), &[Fold::Year(2026)], 2020, true, 2026, 0..0);
        check(large(), &[Fold::Window(1), Fold::Year(2025)], 2020, true, 2025, 0..12);
    }
}
