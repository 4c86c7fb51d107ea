//! What is lost or makes no sense is named, and the rest goes on.

use crate::world::*;
use protocol::{Answer, Ask, DamageKind, Failure, VERSION};
use search::{Builder, Document};
use std::pin::pin;
use std::task::Poll;
use worker::Session;

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
