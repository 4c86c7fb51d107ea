//! Saving, taking in and checking, step by step: the service worker does a few parts at a time, so
//! that a step can be the last one for now.

use std::cell::Cell;
use std::rc::Rc;

use crate::platform::keep::{self, Answer, PickedFile};
use crate::platform::storage;

/// Parts that are saved in one step, at least and at most: what is shown moves on at every step, and
/// every step begins with a look at what is there.
const SAVED_AT_ONCE: (u64, u64) = (8, 64);
/// Parts that are checked in one step.
const CHECKED_AT_ONCE: f64 = 32.0;
/// Where it is remembered that the archive was saved, so that its loss can be told.
const REMEMBERED: &str = "bien-nien:saved";

/// What stands on the device.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Standing {
    /// Parts that are here, and parts there are.
    pub(super) parts: (u64, u64),
    /// Bytes that are here, and bytes there are.
    pub(super) bytes: (u64, u64),
    /// Every part of a saved archive is here.
    pub(super) whole: bool,
    /// Saving was begun and not ended, or something of what was saved is gone.
    pub(super) partial: bool,
    /// The site has a newer archive than the saved one.
    pub(super) newer: bool,
    /// Bytes to fetch for the site's archive; unknown without a network.
    pub(super) to_fetch: Option<u64>,
    /// When everything was last checked, milliseconds since 1970.
    pub(super) checked_at: Option<f64>,
    /// It was saved once, and the browser has cleared it since.
    pub(super) lost: bool,
    /// A new version of the viewer that could not be installed: the file at fault and why.
    pub(super) trouble: Option<Fault>,
}

/// What went wrong, in words of the service worker, and with which file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Fault {
    pub(super) why: String,
    pub(super) path: String,
}

/// What is being done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Save,
    TakeIn,
    Check,
}

/// How far it is.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Task {
    pub(super) kind: Kind,
    pub(super) parts: (u64, u64),
    pub(super) bytes: (u64, u64),
    /// Whether it goes on.
    pub(super) running: bool,
    /// Why it stopped before its end.
    pub(super) fault: Option<Fault>,
    /// Parts that were found damaged or missing.
    pub(super) bad: Vec<String>,
}

impl Task {
    pub(super) fn new(kind: Kind) -> Self {
        Self { kind, parts: (0, 0), bytes: (0, 0), running: true, fault: None, bad: Vec::new() }
    }

    /// It came to its end.
    pub(super) fn is_done(&self) -> bool {
        !self.running && self.fault.is_none() && self.parts.1 > 0 && self.parts.0 == self.parts.1
    }
}

/// Asks how things stand; `network` also asks whether there is something newer.
pub(super) async fn standing(network: bool) -> Option<Standing> {
    let asks: &[(&str, f64)] = if network { &[] } else { &[("ask", 0.0)] };
    let answer = keep::ask("state", asks, None).await?;
    answer.number("total")?;
    let whole = answer.flag("whole");
    let partial = answer.flag("partial");
    if whole {
        // Where that is refused, a loss cannot be told, and nothing else is lost.
        storage::set(REMEMBERED, "1");
    }
    Some(Standing {
        parts: counts(&answer, "done", "total"),
        bytes: counts(&answer, "doneBytes", "totalBytes"),
        whole,
        partial,
        newer: answer.flag("newer"),
        to_fetch: answer.number("toFetch").map(whole_number),
        checked_at: answer.number("checkedAt"),
        lost: !whole && !partial && storage::get(REMEMBERED).is_some(),
        trouble: answer.inner("trouble").map(|trouble| fault(&trouble, "why")),
    })
}

/// Lets go of everything that is kept.
pub(super) async fn forget() {
    storage::remove(REMEMBERED);
    keep::ask("forget", &[], None).await;
}

fn counts(answer: &Answer, done: &str, total: &str) -> (u64, u64) {
    let count = |name| answer.number(name).map_or(0, whole_number);
    (count(done), count(total))
}

/// A sixty-fourth of what there is.
fn saved_at_once(parts: u64) -> u64 {
    (parts / 64).clamp(SAVED_AT_ONCE.0, SAVED_AT_ONCE.1)
}

/// Counts and lengths are whole, and far below what a float keeps exactly.
fn whole_number(number: f64) -> u64 {
    number.max(0.0) as u64
}

fn fault(answer: &Answer, why: &str) -> Fault {
    let text = |name| answer.text(name).unwrap_or_default();
    Fault { why: text(why), path: text("path") }
}

/// Does it until it is done, stopped or broken; `show` hears how far it is. `need` is how many bytes
/// it will keep, where that is known.
pub(super) async fn run(
    kind: Kind,
    begun: bool,
    need: Option<u64>,
    file: Option<PickedFile>,
    stop: Rc<Cell<bool>>,
    show: impl Fn(Task),
) {
    let mut task = Task::new(kind);
    show(task.clone());
    if let (Some(need), Some(room)) = (need, keep::room().await)
        && room < need as f64
    {
        task.fault = Some(Fault { why: "storage".to_owned(), path: String::new() });
        task.running = false;
        show(task);
        return;
    }
    let mut fresh = !begun;
    while task.running {
        let answer = match kind {
            Kind::Check => {
                let asks = [("from", task.parts.0 as f64), ("most", CHECKED_AT_ONCE)];
                keep::ask("verify", &asks, None).await
            }
            Kind::Save | Kind::TakeIn => {
                let asks = [
                    ("fresh", f64::from(u8::from(fresh))),
                    ("most", saved_at_once(task.parts.1) as f64),
                ];
                keep::ask("save", &asks, file.as_ref()).await
            }
        };
        fresh = false;
        task.take(answer.as_ref());
        if stop.get() {
            task.running = false;
        }
        show(task.clone());
    }
}

impl Task {
    fn take(&mut self, answer: Option<&Answer>) {
        let broken = match answer {
            None => Some(Fault { why: "starting".to_owned(), path: String::new() }),
            Some(answer) if answer.text("error").is_some() => Some(fault(answer, "error")),
            Some(answer) => answer.inner("failed").map(|failed| fault(&failed, "why")),
        };
        if let Some(answer) = answer.filter(|answer| answer.number("total").is_some()) {
            let done = if self.kind == Kind::Check { "checked" } else { "done" };
            self.parts = counts(answer, done, "total");
            self.bytes = counts(answer, "doneBytes", "totalBytes");
            let bad = answer.list("bad").into_iter();
            self.bad.extend(bad.filter_map(|bad| bad.text("path")));
        }
        self.running = broken.is_none() && self.parts.0 < self.parts.1;
        self.fault = broken;
    }
}
