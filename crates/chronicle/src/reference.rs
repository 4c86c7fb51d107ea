//! The reference calendar: national days with the law or decision that sets each.

use calendar::{AnnualDay, PartialDate};
use model::Evidence;
use model::days::ReferenceDay;

use crate::phrase::lines;
use crate::vocabulary::kind;

/// The national days of the table, by their place in the year: civil days first, then lunar ones.
///
/// Each has its source, and says nothing about any article.
///
/// ```
/// let days = chronicle::reference_days();
/// let day = days.iter().find(|day| day.id == "11-18-mat-tran-to-quoc-viet-nam").expect("in the table");
/// let model::Evidence::Citation { text, .. } = &day.source else { panic!("every day is cited") };
/// assert!(text.contains("75/2015/QH13"));
/// ```
pub fn reference_days() -> Vec<ReferenceDay> {
    let mut days: Vec<ReferenceDay> =
        lines(include_str!("../data/reference.txt")).filter_map(entry).collect();
    days.sort_by(|a, b| (a.day, &a.id).cmp(&(b.day, &b.id)));
    days
}

/// The stable name of a day of every year: its place in the year and its plain name.
pub fn day_id(day: AnnualDay, name: &str) -> String {
    const LEADS: [&str; 6] = ["ngay", "truyen", "thong", "cua", "nganh", "hoi"];
    let first = name.split([',', '(']).next().unwrap_or(name);
    let slug = viet::fold_slug(first);
    let words: Vec<&str> = slug.split('-').skip_while(|word| LEADS.contains(word)).collect();
    let words = if words.is_empty() { slug } else { words.join("-") };
    format!("{day}-{words}")
}

/// A line of the table.
fn entry(line: &str) -> Option<ReferenceDay> {
    let mut fields = line.split(" : ").map(str::trim);
    let mut next = || fields.next().filter(|field| !field.is_empty());
    let day: AnnualDay = next()?.parse().ok()?;
    let kind = kind(next()?)?;
    let name = next()?.to_owned();
    let founding: Option<PartialDate> = match next()? {
        "-" => None,
        date => Some(date.parse().ok()?),
    };
    let text = next()?.to_owned();
    let url = next().filter(|url| *url != "-").map(str::to_owned);
    let source = Evidence::Citation { text, url };
    Some(ReferenceDay { id: day_id(day, &name), kind, name, day, founding, source })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_line_of_the_table_is_read() {
        let all = lines(include_str!("../data/reference.txt")).count();
        let days = reference_days();
        assert_eq!(days.len(), all);
        let ids: BTreeSet<&str> = days.iter().map(|day| &*day.id).collect();
        assert_eq!(ids.len(), all, "ids are told apart");
    }

    #[test]
    fn every_day_has_a_number_to_look_up() {
        for day in reference_days() {
            let Evidence::Citation { text, url } = &day.source else { panic!("{}", day.id) };
            assert!(text.contains(|c: char| c.is_ascii_digit()), "{}: {text}", day.id);
            assert!(url.as_ref().is_none_or(|url| url.starts_with("http")), "{}", day.id);
            if let Some(founded) = day.founding.and_then(PartialDate::day) {
                assert_eq!(day.day.in_year(founded.year()), Some(founded), "{}", day.id);
            }
        }
    }

    #[test]
    fn lunar_days_fall_where_the_tables_say() {
        let days = reference_days();
        let day = days.iter().find(|day| day.id == "am-03-10-gio-to-hung-vuong").unwrap();
        let kept = day.day.in_year(2026).unwrap();
        assert_eq!(kept.to_string(), "2026-04-26");
    }
}
