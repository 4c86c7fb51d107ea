//! Whole conversations with the search worker, without a browser.
#![allow(clippy::unwrap_used, reason = "a helper of tests may stop the test")]

mod damage;
mod patience;
mod world;

use protocol::{Answer, Ask, Part, Tier};
use search::Builder;
use worker::Session;
use world::*;

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
