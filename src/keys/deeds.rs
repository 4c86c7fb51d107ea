//! What keys do: they press what the page shows anyway, so that nothing works by keys alone.

use super::door::focus_search;
use super::keymap::Deed;
use crate::hooks::navigate;
use crate::platform::dom;
use crate::platform::history::Arrival;
use crate::route::{Route, ToldKind};

/// What is gone through one by one: results, entries of lists, days.
const ITEMS: &str = "main .result-title a, main .entry-title a, main .row-link, main .day-what a";

/// Does it; tells whether there was anything to do.
pub(super) fn act(deed: Deed) -> bool {
    let page = match deed {
        Deed::Search => {
            focus_search();
            return true;
        }
        Deed::Next => return dom::focus_step(ITEMS, true),
        Deed::Previous => return dom::focus_step(ITEMS, false),
        Deed::NextMark => return dom::press(".article-marked button:nth-of-type(2):enabled"),
        Deed::PreviousMark => return dom::press(".article-marked button:nth-of-type(1):enabled"),
        Deed::Earlier => return dom::press("main .article-nav-previous"),
        Deed::Later => return dom::press("main .article-nav-next"),
        Deed::Bookmark => return dom::press("#danh-dau"),
        Deed::Listen => return dom::press("#nghe-doc"),
        Deed::Help | Deed::Go => return false,
        Deed::GoHome => Route::Home,
        Deed::GoTimeline => Route::Timeline { from: None, to: None },
        Deed::GoUnits => Route::Units { text: String::new() },
        Deed::GoToday => Route::Today { day: None },
        Deed::GoCalendar => Route::Calendar { of: None },
        Deed::GoTold => Route::told(ToldKind::All),
        Deed::GoBookmarks => Route::Bookmarks,
        Deed::GoSettings => Route::Settings,
    };
    navigate(&page, Arrival::Link);
    true
}
