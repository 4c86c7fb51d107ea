//! An article in a list.

use model::bundle::Summary;
use yew::prelude::*;

use super::date::date;
use super::known::known;
use crate::hooks::Archive;
use crate::i18n::Messages;
use crate::markup::html;
use crate::route::Route;

/// What a list shows of an article besides its title.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ArticleEntry {
    /// Date and unit.
    Short,
    /// Also the opening of the lead.
    WithLead,
}

/// An article as an item of `ul.entries`.
pub fn article_entry(
    messages: &Messages,
    archive: &Archive,
    summary: &Summary,
    how: ArticleEntry,
) -> Html {
    let href = Route::article(&summary.id, &summary.title).href();
    let unit = summary.unit.as_ref().and_then(|id| archive.unit(id.as_str()));
    html! {
        <li key={summary.id.as_str()} class="entry">
            <h3 class="entry-title"><a {href} lang="vi">{ &summary.title }</a></h3>
            if how == ArticleEntry::WithLead && !summary.lead.is_empty() {
                <p class="entry-text" lang="vi">{ &summary.lead }</p>
            }
            <p class="entry-meta">
                if let Some((when, status)) = summary.listed() {
                    <span>{ date(messages, when) }{ " " }{ known(messages, archive, status, None) }</span>
                }
                if let Some(unit) = unit {
                    <a href={Route::Unit { id: unit.id.to_string() }.href()}>{ &unit.name }</a>
                }
            </p>
        </li>
    }
}
