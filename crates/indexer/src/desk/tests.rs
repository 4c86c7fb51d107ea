use proptest::prelude::*;
use protocol::desk::{Field, Key, Report};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use std::io::{Cursor, Write as _};

use bindery::folder::{self, ArticleFile};

use super::*;

const BRIDGE: &str = "Khánh thành cầu Bến Tre\n\nSáng 1/10/2026, xã Thí Nghiệm khánh thành cầu dân \
    sinh bắc qua sông Lô, nối hai thôn Thượng và Hạ.\n\nCây cầu dài ba mươi mét, rộng bốn mét, do \
    nhân dân góp công và nhà nước cho vật liệu, thi công trong tám tháng. Từ nay học sinh thôn Hạ \
    không còn phải đi đò mỗi mùa nước lên.\n\nÔng Nguyễn Văn Bình, bí thư chi bộ thôn, cảm ơn bà \
    con đã hiến đất và ngày công.\n";
const TREES: &str = "Ra quân trồng cây đầu xuân\n\nSáng 20/2/2026, toàn xã ra quân trồng hai nghìn cây \
    xanh dọc đường liên thôn.\n\nĐoàn Thanh niên làm nòng cốt, mỗi chi đoàn nhận chăm sóc một đoạn.\n";

fn tell(desk: &mut Desk, ask: &Ask, files: Vec<Vec<u8>>) -> (Answer, Vec<Vec<u8>>) {
    let (words, files) = desk.take(&protocol::encode(ask), files, &mut |_| ());
    (protocol::decode(&words).expect("an answer"), files)
}

fn begin(settings: &str) -> Desk {
    let mut desk = Desk::default();
    let begin = Ask::Begin {
        version: VERSION,
        settings: settings.to_owned(),
        title: "Kho thử".to_owned(),
        english: false,
    };
    assert!(matches!(tell(&mut desk, &begin, Vec::new()).0, Answer::Welcome { .. }));
    desk
}

fn add(desk: &mut Desk, name: &str, bytes: &[u8]) -> u32 {
    let ask = Ask::Add { name: name.to_owned(), bytes: bytes.len() as u64 };
    match tell(desk, &ask, vec![bytes.to_vec()]).0 {
        Answer::Added { articles } => articles,
        other => panic!("{other:?}"),
    }
}

fn report(desk: &mut Desk) -> Report {
    match tell(desk, &Ask::Bind { english: false }, Vec::new()).0 {
        Answer::Bound(report) => *report,
        other => panic!("{other:?}"),
    }
}

fn state(desk: &mut Desk, name: &str, key: Key, value: &str, bytes: &str) -> Answer {
    let ask = Ask::State {
        name: name.to_owned(),
        changes: vec![(key, value.to_owned())],
        by: "Lan".to_owned(),
        at: "2026-10-14".to_owned(),
    };
    tell(desk, &ask, vec![bytes.as_bytes().to_vec()]).0
}

/// The bundle as the packer makes it.
fn packed(settings: &str, files: &[(&str, &[u8])]) -> Vec<File> {
    let files = files
        .iter()
        .map(|(name, bytes)| ArticleFile { name: (*name).to_owned(), content: Ok(bytes.to_vec()) });
    bind(folder::read(Some(settings.as_bytes()), files), &mut |_| ()).files
}

#[test]
fn what_comes_in_any_order_is_bound_as_the_packer_binds_it() {
    let mut desk = begin("");
    assert_eq!(add(&mut desk, "b.txt", TREES.as_bytes()), 1);
    assert_eq!(add(&mut desk, "a.txt", BRIDGE.as_bytes()), 1);
    assert_eq!(report(&mut desk).articles.len(), 2);
    let (answer, bytes) = tell(&mut desk, &Ask::Bundle, Vec::new());
    let Answer::Files { paths, .. } = answer else { panic!("{answer:?}") };
    let settings = "title = \"Kho thử\"\n";
    assert_eq!(desk.settings, settings);
    let expected = packed(settings, &[("a.txt", BRIDGE.as_bytes()), ("b.txt", TREES.as_bytes())]);
    let expected = site::with_list(&expected, &[]);
    assert_eq!(paths.first().map(String::as_str), Some("archive.json"));
    assert_eq!(paths.last().map(String::as_str), Some("offline.json"));
    let given: Vec<File> =
        paths.into_iter().zip(bytes).map(|(path, bytes)| File { path, bytes }).collect();
    assert_eq!(given, expected);
}

