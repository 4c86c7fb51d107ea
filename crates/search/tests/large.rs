//! What holds where an archive is too large to keep every position: neighbours are known by what
//! follows each word, titles by their places, and of the first hits by their texts.

use search::{Builder, Document, Index, Outcome, Request, Results, Sight, Text, Tier, Zone};

/// Texts that hold words in one order, and the same words in others.
fn index(pages: &[(&str, &str)], keep_positions: bool) -> Index {
    let mut builder = Builder::new();
    if !keep_positions {
        builder = builder.positions_up_to(0);
    }
    for (title, text) in pages {
        let zones = [(Zone::Body, 0..text.len())];
        builder.add(&Document { title, text, zones: &zones, facets: &[], day: None });
    }
    Index::of_pieces(&builder.finish())
}

fn ask(index: &Index, text: &str) -> Results {
    let request = Request { text: text.to_owned(), count: 100, ..Request::default() };
    match index.search(&request) {
        Outcome::Done(results) => results,
        Outcome::Needs(files) => panic!("everything was given, yet {files:?} are wanted"),
    }
}

/// The same after a look at the texts, and how many hits they dropped.
fn ask_texts(index: &Index, pages: &[(&str, &str)], text: &str) -> (Results, usize) {
    let mut results = ask(index, text);
    let look = |(title, text): &(&str, &str)| {
        results.highlighter.look(&Text { title, text, zones: &[(Zone::Body, 0..text.len())] })
    };
    let (mut sights, mut holds): (Vec<Option<Sight>>, Vec<bool>) = (Vec::new(), Vec::new());
    for hit in &results.hits {
        let sight = look(&pages[hit.document as usize]);
        holds.push(results.holds(hit, &sight));
        sights.push(Some(sight));
    }
    results.decide(&mut sights, &holds);
    assert_eq!(sights.len(), results.hits.len());
    (results, holds.iter().filter(|holds| !**holds).count())
}

/// The first document and its tier.
fn first(results: &Results) -> Option<(u32, Tier)> {
    results.hits.first().map(|hit| (hit.document, hit.tier))
}

#[test]
fn a_run_of_rare_pairs_is_near_and_scattered_words_are_not() {
    let scattered = "Nhà máy ở xa. Cấp trên hỏi nước nào cao. Sạch sẽ vùng nào cho.";
    let run = "Dự án nhà máy cấp nước sạch cho vùng cao đã xong.";
    let mut pages = vec![("Một", scattered); 6];
    pages.push(("Hai", run));
    for keep in [true, false] {
        let index = index(&pages, keep);
        let (results, _) = ask_texts(&index, &pages, "nhà máy cấp nước sạch cho vùng cao");
        assert_eq!(first(&results), Some((6, Tier::Near)), "positions: {keep}");
        assert!(results.hits[1..].iter().all(|hit| hit.tier != Tier::Near), "positions: {keep}");
    }
}

#[test]
fn what_does_not_follow_is_not_near() {
    let pages = [("Một", "Dân đi. Vận hành máy."), ("Hai", "Công tác dân vận ở xã.")];
    let results = ask(&index(&pages, false), "dân vận");
    assert_eq!(first(&results), Some((1, Tier::Near)));
    assert_eq!(results.tiers, [(Tier::Near, 1), (Tier::All, 1)]);
}

#[test]
fn a_title_in_order_is_near_whatever_chance_says() {
    let title = "Lễ trao giải của hội và của xã";
    // Long texts in which every class follows every word.
    let noise = "của và lễ hội xã trao giải ".repeat(60)
        + &"và của giải trao xã hội lễ giải lễ và xã của hội trao ".repeat(40);
    let mut pages = vec![("Bài khác", noise.as_str()); 5];
    pages.push((title, noise.as_str()));
    let results = ask(&index(&pages, false), title);
    assert_eq!(first(&results), Some((5, Tier::Near)));
}

#[test]
fn a_word_is_known_by_its_company() {
    // “thiet” is mostly “thiết”, but with “thoi” it is “thiệt”.
    let mut pages = vec![("Máy", "Thiết bị mới. Thiết kế mới. Xe thôi chạy."); 30];
    pages.extend(vec![("Người", "Bà con chịu thiệt thòi nhiều năm."); 4]);
    let results = ask(&index(&pages, false), "thiet thoi");
    assert_eq!(first(&results).map(|(document, _)| document), Some(30));
}

/// “chợ” and “quê” so often, followed by so much, that the index cannot tell whether one follows the
/// other.
fn noise() -> String {
    let words = "a ă â b bê c cê d dê đ e ê g h i k l m n o ô ơ p q r s t u ư v x y một hai ba bốn";
    let after = |word: &str| -> String {
        words.split(' ').map(|next| format!("{word} {next}. ")).collect()
    };
    after("chợ") + "Ở xa. " + &after("quê")
}

#[test]
fn texts_tell_what_stands_together() {
    let noise = noise();
    let mut pages = vec![("Một", noise.as_str()); 6];
    pages.push(("Hai", "Phiên chợ quê ngày tết, chợ quê ngày thường."));
    let index = index(&pages, false);
    let (results, dropped) = ask_texts(&index, &pages, "chợ quê");
    assert_eq!((first(&results), dropped), (Some((6, Tier::Near)), 0));
    assert!(results.hits[1..].iter().all(|hit| hit.tier == Tier::All));
    assert_eq!(results.tiers, [(Tier::Near, 1), (Tier::All, 6)]);
}

#[test]
fn a_hit_of_either_branch_has_its_phrase() {
    let noise = noise();
    let mut pages = vec![("Một", noise.as_str()); 6];
    pages.push(("Hai", "Phiên chợ quê ngày tết."));
    pages.push(("Ba", "Sân đình."));
    let index = index(&pages, false);
    let found = |query: &str| {
        let (results, _) = ask_texts(&index, &pages, query);
        let mut found: Vec<u32> = results.hits.iter().map(|hit| hit.document).collect();
        found.sort_unstable();
        (found, results.tiers.iter().map(|(_, hits)| *hits).sum::<u32>())
    };
    assert_eq!(found("\"chợ quê\""), (vec![6], 1));
    assert_eq!(found("\"chợ quê\" OR đình"), (vec![6, 7], 2));
    assert_eq!(found("\"quê chợ\" OR \"sân đình\""), (vec![7], 1));
    assert_eq!(found("\"chợ quê\" OR quê chợ").0.len(), 7, "by the other branch");
}

#[test]
fn a_missing_text_decides_nothing() {
    let pages = [("Một", "Chợ a. Quê b."), ("Hai", "Chợ quê.")];
    let mut results = ask(&index(&pages, false), "chợ quê");
    let before: Vec<u32> = results.hits.iter().map(|hit| hit.document).collect();
    results.decide(&mut vec![None, None], &[true, true]);
    assert_eq!(results.hits.iter().map(|hit| hit.document).collect::<Vec<_>>(), before);
}
