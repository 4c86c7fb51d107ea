//! Percentiles and shares of what was measured.

use serde_json::{Value, json};

/// Values in rising order.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Sample(Vec<f64>);

impl Sample {
    /// Of measured values; what is no number is left out.
    pub(crate) fn new(values: impl IntoIterator<Item = f64>) -> Self {
        let mut values: Vec<f64> = values.into_iter().filter(|value| value.is_finite()).collect();
        values.sort_by(f64::total_cmp);
        Self(values)
    }

    /// The smallest value that is not below so large a share of all (the nearest rank): p50 of four
    /// is the second. `None` of nothing.
    pub(crate) fn at(&self, share: f64) -> Option<f64> {
        let rank = (share * self.0.len() as f64).ceil() as usize;
        self.0.get(rank.clamp(1, self.0.len().max(1)) - 1).copied()
    }

    /// The largest.
    pub(crate) fn most(&self) -> Option<f64> {
        self.0.last().copied()
    }

    /// How many.
    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }

    /// For the JSON file.
    pub(crate) fn to_json(&self) -> Value {
        json!({
            "n": self.len(),
            "p50": self.at(0.5),
            "p95": self.at(0.95),
            "p99": self.at(0.99),
            "max": self.most(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranks_are_the_nearest() {
        let hundred = Sample::new((1..=100).rev().map(f64::from));
        assert_eq!(hundred.at(0.5), Some(50.0));
        assert_eq!(hundred.at(0.95), Some(95.0));
        assert_eq!(hundred.at(0.99), Some(99.0));
        assert_eq!(hundred.at(1.0), Some(100.0));
        assert_eq!(hundred.most(), Some(100.0));
        assert_eq!(Sample::new([4.0, 1.0, 3.0, 2.0]).at(0.5), Some(2.0));
        assert_eq!(Sample::new([4.0, 1.0, 3.0, 2.0]).at(0.99), Some(4.0));
    }

    #[test]
    fn the_ends_hold() {
        assert_eq!(Sample::default().at(0.5), None);
        assert_eq!(Sample::default().most(), None);
        let one = Sample::new([7.0, f64::NAN, f64::INFINITY]);
        assert_eq!((one.len(), one.at(0.0), one.at(1.0)), (1, Some(7.0), Some(7.0)));
    }
}
