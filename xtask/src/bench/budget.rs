//! The budgets that the table holds figures against.

/// The most that a figure may be, by the number of articles.
pub(crate) struct Budget {
    sample: Option<f64>,
    ten_thousand: Option<f64>,
    fifty_thousand: Option<f64>,
}

const fn most(sample: Option<f64>, ten: Option<f64>, fifty: Option<f64>) -> Budget {
    Budget { sample, ten_thousand: ten, fifty_thousand: fifty }
}

/// Index over text, raw.
pub(crate) const INDEX: Budget = most(None, Some(0.12), Some(0.12));
/// Everything, brotli, over text, raw.
pub(crate) const OFFLINE: Budget = most(None, Some(0.38), Some(0.38));
/// Bytes of a first query.
pub(crate) const COLD_P50: Budget = most(None, Some(110e3), Some(200e3));
/// The same.
pub(crate) const COLD_P95: Budget = most(None, None, Some(400e3));
/// Milliseconds of a query that has all it needs.
pub(crate) const WARM_P50: Budget = most(Some(2.0), Some(4.0), Some(10.0));
/// The same.
pub(crate) const WARM_P99: Budget = most(Some(5.0), Some(20.0), Some(50.0));
/// The same for phrases.
pub(crate) const PHRASE_P99: Budget = most(None, None, Some(80.0));
/// The same for typing errors.
pub(crate) const TYPO_P99: Budget = most(None, None, Some(60.0));
/// Bytes of wasm memory.
pub(crate) const MEMORY: Budget = most(Some(8e6), Some(16e6), Some(32e6));
/// Milliseconds of the longest task while typing.
pub(crate) const TASK: Budget = most(Some(50.0), Some(50.0), Some(50.0));
/// Elements of the timeline.
pub(crate) const ELEMENTS: Budget = most(Some(300.0), Some(300.0), Some(300.0));
/// Milliseconds from a key to the paint.
pub(crate) const PAINT: Budget = most(Some(100.0), Some(100.0), Some(100.0));
/// Milliseconds from a tap on a link to the paint of the page.
pub(crate) const ROUTE: Budget = most(Some(100.0), Some(100.0), Some(100.0));
/// What moves once a page is shown, as a share of the screen.
pub(crate) const MOVED: Budget = most(Some(0.001), Some(0.001), Some(0.001));
/// Bytes to fetch after 50 more articles.
pub(crate) const UPDATE: Budget = most(None, Some(120e3), Some(120e3));
/// Seconds of packing.
pub(crate) const PACK: Budget = most(Some(1.0), Some(8.0), Some(40.0));
/// Bytes while packing.
pub(crate) const PACK_MEMORY: Budget = most(None, None, Some(1e9));

impl Budget {
    /// The limit for so many articles; the sample's holds below a thousand.
    pub(crate) fn at(&self, articles: u64) -> Option<f64> {
        match articles {
            0..1_000 => self.sample,
            1_000..20_000 => self.ten_thousand,
            _ => self.fifty_thousand,
        }
    }
}
