use std::sync::LazyLock;

use super::*;

static OFFICIAL: LazyLock<Gazetteer> = LazyLock::new(|| Gazetteer::official().unwrap());

/// Each reading as `words = place < what it is in`, `?` where several remain, `–` for none.
fn check_on(date: &str, text: &str, expected: &[&str]) {
    let gazetteer = &*OFFICIAL;
    let context = Context { date: date.parse().ok(), within: Vec::new() };
    let readings = read(gazetteer, &[text], &context).remove(0).readings;
    let told: Vec<String> = readings
        .iter()
        .map(|reading| {
            let words = &text[reading.span.clone()];
            let meaning = match &reading.meaning {
                Meaning::One(id) => std::iter::once(*id)
                    .chain(gazetteer.above(*id, context.date))
                    .map(|id| gazetteer.place(id).proper_name().to_owned())
                    .collect::<Vec<_>>()
                    .join(" < "),
                Meaning::Several(_) => "?".to_owned(),
                Meaning::Unknown => "–".to_owned(),
            };
            format!("{words} = {meaning}")
        })
        .collect();
    assert_eq!(told, expected, "{text}");
}

fn check(text: &str, expected: &[&str]) {
    check_on("2020-10-14", text, expected);
}

#[test]
fn kinds_and_bodies() {
    check("Huyện uỷ Sông Lô họp", &["Huyện uỷ Sông Lô = Sông Lô < Vĩnh Phúc"]);
    check("Chủ tịch UBND huyện Sông Lô", &["UBND huyện Sông Lô = Sông Lô < Vĩnh Phúc"]);
    check("Tỉnh đoàn Lạng Sơn ra quân", &["Tỉnh đoàn Lạng Sơn = Lạng Sơn"]);
    check("Công an TP.Vinh", &["Công an TP.Vinh = Vinh < Nghệ An"]);
    check("Phó Chủ tịch Thường trực UBND tỉnh Lạng Sơn", &["UBND tỉnh Lạng Sơn = Lạng Sơn"]);
    check("phường Hải Châu 1, quận Hải Châu", &["quận Hải Châu = Hải Châu < Đà Nẵng"]);
    check("Kỳ họp thứ tư HĐND tỉnh Lạng Sơn", &["HĐND tỉnh Lạng Sơn = Lạng Sơn"]);
    check("xã hội học", &[]);
    check(
        "thành phố Hồ Chí Minh, TP HCM",
        &["thành phố Hồ Chí Minh = Hồ Chí Minh", "TP HCM = Hồ Chí Minh"],
    );
}

#[test]
fn what_stands_beside_tells() {
    check(
        "xã Đức Giang (huyện Hoài Đức)",
        &["xã Đức Giang = Đức Giang < Hoài Đức < Hà Nội", "huyện Hoài Đức = Hoài Đức < Hà Nội"],
    );
    check(
        "xã Đức Giang, Vũ Quang, Hà Tĩnh",
        &["xã Đức Giang = Đức Giang < Vũ Quang < Hà Tĩnh", "Hà Tĩnh = Hà Tĩnh"],
    );
    check("xã Đức Giang ra quân", &["xã Đức Giang = ?"]);
    check("phường Đức Giang ra quân", &["phường Đức Giang = Đức Giang < Long Biên < Hà Nội"]);
    check(
        "xã Đức Giang, huyện Sông Lô",
        &["xã Đức Giang = –", "huyện Sông Lô = Sông Lô < Vĩnh Phúc"],
    );
}

#[test]
fn what_the_text_names_tells() {
    check(
        "Huyện Vũ Quang có mưa. Đường vào xã Đức Giang lầy lội.",
        &["Huyện Vũ Quang = Vũ Quang < Hà Tĩnh", "xã Đức Giang = Đức Giang < Vũ Quang < Hà Tĩnh"],
    );
    check(
        "Tỉnh Hà Tĩnh và tỉnh Bắc Giang. Xã Đức Giang.",
        &["Tỉnh Hà Tĩnh = Hà Tĩnh", "tỉnh Bắc Giang = Bắc Giang", "Xã Đức Giang = ?"],
    );
}

#[test]
fn names_are_read_on_their_day() {
    check_on("2020-02-01", "Xã Sông Lô ra quân", &["Xã Sông Lô = Sông Lô < Việt Trì < Phú Thọ"]);
    check_on("2026-02-01", "Xã Sông Lô ra quân", &["Xã Sông Lô = Sông Lô < Phú Thọ"]);
    check_on("2026-02-01", "Huyện Sông Lô ra quân", &["Huyện Sông Lô = –"]);
    check_on("", "Xã Sông Lô ra quân", &["Xã Sông Lô = ?"]);
    check_on(
        "",
        "Xã Sông Lô, huyện Lập Thạch",
        &["Xã Sông Lô = –", "huyện Lập Thạch = Lập Thạch < Vĩnh Phúc"],
    );
}

#[test]
fn lists_name_their_kind_once() {
    check(
        "Các xã Hải Lựu, Nhân Đạo và Đôn Nhân của huyện Sông Lô",
        &[
            "xã Hải Lựu = Hải Lựu < Sông Lô < Vĩnh Phúc",
            "Nhân Đạo = Nhân Đạo < Sông Lô < Vĩnh Phúc",
            "Đôn Nhân = Đôn Nhân < Sông Lô < Vĩnh Phúc",
            "huyện Sông Lô = Sông Lô < Vĩnh Phúc",
        ],
    );
}

#[test]
fn provinces_may_stand_alone() {
    check("Tại Hà Nội, ông Nguyễn Thái Bình đi phố Huế", &["Hà Nội = Hà Nội"]);
    check("Năm 2004 tỉnh Cần Thơ chia tách", &[]);
    check("UBND tỉnh Quảng Nam - Đà Nẵng", &["Đà Nẵng = Đà Nẵng"]);
    check("tư tưởng Hồ Chí Minh, Thành ủy Hồ Chí Minh", &["Thành ủy Hồ Chí Minh = Hồ Chí Minh"]);
    check("Đoàn Lạng Sơn thăm Thái Bình Dương", &["Lạng Sơn = Lạng Sơn"]);
}

#[test]
fn names_on_no_list_are_told() {
    let check = |text: &str, expected: &[&str]| {
        let read = read(&OFFICIAL, &[text], &Context::default()).remove(0);
        let told: Vec<&str> = read.unlisted.into_iter().map(|at| &text[at]).collect();
        assert_eq!(told, expected, "{text}");
    };
    check("Cán bộ xã Vân Trugn và xã Tân Lập đi họp", &[]);
    check("Cán bộ xã Vân Trủng Thượng và xã Tân Lập đi họp", &["xã Vân Trủng Thượng"]);
    check("thị xã Hoa Ban, huyện Sông Lô Thượng", &["thị xã Hoa Ban", "huyện Sông Lô Thượng"]);
    // A person, a body, a foreign place, a common noun, a heading in capitals.
    check("UBND huyện Lê Quang Nghiệp, huyện Ủy ban, thành phố Paris, xã hội", &[]);
    check("HUYỆN HOA BAN", &[]);
    check("các xã, phường", &[]);
}
