//! The device's clock.

use calendar::Date;

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
    DAY_MS - (now() + OFFSET_MS).rem_euclid(DAY_MS)
}

/// Milliseconds since 1970.
pub fn now() -> f64 {
    if cfg!(target_arch = "wasm32") { js_sys::Date::now() } else { 0.0 }
}
