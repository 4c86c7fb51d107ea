//! Articles that have something to do with one, and what.

use calendar::PartialDate;
use model::bundle::{Order, Summary};
use model::chronicle::SubjectRef;
use viet::{Agreement, agreement};

/// What two articles have in common.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Tie {
    /// Their titles are the same, but for marks and capitals: perhaps published again.
    Title,
    /// What they report took place on one day.
    Event(PartialDate),
    /// They tell of the same thing.
    Subject(SubjectRef),
    /// They are about the same unit.
    Unit,
}

impl Tie {
    /// How much it tells of two articles that belong together.
    fn weight(&self) -> u32 {
        match self {
            Self::Title => 8,
            Self::Event(_) => 4,
            Self::Subject(_) => 2,
            Self::Unit => 1,
        }
    }
}

/// An article and its ties to another one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Related {
    /// Its number in the archive.
    pub ordinal: u32,
    /// Strongest first; never empty.
    pub ties: Vec<Tie>,
}

/// The articles around one, gathered tie by tie.
#[derive(Debug)]
pub struct Circle {
    of: u32,
    found: Vec<Related>,
    /// The days of all articles, as numbers that grow with time; `None` without a date.
    days: Vec<Option<i64>>,
    units: Vec<u32>,
}

/// So many articles of a unit, the nearest in time, are looked at: a commune's own may be thousands.
const OF_A_UNIT: usize = 12;

impl Circle {
    /// The circle of the article of an ordinal, with the articles of its unit.
    pub fn of(order: &Order, of: u32) -> Self {
        let mut days = Vec::new();
        for (date, run) in &order.dates {
            days.extend((0..*run).map(|_| date.map(|(date, _)| day_number(date))));
        }
        let mut circle = Self { of, found: Vec::new(), days, units: Vec::new() };
        let mut first = 0;
        let runs = order.units.iter().map(|(unit, run)| {
            let range = first..first + run;
            first = range.end;
            (unit, range)
        });
        let runs: Vec<_> = runs.collect();
        let own = runs.iter().find(|(_, range)| range.contains(&of));
        if let Some((Some(own), _)) = own {
            let same = runs.iter().filter(|(unit, _)| unit.as_ref() == Some(own));
            circle.units = same.flat_map(|(_, range)| range.clone()).collect();
            let mut near = circle.units.clone();
            near.retain(|at| *at != of);
            near.sort_unstable_by_key(|at| (circle.distance(*at), *at));
            for at in near.into_iter().take(OF_A_UNIT) {
                circle.tie(at, Tie::Unit);
            }
        }
        circle
    }

    /// Adds articles that tell of a thing that the one tells of.
    pub fn tell(&mut self, subject: &SubjectRef, articles: impl IntoIterator<Item = u32>) {
        for at in articles {
            if self.units.binary_search(&at).is_ok() {
                self.tie(at, Tie::Unit);
            }
            self.tie(at, Tie::Subject(subject.clone()));
        }
    }

    fn tie(&mut self, ordinal: u32, tie: Tie) {
        if ordinal == self.of {
            return;
        }
        match self.found.iter_mut().find(|related| related.ordinal == ordinal) {
            Some(related) if related.ties.contains(&tie) => {}
            Some(related) => related.ties.push(tie),
            None => self.found.push(Related { ordinal, ties: vec![tie] }),
        }
    }

    /// Days between an article and the one.
    fn distance(&self, ordinal: u32) -> i64 {
        let day = |at: u32| self.days.get(at as usize).copied().flatten();
        day(ordinal).zip(day(self.of)).map_or(i64::MAX, |(a, b)| (a - b).abs())
    }

    /// Those most worth a closer look, best first.
    pub fn best(mut self, most: usize) -> Vec<Related> {
        let mut found = std::mem::take(&mut self.found);
        found.sort_by_key(|related| {
            (u32::MAX - weight(&related.ties), self.distance(related.ordinal), related.ordinal)
        });
        found.truncate(most);
        found
    }
}

fn weight(ties: &[Tie]) -> u32 {
    ties.iter().map(Tie::weight).sum()
}

