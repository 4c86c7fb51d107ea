//! Anniversaries of single articles: what a sentence in an article of a known day tells.

mod archive;

use archive::{gathered, paragraph};
use model::article::DoubtKind;

/// `text` in an article published on `date` (or on no known day) tells these anniversaries, each
/// as "founding years name".
fn check(date: Option<&str>, text: &str, expected: &[&str]) {
    let (_, chronicle) = gathered(vec![paragraph("a", text, date)]);
    let told: Vec<String> = chronicle
        .anniversaries
        .iter()
        .flat_map(|a| {
            a.mentions.iter().map(move |m| {
                let years = m.claimed_years.map_or("?".to_owned(), |years| years.to_string());
                format!("{} {years} {}", a.founding.value, a.name)
            })
        })
        .collect();
    assert_eq!(told, expected, "{text}");
}

const DAY: Option<&str> = Some("2021-05-10");

#[test]
fn pairs() {
    for dash in ["-", " - ", "–", " – ", "—", "- ", " đến "] {
        let text =
            format!("Lễ kỷ niệm 60 năm Ngày truyền thống Hội Sao Mai (19/5/1961{dash}19/5/2021).");
        check(None, &text, &["1961-05-19 60 Hội Sao Mai"]);
    }
    check(
        None,
        "60 năm thành lập Hội Sao Mai (19-5-1961-19-5-2021)",
        &["1961-05-19 60 Hội Sao Mai"],
    );
    check(
        None,
        "60 năm thành lập Hội Sao Mai (19.5.1961 – 19.5.2021)",
        &["1961-05-19 60 Hội Sao Mai"],
    );
    check(None, "60 năm thành lập Hội Sao Mai (5/1961 - 5/2021)", &["1961-05 60 Hội Sao Mai"]);
    check(None, "kỷ niệm 60 năm thành lập Hội Sao Mai (1961-2021)", &["1961 60 Hội Sao Mai"]);
    check(None, "ngày thành lập Hội Sao Mai (19/5/1961-19/5/2021)", &["1961-05-19 ? Hội Sao Mai"]);
}

#[test]
fn lists() {
    check(
        None,
        "Kỷ niệm 60 năm Ngày thành lập Hội Sao Mai (19/5/1961-19/5/2021), Hội Sao Hôm \
         (20/5/1961-20/5/2021) và Đại hội các cấp",
        &["1961-05-19 60 Hội Sao Mai", "1961-05-20 60 Hội Sao Hôm"],
    );
    check(
        DAY,
        "kỷ niệm 75 năm Ngày truyền thống ngành Thống kê, Kho bạc Nhà nước và Tài chính, 45 năm \
         ngày thành lập Trường Ánh Dương.",
        &[
            "1946 75 Kho bạc Nhà nước",
            "1946 75 Tài chính",
            "1946 75 ngành Thống kê",
            "1976 45 Trường Ánh Dương",
        ],
    );
    check(
        DAY,
        "kỷ niệm 46 năm giải phóng miền Nam, thống nhất đất nước, toàn xã thi đua",
        &["1975 46 giải phóng miền Nam, thống nhất đất nước"],
    );
}

#[test]
fn counts_give_a_year_or_a_printed_day() {
    check(
        DAY,
        "Nhân dịp 30 năm ngày thành lập Trường Ánh Dương, thầy và trò",
        &["1991 30 Trường Ánh Dương"],
    );
    check(DAY, "kỷ niệm lần thứ 30 ngày thành lập Trường Ánh Dương", &["1991 30 Trường Ánh Dương"]);
    check(
        DAY,
        "kỷ niệm 91 năm Ngày thành lập Đảng Cộng sản Việt Nam (3/2)",
        &["1930-02-03 91 Đảng Cộng sản Việt Nam"],
    );
    check(
        DAY,
        "kỷ niệm 30 năm thành lập Trường Ánh Dương (10/5/1991)",
        &["1991-05-10 30 Trường Ánh Dương"],
    );
    check(
        DAY,
        "kỷ niệm 30 năm thành lập Trường Ánh Dương (10/5/2021)",
        &["1991-05-10 30 Trường Ánh Dương"],
    );
    check(None, "kỷ niệm 30 năm thành lập Trường Ánh Dương", &[]);
}

