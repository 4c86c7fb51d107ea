//! Which anniversaries return on a day and in the days after it.

use calendar::{Date, Month, Occurrence, PartialDate, YearCount, year_counts};
use model::ArticleId;
use model::bundle::AnniversaryHead;
use model::chronicle::AnniversaryMention;

use crate::table::Table;

/// An anniversary and one of its returns.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Return<'a> {
    /// Which.
    pub anniversary: &'a AnniversaryHead,
    /// Its return.
    pub occurrence: Occurrence,
    /// Days until then; 0 today.
    pub days: i32,
}

/// How far home and the day page look ahead, in days.
pub const AHEAD: i32 = 30;

/// The next return of every anniversary known to the day, soonest first. One that is no longer
/// observed by then is left out, and so is one known by its year alone, which has no day.
pub fn next_returns(all: &[AnniversaryHead], today: Date) -> Vec<Return<'_>> {
    let mut returns: Vec<Return> = all
        .iter()
        .filter_map(|anniversary| {
            let founding = anniversary.founding.0.day()?;
            let occurrence = Occurrence::next(founding, today)?;
            let observed = anniversary.valid_to.is_none_or(|end| end > occurrence.date.into());
            observed.then(|| Return { anniversary, occurrence, days: occurrence.days_from(today) })
        })
        .collect();
    returns.sort_unstable_by_key(|found| (found.occurrence.date, found.anniversary.founding.0));
    returns
}

/// The returns from `today` up to [`AHEAD`] days on; where there are none, the single nearest.
pub fn coming(all: &[AnniversaryHead], today: Date) -> (Vec<Return<'_>>, bool) {
    let mut returns = next_returns(all, today);
    let near = returns.iter().take_while(|found| found.days <= AHEAD).count();
    returns.truncate(near.max(1));
    (returns, near > 0)
}

/// How far the day page looks back, in days.
pub const BEHIND: i32 = 7;

/// The returns of the days before `today`, the latest first; their `days` are negative.
pub fn past(all: &[AnniversaryHead], today: Date) -> Vec<Return<'_>> {
    let Some(first) = today.plus_days(-BEHIND) else { return Vec::new() };
    let mut returns = next_returns(all, first);
    returns.retain(|found| found.days < BEHIND);
    for found in &mut returns {
        found.days -= BEHIND;
    }
    returns.reverse();
    returns
}

/// The returns of a month, by day.
pub fn in_month(all: &[AnniversaryHead], month: Month) -> Vec<Return<'_>> {
    let Some(first) = month.day(1) else { return Vec::new() };
    let mut returns = next_returns(all, first);
    returns.retain(|found| Month::of(found.occurrence.date) == month);
    returns
}

/// A row of an anniversary's table of years.
#[derive(Clone, Debug, PartialEq)]
pub struct YearRow {
    /// The year and the years counted then.
    pub count: YearCount,
    /// Articles of the archive that speak of that year's occasion, each once.
    pub articles: Vec<ArticleId>,
}

/// The years worth showing: every year with articles, the five last ones, the current one, and the
/// coming round years up to the next *năm tròn* after ten years.
pub fn year_rows<'a>(
    founding: PartialDate,
    mentions: impl Iterator<Item = &'a AnniversaryMention>,
    this_year: i32,
) -> Vec<YearRow> {
    let mut covered: Table<i32, Vec<ArticleId>> = Table::default();
    for mention in mentions {
        let Some(year) = mention.occasion_year else { continue };
        let articles = covered.slot(year);
        if !articles.contains(&mention.mention.article) {
            articles.push(mention.mention.article.clone());
        }
    }
    let first =
        covered.pairs().first().map(|(year, _)| *year).unwrap_or(this_year).min(this_year - 4);
    let last =
        covered.pairs().last().map(|(year, _)| *year).unwrap_or(this_year).max(this_year + 10);
    year_counts(founding, first..=last)
        .filter_map(|count| {
            let articles = covered.get(&count.year).cloned().unwrap_or_default();
            let is_near = (this_year - 4..=this_year + 1).contains(&count.year);
            let is_round_ahead = count.year > this_year && count.round.is_round();
            let is_worth = !articles.is_empty() || is_near || is_round_ahead;
            is_worth.then_some(YearRow { count, articles })
        })
        .collect()
}

#[cfg(test)]
pub(crate) mod tests {
    use calendar::RoundYear;
    use model::chronicle::{AnniversaryKind, Mention, Scope};
    use model::{Span, Status};

    use super::*;

