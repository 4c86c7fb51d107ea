//! What pages draw, natively: each view is rendered to HTML and compared with a file in
//! `tests/views/`. `UPDATE_EXPECT=1 cargo test -p bien-nien-viewer --test views` writes them anew;
//! review them in the diff.

// A fixture that cannot be built should fail the test at that line.
#![allow(clippy::unwrap_used)]

mod fixture;

use std::path::Path;

use calendar::Date;
use protocol::{Facet, Hit, Query, Remark, Results, Snippet, Sort, Tier};
use viewer::annex::settings_page;
use viewer::components::Frame;
use viewer::hooks::{
    ArchiveContext, ArchiveRef, Language, Load, NamesRef, OpenError, Phase, SearchFailure,
    SearchState, UseSearch,
};
use viewer::i18n;
use viewer::pages::{SearchPage, article_page, home_page};
use viewer::platform::fetch::FetchError;
use viewer::route::{Field, Route, SearchPlace};
use yew::prelude::*;

use fixture::{archive, block_on};

/// A view in the contexts that it reads.
#[derive(Properties, PartialEq)]
struct StageProps {
    view: Html,
    search: SearchState,
    archive: Load<ArchiveRef, OpenError>,
}

#[component]
fn Stage(StageProps { view, search, archive }: &StageProps) -> Html {
    let names = NamesRef::default();
    let (ask, warm) = (Callback::noop(), Callback::noop());
    let search = UseSearch { state: search.clone(), ask, warm, names };
    let archive = ArchiveContext {
        archive: archive.clone(),
        retry: Callback::noop(),
        preview: None,
        show: Callback::noop(),
    };
    html! {
        <ContextProvider<ArchiveContext> context={archive}>
            <ContextProvider<UseSearch> context={search}>{ view.clone() }</ContextProvider<UseSearch>>
        </ContextProvider<ArchiveContext>>
    }
}

fn draw(view: Html, search: SearchState, archive: Load<ArchiveRef, OpenError>) -> String {
    let props = StageProps { view, search, archive };
    let html =
        block_on(yew::LocalServerRenderer::<Stage>::with_props(props).hydratable(false).render());
    // One element a line, so that a change shows where it is.
    html.replace("><", ">\n<")
}

fn check(name: &str, drawn: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/views").join(name);
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        std::fs::write(&path, drawn).unwrap();
    }
    let expected = std::fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(drawn, expected, "{name} has changed; UPDATE_EXPECT=1 if that is meant");
    assert!(!drawn.contains(" style="), "the policy blocks style attributes");
}

fn check_page(name: &str, view: Html) {
    check(name, &draw(view, SearchState::default(), Load::Ready(archive())));
}

fn article_at(hash: &str) -> Html {
    match Route::parse(hash) {
        Route::Article(place) => article_page(Language::default().messages(), &archive(), &place),
        other => panic!("{other:?} is no article"),
    }
}

#[test]
fn an_article_with_facts_captions_doubts_and_a_broken_end() {
    check_page("article.html", article_at("#/bai/cau_ben_tre-x"));
}

#[test]
fn an_article_at_a_paragraph_with_marks() {
    check_page("article-marked.html", article_at("#/bai/cau_ben_tre-x/d/2?q=nhan%20dan"));
}

#[test]
fn markup_in_an_article_is_text() {
    let drawn = draw(article_at("#/bai/cau_ben_tre"), SearchState::default(), Load::default());
    assert!(drawn.contains("&lt;script&gt;") && !drawn.contains("<script"), "{drawn}");
}

#[test]
fn the_original_byte_for_byte() {
    check_page("original.html", article_at("#/bai/cau_ben_tre/nguyen-ban"));
}

#[test]
fn an_article_known_under_an_older_id() {
    let drawn = draw(article_at("#/bai/old"), SearchState::default(), Load::default());
    assert!(drawn.contains("Khánh thành cầu Bến Tre"), "{drawn}");
}

#[test]
fn an_article_that_is_not_there_offers_a_search() {
    check_page("article-unknown.html", article_at("#/bai/nobody-so-ket-9-thang"));
}

#[test]
fn a_place_that_is_not_there_offers_a_search() {
    let view =
        viewer::annex::not_found_page(&i18n::VI, &archive(), "/kh%C3%A1nh-th%C3%A0nh/c%E1%BA%A7u");
    check_page("not-found.html", view);
}

