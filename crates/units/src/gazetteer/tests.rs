use std::sync::LazyLock;

use super::*;

static OFFICIAL: LazyLock<Gazetteer> = LazyLock::new(|| Gazetteer::official().unwrap());

/// The only place called so that is (or was) in another.
fn place(name: &str, above: &str) -> PlaceId {
    let of = |id: &PlaceId| OFFICIAL.called(above).iter().any(|above| OFFICIAL.was_in(*id, *above));
    let found: Vec<PlaceId> = OFFICIAL.called(name).into_iter().filter(of).collect();
    assert_eq!(found.len(), 1, "{name}, {above}");
    found[0]
}

fn check_heirs(name: &str, above: &str, expected: &[(&str, Part)]) {
    let heirs = OFFICIAL.heirs(place(name, above));
    let told: Vec<(&str, Part)> =
        heirs.iter().map(|line| (OFFICIAL.place(line.place).name.as_str(), line.part)).collect();
    assert_eq!(told, expected, "{name}");
}

#[test]
fn what_became_of_golden_places() {
    check_heirs(
        "Phường Đức Giang",
        "Quận Long Biên",
        &[("Phường Bồ Đề", Part::Some), ("Phường Việt Hưng", Part::Main)],
    );
    check_heirs(
        "Huyện Sông Lô",
        "Tỉnh Vĩnh Phúc",
        &[
            ("Xã Yên Lãng", Part::Some),
            ("Xã Hải Lựu", Part::Some),
            ("Xã Tam Sơn", Part::Some),
            ("Xã Sông Lô", Part::Some),
            ("Xã Sơn Đông", Part::Some),
        ],
    );
    check_heirs("Xã Sông Lô", "Thành phố Việt Trì", &[("Phường Thanh Miếu", Part::Whole)]);
    let vinh_phuc = OFFICIAL.called("Tỉnh Vĩnh Phúc")[0];
    let heirs = OFFICIAL.heirs(vinh_phuc);
    assert_eq!(heirs.len(), 1);
    assert_eq!(OFFICIAL.place(heirs[0].place).name, "Tỉnh Phú Thọ");
    assert_eq!(heirs[0].part, Part::Whole);
}

#[test]
fn what_a_place_was_made_from() {
    let new = OFFICIAL.called("Phường Việt Hưng").into_iter().find(|id| OFFICIAL.lives(*id));
    let origins = OFFICIAL.origins(new.unwrap());
    let names: Vec<&str> =
        origins.iter().map(|line| OFFICIAL.place(line.place).name.as_str()).collect();
    assert!(
        names.contains(&"Phường Đức Giang") && names.contains(&"Phường Việt Hưng"),
        "{names:?}"
    );
}

#[test]
fn homonyms_are_told_apart() {
    let old = |id: &PlaceId| OFFICIAL.place(*id).tier == Tier::Commune;
    let duc_giang: Vec<PlaceId> = OFFICIAL.called("Đức Giang").into_iter().filter(old).collect();
    assert_eq!(duc_giang.len(), 4);
    let song_lo = OFFICIAL.called("song lo");
    let tiers: Vec<Tier> = song_lo.iter().map(|id| OFFICIAL.place(*id).tier).collect();
    assert_eq!(tiers, [Tier::Commune, Tier::NewCommune, Tier::District]);
    let parents: Vec<&str> = song_lo
        .iter()
        .map(|id| OFFICIAL.place(OFFICIAL.parent(*id, None).unwrap()).name.as_str())
        .collect();
    assert_eq!(parents, ["Thành phố Việt Trì", "Tỉnh Phú Thọ", "Tỉnh Vĩnh Phúc"]);
}

