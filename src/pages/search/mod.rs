//! Search: as you type. The address is the search, so that Back, a reload and a copied link all
//! bring it back.

mod choices;
mod facets;
mod help;
mod latest;
mod named;
mod precise;
mod results;

use protocol::{Filter, Query};
use yew::prelude::*;

use crate::annals::places;
use crate::components::{Page, Searchbox};
use crate::hooks::{
    Archive, ArchiveRef, Phase, SearchState, Shown, UseSearch, navigate, retype, use_messages,
    use_place, use_search,
};
use crate::i18n::Messages;
use crate::markup::html;
use crate::platform::history::Arrival;
use crate::route::{Field, Route, SearchPlace};
use crate::wings::Later;

use facets::{Facets, MemoryRef};
use help::help;
use latest::{latest, use_arrival};
use named::named;
use precise::precise;
use results::{ResultList, remarks, status};

/// Props of [`SearchPage`].
#[derive(Properties, PartialEq)]
pub struct SearchPageProps {
    /// The archive.
    pub archive: ArchiveRef,
    /// What is looked for.
    pub place: SearchPlace,
}

/// A screenful; more come on demand. Every passage costs a chunk of articles to fetch and to mark.
const PAGE: u32 = 10;

/// Search.
#[component]
pub fn SearchPage(SearchPageProps { archive, place }: &SearchPageProps) -> Html {
    let messages = use_messages();
    let UseSearch { state, ask, .. } = use_search();
    let arrival = use_place().arrival;
    let count = use_state_eq(|| shown_before(&state, archive, place));
    let is_typing = matches!(arrival, Arrival::Replaced | Arrival::Typed);
    use_arrival(place, &state, arrival);
    let update = use_force_update();
    let changed = Callback::from(move |()| update.force_update());
    let memory = use_memo((), |()| MemoryRef::new(place));
    let wanted = wanted(archive, place, *count, is_typing);
    // A key asks at once, before anything is drawn: the worker finds meanwhile, and what is still to be
    // drawn of an older answer is not drawn any more. Everything else asks once its page is drawn.
    let by_key = use_mut_ref(|| None);
    let (here, shelf, most) = (place.clone(), archive.clone(), *count);
    let (asks, asked) = (ask.clone(), by_key.clone());
    let on_type = Callback::from(move |text| {
        let place = SearchPlace { text, ..here.clone() };
        let wanted = self::wanted(&shelf, &place, most, true);
        asked.replace(wanted.clone());
        asks.emit(wanted);
        retype(&Route::Search(place));
    });
    use_effect_with(wanted.clone(), move |wanted| {
        if by_key.take() != *wanted || wanted.is_none() {
            ask.emit(wanted.clone());
        }
    });
    let here = place.clone();
    let on_submit = Callback::from(move |text| {
        navigate(&Route::Search(SearchPlace { text, ..here.clone() }), Arrival::Submitted);
    });
    let more = use_callback(count.clone(), |(), count| count.set(**count + PAGE));

    let says = &messages.search;
    let title = match place.text.trim() {
        "" => AttrValue::from(says.title),
        text => (says.title_for)(text).into(),
    };
    let is_settled = wanted.is_none() || is_answered(&state, wanted.as_ref());
    let shown = state.shown.clone().filter(|_| wanted.is_some());
    html! {
        <Page {title} archive={archive.manifest.title.clone()} ready={is_settled}>
            <div class="search-page">
                <h1 class="unseen">{ says.title }</h1>
                <Searchbox text={place.text.clone()} id="search-page-box" landmark={says.title} {on_type} {on_submit} />
                { precise(messages, place) }
                { status(messages, &state, wanted.is_some()) }
                if let Some(shown) = shown {
                    { remarks(messages, place, &shown.1) }
                    { named(messages, archive, &shown.0.text) }
                    { columns(messages, archive, place, &shown, &memory, &more) }
                } else if wanted.is_none() {
                    <Later after_key={is_typing}>
                        { latest(messages, &changed) }
                        { help(messages) }
                    </Later>
                }
            </div>
        </Page>
    }
}

/// Filters and results: drawn anew with an answer, not with every key.
fn columns(
    messages: &Messages,
    archive: &ArchiveRef,
    place: &SearchPlace,
    shown: &Shown,
    memory: &MemoryRef,
    more: &Callback<()>,
) -> Html {
    let language = messages.language;
    let place = SearchPlace { text: shown.0.text.clone(), ..place.clone() };
    let (archive, shown) = (archive.clone(), shown.clone());
    html! {
        <div class="search-columns">
            <aside class="search-filters" aria-label={messages.search.filters}>
                <Facets {language} archive={archive.clone()} place={place.clone()} shown={shown.clone()} memory={memory.clone()} />
            </aside>
            <div class="search-results">
                <ResultList {language} {archive} {place} {shown} more={more.clone()} />
            </div>
        </div>
    }
}

/// The question that a place asks; `None` for nothing.
fn wanted(archive: &Archive, place: &SearchPlace, count: u32, typing: bool) -> Option<Query> {
    (!place.is_empty()).then(|| Query {
        text: place.text.clone(),
        filters: filters(archive, place),
        sort: place.sort,
        from: 0,
        count,
        typing,
    })
}

/// The chosen values, units with all that they stand for.
fn filters(archive: &Archive, place: &SearchPlace) -> Vec<Filter> {
    let mut filters = place.filters();
    for filter in filters.iter_mut().filter(|filter| filter.field == Field::Unit.name()) {
        places::widen(&archive.units, &mut filter.values, place.with_parts, place.with_kin);
    }
    filters
}

/// Whether what is shown answers a question, typed or not: Back must find its results at once.
fn is_answered(state: &SearchState, wanted: Option<&Query>) -> bool {
    let same = |shown: &Query, wanted: &Query| {
        shown.text == wanted.text
            && shown.filters == wanted.filters
            && shown.sort == wanted.sort
            && shown.count == wanted.count
    };
    matches!(state.phase, Phase::Failed(_))
        || state.shown.as_ref().zip(wanted).is_some_and(|(shown, wanted)| same(&shown.0, wanted))
}

/// How many results were shown when the reader left this search.
fn shown_before(state: &SearchState, archive: &Archive, place: &SearchPlace) -> u32 {
    let before = state.shown.as_ref().map(|shown| &shown.0);
    let before =
        before.filter(|query| query.text == place.text && query.filters == filters(archive, place));
    before.map_or(PAGE, |query| query.count)
}