/// Adds what only a summary tells, and puts the best first; those of one weight stay in order.
pub fn compare(one: &Summary, others: Vec<(Related, &Summary)>, most: usize) -> Vec<Related> {
    let mut found: Vec<Related> = others
        .into_iter()
        .map(|(mut related, other)| {
            // A year or a month is no common occasion.
            let day = |summary: &Summary| {
                summary.event.map(|(date, _)| date).filter(|date| date.day().is_some())
            };
            if let (Some(a), Some(b)) = (day(one), day(other))
                && a.day() == b.day()
            {
                related.ties.insert(0, Tie::Event(b));
            }
            if is_one_title(&one.title, &other.title) {
                related.ties.insert(0, Tie::Title);
            }
            related.ties.sort_by_key(|tie| u32::MAX - tie.weight());
            related
        })
        .collect();
    found.sort_by_key(|related| u32::MAX - weight(&related.ties));
    found.truncate(most);
    found
}

/// Whether two titles are the same words, whatever their capitals and marks.
fn is_one_title(a: &str, b: &str) -> bool {
    let mut others = viet::tokens(b);
    let same = viet::tokens(a).all(|word| {
        let other = others.next();
        other.is_some_and(|other| agreement(word.text, other.text) < Agreement::Contrary)
    });
    same && others.next().is_none()
}

/// Months and years stand at their beginning; months have 32 days here, which changes no order.
fn day_number(date: PartialDate) -> i64 {
    let (month, day) = match (date.day(), date) {
        (Some(day), _) => (day.month(), day.day()),
        (None, PartialDate::Month(_, month)) => (month, 1),
        (None, _) => (1, 1),
    };
    (i64::from(date.year()) * 12 + i64::from(month)) * 32 + i64::from(day)
}

#[cfg(test)]
mod tests {
    use model::Status;

    use super::*;

    fn order() -> Order {
        let date = |text: &str| Some((text.parse().unwrap(), Status::Stated));
        let unit = |id: &str| Some(id.parse().unwrap());
        Order {
            dates: vec![
                (date("2020-10-14"), 2),
                (date("2020-10-20"), 1),
                (None, 1),
                (date("2019"), 1),
            ],
            units: vec![(unit("xa-a"), 1), (unit("xa-b"), 1), (unit("xa-a"), 2), (None, 1)],
        }
    }

    fn summary(title: &str, event: Option<&str>) -> Summary {
        Summary {
            id: "x".parse().unwrap(),
            title: title.into(),
            section: None,
            unit: None,
            published: None,
            event: event.map(|event| (event.parse().unwrap(), Status::Stated)),
            words: 1,
        }
    }

    fn subject(id: &str) -> SubjectRef {
        SubjectRef::Anniversary(id.into())
    }

    #[test]
    fn ties_add_up_and_the_article_is_not_related_to_itself() {
        let mut circle = Circle::of(&order(), 0);
        circle.tell(&subject("dan-van"), [0, 1, 2]);
        circle.tell(&subject("dan-van"), [1]);
        circle.tell(&subject("kiem-tra"), [4]);
        let best = circle.best(9);
        let ordinals: Vec<u32> = best.iter().map(|related| related.ordinal).collect();
        assert_eq!(ordinals, [2, 1, 4, 3]);
        assert_eq!(best[0].ties, [Tie::Unit, Tie::Subject(subject("dan-van"))]);
        assert_eq!(best[1].ties, [Tie::Subject(subject("dan-van"))]);
    }

    #[test]
    fn an_article_without_unit_has_a_circle_too() {
        let mut circle = Circle::of(&order(), 4);
        circle.tell(&subject("dan-van"), [1]);
        assert_eq!(circle.best(9).len(), 1);
        assert!(Circle::of(&order(), 99).best(9).is_empty());
    }

    #[test]
    fn one_day_and_one_title_count_most() {
        let one = summary("Gặp mặt kỷ niệm", Some("2020-10-14"));
        let others = [
            summary("Khác", None),
            summary("GẶP MẶT  kỉ niệm", None),
            summary("Khác", Some("2020-10-14T08:00")),
            summary("Khác", Some("2020-10")),
        ];
        let others = others
            .iter()
            .zip(0..)
            .map(|(other, ordinal)| (Related { ordinal, ties: vec![Tie::Unit] }, other));
        let found = compare(&one, others.collect(), 3);
        assert_eq!(found.iter().map(|related| related.ordinal).collect::<Vec<_>>(), [1, 2, 0]);
        assert_eq!(found[0].ties, [Tie::Title, Tie::Unit]);
        assert!(matches!(found[1].ties[0], Tie::Event(_)));
    }
}
