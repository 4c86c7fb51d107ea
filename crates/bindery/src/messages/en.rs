//! English.

use std::fmt::Write as _;

use model::Status;
use model::article::DoubtKind;
use units::RegistryFault;
use units::registry::FaultKind;

use super::{Lang, hundredth, is_light, shown, size};
use crate::config::edit::NotWritten;
use crate::problem::{Expected, Instead, LogoFault, SettingFault, What};
use crate::report::{ArticleReport, Field, Report};

/// What is wrong and what to do.
pub(super) fn what(what: &What) -> String {
    match what {
        What::Setting(fault) => setting(fault),
        What::Unit(fault) => unit(fault),
        What::Import(kind) => kind.to_string(),
        What::NotASet(error) => error.to_string(),
        What::Packed => {
            "this is a packed bundle, not a hand-written set: open it in the viewer, or use \
                         inspect"
                .to_owned()
        }
        What::Set(problem) => problem.to_string(),
        What::SameId { id, other } => format!(
            "the id `{id}` is that of {other}, so this article is left out: remove one file, or give one \
             an `id` of its own in archive.toml under [articles.\"file name\"]"
        ),
        What::SameName { other } => format!(
            "the file has the name of {other}, so this article's id comes from its whole path; it is in \
             the archive: give it an `id` of its own in archive.toml under [articles.\"file name\"] if the \
             file will move to another folder"
        ),
        What::AliasTaken { id } => format!(
            "the old id `{id}` is another article's now; old links will open that one: drop it from \
             `old_ids`"
        ),
        What::NoSuchArticle { name } => format!(
            "there is no file articles/{name}: correct the name under [articles], or remove the entry"
        ),
        What::NoSuchUnit { unit } => format!(
            "no unit has the id `{unit}`; the article's unit stays unknown: define it under [[units]], or \
             correct the id"
        ),
        What::AmbiguousPlace { words, places, mentions, articles } => format!(
            "“{words}” ({}) may be {}; nothing says which, so it is tied to no unit: if you know, give \
             the article's `unit` in [articles.\"file name\"]",
            standing(*mentions, *articles),
            places.join(" or ")
        ),
        What::UnknownPlace { words, mentions, articles } => format!(
            "“{words}” ({}) is neither in the archive nor on the official lists: if there is such a \
             place, add it under [[units]], or to the `aliases` of the unit that is called so; if the \
             article misprints it, leave it",
            standing(*mentions, *articles)
        ),
        What::MorePlaces { names, unknown: true } => {
            format!(
                "{names} more names of places are neither in the archive nor on the official lists"
            )
        }
        What::MorePlaces { names, unknown: false } => {
            format!("{names} more names may mean several places")
        }
        What::NoArticles => "there are no articles: put article files into articles/".to_owned(),
        What::NoSuchAnniversary { name } => format!(
            "no article mentions an anniversary “{name}”: use its id, or a name as the articles print it"
        ),
        What::Undated => {
            "no known day: the page prints no day of publication and the text none of \
                          its event, so it stands last; give `published` in archive.toml under \
                          [articles.\"file name\"]"
                .to_owned()
        }
        What::NoUnit => {
            "no known unit: give `unit` in archive.toml under [articles.\"file name\"], or \
                         define the unit by the name that the article uses"
                .to_owned()
        }
        What::Doubt(kind) => format!("{}: {}", doubt(kind), doubt_fix(kind)),
        What::FoundingsDisagree { name, founding, other, place } => format!(
            "“{name}” is founded {founding} here but {other} at {place}; both are kept with their sources: compare \
             them; two different things need nothing, an error of one article may get a note under \
             [[anniversaries]]"
        ),
        What::Picture { name, kind } => {
            format!("the picture {name} was left out, the article was not: {kind}")
        }
        What::PictureUnclear { name } => format!(
            "several files may be the article's picture {name}, so none was taken: put it into the folder \
             beside the article, under the name that the article gives"
        ),
        What::NoPicture { first, count } => format!(
            "{count} pictures of the article are not in the folder (such as {first}); the page says where \
             they are missing: copy the folder of pictures too"
        ),
        What::UnusedPictures { first, count } => format!(
            "{count} pictures that no article names were left out (such as {first}): name them in an article, \
             or remove them"
        ),
        What::NearCopy { of, share } => format!(
            "{share}% like the article in {of}: if one article was saved twice, state left_out = true for one \
             of them in archive.toml; if they are two, state distinct_from = [\"{of}\"]"
        ),
        What::OtherFormat => {
            "files of this kind are not read, so it is left out: save the article as .txt, .html, \
             .docx, .md, .csv, .json or .xml (RSS, WordPress)"
                .to_owned()
        }
        What::Unreadable { why } => {
            format!("the file cannot be read ({why}): check its permissions and the disk")
        }
    }
}

