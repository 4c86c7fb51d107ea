//! `bien-nien extract`: what articles tell, for a machine to read: JSON lines in, JSON lines out.
//!
//! | in | |
//! |---|---|
//! | `id` | any value; given back |
//! | `title` | may be absent |
//! | `text` | each line is a paragraph |
//! | `known_date` | YYYY-MM-DD, when it was published, where that is known from elsewhere |
//!
//! | out | |
//! |---|---|
//! | `id` | |
//! | `anniversaries` | `founding` (YYYY-MM-DD or YYYY), `years` as the text claims, `kind`, `name`, `quote` |
//! | `event_date`, `published` | YYYY-MM-DD or null |
//! | `officials` | `name`, `role`, `quote` |
//!
//! Each line is read alone, as an archive of one article, by the code that packs archives.

use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, Write};
use std::ops::Range;
use std::path::Path;
use std::thread;

use anyhow::Result;
use bindery::messages::Lang;
use calendar::{Date, PartialDate};
use chronicle::Options;
use model::article::{Article, Block, BlockKind};
use model::chronicle::{Anniversary, Official};
use model::{Known, Span};
use serde_json::{Value, json};

use crate::Outcome;
use crate::args::Extract;
use crate::says::{self, Refusal};

/// Lines read, extracted and written at a time: some megabytes.
const BATCH: usize = 1024;

/// Why a line was left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum BadLine {
    /// It is not JSON, in the parser's words.
    NotJson(String),
    /// It is no object with a `text`.
    NoText,
    /// Its text cannot be an article.
    Unread(import::ProblemKind),
}

/// Extracts from a file, `-` for standard input, to standard output.
pub(crate) fn run(args: &Extract, lang: Lang) -> Result<Outcome> {
    let lines: Box<dyn BufRead> = if args.articles == Path::new("-") {
        Box::new(BufReader::new(io::stdin()))
    } else {
        let open = File::open(&args.articles);
        Box::new(BufReader::new(open.map_err(|why| match why.kind() {
            io::ErrorKind::NotFound => Refusal::NotThere(args.articles.clone()),
            _ => Refusal::Unreadable(args.articles.clone(), why),
        })?))
    };
    let faults = extract(lines, &mut BufWriter::new(io::stdout().lock()), |number, bad| {
        eprintln!("{}", says::bad_line(number, bad, lang));
    })
    .map_err(|why| Refusal::Unreadable(args.articles.clone(), why))?;
    Ok(if faults == 0 { Outcome::Fine } else { Outcome::WithFaults })
}

/// Writes a line for each that can be read, in order, and tells of the others by number; returns
/// how many those are.
fn extract(
    mut lines: impl BufRead,
    out: &mut impl Write,
    mut tell: impl FnMut(usize, &BadLine),
) -> io::Result<usize> {
    let (mut number, mut faults) = (0, 0);
    loop {
        let batch = batch(&mut lines)?;
        if batch.is_empty() {
            out.flush()?;
            return Ok(faults);
        }
        for facts in in_parallel(&batch) {
            number += 1;
            match facts {
                Some(Ok(facts)) => writeln!(out, "{facts}")?,
                Some(Err(bad)) => {
                    faults += 1;
                    tell(number, &bad);
                }
                None => {}
            }
        }
    }
}

/// The next lines as bytes: a line that is not UTF-8 must not end the reading.
fn batch(lines: &mut impl BufRead) -> io::Result<Vec<Vec<u8>>> {
    let mut batch = Vec::new();
    while batch.len() < BATCH {
        let mut line = Vec::new();
        if lines.read_until(b'\n', &mut line)? == 0 {
            break;
        }
        batch.push(line);
    }
    Ok(batch)
}

/// What each line tells, on all processors; `None` for an empty line.
fn in_parallel(lines: &[Vec<u8>]) -> Vec<Option<Result<Value, BadLine>>> {
    let processors = thread::available_parallelism().map_or(1, usize::from);
    let share = lines.len().div_ceil(processors).max(1);
    thread::scope(|scope| {
        let shares: Vec<_> = lines
            .chunks(share)
            .map(|lines| scope.spawn(|| lines.iter().map(|line| told(line)).collect::<Vec<_>>()))
            .collect();
        // A panic in a thread is a fault of this program: it goes on as one.
        let all = shares.into_iter().flat_map(|share| {
            share.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
        });
        all.collect()
    })
}

fn told(line: &[u8]) -> Option<Result<Value, BadLine>> {
    let line = line.trim_ascii();
    (!line.is_empty()).then(|| facts(line))
}

fn facts(line: &[u8]) -> Result<Value, BadLine> {
    let given: Value =
        serde_json::from_slice(line).map_err(|error| BadLine::NotJson(error.to_string()))?;
    let mut articles = [article(&given)?];
    let found = [chronicle::extract(&articles[0])];
    let chronicle = chronicle::gather(&mut articles, &found, &Options::default());
    let [article] = &articles;
    Ok(json!({
        "id": given["id"],
        "anniversaries": chronicle.anniversaries.iter().flat_map(anniversary).collect::<Vec<_>>(),
        "event_date": day(article.event.as_ref()),
        "published": day(article.published.as_ref()),
        "officials": chronicle.officials.iter().filter_map(official).collect::<Vec<_>>(),
    }))
}

