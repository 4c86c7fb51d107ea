//! A folder served on this machine, as a good static host would: right kinds of files, the compressed
//! copies where a browser takes them, caching by name, nothing outside the folder.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::thread;

use tiny_http::{Header, Request, Response, Server, StatusCode};

/// Where the site is when nobody says otherwise; the next free port is taken when it is in use.
pub const PORT: u16 = 8080;
/// Ports tried from there on.
pub const PORTS_TRIED: u16 = 20;
/// A browser opens about six connections to one host.
const THREADS: usize = 6;

/// A place to be asked at, on this machine only.
pub struct Listener {
    server: Server,
    /// The port.
    pub port: u16,
}

/// Listens on a port, or on the next free one.
///
/// # Errors
/// The system's, when the port is in use, or all are.
pub fn listen(wanted: Option<u16>) -> io::Result<Listener> {
    let bind = |port: u16| {
        Server::http(("127.0.0.1", port))
            .map(|server| Listener { server, port })
            .map_err(|error| io::Error::new(io::ErrorKind::AddrInUse, error.to_string()))
    };
    if let Some(port) = wanted {
        return bind(port);
    }
    let mut last = io::Error::from(io::ErrorKind::AddrInUse);
    for port in PORT..PORT + PORTS_TRIED {
        match bind(port) {
            Ok(found) => return Ok(found),
            Err(error) => last = error,
        }
    }
    Err(last)
}

/// Where `under` leads: `/` at its beginning and end.
pub fn under(path: &str) -> String {
    match path.trim_matches('/') {
        "" => "/".to_owned(),
        inner => format!("/{inner}/"),
    }
}

/// Serves a folder under a path until the program ends.
pub fn serve(listener: &Listener, folder: &Path, under: &str) {
    let site = Site { folder: folder.to_owned(), under: under.to_owned() };
    thread::scope(|scope| {
        for _ in 0..THREADS {
            scope.spawn(|| {
                while let Ok(request) = listener.server.recv() {
                    site.answer(request);
                }
            });
        }
    });
}

/// The media type to send a file with.
pub fn media_type(path: &str) -> &'static str {
    match path.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" => "image/jpeg",
        "webp" => "image/webp",
        "gif" => "image/gif",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "txt" => "text/plain; charset=utf-8",
        "ics" => "text/calendar; charset=utf-8",
        "atom" => "application/atom+xml; charset=utf-8",
        "xml" => "application/xml",
        _ => "application/octet-stream",
    }
}

/// The compressed copy of a file: `a.js` and `br` → `a.js.br`.
fn beside(path: &Path, extension: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".");
    name.push(extension);
    name.into()
}

/// A folder served under a path.
struct Site {
    folder: PathBuf,
    under: String,
}

/// What a request is answered with.
#[derive(Debug, PartialEq, Eq)]
enum Answer {
    /// A file of the site, relative to it.
    File(String),
    /// Another address.
    Elsewhere(String),
    /// Nothing there.
    Nothing,
}

impl Site {
    fn answer(&self, request: Request) {
        let accepts = request
            .headers()
            .iter()
            .find(|header| header.field.equiv("Accept-Encoding"))
            .map(|header| header.value.to_string())
            .unwrap_or_default();
        let sent = match resolve(&self.under, request.url()) {
            Answer::File(path) => match open(&self.folder.join(&path), &accepts) {
                Some((file, encoding)) => request.respond(file_response(&path, file, encoding)),
                None => request.respond(nothing()),
            },
            Answer::Elsewhere(place) => {
                let response =
                    Response::empty(StatusCode(308)).with_header(header("Location", &place));
                request.respond(response)
            }
            Answer::Nothing => request.respond(nothing()),
        };
        // A reader who has gone away is no fault of the server's.
        drop(sent);
    }
}

/// From a request's address to a file.
fn resolve(under: &str, url: &str) -> Answer {
    let path = url.split(['?', '#']).next().unwrap_or_default();
    if format!("{path}/") == under {
        return Answer::Elsewhere(under.to_owned());
    }
    let Some(relative) = path.strip_prefix(under) else { return Answer::Nothing };
    let Some(relative) = unescape(relative) else { return Answer::Nothing };
    let climbs = relative.split(['/', '\\']).any(|step| step == ".." || step.contains('\0'));
    if climbs || relative.starts_with('/') {
        return Answer::Nothing;
    }
    if relative.is_empty() || relative.ends_with('/') {
        return Answer::File(format!("{relative}index.html"));
    }
    Answer::File(relative)
}