#[test]
fn places_live_over_a_period() {
    let district = place("Huyện Sông Lô", "Tỉnh Vĩnh Phúc");
    let new = place("Xã Hải Lựu", "Tỉnh Phú Thọ");
    let at = |id, date: &str| OFFICIAL.may_be_at(id, date.parse().unwrap());
    assert!(at(district, "2025-06-30") && !at(district, "2025-07-01") && at(district, "2025"));
    assert!(!at(new, "2025-06-30") && at(new, "2025-07-01") && at(new, "2026") && !at(new, "2024"));
    assert_eq!(OFFICIAL.since(new), Some("2025-07-01".parse().unwrap()));
    assert_eq!(OFFICIAL.until(district), Some("2025-07-01".parse().unwrap()));
    assert_eq!(OFFICIAL.since(district), None);
    // Moved from Yên Dũng to the city on 1 January 2025.
    let moved = place("Xã Đức Giang", "Thành phố Bắc Giang");
    let parent = |date: &str| {
        let parent = OFFICIAL.parent(moved, Some(date.parse().unwrap())).unwrap();
        OFFICIAL.place(parent).name.clone()
    };
    assert_eq!(parent("2020"), "Huyện Yên Dũng");
    assert_eq!(parent("2025-03-01"), "Thành phố Bắc Giang");
}

#[test]
fn every_place_is_somewhere_and_passed_to_someone() {
    let mut orphans = 0;
    for (id, place) in OFFICIAL.all() {
        assert!(place.kind != UnitKind::Body, "{}", place.name);
        assert_eq!(
            place.tier == Tier::Province,
            OFFICIAL.parent(id, None).is_none(),
            "{}",
            place.name
        );
        if place.tier == Tier::NewCommune {
            assert!(!OFFICIAL.origins(id).is_empty(), "{} is made from nothing", place.name);
        }
        if place.tier == Tier::Commune && OFFICIAL.ended_with_reform(id) {
            orphans += usize::from(place.heirs.is_empty());
        }
    }
    // The table of old and new communes lacks these.
    assert!(orphans <= 4, "{orphans} communes of the last lists became nothing");
}

#[test]
fn the_file_reads_as_it_was_written() {
    let table = format::read(OFFICIAL_FILE).unwrap();
    assert_eq!(format::write(&table), OFFICIAL_FILE);
}

const OFFICIAL_FILE: &str = super::OFFICIAL;

#[test]
fn bad_files_name_their_line() {
    let check = |text: &str, line: usize| {
        assert_eq!(Gazetteer::read(text).unwrap_err().line, line, "{text}");
    };
    check("", 1);
    check("x", 1);
    check("#gazetteer 1\n#days 2020-01-01", 2);
    check("#gazetteer 1\n#days 2020-01-01 2025-07-01\n9x", 3);
    check("#gazetteer 1\n#days 2020-01-01 2025-07-01\n101\tTỉnh A\t0-2", 3);
    check("#gazetteer 1\n#days 2020-01-01 2025-07-01\n101\tTỉnh A\n\u{1ea1}", 4);
}

#[test]
fn names_are_found_while_they_are_typed() {
    let found = |text: &str| -> Vec<(String, lookup::Agreement)> {
        let hits = OFFICIAL.find(text, 3);
        hits.iter().map(|hit| (OFFICIAL.place(hit.place).name.clone(), hit.agreement)).collect()
    };
    use lookup::Agreement::{Begins, Exact, Folded, Near};
    let song_lo = ["Huyện Sông Lô", "Xã Sông Lô", "Xã Sông Lô"];
    assert_eq!(found("song lo"), song_lo.map(|name| (name.to_owned(), Folded)));
    assert_eq!(found("Sông Lô"), song_lo.map(|name| (name.to_owned(), Exact)));
    assert_eq!(found("phuong viet hun")[0], ("Phường Việt Hưng".to_owned(), Begins));
    let viet_hung = ["Phường Việt Hưng"; 2].map(|name| (name.to_owned(), Near));
    assert_eq!(found("phuong viet hungg")[..2], viet_hung);
    assert_eq!(found("xyz"), []);
    assert_eq!(found(" "), []);
}

mod properties {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn any_text_is_read_or_refused(text in r"(#gazetteer 1\n#days 2020-01-01 2021-01-01 2025-07-01\n)?([1-4][0-9]{0,3}\t[XH]ã? A\t([0-9]@)?[0-3]-[0-3]\t(>|[0-9])[~+]?\n){0,6}\PC{0,20}") {
            if let Ok(gazetteer) = Gazetteer::read(&text) {
                for (id, _) in gazetteer.all() {
                    let _ = (gazetteer.heirs(id), gazetteer.since(id), gazetteer.until(id));
                    prop_assert!(gazetteer.above(id, None).count() <= 2);
                }
                let _ = gazetteer.find(&text, 3);
            }
        }
    }
}