fn setting(fault: &SettingFault) -> String {
    match fault {
        SettingFault::NoFile => {
            "there is no archive.toml; the archive goes by “Kho bài chưa đặt tên”: make \
                                 the file, with at least title = \"Name\""
                .to_owned()
        }
        SettingFault::NotUtf8 => {
            "the file is not UTF-8, so no setting can be used: save it again as UTF-8".to_owned()
        }
        SettingFault::Syntax { what } => {
            format!("not TOML ({what}); what can be read is used: correct this line")
        }
        SettingFault::UnknownKey { key, meant: Some(meant) } => {
            format!("there is no setting `{key}`, so it does nothing: is `{meant}` meant?")
        }
        SettingFault::UnknownKey { key, meant: None } => {
            format!("there is no setting `{key}`, so it does nothing: check the spelling")
        }
        SettingFault::Missing { key, instead } => format!("`{key}` is missing; {}", done(instead)),
        SettingFault::Contrast { key, colour, on, hundredths, needed } => format!(
            "`{key}`: #{colour:06x} on {on} has a contrast of {} to 1 and needs {} to 1, or many cannot read it; the \
             colour stays as designed: take a {} one",
            hundredth(*hundredths, '.'),
            hundredth(*needed, '.'),
            if is_light(on) { "darker" } else { "lighter" }
        ),
        SettingFault::Logo { path, why } => {
            let why = match why {
                LogoFault::Missing => "is not there or cannot be read".to_owned(),
                LogoFault::NoPicture => {
                    "is no SVG, PNG or WebP picture as its name says".to_owned()
                }
                LogoFault::TooLarge(most) => format!("is larger than {} KB", most / 1000),
            };
            format!("the logo “{path}” {why}; the drum stays")
        }
        SettingFault::Wrong { key, expected, instead } => {
            format!("`{key}` must be {}; {}", self::expected(expected), done(instead))
        }
    }
}

fn expected(expected: &Expected) -> String {
    match expected {
        Expected::Text => "a text in quotation marks".to_owned(),
        Expected::SomeText => "a text in quotation marks that is not empty".to_owned(),
        Expected::Texts => "a list of texts, such as [\"A\", \"B\"]".to_owned(),
        Expected::Flag => "true or false".to_owned(),
        Expected::Table => "a table [...]".to_owned(),
        Expected::Tables => "a list of tables [[...]]".to_owned(),
        Expected::Date => {
            "a day, month or year that exists, such as 1930-10-15, \"1930-10\", 1930".to_owned()
        }
        Expected::AnnualDay => "a day of the year, such as \"19/4\" or \"10/3 âm lịch\"".to_owned(),
        Expected::ArticleId => "an identifier: 1 to 40 of a–z, 0–9, _".to_owned(),
        Expected::UnitId => "an identifier: 1 to 60 of a–z, 0–9, -".to_owned(),
        Expected::OneOf(words) => format!("one of: {words}"),
        Expected::Url => "an address that begins with https:// or http://".to_owned(),
        Expected::Language => "a language code such as vi".to_owned(),
        Expected::Whole(least, most) => format!("a whole number from {least} to {most}"),
        Expected::Origin => {
            "the beginning of an address without a path, such as https://phuong.example".to_owned()
        }
        Expected::Colour => "a colour such as \"#9e2a22\"".to_owned(),
        Expected::Logo => {
            "a picture beside archive.toml, such as \"logo.svg\" (also .png, .webp)".to_owned()
        }
    }
}

fn done(instead: &Instead) -> String {
    match instead {
        Instead::LeftOut => "the setting is left out".to_owned(),
        Instead::EntryLeftOut => "the whole entry is left out".to_owned(),
        Instead::Default(value) => format!("“{value}” is used for now"),
    }
}

fn unit(fault: &RegistryFault) -> String {
    let id = &fault.unit;
    match &fault.kind {
        FaultKind::DuplicateId => {
            format!("another unit has the id `{id}`; this one is left out: give it its own")
        }
        FaultKind::UnknownParent(parent) => format!(
            "unit `{id}` belongs to `{parent}`, which is not defined; `parent` is left out: define it, or \
             correct the id"
        ),
        FaultKind::ParentCycle(parent) => format!(
            "unit `{id}` belongs to `{parent}`, and going up from there leads back to `{id}`; `parent` is \
             left out: correct which is above which"
        ),
        FaultKind::EndsBeforeItBegins { from, to } => format!(
            "unit `{id}` ends ({to}) before it begins ({from}); both dates are left out: correct \
             `valid_from` or `valid_to`"
        ),
        FaultKind::UnknownHeritage(other) => format!(
            "unit `{id}` descends from or passed to `{other}`, which is not defined; the line is left \
             out: define it, or correct the id"
        ),
        FaultKind::HeritageCycle(other) => format!(
            "units `{id}` and `{other}` descend from each other; the line is left out: correct \
             `predecessors` or `successors`"
        ),
        FaultKind::SharesDisagree(other) => format!(
            "`share` between `{id}` and `{other}` differs at the two ends; the older unit's is used: make \
             them agree"
        ),
        FaultKind::CommonAlias(name) => format!(
            "“{name}” is what any unit of the kind is called; it means `{id}` only where the text has \
             named it in full: move it to `short_names`"
        ),
    }
}

