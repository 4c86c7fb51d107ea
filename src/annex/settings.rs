//! How the reader likes to read.

use model::bundle::PartKind;
use yew::prelude::*;

use super::shortcuts::Shortcuts;
use super::told::{Switch, Switched};
use crate::components::Page;
use crate::hooks::{
    Archive, Language, Lines, Settings, SettingsAction, SettingsHandle, TextSize, Theme,
    forget_all_recent, recent, remember, remembers,
};
use crate::i18n::Messages;
use crate::i18n::annex::annex;
use crate::i18n::annex::settings::language_name;
use crate::markup::html;
use crate::platform::dom;
use crate::route::Mode;

/// Theme, contrast, text size, line spacing, language; `handle` is how they stand and are changed.
pub fn settings_page(
    messages: &'static Messages,
    archive: &Archive,
    handle: Option<SettingsHandle>,
) -> Html {
    let now = handle.as_ref().map(|handle| **handle).unwrap_or_default();
    let act = Callback::from(move |action: SettingsAction| {
        if let Some(handle) = &handle {
            handle.dispatch(action);
        }
    });
    let says = &annex(messages).settings;
    let themes = Theme::ALL.into_iter().map(|theme| {
        let words = (says.theme_name)(theme).into();
        choice("theme", words, theme == now.theme, SettingsAction::Theme(theme), &act)
    });
    let sizes = TextSize::ALL.into_iter().map(|size| {
        let words = (says.size_name)(size).into();
        choice("size", words, size == now.size, SettingsAction::Size(size), &act)
    });
    let lines = Lines::ALL.into_iter().map(|lines| {
        let words = (says.lines_name)(lines).into();
        choice("lines", words, lines == now.lines, SettingsAction::Lines(lines), &act)
    });
    let switch = act.clone();
    let onchange =
        Callback::from(move |_: Event| switch.emit(SettingsAction::Contrast(!now.contrast)));
    let designed = Settings { language: now.language, ..Settings::default() };
    let reset = {
        let act = act.clone();
        Callback::from(move |_: MouseEvent| act.emit(SettingsAction::All(designed)))
    };
    let is_kept = matches!(Mode::of(&dom::page_query()), Mode::Page | Mode::Plain);
    let languages = Language::ALL.into_iter().map(|language| {
        let words = language_name(language).into();
        choice(
            "language",
            words,
            language == now.language,
            SettingsAction::Language(language),
            &act,
        )
    });
    html! {
        <Page title={says.title} archive={archive.manifest.title.clone()}>
            <header class="page-head"><h1 class="page-title">{ says.title }</h1></header>
            <fieldset class="setting">
                <legend>{ says.theme }</legend>
                <div class="choices">{ for themes }</div>
                <label class="check">
                    <input type="checkbox" id="tuong-phan" checked={now.contrast} {onchange} />
                    <span class="check-name">{ says.contrast }</span>
                </label>
            </fieldset>
            <fieldset class="setting">
                <legend>{ says.size }</legend>
                <div class="choices">{ for sizes }</div>
            </fieldset>
            <fieldset class="setting">
                <legend>{ says.lines }</legend>
                <div class="choices">{ for lines }</div>
            </fieldset>
            <div class="setting setting-sample">
                <p class="setting-note">{ says.sample_head }</p>
                <p class="article-text" lang="vi">{ says.sample }</p>
                <p class="button-row"><button type="button" class="button" onclick={reset} disabled={now == designed}>{ says.reset }</button></p>
                <p class="search-status" role="status">{ if now == designed { says.as_designed } else { "" } }</p>
            </div>
            <fieldset class="setting">
                <legend>{ says.language }</legend>
                <div class="choices">{ for languages }</div>
                <p class="setting-note">{ says.language_help }</p>
            </fieldset>
            { reference(messages, archive) }
            if is_kept {
                <Recents language={messages.language} />
                <Shortcuts language={messages.language} />
                <p class="setting-note">{ says.kept }</p>
            }
        </Page>
    }
}

/// Days of reference, shown or hidden; nothing where the archive has none.
fn reference(messages: &'static Messages, archive: &Archive) -> Html {
    if archive.manifest.shelf(&PartKind::Reference).is_none() {
        return Html::default();
    }
    let draw = Callback::from(move |switch: Switch| {
        let says = &annex(messages).told.reference;
        let one = |words: &'static str, shown: bool| {
            choice("reference", words.into(), shown == switch.is_shown, shown, &switch.set)
        };
        html! {
            <fieldset class="setting">
                <legend>{ says.title }</legend>
                <div class="choices">{ one(says.shown, true) }{ one(says.hidden, false) }</div>
                <p class="setting-note">{ says.note }</p>
            </fieldset>
        }
    });
    html! { <Switched {draw} /> }
}

/// Props of [`Recents`].
#[derive(Properties, PartialEq)]
struct RecentsProps {
    language: Language,
}

/// Whether the latest searches are kept, and a button to forget them.
#[component]
fn Recents(RecentsProps { language }: &RecentsProps) -> Html {
    let says = &annex(language.messages()).settings;
    let update = use_force_update();
    let count = recent().len();
    let switch = {
        let update = update.clone();
        Callback::from(move |_: Event| {
            remember(!remembers());
            update.force_update();
        })
    };
    let clear = Callback::from(move |_: MouseEvent| {
        forget_all_recent();
        // The focus must not go away with the button.
        dom::focus("#nho-tim");
        update.force_update();
    });
    html! {
        <fieldset class="setting">
            <legend>{ says.recent }</legend>
            <label class="check">
                <input type="checkbox" id="nho-tim" checked={remembers()} onchange={switch} />
                <span class="check-name">{ says.recent_keep }</span>
            </label>
            if count > 0 {
                <p><button type="button" class="button" onclick={clear}>{ (says.recent_clear)(count) }</button></p>
            } else {
                <p class="setting-note">{ says.recent_none }</p>
            }
        </fieldset>
    }
}

fn choice<A: Copy + 'static>(
    name: &'static str,
    words: AttrValue,
    checked: bool,
    action: A,
    act: &Callback<A>,
) -> Html {
    let act = act.clone();
    let onchange = Callback::from(move |_: Event| act.emit(action));
    html! {
        <label class="choice">
            <input type="radio" {name} {checked} {onchange} />
            <span>{ words }</span>
        </label>
    }
}
