//! What was found, tier by tier, and how the question was read.

use protocol::{Hit, Results, Tier};
use yew::prelude::*;

use crate::components::{date, empty, marked, pending, status as how_known};
use crate::hooks::{Absent, Archive, ArchiveRef, Language, Phase, SearchState, Shown};
use crate::i18n::Messages;
use crate::markup::html;
use crate::route::{ArticlePlace, Route, SearchPlace};
use crate::wording::wanted;

use super::facets::{is_filtered, unfiltered};

/// Of a search that finds nothing, so many words are offered one by one.
const WORDS_ALONE: usize = 5;

/// How many were found, in a live region; and what is wrong, if anything is.
pub(super) fn status(messages: &Messages, state: &SearchState, asked: bool) -> Html {
    let says = &messages.search;
    let found = || {
        let total = state.shown.as_ref().map(|shown| total(&shown.1))?;
        Some((says.found)(total, &(messages.dates.number)(total)))
    };
    let words = match state.phase {
        _ if !asked => None,
        Phase::Ready => found().filter(|_| !is_empty(state)),
        Phase::Waiting => match state.loading {
            Some((here, of)) => Some((says.loading)(&here.to_string(), &of.to_string())),
            None => Some(found().unwrap_or_else(|| says.waiting.to_owned())),
        },
        Phase::Idle => Some(says.waiting.to_owned()),
        Phase::Failed(_) => None,
    };
    html! {
        <>
            <div class="search-status" role="status">{ words.unwrap_or_default() }</div>
            if let Phase::Failed(why) = state.phase {
                <p class="notice notice-failed" role="alert">{ (messages.troubles.search)(why) }</p>
            }
            { damaged(messages, state) }
        </>
    }
}

/// Parts that search does without, named.
fn damaged(messages: &Messages, state: &SearchState) -> Html {
    let answered = state.shown.iter().flat_map(|shown| &shown.1.damaged);
    let mut parts: Vec<_> = state.damaged.iter().chain(answered).collect();
    parts.dedup();
    if parts.is_empty() || matches!(state.phase, Phase::Failed(_)) {
        return html! {};
    }
    let items = parts.into_iter().map(|part| {
        let what = (messages.troubles.damage)(part.what);
        html! { <li><span class="digest">{ &part.path }</span>{ ": " }{ what }</li> }
    });
    html! {
        <details class="notice notice-failed">
            <summary>{ messages.troubles.damaged_title }{ ". " }{ messages.troubles.rest_works }</summary>
            <ul>{ for items }</ul>
        </details>
    }
}

fn total(results: &Results) -> u64 {
    results.tiers.iter().map(|(_, count)| u64::from(*count)).sum()
}

fn is_empty(state: &SearchState) -> bool {
    state.shown.as_ref().is_none_or(|shown| shown.1.hits.is_empty())
}

/// A better spelling, and how the question was read.
pub(super) fn remarks(messages: &Messages, place: &SearchPlace, results: &Results) -> Html {
    let better = results.suggestion.as_ref().map(|better| {
        let next = SearchPlace { text: better.clone(), ..place.clone() };
        html! {
            <p class="suggestion">
                { messages.search.suggestion }{ " " }<a href={Route::Search(next).href()} lang="vi">{ better }</a>
            </p>
        }
    });
    let notes = results.notes.iter().map(|note| {
        html! { <p class="result-note">{ (messages.search.remark)(note) }</p> }
    });
    html! { <>{ for better }{ for notes }</> }
}

/// Props of [`ResultList`].
#[derive(Properties, PartialEq)]
pub(super) struct ResultListProps {
    pub language: Language,
    pub archive: ArchiveRef,
    /// The place with the text that these results answer: what is typed since changes nothing here.
    pub place: SearchPlace,
    pub shown: Shown,
    pub more: Callback<()>,
}

/// The results, a heading over each tier, and a button for more.
#[component]
pub(super) fn ResultList(
    ResultListProps { language, archive, place, shown, more }: &ResultListProps,
) -> Html {
    let (messages, results) = (language.messages(), &shown.1);
    if results.hits.is_empty() {
        return html! {
            <>
                { empty(messages.search.nothing, messages.search.nothing_help) }
                { instead(messages, place) }
            </>
        };
    }
    let runs = results.hits.chunk_by(|a, b| a.tier == b.tier);
    let mut drawn = shown.drawn();
    let tiers = runs.enumerate().map(|(at, hits)| {
        let here = drawn.min(hits.len());
        drawn -= here;
        tier(messages, archive, place, at, hits, here, results.is_early)
    });
    let left = total(results).saturating_sub(results.hits.len() as u64);
    let more = more.clone();
    let onclick = Callback::from(move |_: MouseEvent| more.emit(()));
    html! {
        <>
            { for tiers }
            if left > 0 {
                <p class="button-row">
                    <button type="button" class="button" {onclick}>{ (messages.search.more)(&(messages.dates.number)(left)) }</button>
                </p>
            }
        </>
    }
}