/// The whole report.
/// How often a name stands.
fn standing(mentions: usize, articles: usize) -> String {
    let many = |n: usize, one: &str, more: &str| format!("{n} {}", if n == 1 { one } else { more });
    format!("{} in {}", many(mentions, "time", "times"), many(articles, "article", "articles"))
}

pub(super) fn report(report: &Report) -> String {
    let mut out = format!("{}\n", report.title);
    for article in &report.articles {
        article_lines(&mut out, article);
    }
    if !report.problems.is_empty() {
        out.push_str("\nTo look at:\n");
        for problem in &report.problems {
            let _ = writeln!(out, "  {}", super::problem(problem, Lang::En));
        }
    }
    let totals = &report.totals;
    let counts = &totals.counts;
    let _ = write!(
        out,
        "\nIn all: {} articles, {} units, {} anniversaries, {} persons, {} programmes, {} instruments; \
         {} errors, {} warnings.\nSource text {}, bundle {}.\n",
        counts.articles,
        counts.units,
        counts.anniversaries,
        totals.officials,
        totals.programmes,
        totals.directives,
        report.errors(),
        report.warnings(),
        size(counts.text_bytes, Lang::En),
        size(totals.bundle_bytes as u64, Lang::En),
    );
    out
}

fn article_lines(out: &mut String, article: &ArticleReport) {
    let name = article.file.as_deref().unwrap_or(&article.id);
    let _ = writeln!(out, "\n{name}\n  {}", article.title);
    for found in &article.found {
        let _ = writeln!(
            out,
            "  found    {:<12} {} ({})",
            format!("{}:", field(found.field)),
            shown(&found.value),
            status(found.status)
        );
    }
    if !article.missing.is_empty() {
        let missing: Vec<_> = article.missing.iter().map(|missing| field(*missing)).collect();
        let _ = writeln!(out, "  missing  {}", missing.join(", "));
    }
    let m = &article.mentions;
    let _ = writeln!(
        out,
        "  mentions {} anniversaries, {} persons, {} programmes, {} instruments, {} units",
        m.anniversaries, m.officials, m.programmes, m.directives, m.units
    );
    if article.cut_off {
        out.push_str("  note     the text in the file breaks off at the end\n");
    }
}

pub(super) fn field(field: Field) -> &'static str {
    match field {
        Field::Section => "section",
        Field::Published => "published",
        Field::Event => "event",
        Field::Crawled => "crawled",
        Field::Byline => "byline",
        Field::Unit => "unit",
        Field::Publisher => "publisher",
        Field::Views => "views",
    }
}

pub(super) fn status(status: Status) -> &'static str {
    match status {
        Status::Stated => "stated",
        Status::Inferred => "inferred",
        Status::Derived => "derived",
        Status::Reference => "reference",
    }
}

fn doubt(kind: &DoubtKind) -> String {
    match kind {
        DoubtKind::TermBeforeCongress { term, article_date, congress } => format!(
            "term {term} is cited before its congress opened ({congress}); the article is of \
             {article_date}; the text is kept as it is"
        ),
        DoubtKind::YearsDisagree { claimed, computed } => format!(
            "{claimed} years are claimed, {computed} counted from the founding; the text is kept as it is"
        ),
    }
}

/// What a clerk can do about a doubt; the text itself is never corrected.
fn doubt_fix(kind: &DoubtKind) -> &'static str {
    match kind {
        DoubtKind::TermBeforeCongress { .. } => {
            "compare with the page; if the article's day is wrong, give `published` in archive.toml"
        }
        DoubtKind::YearsDisagree { .. } => {
            "compare with the page; if the article's day is wrong, give `published`; a count printed \
             wrongly needs nothing"
        }
    }
}

pub(super) const LOST_FILE: &str = "the browser can no longer read this file; bring it in again";

pub(super) fn not_written(why: &NotWritten) -> String {
    match why {
        NotWritten::NotToml(what) => {
            format!("archive.toml is faulty ({what}), so nothing could be added: correct it first")
        }
        NotWritten::Other(key) => format!(
            "`{key}` in archive.toml is written in another way, so nothing could be added: correct it first"
        ),
        NotWritten::NoDate(typed) => format!(
            "“{typed}” is no day of the calendar: write it like 14/10/2026, 10/2026 or 2026"
        ),
        NotWritten::NoUnit(name) if name.is_empty() => "give the unit's name".to_owned(),
        NotWritten::NoUnit(name) => {
            format!("“{name}” cannot be a unit's name, or is in the list already")
        }
    }
}
