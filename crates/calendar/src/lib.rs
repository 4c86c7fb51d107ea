//! Dates as an archive needs them: civil days, dates known only in part, years counted and their
//! round-year class.
//!
//! Nothing here reads a clock: "today" is always an argument, so that a page, a test and a kiosk
//! that shows a pinned day compute the same thing.
//!
//! * [`Date`] — one day of the proleptic Gregorian calendar.
//! * [`PartialDate`] — what a text states: a year, a month, a day or a minute.

mod date;
mod partial;

pub use date::{Date, DateError, Weekday};
pub use partial::{PartialDate, Time};
