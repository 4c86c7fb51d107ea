//! From what the browser saw to figures.

use std::collections::BTreeMap;

use anyhow::{Context, Result, bail};
use protocol::{Answer, Reply, Results};
use serde_json::{Map, Value, json};

use super::corpus::Corpus;
use super::cost::Cost;
use super::pack::Packed;
use super::peers::Peer;
use super::queries::{HITS, Kind, Query};
use super::stats::Sample;
use super::{THROTTLE, base64, bundle};
use crate::process;

/// Everything that was measured.
pub(crate) struct Measured {
    pub(crate) corpus: Corpus,
    pub(crate) queries: Vec<Query>,
    pub(crate) packed: Packed,
    pub(crate) peers: Vec<Peer>,
    /// What `tests/bench/run.mjs` wrote.
    pub(crate) seen: Value,
}

impl Measured {
    /// All figures, as they stand in the JSON file; the table is made of them.
    pub(crate) fn figures(&self) -> Result<Value> {
        let Self { corpus, packed, seen, .. } = self;
        let sizes = bundle::by_kind(&packed.files);
        let sizes = sizes.into_iter().map(|(kind, of)| {
            (kind.to_owned(), json!({ "raw": of.raw, "gzip": of.gzip, "brotli": of.brotli }))
        });
        Ok(json!({
            "corpus": {
                "name": corpus.name,
                "articles": corpus.articles.len(),
                "text_bytes": corpus.bytes(),
            },
            "machine": {
                "processor": processor(),
                "cores": std::thread::available_parallelism().map_or(1, usize::from),
                "browser": seen["browser"],
                "throttle": THROTTLE,
                "load": load(),
            },
            "pack": cost(packed.cost),
            "bytes": sizes.collect::<Map<_, _>>(),
            "bytes_as_packed": packed.as_packed,
            "update": { "articles": packed.added, "bytes": packed.update },
            "home": visits(&seen["home"]),
            "search": visits(&seen["search"]),
            "titled": visits(&seen["titled"]),
            "cold": self.cold(),
            "warm": fetched(each(&seen["worker"]["fetched"])),
            "typing": typing(&seen["typing"]),
            "timeline": timeline(&seen["timeline"]),
            "routes": routes(&seen["routes"]),
            "memory": seen["engine"]["memory"],
            "engine": self.engine()?,
            "peers": self.peers.iter().map(|peer| (peer.name.to_owned(), self.peer(peer)))
                .collect::<Map<_, _>>(),
        }))
    }

    /// Times of each kind, slowed down, at full speed and by the worker, and what was found.
    fn engine(&self) -> Result<Value> {
        let numbers = bundle::numbers(&self.packed.site)?;
        let engine = &self.seen["engine"];
        let found: Vec<Found> = each(&engine["replies"])
            .zip(&self.queries)
            .map(|(reply, query)| Found::of(reply, query, &numbers))
            .collect::<Result<_>>()?;
        let mut kinds = Map::new();
        for kind in Kind::ALL {
            let here: Vec<usize> =
                (0..self.queries.len()).filter(|&at| self.queries[at].kind == kind).collect();
            let times =
                |of: &Value| Sample::new(here.iter().filter_map(|&at| of[at].as_f64())).to_json();
            let share = |of: fn(&Found) -> bool| {
                share(here.iter().filter(|&&at| found.get(at).is_some_and(of)).count(), here.len())
            };
            let inside = here.iter().filter_map(|&at| found.get(at).map(|found| found.engine_ms));
            kinds.insert(
                kind.name().to_owned(),
                json!({
                    "slow": times(&engine["slow"]),
                    "bare": times(&engine["bare"]),
                    "first_inside": Sample::new(inside).to_json(),
                    "first": times(&engine["first"]),
                    "plain": times(&engine["plain"]),
                    "worker": times(&self.seen["worker"]["times"]),
                    "answered": share(|found| found.answered),
                    "found": share(|found| found.source),
                }),
            );
        }
        Ok(Value::Object(kinds))
    }

    /// Bytes of a first query by a worker that knows nothing, for each kind.
    fn cold(&self) -> Value {
        let all = || each(&self.seen["cold"]);
        let kinds = Kind::ALL.into_iter().map(|kind| {
            let here = all().filter(|visit| visit["kind"] == kind.name());
            (kind.name().to_owned(), fetched(here.map(|visit| &visit["fetched"])))
        });
        kinds.collect::<Map<_, _>>().into()
    }

