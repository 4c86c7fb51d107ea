//! The pages of officials, programmes and directives.

use calendar::PartialDate;
use model::chronicle::RoleMention;
use yew::prelude::*;

use super::subject::{Subject, subject_page};
use crate::components::{Passage, date};
use crate::hooks::{ArchiveRef, Asked};
use crate::i18n::Messages;
use crate::i18n::annex::annex;
use crate::markup::html;
use crate::route::Route;

/// A person named with a public role.
pub fn official_page(messages: &'static Messages, archive: &ArchiveRef, id: &str) -> Html {
    let route = Route::Official { id: id.to_owned() };
    let unknown = annex(messages).subjects.no_official;
    subject_page(messages, archive, &route, unknown, official(messages, archive, id))
}

fn official(messages: &'static Messages, archive: &ArchiveRef, id: &str) -> Asked<Subject> {
    let says = &annex(messages).subjects;
    let found = archive.official(id)?;
    let held = held(found.iter().flat_map(|found| &found.roles));
    Ok(Subject {
        id: id.to_owned(),
        kicker: says.official,
        name: found[0].name.clone(),
        heading: html! { { &found[0].name } },
        lead: html! { <p class="section-note">{ says.official_note }</p> },
        body: html! {
            <section class="section">
                <h2 class="section-title">{ says.roles }</h2>
                <dl class="facts facts-wide">{ for held.iter().map(|held| role(messages, held)) }</dl>
            </section>
        },
        of: |_, archive, id| {
            let found = archive.official(id).unwrap_or_default();
            let roles = found.iter().flat_map(|found| &found.roles);
            roles.map(|role| Passage { mention: &role.mention, remark: None }).collect()
        },
    })
}

/// A role as printed, over the days of the articles that print it.
#[derive(Clone, Debug, PartialEq)]
struct Held<'a> {
    role: Option<&'a str>,
    first: Option<PartialDate>,
    last: Option<PartialDate>,
    articles: usize,
}

/// The roles in order of their articles' days, each once for as long as no other is printed between.
/// Mentions without a role are told only of people who have none.
fn held<'a>(roles: impl Iterator<Item = &'a RoleMention>) -> Vec<Held<'a>> {
    let mut roles: Vec<&RoleMention> = roles.collect();
    if roles.iter().any(|mention| mention.role.is_some()) {
        roles.retain(|mention| mention.role.is_some());
    }
    roles.sort_by_key(|mention| (mention.on.is_none(), mention.on));
    let mut held: Vec<Held> = Vec::new();
    let mut before = None;
    for mention in roles {
        let (role, on) = (mention.role.as_deref(), mention.on);
        let article = &mention.mention.article;
        // One article may print several roles of one person: each keeps its row.
        let same = |row: &&mut Held| row.role == role && row.first.is_some() == on.is_some();
        match held.iter_mut().rev().take(2).find(same) {
            Some(row) => {
                row.last = on;
                row.articles += usize::from(before != Some(article));
            }
            None => held.push(Held { role, first: on, last: on, articles: 1 }),
        }
        before = Some(article);
    }
    held
}

fn role(messages: &Messages, held: &Held<'_>) -> Html {
    let says = &annex(messages).subjects;
    let when = match (held.first, held.last) {
        (Some(first), Some(last)) if first != last => {
            html! { <>{ date(messages, first) }{ " – " }{ date(messages, last) }</> }
        }
        (Some(on), _) => date(messages, on),
        _ => html! { { says.undated } },
    };
    html! {
        <div class="fact">
            <dt>{ when }</dt>
            <dd>
                <span lang="vi">{ held.role.unwrap_or(says.no_role) }</span>
                if held.articles > 1 {
                    <span class="row-note">{ " · " }{ (annex(messages).told.articles)(held.articles) }</span>
                }
            </dd>
        </div>
    }
}

/// A programme and where it is mentioned.
pub fn programme_page(messages: &'static Messages, archive: &ArchiveRef, id: &str) -> Html {
    let route = Route::Programme { id: id.to_owned() };
    let unknown = annex(messages).subjects.no_programme;
    subject_page(messages, archive, &route, unknown, programme(messages, archive, id))
}

