//! Dates as an archive needs them: civil days, dates known only in part, years counted and their
//! round-year class.
//!
//! Nothing here reads a clock: "today" is always an argument, so that a page, a test and a kiosk
//! that shows a pinned day compute the same thing.
//!
//! * [`Date`] — one day of the proleptic Gregorian calendar; [`Month`] — its month, with the weeks
//!   of a calendar page.
//! * [`PartialDate`] — what a text states: a year, a month, a day or a minute.
//! * [`LunarDate`] — a day of the Vietnamese lunar calendar (âm lịch), from tables.
//! * [`YearCount`], [`RoundYear`] — years counted since a founding: *tròn*, *lẻ 5* or *khác*.
//! * [`Occurrence`] — the day an anniversary falls on, last, next, or in any year.
//! * [`AnnualDay`] — a day of every year without a founding, civil or lunar.
//! * [`to_ics`] — days as a file for other calendars.
//!
//! ```
//! use calendar::{Date, Occurrence, RoundYear};
//!
//! let founding: Date = "1930-10-15".parse()?;
//! let today: Date = "2030-09-30".parse()?;
//! let next = Occurrence::next(founding, today).expect("inside the calendar");
//! assert_eq!((next.years, next.round, next.days_from(today)), (100, RoundYear::Decade, 15));
//! # Ok::<(), calendar::DateError>(())
//! ```

mod annual;
mod date;
mod ics;
mod lunar;
mod lunar_table;
mod month;
mod occurrence;
mod partial;
mod years;

pub use annual::{AnnualDay, NoAnnualDay};
pub use date::{Date, DateError, Weekday};
pub use ics::{DayEvent, to_ics};
pub use lunar::LunarDate;
pub use month::Month;
pub use occurrence::Occurrence;
pub use partial::{PartialDate, Time};
pub use years::{RoundYear, YearCount, year_counts};
