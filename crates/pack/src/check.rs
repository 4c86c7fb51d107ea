//! `bien-nien check`: the report, and no file written.

use anyhow::Result;
use bindery::messages::{self, Lang};
use bindery::problem::Problem;
use bindery::{Bound, Report, Severity, copies};
use serde_json::{Value, json};

use crate::args::Check;
use crate::progress::Progress;
use crate::says::{self, Refusal};
use crate::{Outcome, page, source};

/// Prints the report.
pub(crate) fn run(args: &Check, lang: Lang) -> Result<Outcome> {
    let report = {
        let progress = Progress::new(lang);
        let draft = source::read(&args.archive, &mut source::Cache::default(), &progress)?.draft;
        let config = draft.config.clone();
        let Bound { mut report, contents, .. } =
            bindery::bind(draft, &mut |step| progress.binding(step));
        // The desk shows them as groups; here each copy says what it is like.
        report.problems.extend(copies::problems(&contents.articles, &config));
        report
    };
    if let Some(file) = &args.html {
        let unwritable = |why| Refusal::Unwritable(file.clone(), why);
        std::fs::write(file, page::page(&report, lang)).map_err(unwritable)?;
        println!("{}", says::reported(file, &report, lang));
    } else if args.json {
        println!("{:#}", as_json(&report, lang));
    } else {
        print!("{}", messages::report(&report, lang));
    }
    Ok(outcome(&report))
}

/// Faults when something was left out.
pub(crate) fn outcome(report: &Report) -> Outcome {
    if report.errors() == 0 { Outcome::Fine } else { Outcome::WithFaults }
}

fn as_json(report: &Report, lang: Lang) -> Value {
    let problems: Vec<Value> =
        report.problems.iter().map(|problem| problem_json(problem, lang)).collect();
    json!({
        "title": report.title,
        "totals": report.totals,
        "errors": report.errors(),
        "warnings": report.warnings(),
        "articles": report.articles,
        "problems": problems,
    })
}

fn problem_json(problem: &Problem, lang: Lang) -> Value {
    json!({
        "severity": match problem.severity {
            Severity::Warning => "warning",
            Severity::Error => "error",
        },
        "code": problem.what.code(),
        "file": problem.file,
        "line": problem.line,
        "message": messages::sentence(problem, lang),
    })
}
