//! One entry for each anniversary, whatever its wordings.
//!
//! A mention belongs to whose day it is ([`Subject`]) and to a founding year. A year alone joins
//! the day that is stated for that year; a count that is off by one joins it with a doubt. Nothing
//! else is merged: two foundings of one name stand side by side, each with its source.

use std::collections::{BTreeMap, BTreeSet};

use calendar::PartialDate;
use model::article::{Article, Doubt, DoubtKind};
use model::chronicle::{Anniversary, AnniversaryKind, AnniversaryMention, Scope, SubjectRef};
use model::known::{Evidence, Known, Status};
use model::unit::UnitId;

use super::mention::{Ids, fact, mention, words};
use super::{Options, Statement};
use crate::Facts;
use crate::anniversary::{FoundAnniversary, Subject};

/// A count may be off by one year and still mean the stated day of a national anniversary.
const OFF_BY: i32 = 1;

/// Whose day it is across the archive.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Identity {
    /// Birth and death of one person are two days.
    life: Option<bool>,
    subject: Subject,
    /// Whose own day, when the subject does not tell.
    whose: Option<Whose>,
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Whose {
    Unit(UnitId),
    Article(usize),
}

/// A mention with the article it is in.
struct Placed<'a> {
    article: usize,
    found: &'a FoundAnniversary,
}

/// Resolves the anniversaries of the archive and tells every article its mentions and doubts.
pub(super) fn gather(
    articles: &mut [Article],
    facts: &[Facts],
    options: &Options,
) -> Vec<Anniversary> {
    let mut groups: BTreeMap<Identity, Vec<Placed<'_>>> = BTreeMap::new();
    for (at, (article, facts)) in articles.iter().zip(facts).enumerate() {
        for (identity, found) in identities(at, article, &facts.anniversaries) {
            groups.entry(identity).or_default().push(Placed { article: at, found });
        }
    }
    join_local(&mut groups);
    let mut ids = Ids::default();
    let mut entries: Vec<(Anniversary, Vec<Placed<'_>>)> = groups
        .into_iter()
        .flat_map(|(identity, placed)| {
            by_founding(&identity, placed).into_iter().map(move |placed| (identity.clone(), placed))
        })
        .filter_map(|(identity, placed)| {
            let entry = entry(articles, &identity, &placed, &mut ids)?;
            Some((entry, placed))
        })
        .collect();
    entries.sort_by(|(a, _), (b, _)| (a.founding.value, &a.id).cmp(&(b.founding.value, &b.id)));
    for (entry, placed) in &mut entries {
        state(entry, &options.statements);
        tell(articles, entry, placed);
    }
    entries.into_iter().map(|(entry, _)| entry).collect()
}

/// The mentions of one article with whose days they are. A mention that names nobody is of the
/// one named anniversary of the same founding year, if the article has just one.
fn identities<'a>(
    at: usize,
    article: &Article,
    found: &'a [FoundAnniversary],
) -> Vec<(Identity, &'a FoundAnniversary)> {
    let different = different(found);
    found
        .iter()
        .map(|mention| {
            let subject = meant(mention, &different);
            let own = matches!(subject, Subject::Own(_));
            let whose = own.then(|| whose(at, article, &subject));
            (Identity { life: meant_life(mention, &different), subject, whose }, mention)
        })
        .collect()
}

/// One of each kind of mention: an article that repeats itself tells no more.
fn different(found: &[FoundAnniversary]) -> Vec<&FoundAnniversary> {
    let mut seen = BTreeSet::new();
    let mut different = Vec::new();
    for mention in found {
        let stated = mention.founding.as_ref().map(|founding| founding.status);
        let tells = (&mention.subject, year(mention), stated, mention.claimed_years);
        if seen.insert((tells, life(mention.kind))) {
            different.push(mention);
        }
    }
    different
}

fn life(kind: AnniversaryKind) -> Option<bool> {
    match kind {
        AnniversaryKind::Birth => Some(true),
        AnniversaryKind::Death => Some(false),
        _ => None,
    }
}

/// "kỷ niệm 110 năm Tổng Bí thư …" says not of what; where the same article says it of the same
/// year and name, it is that.
fn meant_life(mention: &FoundAnniversary, all: &[&FoundAnniversary]) -> Option<bool> {
    if mention.kind != AnniversaryKind::Event {
        return life(mention.kind);
    }
    let same = |other: &&FoundAnniversary| {
        other.subject == mention.subject && year(other).is_some() && year(other) == year(mention)
    };
    all.iter().copied().filter(same).find_map(|other| life(other.kind))
}

fn year(found: &FoundAnniversary) -> Option<i32> {
    found.founding.as_ref().map(|founding| founding.date.year())
}

