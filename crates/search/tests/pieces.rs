//! Which pieces a question brings, and what goes on without one.

use search::{Builder, Document, Index, Order, Outcome, Piece, Request, Results};

/// Documents of three words each; `w7` is in one of them, `all` in every one.
fn pieces() -> Vec<Piece> {
    let mut builder = Builder::new();
    for number in 0..4000 {
        let title = format!("w{number} x{} all", number / 2);
        let year = ["2019", "2020"][number % 2];
        builder.add(&Document {
            title: &title,
            text: "",
            zones: &[],
            facets: &[("year", year)],
            day: Some(number as i32),
        });
    }
    builder.finish()
}

/// Asks until everything is there; answers with the names of the pieces that were asked for.
fn ask<'a>(pieces: &'a [Piece], lost: &str, request: &Request) -> (Vec<&'a str>, Results) {
    let mut index = Index::new(pieces.len());
    let mut brought = Vec::new();
    loop {
        match index.search(request) {
            Outcome::Done(results) => return (brought, results),
            Outcome::Needs(files) => {
                for file in files {
                    let Piece { name, bytes } = &pieces[file];
                    brought.push(name.as_str());
                    if name == lost || index.give(file, bytes.clone()).is_err() {
                        index.lose(file);
                    }
                }
            }
        }
    }
}

fn request(text: &str) -> Request {
    Request { text: text.to_owned(), count: 10, ..Request::default() }
}

fn of_kind(names: &[&str], kind: &str) -> usize {
    names.iter().filter(|name| name.starts_with(kind)).count()
}

#[test]
fn a_question_brings_its_own_words_only() {
    let pieces = pieces();
    let all: Vec<&str> = pieces.iter().map(|piece| piece.name.as_str()).collect();
    assert!(of_kind(&all, "lexicon") > 8, "{all:?}");
    let (brought, results) = ask(&pieces, "", &request("w7 x3"));
    assert_eq!(results.hits[0].document, 7);
    assert!(of_kind(&brought, "lexicon") <= 4, "{brought:?}");
    assert!(of_kind(&brought, "postings") <= 2, "{brought:?}");
    assert_eq!(of_kind(&brought, "keys"), 0, "{brought:?}");
}

#[test]
fn a_typing_error_is_looked_for_only_when_nothing_else_is_found() {
    let pieces = pieces();
    let all: Vec<&str> = pieces.iter().map(|piece| piece.name.as_str()).collect();
    let (brought, results) = ask(&pieces, "", &request("al"));
    let lexicon = of_kind(&brought, "lexicon");
    assert!(
        0 < lexicon && lexicon < of_kind(&all, "lexicon"),
        "some hold nothing near: {brought:?}"
    );
    assert_eq!(
        results.tiers.first().map(|(_, hits)| *hits),
        None,
        "two letters are no typing error"
    );
    let (_, results) = ask(&pieces, "", &request("alll"));
    assert_eq!(results.suggestion.as_deref(), Some("all"));
}

#[test]
fn without_columns_words_are_found_and_wishes_are_not_met() {
    let pieces = pieces();
    let (_, results) = ask(&pieces, "columns", &request("w7"));
    assert_eq!((results.hits.len(), results.facets.len()), (1, 0));
    let (_, results) = ask(&pieces, "columns", &request("all năm:2020"));
    assert_eq!(results.hits.len(), 0);
    let newest = Request { order: Order::Newest, ..request("all") };
    let (_, results) = ask(&pieces, "", &newest);
    assert_eq!(results.hits[0].document, 3999);
    let (_, results) = ask(&pieces, "columns", &newest);
    assert_eq!(results.hits.len(), 10);
}

#[test]
fn what_was_let_go_is_asked_for_again() {
    let pieces = pieces();
    let mut index = Index::new(pieces.len());
    let mut brought = 0;
    let mut ask = |index: &mut Index, text: &str| loop {
        match index.search(&request(text)) {
            Outcome::Done(results) => break (results.hits, std::mem::take(&mut brought)),
            Outcome::Needs(files) => {
                brought += files.len();
                for file in files {
                    index.give(file, pieces[file].bytes.clone()).expect("a sound piece");
                }
            }
        }
    };
    let (first, _) = ask(&mut index, "w7 x3");
    index.forget(usize::MAX);
    assert_eq!(ask(&mut index, "w7 x3"), (first.clone(), 0), "there is room for all");
    index.forget(0);
    index.forget(0);
    let (again, brought) = ask(&mut index, "w7 x3");
    assert_eq!(again, first);
    assert!(brought > 1, "{brought}");
    // What was wanted since stays.
    index.forget(0);
    ask(&mut index, "w7 x3");
    index.forget(0);
    assert_eq!(ask(&mut index, "w7 x3"), (first, 0));
}
