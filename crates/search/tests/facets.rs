//! What could be chosen besides what is: a field's values are counted without the field's own filter.

use search::{Builder, Document, Index, Outcome, Request, Results};

fn index() -> Index {
    let mut builder = Builder::new();
    let pages = [
        ("chợ một", "2019", "xã"),
        ("chợ hai", "2019", "phường"),
        ("chợ ba", "2020", "xã"),
        ("sân bốn", "2020", "xã"),
        ("chợ năm", "2021", "phường"),
    ];
    for (title, year, unit) in pages {
        let facets = [("year", year), ("unit", unit)];
        builder.add(&Document { title, text: "", zones: &[], facets: &facets, day: None });
    }
    Index::of_pieces(&builder.finish())
}

fn ask(text: &str, filters: &[(&str, &[&str])]) -> Results {
    let owned = |values: &[&str]| values.iter().map(|value| (*value).to_owned()).collect();
    let filters = filters.iter().map(|(field, values)| ((*field).to_owned(), owned(values)));
    let request = Request {
        text: text.to_owned(),
        filters: filters.collect(),
        count: 10,
        ..Request::default()
    };
    match index().search(&request) {
        Outcome::Done(results) => results,
        Outcome::Needs(files) => panic!("everything was given, yet {files:?} are wanted"),
    }
}

fn counts(results: &Results, field: &str) -> Vec<(String, u32)> {
    let (_, values) = results.facets.iter().find(|(name, _)| name == field).expect("a field");
    let mut values = values.clone();
    values.sort();
    values
}

fn listed(values: &[(&str, u32)]) -> Vec<(String, u32)> {
    values.iter().map(|(value, count)| ((*value).to_owned(), *count)).collect()
}

#[test]
fn a_field_is_counted_without_its_own_filter() {
    for text in ["chợ", "chợ OR hai", "cho"] {
        let results = ask(text, &[("year", &["2019"])]);
        assert_eq!(results.hits.len(), 2, "{text}");
        assert_eq!(counts(&results, "year"), listed(&[("2019", 2), ("2020", 1), ("2021", 1)]));
        assert_eq!(counts(&results, "unit"), listed(&[("phường", 1), ("xã", 1)]));
    }
}

#[test]
fn two_filters_keep_each_other() {
    let results = ask("chợ", &[("year", &["2019"]), ("unit", &["xã"])]);
    assert_eq!(results.hits.len(), 1);
    assert_eq!(counts(&results, "year"), listed(&[("2019", 1), ("2020", 1)]));
    assert_eq!(counts(&results, "unit"), listed(&[("phường", 1), ("xã", 1)]));
}

#[test]
fn filters_alone_too() {
    let results = ask("", &[("unit", &["phường"])]);
    assert_eq!(results.hits.len(), 2);
    assert_eq!(counts(&results, "unit"), listed(&[("phường", 2), ("xã", 3)]));
    assert_eq!(counts(&results, "year"), listed(&[("2019", 1), ("2021", 1)]));
}
