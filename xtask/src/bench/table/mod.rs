//! The table of the figures, in Markdown: it is read in a terminal and kept in `docs/bench.md`.

mod asked;
mod bytes;
mod using;

use serde_json::Value;

use super::budget::Budget;
use super::reasons;

/// Stands behind a figure that is over its budget.
const MISSED: &str = " ✗";

/// A unit of figures.
#[derive(Clone, Copy)]
enum Unit {
    Milliseconds,
    Bytes,
    Share,
    Seconds,
    Count,
}

impl Unit {
    fn show(self, value: f64) -> String {
        // A sum of nothing is −0.
        let value = value + 0.0;
        match self {
            Self::Milliseconds if value < 9.95 => format!("{value:.1} ms"),
            Self::Milliseconds => format!("{value:.0} ms"),
            Self::Bytes if value < 1e6 => format!("{:.0} KB", value / 1e3),
            Self::Bytes => format!("{:.1} MB", value / 1e6),
            Self::Share => format!("{:.1} %", value * 100.0),
            Self::Seconds => format!("{value:.1} s"),
            Self::Count => format!("{value:.0}"),
        }
    }
}

/// A line: what, ours, the budget, the others'.
struct Row {
    what: String,
    ours: String,
    budget: String,
    others: Vec<String>,
}

/// The whole table.
pub(crate) fn of(figures: &Value) -> String {
    let table = Table::new(figures);
    let mut rows = table.sizes();
    rows.extend(table.fetching());
    rows.extend(table.times());
    rows.extend(table.using());
    rows.extend(table.finding());
    let missed: String = rows.iter().filter(|row| row.ours.ends_with(MISSED)).map(miss).collect();
    let mut out = table.head();
    for Row { what, ours, budget, others } in rows {
        out += &format!("| {what} | {ours} | {budget} |");
        others.iter().for_each(|other| out += &format!(" {other} |"));
        out.push('\n');
    }
    if !missed.is_empty() {
        out += "\n| over its budget | budget | is | why |\n|---|---|---|---|\n";
        out += &missed;
    }
    out
}

/// A line about a figure that is over its budget.
fn miss(Row { what, ours, budget, .. }: &Row) -> String {
    let ours = ours.trim_end_matches(MISSED).replace("**", "");
    format!("| {what} | {budget} | {ours} | {} |\n", reasons::why(what))
}

struct Table<'a> {
    figures: &'a Value,
    articles: u64,
    text: f64,
    peers: Vec<(&'a str, &'a Value)>,
}

impl<'a> Table<'a> {
    fn new(figures: &'a Value) -> Self {
        let peers = figures["peers"].as_object().into_iter().flatten();
        Self {
            figures,
            articles: figures["corpus"]["articles"].as_u64().unwrap_or_default(),
            text: figures["corpus"]["text_bytes"].as_f64().unwrap_or(f64::NAN),
            peers: peers.map(|(name, value)| (name.as_str(), value)).collect(),
        }
    }

    fn head(&self) -> String {
        let about = &self.figures["machine"];
        let text = |of: &Value| of.as_str().unwrap_or("?").to_owned();
        let mut out = format!(
            "{} articles ({}), {:.1} MB of titles and texts; Chromium {}, {} cores of {}, slowed down {} times; {} programs at work\n\n",
            self.articles,
            text(&self.figures["corpus"]["name"]),
            self.text / 1e6,
            text(&about["browser"]),
            about["cores"],
            text(&about["processor"]),
            about["throttle"],
            about["load"],
        );
        let names: String = self.peers.iter().map(|(name, _)| format!(" {name} |")).collect();
        out += &format!("| | Biên Niên | budget |{names}\n");
        out += &format!("|---|---|---|{}\n", "---|".repeat(self.peers.len()));
        out
    }

    /// A line of single figures.
    fn row(
        &self,
        what: &str,
        unit: Unit,
        ours: Option<f64>,
        budget: Option<&Budget>,
        other: impl Fn(&Value) -> Option<f64>,
    ) -> Row {
        let show = |value: Option<f64>| value.map_or("–".to_owned(), |value| unit.show(value));
        let limit = budget.and_then(|budget| budget.at(self.articles));
        let missed = ours.zip(limit).is_some_and(|(ours, limit)| ours > limit);
        Row {
            what: what.to_owned(),
            ours: if missed { format!("**{}**{MISSED}", show(ours)) } else { show(ours) },
            budget: limit.map_or(String::new(), |limit| format!("≤ {}", unit.show(limit))),
            others: self.peers.iter().map(|(_, peer)| show(other(peer))).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn figures(articles: u64) -> Value {
        json!({
            "corpus": { "name": "generated", "articles": articles, "text_bytes": 1000 },
            "machine": { "cores": 2, "browser": "1", "throttle": 6 },
            "bytes": { "index": { "raw": 125, "brotli": 80 }, "all": { "brotli": 300 } },
            "engine": { "words": { "slow": { "n": 9, "p50": 3.0, "p95": 4.0, "p99": 12.34 }, "found": 0.5 } },
            "peers": { "other": {
                "index": { "raw": 700 },
                "kinds": { "words": { "slow": { "n": 4, "p50": 30.0, "p95": 40.0, "p99": 50.0 } } },
            } },
        })
    }

    fn line<'a>(table: &'a str, what: &str) -> &'a str {
        table.lines().find(|line| line.contains(what)).unwrap_or_default()
    }

    #[test]
    fn a_missed_budget_is_marked_and_what_is_not_there_is_a_dash() {
        let table = of(&figures(10_000));
        assert_eq!(
            line(&table, "index / text, raw"),
            "| index / text, raw | **12.5 %** ✗ | ≤ 12.0 % | 70.0 % |"
        );
        assert_eq!(
            line(&table, "whole"),
            "| whole offline set, brotli / text | 30.0 % | ≤ 38.0 % | – |"
        );
        let words = line(&table, "words, slowed");
        assert!(words.ends_with("| 3.0 / 4.0 / 12 | 4 / – / 20 | 30 / 40 / 50 (n 4) |"), "{words}");
        assert!(line(&table, "phrase, slowed").ends_with("| – |  | – |"), "{table}");
        assert!(line(&table, "words: its").contains("50.0 %"));
        let why = table
            .lines()
            .find(|line| line.starts_with("| index / text, raw | ≤ 12.0 % | 12.5 % | "));
        assert!(why.is_some_and(|line| line.len() > 60), "{table}");
    }

    #[test]
    fn budgets_go_by_size() {
        assert!(line(&of(&figures(5)), "words, slowed").contains("✗"));
        assert!(!line(&of(&figures(50_000)), "words, slowed").contains("✗"));
        assert!(!line(&of(&figures(5)), "index / text, raw").contains("✗"));
    }
}