fn day(known: Option<&Known<PartialDate>>) -> Option<String> {
    known.and_then(|known| known.value.day()).map(|day| day.to_string())
}

/// An anniversary, once for each count of years that the text claims.
fn anniversary(found: &Anniversary) -> Vec<Value> {
    let mut years: Vec<Option<u16>> =
        found.mentions.iter().map(|mention| mention.claimed_years).collect();
    years.sort_unstable();
    years.dedup();
    if years.len() > 1 {
        years.retain(Option::is_some);
    }
    let told = |years| {
        json!({
            "founding": found.founding.value.to_string(),
            "years": years,
            "kind": found.kind,
            "name": found.name,
            "quote": found.mentions.first().map(|mention| &mention.mention.quote),
        })
    };
    years.into_iter().map(told).collect()
}

fn official(found: &Official) -> Option<Value> {
    let told = found.roles.iter().find(|role| role.role.is_some());
    let role = told.or(found.roles.first())?;
    Some(json!({ "name": found.name, "role": role.role, "quote": role.mention.quote }))
}

/// The article as the importer reads it from a page with its title, its date and its lines. Every
/// line is text: a set of articles holds no furniture of a site.
fn article(given: &Value) -> Result<Article, BadLine> {
    let text = given["text"].as_str().ok_or(BadLine::NoText)?;
    let title = given["title"].as_str().unwrap_or_default().replace('\n', " ");
    let date: Option<Date> = given["known_date"].as_str().and_then(|date| date.parse().ok());
    let published = date.map_or(String::new(), |date| {
        format!("Ngày đăng: {}/{}/{}\n\n", date.day(), date.month(), date.year())
    });
    let page = format!("{title}\n\n{published}{}", text.replace('\n', "\n\n"));
    let imported = import::read("page.txt", page.as_bytes(), &import::Context::default())
        .map_err(|problem| BadLine::Unread(problem.kind))?;
    let skipped = title.len()..title.len() + 2 + published.len();
    Ok(Article { blocks: blocks(&page, &skipped), ..imported.article })
}

/// The lines of a page as blocks, the first as its title.
fn blocks(page: &str, skipped: &Range<usize>) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut at = 0;
    for line in page.split_inclusive('\n') {
        let range = at..at + line.trim_end().len();
        let kind = if at == 0 { BlockKind::Title } else { BlockKind::Paragraph };
        if !range.is_empty() && !skipped.contains(&at) {
            blocks.push(Block { kind, span: Span::new(range) });
        }
        at += line.len();
    }
    blocks
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run_on(lines: &str) -> (Vec<Value>, Vec<(usize, BadLine)>) {
        let (mut out, mut told) = (Vec::new(), Vec::new());
        let faults =
            extract(lines.as_bytes(), &mut out, |number, bad| told.push((number, bad.clone())));
        assert_eq!(faults.unwrap(), told.len());
        let out = String::from_utf8(out).unwrap();
        (out.lines().map(|line| serde_json::from_str(line).unwrap()).collect(), told)
    }

    #[test]
    fn facts_of_a_line() {
        let line = json!({
            "id": 7,
            "title": "Gặp mặt cán bộ dân vận",
            "text": "Sáng 14/10, Huyện ủy gặp mặt kỷ niệm 90 năm công tác dân vận của Đảng (15/10/1930-15/10/2020).\n\
                     Đồng chí Nguyễn Văn Ví, Bí thư Huyện ủy, dự.",
            "known_date": "2020-10-15",
        });
        let (found, told) = run_on(&format!("\n{line}\n"));
        assert_eq!(told, []);
        assert_eq!(found.len(), 1);
        let found = &found[0];
        assert_eq!(found["id"], 7);
        assert_eq!(found["published"], "2020-10-15");
        assert_eq!(found["event_date"], "2020-10-14");
        assert_eq!(found["anniversaries"][0]["founding"], "1930-10-15");
        assert_eq!(found["anniversaries"][0]["years"], 90);
        assert_eq!(found["officials"][0]["name"], "Nguyễn Văn Ví");
    }

    #[test]
    fn a_bad_line_is_named_and_the_rest_goes_on() {
        let (found, told) = run_on("{\n[]\n{\"id\":1,\"text\":\"Xã họp.\"}\n");
        assert_eq!(found.iter().map(|line| &line["id"]).collect::<Vec<_>>(), [1]);
        assert!(matches!(told[0], (1, BadLine::NotJson(_))));
        assert_eq!(told[1], (2, BadLine::NoText));
    }

    #[test]
    fn lines_keep_their_order_over_batches() {
        let lines: String = (0..2 * BATCH + 3)
            .map(|id| format!("{{\"id\":{id},\"text\":\"Xã họp.\"}}\n"))
            .collect();
        let (found, _) = run_on(&lines);
        assert!(found.iter().enumerate().all(|(at, line)| line["id"] == at));
        assert_eq!(found.len(), 2 * BATCH + 3);
    }
}
