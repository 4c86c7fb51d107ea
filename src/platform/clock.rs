//! The device's clock.

use calendar::{Date, PartialDate, Time};

/// Vietnam's offset from UTC. The archive's days are Vietnam's, wherever its reader is.
const OFFSET_MS: f64 = 7.0 * 3_600_000.0;

const DAY_MS: f64 = 86_400_000.0;

/// Today in Vietnam (UTC+7) by the device's clock. Outside a browser, 1 January 1970.
pub fn today() -> Date {
    // A day fits i32 for five million years to either side.
    let days = ((now() + OFFSET_MS) / DAY_MS).floor() as i32;
    Date::from_days_since_epoch(days).unwrap_or(Date::EPOCH)
}

/// Milliseconds until the day changes in Vietnam.
pub fn until_midnight() -> f64 {
    DAY_MS - of_day(now() + OFFSET_MS)
}

/// What of a time lies in its day. Without the remainder of floats, whose code is two kilobytes.
fn of_day(time: f64) -> f64 {
    time - (time / DAY_MS).floor() * DAY_MS
}

/// A moment of the device's clock as Vietnam's clocks show it.
pub fn moment(since_1970: f64) -> PartialDate {
    let local = since_1970 + OFFSET_MS;
    let date = Date::from_days_since_epoch((local / DAY_MS).floor() as i32).unwrap_or(Date::EPOCH);
    let minutes = (of_day(local) / 60_000.0) as u16;
    PartialDate::Moment(date, Time { hour: (minutes / 60) as u8, minute: (minutes % 60) as u8 })
}

/// Milliseconds since 1970.
pub fn now() -> f64 {
    if cfg!(target_arch = "wasm32") { js_sys::Date::now() } else { 0.0 }
}
