use super::*;

#[test]
fn sizes() {
    for (bytes, shown) in [
        (0, "0 B"),
        (999, "999 B"),
        (1000, "1 kB"),
        (3249, "3,2 kB"),
        (52_428_800, "52,4 MB"),
        (999_999, "1 MB"),
        (u64::MAX, "18446744073,7 GB"),
    ] {
        assert_eq!(size(bytes, Lang::Vi), shown);
    }
}

#[test]
fn dates_are_shown_as_far_as_they_are_known() {
    for (iso, expected) in [
        ("1930", "1930"),
        ("1930-10", "10/1930"),
        ("1930-10-15", "15/10/1930"),
        ("2020-10-16T15:04", "16/10/2020 15:04"),
    ] {
        assert_eq!(shown(iso), expected);
    }
}
