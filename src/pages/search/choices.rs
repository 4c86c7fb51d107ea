//! The values that filters offer. While the words stay the same, values keep their order and none
//! goes away: what a finger is about to touch must not move.

use protocol::Facet;

use crate::route::{Field, SearchPlace};

/// A value of a field, to choose or not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Choice {
    pub value: String,
    /// How many articles it leaves; `None` when no answer has told.
    pub count: Option<u32>,
    pub is_on: bool,
}

/// What earlier answers to the same words offered.
#[derive(Debug, Default)]
pub(super) struct Offer {
    text: String,
    /// Counted over everything that the words find, with no filter on.
    is_whole: bool,
    facets: Vec<Facet>,
}

fn values(facets: &[Facet], field: Field) -> &[(String, u32)] {
    let facet = facets.iter().find(|facet| facet.field == field.name());
    facet.map(|facet| facet.values.as_slice()).unwrap_or_default()
}

impl Offer {
    /// Takes an answer in: to `text`, with filters on or without.
    pub(super) fn learn(&mut self, text: &str, is_filtered: bool, facets: &[Facet]) {
        if self.text != text || !is_filtered {
            *self = Self { text: text.to_owned(), is_whole: !is_filtered, facets: facets.to_vec() };
            return;
        }
        for facet in facets {
            let Some(known) = self.facets.iter_mut().find(|known| known.field == facet.field)
            else {
                self.facets.push(facet.clone());
                continue;
            };
            for (value, count) in &facet.values {
                if !known.values.iter().any(|(old, _)| old == value) {
                    known.values.push((value.clone(), *count));
                }
            }
        }
    }

    /// The values of a field, given the newest answer and what is chosen.
    pub(super) fn choices(&self, place: &SearchPlace, now: &[Facet], field: Field) -> Vec<Choice> {
        let chosen = place.of(field);
        let is_alone = Field::ALL
            .into_iter()
            .all(|other| other as usize == field as usize || place.of(other).is_empty());
        let offered = values(&self.facets, field);
        let now = values(now, field);
        let count = |at: usize, value: &str, offered: Option<u32>| {
            // Mostly it stands where it stood; there may be thousands.
            let same = |(other, _): &&(String, u32)| other == value;
            let found = now.get(at).filter(same).or_else(|| now.iter().find(same));
            let found = found.map(|(_, count)| *count);
            // An answer counts a filtered field's other values as nothing: they were filtered out.
            found.or(match (chosen.is_empty(), is_alone && self.is_whole) {
                (true, _) => Some(0),
                (false, true) => offered,
                (false, false) => None,
            })
        };
        let known = offered.iter().enumerate().map(|(at, (value, offered))| Choice {
            count: count(at, value, Some(*offered)),
            is_on: chosen.contains(value),
            value: value.clone(),
        });
        let lost = |value: &&String| !offered.iter().any(|(other, _)| other == *value);
        let others = chosen.iter().filter(lost).map(|value| Choice {
            count: count(usize::MAX, value, Some(0)),
            is_on: true,
            value: value.clone(),
        });
        known.chain(others).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facet(field: Field, values: &[(&str, u32)]) -> Facet {
        let values = values.iter().map(|(value, count)| ((*value).to_owned(), *count)).collect();
        Facet { field: field.name().into(), values }
    }

    /// The choices as `+chosen:count other:count`.
    fn shown(offer: &Offer, place: &SearchPlace, now: &[Facet], field: Field) -> String {
        let choices = offer.choices(place, now, field);
        let words = choices.iter().map(|choice| {
            let count = choice.count.map_or("?".to_owned(), |count| count.to_string());
            let on = if choice.is_on { "+" } else { "" };
            [on, &choice.value, ":", &count].concat()
        });
        words.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn values_stay_where_they_are_while_filters_change() {
        let place = SearchPlace::words("dân vận");
        let all = [
            facet(Field::Year, &[("2020", 5), ("2021", 3), ("2019", 1)]),
            facet(Field::Section, &[("Đảng", 6), ("Hội", 3)]),
        ];
        let mut offer = Offer::default();
        offer.learn("dân vận", false, &all);
        assert_eq!(shown(&offer, &place, &all, Field::Year), "2020:5 2021:3 2019:1");

        let place = place.toggled(Field::Year, "2021");
        let now = [facet(Field::Year, &[("2021", 3)]), facet(Field::Section, &[("Hội", 3)])];
        offer.learn("dân vận", true, &now);
        assert_eq!(shown(&offer, &place, &now, Field::Year), "2020:5 +2021:3 2019:1");
        assert_eq!(shown(&offer, &place, &now, Field::Section), "Đảng:0 Hội:3");

        let place = place.toggled(Field::Section, "Hội");
        offer.learn("dân vận", true, &now);
        assert_eq!(shown(&offer, &place, &now, Field::Year), "2020:? +2021:3 2019:?");
    }

    #[test]
    fn a_link_with_filters_shows_what_it_names() {
        let place = SearchPlace::words("dân").toggled(Field::Year, "2021");
        let place = place.toggled(Field::Unit, "nowhere");
        let now = [facet(Field::Year, &[("2021", 2)])];
        let mut offer = Offer::default();
        offer.learn("dân", true, &now);
        assert_eq!(shown(&offer, &place, &now, Field::Year), "+2021:2");
        assert_eq!(shown(&offer, &place, &now, Field::Unit), "+nowhere:?");
        // Another filter brings values that were not offered before.
        let place = SearchPlace::words("dân").toggled(Field::Section, "Hội");
        let now = [facet(Field::Year, &[("2022", 4), ("2021", 1)])];
        offer.learn("dân", true, &now);
        assert_eq!(shown(&offer, &place, &now, Field::Year), "2021:1 2022:4");
    }

    #[test]
    fn other_words_begin_anew() {
        let mut offer = Offer::default();
        offer.learn("dân", false, &[facet(Field::Year, &[("2020", 5)])]);
        let now = [facet(Field::Year, &[("2018", 1)])];
        offer.learn("quân", true, &now);
        assert_eq!(shown(&offer, &SearchPlace::words("quân"), &now, Field::Year), "2018:1");
    }
}