#[test]
fn settings() {
    check_page("settings.html", settings_page(Language::default().messages(), &archive(), None));
}

#[test]
fn home_draws() {
    let today = Date::new(2026, 10, 1).unwrap();
    let view = home_page(&i18n::VI, &archive(), today);
    let drawn = draw(view, SearchState::default(), Load::Ready(archive()));
    assert!(drawn.contains("Khánh thành cầu Bến Tre"), "{drawn}");
}

fn results() -> Results {
    let hit = Hit {
        document: 0,
        tier: Tier::Near,
        exact: false,
        expanded: true,
        lacks: Vec::new(),
        title_marks: vec![(0, 6)],
        snippet: Some(Snippet {
            start: 60,
            text: "Nhân dân phấn khởi <b>đi qua</b> cầu mới".into(),
            marks: vec![(0, 9), (999, 1_000)],
            cut_before: true,
            cut_after: false,
        }),
    };
    let lacking = Hit {
        document: 1,
        tier: Tier::Most,
        expanded: false,
        lacks: vec!["cầu".into()],
        title_marks: Vec::new(),
        snippet: None,
        ..hit.clone()
    };
    let beyond = Hit { document: 99, ..lacking.clone() };
    Results {
        is_early: false,
        tiers: vec![(Tier::Near, 1), (Tier::Most, 24)],
        hits: vec![hit, lacking, beyond],
        facets: vec![
            Facet { field: "unit".into(), values: vec![("xa-thi-nghiem".into(), 1)] },
            Facet { field: "year".into(), values: vec![("2026".into(), 2)] },
        ],
        notes: vec![Remark::Unclosed, Remark::AlsoSearched(vec!["UBND".into()])],
        suggestion: Some("nhân dân".into()),
        damaged: Vec::new(),
        micros: 1,
    }
}

fn search_page(place: SearchPlace, state: SearchState) -> String {
    let view = html! { <SearchPage archive={archive()} {place} /> };
    draw(view, state, Load::Ready(archive()))
}

fn searched(place: &SearchPlace, phase: Phase) -> SearchState {
    let query = Query { text: place.text.clone(), sort: Sort::Relevance, ..Query::default() };
    let shown = Some((query.clone(), results()).into());
    SearchState { phase, asked: Some(query), shown, ..SearchState::default() }
}

#[test]
fn search_before_anything_is_typed() {
    check("search-start.html", &search_page(SearchPlace::default(), SearchState::default()));
}

#[test]
fn search_with_results() {
    let place = SearchPlace::words("nhan dan (").toggled(Field::Year, "2026");
    let state = searched(&place, Phase::Ready);
    check("search.html", &search_page(place, state));
}

#[test]
fn the_last_results_stay_while_the_next_are_on_their_way() {
    let place = SearchPlace::words("nhan dan cau");
    let drawn = search_page(place, searched(&SearchPlace::words("nhan dan"), Phase::Waiting));
    assert!(drawn.contains("25 bài") && drawn.contains("result-title"), "{drawn}");
}

#[test]
fn search_that_finds_nothing() {
    let place = SearchPlace::words("zzz");
    let mut state = searched(&place, Phase::Ready);
    state.shown = state.asked.clone().map(|query| (query, Results::default()).into());
    check("search-nothing.html", &search_page(place, state));
}

#[test]
fn search_that_is_off_says_why() {
    let place = SearchPlace::words("cầu");
    let phase = Phase::Failed(SearchFailure::NoIndex);
    let drawn = search_page(place, SearchState { phase, ..SearchState::default() });
    assert!(drawn.contains("Chỉ mục tìm kiếm bị thiếu hoặc hỏng"), "{drawn}");
}

#[test]
fn the_frame_names_what_is_damaged() {
    let view = html! { <Frame><p /></Frame> };
    let archive = fixture::damaged_archive();
    let drawn = draw(view, SearchState::default(), Load::Ready(archive));
    check("frame-damaged.html", &drawn);
}

#[test]
fn the_frame_before_the_archive_is_open() {
    let failed = Load::Failed(OpenError::Fetch(FetchError::Status(404)));
    let drawn = draw(html! { <Frame><p /></Frame> }, SearchState::default(), failed);
    assert!(drawn.contains("Biên Niên") && !drawn.contains("class=\"digest\""), "{drawn}");
}
