//! Whole conversations with the search worker, without a browser.
#![allow(clippy::unwrap_used, reason = "a helper of tests may stop the test")]

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::future::Future;
use std::pin::{Pin, pin};
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

use protocol::{Answer, Ask, DamageKind, Failure, Part, Query, Reply, Request, Tier, VERSION};
use search::{Builder, Document, Zone};
use sha2::{Digest, Sha256};
use worker::{Fetching, Host, Session};

/// A web server, a clock and a viewer in memory.
#[derive(Default)]
struct World {
    files: RefCell<BTreeMap<String, Vec<u8>>>,
    fetched: RefCell<Vec<String>>,
    replies: RefCell<Vec<Reply>>,
    /// Resting waits while this is set.
    held: Cell<bool>,
    /// Resting for long is over at once.
    impatient: Cell<bool>,
    /// Texts do not come while this is set.
    slow: Rc<Cell<bool>>,
    /// Each look at the clock takes so long.
    pace: Cell<u64>,
    now: Cell<u64>,
}

impl Host for &World {
    fn fetch(&self, url: &str) -> Fetching {
        self.fetched.borrow_mut().push(url.to_owned());
        let mut file = Some(self.files.borrow().get(url).cloned());
        let slow = url.contains("articles").then(|| Rc::clone(&self.slow));
        Box::pin(std::future::poll_fn(move |_| match &slow {
            Some(slow) if slow.get() => Poll::Pending,
            _ => Poll::Ready(file.take().flatten()),
        }))
    }

    fn rest(&self, milliseconds: i32) -> impl Future<Output = ()> {
        let (held, soon) = (&self.held, milliseconds < 100 || self.impatient.get());
        std::future::poll_fn(move |_| match held.get() || !soon {
            true => Poll::Pending,
            false => Poll::Ready(()),
        })
    }

    fn micros(&self) -> u64 {
        self.now.set(self.now.get() + self.pace.get());
        self.now.get()
    }

    fn post(&self, reply: Vec<u8>) {
        self.replies.borrow_mut().push(protocol::decode(&reply).unwrap());
    }
}

fn poll(future: Pin<&mut impl Future<Output = ()>>) -> Poll<()> {
    future.poll(&mut Context::from_waker(Waker::noop()))
}

/// Says something and waits for the answer to it.
fn say(session: &Session<&World>, number: u32, ask: Ask) -> Option<Answer> {
    let message = protocol::encode(&Request { number, ask });
    assert_eq!(poll(pin!(session.take(&message))), Poll::Ready(()));
    let mut replies = session.host().replies.borrow_mut();
    replies.pop().map(|reply| {
        assert_eq!(reply.number, number);
        reply.answer
    })
}

fn part(path: &str, bytes: &[u8], first: u32) -> Part {
    let digest = Sha256::digest(bytes);
    let name = u64::from_be_bytes(digest[..8].try_into().unwrap());
    Part { path: path.into(), bytes: bytes.len() as u64, name, first, is_list: false }
}

const TEXTS: [(&str, &str); 3] = [
    ("Hội nghị dân vận khéo", "Huyện uỷ tổng kết phong trào."),
    ("Chợ quê", "Hôm nay, chợ Cho họp ở xã Sơn Đông."),
    ("Làm đường", "Nhân dân hiến đất làm đường nông thôn mới."),
];

/// Parts with their bytes.
type Files = Vec<(Part, Vec<u8>)>;

/// Index files and chunks of the texts, one article a chunk.
fn bundle() -> (Files, Files) {
    bundle_of(&TEXTS, Builder::new())
}

