//! Finding words in an article: what is looked for, which stands in the address, and the way from one
//! place to the next. The bar itself is drawn by `beside`.

use yew::prelude::*;

use super::text::mark_selector;
use crate::hooks::retype;
use crate::platform::dom;
use crate::route::{ArticlePlace, Route};

/// The id of the field.
pub(crate) const FIELD: &str = "tim-trong-bai";

/// Where a reader stands.
pub struct Finding {
    /// Whether the bar shows.
    pub is_open: bool,
    /// The place reached, from 0.
    pub at: Option<usize>,
    /// How many places there are.
    pub count: usize,
    /// Goes on to the next place, or back to the one before.
    pub step: Callback<bool>,
    /// Looks for other words.
    pub seek: Callback<String>,
    /// Opens the bar.
    pub open: Callback<MouseEvent>,
    /// Shuts the bar.
    pub shut: Callback<()>,
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
