//! The day that is today: pinned by the address, else the device's.

use calendar::Date;
use yew::prelude::*;

use super::place::use_place;
use crate::platform::timer::Timeout;
use crate::platform::{clock, dom};
use crate::route::pinned_day;

/// Today in Vietnam; changes at midnight by itself.
#[hook]
pub fn use_today() -> Date {
    let place = use_place();
    let day = use_state_eq(clock::today);
    let clock_day = day.clone();
    use_effect_with(*day, move |_| {
        // A second late rather than early: timers may fire slightly before their time.
        let timer = Timeout::start(clock::until_midnight() + 1_000.0, move || {
            clock_day.set(clock::today());
        });
        move || drop(timer)
    });
    pinned_day(&dom::page_query(), &place.hash).unwrap_or(*day)
}