#[test]
fn what_is_no_article_is_told_with_its_reason() {
    let mut desk = begin("");
    add(&mut desk, "a.txt", BRIDGE.as_bytes());
    add(&mut desk, "rong.txt", b"");
    let sizes =
        vec![("a.txt".to_owned(), 10), ("phim.mp4".to_owned(), 10), ("b.txt".to_owned(), 1 << 40)];
    let sorted = tell(&mut desk, &Ask::Sort(sizes), Vec::new()).0;
    assert_eq!(sorted, Answer::Sorted(vec![true, false, false]));
    for (name, bytes) in [("phim.mp4", 10), ("b.txt", 1 << 40)] {
        let ask = Ask::Add { name: name.to_owned(), bytes };
        assert_eq!(tell(&mut desk, &ask, Vec::new()).0, Answer::Added { articles: 0 });
    }
    let report = report(&mut desk);
    let skipped: Vec<&str> = report.skipped.iter().map(|file| file.name.as_str()).collect();
    assert_eq!(skipped, ["b.txt", "phim.mp4", "rong.txt"]);
    assert!(report.skipped.iter().all(|file| file.says.len() > 20), "{:?}", report.skipped);
    assert_eq!(report.articles.len(), 1);
}

#[test]
fn statements_outrank_the_text_and_survive_the_file() {
    let mut desk = begin("");
    add(&mut desk, "a.txt", BRIDGE.as_bytes());
    assert!(matches!(
        tell(&mut desk, &Ask::AddUnit { name: " Xã  Thí Nghiệm ".into() }, Vec::new()).0,
        Answer::Settings(_)
    ));
    assert!(matches!(
        tell(&mut desk, &Ask::AddUnit { name: "Xã Thí Nghiệm".into() }, Vec::new()).0,
        Answer::NotWritten(_)
    ));
    assert!(matches!(
        state(&mut desk, "a.txt", Key::Published, "5/10/2026", BRIDGE),
        Answer::Settings(_)
    ));
    assert!(matches!(
        state(&mut desk, "a.txt", Key::Bylines, "Minh An\nHoa", BRIDGE),
        Answer::Settings(_)
    ));
    assert!(matches!(
        state(&mut desk, "a.txt", Key::Published, "31/2/2026", BRIDGE),
        Answer::NotWritten(_)
    ));
    // The same file again.
    add(&mut desk, "a.txt", BRIDGE.as_bytes());
    let article = &report(&mut desk).articles[0];
    let value =
        |field| article.found.iter().find(|found| found.field == field).unwrap().value.clone();
    assert_eq!(value(Field::Published), "2026-10-05");
    assert_eq!(value(Field::Byline), "Minh An, Hoa");
    assert_eq!(value(Field::Unit), "Xã Thí Nghiệm");
    assert_eq!(article.stated, [Key::Published, Key::Bylines]);
    let Answer::Offers(offers) = tell(&mut desk, &Ask::Look { name: "a.txt".into() }, Vec::new()).0
    else {
        panic!()
    };
    assert_eq!(offers.titles[0], "Khánh thành cầu Bến Tre");
    assert_eq!(offers.days[0].0, "2026-10-01");
    assert_eq!((offers.stated[0].by.as_str(), offers.stated[0].at.as_str()), ("Lan", "2026-10-14"));
}

