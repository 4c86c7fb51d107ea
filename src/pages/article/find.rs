//! Finding words in an article: a bar with what is looked for, where the reader stands among the
//! places, and the way from one to the next. What is looked for stands in the address.

use yew::prelude::*;

use super::text::mark_selector;
use crate::components::{Icon, icon};
use crate::hooks::retype;
use crate::i18n::Messages;
use crate::markup::html;
use crate::platform::dom;
use crate::route::{ArticlePlace, Route};

/// The id of the field.
pub(super) const FIELD: &str = "tim-trong-bai";

/// Where a reader stands.
pub(super) struct Finding {
    /// Whether the bar shows.
    pub(super) is_open: bool,
    /// The place reached, from 0.
    pub(super) at: Option<usize>,
    count: usize,
    step: Callback<bool>,
    seek: Callback<String>,
    /// Opens the bar.
    pub(super) open: Callback<MouseEvent>,
    shut: Callback<()>,
}

/// The state of the bar. `opened` hears that its field will want the focus.
#[hook]
pub(super) fn use_find(place: &ArticlePlace, count: usize, opened: Callback<()>) -> Finding {
    let kept = use_mut_ref(|| (None::<usize>, false));
    let update = use_force_update();
    let (at, is_opened) = *kept.borrow();
    let set = move |at: Option<usize>, is_opened: bool| {
        kept.replace((at, is_opened));
        update.force_update();
    };
    let go = set.clone();
    let step = Callback::from(move |is_on: bool| {
        if let Some(next) = stepped(at, count, is_on) {
            dom::scroll_into_view(&mark_selector(next));
            go(Some(next), is_opened);
        }
    });
    let (sought, go) = (place.clone(), set.clone());
    let seek = Callback::from(move |query: String| {
        // Its places are others.
        go(None, true);
        retype(&Route::Article(ArticlePlace { query, ..sought.clone() }));
    });
    let go = set.clone();
    let open = Callback::from(move |_| {
        go(None, true);
        opened.emit(());
    });
    let plain = place.clone();
    let shut = Callback::from(move |()| {
        // Reading goes on where the reader stands.
        if !dom::focus(".article-text :has(>.is-reached)") {
            dom::focus("main h1");
        }
        set(None, false);
        retype(&Route::Article(ArticlePlace { query: String::new(), ..plain.clone() }));
    });
    let is_open = is_opened || !place.query.is_empty();
    Finding { is_open, at: at.filter(|at| *at < count), count, step, seek, open, shut }
}

/// The next place on the way round; `None` where there are none.
fn stepped(at: Option<usize>, count: usize, is_on: bool) -> Option<usize> {
    let last = count.checked_sub(1)?;
    Some(match (at, is_on) {
        (None, true) => 0,
        (None, false) => last,
        (Some(at), true) if at >= last => 0,
        (Some(at), true) => at + 1,
        (Some(at), false) => at.checked_sub(1).unwrap_or(last).min(last),
    })
}

/// Draws the bar.
pub(super) fn bar(messages: &Messages, place: &ArticlePlace, finding: &Finding) -> Html {
    let says = &messages.article;
    let Finding { at, count, step, seek, shut, .. } = finding;
    let oninput = {
        let seek = seek.clone();
        Callback::from(move |_: InputEvent| {
            seek.emit(dom::value(&["#", FIELD].concat()).unwrap_or_default());
        })
    };
    let onkeydown = {
        let (step, shut) = (step.clone(), shut.clone());
        Callback::from(move |event: KeyboardEvent| {
            match event.key().as_str() {
                "Enter" if !event.is_composing() => step.emit(!event.shift_key()),
                "Escape" => shut.emit(()),
                _ => return,
            }
            event.prevent_default();
        })
    };
    let to = |is_on: bool, name: &'static str, sign: Icon| {
        let step = step.clone();
        let onclick = Callback::from(move |_: MouseEvent| step.emit(is_on));
        html! {
            <button type="button" class="icon-button" {onclick} disabled={*count == 0}>
                { icon(sign) }<span class="unseen">{ name }</span>
            </button>
        }
    };
    let shut = shut.clone();
    let onclick = Callback::from(move |_: MouseEvent| shut.emit(()));
    let number = |number: usize| (messages.dates.number)(number as u64);
    let words = match (at, *count) {
        _ if place.query.trim().is_empty() => String::new(),
        (_, 0) => says.found_none.to_owned(),
        (None, count) => [&number(count), says.found_places].concat(),
        (Some(at), count) => [&number(at + 1), "/", &number(count), says.found_places].concat(),
    };
    html! {
        <div class="notice article-marked" role="search" aria-label={says.find}>
            <label class="unseen" for={FIELD}>{ says.find }</label>
            <input id={FIELD} class="find-input" type="text" inputmode="search" enterkeyhint="next"
                autocomplete="off" autocapitalize="off" spellcheck="false" lang="vi"
                value={place.query.clone()} {oninput} {onkeydown} />
            <span class="find-count" role="status">{ words }</span>
            { to(false, says.previous_mark, Icon::Up) }
            { to(true, says.next_mark, Icon::Down) }
            <button type="button" class="icon-button" {onclick}>
                { icon(Icon::Cross) }<span class="unseen">{ says.unmark }</span>
            </button>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::stepped;

    #[test]
    fn steps_go_round() {
        assert_eq!(stepped(None, 3, true), Some(0));
        assert_eq!(stepped(Some(2), 3, true), Some(0));
        assert_eq!(stepped(Some(0), 3, true), Some(1));
        assert_eq!(stepped(None, 3, false), Some(2));
        assert_eq!(stepped(Some(0), 3, false), Some(2));
        assert_eq!(stepped(Some(9), 3, false), Some(2));
        assert_eq!(stepped(Some(1), 0, true), None);
    }
}
