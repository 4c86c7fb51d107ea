//! Whether the site is published rightly: its own files, fetched past every cache, and what their
//! server says of them. Nothing but the site itself is asked.

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::hooks::use_messages;
use crate::i18n::annex::annex;
use crate::i18n::annex::published::Finding;
use crate::markup::html;
use crate::platform::digest;
use crate::platform::probe::{Listed, Probe, is_served, listed, probe};

/// Files smaller than this travel in one packet, compressed or not.
const WORTH_PACKING: usize = 1400;
/// Of one kind of finding, so many files are named.
const MOST_NAMED: usize = 8;

/// How far the check has come.
#[derive(Clone, Debug, PartialEq)]
enum Stage {
    Idle,
    Going(usize, usize),
    Done(usize, Vec<(Finding, Vec<String>)>),
}

/// A button, and what was found.
#[component]
pub(super) fn Published() -> Html {
    let messages = use_messages();
    let says = &annex(messages).published;
    let stage = use_state(|| Stage::Idle);
    let going = use_mut_ref(|| Rc::new(Cell::new(false)));
    {
        let going = going.clone();
        // Who has left the page wants no more of it.
        use_effect_with((), move |()| move || going.borrow().set(false));
    }
    if !is_served() {
        return Html::default();
    }
    let begin = {
        let stage = stage.clone();
        Callback::from(move |_: MouseEvent| {
            let stage = stage.clone();
            let goes = Rc::new(Cell::new(true));
            going.replace(Rc::clone(&goes)).set(false);
            stage.set(Stage::Going(0, 0));
            spawn_local(async move {
                let step = stage.clone();
                let found = check(&goes, &move |done, of| step.set(Stage::Going(done, of))).await;
                if let Some((files, found)) = found {
                    stage.set(Stage::Done(files, found));
                }
            });
        })
    };
    let busy = matches!(*stage, Stage::Going(..));
    html! {
        <section class="section published">
            <h2 class="section-title">{ says.title }</h2>
            <p class="section-note">{ says.note }</p>
            <p class="button-row">
                <button type="button" class="button" onclick={begin} disabled={busy}>{ says.begin }</button>
            </p>
            <div role="status">{ told(says, &stage, messages.dates.number) }</div>
        </section>
    }
}

fn told(
    says: &'static crate::i18n::annex::published::Published,
    stage: &Stage,
    number: fn(u64) -> String,
) -> Html {
    match stage {
        Stage::Idle => Html::default(),
        Stage::Going(done, of) => html! {
            <p>{ (says.going)(&number(*done as u64), &number(*of as u64)) }</p>
        },
        Stage::Done(files, found) if found.is_empty() => html! {
            <p class="notice">{ (says.good)(&number(*files as u64)) }</p>
        },
        Stage::Done(files, found) => html! {
            <>
                <p>{ (says.looked)(&number(*files as u64)) }</p>
                <ul class="published-list">
                    { for found.iter().map(|(finding, paths)| html! {
                        <li>
                            <strong>{ (says.finding)(*finding) }</strong>{ " " }{ (says.fix)(*finding) }
                            <p class="digest">{ named(paths) }</p>
                        </li>
                    }) }
                </ul>
            </>
        },
    }
}

fn named(paths: &[String]) -> String {
    let mut out = paths[..paths.len().min(MOST_NAMED)].join(", ");
    if paths.len() > MOST_NAMED {
        out.push_str(&[" … (", &paths.len().to_string(), ")"].concat());
    }
    out
}