fn bundle_of(texts: &[(&str, &str)], mut builder: Builder) -> (Files, Files) {
    let mut chunks = Vec::new();
    for ((title, text), first) in texts.iter().zip(0..) {
        let zones = [(Zone::Body, 0..text.len())];
        builder.add(&Document {
            title,
            text,
            zones: &zones,
            facets: &[("year", "2020")],
            day: None,
        });
        let blocks = serde_json::json!([{"kind": "paragraph", "span": [0, text.len()]}]);
        let json =
            serde_json::json!({"articles": [{"title": title, "text": text, "blocks": blocks}]});
        let json = json.to_string().into_bytes();
        chunks.push((part(&format!("articles/{first}.json"), &json, first), json));
    }
    let index = builder
        .finish()
        .into_iter()
        .map(|piece| (part(&format!("index/{}", piece.name), &piece.bytes, 0), piece.bytes));
    (index.collect(), chunks)
}

/// A world that serves the bundle but for what `change` does to it, and the opening message.
fn world(change: impl Fn(&str, Vec<u8>) -> Option<Vec<u8>>) -> (World, Ask) {
    world_of(bundle(), change)
}

fn world_of(
    (index, chunks): (Files, Files),
    change: impl Fn(&str, Vec<u8>) -> Option<Vec<u8>>,
) -> (World, Ask) {
    let world = World::default();
    for (part, bytes) in index.iter().chain(&chunks) {
        if let Some(bytes) = change(&part.path, bytes.clone()) {
            world.files.borrow_mut().insert(format!("https://x/{}", part.path), bytes);
        }
    }
    let parts = |list: Files| list.into_iter().map(|(part, _)| part).collect();
    let open = Ask::Open { base: "https://x/".into(), index: parts(index), chunks: parts(chunks) };
    (world, open)
}

fn query(text: &str) -> Ask {
    Ask::Search(Query { text: text.into(), count: 10, ..Query::default() })
}

fn hello() -> Ask {
    Ask::Hello { version: VERSION }
}

#[test]
fn hello_open_search() {
    let (world, open) = world(|_, bytes| Some(bytes));
    let session = Session::new(&world);
    assert_eq!(say(&session, 1, hello()), Some(Answer::Welcome));
    let opened = Answer::Opened { documents: 3, damaged: Vec::new() };
    assert_eq!(say(&session, 2, open), Some(opened));
    let Some(Answer::Found(results)) = say(&session, 3, query("huyen uy")) else { panic!() };
    assert_eq!(results.tiers, [(Tier::Near, 1)]);
    let hit = &results.hits[0];
    assert_eq!((hit.document, hit.exact), (0, false));
    let snippet = hit.snippet.as_ref().unwrap();
    let marked: Vec<&str> =
        snippet.marks.iter().map(|&(a, b)| &snippet.text[a as usize..b as usize]).collect();
    assert_eq!(marked, ["Huyện uỷ"]);
    assert_eq!(results.facets[0].values, [("2020".into(), 1)]);
    let Some(Answer::Found(results)) = say(&session, 4, query("dan van")) else { panic!() };
    assert_eq!(results.hits[0].title_marks, [(13, 23)]);
}

/// The answers to a search whose texts come only after some time.
fn answers_while_texts_are_slow(session: &Session<&World>, number: u32, text: &str) -> Vec<Answer> {
    let world = session.host();
    world.replies.borrow_mut().clear();
    world.slow.set(true);
    let message = protocol::encode(&Request { number, ask: query(text) });
    let mut taking = pin!(session.take(&message));
    let is_done = poll(taking.as_mut()).is_ready();
    world.slow.set(false);
    assert!(is_done || poll(taking.as_mut()).is_ready());
    world.replies.borrow_mut().drain(..).map(|reply| reply.answer).collect()
}

