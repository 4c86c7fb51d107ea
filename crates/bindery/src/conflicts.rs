//! What does not fit in an archive: articles without a day or a unit, claims that the arithmetic or
//! the calendar contradicts, foundings that disagree. Each is told with its file and line; the texts
//! stay as they are.

use std::collections::BTreeMap;

use calendar::PartialDate;
use model::article::DoubtKind;
use model::chronicle::{Anniversary, AnniversaryKind, Chronicle, Scope};
use model::{Article, ArticleId};

use crate::bind;
use crate::problem::{Problem, What};
use crate::report::line;

/// Everything that does not fit, in the archive's order. Units are missed only where the publisher
/// has defined some.
pub(crate) fn find(articles: &[Article], chronicle: &Chronicle, has_units: bool) -> Vec<Problem> {
    let mut found: Vec<Problem> =
        articles.iter().flat_map(|article| alone(article, has_units)).collect();
    found.extend(foundings(articles, chronicle));
    found
}

/// What one article leaves open or says against itself.
fn alone(article: &Article, has_units: bool) -> Vec<Problem> {
    let name = bind::name(article);
    let mut found = Vec::new();
    if article.published.is_none() && article.event.is_none() {
        found.push(Problem::warning(&name, None, What::Undated));
    }
    if has_units && article.unit.is_none() {
        found.push(Problem::warning(&name, None, What::NoUnit));
    }
    for doubt in &article.doubts {
        let at = line(&article.text, doubt.at.range().start);
        let what = What::Doubt(doubt.kind.clone());
        found.push(Problem::warning(&name, Some(at), what));
    }
    found
}

/// Anniversaries of one name with several foundings: told at each but the first, with the place of
/// the first. A day of someone's own ("thành lập trường") is compared within its unit only.
fn foundings(articles: &[Article], chronicle: &Chronicle) -> Vec<Problem> {
    let mut groups: BTreeMap<(String, u8, String), Vec<&Anniversary>> = BTreeMap::new();
    for anniversary in &chronicle.anniversaries {
        let whose = match &anniversary.scope {
            Scope::National => "*".to_owned(),
            Scope::Unit(unit) => unit.to_string(),
            Scope::Unknown => String::new(),
        };
        let key = (viet::fold(&anniversary.name), life(anniversary.kind), whose);
        groups.entry(key).or_default().push(anniversary);
    }
    let by_id: BTreeMap<&ArticleId, &Article> = articles.iter().map(|a| (&a.id, a)).collect();
    let place = |anniversary: &Anniversary| {
        let told = anniversary.mentions.first()?;
        let article = by_id.get(&told.mention.article)?;
        let at = line(&article.text, told.mention.at.range().start);
        Some((bind::name(article), at))
    };
    let mut found = Vec::new();
    for group in groups.into_values().filter(|group| group.len() > 1) {
        // Without an owner, the same words in two articles may well be of two bodies.
        let own = group[0].scope == Scope::Unknown && group[0].names.iter().all(|n| is_bare(n));
        let Some((first, first_line)) = place(group[0]).filter(|_| !own) else { continue };
        for other in &group[1..] {
            if disagree(group[0].founding.value, other.founding.value)
                && let Some((name, at)) = place(other)
            {
                let what = What::FoundingsDisagree {
                    name: other.name.clone(),
                    founding: other.founding.value,
                    other: group[0].founding.value,
                    place: format!("{first}:{first_line}"),
                };
                found.push(Problem::warning(&name, Some(at), what));
            }
        }
    }
    found
}

/// "trường", "tỉnh", "thành lập": a name of no capitals says not whose.
fn is_bare(name: &str) -> bool {
    !name.chars().any(char::is_uppercase)
}

/// Birth and death of one person are two days.
fn life(kind: AnniversaryKind) -> u8 {
    match kind {
        AnniversaryKind::Birth => 1,
        AnniversaryKind::Death => 2,
        _ => 0,
    }
}

