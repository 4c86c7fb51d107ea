//! The table of the figures, in Markdown: it is read in a terminal and kept in `docs/bench.md`.

use serde_json::Value;

use super::budget::{self, Budget};
use super::queries::Kind;
use super::reasons;

/// Tasks shorter than this are not told of.
const LONG_TASK: f64 = 50.0;

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

    fn sizes(&self) -> Vec<Row> {
        let figures = self.figures;
        let pack = &figures["pack"];
        let build = |of: &'static str| move |peer: &Value| peer["build"][of].as_f64();
        let share = |bytes: &Value| bytes.as_f64().map(|bytes| bytes / self.text);
        let bytes = &figures["bytes"];
        let index = |of: &'static str| move |peer: &Value| share(&peer["index"][of]);
        vec![
            self.row(
                "pack: the site with compressed copies; others: the index",
                Unit::Seconds,
                pack["seconds"].as_f64(),
                Some(&budget::PACK),
                build("seconds"),
            ),
            self.row(
                "pack: memory",
                Unit::Bytes,
                pack["bytes"].as_f64(),
                Some(&budget::PACK_MEMORY),
                build("bytes"),
            ),
            self.row(
                "index / text, raw",
                Unit::Share,
                share(&bytes["index"]["raw"]),
                Some(&budget::INDEX),
                index("raw"),
            ),
            self.row(
                "index / text, brotli",
                Unit::Share,
                share(&bytes["index"]["brotli"]),
                None,
                index("brotli"),
            ),
            self.row(
                "whole offline set, brotli / text",
                Unit::Share,
                share(&bytes["all"]["brotli"]),
                Some(&budget::OFFLINE),
                |peer| {
                    if peer["keeps_texts"] == true { share(&peer["all"]["brotli"]) } else { None }
                },
            ),
            self.row(
                "the same as the packer compressed it",
                Unit::Share,
                share(&figures["bytes_as_packed"]),
                None,
                |_| None,
            ),
            self.row(
                "to fetch after 50 more articles",
                Unit::Bytes,
                figures["update"]["bytes"]["all"].as_f64(),
                Some(&budget::UPDATE),
                |_| None,
            ),
        ]
    }

    fn fetching(&self) -> Vec<Row> {
        let first = &self.figures["search"]["fetched"];
        let titled = &self.figures["titled"]["fetched"]["found"];
        let warm = &self.figures["warm"]["query"];
        let none = |_: &Value| None;
        let of = |group: &str, at: &str| first[group][at].as_f64();
        vec![
            self.row(
                "first query to ten titled results over a slow line, p50",
                Unit::Bytes,
                titled["p50"].as_f64(),
                Some(&budget::COLD_P50),
                none,
            ),
            self.row(
                "the same, p95",
                Unit::Bytes,
                titled["p95"].as_f64(),
                Some(&budget::COLD_P95),
                none,
            ),
            self.row(
                "first query in all, engine and passages too, p50",
                Unit::Bytes,
                of("query", "p50"),
                None,
                |peer| peer["cold"]["p50"].as_f64(),
            ),
            self.row("the same, p95", Unit::Bytes, of("query", "p95"), None, |peer| {
                peer["cold"]["p95"].as_f64()
            }),
            self.row("… of it the manifest and lists", Unit::Bytes, of("lists", "p50"), None, none),
            self.row("… the worker", Unit::Bytes, of("worker", "p50"), None, none),
            self.row("… the index", Unit::Bytes, of("index", "p50"), None, none),
            self.row("… texts for passages", Unit::Bytes, of("texts", "p50"), None, none),
            self.row("each later query, p50", Unit::Bytes, warm["p50"].as_f64(), None, none),
            self.row("each later query, p95", Unit::Bytes, warm["p95"].as_f64(), None, none),
        ]
    }

    /// Times of each kind: p50 / p95 / p99.
    fn times(&self) -> Vec<Row> {
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
        slow.chain([bare]).chain(worker).collect()
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

    fn using(&self) -> Vec<Row> {
        let typing = &self.figures["typing"];
        // No task long enough to be told of is a task of less than that.
        let task = typing["long_tasks_ms"]["max"].as_f64();
        let shortest = if typing.is_object() { Some(LONG_TASK) } else { None };
        let timeline = &self.figures["timeline"];
        let still = if timeline.is_object() { Some(LONG_TASK) } else { None };
        let routes = &self.figures["routes"];
        let none = |_: &Value| None;
        let memory = &self.figures["memory"]["after"];
        let shown = &self.figures["search"]["shown_ms"]["p50"];
        vec![
            self.row(
                "memory: wasm; others: the page",
                Unit::Bytes,
                memory.as_f64(),
                Some(&budget::MEMORY),
                |peer| peer["memory"].as_f64(),
            ),
            self.row(
                "index loaded (others) / first results shown, full speed",
                Unit::Milliseconds,
                shown.as_f64(),
                None,
                |peer| peer["load_ms"].as_f64(),
            ),
            self.row(
                "typing, slowed down: longest task (at most)",
                Unit::Milliseconds,
                task.or(shortest),
                Some(&budget::TASK),
                none,
            ),
            self.row(
                "the same by the processor’s time, at full speed, times six: typing",
                Unit::Milliseconds,
                typing["used_ms"]["max"].as_f64(),
                None,
                none,
            ),
            self.row(
                "typing, slowed down: key to paint, p95",
                Unit::Milliseconds,
                typing["paint_ms"]["p95"].as_f64(),
                Some(&budget::PAINT),
                none,
            ),
            self.row(
                "timeline, slowed down: longest task while scrolling (at most)",
                Unit::Milliseconds,
                timeline["scrolling_ms"]["max"].as_f64().or(still),
                Some(&budget::TASK),
                none,
            ),
            self.row(
                "the same by the processor’s time, at full speed, times six: scrolling",
                Unit::Milliseconds,
                timeline["used_ms"]["max"].as_f64(),
                None,
                none,
            ),
            self.row(
                "timeline, slowed down: longest task of opening a year (at most)",
                Unit::Milliseconds,
                timeline["opening_ms"]["max"].as_f64().or(still),
                None,
                none,
            ),
            self.row(
                "timeline: elements at most",
                Unit::Count,
                timeline["elements"].as_f64(),
                Some(&budget::ELEMENTS),
                none,
            ),
            self.row(
                "from page to page, slowed down: tap to paint, p95",
                Unit::Milliseconds,
                routes["ms"]["p95"].as_f64(),
                Some(&budget::ROUTE),
                none,
            ),
            self.row(
                "from page to page: what moves once a page is shown, of the screen",
                Unit::Share,
                routes["moved"].as_f64(),
                Some(&budget::MOVED),
                none,
            ),
        ]
    }

    /// Whether the article that a query was taken from is among the first ten.
    fn finding(&self) -> Vec<Row> {
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
