//! Order and filters: buttons that are on or off, each with the hits it would leave.

use protocol::{Facet, Sort};
use yew::prelude::*;

use crate::hooks::{Archive, ArchiveRef, navigate, use_messages};
use crate::i18n::Messages;
use crate::markup::html;
use crate::platform::dom;
use crate::platform::history::Arrival;
use crate::route::{Field, Route, SearchPlace};

/// Props of [`Facets`].
#[derive(Properties, PartialEq)]
pub(super) struct FacetsProps {
    pub archive: ArchiveRef,
    pub place: SearchPlace,
    pub facets: Vec<Facet>,
}

/// A field with very many values shows these; the chosen ones always.
const SHOWN_VALUES: usize = 12;

/// Order and filters. On a phone they are folded away until asked for or used.
#[component]
pub(super) fn Facets(FacetsProps { archive, place, facets }: &FacetsProps) -> Html {
    let messages = use_messages();
    let is_wide = use_memo((), |()| dom::media("(min-width: 56em)"));
    let chosen = place.chosen.iter().any(|values| !values.is_empty());
    let groups =
        Field::ALL.into_iter().filter_map(|field| group(messages, archive, place, facets, field));
    let groups: Vec<Html> = groups.collect();
    let plain =
        SearchPlace { text: place.text.clone(), sort: place.sort, ..SearchPlace::default() };
    html! {
        <details class="fold" open={*is_wide || chosen}>
            <summary>{ messages.search.filters_and_order }</summary>
            <div class="facets">
                { order(messages, place) }
                { for groups }
                if chosen {
                    <p><a class="button" href={Route::Search(plain).href()}>{ messages.search.clear_filters }</a></p>
                }
            </div>
        </details>
    }
}

fn group(
    messages: &Messages,
    archive: &Archive,
    place: &SearchPlace,
    facets: &[Facet],
    field: Field,
) -> Option<Html> {
    let counted = facets.iter().find(|facet| facet.field == field.name());
    let counted = counted.map(|facet| facet.values.as_slice()).unwrap_or_default();
    let chosen = place.of(field);
    let missing = chosen.iter().filter(|value| !counted.iter().any(|(found, _)| found == *value));
    let shown = counted.iter().take(SHOWN_VALUES).map(|(value, count)| (value, *count));
    let hidden = counted.iter().skip(SHOWN_VALUES).filter(|(value, _)| chosen.contains(value));
    let hidden = hidden.map(|(value, count)| (value, *count));
    let values: Vec<(&String, u32)> =
        shown.chain(hidden).chain(missing.map(|value| (value, 0))).collect();
    if values.is_empty() {
        return None;
    }
    let chips = values.into_iter().map(|(value, count)| {
        let is_on = chosen.contains(value);
        let next = Route::Search(place.toggled(field, value));
        let onclick = Callback::from(move |_: MouseEvent| navigate(&next, Arrival::Submitted));
        html! {
            <button key={value.as_str()} type="button" class="chip" aria-pressed={is_on.to_string()} {onclick}>
                <span lang="vi">{ value_name(archive, field, value) }</span>
                <span class="count">{ (messages.dates.number)(count.into()) }</span>
            </button>
        }
    });
    Some(html! {
        <fieldset key={field.name()} class="facet">
            <legend>{ (messages.search.field)(field) }</legend>
            <div class="chips">{ for chips }</div>
        </fieldset>
    })
}

/// A value as people read it: ids become names.
fn value_name(archive: &Archive, field: Field, value: &str) -> String {
    let name = match field {
        Field::Unit => archive.unit(value).map(|unit| &unit.name),
        Field::Person => archive.official(value).map(|official| &official.name),
        Field::Programme => archive.programme(value).map(|programme| &programme.name),
        Field::Directive => archive.directive(value).map(|directive| &directive.name),
        Field::Year | Field::Section => None,
    };
    name.map_or(value, String::as_str).to_owned()
}

/// The order of the results.
fn order(messages: &Messages, place: &SearchPlace) -> Html {
    let says = &messages.search;
    let chips = [Sort::Relevance, Sort::Newest, Sort::Oldest].into_iter().map(|sort| {
        let next = Route::Search(SearchPlace { sort, ..place.clone() });
        let onclick = Callback::from(move |_: MouseEvent| navigate(&next, Arrival::Submitted));
        let is_on = (sort == place.sort).to_string();
        html! { <button type="button" class="chip" aria-pressed={is_on} {onclick}>{ (says.sort_name)(sort) }</button> }
    });
    html! {
        <fieldset class="facet">
            <legend>{ says.sort }</legend>
            <div class="chips">{ for chips }</div>
        </fieldset>
    }
}
