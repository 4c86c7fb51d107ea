//! A naive scan as the judge: over random documents and queries the index finds the same documents
//! for words, phrases, exclusion and filters; and no bytes make it panic.
#![allow(clippy::unwrap_used, reason = "a helper of tests may stop the test")]

use std::collections::BTreeSet;
use std::ops::Range;

use proptest::prelude::*;
use search::{
    Builder, Document, Index, Key, Layout, Note, Outcome, Piece, Previous, Request, Text as Looked,
    Tier, Zone,
};
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
    prop::collection::vec((words(4), prop::collection::vec(words(9), 0..3), 2019u32..2022), 1..20)
}

fn spelled(words: &[usize]) -> String {
    words.iter().map(|&word| WORDS[word]).collect::<Vec<_>>().join(" ")
}

/// A document's parts, from which a [`Document`] is made.
struct Spelled {
    title: String,
    text: String,
    zones: Vec<(Zone, Range<usize>)>,
    year: String,
}

impl Spelled {
    fn new((title, paragraphs, year): &Text) -> Self {
        let (mut text, mut zones) = (String::new(), Vec::new());
        for paragraph in paragraphs {
            let start = text.len();
            text += &spelled(paragraph);
            zones.push((Zone::Body, start..text.len()));
            text += "\n";
        }
        Self { title: spelled(title), text, zones, year: year.to_string() }
    }

    fn key(&self) -> Key {
        let mut key = None;
        self.with(|document| key = Some(document.key()));
        key.unwrap()
    }