#[test]
fn an_encoding_is_shown_and_chosen() {
    let tcvn3 = b"H\xE9i ngh\xDE t\xE6ng k\xD5t\n\nS\xB8ng 5/3/1999, x\xB7 T\xB6 Th\xDE t\xE6 ch\xF8c h\xE9i ngh\xDE t\xE6ng k\xD5t c\xABng t\xB8c n\xA8m.\n";
    let mut desk = begin("");
    add(&mut desk, "cu.txt", tcvn3);
    let first = report(&mut desk).articles[0].clone();
    assert_eq!(first.title, "Hội nghị tổng kết");
    assert_eq!(first.read_from, "tcvn3");
    assert!(first.troubles.iter().any(|trouble| trouble.code == "read-as"), "{first:?}");
    let ask = Ask::Readings { name: "cu.txt".into() };
    let Answer::Readings(readings) = tell(&mut desk, &ask, vec![tcvn3.to_vec()]).0 else {
        panic!()
    };
    let taken: Vec<&str> =
        readings.iter().filter(|r| r.is_taken).map(|r| r.code.as_str()).collect();
    assert_eq!(taken, ["tcvn3"]);
    assert!(readings.iter().find(|r| r.code == "tcvn3").unwrap().opening.starts_with("Hội nghị"));
    let ask = Ask::State {
        name: "cu.txt".into(),
        changes: vec![(Key::Encoding, "viscii".into())],
        by: String::new(),
        at: String::new(),
    };
    assert!(matches!(tell(&mut desk, &ask, vec![tcvn3.to_vec()]).0, Answer::Settings(_)));
    let second = &report(&mut desk).articles[0];
    assert_eq!(second.read_from, "viscii");
    assert_ne!(second.title, first.title);
}

#[test]
fn copies_are_grouped_until_they_are_told_apart_or_left_out() {
    let mut desk = begin("");
    add(&mut desk, "a.txt", BRIDGE.as_bytes());
    add(&mut desk, "b.txt", BRIDGE.replace("tám", "bảy").as_bytes());
    add(&mut desk, "c.txt", TREES.as_bytes());
    let first = report(&mut desk);
    assert_eq!(first.copies.len(), 1);
    state(&mut desk, "b.txt", Key::DistinctFrom, "a.txt", BRIDGE);
    assert_eq!(report(&mut desk).copies, [] as [Vec<(u32, u8)>; 0]);
    state(&mut desk, "b.txt", Key::DistinctFrom, "", BRIDGE);
    state(&mut desk, "b.txt", Key::LeftOut, "true", BRIDGE);
    let last = report(&mut desk);
    assert_eq!((last.copies.len(), last.articles.len()), (0, 2));
    assert_eq!(last.skipped.iter().map(|s| s.name.as_str()).collect::<Vec<_>>(), ["b.txt"]);
    assert_eq!(last.skipped[0].says, "", "the clerk's own choice needs no reason");
}

#[test]
fn a_site_is_finished_with_the_viewers_files() {
    let mut desk = begin("");
    assert_eq!(tell(&mut desk, &Ask::Bundle, Vec::new()).0, Answer::NoSite(String::new()));
    add(&mut desk, "a.txt", BRIDGE.as_bytes());
    report(&mut desk);
    const APP: &str = "<head><title>x</title></head><h1>x</h1><div id=shell-latest></div>";
    let viewer: [(&str, &str); 4] = [
        ("app.html", APP),
        ("a.js", "1"),
        ("sw.js", "const SITE = {};\nrest();\n"),
        ("manifest.webmanifest", "{\"name\":\"x\"}"),
    ];
    let paths = viewer.iter().map(|(path, _)| (*path).to_owned()).collect();
    let files: Vec<Vec<u8>> = viewer.iter().map(|(_, text)| text.as_bytes().to_vec()).collect();
    let (answer, bytes) = tell(&mut desk, &Ask::Site { paths }, files.clone());
    let Answer::Files { paths: given, .. } = answer else { panic!("{answer:?}") };
    assert_eq!(given.len(), bytes.len());
    for path in ["index.html", "sw.js", "manifest.webmanifest", "archive.json", "offline.json"] {
        assert!(given.iter().any(|given| given == path), "{path} in {given:?}");
    }
    // And what is read without the viewer.
    let page = given.iter().position(|path| path.starts_with("bai/") && path.ends_with(".html"));
    let page = String::from_utf8_lossy(&bytes[page.expect("the article has a page")]);
    assert!(page.contains("Khánh thành cầu"), "{page}");
    assert!(given.iter().any(|path| path.starts_with("nguon/")), "feeds in {given:?}");
    assert!(!given.contains(&"a.js".to_owned()), "what stays is not sent back");
    let paths = vec!["sw.js".to_owned()];
    let (answer, _) = tell(&mut desk, &Ask::Site { paths }, vec![b"other".to_vec()]);
    assert_eq!(answer, Answer::NoSite("sw.js".to_owned()));
}

