//! What of a text is marked for words with a typing error.

#![allow(clippy::unwrap_used, reason = "a helper of tests may stop the test")]

use search::{Builder, Document, Index, Outcome, Request, Text, Zone};

/// The words marked in the text of each hit, in the order of the hits.
fn marked(texts: &[&str], query: &str) -> Vec<Vec<String>> {
    let mut builder = Builder::new();
    for text in texts {
        let zones = [(Zone::Body, 0..text.len())];
        builder.add(&Document { title: "", text, zones: &zones, facets: &[], day: None });
    }
    let index = Index::of_pieces(&builder.finish());
    let request = Request { text: query.into(), count: 10, ..Request::default() };
    let Outcome::Done(results) = index.search(&request) else { panic!("all is here") };
    let of_hit = |hit: &search::Hit| {
        let text = texts[hit.document as usize];
        let zones = [(Zone::Body, 0..text.len())];
        let sight = results.highlighter.look(&Text { title: "", text, zones: &zones });
        let snippet = sight.snippet(text, &zones).unwrap();
        let words = &text[snippet.range];
        snippet.marks.into_iter().map(|mark| words[mark].to_owned()).collect()
    };
    results.hits.iter().map(of_hit).collect()
}

#[test]
fn what_is_near_to_a_word_is_not_marked_beside_the_word_itself() {
    let texts = ["Nóng quá, mà nông dân vẫn thức khuya, thúc trâu.", "Bà con nông dân."];
    assert_eq!(marked(&texts, "nông thứcc"), [["nông", "thức"]]);
    assert_eq!(marked(&texts, "nông trâuu"), [["nông", "trâu"]]);
}

#[test]
fn of_several_likely_words_one_is_marked() {
    let texts = ["Thông báo họp thôn, sau đó lại thông tin.", "Thông tin.", "Thông báo."];
    let all = marked(&texts, "thôgn");
    assert_eq!(all.len(), 3);
    for words in all {
        assert!(words.iter().all(|word| word.to_lowercase() == "thông"), "{words:?}");
    }
}

#[test]
fn a_run_of_all_words_is_marked_however_it_is_spelled() {
    let texts = ["Nông nghiệp xã và chương trình nóng thôn mới.", "Thiếu thốn."];
    assert_eq!(marked(&texts, "nông thốn mới"), [["nóng thôn mới"]]);
}
