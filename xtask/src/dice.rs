//! Numbers by chance, the same for the same seed: what is measured today can be measured again.

/// SplitMix64.
#[derive(Clone, Debug)]
pub(crate) struct Dice(u64);

impl Dice {
    /// Dice that fall as this seed says.
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// A number below `end`; 0 when there is none.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        (self.next() % end.max(1) as u64) as usize
    }

    /// From 0 up to, but not, 1.
    pub(crate) fn share(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1u64 << 53) as f64
    }

    /// Whether something happens that happens with this chance.
    pub(crate) fn chance(&mut self, chance: f64) -> bool {
        self.share() < chance
    }

    /// One of these, each as likely; the default when there are none.
    pub(crate) fn one_of<T: Copy + Default>(&mut self, of: &[T]) -> T {
        of.get(self.below(of.len())).copied().unwrap_or_default()
    }

    /// One of these as words are in a language: the first far more often than the last, each
    /// doubling of the place being as likely as the one before.
    pub(crate) fn early<T: Copy + Default>(&mut self, of: &[T]) -> T {
        of.get(self.early_place(of.len())).copied().unwrap_or_default()
    }

    /// The place of such a one among so many.
    pub(crate) fn early_place(&mut self, of: usize) -> usize {
        (((of + 1) as f64).powf(self.share()) - 1.0) as usize
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_falls_the_same() {
        let fall = |seed| {
            let mut dice = Dice::new(seed);
            [0; 20].map(|_: i32| dice.below(1000))
        };
        assert_eq!(fall(1), fall(1));
        assert_ne!(fall(1), fall(2));
    }

    #[test]
    fn shares_are_even_and_early_ones_frequent() {
        let mut dice = Dice::new(7);
        let mean = (0..10_000).map(|_| dice.share()).sum::<f64>() / 10_000.0;
        assert!((mean - 0.5).abs() < 0.02, "{mean}");
        let places: Vec<usize> = (0..1000).collect();
        let falls: Vec<usize> = (0..10_000).map(|_| dice.early(&places)).collect();
        let within = |end: usize| falls.iter().filter(|&&place| place < end).count();
        assert!((900..1100).contains(&within(1)), "{}", within(1));
        assert!((4600..5400).contains(&within(31)), "{}", within(31));
        assert_eq!(dice.early::<usize>(&[]), 0);
    }
}
