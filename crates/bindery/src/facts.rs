//! Facts of all articles, as the publisher wants them shown.

use chronicle::{Options, Statement};
use model::Article;
use model::chronicle::{Chronicle, Note};
use model::days::ReferenceDay;
use model::telling::Tellings;

use crate::config::{self, ArchiveConfig};
use crate::parallel;
use crate::problem::{Problem, What};

/// Finds the facts of articles in order, and marks each article's mentions and doubts. The reference
/// calendar is added, as the publisher wants it.
pub(crate) fn find(
    articles: &mut [Article],
    config: &ArchiveConfig,
    problems: &mut Vec<Problem>,
) -> (Chronicle, Tellings) {
    let facts = parallel::map(articles, chronicle::extract);
    let options = Options {
        people: config.people.index,
        removed_names: config.people.removed.clone(),
        statements: config.anniversaries.iter().map(statement).collect(),
    };
    let chronicle = chronicle::gather(articles, &facts, &options);
    for remark in &config.anniversaries {
        let name = viet::fold(&remark.name);
        let known = chronicle.anniversaries.iter().any(|anniversary| {
            anniversary.id == remark.name
                || anniversary.names.iter().any(|other| viet::fold(other) == name)
        });
        if !known {
            let what = What::NoSuchAnniversary { name: remark.name.clone() };
            problems.push(Problem::warning(config::FILE, Some(remark.line), what));
        }
    }
    let mut tellings = chronicle::tell(articles, &facts, &options);
    tellings.reference = reference(config);
    (chronicle, tellings)
}

/// The days of reference by place in the year: those of the archive stand for a national one of the
/// same id.
fn reference(config: &ArchiveConfig) -> Vec<ReferenceDay> {
    let own = &config.reference;
    let national = if config.reference_calendar { chronicle::reference_days() } else { Vec::new() };
    let is_new = |day: &ReferenceDay| own.iter().all(|other| other.id != day.id);
    let mut days: Vec<ReferenceDay> = national.into_iter().filter(is_new).collect();
    days.extend(own.iter().cloned());
    days.sort_by(|a, b| (a.day, &a.id).cmp(&(b.day, &b.id)));
    days
}

fn statement(remark: &config::Remark) -> Statement {
    let note = remark.note.clone().zip(remark.source.clone());
    Statement {
        name: remark.name.clone(),
        valid_to: remark.valid_to,
        note: note.map(|(text, source)| Note { text, source }),
    }
}
