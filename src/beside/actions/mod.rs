//! What can be done with an article: hear it, mark it, hand it on, print it, write about it. What cannot
//! work where it is does not show.

mod aloud;
mod icons;
mod letter;
mod paper;

use model::ArticleId;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use self::aloud::use_aloud;
use self::paper::{Foot, Paper};
use super::Beside;
use crate::components::{Dialog, Icon, icon, line_icon, qr};
use crate::hooks::{
    ArchiveRef, Language, LoadedArticle, can_bookmark, forget_bookmark, is_bookmarked, is_public,
    keep_bookmark, permalink, use_archive,
};
use crate::i18n::beside::actions::Actions;
use crate::i18n::beside::beside;
use crate::markup::html;
use crate::platform::dom;
use crate::platform::share::{Shared, copy, share};
use crate::route::{ArticlePart, ArticlePlace, Route};

/// The field with an address to be copied by hand.
const BY_HAND: &str = "lien-ket-bai";

/// The bar under the text.
pub(super) fn bar(beside: &Beside<'_>) -> Html {
    let (language, archive) = (beside.messages.language, beside.archive.clone());
    let article = beside.article.clone();
    let find = (!beside.is_original).then(|| beside.finding.open.clone());
    html! { <Bar {language} {archive} {article} {find} /> }
}

/// At the end of the printed article.
pub(super) fn foot(beside: &Beside<'_>) -> Html {
    let (language, archive) = (beside.messages.language, beside.archive.clone());
    html! { <Foot {language} {archive} article={beside.article.clone()} /> }
}

#[derive(Properties, PartialEq)]
struct BarProps {
    language: Language,
    archive: ArchiveRef,
    article: LoadedArticle,
    find: Option<Callback<MouseEvent>>,
}

/// What lies over the page.
#[derive(Clone, Copy, PartialEq)]
enum Over {
    Code,
    Paper,
}

/// What was said last of what was done.
#[derive(Clone, Copy, PartialEq)]
enum Said {
    Nothing,
    Copied,
    ByHand,
    Kept,
    Gone,
    NotKept,
}

#[component]
fn Bar(BarProps { language, archive, article, find }: &BarProps) -> Html {
    let messages = language.messages();
    let says = &beside(messages).actions;
    let over = use_state_eq(|| None::<Over>);
    let said = use_state_eq(|| Said::Nothing);
    let is_marked = use_state_eq(|| is_bookmarked(&article.id));
    let aloud = use_aloud(article);
    // Nobody else can open what a clerk only looks at.
    let is_preview = use_archive().preview.is_some();
    let address = permalink(archive, &article.id);
    let is_open = is_public(&address) && !is_preview;
    {
        let said = said.clone();
        use_effect_with(*said, move |said| {
            if *said == Said::ByHand {
                let field = ["#", BY_HAND].concat();
                dom::focus(&field);
                dom::select(&field);
            }
        });
    }
    let show = |what: Over| {
        let over = over.clone();
        Callback::from(move |_: MouseEvent| over.set(Some(what)))
    };
    let on_close = {
        let over = over.clone();
        Callback::from(move |()| over.set(None))
    };
    let on_copy = {
        let (said, address) = (said.clone(), address.clone());
        Callback::from(move |_: MouseEvent| {
            let (said, address) = (said.clone(), address.clone());
            spawn_local(async move { said.set(told(copy(&address).await)) });
        })
    };
    let on_share = {
        let (said, address, title) = (said.clone(), address.clone(), article.title.clone());
        Callback::from(move |_: MouseEvent| {
            let (said, address, title) = (said.clone(), address.clone(), title.clone());
            spawn_local(async move { said.set(told(share(&title, &address).await)) });
        })
    };
    let on_mark = {
        let (said, is_marked) = (said.clone(), is_marked.clone());
        let (id, title) = (article.id.clone(), article.title.clone());
        Callback::from(move |_: MouseEvent| said.set(mark(&is_marked, &id, &title)))
    };
    let original = Route::Article(ArticlePlace {
        part: ArticlePart::Original,
        ..ArticlePlace::of(&article.id, &article.title)
    });
    let cite = Route::Cite(ArticlePlace::of(&article.id, ""));
    let letter = if is_preview { None } else { letter::address(says, archive, article, &address) };
    html! {
        <section class="actions" aria-label={says.title}>
            <div class="button-row article-tools">
                { aloud.button(messages) }
                if can_bookmark() {
                    <button type="button" class="button" id="danh-dau" aria-pressed={if *is_marked { "true" } else { "false" }} onclick={on_mark}>
                        { line_icon(icons::MARK) }{ says.bookmark.button }
                    </button>
                }
                if !is_preview {
                    <button type="button" class="button can-share" onclick={on_share}>{ line_icon(icons::SHARE) }{ says.share.button }</button>
                }
                if let Some(find) = find {
                    <button type="button" class="button" onclick={find.clone()}>{ icon(Icon::Lens) }{ messages.article.find }</button>
                }
                <button type="button" class="button can-print" onclick={show(Over::Paper)}>{ line_icon(icons::SHEET) }{ says.print.button }</button>
            </div>
            <details class="fold actions-more">
                <summary>{ says.more }</summary>
                <div class="button-row">
                    if is_open {
                        <button type="button" class="button" onclick={show(Over::Code)}>{ says.share.code_button }</button>
                    }
                    if find.is_some() {
                        <a class="button" href={original.href()}>{ messages.article.original }</a>
                        <a class="button" href={cite.href()}>{ says.cite }</a>
                    }
                    if can_bookmark() {
                        <a class="button" href={Route::Bookmarks.href()}>{ says.bookmark.all }</a>
                    }
                    <a class="button can-save" href={Route::Keep.href()}>{ says.keep }</a>
                    if let Some(letter) = letter {
                        <a class="button can-share" href={letter} rel="noopener">{ says.report }</a>
                    }
                </div>
            </details>
            { remark(says, *said, &address) }
            { aloud.steering(messages) }
            { match *over {
                Some(Over::Code) => code(says, &address, &on_copy, &on_close),
                Some(Over::Paper) => {
                    html! { <Paper language={*language} has_code={is_open} {on_close} /> }
                }
                None => Html::default(),
            } }
        </section>
    }
}