/// Whether two dates cannot be one: what both tell differs.
fn disagree(a: PartialDate, b: PartialDate) -> bool {
    a.year() != b.year()
        || matches!((a.month(), b.month()), (Some(a), Some(b)) if a != b)
        || matches!((a.day(), b.day()), (Some(a), Some(b)) if a != b)
}

/// How the doubts of a text are called by machines.
pub(crate) fn code(kind: &DoubtKind) -> &'static str {
    match kind {
        DoubtKind::TermBeforeCongress { .. } => "term-before-congress",
        DoubtKind::YearsDisagree { .. } => "years-disagree",
    }
}

#[cfg(test)]
mod tests {
    use crate::folder::{self, ArticleFile};
    use crate::messages::{self, Lang};
    use crate::{Severity, bind};

    /// The problems of an archive of articles, each a file `a.txt`, `b.txt`, … of these texts.
    fn told(settings: &str, texts: &[&str], lang: Lang) -> Vec<String> {
        let files = texts.iter().zip('a'..).map(|(text, name)| ArticleFile {
            name: format!("{name}.txt"),
            content: Ok(text.as_bytes().to_vec()),
        });
        let bound = bind(folder::read(Some(settings.as_bytes()), files), &mut |_| ());
        assert_eq!(bound.report.errors(), 0, "{:?}", bound.report.problems);
        let problems = bound.report.problems.iter();
        let warnings = problems.filter(|problem| problem.severity == Severity::Warning);
        warnings
            .map(|p| format!("{} {}", p.what.code(), messages::place(p)))
            .chain(bound.report.problems.iter().map(|p| messages::sentence(p, lang)))
            .collect()
    }

    const TITLED: &str = "title = \"Kho thử\"";

    fn check(settings: &str, texts: &[&str], expected: &[&str]) {
        for lang in [Lang::Vi, Lang::En] {
            let all = told(settings, texts, lang);
            let (places, sentences) = all.split_at(all.len() / 2);
            assert_eq!(places, expected);
            assert!(sentences.iter().all(|sentence| sentence.contains(':')), "{sentences:?}");
        }
    }

    /// A page whose lead opens so.
    fn page(opening: &str) -> String {
        format!(
            "Họp dân bàn việc làm đường\n\n{opening} cán bộ và bà con dự buổi họp bàn việc làm con đường qua chợ.\n\n\
             Bà con góp nhiều ý kiến về đoạn đường qua chợ, và mong việc sớm xong trước mùa mưa.\n"
        )
    }

    #[test]
    fn an_article_without_any_day_is_told() {
        check(TITLED, &[&page("Vừa qua,")], &["undated articles/a.txt"]);
        check(TITLED, &[&page("Sáng 5/3/2021,")], &[]);
    }

    #[test]
    fn units_are_missed_only_where_some_are_defined() {
        let settings =
            format!("{TITLED}\n[[units]]\nid = \"xa-a\"\nkind = \"xã\"\nname = \"Xã Ánh\"\n");
        check(&settings, &[&page("Sáng 5/3/2021,")], &["no-unit articles/a.txt"]);
    }

    #[test]
    fn doubts_and_foundings_that_disagree_have_their_lines() {
        let a = "Trường kỷ niệm ngày thành lập\n\nSáng 5/3/2021, cán bộ và bà con dự lễ.\n\n\
                 Lễ kỷ niệm 30 năm thành lập Trường Ánh Dương có đông bà con dự và chia vui.\n";
        let b = "Trường họp mặt\n\nSáng 6/3/2021, cán bộ và bà con dự lễ họp mặt cùng nhà trường.\n\n\
                 Lễ kỷ niệm 20 năm thành lập Trường Ánh Dương có đông bà con dự và chia vui.\n";
        check(TITLED, &[a, b], &["foundings-disagree articles/b.txt:5"]);
        let c = "Hội họp mặt\n\nSáng 5/3/2021, cán bộ và bà con dự lễ họp mặt cùng Hội Sao Mai.\n\n\
                 Lễ kỷ niệm 58 năm ngày thành lập Hội Sao Mai (4/3/1964-4/3/2021) có đông bà con dự.\n";
        check(TITLED, &[c], &["years-disagree articles/a.txt:5"]);
    }
}