/// Looks at every file that the site's own lists name. `None` when it was broken off.
async fn check(
    goes: &Cell<bool>,
    step: &dyn Fn(usize, usize),
) -> Option<(usize, Vec<(Finding, Vec<String>)>)> {
    let mut found: Vec<(Finding, Vec<String>)> = Vec::new();
    let mut add = |finding, path: &str| match found.iter_mut().find(|(of, _)| *of == finding) {
        Some((_, paths)) => paths.push(path.to_owned()),
        None => found.push((finding, vec![path.to_owned()])),
    };
    let manifest = look("archive.json", "", &mut add).await;
    let list = look("offline.json", "", &mut add).await;
    let worker = look("sw.js", "", &mut add).await;
    look("index.html", "", &mut add).await;
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap_or_default();
    let mut all: Vec<Listed> = Vec::new();
    if let Some(list) = list {
        match listed(&text(list)) {
            Some((files, of)) => {
                all.extend(files);
                if let Some(manifest) = manifest
                    && digest::sha256(&manifest).await != of
                {
                    add(Finding::Mixed, "archive.json");
                }
            }
            None => add(Finding::Damaged, "offline.json"),
        }
    }
    // The viewer's own files stand in its service worker: const SITE = {…};
    let worker = text(worker.unwrap_or_default());
    let site =
        worker.lines().find_map(|line| line.strip_prefix("const SITE = ")?.strip_suffix(';'));
    all.extend(site.and_then(listed).map(|(files, _)| files).unwrap_or_default());
    let count = all.len() + 4;
    for (done, file) in all.iter().enumerate() {
        if !goes.get() {
            return None;
        }
        step(done + 4, count);
        look(&file.path, &file.sha256, &mut add).await;
    }
    goes.get().then_some((count, found))
}

/// Looks at one file; its bytes, if they came.
async fn look(path: &str, sha256: &str, add: &mut dyn FnMut(Finding, &str)) -> Option<Vec<u8>> {
    let Some(probe) = probe(path).await else {
        add(Finding::Unreached, path);
        return None;
    };
    if !(200..300).contains(&probe.status) {
        add(Finding::Missing, path);
        return None;
    }
    if !sha256.is_empty() && digest::sha256(&probe.bytes).await != sha256 {
        add(Finding::Damaged, path);
    }
    for finding in of_head(path, &probe) {
        add(finding, path);
    }
    Some(probe.bytes)
}

/// What the head of an answer shows.
fn of_head(path: &str, probe: &Probe) -> Vec<Finding> {
    let ending = path.rsplit('.').next().unwrap_or_default();
    let fits: &[&str] = match ending {
        "wasm" => &["application/wasm"],
        "js" => &["text/javascript", "application/javascript", "application/x-javascript"],
        "css" => &["text/css"],
        "html" => &["text/html"],
        "svg" => &["image/svg+xml"],
        _ => &[],
    };
    let mut found = Vec::new();
    if !fits.is_empty() && !fits.contains(&probe.kind.as_str()) {
        found.push(if ending == "wasm" { Finding::WasmKind } else { Finding::Kind });
    }
    let packs = ["html", "js", "css", "json", "wasm", "svg"].contains(&ending);
    if packs && !probe.packed && probe.bytes.len() > WORTH_PACKING {
        found.push(Finding::Unpacked);
    }
    // These are asked for anew each time, or readers keep meeting an old version.
    let fresh = matches!(path, "archive.json" | "index.html" | "sw.js" | "offline.json");
    let age = probe.caching.split("max-age=").nth(1).and_then(|rest| {
        let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
        rest[..end].parse::<u64>().ok()
    });
    let kept = age.is_some_and(|seconds| seconds > 0) && !probe.caching.contains("no-");
    if fresh && kept {
        found.push(Finding::Kept);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(path: &str, kind: &str, caching: &str, packed: bool, expected: &[Finding]) {
        let bytes = vec![0; 5000];
        let (kind, caching) = (kind.to_owned(), caching.to_owned());
        let probe = Probe { status: 200, kind, caching, packed, bytes };
        assert_eq!(of_head(path, &probe), expected, "{path}");
    }

    #[test]
    fn heads_tell_what_is_set_wrong() {
        check("a.wasm", "application/wasm", "", true, &[]);
        check("a.wasm", "application/octet-stream", "", true, &[Finding::WasmKind]);
        check("a.js", "text/plain", "", false, &[Finding::Kind, Finding::Unpacked]);
        check("parts/a.bin", "text/plain", "max-age=60", false, &[]);
        check("archive.json", "application/json", "public, max-age=600", true, &[Finding::Kept]);
        check("archive.json", "application/json", "no-cache, max-age=600", true, &[]);
        check("archive.json", "application/json", "max-age=0", true, &[]);
    }

    #[test]
    fn many_files_are_named_by_a_few() {
        let paths: Vec<String> = (0..20).map(|at| at.to_string()).collect();
        assert_eq!(named(&paths), "0, 1, 2, 3, 4, 5, 6, 7 … (20)");
        assert_eq!(named(&paths[..2]), "0, 1");
    }
}