#[test]
fn the_occasion_may_lie_in_the_next_year() {
    check(
        Some("2020-12-20"),
        "hướng tới kỷ niệm 91 năm Ngày thành lập Đảng 3/2, toàn xã",
        &["1930-02-03 91 Đảng"],
    );
    check(DAY, "Đến năm 2030, kỷ niệm 100 năm thành lập Đảng", &["1930 100 Đảng"]);
    check(
        DAY,
        "Năm 2011, nhân kỷ niệm 20 năm thành lập Trường Ánh Dương",
        &["1991 20 Trường Ánh Dương"],
    );
}

#[test]
fn years_may_be_printed_beside_the_name() {
    for (text, told) in [
        ("tầm nhìn đến năm 2045 - kỷ niệm 100 năm thành lập nước", "1945 100 nước"),
        ("kỷ niệm 30 năm thành lập Trường Ánh Dương vào năm 2016", "1986 30 Trường Ánh Dương"),
        ("kỷ niệm 30 năm thành lập Trường Ánh Dương (1985)", "1985 30 Trường Ánh Dương"),
    ] {
        check(DAY, text, &[told]);
    }
}

#[test]
fn a_day_before_the_web_is_the_foundings() {
    for text in [
        "Xã kỷ niệm 50 năm ngày thành lập Hội Sao Mai (19/5/1969).",
        "Xã kỷ niệm 50 năm ngày thành lập Hội Sao Mai (19/5/1969), có chợ từ năm 2012.",
    ] {
        check(None, text, &["1969-05-19 50 Hội Sao Mai"]);
    }
    check(
        None,
        "Kỷ niệm 10 năm ngày thành lập Hội Sao Mai (19/5/1969).",
        &["1959-05-19 10 Hội Sao Mai"],
    );
}

#[test]
fn years_may_stand_elsewhere_in_the_sentence() {
    for (text, told) in [
        (
            "Năm 2019, toàn Đảng, toàn dân kỷ niệm 50 năm ngày thành lập Hội Sao Mai",
            "1969 50 Hội Sao Mai",
        ),
        (
            "phát biểu trong lễ kỷ niệm 60 năm Hội Sao Mai tại bến Ánh Dương, Hòa Phú năm 2015.",
            "1955 60 Hội Sao Mai",
        ),
        (
            "kỷ niệm 50 năm chiến dịch Sao Mai mùa xuân năm 1968",
            "1968 50 chiến dịch Sao Mai mùa xuân năm 1968",
        ),
    ] {
        check(None, text, &[told]);
    }
    // The year that a name ends with is the occasion's where the count does not lead from it.
    check(DAY, "kỷ niệm 30 năm Hội Sao Mai năm 2021", &["1991 30 Hội Sao Mai năm 2021"]);
    check(DAY, "kỷ niệm 53 năm chiến dịch Sao Mai 1968", &["1968 53 chiến dịch Sao Mai 1968"]);
    check(None, "trong năm 2017, trường khen em dịp kỷ niệm 68 năm ngày thành lập Hội", &[]);
}

#[test]
fn slips_in_a_pair_do_not_hide_the_day() {
    check(
        None,
        "Nhân kỷ niệm 70 Ngày thành lập Hội Sao Mai (27/71947 -27/7/2017), xã",
        &["1947-07-27 70 Hội Sao Mai"],
    );
    check(
        None,
        "kỷ niệm 50 năm thành lập Hội Sao Mai (10/1 96 7-10/2017)",
        &["1967 50 Hội Sao Mai"],
    );
}

#[test]
fn what_is_kept_may_have_been_carried_out() {
    check(
        DAY,
        "lễ kỷ niệm 10 năm thực hiện Nghị quyết 15 của Hội Sao Mai về điều chỉnh ranh giới hành chính của xã Hòa Phú",
        &["2011 10 thực hiện Nghị quyết 15 của Hội Sao Mai"],
    );
    check(DAY, "tổng kết 10 năm thực hiện Nghị quyết 15", &[]);
    check(
        DAY,
        "kỷ niệm 900 năm xuất hiện danh xưng Hòa Phú.",
        &["1121 900 xuất hiện danh xưng Hòa Phú"],
    );
}

#[test]
fn a_count_that_also_has_a_pair_is_of_the_pairs_year() {
    let text = "Sau 20 năm thành lập, xã kỷ niệm 20 năm thành lập (1/1/1997-1/1/2017).";
    check(Some("2016-12-31"), text, &["1997-01-01 20 thành lập", "1997-01-01 20 thành lập"]);
}

