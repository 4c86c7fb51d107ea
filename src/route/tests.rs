use proptest::prelude::*;
use protocol::Sort;

use super::article::SLUG_LENGTH;

use super::*;

fn check(hash: &str, route: Route) {
    assert_eq!(Route::parse(hash), route, "{hash}");
    assert_eq!(Route::parse(&route.href()), route, "{hash}");
}

fn id(text: &str) -> ArticleId {
    text.parse().unwrap()
}

fn article(name: &str, slug: &str, part: ArticlePart, query: &str) -> Route {
    Route::Article(ArticlePlace { id: id(name), slug: slug.into(), part, query: query.into() })
}

#[test]
fn every_place_has_an_address() {
    check("", Route::Home);
    check("#", Route::Home);
    check("#/", Route::Home);
    let units = |text: &str| Route::Units { text: text.to_owned() };
    check("#/don-vi", units(""));
    check("#/don-vi/", units(""));
    check("#/don-vi?q=việt hưng", units("việt hưng"));
    check("#/don-vi/xa/ho-so", Route::Dossier { id: "xa".to_owned() });
    check("#/so-sanh", Route::compare(None, None));
    check("#/so-sanh?a=&b=xa", Route::compare(None, Some("xa".to_owned())));
    check("#/don-vi/huyen-song-lo", Route::Unit { id: "huyen-song-lo".into() });
    check("#/nguoi/le-%C4%91%C4%83ng-tam", Route::Official { id: "le-đăng-tam".into() });
    check("#/chuong-trinh/dan-van-kheo", Route::Programme { id: "dan-van-kheo".into() });
    check("#/van-ban/chi-thi-05", Route::Directive { id: "chi-thi-05".into() });
    let told = |kind, id: Option<&str>| Route::Told { kind, id: id.map(str::to_owned) };
    check("#/dieu-neu", told(ToldKind::All, None));
    check("#/nguoi/", told(ToldKind::Officials, None));
    check("#/so-lieu", told(ToldKind::Figures, None));
    check("#/so-lieu/ty-le", told(ToldKind::Figures, Some("ty-le")));
    check("#/ngay-trong-nam/am-03-10-gio-to", told(ToldKind::Days, Some("am-03-10-gio-to")));
    check("#/luu", Route::Keep);
    check("#/danh-dau", Route::Bookmarks);
    check("#/cai-dat", Route::Settings);
    check("#/gioi-thieu", Route::About);
    check("#/hom-nay?ngay=2026-10-14", Route::Today { day: Date::new(2026, 10, 14).ok() });
    check("#/hom-nay?ngay=2026-02-30", Route::Today { day: None });
    check("#/trich-dan/f9a2_21", Route::Cite(ArticlePlace::of(&id("f9a2_21"), "")));
    check("#/lich", Route::Calendar { of: None });
    check("#/lich?thang=2026-10", Route::Calendar { of: "2026-10".parse().ok() });
    check("#/lich?nam=2026", Route::Calendar { of: "2026".parse().ok() });
    check("#/lich?thang=2026", Route::Calendar { of: None });
    check(
        "#/ky-niem/1930-10-15-dan-van?nam=2025",
        Route::Anniversary { id: "1930-10-15-dan-van".into(), year: Some(2025) },
    );
    check(
        "#/dong-thoi-gian?tu=1930-10&den=2020",
        Route::Timeline { from: "1930-10".parse().ok(), to: "2020".parse().ok() },
    );
}

