//! The five seeds: the values that must hold, whatever becomes of the rules.

mod archive;

use archive::{gathered, seeds};
use calendar::YearCount;
use model::article::Article;
use model::chronicle::{Anniversary, AnniversaryKind, Chronicle, Scope, SubjectRef};
use model::known::{Evidence, Rule, Status};

fn sample() -> (Vec<Article>, Chronicle) {
    gathered(seeds())
}

fn anniversary<'a>(chronicle: &'a Chronicle, id: &str) -> &'a Anniversary {
    chronicle.anniversaries.iter().find(|a| a.id == id).unwrap_or_else(|| panic!("no {id}"))
}

#[test]
fn there_are_six_anniversaries_and_no_other() {
    let (_, chronicle) = sample();
    let told: Vec<(&str, &str, Status)> =
        chronicle.anniversaries.iter().map(|a| (&*a.id, &*a.name, a.founding.status)).collect();
    assert_eq!(
        told,
        [
            ("1930-tuyen-giao", "Tuyên giáo", Status::Derived),
            ("1930-10-14-to-chuc-xay-dung-dang", "ngành Tổ chức xây dựng Đảng", Status::Stated),
            ("1930-10-15-dan-van", "Công tác dân vận của Đảng", Status::Stated),
            ("1930-10-18-van-phong-cap-uy", "Văn phòng cấp ủy", Status::Stated),
            ("1948-kiem-tra-dang", "ngành Kiểm tra của Đảng", Status::Derived),
            ("1982-thanh-lap-tu-thi-tran-001", "thành lập từ thị trấn", Status::Derived),
        ]
    );
}

#[test]
fn one_anniversary_under_many_wordings() {
    let (_, chronicle) = sample();
    let dan_van = anniversary(&chronicle, "1930-10-15-dan-van");
    let mut articles: Vec<&str> =
        dan_van.mentions.iter().map(|m| m.mention.article.as_str()).collect();
    articles.dedup();
    assert_eq!(articles, ["000", "001", "002", "004"]);
    assert!(dan_van.mentions.iter().all(|m| m.claimed_years == Some(90)));
    assert!(dan_van.names.iter().any(|name| name == "Dân vận"), "{:?}", dan_van.names);
    // 002 has it in a caption only.
    let caption = dan_van.mentions.iter().find(|m| m.mention.article.as_str() == "002").unwrap();
    assert_eq!(caption.mention.wording, "Dân vận");
    assert!(caption.mention.quote.ends_with(
        "tặng hoa chúc mừng Kỷ niệm 90 năm ngành tổ chức xây dựng Đảng, Dân vận, Văn phòng"
    ));
    let years = |year| YearCount::new(dan_van.founding.value, year).unwrap().years;
    assert_eq!([2020, 2025, 2026, 2030].map(years), [90, 95, 96, 100]);
}

#[test]
fn founding_dates_have_their_rule_and_their_sentence() {
    let (articles, chronicle) = sample();
    for a in &chronicle.anniversaries {
        let Some(Evidence::Text { article, at, quote }) = &a.founding.source else {
            panic!("{} has no source", a.id);
        };
        let article = articles.iter().find(|found| found.id == *article).unwrap();
        let words = at.of(&article.text).unwrap();
        let folded = article.text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(folded.contains(quote), "{quote}");
        let expected = match a.founding.status {
            Status::Stated => Rule::FoundingPair,
            _ => {
                Rule::YearsSubtracted { year: 2020, years: (2020 - a.founding.value.year()) as u16 }
            }
        };
        assert_eq!(a.founding.rule, Some(expected), "{}: {words}", a.id);
    }
    let stated = anniversary(&chronicle, "1930-10-14-to-chuc-xay-dung-dang");
    assert!(
        matches!(&stated.founding.source, Some(Evidence::Text { article, .. }) if article.as_str() == "000")
    );
}

#[test]
fn a_count_gives_a_year_and_never_a_day() {
    let (_, chronicle) = sample();
    for id in ["1930-tuyen-giao", "1948-kiem-tra-dang", "1982-thanh-lap-tu-thi-tran-001"] {
        assert_eq!(anniversary(&chronicle, id).founding.value.month(), None, "{id}");
    }
}

#[test]
fn national_years_never_land_on_a_unit() {
    let mut articles = seeds();
    for (article, unit) in [(0, "huyen-song-lo"), (1, "phuong-duc-giang")] {
        articles[article].unit = Some(model::known::Known {
            value: unit.parse().unwrap(),
            status: Status::Stated,
            rule: None,
            source: None,
        });
    }
    let (_, chronicle) = gathered(articles);
    for a in &chronicle.anniversaries {
        let expected = if a.founding.value.year() == 1982 {
            Scope::Unit("phuong-duc-giang".parse().unwrap())
        } else {
            Scope::National
        };
        assert_eq!(a.scope, expected, "{}", a.id);
    }
}

