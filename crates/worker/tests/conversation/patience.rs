//! What is told while texts are slow to come, and what a newer search does.

use crate::world::*;
use protocol::{Answer, Reply, Request};
use search::Builder;
use std::pin::pin;
use std::task::Poll;
use worker::Session;

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
