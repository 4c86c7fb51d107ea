//! The example of `docs/search-index.md` is what the builder writes, and what the reader reads.
#![allow(clippy::unwrap_used, reason = "a helper of tests may stop the test")]

use search::{Builder, Document, Index, Outcome, Piece, Request, Zone};

const PAGE: &str = include_str!("../../../docs/search-index.md");

/// The pieces that the page shows: bytes as two hexadecimal digits, then two spaces and words.
fn shown() -> Vec<Piece> {
    let blocks = PAGE.split("```hex ").skip(1);
    blocks
        .map(|block| {
            let (name, rest) = block.split_once('\n').unwrap();
            let lines = rest.split("```").next().unwrap().lines();
            let bytes = lines.flat_map(|line| {
                let digits = line.split("  ").next().unwrap().split_ascii_whitespace();
                digits.map(|two| u8::from_str_radix(two, 16).unwrap()).collect::<Vec<_>>()
            });
            Piece { name: name.to_owned(), bytes: bytes.collect() }
        })
        .collect()
}

fn built() -> Vec<Piece> {
    let mut builder = Builder::new().positions_up_to(0);
    let text = "Chợ quê họp ở quê.";
    let zones = [(Zone::Body, 0..text.len())];
    let facets = [("year", "2020")];
    builder.add(&Document { title: "Chợ", text, zones: &zones, facets: &facets, day: Some(1) });
    builder.add(&Document { title: "Cho", text: "", zones: &[], facets: &facets, day: None });
    builder.finish()
}

#[test]
fn the_page_shows_what_is_written() {
    let hex =
        |bytes: &[u8]| bytes.iter().map(|byte| format!("{byte:02x}")).collect::<Vec<_>>().join(" ");
    let (shown, built) = (shown(), built());
    assert_eq!(shown.len(), built.len());
    for (shown, built) in shown.iter().zip(&built) {
        assert_eq!(shown.name, built.name);
        assert_eq!(hex(&shown.bytes), hex(&built.bytes), "{}", built.name);
    }
}

#[test]
fn what_the_page_shows_can_be_searched() {
    let index = Index::of_pieces(&shown());
    let ask = |text: &str| {
        let request = Request { text: text.into(), count: 9, ..Request::default() };
        let Outcome::Done(results) = index.search(&request) else { panic!("all is here") };
        results.hits.iter().map(|hit| hit.document).collect::<Vec<_>>()
    };
    assert_eq!(ask("chợ quê"), [0]);
    assert_eq!(ask("cho"), [1, 0], "what is typed first, then what is marked otherwise");
    assert_eq!(ask("\"họp ở\""), [0]);
    assert_eq!(ask("họp -quê"), [] as [u32; 0]);
}
