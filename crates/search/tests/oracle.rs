//! A naive scan as the judge: over random documents and queries the index finds the same documents
//! for words, phrases, exclusion and filters; and no bytes make it panic.
#![allow(clippy::unwrap_used, reason = "a helper of tests may stop the test")]

use std::collections::BTreeSet;

use proptest::prelude::*;
use search::{Builder, Document, Index, Outcome, Piece, Request, Tier, Zone};
use viet::Agreement;

/// Syllables that fold together, are near one another, or have nothing in common.
const WORDS: [&str; 16] = [
    "da", "đà", "dạ", "đa", "nang", "nẵng", "nàng", "hoà", "hòa", "kỷ", "kỉ", "ban", "bàn", "chợ",
    "cho", "05",
];

/// A document: title, paragraphs, year.
type Text = (Vec<usize>, Vec<Vec<usize>>, u32);

fn texts() -> impl Strategy<Value = Vec<Text>> {
    let words = |most: usize| prop::collection::vec(0..WORDS.len(), 0..most);
    prop::collection::vec((words(4), prop::collection::vec(words(9), 0..3), 2019u32..2022), 1..12)
}

fn spelled(words: &[usize]) -> String {
    words.iter().map(|&word| WORDS[word]).collect::<Vec<_>>().join(" ")
}

fn build(texts: &[Text], positions: bool) -> Vec<Piece> {
    let mut builder = Builder::new();
    if !positions {
        builder = builder.positions_up_to(0);
    }
    for (title, paragraphs, year) in texts {
        let mut text = String::new();
        let mut zones = Vec::new();
        for paragraph in paragraphs {
            let start = text.len();
            text += &spelled(paragraph);
            zones.push((Zone::Body, start..text.len()));
            text += "\n";
        }
        let (title, year) = (spelled(title), year.to_string());
        let facets = [("year", year.as_str())];
        builder.add(&Document {
            title: &title,
            text: &text,
            zones: &zones,
            facets: &facets,
            day: None,
        });
    }
    builder.finish()
}

/// Documents with every word, by the engine.
fn found(index: &Index, query: &str) -> BTreeSet<usize> {
    let request = Request { text: query.to_owned(), count: 1000, ..Request::default() };
    let Outcome::Done(results) = index.search(&request) else { panic!("all is here") };
    let firm = results.hits.iter().filter(|hit| hit.tier <= Tier::All);
    firm.map(|hit| hit.document as usize).collect()
}

fn runs((title, paragraphs, _): &Text) -> impl Iterator<Item = &Vec<usize>> {
    std::iter::once(title).chain(paragraphs)
}

/// Whether a word of a text answers a typed one outside quotation marks.
fn answers(typed: usize, word: usize) -> bool {
    viet::agreement(WORDS[typed], WORDS[word]) <= Agreement::Equivalent
}

fn has_all(text: &Text, query: &[usize]) -> bool {
    query.iter().all(|&typed| runs(text).flatten().any(|&word| answers(typed, word)))
}

fn has_phrase(text: &Text, phrase: &[usize]) -> bool {
    let fits = |typed: &usize, word: &usize| {
        viet::agreement(WORDS[*typed], WORDS[*word]) <= Agreement::Compatible
    };
    runs(text).any(|run| {
        run.windows(phrase.len()).any(|words| phrase.iter().zip(words).all(|(t, w)| fits(t, w)))
    })
}