fn told(shared: Shared) -> Said {
    match shared {
        Shared::BySheet => Said::Nothing,
        Shared::Copied => Said::Copied,
        Shared::Refused => Said::ByHand,
    }
}

/// Puts the mark on or takes it off.
fn mark(is_marked: &UseStateHandle<bool>, id: &ArticleId, title: &str) -> Said {
    // Another tab may have changed it.
    if is_bookmarked(id) {
        forget_bookmark(id);
        is_marked.set(false);
        return Said::Gone;
    }
    let is_kept = keep_bookmark(id, title);
    is_marked.set(is_kept);
    if is_kept { Said::Kept } else { Said::NotKept }
}

/// What became of it, in a live region; and an address that only a hand can copy.
fn remark(says: &Actions, said: Said, address: &str) -> Html {
    let words = match said {
        Said::Nothing => "",
        Said::Copied => says.share.copied,
        Said::ByHand => says.share.by_hand,
        Said::Kept => says.bookmark.kept,
        Said::Gone => says.bookmark.gone,
        Said::NotKept => says.bookmark.failed,
    };
    html! {
        <>
            <p class="search-status" role="status">
                { words }
                if said == Said::Kept {
                    { " " }<a href={Route::Bookmarks.href()}>{ says.bookmark.all }</a>
                }
            </p>
            if said == Said::ByHand {
                <p class="field"><input id={BY_HAND} class="digest" type="text" readonly=true value={address.to_owned()} aria-label={says.share.by_hand} /></p>
            }
        </>
    }
}

/// The address as a code.
fn code(
    says: &Actions,
    address: &str,
    on_copy: &Callback<MouseEvent>,
    on_close: &Callback<()>,
) -> Html {
    html! {
        <Dialog title={says.share.code_title} close={says.close} {on_close}>
            <p>{ says.share.code_how }</p>
            { qr(address, says.share.code) }
            <p class="digest">{ address }</p>
            <p class="button-row">
                <button type="button" class="button can-copy" onclick={on_copy.clone()}>{ says.share.copy }</button>
            </p>
        </Dialog>
    }
}
