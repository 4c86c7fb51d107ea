//! What an archive weighs, and what is fetched of it.

use serde_json::Value;

use super::{Row, Table, Unit};
use crate::bench::budget;

impl Table<'_> {
    pub(super) fn sizes(&self) -> Vec<Row> {
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

    pub(super) fn fetching(&self) -> Vec<Row> {
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
}
