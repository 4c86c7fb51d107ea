//! When a hall's screen asks whether anyone is there, and when it starts again.

/// Milliseconds from the question to the reset.
pub(super) const ASKING: f64 = 20_000.0;

/// How things stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stage {
    /// Nobody is there: the attract loop.
    Resting,
    /// Somebody is reading.
    Present,
    /// Nothing has been touched for a while; so many seconds are left.
    Asking(u32),
}

/// The machine; moments are milliseconds of one clock.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Idle {
    stage: Stage,
    patience: f64,
    touched: f64,
    /// Touched since the last reset: there is something to clear.
    is_used: bool,
}

impl Idle {
    /// A screen that begins at `now`, and asks after so many seconds.
    pub(super) fn new(seconds: u32, now: f64) -> Self {
        let patience = f64::from(seconds.clamp(30, 300)) * 1_000.0;
        Self { stage: Stage::Present, patience, touched: now, is_used: false }
    }

    /// How things stand.
    pub(super) fn stage(&self) -> Stage {
        self.stage
    }

    /// Somebody touched the screen; tells whether that begins a visit.
    pub(super) fn touch(&mut self, now: f64) -> bool {
        let begins = !self.is_used;
        *self = Self { stage: Stage::Present, touched: now, is_used: true, ..*self };
        begins
    }

    /// Time has passed; `is_held` while something is read aloud. Tells whether to reset now.
    pub(super) fn pass(&mut self, now: f64, is_held: bool) -> bool {
        if self.stage == Stage::Resting {
            return false;
        }
        if is_held {
            self.touched = now;
        }
        // A clock that was set back must not keep a reader's traces for longer.
        self.touched = self.touched.min(now);
        let left = self.touched + self.patience + ASKING - now;
        self.stage = if left > ASKING {
            Stage::Present
        } else if left > 0.0 && self.is_used {
            Stage::Asking((left / 1_000.0).ceil() as u32)
        } else {
            self.rest();
            return true;
        };
        false
    }

    /// The reader is done.
    pub(super) fn rest(&mut self) {
        (self.stage, self.is_used) = (Stage::Resting, false);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn used(seconds: u32) -> Idle {
        let mut idle = Idle::new(seconds, 0.0);
        assert!(idle.touch(0.0));
        idle
    }

    #[test]
    fn asks_then_resets() {
        let mut idle = used(60);
        assert!(!idle.pass(59_999.0, false));
        assert_eq!(idle.stage(), Stage::Present);
        assert!(!idle.pass(60_000.0, false));
        assert_eq!(idle.stage(), Stage::Asking(20));
        assert!(!idle.pass(79_001.0, false));
        assert_eq!(idle.stage(), Stage::Asking(1));
        assert!(idle.pass(80_000.0, false));
        assert_eq!(idle.stage(), Stage::Resting);
        assert!(!idle.pass(999_999.0, false), "once");
    }

    #[test]
    fn any_touch_extends() {
        let mut idle = used(60);
        idle.pass(79_000.0, false);
        assert!(!idle.touch(79_500.0), "the same visit");
        assert!(!idle.pass(139_000.0, false));
        assert_eq!(idle.stage(), Stage::Present);
    }

    #[test]
    fn reading_aloud_holds() {
        let mut idle = used(60);
        for now in [50_000.0, 100_000.0, 150_000.0] {
            assert!(!idle.pass(now, true));
            assert_eq!(idle.stage(), Stage::Present);
        }
        idle.pass(210_000.0, false);
        assert_eq!(idle.stage(), Stage::Asking(20));
        idle.pass(211_000.0, true);
        assert_eq!(idle.stage(), Stage::Present);
    }

    #[test]
    fn a_screen_that_nobody_touched_rests_without_asking() {
        let mut idle = Idle::new(60, 0.0);
        assert!(idle.pass(60_000.0, false));
        assert_eq!(idle.stage(), Stage::Resting);
        assert!(idle.touch(70_000.0));
        assert_eq!(idle.stage(), Stage::Present);
    }

    #[test]
    fn patience_stays_within_its_bounds() {
        for (told, meant) in [(1, 30_000.0), (300, 300_000.0), (9_999, 300_000.0)] {
            assert_eq!(Idle::new(told, 0.0).patience, meant);
        }
    }

    #[test]
    fn a_clock_that_jumps_does_no_harm() {
        let mut idle = used(60);
        assert!(idle.pass(1e12, false), "the device slept");
        let mut idle = used(60);
        idle.touch(1e9);
        assert!(!idle.pass(0.0, false));
        assert!(idle.pass(80_000.0, false), "set back");
    }
}
