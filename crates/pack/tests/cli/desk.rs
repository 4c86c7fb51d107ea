//! From nothing to a site that is looked at: `new`, the report as a page, `serve`, `watch`.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};

use crate::harness::{Dir, page};

#[test]
fn a_new_archive_explains_itself_and_is_checked() {
    let dir = Dir::new();
    let args = [
        "new",
        "kho",
        "--title",
        "Tin xã Sông Lô",
        "--unit",
        "Xã Sông Lô",
        "--province",
        "Phú Thọ",
    ];
    let run = dir.run(&args);
    assert_eq!(run.code, 0, "{}", run.err);
    dir.write("kho/articles/a.txt", page("Ra quân làm thủy lợi"));
    let run = dir.run(&["check", "kho"]);
    assert_eq!(run.code, 0, "{}", run.out);
    assert!(run.out.starts_with("Tin xã Sông Lô\n"), "{}", run.out);
    // What is there is never written over.
    let before = dir.read("kho/archive.toml");
    let run = dir.run(&["new", "kho", "--title", "Khác"]);
    assert_eq!((run.code, dir.read("kho/archive.toml")), (3, before), "{}", run.err);
}

#[test]
fn a_new_archive_needs_a_title_and_a_place_that_there_is() {
    let dir = Dir::new();
    for (args, says) in [
        (&["new", "kho"][..], "không làm được: cần tên kho"),
        (
            &["new", "kho", "--title", "x", "--unit", "Xã Chẳng Có"],
            "không làm được: danh mục không có nơi nào",
        ),
        (
            &["new", "kho", "--title", "x", "--unit", "Xã Tân Tiến"],
            "không làm được: có nhiều nơi tên",
        ),
    ] {
        let run = dir.run(args);
        assert_eq!(run.code, 3);
        assert!(run.err.starts_with(says), "{}", run.err);
        assert!(!dir.path("kho").exists());
    }
}

#[test]
fn the_report_is_a_page_by_itself() {
    let dir = Dir::with_archive();
    dir.write("kho/articles/<img src=x>.txt", "");
    let run = dir.run(&["check", "kho", "--html", "ket-qua.html"]);
    assert_eq!(run.code, 1, "{}", run.err);
    let html = String::from_utf8(dir.read("ket-qua.html")).unwrap();
    assert!(html.contains("<h3 lang=\"vi\">Ra quân làm thủy lợi</h3>"), "{html}");
    assert!(html.contains("&lt;img src=x&gt;.txt</code>: tệp rỗng"), "{html}");
    for outside in ["<script", "http://", "https://", "<img", "@import"] {
        assert!(!html.contains(outside), "{outside}: {html}");
    }
}

#[test]
fn a_site_has_pages_that_need_no_viewer_and_drops_them_when_told() {
    let dir = Dir::with_archive();
    dir.write("xem/index.html", "<html>");
    let run = dir.run(&["build", "kho", "-o", "ra", "--viewer", "xem"]);
    assert_eq!(run.code, 0, "{}", run.err);
    let pages = |dir: &Dir, folder: &str| {
        let names = dir.list(folder).into_iter();
        names.filter(|name| name.starts_with("bai/") && name.ends_with("/index.html")).count()
    };
    assert_eq!(pages(&dir, "ra"), 2);
    assert!(dir.list("ra").contains(&"nguon/moi-nhat.atom".to_owned()));
    // A viewer taken from a site brings nothing of that site's archive.
    let run = dir.run(&["build", "kho", "-o", "ra2", "--viewer", "ra", "--no-pages"]);
    assert_eq!(run.code, 0, "{}", run.err);
    assert_eq!(pages(&dir, "ra2"), 0, "{:?}", dir.list("ra2"));
}

/// A program that goes on until it is ended.
struct Going(Child);

impl Drop for Going {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Starts the program and reads its lines until one names an address; the port.
fn start(dir: &Dir, args: &[&str]) -> (Going, u16, BufReader<std::process::ChildStdout>) {
    let mut child = Command::new(env!("CARGO_BIN_EXE_bien-nien"))
        .args(args)
        .current_dir(dir.path(""))
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap());
    let going = Going(child);
    loop {
        let mut line = String::new();
        assert!(lines.read_line(&mut line).unwrap() > 0, "it ended");
        if let Some((_, rest)) = line.split_once("http://127.0.0.1:") {
            let port = rest.split('/').next().unwrap().parse().unwrap();
            return (going, port, lines);
        }
    }
}

/// Head and body of an answer.
fn get(port: u16, path: &str) -> (String, Vec<u8>) {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).unwrap();
    write!(stream, "GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").unwrap();
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes).unwrap();
    let end = bytes.windows(4).position(|four| four == b"\r\n\r\n").unwrap();
    (String::from_utf8_lossy(&bytes[..end]).into_owned(), bytes[end + 4..].to_vec())
}

#[test]
fn a_site_is_served_to_this_machine_only() {
    let dir = Dir::with_archive();
    assert_eq!(dir.run(&["serve", "kho"]).code, 3, "an archive is no site");
    dir.write("xem/index.html", "<html>");
    assert_eq!(dir.run(&["build", "kho", "-o", "ra", "--viewer", "xem"]).code, 0);
    let (_going, port, _lines) = start(&dir, &["serve", "ra", "--under", "kho-bai"]);
    let (head, body) = get(port, "/kho-bai/archive.json");
    assert!(head.starts_with("HTTP/1.1 200") && head.contains("application/json"), "{head}");
    assert_eq!(body, dir.read("ra/archive.json"));
    assert!(get(port, "/kho-bai/../kho/archive.toml").0.starts_with("HTTP/1.1 404"));
    assert!(get(port, "/").0.starts_with("HTTP/1.1 404"));
}

#[test]
fn a_watched_archive_is_built_again_when_it_changes() {
    let dir = Dir::with_archive();
    dir.write("xem/index.html", "<html>");
    let (_going, port, mut lines) = start(&dir, &["watch", "kho", "-o", "ra", "--viewer", "xem"]);
    assert!(String::from_utf8(get(port, "/archive.json").1).unwrap().contains("\"articles\":2"));
    dir.write("kho/articles/c.txt", page("Gặt lúa mùa"));
    // The next build says so; it comes by itself.
    let mut line = String::new();
    while !line.contains("3 bài") {
        line.clear();
        assert!(lines.read_line(&mut line).unwrap() > 0, "it ended");
    }
    assert!(String::from_utf8(get(port, "/archive.json").1).unwrap().contains("\"articles\":3"));
}
