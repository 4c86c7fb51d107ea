//! How many articles each year has, as a line of small bars.

use model::bundle::Order;
use yew::prelude::*;

use crate::i18n::Messages;
use crate::i18n::annex::annex;
use crate::markup::html;
use crate::table::Table;

/// Articles of each year, from the first to the last; years without are there with 0.
pub(super) fn by_year(order: &Order, articles: &[u32]) -> Vec<(i32, u32)> {
    let mut articles = articles.to_vec();
    articles.sort_unstable();
    let mut left = articles.as_slice();
    let mut counts: Table<i32, u32> = Table::default();
    let mut end = 0_u32;
    for (date, run) in &order.dates {
        end = end.saturating_add(*run);
        let inside = left.partition_point(|at| *at < end);
        left = &left[inside..];
        if let Some((date, _)) = date
            && inside > 0
        {
            *counts.slot(date.year()) += inside as u32;
        }
    }
    let years: Vec<i32> = counts.pairs().iter().map(|(year, _)| *year).collect();
    let (Some(&from), Some(&to)) = (years.first(), years.last()) else { return Vec::new() };
    (from..=to).map(|year| (year, counts.get(&year).copied().unwrap_or(0))).collect()
}

const BAR: usize = 8;
const HEIGHT: u32 = 40;

/// The bars, with their years; nothing where there is only one.
pub(super) fn sparkline(messages: &Messages, years: &[(i32, u32)]) -> Html {
    let [(first, _), .., (last, _)] = years else { return Html::default() };
    let says = &annex(messages).units;
    let most = years.iter().map(|(_, count)| *count).max().unwrap_or(1).max(1);
    let told: Vec<String> = years
        .iter()
        .filter(|(_, count)| *count > 0)
        .map(|(year, count)| (says.in_year)(*year, *count))
        .collect();
    let label = [says.by_year, ". ", &told.join("; ")].concat();
    let bars =
        years.iter().enumerate().filter(|(_, (_, count))| *count > 0).map(|(at, (_, count))| {
            let height = (count * HEIGHT / most).max(2);
            html! {
                <rect x={(at * BAR).to_string()} y={(HEIGHT - height).to_string()}
                    width={(BAR - 2).to_string()} height={height.to_string()} />
            }
        });
    let size = ["0 0 ", &(years.len() * BAR).to_string(), " ", &HEIGHT.to_string()].concat();
    html! {
        <figure class="spark">
            <svg class="spark-bars" viewBox={size} preserveAspectRatio="none" role="img" aria-label={label}>{ for bars }</svg>
            <figcaption class="spark-years"><span>{ first.to_string() }</span><span>{ last.to_string() }</span></figcaption>
        </figure>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_without_articles_are_counted_as_none() {
        let day = |text: &str| Some((text.parse().unwrap(), model::Status::Stated));
        let order = Order {
            dates: vec![(day("2018-05-01"), 2), (None, 1), (day("2020"), 1), (day("2021"), 1)],
            units: Vec::new(),
        };
        assert_eq!(by_year(&order, &[3, 0, 2]), [(2018, 1), (2019, 0), (2020, 1)]);
        assert_eq!(by_year(&order, &[2]), []);
    }
}
