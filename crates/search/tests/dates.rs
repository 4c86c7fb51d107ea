//! `ngày:` and `date:`: days, months, years and periods.

use search::{Builder, Document, Index, Outcome, Request, Zone};

/// Articles of 31 December 2019, 15 October 2020, 1 January 2021, and one without a date.
const DAYS: [Option<i32>; 4] = [Some(18_261), Some(18_550), Some(18_628), None];

fn found(query: &str) -> Vec<u32> {
    let mut builder = Builder::new();
    for day in DAYS {
        let text = "Tổng kết phong trào";
        let zones = [(Zone::Body, 0..text.len())];
        builder.add(&Document { title: "", text, zones: &zones, facets: &[], day });
    }
    let index = Index::of_pieces(&builder.finish());
    let request = Request { text: query.to_owned(), count: 10, ..Request::default() };
    let Outcome::Done(results) = index.search(&request) else { panic!("all is here") };
    let mut found: Vec<u32> = results.hits.iter().map(|hit| hit.document).collect();
    found.sort_unstable();
    found
}

#[test]
fn days_months_years_and_periods() {
    let check = |query: &str, expected: &[u32]| assert_eq!(found(query), expected, "{query}");
    check("tổng kết ngày:15/10/2020", &[1]);
    check("ngày:2020-10-15", &[1]);
    check("date:10/2020 phong trào", &[1]);
    check("ngay:2020", &[1]);
    check("ngày:2020..2021", &[1, 2]);
    check("ngày:..15/10/2020", &[0, 1]);
    check("ngày: 16/10/2020..", &[2]);
    check("ngày:\"2019..2020\"", &[0, 1]);
    check("ngày:1/1/1999", &[]);
}
