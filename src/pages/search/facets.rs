//! Order and filters: radios and checkboxes, each value with the articles it would leave.

use std::cell::RefCell;
use std::rc::Rc;

use protocol::Sort;
use yew::prelude::*;

use super::choices::{Choice, Offer};
use crate::hooks::{Archive, ArchiveRef, Language, Shown, navigate};
use crate::i18n::Messages;
use crate::markup::html;
use crate::platform::dom;
use crate::platform::history::Arrival;
use crate::route::{Field, Route, SearchPlace};

/// A field shows this many values at first, the chosen ones always; more on demand.
const FEW: usize = 6;
/// What "more" adds at least.
const MORE: usize = 30;

/// The search page's own box.
const BOX: &str = "#search-page-box";

/// What the filters remember, while the page stands the same.
#[derive(Clone)]
pub(super) struct MemoryRef(Rc<RefCell<Memory>>);

impl MemoryRef {
    /// On arrival at a search.
    pub(super) fn new(place: &SearchPlace) -> Self {
        Self(Rc::new(RefCell::new(Memory::new(place))))
    }
}

impl PartialEq for MemoryRef {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// What the filters remember while the page stands.
struct Memory {
    /// How the fold begins: one that shut itself while it is used would take the finger's aim away.
    is_open: bool,
    /// How many values of each field are shown.
    lengths: [usize; Field::ALL.len()],
    offer: Offer,
    /// The last answer of which all is drawn: its results come first, and the keys pressed meanwhile.
    last: Option<Shown>,
}

impl Memory {
    fn new(place: &SearchPlace) -> Self {
        let is_open = dom::media("(min-width: 56em)") || is_filtered(place);
        Self { is_open, lengths: [FEW; Field::ALL.len()], offer: Offer::default(), last: None }
    }
}

/// Whether any filter is on.
pub(super) fn is_filtered(place: &SearchPlace) -> bool {
    place.chosen.iter().any(|values| !values.is_empty())
}

/// The same search with all filters off.
pub(super) fn unfiltered(place: &SearchPlace) -> SearchPlace {
    SearchPlace { text: place.text.clone(), sort: place.sort, ..SearchPlace::default() }
}

/// Props of [`Facets`].
#[derive(Properties, PartialEq)]
pub(super) struct FacetsProps {
    pub language: Language,
    pub archive: ArchiveRef,
    /// The place with the text that was answered: what is typed since changes nothing here.
    pub place: SearchPlace,
    pub shown: Shown,
    pub memory: MemoryRef,
}

/// Order and filters. On a phone they are folded away until asked for or used.
#[component]
pub(super) fn Facets(
    FacetsProps { language, archive, place, shown, memory }: &FacetsProps,
) -> Html {
    let update = use_force_update();
    let (messages, memory) = (language.messages(), &memory.0);
    let is_open = memory.borrow().is_open;
    if shown.is_whole() {
        memory.borrow_mut().last = Some(shown.clone());
    }
    let answer = memory.borrow().last.clone();
    let groups = answer.iter().flat_map(|answer| {
        let (query, results) = &**answer;
        memory.borrow_mut().offer.learn(&query.text, !query.filters.is_empty(), &results.facets);
        Field::ALL.into_iter().filter_map(|field| {
            let choices = memory.borrow().offer.choices(place, &results.facets, field);
            let length = memory.borrow().lengths[field as usize];
            let (memory, update) = (memory.clone(), update.clone());
            let more = Callback::from(move |_: MouseEvent| {
                memory.borrow_mut().lengths[field as usize] += MORE;
                update.force_update();
            });
            group(messages, archive, place, field, &choices, length, more)
        })
    });
    let groups: Vec<Html> = groups.collect();
    html! {
        <details class="fold" open={is_open}>
            <summary>{ messages.search.filters_and_order }</summary>
            <div class="facets">
                { order(messages, place) }
                { for groups }
                if is_filtered(place) {
                    <p><a class="button" href={Route::Search(unfiltered(place)).href()}>{ messages.search.clear_filters }</a></p>
                }
            </div>
        </details>
    }
}

/// Goes to a place, with the text as it stands by now.
fn go(place: &SearchPlace) {
    let text = dom::value(BOX).unwrap_or_else(|| place.text.clone());
    navigate(&Route::Search(SearchPlace { text, ..place.clone() }), Arrival::Submitted);
}

/// The values of one field; nothing where there is nothing to choose.
fn group(
    messages: &Messages,
    archive: &Archive,
    place: &SearchPlace,
    field: Field,
    choices: &[Choice],
    length: usize,
    more: Callback<MouseEvent>,
) -> Option<Html> {
    if choices.is_empty() {
        return None;
    }
    let says = &messages.search;
    let name = (says.field)(field);
    let shown = choices.iter().enumerate().filter(|(at, choice)| *at < length || choice.is_on);
    let rows = shown.map(|(_, choice)| value(messages, archive, place, field, choice));
    let is_cut = choices.iter().skip(length).any(|choice| !choice.is_on);
    Some(html! {
        <fieldset key={field.name()} class="facet">
            <legend>{ name }</legend>
            { for rows }
            if field == Field::Unit && !place.of(field).is_empty() { { also(messages, place) } }
            if is_cut {
                <button type="button" class="check check-more" onclick={more} aria-label={(says.more_values)(name)}>
                    { says.more_words }
                </button>
            }
        </fieldset>
    })
}

fn value(
    messages: &Messages,
    archive: &Archive,
    place: &SearchPlace,
    field: Field,
    choice: &Choice,
) -> Html {
    let next = place.toggled(field, &choice.value);
    let onchange = Callback::from(move |_: Event| go(&next));
    let count = choice.count.map(|count| {
        html! { <span class="count">{ (messages.dates.number)(count.into()) }</span> }
    });
    html! {
        <label key={choice.value.as_str()} class="check">
            <input type="checkbox" checked={choice.is_on} {onchange} />
            <span class="check-name" lang="vi">{ value_name(archive, field, &choice.value) }</span>
            { for count }
        </label>
    }
}

/// A value as people read it: the ids of units become names, the others are names.
fn value_name(archive: &Archive, field: Field, value: &str) -> String {
    let unit = if field == Field::Unit { archive.unit(value) } else { None };
    unit.map_or(value, |unit| unit.name.as_str()).to_owned()
}

/// What chosen units also stand for.
fn also(messages: &Messages, place: &SearchPlace) -> Html {
    let parts = SearchPlace { with_parts: !place.with_parts, ..place.clone() };
    let kin = SearchPlace { with_kin: !place.with_kin, ..place.clone() };
    let rows = [(place.with_parts, parts), (place.with_kin, kin)];
    let rows = rows.into_iter().zip(messages.search.also).map(|((checked, next), words)| {
        let onchange = Callback::from(move |_: Event| go(&next));
        html! {
            <label class="check">
                <input type="checkbox" {checked} {onchange} />
                <span class="check-name">{ words }</span>
            </label>
        }
    });
    html! { <>{ for rows }</> }
}

/// The order of the results.
fn order(messages: &Messages, place: &SearchPlace) -> Html {
    let says = &messages.search;
    let rows = [Sort::Relevance, Sort::Newest, Sort::Oldest].into_iter().map(|sort| {
        let next = SearchPlace { sort, ..place.clone() };
        let onchange = Callback::from(move |_: Event| go(&next));
        html! {
            <label class="check">
                <input type="radio" name="sap" checked={sort == place.sort} {onchange} />
                <span class="check-name">{ (says.sort_name)(sort) }</span>
            </label>
        }
    });
    html! {
        <fieldset class="facet">
            <legend>{ says.sort }</legend>
            { for rows }
        </fieldset>
    }
}
