//! The page of one entry: what it is, what is known of it, and every passage that mentions it.

use yew::prelude::*;

use crate::components::{LongList, Page, Passage, articles_in, lacking, passages};
use crate::hooks::{Archive, ArchiveRef, Asked};
use crate::i18n::Messages;
use crate::i18n::annex::annex;
use crate::markup::html;
use crate::route::Route;

/// The passages that mention an entry, by its id.
pub(super) type Of = for<'a> fn(&'static Messages, &'a Archive, &str) -> Vec<Passage<'a>>;

/// What the page of an entry is made of.
pub(super) struct Subject {
    /// Its id.
    pub(super) id: String,
    /// What kind of thing it is.
    pub(super) kicker: &'static str,
    /// Its name, for the document's title.
    pub(super) name: String,
    /// Its name as the page's heading shows it.
    pub(super) heading: Html,
    /// Under the heading.
    pub(super) lead: Html,
    /// Before the passages.
    pub(super) body: Html,
    /// Its passages.
    pub(super) of: Of,
}

/// The page of an entry, or why it is not here.
pub(super) fn subject_page(
    messages: &'static Messages,
    archive: &ArchiveRef,
    route: &Route,
    unknown: &'static str,
    found: Asked<Subject>,
) -> Html {
    let subject = match found {
        Ok(subject) => subject,
        Err(why) => return lacking(messages, archive, route, unknown, why),
    };
    let mentioned = mentioned(messages, archive, &subject.id, subject.of);
    html! {
        <Page key={subject.id} title={subject.name} archive={archive.manifest.title.clone()}>
            <div class="narrow">
                <header class="page-head">
                    <p class="page-kicker">{ subject.kicker }</p>
                    <h1 class="page-title" lang="vi">{ subject.heading }</h1>
                    { subject.lead }
                </header>
                { subject.body }
                { mentioned }
            </div>
        </Page>
    }
}

/// The passages of an entry, those of one article together; nothing where there is none.
fn mentioned(messages: &'static Messages, archive: &ArchiveRef, id: &str, of: Of) -> Html {
    let total = articles_in(of(messages, archive, id).iter().map(|passage| passage.mention));
    if total == 0 {
        return Html::default();
    }
    let (here, id) = (archive.clone(), id.to_owned());
    let draw =
        Callback::from(move |most| passages(messages, &here, of(messages, &here, &id), most));
    html! {
        <section class="section">
            <h2 class="section-title">{ annex(messages).subjects.passages }</h2>
            <LongList {total} {draw} />
        </section>
    }
}