    fn peer(&self, peer: &Peer) -> Value {
        let seen = &self.seen["peers"][peer.name];
        let total = |visit: &Value| pairs(visit).map(|(_, bytes)| bytes).sum::<f64>();
        let mut kinds = Map::new();
        for kind in Kind::ALL {
            let answers = |of: &str| -> Vec<&Value> {
                let here = |answer: &&Value| self.asked(answer).is_some_and(|q| q.kind == kind);
                each(&seen[of]).filter(here).collect()
            };
            let times = |of: &str| {
                Sample::new(answers(of).iter().filter_map(|answer| answer["ms"].as_f64())).to_json()
            };
            let plain = answers("plain");
            let share = |is: &dyn Fn(&Value) -> bool| {
                share(plain.iter().filter(|answer| is(answer)).count(), plain.len())
            };
            let is_source = |answer: &Value| {
                let source = self.asked(answer).map(|query| query.source as u64);
                each(&answer["found"]).any(|number| number.as_u64() == source)
            };
            kinds.insert(
                kind.name().to_owned(),
                json!({
                    "slow": times("slow"),
                    "plain": times("plain"),
                    "answered": share(&|answer| each(&answer["found"]).next().is_some()),
                    "found": share(&is_source),
                }),
            );
        }
        json!({
            "build": cost(peer.cost),
            "index": { "raw": peer.index.raw, "brotli": peer.index.brotli },
            "all": { "raw": peer.all.raw, "brotli": peer.all.brotli, "files": peer.files },
            "keeps_texts": peer.files > 1,
            "load_ms": seen["load"],
            "memory": seen["memory"],
            "cold": Sample::new(each(&seen["cold"]).map(total)).to_json(),
            "kinds": kinds,
        })
    }

    fn asked(&self, answer: &Value) -> Option<&Query> {
        self.queries.get(usize::try_from(answer["at"].as_u64()?).ok()?)
    }
}

/// What one answer of the engine held.
struct Found {
    answered: bool,
    /// The article that the query was taken from is among the first hits.
    source: bool,
    /// Time of the first asking by the worker's own clock, fetches included.
    engine_ms: f64,
}

impl Found {
    fn of(reply: &Value, query: &Query, numbers: &[usize]) -> Result<Self> {
        let bytes = reply.as_str().and_then(base64::decode).context("an answer is no base64")?;
        let reply: Reply = protocol::decode(&bytes).context("an answer of another protocol")?;
        let Answer::Found(Results { hits, micros, damaged, .. }) = reply.answer else {
            bail!("“{}” was answered with {:?}", query.text, reply.answer);
        };
        if let Some(part) = damaged.first() {
            bail!("“{}”: {} could not be used: {:?}", query.text, part.path, part.what);
        }
        let mut shown = hits.iter().take(HITS as usize).map(|hit| hit.document as usize);
        Ok(Self {
            answered: !hits.is_empty(),
            source: shown.any(|document| numbers.get(document) == Some(&query.source)),
            engine_ms: f64::from(micros) / 1000.0,
        })
    }
}

/// What the files of a visit are for.
fn group(path: &str) -> &'static str {
    match bundle::kind(path) {
        "index" => "index",
        "articles" => "texts",
        bundle::MANIFEST => "lists",
        _ if path.starts_with("parts/") => "lists",
        _ if path.starts_with("search-worker") => "worker",
        _ => "shell",
    }
}

const GROUPS: [&str; 5] = ["shell", "worker", "lists", "index", "texts"];

/// Bytes by group over visits; `query` is all but the shell.
fn fetched<'a>(visits: impl Iterator<Item = &'a Value>) -> Value {
    let mut samples: BTreeMap<&str, Vec<f64>> = BTreeMap::new();
    for visit in visits {
        let mut sums: BTreeMap<&str, f64> = GROUPS.iter().map(|group| (*group, 0.0)).collect();
        for (path, bytes) in pairs(visit) {
            *sums.entry(group(path)).or_default() += bytes;
        }
        let all: f64 = sums.values().sum();
        sums.insert("query", all - sums["shell"]);
        sums.insert("found", all - sums["shell"] - sums["worker"]);
        sums.insert("all", all);
        for (group, bytes) in sums {
            samples.entry(group).or_default().push(bytes);
        }
    }
    let json =
        samples.into_iter().map(|(group, all)| (group.to_owned(), Sample::new(all).to_json()));
    json.collect::<Map<_, _>>().into()
}

/// Bytes and times of visits with the viewer.
fn visits(seen: &Value) -> Value {
    let times = |of: &str| Sample::new(each(seen).filter_map(|visit| visit[of].as_f64())).to_json();
    json!({
        "shown_ms": times("shown"),
        "paint_ms": times("paint"),
        "fetched": fetched(each(seen).map(|visit| &visit["fetched"])),
    })
}

