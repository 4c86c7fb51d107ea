//! How to cite an article: in words, and for programs that keep sources.

mod formats;

use calendar::{Date, PartialDate};
use model::{Article, Status};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use self::formats::Work;
use crate::components::{Page, failed, lacking, loading};
use crate::hooks::{Archive, ArchiveRef, Language, Load, use_article};
use crate::i18n::Messages;
use crate::i18n::annex::annex;
use crate::markup::html;
use crate::platform::share::{Shared, copy};
use crate::platform::{dom, download};
use crate::route::{ArticlePlace, Route};

/// How to cite an article; `today` is the day it is read.
pub fn cite_page(
    messages: &Messages,
    archive: &ArchiveRef,
    place: &ArticlePlace,
    today: Date,
) -> Html {
    match archive.ordinal(&place.id) {
        Ok(ordinal) => {
            let (language, archive) = (messages.language, archive.clone());
            html! { <Cite key={place.id.as_str()} {language} {archive} {ordinal} {today} /> }
        }
        Err(why) => lacking(
            messages,
            archive,
            &Route::Article(place.clone()),
            messages.article.unknown,
            why,
        ),
    }
}

#[derive(Properties, PartialEq)]
struct CiteProps {
    language: Language,
    archive: ArchiveRef,
    ordinal: u32,
    today: Date,
}

#[component]
fn Cite(CiteProps { language, archive, ordinal, today }: &CiteProps) -> Html {
    let messages = language.messages();
    let says = &annex(messages).cite;
    let loaded = use_article(archive, *ordinal);
    let copied = use_state_eq(|| None::<Shared>);
    let content = match &loaded.article {
        Load::Ready(article) => {
            let said = copied.clone();
            let copy_text = Callback::from(move |text: String| {
                let said = said.clone();
                spawn_local(async move { said.set(Some(copy(&text).await)) });
            });
            view(messages, archive, article, *today, &copy_text)
        }
        Load::Waiting(progress) => loading(messages, *progress),
        Load::Failed(damage) => {
            let what = [(messages.troubles.damage)(damage.what), " (", &damage.path, ")"].concat();
            failed(messages, messages.troubles.article_title, &what, Some(&loaded.retry))
        }
    };
    let status = match *copied {
        None => "",
        Some(Shared::Refused) => says.refused,
        Some(_) => says.copied,
    };
    html! {
        <Page title={says.title} archive={archive.manifest.title.clone()}
            ready={loaded.article.ready().is_some()}>
            <div class="narrow">
                <header class="page-head"><h1 class="page-title">{ says.title }</h1></header>
                { content }
                <p class="search-status" role="status">{ status }</p>
            </div>
        </Page>
    }
}

fn view(
    messages: &Messages,
    archive: &Archive,
    article: &Article,
    today: Date,
    copy: &Callback<String>,
) -> Html {
    let says = &annex(messages).cite;
    let work = work(messages, archive, article, today);
    let words = in_words(messages, &work);
    let href = Route::article(&article.id, &article.title).href();
    let formats = [
        ("BibTeX", "bib", "application/x-bibtex", work.bibtex()),
        ("RIS", "ris", "application/x-research-info-systems", work.ris()),
        ("CSL-JSON", "json", "application/vnd.citationstyles.csl+json", work.csl()),
    ];
    html! {
        <>
            <p class="entry-title"><a {href} lang="vi">{ &article.title }</a></p>
            <section class="section">
                <h2 class="section-title">{ says.in_words }</h2>
                <p class="cite-words" lang="vi">{ &words }</p>
                <p class="button-row">{ copy_button(says.copy, copy, words) }</p>
            </section>
            { for formats.into_iter().map(|(name, extension, media, text)| {
                let file = [article.id.as_str(), ".", extension].concat();
                let kept = text.clone();
                let onclick = Callback::from(move |_: MouseEvent| download::save(&file, media, &kept));
                html! {
                    <section class="section">
                        <h2 class="section-title">{ name }</h2>
                        <pre class="cite-code" tabindex="0" aria-label={name}>{ &text }</pre>
                        <p class="button-row">
                            { copy_button(says.copy, copy, text) }
                            <button type="button" class="button can-save" {onclick}>{ says.save }</button>
                        </p>
                    </section>
                }
            }) }
        </>
    }
}

fn copy_button(words: &'static str, copy: &Callback<String>, text: String) -> Html {
    let copy = copy.clone();
    let onclick = Callback::from(move |_: MouseEvent| copy.emit(text.clone()));
    html! { <button type="button" class="button can-copy" {onclick}>{ words }</button> }
}

fn work(messages: &Messages, archive: &Archive, article: &Article, today: Date) -> Work {
    let says = &annex(messages).cite;
    let href = Route::article(&article.id, "").href();
    let published = article.published.as_ref();
    let note = match published.map(|known| known.status) {
        Some(Status::Stated) => None,
        Some(status) => Some([says.date_is, (messages.facts.status)(status)].concat()),
        None => Some(says.no_date.to_owned()),
    };
    Work {
        id: article.id.to_string(),
        title: article.title.clone(),
        authors: article.bylines.iter().map(|byline| byline.name.clone()).collect(),
        publisher: article.publisher.as_ref().map(|known| known.value.clone()),
        archive: archive.manifest.title.clone(),
        published: published.map(|known| known.value),
        note,
        url: address(archive, href),
        read: today,
    }
}

/// Where the archive is published, else where it is read, without what only this visit asked for.
fn address(archive: &Archive, href: String) -> String {
    match &archive.manifest.base_url {
        Some(base) => [base.trim_end_matches('/'), "/", &href].concat(),
        None => dom::absolute(&["./", &href].concat()).unwrap_or(href),
    }
}

/// "Bích Ngọc, Thu Hà (09/10/2020). “…”. Kho …. https://… (đọc ngày 14/10/2026)."
fn in_words(messages: &Messages, work: &Work) -> String {
    let says = &annex(messages).cite;
    let date = work.published.map(|date| match date.day() {
        Some(day) => (messages.dates.day)(day),
        None => (messages.dates.partial)(PartialDate::clone(&date)),
    });
    let note = work.note.as_deref().filter(|_| date.is_some());
    let when = [date.as_deref().unwrap_or(says.no_date), note.map_or("", |_| "; ")].concat();
    let when = [&when, note.unwrap_or_default()].concat();
    let mut out = String::new();
    if !work.authors.is_empty() {
        out.push_str(&work.authors.join(", "));
        out.push(' ');
    }
    out.push_str(&["(", &when, "). “", &work.title, "”. "].concat());
    if let Some(publisher) = &work.publisher {
        out.push_str(&[publisher, ". "].concat());
    }
    let read = (messages.dates.day)(work.read);
    out.push_str(&[&work.archive, ". ", &work.url, " (", says.read, &read, ")."].concat());
    out
}