fn scan(texts: &[Text], fits: impl Fn(&Text) -> bool) -> BTreeSet<usize> {
    texts.iter().enumerate().filter(|(_, text)| fits(text)).map(|(at, _)| at).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn words_exclusions_and_filters(
        texts in texts(),
        query in prop::collection::vec(0..WORDS.len(), 1..4),
        without in 0..WORDS.len(),
        positions in any::<bool>(),
    ) {
        let index = Index::of_pieces(&build(&texts, positions));
        let words = spelled(&query);
        prop_assert_eq!(found(&index, &words), scan(&texts, |text| has_all(text, &query)));
        // "05 -05" is a period, not an exclusion.
        if without != 15 || query.last() != Some(&15) {
            prop_assert_eq!(
                found(&index, &format!("{words} -{}", WORDS[without])),
                scan(&texts, |text| has_all(text, &query) && !has_all(text, &[without]))
            );
        }
        prop_assert_eq!(
            found(&index, &format!("{words} năm:2020")),
            scan(&texts, |text| has_all(text, &query) && text.2 == 2020)
        );
        prop_assert_eq!(
            found(&index, &format!("{words} OR {}", WORDS[without])),
            scan(&texts, |text| has_all(text, &query) || has_all(text, &[without]))
        );
    }

    #[test]
    fn phrases(texts in texts(), phrase in prop::collection::vec(0..WORDS.len(), 1..4), without in any::<bool>()) {
        let index = Index::of_pieces(&build(&texts, true));
        let quoted = format!("\"{}\"", spelled(&phrase));
        prop_assert_eq!(found(&index, &quoted), scan(&texts, |text| has_phrase(text, &phrase)));
        if without && phrase.len() > 1 {
            prop_assert_eq!(
                found(&index, &format!("ban -{quoted}")),
                scan(&texts, |text| has_all(text, &[11]) && !has_phrase(text, &phrase))
            );
        }
    }

    #[test]
    fn without_positions_no_phrase_is_missed(texts in texts(), phrase in prop::collection::vec(0..WORDS.len(), 2..4)) {
        let index = Index::of_pieces(&build(&texts, false));
        let found = found(&index, &format!("\"{}\"", spelled(&phrase)));
        let expected = scan(&texts, |text| has_phrase(text, &phrase));
        prop_assert!(expected.is_subset(&found), "{:?} {:?}", expected, found);
    }

    #[test]
    fn segments_make_one_index(texts in texts(), query in prop::collection::vec(0..WORDS.len(), 1..3), cut in 0usize..12) {
        let cut = cut.min(texts.len());
        let whole = Index::of_pieces(&build(&texts, true));
        let mut pieces = build(&texts[..cut], true);
        let mut second = Builder::starting_at(cut as u32);
        for (title, paragraphs, year) in &texts[cut..] {
            let text: Vec<String> = paragraphs.iter().map(|p| spelled(p)).collect();
            let text = text.join("\n");
            let mut at = 0;
            let zones: Vec<_> = text.split_inclusive('\n').map(|line| {
                at += line.len();
                (Zone::Body, at - line.len()..at)
            }).collect();
            let (title, year) = (spelled(title), year.to_string());
            let facets = [("year", year.as_str())];
            second.add(&Document { title: &title, text: &text, zones: &zones, facets: &facets, day: None });
        }
        pieces.extend(second.finish());
        let parts = Index::of_pieces(&pieces);
        prop_assert_eq!(parts.documents(), whole.documents());
        let words = spelled(&query);
        prop_assert_eq!(found(&parts, &words), found(&whole, &words));
    }

    #[test]
    fn the_same_documents_make_the_same_bytes(texts in texts(), positions in any::<bool>()) {
        prop_assert_eq!(build(&texts, positions), build(&texts, positions));
    }

    #[test]
    fn damaged_pieces_do_no_harm(
        texts in texts(),
        hits in prop::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>(), any::<u8>()), 1..6),
        query in prop::collection::vec(0..WORDS.len(), 1..4),
    ) {
        let mut pieces = build(&texts, true);
        for (piece, byte, value) in hits {
            let piece = piece.index(pieces.len());
            let byte = byte.index(pieces[piece].bytes.len());
            pieces[piece].bytes[byte] = value;
        }
        let index = Index::of_pieces(&pieces);
        for query in [spelled(&query), format!("\"{}\"", spelled(&query)), "thoogn da".to_owned(), "-ban".to_owned()] {
            let request = Request { text: query, count: 10, typing: true, ..Request::default() };
            if let Outcome::Done(results) = index.search(&request) {
                let _ = results.highlighter.title_marks("đà nẵng da nang");
            }
        }
    }

    #[test]
    fn any_bytes_are_no_index_or_one(bytes in prop::collection::vec(any::<u8>(), 0..300), whole in any::<bool>()) {
        let mut all = build(&[], true).remove(0).bytes;
        if whole { all.clear() } else { all.truncate(12) }
        all.extend(bytes);
        let index = Index::of_pieces(&[Piece { name: "head".into(), bytes: all }]);
        let _ = index.search(&Request { text: "da nang".into(), count: 5, ..Request::default() });
    }
}