/// Whose day a mention means, seen with the others of its article.
fn meant(mention: &FoundAnniversary, all: &[&FoundAnniversary]) -> Subject {
    let same_day = |other: &&FoundAnniversary| {
        year(other).is_some()
            && year(other) == year(mention)
            && life(other.kind) == life(mention.kind)
    };
    match &mention.subject {
        Subject::Own(words) if !words.starts_with("từ ") => {
            let named: BTreeSet<&Subject> = all
                .iter()
                .copied()
                .filter(same_day)
                .map(|other| &other.subject)
                .filter(|subject| !matches!(subject, Subject::Own(_)))
                .collect();
            match named.first() {
                Some(only) if named.len() == 1 => (*only).clone(),
                _ => mention.subject.clone(),
            }
        }
        Subject::Named(words) => {
            let fuller =
                all.iter().copied().filter(same_day).filter(|other| is_fuller(other, mention));
            let names = fuller.filter_map(|other| match &other.subject {
                Subject::Named(more) => Some(more),
                _ => None,
            });
            Subject::Named(names.max_by_key(|more| more.len()).unwrap_or(words).clone())
        }
        subject => subject.clone(),
    }
}

/// Whether another mention of the same founding year names the same day more fully: "Quang Trung"
/// is short for "Trường Quang Trung"; and of a day that is stated with the same count, a wording
/// with mostly the same words is another.
fn is_fuller(other: &FoundAnniversary, mention: &FoundAnniversary) -> bool {
    let (Subject::Named(more), Subject::Named(words)) = (&other.subject, &mention.subject) else {
        return false;
    };
    let inside = format!(" {more} ").contains(&format!(" {words} "));
    let stated = |found: &FoundAnniversary| {
        found.founding.as_ref().is_some_and(|founding| founding.status == Status::Stated)
    };
    let alike = || {
        let known: BTreeSet<&str> = more.split(' ').collect();
        let all = words.split(' ').count();
        let shared = words.split(' ').filter(|word| known.contains(word)).count();
        all >= 3 && shared * 4 >= all * 3
    };
    inside
        || (stated(other)
            && !stated(mention)
            && other.claimed_years == mention.claimed_years
            && alike())
}

/// The owner of a day that names nobody: the article's unit where the words fit it ("huyện" in an
/// article of a huyện; "từ thị trấn" of whatever unit), else only this article's.
fn whose(at: usize, article: &Article, subject: &Subject) -> Whose {
    let Subject::Own(words) = subject else { return Whose::Article(at) };
    let noun = subject.slug();
    match &article.unit {
        Some(unit)
            if words.starts_with("từ ")
                || (!noun.is_empty() && unit.value.as_str().starts_with(&format!("{noun}-"))) =>
        {
            Whose::Unit(unit.value.clone())
        }
        _ => Whose::Article(at),
    }
}

/// "ngành Tuyên giáo tỉnh …" is the national day where the founding years agree.
fn join_local(groups: &mut BTreeMap<Identity, Vec<Placed<'_>>>) {
    let local: Vec<(Identity, usize)> = groups
        .keys()
        .filter_map(|identity| match identity.subject {
            Subject::Local(day, _) => Some((identity.clone(), day)),
            _ => None,
        })
        .collect();
    for (identity, day) in local {
        let national = Identity { subject: Subject::National(day), ..identity.clone() };
        let Some(years) = groups.get(&national).map(|placed| {
            placed.iter().filter_map(|placed| year(placed.found)).collect::<BTreeSet<_>>()
        }) else {
            continue;
        };
        let Some(placed) = groups.remove(&identity) else { continue };
        let (same, other): (Vec<_>, Vec<_>) = placed
            .into_iter()
            .partition(|placed| year(placed.found).is_some_and(|year| years.contains(&year)));
        groups.entry(national).or_default().extend(same);
        if !other.is_empty() {
            groups.insert(identity, other);
        }
    }
}

/// Splits the mentions of one name by founding date.
fn by_founding<'a>(identity: &Identity, placed: Vec<Placed<'a>>) -> Vec<Vec<Placed<'a>>> {
    let date = |placed: &Placed<'_>| placed.found.founding.as_ref().map(|f| f.date);
    let mut dates: BTreeSet<PartialDate> = placed.iter().filter_map(date).collect();
    // A year alone has an entry of its own only where no day or month of it is stated.
    let fuller: BTreeSet<i32> =
        dates.iter().filter(|d| d.month().is_some()).map(|d| d.year()).collect();
    dates.retain(|date| date.month().is_some() || !fuller.contains(&date.year()));
    let stated: BTreeSet<PartialDate> = placed
        .iter()
        .filter(|placed| placed.found.founding.as_ref().is_some_and(|f| f.status == Status::Stated))
        .filter_map(date)
        .collect();
    let national = matches!(identity.subject, Subject::National(_));
    if national && !stated.is_empty() {
        dates.retain(|date| stated.contains(date) || near(&stated, *date).is_none());
    }
    let home = |placed: &Placed<'_>| -> Option<PartialDate> {
        let Some(date) = date(placed) else {
            return (dates.len() == 1).then(|| dates.first().copied()).flatten();
        };
        dates
            .get(&date)
            .or_else(|| dates.iter().find(|other| other.year() == date.year()))
            .copied()
            .or_else(|| near(&dates, date))
    };
    let mut split: BTreeMap<PartialDate, Vec<Placed<'a>>> = BTreeMap::new();
    for placed in placed {
        if let Some(date) = home(&placed) {
            split.entry(date).or_default().push(placed);
        }
    }
    split.into_values().collect()
}