/// A GIF of so many pixels: its head is all that is measured.
fn gif(width: u16, height: u16) -> Vec<u8> {
    let mut gif = b"GIF89a".to_vec();
    gif.extend(width.to_le_bytes());
    gif.extend(height.to_le_bytes());
    gif.extend([0, 0, 0, b';']);
    gif
}

fn zipped(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

const PICTURED: &str = "<html><head><title>Cầu mới</title></head><body><h1>Khánh thành cầu Bến Tre</h1>\
    <p>Sáng 1/10/2026, xã Thí Nghiệm khánh thành cầu dân sinh bắc qua sông Lô, nối hai thôn.</p>\
    <p><img src=\"anh/cau.gif\" alt=\"Cầu mới\"></p><p>Cây cầu dài ba mươi mét, rộng bốn mét, do nhân \
    dân góp công và nhà nước cho vật liệu, thi công trong tám tháng.</p></body></html>";

#[test]
fn zips_are_folders_and_pictures_go_with_their_articles() {
    let picture = gif(300, 200);
    let mut desk = begin("");
    let zip = zipped(&[
        ("thôn/hai.html", PICTURED.as_bytes()),
        ("thôn/anh/cau.gif", &picture),
        ("thôn/phim.mp4", b"x"),
        ("__MACOSX/thon", b"x"),
    ]);
    assert_eq!(add(&mut desk, "kho.zip", &zip), 1);
    assert_eq!(add(&mut desk, "một.html", PICTURED.replace("sông Lô", "sông Đáy").as_bytes()), 1);
    assert_eq!(add(&mut desk, "anh/cau.gif", &picture), 0);
    let report = report(&mut desk);
    let mut names: Vec<&str> =
        report.articles.iter().map(|article| article.name.as_str()).collect();
    names.sort_unstable();
    assert_eq!(names, ["kho.zip/thôn/hai.html", "một.html"]);
    assert_eq!(
        report.skipped.iter().map(|s| s.name.as_str()).collect::<Vec<_>>(),
        ["kho.zip/thôn/phim.mp4"]
    );
    let Answer::Files { paths, pictures } = tell(&mut desk, &Ask::Bundle, Vec::new()).0 else {
        panic!()
    };
    assert_eq!(pictures.len(), 1, "the same bytes are one picture: {pictures:?}");
    assert!(pictures[0].0.starts_with("parts/gif-"), "{pictures:?}");
    assert!(!paths.contains(&pictures[0].0), "its bytes are on the desk");
    let ask = Ask::Picture { name: "kho.zip/thôn/anh/cau.gif".to_owned() };
    assert_eq!(tell(&mut desk, &ask, vec![zip.clone()]).1, [picture]);
    // A statement on an article in a zip, and its file as it reads.
    let name = "kho.zip/thôn/hai.html";
    let ask = Ask::Readings { name: name.to_owned() };
    let Answer::Readings(readings) = tell(&mut desk, &ask, vec![zip.clone()]).0 else { panic!() };
    assert!(readings.iter().any(|reading| reading.is_taken && reading.opening.contains("Bến Tre")));
    let changes = vec![(Key::Title, "Tên mới".to_owned())];
    let ask = Ask::State { name: name.to_owned(), changes, by: String::new(), at: String::new() };
    assert!(matches!(tell(&mut desk, &ask, vec![zip]).0, Answer::Settings(_)));
    let articles = self::report(&mut desk).articles;
    let stated = articles.iter().find(|article| article.name == name).unwrap();
    assert_eq!(stated.title, "Tên mới");
}

#[test]
fn a_faulty_archive_toml_is_told_and_not_written_over() {
    let mut desk = begin("title = \"Kho\"\nunits = [\n");
    add(&mut desk, "a.txt", BRIDGE.as_bytes());
    assert!(matches!(state(&mut desk, "a.txt", Key::Title, "T", BRIDGE), Answer::NotWritten(_)));
    assert!(!report(&mut desk).settings.is_empty());
    assert_eq!(desk.settings, "title = \"Kho\"\nunits = [\n");
}

proptest! {
    #[test]
    fn arbitrary_messages_never_panic(words in any::<Vec<u8>>(), file in any::<Vec<u8>>()) {
        let mut desk = begin("");
        desk.take(&words, vec![file], &mut |_| ());
    }
}