#[test]
fn what_is_known_is_told_when_the_passages_are_slow() {
    let (world, open) = world(|_, bytes| Some(bytes));
    let session = Session::new(&world);
    say(&session, 1, open);
    let told = |number, text| {
        let answers = answers_while_texts_are_slow(&session, number, text);
        let told = answers.into_iter().map(|answer| match answer {
            Answer::Hits(documents) => format!("{documents:?}"),
            Answer::Found(results) if results.is_early => "early".to_owned(),
            Answer::Found(results) => format!("{}", results.hits[0].snippet.is_some()),
            other => panic!("{other:?}"),
        });
        told.collect::<Vec<_>>()
    };
    assert_eq!(told(2, "dan van"), ["[0]", "true"], "nobody is impatient");
    world.impatient.set(true);
    assert_eq!(told(3, "nong thon"), ["[2]", "early", "true"]);
    assert_eq!(told(4, "nong thon"), ["true"], "the texts are at hand");
}

#[test]
fn what_was_shown_keeps_its_order() {
    // The classes of what follows say that both may have the pair; only one text has it.
    let vowels = "a ă â b bê c cê d dê đ e ê g h i k l m n o ô ơ p q r s t u ư v x y";
    let many: Vec<String> = vowels.split(' ').map(|word| format!("chợ {word} phiên")).collect();
    let many = format!("{}.", many.join(" "));
    let once = "Hôm qua tôi đi chợ phiên ở xa, đường khó đi, trời lại mưa.";
    let texts = [("Một", many.as_str()), ("Hai", once)];
    let orders = |impatient: bool| {
        let files = bundle_of(&texts, Builder::new().positions_up_to(0));
        let (world, open) = world_of(files, |_, bytes| Some(bytes));
        let session = Session::new(&world);
        say(&session, 1, open);
        world.impatient.set(impatient);
        let mut answers = answers_while_texts_are_slow(&session, 2, "chợ phiên");
        let phrase = answers_while_texts_are_slow(&session, 9, "\"chợ phiên\"");
        let early = |answer: &Answer| matches!(answer, Answer::Found(found) if found.is_early);
        assert!(!phrase.iter().any(early), "only the texts know of phrases");
        answers.extend(say(&session, 10, query("chợ phiên")));
        answers.retain(|answer| matches!(answer, Answer::Found(_)));
        let order = |answer: &Answer| match answer {
            Answer::Found(results) => results.hits.iter().map(|hit| hit.document).collect(),
            other => panic!("{other:?}"),
        };
        answers.iter().map(order).collect::<Vec<Vec<u32>>>()
    };
    assert_eq!(orders(false), [[1, 0], [1, 0]], "the texts decide");
    assert_eq!(orders(true), [[0, 1], [0, 1], [0, 1]], "nothing moves that was shown");
}

#[test]
fn who_waits_long_is_told_how_much_is_here() {
    let (world, open) = world(|_, bytes| Some(bytes));
    let session = Session::new(&world);
    world.pace.set(800_000);
    say(&session, 1, open);
    let told: Vec<Reply> = world.replies.borrow_mut().drain(..).collect();
    let loading = |reply: &Reply| match reply.answer {
        Answer::Loading { here, of } => (reply.number, here, of),
        ref other => panic!("{other:?}"),
    };
    // The whole index of so small an archive comes at once.
    let told: Vec<_> = told.iter().map(loading).collect();
    let of = told[0].2;
    assert!(of > 3, "{told:?}");
    assert_eq!(told, (0..of).map(|here| (0, here, of)).collect::<Vec<_>>());
    world.pace.set(1_000);
    say(&session, 2, query("dan van"));
    let quick = world.replies.borrow().iter().all(|reply| reply.number == 2);
    assert!(quick, "nothing is said of what comes quickly");
}