#[test]
fn an_article_is_named_by_its_id_alone() {
    check("#/bai/f9a2_21", article("f9a2_21", "", ArticlePart::Whole, ""));
    check("#/bai/f9a-so-ket-9-thang", article("f9a", "so-ket-9-thang", ArticlePart::Whole, ""));
    check("#/bai/f9a-so/d/12?q=d%C3%A2n", article("f9a", "so", ArticlePart::Paragraph(12), "dân"));
    check("#/bai/f9a-so/d/0", article("f9a", "so", ArticlePart::Whole, ""));
    check("#/bai/f9a-so/d/x", article("f9a", "so", ArticlePart::Whole, ""));
    let sentence = ArticlePart::Sentence(model::Span::new(120..180));
    check("#/bai/f9a-so/c/120-180", article("f9a", "so", sentence, ""));
    check("#/bai/f9a-so/c/180-120", article("f9a", "so", ArticlePart::Whole, ""));
    check("#/bai/f9a-so/c/120", article("f9a", "so", ArticlePart::Whole, ""));
    check("#/bai/f9a/nguyen-ban", article("f9a", "", ArticlePart::Original, ""));
}

#[test]
fn a_search_keeps_all_that_was_chosen() {
    let mut place = SearchPlace::words("huyện ủy");
    place = place.toggled(Field::Unit, "huyen-song-lo").toggled(Field::Year, "2020");
    place = place.toggled(Field::Year, "2021").toggled(Field::Section, "Thời sự & xã hội");
    place.sort = Sort::Newest;
    check(
        "#/tim?q=huy%E1%BB%87n+%E1%BB%A7y&nam=2020&nam=2021&dv=huyen-song-lo&nam=2020&sap=moi\
         &muc=Th%E1%BB%9Di%20s%E1%BB%B1%20%26%20x%C3%A3%20h%E1%BB%99i",
        Route::Search(place.clone()),
    );
    assert!(place.toggled(Field::Year, "2021").of(Field::Year) == ["2020"]);
    assert_eq!(place.filters().len(), 3);
}

#[test]
fn unknown_places_keep_their_words() {
    for (hash, words) in [
        ("#/so-ket-9-thang", "so ket 9 thang"),
        ("#/bai/", "bai"),
        ("#/bai/S%C6%A1-k%E1%BA%BFt", "bai Sơ kết"),
        ("#/nguoi/a/b", "nguoi a b"),
        ("#/dieu-neu/khac", "dieu neu khac"),
        ("#/so-lieu/a/b", "so lieu a b"),
        ("#ghi-chu", "ghi chu"),
        ("#/%", ""),
    ] {
        let route = Route::parse(hash);
        assert!(matches!(route, Route::Unknown { .. }), "{hash}");
        assert_eq!(route.words(), words);
    }
}

#[test]
fn the_page_s_query_tells_where_it_stands() {
    for (query, mode) in [
        ("", Mode::Page),
        ("?ngay=2026-10-14", Mode::Page),
        ("?kiosk=1", Mode::Kiosk),
        ("?ngay=2026-10-14&kiosk", Mode::Kiosk),
        ("?kiosk=0", Mode::Plain),
        ("?nhung=1&kiosk=1", Mode::Embed),
    ] {
        assert_eq!(Mode::of(query), mode, "{query}");
    }
    assert_eq!(likes("?nhung=1&kieu=dark+100%20en").as_deref(), Some("dark 100 en"));
    assert_eq!(likes("?nhung=1"), None);
}

#[test]
fn a_day_can_be_pinned_in_either_query() {
    let day = Date::new(2026, 10, 14).ok();
    assert_eq!(pinned_day("", "#/?ngay=2026-10-14"), day);
    assert_eq!(pinned_day("?kiosk=1&ngay=2026-10-14", "#/tim?q=a"), day);
    assert_eq!(pinned_day("?ngay=2020-01-01", "#/?ngay=2026-10-14"), day);
    // The page of a day names the day it shows, which is not today.
    assert_eq!(pinned_day("?ngay=2026-10-14", "#/hom-nay?ngay=2020-01-01"), day);
    assert_eq!(pinned_day("", "#/hom-nay?ngay=2020-01-01"), None);
    assert_eq!(pinned_day("?ngay=hôm nay", "#/"), None);
}

#[test]
fn slugs_are_cut_at_a_word() {
    assert_eq!(slug("Sơ kết 9 tháng, “Dân vận khéo”"), "so-ket-9-thang-dan-van-kheo");
    let long = slug(&"Đảng ủy Khối các cơ quan tỉnh ".repeat(9));
    assert!(long.len() <= SLUG_LENGTH && long.ends_with("tinh"), "{long}");
}

