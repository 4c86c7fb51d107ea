//! The clerk's desk: a folder of articles becomes an archive, in the browser.
//!
//! | module | holds |
//! |---|---|
//! | `state` | what stands on the desk |
//! | `work` | what is done: everything is read and bound |
//! | `statements` | what is stated is stored until archive.toml has it |
//! | `taking`, `giving` | files come in; bundles, sites and work go out |
//! | `wire` | the conversation with the indexer |
//! | `place` | where files that come in lie in an archive |
//! | `door`, `gate` | the desk is a wing of its own: readers never load it |
//! | `intake`, `list`, `editor`, `copies`, `settings`, `finish` | what is drawn |

mod copies;
mod door;
mod editor;
mod finish;
mod gate;
mod giving;
mod intake;
mod list;
mod place;
mod settings;
mod state;
mod statements;
mod taking;
mod wire;
mod work;

use std::rc::Rc;

use calendar::Date;
use yew::prelude::*;

use self::state::{Phase, Remark, State};
use self::work::desk;
use crate::components::Page;
use crate::hooks::{ArchiveRef, Language, use_archive};
use crate::i18n::Messages;
use crate::i18n::annex::desk::{Desk as Says, desk as desk_says};
use crate::markup::html;

pub use door::desk_page;

/// The clerk's desk, once its wing is here.
fn page(messages: &'static Messages, archive: &ArchiveRef, today: Date) -> Html {
    let says = desk_says(messages);
    let language = messages.language;
    html! {
        <Page key="desk" title={says.title} archive={archive.manifest.title.clone()}>
            <header class="page-head">
                <h1 class="page-title">{ says.title }</h1>
                <p class="page-lead">{ says.lead }</p>
                <p class="desk-promise">{ says.promise }</p>
            </header>
            <Board {language} {today} />
        </Page>
    }
}

/// Props of [`Board`].
#[derive(Properties, PartialEq)]
struct BoardProps {
    language: Language,
    today: Date,
}

/// What the parts of the page are drawn from.
#[derive(Clone)]
struct View {
    messages: &'static Messages,
    says: &'static Says,
    state: Rc<State>,
    /// When the clerk states something: 2026-10-14.
    today: Date,
}

impl View {
    fn number(&self, number: usize) -> String {
        (self.messages.dates.number)(number as u64)
    }
}

#[component]
fn Board(BoardProps { language, today }: &BoardProps) -> Html {
    let messages = language.messages();
    let says = desk_says(messages);
    let show = use_archive().show;
    let redraw = use_force_update();
    use_effect_with(*language, move |language| {
        let desk = desk();
        desk.draw_with(Some(Callback::from(move |()| redraw.force_update())));
        desk.speak(*language == Language::En, says.untitled);
        // What was previewed is looked at again only when it is asked for.
        show.emit(None);
        desk.open();
        move || desk.draw_with(None)
    });
    let show = use_archive().show;
    let state = Rc::new(desk().state());
    let view = View { messages, says, state, today: *today };
    html! {
        <div class="desk">
            <div class="desk-said" aria-live="polite">{ said(&view) }</div>
            { body(&view, &show) }
        </div>
    }
}

fn body(view: &View, show: &Callback<Option<crate::hooks::Preview>>) -> Html {
    let View { says, state, .. } = view;
    match state.phase {
        Phase::Opening => html! { <p role="status">{ says.opening }</p> },
        Phase::Elsewhere => html! { <p class="notice">{ says.elsewhere }</p> },
        Phase::Absent => html! { <p class="notice">{ says.absent }</p> },
        Phase::Empty => intake::first(view),
        Phase::Left => intake::left(view),
        Phase::Keeping(done, of) => progress(
            view,
            (says.keeping)(&view.number(done as usize), &view.number(of as usize)),
            done,
            of,
        ),
        Phase::Reading(done, of) => progress(
            view,
            (says.reading)(&view.number(done as usize), &view.number(of as usize)),
            done,
            of,
        ),
        Phase::Crashed => html! {
            <div class="notice notice-failed" role="alert">
                <p>{ says.crashed }</p>
                <p class="button-row">{ button(says.again, "button button-main", || desk().resume()) }</p>
            </div>
        },
        Phase::Ready => ready(view, show),
    }
}

fn ready(view: &View, show: &Callback<Option<crate::hooks::Preview>>) -> Html {
    let View { says, state, .. } = view;
    let Some(report) = &state.report else {
        let part = state.binding.unwrap_or(0);
        return progress(view, (says.binding)(part), part.into(), 100);
    };
    html! {
        <div class="desk-parts">
            <div class="desk-main">
                { list::view(view, report) }
                { copies::view(view, report) }
                { list::skipped(view, report) }
            </div>
            <div class="desk-side">
                { settings::view(view, report) }
                { finish::view(view, report, show) }
                { intake::more(view) }
            </div>
        </div>
    }
}

/// What happened last, and what could not be kept.
fn said(view: &View) -> Html {
    let View { says, state, messages, .. } = view;
    let number = |n: usize| view.number(n);
    let remark = match &state.remark {
        Remark::Nothing => String::new(),
        Remark::Taken(files, same) => (says.taken)(&number(*files), &number(*same)),
        Remark::Saving => says.saving.to_owned(),
        Remark::Saved => says.saved.to_owned(),
        Remark::NotWritten(why) => why.clone(),
        Remark::Making => says.making.to_owned(),
        Remark::Made(name, bytes) => (says.made)(name, &(messages.dates.bytes)(*bytes)),
        Remark::NotMade(word) => (says.not_made)(word),
    };
    let is_bad = matches!(state.remark, Remark::NotWritten(_) | Remark::NotMade(_));
    let names = state.lost.join(", ");
    html! {
        <>
            if !remark.is_empty() {
                <p class={[Some("desk-remark"), is_bad.then_some("desk-remark-bad")]}>{ remark }</p>
            }
            if let Some(word) = &state.fault { <p class="notice notice-failed">{ (says.fault)(word) }</p> }
            if !state.kept && state.phase != Phase::Opening { <p class="notice">{ says.not_kept }</p> }
            if !names.is_empty() { <p class="notice notice-failed">{ (says.lost)(&names) }</p> }
            if state.settings_left { <p class="notice">{ says.settings_left }</p> }
            if state.outside > 0 { <p class="notice">{ (says.outside)(&number(state.outside)) }</p> }
        </>
    }
}

fn progress(view: &View, words: String, done: u32, of: u32) -> Html {
    html! {
        <div class="desk-progress">
            <p>{ words }</p>
            <progress aria-label={view.says.progress} max={of.max(1).to_string()} value={done.to_string()} />
        </div>
    }
}

/// A button that does something.
fn button(words: &'static str, class: &'static str, deed: impl Fn() + 'static) -> Html {
    let onclick = Callback::from(move |_: MouseEvent| deed());
    html! { <button type="button" {class} {onclick}>{ words }</button> }
}
