//! When an answer to what is being typed is drawn. A quick device draws one at every key. On a slow one
//! the next key would wait for that: there an answer is drawn once the keys pause.

/// A device that draws an answer within so many milliseconds, before the browser lays it out, is quick.
const QUICK_MS: f64 = 20.0;
/// Longer than there is between two keys.
const PAUSE_MS: f64 = 200.0;
/// Whoever types on and on sees something after so long.
const LATEST_MS: f64 = 400.0;
/// A device that was slow is so until it draws parts of answers within so many, again and again: where an
/// answer brings nothing new there is next to nothing to draw.
const BRISK_MS: f64 = 8.0;
const AGAIN: u8 = 12;

/// What is known of a device and of the keys. Times are of one clock, in milliseconds.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Pace {
    is_slow: bool,
    /// How many times in a row something was drawn briskly.
    brisk: u8,
    /// The last key.
    key: f64,
    /// The first key since an answer was drawn.
    since: Option<f64>,
}

impl Pace {
    /// A key was pressed.
    pub(super) fn key(&mut self, now: f64) {
        self.key = now;
        self.since.get_or_insert(now);
    }

    /// Whether answers are drawn when the keys pause, part by part.
    pub(super) fn is_slow(&self) -> bool {
        self.is_slow
    }

    /// How long an answer to what is typed waits: on a quick device not at all. A clock that was set back
    /// makes nobody wait longer.
    pub(super) fn wait(&self, now: f64) -> f64 {
        if !self.is_slow {
            return 0.0;
        }
        let latest = self.since.unwrap_or(self.key) + LATEST_MS;
        ((self.key + PAUSE_MS).min(latest) - now).clamp(0.0, PAUSE_MS)
    }

    /// An answer is being drawn.
    pub(super) fn draws(&mut self) {
        self.since = None;
    }

    /// An answer, or a part of one, was drawn in so long.
    pub(super) fn took(&mut self, milliseconds: f64) {
        if milliseconds > if self.is_slow { BRISK_MS } else { QUICK_MS } {
            (self.is_slow, self.brisk) = (true, 0);
        } else if self.is_slow {
            self.brisk += 1;
            self.is_slow = self.brisk < AGAIN;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slow(keys: &[f64]) -> Pace {
        let mut pace = Pace::default();
        pace.took(30.0);
        for key in keys {
            pace.key(*key);
        }
        pace
    }

    #[test]
    fn what_was_slow_once_is_slow_until_it_is_brisk_again_and_again() {
        let mut pace = Pace::default();
        assert!(!pace.is_slow());
        let brisk = |times: u8| vec![8.0; usize::from(times)];
        for (took, is_slow) in [
            (vec![20.0], false),
            (vec![21.0], true),
            (brisk(AGAIN - 1), true),
            (vec![12.0], true),
            (brisk(AGAIN - 1), true),
            (brisk(1), false),
            (vec![12.0], false),
        ] {
            took.iter().for_each(|took| pace.took(*took));
            assert_eq!(pace.is_slow(), is_slow, "{took:?}");
        }
    }

    #[test]
    fn a_quick_device_waits_for_nothing() {
        let mut pace = Pace::default();
        pace.key(100.0);
        assert_eq!(pace.wait(110.0), 0.0);
    }

    #[test]
    fn a_slow_device_waits_until_the_keys_pause() {
        let pace = slow(&[0.0, 130.0]);
        assert_eq!(pace.wait(150.0), 180.0);
        assert_eq!(pace.wait(330.0), 0.0);
    }

    #[test]
    fn whoever_types_on_sees_an_answer_meanwhile() {
        let mut pace = slow(&[0.0, 130.0, 260.0, 390.0]);
        assert_eq!(pace.wait(395.0), 5.0);
        pace.draws();
        pace.key(520.0);
        assert_eq!(pace.wait(530.0), 190.0);
    }

    #[test]
    fn a_clock_set_back_holds_nothing_up() {
        assert_eq!(slow(&[10_000.0]).wait(0.0), PAUSE_MS);
    }
}