#[test]
fn chunks_may_be_named_by_lists() {
    let (index, chunks) = bundle();
    let world = World::default();
    let serve = |path: &str, bytes: &[u8]| {
        world.files.borrow_mut().insert(path.to_owned(), bytes.to_vec());
    };
    index.iter().for_each(|(part, bytes)| serve(&part.path, bytes));
    let name = |part: &Part| format!("{:016x}", part.name);
    for (part, bytes) in &chunks {
        serve(&format!("parts/articles-{}.json", name(part)), bytes);
    }
    // The first list names two chunks, the second one.
    let lists = [&chunks[..2], &chunks[2..]].map(|chunks| {
        let names: String = chunks.iter().map(|(part, _)| name(part)).collect();
        let json = serde_json::json!({"names": names, "counts": [[1, chunks.len()]]});
        (chunks[0].0.first, json.to_string().into_bytes())
    });
    let lists = lists.map(|(first, bytes)| {
        let list = Part { is_list: true, ..part(&format!("list-{first}"), &bytes, first) };
        serve(&list.path, &bytes);
        list
    });
    let session = Session::new(&world);
    let index = index.into_iter().map(|(part, _)| part).collect();
    say(&session, 1, Ask::Open { base: String::new(), index, chunks: lists.to_vec() });
    let check = |number, text, lists: usize| {
        let Some(Answer::Found(results)) = say(&session, number, query(text)) else { panic!() };
        assert!(results.hits[0].snippet.is_some() && results.damaged.is_empty(), "{text}");
        let fetched = world.fetched.borrow();
        assert_eq!(fetched.iter().filter(|path| path.starts_with("list-")).count(), lists);
    };
    check(2, "nông thôn mới", 1);
    check(3, "hiến đất", 1);
    check(4, "chợ quê", 2);
    check(5, "nông thôn mới", 2);
    world.files.borrow_mut().clear();
    check(6, "nông thôn mới", 2);
}

#[test]
fn every_file_is_fetched_once() {
    let (world, open) = world(|_, bytes| Some(bytes));
    let session = Session::new(&world);
    say(&session, 1, open);
    for number in 2..6 {
        say(&session, number, query("chợ"));
    }
    let mut fetched = world.fetched.borrow().clone();
    fetched.sort();
    let count = fetched.len();
    fetched.dedup();
    assert_eq!(fetched.len(), count);
    assert!(!fetched.iter().any(|url| url.ends_with("articles/0.json")), "nobody asked for it");
}

#[test]
fn provided_parts_need_no_server() {
    let (index, chunks) = bundle();
    let world = World::default();
    let session = Session::new(&world);
    for (part, bytes) in index.iter().chain(&chunks) {
        let (path, bytes) = (part.path.clone(), bytes.clone());
        assert_eq!(say(&session, 1, Ask::Provide { path, bytes }), Some(Answer::Taken));
    }
    let parts = |list: Files| list.into_iter().map(|(part, _)| part).collect();
    let open = Ask::Open { base: String::new(), index: parts(index), chunks: parts(chunks) };
    assert_eq!(say(&session, 2, open), Some(Answer::Opened { documents: 3, damaged: Vec::new() }));
    let Some(Answer::Found(results)) = say(&session, 3, query("nông thôn mới")) else {
        panic!()
    };
    assert!(results.hits[0].snippet.is_some() && results.damaged.is_empty());
    assert!(world.fetched.borrow().is_empty());
}

#[test]
fn damage_is_named_and_the_rest_goes_on() {
    let flip = |mut bytes: Vec<u8>| {
        bytes[20] ^= 1;
        Some(bytes)
    };
    let check = |file: &str, gone: bool, expected: DamageKind, found: bool| {
        let (world, open) = world(|path, bytes| match path == file {
            true if gone => None,
            true => flip(bytes),
            false => Some(bytes),
        });
        let session = Session::new(&world);
        let opened = say(&session, 1, open).unwrap();
        let answer = say(&session, 2, query("hiến đất")).unwrap();
        let damaged = match (opened, &answer) {
            (_, Answer::Found(results)) => {
                assert_eq!(!results.hits.is_empty(), found, "{file}");
                results.damaged.clone()
            }
            (Answer::Opened { damaged, documents: 0 }, Answer::Failed { reason }) => {
                assert_eq!(*reason, Failure::NoIndex);
                damaged
            }
            other => panic!("{other:?}"),
        };
        assert!(
            damaged.iter().any(|d| d.path == file && d.what == expected),
            "{file}: {damaged:?}"
        );
    };
    check("articles/2.json", true, DamageKind::Missing, true);
    check("articles/2.json", false, DamageKind::Digest, true);
    check("index/positions-0", false, DamageKind::Digest, true);
    check("index/lexicon-0", true, DamageKind::Missing, false);
    check("index/head", false, DamageKind::Digest, false);
    check("index/columns", true, DamageKind::Missing, true);
    check("index/directory", false, DamageKind::Digest, false);
}