/// The date of `dates` that a derived year is off by one from.
fn near(dates: &BTreeSet<PartialDate>, date: PartialDate) -> Option<PartialDate> {
    dates.iter().find(|other| (other.year() - date.year()).abs() <= OFF_BY).copied()
}

fn entry(
    articles: &[Article],
    identity: &Identity,
    placed: &[Placed<'_>],
    ids: &mut Ids,
) -> Option<Anniversary> {
    let (source, founding) = placed
        .iter()
        .filter_map(|placed| Some((placed, placed.found.founding.as_ref()?)))
        .min_by_key(|(_, founding)| {
            let vague = (founding.date.day().is_none(), founding.date.month().is_none());
            (vague, founding.status)
        })?;
    let names = names(articles, placed);
    let kind = kind(placed);
    let article = &articles[source.article];
    let evidence = Evidence::Text {
        article: article.id.clone(),
        at: source.found.at,
        quote: words(article, source.found.sentence),
    };
    Some(Anniversary {
        id: ids.take(&identifier(articles, identity, founding.date, kind)),
        kind,
        name: names.first()?.clone(),
        names,
        founding: Known {
            value: founding.date,
            status: founding.status,
            rule: Some(founding.rule.clone()),
            source: Some(evidence),
        },
        scope: scope(identity),
        valid_to: None,
        notes: Vec::new(),
        mentions: placed
            .iter()
            .map(|placed| AnniversaryMention {
                mention: mention(&articles[placed.article], placed.found.at, placed.found.sentence),
                claimed_years: placed.found.claimed_years,
                occasion_year: placed.found.occasion_year,
            })
            .collect(),
    })
}

/// "1930-10-15-dan-van"; a day that names nobody is told apart by whose it is.
fn identifier(
    articles: &[Article],
    identity: &Identity,
    founding: PartialDate,
    kind: AnniversaryKind,
) -> String {
    let owner = match &identity.whose {
        Some(Whose::Unit(unit)) => unit.to_string(),
        Some(Whose::Article(at)) => viet::fold_slug(articles[*at].id.as_str()),
        None => String::new(),
    };
    let kind = match kind {
        AnniversaryKind::Birth => "ngay-sinh",
        AnniversaryKind::Death => "ngay-mat",
        AnniversaryKind::Founding if identity.whose.is_some() => "thanh-lap",
        _ => "",
    };
    let parts = [founding.to_string(), kind.to_owned(), identity.subject.slug(), owner];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-")
}

/// The names as printed, once each, the fullest first.
fn names(articles: &[Article], placed: &[Placed<'_>]) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    let mut seen = BTreeSet::new();
    for placed in placed {
        let name = words(&articles[placed.article], placed.found.name);
        if !name.is_empty() && seen.insert(viet::canonical(&name)) {
            names.push(name);
        }
    }
    // What is set in capitals is a heading's, and comes last.
    let capitals = |name: &str| !name.chars().any(char::is_lowercase);
    names.sort_by_key(|name| (capitals(name), std::cmp::Reverse(name.split(' ').count())));
    names
}

/// What most mentions say is remembered; of two said equally often, the one said first.
fn kind(placed: &[Placed<'_>]) -> AnniversaryKind {
    let count = |kind| placed.iter().filter(|placed| placed.found.kind == kind).count();
    let mut kind = AnniversaryKind::Event;
    let mut most = 0;
    for placed in placed {
        let said = count(placed.found.kind);
        if said > most {
            (kind, most) = (placed.found.kind, said);
        }
    }
    kind
}

fn scope(identity: &Identity) -> Scope {
    match (&identity.subject, &identity.whose) {
        (Subject::National(_), _) => Scope::National,
        (_, Some(Whose::Unit(unit))) => Scope::Unit(unit.clone()),
        _ => Scope::Unknown,
    }
}

/// Adds what the publisher states.
fn state(entry: &mut Anniversary, statements: &[Statement]) {
    for statement in statements {
        let named = |name: &str| viet::fold(name) == viet::fold(&statement.name);
        if entry.id == statement.name || entry.names.iter().any(|name| named(name)) {
            entry.valid_to = statement.valid_to.or(entry.valid_to);
            entry.notes.extend(statement.note.clone());
        }
    }
}

/// Tells each article what it mentions, and where the years it claims do not fit.
fn tell(articles: &mut [Article], entry: &Anniversary, placed: &[Placed<'_>]) {
    for (placed, told) in placed.iter().zip(&entry.mentions) {
        let article = &mut articles[placed.article];
        article.mentions.push(fact(SubjectRef::Anniversary(entry.id.clone()), &told.mention));
        let computed = told.occasion_year.map(|year| year - entry.founding.value.year());
        let computed = computed.and_then(|years| u16::try_from(years).ok());
        if let (Some(claimed), Some(computed)) = (told.claimed_years, computed)
            && claimed != computed
        {
            let kind = DoubtKind::YearsDisagree { claimed, computed };
            article.doubts.push(Doubt { kind, at: told.mention.at });
        }
    }
}
