//! How soon questions are answered, and what they find.

use serde_json::Value;

use super::{MISSED, Row, Table, Unit};
use crate::bench::budget::{self, Budget};
use crate::bench::queries::Kind;

impl Table<'_> {
    /// Times of each kind: p50 / p95 / p99.
    pub(super) fn times(&self) -> Vec<Row> {
        let slow = Kind::ALL.into_iter().map(|kind| {
            let (p50, p99) = match kind {
                Kind::Phrase => (None, &budget::PHRASE_P99),
                Kind::Typo => (None, &budget::TYPO_P99),
                _ => (Some(&budget::WARM_P50), &budget::WARM_P99),
            };
            self.three(kind, "slow", "slowed down", p50, Some(p99))
        });
        let bare = self.three(Kind::Words, "bare", "slowed down, no passages", None, None);
        let worker = Kind::ALL.into_iter();
        let worker = worker.map(|kind| self.three(kind, "worker", "full speed", None, None));
        // Figures of older runs have none.
        let first = Kind::ALL
            .into_iter()
            .filter(|kind| self.figures["engine"][kind.name()]["first"]["p50"].is_number());
        let how = "full speed, asked the first time";
        let first = first.map(|kind| self.three(kind, "first", how, None, None));
        slow.chain([bare]).chain(worker).chain(first).collect()
    }

    fn three(
        &self,
        kind: Kind,
        of: &str,
        how: &str,
        p50: Option<&Budget>,
        p99: Option<&Budget>,
    ) -> Row {
        let sample = &self.figures["engine"][kind.name()][of];
        let limits = [
            p50.and_then(|budget| budget.at(self.articles)),
            p99.and_then(|budget| budget.at(self.articles)),
        ];
        let over = |at: &str, limit: Option<f64>| {
            sample[at].as_f64().zip(limit).is_some_and(|(value, limit)| value > limit)
        };
        let missed = over("p50", limits[0]) || over("p99", limits[1]);
        let shown =
            limits.map(|limit| limit.map_or("–".to_owned(), |limit| format!("{limit:.0}")));
        let has_budget = limits.iter().any(Option::is_some);
        let asked = sample["n"].as_u64().unwrap_or_default();
        // The other engines have no worker of ours: at full speed they run in their page.
        let theirs = if of == "worker" { "plain" } else { of };
        let other = |peer: &Value| triple(&peer["kinds"][kind.name()][theirs], asked);
        Row {
            what: format!("{}, {how}, p50 / p95 / p99 ms", kind.name()),
            ours: format!("{}{}", triple(sample, asked), if missed { MISSED } else { "" }),
            budget: if has_budget {
                format!("{} / – / {}", shown[0], shown[1])
            } else {
                String::new()
            },
            others: self.peers.iter().map(|(_, peer)| other(peer)).collect(),
        }
    }

    /// Whether the article that a query was taken from is among the first ten.
    pub(super) fn finding(&self) -> Vec<Row> {
        let row = |kind: Kind| {
            let ours = &self.figures["engine"][kind.name()];
            let asked = ours["plain"]["n"].as_u64().unwrap_or_default();
            let show = |of: &Value| match of["found"].as_f64() {
                Some(share) => format!("{}{}", Unit::Share.show(share), fewer(&of["plain"], asked)),
                None => "–".to_owned(),
            };
            let others = self.peers.iter().map(|(_, peer)| show(&peer["kinds"][kind.name()]));
            Row {
                what: format!("{}: its article among ten", kind.name()),
                ours: show(ours),
                budget: String::new(),
                others: others.collect(),
            }
        };
        Kind::ALL.into_iter().map(row).collect()
    }
}

/// `1.2 / 3.4 / 5.6`, with how many were asked where fewer were.
fn triple(sample: &Value, asked: u64) -> String {
    let values: Option<Vec<f64>> =
        ["p50", "p95", "p99"].into_iter().map(|at| sample[at].as_f64()).collect();
    let Some(values) = values else { return "–".to_owned() };
    let short =
        |value: f64| if value < 9.95 { format!("{value:.1}") } else { format!("{value:.0}") };
    let shown = values.into_iter().map(short).collect::<Vec<_>>().join(" / ");
    shown + &fewer(sample, asked)
}

/// How many were asked, where these were fewer.
fn fewer(sample: &Value, asked: u64) -> String {
    let n = sample["n"].as_u64().filter(|n| *n < asked);
    n.map_or(String::new(), |n| format!(" (n {n})"))
}