#[test]
fn kinds_are_those_that_most_mentions_say() {
    let (_, chronicle) = sample();
    for (id, kind) in [
        ("1948-kiem-tra-dang", AnniversaryKind::Tradition),
        ("1930-10-15-dan-van", AnniversaryKind::Tradition),
        ("1982-thanh-lap-tu-thi-tran-001", AnniversaryKind::Founding),
    ] {
        assert_eq!(anniversary(&chronicle, id).kind, kind, "{id}");
    }
}

#[test]
fn articles_list_their_mentions_in_order() {
    let (articles, chronicle) = sample();
    for article in &articles {
        let mentions = &article.mentions;
        assert!(mentions.windows(2).all(|pair| pair[0].at <= pair[1].at), "{}", article.id);
        assert!(mentions.iter().all(|m| m.sentence.contains(m.at)), "{}", article.id);
    }
    let of_003 = |m: &&model::article::FactMention| matches!(m.of, SubjectRef::Anniversary(_));
    assert_eq!(articles[3].mentions.iter().filter(of_003).count(), 0);
    let all: usize = chronicle.anniversaries.iter().map(|a| a.mentions.len()).sum();
    let told: usize = articles.iter().map(|a| a.mentions.iter().filter(of_003).count()).sum();
    assert_eq!(told, all);
}

#[test]
fn periods_and_fractions_are_no_anniversaries_and_claims_fit() {
    let (articles, _) = sample();
    for article in &articles {
        assert!(
            !article
                .doubts
                .iter()
                .any(|d| matches!(d.kind, model::article::DoubtKind::YearsDisagree { .. })),
            "{}: {:?}",
            article.id,
            article.doubts
        );
    }
}

#[test]
fn exactly_eight_officials() {
    let (_, chronicle) = sample();
    let mut told: Vec<(&str, &str, &str)> = chronicle
        .officials
        .iter()
        .map(|o| {
            (
                o.roles[0].mention.article.as_str(),
                &*o.name,
                o.roles[0].role.as_deref().unwrap_or(""),
            )
        })
        .collect();
    told.sort_unstable();
    assert_eq!(
        told,
        [
            ("000", "Lê Quang Nghiệp", "Phó Bí thư Huyện ủy, Chủ tịch UBND huyện"),
            ("000", "Lê Đăng Tâm", "Phó Bí thư Thường trực Huyện ủy"),
            ("000", "Nguyễn Ngọc Khang", "UV.BTV, Phó Chủ tịch UBND huyện"),
            ("000", "Nguyễn Văn Bảy", "Phó Trưởng ban Dân vận Tỉnh ủy"),
            ("000", "Triệu Văn Chúc", "HUV, Phó Chủ tịch UBND huyện"),
            ("001", "Phan Việt Hưng", "Bí thư Đảng ủy, Chủ tịch HĐND"),
            ("001", "Vũ Hoàng Long", "Phó Bí thư Thường trực"),
            (
                "004",
                "Trần Văn Thắng",
                "Phó Bí thư Thường trực Huyện ủy, Chủ tịch Hội đồng nhân dân Huyện, kiêm Trưởng \
                 Ban chỉ đạo thực hiện Quy chế dân chủ huyện"
            ),
        ]
    );
}

#[test]
fn the_programme_and_its_periods() {
    let (_, chronicle) = sample();
    assert_eq!(chronicle.programmes.len(), 1);
    let programme = &chronicle.programmes[0];
    assert_eq!((&*programme.id, &*programme.name), ("dan-van-kheo", "Dân vận khéo"));
    let periods = |id: &str| -> Vec<(i32, i32)> {
        let mut periods: Vec<_> = programme
            .mentions
            .iter()
            .filter(|m| m.mention.article.as_str() == id)
            .filter_map(|m| m.period)
            .collect();
        periods.dedup();
        periods
    };
    assert_eq!(periods("003"), [(2017, 2020)]);
    assert_eq!(periods("004"), [(2015, 2020)]);
    let mut articles: Vec<&str> =
        programme.mentions.iter().map(|m| m.mention.article.as_str()).collect();
    articles.dedup();
    assert_eq!(articles, ["001", "003", "004"]);
}