fn names() -> impl Strategy<Value = String> {
    "\\PC{1,20}"
}

fn dates() -> impl Strategy<Value = Option<PartialDate>> {
    proptest::option::of((1800..2200i32, 1..13u32, 1..29u32, 0..3u8).prop_map(|(y, m, d, how)| {
        match how {
            0 => PartialDate::Year(y),
            1 => PartialDate::Month(y, m as u8),
            _ => PartialDate::Day(Date::new(y, m, d).unwrap()),
        }
    }))
}

fn searches() -> impl Strategy<Value = SearchPlace> {
    let values = || proptest::collection::hash_set(names(), 0..3).prop_map(Vec::from_iter);
    let sort = prop_oneof![Just(Sort::Relevance), Just(Sort::Newest), Just(Sort::Oldest)];
    let chosen = [values(), values(), values(), values(), values(), values()];
    (any::<String>(), chosen, sort, any::<bool>(), any::<bool>()).prop_map(
        |(text, chosen, sort, with_parts, with_kin)| SearchPlace {
            text,
            chosen,
            sort,
            with_parts,
            with_kin,
        },
    )
}

fn articles() -> impl Strategy<Value = ArticlePlace> {
    let part = prop_oneof![
        Just(ArticlePart::Whole),
        Just(ArticlePart::Original),
        (1..u32::MAX).prop_map(ArticlePart::Paragraph),
    ];
    ("[a-z0-9_]{1,40}", any::<String>(), part, any::<String>())
        .prop_map(|(name, slug, part, query)| ArticlePlace { id: id(&name), slug, part, query })
}

fn routes() -> impl Strategy<Value = Route> {
    prop_oneof![
        Just(Route::Home),
        Just(Route::Keep),
        Just(Route::Bookmarks),
        Just(Route::Coming),
        proptest::option::of("[a-z-]{1,8}").prop_map(|unit| Route::Latest { unit }),
        ".{0,8}".prop_map(|text| Route::Units { text }),
        "[a-z-]{1,8}".prop_map(|id| Route::Dossier { id }),
        (proptest::option::of("[a-z]{1,4}"), proptest::option::of("[a-z]{1,4}"))
            .prop_map(|(first, second)| Route::compare(first, second)),
        Just(Route::Settings),
        Just(Route::About),
        articles().prop_map(Route::Article),
        searches().prop_map(Route::Search),
        (dates(), dates()).prop_map(|(from, to)| Route::Timeline { from, to }),
        (names(), any::<Option<i32>>()).prop_map(|(id, year)| Route::Anniversary { id, year }),
        dates().prop_map(|day| Route::Today { day: day.and_then(PartialDate::day) }),
        names().prop_map(|id| Route::Unit { id }),
        names().prop_map(|id| Route::Official { id }),
        names().prop_map(|id| Route::Programme { id }),
        names().prop_map(|id| Route::Directive { id }),
        proptest::sample::select(ToldKind::all().collect::<Vec<_>>())
            .prop_map(|kind| Route::Told { kind, id: None }),
        (
            proptest::sample::select(vec![ToldKind::Days, ToldKind::Awards, ToldKind::Figures]),
            names()
        )
            .prop_map(|(kind, id)| Route::Told { kind, id: Some(id) }),
    ]
}

proptest! {
    #[test]
    fn every_route_reads_back(route in routes()) {
        prop_assert_eq!(Route::parse(&route.href()), route);
    }

    #[test]
    fn any_text_is_a_place(text in "(#?/?(bai|tim|don-vi|ky-niem|nguoi)?[/?&=%+#-]*)?\\PC*") {
        let route = Route::parse(&text);
        prop_assert_eq!(Route::parse(&route.href()), route.clone());
        let _ = route.words();
        let _ = pinned_day(&text, &text);
    }
}
