//! An article on paper: what goes with it, and where it is from.

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::components::{Dialog, qr, shut_dialog};
use crate::hooks::{
    ArchiveRef, Language, LoadedArticle, is_public, permalink, use_archive, use_today,
};
use crate::i18n::beside::beside;
use crate::markup::html;
use crate::platform::{dom, print, timer};

/// On the root while it is printed: what is left out, as the stylesheet knows it.
const LEFT_OUT: &str = "data-print";

/// Props of [`Paper`].
#[derive(Properties, PartialEq)]
pub(super) struct PaperProps {
    pub language: Language,
    /// Whether the article has an address to be photographed.
    pub has_code: bool,
    pub on_close: Callback<()>,
}

/// What goes with the article, and the button that prints.
#[component]
pub(super) fn Paper(PaperProps { language, has_code, on_close }: &PaperProps) -> Html {
    let actions = &beside(language.messages()).actions;
    let says = &actions.print;
    let (facts, code) = (use_state_eq(|| true), use_state_eq(|| true));
    let toggle = |which: &UseStateHandle<bool>| {
        let which = which.clone();
        Callback::from(move |_: Event| which.set(!*which))
    };
    let (with_facts, with_code) = (*facts, *code);
    let onclick = Callback::from(move |_: MouseEvent| {
        shut_dialog();
        spawn_local(async move {
            // The dialog must be gone from the page first.
            timer::sleep(50).await;
            let left_out = [(with_facts, "facts"), (with_code, "code")];
            let left_out: Vec<&str> =
                left_out.into_iter().filter(|(is_in, _)| !is_in).map(|(_, name)| name).collect();
            dom::set_root_attribute(LEFT_OUT, Some(&left_out.join(" ")));
            print::page_and_then(|| dom::set_root_attribute(LEFT_OUT, None));
        });
    });
    let row = |checked: bool, onchange: Callback<Event>, words: &'static str| {
        html! {
            <label class="check">
                <input type="checkbox" {checked} {onchange} /><span class="check-name">{ words }</span>
            </label>
        }
    };
    html! {
        <Dialog title={says.title} close={actions.close} {on_close}>
            { row(with_facts, toggle(&facts), says.facts) }
            if *has_code { { row(with_code, toggle(&code), says.code) } }
            <p class="button-row">
                <button type="button" class="button button-main" {onclick}>{ says.go }</button>
            </p>
        </Dialog>
    }
}

/// Props of [`Foot`].
#[derive(Properties, PartialEq)]
pub(super) struct FootProps {
    pub language: Language,
    pub archive: ArchiveRef,
    pub article: LoadedArticle,
}

/// At the end of the printed article: from where it is, and when it was printed.
#[component]
pub(super) fn Foot(FootProps { language, archive, article }: &FootProps) -> Html {
    let messages = language.messages();
    let says = &beside(messages).actions;
    let day = (messages.dates.day)(use_today());
    let address = permalink(archive, &article.id);
    let has_code = is_public(&address) && use_archive().preview.is_none();
    html! {
        <div class="paper-foot" aria-hidden="true">
            if has_code { { qr(&address, says.share.code) } }
            <p>{ (says.print.foot)(&archive.manifest.title, &day) }</p>
            if has_code { <p class="digest">{ address }</p> }
        </div>
    }
}