    /// An anniversary of that founding date.
    pub(crate) fn head(founding: &str) -> AnniversaryHead {
        AnniversaryHead {
            id: founding.to_owned(),
            kind: AnniversaryKind::Tradition,
            name: format!("Ngày truyền thống {founding}"),
            founding: (founding.parse().unwrap(), Status::Stated),
            scope: Scope::National,
            valid_to: None,
        }
    }

    /// Mentions of occasions: article and year.
    fn mentions(occasions: &[(&str, i32)]) -> Vec<AnniversaryMention> {
        let mention = |(article, year): &(&str, i32)| AnniversaryMention {
            mention: Mention {
                article: article.parse().unwrap(),
                at: Span::new(0..4),
                wording: "ngày ấy".to_owned(),
                sentence: Span::new(0..9),
                quote: "ngày ấy năm ấy".to_owned(),
            },
            claimed_years: None,
            occasion_year: Some(*year),
        };
        occasions.iter().map(mention).collect()
    }

    fn check_coming(today: &str, expected: &[(&str, u16, i32)], near: bool) {
        let all = ["1930-10-18", "1930-10-14", "1930-10-15", "1948", "1930"].map(head);
        let (returns, is_near) = coming(&all, today.parse().unwrap());
        let found: Vec<_> = returns
            .iter()
            .map(|r| (r.anniversary.id.as_str(), r.occurrence.years, r.days))
            .collect();
        assert_eq!(found, expected, "{today}");
        assert_eq!(is_near, near, "{today}");
    }

    #[test]
    fn the_days_behind_are_the_latest_first() {
        let all = ["1930-10-13", "1930-10-14", "1930-10-06", "1930-10-07", "1930"].map(head);
        let past = past(&all, "2026-10-14".parse().unwrap());
        let told: Vec<(String, i32)> =
            past.iter().map(|found| (found.occurrence.date.to_string(), found.days)).collect();
        assert_eq!(told, [("2026-10-13".to_owned(), -1), ("2026-10-07".to_owned(), -7)]);
    }

    #[test]
    fn a_month_holds_its_returns_and_no_other() {
        let all = ["1930-10-31", "1948-02-29", "2027-02-01", "1930-02", "1960-03-01"].map(head);
        let days = |month: (i32, u8)| -> Vec<String> {
            let month = Month::new(month.0, month.1).unwrap();
            in_month(&all, month).iter().map(|found| found.occurrence.date.to_string()).collect()
        };
        assert_eq!(days((2026, 2)), ["2026-02-28"], "the 29th is kept on the 28th");
        assert_eq!(days((2028, 2)), ["2028-02-01", "2028-02-29"]);
        assert_eq!(days((1930, 10)), [""; 0], "the founding is no return");
    }

    #[test]
    fn the_coming_days_or_else_the_nearest() {
        check_coming(
            "2026-10-14",
            &[("1930-10-14", 96, 0), ("1930-10-15", 96, 1), ("1930-10-18", 96, 4)],
            true,
        );
        check_coming("2026-10-16", &[("1930-10-18", 96, 2)], true);
        check_coming("2026-11-22", &[("1930-10-14", 97, 326)], false);
        check_coming("2026-09-14", &[("1930-10-14", 96, 30)], true);
    }

    #[test]
    fn what_is_no_longer_observed_does_not_come() {
        let mut ceased = head("1930-10-15");
        ceased.valid_to = Some("2025-03-01".parse().unwrap());
        assert!(next_returns(&[ceased.clone()], "2025-10-01".parse().unwrap()).is_empty());
        assert_eq!(next_returns(&[ceased], "2024-10-01".parse().unwrap()).len(), 1);
    }

    #[test]
    fn years_with_articles_and_round_years_ahead() {
        let occasions = mentions(&[("a", 2020), ("b", 2020), ("a", 2020), ("c", 2010)]);
        let rows = year_rows("1930-10-15".parse().unwrap(), occasions.iter(), 2026);
        let years: Vec<i32> = rows.iter().map(|row| row.count.year).collect();
        assert_eq!(years, [2010, 2020, 2022, 2023, 2024, 2025, 2026, 2027, 2030, 2035]);
        assert_eq!(rows[1].articles.len(), 2);
        assert_eq!((rows[1].count.years, rows[1].count.round), (90, RoundYear::Decade));
        let young = year_rows("2025".parse().unwrap(), [].iter(), 2026);
        assert_eq!(young.first().map(|row| row.count.year), Some(2026));
    }
}