#[test]
fn directives_under_all_their_wordings() {
    let (_, chronicle) = sample();
    let told: Vec<(&str, &str, String)> = chronicle
        .directives
        .iter()
        .map(|d| {
            let articles: Vec<&str> = d.mentions.iter().map(|m| m.article.as_str()).collect();
            (&*d.id, d.issuer.as_deref().unwrap_or("–"), articles.join(" "))
        })
        .collect();
    let expected = [
        ("chi-thi-05", "Bộ Chính trị", "002 003"),
        ("nghi-quyet-26", "BCH Trung ương", "002"),
        ("nghi-quyet-trung-uong-4-khoa-xi", "–", "002"),
        ("nghi-quyet-trung-uong-4-khoa-xii", "–", "002 002"),
        ("nghi-quyet-trung-uong-4-khoa-xiii", "–", "002"),
        ("ket-luan-38", "Bộ Chính trị", "002"),
        ("de-an-01", "Tỉnh ủy", "002"),
        ("de-an-04", "–", "002"),
    ];
    assert_eq!(told, expected.map(|(id, issuer, articles)| (id, issuer, articles.to_owned())));
}

#[test]
fn the_only_doubt_is_the_term_before_its_congress() {
    let (articles, _) = sample();
    for article in &articles {
        let told: Vec<(&str, &str)> = article
            .doubts
            .iter()
            .map(|doubt| match &doubt.kind {
                model::article::DoubtKind::TermBeforeCongress { term, .. } => {
                    (&**term, doubt.at.of(&article.text).unwrap())
                }
                other => panic!("{}: {other:?}", article.id),
            })
            .collect();
        let expected: &[(&str, &str)] =
            if article.id.as_str() == "002" { &[("XIII", "XIII")] } else { &[] };
        assert_eq!(told, expected, "{}", article.id);
    }
}

#[test]
fn congresses_awards_and_quotations_of_the_seeds() {
    let articles = archive::seeds();
    let facts: Vec<_> = articles.iter().map(chronicle::extract).collect();
    let told = chronicle::tell(&articles, &facts, &chronicle::Options::default());
    let congresses: Vec<String> = told
        .congresses
        .iter()
        .map(|c| format!("{} {:?} {}", c.id, c.term, c.mentions.len()))
        .collect();
    let awards: Vec<&str> = told.awards.iter().map(|award| &*award.name).collect();
    let quotations: Vec<String> = told
        .quotations
        .iter()
        .map(|q| format!("{} {:?} {:?} {}", q.article, q.kind, q.speaker, q.name))
        .collect();
    assert_eq!(
        congresses,
        [
            "dai-hoi-dai-bieu-dang-bo-khoi-cac-co-quan-tinh-14 Some((2020, 2025)) 1",
            "dai-hoi-dang-13 None 1",
            "dai-hoi-dang-bo-khoi-14 None 1",
            "dai-hoi-dang-bo-tinh-17 None 1",
        ]
    );
    assert_eq!(
        awards,
        ["Bằng khen của Thủ Tướng Chính phủ", "Bằng khen của Tỉnh", "Huân chương lao động"]
    );
    assert_eq!(
        quotations,
        ["002 Document None Tập trung xây dựng đội ngũ cán bộ các cấp, đủ phẩm…"]
    );
    assert_eq!(told.reference, []);
}

#[test]
fn figures_of_the_seeds_with_their_sentences() {
    let articles = archive::seeds();
    let facts: Vec<_> = articles.iter().map(chronicle::extract).collect();
    let told = chronicle::tell(&articles, &facts, &chronicle::Options::default());
    let figures: Vec<String> = told
        .figures
        .iter()
        .flat_map(|told| told.quantities.iter().map(move |q| (told, q)))
        .map(|(told, q)| {
            let article = articles.iter().find(|article| article.id == told.article).unwrap();
            let sentence = told.sentence.of(&article.text).unwrap();
            assert!(sentence.contains(&q.wording), "{sentence}");
            format!("{} {:?} {}", told.article, q.kind, q.wording)
        })
        .collect();
    // No year, no count of years or months, no number of an instrument, no room, no view count (162
    // in 001, 68 in 004), no path.
    assert_eq!(
        figures,
        [
            "002 Share 94,2%",
            "002 Share 88,85%",
            "002 Count 02 đơn vị sự nghiệp",
            "002 Count 01 phòng chuyên môn",
            "002 Count 29 thôn, tổ dân phố",
            "002 Count 07 đầu mối",
            "003 Part 4/6 nhiệm vụ",
            "003 Count 66 điển hình",
            "003 Count 99 đảng viên mới",
            "003 Count 25 tổ chức và đảng viên",
            "003 Count 12 đảng viên",
            "003 Count 50 tập thể",
            "003 Count 9 tập thể",
            "003 Count 2 cá nhân",
            "004 Count 04 đồng chí",
            "004 Count 6 tập thể",
            "004 Count 21 cá nhân",
            "004 Count 3 cuộc đối thoại",
        ]
    );
}