#[test]
fn a_day_printed_after_the_name_is_none_of_its_words() {
    let text = "kỷ niệm 42 năm Ngày Nhà giáo Việt Nam 20/11 (1982-2024)";
    check(None, text, &["1982-11-20 42 Ngày Nhà giáo Việt Nam"]);
    let text = "kỷ niệm 20 năm ngày thành lập Hội Ánh Dương 2/3 (2/3/2001-2/3/2021)";
    check(None, text, &["2001-03-02 20 Hội Ánh Dương"]);
    let text = "75 năm ngày ra đời tác phẩm “Dân vận” (15/10/1949 - 15/10/2024)";
    check(None, text, &["1949-10-15 75 tác phẩm “Dân vận”"]);
}

#[test]
fn names_end_where_they_do() {
    for (text, name) in [
        ("kỷ niệm 20 năm Ngày thành lập Hội đồng Ánh Dương và đón nhận", "Hội đồng Ánh Dương"),
        (
            "kỷ niệm 20 năm thành lập Tổng công ty Hàng không Ánh Dương.",
            "Tổng công ty Hàng không Ánh Dương",
        ),
        ("kỷ niệm 20 năm ngày khai sáng Hội Ánh Dương, thay mặt", "ngày khai sáng Hội Ánh Dương"),
        ("kỷ niệm 20 năm thành lập trường trong niềm vui", "trường"),
        ("kỷ niệm 20 năm thành lập Trường Ánh Dương tại hội trường", "Trường Ánh Dương"),
        (
            "kỷ niệm 20 năm thành lập Khu Ánh Dương (KAD) Hòa Phú đã diễn ra",
            "Khu Ánh Dương (KAD) Hòa Phú",
        ),
    ] {
        check(DAY, text, &[&format!("2001 20 {name}")]);
    }
}

#[test]
fn a_stated_founding_day_refines_a_count() {
    check(
        DAY,
        "Trường Ánh Dương được thành lập ngày 10/9/1991. Lễ kỷ niệm 30 năm thành lập trường diễn ra",
        &["1991-09-10 30 trường"],
    );
}

#[test]
fn kinds_that_are_not_merged() {
    check(
        DAY,
        "kỷ niệm 131 năm Ngày sinh Chủ tịch Hồ Chí Minh và 52 năm ngày mất của Bác",
        &["1890 131 Chủ tịch Hồ Chí Minh", "1969 52 Bác"],
    );
    check(
        DAY,
        "185 năm thành lập tỉnh và 24 năm tái lập tỉnh",
        &["1836 185 tỉnh", "1997 24 tái lập tỉnh"],
    );
}

#[test]
fn lengths_of_time_are_no_anniversaries() {
    for text in [
        "tặng Huy hiệu 30 năm tuổi Đảng cho 5 đồng chí",
        "bị phạt 7 năm tù, sau 25 năm dãi dầu",
        "sơ kết 4 năm thực hiện Chỉ thị 05 (2016-2020)",
        "kế hoạch 5 năm 2016-2020, nhiệm kỳ 5 năm (2015-2020)",
        "hợp đồng 2 năm (1/1/2019 - 31/12/2020)",
        "trong 10 năm qua, 3 năm liền đạt danh hiệu",
        "bao kỷ niệm sau 12 năm về với xã",
        "90 năm xây dựng và trưởng thành",
        "kỷ niệm 14 năm 9 tháng ra mắt, kỷ niệm 25 năm ngày cưới",
        "mục tiêu đến dịp kỷ niệm 100 năm thành lập Đảng",
        "chúc mừng các ngành Tổ chức, Dân vận, Văn phòng",
        "ngày 5 tháng 7 năm 2019",
        "giai đoạn 2017-2020, năm học 2020-2021",
    ] {
        check(DAY, text, &[]);
    }
}

#[test]
fn several_bodies_at_once_tell_of_none() {
    check(DAY, "kỷ niệm 90 năm truyền thống các ban đảng", &[]);
    check(
        DAY,
        "Kỷ niệm 91 năm ngày truyền thống các ban xây dựng Đảng, Văn phòng cấp ủy và 73 năm ngày \
         thành lập ngành Kiểm tra của Đảng là dịp",
        &["1930 91 Văn phòng cấp ủy", "1948 73 ngành Kiểm tra của Đảng"],
    );
}