/// `%C4%91` → `đ`.
fn unescape(text: &str) -> Option<String> {
    let mut bytes = Vec::new();
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let digits = [rest.next()?, rest.next()?];
            bytes.push(u8::from_str_radix(std::str::from_utf8(&digits).ok()?, 16).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

/// The best form of a file that the browser accepts.
fn open(path: &Path, accepts: &str) -> Option<(File, Option<&'static str>)> {
    if !fs::metadata(path).ok()?.is_file() {
        return None;
    }
    let accepts: Vec<&str> = accepts
        .split(',')
        .map(|coding| coding.split(';').next().unwrap_or_default().trim())
        .collect();
    for (coding, extension) in [("br", "br"), ("gzip", "gz")] {
        if accepts.contains(&coding)
            && let Ok(file) = File::open(beside(path, extension))
        {
            return Some((file, Some(coding)));
        }
    }
    Some((File::open(path).ok()?, None))
}

fn file_response(path: &str, file: File, encoding: Option<&str>) -> Response<File> {
    let mut response = Response::from_file(file)
        .with_header(header("Content-Type", media_type(path)))
        .with_header(header("Cache-Control", caching(path)))
        .with_header(header("Vary", "Accept-Encoding"))
        .with_header(header("X-Content-Type-Options", "nosniff"));
    if let Some(encoding) = encoding {
        response = response.with_header(header("Content-Encoding", encoding));
    }
    response
}

/// What is named by its content never changes; the rest is asked for again each time.
fn caching(path: &str) -> &'static str {
    if is_named_by_content(path) { "public, max-age=31536000, immutable" } else { "no-cache" }
}

/// Whether a file's name ends in a dash or dot and at least twelve hexadecimal digits.
fn is_named_by_content(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or_default();
    name.split(['-', '.', '_']).any(|word| {
        word.len() >= 12
            && word.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'a'..=b'f'))
    })
}

fn nothing() -> Response<std::io::Cursor<Vec<u8>>> {
    Response::from_string("404\n").with_status_code(404)
}

fn header(name: &str, value: &str) -> Header {
    // Both are ours: ASCII without line breaks, which is all that could fail.
    Header::from_bytes(name, value).unwrap_or_else(|()| unreachable!("{name}: {value}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(under: &str, url: &str, expected: Answer) {
        assert_eq!(resolve(under, url), expected, "{under} {url}");
    }

    #[test]
    fn kinds() {
        assert_eq!(media_type("a/b.wasm"), "application/wasm");
        assert_eq!(media_type("index.html"), "text/html; charset=utf-8");
        assert_eq!(media_type("part.idx"), "application/octet-stream");
        assert_eq!((under(""), under("/a/b")), ("/".to_owned(), "/a/b/".to_owned()));
    }

    #[test]
    fn addresses() {
        let file = |path: &str| Answer::File(path.to_owned());
        check("/", "/", file("index.html"));
        check("/", "/a/b.js?x=1", file("a/b.js"));
        check("/", "/%C4%91.js", file("đ.js"));
        check("/a/b/", "/a/b/", file("index.html"));
        check("/a/b/", "/a/b/c.js", file("c.js"));
        check("/a/b/", "/a/b", Answer::Elsewhere("/a/b/".to_owned()));
        check("/a/b/", "/", Answer::Nothing);
        check("/a/b/", "/a/bc.js", Answer::Nothing);
        for climbing in ["/../x", "/a/../../x", "/%2e%2e/x", "//etc/passwd", "/a%00", "/%zz", "/%"]
        {
            check("/", climbing, Answer::Nothing);
        }
    }

    #[test]
    fn only_names_by_content_are_kept_for_ever() {
        for kept in
            ["start-0123456789ab.js", "parts/0123456789abcdef.bin", "a-0123456789abcdef_bg.wasm"]
        {
            assert!(caching(kept).contains("immutable"), "{kept}");
        }
        for asked in ["index.html", "archive.json", "sw.js", "early-12.js"] {
            assert_eq!(caching(asked), "no-cache", "{asked}");
        }
    }
}
