//! The articles that the reader put a mark on.

use yew::prelude::*;

use crate::components::{Page, date, empty, known, pending};
use crate::hooks::{
    Absent, Archive, ArchiveRef, Bookmark, Language, bookmarks, can_bookmark, keep_bookmarks,
};
use crate::i18n::Messages;
use crate::i18n::annex::annex;
use crate::markup::html;
use crate::platform::dom::{self, Listener};
use crate::route::Route;

/// The button that brings back what was taken away.
const UNDO: &str = "hoan-tac";

/// The articles that the reader put a mark on.
pub fn bookmarks_page(messages: &Messages, archive: &ArchiveRef) -> Html {
    html! { <Bookmarks language={messages.language} archive={archive.clone()} /> }
}

#[derive(Properties, PartialEq)]
struct BookmarksProps {
    language: Language,
    archive: ArchiveRef,
}

/// What was done last.
#[derive(Clone, PartialEq)]
enum Deed {
    Nothing,
    /// These stood there before; what was taken away, in words.
    Removed(Vec<Bookmark>, String),
    Undone,
}

#[component]
fn Bookmarks(BookmarksProps { language, archive }: &BookmarksProps) -> Html {
    let messages = language.messages();
    let says = &annex(messages).bookmarks;
    let deed = use_state(|| Deed::Nothing);
    let update = use_force_update();
    use_effect_with((), move |()| {
        // Another tab has changed them.
        let listener = Listener::window("storage", move || update.force_update());
        move || drop(listener)
    });
    {
        // The focus must not go away with a button.
        let is_removed = matches!(*deed, Deed::Removed(..));
        let is_undone = *deed == Deed::Undone;
        let count = bookmarks().len();
        use_effect_with((count, is_removed, is_undone), |(_, is_removed, is_undone)| {
            if *is_removed {
                dom::focus(&["#", UNDO].concat());
            } else if *is_undone {
                dom::focus("main h1");
            }
        });
    }
    let list = bookmarks();
    let remove = |what: Option<&Bookmark>| {
        let (deed, what, list) = (deed.clone(), what.cloned(), list.clone());
        Callback::from(move |_: MouseEvent| {
            let (left, words) = match &what {
                Some(one) => {
                    let left = list.iter().filter(|kept| kept.id != one.id).cloned().collect();
                    (left, (says.removed)(&one.title))
                }
                None => {
                    let count = (messages.dates.number)(list.len() as u64);
                    (Vec::new(), (says.removed_all)(&count))
                }
            };
            keep_bookmarks(&left);
            deed.set(Deed::Removed(list.clone(), words));
        })
    };
    let said = match &*deed {
        Deed::Nothing => Html::default(),
        Deed::Undone => html! { { says.undone } },
        Deed::Removed(before, words) => {
            let (before, deed) = (before.clone(), deed.clone());
            let onclick = Callback::from(move |_: MouseEvent| {
                keep_bookmarks(&before);
                deed.set(Deed::Undone);
            });
            html! {
                <>
                    { words }{ " " }
                    <button type="button" class="button" id={UNDO} {onclick}>{ says.undo }</button>
                </>
            }
        }
    };
    let rows = list.iter().map(|one| row(messages, archive, one, remove(Some(one))));
    html! {
        <Page title={says.title} archive={archive.manifest.title.clone()}>
            <header class="page-head">
                <h1 class="page-title">{ says.title }</h1>
                <p class="section-note">{ if can_bookmark() { says.note } else { says.closed } }</p>
            </header>
            <p class="search-status" role="status">{ said }</p>
            if list.is_empty() {
                { empty(says.none, says.none_help) }
            } else {
                <ul class="entries bookmarks">{ for rows }</ul>
                if list.len() > 1 {
                    <p class="button-row"><button type="button" class="button" onclick={remove(None)}>{ says.remove_all }</button></p>
                }
            }
        </Page>
    }
}

/// An article, as the archive knows it now; else its title as it was.
fn row(
    messages: &Messages,
    archive: &Archive,
    one: &Bookmark,
    onclick: Callback<MouseEvent>,
) -> Html {
    let says = &annex(messages).bookmarks;
    let summary = archive.summary(&one.id);
    let told = match &summary {
        Ok(summary) => {
            let unit = summary.unit.as_ref().and_then(|id| archive.unit(id.as_str()));
            html! {
                <>
                    <h2 class="entry-title"><a href={Route::article(&summary.id, &summary.title).href()} lang="vi">{ &summary.title }</a></h2>
                    <p class="entry-meta">
                        if let Some((when, status)) = summary.listed() {
                            <span>{ date(messages, when) }{ " " }{ known(messages, archive, status, None) }</span>
                        }
                        if let Some(unit) = unit { <span lang="vi">{ &unit.name }</span> }
                    </p>
                </>
            }
        }
        Err(Absent::Waiting) => {
            html! { <h2 class="entry-title">{ pending(messages, Absent::Waiting) }</h2> }
        }
        Err(_) => html! {
            <>
                <h2 class="entry-title" lang="vi">{ &one.title }</h2>
                <p class="entry-meta">{ says.lost }</p>
            </>
        },
    };
    html! {
        <li key={one.id.as_str()} class="entry">
            <div>{ told }</div>
            <button type="button" class="button" {onclick}>
                { says.remove }<span class="unseen" lang="vi">{ " " }{ &one.title }</span>
            </button>
        </li>
    }
}