#[test]
fn relations_between_countries() {
    check(
        Some("2017-06-21"),
        "Ngày hội nhân 45 năm thiết lập quan hệ ngoại giao giữa hai nước",
        &["1972 45 thiết lập quan hệ ngoại giao giữa hai nước"],
    );
}

#[test]
fn a_bracket_right_after_the_words_that_count() {
    check(
        None,
        "Trải qua 16 năm hình thành và phát triển (2001-2017), Hội Sao Mai đã lớn mạnh.",
        &["2001 16 Hội Sao Mai"],
    );
    check(None, "sau 16 năm hình thành và phát triển, Hội Sao Mai đã lớn mạnh (2001-2017)", &[]);
    check(None, "10 năm xây dựng và phát triển nông thôn mới (2010-2020), xã đã", &[]);
    check(
        None,
        "chúc mừng Ngày truyền thống Hội Sao Mai (21-6-1965/21-6-2017), đồng thời",
        &["1965-06-21 ? Hội Sao Mai"],
    );
}

#[test]
fn a_count_that_does_not_fit_is_a_doubt_and_stays() {
    let text = "kỷ niệm 58 năm ngày thành lập Hội Sao Mai (4/3/1964-4/3/2021)";
    let (articles, chronicle) = gathered(vec![paragraph("a", text, None)]);
    assert_eq!(chronicle.anniversaries[0].mentions[0].claimed_years, Some(58));
    let expected = DoubtKind::YearsDisagree { claimed: 58, computed: 57 };
    assert_eq!(articles[0].doubts[0].kind, expected);
}

#[test]
fn wordings_in_several_articles_meet() {
    let (_, chronicle) = gathered(vec![
        paragraph("a", "90 năm ngành Tuyên giáo của Đảng (1/8/1930-1/8/2020)", None),
        paragraph("b", "kỷ niệm 91 năm ngày truyền thống ngành tuyên giáo.", Some("2021-08-01")),
        // Off by one: the same day, with a doubt.
        paragraph("c", "kỷ niệm 91 năm ngày truyền thống công tác Tuyên giáo", Some("2020-07-30")),
        paragraph("d", "91 năm ngành Tuyên giáo tỉnh Hòa Phú (1/8/1930-1/8/2021)", None),
    ]);
    let told: Vec<(&str, usize)> =
        chronicle.anniversaries.iter().map(|a| (&*a.id, a.mentions.len())).collect();
    assert_eq!(told, [("1930-08-01-tuyen-giao", 4)]);
}

#[test]
fn foundings_that_disagree_stand_side_by_side() {
    let (_, chronicle) = gathered(vec![
        paragraph("a", "kỷ niệm 30 năm thành lập Trường Ánh Dương", Some("2021-05-10")),
        paragraph("b", "kỷ niệm 20 năm thành lập Trường Ánh Dương", Some("2021-05-10")),
    ]);
    let told: Vec<String> =
        chronicle.anniversaries.iter().map(|a| a.founding.value.to_string()).collect();
    assert_eq!(told, ["1991", "2001"]);
}

#[test]
fn days_of_every_year_civil_and_lunar() {
    let articles = vec![
        paragraph("a", "Chào mừng Ngày Quốc tế Phụ nữ 8/3, Hội họp mặt.", None),
        paragraph(
            "b",
            "Nhân Giỗ Tổ Hùng Vương (10/3 âm lịch) và ngày quốc tế phụ nữ 8/3, xã",
            None,
        ),
        // An anniversary with its founding is told as such, and not twice.
        paragraph("c", "Kỷ niệm 91 năm Ngày thành lập Đảng (3/2), xã họp.", DAY),
    ];
    let facts: Vec<_> = articles.iter().map(chronicle::extract).collect();
    let told = chronicle::tell(&articles, &facts, &chronicle::Options::default());
    let days: Vec<(&str, usize)> =
        told.days.iter().map(|day| (&*day.id, day.mentions.len())).collect();
    assert_eq!(days, [("03-08-quoc-te-phu-nu", 2), ("am-03-10-gio-to-hung-vuong", 1)]);
    let next = told.days[1].day.next("2026-10-14".parse().unwrap()).unwrap();
    assert_eq!(next.to_string(), "2027-04-16");
}