/// Other searches to try when one finds nothing: fewer conditions, fewer marks, fewer words.
fn instead(messages: &Messages, place: &SearchPlace) -> Html {
    let says = &messages.search;
    let words = wanted(&place.text);
    let plain = words.join(" ");
    let bare = viet::fold(&plain);
    let mut ways: Vec<(&str, &str)> = Vec::new();
    if plain != place.text.trim() {
        ways.push((says.instead[0], &plain));
    }
    if bare != plain {
        ways.push((says.instead[1], &bare));
    }
    if words.len() > 1 {
        ways.extend(words.iter().take(WORDS_ALONE).map(|word| (says.instead[2], *word)));
    }
    ways.retain(|(_, text)| !text.is_empty());
    if ways.is_empty() && !is_filtered(place) {
        return Html::default();
    }
    let ways = ways.into_iter().map(|(how, text)| {
        let href = Route::Search(SearchPlace { text: text.to_owned(), ..place.clone() }).href();
        html! { <li><a class="chip" {href}>{ how }<span lang="vi">{ text }</span></a></li> }
    });
    html! {
        <ul class="chips" aria-label={says.nothing_help}>
            if is_filtered(place) {
                <li><a class="chip" href={Route::Search(unfiltered(place)).href()}>{ says.clear_filters }</a></li>
            }
            { for ways }
        </ul>
    }
}

fn tier(
    messages: &Messages,
    archive: &Archive,
    place: &SearchPlace,
    at: usize,
    hits: &[Hit],
    drawn: usize,
    is_early: bool,
) -> Html {
    let Some(first) = hits.first() else { return html! {} };
    let id = ["bac-", &at.to_string()].concat();
    let items = hits.iter().enumerate().filter_map(|(at, hit)| {
        if at < drawn {
            return item(messages, archive, place, hit, is_early);
        }
        // As high as most results are: what stands below stays there.
        Some(html! { <li key={hit.document} class="result result-later" aria-hidden="true" /> })
    });
    html! {
        <section key={tier_key(first.tier)} aria-labelledby={id.clone()}>
            <h2 class="tier" {id}>{ (messages.search.tier)(first.tier) }</h2>
            <ol class="results">{ for items }</ol>
        </section>
    }
}

fn tier_key(tier: Tier) -> &'static str {
    match tier {
        Tier::Near => "near",
        Tier::All => "all",
        Tier::Most => "most",
        Tier::Typo => "typo",
    }
}

/// One result. A document whose page of the catalogue is damaged is left out; while that page is on
/// its way, the title's place is kept.
fn item(
    messages: &Messages,
    archive: &Archive,
    place: &SearchPlace,
    hit: &Hit,
    is_early: bool,
) -> Option<Html> {
    let summary = match archive.at(hit.document) {
        Ok(summary) => summary,
        Err(Absent::Waiting) => {
            return Some(html! {
                <li key={hit.document} class="result">
                    <h3 class="result-title">{ pending(messages, Absent::Waiting) }</h3>
                    { snippet(messages, hit, is_early) }
                </li>
            });
        }
        Err(_) => return None,
    };
    let mut target = ArticlePlace::of(&summary.id, &summary.title);
    target.query = place.text.trim().to_owned();
    let unit = summary.unit.as_ref().and_then(|id| archive.unit(id.as_str()));
    let says = &messages.search;
    Some(html! {
        <li key={summary.id.as_str()} class="result">
            <h3 class="result-title" lang="vi">
                <a href={Route::Article(target).href()}>{ marked(&summary.title, &hit.title_marks) }</a>
            </h3>
            <p class="result-meta">
                if let Some((when, status)) = summary.listed() {
                    <span>{ date(messages, when) }{ " " }{ how_known(messages, status) }</span>
                }
                if let Some(unit) = unit { <span lang="vi">{ &unit.name }</span> }
                if hit.expanded { <abbr title={says.expanded_help}>{ says.expanded }</abbr> }
            </p>
            { snippet(messages, hit, is_early) }
            if !hit.lacks.is_empty() {
                <p class="result-note">{ (says.lacks)(&hit.lacks.join(", ")) }</p>
            }
        </li>
    })
}

/// The passage; of an early answer its place, as high as most passages are.
fn snippet(messages: &Messages, hit: &Hit, is_early: bool) -> Html {
    match &hit.snippet {
        Some(snippet) => html! {
            <p class="result-snippet" lang="vi">
                if snippet.cut_before { { "…" } }
                { marked(&snippet.text, &snippet.marks) }
                if snippet.cut_after { { "…" } }
            </p>
        },
        None if is_early => html! {
            <div class="result-snippet result-pending" aria-hidden="true">
                <span class="skeleton-line" /><span class="skeleton-line" />
            </div>
        },
        None => html! { <p class="result-note">{ messages.search.no_snippet }</p> },
    }
}