#[test]
fn phrases_are_exact_without_positions() {
    // The market is followed by so many words that its index entry tells nothing of what follows.
    let words =
        "a ă â b bê c cê d dê đ e ê g h i k l m n o ô ơ p q r s t u ư v x y một hai ba bốn năm";
    let many: Vec<String> = words.split(' ').map(|word| format!("chợ {word}")).collect();
    let many = format!("{}. Ở quê.", many.join(" "));
    let mut texts = vec![("Phiên chợ", many.as_str()); 30];
    texts.push(("Đường về", "Ngày nào cũng qua chợ quê."));
    let files = bundle_of(&texts, Builder::new().positions_up_to(0));
    let (world, open) = world_of(files, |_, bytes| Some(bytes));
    let session = Session::new(&world);
    say(&session, 1, open);
    let Some(Answer::Found(results)) = say(&session, 2, query("\"chợ quê\"")) else { panic!() };
    let documents: Vec<u32> = results.hits.iter().map(|hit| hit.document).collect();
    assert_eq!(documents, [30]);
    assert_eq!(results.tiers.len(), 1);
    let Some(Answer::Found(results)) = say(&session, 3, query("chợ quê")) else { panic!() };
    assert_eq!(results.hits.len(), 10);
}

#[test]
fn what_lacks_a_phrase_is_looked_at_once() {
    // More text than is kept, where the index cannot tell that the phrase is not there.
    let words =
        "a ă â b bê c cê d dê đ e ê g h i k l m n o ô ơ p r s t u ư v x y một hai ba bốn năm";
    let many: Vec<String> = words.split(' ').map(|word| format!("chợ {word}")).collect();
    let many = format!("{}. Ở quê.", many.join(" ")).repeat(150);
    let mut texts = vec![("Phiên chợ", many.as_str()); 40];
    texts.push(("Đường về", "Ngày nào cũng qua chợ quê."));
    let files = bundle_of(&texts, Builder::new().positions_up_to(0));
    let (world, open) = world_of(files, |_, bytes| Some(bytes));
    let session = Session::new(&world);
    say(&session, 1, open);
    let ask = |number: u32| {
        world.fetched.borrow_mut().clear();
        let Some(Answer::Found(found)) = say(&session, number, query("\"chợ quê\"")) else {
            panic!()
        };
        let documents: Vec<u32> = found.hits.iter().map(|hit| hit.document).collect();
        assert_eq!(documents, [40]);
        assert!(found.hits[0].snippet.is_some());
        (found.tiers, world.fetched.borrow().iter().filter(|url| url.contains("articles")).count())
    };
    let (first, fetched) = ask(2);
    assert!(fetched > 10, "{fetched} texts");
    let (again, fetched) = ask(3);
    assert!(fetched <= 1, "{fetched} texts again");
    assert_eq!(first, again);
}

