//! The report of `check` as one HTML file, to be opened, printed or mailed: no script, nothing from
//! anywhere else.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use bindery::messages::{self, Lang};
use bindery::problem::Problem;
use bindery::report::ArticleReport;
use bindery::{Report, Severity};
use data_encoding::BASE64;
use front::text::Text;
use model::bundle::digest;

use crate::says::report::{Words, words};

const STYLE: &str = include_str!("page.css");

/// The report as a page.
pub(crate) fn page(report: &Report, lang: Lang) -> String {
    let words = words(lang);
    let style = BASE64.encode(&digest::sha256(STYLE.as_bytes()));
    let mut out = String::new();
    // Writing to a String cannot fail.
    let _ = write!(
        out,
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-{style}'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{}: {}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n<h1>{}</h1>\n",
        words.code,
        words.title,
        Text(&report.title),
        Text(&report.title)
    );
    totals(&mut out, report, words);
    let of_file = by_file(report);
    general(&mut out, report, &of_file, lang);
    let _ = writeln!(out, "<h2>{}</h2>", words.articles);
    for article in &report.articles {
        let problems = article.file.as_ref().and_then(|file| of_file.get(file.as_str()));
        one(&mut out, article, problems.map_or(&[], Vec::as_slice), lang);
    }
    out.push_str("</main>\n</body>\n</html>\n");
    out
}

fn totals(out: &mut String, report: &Report, words: &Words) {
    let counts = &report.totals.counts;
    let rows = [
        (words.articles, u64::from(counts.articles)),
        (words.units, u64::from(counts.units)),
        (words.anniversaries, u64::from(counts.anniversaries)),
        (words.errors, report.errors() as u64),
        (words.warnings, report.warnings() as u64),
    ];
    out.push_str("<ul class=\"totals\">\n");
    for (label, count) in rows {
        let _ = writeln!(out, "<li><b>{count}</b> {label}</li>");
    }
    out.push_str("</ul>\n");
}

type ByFile<'a> = BTreeMap<&'a str, Vec<&'a Problem>>;

fn by_file(report: &Report) -> ByFile<'_> {
    let mut all: ByFile<'_> = BTreeMap::new();
    for problem in &report.problems {
        all.entry(&problem.file).or_default().push(problem);
    }
    all
}

/// What is not about an article that was read: settings, files left out.
fn general(out: &mut String, report: &Report, of_file: &ByFile<'_>, lang: Lang) {
    let read = |file: &str| report.articles.iter().any(|a| a.file.as_deref() == Some(file));
    let rest: Vec<&Problem> =
        of_file.iter().filter(|(file, _)| !read(file)).flat_map(|(_, of)| of).copied().collect();
    if rest.is_empty() {
        return;
    }
    let _ = writeln!(out, "<h2>{}</h2>", words(lang).general);
    list(out, &rest, true, lang);
}

fn list(out: &mut String, problems: &[&Problem], with_file: bool, lang: Lang) {
    out.push_str("<ul class=\"problems\">\n");
    for problem in problems {
        let kind = match problem.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        let place = match (with_file, problem.line) {
            (true, _) => format!("<code>{}</code>: ", Text(&messages::place(problem))),
            (false, Some(line)) => format!("{} {line}: ", words(lang).line),
            (false, None) => String::new(),
        };
        let _ = writeln!(
            out,
            "<li class=\"{kind}\"><b>{}</b> {place}{}</li>",
            messages::severity(problem.severity, lang),
            Text(&messages::sentence(problem, lang))
        );
    }
    out.push_str("</ul>\n");
}

fn one(out: &mut String, article: &ArticleReport, problems: &[&Problem], lang: Lang) {
    let words = words(lang);
    let troubled = if problems.is_empty() { "" } else { " class=\"troubled\"" };
    let name = article.file.as_deref().unwrap_or(&article.id);
    let _ = write!(
        out,
        "<article{troubled}>\n<h3 lang=\"vi\">{}</h3>\n<p class=\"file\"><code>{}</code></p>\n<dl>\n",
        Text(&article.title),
        Text(name)
    );
    for found in &article.found {
        let _ = writeln!(
            out,
            "<dt>{}</dt><dd>{} <small>{}</small></dd>",
            messages::field(found.field, lang),
            Text(&messages::shown(&found.value)),
            messages::status(found.status, lang)
        );
    }
    if !article.missing.is_empty() {
        let missing: Vec<&str> =
            article.missing.iter().map(|field| messages::field(*field, lang)).collect();
        let _ = writeln!(
            out,
            "<dt>{}</dt><dd class=\"missing\">{}</dd>",
            words.missing,
            missing.join(", ")
        );
    }
    out.push_str("</dl>\n");
    if article.cut_off {
        let _ = writeln!(out, "<p>{}</p>", words.cut_off);
    }
    if !problems.is_empty() {
        list(out, problems, false, lang);
    }
    out.push_str("</article>\n");
}
