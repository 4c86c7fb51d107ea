//! Which decades and years of the timeline are open, so that a page never draws more than a
//! reader can use.
//!
//! A small archive is open all over, and decades can be shut. In a large one a single decade is
//! open, in it a single year, and of that year a window of entries; what lies before the newest
//! decades is a timeline of its own. So a page is of three hundred elements at most, however much
//! an archive holds and however far it reaches back.

use std::ops::Range;
use std::rc::Rc;

use yew::Reducible;

use super::timeline::Decade;

/// Everything is drawn of up to so many elements.
const SMALL: usize = 260;
/// Elements that an entry, a year and a decade are drawn with, the decade with its step of the band.
const ELEMENTS: [usize; 3] = [10, 2, 9];
/// Entries of one year drawn at a time in a large archive.
pub const WINDOW: usize = 10;
/// Decades of one timeline; those before them are another's.
pub const DECADES: usize = 12;

/// How many decades are drawn: the rest are a timeline of their own, but a single one is not.
pub fn drawn_decades(all: usize) -> usize {
    if all <= DECADES + 1 { all } else { DECADES }
}

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
    pub fn new(decades: &[Decade]) -> Self {
        let [entry, year, head] = ELEMENTS;
        let elements = |decade: &Decade| decade.count() * entry + decade.years.len() * year + head;
        if decades.iter().map(elements).sum::<usize>() <= SMALL {
            return Self::AllBut(Vec::new());
        }
        let (decade, year) = decades.first().map(|decade| (decade.start, decade.newest())).unzip();
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

    /// Decades of so many entries each, all in one year.
    fn decades(number: usize, entries: usize) -> Vec<Decade> {
        let start = |at: usize| 2020 - 10 * at as i32;
        let years = |at| vec![super::super::timeline::Year { year: start(at), entries }];
        (0..number).map(|at| Decade { start: start(at), years: years(at) }).collect()
    }

    #[test]
    fn an_archive_is_small_by_what_is_drawn_of_it() {
        let is_small =
            |number, entries| !Folding::new(&decades(number, entries)).has_year_buttons();
        assert!(is_small(1, 24) && !is_small(1, 26));
        assert!(is_small(10, 1) && !is_small(13, 1));
        assert_eq!([0, 1, 12, 13, 14, 99].map(drawn_decades), [0, 1, 12, 13, 12, 12]);
    }

    #[test]
    fn a_large_archive_opens_one_window_of_one_year() {
        let large = || Folding::One { decade: Some(2020), year: Some(2026), window: 0 };
        let older = Fold::Decade { start: 2010, newest: 2019 };
        check(large(), &[], 2020, true, 2026, 0..10);
        check(large(), &[Fold::Window(4)], 2020, true, 2026, 40..50);
        check(large(), &[Fold::Window(9)], 2020, true, 2026, 50..50);
        check(large(), &[older], 2010, true, 2019, 0..10);
        check(large(), &[older], 2020, false, 2026, 0..0);
        check(large(), &[older, older], 2010, false, 2019, 0..0);
        check(large(), &[Fold::Year(2025)], 2020, true, 2026, 0..0);
        check(large(), &[Fold::Year(2026)], 2020, true, 2026, 0..0);
        check(large(), &[Fold::Window(1), Fold::Year(2025)], 2020, true, 2025, 0..10);
    }
}