    fn with(&self, then: impl FnOnce(&Document<'_>)) {
        let facets = [("year", self.year.as_str())];
        let (title, text, zones) = (&self.title, &self.text, &self.zones);
        then(&Document { title, text, zones, facets: &facets, day: None });
    }
}

/// An index of some texts, made after an earlier one.
fn build_after(texts: &[&Text], positions: bool, before: &[Piece]) -> Vec<Piece> {
    let spelled: Vec<Spelled> = texts.iter().map(|text| Spelled::new(text)).collect();
    let keys: Vec<Key> = spelled.iter().map(Spelled::key).collect();
    let before = Previous::read(before.iter().map(|piece| piece.bytes.clone()).collect());
    let layout = Layout::new(before, &keys, if positions { 0 } else { usize::MAX });
    let mut builder = Builder::new();
    for &number in layout.fresh() {
        spelled[number as usize].with(|document| builder.add(document));
    }
    layout.finish(builder)
}

fn build(texts: &[Text], positions: bool) -> Vec<Piece> {
    build_after(&texts.iter().collect::<Vec<_>>(), positions, &[])
}

/// The same in as many segments as can be: half of the texts first, and one that is gone later; then
/// a quarter between them; then the rest.
fn grown(texts: &[Text], positions: bool) -> Vec<Piece> {
    let gone: Text = (vec![1, 5, 11], vec![(0..WORDS.len()).collect()], 2020);
    let until = |step: usize| texts.iter().enumerate().filter(move |(at, _)| at % 4 < step);
    let mut first: Vec<&Text> = until(2).map(|(_, text)| text).collect();
    first.insert(first.len() / 2, &gone);
    let mut index = build_after(&first, positions, &[]);
    for step in [3, 4] {
        let texts: Vec<&Text> = until(step).map(|(_, text)| text).collect();
        index = build_after(&texts, positions, &index);
    }
    index
}

fn index(texts: &[Text], positions: bool, in_segments: bool) -> Index {
    Index::of_pieces(&if in_segments { grown(texts, positions) } else { build(texts, positions) })
}

/// Documents with every word, by the engine.
fn found(index: &Index, query: &str) -> BTreeSet<usize> {
    let request = Request { text: query.to_owned(), count: 1000, ..Request::default() };
    let Outcome::Done(results) = index.search(&request) else { panic!("all is here") };
    if results.notes.contains(&Note::PhraseAsWords) {
        return BTreeSet::new();
    }
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

/// Few, unless `cargo xtask soak` asks for many.
fn cases() -> u32 {
    std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(64)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), ..ProptestConfig::default() })]

    #[test]
    fn words_exclusions_and_filters(
        texts in texts(),
        query in prop::collection::vec(0..WORDS.len(), 1..4),
        without in 0..WORDS.len(),
        (positions, in_segments) in any::<(bool, bool)>(),
    ) {
        let index = index(&texts, positions, in_segments);
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
    fn phrases(texts in texts(), phrase in prop::collection::vec(0..WORDS.len(), 1..4), (without, in_segments) in any::<(bool, bool)>()) {
        let index = index(&texts, true, in_segments);
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
    fn without_positions_no_phrase_is_missed(texts in texts(), phrase in prop::collection::vec(0..WORDS.len(), 2..4), in_segments in any::<bool>()) {
        let index = index(&texts, false, in_segments);
        let found = found(&index, &format!("\"{}\"", spelled(&phrase)));
        let expected = scan(&texts, |text| has_phrase(text, &phrase));
        prop_assert!(expected.is_subset(&found), "{:?} {:?}", expected, found);
    }

    #[test]
    fn segments_make_one_index(texts in texts(), query in prop::collection::vec(0..WORDS.len(), 1..3), positions in any::<bool>()) {
        let (whole, parts) = (index(&texts, positions, false), index(&texts, positions, true));
        prop_assert_eq!(parts.documents(), whole.documents());
        let facets = |index: &Index| {
            let request = Request { text: spelled(&query), count: 1000, ..Request::default() };
            let Outcome::Done(results) = index.search(&request) else { panic!("all is here") };
            let mut order: Vec<(Tier, bool, u32)> =
                results.hits.iter().map(|hit| (hit.tier, hit.exact, hit.document)).collect();
            order.sort();
            (order, results.facets)
        };
        prop_assert_eq!(facets(&parts), facets(&whole));
    }

    #[test]
    fn the_same_documents_make_the_same_bytes(texts in texts(), positions in any::<bool>()) {
        prop_assert_eq!(grown(&texts, positions), grown(&texts, positions));
    }

    #[test]
    fn damaged_pieces_do_no_harm(
        texts in texts(),
        hits in prop::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>(), any::<u8>()), 1..6),
        query in prop::collection::vec(0..WORDS.len(), 1..4),
    ) {
        let mut pieces = grown(&texts, true);
        for (piece, byte, value) in hits {
            let piece = piece.index(pieces.len());
            let byte = byte.index(pieces[piece].bytes.len());
            pieces[piece].bytes[byte] = value;
        }
        let index = Index::of_pieces(&pieces);
        for query in [spelled(&query), format!("\"{}\"", spelled(&query)), "thoogn da".to_owned(), "-ban".to_owned()] {
            let request = Request { text: query, count: 10, typing: true, ..Request::default() };
            if let Outcome::Done(results) = index.search(&request) {
                let title = "đà nẵng da nang";
                let sight = results.highlighter.look(&Looked { title, text: "", zones: &[] });
                let _ = sight.title_marks(title);
            }
        }
    }

    #[test]
    fn any_content_of_a_piece_does_no_harm(
        bytes in prop::collection::vec(any::<u8>(), 0..300),
        (piece, from) in any::<(prop::sample::Index, prop::sample::Index)>(),
    ) {
        let texts: Vec<Text> = vec![(vec![1, 5], vec![vec![0, 4, 11]], 2020); 5];
        let mut pieces = build(&texts, true);
        let piece = &mut pieces[piece.index(6)].bytes;
        // The beginning must be sound, or nothing behind it is read.
        piece.truncate(12 + from.index(piece.len() - 12));
        piece.extend(bytes);
        let index = Index::of_pieces(&pieces);
        for query in ["da nang", "\"da nang\" -ban", "nagn", "da nang năm:2020"] {
            let _ = index.search(&Request { text: query.into(), count: 5, ..Request::default() });
        }
    }
}
