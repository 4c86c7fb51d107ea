//! The original: the text byte for byte, and whether it is still what was packed.

use model::Span;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::Beside;
use crate::hooks::{LoadedArticle, use_messages};
use crate::i18n::beside::beside;
use crate::markup::html;
use crate::platform::digest;
use crate::route::Route;

/// The text with a sentence marked, where there is such a sentence.
fn text(text: &str, proof: Option<Span>) -> Html {
    let cut = proof
        .map(Span::range)
        .and_then(|at| Some((text.get(..at.start)?, text.get(at.clone())?, text.get(at.end..)?)));
    match cut {
        Some((before, words, after)) => html! {
            <>{ before }<span class="is-target proof">{ words }</span>{ after }</>
        },
        None => html! { { text } },
    }
}

/// The original in the place of the text.
pub(super) fn original(beside: &Beside<'_>) -> Html {
    html! { <Original article={beside.article.clone()} proof={beside.addressed} /> }
}

/// Props of [`Original`].
#[derive(Properties, PartialEq)]
struct OriginalProps {
    /// Which.
    article: LoadedArticle,
    /// The sentence shown as the proof of a fact.
    proof: Option<Span>,
}

/// The original text with its digest, recomputed here and now. A match shows that nothing was
/// damaged; it does not show who wrote it.
#[component]
fn Original(OriginalProps { article, proof }: &OriginalProps) -> Html {
    let messages = use_messages();
    let found = use_state_eq(|| None);
    let result = found.clone();
    use_effect_with(article.clone(), move |article| {
        let article = article.clone();
        spawn_local(async move {
            result.set(Some(digest::sha256(article.text.as_bytes()).await));
        });
    });
    let says = &beside(messages).original;
    let source = &article.source;
    let reading = source.reading.as_ref();
    let packed = reading.map_or(&source.sha256, |reading| &reading.sha256);
    let help = match reading {
        Some(reading) => AttrValue::from((says.original_read)(&reading.from)),
        None => says.original_help.into(),
    };
    let back = Route::article(&article.id, &article.title).href();
    let verdict = match &*found {
        None => html! { <p role="status">{ says.digest_waiting }</p> },
        Some(found) if found.eq_ignore_ascii_case(packed) => {
            html! { <p class="digest-right" role="status">{ says.digest_matches }</p> }
        }
        Some(found) => html! {
            <div class="notice notice-failed" role="alert">
                <p>{ says.digest_differs }</p>
                <p class="digest">{ found }</p>
            </div>
        },
    };
    html! {
        <section class="section">
            <h2 class="section-title">{ messages.article.original }</h2>
            <p class="section-note">{ help }</p>
            <p class="button-row"><a class="button" href={back}>{ says.reading }</a></p>
            <pre class="original" lang="vi" tabindex="0">{ text(&article.text, *proof) }</pre>
            <dl class="facts facts-wide">
                <div class="fact"><dt>{ says.source }</dt><dd class="digest">{ article.source.file.as_deref().or(article.source.url.as_deref()).unwrap_or(messages.facts.unknown) }{ " · " }{ (messages.dates.bytes)(article.source.bytes) }</dd></div>
                <div class="fact"><dt>{ says.digest }</dt><dd class="digest">{ &article.source.sha256 }</dd></div>
            </dl>
            { verdict }
        </section>
    }
}
