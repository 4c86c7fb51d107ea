//! Other articles that have something to do with this one, each with what.

use model::ArticleId;
use model::chronicle::SubjectRef;
use yew::prelude::*;

use crate::annals::related::{Circle, Related, Tie, compare};
use crate::beside::Beside;
use crate::components::{date, status};
use crate::hooks::{Absent, Archive, Asked};
use crate::i18n;
use crate::markup::html;
use crate::pages::subjects;
use crate::route::Route;

/// So many are shown.
const MOST: usize = 5;

/// So many are looked at.
const CANDIDATES: usize = 12;

/// Of so many things the tellers are asked for: each may be a file of its own.
const SUBJECTS: usize = 4;

/// The list; nothing where nothing is related, and nothing until all of it is known, so that it does not
/// grow under a reader's eyes.
pub(super) fn related(beside: &Beside<'_>) -> Html {
    let found = find(beside).unwrap_or_default();
    if found.is_empty() {
        return Html::default();
    }
    let says = &i18n::beside::beside(beside.messages).reading;
    html! {
        <section class="section related" aria-labelledby="lien-quan">
            <h2 class="section-title" id="lien-quan">{ says.related }</h2>
            <ul class="entries">{ for found.iter().map(|found| entry(beside, found)) }</ul>
        </section>
    }
}

fn find(beside: &Beside<'_>) -> Asked<Vec<Related>> {
    let archive: &Archive = beside.archive;
    let mut circle = Circle::of(archive.order()?, beside.ordinal);
    let told = subjects(archive, beside.article);
    // Persons tie nothing: officials are at every meeting.
    let told = told
        .into_iter()
        .filter(|of| !matches!(of, SubjectRef::Unit(_) | SubjectRef::Official(_)))
        .take(SUBJECTS);
    // All is asked for at once, and then waited for.
    let tellers: Vec<(&SubjectRef, Asked<Vec<u32>>)> =
        told.map(|of| (of, tellers(archive, of))).collect();
    for (of, articles) in tellers {
        match articles {
            Ok(articles) => circle.tell(of, articles),
            Err(Absent::Waiting) => return Err(Absent::Waiting),
            // What is lost is told elsewhere; the rest goes on.
            Err(Absent::Lost | Absent::Unknown) => {}
        }
    }
    let one = archive.at(beside.ordinal)?;
    let candidates = circle.best(CANDIDATES);
    let asked: Vec<_> =
        candidates.into_iter().map(|found| (archive.at(found.ordinal), found)).collect();
    if asked.iter().any(|(summary, _)| matches!(summary, Err(Absent::Waiting))) {
        return Err(Absent::Waiting);
    }
    let others = asked.into_iter().filter_map(|(summary, found)| Some((found, summary.ok()?)));
    Ok(compare(one, others.collect(), MOST))
}

/// The articles that tell of a thing.
fn tellers(archive: &Archive, of: &SubjectRef) -> Asked<Vec<u32>> {
    let ids: Vec<&ArticleId> = match of {
        SubjectRef::Anniversary(id) => archive
            .anniversary(id)?
            .into_iter()
            .flat_map(|entry| entry.mentions.iter().map(|mention| &mention.mention.article))
            .collect(),
        SubjectRef::Programme(id) => archive
            .programme(id)?
            .into_iter()
            .flat_map(|entry| entry.mentions.iter().map(|mention| &mention.mention.article))
            .collect(),
        SubjectRef::Directive(id) => archive
            .directive(id)?
            .into_iter()
            .flat_map(|entry| entry.mentions.iter().map(|mention| &mention.article))
            .collect(),
        SubjectRef::Official(_) | SubjectRef::Unit(_) => Vec::new(),
    };
    // The latest are at the end; a day that everybody writes of has thousands.
    let mut found: Vec<u32> = Vec::new();
    for id in ids.into_iter().rev().take(LATEST) {
        match archive.ordinal(id) {
            Ok(ordinal) => found.push(ordinal),
            Err(Absent::Waiting) => return Err(Absent::Waiting),
            Err(Absent::Lost | Absent::Unknown) => {}
        }
    }
    Ok(found)
}

/// So many mentions of a thing are looked at.
const LATEST: usize = 200;

fn entry(beside: &Beside<'_>, found: &Related) -> Html {
    let Beside { messages, archive, .. } = beside;
    let Ok(summary) = archive.at(found.ordinal) else { return Html::default() };
    let href = Route::article(&summary.id, &summary.title).href();
    let why = reasons(beside, &found.ties);
    html! {
        <li key={found.ordinal} class="entry">
            <h3 class="entry-title"><a {href} lang="vi">{ &summary.title }</a></h3>
            <p class="entry-meta">
                if let Some((when, how)) = summary.listed() {
                    <span>{ date(messages, when) }{ " " }{ status(messages, how) }</span>
                }
                <span class="related-why">{ why.join(" · ") }</span>
            </p>
        </li>
    }
}

/// Why, in words; what both tell of in one breath.
fn reasons(beside: &Beside<'_>, ties: &[Tie]) -> Vec<String> {
    let says = &i18n::beside::beside(beside.messages).reading;
    let names = ties.iter().filter_map(|tie| match tie {
        Tie::Subject(of) => beside.archive.subject_name(of).ok(),
        _ => None,
    });
    let names: Vec<&str> = names.collect();
    let mut why: Vec<String> = ties.iter().filter_map(|tie| reason(beside, tie)).collect();
    if !names.is_empty() {
        let at = ties.iter().take_while(|tie| !matches!(tie, Tie::Subject(_) | Tie::Unit)).count();
        why.insert(at.min(why.len()), (says.same_subject)(&names.join(", ")));
    }
    why
}

/// Why, in words, where it is no thing that both tell of.
fn reason(beside: &Beside<'_>, tie: &Tie) -> Option<String> {
    let Beside { messages, archive, article, .. } = beside;
    let says = &i18n::beside::beside(messages).reading;
    Some(match tie {
        Tie::Title => says.same_title.to_owned(),
        Tie::Event(day) => (says.same_event)(&(messages.dates.day)(day.day()?)),
        Tie::Subject(_) => return None,
        Tie::Unit => {
            let unit = article.unit.as_ref()?;
            (says.same_unit)(&archive.unit(unit.value.as_str())?.name)
        }
    })
}