#[test]
fn what_comes_back_is_used() {
    for file in ["index/directory", "index/head", "index/lexicon-0", "index/postings-0"] {
        let (world, open) = world(|_, bytes| Some(bytes));
        let url = format!("https://x/{file}");
        let sound = world.files.borrow_mut().remove(&url).unwrap();
        let session = Session::new(&world);
        say(&session, 1, open);
        let hits = |answer: Option<Answer>| match answer {
            Some(Answer::Found(results)) => (results.hits.len(), results.damaged.len()),
            Some(Answer::Failed { reason: Failure::NoIndex }) => (0, 1),
            other => panic!("{other:?}"),
        };
        assert_eq!(hits(say(&session, 2, query("hiến đất"))), (0, 1), "{file}");
        world.files.borrow_mut().insert(url.clone(), vec![1, 2, 3]);
        assert_eq!(hits(say(&session, 3, query("hiến đất"))), (0, 1), "{file}, still damaged");
        world.files.borrow_mut().insert(url, sound);
        assert_eq!(hits(say(&session, 4, query("hiến đất"))), (1, 0), "{file}, back");
    }
}

#[test]
fn a_piece_of_another_index_is_damage() {
    let mut builder = Builder::new();
    builder.add(&Document { title: "khác", text: "", zones: &[], facets: &[], day: None });
    let other = builder.finish().remove(3).bytes;
    let (mut index, _) = bundle();
    index[3] = (part("index/lexicon-0", &other, 0), other.clone());
    let world = World::default();
    for (part, bytes) in &index {
        world.files.borrow_mut().insert(part.path.clone(), bytes.clone());
    }
    let session = Session::new(&world);
    let index = index.into_iter().map(|(part, _)| part).collect();
    let opened = say(&session, 1, Ask::Open { base: String::new(), index, chunks: Vec::new() });
    let Some(Answer::Opened { documents: 3, damaged }) = opened else { panic!("{opened:?}") };
    assert_eq!(damaged[0].what, DamageKind::Format);
}

#[test]
fn a_newer_search_cancels_an_older() {
    let (world, open) = world(|_, bytes| Some(bytes));
    let session = Session::new(&world);
    say(&session, 1, open);
    world.held.set(true);
    let first = protocol::encode(&Request { number: 2, ask: query("chợ") });
    let second = protocol::encode(&Request { number: 3, ask: query("đường") });
    let mut older = pin!(session.take(&first));
    assert_eq!(poll(older.as_mut()), Poll::Pending);
    assert_eq!(poll(pin!(session.take(&second))), Poll::Ready(()));
    world.held.set(false);
    assert_eq!(poll(older.as_mut()), Poll::Ready(()));
    let mut numbers: Vec<u32> = world.replies.borrow().iter().map(|reply| reply.number).collect();
    // What was found, and the answer.
    numbers.dedup();
    assert_eq!(numbers, [3], "the older one gets no answer");
}

#[test]
fn what_makes_no_sense_is_answered() {
    let world = World::default();
    let session = Session::new(&world);
    assert_eq!(say(&session, 1, query("x")), Some(Answer::Failed { reason: Failure::NotOpen }));
    assert_eq!(poll(pin!(session.take(&[255, 255]))), Poll::Ready(()));
    let garbled = world.replies.borrow_mut().pop().map(|reply| reply.answer);
    assert_eq!(garbled, Some(Answer::Failed { reason: Failure::Garbled }));
    let other = Some(Answer::OtherVersion { version: VERSION });
    assert_eq!(say(&session, 2, Ask::Hello { version: VERSION + 1 }), other);
    assert_eq!(say(&session, 3, query("x")), other);
}

#[test]
fn an_archive_without_articles_is_no_damage() {
    let world = World::default();
    let session = Session::new(&world);
    let pieces = Builder::new().finish();
    let directory = &pieces[0].bytes;
    say(&session, 1, Ask::Provide { path: "directory".into(), bytes: directory.clone() });
    let index = vec![part("directory", directory, 0)];
    let open = Ask::Open { base: String::new(), index, chunks: vec![] };
    assert_eq!(say(&session, 2, open), Some(Answer::Opened { documents: 0, damaged: vec![] }));
    let Some(Answer::Found(results)) = say(&session, 3, query("x")) else { panic!() };
    assert!(results.hits.is_empty());
}
