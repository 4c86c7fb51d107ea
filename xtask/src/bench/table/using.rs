//! What a reader's device does: memory, typing, the timeline, from page to page.

use serde_json::Value;

use super::{Row, Table, Unit};
use crate::bench::budget;

/// Tasks shorter than this are not told of.
const LONG_TASK: f64 = 50.0;

impl Table<'_> {
    pub(super) fn using(&self) -> Vec<Row> {
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
}