fn typing(seen: &Value) -> Value {
    let sample = |of: &str| Sample::new(each(&seen[of]).filter_map(Value::as_f64)).to_json();
    // The browser tells of tasks of 50 ms and longer only.
    let used = sample("used");
    json!({ "paint_ms": sample("paints"), "long_tasks_ms": sample("tasks"), "used_ms": used })
}

/// The timeline under a finger; nothing where an older run did not look at it.
fn timeline(seen: &Value) -> Value {
    if !seen.is_object() {
        return Value::Null;
    }
    let sample = |of: &str| Sample::new(each(&seen[of]).filter_map(Value::as_f64)).to_json();
    let (scrolling, opening) = (sample("scrolling"), sample("opening"));
    json!({
        "scrolling_ms": scrolling,
        "opening_ms": opening,
        "used_ms": sample("used"),
        "elements": seen["elements"],
    })
}

/// From page to page; nothing where an older run did not go.
fn routes(seen: &Value) -> Value {
    if !seen.is_object() {
        return Value::Null;
    }
    let times = each(&seen["times"]).filter_map(|change| change["ms"].as_f64());
    let moved: f64 = each(&seen["shifts"]).filter_map(Value::as_f64).sum();
    json!({ "ms": Sample::new(times).to_json(), "moved": moved })
}

fn cost(cost: Cost) -> Value {
    json!({ "seconds": cost.seconds, "bytes": cost.bytes })
}

fn share(part: usize, of: usize) -> Option<f64> {
    (of > 0).then(|| part as f64 / of as f64)
}

fn each(list: &Value) -> impl Iterator<Item = &Value> {
    list.as_array().into_iter().flatten()
}

fn pairs(visit: &Value) -> impl Iterator<Item = (&str, f64)> {
    each(visit).filter_map(|pair| Some((pair[0].as_str()?, pair[1].as_f64()?)))
}

/// How many programs wanted a core over the last fifteen minutes (Linux).
fn load() -> Option<f64> {
    std::fs::read_to_string("/proc/loadavg").ok()?.split(' ').nth(2)?.parse().ok()
}

/// What the system calls the processor.
fn processor() -> Option<String> {
    let about = process::ask("lscpu", &[])?;
    let line = about.lines().find_map(|line| line.strip_prefix("Model name:"))?;
    Some(line.trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_counted_for_what_they_are() {
        let visit = json!([
            ["", 10],
            ["search-worker-1.js", 20],
            ["archive.json", 30],
            ["parts/catalogue-1.json", 5],
            ["parts/index-1.bin", 40],
            ["parts/index-2.bin", 1],
            ["parts/articles-1.json", 50]
        ]);
        let groups = fetched([&visit].into_iter());
        let of = |group: &str| groups[group]["p50"].as_f64();
        assert_eq!((of("shell"), of("worker"), of("lists")), (Some(10.0), Some(20.0), Some(35.0)));
        assert_eq!((of("index"), of("texts"), of("query")), (Some(41.0), Some(50.0), Some(146.0)));
    }

    #[test]
    fn changes_of_the_page_are_summed_up() {
        let seen = json!({
            "times": [{ "to": "#/tim", "ms": 40.0 }, { "to": "#/", "ms": 60.0 }],
            "shifts": [0.25, 0.5],
        });
        let routes = routes(&seen);
        assert_eq!(routes["ms"]["max"].as_f64(), Some(60.0));
        assert_eq!(routes["moved"].as_f64(), Some(0.75));
        assert!(super::routes(&Value::Null).is_null());
    }

    #[test]
    fn an_answer_is_read_and_a_failure_is_named() {
        let query = Query { kind: Kind::Words, text: "chợ".to_owned(), filter: None, source: 7 };
        let reply = |answer| json!(base64::encode(&protocol::encode(&Reply { number: 1, answer })));
        let hit = protocol::Hit {
            document: 1,
            tier: protocol::Tier::All,
            exact: true,
            expanded: false,
            lacks: Vec::new(),
            title_marks: Vec::new(),
            snippet: None,
        };
        let results = Results { hits: vec![hit], micros: 1500, ..Results::default() };
        let found =
            Found::of(&reply(Answer::Found(results.clone())), &query, &[3, 7]).expect("read");
        assert!(found.source && found.answered && found.engine_ms == 1.5);
        let other = Found::of(&reply(Answer::Found(results)), &query, &[7, 3]).expect("read");
        assert!(!other.source);
        assert!(Found::of(&reply(Answer::Welcome), &query, &[]).is_err());
    }
}