fn programme(messages: &'static Messages, archive: &ArchiveRef, id: &str) -> Asked<Subject> {
    let says = &annex(messages).subjects;
    let found = archive.programme(id)?;
    let mentions = found.iter().flat_map(|found| &found.mentions);
    let mut periods: Vec<(i32, i32)> = mentions.filter_map(|mention| mention.period).collect();
    periods.sort_unstable();
    periods.dedup();
    let periods: Vec<String> =
        periods.into_iter().map(|(from, to)| (says.period)(from, to)).collect();
    Ok(Subject {
        id: id.to_owned(),
        kicker: says.programme,
        name: found[0].name.clone(),
        heading: html! { <>{ "“" }{ &found[0].name }{ "”" }</> },
        lead: html! {
            if !periods.is_empty() {
                <p class="page-lead">{ says.periods }{ ": " }{ periods.join(", ") }</p>
            }
        },
        body: Html::default(),
        of: |messages, archive, id| {
            let told = |(from, to)| (annex(messages).subjects.period)(from, to);
            let found = archive.programme(id).unwrap_or_default();
            let mentions = found.iter().flat_map(|found| &found.mentions);
            let passage =
                |mention: &'_ model::chronicle::ProgrammeMention| mention.period.map(told);
            mentions
                .map(|mention| Passage { mention: &mention.mention, remark: passage(mention) })
                .collect()
        },
    })
}

/// A cited instrument and where it is cited.
pub fn directive_page(messages: &'static Messages, archive: &ArchiveRef, id: &str) -> Html {
    let route = Route::Directive { id: id.to_owned() };
    let unknown = annex(messages).subjects.no_directive;
    subject_page(messages, archive, &route, unknown, directive(messages, archive, id))
}

fn directive(messages: &'static Messages, archive: &ArchiveRef, id: &str) -> Asked<Subject> {
    let says = &annex(messages).subjects;
    let found = archive.directive(id)?;
    Ok(Subject {
        id: id.to_owned(),
        kicker: (says.directive)(found[0].kind),
        name: found[0].name.clone(),
        heading: html! { { &found[0].name } },
        lead: html! {
            if let Some(issuer) = &found[0].issuer {
                <p class="page-lead">{ says.issuer }{ ": " }<span lang="vi">{ issuer }</span></p>
            }
        },
        body: Html::default(),
        of: |_, archive, id| {
            let found = archive.directive(id).unwrap_or_default();
            let mentions = found.iter().flat_map(|found| &found.mentions);
            mentions.map(|mention| Passage { mention, remark: None }).collect()
        },
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(printed: &[(&str, Option<&str>, Option<&str>)], expected: &[(&str, &str, usize)]) {
        let mention = |(article, role, on): &(&str, Option<&str>, Option<&str>)| {
            serde_json::from_value::<RoleMention>(serde_json::json!({
                "article": article, "at": [0, 1], "wording": "", "sentence": [0, 1], "quote": "",
                "role": role, "on": on,
            }))
            .unwrap()
        };
        let roles: Vec<RoleMention> = printed.iter().map(mention).collect();
        let told: Vec<(String, String, usize)> = held(roles.iter())
            .iter()
            .map(|held| {
                let write = |day: Option<PartialDate>| day.map(|day| day.to_string());
                let days = [write(held.first), write(held.last)].map(Option::unwrap_or_default);
                (held.role.unwrap_or("-").to_owned(), days.join(".."), held.articles)
            })
            .collect();
        let expected: Vec<_> =
            expected.iter().map(|(a, b, n)| ((*a).to_owned(), (*b).to_owned(), *n)).collect();
        assert_eq!(told, expected);
    }

    #[test]
    fn a_role_over_the_days_that_print_it() {
        check(
            &[
                ("b", Some("Bí thư"), Some("2020-10-09")),
                ("a", Some("Phó Bí thư"), Some("2015")),
                ("c", Some("Bí thư"), Some("2021")),
                ("c", Some("Bí thư"), Some("2021")),
                ("c", None, Some("2021")),
            ],
            &[("Phó Bí thư", "2015..2015", 1), ("Bí thư", "2020-10-09..2021", 2)],
        );
        check(&[("a", None, None)], &[("-", "..", 1)]);
        check(
            &[("a", Some("Bí thư"), Some("2020")), ("b", Some("Bí thư"), None)],
            &[("Bí thư", "2020..2020", 1), ("Bí thư", "..", 1)],
        );
    }
}
